//! `bienban diary`: the diary of a delegation, listed or added to.

use serde_json::{Value, json};

use super::output::say;
use super::{Failure, Run, exit, visits};
use crate::domain::{Delegation, DiaryEntry, Edit, RecordId, ScopeId};
use crate::figures::print_date;
use crate::session::{Action, Query, Row, Session, View};

pub(super) fn run(run: &Run, reference: &str, text: Option<&str>, json: bool) -> Result<u8, Failure> {
    let mut session = run.open()?;
    let delegation = visits::of_kind::<Delegation>(&session, reference)?;
    match text {
        Some(text) => add(run, &mut session, delegation, text, json)?,
        None => list(run, &session, delegation, json)?,
    }
    session.close()?;
    Ok(exit::DONE)
}

fn read(session: &Session, delegation: RecordId) -> Result<(Vec<Row<DiaryEntry>>, String), Failure> {
    let View::Diary(view) = session.ask(&Query::Diary(delegation))? else { return Ok((Vec::new(), String::new())) };
    Ok((view.lines, view.me))
}

/// Adds a line of today, done by whoever works at this laptop.
fn add(run: &Run, session: &mut Session, delegation: RecordId, text: &str, json: bool) -> Result<(), Failure> {
    let (_, who) = read(session, delegation)?;
    let date = Some(run.clock.now().date_naive());
    let line = DiaryEntry { delegation: Some(delegation), date, who, text: crate::text::nfc(text).trim().to_owned() };
    let id = session.fresh_id();
    session.act(
        &Action::Save { scope: ScopeId::Delegation(delegation), edits: vec![Edit::create(id, &line)] },
        &mut || {},
    )?;
    tell(id, &line, json);
    Ok(())
}

fn list(run: &Run, session: &Session, delegation: RecordId, json: bool) -> Result<(), Failure> {
    let (lines, _) = read(session, delegation)?;
    if json {
        let lines = lines.iter().map(|row| as_json(row.id, &row.record)).collect();
        say(Value::Array(lines));
    } else if lines.is_empty() {
        eprintln!("{}", run.texts.cli.nothing);
    } else {
        lines.iter().for_each(|row| tell(row.id, &row.record, false));
    }
    Ok(())
}

fn tell(id: RecordId, line: &DiaryEntry, json: bool) {
    if json {
        return say(as_json(id, line));
    }
    let date = line.date.map(print_date).unwrap_or_default();
    let parts = [date.as_str(), line.who.as_str(), line.text.as_str()];
    let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ");
    say(format!("{}  {said}", id.reference()));
}

fn as_json(id: RecordId, line: &DiaryEntry) -> Value {
    json!({ "reference": id.reference(), "id": id, "diary_entry": line })
}
