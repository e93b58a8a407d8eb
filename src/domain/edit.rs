//! What a person asks to be saved about one record, before it is known what it replaces.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Kind, Record, RecordId, RecordState};

/// New values for some fields of one record.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// Kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: RecordId,
    /// New values by field.
    pub fields: BTreeMap<String, Value>,
    /// What the person saw in those fields, in every form it may be stored in; nothing for a field nobody looked at.
    pub seen: BTreeMap<String, Vec<Value>>,
}

impl Edit {
    /// Creates a record: every field that differs from the default is written.
    #[must_use]
    pub fn create<R: Record>(id: RecordId, record: &R) -> Self {
        Self { seen: BTreeMap::new(), ..Self::change(id, &R::default(), record) }
    }

    /// Changes a record: the fields that differ between `before` and `after` are written.
    #[must_use]
    pub fn change<R: Record>(id: RecordId, before: &R, after: &R) -> Self {
        let (defaults, mut old) = (fields_of(&R::default()), fields_of(before));
        let mut fields = fields_of(after);
        fields.retain(|name, value| old.get(name) != Some(value));
        old.retain(|name, _| fields.contains_key(name));
        let seen = old.into_iter().map(|(name, value)| {
            // A field that nobody wrote is stored as nothing and read as its default.
            let unwritten = (defaults.get(&name) == Some(&value)).then_some(Value::Null);
            (name, unwritten.into_iter().chain([value]).collect())
        });
        Self { kind: R::KIND, id, fields, seen: seen.collect() }
    }

    /// Removes a record, keeping everything it said.
    #[must_use]
    pub fn remove(kind: Kind, id: RecordId, reason: &str) -> Self {
        Self::set(kind, id, BTreeMap::from([("life".into(), json!({ "reason": reason }))]))
    }

    /// Brings a removed record back.
    #[must_use]
    pub fn restore(kind: Kind, id: RecordId) -> Self {
        Self::set(kind, id, BTreeMap::from([("life".into(), Value::Null)]))
    }

    /// Sets fields whatever they hold now, as undo does.
    #[must_use]
    pub fn set(kind: Kind, id: RecordId, fields: BTreeMap<String, Value>) -> Self {
        Self { kind, id, fields, seen: BTreeMap::new() }
    }

    /// Names a field that holds something else by now than what the person saw and than what they want it to hold.
    #[must_use]
    pub fn stale_field(&self, state: &RecordState) -> Option<&str> {
        let is_stale = |(name, seen): &(&String, &Vec<Value>)| {
            let stored = state.value(name);
            !seen.contains(stored) && self.fields.get(*name) != Some(stored)
        };
        self.seen.iter().find(is_stale).map(|(name, _)| name.as_str())
    }

    /// Whether the edit only removes the record or brings it back.
    #[must_use]
    pub fn is_about_life(&self) -> bool {
        self.fields.keys().all(|field| field == "life")
    }

    /// Whether there is nothing to save.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }
}

fn fields_of<R: Record>(record: &R) -> BTreeMap<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(map)) => map.into_iter().collect(),
        // A record is a struct with named fields of plain values, so this arm is not reached.
        _ => BTreeMap::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ScopeId, Unit};
    use super::*;

    fn unit(name: &str, note: &str) -> Unit {
        Unit { name: name.into(), note: note.into(), ..Unit::default() }
    }

    #[test]
    fn an_edit_writes_what_differs_and_remembers_what_was_seen() {
        let id: RecordId = "01890000-0000-7000-8000-000000000001".parse().unwrap();
        let edit = Edit::change(id, &unit("Huyện ủy", ""), &unit("Huyện ủy", "mới"));
        assert_eq!(edit.fields, BTreeMap::from([("note".into(), json!("mới"))]));
        let nobody_wrote = RecordState::new(Kind::UNIT, id, ScopeId::Office);
        assert_eq!(edit.stale_field(&nobody_wrote), None);
        let from_else = Edit::change(id, &unit("", "cũ"), &unit("", "mới"));
        assert_eq!(from_else.stale_field(&nobody_wrote), Some("note"));
        assert_eq!(Edit::create(id, &unit("a", "b")).stale_field(&nobody_wrote), None);
    }
}
