//! Where the lines of a text begin and end when it must fit a width.

use std::ops::Range;

use super::measure::{cells_of, grapheme_indices};

/// Wraps text to lines of at most `cells` cells and returns their byte ranges.
///
/// The ranges tile the text: each begins where the one before ended, so every caret offset lies on a line. White space
/// at a break, and the newline that ends a line, belong to the line they end and may hang over the edge. A word longer than
/// a line is split between graphemes. There is always at least one line, and one more after a final newline.
/// A width of 0 is taken for 1, and a wide grapheme gets a line even if it does not fit.
#[must_use]
pub fn wrap(text: &str, cells: usize) -> Vec<Range<usize>> {
    let mut lines = Lines { cells: cells.max(1), ..Lines::default() };
    for (at, grapheme) in grapheme_indices(text) {
        lines.add(at, grapheme);
    }
    lines.done.push(lines.start..text.len());
    lines.done
}

#[derive(Default)]
struct Lines {
    cells: usize,
    done: Vec<Range<usize>>,
    /// Where the current line began.
    start: usize,
    /// Cells of the current line up to here.
    used: usize,
    /// Where the current word began, and the cells of the line before it.
    word: usize,
    before_word: usize,
    in_word: bool,
}

impl Lines {
    fn add(&mut self, at: usize, grapheme: &str) {
        let wide = cells_of(grapheme);
        if grapheme.ends_with('\n') {
            self.break_at(at + grapheme.len());
            self.used = 0;
            self.in_word = false;
        } else if may_break(grapheme) {
            self.used += wide;
            self.in_word = false;
        } else {
            if !self.in_word {
                (self.word, self.before_word, self.in_word) = (at, self.used, true);
            }
            if self.used + wide > self.cells && self.word > self.start {
                self.break_at(self.word);
                self.used -= self.before_word;
            }
            if self.used + wide > self.cells && at > self.start {
                self.break_at(at);
                (self.word, self.used) = (at, 0);
            }
            self.used += wide;
        }
    }

    fn break_at(&mut self, end: usize) {
        self.done.push(self.start..end);
        self.start = end;
    }
}

/// Whether a line may end after this grapheme; the no-break spaces hold their neighbours together.
fn may_break(grapheme: &str) -> bool {
    grapheme.chars().all(|letter| letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}'))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::string_slice, reason = "a test fails by panicking")]

    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::super::{graphemes, width};
    use super::*;

    fn lines(text: &str, cells: usize) -> Vec<&str> {
        wrap(text, cells).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn lines_break_at_white_space_and_split_only_words_that_are_too_long() {
        for (text, cells, wrapped) in [
            ("", 5, vec![""]),
            ("tự phê bình và phê bình", 12, vec!["tự phê bình ", "và phê bình"]),
            ("tự phê bình", 3, vec!["tự ", "phê ", "bìn", "h"]),
            ("nể nang,\nné tránh\n", 20, vec!["nể nang,\n", "né tránh\n", ""]),
            ("một\n\nhai", 9, vec!["một\n", "\n", "hai"]),
            ("a    b", 2, vec!["a    ", "b"]),
            ("   abc", 2, vec!["   ", "ab", "c"]),
            ("số\u{a0}412 cũ", 6, vec!["số\u{a0}412 ", "cũ"]),
            ("漢字漢字", 3, vec!["漢", "字", "漢", "字"]),
            ("a漢", 1, vec!["a", "漢"]),
            ("ab", 0, vec!["a", "b"]),
            ("đi nghiêng", 5, vec!["đi ", "nghiê", "ng"]),
        ] {
            assert_eq!(lines(text, cells), wrapped, "{text:?} in {cells}");
        }
    }

    #[test]
    fn a_very_long_line_is_wrapped_at_once() {
        let words = "kiểm tra ".repeat(20_000);
        assert_eq!(wrap(&words, 80).iter().map(Range::len).sum::<usize>(), words.len());
        let word = "ệ".repeat(100_000);
        assert_eq!(wrap(&word, 80).len(), 100_000 / 80);
    }

    fn any_text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("Đồng chí "),
            Just("e\u{323}\u{302}"),
            Just("漢字"),
            Just("👩‍👩‍👧‍👦"),
            Just("abcdefgh"),
            Just("  "),
            Just("\n"),
        ];
        prop_oneof![prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat()), "(\\PC|\n){0,60}"]
    }

    proptest! {
        #[test]
        fn lines_tile_the_text_between_graphemes(text in any_text(), cells in 0usize..20) {
            let ranges = wrap(&text, cells);
            let mut end = 0;
            for range in &ranges {
                prop_assert_eq!(range.start, end);
                prop_assert!(range.end == text.len() || text.grapheme_indices(true).any(|(at, _)| at == range.end));
                end = range.end;
            }
            prop_assert_eq!(end, text.len());
        }

        #[test]
        fn what_is_seen_of_a_line_fits(text in any_text(), cells in 0usize..20) {
            for range in wrap(&text, cells) {
                let seen = text[range].trim_end();
                prop_assert!(width(seen) <= cells.max(1) || graphemes(seen).count() == 1, "{seen:?} in {cells}");
            }
        }

        #[test]
        fn every_newline_ends_a_line(text in any_text()) {
            let newlines = text.matches('\n').count();
            prop_assert!(wrap(&text, usize::MAX).len() == newlines + 1);
        }
    }
}
