//! What a typed line says and what of it stayed open, in words: the same on the screen and on the command line.

use super::super::{VisitView, doubtful};
use crate::capture::{self, Context, Draft, Link, Parsed, PersonMatch, SpanRole};
use crate::domain::{EntryKind, RecordId};
use crate::figures::print_date;
use crate::i18n::Texts;
use crate::text::truncate;

/// Cells of the first words of what a line is linked to.
const LINKED: usize = 40;

/// Says what a line typed at a visit becomes, part by part, its kind first; `entry` is the one that it replaces.
#[must_use]
pub fn line(draft: &Draft, view: &VisitView, entry: Option<RecordId>, texts: &Texts) -> Vec<String> {
    let words = &texts.screens;
    let mut parts = vec![(texts.terms.entry_kind)(draft.kind).to_owned()];
    let mut people: Vec<String> = Vec::new();
    for typed in &draft.people {
        let person = person(typed, draft.kind.names_doers(), view, texts);
        if !people.contains(&person) {
            people.push(person);
        }
    }
    if !people.is_empty() {
        let people = people.join(", ");
        parts.push(match draft.kind {
            EntryKind::RecommendationUp => (words.asked_of)(&people),
            EntryKind::Responsibility => (words.borne_by)(&people),
            EntryKind::GoodPractice => (words.owned_by)(&people),
            kind if kind.names_doers() => (words.done_by)(&people),
            _ => people,
        });
    }
    if let Some(time) = draft.time {
        parts.push((words.at_time)(&time.format("%-H:%M").to_string()));
    }
    if let Some(due) = draft.due {
        parts.push((words.due_on)(&print_date(due)));
    }
    if !draft.criteria.is_empty() {
        parts.push((words.criteria)(&draft.criteria.join(", ")));
    }
    if let Some(severity) = draft.severity {
        parts.push((words.severity)((texts.terms.severity)(severity)));
    }
    for link in &draft.links {
        parts.push(match target(link, draft.kind, view, entry) {
            Some(id) => linked(id, view, texts),
            None => match link {
                Link::Above => words.link_nowhere.to_owned(),
                Link::Reference(reference) => (words.no_such_entry)(reference),
            },
        });
    }
    parts
}

/// Says, once a line is stored, what of it stayed text and which names are not those of one known person.
#[must_use]
pub fn left_open(view: &VisitView, text: &str, entry: Option<RecordId>, texts: &Texts) -> Option<String> {
    let words = &texts.screens;
    let parsed = capture::parse(text, &Context { date: view.visit.record.date });
    let unquoted = unquoted_names(text, &parsed, view);
    let draft = parsed.draft;
    let mut parts = doubtful(text);
    for link in &draft.links {
        if let Link::Reference(reference) = link
            && target(link, draft.kind, view, entry).is_none()
        {
            parts.push(format!("^{reference}"));
        }
    }
    let known = view.people();
    let names = draft.people.iter().filter_map(|typed| match capture::resolve_person(typed, &known) {
        PersonMatch::One(_) => None,
        PersonMatch::Several(places) => Some((words.people_of_one_name)(typed, places.len())),
        PersonMatch::None if draft.kind.names_doers() && !is_one_word(typed) => None,
        PersonMatch::None if unquoted.iter().any(|(first, _)| first == typed) => None,
        PersonMatch::None => Some((words.nobody_of_this_name)(typed)),
    });
    let unquoted = unquoted.iter().map(|(first, whole)| (words.name_without_quotes)(first, whole));
    let names: Vec<String> = names.chain(unquoted).collect();
    let mut said = Vec::new();
    if !parts.is_empty() {
        said.push((words.not_understood)(&parts.join(", ")));
    }
    if !names.is_empty() {
        said.push(format!("{}.", names.join("; ")));
    }
    (!said.is_empty()).then(|| said.join(" "))
}

/// Finds the names of several words that were typed without quotes, each with the first word, which alone is taken as the
/// name and is nobody's.
#[must_use]
pub fn unquoted_names(text: &str, parsed: &Parsed, view: &VisitView) -> Vec<(String, String)> {
    let known = view.people();
    let people = parsed.spans.iter().filter(|span| span.role == SpanRole::Person);
    let unquoted = people.filter_map(|span| {
        let whole = capture::unquoted_name(text, span.range.start)?;
        let first = whole.split(' ').next()?.to_owned();
        (capture::resolve_person(&first, &known) == PersonMatch::None).then_some((first, whole))
    });
    unquoted.collect()
}

/// Names a linked entry or prompted issue by its reference and first words.
#[must_use]
pub fn linked(link: RecordId, view: &VisitView, texts: &Texts) -> String {
    let entry = || view.entries.iter().find(|row| row.id == link).map(|row| truncate(&row.record.text, LINKED));
    let issue = view.issues.iter().find(|row| row.id == link);
    let issue = issue.map(|row| (texts.preparation.answers_issue)(&truncate(&row.record.text, LINKED)));
    let words = issue.or_else(entry).unwrap_or_else(|| texts.screens.link_elsewhere.to_owned());
    format!("↳ {}: {words}", link.reference())
}

/// A body has a name of several words; of one word it is more likely a name without its quotes.
fn is_one_word(typed: &str) -> bool {
    !typed.contains(char::is_whitespace)
}

fn person(typed: &str, doer: bool, view: &VisitView, texts: &Texts) -> String {
    let words = &texts.screens;
    let known = view.people();
    match capture::resolve_person(typed, &known) {
        PersonMatch::One(at) => {
            let name = known.get(at).copied().unwrap_or(typed);
            let post = post_of(name, view);
            if post.is_empty() { name.to_owned() } else { format!("{name} ({post})") }
        }
        PersonMatch::Several(places) => {
            let names: Vec<&str> = places.iter().filter_map(|at| known.get(*at).copied()).collect();
            (words.several_people)(typed, &names.join(", "))
        }
        PersonMatch::None if doer && is_one_word(typed) => (words.unknown_doer)(typed),
        // A body that must act is seldom at the table.
        PersonMatch::None if doer => typed.to_owned(),
        PersonMatch::None => (words.unknown_person)(typed),
    }
}

fn post_of(name: &str, view: &VisitView) -> String {
    let attendee = view.attendees.iter().find(|row| row.record.name == name).map(|row| row.record.post.clone());
    let member = || {
        let member = view.members.iter().find(|row| row.record.name == name)?;
        Some(view.visit.record.date.map(|day| member.record.posts_on(day)).unwrap_or_default())
    };
    attendee.filter(|post| !post.is_empty()).or_else(member).unwrap_or_default()
}

fn target(link: &Link, kind: EntryKind, view: &VisitView, entry: Option<RecordId>) -> Option<RecordId> {
    match link {
        Link::Above if entry.is_none() => view.entry_above(kind).map(|row| row.id),
        Link::Above => {
            let at = view.entries.iter().position(|row| Some(row.id) == entry)?;
            let above = view.entries.get(..at)?;
            let fault = above.iter().rev().find(|row| kind.attaches_to_fault() && row.record.kind.is_fault());
            fault.or(above.last()).map(|row| row.id)
        }
        Link::Reference(reference) => {
            let edited = view.entries.iter().filter(|row| Some(row.id) == entry);
            let linked = edited.flat_map(|row| &row.record.links).copied();
            linked.chain(view.linkable()).find(|id| id.reference() == *reference)
        }
    }
}
