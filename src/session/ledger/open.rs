//! What is open at each unit.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Ledger;
use crate::domain::{EntryKind, ItemKind, RecordId};
use crate::session::OpenAtUnit;
use crate::text::sort_key;

impl Ledger {
    /// Counts the open recommendations of each unit: those with the most overdue first, then with the most open, then by
    /// name.
    pub(in crate::session) fn open_by_unit(&self, today: NaiveDate) -> Vec<OpenAtUnit> {
        let mut units: BTreeMap<Option<RecordId>, OpenAtUnit> = BTreeMap::new();
        for item in self.items.iter().filter(|item| item.counts) {
            let followed = &item.followed;
            let is_recommendation =
                matches!(followed.kind, ItemKind::Entry(kind) if EntryKind::is_recommendation(kind));
            if !is_recommendation || followed.standing.is_closed() {
                continue;
            }
            let unit = units.entry(followed.unit).or_insert_with(|| OpenAtUnit {
                unit: followed.unit,
                name: item.unit.to_string(),
                open: 0,
                overdue: 0,
                since: None,
            });
            unit.open += 1;
            if followed.is_overdue(today) {
                unit.overdue += 1;
                unit.since = [unit.since, followed.due].into_iter().flatten().min();
            }
        }
        let mut units: Vec<OpenAtUnit> = units.into_values().collect();
        units.sort_by_cached_key(|unit| (Reverse(unit.overdue), Reverse(unit.open), sort_key(&unit.name)));
        units
    }
}
