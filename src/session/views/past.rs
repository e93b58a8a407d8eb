//! What was removed, and what a record went through.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::{Error, HistoryStep, HistoryView, Row, Session, TrashItem, TrashView};
use crate::domain::{Attendee, Citation, Kind, RecordId, ScopeId, Visit};

impl Session {
    pub(in crate::session) fn trash(&self, scope: ScopeId) -> Result<TrashView, Error> {
        let mut items = Vec::new();
        for kind in Kind::listed() {
            let mut removed = Vec::new();
            self.store.each(&kind, |state| {
                if let Some(removal) = state.removal()
                    && (state.scope == scope || is_delegation_of_office(&kind, scope))
                {
                    removed.push((state.id, removal.reason));
                }
            })?;
            for (id, reason) in removed {
                let when = self.store.history(id)?.last().map(|logged| logged.change.stamp.wall);
                let label = self.label(&kind, id)?;
                items.push(TrashItem { kind: kind.clone(), id, label, reason, when });
            }
        }
        items.sort_by_key(|item| std::cmp::Reverse((item.when, item.id)));
        Ok(TrashView { items })
    }

    pub(in crate::session) fn record_history(&self, id: RecordId) -> Result<HistoryView, Error> {
        let mut values: BTreeMap<String, Value> = BTreeMap::new();
        let mut steps = Vec::new();
        let mut kind = None;
        let mut others = BTreeSet::new();
        let names = self.names()?;
        for logged in self.store.history(id)? {
            kind = kind.or_else(|| {
                logged.change.writes.iter().find(|write| write.at.id == id).map(|write| write.at.kind.clone())
            });
            let own = logged.change.writes.into_iter().filter(|write| write.at.id == id);
            let fields = own
                .map(|write| {
                    named_in(&write.value, &mut others);
                    let before = values.insert(write.at.field.clone(), write.value.clone()).unwrap_or(Value::Null);
                    (write.at.field, before, write.value)
                })
                .collect();
            steps.push(HistoryStep {
                when: logged.change.stamp.wall,
                by: names.get(&logged.change.author).cloned().unwrap_or_default(),
                author: logged.change.author,
                undo: logged.change.undoes.is_some(),
                fields,
            });
        }
        let labels = others.into_iter().map(|other| (other, self.label_of_any(other))).collect();
        Ok(HistoryView { steps, kind, labels })
    }

    /// Reads the label of a record of which only the id is known. One that cannot be read goes by its reference: it must not
    /// keep the history of another from being shown.
    fn label_of_any(&self, id: RecordId) -> String {
        let changes = self.store.history(id).unwrap_or_default();
        let mut writes = changes.iter().flat_map(|logged| &logged.change.writes);
        let write = writes.find(|write| write.at.id == id);
        write.and_then(|write| self.label(&write.at.kind, id).ok()).unwrap_or_else(|| id.reference())
    }

    /// Reads the label of any record: its name or first words.
    pub(in crate::session) fn label(&self, kind: &Kind, id: RecordId) -> Result<String, Error> {
        match self.words_of(kind, id) {
            Err(Error::Unreadable(_) | Error::NotFound { .. }) => Ok(id.reference()),
            other => other,
        }
    }

    fn words_of(&self, kind: &Kind, id: RecordId) -> Result<String, Error> {
        let state = self.state(kind, id)?;
        let label = ["name", "text", "theme", "symbol", "subject", "result", "words", "date", "criterion"]
            .iter()
            .find_map(|field| state.value(field).as_str().filter(|text| !text.is_empty()).map(str::to_owned));
        if label.is_none() && kind == &Kind::ATTENDEE {
            // Whoever came from the delegation has the name there.
            let member = self.row::<Attendee>(id)?.record.member;
            return member.map_or_else(|| Ok(id.reference()), |member| self.label(&Kind::MEMBER, member));
        }
        Ok(match (label, kind == &Kind::VISIT, kind == &Kind::CITATION) {
            (label, true, _) => {
                let visit: Row<Visit> = self.row(id)?;
                [self.unit_name(visit.record.unit)?, label.unwrap_or_default()].join(" ")
            }
            (_, _, true) => match self.row::<Citation>(id)?.record.basis {
                Some(basis) => self.label(&Kind::LEGAL_BASIS, basis)?,
                None => id.reference(),
            },
            (Some(label), ..) => label,
            (None, ..) => id.reference(),
        })
    }
}

/// Collects the records that a field's value names.
fn named_in(value: &Value, found: &mut BTreeSet<RecordId>) {
    match value {
        Value::String(text) => found.extend(text.parse::<RecordId>()),
        Value::Array(items) => items.iter().for_each(|item| named_in(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| named_in(field, found)),
        _ => {}
    }
}

/// A removed delegation can no longer be entered, so the office's trash shows it.
fn is_delegation_of_office(kind: &Kind, scope: ScopeId) -> bool {
    *kind == Kind::DELEGATION && scope == ScopeId::Office
}
