//! `bienban calendar`: holidays, deadlines and the cap, as shipped or as the office wrote them.

use std::path::Path;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::output::say;
use super::{Failure, config, exit};
use crate::figures::{CapBase, DayKind, Deadline, Extension, Holiday, StartEvent, print_date};
use crate::i18n::Texts;
use crate::session::Settings;

pub(super) fn run(matches: &ArgMatches, texts: &Texts) -> Result<u8, Failure> {
    let json = matches.get_flag("json");
    match matches.get_one::<String>("what").map_or("show", String::as_str) {
        "copy" => copy(&config::folder().ok_or(Failure::NoHome)?, texts, json),
        "check" => check(texts, json),
        _ => show(texts, json),
    }
}

fn copy(folder: &Path, texts: &Texts, json: bool) -> Result<u8, Failure> {
    let copied = Settings::copy_shipped(folder).map_err(|(path, source)| Failure::NotCopied { path, source })?;
    if json {
        let rows = copied.iter().map(|(path, written)| json!({ "path": path, "written": written }));
        say(rows.collect::<Value>());
        return Ok(exit::DONE);
    }
    for (path, written) in &copied {
        let said = if *written { texts.settings.copied } else { texts.settings.kept };
        say(said(&path.display().to_string()));
    }
    Ok(exit::DONE)
}

fn check(texts: &Texts, json: bool) -> Result<u8, Failure> {
    let read = config::settings();
    if json {
        let mistakes: Vec<Value> = match &read {
            Err(Failure::Settings(mistakes)) => mistakes
                .iter()
                .map(|mistake| {
                    let said = crate::session::explain::settings(mistake, texts);
                    json!({ "path": mistake.path, "line": mistake.line, "field": mistake.field, "says": said })
                })
                .collect(),
            _ => Vec::new(),
        };
        say(json!({ "sound": mistakes.is_empty(), "mistakes": mistakes }));
        return Ok(if mistakes.is_empty() { exit::DONE } else { exit::USAGE });
    }
    read?;
    say_sources(texts);
    say(texts.settings.sound);
    Ok(exit::DONE)
}

fn show(texts: &Texts, json: bool) -> Result<u8, Failure> {
    let settings = config::settings()?;
    if json {
        say(as_json(&settings));
        return Ok(exit::DONE);
    }
    let words = &texts.settings;
    say_sources(texts);
    let base = match settings.cap.base {
        CapBase::Good => words.base_good,
        CapBase::GoodOrBetter => words.base_good_or_better,
        CapBase::All => words.base_all,
    };
    say((words.cap)(&settings.cap.percent.print(), base));
    say(format!("{}:", words.deadlines));
    for deadline in &settings.deadlines {
        say(format!("  {}{}", deadline_line(deadline, texts), mark(deadline.checked, texts)));
    }
    say(format!("{}:", words.holidays));
    for holiday in settings.calendar.holidays() {
        say(format!("  {}  {}{}", days_off(holiday), holiday.name, mark(holiday.checked, texts)));
    }
    let worked: Vec<String> = settings.calendar.worked().map(print_date).collect();
    if !worked.is_empty() {
        say(format!("{}: {}", words.worked, worked.join(", ")));
    }
    Ok(exit::DONE)
}

/// Says of each file whether it is the office's own or the one shipped.
fn say_sources(texts: &Texts) {
    let Some(folder) = config::folder() else { return };
    for file in Settings::SHIPPED {
        let path = folder.join(file.name);
        let said = if path.exists() { texts.settings.own } else { texts.settings.shipped };
        say(said(&path.display().to_string()));
    }
}

fn deadline_line(deadline: &Deadline, texts: &Texts) -> String {
    let words = &texts.settings;
    let days = match deadline.kind {
        DayKind::Working => words.working_days,
        DayKind::Calendar => words.calendar_days,
    };
    let event = match deadline.event {
        StartEvent::BeforeMeeting => words.before_meeting,
        StartEvent::Decision => words.after_decision,
        StartEvent::Announcement => words.after_announcement,
    };
    let extension = match deadline.extension {
        Some(Extension::Days(days)) => format!(", {}", (words.extension_days)(days)),
        Some(Extension::Part(parts)) => format!(", {}", (words.extension_part)(parts, deadline.extended_days())),
        None => String::new(),
    };
    format!("{} ({}): {} {days} {event}{extension}", deadline.name, deadline.code, deadline.days)
}

fn days_off(holiday: &Holiday) -> String {
    let first = print_date(holiday.first);
    if holiday.first == holiday.last { first } else { format!("{first} – {}", print_date(holiday.last)) }
}

fn mark(checked: bool, texts: &Texts) -> String {
    if checked { String::new() } else { format!("  [{}]", texts.settings.to_be_checked) }
}

fn as_json(settings: &Settings) -> Value {
    let deadline = |deadline: &Deadline| {
        json!({
            "code": deadline.code, "name": deadline.name, "days": deadline.days, "count": deadline.kind, "from": deadline.event,
            "extended_days": deadline.extended_days(), "checked": deadline.checked,
        })
    };
    let holiday = |holiday: &Holiday| json!({ "name": holiday.name, "first": holiday.first, "last": holiday.last, "checked": holiday.checked });
    json!({
        "cap": { "percent": settings.cap.percent.print().replace(',', "."), "of": settings.cap.base },
        "deadlines": settings.deadlines.iter().map(deadline).collect::<Value>(),
        "holidays": settings.calendar.holidays().iter().map(holiday).collect::<Value>(),
        "worked": settings.calendar.worked().collect::<Vec<_>>(),
    })
}
