//! `bienban add`: lines into the open visit.

use std::io::{self, BufRead, Write};

use serde_json::json;

use super::{Failure, Run, exit, visits};
use crate::domain::{Entry, RecordId};
use crate::session::{Action, Outcome, Query, Session, View, explain};

pub(super) fn run(run: &Run, reference: Option<&str>, line: &str, json: bool) -> Result<u8, Failure> {
    let mut session = run.open()?;
    let visit = visits::visit(&session, reference)?;
    if !matches!(line, "" | "-") {
        let id = capture(&mut session, visit, line)?;
        tell(run, &session, visit, id, json)?;
        session.close()?;
        return Ok(exit::DONE);
    }
    let mut failed = false;
    for (at, line) in io::stdin().lock().lines().enumerate() {
        let line = line.map_err(Failure::Input)?;
        if line.trim().is_empty() {
            continue;
        }
        match capture(&mut session, visit, &line) {
            Ok(id) => tell(run, &session, visit, id, json)?,
            Err(error) => {
                failed = true;
                eprintln!("{}", (run.texts.cli.line_failed)(at + 1, &explain::error(&error, run.texts)));
            }
        }
    }
    session.close()?;
    if failed { Err(Failure::LinesFailed) } else { Ok(exit::DONE) }
}

fn capture(session: &mut Session, visit: RecordId, line: &str) -> Result<Option<RecordId>, crate::session::Error> {
    let action = Action::Capture { visit, line: line.to_owned() };
    Ok(match session.act(&action, &mut || {})? {
        Outcome::Saved(id) => Some(id),
        _ => None,
    })
}

/// Says that an entry is saved, at once: a pipe that feeds lines may wait for it.
fn tell(run: &Run, session: &Session, visit: RecordId, id: Option<RecordId>, json: bool) -> Result<(), Failure> {
    let Some(id) = id else { return Ok(()) };
    let View::Visit(view) = session.ask(&Query::Visit(visit))? else { return Ok(()) };
    let entry: Entry = view.entries.into_iter().find(|row| row.id == id).map(|row| row.record).unwrap_or_default();
    let said = if json {
        json!({ "reference": id.reference(), "id": id, "kind": entry.kind, "text": entry.text }).to_string()
    } else {
        (run.texts.cli.saved)(&id.reference(), (run.texts.terms.entry_kind)(entry.kind))
    };
    let mut out = io::stdout().lock();
    // A reader that went away must not stop the lines that follow from being saved.
    let _ = writeln!(out, "{said}").and_then(|()| out.flush());
    Ok(())
}
