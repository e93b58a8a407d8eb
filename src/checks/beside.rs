//! Checks of what is kept beside the entries: carried items, prompted issues, documents, answers on criteria.

use chrono::NaiveDate;

use super::Facts;
use super::warning::{Detail, Mend, Place};
use crate::domain::{Arrival, CarriedItem, ItemKind, Kind, Material, RecordId};
use crate::figures::DayKind;

type Found = Vec<(Place, Detail)>;

pub(super) fn no_verdict(facts: &Facts<'_>) -> Found {
    let has_verdict = |item: &CarriedItem| item.verdict.as_ref().is_some_and(|(_, verdict)| verdict.level.is_some());
    let open = facts.carried.iter().filter(|item| !has_verdict(item));
    open.map(|carried| {
        let kind = match carried.item.kind {
            ItemKind::Entry(_) | ItemKind::DeepReview => Kind::ENTRY,
            ItemKind::Outside => Kind::OUTSIDE_ITEM,
        };
        (Place { kind, id: carried.item.id, mend: Mend::Verdict }, Detail::Times(carried.times))
    })
    .collect()
}

pub(super) fn issue_unanswered(facts: &Facts<'_>) -> Found {
    let open =
        facts.issues.iter().filter(|(id, issue)| issue.answer.trim().is_empty() && !facts.has_linked(*id, |_| true));
    open.map(|(id, _)| (Place { kind: Kind::PROMPTED_ISSUE, id: *id, mend: Mend::Field("answer") }, Detail::Nothing))
        .collect()
}

/// A document is missing once the last day in time has passed, and on the day of the visit in any case.
pub(super) fn material_missing(facts: &Facts<'_>) -> Found {
    let met = facts.visit.1.date.is_some_and(|day| day <= facts.today);
    let missing = facts.materials.iter().filter_map(|(id, paper)| match arrival(facts, paper) {
        Arrival::Missing(last) => Some((of_material(*id), Detail::Due(last))),
        Arrival::Awaited if met => Some((of_material(*id), Detail::Nothing)),
        _ => None,
    });
    missing.collect()
}

pub(super) fn material_late(facts: &Facts<'_>) -> Found {
    let late = facts.materials.iter().filter_map(|(id, paper)| match (arrival(facts, paper), paper.received) {
        (Arrival::Late(last), Some(received)) => {
            let left = working_days_left(facts, received);
            Some((of_material(*id), Detail::Late { last, received, left }))
        }
        _ => None,
    });
    late.collect()
}

fn arrival(facts: &Facts<'_>, paper: &Material) -> Arrival {
    let papers_due = facts.visit.1.date.and_then(|day| facts.rules.papers_due(day));
    paper.arrival(papers_due, facts.today)
}

/// Counts the working days between a document and the meeting, where they are fewer than the office asks for.
fn working_days_left(facts: &Facts<'_>, received: NaiveDate) -> Option<(usize, u32)> {
    let papers = facts.rules.papers.filter(|papers| papers.kind == DayKind::Working)?;
    let left = facts.rules.calendar.working_days_between(received, facts.visit.1.date?);
    (left < usize::try_from(papers.days).unwrap_or(usize::MAX)).then_some((left, papers.days))
}

fn of_material(id: RecordId) -> Place {
    Place { kind: Kind::MATERIAL, id, mend: Mend::Field("received") }
}

pub(super) fn bare_answer(facts: &Facts<'_>) -> Found {
    let bare = facts.answers.iter().filter(|(_, answer)| answer.is_bare());
    bare.map(|(id, _)| (Place { kind: Kind::ANSWER, id: *id, mend: Mend::Field("note") }, Detail::Nothing)).collect()
}
