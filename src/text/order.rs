//! The order of Vietnamese words: a ă â b c d đ …, tones last.

use unicode_normalization::char::decompose_canonical;

/// Marks that make another letter of a letter, in the order of the letters that they make.
const LETTER_MARKS: [char; 3] = ['\u{306}', '\u{302}', '\u{31b}'];
/// Tones in the order of dictionaries: huyền, hỏi, ngã, sắc, nặng; none comes before them.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// What a text is sorted by: its letters first, numbers by their value, then its tones, then how it is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey {
    letters: Vec<Letter>,
    tones: Vec<usize>,
    written: String,
}

/// A part of a text; what is no letter comes first, as it does in dictionaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Letter {
    Space,
    Other(char),
    Number(u64),
    /// A letter, and which mark makes it another one.
    Of(char, usize),
}

/// Returns what a text is sorted by.
#[must_use]
pub fn sort_key(text: &str) -> SortKey {
    let (mut letters, mut tones): (Vec<Letter>, Vec<usize>) = (Vec::new(), Vec::new());
    for written in text.trim().chars().flat_map(char::to_lowercase) {
        decompose_canonical(written, |part| {
            let place = |marks: &[char]| marks.iter().position(|mark| *mark == part).map(|at| at + 1);
            if let Some(mark) = place(&LETTER_MARKS) {
                if let Some(Letter::Of(_, marked)) = letters.last_mut() {
                    *marked = mark;
                }
            } else if let Some(tone) = place(&TONES) {
                if let Some(last) = tones.last_mut() {
                    *last = tone;
                }
            } else if let (Some(digit), Some(Letter::Number(number))) = (part.to_digit(10), letters.last_mut()) {
                *number = number.saturating_mul(10).saturating_add(digit.into());
            } else {
                letters.push(letter(part));
                tones.push(0);
            }
        });
    }
    SortKey { letters, tones, written: text.to_owned() }
}

fn letter(part: char) -> Letter {
    match part {
        // Not a d with a mark to Unicode, but the letter after d to everybody else.
        'đ' => Letter::Of('d', LETTER_MARKS.len()),
        _ if part.is_whitespace() => Letter::Space,
        _ if part.is_alphabetic() => Letter::Of(part, 0),
        _ => part.to_digit(10).map_or(Letter::Other(part), |digit| Letter::Number(digit.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_as_in_a_dictionary() {
        for sorted in [
            ["An", "Ăn", "Ân", "Bình", "Dương", "Đăng", "Em"].as_slice(),
            &["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ", "mb"],
            &["cán", "cạn", "càng", "canh"],
            &["đe", "đê", "đo", "đô", "đơ", "đu", "đư"],
            &["Chi bộ 2", "Chi bộ 10", "Chi bộ A"],
            &["Huyện ủy số 9", "Huyện ủy số 10", "Huyện ủy Thạch Khê"],
            &["", "(khác)", "1", "a"],
        ] {
            let mut found = sorted.to_vec();
            found.reverse();
            found.sort_by_key(|text| sort_key(text));
            assert_eq!(found, sorted);
        }
    }

    #[test]
    fn however_it_was_typed_it_stands_in_one_place() {
        let (composed, parts) = (sort_key("Đặng Ệ"), sort_key("Đa\u{323}\u{306}ng E\u{323}\u{302}"));
        assert_eq!((composed.letters, composed.tones), (parts.letters, parts.tones));
    }
}
