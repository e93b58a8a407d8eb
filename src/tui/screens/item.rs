//! One followed item: as it was raised beside where it stands now, and everything done about it since.

pub mod words;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::{ItemKind, RecordId};
use crate::session::{Action, Error, Filter, ItemView, Original, Query, Stage, View};
use crate::text::{truncate, width};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line, pieces, visible};
use super::form::Form;
use super::history::History;
use super::trash::Trash;
use super::visit::VisitScreen;

/// From this width on, old and new stand beside each other.
const WIDE: usize = 100;
/// Cells between the two.
const GAP: usize = 3;

/// One followed item.
#[derive(Debug)]
pub struct ItemScreen {
    id: RecordId,
    view: Option<Box<ItemView>>,
    /// Classes in use, asked for with the units when an outside item is to be changed.
    classes: Vec<String>,
    top: Selection,
}

/// Parts of one line on the screen.
type Line = Vec<(String, Style)>;

impl ItemScreen {
    /// Shows an item.
    #[must_use]
    pub fn of(id: RecordId) -> Self {
        Self { id, view: None, classes: Vec::new(), top: Selection::default() }
    }

    fn lines(&self, shared: &Shared, cells: usize) -> Vec<Line> {
        let Some(view) = &self.view else { return Vec::new() };
        let words = &shared.texts.register;
        let heading = shared.theme.title();
        let mut lines: Vec<Line> = Vec::new();
        if cells >= WIDE {
            let left = (cells - GAP) / 2;
            let mut old = vec![(words.original.to_owned(), heading)];
            old.extend(words::original(view, shared, left));
            let mut new = vec![(words.now.to_owned(), heading)];
            new.extend(words::today(view, shared, cells - GAP - left));
            lines.extend(beside(old, new, left));
        } else {
            let mut add = |title: &str, rows: Vec<(String, Style)>| {
                lines.push(vec![(title.to_owned(), heading)]);
                lines.extend(rows.into_iter().map(|row| vec![row]));
                lines.push(Vec::new());
            };
            add(words.original, words::original(view, shared, cells));
            add(words.now, words::today(view, shared, cells));
            lines.pop();
        }
        lines.push(Vec::new());
        lines.push(vec![(words.log.to_owned(), heading)]);
        lines.extend(words::log(view, shared, cells).into_iter().map(|row| vec![row]));
        lines
    }
}

/// Puts two blocks beside each other.
fn beside(old: Vec<(String, Style)>, new: Vec<(String, Style)>, left: usize) -> Vec<Line> {
    let count = old.len().max(new.len());
    let (mut old, mut new) = (old.into_iter(), new.into_iter());
    let pair = |_| {
        let (text, style) = old.next().unwrap_or_default();
        let gap = " ".repeat(left.saturating_sub(width(&text)) + GAP);
        [(text, style), (gap, Style::new())].into_iter().chain(new.next()).collect()
    };
    (0..count).map(pair).collect()
}

impl Screen for ItemScreen {
    fn context(&self) -> Context {
        Context::Item
    }

    fn title(&self, shared: &Shared) -> String {
        let words = self.view.as_ref().map(|view| visible(&view.item.text)).unwrap_or_default();
        format!("{} · {words}", shared.texts.register.item_title)
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Item(self.id))
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        let Some(view) = &self.view else { return !matches!(command, Command::Follow | Command::Edit) };
        let outside = matches!(view.original, Original::Outside(_));
        match command {
            Command::Edit => outside,
            Command::RaisedAt => view.item.visit.is_some(),
            Command::Follow => !words::is_model(&view.item),
            _ => true,
        }
    }

    fn why_not(&self, command: Command, shared: &Shared) -> Option<String> {
        let words = &shared.texts.register;
        match command {
            Command::Edit => Some(words.not_from_outside.to_owned()),
            Command::RaisedAt => Some(words.raised_nowhere.to_owned()),
            Command::Follow => Some(words.nothing_to_follow.to_owned()),
            _ => None,
        }
    }

    fn words_of(&self, id: RecordId, _shared: &Shared) -> Option<String> {
        let view = self.view.as_ref()?;
        (view.item.id == id).then(|| truncate(&visible(&view.item.text), 40))
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let page = usize::from(cx.shared.size.1).saturating_sub(4);
        let cells = usize::from(cx.shared.size.0).saturating_sub(2);
        let count = self.lines(cx.shared, cells).len().saturating_sub(page).saturating_add(1);
        if self.top.follow(command, count, page) {
            return;
        }
        if command == Command::Back {
            return cx.pop();
        }
        let Some(view) = &self.view else { return };
        let scope = view.item.scope;
        match command {
            Command::Follow => {
                let form = forms::follow::of(&[&view.item], cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::Edit => {
                let outside = Filter { kinds: vec![ItemKind::Outside], stage: Stage::All, ..Filter::default() };
                cx.ask(Query::Register(outside));
            }
            Command::RaisedAt => {
                if let Some(visit) = view.item.visit {
                    cx.shared.select = Some(self.id);
                    cx.push(VisitScreen::of(visit));
                }
            }
            Command::History => cx.push(History::of(self.id)),
            Command::Undo => drop(cx.act(Action::Undo(scope))),
            Command::Redo => drop(cx.act(Action::Redo(scope))),
            Command::Trash => cx.push(Trash::of(scope)),
            _ => {}
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        match view {
            View::Item(view) => self.view = Some(view),
            View::Register(register) => {
                self.classes = register.classes;
                cx.ask(Query::Units);
            }
            View::Units(units) => {
                let Some(Original::Outside(row)) = self.view.as_ref().map(|view| &view.original) else { return };
                let form = forms::outside::edit(row, &units.units, &self.classes, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            _ => {}
        }
    }

    fn unanswered(&mut self, error: &Error, cx: &mut Cx<'_>) {
        cx.complain(crate::session::explain::error(error, cx.shared.texts));
        // The item itself was taken back: there is nothing left to show.
        if matches!(error, Error::Removed { .. }) {
            cx.pop();
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        if self.view.is_none() {
            line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        }
        let lines = self.lines(shared, usize::from(area.width));
        let first = self.top.within(lines.len());
        for (at, parts) in (0..area.height).zip(lines.iter().skip(first)) {
            pieces(canvas, area, at, parts);
        }
    }
}
