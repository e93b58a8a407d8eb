//! Reading the minutes back: item by item, big and calm, as they will print; what is wrong is put right on the spot.

mod correction;

use std::collections::HashSet;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::capture;
use crate::domain::{Entry, Record, RecordId, VisitStatus};
use crate::session::{
    Action, Error, Origin, Outcome, Query, ReadBackView, ReadItem, Row, Ticket, View, explain, line_of,
};
use crate::text::{truncate, width};

use super::super::super::canvas::Canvas;
use super::super::super::command::{Command, Context};
use super::super::super::forms;
use super::super::super::forms::visit::Offers;
use super::super::super::screen::{Cx, Screen};
use super::super::super::state::Shared;
use super::super::super::widgets::editor::LineEditor;
use super::super::super::widgets::paint::{inset, line as draw_line, paragraph, rows, rule, visible, wrapped};
use super::super::attendance::AttendanceScreen;
use super::super::bases::Bases;
use super::super::carried::CarriedScreen;
use super::super::checklist::ChecklistScreen;
use super::super::confirm::Confirm;
use super::super::form::Form;
use super::super::issues::Issues;
use super::super::materials::Materials;
use super::{LINE_ROWS, WORDS_IN_STATUS, head, hints, line, remark};
use correction::Correction;

/// The minutes of a visit being read back.
#[derive(Debug)]
pub struct Reading {
    visit: RecordId,
    view: Option<Box<ReadBackView>>,
    /// Whether the template shipped is used in place of the one the delegation chose.
    built_in: bool,
    /// What is wrong with the template that the delegation chose.
    wrong: Option<String>,
    at: usize,
    /// The first row shown of an item longer than the window.
    top: usize,
    /// What was read, by its words: what changed since has to be read again.
    read: HashSet<ReadItem>,
    correction: Option<Correction>,
}

/// Lines longer than this are hard to read aloud.
const WIDEST: u16 = 76;
/// Rows above the words: where they stand, and an empty one.
const ABOVE: u16 = 3;

impl Reading {
    /// Reads the minutes of a visit back, from where they were left.
    #[must_use]
    pub fn of(visit: RecordId) -> Self {
        let (view, wrong, correction) = (None, None, None);
        Self { visit, view, built_in: false, wrong, at: 0, top: 0, read: HashSet::new(), correction }
    }

    fn items(&self) -> &[ReadItem] {
        self.view.as_ref().map_or(&[], |view| &view.items)
    }

    fn item(&self) -> Option<&ReadItem> {
        self.items().get(self.at)
    }

    fn entry(&self) -> Option<&Row<Entry>> {
        let Some(Origin::Record(kind, id)) = &self.item()?.origin else { return None };
        if *kind != Entry::KIND {
            return None;
        }
        self.view.as_ref()?.visit.entries.iter().find(|row| row.id == *id)
    }

    fn status(&self) -> Option<VisitStatus> {
        self.view.as_ref().map(|view| view.visit.visit.record.status)
    }

    fn is_sealed(&self) -> bool {
        self.view.as_ref().is_some_and(|view| view.visit.visit.record.sealed.is_some())
    }

    /// Finds an item again after the minutes were laid out anew: the same words, or else what was made of the same record.
    fn place_of(&self, item: &ReadItem) -> Option<usize> {
        let items = self.items();
        let nearest = |fits: &dyn Fn(&ReadItem) -> bool| {
            let fitting = items.iter().enumerate().filter(|(_, item)| fits(item)).map(|(at, _)| at);
            fitting.min_by_key(|at| at.abs_diff(self.at))
        };
        nearest(&|other| other == item)
            .or_else(|| nearest(&|other| item.origin.is_some() && other.origin == item.origin))
    }

    fn go_to(&mut self, at: usize, cx: &mut Cx<'_>) {
        self.at = at.min(self.items().len().saturating_sub(1));
        self.top = 0;
        if let Some(item) = self.item() {
            cx.shared.read_to.insert(self.visit, item.clone());
        }
    }

    /// Goes on to the next item; at the end, to what was passed over.
    fn next(&mut self, cx: &mut Cx<'_>) {
        let Some(item) = self.item().cloned() else { return };
        self.read.insert(item);
        if self.at + 1 < self.items().len() {
            return self.go_to(self.at + 1, cx);
        }
        let words = &cx.shared.texts.templates;
        let unread = self.items().iter().filter(|item| !self.read.contains(item)).count();
        match self.items().iter().position(|item| !self.read.contains(item)) {
            Some(first) => {
                cx.say((words.left_unread)(unread));
                self.go_to(first, cx);
            }
            None => cx.say(words.all_read),
        }
    }

    /// Opens what the words come from, to be put right.
    fn correct(&mut self, cx: &mut Cx<'_>) {
        if let Some(row) = self.entry() {
            let correction = Correction::of(row.id, line_of(&row.record), cx);
            self.correction = Some(correction);
            return;
        }
        let Some(view) = &self.view else { return };
        match self.item().and_then(|item| item.origin.as_ref()) {
            Some(Origin::Visit(field)) => self.edit_facts(field, cx),
            Some(Origin::Delegation(field)) => {
                let offers = forms::delegation::Offers { others: &[], templates: &view.templates };
                let form = forms::delegation::edit(&view.visit.delegation, offers, cx.shared);
                cx.push(Form::open(form, cx.shared).at(field));
            }
            Some(Origin::Attendance) => cx.push(AttendanceScreen::of(self.visit)),
            Some(Origin::Bases) => cx.push(Bases::picking_for(view.visit.delegation.id)),
            Some(Origin::Record(kind, id)) => match kind.as_str() {
                "material" => cx.push(Materials::of(self.visit)),
                "prompted_issue" => cx.push(Issues::of(self.visit)),
                "answer" => cx.push(ChecklistScreen::of(self.visit)),
                // What is not of this visit was carried over to it.
                _ => cx.push(CarriedScreen::of(&view.visit, cx.shared).at(*id)),
            },
            None => cx.say(cx.shared.texts.templates.layout_words),
        }
    }

    fn edit_facts(&self, field: &str, cx: &mut Cx<'_>) {
        let Some(view) = &self.view else { return };
        let visit = &view.visit;
        let offers = Offers { delegation: visit.delegation.id, units: &visit.units, members: &visit.members };
        let form = forms::visit::edit(&visit.visit, offers, cx.shared);
        cx.push(Form::open(form, cx.shared).at(field));
    }

    fn type_command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let cells = line::cells(usize::from(cx.shared.size.0).saturating_sub(2));
        let Some(correction) = &mut self.correction else { return };
        match command {
            Command::StoreLine if correction.editor.is_blank() => cx.say(cx.shared.texts.screens.nothing_typed),
            Command::StoreLine if is_only_marks(correction.editor.text()) => {
                cx.say(cx.shared.texts.screens.only_marks);
            }
            Command::StoreLine => correction.send(cx),
            Command::Back if correction.is_changed() => {
                cx.push(Confirm::asking(cx.shared.texts.screens.drop_recapture));
            }
            Command::Back => self.give_up(cx),
            Command::NewLine => correction.insert("\n", cx),
            _ => correction.edit(command, cells, cx),
        }
    }

    fn give_up(&mut self, cx: &mut Cx<'_>) {
        if let Some(correction) = self.correction.take() {
            correction.drop_draft(cx);
        }
    }

    fn scroll(&mut self, command: Command, shared: &Shared) -> bool {
        let page = usize::from(shared.size.1 / 2).max(1);
        let cells = words_cells(shared.size.0);
        let last = self.item().map_or(0, |item| words_rows(item, cells).len()).saturating_sub(page);
        self.top = match command {
            Command::Up => self.top.saturating_sub(1),
            Command::Down => self.top.saturating_add(1).min(last),
            Command::PageUp => self.top.saturating_sub(page),
            Command::PageDown => self.top.saturating_add(page).min(last),
            _ => return false,
        };
        true
    }

    fn draw_item(&self, item: &ReadItem, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let theme = shared.theme;
        let read = self.items().iter().filter(|item| self.read.contains(*item)).count();
        let place = (shared.texts.templates.place)(self.at + 1, self.items().len(), read);
        let room = usize::from(area.width).saturating_sub(width(&place) + 2);
        draw_line(canvas, area, 0, &truncate(&visible(&item.path.join(" › ")), room), theme.heading());
        let right = Rect { x: area.right().saturating_sub(u16::try_from(width(&place)).unwrap_or(0)), ..area };
        let right = Rect { width: area.right().saturating_sub(right.x), ..right };
        draw_line(canvas, right, 0, &place, theme.faint());
        rule(canvas, area, 1, "", theme);
        let cells = words_cells(area.width.saturating_add(2));
        let all = words_rows(item, cells);
        // In a wide window the words stand in the middle, at a width that the eye follows.
        let margin = area.width.saturating_sub(u16::try_from(cells).unwrap_or(u16::MAX)) / 2;
        let height = area.height.saturating_sub(ABOVE);
        let spare = usize::from(height).saturating_sub(all.len());
        let down = u16::try_from(spare / 3).unwrap_or(0);
        let body = rows(inset(area, margin), ABOVE.saturating_add(down), height);
        let style = if self.read.contains(item) { theme.faint() } else { Style::new() };
        let first = self.top.min(all.len().saturating_sub(1));
        let shown = all.len().saturating_sub(first);
        for (at, text) in (0..body.height).zip(all.iter().skip(first)) {
            let cut = at + 1 == body.height && shown > usize::from(body.height);
            draw_line(canvas, body, at, if cut { "↓" } else { text }, if cut { theme.key() } else { style });
        }
    }
}

/// The cells that words take in a window of these columns.
fn words_cells(columns: u16) -> usize {
    usize::from(columns.saturating_sub(6).clamp(1, WIDEST))
}

fn words_rows(item: &ReadItem, cells: usize) -> Vec<String> {
    item.lines.iter().flat_map(|line| wrapped(line, cells)).collect()
}

fn is_only_marks(text: &str) -> bool {
    capture::parse(text, &capture::Context::default()).draft.text.is_empty()
}

impl Screen for Reading {
    fn context(&self) -> Context {
        if self.correction.is_some() { Context::Capture } else { Context::Reading }
    }

    fn title(&self, shared: &Shared) -> String {
        let title = shared.texts.templates.reading_title;
        let Some(view) = &self.view else { return title.to_owned() };
        let visit = &view.visit;
        format!("{title} · {}", super::super::visit_name(&visit.visit.record, visit.unit.as_ref(), shared))
    }

    fn query(&self) -> Option<Query> {
        Some(Query::ReadBack { visit: self.visit, built_in: self.built_in })
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        match command {
            Command::BuiltIn => self.built_in || self.wrong.is_some(),
            Command::Edit | Command::EditFacts if self.is_sealed() => false,
            Command::Edit => {
                self.item().is_some() && (self.entry().is_none() || self.status() == Some(VisitStatus::Open))
            }
            Command::Details => self.entry().is_some() && self.status() == Some(VisitStatus::Open),
            Command::NextItem | Command::PreviousItem | Command::EditFacts => self.view.is_some(),
            // A correction is of one item; it stays one while it is read out.
            Command::Split | Command::Complete => false,
            command if remark::is_one(command) => false,
            _ => true,
        }
    }

    fn why_not(&self, command: Command, shared: &Shared) -> Option<String> {
        if command == Command::Details && self.entry().is_none() {
            return Some(shared.texts.templates.details_only_of_entries.to_owned());
        }
        let changes = matches!(command, Command::Edit | Command::Details);
        let visit = &self.view.as_ref().filter(|_| changes)?.visit.visit.record;
        Some(match visit.status {
            VisitStatus::Closed => shared.texts.templates.read_only.to_owned(),
            _ => head::why_closed(visit, shared),
        })
    }

    fn is_busy(&self) -> bool {
        self.correction.as_ref().is_some_and(Correction::is_sending)
    }

    fn words_of(&self, id: RecordId, shared: &Shared) -> Option<String> {
        let visit = &self.view.as_ref()?.visit;
        if id == visit.visit.id {
            return Some(super::super::visit_name(&visit.visit.record, visit.unit.as_ref(), shared));
        }
        let entry = visit.entries.iter().find(|row| row.id == id)?;
        Some(truncate(&visible(&entry.record.text), WORDS_IN_STATUS))
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.correction.is_some() {
            return self.type_command(command, cx);
        }
        if self.scroll(command, cx.shared) {
            return;
        }
        let scope = self.view.as_ref().map(|view| view.visit.visit.scope);
        match command {
            Command::NextItem => self.next(cx),
            Command::PreviousItem => self.go_to(self.at.saturating_sub(1), cx),
            Command::First => self.go_to(0, cx),
            Command::Last => self.go_to(usize::MAX, cx),
            Command::Edit => self.correct(cx),
            Command::EditFacts => self.edit_facts("", cx),
            Command::Details => {
                if let (Some(row), Some(view)) = (self.entry(), &self.view) {
                    let form = forms::details::of(row, &view.visit, cx.shared);
                    cx.push(Form::open(form, cx.shared));
                }
            }
            Command::Undo => drop(scope.map(|scope| cx.act(Action::Undo(scope)))),
            Command::Redo => drop(scope.map(|scope| cx.act(Action::Redo(scope)))),
            Command::BuiltIn => {
                self.built_in = !self.built_in;
                self.wrong = None;
                cx.forgive();
                cx.ask(Query::ReadBack { visit: self.visit, built_in: self.built_in });
            }
            Command::Back => cx.pop(),
            _ => {}
        }
    }

    fn editor(&self) -> Option<&LineEditor> {
        self.correction.as_ref().map(|correction| &correction.editor)
    }

    fn lends(&self) -> Option<(String, String)> {
        self.correction.as_ref().map(Correction::lends)
    }

    fn take_back(&mut self, text: &str, cx: &mut Cx<'_>) {
        if let Some(correction) = &mut self.correction {
            correction.take_back(text, cx);
        }
    }

    fn insert(&mut self, text: &str, _pasted: bool, cx: &mut Cx<'_>) -> bool {
        let Some(correction) = &mut self.correction else { return false };
        correction.insert(text, cx);
        true
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        let View::ReadBack(view) = view else { return };
        let before = self.item().or(cx.shared.read_to.get(&self.visit)).cloned();
        self.view = Some(view);
        self.wrong = None;
        let place = before.and_then(|item| self.place_of(&item));
        self.at = place.unwrap_or(self.at).min(self.items().len().saturating_sub(1));
    }

    fn unanswered(&mut self, error: &Error, cx: &mut Cx<'_>) {
        let said = explain::error(error, cx.shared.texts);
        self.view = None;
        if error.is_of_template() { self.wrong = Some(said) } else { cx.complain(said) }
    }

    fn done(&mut self, ticket: Ticket, outcome: Outcome, cx: &mut Cx<'_>) {
        if let Some(correction) = self.correction.take_if(|correction| correction.is_sent_as(ticket)) {
            let left_open = self.view.as_ref().and_then(|view| {
                explain::left_open(&view.visit, correction.editor.text(), Some(correction.entry), cx.shared.texts)
            });
            correction.drop_draft(cx);
            if let Outcome::Saved(id) = outcome {
                cx.shared.kept.insert(id);
            }
            self.top = 0;
            cx.tell_outcome(&outcome);
            if let Some(open) = left_open {
                cx.notify(format!("{} {open}", cx.shared.texts.screens.saved));
            }
        } else {
            cx.tell_outcome(&outcome);
        }
    }

    fn failed(&mut self, ticket: Ticket, _error: &Error, _cx: &mut Cx<'_>) {
        if let Some(correction) = self.correction.as_mut().filter(|correction| correction.is_sent_as(ticket)) {
            correction.came_back();
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>) {
        self.give_up(cx);
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let (words, theme) = (&shared.texts.templates, shared.theme);
        if let Some(wrong) = &self.wrong {
            let used = paragraph(canvas, area, 1, wrong, theme.error());
            let offer = shared.keyed(words.offer_built_in);
            paragraph(canvas, area, used.saturating_add(2), &offer, theme.heading());
            return;
        }
        let Some(view) = &self.view else {
            draw_line(canvas, area, 1, shared.texts.screens.loading, theme.faint());
            return;
        };
        let Some(item) = self.item() else {
            draw_line(canvas, area, 1, words.nothing_to_read, theme.faint());
            return;
        };
        let Some(correction) = &self.correction else {
            let closed = self.status() != Some(VisitStatus::Open);
            let foot = u16::from(closed || self.built_in);
            self.draw_item(item, shared, canvas, rows(area, 0, area.height.saturating_sub(foot)));
            let note = if self.built_in { words.shown_built_in } else { words.read_only };
            if foot > 0 {
                draw_line(canvas, area, area.height.saturating_sub(1), &shared.keyed(note), theme.faint());
            }
            return;
        };
        let cells = line::cells(usize::from(area.width));
        let most = usize::from(area.height / 3).max(1);
        let text = correction.editor.text();
        let line_rows = crate::text::wrap(text, cells).len().clamp(1, LINE_ROWS).min(most);
        let hint = hints::lines(&view.visit, text, Some(correction.entry), shared, usize::from(area.width));
        let hint_rows = hint.len().clamp(1, 3).min(most);
        let below = u16::try_from(line_rows + hint_rows + 1).unwrap_or(u16::MAX);
        let at = area.height.saturating_sub(below);
        self.draw_item(item, shared, canvas, rows(area, 0, at));
        rule(canvas, area, at, &(shared.texts.screens.editing_entry)(&correction.entry.reference()), theme);
        let line_height = u16::try_from(line_rows).unwrap_or(1);
        let place = rows(area, at.saturating_add(1), line_height);
        let date = view.visit.visit.record.date;
        line::draw_typed(&correction.editor, date, "✎", true, shared, canvas, place);
        for (offset, (text, style)) in (1u16..).zip(hint.iter().take(hint_rows)) {
            draw_line(canvas, area, at.saturating_add(offset).saturating_add(line_height), text, *style);
        }
    }
}
