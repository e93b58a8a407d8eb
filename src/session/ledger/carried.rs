//! What a visit finds waiting: items raised at earlier visits to its unit, and criteria found at fault there before.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Ledger;
use super::notes::{Item, VisitNote};
use crate::domain::{CarriedItem, Course, FollowedItem, ItemKind, RecordId, Recurrence, Step, code_key};

/// A visit that took place, when it was, and whether it is the one that is asked about.
struct Held {
    visit: RecordId,
    place: (NaiveDate, RecordId),
    is_the_last: bool,
}

impl Ledger {
    /// Lists what is carried to a visit, oldest first, each as it stood before; `judged` are items that this visit has a
    /// verdict of, which come in any case.
    pub(in crate::session) fn carried(&self, visit: RecordId, judged: &BTreeSet<RecordId>) -> Vec<CarriedItem> {
        let Some(note) = self.visits.get(&visit) else { return Vec::new() };
        let place = note.place(visit);
        let held = self.held(note.unit, Some((visit, place)));
        let mut found: Vec<(NaiveDate, CarriedItem)> = Vec::new();
        for item in self.at_unit(note.unit) {
            let is_judged = judged.contains(&item.followed.id);
            // What has no date may be older than it was entered, so it is asked of every visit that can still answer.
            let is_asked = is_undated(item) && (is_judged || note.is_under_way());
            if item.is_model() || !(is_asked || self.is_earlier(item, place)) {
                continue;
            }
            let course = self.course_before(item, visit, place);
            if course.standing.is_closed() && !is_judged {
                continue;
            }
            let mut followed = item.followed.clone();
            (followed.standing, followed.due) = (course.standing, course.due);
            let times = self.times_among(item, &held);
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
        let is_judged = self.said_of(item.followed.id).any(|(_, said)| said.visit == Some(visit));
        is_judged || (self.is_earlier(item, place) && !self.course_before(item, visit, place).standing.is_closed())
    }

    /// Where an item stood when a visit began: follow-ups of that day may have come after it, so they do not count.
    fn course_before(&self, item: &Item, visit: RecordId, place: (NaiveDate, RecordId)) -> Course {
        let judged_at = |step: &Step| self.steps.get(&(item.followed.id, step.id)).and_then(|note| note.visit);
        let before = |step: &Step| match judged_at(step) {
            Some(judging) => judging != visit && step.date.is_some_and(|day| (day, judging) < place),
            None => step.date.is_none_or(|day| day < place.0),
        };
        let steps = self.steps_of(item.followed.id).filter(before);
        Course::begun(item.followed.kind, item.followed.first_due).after(steps)
    }

    /// Counts the visits that an item was carried to; with those before it was entered here.
    pub(in crate::session) fn times(&self, item: &Item) -> u32 {
        self.times_among(item, &self.held(item.followed.unit, None))
    }

    /// Counts the visits among those held that an item was carried to. A visit that found it closed did not carry it.
    fn times_among(&self, item: &Item, held: &[Held]) -> u32 {
        let carried_to = held.iter().filter(|held| held.is_the_last || self.met(item, held.visit, held.place));
        u32::try_from(carried_to.count()).unwrap_or(u32::MAX).saturating_add(item.carried)
    }

    /// Lists the visits to a unit that took place, all of them or up to one, which is listed in any case.
    fn held(&self, unit: Option<RecordId>, last: Option<(RecordId, (NaiveDate, RecordId))>) -> Vec<Held> {
        let visits = self.visits.iter().filter(|(_, note)| unit.is_some() && note.unit == unit);
        let held = visits.filter_map(|(id, note)| {
            let (place, is_the_last) = (note.place(*id), last.is_some_and(|(last, _)| last == *id));
            let in_time = last.is_none_or(|(_, last)| place <= last);
            let counts = in_time && (is_the_last || self.visit_that_counts(*id).is_some());
            counts.then_some(Held { visit: *id, place, is_the_last })
        });
        held.collect()
    }

    /// The items raised at a unit that count.
    fn at_unit(&self, unit: Option<RecordId>) -> impl Iterator<Item = &Item> {
        self.ids_at(unit).filter_map(|item| self.items.get(item)).filter(|item| item.counts)
    }

    /// Lists what a visit raised itself, as it stands today.
    pub(in crate::session) fn raised_at(&self, visit: RecordId) -> Vec<FollowedItem> {
        let unit = self.visits.get(&visit).and_then(|note| note.unit);
        let own = self.at_unit(unit).filter(|item| item.followed.visit == Some(visit));
        own.map(|item| item.followed.clone()).collect()
    }

    /// Finds the faults of a visit whose criterion was found at the same unit before, each with its most frequent criterion.
    pub(in crate::session) fn recurring(&self, visit: RecordId) -> Vec<(RecordId, Recurrence)> {
        let Some(note) = self.visits.get(&visit) else { return Vec::new() };
        let place = note.place(visit);
        let checklist = self.checklist(note);
        let mut found_at: BTreeMap<String, BTreeSet<RecordId>> = BTreeMap::new();
        let faults = || {
            self.at_unit(note.unit)
                .filter(|item| matches!(item.followed.kind, ItemKind::Entry(kind) if kind.is_fault()))
        };
        for item in faults() {
            let Some((raised_at, raised)) = item.followed.visit.and_then(|id| Some((id, self.visits.get(&id)?))) else {
                continue;
            };
            if raised.place(raised_at) <= place && self.checklist(raised) == checklist {
                for code in item.followed.criteria.iter() {
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
