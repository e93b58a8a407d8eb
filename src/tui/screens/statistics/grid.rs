//! Figures as a table: columns as wide as their figures, long headings in several rows.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::figures::print_count;
use crate::session::{Cell, Sheet};
use crate::text::{pad, width};

use super::super::super::canvas::Canvas;
use super::super::super::state::Shared;
use super::super::super::widgets::list::Scroll;
use super::super::super::widgets::paint::{line, rows, visible, wrapped};

/// A column of figures has so many cells where there is room for it.
const COLUMN: usize = 9;
/// Names keep so many cells before columns of figures become that wide.
const NAMES: usize = 34;
/// A column of names other than the last has at most so many cells.
const SHORT: usize = 24;

/// Draws the rows that fit around the selected one, with the headings above and the sum below.
pub(super) fn draw(sheet: &Sheet, selected: usize, scroll: &Scroll, shared: &Shared, canvas: &mut Canvas, area: Rect) {
    let widths = widths(sheet, usize::from(area.width).saturating_sub(2));
    let headings: Vec<Vec<String>> =
        sheet.head.iter().zip(&widths).map(|(name, cells)| wrapped(name, (*cells).max(1))).collect();
    let height = headings.iter().map(Vec::len).max().unwrap_or_default();
    let is_count = |at: usize| sheet.rows.iter().any(|row| matches!(row.get(at), Some(Cell::Count(_))));
    for at in 0..height {
        let cells = headings.iter().zip(&widths).enumerate().map(|(column, (parts, cells))| {
            // The last row of a heading stands right above its figures.
            let text = (parts.len() + at).checked_sub(height).and_then(|part| parts.get(part));
            placed(text.map_or("", String::as_str), *cells, is_count(column))
        });
        let text = cells.collect::<Vec<_>>().join(" ");
        line(canvas, area, u16::try_from(at).unwrap_or(u16::MAX), &format!("  {text}"), shared.theme.faint());
    }
    let top = u16::try_from(height).unwrap_or(u16::MAX);
    let below = u16::from(sheet.total.is_some());
    let body = rows(area, top, area.height.saturating_sub(top).saturating_sub(below));
    let selected = selected.min(sheet.rows.len().saturating_sub(1));
    let first = scroll.first(selected, sheet.rows.len(), usize::from(body.height).max(1));
    let mut last = 0;
    for (at, (index, row)) in (0..body.height).zip(sheet.rows.iter().enumerate().skip(first)) {
        let (sign, style) = if index == selected { ("▸ ", shared.theme.selected()) } else { ("  ", Style::new()) };
        line(canvas, body, at, &format!("{sign}{}", written(row, &widths)), style);
        last = at + 1;
    }
    if let Some(total) = &sheet.total {
        let text = format!("  {}", written(total, &widths));
        line(canvas, rows(area, top, area.height), last, &text, shared.theme.heading());
    }
}

fn text_of(cell: &Cell) -> String {
    match cell {
        Cell::Words(words) => visible(words).into_owned(),
        Cell::Count(number) if *number < 0 => format!("-{}", print_count(number.unsigned_abs())),
        Cell::Count(number) => print_count(number.unsigned_abs()),
    }
}

fn written(row: &[Cell], widths: &[usize]) -> String {
    let cells =
        row.iter().zip(widths).map(|(cell, width)| placed(&text_of(cell), *width, matches!(cell, Cell::Count(_))));
    cells.collect::<Vec<_>>().join(" ")
}

/// Puts a figure to the right of its column, and a name to the left.
fn placed(text: &str, cells: usize, is_count: bool) -> String {
    match cells.checked_sub(width(text)) {
        Some(room) if is_count => format!("{}{text}", " ".repeat(room)),
        _ => pad(text, cells),
    }
}

/// How many cells the first column has.
pub(super) fn room_for_names(sheet: &Sheet, cells: usize) -> usize {
    widths(sheet, cells.saturating_sub(2)).first().copied().unwrap_or_default()
}

/// Divides a row: figures first, names get what is left.
fn widths(sheet: &Sheet, cells: usize) -> Vec<usize> {
    let all = || sheet.rows.iter().chain(&sheet.total);
    let widest = |at: usize| all().filter_map(|row| row.get(at)).map(|cell| width(&text_of(cell))).max();
    let is_count = |at: usize| all().any(|row| matches!(row.get(at), Some(Cell::Count(_))));
    let word = |name: &str| name.split(' ').map(width).max().unwrap_or_default();
    let mut widths: Vec<usize> = sheet
        .head
        .iter()
        .enumerate()
        .map(|(at, name)| match is_count(at) {
            true => word(name).max(widest(at).unwrap_or_default()),
            false => widest(at).unwrap_or_default().max(word(name)).min(SHORT),
        })
        .collect();
    let Some(last) = (0..widths.len()).rev().find(|at| !is_count(*at)) else { return widths };
    let others = |widths: &[usize]| widths.iter().enumerate().filter(|(at, _)| *at != last).map(|(_, w)| w + 1).sum();
    let widened: Vec<usize> =
        widths.iter().enumerate().map(|(at, cells)| if is_count(at) { COLUMN.max(*cells) } else { *cells }).collect();
    let needed: usize = others(&widened);
    if needed + NAMES <= cells {
        widths = widened;
    }
    let taken: usize = others(&widths);
    let longest = widest(last).unwrap_or_default().max(sheet.head.get(last).map_or(0, |name| width(name)));
    if let Some(name) = widths.get_mut(last) {
        *name = longest.min(cells.saturating_sub(taken));
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let row = |name: &str| vec![Cell::Words(name.into()), Cell::Count(12), Cell::Count(1_234)];
        Sheet {
            head: vec!["Đơn vị", "Ưu điểm", "Hạn chế, khuyết điểm"], rows: vec![row(&"x".repeat(80))], total: None
        }
    }

    #[test]
    fn figures_keep_their_columns_and_names_get_the_rest() {
        assert_eq!(widths(&sheet(), 100), [80, 9, 9]);
        assert_eq!(widths(&sheet(), 78), [58, 9, 9]);
        assert_eq!(widths(&sheet(), 40), [28, 4, 6]);
        assert_eq!(widths(&sheet(), 5)[1..], [4, 6]);
    }
}
