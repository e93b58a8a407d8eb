//! The ledger: everything that is followed, folded from entries, outside items, follow-ups and verdicts, kept in memory.
//!
//! Only what was followed up decides where an item stands: visits that did not take place and records that were removed do not
//! count.

mod carried;
#[cfg(test)]
mod laws;
mod noted;
mod notes;
mod open;
mod paged;
mod register;
mod rows;
mod spans;
mod statistics;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use noted::Noted;
use notes::{Alike, Cause, DelegationNote, StepNote, UnitNote, VisitNote};
pub(super) use notes::{Item, kind_of};
use paged::Paged;
pub use rows::{RegisterRow, Rows};
use uuid::Uuid;

use super::Row;
use super::reading::typed;
use crate::domain::{
    Answer, Course, Delegation, Entry, FollowUp, FollowedItem, Kind, OutsideItem, Record, RecordId, RecordState, Step,
    Unit, Unreadable, Verdict, Visit,
};
use crate::text::Needle;

/// Everything that is followed.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Ledger {
    units: BTreeMap<RecordId, UnitNote>,
    delegations: BTreeMap<RecordId, DelegationNote>,
    visits: BTreeMap<RecordId, VisitNote>,
    items: Paged<Item>,
    /// Units with the items raised at them, in order.
    at_unit: BTreeMap<RecordId, Vec<RecordId>>,
    /// Follow-ups and verdicts, each behind the item that it speaks of.
    steps: BTreeMap<(RecordId, RecordId), StepNote>,
    /// The item of each step.
    item_of: BTreeMap<RecordId, RecordId>,
    causes: BTreeMap<RecordId, Cause>,
    noted: Paged<Noted>,
    unreadable: BTreeMap<RecordId, Unreadable>,
    /// Stored values that could not be decoded at all.
    quarantined: Vec<String>,
    alike: Alike,
}

/// Where something belongs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Whereabouts {
    pub(super) unit: Option<RecordId>,
    pub(super) delegation: Option<RecordId>,
    pub(super) visit: Option<RecordId>,
    pub(super) date: Option<NaiveDate>,
    /// Whether its visit or delegation was removed.
    pub(super) removed: bool,
}

/// Kinds that the ledger is made of, in the order in which they are read.
pub(super) const KINDS: [Kind; 8] = [
    Unit::KIND,
    Delegation::KIND,
    Visit::KIND,
    FollowUp::KIND,
    Verdict::KIND,
    OutsideItem::KIND,
    Answer::KIND,
    Entry::KIND,
];

impl Ledger {
    /// Notes a record as it is now; what follows from it elsewhere is left to [`Ledger::refresh`].
    pub(super) fn take(&mut self, state: &RecordState) {
        let (id, living) = (state.id, state.removal().is_none());
        self.unreadable.remove(&id);
        let outcome = match state.kind.as_str() {
            "unit" => {
                self.units.remove(&id);
                typed(state).map(|row: Row<Unit>| {
                    self.units.insert(id, UnitNote::of(&row.record));
                })
            }
            "delegation" => {
                self.delegations.remove(&id);
                typed(state).map(|row: Row<Delegation>| {
                    self.delegations.insert(id, DelegationNote::of(&row.record, living));
                })
            }
            "visit" => {
                self.visits.remove(&id);
                typed(state).map(|row: Row<Visit>| {
                    self.visits.insert(id, VisitNote::of(&row.record, living));
                })
            }
            "follow_up" => {
                self.forget_step(id);
                read_living(state).map(|found| self.keep_step(id, found.as_ref().and_then(StepNote::of_follow_up)))
            }
            "verdict" => {
                self.forget_step(id);
                read_living(state).map(|found| self.keep_step(id, found.as_ref().and_then(StepNote::of_verdict)))
            }
            "outside_item" => {
                self.forget_item(id);
                read_living(state).map(|found| {
                    if let Some(row) = found {
                        self.items.insert(Item::of_outside(row, &mut self.alike));
                    }
                })
            }
            "answer" => {
                self.noted.remove(id);
                read_living::<Answer>(state).map(|found| {
                    if let Some(noted) = found.and_then(|row| Noted::of_answer(&row, &mut self.alike)) {
                        self.noted.insert(noted);
                    }
                })
            }
            _ => self.take_entry(state),
        };
        if let Err(why) = outcome {
            self.unreadable.insert(id, why);
        }
    }

    /// Most entries are of no interest here, so they are told apart before they are read.
    fn take_entry(&mut self, state: &RecordState) -> Result<(), Unreadable> {
        self.forget_item(state.id);
        self.causes.remove(&state.id);
        self.noted.remove(state.id);
        if let Some(noted) = Noted::of_entry(state, &mut self.alike) {
            self.noted.insert(noted);
        }
        if !Item::may_be(state) && !Cause::may_be(state) {
            return Ok(());
        }
        let Some(row) = read_living::<Entry>(state)? else { return Ok(()) };
        if let Some(cause) = Cause::of(&row.record, &mut self.alike) {
            self.causes.insert(row.id, cause);
        }
        if let Some(item) = Item::of_entry(row, &mut self.alike) {
            self.items.insert(item);
        }
        Ok(())
    }

    fn forget_item(&mut self, id: RecordId) {
        if let Some(unit) = self.items.remove(id).and_then(|item| item.followed.unit) {
            self.leave_unit(unit, id);
        }
    }

    fn leave_unit(&mut self, unit: RecordId, id: RecordId) {
        if let Some(items) = self.at_unit.get_mut(&unit) {
            items.retain(|item| *item != id);
            if items.is_empty() {
                self.at_unit.remove(&unit);
            }
        }
    }

    fn forget_step(&mut self, id: RecordId) {
        if let Some(item) = self.item_of.remove(&id) {
            self.steps.remove(&(item, id));
        }
    }

    fn keep_step(&mut self, id: RecordId, step: Option<(RecordId, StepNote)>) {
        if let Some((item, step)) = step {
            self.item_of.insert(id, item);
            self.steps.insert((item, id), step);
        }
    }

    /// Notes what could not be decoded.
    pub(super) fn quarantine(&mut self, why: Vec<String>) {
        self.quarantined.extend(why);
    }

    pub(super) fn item_of_step(&self, step: RecordId) -> Option<RecordId> {
        self.item_of.get(&step).copied()
    }

    /// Works out what follows from records that were all taken.
    pub(super) fn refresh_all(&mut self) {
        let items: Vec<RecordId> = self.items.iter().map(|item| item.followed.id).collect();
        for item in items {
            self.refresh_item(item);
        }
        // What was filled in the order of its keys has half of its room to spare.
        self.at_unit.values_mut().for_each(Vec::shrink_to_fit);
        self.steps = std::mem::take(&mut self.steps).into_iter().collect();
        self.item_of = std::mem::take(&mut self.item_of).into_iter().collect();
    }

    /// Brings up to date what follows from a record that was taken; `before` is the item that it spoke of until then.
    pub(super) fn refresh(&mut self, kind: &Kind, id: RecordId, before: Option<RecordId>) {
        let stale: Vec<RecordId> = match kind.as_str() {
            "visit" => self.items_about(|visit| visit == id),
            "delegation" => {
                let of_delegation = |visit: &VisitNote| visit.delegation == Some(id);
                self.items_about(|visit| self.visits.get(&visit).is_some_and(of_delegation))
            }
            "follow_up" | "verdict" => before.into_iter().chain(self.item_of_step(id)).collect(),
            "unit" => self.ids_at(Some(id)).collect(),
            _ => vec![id],
        };
        for item in stale {
            self.refresh_item(item);
        }
    }

    /// Lists the items raised or judged at some visits.
    fn items_about(&self, is_meant: impl Fn(RecordId) -> bool) -> Vec<RecordId> {
        let raised = self.items.iter().filter(|item| item.followed.visit.is_some_and(&is_meant));
        let judged = self.steps.iter().filter(|(_, step)| step.visit.is_some_and(&is_meant));
        raised.map(|item| item.followed.id).chain(judged.map(|((item, _), _)| *item)).collect()
    }

    /// Folds what is known of an item into where it stands.
    fn refresh_item(&mut self, id: RecordId) {
        let Some(Item { followed, .. }) = self.items.get(id) else { return };
        let course = Course::begun(followed.kind, followed.first_due).after(self.steps_of(id));
        let Some(item) = self.items.get_mut(id) else { return };
        let followed = &mut item.followed;
        let unit_before = followed.unit;
        (followed.standing, followed.due) = (course.standing, course.due);
        item.counts = true;
        if let Some(visit) = followed.visit {
            let visit = self.visits.get(&visit);
            let delegation = visit.and_then(|visit| self.delegations.get(&visit.delegation?));
            item.counts = visit.is_some_and(VisitNote::took_place) && delegation.is_some_and(|note| note.living);
            followed.unit = visit.and_then(|visit| visit.unit);
            followed.delegation = visit.and_then(|visit| visit.delegation);
            followed.raised = visit.and_then(|visit| visit.date);
            followed.source = delegation.map(|note| Arc::clone(&note.source)).unwrap_or_default();
        }
        let unit = followed.unit.and_then(|unit| self.units.get(&unit));
        item.unit = unit.map(|unit| Arc::clone(&unit.name)).unwrap_or_default();
        let unit = followed.unit;
        if let Some(before) = unit_before.filter(|before| unit != Some(*before)) {
            self.leave_unit(before, id);
        }
        if let Some(unit) = unit {
            let items = self.at_unit.entry(unit).or_default();
            if let Err(place) = items.binary_search(&id) {
                items.insert(place, id);
            }
        }
    }

    /// The items raised at a unit.
    fn ids_at(&self, unit: Option<RecordId>) -> impl Iterator<Item = RecordId> {
        unit.and_then(|unit| self.at_unit.get(&unit)).into_iter().flatten().copied()
    }

    /// What was said of an item.
    fn said_of(&self, item: RecordId) -> impl Iterator<Item = (RecordId, &StepNote)> {
        let (first, last) = ((item, RecordId(Uuid::nil())), (item, RecordId(Uuid::max())));
        self.steps.range(first..=last).map(|((_, step), note)| (*step, note))
    }

    /// The steps of an item that count, each on its day; a verdict without one comes last, as its visit does.
    fn steps_of(&self, item: RecordId) -> impl Iterator<Item = Step> {
        self.said_of(item).filter_map(|(id, note)| {
            let date = match note.visit {
                Some(visit) => Some(self.visit_that_counts(visit)?.day()),
                None => note.date,
            };
            Some(Step { date, id, standing: note.standing, due: note.due })
        })
    }

    /// Returns a visit that took place and is not removed, nor its delegation.
    fn visit_that_counts(&self, id: RecordId) -> Option<&VisitNote> {
        let visit = self.visits.get(&id).filter(|visit| visit.took_place())?;
        self.delegations.get(&visit.delegation?).filter(|delegation| delegation.living)?;
        Some(visit)
    }

    /// Whether a visit took place, and neither it nor its delegation was removed.
    pub(super) fn took_place(&self, visit: RecordId) -> bool {
        self.visit_that_counts(visit).is_some()
    }

    /// Returns an item that counts.
    pub(super) fn get(&self, id: RecordId) -> Option<&Item> {
        self.items.get(id).filter(|item| item.counts)
    }

    pub(super) fn unit_name(&self, unit: Option<RecordId>) -> Arc<str> {
        unit.and_then(|unit| self.units.get(&unit)).map(|unit| unit.name.clone()).unwrap_or_default()
    }

    /// Finds the units whose name has some words.
    pub(super) fn units_named(&self, needle: &Needle) -> Vec<RecordId> {
        self.units.iter().filter(|(_, unit)| needle.is_in(&unit.name)).map(|(id, _)| *id).collect()
    }

    /// Tells where a visit, a delegation, a unit or an item belongs.
    pub(super) fn whereabouts(&self, id: RecordId) -> Whereabouts {
        if let Some(visit) = self.visits.get(&id) {
            let delegation = visit.delegation.and_then(|delegation| self.delegations.get(&delegation));
            return Whereabouts {
                unit: visit.unit,
                delegation: visit.delegation,
                visit: Some(id),
                date: visit.date,
                removed: !visit.living || delegation.is_some_and(|delegation| !delegation.living),
            };
        }
        if let Some(Item { followed, .. }) = self.items.get(id) {
            let FollowedItem { unit, visit, raised: date, .. } = *followed;
            return match visit {
                Some(visit) => self.whereabouts(visit),
                None => Whereabouts { unit, date, ..Whereabouts::default() },
            };
        }
        if let Some(delegation) = self.delegations.get(&id) {
            return Whereabouts { delegation: Some(id), removed: !delegation.living, ..Whereabouts::default() };
        }
        Whereabouts { unit: self.units.contains_key(&id).then_some(id), ..Whereabouts::default() }
    }

    /// Names the delegation of a visit as minutes do.
    pub(super) fn source_of(&self, visit: RecordId) -> Arc<str> {
        let delegation = self.visits.get(&visit).and_then(|visit| self.delegations.get(&visit.delegation?));
        delegation.map(|delegation| Arc::clone(&delegation.source)).unwrap_or_default()
    }

    /// Where an item stood before a step, as far as what was said until then tells.
    pub(super) fn before_step(&self, item: &Item, step: Step) -> Course {
        let earlier = self.steps_of(item.followed.id).filter(|other| *other < step && other.id != step.id);
        Course::begun(item.followed.kind, item.followed.first_due).after(earlier)
    }

    /// What could not be read.
    pub(super) fn unreadable(&self) -> Vec<Unreadable> {
        let quarantined = self.quarantined.iter().map(|why| Unreadable {
            kind: Kind::ENTRY,
            id: RecordId(Uuid::nil()),
            why: why.clone(),
        });
        self.unreadable.values().cloned().chain(quarantined).collect()
    }
}

/// Reads a record that is not removed.
fn read_living<R: Record>(state: &RecordState) -> Result<Option<Row<R>>, Unreadable> {
    if state.removal().is_some() { Ok(None) } else { typed(state).map(Some) }
}
