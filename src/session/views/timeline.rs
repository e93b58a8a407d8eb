//! What a visit went through: every change of what belongs to it, in order.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::{Deed, Error, Session, TimelineRecord, TimelineStep, TimelineView};
use crate::domain::{ChangeHash, Kind, Logged, RecordId};

impl Session {
    pub(in crate::session) fn timeline(&self, visit: RecordId) -> Result<TimelineView, Error> {
        let mut records = BTreeMap::from([(visit, Kind::VISIT)]);
        for kind in Kind::ALL {
            let found = self.store.referrers(&kind, visit)?;
            records.extend(found.records.into_iter().map(|state| (state.id, kind.clone())));
        }
        let mut changes: BTreeMap<(u64, ChangeHash), Logged> = BTreeMap::new();
        for id in records.keys() {
            for logged in self.store.history(*id)? {
                changes.insert((logged.change.stamp.lamport, logged.hash), logged);
            }
        }
        let names = self.names()?;
        let mut labels: BTreeMap<RecordId, String> = BTreeMap::new();
        let mut made = BTreeSet::new();
        let mut steps = Vec::new();
        for logged in changes.into_values() {
            let change = logged.change;
            let mut touched: Vec<(RecordId, Vec<(String, Value)>)> = Vec::new();
            for write in change.writes.into_iter().filter(|write| records.contains_key(&write.at.id)) {
                match touched.last_mut().filter(|(id, _)| *id == write.at.id) {
                    Some((_, fields)) => fields.push((write.at.field, write.value)),
                    None => touched.push((write.at.id, vec![(write.at.field, write.value)])),
                }
            }
            let mut told = Vec::new();
            for (id, fields) in touched {
                let Some(kind) = records.get(&id).cloned() else { continue };
                let label = match labels.get(&id) {
                    Some(label) => label.clone(),
                    None => labels.entry(id).or_insert(self.label(&kind, id)?).clone(),
                };
                told.push(TimelineRecord { kind, id, label, deed: deed(made.insert(id), fields) });
            }
            steps.push(TimelineStep {
                when: change.stamp.wall,
                by: names.get(&change.author).cloned().unwrap_or_default(),
                undo: change.undoes.is_some(),
                records: told,
            });
        }
        Ok(TimelineView { steps })
    }
}

/// Says what was done to a record by what was written to it.
fn deed(is_new: bool, fields: Vec<(String, Value)>) -> Deed {
    match fields.iter().find(|(field, _)| field == "life") {
        _ if is_new => Deed::Made,
        Some((_, Value::Null)) => Deed::Restored,
        Some(_) => Deed::Removed,
        None => Deed::Changed(fields.into_iter().map(|(field, _)| field).collect()),
    }
}
