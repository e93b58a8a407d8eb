//! `bienban register`: everything that is followed, over all delegations.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::{Value, json};

use super::super::output::say;
use super::super::{Failure, Run, exit};
use super::{as_json, code, kind, kind_name, line, of_kind, tell_unreadable, text};
use crate::domain::Kind;
use crate::figures::parse_date;
use crate::session::{Filter, Query, RegisterRow, RegisterView, Session, Stage, View};

pub(super) fn run(run: &Run, matches: &ArgMatches) -> Result<u8, Failure> {
    let session = run.open()?;
    let filter = filter(run, &session, matches)?;
    if let View::Register(view) = session.ask(&Query::Register(filter))? {
        if matches.get_flag("json") {
            say(view_as_json(&view));
        } else {
            view.rows.iter().for_each(|row| say(row_as_line(run, &row)));
            say(counts(run, &view));
        }
        tell_unreadable(run, &view.unreadable);
    }
    session.close()?;
    Ok(exit::DONE)
}

fn filter(run: &Run, session: &Session, matches: &ArgMatches) -> Result<Filter, Failure> {
    let codes = |name| matches.get_many::<String>(name).into_iter().flatten();
    let stages = [("overdue", Stage::Overdue), ("closed", Stage::Closed), ("all", Stage::All)];
    Ok(Filter {
        unit: of_kind(session, matches, "unit", Kind::UNIT)?,
        alone: false,
        delegation: of_kind(session, matches, "delegation", Kind::DELEGATION)?,
        doer: text(matches, "doer").to_owned(),
        due_from: date(run, text(matches, "due-from"))?,
        due_to: date(run, text(matches, "due-to"))?,
        stage: stages.into_iter().find(|(name, _)| matches.get_flag(name)).map_or(Stage::Open, |(_, stage)| stage),
        kinds: codes("kind").map(|typed| kind(run, typed)).collect::<Result<_, _>>()?,
        standings: codes("standing").map(|typed| code(run, typed)).collect::<Result<_, _>>()?,
        class: text(matches, "class").to_owned(),
        text: text(matches, "text").to_owned(),
    })
}

/// Reads a date as people write it; nothing when it was not given.
pub(super) fn date(run: &Run, typed: &str) -> Result<Option<NaiveDate>, Failure> {
    if typed.is_empty() {
        return Ok(None);
    }
    parse_date(typed, None).map(Some).map_err(|_| Failure::Usage((run.texts.follow.not_a_date)(typed)))
}

fn row_as_line(run: &Run, row: &RegisterRow<'_>) -> String {
    let standing = (run.texts.terms.standing)(row.item.standing);
    let standing = match row.overdue {
        true => format!("{standing}, {}", run.texts.follow.overdue),
        false => standing.to_owned(),
    };
    let model = row.model.as_ref().map_or("", |model| model.name.as_str());
    line(row.item, &[&standing, &kind_name(row.item, run.texts), row.unit, model])
}

fn counts(run: &Run, view: &RegisterView) -> String {
    let counts = &view.counts;
    let said = (run.texts.follow.counts)(counts.open, counts.overdue, counts.closed, counts.total());
    match counts.commitments {
        0 => said,
        all => format!("{said} {}", (run.texts.follow.coverage)(counts.commitments_with_result, all)),
    }
}

fn view_as_json(view: &RegisterView) -> Value {
    let row = |row: RegisterRow<'_>| {
        let mut fields = as_json(row.item);
        fields.insert("unit_name".to_owned(), json!(row.unit));
        fields.insert("overdue".to_owned(), json!(row.overdue));
        if let Some(model) = &row.model {
            let model =
                json!({ "name": model.name, "topic": model.topic, "result": model.result, "proposal": model.proposal });
            fields.insert("model".to_owned(), model);
        }
        Value::Object(fields)
    };
    let counts = &view.counts;
    json!({
        "items": view.rows.iter().map(row).collect::<Vec<Value>>(),
        "counts": {
            "open": counts.open,
            "overdue": counts.overdue,
            "closed": counts.closed,
            "total": counts.total(),
            "commitments": counts.commitments,
            "commitments_with_result": counts.commitments_with_result,
        },
    })
}
