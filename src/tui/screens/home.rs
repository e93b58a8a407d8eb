//! Home: what waits now and the delegations, or the first step when there are none.

mod drawing;

use std::collections::BTreeMap;

use chrono::Datelike;
use ratatui::layout::Rect;

use crate::domain::{Delegation, Kind, RecordId, ScopeId};
use crate::figures::print_date;
use crate::session::{Action, DelegationRow, Error, HomeView, ImportWhat, Query, Row, View, When, explain};
use crate::text::truncate;

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line, paragraph, rows};
use super::bases::Bases;
use super::checklists::Checklists;
use super::delegation::DelegationScreen;
use super::form::Form;
use super::materials::Materials;
use super::register::RegisterScreen;
use super::statistics::StatisticsScreen;
use super::trash::Trash;
use super::units::Units;
use super::visit::VisitScreen;

/// What a row of the first screen leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Visit(RecordId),
    /// The documents of a visit.
    Awaited(RecordId),
    /// What is open at a unit.
    Unit(Option<RecordId>),
    Delegation(RecordId),
}

impl Target {
    /// Which part of the screen it stands in.
    fn part(self) -> usize {
        match self {
            Self::Visit(_) => 0,
            Self::Awaited(_) => 1,
            Self::Unit(_) => 2,
            Self::Delegation(_) => 3,
        }
    }
}

/// The first screen.
#[derive(Debug, Default)]
pub struct Home {
    view: Option<HomeView>,
    /// What is selected, wherever other rows that become known push it.
    selected: Option<Target>,
    /// Its place when it was selected, for when it is gone.
    selection: Selection,
    /// Visits with an unfinished line, described once they were asked for.
    unfinished: BTreeMap<RecordId, Option<String>>,
    asking: Option<RecordId>,
}

impl Home {
    fn rows(&self) -> &[DelegationRow] {
        self.view.as_ref().map_or(&[], |view| &view.delegations)
    }

    fn delegations(&self) -> Vec<Row<Delegation>> {
        self.rows().iter().map(|row| row.delegation.clone()).collect()
    }

    fn offers<'a>(&'a self, others: &'a [Row<Delegation>]) -> forms::delegation::Offers<'a> {
        forms::delegation::Offers { others, templates: self.templates() }
    }

    fn templates(&self) -> &[String] {
        self.view.as_ref().map_or(&[], |view| &view.templates)
    }

    /// Lists everything that can be selected, in order.
    fn targets(&self) -> Vec<Target> {
        let Some(view) = &self.view else { return Vec::new() };
        let visits = view.now.visits.iter().map(|visit| Target::Visit(visit.visit));
        let awaited = view.now.awaited.iter().map(|row| Target::Awaited(row.visit));
        let units = view.now.open.iter().flatten().map(|unit| Target::Unit(unit.unit));
        let delegations = view.delegations.iter().map(|row| Target::Delegation(row.delegation.id));
        visits.chain(awaited).chain(units).chain(delegations).collect()
    }

    /// Moves the selection; says whether the command was one that moves.
    fn moves(&mut self, command: Command, page: usize) -> bool {
        let targets = self.targets();
        let at = self.selected.and_then(|selected| targets.iter().position(|target| *target == selected));
        self.selection.set(at.unwrap_or_default());
        let part = |at: usize| targets.get(at).map(|target| target.part());
        match command {
            Command::NextSection | Command::PreviousSection => {
                let starts = (0..targets.len()).filter(|at| *at == 0 || part(*at) != part(at - 1));
                let starts: Vec<usize> = starts.collect();
                let here = starts.iter().rposition(|start| at.is_some_and(|at| *start <= at)).unwrap_or_default();
                let count = starts.len().max(1);
                let step = if command == Command::NextSection { 1 } else { count - 1 };
                self.selection.set(starts.get((here + step) % count).copied().unwrap_or_default());
            }
            _ if !self.selection.follow(command, targets.len(), page) => return false,
            _ => {}
        }
        self.selected = targets.get(self.selection.within(targets.len())).copied();
        true
    }

    /// Keeps what is selected, or selects what stands in its place; at first a visit of today, or else a delegation.
    fn select(&mut self, wanted: Option<RecordId>) {
        let targets = self.targets();
        let wanted = wanted.map(Target::Delegation);
        let kept = [wanted, self.selected].into_iter().flatten().find(|target| targets.contains(target));
        let now = self.view.iter().flat_map(|view| &view.now.visits);
        let mut now = now.filter(|visit| visit.when <= When::Today).map(|visit| Target::Visit(visit.visit));
        let instead = match self.selected {
            Some(_) => targets.get(self.selection.within(targets.len())).copied(),
            None => now.next().or(self.rows().first().map(|row| Target::Delegation(row.delegation.id))),
        };
        self.selected = kept.or(instead);
    }

    /// The selected delegation.
    fn selected(&self) -> Option<&DelegationRow> {
        let selected = self.selected?;
        self.rows().iter().find(|row| Target::Delegation(row.delegation.id) == selected)
    }

    /// Opens what the selected row leads to.
    fn open(&self, cx: &mut Cx<'_>) {
        match self.selected {
            Some(Target::Visit(visit)) => cx.push(VisitScreen::of(visit)),
            Some(Target::Awaited(visit)) => cx.push(Materials::of(visit)),
            Some(Target::Unit(None)) => cx.push(RegisterScreen::of_all()),
            Some(Target::Unit(Some(unit))) => {
                let units = self.view.iter().flat_map(|view| view.now.open.iter().flatten());
                let name = units.filter(|row| row.unit == Some(unit)).map(|row| row.name.clone()).next();
                cx.push(RegisterScreen::of_recommendations(unit, name.unwrap_or_default()));
            }
            Some(Target::Delegation(delegation)) => cx.push(DelegationScreen::of(delegation)),
            None => {}
        }
    }

    /// Asks, one after the other, what the visits with unfinished lines are.
    fn ask_next(&mut self, cx: &mut Cx<'_>) {
        self.asking = self.unfinished.iter().find(|(_, said)| said.is_none()).map(|(id, _)| *id);
        if let Some(id) = self.asking {
            cx.ask(Query::Visit(id));
        }
    }
}

impl Screen for Home {
    fn context(&self) -> Context {
        Context::Home
    }

    fn title(&self, shared: &Shared) -> String {
        let words = &shared.texts.home;
        let today = self.view.as_ref().map_or(shared.moment.now.date_naive(), |view| view.now.today);
        (words.today)((words.weekday)(today.weekday()), &print_date(today))
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Home)
    }

    fn applies(&self, command: Command, shared: &Shared) -> bool {
        match command {
            Command::Open => self.selected.is_some(),
            Command::Edit | Command::History | Command::Remove => self.selected().is_some(),
            Command::Resume => shared.drafts.visits().next().is_some(),
            _ => true,
        }
    }

    fn why_not(&self, command: Command, shared: &Shared) -> Option<String> {
        let is_of_delegation = matches!(command, Command::Edit | Command::History | Command::Remove);
        (is_of_delegation && !self.rows().is_empty()).then(|| shared.texts.home.only_delegations.to_owned())
    }

    fn words_of(&self, id: RecordId, _shared: &Shared) -> Option<String> {
        let row = self.rows().iter().find(|row| row.delegation.id == id);
        row.map(|row| truncate(&row.delegation.record.theme, 40)).filter(|theme| !theme.is_empty())
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.moves(command, usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            Command::Open => self.open(cx),
            Command::New => {
                let form = forms::delegation::new(self.offers(&self.delegations()), cx);
                cx.push(Form::open(form, cx.shared));
            }
            Command::Units => cx.push(Units::default()),
            Command::Checklists => cx.push(Checklists::default()),
            Command::ImportFile => {
                let form = forms::import::of(ImportWhat::Units, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::BackUp => cx.push(Form::open(forms::export::of_everything(cx.shared), cx.shared)),
            Command::Bases => cx.push(Bases::default()),
            Command::Register => cx.push(RegisterScreen::of_all()),
            Command::Statistics => cx.push(StatisticsScreen::of_all()),
            Command::Trash => cx.push(Trash::of(ScopeId::Office)),
            Command::Undo => drop(cx.act(Action::Undo(ScopeId::Office))),
            Command::Redo => drop(cx.act(Action::Redo(ScopeId::Office))),
            Command::Resume => {
                let visit = cx.shared.drafts.visits().next();
                if let Some(visit) = visit {
                    cx.push(VisitScreen::of(visit));
                }
            }
            _ => {}
        }
        let Some(row) = self.selected() else { return };
        match command {
            Command::Edit => {
                let form = forms::delegation::edit(&row.delegation, self.offers(&self.delegations()), cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::Remove => {
                let name = row.delegation.record.theme.as_str();
                let form = forms::reason::remove(Kind::DELEGATION, row.delegation.id, name, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::History => cx.push(super::history::History::of(row.delegation.id)),
            _ => {}
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        match view {
            View::Home(view) => {
                self.view = Some(view);
                self.select(cx.shared.select.take());
                let drafts: Vec<RecordId> = cx.shared.drafts.visits().collect();
                self.unfinished.retain(|id, _| drafts.contains(id));
                for id in drafts {
                    self.unfinished.entry(id).or_default();
                }
                self.ask_next(cx);
            }
            View::Visit(view) => {
                let said = super::visit_name(&view.visit.record, view.unit.as_ref(), cx.shared);
                if let Some(id) = self.asking.take() {
                    self.unfinished.insert(id, Some(said));
                }
                self.ask_next(cx);
            }
            _ => {}
        }
    }

    fn unanswered(&mut self, error: &Error, cx: &mut Cx<'_>) {
        match self.asking.take() {
            Some(id) => {
                self.unfinished.insert(id, Some(cx.shared.texts.screens.removed_visit.to_owned()));
                self.ask_next(cx);
            }
            None => cx.complain(explain::error(error, cx.shared.texts)),
        }
    }

    fn known(&mut self, cx: &mut Cx<'_>) {
        if self.view.as_ref().is_some_and(|view| view.now.open.is_none()) {
            cx.ask(Query::Home);
        }
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        // The unfinished lines of last time come with the opening of the store, maybe after the list.
        if self.view.is_some() && self.unfinished.is_empty() && cx.shared.drafts.visits().next().is_some() {
            cx.ask(Query::Home);
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let words = &shared.texts.screens;
        let area = inset(area, 1);
        let Some(view) = &self.view else {
            line(canvas, area, 1, words.opening, shared.theme.faint());
            return;
        };
        let mut top = 0;
        for said in self.unfinished.values().flatten() {
            top += paragraph(
                canvas,
                area,
                top,
                &format!("✎ {}", shared.keyed(&(words.unfinished_at)(said))),
                shared.theme.warning(),
            );
        }
        for (key, draft) in shared.drafts.under("form:") {
            let title = super::form::draft_title(draft);
            let said = (words.unfinished_form)(title.as_deref().unwrap_or(words.a_form), how_to_resume(key, shared));
            top += paragraph(canvas, area, top, &format!("✎ {}", shared.keyed(&said)), shared.theme.warning());
        }
        if !view.unreadable.is_empty() {
            let text = (words.unreadable)(view.unreadable.len(), view.unreadable.first().map_or("", String::as_str));
            top += paragraph(canvas, area, top, &format!("! {text}"), shared.theme.error());
        }
        if let Some(said) = &shared.backup_wanting {
            top += paragraph(canvas, area, top, &format!("! {}", shared.keyed(said)), shared.theme.warning());
        }
        if top > 0 {
            top += 1;
        }
        if view.delegations.is_empty() {
            draw_first_step(shared, canvas, rows(area, top, area.height));
            return;
        }
        drawing::paint(view, self.selected, shared, canvas, rows(area, top, area.height));
    }
}

/// Says which keys lead to an unfinished form.
fn how_to_resume(key: &str, shared: &Shared) -> &'static str {
    let words = &shared.texts.screens;
    let mut parts = key.split(':');
    match (parts.next().unwrap_or_default(), parts.next() == Some("new")) {
        ("delegation", true) => words.resume_here,
        ("delegation", false) => words.resume_delegation,
        ("unit", _) => words.resume_units,
        ("legal_basis", _) => words.resume_bases,
        ("member", true) => words.resume_new_member,
        ("member", false) => words.resume_member,
        ("visit", true) => words.resume_new_visit,
        ("visit", false) => words.resume_visit,
        ("answer", _) => shared.texts.checklists.resume_answer,
        ("import", _) => shared.texts.imports.resume,
        ("attendee", _) => words.resume_attendee,
        ("closing", _) => words.resume_closing,
        ("verdict", _) => shared.texts.register.resume_verdict,
        ("outside_item" | "follow_up" | "filter", _) => shared.texts.register.resume_register,
        _ => words.resume_elsewhere,
    }
}

fn draw_first_step(shared: &Shared, canvas: &mut Canvas, area: Rect) {
    let words = &shared.texts.screens;
    let mut at = 1;
    line(canvas, area, at, words.welcome, shared.theme.heading());
    at += 2;
    for sentence in words.first_steps {
        at += paragraph(canvas, area, at, &shared.keyed(sentence), ratatui::style::Style::new());
        at += 1;
    }
}
