//! What a visit went through, change by change, by day.

use chrono::NaiveDate;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::{Kind, RecordId};
use crate::figures::print_date;
use crate::session::{Deed, Query, TimelineRecord, TimelineView, View};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line, list_row, rule};
use super::history::History;

/// The timeline of a visit.
#[derive(Debug)]
pub struct Timeline {
    visit: RecordId,
    name: String,
    view: Option<Box<TimelineView>>,
    selection: Selection,
}

/// A row: a day, or a record that a change touched.
enum Row {
    Day(NaiveDate),
    Record(String),
}

impl Timeline {
    /// Shows what a visit of this name went through, the newest change selected.
    #[must_use]
    pub fn of(visit: RecordId, name: String) -> Self {
        let mut selection = Selection::default();
        selection.set(usize::MAX);
        Self { visit, name, view: None, selection }
    }

    fn records(&self) -> Vec<&TimelineRecord> {
        self.view.iter().flat_map(|view| &view.steps).flat_map(|step| &step.records).collect()
    }

    fn rows(&self, shared: &Shared) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut day = None;
        for step in self.view.iter().flat_map(|view| &view.steps) {
            let date = step.when.date_naive();
            if day.replace(date) != Some(date) {
                rows.push(Row::Day(date));
            }
            for record in &step.records {
                let undo = if step.undo { shared.texts.screens.was_undo } else { "" };
                let by = if step.by.is_empty() { String::new() } else { format!("{} · ", step.by) };
                let time = step.when.format("%H:%M:%S");
                rows.push(Row::Record(format!("{time}  {by}{}{undo}", told(record, self.visit, shared))));
            }
        }
        rows
    }
}

/// A name in the middle of a sentence.
fn begun_small(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Says what was done to a record: "thêm mục K7Q2F: nể nang, né tránh".
fn told(record: &TimelineRecord, visit: RecordId, shared: &Shared) -> String {
    let (words, terms) = (&shared.texts.past, &shared.texts.terms);
    let deed = match &record.deed {
        Deed::Made => words.made.to_owned(),
        Deed::Removed => words.removed.to_owned(),
        Deed::Restored => words.restored.to_owned(),
        Deed::Changed(fields) if fields.iter().all(|field| field == "order") => words.moved.to_owned(),
        Deed::Changed(fields) => {
            let names: Vec<String> = fields.iter().map(|field| begun_small((terms.field)(field))).collect();
            (words.changed)(&names.join(", "))
        }
    };
    if record.kind == Kind::VISIT && record.id == visit {
        return format!("{}: {deed}", words.this_visit);
    }
    let reference = record.id.reference();
    let named = format!("{deed} · {} {reference}", (terms.kind)(&record.kind));
    // What has no words of its own is named by its reference, once.
    if record.label == reference { named } else { format!("{named}: {}", record.label) }
}

impl Screen for Timeline {
    fn context(&self) -> Context {
        Context::Timeline
    }

    fn title(&self, shared: &Shared) -> String {
        format!("{} · {}", shared.texts.past.timeline, self.name)
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Timeline(self.visit))
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        command != Command::History || !self.records().is_empty()
    }

    fn needed(&self, _shared: &Shared) -> &'static [Command] {
        &[Command::History]
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let count = self.records().len();
        if self.selection.follow(command, count, usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            Command::History => {
                let chosen = self.records().get(self.selection.within(count)).map(|record| record.id);
                chosen.into_iter().for_each(|id| cx.push(History::of(id)));
            }
            Command::Back => cx.pop(),
            _ => {}
        }
    }

    fn answered(&mut self, view: View, _cx: &mut Cx<'_>) {
        if let View::Timeline(view) = view {
            self.view = Some(view);
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        if self.view.is_none() {
            line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        }
        let rows = self.rows(shared);
        let selected = self.selection.within(self.records().len());
        let place = |row: &Row| matches!(row, Row::Record(_));
        let selected_row = rows.iter().enumerate().filter(|(_, row)| place(row)).nth(selected).map_or(0, |(at, _)| at);
        let first = self.selection.first(selected_row, rows.len(), usize::from(area.height));
        for (at, (place, row)) in (0..area.height).zip(rows.iter().enumerate().skip(first)) {
            match row {
                Row::Day(day) => rule(canvas, area, at, &print_date(*day), shared.theme),
                Row::Record(text) => {
                    list_row(canvas, area, at, text, place == selected_row, shared.theme, Style::new());
                }
            }
        }
    }
}
