//! From the keys of one word to the word.

use vi::IncrementalBuffer;
use vi::processor::AccentStyle;

use super::letter::{Letter, in_case, is_vowel};
use super::syllable::{could_become, is_name_onset, is_syllable};
use super::{Method, Placement, Style, abbreviation, foreign};

/// More keys than any word needs; a longer word is none.
const LONGEST: usize = 16;
/// So many digits at the end of a word are a number, not marks.
const NUMBER: usize = 4;

/// What stands directly before a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Before {
    /// A space, a quote, nothing.
    #[default]
    Nothing,
    /// An apostrophe within a name: R’tíh.
    Apostrophe,
    /// A stroke: 08-QĐi/TW.
    Stroke,
    /// A digit: 5A.
    Digit,
}

/// What the keys of a word came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A syllable, or what can become one.
    Syllable(String),
    /// Not Vietnamese, but written so on purpose: an abbreviation with đ, a mark taken back.
    Meant(String),
    /// Not Vietnamese; stays as typed.
    Foreign,
}

/// A word being composed, key by key.
#[derive(Clone, Debug)]
pub(super) struct Composing {
    keys: String,
    before: Before,
    style: Style,
    buffer: IncrementalBuffer<'static>,
    /// An onset that the engine does not know; it is given an l in its place.
    onset: String,
    /// Whether each letter so far came from a capital key.
    capitals: Vec<bool>,
    /// An ending that the engine does not know; it is given a c in its place.
    ending: Option<char>,
    /// Whether the key before was a w that made ư by itself.
    lone: bool,
    /// Whether a mark was taken back.
    cancelled: bool,
    /// Whether no syllable can come of it any more; then how it is written, if that was on purpose.
    over: Option<Option<String>>,
}

impl Composing {
    pub(super) fn new(before: Before, style: Style) -> Self {
        let definition = if style.method == Method::Telex { &vi::TELEX } else { &vi::VNI };
        let accents = if style.placement == Placement::Old { AccentStyle::Old } else { AccentStyle::New };
        Self {
            keys: String::new(),
            before,
            style,
            buffer: IncrementalBuffer::new_with_style(definition, accents),
            onset: String::new(),
            capitals: Vec::new(),
            ending: None,
            lone: false,
            cancelled: false,
            // Digits in a row with letters are a symbol, not marks.
            over: (before == Before::Digit && style.method == Method::Vni).then_some(None),
        }
    }

    /// Composes the keys of a whole word.
    pub(super) fn of(keys: &str, before: Before, style: Style) -> Self {
        let mut composing = Self::new(before, style);
        keys.chars().for_each(|key| composing.push(key));
        composing
    }

    /// Takes one key more.
    pub(super) fn push(&mut self, key: char) {
        let first_vowel = is_vowel(key) && !self.keys.contains(is_vowel);
        self.keys.push(key);
        match &mut self.over {
            Some(Some(written)) => return written.push(key),
            Some(None) => return,
            None if !key.is_ascii() || self.keys.len() > LONGEST => return self.over = Some(None),
            None => {}
        }
        if first_vowel {
            self.set_name_onset_aside();
        }
        self.take(key);
    }

    /// What the keys came to so far.
    pub(super) fn word(&self) -> Word {
        if self.is_foreign() {
            return Word::Foreign;
        }
        match &self.over {
            Some(Some(written)) => Word::Meant(written.clone()),
            Some(None) => abbreviation::read(&self.keys, self.style.method).map_or(Word::Foreign, Word::Meant),
            None if self.cancelled => Word::Meant(self.cased()),
            None => Word::Syllable(self.cased()),
        }
    }

    /// What the word is when no key follows: what is no syllable after all goes back to its keys.
    pub(super) fn finished(&self) -> Option<String> {
        match self.word() {
            Word::Syllable(word) if is_syllable(&self.letters(), self.is_name()) => Some(word),
            Word::Syllable(_) => abbreviation::read(&self.keys, self.style.method),
            Word::Meant(word) => Some(word),
            Word::Foreign => None,
        }
    }

    fn is_foreign(&self) -> bool {
        let digits = self.keys.len() - self.keys.trim_end_matches(|key: char| key.is_ascii_digit()).len();
        digits >= NUMBER || foreign::is_foreign(&self.keys.to_ascii_lowercase())
    }

    fn is_name(&self) -> bool {
        self.before == Before::Apostrophe || self.keys.starts_with(|key: char| key.is_ascii_uppercase())
    }

    /// Gives one key to the engine.
    fn take(&mut self, key: char) {
        let letters = self.letters();
        let lower = key.to_ascii_lowercase();
        let open = letters.chars().next_back().is_some_and(is_open);
        if std::mem::take(&mut self.lone) && lower == 'w' {
            // The second w takes back what the first one made.
            let mut written = self.keys.clone();
            written.pop();
            self.over = Some(Some(written));
        } else if lower == 'w' && self.style.method == Method::Telex && !letters.chars().any(is_open) {
            self.take_lone_w(key, &letters);
        } else if open && (lower == 'k' || (lower == 'h' && self.is_name())) {
            self.ending = Some(lower);
            self.feed(key, 'c');
        } else {
            self.feed(key, lower);
        }
        if self.over.is_none() && !could_become(&self.letters(), self.is_name()) {
            self.over = Some(self.cancelled.then(|| self.cased()));
        }
    }

    /// After an onset w is ư by itself; in capitals it belongs to an abbreviation: TW.
    fn take_lone_w(&mut self, key: char, letters: &str) {
        let is_letter = key == 'w' && !letters.is_empty() && self.before != Before::Stroke;
        if is_letter && could_become(&format!("{letters}u"), self.is_name()) {
            self.feed(key, 'u');
            self.buffer.push('w');
            self.lone = true;
        } else {
            self.over = Some(None);
        }
    }

    fn feed(&mut self, key: char, given: char) {
        let before = self.buffer.view().chars().count();
        let result = self.buffer.push(given);
        let grown = self.buffer.view().chars().count() > before;
        if grown {
            self.capitals.push(key.is_ascii_uppercase());
        }
        self.cancelled |= result.letter_modification_removed || (result.tone_mark_removed && grown);
    }

    /// Gives the engine an onset that it knows in place of one of names, before the first vowel.
    fn set_name_onset_aside(&mut self) {
        let onset = self.letters();
        if self.is_name() && is_name_onset(&onset) && !could_become(&onset, false) {
            self.buffer.clear();
            self.buffer.push('l');
            self.onset = onset;
        }
    }

    /// The letters so far, in lower case.
    fn letters(&self) -> String {
        let view = self.buffer.view();
        let rime = if self.onset.is_empty() { view } else { view.strip_prefix('l').unwrap_or(view) };
        let mut letters = format!("{}{rime}", self.onset);
        if let (Some(ending), true) = (self.ending, letters.ends_with('c')) {
            letters.pop();
            letters.push(ending);
        }
        letters
    }

    fn cased(&self) -> String {
        let capitals = self.capitals.iter().copied().chain(std::iter::repeat(false));
        self.letters().chars().zip(capitals).map(|(letter, upper)| in_case(letter, upper)).collect()
    }
}

/// Whether a letter, marks aside, is a vowel.
fn is_open(letter: char) -> bool {
    is_vowel(Letter::of(letter).base)
}
