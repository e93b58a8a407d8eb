//! The register on screen: counts and filters, the rows that fit, and the selected item below them.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::figures::print_date;
use crate::session::{RegisterRow, RegisterView};
use crate::text::pad;

use super::super::super::canvas::Canvas;
use super::super::super::state::Shared;
use super::super::super::widgets::paint::{inset, line, paragraph, pieces, rows, rule, visible, wrapped};
use super::super::item::words::kind_and_tag;
use super::columns::Columns;
use super::{Order, RegisterScreen, filter};

/// A window with fewer rows than this has no details of the selected item below the list.
const ROOM_FOR_DETAILS: u16 = 15;
/// Rows of the details with the rule above them.
const DETAILS: u16 = 5;

impl RegisterScreen {
    /// Draws everything; only the rows that fit are made.
    pub(super) fn paint(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let words = &shared.texts.register;
        let Some(view) = &self.view else {
            line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        };
        self.draw_counts(view, shared, canvas, area);
        if let Some(first) = view.unreadable.first() {
            let text = (shared.texts.screens.unreadable)(view.unreadable.len(), &first.to_string());
            line(canvas, area, 2, &format!("! {text}"), shared.theme.error());
        }
        let area = rows(area, 3, area.height);
        if view.rows.is_empty() {
            let why = match self.filter == self.base {
                true if view.counts.total() > 0 => words.nothing_open,
                true => words.register_empty,
                false => words.nothing_found,
            };
            paragraph(canvas, area, 0, why, Style::new());
            return;
        }
        let details = if area.height >= ROOM_FOR_DETAILS { DETAILS } else { 0 };
        let list = rows(area, 1, area.height.saturating_sub(details).saturating_sub(1));
        let columns = Columns::of(usize::from(area.width), self.mixed);
        let mut kept = self.kept.rows_for(usize::from(area.width), shared);
        line(canvas, area, 0, &columns.head(filter::only_models(&self.filter), shared), shared.theme.faint());
        let selected = self.selection.within(view.rows.len());
        let first = self.selection.first(selected, view.rows.len(), usize::from(list.height));
        for (at, index) in (0..list.height).zip(first..) {
            let Some(row) = view.rows.get(index) else { break };
            let sign = if index == selected { "▸ " } else { "  " };
            let mark = if self.marked.contains(&row.item.id) { "✓ " } else { "  " };
            let said = kept.entry(row.item.id).or_insert_with(|| columns.row(&row, shared));
            let said = said.iter().map(|(text, style)| (text.as_str(), *style));
            let parts: Vec<(&str, Style)> =
                [(sign, shared.theme.key()), (mark, shared.theme.key())].into_iter().chain(said).collect();
            if index == selected {
                let text: String = parts.into_iter().map(|(text, _)| text).collect();
                line(canvas, list, at, &pad(&text, usize::from(list.width)), shared.theme.selected());
            } else {
                pieces(canvas, list, at, &parts);
            }
        }
        if let Some(row) = self.selected().filter(|_| details > 0) {
            draw_details(&row, shared, canvas, rows(area, area.height.saturating_sub(details), details));
        }
    }

    /// Says how many there are, which filters are on, and how they are sorted.
    fn draw_counts(&self, view: &RegisterView, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let words = &shared.texts.register;
        let counts = view.counts;
        let mut parts = if filter::only_models(&self.filter) {
            vec![((words.models_count)(view.rows.len()), Style::new())]
        } else {
            let overdue = (words.overdue_count)(counts.overdue);
            let style = if counts.overdue > 0 { shared.theme.error() } else { Style::new() };
            let closed = (words.closed_count)(counts.closed);
            vec![
                ((words.open_count)(counts.open), Style::new()),
                (format!(", {overdue}"), style),
                (format!(", {closed}"), Style::new()),
            ]
        };
        if counts.commitments > 0 && !filter::only_models(&self.filter) {
            let said = (words.commitments)(counts.commitments_with_result, counts.commitments);
            parts.push((format!(" · {said}"), Style::new()));
        }
        pieces(canvas, area, 0, &parts);
        let order = match self.order {
            Order::Due => words.by_due,
            Order::Unit => words.by_unit,
            Order::Standing => words.by_standing,
        };
        let told = filter::told(&self.filter, self.filtered_unit(), shared);
        let mut parts = Vec::new();
        if !self.marked.is_empty() {
            parts.push((format!("{}  ", (words.marked)(self.marked.len())), shared.theme.key()));
        }
        if !told.is_empty() {
            parts.push((format!("{}: {told}", words.filtered_by), shared.theme.warning()));
            parts.push((format!(" ({})  ", (words.shown_count)(view.rows.len())), shared.theme.faint()));
        }
        if !filter::only_models(&self.filter) {
            parts.push((format!("{} {order}", words.sorted_by), shared.theme.faint()));
        }
        pieces(canvas, area, 1, &parts);
    }
}

/// Shows the selected item below the list: its words in full where they fit, who must act, who raised it.
fn draw_details(row: &RegisterRow<'_>, shared: &Shared, canvas: &mut Canvas, area: Rect) {
    let words = &shared.texts.register;
    let item = &row.item;
    rule(canvas, area, 0, &kind_and_tag(item, shared), shared.theme);
    let mut parts = Vec::new();
    if let Some(model) = &row.model {
        parts.extend([model.topic.clone(), model.result.clone()]);
    } else if !item.doers.is_empty() {
        parts.push((words.doer)(&item.doers.join(", ")));
    }
    parts.extend([row.unit.to_string(), item.source.to_string()]);
    parts.extend(item.raised.map(|day| (words.raised_on)(&print_date(day))));
    if !item.class.is_empty() {
        parts.push((words.class)(&item.class));
    }
    parts.retain(|part| !part.is_empty());
    let cells = usize::from(area.width);
    let said = wrapped(&visible(&item.text), cells).into_iter().take(2).map(|text| (text, Style::new()));
    let about = wrapped(&parts.join(" · "), cells).into_iter().map(|text| (text, shared.theme.faint()));
    for (at, (text, style)) in (1..area.height).zip(said.chain(about)) {
        line(canvas, area, at, &text, style);
    }
}
