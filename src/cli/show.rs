//! `bienban show`: one record in full.

use serde_json::{Map, Value};

use super::{Failure, Run, exit, visits};

pub(super) fn run(run: &Run, reference: &str, json: bool) -> Result<u8, Failure> {
    let session = run.open()?;
    let (kind, id) = visits::find(&session, reference)?;
    let fields: Map<String, Value> = session.fields(&kind, id)?;
    if json {
        let mut shown = Map::from_iter([
            ("kind".to_owned(), Value::from(kind.as_str())),
            ("id".to_owned(), Value::from(id.to_string())),
            ("reference".to_owned(), Value::from(id.reference())),
        ]);
        shown.insert("fields".to_owned(), Value::Object(fields));
        println!("{}", Value::Object(shown));
    } else {
        println!("{} {}", (run.texts.terms.kind)(&kind), id.reference());
        for (name, value) in &fields {
            println!("  {}: {}", (run.texts.terms.field)(name), plain(value));
        }
    }
    session.close()?;
    Ok(exit::DONE)
}

/// Prints a value without JSON's quotes.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join("; "),
        Value::Object(fields) => {
            fields.values().filter(|value| !value.is_null()).map(plain).collect::<Vec<_>>().join(" ")
        }
        other => other.to_string(),
    }
}
