//! What the checks look at, borrowed from whoever holds the records.

use chrono::NaiveDate;

use crate::domain::{Answer, Attendee, CarriedItem, Entry, EntryKind, Material, PromptedIssue, RecordId, Visit};
use crate::figures::{Calendar, Cap, Deadline};

/// What the office settled for itself.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// Working days.
    pub calendar: &'a Calendar,
    /// By when papers must reach a meeting.
    pub papers: Option<&'a Deadline>,
    /// How many may stand at the top level of a ranking.
    pub cap: Cap,
}

impl Rules<'_> {
    /// Finds the last day on which papers still reach a meeting in time.
    pub(super) fn papers_due(&self, meeting: NaiveDate) -> Option<NaiveDate> {
        self.papers?.last_day(meeting, self.calendar)
    }
}

/// The records of one visit.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// The day on which they are looked at.
    pub today: NaiveDate,
    /// What the office settled for itself.
    pub rules: Rules<'a>,
    /// The visit.
    pub visit: (RecordId, &'a Visit),
    /// Attendance.
    pub attendees: Vec<(RecordId, &'a Attendee)>,
    /// Entries in order.
    pub entries: Vec<(RecordId, &'a Entry)>,
    /// Documents due or received.
    pub materials: Vec<(RecordId, &'a Material)>,
    /// Prompted issues.
    pub issues: Vec<(RecordId, &'a PromptedIssue)>,
    /// What was found on criteria.
    pub answers: Vec<(RecordId, &'a Answer)>,
    /// What was open at the unit from earlier visits, with the verdicts of this one.
    pub carried: &'a [CarriedItem],
}

impl<'a> Facts<'a> {
    /// Makes the facts of a visit of which nothing else is recorded.
    #[must_use]
    pub fn bare(today: NaiveDate, rules: Rules<'a>, id: RecordId, visit: &'a Visit) -> Self {
        Self {
            today,
            rules,
            visit: (id, visit),
            attendees: Vec::new(),
            entries: Vec::new(),
            materials: Vec::new(),
            issues: Vec::new(),
            answers: Vec::new(),
            carried: &[],
        }
    }

    /// Lists the entries of which `wanted` is true, by their kind.
    pub(super) fn entries_of(&self, wanted: impl Fn(EntryKind) -> bool) -> impl Iterator<Item = (RecordId, &'a Entry)> {
        self.entries.iter().copied().filter(move |(_, entry)| wanted(entry.kind))
    }

    /// Whether an entry of such a kind is linked to `target`.
    pub(super) fn has_linked(&self, target: RecordId, wanted: impl Fn(EntryKind) -> bool) -> bool {
        self.entries_of(wanted).any(|(_, entry)| entry.links.contains(&target))
    }
}
