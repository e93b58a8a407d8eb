//! Many texts in one piece of memory, so that a word is sought in all of them at once.
//!
//! Texts are kept without accents one behind the other, and beside them the accents that were taken off: one pass
//! finds the letters, and only where they stand are accents compared. The words as written are not kept.

use super::Needle;
use super::find::{Apart, Word};

/// Stands behind each title and each text; no word that is sought has it.
const END: u8 = b'\n';
/// Room that may be taken by texts that were replaced before the others are moved together.
const WASTE: usize = 1 << 20;

/// Many texts, each with a title, by a key and with something noted beside it.
#[derive(Clone, Debug)]
pub struct Corpus<K, N> {
    apart: Apart,
    /// In the order of their letters.
    texts: Vec<Text<K, N>>,
    /// Places in `texts`, by key.
    by_key: Vec<u32>,
    /// Bytes of texts that were replaced.
    waste: usize,
}

#[derive(Clone, Debug)]
struct Text<K, N> {
    key: K,
    note: N,
    starts: u32,
    title: u32,
    living: bool,
}

/// A text that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'a, K, N> {
    /// Its key.
    pub key: K,
    /// What is noted beside it.
    pub note: &'a N,
    /// Whether the first of the words stands in its title.
    pub in_title: bool,
}

impl<K, N> Default for Corpus<K, N> {
    fn default() -> Self {
        Self { apart: Apart::default(), texts: Vec::new(), by_key: Vec::new(), waste: 0 }
    }
}

impl<K: Copy + Ord, N> Corpus<K, N> {
    /// Makes room for so many texts more, of so many bytes altogether; room that is not needed costs nothing once
    /// [`Corpus::settle`] was called.
    pub fn reserve(&mut self, texts: usize, bytes: usize) {
        self.texts.reserve(texts);
        self.by_key.reserve(texts);
        self.apart.letters.reserve(bytes);
        self.apart.accents.reserve(bytes);
    }

    /// Adds a text whose key is not there yet; [`Corpus::settle`] must follow before anything else is asked.
    pub fn add(&mut self, key: K, note: N, title: &str, body: &str) {
        let starts = self.apart.letters.len();
        self.put_letters(title);
        let title = self.apart.letters.len() - starts;
        self.put_letters(body);
        let place = to_u32(self.texts.len());
        self.texts.push(Text { key, note, starts: to_u32(starts), title: to_u32(title), living: true });
        self.by_key.push(place);
    }

    /// Puts what was added in order and gives back the room that is not needed.
    pub fn settle(&mut self) {
        let texts = &self.texts;
        self.by_key.sort_by_key(|place| texts.get(*place as usize).map(|text| text.key));
        self.apart.letters.shrink_to_fit();
        self.apart.accents.shrink_to_fit();
        self.texts.shrink_to_fit();
        self.by_key.shrink_to_fit();
    }

    /// Keeps a text, in place of the one with the same key.
    pub fn put(&mut self, key: K, note: N, title: &str, body: &str) {
        self.remove(key);
        self.add(key, note, title, body);
        if let Some(place) = self.by_key.pop() {
            let at = self.by_key.partition_point(|other| self.key_at(*other) < Some(key));
            self.by_key.insert(at, place);
        }
    }

    /// Forgets a text.
    pub fn remove(&mut self, key: K) {
        let Some(at) = self.find_key(key) else { return };
        let place = self.by_key.remove(at) as usize;
        let taken = self.end_of(place) - self.texts.get(place).map_or(0, |text| text.starts as usize);
        self.waste += taken;
        if let Some(text) = self.texts.get_mut(place) {
            text.living = false;
        }
        if self.waste > WASTE && self.waste > self.apart.letters.len() / 4 {
            self.compact();
        }
    }

    /// How many texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_key.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_key.is_empty()
    }

    /// Hands over every text that has all the words; all of them where no words are sought.
    pub fn search<'a>(&'a self, needle: &Needle, mut take: impl FnMut(Hit<'a, K, N>)) {
        let Some((first, others)) = needle.words().split_first() else {
            for text in self.texts.iter().filter(|text| text.living) {
                take(Hit { key: text.key, note: &text.note, in_title: false });
            }
            return;
        };
        let (mut from, mut place) = (0, 0);
        while let Some(at) = first.find_letters(&self.apart.letters, from) {
            place = self.place_of(at, place);
            let Some(text) = self.texts.get(place) else { return };
            let (starts, ends) = (text.starts as usize, self.end_of(place));
            // What comes next in this text is sought only if this place does not do.
            from = if text.living && !first.is_at(at, &self.apart.accents) { at + 1 } else { ends };
            if from == ends && text.living && others.iter().all(|word| self.has(word, starts, ends)) {
                take(Hit { key: text.key, note: &text.note, in_title: at < starts + text.title as usize });
            }
        }
    }

    /// Lists the texts by key with what is kept of them, to hold two collections against each other.
    #[cfg(test)]
    pub(crate) fn kept(&self) -> impl Iterator<Item = (K, &N, &[u8], Vec<u8>)> {
        self.by_key.iter().filter_map(|place| {
            let text = self.texts.get(*place as usize)?;
            let range = text.starts as usize..self.end_of(*place as usize);
            Some((text.key, &text.note, self.apart.letters.get(range.clone())?, self.apart.accents.of(range).collect()))
        })
    }

    fn has(&self, word: &Word, starts: usize, ends: usize) -> bool {
        let letters = self.apart.letters.get(..ends);
        letters.is_some_and(|letters| word.find(letters, &self.apart.accents, starts).is_some())
    }

    /// Finds the text that a byte belongs to, at `from` or behind it.
    fn place_of(&self, byte: usize, from: usize) -> usize {
        let begins_by = |place: usize| self.texts.get(place).is_some_and(|text| text.starts as usize <= byte);
        let (mut place, mut step) = (from, 1);
        while begins_by(place + step) {
            place += step;
            step *= 2;
        }
        while step > 0 {
            if begins_by(place + step) {
                place += step;
            }
            step /= 2;
        }
        place
    }

    fn put_letters(&mut self, text: &str) {
        self.apart.add(text);
        self.apart.letters.push(END);
        self.apart.accents.push_none(1);
    }

    fn key_at(&self, place: u32) -> Option<K> {
        self.texts.get(place as usize).map(|text| text.key)
    }

    fn find_key(&self, key: K) -> Option<usize> {
        let at = self.by_key.partition_point(|place| self.key_at(*place) < Some(key));
        self.by_key.get(at).filter(|place| self.key_at(**place) == Some(key)).map(|_| at)
    }

    fn end_of(&self, place: usize) -> usize {
        self.texts.get(place + 1).map_or(self.apart.letters.len(), |next| next.starts as usize)
    }

    /// Moves the living texts together.
    fn compact(&mut self) {
        let mut kept = Self::default();
        let ends: Vec<usize> = (0..self.texts.len()).map(|place| self.end_of(place)).collect();
        for (text, ends) in std::mem::take(&mut self.texts).into_iter().zip(ends).filter(|(text, _)| text.living) {
            let range = text.starts as usize..ends;
            let starts = to_u32(kept.apart.letters.len());
            kept.apart.letters.extend_from_slice(self.apart.letters.get(range.clone()).unwrap_or_default());
            kept.apart.accents.extend(&self.apart.accents, range);
            kept.by_key.push(to_u32(kept.texts.len()));
            kept.texts.push(Text { starts, ..text });
        }
        kept.settle();
        *self = kept;
    }
}

/// Four gigabytes of text are a thousand times what an office writes.
fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn found(corpus: &Corpus<u32, ()>, typed: &str) -> Vec<(u32, bool)> {
        let mut found = Vec::new();
        corpus.search(&Needle::new(typed), |hit| found.push((hit.key, hit.in_title)));
        found.sort_unstable();
        found
    }

    #[test]
    fn words_are_found_in_title_and_text_but_not_across_them() {
        let mut corpus = Corpus::default();
        corpus.add(7, (), "Đảng ủy xã Hòa Phong", "giao đất");
        corpus.add(3, (), "", "ông Dương ở Hòa\nPhong, mở đường");
        corpus.settle();
        for (typed, expected) in [
            ("hoa phong", vec![(3, false), (7, true)]),
            ("đường", vec![(3, false)]),
            ("duong", vec![(3, false)]),
            ("\"hòa phong\"", vec![(3, false), (7, true)]),
            ("\"phong giao\"", vec![]),
            ("dat phong", vec![(7, true)]),
            ("\"dat ong\"", vec![]),
            ("đường đất", vec![]),
            ("", vec![(3, false), (7, false)]),
        ] {
            assert_eq!(found(&corpus, typed), expected, "{typed}");
        }
        assert_eq!(corpus.len(), 2);
    }

    proptest! {
        /// Whatever was put, replaced and removed: what is found is what a plain look at each text finds.
        #[test]
        fn a_search_finds_what_looking_at_each_text_finds(
            deeds in proptest::collection::vec((0..12_u32, proptest::option::of(("[aăâdđoòơ ]{0,4}", "[aăâdđoòơ\n ]{0,9}"))), 0..60),
            queries in proptest::collection::vec("[aăâdđoòơ]{1,2}( [aădđo]{1,2})?", 8),
        ) {
            let mut corpus = Corpus::default();
            let mut plain: BTreeMap<u32, String> = BTreeMap::new();
            for (key, text) in deeds {
                match text {
                    Some((title, body)) => {
                        corpus.put(key, (), &title, &body);
                        plain.insert(key, format!("{title}\n\n{body}"));
                    }
                    None => {
                        corpus.remove(key);
                        plain.remove(&key);
                    }
                }
                if corpus.waste > 20 {
                    corpus.compact();
                }
            }
            prop_assert_eq!(corpus.len(), plain.len());
            for typed in queries {
                let needle = Needle::new(&typed);
                let expected: Vec<u32> = plain.iter().filter(|(_, text)| needle.is_in(text)).map(|(key, _)| *key).collect();
                let found: Vec<u32> = found(&corpus, &typed).into_iter().map(|(key, _)| key).collect();
                prop_assert_eq!(found, expected, "{}", typed);
            }
        }
    }
}
