//! `bienban follow`: one act into the logs of one or several items.

use clap::ArgMatches;
use serde_json::json;

use super::super::output::say;
use super::super::{Failure, Run, exit, visits};
use super::register::date;
use super::{code, text};
use crate::domain::{FollowUp, RecordId};
use crate::session::Action;

pub(super) fn run(run: &Run, matches: &ArgMatches) -> Result<u8, Failure> {
    let mut session = run.open()?;
    let mut items: Vec<RecordId> = Vec::new();
    for reference in matches.get_many::<String>("item").into_iter().flatten() {
        let (_, id) = visits::find(&session, reference)?;
        items.push(id);
    }
    let standing = text(matches, "standing");
    let follow_up = FollowUp {
        item: None,
        act: code(run, text(matches, "act"))?,
        date: date(run, text(matches, "date"))?.or_else(|| Some(run.clock.now().date_naive())),
        by: text(matches, "by").to_owned(),
        result: text(matches, "result").to_owned(),
        standing: if standing.is_empty() { None } else { Some(code(run, standing)?) },
        due: date(run, text(matches, "due"))?,
        evidence: text(matches, "evidence").to_owned(),
    };
    session.act(&Action::Follow { items: items.clone(), follow_up }, &mut || {})?;
    let references: Vec<String> = items.iter().map(RecordId::reference).collect();
    if matches.get_flag("json") {
        say(json!({ "items": references }));
    } else {
        say((run.texts.follow.followed)(&references.join(", ")));
    }
    session.close()?;
    Ok(exit::DONE)
}
