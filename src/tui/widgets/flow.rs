//! Words in several styles, laid out in rows: what was removed and what was added stand in one text.

use ratatui::style::Style;

use crate::text::{Fate, Words, width, wrap};

use super::super::theme::Theme;

/// Styles words by what became of them; the signs tell it where there are no colours.
#[must_use]
pub fn marked(fate: Fate, text: &str, theme: Theme) -> (String, Style) {
    match fate {
        Fate::Same => (text.to_owned(), Style::new()),
        Fate::Removed => (format!("[-{text}-]"), theme.error()),
        Fate::Added => (format!("{{+{text}+}}"), theme.good()),
    }
}

/// Styles all words of a text that was compared, its lines one behind the other.
#[must_use]
pub fn compared(lines: &[Vec<Words>], theme: Theme) -> Vec<(String, Style)> {
    lines.iter().flatten().map(|words| marked(words.fate, &words.text, theme)).collect()
}

/// Lays out words in rows of at most so many cells, breaking between words where that can be.
#[must_use]
pub fn flow(parts: &[(String, Style)], cells: usize) -> Vec<Vec<(String, Style)>> {
    let mut rows = Vec::new();
    let mut row: Vec<(String, Style)> = Vec::new();
    let mut used = 0;
    for (text, style) in parts {
        for word in text.split_inclusive(' ') {
            for piece in wrap(word, cells).into_iter().filter_map(|range| word.get(range)) {
                if used > 0 && used + width(piece.trim_end()) > cells {
                    rows.push(std::mem::take(&mut row));
                    used = 0;
                }
                used += width(piece);
                row.push((piece.to_owned(), *style));
            }
        }
    }
    rows.push(row);
    rows
}
