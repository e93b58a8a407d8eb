//! Checks of the visit's own facts: who, when, how secret, how many copies.

use super::Facts;
use super::warning::{Detail, Mend, Place};
use crate::domain::{Kind, Presence, Secrecy, Side};

type Found = Vec<(Place, Detail)>;

/// The two sides that sign the minutes and keep copies of them.
const SIDES: u32 = 2;

pub(super) fn chair_missing(facts: &Facts<'_>) -> Found {
    field(facts, "chair", facts.visit.1.chair.is_none())
}

pub(super) fn recorder_missing(facts: &Facts<'_>) -> Found {
    field(facts, "recorder", facts.visit.1.recorder.is_none())
}

pub(super) fn start_missing(facts: &Facts<'_>) -> Found {
    field(facts, "start", facts.visit.1.start.is_none())
}

pub(super) fn end_missing(facts: &Facts<'_>) -> Found {
    field(facts, "end", facts.visit.1.end.is_none())
}

pub(super) fn secrecy_unset(facts: &Facts<'_>) -> Found {
    field(facts, "secrecy", facts.visit.1.secrecy == Secrecy::Unset)
}

pub(super) fn few_copies(facts: &Facts<'_>) -> Found {
    match (facts.visit.1.copies, facts.visit.1.copies_each) {
        (Some(all), Some(each)) if all < each.saturating_mul(SIDES) => {
            vec![(of_visit(facts, Mend::Field("copies")), Detail::Copies { all, each })]
        }
        _ => Vec::new(),
    }
}

pub(super) fn no_delegation(facts: &Facts<'_>) -> Found {
    nobody_of(facts, Side::Delegation)
}

pub(super) fn no_unit(facts: &Facts<'_>) -> Found {
    nobody_of(facts, Side::Unit)
}

fn nobody_of(facts: &Facts<'_>, side: Side) -> Found {
    let is_present = facts.attendees.iter().any(|(_, who)| who.side == side && who.presence == Presence::Present);
    if is_present { Vec::new() } else { vec![(of_visit(facts, Mend::Attendance(side)), Detail::Nothing)] }
}

fn field(facts: &Facts<'_>, name: &'static str, is_missing: bool) -> Found {
    if is_missing { vec![(of_visit(facts, Mend::Field(name)), Detail::Nothing)] } else { Vec::new() }
}

/// Points at the visit itself.
pub(super) fn of_visit(facts: &Facts<'_>, mend: Mend) -> Place {
    Place { kind: Kind::VISIT, id: facts.visit.0, mend }
}
