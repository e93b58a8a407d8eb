//! `bienban carried`: what earlier visits left open, and what this one found of it.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::super::output::say;
use super::super::{Failure, Run, exit, visits};
use super::{as_json, kind_name, line, tell_unreadable};
use crate::domain::{CarriedItem, RecordId, Recurrence};
use crate::session::{CarriedView, Query, View};

pub(super) fn run(run: &Run, matches: &ArgMatches) -> Result<u8, Failure> {
    let session = run.open()?;
    let visit = visits::visit(&session, matches.get_one::<String>("visit").map(String::as_str))?;
    if let View::Carried(view) = session.ask(&Query::Carried(visit))? {
        if matches.get_flag("json") {
            say(view_as_json(&view));
        } else {
            if view.items.is_empty() {
                eprintln!("{}", run.texts.follow.nothing_carried);
            }
            view.items.iter().for_each(|carried| say(item_as_line(run, &view, carried)));
            view.recurring.iter().for_each(|(fault, found)| say(recurrence_as_line(run, *fault, found)));
        }
        tell_unreadable(run, &view.unreadable);
    }
    session.close()?;
    Ok(exit::DONE)
}

fn item_as_line(run: &Run, view: &CarriedView, carried: &CarriedItem) -> String {
    let (follow, terms) = (&run.texts.follow, &run.texts.terms);
    let verdict = carried.verdict.as_ref().and_then(|(_, verdict)| {
        let level = (terms.verdict)(verdict.level?);
        Some(if verdict.words.is_empty() { level.to_owned() } else { format!("{level}: {}", verdict.words) })
    });
    let contested = if view.contested.contains(&carried.item.id) { follow.contested } else { "" };
    let verdict = verdict.unwrap_or_else(|| follow.no_verdict.to_owned());
    let times = (follow.times)(carried.times);
    let kind = kind_name(&carried.item, run.texts);
    line(&carried.item, &[&verdict, contested, &times, &kind, &carried.item.source])
}

fn recurrence_as_line(run: &Run, fault: RecordId, found: &Recurrence) -> String {
    format!("{}  {}", fault.reference(), (run.texts.follow.recurs)(&found.criterion, found.times))
}

fn view_as_json(view: &CarriedView) -> Value {
    let item = |carried: &CarriedItem| {
        let mut fields = as_json(&carried.item);
        fields.insert("times".to_owned(), json!(carried.times));
        fields.insert("contested".to_owned(), json!(view.contested.contains(&carried.item.id)));
        let verdict = carried.verdict.as_ref().map(|(_, verdict)| verdict);
        let verdict = verdict.map(|said| json!({ "level": said.level, "words": said.words, "due": said.due }));
        fields.insert("verdict".to_owned(), json!(verdict));
        Value::Object(fields)
    };
    let recurring = |(fault, found): &(RecordId, Recurrence)| json!({ "reference": fault.reference(), "criterion": found.criterion, "times": found.times });
    json!({
        "visit": view.visit.reference(),
        "items": view.items.iter().map(item).collect::<Vec<Value>>(),
        "recurring": view.recurring.iter().map(recurring).collect::<Vec<Value>>(),
    })
}
