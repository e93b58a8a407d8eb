//! Keys as a person names them, made alike whatever the terminal sends.

use std::fmt;

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
    pub fn named(self, texts: &Texts) -> String {
        let name = self.to_string();
        if self.code == KeyCode::Char(' ') { name.replace("Space", texts.screens.space_key) } else { name }
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

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (modifier, name) in
            [(KeyModifiers::CONTROL, "Ctrl+"), (KeyModifiers::ALT, "Alt+"), (KeyModifiers::SHIFT, "Shift+")]
        {
            if self.modifiers.contains(modifier) {
                f.write_str(name)?;
            }
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(letter) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                write!(f, "{}", letter.to_ascii_uppercase())
            }
            KeyCode::Char(letter) => write!(f, "{letter}"),
            KeyCode::Up => f.write_str("↑"),
            KeyCode::Down => f.write_str("↓"),
            KeyCode::Left => f.write_str("←"),
            KeyCode::Right => f.write_str("→"),
            KeyCode::PageUp => f.write_str("PgUp"),
            KeyCode::PageDown => f.write_str("PgDn"),
            KeyCode::BackTab => f.write_str("Shift+Tab"),
            KeyCode::Delete => f.write_str("Del"),
            KeyCode::F(number) => write!(f, "F{number}"),
            other => write!(f, "{other:?}"),
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
}
