//! `bienban list`: delegations, visits, units, entries.

use serde_json::{Value, json};

use super::output::say;
use super::{Failure, Run, exit, visits};
use crate::domain::Entry;
use crate::figures::print_date;
use crate::session::{Query, Session, View, explain, line_of};

pub(super) fn run(run: &Run, what: &str, visit: Option<&str>, json: bool) -> Result<u8, Failure> {
    let session = run.open()?;
    let rows = match what {
        "delegations" => delegations(&session)?,
        "units" => units(run, &session)?,
        "entries" => entries(run, &session, visit)?,
        "materials" => materials(run, &session, visit)?,
        "issues" => issues(&session, visit)?,
        _ => all_visits(run, &session)?,
    };
    if json {
        say(Value::Array(rows.into_iter().map(|(_, value)| value).collect()));
    } else if rows.is_empty() {
        eprintln!("{}", run.texts.cli.nothing);
    } else {
        for (line, _) in rows {
            say(line);
        }
    }
    for missing in session.unreadable()? {
        eprintln!("{}", explain::unreadable(&missing, run.texts));
    }
    session.close()?;
    Ok(exit::DONE)
}

/// A row for people and the same row for scripts.
type Printed = (String, Value);

fn delegations(session: &Session) -> Result<Vec<Printed>, Failure> {
    let View::Home(home) = session.ask(&Query::Home)? else { return Ok(Vec::new()) };
    let rows = home.delegations.into_iter().map(|row| {
        let (id, record) = (row.delegation.id, row.delegation.record);
        let line =
            format!("{}  {}{}  {}", id.reference(), "  ".repeat(row.depth), record.decision_symbol, record.theme);
        (line, json!({ "reference": id.reference(), "id": id, "delegation": record, "visits": row.visits }))
    });
    Ok(rows.collect())
}

fn all_visits(run: &Run, session: &Session) -> Result<Vec<Printed>, Failure> {
    let rows = session.visits()?.into_iter().map(|row| {
        let (id, record) = (row.visit.id, row.visit.record);
        let line = format!(
            "{}  {:>10}  {}  ·  {}  ·  {}",
            id.reference(),
            record.date.map(print_date).unwrap_or_default(),
            row.unit,
            (run.texts.terms.visit_status)(record.status),
            (run.texts.cli.entries)(row.entries),
        );
        (
            line,
            json!({ "reference": id.reference(), "id": id, "unit": row.unit, "entries": row.entries, "visit": record }),
        )
    });
    Ok(rows.collect())
}

fn units(run: &Run, session: &Session) -> Result<Vec<Printed>, Failure> {
    let View::Units(view) = session.ask(&Query::Units)? else { return Ok(Vec::new()) };
    let rows = view.units.into_iter().map(|row| {
        let (id, record) = (row.unit.id, row.unit.record);
        let pilot = if record.pilot { format!(" ({})", run.texts.preparation.pilot) } else { String::new() };
        let line = format!("{}  {}{}{pilot}", id.reference(), "  ".repeat(row.depth), record.name);
        (
            line,
            json!({ "reference": id.reference(), "id": id, "depth": row.depth, "unit": record, "visits": row.visits }),
        )
    });
    Ok(rows.collect())
}

fn entries(run: &Run, session: &Session, visit: Option<&str>) -> Result<Vec<Printed>, Failure> {
    let visit = visits::visit(session, visit)?;
    let View::Visit(view) = session.ask(&Query::Visit(visit))? else { return Ok(Vec::new()) };
    let names = session.names()?;
    let rows = view.entries.into_iter().map(|row| {
        let author = row.record.author.and_then(|author| names.get(&author));
        let by = author.map(|name| format!("  ({})", (run.texts.preparation.by)(name))).unwrap_or_default();
        let line = format!("{}  {}{by}", row.id.reference(), line_of(&row.record));
        let mut entry = json!(row.record);
        entry.as_object_mut().and_then(|fields| fields.remove(Entry::PRIVATE));
        (line, json!({ "reference": row.id.reference(), "id": row.id, "entry": entry, "author": author }))
    });
    Ok(rows.collect())
}

fn materials(run: &Run, session: &Session, visit: Option<&str>) -> Result<Vec<Printed>, Failure> {
    let visit = visits::visit(session, visit)?;
    let View::Visit(view) = session.ask(&Query::Visit(visit))? else { return Ok(Vec::new()) };
    let today = run.clock.now().date_naive();
    let rows = view.materials.iter().map(|row| {
        let (material, words) = (&row.record, &run.texts.preparation);
        let arrival = material.arrival(view.papers_due, today);
        let received = material.received.map(|day| (words.received)(&print_date(day)));
        let parts = [
            [material.form.as_str(), &material.symbol].join(" ").trim().to_owned(),
            material.title.clone(),
            material.due.map(|day| (words.due)(&print_date(day))).unwrap_or_default(),
            received.unwrap_or_else(|| words.not_received.to_owned()),
            if arrival.is_late() { words.late.to_owned() } else { String::new() },
        ];
        let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let (id, reference) = (row.id, row.id.reference());
        let line = format!("{reference}  {said}");
        (line, json!({ "reference": reference, "id": id, "material": material, "late": arrival.is_late() }))
    });
    Ok(rows.collect())
}

fn issues(session: &Session, visit: Option<&str>) -> Result<Vec<Printed>, Failure> {
    let visit = visits::visit(session, visit)?;
    let View::Visit(view) = session.ask(&Query::Visit(visit))? else { return Ok(Vec::new()) };
    let rows = view.issues.iter().map(|row| {
        let answers: Vec<&str> = view.answers_to(row.id).map(|entry| entry.record.text.as_str()).collect();
        let own = Some(row.record.answer.as_str()).filter(|answer| !answer.is_empty());
        let said: Vec<&str> = own.into_iter().chain(answers.iter().copied()).collect();
        let (id, reference) = (row.id, row.id.reference());
        let line = format!("{reference}  {}  →  {}", row.record.text, said.join("; "));
        (line, json!({ "reference": reference, "id": id, "issue": row.record, "answers": answers }))
    });
    Ok(rows.collect())
}
