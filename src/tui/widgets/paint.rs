//! Small pieces of drawing that every screen uses. Cells, never bytes; nothing outside the area.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::text::{graphemes, pad, plain_width, truncate, width, wrap};

use super::super::canvas::Canvas;
use super::super::theme::Theme;

/// Returns row `row` of an area, empty when the area has no such row.
#[must_use]
pub fn row(area: Rect, row: u16) -> Rect {
    if row >= area.height { Rect::ZERO } else { Rect { y: area.y.saturating_add(row), height: 1, ..area } }
}

/// Returns the rows of an area from `from` on, at most `count` of them.
#[must_use]
pub fn rows(area: Rect, from: u16, count: u16) -> Rect {
    let from = from.min(area.height);
    Rect { y: area.y.saturating_add(from), height: count.min(area.height - from), ..area }
}

/// Returns an area without `margin` columns on both sides.
#[must_use]
pub fn inset(area: Rect, margin: u16) -> Rect {
    let margin = margin.min(area.width / 2);
    Rect { x: area.x.saturating_add(margin), width: area.width.saturating_sub(margin.saturating_mul(2)), ..area }
}

/// Parts an area into a left and a right one with two empty columns between them.
#[must_use]
pub fn halves(area: Rect) -> (Rect, Rect) {
    let width = area.width.saturating_sub(2) / 2;
    let right = area.width.saturating_sub(width);
    (Rect { width, ..area }, Rect { x: area.x.saturating_add(right), width, ..area })
}

/// Writes one line of text into row `at` of an area.
pub fn line(canvas: &mut Canvas, area: Rect, at: u16, text: &str, style: Style) {
    let place = row(area, at);
    if !place.is_empty() && !text.is_empty() {
        let used = put(canvas, place, text, style);
        canvas.restyle(rest(place, used), style);
    }
}

/// What is left of a row behind so many cells.
fn rest(place: Rect, used: u16) -> Rect {
    let used = used.min(place.width);
    Rect { x: place.x.saturating_add(used), width: place.width.saturating_sub(used), ..place }
}

/// Writes text into a row, cutting what does not fit; returns the cells used.
fn put(canvas: &mut Canvas, place: Rect, text: &str, style: Style) -> u16 {
    let cells = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    // Letters of one cell each, as nearly all are, need no look at how they join.
    let measured = canvas.measured(place, text).or_else(|| plain_width(text).map(cells));
    if let Some(used) = measured.filter(|used| *used <= place.width) {
        canvas.write(place, text, used, style);
        return used;
    }
    let shown = truncate(&visible(text), usize::from(place.width));
    let used = cells(width(&shown));
    canvas.write(place, &shown, used, style);
    used
}

/// Writes one line of pieces into row `at` of an area, cutting what does not fit.
pub fn pieces(canvas: &mut Canvas, area: Rect, at: u16, parts: &[(impl AsRef<str>, Style)]) {
    let mut place = row(area, at);
    for (text, style) in parts {
        if place.is_empty() {
            return;
        }
        let used = put(canvas, place, text.as_ref(), *style);
        place = rest(place, used);
    }
}

/// Writes a list row over the whole width, reversed when it is selected.
pub fn list_row(canvas: &mut Canvas, area: Rect, at: u16, text: &str, selected: bool, theme: Theme, style: Style) {
    let mark = if selected { "▸ " } else { "  " };
    let text = format!("{mark}{text}");
    if selected {
        line(canvas, area, at, &pad(&visible(&text), usize::from(area.width)), theme.selected());
    } else {
        line(canvas, area, at, &text, style);
    }
}

/// Writes wrapped text from row `at` on; returns the number of rows used.
pub fn paragraph(canvas: &mut Canvas, area: Rect, at: u16, text: &str, style: Style) -> u16 {
    let mut used = 0;
    for part in wrapped(text, usize::from(area.width)) {
        line(canvas, area, at.saturating_add(used), &part, style);
        used = used.saturating_add(1);
    }
    used
}

/// The most cells of a row of running text: the eye loses its way back from the end of a longer one.
pub const READABLE: usize = 120;

/// Wraps text into rows that are easy to read, without the white space that would hang over the edge.
#[must_use]
pub fn wrapped(text: &str, cells: usize) -> Vec<String> {
    wrap(text, cells.min(READABLE))
        .into_iter()
        .map(|range| text.get(range).unwrap_or_default().trim_end().to_owned())
        .collect()
}

/// A rule across the area with a word in it.
pub fn rule(canvas: &mut Canvas, area: Rect, at: u16, word: &str, theme: Theme) {
    let head = if word.is_empty() { String::new() } else { format!("── {word} ") };
    let rest = usize::from(area.width).saturating_sub(width(&head));
    line(canvas, area, at, &format!("{head}{}", "─".repeat(rest)), theme.faint());
}

/// Shows newlines, which a terminal buffer would not draw.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { text.replace('\n', "⏎").into() } else { text.into() }
}

/// Puts the terminal's own cursor into an area: input methods draw what is being composed there.
pub fn caret(canvas: &mut Canvas, area: Rect, column: usize, row: u16) {
    if area.is_empty() {
        return;
    }
    let column = u16::try_from(column).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
    let row = row.min(area.height.saturating_sub(1));
    canvas.set_caret(Position::new(area.x.saturating_add(column), area.y.saturating_add(row)));
}

/// Shows which letters of wrapped text are selected; `rows` are those that the area shows.
pub fn select(
    canvas: &mut Canvas,
    area: Rect,
    text: &str,
    rows: impl Iterator<Item = Range<usize>>,
    selected: &Range<usize>,
    style: Style,
) {
    let cells = |range: Range<usize>| u16::try_from(width(text.get(range).unwrap_or_default())).unwrap_or(u16::MAX);
    for (at, range) in (0..area.height).zip(rows) {
        let (start, end) = (selected.start.max(range.start), selected.end.min(range.end));
        if start < end {
            let left = cells(range.start..start).min(area.width);
            let wide = cells(start..end).min(area.width - left);
            let place = row(area, at);
            canvas.restyle(Rect { x: place.x.saturating_add(left), width: wide, ..place }, style);
        }
    }
}

/// Returns the part of a text that a field of `cells` cells shows so that the caret is in it, and the caret's column.
#[must_use]
pub fn window(text: &str, caret: usize, cells: usize) -> (String, usize) {
    let room = cells.saturating_sub(1);
    let before = text.get(..caret).unwrap_or(text);
    let mut start = 0;
    let mut column = width(before);
    for grapheme in graphemes(before) {
        if column <= room {
            break;
        }
        start += grapheme.len();
        column = column.saturating_sub(width(grapheme));
    }
    let mut used = 0;
    let shown = graphemes(text.get(start..).unwrap_or_default())
        .take_while(|grapheme| {
            used += width(grapheme);
            used <= cells
        })
        .collect();
    (shown, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_shows_the_part_around_its_caret() {
        assert_eq!(window("Thạch Khê", "Thạch Khê".len(), 20), ("Thạch Khê".into(), 9));
        assert_eq!(window("Thạch Khê", "Thạch Khê".len(), 5), (" Khê".into(), 4));
        assert_eq!(window("Thạch Khê", 0, 5), ("Thạch".into(), 0));
        assert_eq!(window("漢字漢字", 12, 4), ("字".into(), 2));
        assert_eq!(window("", 0, 0), (String::new(), 0));
    }
}
