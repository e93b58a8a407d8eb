//! The rows of a register: which items, in which order; the items themselves stay where the ledger has them.

use std::fmt;

use chrono::NaiveDate;

use super::notes::Item;
use super::paged::{Paged, Place};
use crate::domain::{FollowedItem, RecordId};
use crate::session::Model;

/// The rows of a register. They share their words with the session, so that the longest list costs little.
#[derive(Clone, Default)]
pub struct Rows {
    items: Paged<Item>,
    order: Vec<Place>,
    today: NaiveDate,
}

/// One item in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterRow<'a> {
    /// The item as it stands today.
    pub item: &'a FollowedItem,
    /// Name of its unit, or empty.
    pub unit: &'a str,
    /// Whether its due date is past and it is open.
    pub overdue: bool,
    /// What only a good practice has.
    pub model: Option<&'a Model>,
}

impl Rows {
    pub(super) fn new(items: Paged<Item>, order: Vec<Place>, today: NaiveDate) -> Self {
        Self { items, order, today }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Returns the row at a place in the list.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<RegisterRow<'_>> {
        self.row(*self.order.get(at)?)
    }

    /// Finds the place of an item in the list.
    #[must_use]
    pub fn position(&self, item: RecordId) -> Option<usize> {
        let place = self.items.place(item)?;
        self.order.iter().position(|other| *other == place)
    }

    /// Goes through the rows in their order.
    pub fn iter(&self) -> impl Iterator<Item = RegisterRow<'_>> {
        self.order.iter().filter_map(|place| self.row(*place))
    }

    /// Puts the rows in another order; those with equal keys stay as they are.
    pub fn sort_by_cached_key<K: Ord>(&mut self, mut key: impl FnMut(RegisterRow<'_>) -> K) {
        let mut order = std::mem::take(&mut self.order);
        order.sort_by_cached_key(|place| self.row(*place).map(&mut key));
        self.order = order;
    }

    /// Puts the rows in the order in which they come: by due date, then by the day they were raised.
    pub fn sort_by_due_date(&mut self) {
        self.sort_by_cached_key(|row| Self::key(row.item));
    }

    /// By what rows come in their order.
    pub(super) fn key(item: &FollowedItem) -> impl Ord + Copy + use<> {
        (item.due.is_none(), item.due, item.raised, item.id)
    }

    fn row(&self, place: Place) -> Option<RegisterRow<'_>> {
        let item = self.items.at(place)?;
        Some(RegisterRow {
            item: &item.followed,
            unit: &item.unit,
            overdue: item.followed.is_overdue(self.today),
            model: item.model.as_deref(),
        })
    }
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl fmt::Debug for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
