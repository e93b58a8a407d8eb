//! From a draft back to the one line that says it.

use chrono::{NaiveDate, NaiveTime, Timelike};

use crate::domain::EntryKind;
use crate::figures::print_date;

use super::draft::{Context, Draft, Link};
use super::inside::{Reading, Value, looks_like_mark, read};
use super::marks::mark_of;

/// Writes a draft as its canonical line: leading mark, text, then people, time, due date, criteria, severity and links.
///
/// Reading the line again gives the same draft when its parts are canonical, as those of every draft that was read
/// from a line are: text and names without white space at the ends, names on one line and of a few hundred characters
/// at most, nobody and nothing named twice, a time of whole minutes, a year of four digits, codes and references as the
/// marks ask for. Other parts are written all the same and come back as text, so that nothing is lost from sight.
#[must_use]
pub fn format(draft: &Draft) -> String {
    let text = draft.text.trim();
    let mut line = mark_of(draft.kind).to_owned();
    if !text.is_empty() {
        part(&mut line);
        escape_into(&mut line, text, draft.kind == EntryKind::Statement);
    }
    let people = draft.people.iter().filter(|name| !name.trim().is_empty()).map(|name| person(name));
    let time = draft.time.iter().map(time);
    let due = draft.due.iter().copied().map(due);
    let criteria = draft.criteria.iter().map(|code| format!("#{code}"));
    let severity = draft.severity.iter().map(|severity| format!("!{}", severity.level()));
    let links = draft.links.iter().map(link);
    for mark in people.chain(time).chain(due).chain(criteria).chain(severity).chain(links) {
        part(&mut line);
        line.push_str(&mark);
    }
    line
}

fn part(line: &mut String) {
    if !line.is_empty() {
        line.push(' ');
    }
}

/// Writes text so that none of its words is taken for a mark; `opens` says whether it opens the line.
fn escape_into(line: &mut String, text: &str, opens: bool) {
    let mut first = opens;
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if !word.is_empty() {
            if looks_like_mark(word.trim_start_matches('\\'), first) {
                line.push('\\');
            }
            first = false;
        }
        line.push_str(piece);
    }
}

fn person(name: &str) -> String {
    let bare = format!("@{name}");
    let reads_bare = match read(&bare, &bare, &Context::default()) {
        Reading::Mark { value: Value::Person(read), punctuation: 0, .. } => read == name,
        _ => false,
    };
    if reads_bare { bare } else { format!("@\"{}\"", name.replace('\n', " ").replace('"', "\"\"")) }
}

fn time(time: &NaiveTime) -> String {
    format!("@{}:{:02}", time.hour(), time.minute())
}

fn due(date: NaiveDate) -> String {
    format!("<{}", print_date(date))
}

fn link(link: &Link) -> String {
    match link {
        Link::Above => "^".to_owned(),
        Link::Reference(reference) => format!("^{reference}"),
    }
}
