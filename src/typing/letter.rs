//! A Vietnamese letter taken apart: the letter, its shape, its tone.

use unicode_normalization::char::{compose, decompose_canonical};

/// What a letter carries beside its tone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    #[default]
    Plain,
    Circumflex,
    Breve,
    Horn,
    Bar,
}

/// The tone of a syllable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tone {
    #[default]
    Level,
    Acute,
    Grave,
    Hook,
    Tilde,
    Dot,
}

/// A letter taken apart; its case stays with the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) base: char,
    pub(super) shape: Shape,
    pub(super) tone: Tone,
}

impl Letter {
    pub(super) fn of(letter: char) -> Self {
        let mut parts = Self { base: letter, shape: Shape::Plain, tone: Tone::Level };
        decompose_canonical(letter, |part| match part {
            '\u{302}' => parts.shape = Shape::Circumflex,
            '\u{306}' => parts.shape = Shape::Breve,
            '\u{31b}' => parts.shape = Shape::Horn,
            '\u{301}' => parts.tone = Tone::Acute,
            '\u{300}' => parts.tone = Tone::Grave,
            '\u{309}' => parts.tone = Tone::Hook,
            '\u{303}' => parts.tone = Tone::Tilde,
            '\u{323}' => parts.tone = Tone::Dot,
            'đ' => (parts.base, parts.shape) = ('d', Shape::Bar),
            'Đ' => (parts.base, parts.shape) = ('D', Shape::Bar),
            base => parts.base = base,
        });
        parts
    }

    /// The letter without its tone.
    pub(super) fn toneless(self) -> char {
        let mark = match self.shape {
            Shape::Plain => return self.base,
            Shape::Bar => return if self.base == 'D' { 'Đ' } else { 'đ' },
            Shape::Circumflex => '\u{302}',
            Shape::Breve => '\u{306}',
            Shape::Horn => '\u{31b}',
        };
        compose(self.base, mark).unwrap_or(self.base)
    }
}

/// Whether a letter of the alphabet without marks is a vowel.
pub(super) fn is_vowel(base: char) -> bool {
    matches!(base.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Whether a letter is written in Vietnamese and in no other way than with a mark, as an input method sends it.
pub(super) fn is_marked(letter: char) -> bool {
    let parts = Letter::of(letter);
    parts.base.is_ascii_alphabetic() && (parts.shape != Shape::Plain || parts.tone != Tone::Level)
}

/// Puts a letter into the case of the key that typed it.
pub(super) fn in_case(letter: char, upper: bool) -> char {
    if upper { letter.to_uppercase().next().unwrap_or(letter) } else { letter }
}
