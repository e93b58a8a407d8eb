//! `docs/templates.md` names every field of the outline, and no other.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use bienban::minutes::full;
use serde_json::Value;

/// Fields that hold parts, lines or tables, and what each of those is called on the page.
const SHAPES: [(&str, &str); 8] = [
    ("proceedings", "part"),
    ("findings", "part"),
    ("proposals", "part"),
    ("parts", "part"),
    ("conclusion", "item"),
    ("acceptance", "item"),
    ("items", "item"),
    ("table", "table"),
];

fn fields(path: &str, value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(inner) => {
            for (name, value) in inner {
                let here = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                let list = if value.is_array() { "[]" } else { "" };
                match SHAPES.iter().find(|(field, _)| field == name) {
                    Some((_, shape)) => {
                        found.insert(format!("{here}{list}"));
                        let values = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
                        values.iter().for_each(|value| fields(shape, value, found));
                    }
                    None => fields(&format!("{here}{list}"), value, found),
                }
            }
        }
        Value::Array(values) if values.iter().any(Value::is_object) => {
            values.iter().for_each(|value| fields(path, value, found));
        }
        _ => drop(found.insert(path.to_owned())),
    }
}

#[test]
fn every_field_that_a_template_may_use_is_described() {
    let mut found = BTreeSet::new();
    fields("", &serde_json::to_value(full(false)).unwrap(), &mut found);
    found.retain(|field| !["part", "item", "table"].contains(&field.as_str()));
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/templates.md")).unwrap();
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let described: BTreeSet<String> = rows.map(str::to_owned).collect();
    let missing: Vec<_> = found.difference(&described).collect();
    let stale: Vec<_> = described.difference(&found).collect();
    assert!(missing.is_empty() && stale.is_empty(), "not described: {missing:?}; gone: {stale:?}");
}
