//! A line of text being typed: composed letters only, a grapheme is one step, and a paste is text.

use tui_input::{Input, InputRequest};
use unicode_normalization::UnicodeNormalization;

use crate::text::{graphemes, nfc, width, wrap};

use super::super::command::Command;

/// Text with a caret.
#[derive(Clone, Debug, Default)]
pub struct LineEditor {
    input: Input,
    keeps_newlines: bool,
}

impl LineEditor {
    /// Makes a field of one line, where a newline becomes a space.
    #[must_use]
    pub fn single(text: &str) -> Self {
        let mut editor = Self::default();
        editor.set(text);
        editor
    }

    /// Makes an editor that keeps newlines within its text.
    #[must_use]
    pub fn multiline() -> Self {
        Self { input: Input::default(), keeps_newlines: true }
    }

    /// Returns the text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Whether nothing but white space is typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// Replaces the text; the caret goes to its end.
    pub fn set(&mut self, text: &str) {
        self.input = Input::new(self.admit(text));
    }

    /// Returns the caret as a byte offset into the text.
    #[must_use]
    pub fn caret(&self) -> usize {
        self.text().char_indices().nth(self.input.cursor()).map_or(self.text().len(), |(at, _)| at)
    }

    /// Returns the text before the caret.
    #[must_use]
    pub fn before_caret(&self) -> &str {
        self.text().get(..self.caret()).unwrap_or_default()
    }

    /// Puts text in at the caret, composing a mark with the letter it was typed after.
    pub fn insert(&mut self, text: &str) {
        let caret = self.caret();
        let (before, after) = self.text().split_at_checked(caret).unwrap_or((self.text(), ""));
        // Marks that were typed after a letter must reach it before anything is dropped or cleaned.
        let before: String = before.chars().chain(self.admit(text).chars()).nfc().collect();
        let cursor = before.chars().count();
        let whole: String = before.chars().chain(after.chars()).nfc().collect();
        self.input = Input::new(whole).with_cursor(cursor);
    }

    /// Carries out an editing command; says whether it was one.
    pub fn edit(&mut self, command: Command) -> bool {
        let request = match command {
            Command::Left => InputRequest::GoToPrevChar,
            Command::Right => InputRequest::GoToNextChar,
            Command::WordLeft => InputRequest::GoToPrevWord,
            Command::WordRight => InputRequest::GoToNextWord,
            Command::LineStart => InputRequest::GoToStart,
            Command::LineEnd => InputRequest::GoToEnd,
            Command::DeleteBack => InputRequest::DeletePrevChar,
            Command::DeleteForward => InputRequest::DeleteNextChar,
            Command::DeleteWord => InputRequest::DeletePrevWord,
            Command::DeleteToStart => {
                self.delete_in_line(true);
                return true;
            }
            Command::DeleteToEnd => {
                self.delete_in_line(false);
                return true;
            }
            _ => return false,
        };
        self.input.handle(request);
        true
    }

    /// Deletes from the caret to an end of the line it stands in; newlines stay.
    fn delete_in_line(&mut self, to_start: bool) {
        let (before, after) = self.text().split_at_checked(self.caret()).unwrap_or((self.text(), ""));
        let before_line = before.rfind('\n').map_or(0, |at| at + 1);
        let after_line = after.find('\n').unwrap_or(after.len());
        let (kept, rest) = if to_start {
            (before.get(..before_line).unwrap_or_default(), after)
        } else {
            (before, after.get(after_line..).unwrap_or_default())
        };
        let cursor = kept.chars().count();
        self.input = Input::new(format!("{kept}{rest}")).with_cursor(cursor);
    }

    /// Moves the caret to the row above or below as the text is wrapped; says whether there was one.
    pub fn move_row(&mut self, down: bool, cells: usize) -> bool {
        let rows = wrap(self.text(), cells);
        let (row, column) = caret_place(self.text(), self.caret(), cells);
        let target = if down { row.checked_add(1) } else { row.checked_sub(1) };
        let Some(range) = target.and_then(|row| rows.get(row)).cloned() else { return false };
        let line = self.text().get(range.clone()).unwrap_or_default();
        let mut used = 0;
        let mut at = range.start;
        for grapheme in graphemes(line.trim_end_matches('\n')) {
            used += width(grapheme);
            if used > column {
                break;
            }
            at += grapheme.len();
        }
        let last_row = range.end == self.text().len();
        if !last_row && at >= range.end {
            at = range.end.saturating_sub(1);
        }
        let cursor = self.text().char_indices().take_while(|(offset, _)| *offset < at).count();
        self.input.handle(InputRequest::SetCursor(cursor));
        true
    }

    fn admit(&self, text: &str) -> String {
        // A mark alone is no text yet: it composes with what stands before the caret.
        let text = if text.chars().count() == 1 { text.replace(['\r', '\t'], " ") } else { nfc(text) };
        let text: String = text.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect();
        if self.keeps_newlines { text } else { text.replace('\n', " ") }
    }
}

/// Returns row and column of a caret in wrapped text.
#[must_use]
pub fn caret_place(text: &str, caret: usize, cells: usize) -> (usize, usize) {
    let rows = wrap(text, cells);
    let row = rows.iter().rposition(|range| range.start <= caret).unwrap_or(0);
    let start = rows.get(row).map_or(0, |range| range.start);
    (row, width(text.get(start..caret).unwrap_or_default()).min(cells))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &str) -> LineEditor {
        let mut editor = LineEditor::multiline();
        for letter in keys.chars() {
            match letter {
                '⌫' => drop(editor.edit(Command::DeleteBack)),
                '←' => drop(editor.edit(Command::Left)),
                other => editor.insert(other.encode_utf8(&mut [0; 4])),
            }
        }
        editor
    }

    #[test]
    fn every_way_of_typing_gives_the_same_letters() {
        for (keys, text) in [
            ("Tiếng Việt", "Tiếng Việt"),
            ("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "Tiếng Việt"),
            ("Tieng⌫⌫⌫êng⌫⌫⌫ếng", "Tiếng"),
            ("Vieet⌫⌫⌫iêt⌫⌫ệt", "Viiệt"),
            ("ệ⌫", ""),
            ("e\u{323}\u{302}⌫", ""),
            ("👩‍🌾⌫", ""),
            ("ab←\u{301}", "áb"),
            ("Đắ←⌫k", "kắ"),
        ] {
            assert_eq!(typed(keys).text(), text, "{keys:?}");
        }
    }

    #[test]
    fn the_caret_stands_after_the_letter_just_composed() {
        let mut editor = typed("toi di←←");
        editor.insert("e");
        editor.insert("\u{302}");
        assert_eq!(editor.text(), "toi êdi");
        assert_eq!(editor.caret(), "toi ê".len());
    }

    #[test]
    fn a_paste_is_text_in_one_line_or_with_its_newlines() {
        let mut line = LineEditor::single("");
        line.insert("một\r\nhai\tba\u{7}");
        assert_eq!(line.text(), "một hai ba");
        let mut lines = LineEditor::multiline();
        lines.insert("một\r\nhai");
        assert_eq!(lines.text(), "một\nhai");
    }

    #[test]
    fn deleting_to_an_end_stays_within_the_line() {
        for (command, left) in [(Command::DeleteToStart, "một\ni\nba"), (Command::DeleteToEnd, "một\nha\nba")] {
            let mut editor = typed("một\nhai\nba←←←←");
            editor.edit(command);
            assert_eq!(editor.text(), left);
            editor.insert("x");
            assert!(editor.text().contains(if command == Command::DeleteToStart { "\nxi" } else { "hax\n" }));
            editor.edit(Command::DeleteToStart);
            editor.edit(Command::DeleteToEnd);
            editor.edit(Command::DeleteToEnd);
            assert_eq!(editor.text(), "một\n\nba");
        }
    }

    #[test]
    fn the_caret_moves_by_rows_in_wrapped_text() {
        let mut editor = typed("tự phê bình và phê bình");
        assert_eq!(caret_place(editor.text(), editor.caret(), 12), (1, 11));
        assert!(editor.move_row(false, 12));
        assert_eq!(caret_place(editor.text(), editor.caret(), 12), (0, 11));
        assert!(!editor.move_row(false, 12));
        assert!(editor.move_row(true, 12));
        assert_eq!(caret_place(editor.text(), editor.caret(), 12), (1, 11));
    }
}
