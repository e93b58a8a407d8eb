//! What should be looked at before the minutes of a visit leave; each warning is one key from what mends it.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::capture::mark_of;
use crate::checks::{Mend, Place, Warning, Weight};
use crate::domain::{EntryKind, Kind, RecordId, Side, VisitStatus};
use crate::session::{Action, ChecksView, Outcome, Query, Ticket, View, Waived, explain};
use crate::text::{truncate, width};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms::visit::Offers;
use super::super::forms::{self, FormSpec};
use super::super::screen::{Cx, Screen};
use super::super::state::{Shared, Wish, Wished};
use super::super::theme::Theme;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line, list_row, paragraph, rows, rule, visible, wrapped};
use super::attendance::AttendanceScreen;
use super::carried::CarriedScreen;
use super::form::Form;
use super::history::History;
use super::trash::Trash;
use super::visit::chain::ChainScreen;

/// The warnings of one visit, then the checks that were switched off.
#[derive(Debug)]
pub struct ChecksScreen {
    visit: RecordId,
    view: Option<Box<ChecksView>>,
    selection: Selection,
}

/// Rows below the list: a rule, two of the selected record's words, and what Enter does.
const FOOT: u16 = 4;
/// The foot is shown only where this many rows are left for the list.
const FEWEST_ROWS: u16 = 4;

enum Selected<'a> {
    Open(&'a Warning),
    Off(&'a Waived),
}

impl ChecksScreen {
    /// Shows the warnings of a visit.
    #[must_use]
    pub fn of(visit: RecordId) -> Self {
        Self { visit, view: None, selection: Selection::default() }
    }

    /// Begins at a row: where the warning stood that was mended on another screen, the next one stands now.
    #[must_use]
    pub fn at(mut self, row: usize) -> Self {
        self.selection.set(row);
        self
    }

    fn count(&self) -> usize {
        self.view.as_ref().map_or(0, |view| view.open.len() + view.waived.len())
    }

    fn selected(&self) -> Option<Selected<'_>> {
        let view = self.view.as_ref()?;
        let at = self.selection.within(self.count());
        let off = || at.checked_sub(view.open.len()).and_then(|at| view.waived.get(at)).map(Selected::Off);
        view.open.get(at).map(Selected::Open).or_else(off)
    }

    /// Returns the entry that the selected warning is about.
    fn selected_entry(&self) -> Option<RecordId> {
        match self.selected()? {
            Selected::Open(warning) if warning.place.kind == Kind::ENTRY => Some(warning.place.id),
            _ => None,
        }
    }

    fn mend(&self, warning: &Warning, cx: &mut Cx<'_>) {
        let Some(view) = &self.view else { return };
        let Place { kind, id, mend } = &warning.place;
        match mend {
            Mend::NewEntry(kind) => self.type_line(*kind, None, warning, cx),
            Mend::LinkedEntry(kind) => self.type_line(*kind, Some(*id), warning, cx),
            Mend::Attendance(side) => self.fill_attendance(*side, cx),
            Mend::Verdict => cx.push(CarriedScreen::of(&view.visit, cx.shared).at(*id)),
            Mend::Field(field) => {
                if let Some(form) = self.form_of(&warning.place, cx) {
                    cx.push(Form::open(form, cx.shared).at(field));
                } else if *kind == Kind::ENTRY {
                    self.wish(Wish::Entry(*id), warning, cx);
                }
            }
        }
    }

    /// Finds the form with the field of a place; entries have their line for what their details do not say.
    fn form_of(&self, place: &Place, cx: &Cx<'_>) -> Option<FormSpec> {
        let visit = &self.view.as_ref()?.visit;
        match place.kind.as_str() {
            "visit" => {
                let offers = Offers { delegation: visit.delegation.id, units: &visit.units, members: &visit.members };
                Some(forms::visit::edit(&visit.visit, offers, cx.shared))
            }
            "material" => {
                let row = visit.materials.iter().find(|row| row.id == place.id)?;
                Some(forms::material::edit(row, cx.shared))
            }
            "entry" if visit.visit.record.status == VisitStatus::Open => {
                let row = visit.entries.iter().find(|row| row.id == place.id)?;
                let is_detail = matches!(place.mend, Mend::Field(field) if row.record.kind.details().contains(&field));
                is_detail.then(|| forms::details::of(row, visit, cx.shared))
            }
            "answer" => {
                let row = visit.answers.iter().find(|row| row.id == place.id)?;
                Some(forms::checklist::stray(row, cx.shared))
            }
            "prompted_issue" => {
                let row = visit.issues.iter().find(|row| row.id == place.id)?;
                Some(forms::issue::edit(row, cx.shared))
            }
            _ => None,
        }
    }

    /// Goes to the capture line with the marks of an entry typed and the caret between them.
    fn type_line(&self, kind: EntryKind, link: Option<RecordId>, warning: &Warning, cx: &mut Cx<'_>) {
        let before = format!("{} ", mark_of(kind));
        let after = link.map(|id| format!(" ^{}", id.reference())).unwrap_or_default();
        self.wish(Wish::Line { before, after }, warning, cx);
    }

    /// Leaves the rest to the screen of the visit, which takes entries while the visit is open.
    fn wish(&self, wish: Wish, warning: &Warning, cx: &mut Cx<'_>) {
        let words = &cx.shared.texts.screens;
        let visit = self.view.as_ref().map(|view| &view.visit.visit.record);
        if let Some(version) = visit.and_then(|visit| visit.sealed) {
            return cx.say((cx.shared.texts.sealing.closed_to_edits)(version));
        }
        match visit.map(|visit| visit.status) {
            Some(VisitStatus::Open) => {
                let checks = &cx.shared.texts.checks;
                let why = (checks.to_do)((checks.mend)(warning.check));
                cx.shared.wish = Some(Wished { wish, why, row: self.selection.within(self.count()) });
                cx.pop();
            }
            Some(VisitStatus::Closed) => cx.say(words.closed_to_edits),
            _ => cx.say(words.open_first),
        }
    }

    /// Goes to the form of somebody of the unit while nobody is listed; otherwise to the list.
    fn fill_attendance(&self, side: Side, cx: &mut Cx<'_>) {
        let Some(view) = &self.view else { return };
        let is_listed = view.visit.attendees.iter().any(|row| row.record.side == side);
        if side == Side::Delegation || is_listed {
            cx.push(AttendanceScreen::of(self.visit));
        } else {
            let form = forms::attendee::new(self.visit, view.visit.visit.scope, side, cx);
            cx.push(Form::open(form, cx.shared));
        }
    }

    fn switch(&self, cx: &mut Cx<'_>) {
        let Some(view) = &self.view else { return };
        match self.selected() {
            Some(Selected::Open(warning)) => {
                let form = forms::waiver::of(self.visit, view.visit.visit.scope, warning.check, cx);
                cx.push(Form::open(form, cx.shared));
            }
            Some(Selected::Off(waived)) => {
                let waiver = &waived.waiver;
                cx.act(Action::Remove { kind: Kind::WAIVER, id: waiver.id, reason: String::new() });
            }
            None => {}
        }
    }
}

impl Screen for ChecksScreen {
    fn context(&self) -> Context {
        Context::Checks
    }

    fn title(&self, shared: &Shared) -> String {
        let words = &shared.texts.checks;
        let name = self.view.as_ref().map(|view| {
            let visit = &view.visit;
            super::visit_name(&visit.visit.record, visit.unit.as_ref(), shared)
        });
        name.map_or_else(|| words.title.to_owned(), |name| format!("{} · {name}", words.title))
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Checks(self.visit))
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        match command {
            Command::Mend => matches!(self.selected(), Some(Selected::Open(_))),
            Command::Waive | Command::History => self.selected().is_some(),
            Command::Chain => self.selected_entry().is_some(),
            _ => true,
        }
    }

    fn words_of(&self, id: RecordId, shared: &Shared) -> Option<String> {
        let waived = self.view.as_ref()?.waived.iter().find(|waived| waived.waiver.id == id)?;
        Some(name_of(waived, shared).to_owned())
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.selection.follow(command, self.count(), usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        let Some(scope) = self.view.as_ref().map(|view| view.visit.visit.scope) else {
            if command == Command::Back {
                cx.pop();
            }
            return;
        };
        match command {
            Command::Back => cx.pop(),
            Command::Waive => self.switch(cx),
            Command::Chain => {
                if let Some(entry) = self.selected_entry() {
                    cx.push(ChainScreen::of(self.visit, entry));
                }
            }
            Command::Undo => drop(cx.act(Action::Undo(scope))),
            Command::Redo => drop(cx.act(Action::Redo(scope))),
            Command::Trash => cx.push(Trash::of(scope)),
            Command::Mend | Command::History => match self.selected() {
                Some(Selected::Open(warning)) if command == Command::Mend => self.mend(warning, cx),
                Some(Selected::Open(warning)) => cx.push(History::of(warning.place.id)),
                Some(Selected::Off(waived)) => cx.push(History::of(waived.waiver.id)),
                None => {}
            },
            _ => {}
        }
    }

    fn answered(&mut self, view: View, _cx: &mut Cx<'_>) {
        if let View::Checks(view) = view {
            self.view = Some(view);
        }
    }

    fn done(&mut self, _ticket: Ticket, outcome: Outcome, cx: &mut Cx<'_>) {
        cx.tell_outcome(&outcome);
        cx.shared.select = None;
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let (words, theme) = (&shared.texts.checks, shared.theme);
        let Some(view) = &self.view else {
            line(canvas, area, 1, shared.texts.screens.loading, theme.faint());
            return;
        };
        if view.visit.visit.record.status == VisitStatus::Cancelled {
            paragraph(canvas, area, 0, words.cancelled, theme.faint());
        } else {
            let style = if view.open.is_empty() { theme.good() } else { theme.heading() };
            line(canvas, area, 0, &summary(view, shared), style);
        }
        let foot = if area.height >= FOOT + FEWEST_ROWS { FOOT } else { 0 };
        let list = rows(area, 1, area.height.saturating_sub(1).saturating_sub(foot));
        self.draw_list(view, shared, canvas, list);
        if foot > 0 {
            let place = rows(area, area.height.saturating_sub(foot), foot);
            self.draw_selected(view, shared, canvas, place);
        }
    }
}

impl ChecksScreen {
    fn draw_list(&self, view: &ChecksView, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let selected = self.selection.within(self.count());
        let off_heading = usize::from(!view.waived.is_empty());
        // The heading of what is switched off is a row that cannot be selected.
        let row_of = |item: usize| if item < view.open.len() { item } else { item + off_heading };
        let height = usize::from(area.height);
        let first = self.selection.first(row_of(selected), self.count() + off_heading, height);
        let shown =
            |row: usize| row.checked_sub(first).and_then(|at| u16::try_from(at).ok()).filter(|at| *at < area.height);
        for (item, warning) in view.open.iter().enumerate() {
            if let Some(at) = shown(item) {
                let style = weight_style(warning.check.weight(), shared.theme);
                let text = open_line(view, warning, shared);
                list_row(canvas, area, at, &text, item == selected, shared.theme, style);
            }
        }
        if let Some(at) = shown(view.open.len()).filter(|_| off_heading > 0) {
            rule(canvas, area, at, shared.texts.checks.switched_off, shared.theme);
        }
        for (item, waived) in (view.open.len()..).zip(&view.waived) {
            if let Some(at) = shown(row_of(item)) {
                let text = off_line(waived, shared);
                list_row(canvas, area, at, &text, item == selected, shared.theme, shared.theme.faint());
            }
        }
    }

    /// Shows in full, as far as it fits, what the row of the selected one has no room for, and what Enter does.
    fn draw_selected(&self, view: &ChecksView, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let Some(selected) = self.selected() else { return };
        rule(canvas, area, 0, "", shared.theme);
        let (text, does) = match selected {
            Selected::Open(warning) => {
                let mut does = (shared.texts.checks.mended_by)((shared.texts.checks.mend)(warning.check));
                if matches!(warning.place.mend, Mend::LinkedEntry(_)) {
                    does = (shared.texts.checks.or_linked)(&does);
                }
                let whole = open_line(view, warning, shared);
                // The row above says all of it, but for the mark of selection, unless it is cut.
                let is_cut = width(&whole) + 2 > usize::from(area.width);
                (if is_cut { whole } else { named(view, &warning.place) }, does)
            }
            Selected::Off(waived) => ((shared.texts.checks.because)(&waived.waiver.record.reason), String::new()),
        };
        for (at, part) in (1..3).zip(wrapped(&visible(&text), usize::from(area.width))) {
            line(canvas, area, at, &part, Style::new());
        }
        line(canvas, area, 3, &shared.keyed(&does), shared.theme.faint());
    }
}

/// Counts what is left, in all and by weight.
pub(super) fn summary(view: &ChecksView, shared: &Shared) -> String {
    let words = &shared.texts.checks;
    if view.open.is_empty() {
        return words.nothing.to_owned();
    }
    let counts = view.counts().into_iter().filter(|(_, count)| *count > 0);
    let parts =
        counts.map(|(weight, count)| format!("{} {}", sign(weight), (words.of_weight)(count, (words.weight)(weight))));
    let parts: Vec<String> = std::iter::once((words.left)(view.open.len())).chain(parts).collect();
    parts.join(" · ")
}

/// One warning on one line: how grave, what, and the record's first words.
pub(super) fn open_line(view: &ChecksView, warning: &Warning, shared: &Shared) -> String {
    let said = explain::warning(warning, shared.texts);
    let record = named(view, &warning.place);
    let sign = sign(warning.check.weight());
    if record.is_empty() { format!("{sign} {said}") } else { format!("{sign} {said} · {}", visible(&record)) }
}

fn off_line(waived: &Waived, shared: &Shared) -> String {
    let words = &shared.texts.checks;
    let cases = match waived.warnings.len() {
        0 => words.not_asked_now.to_owned(),
        count => (words.cases)(count),
    };
    format!(
        "– {} ({cases}) · {}",
        name_of(waived, shared),
        (words.because)(&truncate(&waived.waiver.record.reason, 60))
    )
}

fn name_of<'a>(waived: &'a Waived, shared: &Shared) -> &'a str {
    explain::check_name(&waived.waiver.record.check, shared.texts)
}

fn named(view: &ChecksView, place: &Place) -> String {
    match view.words_of(place) {
        words if words.is_empty() => words,
        words => format!("{} {words}", place.id.reference()),
    }
}

pub(super) fn weight_style(weight: Weight, theme: Theme) -> Style {
    match weight {
        Weight::Heavy => theme.error(),
        Weight::Medium => theme.warning(),
        Weight::Light => Style::new(),
    }
}

fn sign(weight: Weight) -> &'static str {
    match weight {
        Weight::Heavy => "✗",
        Weight::Medium => "!",
        Weight::Light => "·",
    }
}
