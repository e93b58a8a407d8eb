//! What the lists beside a visit have in common: the visit they were read with, the selected row, leaving and undo.

use crate::domain::{Kind, RecordId};
use crate::session::{Action, Query, View, VisitView};

use super::super::command::Command;
use super::super::forms;
use super::super::screen::Cx;
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::form::Form;
use super::history::History;
use super::trash::Trash;

/// A list that is read with a visit.
#[derive(Debug)]
pub(super) struct Beside {
    pub(super) visit: RecordId,
    pub(super) view: Option<Box<VisitView>>,
    pub(super) selection: Selection,
}

impl Beside {
    pub(super) fn of(visit: RecordId) -> Self {
        Self { visit, view: None, selection: Selection::default() }
    }

    /// Names the list and the visit.
    pub(super) fn title(&self, list: &str, shared: &Shared) -> String {
        let name = self.view.as_ref().map(|view| super::visit_name(&view.visit.record, view.unit.as_ref(), shared));
        format!("{list} · {}", name.unwrap_or_default())
    }

    pub(super) fn query(&self) -> Query {
        Query::Visit(self.visit)
    }

    /// Carries out what every such list does alike: moving, leaving, undo and the trash; says whether it was one of these.
    pub(super) fn follow(&mut self, command: Command, count: usize, page: u16, cx: &mut Cx<'_>) -> bool {
        if self.selection.follow(command, count, usize::from(page)) {
            return true;
        }
        let scope = self.view.as_ref().map(|view| view.visit.scope);
        match (command, scope) {
            (Command::Back, _) => cx.pop(),
            (Command::Undo, Some(scope)) => drop(cx.act(Action::Undo(scope))),
            (Command::Redo, Some(scope)) => drop(cx.act(Action::Redo(scope))),
            (Command::Trash, Some(scope)) => cx.push(Trash::of(scope)),
            _ => return false,
        }
        true
    }

    /// Takes the visit as it is now, and selects the row that was asked for; `rows` lists them as the screen does.
    pub(super) fn take(&mut self, view: View, cx: &mut Cx<'_>, rows: impl Fn(&VisitView) -> Vec<RecordId>) {
        let View::Visit(view) = view else { return };
        if let Some(wanted) = cx.shared.select.take()
            && let Some(at) = rows(&view).iter().position(|id| *id == wanted)
        {
            self.selection.set(at);
        }
        self.view = Some(view);
    }
}

/// Removes a row with a reason, or shows how it changed.
pub(super) fn on_row(command: Command, kind: Kind, id: RecordId, name: &str, cx: &mut Cx<'_>) {
    match command {
        Command::Remove => {
            let form = forms::reason::remove(kind, id, name, cx.shared);
            cx.push(Form::open(form, cx.shared));
        }
        Command::History => cx.push(History::of(id)),
        _ => {}
    }
}
