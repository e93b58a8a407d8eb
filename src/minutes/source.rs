//! What minutes are made from, borrowed from whoever holds the records.

use crate::domain::{Attendee, Delegation, Entry, LegalBasis, Member, RecordId, Visit};

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
}
