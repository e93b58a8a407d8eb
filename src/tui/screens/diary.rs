//! The diary of a delegation, by day; lines are only ever added.

use chrono::NaiveDate;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::{DiaryEntry, RecordId};
use crate::figures::print_date;
use crate::session::{Query, Row, View};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line, list_row, paragraph, rule, wrapped};
use super::form::Form;

/// The diary of a delegation.
#[derive(Debug)]
pub struct Diary {
    delegation: RecordId,
    lines: Option<Vec<Row<DiaryEntry>>>,
    /// Name of the member who works at this laptop, or empty.
    me: String,
    selection: Selection,
}

impl Diary {
    /// Shows the diary of a delegation, its newest line selected.
    #[must_use]
    pub fn of(delegation: RecordId) -> Self {
        let mut selection = Selection::default();
        selection.set(usize::MAX);
        Self { delegation, lines: None, me: String::new(), selection }
    }

    fn rows(&self) -> &[Row<DiaryEntry>] {
        self.lines.as_deref().unwrap_or_default()
    }
}

impl Screen for Diary {
    fn context(&self) -> Context {
        Context::Diary
    }

    fn title(&self, shared: &Shared) -> String {
        shared.texts.preparation.diary_title.to_owned()
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Diary(self.delegation))
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.selection.follow(command, self.rows().len(), usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            Command::New => {
                let form = forms::diary::new(self.delegation, &self.me, cx);
                cx.push(Form::open(form, cx.shared));
            }
            Command::Back => cx.pop(),
            _ => {}
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        let View::Diary(view) = view else { return };
        if let Some(wanted) = cx.shared.select.take()
            && let Some(at) = view.lines.iter().position(|row| row.id == wanted)
        {
            self.selection.set(at);
        }
        self.me = view.me;
        self.lines = Some(view.lines);
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let words = &shared.texts.preparation;
        let Some(entries) = &self.lines else {
            line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        };
        if entries.is_empty() {
            paragraph(canvas, area, 1, &shared.keyed(words.no_diary), Style::new());
            return;
        }
        let selected = self.selection.within(entries.len());
        let lines = lines(entries, selected, usize::from(area.width));
        let at_selected = lines.iter().position(|(at, _)| *at == Some(selected)).unwrap_or(0);
        let first = self.selection.first(at_selected, lines.len(), usize::from(area.height));
        for (row, (at, text)) in (0..area.height).zip(lines.iter().skip(first)) {
            match at {
                Some(at) => list_row(canvas, area, row, text, *at == selected, shared.theme, Style::new()),
                None => rule(canvas, area, row, text, shared.theme),
            }
        }
    }
}

/// Lists the days as headings and their lines below; the selected line in full.
fn lines(entries: &[Row<DiaryEntry>], selected: usize, cells: usize) -> Vec<(Option<usize>, String)> {
    let mut lines = Vec::new();
    let mut day: Option<Option<NaiveDate>> = None;
    for (at, row) in entries.iter().enumerate() {
        if day != Some(row.record.date) {
            day = Some(row.record.date);
            lines.push((None, row.record.date.map(print_date).unwrap_or_default()));
        }
        let who = if row.record.who.is_empty() { String::new() } else { format!("{}: ", row.record.who) };
        let text = format!("{who}{}", row.record.text);
        if at == selected {
            lines.extend(wrapped(&text, cells.saturating_sub(2).max(1)).into_iter().map(|part| (Some(at), part)));
        } else {
            lines.push((Some(at), text));
        }
    }
    lines
}
