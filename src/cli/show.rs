//! `bienban show`: one record in full.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::output::say;
use super::{Failure, Run, exit, visits};
use crate::domain::{ChainPart, Entry, Kind, RecordId};
use crate::figures::print_date;
use crate::i18n::Terms;
use crate::session::{Query, Session, View};

pub(super) fn run(run: &Run, reference: &str, private: bool, json: bool) -> Result<u8, Failure> {
    let session = run.open()?;
    let (kind, id) = visits::find(&session, reference)?;
    let mut fields: Map<String, Value> = session.fields(&kind, id)?;
    // Only entries have such a field; what is printed here ends up in files and on other people's screens.
    let withheld = if private { None } else { fields.remove(Entry::PRIVATE) };
    if json {
        let mut shown = Map::from_iter([
            ("kind".to_owned(), Value::from(kind.as_str())),
            ("id".to_owned(), Value::from(id.to_string())),
            ("reference".to_owned(), Value::from(id.reference())),
        ]);
        shown.insert("fields".to_owned(), Value::Object(fields));
        say(Value::Object(shown));
    } else {
        say(format!("{} {}", (run.texts.terms.kind)(&kind), id.reference()));
        let names = session.names()?;
        let known = |value: &Value| names.get(&serde_json::from_value(value.clone()).ok()?).cloned();
        for (name, value) in fields.iter().filter(|(name, _)| *name != "order") {
            let said = match known(value).filter(|_| matches!(name.as_str(), "author" | "person")) {
                Some(person) => person,
                None => plain(&kind, name, &named(&session, value)?, &run.texts.terms),
            };
            say(format!("  {}: {said}", (run.texts.terms.field)(name)));
        }
        let names = withheld.as_ref().and_then(Value::as_array).map_or(0, Vec::len);
        if names > 0 {
            say(format!("  {}: {}", (run.texts.terms.field)(Entry::PRIVATE), (run.texts.cli.withheld)(names)));
        }
        if kind == Kind::ENTRY {
            show_chain(run, &session, id)?;
        }
    }
    session.close()?;
    Ok(exit::DONE)
}

/// Puts the names of records in place of their ids.
fn named(session: &Session, value: &Value) -> Result<Value, Failure> {
    Ok(match value {
        Value::String(text) => match text.parse::<RecordId>() {
            Ok(id) => session.name_of(id)?.map_or_else(|| value.clone(), Value::from),
            Err(_) => value.clone(),
        },
        Value::Array(values) => {
            Value::Array(values.iter().map(|value| named(session, value)).collect::<Result<Vec<Value>, Failure>>()?)
        }
        other => other.clone(),
    })
}

/// Prints what belongs to an entry, part by part, and what a fault lacks.
fn show_chain(run: &Run, session: &Session, id: RecordId) -> Result<(), Failure> {
    let Some(visit) = session.fields(&Kind::ENTRY, id)?.get("visit").and_then(|id| id.as_str()?.parse().ok()) else {
        return Ok(());
    };
    let View::Chain(chain) = session.ask(&Query::Chain(visit))? else { return Ok(()) };
    let entries: Vec<(RecordId, &Entry)> = chain.visit.entries.iter().map(|row| (row.id, &row.record)).collect();
    let missing = ChainPart::missing(id, &entries);
    for part in ChainPart::ALL {
        let word = (run.texts.chain.part)(part);
        for (linked, entry) in &entries {
            if ChainPart::of(entry.kind) == part && entry.links.contains(&id) {
                say(format!("  {word}: {} ({})", entry.text, linked.reference()));
            }
        }
        if missing.contains(&part) {
            say(format!("  {word}: ⚠ {}", run.texts.chain.missing));
        }
    }
    Ok(())
}

/// Prints a value as people read it: codes as terms, ids as references, dates as papers have them.
fn plain(kind: &Kind, field: &str, value: &Value, terms: &Terms) -> String {
    let joined = |values: &mut dyn Iterator<Item = &Value>, between: &str| {
        values.map(|value| plain(kind, field, value, terms)).collect::<Vec<_>>().join(between)
    };
    match value {
        Value::String(text) => term(kind, field, value, terms).map_or_else(|| readable(text), str::to_owned),
        Value::Array(values) => joined(&mut values.iter(), "; "),
        Value::Object(fields) => joined(&mut fields.values().filter(|value| !value.is_null()), " "),
        other => other.to_string(),
    }
}

fn readable(text: &str) -> String {
    if let Ok(id) = text.parse::<RecordId>() {
        return id.reference();
    }
    text.parse().map_or_else(|_| text.to_owned(), print_date)
}

/// Finds the term of a code, in the fields that hold one.
fn term(kind: &Kind, field: &str, value: &Value, terms: &Terms) -> Option<&'static str> {
    fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
        serde_json::from_value(value.clone()).ok()
    }
    match (kind.as_str(), field) {
        ("entry", "kind") => read(value).map(terms.entry_kind),
        ("entry", "severity") => read(value).map(terms.severity),
        ("entry", "extent") => read(value).map(terms.extent),
        ("entry", "bearer") => read(value).map(terms.bearer),
        ("entry", "provenance") => read(value).map(terms.provenance),
        ("entry", "position") => read(value).map(terms.position),
        ("entry", "proposal") => read(value).map(terms.proposal),
        ("delegation", "kind") => read(value).map(terms.delegation_kind),
        ("delegation", "regime") => read(value).map(terms.regime),
        ("member", "role") => read(value).map(terms.role),
        ("attendee", "side") => read(value).map(terms.side),
        ("attendee", "presence") => read(value).map(terms.presence),
        ("visit", "status") => read(value).map(terms.visit_status),
        ("follow_up", "act") => read(value).map(terms.follow_act),
        ("follow_up", "standing") => read(value).map(terms.standing),
        ("verdict", "level") => read(value).map(terms.verdict),
        ("visit", "secrecy") => read(value).map(terms.secrecy),
        _ => None,
    }
}
