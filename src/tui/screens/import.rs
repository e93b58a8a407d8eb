//! What importing a file would do, row by row, before anything is saved.

use std::path::PathBuf;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::session::{Action, Error, Fate, ImportView, ImportWhat, Outcome, Query, Ticket, View, explain};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line, list_row, paragraph, rows, rule};

/// The preview of an import.
#[derive(Debug)]
pub struct Import {
    what: ImportWhat,
    path: PathBuf,
    view: Option<Box<ImportView>>,
    refused: Option<String>,
    saving: bool,
    selection: Selection,
}

impl Import {
    /// Shows what a file would bring.
    #[must_use]
    pub fn of(what: ImportWhat, path: PathBuf) -> Self {
        Self { what, path, view: None, refused: None, saving: false, selection: Selection::default() }
    }

    fn can_be_taken(&self) -> bool {
        self.view.as_ref().is_some_and(|view| !view.edits.is_empty())
    }
}

impl Screen for Import {
    fn context(&self) -> Context {
        Context::Import
    }

    fn title(&self, shared: &Shared) -> String {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        format!("{} · {name}", forms::import::title(self.what, shared))
    }

    fn query(&self) -> Option<Query> {
        (!self.saving).then(|| Query::Import { what: self.what, path: self.path.clone() })
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        command != Command::ImportAll || self.can_be_taken()
    }

    fn why_not(&self, command: Command, shared: &Shared) -> Option<String> {
        let words = &shared.texts.imports;
        let view = self.view.as_ref().filter(|_| command == Command::ImportAll)?;
        Some(if view.is_wrong() { words.mend_first } else { words.nothing_new }.to_owned())
    }

    fn is_busy(&self) -> bool {
        self.saving
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let count = self.view.as_ref().map_or(0, |view| view.rows.len());
        if self.selection.follow(command, count, usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match (command, &self.view) {
            (Command::Back, _) => cx.pop(),
            (Command::ImportAll, Some(view)) if self.can_be_taken() => {
                let action = Action::Save { scope: view.scope, edits: view.edits.clone() };
                self.saving = true;
                cx.act(action);
            }
            _ => {}
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        if let View::Import(view) = view {
            cx.shared.import_path = self.path.display().to_string();
            // What is wrong is what somebody must see first.
            let wrong = view.rows.iter().position(|row| matches!(row.fate, Fate::Wrong(_)));
            self.selection.set(wrong.unwrap_or(0));
            self.refused = None;
            self.view = Some(view);
        }
    }

    fn unanswered(&mut self, error: &Error, cx: &mut Cx<'_>) {
        cx.shared.import_path = self.path.display().to_string();
        self.view = None;
        self.refused = Some(explain::error(error, cx.shared.texts));
    }

    fn done(&mut self, _ticket: Ticket, outcome: Outcome, cx: &mut Cx<'_>) {
        cx.tell_outcome(&outcome);
        if let Some([new, changed, ..]) = self.view.as_ref().map(|view| view.counts()) {
            cx.say((cx.shared.texts.imports.done)(new, changed));
        }
        cx.pop();
    }

    fn failed(&mut self, _ticket: Ticket, _error: &Error, _cx: &mut Cx<'_>) {
        self.saving = false;
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let words = &shared.texts.imports;
        if let Some(refused) = &self.refused {
            paragraph(canvas, area, 1, refused, shared.theme.error());
            return;
        }
        let Some(view) = &self.view else {
            line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        };
        let [new, changed, same, wrong] = view.counts();
        line(canvas, area, 0, &(words.summary)(new, changed, same, wrong), shared.theme.heading());
        let (said, style) = match (view.is_wrong(), view.edits.is_empty()) {
            (true, _) => (words.mend_first, shared.theme.error()),
            (false, true) => (words.nothing_new, shared.theme.good()),
            (false, false) => (words.enter_imports, shared.theme.key()),
        };
        line(canvas, area, 1, said, style);
        let mut top = 2;
        if !view.unused.is_empty() {
            let text = (words.unused)(&view.unused.join(", "));
            // Three rows of them at most: the rows of the file are what somebody came for.
            top += paragraph(canvas, rows(area, 0, 5), top, &text, shared.theme.warning()).min(3);
        }
        rule(canvas, area, top, "", shared.theme);
        let selected = self.selection.within(view.rows.len());
        let chosen = view.rows.get(selected).map(|row| explain::import_row(row, shared.texts)).unwrap_or_default();
        // The selected row is read whole below the list: what changes and what is wrong seldom fit in one.
        let below = area.height.min(4);
        let list = rows(area, top + 1, area.height.saturating_sub(top + 1).saturating_sub(below));
        let first = self.selection.first(selected, view.rows.len(), usize::from(list.height));
        for (at, (index, row)) in (0..list.height).zip(view.rows.iter().enumerate().skip(first)) {
            let style = match row.fate {
                Fate::New => shared.theme.good(),
                Fate::Changed(_) => Style::new(),
                Fate::Same => shared.theme.faint(),
                Fate::Wrong(_) => shared.theme.error(),
            };
            let text = explain::import_row(row, shared.texts);
            list_row(canvas, list, at, &text, index == selected, shared.theme, style);
        }
        let foot = rows(area, area.height.saturating_sub(below), below);
        rule(canvas, foot, 0, "", shared.theme);
        paragraph(canvas, foot, 1, &chosen, Style::new());
    }
}
