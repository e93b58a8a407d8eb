//! A visit going on: its head, its entries, and the capture line that is always one key away.

pub mod chain;
mod completing;
mod entries;
mod head;
mod hints;
mod line;
mod listed;
mod pasted;
mod phrases;
pub mod reading;
mod remark;

use std::collections::VecDeque;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::capture;
use crate::domain::{Entry, Kind, RecordId, VisitStatus};
use crate::session::{
    Action, CarriedView, Direction, Error, Outcome, Query, Row, Ticket, View, VisitView, explain, line_of,
};
use crate::text::truncate;

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::forms::visit::Offers;
use super::super::screen::{Cx, Screen};
use super::super::state::{Shared, Wish, Wished};
use super::super::widgets::editor::LineEditor;
use super::super::widgets::kept::Kept;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line as draw_line, rows, rule, visible};
use super::attendance::AttendanceScreen;
use super::carried::CarriedScreen;
use super::checklist::ChecklistScreen;
use super::checks::ChecksScreen;
use super::choice::KindChoice;
use super::confirm::Confirm;
use super::form::Form;
use super::gate::{Gate, Then};
use super::history::History;
use super::issues::Issues;
use super::materials::Materials;
use super::preview::Preview;
use super::timeline::Timeline;
use super::trash::Trash;
use super::versions::Versions;
use chain::ChainScreen;
use line::{CaptureLine, How};
use listed::ListRow;
use phrases::PhraseChoice;
use reading::Reading;
use remark::Remark;

/// One visit.
#[derive(Debug)]
pub struct VisitScreen {
    id: RecordId,
    view: Option<Box<VisitView>>,
    selection: Selection,
    /// Whether keys go to the capture line.
    typing: bool,
    line: CaptureLine,
    /// Keys that mark the entry just typed and wait until it is stored; the one under way, and what to say of it.
    marks: VecDeque<Command>,
    /// The entry of the last minute that is marked anew, if not the last one.
    marked: Option<RecordId>,
    marking: Option<(Ticket, String)>,
    /// Whether somebody must say what several pasted lines become.
    paste: Paste,
    /// What was carried over to the visit, and which of its faults come back.
    carried: Option<Box<CarriedView>>,
    /// The row of the checks to go back to when the line that mends a warning is stored.
    mending: Option<usize>,
    /// Two entries that are becoming one, and how many others were linked to the lower one.
    merging: Option<(Ticket, usize)>,
    listed: Kept<ListRow>,
    /// Whether the visit was opened just now, and what was carried over to it is still to be shown.
    opening: bool,
}

/// Where the question stands what several pasted lines become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Paste {
    /// Nothing was pasted, or it was answered.
    Settled,
    /// It is put now.
    Asked,
    /// The lines are being edited first; it is put again before they are stored.
    Edited,
}

/// The most rows that the capture line takes; beyond, it scrolls within itself.
const LINE_ROWS: usize = 5;
/// Most rows that what is said of the line takes: its kind, what does not add up, and the arithmetic.
const HINT_ROWS: usize = 4;
/// Cells that the first words of an entry take in the status line.
const WORDS_IN_STATUS: usize = 40;
/// The head of the visit is shown only where this many rows are left for entries.
const FEWEST_ENTRY_ROWS: u16 = 3;

impl VisitScreen {
    /// Shows a visit.
    #[must_use]
    pub fn of(id: RecordId) -> Self {
        Self {
            id,
            view: None,
            selection: Selection::default(),
            typing: false,
            line: CaptureLine::of(id),
            marks: VecDeque::new(),
            marked: None,
            marking: None,
            paste: Paste::Settled,
            carried: None,
            mending: None,
            merging: None,
            listed: Kept::default(),
            opening: false,
        }
    }

    fn entries(&self) -> &[Row<Entry>] {
        self.view.as_ref().map_or(&[], |view| &view.entries)
    }

    fn selected(&self) -> Option<&Row<Entry>> {
        self.entries().get(self.selection.within(self.entries().len()))
    }

    /// Counts the entries that are linked to one, one of them left out.
    fn linked_to(&self, id: RecordId, but: RecordId) -> usize {
        self.entries().iter().filter(|row| row.id != but && row.record.links.contains(&id)).count()
    }

    fn status(&self) -> Option<VisitStatus> {
        self.view.as_ref().map(|view| view.visit.record.status)
    }

    fn is_open(&self) -> bool {
        self.status() == Some(VisitStatus::Open)
    }

    /// The sealed version in force, while nothing of the visit may change.
    fn sealed(&self) -> Option<u32> {
        self.view.as_ref().and_then(|view| view.visit.record.sealed)
    }

    /// Whether the visit was closed without a seal, as before there were any.
    fn waits_for_seal(&self) -> bool {
        self.status() == Some(VisitStatus::Closed) && self.sealed().is_none()
    }

    fn start_typing(&mut self, cx: &mut Cx<'_>) {
        if self.is_open() || !self.line.is_blank() {
            self.typing = true;
        } else {
            cx.say(cx.shared.texts.screens.open_first);
        }
    }

    fn stop_typing(&mut self) {
        self.typing = false;
        self.mending = None;
        self.selection.set(self.entries().len().saturating_sub(1));
    }

    fn store_line(&mut self, cx: &mut Cx<'_>) {
        if !self.is_open() {
            cx.complain(cx.shared.texts.screens.open_first_line_kept);
        } else if self.line.is_blank() {
            cx.say(cx.shared.texts.screens.nothing_typed);
        } else if capture::parse(self.line.editor.text(), &capture::Context::default()).draft.text.is_empty() {
            cx.say(cx.shared.texts.screens.only_marks);
        } else {
            // Whoever opened an entry came from the list and goes back to it.
            self.typing = !self.line.is_recapture();
            self.marked = None;
            self.line.submit(cx);
        }
    }

    fn give_up(&mut self, cx: &mut Cx<'_>) {
        self.line.give_up(cx);
        self.typing = false;
        if self.mending.is_some() {
            cx.shared.status = None;
        }
        self.back_to_checks(cx);
    }

    /// Leaves a line that was to mend a warning: the marks typed for it go, words stay.
    fn leave_mending(&mut self, cx: &mut Cx<'_>) {
        if self.line.has_no_words() {
            self.line.clear(cx);
        }
        let row = self.mending;
        self.stop_typing();
        self.mending = row;
        cx.shared.status = None;
        self.back_to_checks(cx);
    }

    /// Goes back to the checks if somebody came from there, to the row they left.
    fn back_to_checks(&mut self, cx: &mut Cx<'_>) {
        if let Some(row) = self.mending.take() {
            cx.push(ChecksScreen::of(self.id).at(row));
        }
    }

    /// Whether the line still holds several lines of a paste that nobody said anything about.
    fn must_ask(&self) -> bool {
        self.paste == Paste::Edited && !self.line.is_recapture() && pasted::lines(self.line.editor.text()).len() > 1
    }

    /// Stores the lines just pasted as the answer says; anything but an answer is editing, and they stay in the line.
    fn store_pasted(&mut self, command: Command, cx: &mut Cx<'_>) {
        if !self.is_open() {
            return cx.complain(cx.shared.texts.screens.open_first_line_kept);
        }
        self.paste = Paste::Settled;
        self.marked = None;
        match command {
            Command::EachLine => self.line.submit_lines(cx),
            _ => self.line.submit_joined(cx),
        }
    }

    fn type_command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.paste == Paste::Asked {
            self.paste = Paste::Edited;
        }
        let cells = line::cells(usize::from(cx.shared.size.0).saturating_sub(2));
        match command {
            Command::StoreLine if self.must_ask() => self.paste = Paste::Asked,
            Command::StoreLine => self.store_line(cx),
            Command::EachLine | Command::OneEntry => self.store_pasted(command, cx),
            Command::KeepLines => self.paste = Paste::Settled,
            Command::Back if self.line.recapture_changed() => {
                cx.push(Confirm::asking(cx.shared.texts.screens.drop_recapture));
            }
            Command::Back if self.line.is_recapture() => self.give_up(cx),
            Command::Back if self.mending.is_some() => self.leave_mending(cx),
            Command::Back => self.stop_typing(),
            Command::Up => {
                if !self.line.editor.edit_rows(command, cells) && !self.line.is_recapture() {
                    self.stop_typing();
                }
            }
            Command::NewLine => self.line.insert("\n", cx),
            Command::Split if self.line.is_recapture() && self.is_open() => {
                self.line.submit_cut(cx);
                self.typing = false;
            }
            Command::Split => cx.say(cx.shared.texts.parting.open_first),
            Command::Complete => self.line.complete(cx),
            Command::MarkEarlier | Command::MarkLater => self.mark_other(command == Command::MarkEarlier, cx),
            command if remark::is_one(command) => self.mark(command, cx),
            Command::Phrases => {
                if let Some(view) = &self.view {
                    cx.push(PhraseChoice::of(self.line.editor.text(), view));
                }
            }
            _ => {
                if self.line.editor.edit_rows(command, cells) {
                    self.line.edited(cx);
                }
            }
        }
    }

    /// Marks the entry just typed anew, once it is stored.
    fn mark(&mut self, command: Command, cx: &mut Cx<'_>) {
        self.marks.push_back(command);
        self.mark_next(cx);
    }

    /// Goes to the entry of the last minute before or after the one that would be marked anew.
    fn mark_other(&mut self, earlier: bool, cx: &mut Cx<'_>) {
        let words = &cx.shared.texts.line;
        let rows = self.view.as_ref().map(|view| remark::just_typed(view, cx.shared)).unwrap_or_default();
        let last = rows.len().saturating_sub(1);
        let at = rows.iter().position(|row| Some(row.id) == self.marked).unwrap_or(last);
        let other = if earlier { at.checked_sub(1) } else { at.checked_add(1) };
        match other.and_then(|at| rows.get(at)) {
            Some(row) => {
                let said = (words.marks_now)(&remark::words_of(row));
                self.marked = Some(row.id);
                cx.say(said);
            }
            None if rows.is_empty() => cx.say(words.nothing_just_typed),
            None => cx.say(if earlier { words.none_earlier } else { words.none_later }),
        }
    }

    fn mark_next(&mut self, cx: &mut Cx<'_>) {
        if self.line.pending.iter().any(|sent| sent.entry.is_none()) || self.marking.is_some() {
            return;
        }
        let Some(command) = self.marks.pop_front() else { return };
        let words = &cx.shared.texts.line;
        let Some(view) = &self.view else { return };
        let rows = remark::just_typed(view, cx.shared);
        let Some(row) = rows.iter().find(|row| Some(row.id) == self.marked).or(rows.last()) else {
            self.marks.clear();
            return cx.say(words.nothing_just_typed);
        };
        match Remark::of(command).map(|remark| remark.act(row, view, cx.shared)) {
            Some(Some((action, said))) => self.marking = Some((cx.act(action), said)),
            Some(None) => cx.say(words.no_fault_above),
            None => cx.push(KindChoice::of(row.id, row.record.kind, truncate(&row.record.text, 60))),
        }
    }

    /// Says what the line becomes, or asks what its lines become.
    fn hint(&self, view: &VisitView, shared: &Shared, cells: usize) -> Vec<(String, Style)> {
        let text = self.line.editor.text();
        if self.typing && self.paste == Paste::Asked {
            let question = (shared.texts.line.pasted)(pasted::lines(text).len());
            return vec![(question, shared.theme.warning())];
        }
        hints::lines(view, text, self.line.entry(), shared, cells)
    }

    /// Takes what was carried over; shows it first when the visit was opened just now and nothing is said of it yet.
    fn carry(&mut self, carried: Box<CarriedView>, cx: &mut Cx<'_>) {
        let unsaid = !carried.items.is_empty() && carried.items.iter().all(|item| item.verdict.is_none());
        if let Some(view) = self.view.as_ref().filter(|_| std::mem::take(&mut self.opening) && unsaid) {
            cx.push(CarriedScreen::of(view, cx.shared));
        }
        self.carried = Some(carried);
        self.listed = Kept::default();
        self.ask_offers(cx);
    }

    fn ask_offers(&self, cx: &mut Cx<'_>) {
        if self.line.completing.office.is_none() && self.is_open() {
            cx.ask(Query::Offers(self.id));
        }
    }

    fn on_entry(&mut self, command: Command, cx: &mut Cx<'_>) {
        let Some(row) = self.selected() else { return };
        let (id, first_words) = (row.id, truncate(&row.record.text, 60));
        match command {
            Command::Edit => {
                let line = line_of(&row.record);
                self.line.recapture(id, line, cx);
                self.typing = true;
            }
            Command::Split => {
                let line = line_of(&row.record);
                self.line.recapture(id, line, cx);
                self.line.propose_cut();
                self.typing = true;
                cx.say(cx.shared.texts.parting.where_to_cut);
            }
            Command::Merge => {
                let below = self.entries().iter().skip_while(|row| row.id != id).nth(1).map(|row| row.id);
                let moved = below.map_or(0, |below| self.linked_to(below, id));
                self.merging = Some((cx.act(Action::Merge(id)), moved));
            }
            Command::Details => {
                if let Some(view) = &self.view {
                    let form = forms::details::of(row, view, cx.shared);
                    cx.push(Form::open(form, cx.shared));
                }
            }
            Command::ChangeKind => cx.push(KindChoice::of(id, row.record.kind, first_words)),
            Command::MoveUp => drop(cx.act(Action::Move { entry: id, direction: Direction::Up })),
            Command::MoveDown => drop(cx.act(Action::Move { entry: id, direction: Direction::Down })),
            Command::Remove => {
                let form = forms::reason::remove(Kind::ENTRY, id, &first_words, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::Chain => cx.push(ChainScreen::of(self.id, id)),
            Command::History => cx.push(History::of(id)),
            _ => {}
        }
    }

    /// Opens what another screen sent the user here for.
    fn fulfil(&mut self, wished: Wished, cx: &mut Cx<'_>) {
        let Wished { wish, why, row } = wished;
        match wish {
            Wish::Line { before, after } if self.line.has_no_words() => {
                self.line.prefill(&before, &after, cx);
                self.typing = true;
                self.mending = Some(row);
                cx.say(why);
            }
            Wish::Line { .. } => {
                self.typing = true;
                cx.notify(cx.shared.texts.checks.line_not_stored);
            }
            Wish::Entry(id) => {
                let Some(at) = self.entries().iter().position(|row| row.id == id) else { return };
                self.selection.set(at);
                self.on_entry(Command::Edit, cx);
                self.mending = Some(row);
                cx.say(why);
            }
        }
    }

    fn on_visit(&self, command: Command, cx: &mut Cx<'_>) {
        let Some(view) = &self.view else { return };
        let scope = view.visit.scope;
        match command {
            Command::Undo => drop(cx.act(Action::Undo(scope))),
            Command::Redo => drop(cx.act(Action::Redo(scope))),
            Command::Trash => cx.push(Trash::of(scope)),
            Command::Checklist => cx.push(ChecklistScreen::of(self.id)),
            Command::Attendance => cx.push(AttendanceScreen::of(self.id)),
            Command::Materials => cx.push(Materials::of(self.id)),
            Command::Issues => cx.push(Issues::of(self.id)),
            Command::Carried => cx.push(CarriedScreen::of(view, cx.shared)),
            Command::Preview => cx.push(Preview::of(self.id)),
            Command::Timeline => {
                let name = super::visit_name(&view.visit.record, view.unit.as_ref(), cx.shared);
                cx.push(Timeline::of(self.id, name));
            }
            Command::ReadBack => cx.push(Reading::of(self.id)),
            Command::OpenVisit if self.sealed().is_some() => {
                let form = forms::reason::reopen(self.id, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::OpenVisit => drop(cx.act(Action::OpenVisit(self.id))),
            Command::PlanAgain => drop(cx.act(Action::PlanVisitAgain(self.id))),
            Command::Versions => cx.push(Versions::of(self.id)),
            Command::Checks => cx.push(ChecksScreen::of(self.id)),
            Command::CloseVisit if self.waits_for_seal() => drop(cx.act(Action::SealVisit(self.id))),
            Command::CloseVisit => cx.push(Gate::before(self.id, Then::Close)),
            Command::CancelVisit => {
                let name = super::visit_name(&view.visit.record, view.unit.as_ref(), cx.shared);
                let form = forms::reason::cancel(self.id, &name, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::EditFacts => {
                let offers = Offers { delegation: view.delegation.id, units: &view.units, members: &view.members };
                let form = forms::visit::edit(&view.visit, offers, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::Export => cx.push(Gate::before(self.id, Then::Export { built_in: false })),
            _ => {}
        }
    }
}

impl Screen for VisitScreen {
    fn context(&self) -> Context {
        match (self.typing, self.paste) {
            (true, Paste::Asked) => Context::PastedLines,
            (true, _) => Context::Capture,
            (false, _) => Context::Entries,
        }
    }

    fn also(&self) -> Option<Context> {
        self.typing.then_some(Context::Entries)
    }

    fn title(&self, shared: &Shared) -> String {
        let Some(view) = &self.view else { return (shared.texts.terms.kind)(&Kind::VISIT).to_owned() };
        let status = super::visit_status(&view.visit.record, shared);
        let sign = if self.is_open() { "● " } else { "" };
        format!("{} · {sign}{status}", super::visit_name(&view.visit.record, view.unit.as_ref(), shared))
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Visit(self.id))
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        let may_become = |next| self.status().is_some_and(|status| status.may_become(next));
        match command {
            Command::Split if self.typing => self.line.is_recapture() && self.is_open(),
            command if remark::is_one(command) => self.is_open() && !self.line.is_recapture(),
            Command::Edit
            | Command::ChangeKind
            | Command::Details
            | Command::MoveUp
            | Command::MoveDown
            | Command::Split
            | Command::Merge => self.typing || (self.is_open() && self.selected().is_some()),
            Command::Remove => self.is_open() && self.selected().is_some(),
            Command::History | Command::Chain => self.selected().is_some(),
            Command::Capture => self.is_open() || !self.line.is_blank(),
            Command::OpenVisit => may_become(VisitStatus::Open),
            Command::CloseVisit => may_become(VisitStatus::Closed) || self.waits_for_seal(),
            Command::EditFacts => self.sealed().is_none(),
            Command::CancelVisit => may_become(VisitStatus::Cancelled),
            Command::PlanAgain => may_become(VisitStatus::Planned),
            _ => true,
        }
    }

    fn needed(&self, _shared: &Shared) -> &'static [Command] {
        match self.status() {
            _ if self.typing && self.line.is_recapture() => &[Command::StoreLine, Command::Split],
            _ if self.typing => &[],
            Some(VisitStatus::Planned) => {
                &[Command::OpenVisit, Command::Attendance, Command::Materials, Command::Issues, Command::Carried]
            }
            Some(VisitStatus::Open) => {
                &[Command::Capture, Command::Edit, Command::Details, Command::Chain, Command::CloseVisit]
            }
            Some(VisitStatus::Closed) if self.waits_for_seal() => {
                &[Command::Preview, Command::CloseVisit, Command::OpenVisit, Command::Chain]
            }
            Some(VisitStatus::Closed) => &[Command::Preview, Command::Export, Command::OpenVisit, Command::Chain],
            Some(VisitStatus::Cancelled) | None => &[],
        }
    }

    fn called(&self, command: Command, shared: &Shared) -> Option<&'static str> {
        let words = &shared.texts.screens;
        match command {
            Command::OpenVisit if self.status() == Some(VisitStatus::Closed) => Some(words.open_again),
            Command::CloseVisit if self.waits_for_seal() => Some(shared.texts.sealing.seal_now),
            Command::Back if self.typing && self.line.is_recapture() => Some(words.leave_edit),
            Command::Back if self.typing => Some(words.to_list),
            _ => None,
        }
    }

    fn why_not(&self, command: Command, shared: &Shared) -> Option<String> {
        let words = &shared.texts.screens;
        let changes = matches!(
            command,
            Command::Capture
                | Command::Edit
                | Command::ChangeKind
                | Command::Details
                | Command::Remove
                | Command::MoveUp
                | Command::MoveDown
                | Command::Split
                | Command::Merge
                | Command::EditFacts
        );
        if command == Command::Split && self.typing && self.is_open() {
            return Some(shared.texts.parting.open_first.to_owned());
        }
        let visit = &self.view.as_ref().filter(|_| changes)?.visit.record;
        match visit.status {
            VisitStatus::Planned => Some(words.open_first.to_owned()),
            VisitStatus::Open => None,
            VisitStatus::Closed => Some(match visit.sealed {
                Some(version) => (shared.texts.sealing.closed_to_edits)(version),
                None => words.closed_to_edits.to_owned(),
            }),
            VisitStatus::Cancelled => Some((words.cancelled_already)(&visit.cancel_reason)),
        }
    }

    fn words_of(&self, id: RecordId, shared: &Shared) -> Option<String> {
        let view = self.view.as_ref()?;
        if id == view.visit.id {
            return Some(super::visit_name(&view.visit.record, view.unit.as_ref(), shared));
        }
        if let Some(issue) = view.issues.iter().find(|row| row.id == id) {
            return Some(truncate(&visible(&issue.record.text), WORDS_IN_STATUS));
        }
        let attendee = || view.attendees.iter().find(|row| row.id == id).map(|row| row.record.name.clone());
        let entry = view.entries.iter().find(|row| row.id == id);
        entry.map(|row| truncate(&visible(&row.record.text), WORDS_IN_STATUS)).or_else(attendee)
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.typing {
            return self.type_command(command, cx);
        }
        if self.selection.follow(command, self.entries().len(), usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            // Whoever left now would not see whether the line was saved.
            Command::Back if self.line.is_sending() => cx.say(cx.shared.texts.screens.wait_for_line),
            Command::Back => {
                cx.keep_drafts();
                cx.pop();
            }
            Command::Capture => self.start_typing(cx),
            _ => {
                self.on_visit(command, cx);
                self.on_entry(command, cx);
            }
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
        if self.paste == Paste::Asked {
            self.paste = Paste::Edited;
        }
    }

    fn insert(&mut self, text: &str, pasted: bool, cx: &mut Cx<'_>) -> bool {
        if pasted && !self.typing {
            self.start_typing(cx);
        }
        if self.typing {
            self.line.insert(text, cx);
            self.paste = match self.paste {
                _ if pasted && !self.line.is_recapture() && pasted::lines(text).len() > 1 => Paste::Asked,
                Paste::Asked => Paste::Edited,
                other => other,
            };
        }
        self.typing
    }

    fn runs(&self) -> bool {
        self.is_open()
    }

    fn is_busy(&self) -> bool {
        self.opening
    }

    fn known(&mut self, cx: &mut Cx<'_>) {
        cx.ask(Query::Visit(self.id));
    }

    fn unanswered(&mut self, error: &Error, cx: &mut Cx<'_>) {
        self.opening = false;
        cx.complain(explain::error(error, cx.shared.texts));
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        if self.view.is_some() {
            self.line.catch_up(cx);
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        let view = match view {
            View::Visit(view) => view,
            View::Carried(view) => return self.carry(view, cx),
            View::Offers(view) => return self.line.completing.office = Some(view.offers),
            _ => return,
        };
        let first = self.view.is_none();
        let was_open = self.is_open();
        let wanted = cx.shared.select.take();
        self.line.completing.here = view.offers();
        self.view = Some(view);
        self.listed = Kept::default();
        self.line.seen();
        if first {
            self.line.recover(cx);
            self.line.recover_beside(cx);
        }
        if self.is_open() && !was_open {
            self.typing = true;
            self.opening = !first;
        }
        // What is carried over is known only when everything was read; nobody waits for that but who opens the visit.
        if self.opening || self.view.as_ref().is_some_and(|view| view.warnings.is_some()) {
            cx.ask(Query::Carried(self.id));
        } else {
            self.ask_offers(cx);
        }
        if !self.is_open() && self.line.is_blank() {
            self.typing = false;
        }
        match wanted.and_then(|id| self.entries().iter().position(|row| row.id == id)) {
            Some(at) => {
                self.selection.set(at);
                // Whoever comes to see an entry sees it selected; the line is one key away.
                self.typing &= !first;
            }
            None if first => self.selection.set(usize::MAX),
            None => {}
        }
        self.mark_next(cx);
        if let Some(wished) = cx.shared.wish.take() {
            self.fulfil(wished, cx);
        }
    }

    fn durable(&mut self, ticket: Ticket, cx: &mut Cx<'_>) {
        let Some((text, entry, how)) = self.line.durable(ticket, cx) else { return };
        if how == How::Cut {
            let linked = entry.map_or(0, |entry| self.linked_to(entry, entry));
            let words = &cx.shared.texts.parting;
            let more = if linked == 0 { String::new() } else { format!(" {}", (words.links_stay)(linked)) };
            return cx.say(format!("{}{more}", words.split));
        }
        let texts = cx.shared.texts;
        let (saved, lines) = match how {
            How::Lines(count) => ((texts.line.saved_lines)(count), pasted::lines(&text)),
            _ => (texts.screens.saved.to_owned(), vec![text.as_str()]),
        };
        let open = |line: &&str| explain::left_open(self.view.as_ref()?, line, entry, texts);
        let mut open: Vec<String> = lines.iter().filter_map(open).collect();
        open.dedup();
        if open.is_empty() { cx.say(saved) } else { cx.notify(format!("{saved} {}", open.join(" "))) }
    }

    fn done(&mut self, ticket: Ticket, outcome: Outcome, cx: &mut Cx<'_>) {
        if self.line.done(ticket, cx) {
            let saved = match outcome {
                Outcome::Saved(id) => vec![id],
                Outcome::SavedAll(ids) => ids,
                _ => Vec::new(),
            };
            cx.shared.select = saved.last().copied().or(cx.shared.select);
            cx.shared.kept.extend(saved);
            if self.mending.is_some() {
                self.typing = false;
                self.back_to_checks(cx);
            }
        } else if let Some((_, said)) = self.marking.take_if(|(marking, _)| *marking == ticket) {
            match outcome {
                Outcome::Unchanged => cx.tell_outcome(&outcome),
                _ => cx.say(said),
            }
        } else {
            cx.tell_outcome(&outcome);
            if let Some((_, moved)) = self.merging.take_if(|(merging, _)| *merging == ticket) {
                cx.say((cx.shared.texts.parting.merged)(moved));
            }
        }
    }

    fn failed(&mut self, ticket: Ticket, _error: &Error, cx: &mut Cx<'_>) {
        self.marks.clear();
        self.marking.take_if(|(marking, _)| *marking == ticket);
        if let Some(how) = self.line.failed(ticket, cx) {
            self.typing = true;
            if matches!(how, How::Lines(_)) {
                self.paste = Paste::Edited;
            }
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>) {
        if let (Some(phrase), Some(view)) = (cx.shared.phrase.take(), &self.view) {
            return self.line.take_phrase(&phrase, view, cx);
        }
        self.give_up(cx);
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let Some(view) = &self.view else {
            draw_line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        };
        let line_shown = self.is_open() || !self.line.is_blank();
        let cells = line::cells(usize::from(area.width));
        let most = usize::from(area.height / 2).max(1);
        let line_rows = if line_shown { self.line.rows(cells).clamp(1, LINE_ROWS).min(most) } else { 1 };
        let hint = self.hint(view, shared, usize::from(area.width));
        let hint_rows = if line_shown { hint.len().clamp(1, HINT_ROWS).min(most) } else { 0 };
        let below = u16::try_from(line_rows + hint_rows + 1).unwrap_or(u16::MAX);
        // In a low window the line and the entries matter more than the head.
        let mut top = 0;
        let carried = self.carried.as_deref();
        if area.height >= head::height(view, carried).saturating_add(below).saturating_add(FEWEST_ENTRY_ROWS) {
            head::draw(view, carried, shared, canvas, area);
            top = head::height(view, carried);
            rule(canvas, area, top.saturating_sub(1), &head::left_to_check(view, shared), shared.theme);
        }
        let list_rows = area.height.saturating_sub(top).saturating_sub(below);
        // An entry whose line is being edited stays in sight.
        let edited = self.line.entry().and_then(|id| self.entries().iter().position(|row| row.id == id));
        let chosen = (!self.typing).then(|| self.selection.within(self.entries().len()));
        let selected = edited.or(chosen);
        let list = rows(area, top, list_rows);
        if self.typing && self.paste == Paste::Asked {
            pasted::draw(self.line.editor.text(), view, shared, canvas, list);
        } else {
            let scene = entries::Scene { view, carried, capture: &self.line, listed: &self.listed, shared };
            entries::draw(&scene, selected, canvas, list);
        }
        let at = top.saturating_add(list_rows);
        let word = self.line.heading(self.typing && self.paste != Paste::Asked, shared);
        rule(canvas, area, at, &word, shared.theme);
        if line_shown {
            let place = rows(area, at.saturating_add(1), u16::try_from(line_rows).unwrap_or(1));
            self.line.draw(view, self.typing, shared, canvas, place);
            for (offset, (text, style)) in (1u16..).zip(hint.iter().take(hint_rows)) {
                let row = at.saturating_add(offset).saturating_add(u16::try_from(line_rows).unwrap_or(1));
                draw_line(canvas, area, row, text, *style);
            }
        } else {
            let why = head::why_closed(&view.visit.record, shared);
            draw_line(canvas, area, at.saturating_add(1), &why, shared.theme.warning());
        }
    }
}
