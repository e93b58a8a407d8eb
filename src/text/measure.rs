//! Text in terminal cells.

use std::borrow::Cow;
use std::iter;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

const CUT: &str = "…";

/// Splits text into what a reader takes for single characters; each is one step of the cursor.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.graphemes(true)
}

/// Returns the number of terminal cells that text takes on one line.
///
/// Control characters, newlines among them, take none: a terminal buffer does not draw them.
#[must_use]
pub fn width(text: &str) -> usize {
    plain_width(text).unwrap_or_else(|| graphemes(text).map(cells_of).sum())
}

/// Returns the number of cells of a text in which every character is a cell of its own; nothing of any other text.
///
/// Nearly every text is one, and finding its graphemes would take most of the time that a frame takes.
#[must_use]
pub fn plain_width(text: &str) -> Option<usize> {
    let mut cells = 0;
    for letter in text.chars() {
        if !is_plain(letter) {
            return None;
        }
        cells += 1;
    }
    Some(cells)
}

/// Whether a character takes one cell and joins no other: ASCII, composed Vietnamese and other Latin, dashes, quotes, rules,
/// and the signs that screens are drawn with.
fn is_plain(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a0}'..='\u{a8}' | '\u{aa}'..='\u{ac}' | '\u{af}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'
        | '\u{2010}'..='\u{2027}' | '\u{2190}'..='\u{21ff}' | '⊘' | '⏎' | '\u{2500}'..='\u{25fc}' | '⚠' | '✎' | '✓'..='✘')
}

/// Shortens text to at most `cells` cells, ending in `…` when something was cut; never splits a grapheme.
#[must_use]
pub fn truncate(text: &str, cells: usize) -> String {
    fitted(text, cells).0.into_owned()
}

/// Brings text to exactly `cells` cells: longer text is truncated, shorter text is filled with spaces on the right.
#[must_use]
pub fn pad(text: &str, cells: usize) -> String {
    filled(text, cells, cells)
}

/// Brings text to exactly `cells` cells, of which the last is a space that sets it apart from what follows.
#[must_use]
pub fn column(text: &str, cells: usize) -> String {
    filled(text, cells.saturating_sub(1), cells)
}

/// Shortens text to at most `most` cells and fills it with spaces up to `cells`.
fn filled(text: &str, most: usize, cells: usize) -> String {
    let (kept, used) = fitted(text, most);
    let missing = cells.saturating_sub(used);
    let mut filled = String::with_capacity(kept.len() + missing);
    filled.push_str(&kept);
    filled.extend(iter::repeat_n(' ', missing));
    filled
}

/// Returns what of a text is shown in so many cells, and the cells it takes.
fn fitted(text: &str, cells: usize) -> (Cow<'_, str>, usize) {
    let Some(room) = cells.checked_sub(cells_of(CUT)) else {
        return (Cow::Borrowed(""), 0);
    };
    let cut = |end: usize| Cow::Owned([text.get(..end).unwrap_or_default(), CUT].concat());
    match plain_start(text, cells) {
        PlainStart::Whole(used) => return (Cow::Borrowed(text), used),
        PlainStart::Cut(end) => return (cut(end), cells),
        PlainStart::NotPlain => {}
    }
    let whole = width(text);
    if whole <= cells {
        return (Cow::Borrowed(text), whole);
    }
    let (mut used, mut end) = (0, 0);
    for (at, grapheme, cells) in measured(text) {
        if used + cells > room {
            break;
        }
        used += cells;
        end = at + grapheme.len();
    }
    (cut(end), used + cells_of(CUT))
}

/// How a text of which every letter is a cell of its own is shown in so many cells.
enum PlainStart {
    /// As it is, in these cells.
    Whole(usize),
    /// Up to this byte, to leave a cell for the sign that something is cut.
    Cut(usize),
    /// A letter up to there is not a cell of its own.
    NotPlain,
}

/// Looks at a text as far as so many cells show of it; a long one is not looked at beyond.
fn plain_start(text: &str, cells: usize) -> PlainStart {
    let (mut end, mut used) = (0, 0);
    for (at, letter) in text.char_indices() {
        if !is_plain(letter) {
            return PlainStart::NotPlain;
        }
        used += 1;
        if used == cells {
            end = at;
        }
        if used > cells {
            return PlainStart::Cut(end);
        }
    }
    PlainStart::Whole(used)
}

/// Splits text into graphemes, with the place of each and its cells.
pub(super) fn measured(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    // Where every character is a grapheme the longer way need not be gone.
    let (plain, joined) = if plain_width(text).is_some() { (text, "") } else { ("", text) };
    let letters = plain.char_indices().filter_map(|(at, letter)| Some((at, text.get(at..at + letter.len_utf8())?, 1)));
    letters.chain(joined.grapheme_indices(true).map(|(at, grapheme)| (at, grapheme, cells_of(grapheme))))
}

/// Returns the cells that one grapheme takes.
pub(super) fn cells_of(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) { 0 } else { grapheme.width() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Vietnamese composed and decomposed, wide letters, and emoji made of several code points.
    fn any_text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("Đồng chí "),
            Just("e\u{323}\u{302}"),
            Just("漢字"),
            Just("👩‍👩‍👧‍👦"),
            Just("🇻🇳"),
            Just("❤️"),
            Just("a"),
            Just(" "),
            Just("ﷺ"),
            // Joins what follows into one grapheme.
            Just("\u{600}"),
        ];
        prop_oneof![
            prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat()),
            "\\PC{0,40}",
            any::<String>()
        ]
    }

    #[test]
    fn a_letter_is_one_cell_however_it_was_typed() {
        for (text, cells) in
            [("", 0), ("Thạch Khê", 9), ("Tha\u{323}ch Khe\u{302}", 9), ("漢字", 4), ("👩‍👩‍👧‍👦", 2), ("🇻🇳", 2), ("một\n", 3)]
        {
            assert_eq!(width(text), cells, "{text:?}");
        }
    }

    #[test]
    fn a_plain_character_takes_one_cell_and_joins_no_other() {
        let plain: Vec<char> = ('\0'..=char::MAX).filter(|letter| is_plain(*letter)).collect();
        assert!("Đảng ủy xã, “chung chung” – ngày 19/7… ─│·".chars().all(is_plain));
        for letter in &plain {
            let (alone, between) = (letter.to_string(), format!("a{letter}ệ{letter}{letter}─"));
            assert!(!letter.is_control() && alone.width() == 1, "{letter:?}");
            assert_eq!(between.graphemes(true).count(), between.chars().count(), "{letter:?}");
        }
        let all: String = plain.iter().collect();
        assert_eq!(all.graphemes(true).count(), plain.len());
        for other in ["e\u{323}", "漢", "👩‍🌾", "\u{ad}", "©\u{fe0f}", "a\nb", "\u{200b}"] {
            assert_eq!(plain_width(other), None, "{other:?}");
        }
    }

    #[test]
    fn truncation_shows_that_something_was_cut() {
        for (text, cells, shown) in [
            ("Huyện ủy", 8, "Huyện ủy"),
            ("Huyện ủy", 7, "Huyện …"),
            ("Huyện ủy", 1, "…"),
            ("Huyện ủy", 0, ""),
            ("漢字", 3, "漢…"),
            ("漢字", 2, "…"),
            ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3, "👩‍👩‍👧‍👦…"),
        ] {
            assert_eq!(truncate(text, cells), shown);
        }
    }

    #[test]
    fn padding_fills_the_cell_that_a_wide_letter_leaves() {
        assert_eq!(pad("漢字漢", 4), "漢… ");
        assert_eq!(pad("ủy", 4), "ủy  ");
        assert_eq!(pad("", 2), "  ");
    }

    proptest! {
        #[test]
        fn truncated_text_fits_and_is_a_beginning_of_the_text(text in any_text(), cells in 0usize..50) {
            let shown = truncate(&text, cells);
            prop_assert!(width(&shown) <= cells);
            let kept = shown.strip_suffix(CUT).unwrap_or(&shown);
            prop_assert!(text.starts_with(kept));
            let boundary = text.grapheme_indices(true).any(|(at, _)| at == kept.len()) || kept.len() == text.len();
            prop_assert!(boundary, "a grapheme was split");
        }

        #[test]
        fn padded_text_takes_exactly_the_cells_asked_for(text in any_text(), cells in 0usize..50) {
            prop_assert_eq!(width(&pad(&text, cells)), cells);
        }

        #[test]
        fn graphemes_put_together_are_the_text(text in any_text()) {
            prop_assert_eq!(graphemes(&text).collect::<String>(), text);
        }
    }
}
