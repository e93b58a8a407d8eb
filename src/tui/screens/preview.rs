//! The minutes as they would be written, to be read on screen.

use ratatui::layout::Rect;

use crate::domain::RecordId;
use crate::session::{Error, PreviewView, Query, View, explain};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::markdown;
use super::super::widgets::paint::{READABLE, inset, line, paragraph, pieces};
use super::form::Form;
use super::gate::{Gate, Then};
use super::visit::reading::Reading;

/// The minutes of a visit on screen.
#[derive(Debug)]
pub struct Preview {
    visit: RecordId,
    view: Option<PreviewView>,
    top: Selection,
    /// Whether the template shipped is used in place of the one the delegation chose.
    built_in: bool,
    /// Whether names and private detail are left out.
    redacted: bool,
    /// Whether what is shown next is to be told: once, so that it does not take the place of what was done since.
    telling: bool,
    /// What is wrong with the template that the delegation chose.
    wrong: Option<String>,
}

impl Preview {
    /// Shows the minutes of a visit.
    #[must_use]
    pub fn of(visit: RecordId) -> Self {
        Self {
            visit,
            view: None,
            top: Selection::default(),
            built_in: false,
            redacted: false,
            telling: false,
            wrong: None,
        }
    }

    fn ask_again(&mut self, cx: &mut Cx<'_>) {
        (self.wrong, self.telling) = (None, true);
        cx.forgive();
        cx.ask(self.query().unwrap_or(Query::Preview(self.visit)));
    }

    fn lines(&self, shared: &Shared, cells: usize) -> Vec<markdown::Row> {
        let text = self.view.as_ref().map_or("", |view| view.markdown.as_str());
        markdown::rows(text, cells.min(READABLE), shared.theme)
    }
}

impl Screen for Preview {
    fn context(&self) -> Context {
        Context::Preview
    }

    fn title(&self, shared: &Shared) -> String {
        let title = shared.texts.screens.preview_title;
        self.view.as_ref().map_or_else(|| title.to_owned(), |view| format!("{title} · {}", view.file_name))
    }

    fn query(&self) -> Option<Query> {
        Some(match (self.redacted, self.built_in) {
            (true, _) => Query::PreviewRedacted(self.visit),
            (false, true) => Query::PreviewBuiltIn(self.visit),
            (false, false) => Query::Preview(self.visit),
        })
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        match command {
            Command::BuiltIn => self.built_in || self.wrong.is_some(),
            Command::Export | Command::Redacted => self.view.is_some(),
            _ => true,
        }
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let page = usize::from(cx.shared.size.1).saturating_sub(4);
        let cells = usize::from(cx.shared.size.0).saturating_sub(2);
        let count = self.lines(cx.shared, cells).len().saturating_sub(page).saturating_add(1);
        if self.top.follow(command, count, page) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::ReadBack => cx.push(Reading::of(self.visit)),
            Command::BuiltIn => {
                (self.built_in, self.redacted) = (!self.built_in, false);
                self.ask_again(cx);
            }
            Command::Redacted => {
                (self.redacted, self.built_in) = (!self.redacted, false);
                self.ask_again(cx);
            }
            Command::Export if self.redacted => {
                cx.push(Form::open(forms::export::of_redacted(self.visit, cx.shared), cx.shared));
            }
            Command::Export => cx.push(Gate::before(self.visit, Then::Export { built_in: self.built_in })),
            _ => {}
        }
    }

    /// What is wished for is opened by the visit below.
    fn shown(&mut self, cx: &mut Cx<'_>) {
        if cx.shared.wish.is_some() {
            cx.pop();
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        if let View::Preview(view) = view {
            self.view = Some(view);
            let telling = std::mem::take(&mut self.telling);
            if telling && self.redacted {
                cx.notify(cx.shared.texts.templates.shown_redacted);
            } else if telling && self.built_in {
                cx.notify(cx.shared.texts.templates.shown_built_in);
            }
        }
    }

    fn unanswered(&mut self, error: &Error, cx: &mut Cx<'_>) {
        let said = explain::error(error, cx.shared.texts);
        self.view = None;
        if error.is_of_template() { self.wrong = Some(said) } else { cx.complain(said) }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        if let Some(wrong) = &self.wrong {
            let used = paragraph(canvas, area, 1, wrong, shared.theme.error());
            let below = used.saturating_add(2);
            let offer = shared.keyed(shared.texts.templates.offer_built_in);
            paragraph(canvas, area, below, &offer, shared.theme.heading());
            return;
        }
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
