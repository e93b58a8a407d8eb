//! The chain of an entry: from a fault its causes, who answers for it, what is asked and what the unit holds of it; from each
//! of those the faults it belongs to. Everything is linked, written and corrected here.

mod choice;
mod rows;

use ratatui::layout::Rect;

use crate::capture::{self, mark_of};
use crate::domain::{ChainPart, Edit, Entry, Position, RecordId, VisitStatus};
use crate::session::{Action, ChainView, Error, Outcome, Query, Row, Ticket, View, explain, line_of};
use crate::text::truncate;

use super::super::super::canvas::Canvas;
use super::super::super::command::{Command, Context};
use super::super::super::forms;
use super::super::super::screen::{Cx, Screen};
use super::super::super::state::Shared;
use super::super::super::widgets::editor::LineEditor;
use super::super::super::widgets::list::Selection;
use super::super::super::widgets::paint::{inset, line as draw_line, rows as rows_of, rule, visible};
use super::super::confirm::Confirm;
use super::super::form::Form;
use super::super::history::History;
use super::super::trash::Trash;
use super::line::{self, CaptureLine};
use super::phrases::PhraseChoice;
use super::{LINE_ROWS, WORDS_IN_STATUS, hints, remark};
use choice::LinkChoice;
use rows::{ChainRow, chain_rows};

/// The chain of one entry of a visit.
#[derive(Debug)]
pub struct ChainScreen {
    visit: RecordId,
    /// The entry that is looked at.
    focus: RecordId,
    /// The entries that led to it, the first one first.
    trail: Vec<RecordId>,
    view: Option<Box<ChainView>>,
    selection: Selection,
    /// Whether keys go to the line.
    typing: bool,
    line: CaptureLine,
}

impl ChainScreen {
    /// Shows what an entry of a visit is linked to.
    #[must_use]
    pub fn of(visit: RecordId, entry: RecordId) -> Self {
        Self {
            visit,
            focus: entry,
            trail: Vec::new(),
            view: None,
            selection: Selection::default(),
            typing: false,
            line: CaptureLine::beside(visit),
        }
    }

    fn entry(&self, id: RecordId) -> Option<&Row<Entry>> {
        self.view.as_ref()?.visit.entries.iter().find(|row| row.id == id)
    }

    fn is_at_fault(&self) -> bool {
        self.entry(self.focus).is_some_and(|row| row.record.kind.is_fault())
    }

    fn is_open(&self) -> bool {
        self.view.as_ref().is_some_and(|view| view.visit.visit.record.status == VisitStatus::Open)
    }

    /// Lists the rows that can be selected.
    fn choices(&self) -> Vec<ChainRow> {
        let Some(view) = &self.view else { return Vec::new() };
        chain_rows(view, self.focus).into_iter().filter(|row| row.is_choice()).collect()
    }

    fn selected(&self) -> Option<ChainRow> {
        let choices = self.choices();
        choices.get(self.selection.within(choices.len())).copied()
    }

    /// Returns the part of the chain that the selected row belongs to.
    fn part(&self) -> Option<ChainPart> {
        match self.selected()? {
            ChainRow::Missing(part) => Some(part),
            ChainRow::Entry(id) => self.entry(id).map(|row| ChainPart::of(row.record.kind)),
            _ => None,
        }
    }

    /// Returns the entry of the selected row; without one, the entry that is looked at.
    fn meant(&self) -> Option<&Row<Entry>> {
        match self.selected() {
            Some(ChainRow::Entry(id)) => self.entry(id),
            _ => self.entry(self.focus),
        }
    }

    /// Goes to the next fault of the visit, or the next entry that belongs to faults.
    fn turn(&mut self, forward: bool) {
        let Some(view) = &self.view else { return };
        let at_fault = self.is_at_fault();
        let like = |row: &&Row<Entry>| {
            row.record.kind.is_fault() == at_fault && (at_fault || ChainPart::of(row.record.kind) != ChainPart::Other)
        };
        let ids: Vec<RecordId> =
            view.visit.entries.iter().filter(|row| row.id == self.focus || like(row)).map(|row| row.id).collect();
        let count = ids.len().max(1);
        let at = ids.iter().position(|id| *id == self.focus).unwrap_or(0);
        let next = (at + if forward { 1 } else { count - 1 }) % count;
        self.look_at(ids.get(next).copied().unwrap_or(self.focus));
    }

    fn look_at(&mut self, entry: RecordId) {
        self.focus = entry;
        self.selection = Selection::default();
    }

    /// Goes from a row to the entry it names; going back leads here again.
    fn follow(&mut self, entry: RecordId) {
        self.trail.push(self.focus);
        self.look_at(entry);
    }

    /// Goes back to the entry that led here, with the row selected that was followed; says whether there was one.
    fn go_back(&mut self) -> bool {
        let left = self.focus;
        while let Some(before) = self.trail.pop() {
            if self.entry(before).is_some() {
                self.look_at(before);
                let row = self.choices().iter().position(|row| *row == ChainRow::Entry(left));
                self.selection.set(row.unwrap_or(0));
                return true;
            }
        }
        false
    }

    /// Begins a line of the kind that the selected row asks for, linked to the fault; or goes on with one begun before.
    fn write_new(&mut self, cx: &mut Cx<'_>) {
        if self.line.is_blank() {
            let kind = match self.selected() {
                Some(ChainRow::Missing(part)) => part.usual_kind(),
                Some(ChainRow::Entry(id)) => self.entry(id).map(|row| row.record.kind).unwrap_or_default(),
                _ => ChainPart::Cause.usual_kind(),
            };
            self.line.begin(mark_of(kind), &self.focus.reference(), cx);
        }
        self.typing = true;
    }

    fn store_line(&mut self, cx: &mut Cx<'_>) {
        if capture::parse(self.line.editor.text(), &capture::Context::default()).draft.text.is_empty() {
            cx.say(cx.shared.texts.screens.only_marks);
        } else {
            self.typing = false;
            self.line.submit(cx);
        }
    }

    fn stop_typing(&mut self, cx: &mut Cx<'_>) {
        let text = self.line.editor.text();
        if !self.line.is_recapture() && capture::parse(text, &capture::Context::default()).draft.text.is_empty() {
            self.line.editor.set("");
            self.line.note(cx);
        }
        self.typing = false;
    }

    fn type_command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let cells = line::cells(usize::from(cx.shared.size.0).saturating_sub(2));
        match command {
            Command::StoreLine => self.store_line(cx),
            Command::Back if self.line.recapture_changed() => {
                cx.push(Confirm::asking(cx.shared.texts.screens.drop_recapture));
            }
            Command::Back if self.line.is_recapture() => self.confirmed(cx),
            Command::Back => self.stop_typing(cx),
            Command::NewLine => self.line.insert("\n", cx),
            Command::Complete => self.line.complete(cx),
            Command::Phrases => {
                if let Some(view) = &self.view {
                    cx.push(PhraseChoice::of(self.line.editor.text(), &view.visit));
                }
            }
            _ => {
                if self.line.editor.edit_rows(command, cells) {
                    self.line.edited(cx);
                }
            }
        }
    }

    /// Takes the link of the selected row away.
    fn unlink(&self, cx: &mut Cx<'_>) {
        let (Some(view), Some(row)) = (&self.view, self.selected()) else { return };
        if let ChainRow::Entry(other) | ChainRow::Earlier(other) = row {
            let own = view.visit.entries.iter().find(|row| row.id == self.focus);
            let outward = own.is_some_and(|row| row.record.links.contains(&other));
            let (from, to) = if outward { (self.focus, other) } else { (other, self.focus) };
            cx.act(Action::Unlink { from, to });
        }
    }

    /// Turns the unit's position that the selected row holds; where there is none, begins to write one.
    fn turn_position(&mut self, cx: &mut Cx<'_>) {
        match self.meant().filter(|row| ChainPart::of(row.record.kind) == ChainPart::Position) {
            Some(row) => {
                let next = match row.record.position {
                    None => Position::ALL.first().copied(),
                    Some(now) => Position::ALL.into_iter().skip_while(|position| *position != now).nth(1),
                };
                let after = Entry { position: next, ..row.record.clone() };
                cx.act(Action::ChangeEntry(Edit::change(row.id, &row.record, &after)));
            }
            None if self.selected() == Some(ChainRow::Missing(ChainPart::Position)) => self.write_new(cx),
            None => cx.say(cx.shared.texts.chain.select_position),
        }
    }

    fn on_entry(&mut self, command: Command, cx: &mut Cx<'_>) {
        let Some(row) = self.meant() else { return };
        match command {
            Command::Edit => {
                let (id, line) = (row.id, line_of(&row.record));
                self.line.recapture(id, line, cx);
                self.typing = true;
            }
            Command::Details => {
                if let Some(view) = &self.view {
                    let form = forms::details::of(row, &view.visit, cx.shared);
                    cx.push(Form::open(form, cx.shared));
                }
            }
            Command::History => cx.push(History::of(row.id)),
            _ => {}
        }
    }
}

impl Screen for ChainScreen {
    fn context(&self) -> Context {
        if self.typing { Context::Capture } else { Context::Chain }
    }

    fn title(&self, shared: &Shared) -> String {
        let words = &shared.texts.chain;
        let Some(view) = &self.view else { return words.chain_title.to_owned() };
        format!("{}: {}", words.chain_title, rows::named(view, self.focus, shared))
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Chain(self.visit))
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        let linked = || matches!(self.selected(), Some(ChainRow::Entry(_) | ChainRow::Earlier(_)));
        match command {
            _ if self.typing => command != Command::Split && !remark::is_one(command),
            Command::New => self.is_open() && self.is_at_fault(),
            Command::Edit | Command::Details | Command::Link | Command::Position => self.is_open(),
            Command::Unlink => self.is_open() && linked(),
            Command::Open => matches!(self.selected(), Some(ChainRow::Entry(_))),
            _ => true,
        }
    }

    fn why_not(&self, command: Command, shared: &Shared) -> Option<String> {
        let changes = matches!(
            command,
            Command::New | Command::Edit | Command::Details | Command::Link | Command::Unlink | Command::Position
        );
        match command {
            _ if changes && !self.is_open() => Some(shared.texts.chain.not_open.to_owned()),
            Command::New if !self.is_at_fault() => Some(shared.texts.chain.write_at_fault.to_owned()),
            _ => None,
        }
    }

    fn called(&self, command: Command, shared: &Shared) -> Option<&'static str> {
        let words = &shared.texts.chain;
        match command {
            Command::NextFault if !self.is_at_fault() => Some(words.next_alike),
            Command::Back if self.typing => Some(words.to_chain),
            _ => None,
        }
    }

    fn words_of(&self, id: RecordId, _shared: &Shared) -> Option<String> {
        self.entry(id).map(|row| truncate(&visible(&row.record.text), WORDS_IN_STATUS))
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.typing {
            return self.type_command(command, cx);
        }
        // The chain of one fault is short: a page is the next fault.
        let command = match command {
            Command::PageDown => Command::NextFault,
            Command::PageUp => Command::PreviousFault,
            other => other,
        };
        if self.selection.follow(command, self.choices().len(), usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        let scope = self.view.as_ref().map(|view| view.visit.visit.scope);
        match (command, scope) {
            (Command::Back, _) if self.line.is_sending() => cx.say(cx.shared.texts.screens.wait_for_line),
            (Command::Back, _) if self.go_back() => {}
            (Command::Back, _) => {
                cx.shared.select = Some(self.focus);
                cx.keep_drafts();
                cx.pop();
            }
            (Command::NextFault, _) => self.turn(true),
            (Command::PreviousFault, _) => self.turn(false),
            (Command::Open, _) => {
                if let Some(ChainRow::Entry(id)) = self.selected() {
                    self.follow(id);
                }
            }
            (Command::Link, _) => cx.push(LinkChoice::of(self.visit, self.focus, self.part())),
            (Command::Unlink, _) => self.unlink(cx),
            (Command::New, _) => self.write_new(cx),
            (Command::Position, _) => self.turn_position(cx),
            (Command::Undo, Some(scope)) => drop(cx.act(Action::Undo(scope))),
            (Command::Redo, Some(scope)) => drop(cx.act(Action::Redo(scope))),
            (Command::Trash, Some(scope)) => cx.push(Trash::of(scope)),
            _ => self.on_entry(command, cx),
        }
    }

    fn editor(&self) -> Option<&LineEditor> {
        self.typing.then_some(&self.line.editor)
    }

    fn lends(&self) -> Option<(String, String)> {
        self.typing.then(|| self.line.lends())
    }

    fn take_back(&mut self, text: &str, cx: &mut Cx<'_>) {
        self.line.take_back(text, cx);
    }

    fn insert(&mut self, text: &str, _pasted: bool, cx: &mut Cx<'_>) -> bool {
        if self.typing {
            self.line.insert(text, cx);
        }
        self.typing
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        let View::Chain(view) = view else { return };
        let first = self.view.is_none();
        self.line.completing.here = view.visit.offers();
        self.view = Some(view);
        self.line.seen();
        if first {
            self.line.recover(cx);
        }
        if self.entry(self.focus).is_none() {
            // The entry was taken away, by an undo.
            return cx.pop();
        }
        if let Some(wanted) = cx.shared.select.take()
            && let Some(at) = self.choices().iter().position(|row| *row == ChainRow::Entry(wanted))
        {
            self.selection.set(at);
        }
    }

    fn durable(&mut self, ticket: Ticket, cx: &mut Cx<'_>) {
        let Some((text, entry, _)) = self.line.durable(ticket, cx) else { return };
        let saved = cx.shared.texts.screens.saved;
        match self.view.as_ref().and_then(|view| explain::left_open(&view.visit, &text, entry, cx.shared.texts)) {
            Some(open) => cx.notify(format!("{saved} {open}")),
            None => cx.say(saved),
        }
    }

    fn done(&mut self, ticket: Ticket, outcome: Outcome, cx: &mut Cx<'_>) {
        if !self.line.done(ticket, cx) {
            cx.tell_outcome(&outcome);
        } else if let Outcome::Saved(id) = outcome {
            cx.shared.kept.insert(id);
            cx.shared.select = Some(id);
        }
    }

    fn failed(&mut self, ticket: Ticket, _error: &Error, cx: &mut Cx<'_>) {
        if self.line.failed(ticket, cx).is_some() {
            self.typing = true;
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>) {
        if let (Some(phrase), Some(view)) = (cx.shared.phrase.take(), &self.view) {
            return self.line.take_phrase(&phrase, &view.visit, cx);
        }
        self.line.give_up(cx);
        self.typing = false;
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let Some(view) = &self.view else {
            draw_line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        };
        let shown = self.typing || !self.line.is_blank();
        let cells = line::cells(usize::from(area.width));
        let most = usize::from(area.height / 2).max(1);
        let line_rows = if shown { self.line.rows(cells).clamp(1, LINE_ROWS).min(most) } else { 0 };
        let text = self.line.editor.text();
        let hint = hints::lines(&view.visit, text, self.line.entry(), shared, usize::from(area.width));
        let hint_rows = if shown { hint.len().clamp(1, 3).min(most) } else { 0 };
        let below = u16::try_from(if shown { line_rows + hint_rows + 1 } else { 0 }).unwrap_or(u16::MAX);
        let list = rows_of(area, 0, area.height.saturating_sub(below));
        let selected = (!self.typing).then(|| self.selected()).flatten();
        rows::draw(view, self.focus, selected, &self.selection.scroll, shared, canvas, list);
        if shown {
            let at = list.height;
            rule(canvas, area, at, &self.line.heading(self.typing, shared), shared.theme);
            let place = rows_of(area, at.saturating_add(1), u16::try_from(line_rows).unwrap_or(1));
            self.line.draw(&view.visit, self.typing, shared, canvas, place);
            for (offset, (text, style)) in (1u16..).zip(hint.iter().take(hint_rows)) {
                let row = at.saturating_add(offset).saturating_add(u16::try_from(line_rows).unwrap_or(1));
                draw_line(canvas, area, row, text, *style);
            }
        }
    }
}
