//! `bienban search`: everything that is kept, by words and filters.

use serde_json::{Value, json};

use super::output::say;
use super::{Failure, Run, exit};
use crate::figures::{print_count, print_date};
use crate::session::{Found, Lit, Query, View, explain};

pub(super) fn run(run: &Run, typed: &str, json: bool) -> Result<u8, Failure> {
    let session = run.open()?;
    let words = &run.texts.search;
    if let View::Search(view) = session.ask(&Query::Search(typed.to_owned()))? {
        for remark in &view.remarks {
            eprintln!("{}", explain::remark(remark, run.texts));
        }
        if json {
            let found: Vec<Value> = view.found.iter().map(as_json).collect();
            say(json!({ "found": found, "total": view.total }));
        } else {
            view.found.iter().for_each(|found| say(as_line(run, found)));
            if view.total == 0 {
                eprintln!("{}", words.nothing);
            } else if view.total > view.found.len() {
                eprintln!("{}", (words.shown)(view.found.len(), &print_count(view.total as u64)));
            }
        }
        for missing in &view.unreadable {
            eprintln!("{}", explain::unreadable(missing, run.texts));
        }
    }
    session.close()?;
    Ok(exit::DONE)
}

/// Puts back the quotes that a shell took off: of several arguments, one with a space in it is a phrase.
pub(super) fn typed(arguments: Vec<&str>) -> String {
    let is_one = arguments.len() == 1;
    let quoted = arguments.into_iter().map(|argument| match argument.split_once(':') {
        _ if is_one || !argument.contains(char::is_whitespace) || argument.contains(['"', '“', '”']) => {
            argument.to_owned()
        }
        Some((filter, value)) if !filter.contains(char::is_whitespace) => format!("{filter}:\"{value}\""),
        _ => format!("\"{argument}\""),
    });
    quoted.collect::<Vec<_>>().join(" ")
}

/// One find for people: reference, what it is, where it belongs, its words.
fn as_line(run: &Run, found: &Found) -> String {
    let terms = &run.texts.terms;
    let kind = found.entry.map_or_else(|| (terms.kind)(&found.kind), |kind| (terms.entry_kind_short)(kind));
    let date = found.date.map(print_date).unwrap_or_default();
    let parts = [kind, &found.unit, &date, &found.title.text, &found.words.text];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}  {}", found.id.reference(), parts.join("  ·  "))
}

/// One find for scripts; places are bytes of the text beside them.
fn as_json(found: &Found) -> Value {
    let lit = |lit: &Lit| {
        let places: Vec<[usize; 2]> = lit.places.iter().map(|place| [place.start, place.end]).collect();
        json!({ "text": lit.text, "places": places })
    };
    json!({
        "reference": found.id.reference(),
        "id": found.id,
        "kind": found.kind,
        "entry": found.entry,
        "unit": *found.unit,
        "delegation": found.delegation.map(|id| id.reference()),
        "visit": found.visit.map(|id| id.reference()),
        "date": found.date,
        "title": lit(&found.title),
        "words": lit(&found.words),
    })
}
