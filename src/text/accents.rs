//! The accents of very many letters: three letters in four have none, so a bit says which do and only those are kept.

use std::ops::Range;

/// Letters that share one word of bits.
const TOGETHER: usize = u64::BITS as usize;

/// The accents of a run of bytes, each a number; 0 where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Accents {
    /// Which bytes have one.
    has: Vec<u64>,
    /// How many are kept before those of each word of bits.
    before: Vec<u32>,
    /// Those that are there, in order.
    kept: Vec<u8>,
    len: usize,
}

impl Accents {
    pub(super) fn reserve(&mut self, bytes: usize) {
        self.has.reserve(bytes.div_ceil(TOGETHER));
        self.before.reserve(bytes.div_ceil(TOGETHER));
        self.kept.reserve(bytes / 4);
    }

    pub(super) fn shrink_to_fit(&mut self) {
        self.has.shrink_to_fit();
        self.before.shrink_to_fit();
        self.kept.shrink_to_fit();
    }

    /// Adds bytes without an accent.
    pub(super) fn push_none(&mut self, bytes: usize) {
        self.len += bytes;
        let before = u32::try_from(self.kept.len()).unwrap_or(u32::MAX);
        self.has.resize(self.len.div_ceil(TOGETHER), 0);
        self.before.resize(self.has.len(), before);
    }

    /// Puts one more accent on the last byte, or takes off the same one.
    pub(super) fn change_last(&mut self, accent: u8) {
        let Some(has) = self.has.last_mut() else { return };
        let bit = 1 << ((self.len - 1) % TOGETHER);
        let last = match self.kept.last_mut().filter(|_| *has & bit != 0) {
            Some(last) => {
                *last ^= accent;
                *last
            }
            None => {
                self.kept.push(accent);
                *has |= bit;
                accent
            }
        };
        if last == 0 {
            self.kept.pop();
            *has &= !bit;
        }
    }

    /// The accent of a byte; 0 behind the last.
    fn get(&self, at: usize) -> u8 {
        let run = at / TOGETHER;
        let (Some(has), Some(before)) = (self.has.get(run), self.before.get(run)) else { return 0 };
        let bit = 1_u64 << (at % TOGETHER);
        let place = *before as usize + (has & (bit - 1)).count_ones() as usize;
        self.kept.get(place).filter(|_| has & bit != 0).copied().unwrap_or_default()
    }

    /// Whether the accents from a byte on are these.
    pub(super) fn are(&self, at: usize, wanted: &[u8]) -> bool {
        self.of(at..at + wanted.len()).eq(wanted.iter().copied())
    }

    /// The accents of some bytes, one by one.
    pub(super) fn of(&self, bytes: Range<usize>) -> impl Iterator<Item = u8> {
        bytes.map(|at| self.get(at))
    }

    /// Adds the accents of some bytes of another run.
    pub(super) fn extend(&mut self, other: &Self, bytes: Range<usize>) {
        for accent in other.of(bytes) {
            self.push_none(1);
            self.change_last(accent);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Whatever is put on and taken off again, and wherever one looks: they are what a plain list holds.
        #[test]
        fn accents_are_what_a_plain_list_holds(deeds in proptest::collection::vec((1..40_usize, proptest::collection::vec(0..4_u8, 0..4)), 0..40), from in 0..300_usize, len in 0..70_usize) {
            let (mut accents, mut plain) = (Accents::default(), Vec::new());
            for (bytes, changes) in deeds {
                accents.push_none(bytes);
                plain.resize(plain.len() + bytes, 0);
                for change in changes {
                    accents.change_last(change);
                    *plain.last_mut().unwrap() ^= change;
                }
            }
            prop_assert!(accents.of(0..plain.len()).eq(plain.iter().copied()));
            prop_assert_eq!(accents.kept.len(), plain.iter().filter(|accent| **accent != 0).count());
            let from = from.min(plain.len());
            let wanted = &plain[from..(from + len).min(plain.len())];
            prop_assert!(accents.are(from, wanted));
            let other: Vec<u8> = wanted.iter().map(|accent| accent ^ 1).collect();
            prop_assert!(other.is_empty() || !accents.are(from, &other));
            let mut copied = accents.clone();
            copied.extend(&accents, from..from + wanted.len());
            prop_assert!(copied.of(plain.len()..plain.len() + wanted.len()).eq(wanted.iter().copied()));
        }
    }
}
