//! A list to choose an entry's kind from, each with the mark that types it.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::capture::marks;
use crate::domain::{EntryKind, RecordId};
use crate::session::{Action, Outcome, Ticket};
use crate::text::pad;

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line, list_row, rows};

/// The choice of a kind for one entry.
#[derive(Debug)]
pub struct KindChoice {
    entry: RecordId,
    text: String,
    selection: Selection,
    chosen: Option<Ticket>,
}

impl KindChoice {
    /// Begins at the kind that the entry has.
    #[must_use]
    pub fn of(entry: RecordId, kind: EntryKind, text: String) -> Self {
        let mut selection = Selection::default();
        selection.set(marks().iter().position(|mark| mark.kind == kind).unwrap_or(0));
        Self { entry, text, selection, chosen: None }
    }
}

impl Screen for KindChoice {
    fn context(&self) -> Context {
        Context::Choice
    }

    fn title(&self, shared: &Shared) -> String {
        shared.texts.screens.kind_title.to_owned()
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let kinds = marks();
        if self.selection.follow(command, kinds.len(), usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::Choose => {
                if let Some(mark) = kinds.get(self.selection.within(kinds.len())) {
                    self.chosen = Some(cx.act(Action::ChangeKind { entry: self.entry, kind: mark.kind }));
                }
            }
            _ => {}
        }
    }

    fn done(&mut self, ticket: Ticket, outcome: Outcome, cx: &mut Cx<'_>) {
        cx.tell_outcome(&outcome);
        if self.chosen == Some(ticket) {
            cx.pop();
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        line(canvas, area, 0, &self.text, shared.theme.faint());
        let list = rows(area, 2, area.height.saturating_sub(2));
        let kinds = marks();
        let selected = self.selection.within(kinds.len());
        let first = self.selection.first(selected, kinds.len(), usize::from(list.height));
        for (at, (index, mark)) in (0..list.height).zip(kinds.iter().enumerate().skip(first)) {
            let typed = if mark.mark.is_empty() { shared.texts.screens.none } else { mark.mark };
            let text = format!("{} {}", pad(typed, 7), (shared.texts.terms.entry_kind)(mark.kind));
            list_row(canvas, list, at, &text, index == selected, shared.theme, Style::new());
        }
    }
}
