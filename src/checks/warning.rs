//! What a check found: where, what mends it, and what a sentence about it needs.

use chrono::NaiveDate;

use super::Check;
use crate::domain::{EntryKind, Kind, RecordId, Side};
use crate::figures::Mismatch;

/// One thing that somebody should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The check that found it.
    pub check: Check,
    /// Where it is mended.
    pub place: Place,
    /// What there is to say beside the name of the check.
    pub detail: Detail,
}

/// A record, and what about it mends a warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: RecordId,
    /// What mends it.
    pub mend: Mend,
}

impl Place {
    /// Whether it is mended by one of these fields.
    #[must_use]
    pub fn is_field_of(&self, fields: &[&str]) -> bool {
        matches!(self.mend, Mend::Field(field) if fields.contains(&field))
    }
}

/// What mends a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mend {
    /// A field of the record itself, by its name in the journal.
    Field(&'static str),
    /// A new entry of this kind.
    NewEntry(EntryKind),
    /// A new entry of this kind, linked to the record.
    LinkedEntry(EntryKind),
    /// Somebody present on this side.
    Attendance(Side),
    /// A verdict on the record, which was carried over to the visit.
    Verdict,
}

/// What a sentence about a warning needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Nothing: the name of the check says it all.
    Nothing,
    /// The fault is a sign of violation.
    Sign,
    /// Words of the entry, as they are written there.
    Words(String),
    /// Copies in all, and copies that each side keeps.
    Copies {
        /// In all.
        all: u32,
        /// For each side.
        each: u32,
    },
    /// Something was to be there on a day.
    Due(NaiveDate),
    /// Something came after the last day in time.
    Late {
        /// The last day in time.
        last: NaiveDate,
        /// When it came.
        received: NaiveDate,
        /// How many working days were left before the meeting, and how many the office asks for; when they are too few.
        left: Option<(usize, u32)>,
    },
    /// The figures of an entry contradict one another, or the office's cap.
    Figures(Mismatch),
    /// How many visits an item was carried to.
    Times(u32),
}
