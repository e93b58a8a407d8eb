//! What the line being typed says, in words, while it is typed.

use ratatui::style::Style;

use crate::capture::{self, Context, Doubt, Link, PersonMatch};
use crate::domain::{EntryKind, RecordId};
use crate::figures::print_date;
use crate::session::{VisitView, doubtful, explain};
use crate::text::truncate;

use super::super::super::state::Shared;
use super::super::super::widgets::paint::wrapped;
use super::entries::linked;

/// Describes a line; `entry` is the one that it replaces.
pub(super) fn lines(
    view: &VisitView,
    text: &str,
    entry: Option<RecordId>,
    shared: &Shared,
    cells: usize,
) -> Vec<(String, Style)> {
    let words = &shared.texts.screens;
    if text.trim().is_empty() {
        return vec![(words.marks_hint.to_owned(), shared.theme.faint())];
    }
    let parsed = capture::parse(text, &Context { date: view.visit.record.date });
    let draft = &parsed.draft;
    let mut parts = vec![(shared.texts.terms.entry_kind)(draft.kind).to_owned()];
    let mut people: Vec<String> = Vec::new();
    for typed in &draft.people {
        let person = person(typed, draft.kind.names_doers(), view, shared);
        if !people.contains(&person) {
            people.push(person);
        }
    }
    if !people.is_empty() {
        let people = people.join(", ");
        parts.push(match draft.kind {
            EntryKind::RecommendationUp => (words.asked_of)(&people),
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
        parts.push((words.severity)((shared.texts.terms.severity)(severity)));
    }
    for link in &draft.links {
        parts.push(match target(link, draft.kind, view, entry) {
            Some(id) => linked(id, view, shared),
            None => match link {
                Link::Above => words.link_nowhere.to_owned(),
                Link::Reference(reference) => (words.no_such_entry)(reference),
            },
        });
    }
    let mut told: Vec<(String, Style)> = styled(&parts.join(" · "), cells, shared.theme.good());
    if draft.kind == EntryKind::Figure {
        told.extend(figures(&draft.text, shared, cells));
    }
    if let Some(notice) = parsed.notices.first() {
        let part = truncate(text.get(notice.range.clone()).unwrap_or_default(), 20);
        told.extend(styled(&format!("⚠ {}", doubt(&part, notice.why, shared)), cells, shared.theme.warning()));
    }
    told
}

/// Says how the figures of a line are understood: first what does not add up, each on a row of its own.
fn figures(text: &str, shared: &Shared, cells: usize) -> Vec<(String, Style)> {
    let understood = explain::figures(text, shared.settings.cap, shared.texts);
    let (wrong, right): (Vec<_>, Vec<_>) = understood.into_iter().partition(|figure| figure.is_wrong);
    let mut told = Vec::new();
    for figure in wrong {
        told.extend(styled(&format!("⚠ {}", figure.text), cells, shared.theme.warning()));
    }
    if !right.is_empty() {
        let right: Vec<String> = right.into_iter().map(|figure| figure.text).collect();
        told.extend(styled(&right.join(" · "), cells, shared.theme.good()));
    }
    told
}

/// Says, once a line is stored, what of it stayed text and which names are not those of one known person.
pub(super) fn left_open(view: &VisitView, text: &str, entry: Option<RecordId>, shared: &Shared) -> Option<String> {
    let words = &shared.texts.screens;
    let draft = capture::parse(text, &Context { date: view.visit.record.date }).draft;
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
        PersonMatch::None => Some((words.nobody_of_this_name)(typed)),
    });
    let names: Vec<String> = names.collect();
    let mut said = Vec::new();
    if !parts.is_empty() {
        said.push((words.not_understood)(&parts.join(", ")));
    }
    if !names.is_empty() {
        said.push(format!("{}.", names.join("; ")));
    }
    (!said.is_empty()).then(|| said.join(" "))
}

/// A body has a name of several words; of one word it is more likely a name without its quotes.
fn is_one_word(typed: &str) -> bool {
    !typed.contains(char::is_whitespace)
}

fn styled(text: &str, cells: usize, style: Style) -> Vec<(String, Style)> {
    wrapped(text, cells).into_iter().map(|part| (part, style)).collect()
}

fn person(typed: &str, doer: bool, view: &VisitView, shared: &Shared) -> String {
    let words = &shared.texts.screens;
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

fn target(link: &Link, kind: crate::domain::EntryKind, view: &VisitView, entry: Option<RecordId>) -> Option<RecordId> {
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

fn doubt(part: &str, why: Doubt, shared: &Shared) -> String {
    let words = &shared.texts.screens;
    match why {
        Doubt::UnknownKind => (words.doubt_kind)(part),
        Doubt::NoSpaceAfter(kind) => (words.doubt_space)(part, (shared.texts.terms.entry_kind)(kind)),
        Doubt::NoName | Doubt::NotAName => (words.doubt_name)(part),
        Doubt::UnclosedQuote => (words.doubt_quote)(part),
        Doubt::NoSuchTime { .. } => (words.doubt_time)(part),
        Doubt::Date(_) => (words.doubt_date)(part),
        Doubt::NotACriterion => (words.doubt_criterion)(part),
        Doubt::NotASeverity => (words.doubt_severity)(part),
        Doubt::NotAReference => (words.doubt_reference)(part),
        Doubt::SecondOne(_) => (words.doubt_second)(part),
    }
}
