//! `bienban add`: lines into the open visit.

use std::io::{self, BufRead, Write};

use serde_json::json;

use super::{Failure, Run, exit, visits};
use crate::domain::{Entry, EntryKind, Record, RecordId};
use crate::session::{Action, Outcome, Session, explain};

pub(super) fn run(run: &Run, reference: Option<&str>, line: &str, json: bool) -> Result<u8, Failure> {
    let mut session = run.open()?;
    let visit = visits::visit(&session, reference)?;
    if !matches!(line, "" | "-") {
        let id = capture(&mut session, visit, line)?;
        tell(run, &session, id, json)?;
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
            Ok(id) => tell(run, &session, id, json)?,
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
fn tell(run: &Run, session: &Session, id: Option<RecordId>, json: bool) -> Result<(), Failure> {
    let Some(id) = id else { return Ok(()) };
    let fields = session.fields(&Entry::KIND, id)?;
    let kind: EntryKind =
        fields.get("kind").and_then(|code| serde_json::from_value(code.clone()).ok()).unwrap_or_default();
    let said = if json {
        json!({ "reference": id.reference(), "id": id, "kind": kind, "text": fields.get("text") }).to_string()
    } else {
        (run.texts.cli.saved)(&id.reference(), (run.texts.terms.entry_kind)(kind))
    };
    let mut out = io::stdout().lock();
    // A reader that went away must not stop the lines that follow from being saved.
    let _ = writeln!(out, "{said}").and_then(|()| out.flush());
    Ok(())
}
