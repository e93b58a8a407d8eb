//! The chain of a visit: what caused a fault, who answers for it, what is asked about it, what the unit holds of it.

use super::{Entry, EntryKind, RecordId};

/// What an entry is to the fault that it is linked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChainPart {
    /// Nguyên nhân.
    Cause,
    /// Trách nhiệm.
    Responsibility,
    /// Đề nghị, kiến nghị.
    Recommendation,
    /// Ý kiến của đơn vị.
    Position,
    /// Cam kết.
    Commitment,
    /// Anything else: a figure that shows it, a document still owed.
    Other,
}

impl ChainPart {
    /// Every part, in the order the chain is read.
    pub const ALL: [Self; 6] =
        [Self::Cause, Self::Responsibility, Self::Recommendation, Self::Position, Self::Commitment, Self::Other];

    /// Says what an entry of a kind is to the faults it is linked to.
    #[must_use]
    pub fn of(kind: EntryKind) -> Self {
        match kind {
            EntryKind::ObjectiveCause | EntryKind::SubjectiveCause => Self::Cause,
            EntryKind::Responsibility => Self::Responsibility,
            EntryKind::RecommendationDown | EntryKind::RecommendationUp => Self::Recommendation,
            EntryKind::Explanation | EntryKind::Acceptance => Self::Position,
            EntryKind::Commitment => Self::Commitment,
            _ => Self::Other,
        }
    }

    /// Returns the kind that somebody most likely writes to fill the part.
    #[must_use]
    pub fn usual_kind(self) -> EntryKind {
        match self {
            Self::Cause => EntryKind::SubjectiveCause,
            Self::Responsibility => EntryKind::Responsibility,
            Self::Recommendation => EntryKind::RecommendationDown,
            Self::Position => EntryKind::Explanation,
            Self::Commitment => EntryKind::Commitment,
            Self::Other => EntryKind::Supplement,
        }
    }

    /// Whether a fault of this kind is incomplete without the part.
    ///
    /// A sign of violation is not established yet: what caused it and who answers for it is for the inquiry to find.
    #[must_use]
    pub fn is_needed_by(self, fault: EntryKind) -> bool {
        match self {
            Self::Cause | Self::Responsibility => fault == EntryKind::Shortcoming,
            Self::Recommendation | Self::Position => fault.is_fault(),
            Self::Commitment | Self::Other => false,
        }
    }

    /// Whether an entry is a fault that needs the part, and nothing in the visit is linked to it as one.
    #[must_use]
    pub fn is_missing_of(self, (id, fault): (RecordId, &Entry), entries: &[(RecordId, &Entry)]) -> bool {
        let is_it = |entry: &Entry| Self::of(entry.kind) == self && entry.links.contains(&id);
        self.is_needed_by(fault.kind) && !entries.iter().any(|(_, entry)| is_it(entry))
    }

    /// Lists the parts that a fault needs and that nothing in the visit is linked to it as.
    #[must_use]
    pub fn missing(fault: RecordId, entries: &[(RecordId, &Entry)]) -> Vec<Self> {
        let Some(fault) = entries.iter().find(|(id, _)| *id == fault) else { return Vec::new() };
        Self::ALL.into_iter().filter(|part| part.is_missing_of(*fault, entries)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u128) -> RecordId {
        RecordId(uuid::Uuid::from_u128(number))
    }

    fn linked(kind: EntryKind, to: &[u128]) -> Entry {
        Entry { kind, links: to.iter().map(|number| id(*number)).collect(), ..Entry::default() }
    }

    #[test]
    fn a_fault_misses_what_nothing_is_linked_to_it_as() {
        use ChainPart::{Cause, Position, Recommendation, Responsibility};
        let [fault, sign] = [EntryKind::Shortcoming, EntryKind::ViolationSign].map(|kind| linked(kind, &[]));
        let cause = linked(EntryKind::ObjectiveCause, &[1, 2]);
        let answer = linked(EntryKind::Acceptance, &[1]);
        let asked = linked(EntryKind::RecommendationUp, &[1]);
        let all = [(id(1), &fault), (id(2), &sign), (id(3), &cause), (id(4), &answer), (id(5), &asked)];
        assert_eq!(ChainPart::missing(id(1), &all[..1]), [Cause, Responsibility, Recommendation, Position]);
        assert_eq!(ChainPart::missing(id(1), &all), [Responsibility]);
        assert_eq!(ChainPart::missing(id(2), &all), [Recommendation, Position]);
        assert_eq!(ChainPart::missing(id(3), &all), [], "a cause needs nothing");
    }

    #[test]
    fn what_is_usually_written_fills_the_part_it_is_written_for() {
        for part in ChainPart::ALL {
            assert_eq!(ChainPart::of(part.usual_kind()), part);
        }
    }
}
