//! What stands for a sign where only ASCII can be shown; every one is as wide as the sign.

/// Signs that the interface draws, and what stands for each.
const SIGNS: [(&str, &str); 37] = [
    ("─", "-"),
    ("│", "|"),
    ("┼", "+"),
    ("└", "`"),
    ("├", "+"),
    ("·", "-"),
    ("•", "*"),
    ("▸", ">"),
    ("›", ">"),
    ("‹", "<"),
    ("↳", "`"),
    ("→", ">"),
    ("←", "<"),
    ("↑", "^"),
    ("↓", "v"),
    ("✓", "+"),
    ("✔", "+"),
    ("✗", "x"),
    ("✘", "x"),
    ("⚠", "!"),
    ("⊘", "/"),
    ("✎", "*"),
    ("●", "*"),
    ("○", "o"),
    ("…", "~"),
    ("–", "-"),
    ("—", "-"),
    ("−", "-"),
    ("×", "x"),
    ("“", "\""),
    ("”", "\""),
    ("‘", "'"),
    ("’", "'"),
    ("⏎", "$"),
    ("⌫", "<"),
    ("█", "#"),
    ("░", "."),
];

/// Returns what stands for a sign; nothing for letters and for what is ASCII already.
pub(super) fn ascii(sign: &str) -> Option<&'static str> {
    if sign.is_ascii() {
        return None;
    }
    SIGNS.iter().find(|(known, _)| *known == sign).map(|(_, ascii)| *ascii)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    #[test]
    fn what_stands_for_a_sign_is_ascii_and_as_wide() {
        for (sign, ascii) in SIGNS {
            assert!(ascii.is_ascii() && width(sign) == width(ascii), "{sign}");
        }
        assert_eq!((ascii("ệ"), ascii("漢"), ascii("a")), (None, None, None));
    }
}
