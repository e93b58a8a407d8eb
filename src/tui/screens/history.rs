//! How one record changed: when, which field, from what to what.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use serde_json::Value;

use crate::domain::RecordId;
use crate::session::{HistoryStep, Query, View};

use super::super::command::{Command, Context};
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line, wrapped};

/// The history of one record.
#[derive(Debug)]
pub struct History {
    record: RecordId,
    steps: Option<Vec<HistoryStep>>,
    top: Selection,
}

impl History {
    /// Shows how a record changed.
    #[must_use]
    pub fn of(record: RecordId) -> Self {
        Self { record, steps: None, top: Selection::default() }
    }

    fn lines(&self, shared: &Shared, cells: usize) -> Vec<(String, Style)> {
        let words = &shared.texts.screens;
        let mut lines = Vec::new();
        for step in self.steps.iter().flatten().rev() {
            let undo = if step.undo { words.was_undo } else { "" };
            let when = step.when.format("%-d/%-m/%Y %-H:%M:%S");
            let by = if step.by.is_empty() { String::new() } else { format!(" · {}", step.by) };
            lines.push((format!("{when}{by}{undo}"), shared.theme.heading()));
            for (field, before, after) in step.fields.iter().filter(|(field, ..)| !is_bookkeeping(field)) {
                let name = (shared.texts.terms.field)(field);
                if field == "order" {
                    if !before.is_null() {
                        lines.push((format!("  {}", words.moved), Style::new()));
                    }
                    continue;
                }
                let (before, after) = (shown(field, before, shared), shown(field, after, shared));
                let text = if before.is_empty() {
                    format!("  {name}: {after}")
                } else {
                    format!("  {name}: {before} → {after}")
                };
                lines.extend(wrapped(&text, cells).into_iter().map(|part| (part, Style::new())));
            }
            lines.push((String::new(), Style::new()));
        }
        lines
    }
}

/// Whether a field only ties records together and says nothing to a reader.
fn is_bookkeeping(field: &str) -> bool {
    matches!(field, "visit" | "delegation" | "member" | "author")
}

/// Writes a field's value in words.
fn shown(field: &str, value: &Value, shared: &Shared) -> String {
    let terms = &shared.texts.terms;
    let name = |code: &str| -> Option<&'static str> {
        let value = Value::String(code.to_owned());
        let read = |value: &Value| value.clone();
        match field {
            "kind" => serde_json::from_value(read(&value))
                .map(terms.entry_kind)
                .or_else(|_| serde_json::from_value(read(&value)).map(terms.delegation_kind))
                .ok(),
            "severity" => serde_json::from_value(value).map(terms.severity).ok(),
            "status" => serde_json::from_value(value).map(terms.visit_status).ok(),
            "regime" => serde_json::from_value(value).map(terms.regime).ok(),
            "role" => serde_json::from_value(value).map(terms.role).ok(),
            "side" => serde_json::from_value(value).map(terms.side).ok(),
            "presence" => serde_json::from_value(value).map(terms.presence).ok(),
            "secrecy" => serde_json::from_value(value).map(terms.secrecy).ok(),
            "extent" | "self_level" => serde_json::from_value(value).map(terms.extent).ok(),
            "level" => serde_json::from_value(read(&value))
                .map(terms.extent)
                .or_else(|_| serde_json::from_value(read(&value)).map(terms.verdict))
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
    };
    match value {
        Value::Null => String::new(),
        Value::String(text) => {
            if let Some(name) = name(text) {
                name.to_owned()
            } else if let Ok(id) = text.parse::<RecordId>() {
                id.reference()
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
        Value::Array(items) => items.iter().map(|item| shown(field, item, shared)).collect::<Vec<_>>().join("; "),
        Value::Object(map) => {
            let parts: Vec<String> =
                map.values().map(|item| shown(field, item, shared)).filter(|part| !part.is_empty()).collect();
            let text = parts.join(" ");
            if text.is_empty() && field == "life" { shared.texts.screens.no_reason.to_owned() } else { text }
        }
        other => other.to_string(),
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

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let page = usize::from(cx.shared.size.1).saturating_sub(4);
        let cells = usize::from(cx.shared.size.0).saturating_sub(2);
        let count = self.lines(cx.shared, cells).len().saturating_sub(page).saturating_add(1);
        if !self.top.follow(command, count, page) && command == Command::Back {
            cx.pop();
        }
    }

    fn answered(&mut self, view: View, _cx: &mut Cx<'_>) {
        if let View::History(view) = view {
            self.steps = Some(view.steps);
        }
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let area = inset(area, 1);
        if self.steps.is_none() {
            line(frame, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        }
        let lines = self.lines(shared, usize::from(area.width));
        let first = self.top.within(lines.len());
        for (at, (text, style)) in (0..area.height).zip(lines.iter().skip(first)) {
            line(frame, area, at, text, *style);
        }
    }
}
