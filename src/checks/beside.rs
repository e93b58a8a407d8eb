//! Checks of what is kept beside the entries: carried items, prompted issues, documents, answers on criteria.

use chrono::NaiveDate;

use super::Facts;
use super::warning::{Detail, Mend, Place};
use crate::domain::{CarriedItem, ItemKind, Kind};

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

/// A document is missing once its due day has passed, and on the day of the visit in any case.
pub(super) fn material_missing(facts: &Facts<'_>) -> Found {
    let met = facts.visit.1.date.is_some_and(|day| day <= facts.today);
    let is_missing = |due: Option<NaiveDate>| met || due.is_some_and(|due| due < facts.today);
    let missing = facts.materials.iter().filter(|(_, paper)| paper.received.is_none() && is_missing(paper.due));
    missing
        .map(|(id, paper)| {
            let place = Place { kind: Kind::MATERIAL, id: *id, mend: Mend::Field("received") };
            (place, paper.due.map_or(Detail::Nothing, Detail::Due))
        })
        .collect()
}

pub(super) fn material_late(facts: &Facts<'_>) -> Found {
    let late = facts.materials.iter().filter_map(|(id, paper)| {
        let (due, received) = paper.due.zip(paper.received).filter(|(due, received)| due < received)?;
        let place = Place { kind: Kind::MATERIAL, id: *id, mend: Mend::Field("received") };
        Some((place, Detail::Late { due, received }))
    });
    late.collect()
}

pub(super) fn bare_answer(facts: &Facts<'_>) -> Found {
    let bare = facts.answers.iter().filter(|(_, answer)| answer.is_bare());
    bare.map(|(id, _)| (Place { kind: Kind::ANSWER, id: *id, mend: Mend::Field("note") }, Detail::Nothing)).collect()
}
