//! `bienban add`: lines into the open visit.

use std::io::{self, BufRead};

use serde_json::{Value, json};

use super::output::say;
use super::{Failure, Run, exit, visits};
use crate::domain::{Entry, EntryKind, Record, RecordId};
use crate::session::{self, Action, Outcome, Session, explain};

pub(super) fn run(run: &Run, reference: Option<&str>, line: Option<&str>, json: bool) -> Result<u8, Failure> {
    let mut session = run.open()?;
    let visit = visits::visit(&session, reference)?;
    let outcome = match line {
        Some(line) => one(run, &mut session, visit, line, json).map(|()| exit::DONE),
        None => many(run, &mut session, visit, json),
    };
    session.close()?;
    outcome
}

fn one(run: &Run, session: &mut Session, visit: RecordId, line: &str, json: bool) -> Result<(), Failure> {
    let id = capture(session, visit, line)?;
    tell(run, session, id, json)?;
    warn(run, line);
    tell_figures(run, session, id)?;
    Ok(())
}

/// Stores the lines of standard input; one that fails is told with its number and does not stop the others.
fn many(run: &Run, session: &mut Session, visit: RecordId, json: bool) -> Result<u8, Failure> {
    let mut failed = false;
    let mut number = 0;
    let mut input = io::stdin().lock();
    let mut bytes = Vec::new();
    while input.read_until(b'\n', &mut bytes).map_err(Failure::Input)? > 0 {
        number += 1;
        let read = str::from_utf8(&bytes).map_err(|error| Failure::Input(io::Error::other(error)));
        let stored = read.and_then(|line| match line.trim() {
            "" => Ok(()),
            line => one(run, session, visit, line, json),
        });
        if let Err(failure) = stored {
            failed = true;
            eprintln!("{}", (run.texts.cli.line_failed)(number, &failure.sentence(run.texts)));
        }
        bytes.clear();
    }
    if failed { Err(Failure::LinesFailed) } else { Ok(exit::DONE) }
}

/// Says how the figures of a line were understood; apart from the output, which scripts read.
fn tell_figures(run: &Run, session: &Session, id: Option<RecordId>) -> Result<(), Failure> {
    let Some(id) = id else { return Ok(()) };
    let fields = session.fields(&Entry::KIND, id)?;
    if fields.get("kind").and_then(Value::as_str) == Some("figure") {
        let text = fields.get("text").and_then(Value::as_str).unwrap_or_default();
        for figure in explain::figures(text, session.settings().cap, run.texts) {
            eprintln!("{}{}", if figure.is_wrong { "⚠ " } else { "" }, figure.text);
        }
    }
    Ok(())
}

/// Says what looked like a mark and stayed text.
fn warn(run: &Run, line: &str) {
    let doubtful: Vec<String> = session::doubtful(line).iter().map(|word| format!("“{word}”")).collect();
    if !doubtful.is_empty() {
        eprintln!("{}", (run.texts.cli.doubtful)(&doubtful.join(", ")));
    }
}

fn capture(session: &mut Session, visit: RecordId, line: &str) -> Result<Option<RecordId>, session::Error> {
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
    say(said);
    Ok(())
}
