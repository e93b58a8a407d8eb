//! What a person asks to be saved about one record, before it is known what it replaces.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Kind, Record, RecordId};

/// New values for some fields of one record.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// Kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: RecordId,
    /// New values by field.
    pub fields: BTreeMap<String, Value>,
}

impl Edit {
    /// Creates a record: every field that differs from the default is written.
    #[must_use]
    pub fn create<R: Record>(id: RecordId, record: &R) -> Self {
        Self::change(id, &R::default(), record)
    }

    /// Changes a record: the fields that differ between `before` and `after` are written.
    #[must_use]
    pub fn change<R: Record>(id: RecordId, before: &R, after: &R) -> Self {
        let old = fields_of(before);
        let mut fields = fields_of(after);
        fields.retain(|name, value| old.get(name) != Some(value));
        Self { kind: R::KIND, id, fields }
    }

    /// Removes a record, keeping everything it said.
    #[must_use]
    pub fn remove(kind: Kind, id: RecordId, reason: &str) -> Self {
        Self { kind, id, fields: BTreeMap::from([("life".into(), json!({ "reason": reason }))]) }
    }

    /// Brings a removed record back.
    #[must_use]
    pub fn restore(kind: Kind, id: RecordId) -> Self {
        Self { kind, id, fields: BTreeMap::from([("life".into(), Value::Null)]) }
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
