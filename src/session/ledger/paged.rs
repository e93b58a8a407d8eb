//! A list of records by id, kept in pages that can be shared as they are.
//!
//! A large list is sifted on every key, and what costs time there is memory that lies scattered. Here one record lies beside
//! the next, whoever asks takes the pages without copying them, and a change copies one page only if somebody still has it.

use std::sync::Arc;

use crate::domain::RecordId;

/// Records on one page at most.
const PAGE: usize = 128;

/// What has an id of its own.
pub(super) trait Named {
    /// Its id.
    fn id(&self) -> RecordId;
}

/// Records by id; no page is empty.
#[derive(Clone, Debug)]
pub(super) struct Paged<T>(Vec<Arc<Vec<T>>>);

impl<T> Default for Paged<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Named + Clone> Paged<T> {
    /// Finds the page where a record is or would be, and its place there.
    fn find(&self, id: RecordId) -> (usize, Result<usize, usize>) {
        let behind = self.0.partition_point(|page| page.first().is_some_and(|first| first.id() <= id));
        let page = behind.saturating_sub(1);
        let place = self.0.get(page).map_or(Err(0), |page| page.binary_search_by_key(&id, T::id));
        (page, place)
    }

    pub(super) fn get(&self, id: RecordId) -> Option<&T> {
        let (page, place) = self.find(id);
        self.0.get(page)?.get(place.ok()?)
    }

    pub(super) fn get_mut(&mut self, id: RecordId) -> Option<&mut T> {
        let (page, place) = self.find(id);
        Arc::make_mut(self.0.get_mut(page)?).get_mut(place.ok()?)
    }

    /// Adds a record that is not there yet.
    pub(super) fn insert(&mut self, record: T) {
        let (at, place) = self.find(record.id());
        let (Ok(place) | Err(place)) = place;
        let is_last = at + 1 >= self.0.len();
        let Some(page) =
            self.0.get_mut(at).map(Arc::make_mut).filter(|page| !(page.len() >= PAGE && is_last && place >= PAGE))
        else {
            // Most records are younger than all others: a page that was filled is left full.
            return self.0.push(Arc::new(vec![record]));
        };
        page.insert(place, record);
        if page.len() > PAGE {
            let second = page.split_off(PAGE / 2);
            self.0.insert(at + 1, Arc::new(second));
        }
    }

    pub(super) fn remove(&mut self, id: RecordId) -> Option<T> {
        let (at, place) = self.find(id);
        let page = Arc::make_mut(self.0.get_mut(at)?);
        let removed = page.remove(place.ok()?);
        if page.is_empty() {
            self.0.remove(at);
        }
        Some(removed)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter().flat_map(|page| page.iter())
    }

    /// Lists the records with their places, by which the pages can be asked for them.
    pub(super) fn places(&self) -> impl Iterator<Item = (Place, &T)> {
        let pages = (0_u32..).zip(&self.0);
        pages.flat_map(|(page, records)| {
            (0_u32..).zip(records.iter()).map(move |(at, record)| (Place { page, at }, record))
        })
    }

    /// Finds the place of a record.
    pub(super) fn place(&self, id: RecordId) -> Option<Place> {
        let (page, at) = self.find(id);
        Some(Place { page: u32::try_from(page).ok()?, at: u32::try_from(at.ok()?).ok()? })
    }

    /// Returns the record at a place.
    pub(super) fn at(&self, place: Place) -> Option<&T> {
        self.0.get(place.page as usize)?.get(place.at as usize)
    }
}

/// Where a record lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    page: u32,
    at: u32,
}

/// Equal are the records, however they came to lie on their pages.
impl<T: Named + Clone + PartialEq> PartialEq for Paged<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    impl Named for (u16, u8) {
        fn id(&self) -> RecordId {
            RecordId(Uuid::from_u128(self.0.into()))
        }
    }

    proptest! {
        /// Whatever is inserted, changed and removed, it holds what a plain map holds, in the same order, and what was taken
        /// before stays as it was.
        #[test]
        fn pages_hold_what_a_map_holds(deeds in proptest::collection::vec((0..900_u16, any::<u8>(), 0..3_u8), 0..1_500), rising in 0..700_u16) {
            let (mut paged, mut map) = (Paged::default(), BTreeMap::new());
            for key in 1_000..1_000 + rising {
                paged.insert((key, 0));
                map.insert(key, 0);
            }
            for (key, value, deed) in deeds {
                let (taken, before): (Paged<(u16, u8)>, Vec<_>) = (paged.clone(), paged.iter().copied().take(3).collect());
                let id = (key, value).id();
                match (deed, map.contains_key(&key)) {
                    (0, true) => {
                        prop_assert_eq!(paged.remove(id), map.remove(&key).map(|value| (key, value)));
                    }
                    (_, true) => {
                        paged.get_mut(id).unwrap().1 = value;
                        map.insert(key, value);
                    }
                    (_, false) => {
                        prop_assert!(paged.get(id).is_none() && paged.remove(id).is_none());
                        paged.insert((key, value));
                        map.insert(key, value);
                    }
                }
                prop_assert!(taken.iter().copied().take(3).eq(before));
            }
            prop_assert!(paged.iter().copied().eq(map.iter().map(|(key, value)| (*key, *value))));
            prop_assert!(paged.0.iter().all(|page| !page.is_empty() && page.len() <= PAGE));
            prop_assert!(paged.places().all(|(place, record)| paged.at(place) == Some(record) && paged.place(record.id()) == Some(place)));
        }
    }
}
