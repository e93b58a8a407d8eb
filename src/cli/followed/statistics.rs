//! `bienban statistics`: figures over many visits, as text, CSV or JSON.

use std::io::{self, Write};

use clap::ArgMatches;
use serde_json::{Map, Value, json};

use super::super::output::say;
use super::super::{Failure, Run, exit};
use super::register::date;
use super::{of_kind, tell_unreadable, text};
use crate::domain::Kind;
use crate::session::{Cell, Figures, Over, Query, Sheet, StatisticsView, Tallied, Tally, View, sheet, span_name};
use crate::text::{pad, width};

pub(super) fn run(run: &Run, matches: &ArgMatches) -> Result<u8, Failure> {
    let session = run.open()?;
    let over = Over {
        unit: of_kind(&session, matches, "unit", Kind::UNIT)?,
        delegation: of_kind(&session, matches, "delegation", Kind::DELEGATION)?,
        from: date(run, text(matches, "from"))?,
        to: date(run, text(matches, "to"))?,
    };
    let by = matches.get_one::<String>("by");
    let by = by.and_then(|by| Figures::ALL.into_iter().find(|figures| figures.code() == by));
    if let View::Statistics(view) = session.ask(&Query::Statistics(over))? {
        if matches.get_flag("json") {
            say(view_as_json(run, &view));
        } else if matches.get_flag("csv") {
            // A reader that went away wants no more.
            let _ = io::stdout().lock().write_all(&sheet(&view, by.unwrap_or(Figures::Units), run.texts).csv());
        } else {
            if by.is_none() {
                let causes = &view.total.causes;
                say((run.texts.follow.causes)(causes.objective, causes.subjective));
            }
            let wanted = Figures::ALL.into_iter().filter(|figures| by.is_none_or(|by| by == *figures));
            wanted.for_each(|figures| print(run, &view, figures));
        }
        tell_unreadable(run, &view.unreadable);
    }
    session.close()?;
    Ok(exit::DONE)
}

/// Prints a table with its columns one below the other.
fn print(run: &Run, view: &StatisticsView, figures: Figures) {
    let Sheet { head, rows, total } = sheet(view, figures, run.texts);
    if rows.is_empty() {
        return;
    }
    let text = |cell: &Cell| match cell {
        Cell::Words(words) => (words.clone(), false),
        Cell::Count(number) => (number.to_string(), true),
    };
    let head = head.into_iter().map(|name| (name.to_owned(), false)).collect();
    let body = rows.iter().chain(&total).map(|row| row.iter().map(text).collect());
    let lines: Vec<Vec<(String, bool)>> = std::iter::once(head).chain(body).collect();
    let columns = lines.first().map_or(0, Vec::len);
    let cells = |at: usize| lines.iter().filter_map(|line| line.get(at)).map(|(cell, _)| width(cell)).max();
    let widths: Vec<usize> = (0..columns).map(|at| cells(at).unwrap_or_default()).collect();
    say("");
    for line in &lines {
        let cells = line.iter().zip(&widths).map(|((cell, is_number), width)| match is_number {
            true => format!("{cell:>width$}"),
            false => pad(cell, *width),
        });
        say(cells.collect::<Vec<_>>().join("  ").trim_end());
    }
}

fn view_as_json(run: &Run, view: &StatisticsView) -> Value {
    let row = |row: &Tallied| {
        let mut fields = figures(&row.tally);
        fields.insert("name".to_owned(), json!(row.name));
        fields.insert("reference".to_owned(), json!(row.id.map(|id| id.reference())));
        Value::Object(fields)
    };
    let rows = |rows: &[Tallied]| rows.iter().map(row).collect::<Vec<Value>>();
    let spans = view.spans.iter().map(|span| {
        json!({
            "first": span.first,
            "name": span_name(span, view.step, run.texts),
            "raised": span.raised,
            "closed": span.closed,
            "open_at_end": span.open_at_end,
            "closed_by_end": span.closed_by_end,
        })
    });
    let lists = view.checklists.iter().map(|list| {
        let criteria = list.criteria.iter().map(|criterion| json!({ "code": criterion.code, "title": criterion.title, "visits": criterion.visits }));
        json!({ "code": list.code, "title": list.title, "visits": list.visits, "criteria": criteria.collect::<Vec<_>>() })
    });
    let parts = [
        ("by_topic", rows(&view.by_topic)),
        ("by_unit", rows(&view.by_unit)),
        ("by_delegation", rows(&view.by_delegation)),
        ("over_time", spans.collect()),
        ("checklists", lists.collect()),
    ];
    let mut all = figures(&view.total);
    all.extend(parts.map(|(name, rows)| (name.to_owned(), Value::Array(rows))));
    Value::Object(all)
}

/// The figures by the names that scripts know.
fn figures(tally: &Tally) -> Map<String, Value> {
    let counts = [
        ("visits", tally.visits),
        ("strengths", tally.strengths),
        ("shortcomings", tally.shortcomings),
        ("violation_signs", tally.signs),
        ("objective", tally.causes.objective),
        ("subjective", tally.causes.subjective),
        ("without_cause", tally.unexplained),
        ("open", tally.open),
        ("overdue", tally.overdue),
        ("closed", tally.closed),
    ];
    counts.map(|(name, count)| (name.to_owned(), json!(count))).into_iter().collect()
}
