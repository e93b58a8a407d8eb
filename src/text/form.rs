//! The one form text is stored in, and the form it is compared in when accents do not count.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Brings text from a key, a paste or a file into the form that is stored.
///
/// - Letters are composed (NFC), whether they came precomposed or as a base letter with marks.
/// - Every kind of line break (CR LF, a lone CR as terminals paste it, vertical tab, form feed, NEL, U+2028, U+2029)
///   becomes one newline; a tab becomes one space.
/// - Characters that show nothing and say nothing are dropped: other control characters, the byte order mark, the
///   soft hyphen, zero-width space and word joiner, and the marks that reorder the line for right-to-left scripts, so that
///   what the minutes say is what the screen shows. The joiners that build emoji are kept.
///
/// Nothing visible is dropped, and a second pass changes nothing.
#[must_use]
pub fn nfc(text: &str) -> String {
    let mut previous = '\0';
    text.chars()
        .filter_map(|letter| {
            let before = std::mem::replace(&mut previous, letter);
            match letter {
                '\n' if before == '\r' => None,
                '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
                '\t' => Some(' '),
                other if shows_nothing(other) => None,
                other => Some(other),
            }
        })
        .nfc()
        .collect()
}

/// Folds text for comparing without regard to case and accents: `Đảng` becomes `dang`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    fold_each(text, |part| match part {
        Folded::Letter(letter, _) => letters.push(letter),
        Folded::Accent(_) => {}
    });
    letters
}

/// What a text is made of when accents are told apart from letters.
pub(super) enum Folded {
    /// A small letter without accents, and where in the text it was written.
    Letter(char, usize),
    /// An accent of the letter before, as a bit pattern of its own; accents of one letter combine by exclusive or.
    Accent(u8),
}

/// Takes a text apart into letters and accents.
pub(super) fn fold_each(text: &str, mut take: impl FnMut(Folded)) {
    for (at, written) in text.char_indices() {
        if written.is_ascii() {
            take(Folded::Letter(written.to_ascii_lowercase(), at));
            continue;
        }
        decompose_canonical(written, |part| {
            if is_combining_mark(part) {
                return take(Folded::Accent(accent(part)));
            }
            for small in part.to_lowercase() {
                if small == 'đ' {
                    take(Folded::Letter('d', at));
                    take(Folded::Accent(STROKE));
                } else if is_combining_mark(small) {
                    take(Folded::Accent(accent(small)));
                } else {
                    take(Folded::Letter(small, at));
                }
            }
        });
    }
}

/// What makes a d a đ.
const STROKE: u8 = 0x20;

/// Gives each Vietnamese accent a pattern, so that tone and shape on one letter never look like others; foreign ones share the
/// patterns with the highest bit.
fn accent(mark: char) -> u8 {
    match mark {
        '\u{300}' => 0x01,
        '\u{301}' => 0x02,
        '\u{303}' => 0x03,
        '\u{309}' => 0x04,
        '\u{323}' => 0x05,
        '\u{306}' => 0x08,
        '\u{302}' => 0x10,
        '\u{31b}' => 0x18,
        other => 0x80 | u8::try_from(u32::from(other) & 0x7f).unwrap_or_default(),
    }
}

fn shows_nothing(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_are_composed_however_they_were_typed() {
        assert_eq!(nfc("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t"), "Tiếng Việt");
        assert_eq!(nfc("Tiếng Việt"), "Tiếng Việt");
    }

    #[test]
    fn a_paste_keeps_its_lines_and_loses_what_nobody_sees() {
        for (pasted, kept) in [
            ("một\r\nhai\rba\nbốn", "một\nhai\nba\nbốn"),
            ("một\u{b}hai\u{2028}ba", "một\nhai\nba"),
            ("một\thai", "một hai"),
            ("\u{feff}một\u{200b} \u{1b}hai\0", "một hai"),
            ("\u{202e}một\u{2060}", "một"),
            // Removing what stood between a letter and its tone lets them meet.
            ("a\u{200b}\u{301}", "á"),
            ("👩‍🌾 98,71\u{202f}%", "👩‍🌾 98,71\u{202f}%"),
            ("một\n\r\nhai", "một\n\nhai"),
        ] {
            assert_eq!(nfc(pasted), kept, "{pasted:?}");
        }
    }

    #[test]
    fn folding_forgets_accents_and_case() {
        for (written, folded) in
            [("Đảng ủy", "dang uy"), ("ĐƯỜNG", "duong"), ("e\u{323}\u{302}", "e"), ("08-QĐi/TW", "08-qdi/tw")]
        {
            assert_eq!(fold(written), folded);
        }
    }

    proptest! {
        #[test]
        fn a_second_pass_changes_nothing(text in any::<String>()) {
            let once = nfc(&text);
            prop_assert_eq!(nfc(&once), once);
        }

        #[test]
        fn composed_and_decomposed_input_give_the_same_text(text in "[a-zà-ỹĐđ ]{0,30}") {
            prop_assert_eq!(nfc(&text.nfd().collect::<String>()), nfc(&text));
        }
    }
}
