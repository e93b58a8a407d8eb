//! The choice of what an entry is linked to: every entry it may be linked to, marked where it is.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::{ChainPart, Entry, RecordId};
use crate::session::{Action, ChainView, Query, Row, View};
use crate::text::{pad, truncate};

use super::super::super::super::canvas::Canvas;
use super::super::super::super::command::{Command, Context};
use super::super::super::super::screen::{Cx, Screen};
use super::super::super::super::state::Shared;
use super::super::super::super::widgets::list::Selection;
use super::super::super::super::widgets::paint::{inset, line, list_row, paragraph, rows, visible};
use super::rows::named;

/// The choice for one entry.
#[derive(Debug)]
pub(super) struct LinkChoice {
    visit: RecordId,
    entry: RecordId,
    /// The part of the chain that is looked for; what fills it stands first.
    part: Option<ChainPart>,
    view: Option<Box<ChainView>>,
    selection: Selection,
}

/// Something that the entry may be linked to.
struct Offer {
    id: RecordId,
    /// The link: from the entry that answers to what it answers.
    from: RecordId,
    to: RecordId,
    linked: bool,
    words: String,
}

impl LinkChoice {
    pub(super) fn of(visit: RecordId, entry: RecordId, part: Option<ChainPart>) -> Self {
        Self { visit, entry, part, view: None, selection: Selection::default() }
    }

    /// To a fault what belongs to faults, then the other entries; to another entry the faults; then what was open before.
    fn offers(&self, shared: &Shared) -> Vec<Offer> {
        let Some(view) = &self.view else { return Vec::new() };
        let entries = &view.visit.entries;
        let Some(own) = entries.iter().find(|row| row.id == self.entry) else { return Vec::new() };
        let at_fault = own.record.kind.is_fault();
        let other = |row: &&Row<Entry>| ChainPart::of(row.record.kind) == ChainPart::Other;
        let (mut fit, rest): (Vec<&Row<Entry>>, Vec<&Row<Entry>>) =
            entries.iter().filter(|row| row.record.kind.is_fault() != at_fault).partition(|row| !other(row));
        fit.sort_by_key(|row| self.part.is_some_and(|part| ChainPart::of(row.record.kind) != part));
        let offer = |row: &Row<Entry>| {
            let (from, to) = if at_fault { (row.id, own.id) } else { (own.id, row.id) };
            let linked = if at_fault { row.record.links.contains(&to) } else { own.record.links.contains(&to) };
            let kind = if row.record.kind.is_fault() {
                named(view, row.id, shared)
            } else {
                (shared.texts.terms.entry_kind_short)(row.record.kind).to_owned()
            };
            let words = format!("{} {}", pad(&truncate(&kind, KIND), KIND), visible(&row.record.text));
            Offer { id: row.id, from, to, linked, words }
        };
        let mut offers: Vec<Offer> = fit.into_iter().chain(rest).map(offer).collect();
        offers.extend(view.earlier.iter().map(|item| Offer {
            id: item.id,
            from: own.id,
            to: item.id,
            linked: own.record.links.contains(&item.id),
            words: format!("{} {}", pad(shared.texts.chain.earlier, KIND), visible(&item.words)),
        }));
        offers
    }
}

/// Cells of the word in front of an offer.
const KIND: usize = 18;

impl Screen for LinkChoice {
    fn context(&self) -> Context {
        Context::Choice
    }

    fn title(&self, shared: &Shared) -> String {
        let words = &shared.texts.chain;
        match &self.view {
            Some(view) => format!("{}: {}", words.link_title, named(view, self.entry, shared)),
            None => words.link_title.to_owned(),
        }
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Chain(self.visit))
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let offers = self.offers(cx.shared);
        if self.selection.follow(command, offers.len(), usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::Choose => {
                if let Some(Offer { id, from, to, linked, .. }) = offers.get(self.selection.within(offers.len())) {
                    let (from, to) = (*from, *to);
                    cx.act(if *linked { Action::Unlink { from, to } } else { Action::Link { from, to } });
                    cx.shared.select = Some(*id);
                }
            }
            _ => {}
        }
    }

    fn answered(&mut self, view: View, _cx: &mut Cx<'_>) {
        if let View::Chain(view) = view {
            self.view = Some(view);
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let words = &shared.texts.chain;
        if self.view.is_none() {
            return line(canvas, area, 0, shared.texts.screens.loading, shared.theme.faint());
        }
        let offers = self.offers(shared);
        if offers.is_empty() {
            paragraph(canvas, area, 0, words.nothing_to_link, Style::new());
            return;
        }
        line(canvas, area, 0, words.link_hint, shared.theme.faint());
        let list = rows(area, 1, area.height.saturating_sub(1));
        let selected = self.selection.within(offers.len());
        let first = self.selection.first(selected, offers.len(), usize::from(list.height).max(1));
        for (at, (index, offer)) in (0..list.height).zip(offers.iter().enumerate().skip(first)) {
            let text = format!("[{}] {}", if offer.linked { "x" } else { " " }, offer.words);
            list_row(canvas, list, at, &text, index == selected, shared.theme, Style::new());
        }
    }
}
