//! `bienban statistics`: causes over many visits.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::super::output::say;
use super::super::{Failure, Run, exit};
use super::of_kind;
use crate::domain::Kind;
use crate::session::{Causes, Query, StatisticsView, View};

pub(super) fn run(run: &Run, matches: &ArgMatches) -> Result<u8, Failure> {
    let session = run.open()?;
    let unit = of_kind(&session, matches, "unit", Kind::UNIT)?;
    let delegation = of_kind(&session, matches, "delegation", Kind::DELEGATION)?;
    if let View::Statistics(view) = session.ask(&Query::Statistics { unit, delegation })? {
        if matches.get_flag("json") {
            say(view_as_json(&view));
        } else {
            lines(run, &view).into_iter().for_each(say);
        }
    }
    session.close()?;
    Ok(exit::DONE)
}

fn lines(run: &Run, view: &StatisticsView) -> Vec<String> {
    let follow = &run.texts.follow;
    let counted = |causes: &Causes| (follow.causes)(causes.objective, causes.subjective);
    let mut lines = vec![counted(&view.causes)];
    for (heading, rows) in [(follow.by_topic, &view.by_topic), (follow.by_unit, &view.by_unit)] {
        if !rows.is_empty() {
            lines.push(format!("{heading}:"));
        }
        lines.extend(rows.iter().map(|(name, causes)| {
            let name = if name.is_empty() { follow.unnamed } else { name.as_str() };
            format!("  {name}  ·  {}", counted(causes))
        }));
    }
    lines
}

fn view_as_json(view: &StatisticsView) -> Value {
    let row = |(name, causes): &(String, Causes)| json!({ "name": name, "objective": causes.objective, "subjective": causes.subjective });
    json!({
        "objective": view.causes.objective,
        "subjective": view.causes.subjective,
        "by_topic": view.by_topic.iter().map(row).collect::<Vec<Value>>(),
        "by_unit": view.by_unit.iter().map(row).collect::<Vec<Value>>(),
    })
}
