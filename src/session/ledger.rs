//! The ledger: everything that is followed, folded from entries, outside items, follow-ups and verdicts, kept in memory.
//!
//! It is read from the store when it is first needed and kept up to date after every change by reading again what the change
//! touched, so that it always equals a ledger read anew. Only what was followed up decides where an item stands: visits that
//! did not take place and records that were removed do not count.

mod carried;
#[cfg(test)]
mod laws;
mod notes;
mod register;
mod statistics;

use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) use notes::Item;
use notes::{Cause, DelegationNote, StepNote, UnitNote, VisitNote};

use super::reading::typed;
use super::{Error, Row, Session};
use crate::domain::{
    Course, Delegation, Entry, FollowUp, Kind, Logged, OutsideItem, Record, RecordId, RecordState, Step, Unit,
    Unreadable, Verdict, Visit,
};

/// Everything that is followed.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Ledger {
    units: BTreeMap<RecordId, UnitNote>,
    delegations: BTreeMap<RecordId, DelegationNote>,
    visits: BTreeMap<RecordId, VisitNote>,
    items: BTreeMap<RecordId, Item>,
    /// Follow-ups and verdicts.
    steps: BTreeMap<RecordId, StepNote>,
    /// The steps of each item.
    steps_of: BTreeMap<RecordId, Vec<RecordId>>,
    causes: BTreeMap<RecordId, Cause>,
    unreadable: BTreeMap<RecordId, Unreadable>,
    /// Stored values that could not be decoded at all.
    quarantined: Vec<String>,
}

/// Kinds that the ledger is made of, in the order in which they are read.
const KINDS: [Kind; 7] =
    [Unit::KIND, Delegation::KIND, Visit::KIND, FollowUp::KIND, Verdict::KIND, OutsideItem::KIND, Entry::KIND];

impl Session {
    /// Returns the ledger, reading it when it is first needed.
    pub(super) fn ledger(&self) -> Result<&Ledger, Error> {
        if let Some(ledger) = self.ledger.get() {
            return Ok(ledger);
        }
        let ledger = self.read_ledger()?;
        Ok(self.ledger.get_or_init(|| ledger))
    }

    fn read_ledger(&self) -> Result<Ledger, Error> {
        let mut ledger = Ledger::default();
        for kind in &KINDS {
            let quarantined = self.store.each(kind, |state| {
                ledger.take(&state);
            })?;
            ledger.quarantined.extend(quarantined);
        }
        ledger.refresh_all();
        Ok(ledger)
    }

    /// Reads again what a change touched, if the ledger was read before.
    pub(super) fn note(&mut self, logged: &Logged) {
        let Some(mut ledger) = self.ledger.take() else { return };
        let mut touched: Vec<(&Kind, RecordId)> =
            logged.change.writes.iter().map(|write| (&write.at.kind, write.at.id)).collect();
        touched.sort_unstable();
        touched.dedup();
        for (kind, id) in touched.into_iter().filter(|(kind, _)| KINDS.contains(kind)) {
            // What cannot be read now is read, and told, when the ledger is needed next.
            let Ok(Some(state)) = self.store.get(kind, id) else { return };
            let before = ledger.item_of_step(id);
            ledger.take(&state);
            ledger.refresh(kind, id, before);
        }
        self.ledger = ledger.into();
    }
}

impl Ledger {
    /// Notes a record as it is now; what follows from it elsewhere is left to [`Ledger::refresh`].
    fn take(&mut self, state: &RecordState) {
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
                self.items.remove(&id);
                read_living(state).map(|found| {
                    if let Some(row) = found {
                        self.items.insert(id, Item::of_outside(row));
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
        self.items.remove(&state.id);
        self.causes.remove(&state.id);
        if !Item::may_be(state) && !Cause::may_be(state) {
            return Ok(());
        }
        let Some(row) = read_living::<Entry>(state)? else { return Ok(()) };
        if let Some(cause) = Cause::of(&row.record) {
            self.causes.insert(row.id, cause);
        }
        if let Some(item) = Item::of_entry(row) {
            self.items.insert(state.id, item);
        }
        Ok(())
    }

    fn forget_step(&mut self, id: RecordId) {
        let Some(step) = self.steps.remove(&id) else { return };
        if let Some(steps) = self.steps_of.get_mut(&step.item) {
            steps.retain(|other| *other != id);
            if steps.is_empty() {
                self.steps_of.remove(&step.item);
            }
        }
    }

    fn keep_step(&mut self, id: RecordId, step: Option<StepNote>) {
        let Some(step) = step else { return };
        let steps = self.steps_of.entry(step.item).or_default();
        steps.insert(steps.partition_point(|other| *other < id), id);
        self.steps.insert(id, step);
    }

    fn item_of_step(&self, step: RecordId) -> Option<RecordId> {
        self.steps.get(&step).map(|step| step.item)
    }

    fn refresh_all(&mut self) {
        let items: Vec<RecordId> = self.items.keys().copied().collect();
        for item in items {
            self.refresh_item(item);
        }
    }

    /// Brings up to date what follows from a record that was taken; `before` is the item that it spoke of until then.
    fn refresh(&mut self, kind: &Kind, id: RecordId, before: Option<RecordId>) {
        let stale: Vec<RecordId> = match kind.as_str() {
            "visit" => {
                let raised = self.items.values().filter(|item| item.followed.visit == Some(id));
                let judged = self.steps.values().filter(|step| step.visit == Some(id));
                raised.map(|item| item.followed.id).chain(judged.map(|step| step.item)).collect()
            }
            "delegation" => {
                let of_delegation = |visit: &Option<RecordId>| {
                    visit.and_then(|visit| self.visits.get(&visit)).is_some_and(|visit| visit.delegation == Some(id))
                };
                let raised = self.items.values().filter(|item| of_delegation(&item.followed.visit));
                let judged = self.steps.values().filter(|step| of_delegation(&step.visit));
                raised.map(|item| item.followed.id).chain(judged.map(|step| step.item)).collect()
            }
            "follow_up" | "verdict" => before.into_iter().chain(self.item_of_step(id)).collect(),
            "unit" => Vec::new(),
            _ => vec![id],
        };
        for item in stale {
            self.refresh_item(item);
        }
    }

    /// Folds what is known of an item into where it stands.
    fn refresh_item(&mut self, id: RecordId) {
        let Some(mut item) = self.items.remove(&id) else { return };
        let visit = item.followed.visit.and_then(|visit| self.visits.get(&visit));
        let delegation = visit.and_then(|visit| self.delegations.get(&visit.delegation?));
        item.counts = match item.followed.visit {
            Some(_) => {
                visit.is_some_and(VisitNote::took_place) && delegation.is_some_and(|delegation| delegation.living)
            }
            None => true,
        };
        let course = Course::begun(item.followed.kind, item.followed.first_due).after(self.steps_of(id));
        let followed = Arc::make_mut(&mut item.followed);
        (followed.standing, followed.due) = (course.standing, course.due);
        if followed.visit.is_some() {
            followed.unit = visit.and_then(|visit| visit.unit);
            followed.delegation = visit.and_then(|visit| visit.delegation);
            followed.raised = visit.and_then(|visit| visit.date);
            followed.source = delegation.map(|delegation| delegation.source.clone()).unwrap_or_default();
        }
        item.unit = item.followed.unit;
        self.items.insert(id, item);
    }

    /// The steps of an item that count, each on its day.
    fn steps_of(&self, item: RecordId) -> impl Iterator<Item = Step> {
        let steps = self.steps_of.get(&item).into_iter().flatten();
        steps.filter_map(|id| {
            let note = self.steps.get(id)?;
            let date = match note.visit {
                Some(visit) => self.visit_that_counts(visit)?.date,
                None => note.date,
            };
            Some(Step { date, id: *id, standing: note.standing, due: note.due })
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
        self.items.get(&id).filter(|item| item.counts)
    }

    fn counting(&self) -> impl Iterator<Item = &Item> {
        self.items.values().filter(|item| item.counts)
    }

    pub(super) fn unit_name(&self, unit: Option<RecordId>) -> Arc<str> {
        unit.and_then(|unit| self.units.get(&unit)).map(|unit| unit.name.clone()).unwrap_or_default()
    }

    /// Names the delegation of a visit as minutes do.
    pub(super) fn source_of(&self, visit: RecordId) -> String {
        let delegation = self.visits.get(&visit).and_then(|visit| self.delegations.get(&visit.delegation?));
        delegation.map(|delegation| delegation.source.clone()).unwrap_or_default()
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
            id: RecordId(uuid::Uuid::nil()),
            why: why.clone(),
        });
        self.unreadable.values().cloned().chain(quarantined).collect()
    }
}

/// Reads a record that is not removed.
fn read_living<R: Record>(state: &RecordState) -> Result<Option<Row<R>>, Unreadable> {
    if state.removal().is_some() { Ok(None) } else { typed(state).map(Some) }
}
