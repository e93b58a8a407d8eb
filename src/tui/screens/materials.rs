//! Documents due and received for a visit: which came, and which came late.

use ratatui::layout::Rect;

use crate::domain::{Arrival, Edit, Kind, Material, RecordId};
use crate::figures::print_date;
use crate::session::{Action, Query, Row, View};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::rows::Rows;
use super::beside::{Beside, on_row};
use super::form::Form;

/// The documents of a visit.
#[derive(Debug)]
pub struct Materials {
    list: Beside,
}

impl Materials {
    /// Shows the documents of a visit.
    #[must_use]
    pub fn of(visit: RecordId) -> Self {
        Self { list: Beside::of(visit) }
    }

    fn rows(&self) -> &[Row<Material>] {
        self.list.view.as_ref().map_or(&[], |view| &view.materials)
    }

    fn selected(&self) -> Option<&Row<Material>> {
        self.rows().get(self.list.selection.within(self.rows().len()))
    }
}

impl Screen for Materials {
    fn context(&self) -> Context {
        Context::Materials
    }

    fn title(&self, shared: &Shared) -> String {
        self.list.title(shared.texts.preparation.materials_title, shared)
    }

    fn query(&self) -> Option<Query> {
        Some(self.list.query())
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        match command {
            Command::Edit | Command::Remove | Command::History => self.selected().is_some(),
            Command::ReceivedToday => self.selected().is_some_and(|row| row.record.received.is_none()),
            _ => true,
        }
    }

    fn words_of(&self, id: RecordId, _shared: &Shared) -> Option<String> {
        self.rows().iter().find(|row| row.id == id).map(|row| name(&row.record))
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let count = self.rows().len();
        if self.list.follow(command, count, cx.shared.size.1 / 4, cx) {
            return;
        }
        let Some(view) = &self.list.view else { return };
        let scope = view.visit.scope;
        if command == Command::New {
            let form = forms::material::new(self.list.visit, scope, cx);
            cx.push(Form::open(form, cx.shared));
        }
        let Some(row) = self.selected() else { return };
        match command {
            Command::ReceivedToday => {
                let received = Some(cx.shared.moment.now.date_naive());
                let after = Material { received, ..row.record.clone() };
                cx.act(Action::Save { scope, edits: vec![Edit::change(row.id, &row.record, &after)] });
            }
            Command::Edit => {
                let form = forms::material::edit(row, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            _ => on_row(command, Kind::MATERIAL, row.id, &name(&row.record), cx),
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        self.list.take(view, cx, |view| view.materials.iter().map(|row| row.id).collect());
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let items = self.list.view.as_ref().map(|view| view.materials.as_slice());
        let papers_due = self.list.view.as_ref().and_then(|view| view.papers_due);
        let empty = shared.texts.preparation.no_materials;
        let rows = Rows { items, empty, selection: &self.list.selection, two_lines: true };
        let today = shared.moment.now.date_naive();
        rows.draw(shared, canvas, area, |row| {
            let arrival = row.record.arrival(papers_due, today);
            let sign = match arrival {
                Arrival::Awaited => "…",
                Arrival::Missing(_) => "✗",
                Arrival::InTime => "✓",
                Arrival::Late(_) => "⚠",
            };
            (format!("{sign} {}", name(&row.record)), Some(told(&row.record, arrival, shared)))
        });
    }
}

/// Names a document: form, symbol, date, title.
fn name(material: &Material) -> String {
    let head = [material.form.as_str(), material.symbol.as_str()].join(" ");
    let date = material.date.map(print_date).unwrap_or_default();
    let parts = [head.trim(), date.as_str(), material.title.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Says when it had to come and when it came.
fn told(material: &Material, arrival: Arrival, shared: &Shared) -> String {
    let words = &shared.texts.preparation;
    let mut parts = Vec::new();
    if material.self_report {
        parts.push((shared.texts.terms.field)("self_report").to_owned());
    }
    parts.extend(material.due.map(|due| (words.due)(&print_date(due))));
    parts.push(match material.received {
        Some(received) => (words.received)(&print_date(received)),
        None => words.not_received.to_owned(),
    });
    match arrival {
        // The day of its own is told already.
        Arrival::Late(last) | Arrival::Missing(last) if material.due == Some(last) => parts.push(words.late.to_owned()),
        Arrival::Late(last) | Arrival::Missing(last) => parts.push((words.too_close)(&print_date(last))),
        Arrival::Awaited | Arrival::InTime => {}
    }
    if !material.note.is_empty() {
        parts.push(material.note.clone());
    }
    parts.join(" · ")
}
