//! The canonical export of a visit: everything that belongs to it and everything its minutes say, as bytes that are the same on
//! every machine that has the same records.
//!
//! Lines of JSON with their keys in order: first what the version is, then the records of the visit, then those it stands on,
//! last the content of the minutes, which has what they say of others as it then was. Lists of names that are never
//! printed stay out, because the file leaves the house with the minutes.

use serde_json::{Map, Value, json};

use super::super::{Error, Session, VisitView};
use crate::domain::{Citation, Edit, Kind, RecordId, RecordState, Seal, Verdict};
use crate::minutes::Outline;

/// Names the form of the file, for whoever reads it in thirty years.
const FORM: &str = "bienban-visit-export/1";

/// Fields that stay out, by kind.
const LEFT_OUT: [(&str, &str); 1] = [("entry", "private_names")];

/// What the minutes were printed by.
pub(super) struct PrintedBy {
    /// Name of the template.
    pub(super) template: String,
    /// SHA-256 of its text.
    pub(super) hash: String,
}

impl Session {
    /// Writes the export of a visit as it will be once `closing` is saved.
    pub(super) fn canonical(
        &self,
        view: &VisitView,
        closing: &Edit,
        seal: &Seal,
        by: &PrintedBy,
        outline: &Outline,
    ) -> Result<String, Error> {
        let head = json!({
            "form": FORM,
            "left_out": LEFT_OUT.map(|(kind, field)| format!("{kind}.{field}")),
            "visit": view.visit.id,
            "version": seal.version,
            "sealed": { "at": seal.at, "by": seal.by, "author": seal.author, "reason": seal.reason },
            "previous": seal.previous,
            "template": { "name": by.template, "sha256": by.hash },
        });
        let mut lines = vec![head];
        for (kind, id) in self.parts(view)? {
            let state = self.state(&kind, id)?;
            let changed = (kind == closing.kind && id == closing.id).then_some(closing);
            lines.push(record(&state, changed));
        }
        let content = serde_json::to_value(outline).map_err(|error| Error::Minutes(error.to_string()))?;
        lines.push(json!({ "minutes": content }));
        let mut written = String::new();
        for line in &lines {
            write(line, &mut written);
            written.push('\n');
        }
        Ok(written)
    }

    /// Lists the records of a visit, then those that it stands on; each part by id, so that the order is the same everywhere.
    fn parts(&self, view: &VisitView) -> Result<Vec<(Kind, RecordId)>, Error> {
        let citations = self.of::<Citation>(view.delegation.id)?.rows;
        let verdicts = self.of::<Verdict>(view.visit.id)?.rows;
        let own = view.unit.as_ref();
        let lists: [(Kind, Vec<RecordId>); 13] = [
            (Kind::VISIT, vec![view.visit.id]),
            (Kind::ATTENDEE, view.attendees.iter().map(|row| row.id).collect()),
            (Kind::ENTRY, view.entries.iter().map(|row| row.id).collect()),
            (Kind::MATERIAL, view.materials.iter().map(|row| row.id).collect()),
            (Kind::PROMPTED_ISSUE, view.issues.iter().map(|row| row.id).collect()),
            (Kind::ANSWER, view.answers.iter().map(|row| row.id).collect()),
            (Kind::VERDICT, verdicts.iter().map(|row| row.id).collect()),
            (Kind::WAIVER, view.waivers.iter().map(|row| row.id).collect()),
            (Kind::DELEGATION, vec![view.delegation.id]),
            (Kind::MEMBER, self.members_named(view)?.iter().map(|row| row.id).collect()),
            (Kind::UNIT, own.into_iter().flat_map(|row| [Some(row.id), row.record.parent]).flatten().collect()),
            (Kind::CITATION, citations.iter().map(|row| row.id).collect()),
            (Kind::LEGAL_BASIS, view.bases.iter().map(|row| row.id).collect()),
        ];
        let mut parts = Vec::new();
        for (kind, mut ids) in lists {
            ids.sort_unstable();
            ids.dedup();
            parts.extend(ids.into_iter().map(|id| (kind.clone(), id)));
        }
        Ok(parts)
    }
}

/// Writes a record with every field that holds something, those unknown to this version included; where people wrote a field
/// differently without seeing each other, with every value.
fn record(state: &RecordState, changed: Option<&Edit>) -> Value {
    let is_left_out = |name: &str| LEFT_OUT.contains(&(state.kind.as_str(), name)) || name == "life";
    let mut fields = Map::new();
    let mut contested = Map::new();
    for (name, register) in state.fields.iter().filter(|(name, _)| !is_left_out(name)) {
        fields.insert(name.clone(), register.value().clone());
        if register.is_contested() {
            let values: Vec<Value> = register.versions().iter().map(|version| version.value.clone()).collect();
            contested.insert(name.clone(), values.into());
        }
    }
    for (name, value) in changed.into_iter().flat_map(|edit| &edit.fields) {
        fields.insert(name.clone(), value.clone());
        contested.remove(name);
    }
    fields.retain(|_, value| !value.is_null());
    let mut written = json!({ "kind": state.kind, "id": state.id, "fields": fields });
    if let (false, Some(written)) = (contested.is_empty(), written.as_object_mut()) {
        written.insert("contested".into(), contested.into());
    }
    written
}

/// Writes a value with the keys of every object in order, whatever map the reader of JSON was built with.
fn write(value: &Value, to: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut names: Vec<&String> = fields.keys().collect();
            names.sort_unstable();
            to.push('{');
            for (at, name) in names.into_iter().enumerate() {
                if at > 0 {
                    to.push(',');
                }
                to.push_str(&Value::from(name.as_str()).to_string());
                to.push(':');
                write(fields.get(name).unwrap_or(&Value::Null), to);
            }
            to.push('}');
        }
        Value::Array(items) => {
            to.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    to.push(',');
                }
                write(item, to);
            }
            to.push(']');
        }
        plain => to.push_str(&plain.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stand_in_order_at_every_depth() {
        let mut written = String::new();
        write(&json!({ "b": [1, { "d": "đ\n", "c": null }], "a": {} }), &mut written);
        assert_eq!(written, r#"{"a":{},"b":[1,{"c":null,"d":"đ\n"}]}"#);
    }
}
