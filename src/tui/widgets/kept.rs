//! Rows that are made once and kept: at a key that changes one of them the others are only written.

use std::cell::{RefCell, RefMut};
use std::collections::HashMap;
use std::ptr;

use super::super::state::Shared;
use super::super::theme::Theme;
use crate::domain::RecordId;
use crate::i18n::Texts;

/// A list gone through to its end must not fill the memory with rows; no window shows more than these.
const MOST: usize = 500;

/// The rows made so far, by the records that they are of; whoever gets other records begins anew.
#[derive(Debug)]
pub struct Kept<Row> {
    rows: RefCell<(Option<Look>, Rows<Row>)>,
}

/// Rows by the records that they are of.
pub type Rows<Row> = HashMap<RecordId, Row>;

/// What decides how rows look besides the records: their cells, the language and the theme.
#[derive(Clone, Copy, Debug)]
struct Look(usize, &'static Texts, Theme);

impl PartialEq for Look {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 && ptr::eq(self.1, other.1) && self.2 == other.2
    }
}

impl<Row> Default for Kept<Row> {
    fn default() -> Self {
        Self { rows: RefCell::default() }
    }
}

impl<Row> Kept<Row> {
    /// The rows that were made for a list of so many cells.
    pub fn rows_for(&self, cells: usize, shared: &Shared) -> RefMut<'_, Rows<Row>> {
        let look = Some(Look(cells, shared.texts, shared.theme));
        let mut kept = self.rows.borrow_mut();
        if kept.0 != look || kept.1.len() > MOST {
            *kept = (look, Rows::new());
        }
        RefMut::map(kept, |(_, rows)| rows)
    }
}
