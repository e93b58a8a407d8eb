//! The checklists of this machine: the built-in one and those that the office brought in.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::{RecordId, ScopeId};
use crate::session::{Action, ChecklistInfo, Query, View};

use super::super::command::{Command, Context};
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::rows::Rows;
use super::trash::Trash;

/// The list of checklists.
#[derive(Debug, Default)]
pub struct Checklists {
    lists: Option<Vec<ChecklistInfo>>,
    selection: Selection,
}

impl Screen for Checklists {
    fn context(&self) -> Context {
        Context::Checklists
    }

    fn title(&self, shared: &Shared) -> String {
        shared.texts.checklists.title.to_owned()
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Checklists)
    }

    fn words_of(&self, _id: RecordId, _shared: &Shared) -> Option<String> {
        None
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let count = self.lists.as_ref().map_or(0, Vec::len);
        if self.selection.follow(command, count, usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::Undo => drop(cx.act(Action::Undo(ScopeId::Office))),
            Command::Redo => drop(cx.act(Action::Redo(ScopeId::Office))),
            Command::Trash => cx.push(Trash::of(ScopeId::Office)),
            _ => {}
        }
    }

    fn answered(&mut self, view: View, _cx: &mut Cx<'_>) {
        if let View::Checklists(view) = view {
            self.lists = Some(view.lists);
        }
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let words = &shared.texts.checklists;
        let rows = Rows { items: self.lists.as_deref(), empty: "", selection: self.selection, two_lines: true };
        rows.draw(shared, frame, area, |list| {
            let own = &list.checklist;
            let version = if own.version.is_empty() { String::new() } else { (words.version)(&own.version) };
            let origin = if list.built_in { words.built_in } else { words.imported };
            let parts = [own.title.as_str(), own.source.as_str(), version.as_str(), own.code.as_str(), origin];
            let head = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            let mut below = (words.counts)(list.groups, list.items, list.sub_items, list.verified);
            if list.differing > 0 {
                below = format!("{below} · {}", (words.differing)(list.differing));
            }
            (head, Some(below))
        });
    }
}
