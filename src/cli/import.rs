//! `bienban import`: units, members, a checklist or outside items from a file, shown first and taken whole or not at all.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::output::say;
use super::{Failure, Run, exit, visits};
use crate::domain::{Delegation, Unit};
use crate::session::{Action, Fate, ImportRow, ImportView, ImportWhat, Query, Session, View, explain};

/// What was asked for on the command line.
pub(super) struct Wanted<'a> {
    pub(super) what: &'a str,
    pub(super) file: PathBuf,
    pub(super) delegation: Option<&'a str>,
    pub(super) unit: Option<&'a str>,
    pub(super) dry_run: bool,
    pub(super) json: bool,
}

pub(super) fn run(run: &Run, wanted: Wanted<'_>) -> Result<u8, Failure> {
    let mut session = run.open()?;
    let what = what(run, &session, &wanted)?;
    let View::Import(view) = session.ask(&Query::Import { what, path: wanted.file.clone() })? else {
        return Ok(exit::FAILED);
    };
    let taken = !wanted.dry_run && !view.is_wrong() && !view.edits.is_empty();
    if taken {
        session.act(&Action::Save { scope: view.scope, edits: view.edits.clone() }, &mut || {})?;
    }
    if wanted.json {
        say(told(run, &view, taken));
    } else {
        print(run, &view, taken, wanted.dry_run);
    }
    let wrong = view.is_wrong();
    session.close()?;
    if wrong { Err(Failure::LinesFailed) } else { Ok(exit::DONE) }
}

fn what(run: &Run, session: &Session, wanted: &Wanted<'_>) -> Result<ImportWhat, Failure> {
    match (wanted.what, wanted.delegation) {
        ("units", _) => Ok(ImportWhat::Units),
        ("checklist", _) => Ok(ImportWhat::Checklist),
        ("outside-items", _) => {
            let unit = wanted.unit.map(|reference| visits::of_kind::<Unit>(session, reference)).transpose()?;
            Ok(ImportWhat::Outside(unit))
        }
        (_, None) => Err(Failure::Usage(run.texts.imports.needs_delegation.to_owned())),
        (_, Some(reference)) => Ok(ImportWhat::People(visits::of_kind::<Delegation>(session, reference)?)),
    }
}

/// Prints what a person needs to know: every row but those that are there already, then the sums.
fn print(run: &Run, view: &ImportView, taken: bool, dry_run: bool) {
    let words = &run.texts.imports;
    for row in &view.rows {
        match row.fate {
            Fate::Same => {}
            Fate::Wrong(_) => eprintln!("{}", explain::import_row(row, run.texts)),
            _ => say(explain::import_row(row, run.texts)),
        }
    }
    if !view.unused.is_empty() {
        eprintln!("{}", (words.unused)(&view.unused.join(", ")));
    }
    let [new, changed, same, wrong] = view.counts();
    say((words.summary)(new, changed, same, wrong));
    if view.is_wrong() {
        eprintln!("{}", words.mend_first);
    } else if taken {
        say((words.done)(new, changed));
    } else if !dry_run || view.edits.is_empty() {
        say(words.nothing_new);
    }
}

fn told(run: &Run, view: &ImportView, taken: bool) -> Value {
    let row = |row: &ImportRow| {
        let (fate, changes, why) = match &row.fate {
            Fate::New => ("new", None, None),
            Fate::Same => ("same", None, None),
            Fate::Changed(changes) => ("changed", Some(changes), None),
            Fate::Wrong(fault) => ("wrong", None, Some(explain::fault(fault, run.texts))),
        };
        let changes = changes.map(|changes| {
            let told = changes.iter().map(|(field, from, to)| json!({ "field": field, "from": from, "to": to }));
            told.collect::<Vec<Value>>()
        });
        json!({ "line": row.line, "name": row.name, "fate": fate, "changes": changes, "why": why })
    };
    let [new, changed, same, wrong] = view.counts();
    json!({
        "imported": taken, "new": new, "changed": changed, "same": same, "wrong": wrong, "unused": view.unused,
        "rows": view.rows.iter().map(row).collect::<Vec<Value>>(),
    })
}
