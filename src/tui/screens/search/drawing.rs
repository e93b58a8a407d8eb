//! Drawing of the search: the line, how many there are, and each find with the words around what was sought.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::figures::{print_count, print_date};
use crate::session::{Found, Lit, explain};
use crate::text::width;

use super::super::super::canvas::Canvas;
use super::super::super::state::Shared;
use super::super::super::widgets::editor::LineEditor;
use super::super::super::widgets::paint::{caret, inset, line, list_row, paragraph, pieces, rows, rule, window};
use super::SearchScreen;

/// A row of the list: which find, and whether it is the one with its words.
type Row = (usize, bool);

impl SearchScreen {
    pub(super) fn paint(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let words = &shared.texts.search;
        paint_line(&self.typed, words.invitation, self.naming.is_none(), shared, canvas, rows(area, 0, 1));
        if let Some(name) = &self.naming {
            line(canvas, area, 2, words.name, shared.theme.heading());
            return paint_line(name, self.typed.text(), true, shared, canvas, rows(area, 3, 1));
        }
        let below = rows(area, 2, area.height.saturating_sub(2));
        match &self.view {
            None if self.typed.is_blank() => self.paint_help(shared, canvas, below),
            None => line(canvas, below, 0, shared.texts.screens.loading, shared.theme.faint()),
            Some(_) => self.paint_found(shared, canvas, below),
        }
    }

    /// Tells how to ask, where nothing is asked yet, and what is kept.
    fn paint_help(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let words = &shared.texts.search;
        let mut at = 0;
        for (text, style) in
            [(words.how, Style::new()), (words.filters, Style::new()), (words.example, shared.theme.faint())]
        {
            at += paragraph(canvas, area, at, text, style);
        }
        if shared.searches.is_empty() {
            paragraph(canvas, area, at + 1, words.nothing_kept, shared.theme.faint());
            return;
        }
        rule(canvas, area, at + 1, words.kept, shared.theme);
        let list = rows(area, at + 2, area.height.saturating_sub(at + 2));
        let selected = self.selection.within(shared.searches.len());
        let first = self.selection.first(selected, shared.searches.len(), usize::from(list.height));
        for (at, (index, kept)) in (0..list.height).zip(shared.searches.iter().enumerate().skip(first)) {
            let text =
                if kept.name == kept.typed { kept.name.clone() } else { format!("{}: {}", kept.name, kept.typed) };
            list_row(canvas, list, at, &text, index == selected, shared.theme, Style::new());
        }
    }

    fn paint_found(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let Some(view) = &self.view else { return };
        let (words, theme) = (&shared.texts.search, shared.theme);
        let mut at = 0;
        for remark in &view.remarks {
            at += paragraph(canvas, area, at, &explain::remark(remark, shared.texts), theme.warning());
        }
        for missing in &view.unreadable {
            at += paragraph(canvas, area, at, &explain::unreadable(missing, shared.texts), theme.error());
        }
        at += match view.total {
            0 => paragraph(canvas, area, at, words.nothing, theme.faint()),
            total if total > view.found.len() => {
                paragraph(canvas, area, at, &(words.shown)(view.found.len(), &print_count(total as u64)), theme.faint())
            }
            total => paragraph(canvas, area, at, &(words.found)(total), theme.faint()),
        };
        let list = rows(area, at, area.height.saturating_sub(at));
        let all: Vec<Row> = view.found.iter().enumerate().flat_map(|(index, found)| rows_of(index, found)).collect();
        let selected = self.selection.within(view.found.len());
        let row = all.iter().position(|(index, _)| *index == selected).unwrap_or_default();
        let first = self.selection.first(row, all.len(), usize::from(list.height));
        for (at, (index, is_words)) in (0..list.height).zip(all.iter().skip(first)) {
            let Some(found) = view.found.get(*index) else { continue };
            let is_selected = *index == selected;
            let parts = if *is_words { words_row(found, shared) } else { head_row(found, is_selected, list, shared) };
            pieces(canvas, list, at, &parts);
        }
    }
}

/// A line being typed, with the caret where letters go into it.
fn paint_line(typed: &LineEditor, empty: &str, focused: bool, shared: &Shared, canvas: &mut Canvas, area: Rect) {
    let field = Rect { x: area.x.saturating_add(2), width: area.width.saturating_sub(2), ..area };
    line(canvas, area, 0, "›", shared.theme.key());
    let (shown, column) = window(typed.text(), typed.caret(), usize::from(field.width));
    if shown.is_empty() {
        line(canvas, field, 0, empty, shared.theme.faint());
    }
    line(canvas, field, 0, &shown, Style::new());
    if focused {
        caret(canvas, field, column, 0);
    }
}

fn rows_of(index: usize, found: &Found) -> impl Iterator<Item = Row> {
    let words = (!found.words.text.is_empty()).then_some((index, true));
    std::iter::once((index, false)).chain(words)
}

/// What a find is, what it is called, and where it belongs.
fn head_row(found: &Found, is_selected: bool, area: Rect, shared: &Shared) -> Vec<(String, Style)> {
    let (theme, terms) = (shared.theme, &shared.texts.terms);
    let base = if is_selected { theme.selected() } else { Style::new() };
    let kind = found.entry.map_or_else(|| (terms.kind)(&found.kind), |kind| (terms.entry_kind_short)(kind));
    let mut parts = vec![
        (if is_selected { "▸ " } else { "  " }.to_owned(), base),
        (kind.to_owned(), if is_selected { base } else { theme.kind() }),
    ];
    if !found.title.text.is_empty() {
        parts.push(("  ".to_owned(), base));
        parts.extend(lit(&found.title, base, shared));
    }
    let unit = Some(&*found.unit).filter(|unit| !unit.is_empty() && *unit != found.title.text);
    let place: Vec<String> = unit.map(str::to_owned).into_iter().chain(found.date.map(print_date)).collect();
    if !place.is_empty() {
        parts.push((format!("  {}", place.join(", ")), if is_selected { base } else { theme.faint() }));
    }
    let used: usize = parts.iter().map(|(text, _)| width(text)).sum();
    parts.push((" ".repeat(usize::from(area.width).saturating_sub(used)), base));
    parts
}

fn words_row(found: &Found, shared: &Shared) -> Vec<(String, Style)> {
    std::iter::once(("    ".to_owned(), Style::new())).chain(lit(&found.words, Style::new(), shared)).collect()
}

/// Parts a text into what was sought and what stands around it.
fn lit(text: &Lit, around: Style, shared: &Shared) -> Vec<(String, Style)> {
    let part = |from: usize, to: usize| text.text.get(from..to).unwrap_or_default().to_owned();
    let mut parts = Vec::new();
    let mut at = 0;
    for place in &text.places {
        parts.push((part(at, place.start), around));
        parts.push((part(place.start, place.end), around.patch(shared.theme.sought())));
        at = place.end;
    }
    parts.push((part(at, text.text.len()), around));
    parts
}
