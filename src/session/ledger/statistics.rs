//! Figures over many visits.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::NaiveDate;

use super::noted::Noted;
use super::notes::{Cause, VisitNote};
use super::{Item, Ledger};
use crate::domain::{EntryKind, ItemKind, RecordId, code_key};
use crate::session::{Over, StatisticsView, Tallied, Tally};
use crate::text::sort_key;

/// The visits that figures are made of.
pub(super) struct Scope<'a> {
    ledger: &'a Ledger,
    over: Over,
    units: Option<BTreeSet<RecordId>>,
    delegations: Option<BTreeSet<RecordId>>,
}

impl<'a> Scope<'a> {
    fn of(ledger: &'a Ledger, over: Over) -> Self {
        let units = over.unit.map(|unit| ledger.units_below(unit));
        let delegations = over.delegation.map(|delegation| ledger.parts_of(delegation));
        Self { ledger, over, units, delegations }
    }

    /// Returns a visit that took place and is asked for.
    fn visit(&self, id: RecordId) -> Option<&'a VisitNote> {
        let visit = self.ledger.visit_that_counts(id)?;
        let is_in = |wanted: &Option<BTreeSet<RecordId>>, id: Option<RecordId>| {
            wanted.as_ref().is_none_or(|wanted| id.is_some_and(|id| wanted.contains(&id)))
        };
        let in_time = self.over.from.is_none_or(|from| visit.date.is_some_and(|date| date >= from))
            && self.over.to.is_none_or(|to| visit.date.is_some_and(|date| date <= to));
        (in_time && is_in(&self.units, visit.unit) && is_in(&self.delegations, visit.delegation)).then_some(visit)
    }

    /// Lists the items that the visits raised.
    pub(super) fn items(&self) -> impl Iterator<Item = (&'a Item, &'a VisitNote)> {
        let counting = self.ledger.items.iter().filter(|item| item.counts);
        counting.filter_map(|item| Some((item, self.visit(item.followed.visit?)?)))
    }

    fn visits(&self) -> impl Iterator<Item = (RecordId, &'a VisitNote)> {
        self.ledger.visits.keys().filter_map(|id| Some((*id, self.visit(*id)?)))
    }
}

/// Figures as they grow.
#[derive(Default)]
struct Sums {
    total: Tally,
    by_topic: BTreeMap<String, Tally>,
    by_unit: BTreeMap<Option<RecordId>, Tally>,
    by_delegation: BTreeMap<Option<RecordId>, Tally>,
}

impl Sums {
    fn add(&mut self, topic: Option<&str>, visit: &VisitNote, count: impl Fn(&mut Tally)) {
        if let Some(topic) = topic {
            match self.by_topic.get_mut(topic) {
                Some(tally) => count(tally),
                None => count(self.by_topic.entry(topic.to_owned()).or_default()),
            }
        }
        count(self.by_unit.entry(visit.unit).or_default());
        count(self.by_delegation.entry(visit.delegation).or_default());
        count(&mut self.total);
    }
}

/// The criteria that the visits held against one checklist looked at, visit by visit.
pub(in crate::session) type LookedAt = BTreeMap<String, BTreeMap<RecordId, BTreeSet<String>>>;

impl Ledger {
    /// Counts what the visits that are asked for found, and what came of it until `today`; checklists are left empty.
    pub(in crate::session) fn statistics(&self, over: Over, today: NaiveDate) -> StatisticsView {
        let scope = Scope::of(self, over);
        let mut sums = Sums::default();
        scope.visits().for_each(|(_, visit)| sums.add(None, visit, |tally| tally.visits += 1));
        for Noted { visit, said, .. } in self.noted.iter().filter(|noted| noted.said.is_strength) {
            let Some(visit) = scope.visit(*visit) else { continue };
            sums.add(Some(&said.topic), visit, |tally| tally.strengths += 1);
        }
        let living = self.causes.values().filter(|cause| self.visit_that_counts(cause.visit).is_some());
        let explained: HashSet<RecordId> = living.flat_map(|cause| cause.links.iter().copied()).collect();
        for (item, visit) in scope.items() {
            let ItemKind::Entry(kind) = item.followed.kind else { continue };
            let (is_closed, is_overdue) = (item.followed.standing.is_closed(), item.followed.is_overdue(today));
            sums.add(Some(item.topic.trim()), visit, |tally| {
                tally.shortcomings += usize::from(kind == EntryKind::Shortcoming);
                tally.signs += usize::from(kind == EntryKind::ViolationSign);
                tally.unexplained += usize::from(kind.is_fault() && !explained.contains(&item.followed.id));
                tally.open += usize::from(kind.is_recommendation() && !is_closed);
                tally.overdue += usize::from(kind.is_recommendation() && is_overdue);
                tally.closed += usize::from(kind.is_recommendation() && is_closed);
            });
        }
        for cause in self.causes.values() {
            let Some(visit) = scope.visit(cause.visit) else { continue };
            sums.add(Some(self.topic_of(cause)), visit, |tally| {
                let number = if cause.objective { &mut tally.causes.objective } else { &mut tally.causes.subjective };
                *number += 1;
            });
        }
        let named = |id: RecordId, name: &str, tally| Tallied { id: Some(id), name: name.to_owned(), tally };
        let source = |id| self.delegations.get(&id).map(|note| note.source.to_string()).unwrap_or_default();
        let by_topic = sums.by_topic.into_iter().map(|(name, tally)| Tallied { id: None, name, tally });
        let by_unit = sums.by_unit.into_iter().map(|(id, tally)| match id {
            Some(unit) => named(unit, &self.unit_name(id), tally),
            None => Tallied { tally, ..Tallied::default() },
        });
        let by_delegation =
            sums.by_delegation.into_iter().filter_map(|(id, tally)| Some(named(id?, &source(id?), tally)));
        let (step, spans) = self.spans(&scope, over, today);
        StatisticsView {
            over,
            unit: over.unit.map(|unit| self.unit_name(Some(unit)).to_string()).unwrap_or_default(),
            delegation: over.delegation.map(source).unwrap_or_default(),
            total: sums.total,
            by_topic: most_frequent_first(by_topic.filter(|row| row.tally.findings() > 0)),
            by_unit: most_frequent_first(by_unit),
            by_delegation: most_frequent_first(by_delegation),
            step,
            spans,
            checklists: Vec::new(),
            unreadable: self.unreadable(),
        }
    }

    /// Finds which criteria the visits that are asked for looked at: by the checklist of their delegation, visit by visit.
    pub(in crate::session) fn looked_at(&self, over: Over) -> LookedAt {
        let scope = Scope::of(self, over);
        let checklist =
            |visit: &VisitNote| self.delegations.get(&visit.delegation?).map(|note| note.checklist.as_str());
        let mut found = LookedAt::new();
        for (id, visit) in scope.visits() {
            let own = checklist(visit).unwrap_or_default();
            found.entry(own.to_owned()).or_default().entry(id).or_default();
        }
        let of_items =
            scope.items().filter_map(|(item, _)| Some((item.followed.visit?, None, &*item.followed.criteria)));
        let noted = self.noted.iter().map(|Noted { visit, said, .. }| {
            let (checklist, criteria) = (said.checklist.as_deref(), said.criteria.as_slice());
            (*visit, checklist, criteria)
        });
        for (id, of_answer, criteria) in of_items.chain(noted) {
            let Some(own) = scope.visit(id).and_then(checklist) else { continue };
            if of_answer.is_some_and(|of_answer| of_answer != own) {
                continue;
            }
            let seen = found.get_mut(own).and_then(|visits| visits.get_mut(&id));
            seen.into_iter().for_each(|seen| seen.extend(criteria.iter().map(|code| code_key(code))));
        }
        found
    }

    /// The topic of a cause, or else of the fault that it explains.
    fn topic_of<'a>(&'a self, cause: &'a Cause) -> &'a str {
        let own = Some(cause.topic.trim()).filter(|topic| !topic.is_empty());
        let of_fault = || cause.links.iter().filter_map(|id| self.items.get(*id)).map(|item| item.topic.trim());
        own.or_else(|| of_fault().find(|topic| !topic.is_empty())).unwrap_or_default()
    }
}

fn most_frequent_first(rows: impl Iterator<Item = Tallied>) -> Vec<Tallied> {
    let mut rows: Vec<Tallied> = rows.collect();
    // What has no name is no topic or unit of its own, and stands below those that are.
    rows.sort_by_cached_key(|row| (row.name.is_empty(), Reverse(row.tally.findings()), sort_key(&row.name), row.id));
    rows
}
