//! Finding words in text as people type them: without accents anything goes, with accents exactly what was typed.

use super::fold;

/// Words that are looked for, in any order.
///
/// A word without accents finds every accented form: `dang` finds `đảng` and `đang`. A word with accents finds what it says:
/// `đường` never finds `Dương`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needle {
    words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    folded: String,
    /// The word in small letters, when it has accents.
    exact: Option<String>,
}

impl Needle {
    /// Takes what a person typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let word = |word: &str| {
            let (folded, exact) = (fold(word), super::nfc(word).to_lowercase());
            Word { exact: (exact != folded).then_some(exact), folded }
        };
        Self { words: typed.split_whitespace().map(word).collect() }
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every word stands in a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.is_in_folded(&fold(text), || text.to_owned())
    }

    /// Whether every word stands in a text that is at hand in its folded form; `text` is asked for only when accents count.
    #[must_use]
    pub fn is_in_folded(&self, folded: &str, text: impl FnOnce() -> String) -> bool {
        let plain = self.words.iter().all(|word| folded.contains(&word.folded));
        if !plain || self.words.iter().all(|word| word.exact.is_none()) {
            return plain;
        }
        let text = text().to_lowercase();
        self.words.iter().filter_map(|word| word.exact.as_ref()).all(|exact| text.contains(exact))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_count_only_where_they_were_typed() {
        for (typed, text, found) in [
            ("dang", "Đảng ủy xã", true),
            ("dang", "đang dâng", true),
            ("đường", "ông Dương", false),
            ("ĐƯỜNG", "mở đường", true),
            ("dat hoa phong", "Hồ sơ giao đất tại xã Hòa Phong", true),
            ("đất hoa", "xã Hòa Phong giao đất", true),
            ("đất yên", "xã Hòa Phong giao đất", false),
            ("", "gì cũng được", true),
        ] {
            assert_eq!(Needle::new(typed).is_in(text), found, "{typed} in {text}");
        }
    }
}
