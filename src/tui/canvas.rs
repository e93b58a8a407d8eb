//! What a frame says: texts with their places and styles, row by row. Cells are made of them where somebody needs cells.

use std::mem;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Span;
use ratatui::widgets::Widget;

use crate::text::plain_width;

use super::theme::Theme;

/// A text from a column on, or a style over what is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stroke {
    column: u16,
    cells: u16,
    /// Where its text ends in the ink of its row; it begins where the one before ends.
    end: usize,
    style: Style,
}

/// One row of a frame; two that are equal look the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    ink: String,
    strokes: Vec<Stroke>,
}

impl Row {
    /// Whether each of its letters takes one cell.
    pub(super) fn is_plain(&self) -> bool {
        plain_width(&self.ink).is_some()
    }

    /// Brings the row into the cells of a buffer as high as it.
    pub(super) fn fill(&self, buffer: &mut Buffer, theme: Theme) {
        buffer.reset();
        let mut start = 0;
        for stroke in &self.strokes {
            let text = self.ink.get(start..stroke.end).unwrap_or_default();
            start = stroke.end;
            let place = Rect { x: stroke.column, width: stroke.cells, ..buffer.area }.intersection(buffer.area);
            if text.is_empty() {
                buffer.set_style(place, stroke.style);
            } else if plain_width(text).is_some() {
                let cells = buffer.content.iter_mut().skip(usize::from(place.x)).take(usize::from(place.width));
                for (cell, letter) in cells.zip(text.chars()) {
                    cell.set_char(letter).set_style(stroke.style);
                }
            } else {
                Span::styled(text, stroke.style).render(place, buffer);
            }
        }
        theme.dress(buffer);
    }
}

/// A frame while it is drawn.
#[derive(Clone, Debug, Default)]
pub struct Canvas {
    columns: u16,
    rows: Vec<Row>,
    /// The frame that was drawn here before: most of what is written is what it said, and need not be measured again.
    before: Vec<Row>,
    caret: Option<Position>,
}

impl Canvas {
    /// Begins a frame of a window of so many columns and rows.
    pub(super) fn begin(&mut self, (columns, rows): (u16, u16)) {
        self.columns = columns;
        self.caret = None;
        mem::swap(&mut self.rows, &mut self.before);
        self.rows.resize_with(usize::from(rows), Row::default);
        for row in &mut self.rows {
            row.ink.clear();
            row.strokes.clear();
        }
    }

    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub(super) fn rows_mut(&mut self) -> &mut [Row] {
        &mut self.rows
    }

    /// The whole window.
    #[must_use]
    pub fn area(&self) -> Rect {
        Rect::new(0, 0, self.columns, u16::try_from(self.rows.len()).unwrap_or(u16::MAX))
    }

    /// Returns the cells of a text that the frame before had in the same place, where it fits.
    #[must_use]
    pub fn measured(&self, place: Rect, text: &str) -> Option<u16> {
        let at = usize::from(place.y);
        let (row, before) = (self.rows.get(at)?, self.before.get(at)?);
        let stroke = before.strokes.get(row.strokes.len())?;
        let start =
            row.strokes.len().checked_sub(1).and_then(|at| before.strokes.get(at)).map_or(0, |stroke| stroke.end);
        let is_same = stroke.column == place.x && before.ink.get(start..stroke.end)? == text;
        (is_same && !text.is_empty() && stroke.cells <= place.width).then_some(stroke.cells)
    }

    /// Writes text that takes so many cells from the beginning of an area on; what does not fit is the caller's to cut.
    pub fn write(&mut self, place: Rect, text: &str, cells: u16, style: Style) {
        let Some(row) = self.rows.get_mut(usize::from(place.y)) else { return };
        if !text.is_empty() {
            row.ink.push_str(text);
            row.strokes.push(Stroke { column: place.x, cells, end: row.ink.len(), style });
        }
    }

    /// Lays a style over what stands in an area, and over its empty cells.
    pub fn restyle(&mut self, area: Rect, style: Style) {
        let area = area.intersection(self.area());
        if area.is_empty() || style == Style::default() {
            return;
        }
        for row in self.rows.iter_mut().skip(usize::from(area.y)).take(usize::from(area.height)) {
            let end = row.ink.len();
            row.strokes.push(Stroke { column: area.x, cells: area.width, end, style });
        }
    }

    /// Puts the terminal's own cursor somewhere.
    pub fn set_caret(&mut self, at: Position) {
        self.caret = Some(at);
    }

    /// Where the terminal's own cursor is, if it is shown.
    #[must_use]
    pub fn caret(&self) -> Option<Position> {
        self.caret
    }

    /// Brings all of it into cells.
    #[must_use]
    pub fn cells(&self, theme: Theme) -> Buffer {
        let mut whole = Buffer::empty(self.area());
        whole.content.clear();
        let mut cells = Buffer::empty(Rect::new(0, 0, self.columns, 1));
        for row in &self.rows {
            row.fill(&mut cells, theme);
            whole.content.extend_from_slice(&cells.content);
        }
        whole
    }
}
