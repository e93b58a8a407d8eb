//! What a visit finds waiting: items raised at earlier visits to its unit, and criteria found at fault there before.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::Ledger;
use super::notes::{Item, VisitNote};
use crate::domain::{CarriedItem, Course, EntryKind, FollowedItem, ItemKind, RecordId, Recurrence, Step, code_key};

impl Ledger {
    /// Lists what is carried to a visit, oldest first, each as it stood before; `judged` are items that this visit has a
    /// verdict of, which come in any case.
    pub(in crate::session) fn carried(&self, visit: RecordId, judged: &BTreeSet<RecordId>) -> Vec<CarriedItem> {
        let Some(note) = self.visits.get(&visit) else { return Vec::new() };
        let place = note.place(visit);
        let mut found: Vec<(NaiveDate, CarriedItem)> = Vec::new();
        for item in self.counting().filter(|item| note.unit.is_some() && item.followed.unit == note.unit) {
            let is_model = item.followed.kind == ItemKind::Entry(EntryKind::GoodPractice);
            let is_judged = judged.contains(&item.followed.id);
            // What has no date may be older than it was entered, so it is asked of every visit that can still answer.
            let is_asked = is_undated(item) && (is_judged || note.is_under_way());
            if is_model || !(is_asked || self.is_earlier(item, place)) {
                continue;
            }
            let course = self.course_before(item, visit, place);
            if course.standing.is_closed() && !is_judged {
                continue;
            }
            let mut followed = (*item.followed).clone();
            (followed.standing, followed.due) = (course.standing, course.due);
            let times = self.times(item, Some((visit, place)));
            let day = followed.raised.unwrap_or(NaiveDate::MIN);
            found.push((day, CarriedItem { item: followed, times, verdict: None }));
        }
        found.sort_by_key(|(day, carried)| (*day, carried.item.id));
        found.into_iter().map(|(_, carried)| carried).collect()
    }

    /// Whether an item was raised before a visit; one from outside without a date, as far as anybody here knew of it.
    fn is_earlier(&self, item: &Item, place: (NaiveDate, RecordId)) -> bool {
        match item.followed.visit {
            Some(raised_at) => self.visits.get(&raised_at).is_some_and(|visit| visit.place(raised_at) < place),
            None => item.followed.raised.or(item.followed.id.made_on()).is_none_or(|day| day <= place.0),
        }
    }

    /// Whether a visit found an item waiting, or gave a verdict on it all the same.
    fn met(&self, item: &Item, visit: RecordId, place: (NaiveDate, RecordId)) -> bool {
        let steps = self.steps_of.get(&item.followed.id).into_iter().flatten();
        let is_judged = steps.filter_map(|step| self.steps.get(step)).any(|step| step.visit == Some(visit));
        is_judged || (self.is_earlier(item, place) && !self.course_before(item, visit, place).standing.is_closed())
    }

    /// Where an item stood when a visit began: follow-ups of that day may have come after it, so they do not count.
    fn course_before(&self, item: &Item, visit: RecordId, place: (NaiveDate, RecordId)) -> Course {
        let before = |step: &Step| match self.steps.get(&step.id).and_then(|note| note.visit) {
            Some(judging) => judging != visit && (step.date.unwrap_or(NaiveDate::MAX), judging) < place,
            None => step.date.is_none_or(|day| day < place.0),
        };
        let steps = self.steps_of(item.followed.id).filter(before);
        Course::begun(item.followed.kind, item.followed.first_due).after(steps)
    }

    /// Counts the visits that an item was carried to, up to and including one, or all; with those before it was entered here.
    /// A visit that found it closed did not carry it.
    pub(in crate::session) fn times(&self, item: &Item, until: Option<(RecordId, (NaiveDate, RecordId))>) -> u32 {
        let unit = item.followed.unit;
        let carried_to = self.visits.iter().filter(|(id, visit)| {
            let place = visit.place(**id);
            let is_the_last = until.is_some_and(|(last, _)| last == **id);
            unit.is_some()
                && visit.unit == unit
                && until.is_none_or(|(_, last)| place <= last)
                && (is_the_last || (self.visit_that_counts(**id).is_some() && self.met(item, **id, place)))
        });
        u32::try_from(carried_to.count()).unwrap_or(u32::MAX).saturating_add(item.carried)
    }

    /// Lists what a visit raised itself, as it stands today.
    pub(in crate::session) fn raised_at(&self, visit: RecordId) -> Vec<Arc<FollowedItem>> {
        let own = self.counting().filter(|item| item.followed.visit == Some(visit));
        own.map(|item| Arc::clone(&item.followed)).collect()
    }

    /// Finds the faults of a visit whose criterion was found at the same unit before, each with its most frequent criterion.
    pub(in crate::session) fn recurring(&self, visit: RecordId) -> Vec<(RecordId, Recurrence)> {
        let Some(note) = self.visits.get(&visit) else { return Vec::new() };
        let place = note.place(visit);
        let checklist = self.checklist(note);
        let mut found_at: BTreeMap<String, BTreeSet<RecordId>> = BTreeMap::new();
        let faults = || {
            let at_unit = self.counting().filter(|item| note.unit.is_some() && item.followed.unit == note.unit);
            at_unit.filter(|item| matches!(item.followed.kind, ItemKind::Entry(kind) if kind.is_fault()))
        };
        for item in faults() {
            let Some((raised_at, raised)) = item.followed.visit.and_then(|id| Some((id, self.visits.get(&id)?))) else {
                continue;
            };
            if raised.place(raised_at) <= place && self.checklist(raised) == checklist {
                for code in &item.followed.criteria {
                    found_at.entry(code_key(code)).or_default().insert(raised_at);
                }
            }
        }
        let most = |item: &Item| {
            let times = |code: &String| found_at.get(&code_key(code)).map_or(0, BTreeSet::len);
            let most = item.followed.criteria.iter().rev().max_by_key(|code| times(code))?;
            let times = u32::try_from(times(most)).unwrap_or(u32::MAX);
            (times > 1).then(|| (item.followed.id, Recurrence { criterion: most.trim().to_owned(), times }))
        };
        faults().filter(|item| item.followed.visit == Some(visit)).filter_map(most).collect()
    }

    fn checklist(&self, visit: &VisitNote) -> Option<&str> {
        let delegation = visit.delegation.and_then(|delegation| self.delegations.get(&delegation));
        delegation.map(|delegation| delegation.checklist.as_str())
    }
}

/// Whether an item came from outside and nobody knows when it was raised.
fn is_undated(item: &Item) -> bool {
    item.followed.visit.is_none() && item.followed.raised.is_none()
}
