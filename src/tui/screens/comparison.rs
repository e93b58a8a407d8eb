//! What differs between two versions of minutes, word by word.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::RecordId;
use crate::session::{CompareView, Query, View};
use crate::text::{Fate, Words};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::flow::{flow, marked};
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{READABLE, inset, line, paragraph, pieces};

/// Two versions compared.
#[derive(Debug)]
pub struct Comparison {
    visit: RecordId,
    from: u32,
    to: Option<u32>,
    view: Option<Box<CompareView>>,
    top: Selection,
}

impl Comparison {
    /// Compares two versions; no later one means the minutes as they would be now.
    #[must_use]
    pub fn of(visit: RecordId, from: u32, to: Option<u32>) -> Self {
        Self { visit, from, to, view: None, top: Selection::default() }
    }

    fn lines(&self, shared: &Shared, cells: usize) -> Vec<Vec<(String, Style)>> {
        let lines = self.view.iter().flat_map(|view| &view.lines);
        lines.flat_map(|words| laid_out(words, cells.min(READABLE), shared).into_iter().chain([Vec::new()])).collect()
    }
}

/// Lays out a line in rows; what Markdown asks for is left out.
fn laid_out(words: &[Words], cells: usize, shared: &Shared) -> Vec<Vec<(String, Style)>> {
    let is_heading = words.first().is_some_and(|first| first.text.starts_with('#'));
    let parts = words.iter().map(|part| match part.fate {
        Fate::Same if is_heading => {
            (plain(&part.text).trim_start_matches(['#', ' ']).to_owned(), shared.theme.heading())
        }
        fate => marked(fate, &plain(&part.text), shared.theme),
    });
    flow(&parts.collect::<Vec<_>>(), cells)
}

/// Takes off the strokes and stars that only a reader of Markdown needs.
fn plain(text: &str) -> String {
    let mut letters = text.chars().peekable();
    let mut plain = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        let is_escape = letter == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        match letter {
            _ if is_escape => plain.extend(letters.next()),
            '*' => {}
            other => plain.push(other),
        }
    }
    plain
}

impl Screen for Comparison {
    fn context(&self) -> Context {
        Context::Comparison
    }

    fn title(&self, shared: &Shared) -> String {
        let words = &shared.texts.sealing;
        let to = self.to.map_or_else(|| words.draft_now.to_owned(), words.version);
        format!("{} · {}", words.comparison, (words.from_to)(&(words.version)(self.from), &to))
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Compare { visit: self.visit, from: self.from, to: self.to })
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let page = usize::from(cx.shared.size.1).saturating_sub(4);
        let cells = usize::from(cx.shared.size.0).saturating_sub(2);
        let count = self.lines(cx.shared, cells).len().saturating_sub(page).saturating_add(1);
        if !self.top.follow(command, count, page) && command == Command::Back {
            cx.pop();
        }
    }

    fn answered(&mut self, view: View, _cx: &mut Cx<'_>) {
        if let View::Compare(view) = view {
            self.view = Some(view);
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let Some(view) = &self.view else {
            line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        };
        if view.lines.is_empty() {
            paragraph(canvas, area, 1, shared.texts.sealing.no_difference, shared.theme.faint());
            return;
        }
        let lines = self.lines(shared, usize::from(area.width));
        let first = self.top.within(lines.len());
        for (at, parts) in (0..area.height).zip(lines.iter().skip(first)) {
            pieces(canvas, area, at, parts);
        }
    }
}
