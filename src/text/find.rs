//! Finding words in text as people type them: without accents anything goes, with accents exactly what was typed.

use std::ops::Range;

use memchr::memmem::{Finder, find_iter};

use super::accents::Accents;
use super::form::{Folded, fold_each};

/// A text taken apart: its letters without accents, and of each of their bytes the accents that were taken off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Apart {
    pub(super) letters: Vec<u8>,
    pub(super) accents: Accents,
}

impl Apart {
    pub(super) fn of(text: &str) -> Self {
        let mut apart = Self::default();
        apart.add(text);
        apart
    }

    /// Takes a text apart behind those that are here.
    pub(super) fn add(&mut self, text: &str) {
        fold_each(text, |part| match part {
            Folded::Letter(letter, _) => {
                // A phrase goes on over the end of a line, and a line break marks the end of a text.
                let letter = if letter == '\n' { ' ' } else { letter };
                self.letters.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                self.accents.push_none(letter.len_utf8());
            }
            Folded::Accent(accent) => self.accents.change_last(accent),
        });
    }
}

/// One word, or a phrase in quotes.
#[derive(Clone, Debug)]
pub(super) struct Word {
    finder: Finder<'static>,
    /// Its accents, where any were typed.
    accents: Option<Vec<u8>>,
}

impl Word {
    fn of(typed: &str) -> Self {
        let apart = Apart::of(typed);
        let accents: Vec<u8> = apart.accents.of(0..apart.letters.len()).collect();
        let accents = accents.iter().any(|accent| *accent != 0).then_some(accents);
        Self { finder: Finder::new(&apart.letters).into_owned(), accents }
    }

    fn letters(&self) -> &[u8] {
        self.finder.needle()
    }

    /// Finds the first place in a text from which on the word stands with its accents.
    pub(super) fn find(&self, letters: &[u8], accents: &Accents, from: usize) -> Option<usize> {
        let mut from = from;
        loop {
            let at = from + self.finder.find(letters.get(from..)?)?;
            if self.is_at(at, accents) {
                return Some(at);
            }
            from = at + 1;
        }
    }

    /// Finds the first place at which the letters of the word stand, whatever their accents.
    pub(super) fn find_letters(&self, letters: &[u8], from: usize) -> Option<usize> {
        Some(from + self.finder.find(letters.get(from..)?)?)
    }

    /// Whether the accents at a place where the letters stand are those of the word.
    pub(super) fn is_at(&self, at: usize, accents: &Accents) -> bool {
        self.accents.as_ref().is_none_or(|wanted| accents.are(at, wanted))
    }
}

/// Words that are looked for, in any order.
///
/// A word without accents finds every accented form: `dang` finds `đảng` and `đang`. A word with accents finds what it says:
/// `đường` never finds `Dương`. Words in quotes stand together: `"Thạch Khê"`.
#[derive(Clone, Debug, Default)]
pub struct Needle {
    /// The longest first: it is the rarest, as far as one can tell.
    words: Vec<Word>,
}

impl Needle {
    /// Takes what a person typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self::of(pieces(typed).map(unquoted))
    }

    /// Takes words and phrases one by one.
    #[must_use]
    pub fn of(typed: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let words = typed.into_iter().map(|word| Word::of(word.as_ref()));
        let mut words: Vec<Word> = words.filter(|word| !word.letters().is_empty()).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.letters().len()));
        Self { words }
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }

    /// Whether every word stands in a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let apart = Apart::of(text);
        self.words.iter().all(|word| word.find(&apart.letters, &apart.accents, 0).is_some())
    }

    /// Finds where its words stand in a text, in order; places that touch are one.
    #[must_use]
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        let apart = Apart::of(text);
        let mut places: Vec<Range<usize>> = Vec::new();
        for word in &self.words {
            let found = find_iter(&apart.letters, word.letters()).filter(|at| word.is_at(*at, &apart.accents));
            places.extend(found.map(|at| at..at + word.letters().len()));
        }
        if places.is_empty() {
            return places;
        }
        places.sort_by_key(|place| (place.start, place.end));
        let written = Written::of(text);
        let mut joined: Vec<Range<usize>> = Vec::new();
        for place in places {
            let place = written.at(place.start)..written.at(place.end);
            match joined.last_mut() {
                Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
                _ => joined.push(place),
            }
        }
        joined
    }
}

/// Where in a text the bytes of its folded form were written.
struct Written(Vec<usize>);

impl Written {
    fn of(text: &str) -> Self {
        let mut written = Vec::with_capacity(text.len() + 1);
        fold_each(text, |part| {
            if let Folded::Letter(letter, at) = part {
                written.resize(written.len() + letter.len_utf8(), at);
            }
        });
        written.push(text.len());
        Self(written)
    }

    fn at(&self, folded: usize) -> usize {
        self.0.get(folded).or(self.0.last()).copied().unwrap_or_default()
    }
}

/// Divides what was typed at spaces outside quotes; the quotes stay.
pub fn pieces(typed: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    typed
        .split(move |letter: char| {
            quoted ^= is_quote(letter);
            letter.is_whitespace() && !quoted
        })
        .filter(|piece| !piece.is_empty())
}

/// Takes the quotes out of a piece.
#[must_use]
pub fn unquoted(piece: &str) -> String {
    piece.chars().filter(|letter| !is_quote(*letter)).collect::<String>().trim().to_owned()
}

/// Whether a letter begins or ends a phrase.
fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”')
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
            ("đường", "duong", false),
            ("ĐƯỜNG", "mở đường", true),
            ("đường", "ông Dương mở đường", true),
            ("dat hoa phong", "Hồ sơ giao đất tại xã Hòa Phong", true),
            ("đất hoa", "xã Hòa Phong giao đất", true),
            ("đất yên", "xã Hòa Phong giao đất", false),
            // One accent on a word makes all of its letters count.
            ("đang", "đảng", false),
            ("ma", "mã", true),
            ("mã", "ma", false),
            ("ma", "mạ", true),
            ("Dũng", "đũng", false),
            ("müller", "Muller", false),
            ("muller", "Müller", true),
            ("", "gì cũng được", true),
        ] {
            assert_eq!(Needle::new(typed).is_in(text), found, "{typed} in {text}");
        }
    }

    #[test]
    fn words_in_quotes_stand_together() {
        for (typed, text, found) in [
            ("thach khe", "Khê và Thạch", true),
            ("\"thach khe\"", "Khê và Thạch", false),
            ("\"thach khe\"", "xã Thạch Khê", true),
            ("“thạch khê” xa", "xã Thạch\nKhê", true),
            ("\"thach", "xã Thạch Khê", true),
            ("\"\"", "gì cũng được", true),
        ] {
            assert_eq!(Needle::new(typed).is_in(text), found, "{typed} in {text}");
        }
        assert_eq!(pieces(" don-vi:\"Thạch Khê\"  đất ").collect::<Vec<_>>(), ["don-vi:\"Thạch Khê\"", "đất"]);
    }

    #[test]
    fn what_was_found_is_shown_where_it_was_written() {
        for (typed, text, shown) in [
            ("dat", "Giao đất, ĐẠT", vec!["đất", "ĐẠT"]),
            ("đất", "Giao đất, ĐẠT", vec!["đất"]),
            ("dat giao", "Giao đất", vec!["Giao", "đất"]),
            ("đả ảng", "Đảng", vec!["Đảng"]),
            ("hoa", "e\u{323}\u{302} Hòa Phong", vec!["Hòa"]),
            ("", "Giao đất", vec![]),
        ] {
            let places = Needle::new(typed).places(text);
            let found: Vec<&str> = places.into_iter().map(|place| text.get(place).unwrap()).collect();
            assert_eq!(found, shown, "{typed} in {text}");
        }
    }
}
