//! What was removed, to be brought back.

use ratatui::layout::Rect;

use crate::domain::ScopeId;
use crate::session::{Action, Query, TrashItem, View};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::rows::Rows;

/// The trash of one scope.
#[derive(Debug)]
pub struct Trash {
    scope: ScopeId,
    items: Option<Vec<TrashItem>>,
    selection: Selection,
}

impl Trash {
    /// Shows what was removed in a scope.
    #[must_use]
    pub fn of(scope: ScopeId) -> Self {
        Self { scope, items: None, selection: Selection::default() }
    }

    fn rows(&self) -> &[TrashItem] {
        self.items.as_deref().unwrap_or_default()
    }
}

impl Screen for Trash {
    fn context(&self) -> Context {
        Context::Trash
    }

    fn title(&self, shared: &Shared) -> String {
        shared.texts.commands.trash.name.to_owned()
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Trash(self.scope))
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        command != Command::Restore || !self.rows().is_empty()
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.selection.follow(command, self.rows().len(), usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::Restore => {
                if let Some(item) = self.rows().get(self.selection.within(self.rows().len())) {
                    cx.act(Action::Restore { kind: item.kind.clone(), id: item.id });
                }
            }
            _ => {}
        }
    }

    fn done(&mut self, _ticket: crate::session::Ticket, outcome: crate::session::Outcome, cx: &mut Cx<'_>) {
        cx.tell_outcome(&outcome);
        cx.say(cx.shared.texts.screens.restored);
    }

    fn answered(&mut self, view: View, _cx: &mut Cx<'_>) {
        if let View::Trash(view) = view {
            self.items = Some(view.items);
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let words = &shared.texts.screens;
        let items = self.items.as_deref();
        let rows = Rows { items, empty: words.no_trash, selection: &self.selection, two_lines: true };
        rows.draw(shared, canvas, area, |item| {
            let kind = (shared.texts.terms.kind)(&item.kind);
            let when = item.when.map(|when| when.format("%-d/%-m/%Y %-H:%M").to_string()).unwrap_or_default();
            (format!("{kind}: {}", item.label), Some((words.removed_at)(&when, &item.reason)))
        });
    }
}
