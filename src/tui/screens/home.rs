//! Home: the delegations, or the first step when there are none.

use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::{Delegation, Kind, RecordId, ScopeId};
use crate::figures::print_date;
use crate::session::{Action, DelegationRow, Error, HomeView, ImportWhat, Query, Row, View, explain};
use crate::text::{truncate, width};

use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::{Selection, first_visible};
use super::super::widgets::paint::{inset, line, list_row, paragraph, rows};
use super::bases::Bases;
use super::checklists::Checklists;
use super::delegation::DelegationScreen;
use super::form::Form;
use super::register::RegisterScreen;
use super::trash::Trash;
use super::units::Units;
use super::visit::VisitScreen;

/// The first screen.
#[derive(Debug, Default)]
pub struct Home {
    view: Option<HomeView>,
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

    fn selected(&self) -> Option<&DelegationRow> {
        self.rows().get(self.selection.within(self.rows().len()))
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
        shared.texts.screens.home_title.to_owned()
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Home)
    }

    fn applies(&self, command: Command, shared: &Shared) -> bool {
        match command {
            Command::Open | Command::Edit | Command::History | Command::Remove => self.selected().is_some(),
            Command::Resume => shared.drafts.visits().next().is_some(),
            _ => true,
        }
    }

    fn words_of(&self, id: RecordId, _shared: &Shared) -> Option<String> {
        let row = self.rows().iter().find(|row| row.delegation.id == id);
        row.map(|row| truncate(&row.delegation.record.theme, 40)).filter(|theme| !theme.is_empty())
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let count = self.rows().len();
        if self.selection.follow(command, count, usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
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
            Command::Bases => cx.push(Bases::default()),
            Command::Register => cx.push(RegisterScreen::of_all()),
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
            Command::Open => cx.push(DelegationScreen::of(row.delegation.id)),
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
                if let Some(wanted) = cx.shared.select.take()
                    && let Some(at) = view.delegations.iter().position(|row| row.delegation.id == wanted)
                {
                    self.selection.set(at);
                }
                self.view = Some(view);
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

    fn shown(&mut self, cx: &mut Cx<'_>) {
        // The unfinished lines of last time come with the opening of the store, maybe after the list.
        if self.view.is_some() && self.unfinished.is_empty() && cx.shared.drafts.visits().next().is_some() {
            cx.ask(Query::Home);
        }
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let words = &shared.texts.screens;
        let area = inset(area, 1);
        let Some(view) = &self.view else {
            line(frame, area, 1, words.opening, shared.theme.faint());
            return;
        };
        let mut top = 0;
        for said in self.unfinished.values().flatten() {
            top += paragraph(
                frame,
                area,
                top,
                &format!("✎ {}", shared.keyed(&(words.unfinished_at)(said))),
                shared.theme.warning(),
            );
        }
        for (key, draft) in shared.drafts.under("form:") {
            let title = super::form::draft_title(draft);
            let said = (words.unfinished_form)(title.as_deref().unwrap_or(words.a_form), how_to_resume(key, shared));
            top += paragraph(frame, area, top, &format!("✎ {}", shared.keyed(&said)), shared.theme.warning());
        }
        if !view.unreadable.is_empty() {
            let text = (words.unreadable)(view.unreadable.len(), view.unreadable.first().map_or("", String::as_str));
            top += paragraph(frame, area, top, &format!("! {text}"), shared.theme.error());
        }
        if top > 0 {
            top += 1;
        }
        if view.delegations.is_empty() {
            draw_first_step(shared, frame, rows(area, top, area.height));
            return;
        }
        let area = rows(area, top, area.height);
        let height = usize::from(area.height / 3).max(1);
        let selected = self.selection.within(view.delegations.len());
        let first = first_visible(selected, view.delegations.len(), height);
        for (place, (at, row)) in (0u16..).zip(view.delegations.iter().enumerate().skip(first).take(height)) {
            let delegation = &row.delegation.record;
            let y = place * 3;
            let theme = delegation.theme.as_str();
            let kind = (shared.texts.terms.delegation_kind)(delegation.kind);
            let head = if theme.is_empty() { kind.to_owned() } else { format!("{kind}: {theme}") };
            let branch = super::branch(row.depth);
            let indent = " ".repeat(4 + width(&branch));
            let head = format!("{branch}{head}");
            list_row(frame, area, y, &head, at == selected, shared.theme, shared.theme.heading());
            let date = delegation.decision_date.map(print_date).unwrap_or_default();
            let decision = (words.decision_of)(&delegation.decision_symbol, &date, &delegation.authority);
            line(frame, area, y + 1, &format!("{indent}{decision}"), shared.theme.faint());
            let mut counts = (words.visit_counts)(row.visits, row.open_visits);
            if row.open_visits > 0 {
                counts = format!("● {counts}");
            }
            let style = if row.open_visits > 0 { shared.theme.good() } else { shared.theme.faint() };
            line(frame, area, y + 2, &format!("{indent}{counts}"), style);
        }
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

fn draw_first_step(shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
    let words = &shared.texts.screens;
    let mut at = 1;
    line(frame, area, at, words.welcome, shared.theme.heading());
    at += 2;
    for sentence in words.first_steps {
        at += paragraph(frame, area, at, &shared.keyed(sentence), ratatui::style::Style::new());
        at += 1;
    }
}
