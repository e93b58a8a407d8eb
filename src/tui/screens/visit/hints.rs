//! What the line being typed says, in words, while it is typed.

use ratatui::style::Style;

use crate::capture::{self, Context, Doubt, SpanRole};
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
    if let Some(marks) = marks_begun(text, shared) {
        let rows = styled(&marks, cells, shared.theme.key()).into_iter();
        return rows.map(|(row, style)| (row.replace(TIED, " "), style)).collect();
    }
    let parsed = capture::parse(text, &Context { date: view.visit.record.date });
    let draft = &parsed.draft;
    let parts = explain::line(draft, view, entry, shared.texts);
    let mut told: Vec<(String, Style)> = styled(&parts.join(" · "), cells, shared.theme.good());
    if draft.kind == EntryKind::Figure {
        told.extend(figures(&draft.text, shared, cells));
    }
    if let Some(word) = left_hanging(text, &parsed) {
        told.extend(styled(&format!("⚠ {}", (words.before_due)(word)), cells, shared.theme.warning()));
    }
    for (first, whole) in explain::unquoted_names(text, &parsed, view) {
        let warned = (words.name_without_quotes)(&first, &whole);
        told.extend(styled(&format!("⚠ {warned}"), cells, shared.theme.warning()));
    }
    if let Some(notice) = parsed.notices.first() {
        let part = truncate(text.get(notice.range.clone()).unwrap_or_default(), 20);
        told.extend(styled(&format!("⚠ {}", doubt(&part, notice.why, shared)), cells, shared.theme.warning()));
    }
    told
}

/// Finds a word that leads to the due date and is left hanging once the date prints apart, as in `xong trước <30/9`.
fn left_hanging(text: &str, parsed: &capture::Parsed) -> Option<&'static str> {
    let due = parsed.spans.iter().find(|span| span.role == SpanRole::Due)?;
    let before = text.get(..due.range.start)?.trim_end().to_lowercase();
    ["trước ngày", "trước", "đến ngày", "hạn"]
        .into_iter()
        .find(|word| before.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with(' ')))
}

/// A space at which no row ends: a mark and its words stay together.
const TIED: &str = "\u{a0}";

/// Names the marks that begin with what is typed while that is the beginning of one: after `/` alone every mark that the
/// empty line does not name.
fn marks_begun(text: &str, shared: &Shared) -> Option<String> {
    let begun = text.trim_start();
    let named = |mark: &&capture::Mark| {
        let longer = mark.mark.len() > begun.len() && mark.mark.starts_with(&begun.to_lowercase());
        longer || (begun == "/" && !mark.mark.is_empty() && !shared.texts.screens.marks_hint.contains(mark.mark))
    };
    if !capture::marks().iter().any(|mark| mark.mark.len() > begun.len() && mark.mark.starts_with(begun)) {
        return None;
    }
    let (slashed, others): (Vec<_>, Vec<_>) =
        capture::marks().iter().filter(named).partition(|mark| mark.mark.starts_with('/'));
    let said = |mark: &capture::Mark| {
        format!("{} {}", mark.mark, (shared.texts.terms.entry_kind_short)(mark.kind)).replace(' ', TIED)
    };
    let marks: Vec<String> = slashed.into_iter().chain(others).map(said).collect();
    Some(marks.join("  "))
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
