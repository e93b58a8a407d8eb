//! The carried items on screen: three rows each, the selected one with all its words.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::{CarriedItem, VerdictLevel};
use crate::figures::print_date;
use crate::session::CarriedView;
use crate::text::pad;

use super::super::super::canvas::Canvas;
use super::super::super::state::Shared;
use super::super::super::widgets::paint::{line, pieces, rows, visible, wrapped};
use super::super::item::words::{item_kind, verdict_words};

/// Rows of an item that is not selected.
pub(super) const ROWS: u16 = 3;
/// What stands before everything said of an item.
const INDENT: &str = "    ";

/// Draws the selected item in full and around it as many others as there is room for.
pub(super) fn items(view: &CarriedView, selected: usize, shared: &Shared, canvas: &mut Canvas, area: Rect) {
    let Some(carried) = view.items.get(selected) else { return };
    let full = in_full(carried, view, shared, usize::from(area.width));
    let full_rows = u16::try_from(full.len()).unwrap_or(u16::MAX).min(area.height);
    let others = usize::from(area.height.saturating_sub(full_rows) / ROWS);
    let below = view.items.len().saturating_sub(selected + 1);
    let above = selected.min((others / 2).max(others.saturating_sub(below)));
    let mut top = 0;
    for carried in view.items.iter().skip(selected - above).take(above) {
        in_short(carried, view, shared, canvas, rows(area, top, ROWS));
        top += ROWS;
    }
    for parts in full.iter().take(usize::from(full_rows)) {
        pieces(canvas, area, top, parts);
        top += 1;
    }
    for carried in view.items.iter().skip(selected + 1).take(others - above) {
        in_short(carried, view, shared, canvas, rows(area, top, ROWS));
        top += ROWS;
    }
}

fn in_short(carried: &CarriedItem, view: &CarriedView, shared: &Shared, canvas: &mut Canvas, area: Rect) {
    line(canvas, area, 0, &format!("  {}", visible(&carried.item.text)), shared.theme.heading());
    let mut said = about(carried, shared);
    said.push((format!(" · {}", source(carried, shared)), shared.theme.faint()));
    pieces(canvas, area, 1, &said);
    let (verdict, style) = verdict(carried, view, shared);
    line(canvas, area, 2, &format!("{INDENT}{verdict}"), style);
}

fn in_full(carried: &CarriedItem, view: &CarriedView, shared: &Shared, cells: usize) -> Vec<Vec<(String, Style)>> {
    let mut lines = Vec::new();
    for (at, part) in wrapped(&visible(&carried.item.text), cells.saturating_sub(2)).into_iter().enumerate() {
        let mark = if at == 0 { "▸ " } else { "  " };
        lines.push(vec![(pad(&format!("{mark}{part}"), cells), shared.theme.selected())]);
    }
    lines.push(about(carried, shared));
    let source = (source(carried, shared), shared.theme.faint());
    for (text, style) in [source, verdict(carried, view, shared)] {
        let parts = wrapped(&text, cells.saturating_sub(INDENT.len())).into_iter();
        lines.extend(parts.map(|part| vec![(format!("{INDENT}{part}"), style)]));
    }
    lines
}

/// Says how often an item was carried, by when it is due, and what it is.
fn about(carried: &CarriedItem, shared: &Shared) -> Vec<(String, Style)> {
    let words = &shared.texts.register;
    let item = &carried.item;
    let faint = shared.theme.faint();
    let due = item.due.map_or_else(|| words.no_due.to_owned(), |due| (words.until)(&print_date(due)));
    let done = carried.verdict.as_ref().is_some_and(|(_, verdict)| verdict.level == Some(VerdictLevel::Done));
    let due = if item.is_overdue(shared.moment.now.date_naive()) && !done {
        (format!("{due} {}", words.overdue), shared.theme.error())
    } else {
        (due, faint)
    };
    let times = (format!("{INDENT}{} · ", (words.carried_times)(carried.times)), faint);
    let mut said = vec![times, due, (format!(" · {}", item_kind(item.kind, shared)), faint)];
    if item.is_tagged_for_review() {
        said.push((format!(" · {}", words.deep_review_tag), shared.theme.tag()));
    }
    said
}

/// Says when and by whom an item was raised.
fn source(carried: &CarriedItem, shared: &Shared) -> String {
    let words = &shared.texts.register;
    let raised = carried.item.raised.map(|day| (words.raised_on)(&print_date(day)));
    let source = &*carried.item.source;
    let source = if source.is_empty() { words.no_source.to_owned() } else { source.to_owned() };
    raised.into_iter().chain([source]).collect::<Vec<_>>().join(" · ")
}

fn verdict(carried: &CarriedItem, view: &CarriedView, shared: &Shared) -> (String, Style) {
    let contested = view.contested.contains(&carried.item.id);
    let several = if contested { format!(" ⚠ {}", shared.texts.register.several_verdicts) } else { String::new() };
    let style = if carried.verdict.is_some() { shared.theme.good() } else { shared.theme.warning() };
    (format!("→ {}{several}", verdict_line(carried, shared)), style)
}

/// Says what the visit found of an item, in one line.
pub(super) fn verdict_line(carried: &CarriedItem, shared: &Shared) -> String {
    let none = || shared.texts.register.no_verdict.to_owned();
    carried.verdict.as_ref().map_or_else(none, |(_, verdict)| verdict_words(verdict, shared))
}
