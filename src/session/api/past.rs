//! What a visit went through.

use chrono::{DateTime, FixedOffset};

use crate::domain::{Kind, RecordId};

/// Every change of what belongs to a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineView {
    /// The changes, oldest first.
    pub steps: Vec<TimelineStep>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineStep {
    /// When, as the laptop's clock claimed.
    pub when: DateTime<FixedOffset>,
    /// Name of the member who made it, or empty.
    pub by: String,
    /// Whether it took another change back.
    pub undo: bool,
    /// What it touched of the visit.
    pub records: Vec<TimelineRecord>,
}

/// A record that a change touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineRecord {
    /// Its kind.
    pub kind: Kind,
    /// The record.
    pub id: RecordId,
    /// Its name or first words, as they are now.
    pub label: String,
    /// What was done to it.
    pub deed: Deed,
}

/// What a change did to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It was written for the first time.
    Made,
    /// These fields were changed.
    Changed(Vec<String>),
    /// It was moved to the trash.
    Removed,
    /// It was brought back.
    Restored,
}
