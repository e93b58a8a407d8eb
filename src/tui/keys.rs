//! Keys as a person names them, made alike whatever the terminal sends.

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::i18n::Texts;

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key.
    pub code: KeyCode,
    /// Ctrl, Alt, Shift; a letter carries no Shift, its case says it.
    pub modifiers: KeyModifiers,
}

impl Chord {
    /// Takes a key without modifiers.
    #[must_use]
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::NONE }
    }

    /// Takes a letter or sign as typed.
    #[must_use]
    pub const fn letter(letter: char) -> Self {
        Self::plain(KeyCode::Char(letter))
    }

    /// Takes a letter with Ctrl.
    #[must_use]
    pub const fn ctrl(letter: char) -> Self {
        Self { code: KeyCode::Char(letter), modifiers: KeyModifiers::CONTROL }
    }

    /// Takes a key with a modifier.
    #[must_use]
    pub const fn with(modifiers: KeyModifiers, code: KeyCode) -> Self {
        Self { code, modifiers }
    }

    /// Names the key in the language of the interface.
    #[must_use]
    pub fn named(self, texts: &Texts, ascii: bool) -> String {
        let name = if ascii { self.in_ascii() } else { self.to_string() };
        if self.code == KeyCode::Char(' ') { name.replace("Space", texts.screens.space_key) } else { name }
    }

    /// Names the key with letters, where arrows cannot be shown.
    fn in_ascii(self) -> String {
        let names = NAMES.iter().find(|(code, _)| *code == self.code).map(|(_, names)| *names);
        match names {
            Some([arrow, word, ..]) if !arrow.is_ascii() => self.to_string().replace(arrow, word),
            _ => self.to_string(),
        }
    }

    /// Whether the key writes a character when text is typed.
    #[must_use]
    pub fn types(self) -> Option<char> {
        match self.code {
            // An unbound Alt+letter is an Esc and a letter that arrived together: the letter was typed.
            KeyCode::Char(letter) if !self.modifiers.contains(KeyModifiers::CONTROL) => Some(letter),
            _ => None,
        }
    }

    /// Reads a key event; nothing for the release of a key.
    #[must_use]
    pub fn read(event: KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let known = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT;
        let mut chord = Self { code: event.code, modifiers: event.modifiers & known };
        if let KeyCode::Char(letter) = chord.code {
            chord.modifiers.remove(KeyModifiers::SHIFT);
            // Input methods on some terminals send 0x08 for Backspace; it must work before any key table is asked.
            if letter == 'h' && chord.modifiers == KeyModifiers::CONTROL {
                return Some(Self::plain(KeyCode::Backspace));
            }
            // AltGr arrives as Ctrl+Alt; a letter that is not ASCII is text whatever came with it.
            if chord.modifiers == KeyModifiers::CONTROL | KeyModifiers::ALT || !letter.is_ascii() {
                chord.modifiers = KeyModifiers::NONE;
            }
        }
        if chord.code == KeyCode::BackTab {
            chord.modifiers = KeyModifiers::NONE;
        }
        Some(chord)
    }
}

/// Names of keys, the one shown first.
const NAMES: [(KeyCode, &[&str]); 16] = [
    (KeyCode::Char(' '), &["Space"]),
    (KeyCode::Up, &["↑", "Up"]),
    (KeyCode::Down, &["↓", "Down"]),
    (KeyCode::Left, &["←", "Left"]),
    (KeyCode::Right, &["→", "Right"]),
    (KeyCode::PageUp, &["PgUp", "PageUp"]),
    (KeyCode::PageDown, &["PgDn", "PageDown"]),
    (KeyCode::Home, &["Home"]),
    (KeyCode::End, &["End"]),
    (KeyCode::BackTab, &["Shift+Tab", "BackTab"]),
    (KeyCode::Tab, &["Tab"]),
    (KeyCode::Enter, &["Enter", "Return"]),
    (KeyCode::Esc, &["Esc", "Escape"]),
    (KeyCode::Backspace, &["Backspace"]),
    (KeyCode::Delete, &["Del", "Delete"]),
    (KeyCode::Insert, &["Ins", "Insert"]),
];
const MODIFIERS: [(KeyModifiers, &str); 3] =
    [(KeyModifiers::CONTROL, "Ctrl+"), (KeyModifiers::ALT, "Alt+"), (KeyModifiers::SHIFT, "Shift+")];

/// A text that names no key.
#[derive(Debug, PartialEq, Eq)]
pub struct NoKey;

impl FromStr for Chord {
    type Err = NoKey;

    fn from_str(name: &str) -> Result<Self, NoKey> {
        let is = |known: &str| known.eq_ignore_ascii_case(name);
        if let Some((code, _)) = NAMES.iter().find(|(_, names)| names.iter().any(|known| is(known))) {
            return Ok(Self::plain(*code));
        }
        for (modifier, prefix) in MODIFIERS {
            let (Some(head), Some(rest)) = (name.get(..prefix.len()), name.get(prefix.len()..)) else { continue };
            if !head.eq_ignore_ascii_case(prefix) || rest.is_empty() {
                continue;
            }
            let mut chord: Self = rest.parse()?;
            chord.modifiers |= modifier;
            if let KeyCode::Char(letter) = chord.code {
                let shifted = chord.modifiers.contains(KeyModifiers::SHIFT);
                chord.modifiers.remove(KeyModifiers::SHIFT);
                let ctrl = chord.modifiers.contains(KeyModifiers::CONTROL);
                let letter = if shifted && !ctrl { letter.to_ascii_uppercase() } else { letter };
                chord.code = KeyCode::Char(if ctrl { letter.to_ascii_lowercase() } else { letter });
            }
            return Ok(chord);
        }
        let number = name.strip_prefix(['F', 'f']).and_then(|number| number.parse().ok());
        if let Some(number) = number.filter(|number| (1..=24).contains(number)) {
            return Ok(Self::plain(KeyCode::F(number)));
        }
        let mut letters = name.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if !letter.is_whitespace() && !letter.is_control() => Ok(Self::letter(letter)),
            _ => Err(NoKey),
        }
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (modifier, name) in MODIFIERS {
            if self.modifiers.contains(modifier) {
                f.write_str(name)?;
            }
        }
        let known = NAMES.iter().find(|(code, _)| *code == self.code).and_then(|(_, names)| names.first());
        match (known, self.code) {
            (Some(name), _) => f.write_str(name),
            (None, KeyCode::Char(letter)) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                write!(f, "{}", letter.to_ascii_uppercase())
            }
            (None, KeyCode::Char(letter)) => write!(f, "{letter}"),
            (None, KeyCode::F(number)) => write!(f, "F{number}"),
            (None, other) => write!(f, "{other:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(code: KeyCode, modifiers: KeyModifiers) -> Option<String> {
        Chord::read(KeyEvent::new(code, modifiers)).map(|chord| chord.to_string())
    }

    #[test]
    fn what_input_methods_send_is_text() {
        let ctrl = KeyModifiers::CONTROL;
        assert_eq!(read(KeyCode::Char('h'), ctrl).as_deref(), Some("Backspace"));
        assert_eq!(read(KeyCode::Char('ệ'), KeyModifiers::ALT).as_deref(), Some("ệ"));
        assert_eq!(read(KeyCode::Char('@'), ctrl | KeyModifiers::ALT).as_deref(), Some("@"));
        assert_eq!(read(KeyCode::Char('K'), KeyModifiers::SHIFT).as_deref(), Some("K"));
        assert_eq!(read(KeyCode::Char('s'), ctrl).as_deref(), Some("Ctrl+S"));
    }

    #[test]
    fn a_released_key_types_nothing() {
        let mut event = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert_eq!(Chord::read(event), None);
    }
    #[test]
    fn a_key_is_named_as_it_is_shown_or_as_people_write_it() {
        for (written, shown) in [
            ("Ctrl+P", "Ctrl+P"),
            ("ctrl+p", "Ctrl+P"),
            ("Ctrl+Shift+p", "Ctrl+P"),
            ("Shift+a", "A"),
            ("alt+enter", "Alt+Enter"),
            ("Up", "↑"),
            ("↑", "↑"),
            ("shift+tab", "Shift+Tab"),
            ("pagedown", "PgDn"),
            ("f5", "F5"),
            ("space", "Space"),
            ("Ctrl+Left", "Ctrl+←"),
            ("+", "+"),
            ("Ctrl++", "Ctrl++"),
            ("?", "?"),
        ] {
            let chord: Chord = written.parse().unwrap();
            assert_eq!(chord.to_string(), shown, "{written}");
            assert_eq!(shown.parse(), Ok(chord), "{shown}");
        }
        for written in ["", " ", "F0", "F99", "Ctrl+", "Hyper+a", "ab", "Ctrl+ab"] {
            assert_eq!(written.parse::<Chord>(), Err(NoKey), "{written}");
        }
    }
}
