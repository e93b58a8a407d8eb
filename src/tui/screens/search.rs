//! Searching everything that is kept: found as it is typed, and one key away from where it belongs.

mod drawing;
mod jump;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::session::{Error, Found, Query, SearchView, View, explain};

use super::super::command::{Command, Context};
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::editor::LineEditor;
use super::super::widgets::list::Selection;

/// The search.
#[derive(Debug, Default)]
pub struct SearchScreen {
    typed: LineEditor,
    /// What was asked and is not answered yet: the next question waits for the answer, however fast the letters come.
    asked: Option<String>,
    view: Option<Box<SearchView>>,
    selection: Selection,
    /// Whether Enter was pressed before the answer to what is typed was there.
    hurried: bool,
}

impl SearchScreen {
    fn found(&self) -> &[Found] {
        self.view.as_ref().map_or(&[], |view| &view.found)
    }

    fn selected(&self) -> Option<&Found> {
        self.found().get(self.selection.within(self.found().len()))
    }

    /// Asks for what is typed now, unless an answer is on its way: that one asks again where it comes too late.
    fn seek(&mut self, cx: &mut Cx<'_>) {
        if self.asked.is_none() && !self.typed.is_blank() {
            self.asked = Some(self.typed.text().to_owned());
            cx.ask(Query::Search(self.typed.text().to_owned()));
        }
    }

    fn edited(&mut self, cx: &mut Cx<'_>) {
        self.selection = Selection::default();
        if self.typed.is_blank() {
            self.view = None;
        }
        self.seek(cx);
    }

    fn choose(&mut self, cx: &mut Cx<'_>) {
        if self.asked.is_some() {
            self.hurried = true;
        } else if let Some(found) = self.selected() {
            jump::to(found, cx);
        }
    }
}

impl Screen for SearchScreen {
    fn context(&self) -> Context {
        Context::Search
    }

    fn title(&self, shared: &Shared) -> String {
        shared.texts.commands.search.name.to_owned()
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        command != Command::Choose || !self.typed.is_blank()
    }

    fn why_not(&self, _command: Command, shared: &Shared) -> Option<String> {
        Some(shared.texts.search.invitation.to_owned())
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        self.hurried = false;
        let page = usize::from(cx.shared.size.1).saturating_sub(6) / 2;
        let count = self.found().len();
        if self.selection.follow(command, count, page) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::Choose => self.choose(cx),
            _ => {
                let before = self.typed.text().to_owned();
                if self.typed.edit(command) && self.typed.text() != before {
                    self.edited(cx);
                }
            }
        }
    }

    fn insert(&mut self, text: &str, _pasted: bool, cx: &mut Cx<'_>) -> bool {
        self.hurried = false;
        self.typed.insert(text);
        self.edited(cx);
        true
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        // Not its query: letters must not wait for the first answer.
        self.seek(cx);
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        let View::Search(view) = view else { return };
        if self.asked.take().as_deref() != Some(self.typed.text()) {
            return self.seek(cx);
        }
        let selected = self.selected().map(|found| found.id);
        if let Some(at) = view.found.iter().position(|found| Some(found.id) == selected)
            && self.selection.within(self.found().len()) > 0
        {
            self.selection.set(at);
        }
        self.view = Some(view);
        if std::mem::take(&mut self.hurried) {
            self.choose(cx);
        }
    }

    fn unanswered(&mut self, error: &Error, cx: &mut Cx<'_>) {
        self.hurried = false;
        cx.complain(explain::error(error, cx.shared.texts));
        if self.asked.take().as_deref() != Some(self.typed.text()) {
            self.seek(cx);
        }
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        self.paint(shared, frame, area);
    }
}
