//! A whole screen of rows: what units, documents and the trash have in common.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::canvas::Canvas;
use super::super::state::Shared;
use super::list::Selection;
use super::paint::{inset, line, list_row, paragraph};

/// A list with one selected row, before it is read, when it is empty, and when it has rows.
pub struct Rows<'a, T> {
    /// The rows; none until they are read.
    pub items: Option<&'a [T]>,
    /// What to say when there are none.
    pub empty: &'a str,
    /// Which row is selected.
    pub selection: &'a Selection,
    /// Whether each row has a second, fainter line.
    pub two_lines: bool,
}

impl<T> Rows<'_, T> {
    /// Draws the rows that fit; `describe` gives a row's line and its second one.
    pub fn draw(
        &self,
        shared: &Shared,
        canvas: &mut Canvas,
        area: Rect,
        describe: impl Fn(&T) -> (String, Option<String>),
    ) {
        let area = inset(area, 1);
        let Some(items) = self.items else {
            line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        };
        if items.is_empty() {
            paragraph(canvas, area, 1, &shared.keyed(self.empty), Style::new());
            return;
        }
        let lines: u16 = if self.two_lines { 2 } else { 1 };
        let height = usize::from(area.height / lines).max(1);
        let selected = self.selection.within(items.len());
        let first = self.selection.first(selected, items.len(), height);
        for (place, (index, item)) in (0u16..).zip(items.iter().enumerate().skip(first).take(height)) {
            let (text, below) = describe(item);
            let at = place.saturating_mul(lines);
            list_row(canvas, area, at, &text, index == selected, shared.theme, Style::new());
            if let Some(below) = below {
                line(canvas, area, at.saturating_add(1), &format!("    {below}"), shared.theme.faint());
            }
        }
    }
}
