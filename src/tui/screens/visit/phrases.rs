//! The choice of a phrase typed before, for the line that is being typed.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::capture::{self, Link, Phrase, Sought};
use crate::session::{PhrasesView, Query, View, VisitView};
use crate::text::{pad, truncate};

use super::super::super::canvas::Canvas;
use super::super::super::command::{Command, Context};
use super::super::super::screen::{Cx, Screen};
use super::super::super::state::Shared;
use super::super::super::widgets::list::Selection;
use super::super::super::widgets::paint::{inset, line, list_row, paragraph, rows, visible};

/// Cells of the kind in front of a phrase.
const KIND: usize = 13;

/// The phrases that fit a line.
#[derive(Debug)]
pub(super) struct PhraseChoice {
    sought: Sought,
    view: Option<PhrasesView>,
    selection: Selection,
}

impl PhraseChoice {
    /// Looks for phrases that fit a line typed at a visit: its kind, its words, and the criteria of what it is linked to.
    pub(super) fn of(text: &str, view: &VisitView) -> Self {
        let draft = capture::parse(text, &capture::Context { date: view.visit.record.date }).draft;
        let mut criteria = draft.criteria.clone();
        for link in &draft.links {
            let target = match link {
                Link::Above => view.entry_above(draft.kind),
                Link::Reference(reference) => view.entries.iter().find(|row| row.id.reference() == *reference),
            };
            criteria.extend(target.iter().flat_map(|row| &row.record.criteria).cloned());
        }
        let sought = Sought { kind: draft.kind, words: draft.text, criteria };
        Self { sought, view: None, selection: Selection::default() }
    }

    fn phrases(&self) -> &[Phrase] {
        self.view.as_ref().map_or(&[], |view| &view.phrases)
    }
}

impl Screen for PhraseChoice {
    fn context(&self) -> Context {
        Context::Choice
    }

    fn title(&self, shared: &Shared) -> String {
        shared.texts.chain.phrases_title.to_owned()
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Phrases(self.sought.clone()))
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let count = self.phrases().len();
        if self.selection.follow(command, count, usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::Choose => {
                if let Some(phrase) = self.phrases().get(self.selection.within(count)) {
                    cx.shared.phrase = Some(phrase.text.clone());
                    cx.confirm();
                }
            }
            _ => {}
        }
    }

    fn answered(&mut self, view: View, _cx: &mut Cx<'_>) {
        if let View::Phrases(view) = view {
            self.view = Some(view);
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let words = &shared.texts.chain;
        if self.view.is_none() {
            return line(canvas, area, 0, shared.texts.screens.loading, shared.theme.faint());
        }
        let phrases = self.phrases();
        if phrases.is_empty() {
            paragraph(canvas, area, 0, words.no_phrases, Style::new());
            return;
        }
        line(canvas, area, 0, words.phrases_hint, shared.theme.faint());
        let list = rows(area, 1, area.height.saturating_sub(1));
        let selected = self.selection.within(phrases.len());
        let first = self.selection.first(selected, phrases.len(), usize::from(list.height).max(1));
        for (at, (index, phrase)) in (0..list.height).zip(phrases.iter().enumerate().skip(first)) {
            let kind = (shared.texts.terms.entry_kind_short)(phrase.kind);
            let times = if phrase.used > 1 { format!(" ×{}", phrase.used) } else { String::new() };
            let text = format!("{} {}{times}", pad(&truncate(kind, KIND), KIND), visible(&phrase.text));
            list_row(canvas, list, at, &text, index == selected, shared.theme, Style::new());
        }
    }
}
