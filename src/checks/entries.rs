//! Checks of the entries: the chain from fault to recommendation, who must act and by when.

use super::warning::{Detail, Mend, Place};
use super::{Facts, vague, visit};
use crate::domain::{ChainPart, Entry, EntryKind, Kind, RecordId};

type Found = Vec<(Place, Detail)>;

pub(super) fn no_shortcoming(facts: &Facts<'_>) -> Found {
    none_of(facts, EntryKind::is_fault, EntryKind::Shortcoming)
}

pub(super) fn no_conclusion(facts: &Facts<'_>) -> Found {
    none_of(facts, |kind| kind == EntryKind::Conclusion, EntryKind::Conclusion)
}

pub(super) fn no_cause(facts: &Facts<'_>) -> Found {
    faults_without(facts, ChainPart::Cause)
}

pub(super) fn no_responsibility(facts: &Facts<'_>) -> Found {
    faults_without(facts, ChainPart::Responsibility)
}

pub(super) fn no_recommendation(facts: &Facts<'_>) -> Found {
    faults_without(facts, ChainPart::Recommendation)
}

pub(super) fn no_position(facts: &Facts<'_>) -> Found {
    faults_without(facts, ChainPart::Position)
}

pub(super) fn vague_subject(facts: &Facts<'_>) -> Found {
    let faults = facts.entries_of(EntryKind::is_fault).filter(|(_, entry)| names_of(entry) == 0);
    faults
        .filter_map(|(id, entry)| Some((of_entry(id, Mend::Field("private_names")), vague::words_in(&entry.text)?)))
        .map(|(place, words)| (place, Detail::Words(words)))
        .collect()
}

pub(super) fn group_of_one(facts: &Facts<'_>) -> Found {
    let faults = facts.entries_of(EntryKind::is_fault).filter(|(_, entry)| names_of(entry) == 1);
    faults
        .filter_map(|(id, entry)| Some((of_entry(id, Mend::Field("private_names")), vague::group_in(&entry.text)?)))
        .map(|(place, words)| (place, Detail::Words(words)))
        .collect()
}

pub(super) fn no_doer(facts: &Facts<'_>) -> Found {
    asked_without(facts, "people", |entry| entry.people.is_empty())
}

pub(super) fn no_due(facts: &Facts<'_>) -> Found {
    asked_without(facts, "due", |entry| entry.due.is_none())
}

/// A date before the visit is nearly always a wrong year.
pub(super) fn due_before_visit(facts: &Facts<'_>) -> Found {
    let Some(day) = facts.visit.1.date else { return Vec::new() };
    let due = facts.entries.iter().filter_map(|(id, entry)| Some((*id, entry.due.filter(|due| *due < day)?)));
    due.map(|(id, due)| (of_entry(id, Mend::Field("due")), Detail::Due(due))).collect()
}

fn none_of(facts: &Facts<'_>, wanted: impl Fn(EntryKind) -> bool, missing: EntryKind) -> Found {
    let is_there = facts.entries_of(wanted).any(|(_, entry)| !entry.text.trim().is_empty());
    if is_there { Vec::new() } else { vec![(visit::of_visit(facts, Mend::NewEntry(missing)), Detail::Nothing)] }
}

/// Finds the faults that lack a part of their chain.
fn faults_without(facts: &Facts<'_>, part: ChainPart) -> Found {
    let alone = facts.entries.iter().filter(|entry| part.is_missing_of(**entry, &facts.entries));
    let detail = |kind| if kind == EntryKind::ViolationSign { Detail::Sign } else { Detail::Nothing };
    alone.map(|(id, entry)| (of_entry(*id, Mend::LinkedEntry(part.usual_kind())), detail(entry.kind))).collect()
}

fn asked_without(facts: &Facts<'_>, field: &'static str, lacks: impl Fn(&Entry) -> bool) -> Found {
    let asked = facts.entries_of(|kind| kind == EntryKind::RecommendationDown).filter(|(_, entry)| lacks(entry));
    asked.map(|(id, _)| (of_entry(id, Mend::Field(field)), Detail::Nothing)).collect()
}

fn names_of(entry: &Entry) -> usize {
    entry.private_names.iter().filter(|name| !name.trim().is_empty()).count()
}

fn of_entry(id: RecordId, mend: Mend) -> Place {
    Place { kind: Kind::ENTRY, id, mend }
}
