//! Causes over many visits.

use std::collections::{BTreeMap, BTreeSet};

use super::Ledger;
use super::notes::Cause;
use crate::domain::RecordId;
use crate::session::{Causes, StatisticsView};

impl Ledger {
    /// Counts the causes found at the visits to a unit and those below it, of a delegation and its parts.
    pub(in crate::session) fn statistics(
        &self,
        unit: Option<RecordId>,
        delegation: Option<RecordId>,
    ) -> StatisticsView {
        let units = unit.map(|unit| self.units_below(unit));
        let delegations = delegation.map(|delegation| self.parts_of(delegation));
        let mut all = Causes::default();
        let mut by_topic: BTreeMap<String, Causes> = BTreeMap::new();
        let mut by_unit: BTreeMap<Option<RecordId>, Causes> = BTreeMap::new();
        for cause in self.causes.values() {
            let Some(visit) = self.visit_that_counts(cause.visit) else { continue };
            let is_in = |wanted: &Option<BTreeSet<RecordId>>, id: Option<RecordId>| {
                wanted.as_ref().is_none_or(|wanted| id.is_some_and(|id| wanted.contains(&id)))
            };
            if !is_in(&units, visit.unit) || !is_in(&delegations, visit.delegation) {
                continue;
            }
            let topic = self.topic_of(cause).to_owned();
            for causes in [&mut all, by_topic.entry(topic).or_default(), by_unit.entry(visit.unit).or_default()] {
                if cause.objective {
                    causes.objective += 1;
                } else {
                    causes.subjective += 1;
                }
            }
        }
        let by_unit = by_unit.into_iter().map(|(unit, causes)| (self.unit_name(unit).to_string(), causes));
        StatisticsView {
            causes: all,
            by_topic: most_frequent_first(by_topic.into_iter()),
            by_unit: most_frequent_first(by_unit),
        }
    }

    /// The topic of a cause, or else of the fault that it explains.
    fn topic_of<'a>(&'a self, cause: &'a Cause) -> &'a str {
        let own = Some(cause.topic.trim()).filter(|topic| !topic.is_empty());
        let of_fault = || cause.links.iter().filter_map(|id| self.items.get(*id)).map(|item| item.topic.trim());
        own.or_else(|| of_fault().find(|topic| !topic.is_empty())).unwrap_or_default()
    }
}

fn most_frequent_first(causes: impl Iterator<Item = (String, Causes)>) -> Vec<(String, Causes)> {
    let mut causes: Vec<(String, Causes)> = causes.collect();
    causes.sort_by(|(one, a), (other, b)| {
        let number = |causes: &Causes| causes.objective + causes.subjective;
        number(b).cmp(&number(a)).then_with(|| one.cmp(other))
    });
    causes
}
