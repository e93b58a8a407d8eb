//! Prompted issues of a visit, in order, each with what was answered.

use ratatui::layout::Rect;

use crate::domain::{Kind, PromptedIssue, RecordId};
use crate::session::{Action, Direction, Query, Row, View};
use crate::text::truncate;

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::paint::visible;
use super::super::widgets::rows::Rows;
use super::beside::{Beside, on_row};
use super::form::Form;

/// The prompted issues of a visit.
#[derive(Debug)]
pub struct Issues {
    list: Beside,
}

impl Issues {
    /// Shows the prompted issues of a visit.
    #[must_use]
    pub fn of(visit: RecordId) -> Self {
        Self { list: Beside::of(visit) }
    }

    fn rows(&self) -> &[Row<PromptedIssue>] {
        self.list.view.as_ref().map_or(&[], |view| &view.issues)
    }

    fn selected(&self) -> Option<&Row<PromptedIssue>> {
        self.rows().get(self.list.selection.within(self.rows().len()))
    }
}

impl Screen for Issues {
    fn context(&self) -> Context {
        Context::Issues
    }

    fn title(&self, shared: &Shared) -> String {
        self.list.title(shared.texts.preparation.issues_title, shared)
    }

    fn query(&self) -> Option<Query> {
        Some(self.list.query())
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        match command {
            Command::Edit | Command::Remove | Command::History | Command::MoveUp | Command::MoveDown => {
                self.selected().is_some()
            }
            _ => true,
        }
    }

    fn words_of(&self, id: RecordId, _shared: &Shared) -> Option<String> {
        self.rows().iter().find(|row| row.id == id).map(|row| truncate(&visible(&row.record.text), 40))
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let count = self.rows().len();
        if self.list.follow(command, count, cx.shared.size.1 / 4, cx) {
            return;
        }
        let Some(view) = &self.list.view else { return };
        let scope = view.visit.scope;
        match command {
            Command::New => {
                let form = forms::issue::new(self.list.visit, scope, cx);
                cx.push(Form::open(form, cx.shared));
            }
            Command::CopyIssues => drop(cx.act(Action::CopyIssues(self.list.visit))),
            _ => {}
        }
        let Some(row) = self.selected() else { return };
        match command {
            Command::MoveUp => drop(cx.act(Action::MoveIssue { issue: row.id, direction: Direction::Up })),
            Command::MoveDown => drop(cx.act(Action::MoveIssue { issue: row.id, direction: Direction::Down })),
            Command::Edit => {
                let form = forms::issue::edit(row, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            _ => on_row(command, Kind::PROMPTED_ISSUE, row.id, &truncate(&row.record.text, 60), cx),
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        self.list.take(view, cx, |view| view.issues.iter().map(|row| row.id).collect());
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let items = self.list.view.as_ref().map(|view| view.issues.as_slice());
        let words = &shared.texts.preparation;
        let rows = Rows { items, empty: words.no_issues, selection: &self.list.selection, two_lines: true };
        rows.draw(shared, canvas, area, |row| {
            let number = self.rows().iter().position(|other| other.id == row.id).map_or(0, |at| at + 1);
            let text = format!("{number}. {}", visible(&row.record.text));
            (text, Some(self.told(row, shared)))
        });
    }
}

impl Issues {
    /// Says what was answered, or how an answer is typed.
    fn told(&self, row: &Row<PromptedIssue>, shared: &Shared) -> String {
        let words = &shared.texts.preparation;
        let mut answers: Vec<String> = Vec::new();
        if !row.record.answer.trim().is_empty() {
            answers.push(visible(&row.record.answer).into_owned());
        }
        let entries = self.list.view.iter().flat_map(|view| view.answers_to(row.id));
        answers.extend(entries.map(|entry| format!("{} {}", entry.id.reference(), visible(&entry.record.text))));
        if answers.is_empty() { (words.unanswered)(&row.id.reference()) } else { format!("✓ {}", answers.join("; ")) }
    }
}
