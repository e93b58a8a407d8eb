//! What can be proposed, ready to be looked up by how it begins: at a key nobody waits for thousands of phrases to be gone through.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::iter;

use super::complete::Offer;

/// What can be proposed, in the order in which it was given: the nearest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    all: Vec<Offer>,
    /// Places in `all` by the words without accents, with how those begin: most of a search goes by that alone, without
    /// fetching the words from wherever they lie.
    sorted: Vec<(u64, usize)>,
}

/// So many bytes are kept of how words begin.
const KEPT: usize = 8;

/// The first letters of words, in the order of the words; `beyond` stands for what shorter ones lack.
fn beginning_of(words: &str, beyond: u8) -> u64 {
    let mut first = [beyond; KEPT];
    first.iter_mut().zip(words.bytes()).for_each(|(first, byte)| *first = byte);
    u64::from_be_bytes(first)
}

impl FromIterator<Offer> for Offers {
    fn from_iter<T: IntoIterator<Item = Offer>>(offers: T) -> Self {
        let all: Vec<Offer> = offers.into_iter().collect();
        let mut sorted: Vec<(u64, usize)> = all.iter().map(|offer| beginning_of(offer.plain(), 0)).zip(0..).collect();
        sorted.sort_by_key(|(_, at)| all.get(*at).map(Offer::plain));
        Self { all, sorted }
    }
}

impl Offers {
    /// Lists all of them.
    pub fn iter(&self) -> impl Iterator<Item = &Offer> + Clone {
        self.all.iter()
    }

    /// Lists those whose words begin so, without accents.
    pub(super) fn beginning(&self, plain: &str) -> impl Iterator<Item = &Offer> + use<'_> {
        let words = |at: &usize| self.all.get(*at).map_or("", Offer::plain);
        let (first, last) = (beginning_of(plain, 0), beginning_of(plain, u8::MAX));
        let is_before = |(begins, at): &(u64, usize)| *begins < first || (*begins == first && words(at) < plain);
        let from = self.sorted.partition_point(is_before);
        let rest = self.sorted.get(from..).unwrap_or_default();
        let begins_so =
            |(begins, at): &(u64, usize)| *begins <= last && (plain.len() < KEPT || words(at).starts_with(plain));
        let found = rest.get(..rest.partition_point(begins_so)).unwrap_or_default();
        // Few of many are asked for, so that they are not all put in order.
        let mut found: BinaryHeap<Reverse<usize>> = found.iter().map(|(_, at)| Reverse(*at)).collect();
        iter::from_fn(move || found.pop()).filter_map(|Reverse(at)| self.all.get(at))
    }
}

#[cfg(test)]
mod tests {
    use super::super::complete::OfferKind;
    use super::*;

    #[test]
    fn those_that_begin_so_come_in_the_order_in_which_they_were_given() {
        let texts = ["Huyện ủy Thạch Sơn", "Đỗ Khắc Hải", "huyện ủy", "Huyện ủy Thạch Khê", "Hội đồng"];
        let offers: Offers = texts.iter().map(|text| Offer::of(OfferKind::Body, text)).collect();
        for (plain, found) in [
            ("huyen uy th", vec![0, 3]),
            ("huyen", vec![0, 2, 3]),
            ("do khac hai", vec![1]),
            ("", vec![0, 1, 2, 3, 4]),
            ("huyen uy", vec![0, 2, 3]),
            ("huyen u", vec![0, 2, 3]),
            ("huyen uy thach khe", vec![3]),
            ("huyen uy thach khe x", vec![]),
            ("huyenx", vec![]),
            ("z", vec![]),
        ] {
            let found: Vec<Offer> = found.into_iter().map(|at| Offer::of(OfferKind::Body, texts[at])).collect();
            assert_eq!(offers.beginning(plain).cloned().collect::<Vec<_>>(), found, "{plain:?}");
        }
        assert_eq!(Offers::default().beginning("").count(), 0);
    }
}
