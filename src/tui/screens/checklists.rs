//! The checklists of this machine: the built-in one and those that the office brought in.

mod criteria;

use ratatui::layout::Rect;

use crate::domain::ScopeId;
use crate::session::{Action, ChecklistInfo, ImportWhat, Query, View};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line, list_row};
use super::form::Form;
use super::trash::Trash;
use criteria::Criteria;

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

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        match command {
            Command::History => false,
            Command::Open => self.lists.as_ref().is_some_and(|lists| !lists.is_empty()),
            _ => true,
        }
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let count = self.lists.as_ref().map_or(0, Vec::len);
        if self.selection.follow(command, count, usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::Open => {
                if let Some(list) = self.lists.as_ref().and_then(|lists| lists.get(self.selection.within(count))) {
                    cx.push(Criteria::of(list));
                }
            }
            Command::ImportFile => {
                let form = forms::import::of(ImportWhat::Checklist, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
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

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let words = &shared.texts.checklists;
        let area = inset(area, 1);
        let Some(lists) = &self.lists else {
            line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        };
        let height = usize::from(area.height / 4).max(1);
        let selected = self.selection.within(lists.len());
        let first = self.selection.first(selected, lists.len(), height);
        for (place, (at, list)) in (0u16..).zip(lists.iter().enumerate().skip(first).take(height)) {
            let (own, y) = (&list.checklist, place.saturating_mul(4));
            list_row(canvas, area, y, &own.title, at == selected, shared.theme, shared.theme.heading());
            let version = if own.version.is_empty() { String::new() } else { (words.version)(&own.version) };
            let origin = if list.built_in { words.built_in } else { words.imported };
            let parts = [own.source.as_str(), version.as_str(), own.code.as_str(), origin];
            let facts = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            line(canvas, area, y.saturating_add(1), &format!("    {facts}"), shared.theme.faint());
            let counts = (words.counts)(list.groups, list.items, list.sub_items, list.verified);
            line(canvas, area, y.saturating_add(2), &format!("    {counts}"), shared.theme.faint());
            if list.differing > 0 {
                let told = format!("    {}", (words.differing)(list.differing));
                line(canvas, area, y.saturating_add(3), &told, shared.theme.warning());
            }
        }
    }
}
