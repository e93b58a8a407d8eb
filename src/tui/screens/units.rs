//! The units, as a tree.

use ratatui::layout::Rect;

use crate::domain::{Kind, RecordId, ScopeId};
use crate::session::{Action, ImportWhat, Query, UnitRow, View};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::rows::Rows;
use super::form::Form;
use super::history::History;
use super::register::RegisterScreen;
use super::trash::Trash;

/// The tree of units.
#[derive(Debug, Default)]
pub struct Units {
    units: Option<Vec<UnitRow>>,
    selection: Selection,
}

impl Units {
    fn rows(&self) -> &[UnitRow] {
        self.units.as_deref().unwrap_or_default()
    }

    fn selected(&self) -> Option<&UnitRow> {
        self.rows().get(self.selection.within(self.rows().len()))
    }

    fn add(&self, parent: Option<RecordId>, cx: &mut Cx<'_>) {
        let form = forms::unit::new(parent, self.rows(), cx);
        cx.push(Form::open(form, cx.shared));
    }
}

impl Screen for Units {
    fn context(&self) -> Context {
        Context::Units
    }

    fn title(&self, shared: &Shared) -> String {
        shared.texts.screens.units_title.to_owned()
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Units)
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        match command {
            Command::Edit
            | Command::Remove
            | Command::History
            | Command::NewBelow
            | Command::Register
            | Command::OutsideItems => self.selected().is_some(),
            _ => true,
        }
    }

    fn words_of(&self, id: RecordId, _shared: &Shared) -> Option<String> {
        self.rows().iter().find(|row| row.unit.id == id).map(|row| row.unit.record.name.clone())
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.selection.follow(command, self.rows().len(), usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::New => self.add(None, cx),
            Command::NewBelow => self.add(self.selected().map(|row| row.unit.id), cx),
            Command::ImportFile => {
                let form = forms::import::of(ImportWhat::Units, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::Undo => drop(cx.act(Action::Undo(ScopeId::Office))),
            Command::Redo => drop(cx.act(Action::Redo(ScopeId::Office))),
            Command::Trash => cx.push(Trash::of(ScopeId::Office)),
            _ => {}
        }
        let Some(row) = self.selected() else { return };
        match command {
            Command::Edit => {
                let form = forms::unit::edit(row, self.rows(), cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::Remove => {
                let form = forms::reason::remove(Kind::UNIT, row.unit.id, &row.unit.record.name, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::History => cx.push(History::of(row.unit.id)),
            Command::Register => cx.push(RegisterScreen::of_unit(row.unit.id, row.unit.record.name.clone())),
            Command::OutsideItems => cx.push(RegisterScreen::of_outside(row.unit.id, row.unit.record.name.clone())),
            _ => {}
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        if let View::Units(view) = view {
            if let Some(wanted) = cx.shared.select.take()
                && let Some(at) = view.units.iter().position(|row| row.unit.id == wanted)
            {
                self.selection.set(at);
            }
            self.units = Some(view.units);
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let words = &shared.texts.screens;
        let items = self.units.as_deref();
        let rows = Rows { items, empty: words.no_units, selection: &self.selection, two_lines: false };
        rows.draw(shared, canvas, area, |row| {
            let branch = super::branch(row.depth);
            let visits = if row.visits == 0 { String::new() } else { (words.visits_of_unit)(row.visits) };
            let pilot =
                if row.unit.record.pilot { format!(" · {}", shared.texts.preparation.pilot) } else { String::new() };
            (format!("{branch}{}{pilot}{visits}", row.unit.record.name), None)
        });
    }
}
