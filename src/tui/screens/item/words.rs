//! Words for a followed item: what it is, where it stands, what was done about it.

use ratatui::style::Style;

use crate::domain::{EntryKind, FollowUp, FollowedItem, ItemKind, Verdict};
use crate::figures::print_date;
use crate::session::{ItemView, LogStep};

use super::super::super::state::Shared;
use super::super::super::widgets::paint::{visible, wrapped};

/// Names what an item is.
pub fn item_kind(kind: ItemKind, shared: &Shared) -> &'static str {
    match kind {
        ItemKind::Entry(kind) => (shared.texts.terms.entry_kind)(kind),
        ItemKind::DeepReview => shared.texts.register.deep_review,
        ItemKind::Outside => shared.texts.register.outside,
    }
}

/// Names what an item is, and says when a deeper review of it was suggested.
pub fn kind_and_tag(item: &FollowedItem, shared: &Shared) -> String {
    let tag = item.is_tagged_for_review().then_some(shared.texts.register.deep_review_tag);
    std::iter::once(item_kind(item.kind, shared)).chain(tag).collect::<Vec<_>>().join(" · ")
}

/// Says what was asked or found at first, row by row.
pub(super) fn original(view: &ItemView, shared: &Shared, cells: usize) -> Vec<(String, Style)> {
    let words = &shared.texts.register;
    let item = &view.item;
    let mut said = vec![kind_and_tag(item, shared), (words.unit)(&view.unit)];
    let source = if item.source.is_empty() { words.no_source } else { &item.source };
    said.push((words.source)(source));
    said.extend(item.raised.map(|day| (words.raised)(&print_date(day))));
    said.push((words.first_due)(&item.first_due.map_or_else(|| words.no_due.to_owned(), print_date)));
    if !item.doers.is_empty() {
        said.push((words.doer)(&item.doers.join(", ")));
    }
    if !item.criteria.is_empty() {
        said.push((words.criteria)(&item.criteria.join(", ")));
    }
    if !item.class.is_empty() {
        said.push((words.class)(&item.class));
    }
    block(&visible(&item.text), &said, shared, cells)
}

/// Says where it stands today, row by row.
pub(super) fn today(view: &ItemView, shared: &Shared, cells: usize) -> Vec<(String, Style)> {
    let words = &shared.texts.register;
    let item = &view.item;
    let standing = (shared.texts.terms.standing)(item.standing);
    let mut due = (words.last_due)(&item.due.map_or_else(|| words.no_due.to_owned(), print_date));
    if view.overdue {
        due = format!("{due} {}", words.overdue);
    }
    let mut said = vec![due];
    if view.times > 0 {
        said.push((words.times_carried)(view.times));
    }
    let last = view.log.iter().rev().find_map(|step| match step {
        LogStep::Verdict { verdict, date, .. } => Some((date, verdict_words(&verdict.record, shared))),
        LogStep::FollowUp(_) => None,
    });
    if let Some((date, verdict)) = last {
        let day = date.map(print_date).unwrap_or_default();
        said.push((words.last_verdict)(&day, &verdict));
    }
    block(standing, &said, shared, cells)
}

/// Lists what was said and done about it, newest first, row by row.
pub(super) fn log(view: &ItemView, shared: &Shared, cells: usize) -> Vec<(String, Style)> {
    let words = &shared.texts.register;
    let mut lines = Vec::new();
    for step in view.log.iter().rev() {
        let (head, below) = match step {
            LogStep::FollowUp(row) => act(&row.record, shared),
            LogStep::Verdict { verdict, date, source } => {
                let day = date.map(print_date).unwrap_or_default();
                let parts = [day.as_str(), words.verdict_at_visit, source];
                (joined(&parts), vec![verdict_words(&verdict.record, shared)])
            }
        };
        lines.extend(indented(&head, 0, cells, Style::new()));
        for text in below {
            lines.extend(indented(&text, 2, cells, shared.theme.faint()));
        }
    }
    if lines.is_empty() {
        lines.push((words.no_log.to_owned(), shared.theme.faint()));
    }
    lines
}

/// Says what a visit found.
pub fn verdict_words(verdict: &Verdict, shared: &Shared) -> String {
    let words = &shared.texts.register;
    let level = verdict.level.map_or(words.no_verdict, shared.texts.terms.verdict);
    let said =
        if verdict.words.is_empty() { level.to_owned() } else { (words.verdict_of)(level, &visible(&verdict.words)) };
    match verdict.due {
        Some(due) => format!("{said} · {}", (words.new_due_is)(&print_date(due))),
        None => said,
    }
}

/// Whether an item is a good practice, which nobody has to do anything about.
pub fn is_model(item: &FollowedItem) -> bool {
    item.kind == ItemKind::Entry(EntryKind::GoodPractice)
}

fn act(follow_up: &FollowUp, shared: &Shared) -> (String, Vec<String>) {
    let words = &shared.texts.register;
    let day = follow_up.date.map(print_date).unwrap_or_default();
    let mut head = joined(&[&day, (shared.texts.terms.follow_act)(follow_up.act), &follow_up.by]);
    if let Some(standing) = follow_up.standing {
        head = format!("{head} → {}", (shared.texts.terms.standing)(standing));
    }
    if let Some(due) = follow_up.due {
        head = joined(&[&head, &(words.new_due_is)(&print_date(due))]);
    }
    let mut below = Vec::new();
    if !follow_up.result.is_empty() {
        below.push((words.result_is)(&visible(&follow_up.result)));
    }
    if !follow_up.evidence.is_empty() {
        below.push((words.evidence_is)(&visible(&follow_up.evidence)));
    }
    (head, below)
}

fn joined(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn block(head: &str, said: &[String], shared: &Shared, cells: usize) -> Vec<(String, Style)> {
    let mut lines: Vec<(String, Style)> =
        wrapped(head, cells).into_iter().map(|part| (part, shared.theme.heading())).collect();
    for text in said {
        lines.extend(wrapped(text, cells).into_iter().map(|part| (part, Style::new())));
    }
    lines
}

fn indented(text: &str, by: usize, cells: usize, style: Style) -> Vec<(String, Style)> {
    let indent = " ".repeat(by);
    wrapped(text, cells.saturating_sub(by)).into_iter().map(|part| (format!("{indent}{part}"), style)).collect()
}
