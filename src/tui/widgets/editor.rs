//! A line of text being typed: composed letters only, a grapheme is one step, and a paste is text.

use std::ops::Range;

use tui_input::{Input, InputRequest};
use unicode_normalization::UnicodeNormalization;

use crate::text::{graphemes, nfc, width, wrap};

use super::super::command::Command;

/// Text with a caret.
#[derive(Clone, Debug, Default)]
pub struct LineEditor {
    input: Input,
    keeps_newlines: bool,
    /// Where the caret stood when letters began to be selected.
    anchor: Option<usize>,
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
        Self { keeps_newlines: true, ..Self::default() }
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
        self.anchor = None;
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

    /// Returns the letters that are selected, in bytes.
    #[must_use]
    pub fn selected(&self) -> Option<Range<usize>> {
        let anchor = self.anchor?;
        let anchor = self.text().char_indices().nth(anchor).map_or(self.text().len(), |(at, _)| at);
        let caret = self.caret();
        (anchor != caret).then(|| anchor.min(caret)..anchor.max(caret))
    }

    /// Takes what is selected away; says whether there was something.
    fn cut(&mut self) -> bool {
        let selected = self.selected();
        self.anchor = None;
        let Some(Range { start, end }) = selected else { return false };
        let (before, after) =
            (self.text().get(..start).unwrap_or_default(), self.text().get(end..).unwrap_or_default());
        let cursor = before.chars().count();
        self.input = Input::new(format!("{before}{after}")).with_cursor(cursor);
        true
    }

    /// Puts text in at the caret, composing a mark with the letter it was typed after.
    pub fn insert(&mut self, text: &str) {
        self.cut();
        let caret = self.caret();
        let (before, after) = self.text().split_at_checked(caret).unwrap_or((self.text(), ""));
        // No letter of another word takes part in composing.
        let (kept, word) = before.split_at(before.rfind(' ').unwrap_or_default());
        let (rest, behind) = after.split_at(after.find(' ').unwrap_or(after.len()));
        // Marks that were typed after a letter must reach it before anything is dropped or cleaned.
        let word: String = word.chars().chain(self.admit(text).chars()).nfc().collect();
        let cursor = kept.chars().count() + word.chars().count();
        let word: String = word.chars().chain(rest.chars()).nfc().collect();
        self.input = Input::new([kept, &word, behind].concat()).with_cursor(cursor);
    }

    /// Carries out an editing command; says whether it was one.
    pub fn edit(&mut self, command: Command) -> bool {
        match command {
            Command::SelectLeft | Command::SelectRight => {
                let left = command == Command::SelectLeft;
                self.anchor.get_or_insert(self.input.cursor());
                self.input.handle(if left { InputRequest::GoToPrevChar } else { InputRequest::GoToNextChar });
                return true;
            }
            Command::DeleteBack | Command::DeleteForward | Command::DeleteWord if self.cut() => return true,
            _ => {}
        }
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
        self.anchor = None;
        self.input.handle(request);
        true
    }

    /// Carries out an editing command in a text that is seen wrapped: by rows, where one is about rows. Says whether it was done.
    pub fn edit_rows(&mut self, command: Command, cells: usize) -> bool {
        match command {
            Command::Up | Command::Down => self.move_row(command == Command::Down, cells),
            Command::LineStart | Command::LineEnd => {
                self.move_to_end(command == Command::LineEnd, cells);
                true
            }
            _ => self.edit(command),
        }
    }

    /// Deletes from the caret to an end of the line it stands in; newlines stay.
    fn delete_in_line(&mut self, to_start: bool) {
        self.anchor = None;
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
    fn move_row(&mut self, down: bool, cells: usize) -> bool {
        let rows = wrap(self.text(), cells);
        let (row, column) = caret_place(self.text(), self.caret(), cells);
        let target = if down { row.checked_add(1) } else { row.checked_sub(1) };
        let Some(row) = target.filter(|row| *row < rows.len()) else { return false };
        let (start, last) = ends_of(self.text(), &rows, row);
        let mut used = 0;
        let mut at = start;
        for grapheme in graphemes(self.text().get(start..last).unwrap_or_default()) {
            used += width(grapheme);
            if used > column {
                break;
            }
            at += grapheme.len();
        }
        self.go_to(at);
        true
    }

    /// Moves the caret to an end of its row as the text is wrapped; from there to that end of the text.
    fn move_to_end(&mut self, of_row: bool, cells: usize) {
        let rows = wrap(self.text(), cells);
        let (row, _) = caret_place(self.text(), self.caret(), cells);
        let (start, last) = ends_of(self.text(), &rows, row);
        let (near, far) = if of_row { (last, self.text().len()) } else { (start, 0) };
        self.go_to(if self.caret() == near { far } else { near });
    }

    fn go_to(&mut self, at: usize) {
        self.anchor = None;
        let cursor = self.text().char_indices().take_while(|(offset, _)| *offset < at).count();
        self.input.handle(InputRequest::SetCursor(cursor));
    }

    fn admit(&self, text: &str) -> String {
        // A mark alone is no text yet: it composes with what stands before the caret.
        let text = if text.chars().count() == 1 { text.replace(['\r', '\t'], " ") } else { nfc(text) };
        let text: String = text.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect();
        if self.keeps_newlines { text } else { text.replace('\n', " ") }
    }
}

/// Returns where the caret may stand in a row of wrapped text: first and last. What is behind a break is the next row's.
fn ends_of(text: &str, rows: &[Range<usize>], row: usize) -> (usize, usize) {
    let range = rows.get(row).cloned().unwrap_or_default();
    let line = text.get(range.clone()).unwrap_or_default();
    let seen = range.start + line.trim_end().len();
    let last = if row + 1 >= rows.len() {
        range.end
    } else if seen < range.end {
        seen
    } else {
        range.end - graphemes(line).last().map_or(0, str::len)
    };
    (range.start, last)
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
                '⇐' => drop(editor.edit(Command::SelectLeft)),
                '⇒' => drop(editor.edit(Command::SelectRight)),
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
            ("Vieet⇐⇐⇐iêt", "Viiêt"),
            ("tie⇐ê⇐ế ng", "tiế ng"),
            ("ab👩‍🌾⇐⇐c", "ac"),
            ("abc⇐⇐⌫d", "ad"),
            ("abc⇐⇐←d", "dabc"),
            ("abc⇐⇒⇒d", "abcd"),
            ("abc⇐⇐⇐⇐", "abc"),
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

    #[test]
    fn home_and_end_go_to_the_ends_of_the_row_and_then_of_the_text() {
        let mut editor = typed("tự phê bình và phê bình trong Đảng←←←");
        for (to_end, place, at) in [
            (false, (2, 0), "tự phê bình và phê bình ".len()),
            (false, (0, 0), 0),
            (true, (0, 11), "tự phê bình".len()),
            (true, (2, 10), "tự phê bình và phê bình trong Đảng".len()),
        ] {
            editor.move_to_end(to_end, 12);
            assert_eq!((caret_place(editor.text(), editor.caret(), 12), editor.caret()), (place, at));
        }
    }

    fn grapheme_ends(text: &str) -> Vec<usize> {
        let mut ends = vec![0];
        for grapheme in graphemes(text) {
            ends.push(ends.last().unwrap() + grapheme.len());
        }
        ends
    }

    #[test]
    fn walking_the_rows_visits_each_once_and_stands_between_letters() {
        for text in [
            "tự phê bình và phê bình",
            "漢字漢字漢字漢字",
            "👩‍👩‍👧‍👦🇻🇳❤️👩‍👩‍👧‍👦🇻🇳❤️",
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "một\n\n\nhai   ba     bốn\n",
            "",
        ] {
            for cells in [0, 1, 2, 3, 5, 8, 80] {
                let last = wrap(text, cells).len() - 1;
                let mut editor = LineEditor::multiline();
                editor.insert(text);
                for down in [false, true] {
                    for walked in 1..=last {
                        assert!(editor.move_row(down, cells), "{text:?} in {cells}");
                        let row = caret_place(text, editor.caret(), cells).0;
                        assert_eq!(row, if down { walked } else { last - walked }, "{text:?} in {cells}");
                        assert!(grapheme_ends(text).contains(&editor.caret()), "{text:?} in {cells}");
                    }
                    assert!(!editor.move_row(down, cells), "{text:?} in {cells}");
                }
            }
        }
    }
}
