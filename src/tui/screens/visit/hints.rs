//! What the line being typed says, in words, while it is typed.

use ratatui::style::Style;

use crate::capture::{self, Context, Doubt};
use crate::domain::{EntryKind, RecordId};
use crate::session::{VisitView, explain};
use crate::text::truncate;

use super::super::super::state::Shared;
use super::super::super::widgets::paint::wrapped;

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
    let parts = explain::line(draft, view, entry, shared.texts);
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

fn styled(text: &str, cells: usize, style: Style) -> Vec<(String, Style)> {
    wrapped(text, cells).into_iter().map(|part| (part, style)).collect()
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
