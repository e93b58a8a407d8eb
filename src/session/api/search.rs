//! What searching finds.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{EntryKind, Kind, RecordId, ScopeId, Unreadable};
use crate::search::Remark;

/// What was found over everything that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchView {
    /// The best finds: what stands in a title first, then the newest.
    pub found: Vec<Found>,
    /// How many there are in all.
    pub total: usize,
    /// What looked like a filter and was sought as words.
    pub remarks: Vec<Remark>,
    /// Finds that cannot be read.
    pub unreadable: Vec<Unreadable>,
}

/// One find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: RecordId,
    /// Its scope.
    pub scope: ScopeId,
    /// What it is, of an entry.
    pub entry: Option<EntryKind>,
    /// Name of the unit that it belongs to, or empty.
    pub unit: Arc<str>,
    /// The record that it belongs to; itself, where it belongs to nothing else.
    pub home: Option<RecordId>,
    /// The delegation that it belongs to.
    pub delegation: Option<RecordId>,
    /// The visit that it belongs to.
    pub visit: Option<RecordId>,
    /// The day of that visit, or on which the item was raised.
    pub date: Option<NaiveDate>,
    /// What names it, or empty.
    pub title: Lit,
    /// Its words, cut to what stands around those sought.
    pub words: Lit,
}

/// A text in which some places are to be shown lit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lit {
    /// The text.
    pub text: String,
    /// Where what was sought stands in it, in bytes.
    pub places: Vec<Range<usize>>,
}
