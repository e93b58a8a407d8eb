//! How one record changed: when, which field, from what to what.

use ratatui::layout::Rect;
use ratatui::style::Style;
use serde_json::Value;

use crate::domain::RecordId;
use crate::i18n::Terms;
use crate::session::{Action, HistoryStep, HistoryView, Outcome, Query, Ticket, View};

use crate::text::{Fate, compare, truncate};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::theme::Theme;
use super::super::widgets::flow::{compared, flow};
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line, list_row, pieces};

/// Cells of the name of another record.
const LABEL: usize = 60;

/// The history of one record.
#[derive(Debug)]
pub struct History {
    record: RecordId,
    view: Option<HistoryView>,
    selection: Selection,
}

/// A row of the screen, and the value that it belongs to.
struct Row {
    parts: Vec<(String, Style)>,
    value: Option<usize>,
}

impl History {
    /// Shows how a record changed, its newest values first.
    #[must_use]
    pub fn of(record: RecordId) -> Self {
        Self { record, view: None, selection: Selection::default() }
    }

    /// Every value that a field was given, the newest first; what only ties records together is left out.
    fn values(&self) -> impl Iterator<Item = (&HistoryStep, &Changed)> {
        let steps = self.view.iter().flat_map(|view| view.steps.iter().rev());
        steps
            .flat_map(|step| step.fields.iter().map(move |changed| (step, changed)))
            .filter(|(_, (field, ..))| !is_bookkeeping(field) && field != "order" && field != "life")
    }

    fn rows(&self, shared: &Shared, cells: usize) -> Vec<Row> {
        let words = &shared.texts.screens;
        let mut rows = Vec::new();
        let mut value = 0;
        for step in self.view.iter().flat_map(|view| view.steps.iter().rev()) {
            let undo = if step.undo { words.was_undo } else { "" };
            let when = step.when.format("%-d/%-m/%Y %-H:%M:%S");
            let by = if step.by.is_empty() { String::new() } else { format!(" · {}", step.by) };
            rows.push(Row::alone(format!("{when}{by}{undo}"), shared.theme.heading()));
            for (field, before, after) in step.fields.iter().filter(|(field, ..)| !is_bookkeeping(field)) {
                if field == "order" {
                    if !before.is_null() {
                        rows.push(Row::alone(format!("  {}", words.moved), Style::new()));
                    }
                    continue;
                }
                let name = (shared.texts.terms.field)(field);
                let (before, after) = (self.shown(field, before, shared), self.shown(field, after, shared));
                let parts = difference(name, &before, &after, shared.theme);
                let of = (field != "life").then_some(value);
                value += usize::from(of.is_some());
                rows.extend(flow(&parts, cells).into_iter().map(|parts| Row { parts, value: of }));
            }
            rows.push(Row::alone(String::new(), Style::new()));
        }
        rows
    }

    fn restore(&self, cx: &mut Cx<'_>) {
        let words = &cx.shared.texts.past;
        let chosen = self.values().nth(self.selection.within(self.values().count()));
        let kind = self.view.as_ref().and_then(|view| view.kind.clone());
        let Some((kind, (_, (field, _, value)))) = kind.zip(chosen) else {
            return cx.complain(words.no_value_here.to_owned());
        };
        let newest = self.values().find(|(_, (other, ..))| other == field);
        if newest.is_some_and(|(_, (.., now))| now == value) {
            return cx.say(words.is_so_now);
        }
        let (field, value) = (field.clone(), value.clone());
        cx.act(Action::RestoreValue { kind, id: self.record, field, value });
    }

    /// Writes a field's value in words.
    fn shown(&self, field: &str, value: &Value, shared: &Shared) -> String {
        match value {
            Value::Null => String::new(),
            Value::String(text) => {
                if let Some(term) = term_of(field, text, &shared.texts.terms) {
                    term.to_owned()
                } else if let Ok(id) = text.parse::<RecordId>() {
                    self.name_of(id)
                } else if let Ok(moment) = text.parse::<chrono::NaiveDateTime>() {
                    moment.format("%-d/%-m/%Y %-H:%M").to_string()
                } else if let Ok(time) = text.parse::<chrono::NaiveTime>() {
                    time.format("%-H:%M").to_string()
                } else if let Ok(date) = text.parse::<chrono::NaiveDate>() {
                    crate::figures::print_date(date)
                } else {
                    text.clone()
                }
            }
            Value::Array(items) => {
                items.iter().map(|item| self.shown(field, item, shared)).collect::<Vec<_>>().join("; ")
            }
            Value::Object(map) => {
                let parts: Vec<String> =
                    map.values().map(|item| self.shown(field, item, shared)).filter(|part| !part.is_empty()).collect();
                let text = parts.join(" ");
                if text.is_empty() && field == "life" { shared.texts.screens.no_reason.to_owned() } else { text }
            }
            other => other.to_string(),
        }
    }

    /// What a record is called that a value names; a long text is told apart by its first words.
    fn name_of(&self, id: RecordId) -> String {
        let label = self.view.as_ref().and_then(|view| view.labels.get(&id));
        label.map_or_else(|| id.reference(), |label| truncate(label, LABEL))
    }
}

impl Row {
    fn alone(text: String, style: Style) -> Self {
        Self { parts: vec![(text, style)], value: None }
    }
}

/// A field with its value before and after.
type Changed = (String, Value, Value);

/// Tells how a value changed: word by word where some words stayed, from what to what where none did.
fn difference(name: &str, before: &str, after: &str, theme: Theme) -> Vec<(String, Style)> {
    let mut parts = vec![(format!("{name}: "), Style::new())];
    let lines = if before.is_empty() { Vec::new() } else { compare(before, after) };
    if lines.iter().flatten().any(|words| words.fate == Fate::Same && words.text.contains(char::is_alphanumeric)) {
        parts.extend(compared(&lines, theme));
    } else if before.is_empty() {
        parts.push((after.to_owned(), Style::new()));
    } else {
        parts.push((format!("{before} → {after}"), Style::new()));
    }
    parts
}

/// Whether a field only ties records together and says nothing to a reader.
fn is_bookkeeping(field: &str) -> bool {
    matches!(field, "visit" | "delegation" | "member" | "author")
}

/// Writes the code of a field's value as its term.
fn term_of(field: &str, code: &str, terms: &Terms) -> Option<&'static str> {
    let value = Value::String(code.to_owned());
    match field {
        "kind" => serde_json::from_value(value.clone())
            .map(terms.entry_kind)
            .or_else(|_| serde_json::from_value(value).map(terms.delegation_kind))
            .ok(),
        "severity" => serde_json::from_value(value).map(terms.severity).ok(),
        "status" => serde_json::from_value(value).map(terms.visit_status).ok(),
        "regime" => serde_json::from_value(value).map(terms.regime).ok(),
        "role" => serde_json::from_value(value).map(terms.role).ok(),
        "side" => serde_json::from_value(value).map(terms.side).ok(),
        "presence" => serde_json::from_value(value).map(terms.presence).ok(),
        "secrecy" => serde_json::from_value(value).map(terms.secrecy).ok(),
        "extent" | "self_level" => serde_json::from_value(value).map(terms.extent).ok(),
        "level" => serde_json::from_value(value.clone())
            .map(terms.extent)
            .or_else(|_| serde_json::from_value(value).map(terms.verdict))
            .ok(),
        "bearer" => serde_json::from_value(value).map(terms.bearer).ok(),
        "provenance" => serde_json::from_value(value).map(terms.provenance).ok(),
        "position" => serde_json::from_value(value).map(terms.position).ok(),
        "proposal" => serde_json::from_value(value).map(terms.proposal).ok(),
        "numbering" => serde_json::from_value(value).map(terms.numbering).ok(),
        "standing" => serde_json::from_value(value).map(terms.standing).ok(),
        "act" => serde_json::from_value(value).map(terms.follow_act).ok(),
        _ => None,
    }
}

impl Screen for History {
    fn context(&self) -> Context {
        Context::History
    }

    fn title(&self, shared: &Shared) -> String {
        format!("{} {}", shared.texts.commands.history.name, self.record.reference())
    }

    fn query(&self) -> Option<Query> {
        Some(Query::History(self.record))
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        command != Command::Restore || self.values().next().is_some()
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.selection.follow(command, self.values().count(), usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            Command::Restore => self.restore(cx),
            Command::Back => cx.pop(),
            _ => {}
        }
    }

    fn done(&mut self, _ticket: Ticket, outcome: Outcome, cx: &mut Cx<'_>) {
        cx.tell_outcome(&outcome);
        self.selection.set(0);
        cx.say(cx.shared.texts.past.value_restored);
    }

    fn answered(&mut self, view: View, _cx: &mut Cx<'_>) {
        if let View::History(view) = view {
            self.view = Some(view);
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        if self.view.is_none() {
            line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        }
        let rows = self.rows(shared, usize::from(area.width).saturating_sub(2).max(1));
        let selected = Some(self.selection.within(self.values().count()));
        let place = rows.iter().position(|row| row.value == selected).unwrap_or_default();
        let first = self.selection.first(place, rows.len(), usize::from(area.height));
        for (at, (place_here, row)) in (0..area.height).zip(rows.iter().enumerate().skip(first)) {
            match row.value {
                Some(_) if place_here == place => {
                    let text: String = row.parts.iter().map(|(text, _)| text.as_str()).collect();
                    list_row(canvas, area, at, &text, true, shared.theme, Style::new());
                }
                Some(_) => pieces(canvas, inset(area, 2), at, &row.parts),
                None => pieces(canvas, area, at, &row.parts),
            }
        }
    }
}
