//! Searching everything that is kept: found as it is typed, and one key away from where it belongs.

mod drawing;
pub(super) mod jump;

use ratatui::layout::Rect;

use crate::session::{Error, Found, Query, SavedSearch, SearchView, View, explain};

use super::super::canvas::Canvas;
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
    /// The name under which what is typed is to be kept, while it is given.
    naming: Option<LineEditor>,
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

    /// The kept search that is selected, where nothing is typed yet.
    fn kept<'a>(&self, shared: &'a Shared) -> Option<&'a SavedSearch> {
        let kept = &shared.searches;
        kept.get(self.selection.within(kept.len())).filter(|_| self.typed.is_blank())
    }

    fn count(&self, shared: &Shared) -> usize {
        if self.typed.is_blank() { shared.searches.len() } else { self.found().len() }
    }

    /// Types a kept search.
    fn take_over(&mut self, kept: &SavedSearch, cx: &mut Cx<'_>) {
        self.typed.set(&kept.typed);
        self.edited(cx);
    }

    /// Keeps what is typed under the name that was given, or else under its own words.
    fn keep(&mut self, name: &LineEditor, cx: &mut Cx<'_>) {
        let typed = self.typed.text().trim().to_owned();
        let name = if name.is_blank() { typed.clone() } else { name.text().trim().to_owned() };
        cx.keep_search(&name, Some(&typed));
        cx.say((cx.shared.texts.search.was_kept)(&name));
    }

    fn name(&mut self, command: Command, cx: &mut Cx<'_>) {
        let Some(mut name) = self.naming.take() else { return };
        match command {
            Command::Back => {}
            Command::Choose | Command::KeepSearch => self.keep(&name, cx),
            _ => {
                name.edit(command);
                self.naming = Some(name);
            }
        }
    }

    fn choose(&mut self, cx: &mut Cx<'_>) {
        if let Some(kept) = self.kept(cx.shared).cloned() {
            self.take_over(&kept, cx);
        } else if self.asked.is_some() {
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

    fn applies(&self, command: Command, shared: &Shared) -> bool {
        match command {
            Command::Choose => !self.typed.is_blank() || self.kept(shared).is_some(),
            Command::KeepSearch => !self.typed.is_blank(),
            Command::DropSearch => self.kept(shared).is_some(),
            _ => true,
        }
    }

    fn why_not(&self, command: Command, shared: &Shared) -> Option<String> {
        let words = &shared.texts.search;
        Some(if command == Command::DropSearch { words.only_kept } else { words.invitation }.to_owned())
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        self.hurried = false;
        if self.naming.is_some() {
            return self.name(command, cx);
        }
        let page = usize::from(cx.shared.size.1).saturating_sub(6) / 2;
        let count = self.count(cx.shared);
        if self.selection.follow(command, count, page) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::Choose => self.choose(cx),
            Command::KeepSearch => self.naming = Some(LineEditor::default()),
            Command::DropSearch => {
                if let Some(kept) = self.kept(cx.shared).cloned() {
                    cx.keep_search(&kept.name, None);
                    self.take_over(&kept, cx);
                    cx.say((cx.shared.texts.search.was_dropped)(&kept.name));
                }
            }
            _ => {
                let before = self.typed.text().to_owned();
                if self.typed.edit(command) && self.typed.text() != before {
                    self.edited(cx);
                }
            }
        }
    }

    fn editor(&self) -> Option<&LineEditor> {
        Some(self.naming.as_ref().unwrap_or(&self.typed))
    }

    fn insert(&mut self, text: &str, _pasted: bool, cx: &mut Cx<'_>) -> bool {
        self.hurried = false;
        if let Some(name) = &mut self.naming {
            name.insert(text);
            return true;
        }
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

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        self.paint(shared, canvas, area);
    }
}
