//! What minutes are made from, borrowed from whoever holds the records.

use chrono::NaiveDate;

use crate::domain::{
    Answer, Attendee, CarriedItem, Delegation, Entry, FollowUp, LegalBasis, Material, Member, PromptedIssue, RecordId,
    Recurrence, Visit,
};
use crate::figures::Cap;

/// The records of one visit.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The delegation.
    pub delegation: &'a Delegation,
    /// Name of the unit, or empty.
    pub unit: &'a str,
    /// Name of the unit above it, when recorded.
    pub parent_unit: Option<&'a str>,
    /// The visit.
    pub visit: &'a Visit,
    /// Legal documents of the delegation, in order.
    pub bases: Vec<&'a LegalBasis>,
    /// Members of the delegation by role, then order.
    pub members: Vec<(RecordId, &'a Member)>,
    /// Attendance by side, then order.
    pub attendees: Vec<&'a Attendee>,
    /// Entries in order.
    pub entries: Vec<(RecordId, &'a Entry)>,
    /// Documents due or received, in order.
    pub materials: Vec<(RecordId, &'a Material)>,
    /// Last day on which papers reached the meeting in time, when it is known.
    pub papers_due: Option<NaiveDate>,
    /// Prompted issues, in order.
    pub issues: Vec<(RecordId, &'a PromptedIssue)>,
    /// What was open at the unit from earlier visits, with the verdicts of this one, in the order to print.
    pub carried: Vec<&'a CarriedItem>,
    /// Faults whose criterion was found at the unit before.
    pub recurring: Vec<(RecordId, &'a Recurrence)>,
    /// What the addressees of recommendations answered by the day of the visit, the newest answer of each.
    pub replies: Vec<(RecordId, &'a FollowUp)>,
    /// How many may stand at the top level of a ranking.
    pub cap: Cap,
    /// Answers on criteria, in the order of the checklist.
    pub answers: Vec<Answered<'a>>,
    /// The checklist held against, and how much of it anybody looked at.
    pub checklist: Option<Held<'a>>,
}

/// An answer with what it is about.
#[derive(Clone, Copy, Debug)]
pub struct Answered<'a> {
    /// The record.
    pub id: RecordId,
    /// Short title of the criterion.
    pub title: &'a str,
    /// Whether the criterion's wording was compared with the official document.
    pub verified: bool,
    /// The answer.
    pub answer: &'a Answer,
}

/// A checklist that a visit was held against.
#[derive(Clone, Copy, Debug)]
pub struct Held<'a> {
    /// Its title.
    pub title: &'a str,
    /// The document it is taken from.
    pub source: &'a str,
    /// How many of its criteria anybody looked at.
    pub looked_at: usize,
    /// How many criteria it has.
    pub items: usize,
}

impl<'a> Source<'a> {
    /// Makes the source of a visit of which nothing else is recorded.
    #[must_use]
    pub fn bare(delegation: &'a Delegation, visit: &'a Visit) -> Self {
        Self {
            delegation,
            unit: "",
            parent_unit: None,
            visit,
            bases: Vec::new(),
            members: Vec::new(),
            attendees: Vec::new(),
            entries: Vec::new(),
            materials: Vec::new(),
            papers_due: None,
            issues: Vec::new(),
            carried: Vec::new(),
            recurring: Vec::new(),
            replies: Vec::new(),
            cap: Cap::default(),
            answers: Vec::new(),
            checklist: None,
        }
    }
}
