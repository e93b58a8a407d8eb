//! One delegation: its facts, visits, members and legal documents.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::{Delegation, Kind, Member, RecordId, VisitStatus};
use crate::figures::{print_date, print_posts};
use crate::session::{Action, DelegationView, ImportWhat, Query, RollUp, Row, View};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms::visit::Offers;
use super::super::forms::{self, FormSpec};
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::{Scroll, Selection};
use super::super::widgets::paint::{halves, inset, line, list_row, paragraph, rows, rule, wrapped};
use super::bases::Bases;
use super::diary::Diary;
use super::form::Form;
use super::history::History;
use super::register::RegisterScreen;
use super::statistics::StatisticsScreen;
use super::trash::Trash;
use super::units::Units;
use super::visit::VisitScreen;

/// From so many columns on the visits stand beside the people and documents.
const SIDE_BY_SIDE: u16 = 140;

/// One delegation.
#[derive(Debug)]
pub struct DelegationScreen {
    id: RecordId,
    view: Option<Box<DelegationView>>,
    selection: Selection,
    /// Which row stands at the top of the list on the right, where there are two.
    right: Scroll,
}

/// What a selectable row stands for: its place in the view's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Visit(usize),
    Member(usize),
    Citation(usize),
    Part(usize),
}

impl DelegationScreen {
    /// Shows a delegation.
    #[must_use]
    pub fn of(id: RecordId) -> Self {
        Self { id, view: None, selection: Selection::default(), right: Scroll::default() }
    }

    fn items(&self) -> Vec<Item> {
        let Some(view) = &self.view else { return Vec::new() };
        let visits = (0..view.visits.len()).map(Item::Visit);
        let members = (0..view.members.len()).map(Item::Member);
        let citations = (0..view.citations.len()).map(Item::Citation);
        visits.chain(members).chain(citations).chain((0..view.parts.len()).map(Item::Part)).collect()
    }

    fn selected(&self) -> Option<Item> {
        let items = self.items();
        items.get(self.selection.within(items.len())).copied()
    }

    fn id_of(&self, item: Item) -> Option<RecordId> {
        let view = self.view.as_ref()?;
        match item {
            Item::Visit(at) => view.visits.get(at).map(|row| row.visit.id),
            Item::Member(at) => view.members.get(at).map(|row| row.id),
            Item::Citation(at) => view.citations.get(at).map(|(citation, _)| citation.id),
            Item::Part(at) => view.parts.get(at).map(|row| row.delegation.id),
        }
    }

    fn visit_status(&self) -> Option<VisitStatus> {
        match self.selected()? {
            Item::Visit(at) => self.view.as_ref()?.visits.get(at).map(|row| row.visit.record.status),
            _ => None,
        }
    }

    fn wholes<'a>(view: &'a DelegationView, others: &'a [Row<Delegation>]) -> forms::delegation::Offers<'a> {
        forms::delegation::Offers { others, templates: &view.templates }
    }

    fn offers(view: &DelegationView) -> Offers<'_> {
        Offers { delegation: view.delegation.id, units: &view.units, members: &view.members }
    }

    fn on_selected(view: &DelegationView, item: Item, command: Command, cx: &mut Cx<'_>) {
        match item {
            Item::Visit(at) => {
                let Some(row) = view.visits.get(at) else { return };
                match command {
                    Command::Open => cx.push(VisitScreen::of(row.visit.id)),
                    Command::Edit => {
                        let form = forms::visit::edit(&row.visit, Self::offers(view), cx.shared);
                        cx.push(Form::open(form, cx.shared));
                    }
                    Command::Remove => {
                        let form = forms::reason::remove(Kind::VISIT, row.visit.id, &row.unit, cx.shared);
                        cx.push(Form::open(form, cx.shared));
                    }
                    Command::CancelVisit => {
                        let form = forms::reason::cancel(row.visit.id, &row.unit, cx.shared);
                        cx.push(Form::open(form, cx.shared));
                    }
                    Command::PlanAgain => drop(cx.act(Action::PlanVisitAgain(row.visit.id))),
                    Command::History => cx.push(History::of(row.visit.id)),
                    _ => {}
                }
            }
            Item::Member(at) => {
                let Some(row) = view.members.get(at) else { return };
                match command {
                    Command::Open | Command::Edit => {
                        let form = forms::member::edit(view.delegation.id, row, &view.units, cx.shared);
                        cx.push(Form::open(form, cx.shared));
                    }
                    Command::Remove => {
                        let form = forms::reason::remove(Kind::MEMBER, row.id, &row.record.name, cx.shared);
                        cx.push(Form::open(form, cx.shared));
                    }
                    Command::ThisIsMe => drop(cx.act(Action::ThisIsMe(row.id))),
                    Command::History => cx.push(History::of(row.id)),
                    _ => {}
                }
            }
            Item::Part(at) => {
                let Some(row) = view.parts.get(at) else { return };
                match command {
                    Command::Open => cx.push(DelegationScreen::of(row.delegation.id)),
                    Command::Edit => {
                        let mut others = view.others.clone();
                        others.push(view.delegation.clone());
                        let form = forms::delegation::edit(&row.delegation, Self::wholes(view, &others), cx.shared);
                        cx.push(Form::open(form, cx.shared));
                    }
                    Command::Remove => {
                        let name = row.delegation.record.theme.as_str();
                        let form = forms::reason::remove(Kind::DELEGATION, row.delegation.id, name, cx.shared);
                        cx.push(Form::open(form, cx.shared));
                    }
                    Command::History => cx.push(History::of(row.delegation.id)),
                    _ => {}
                }
            }
            Item::Citation(at) => {
                let Some((_, basis)) = view.citations.get(at) else { return };
                match command {
                    Command::Open | Command::Edit => {
                        let form = forms::basis::edit(basis, cx.shared);
                        cx.push(Form::open(form, cx.shared));
                    }
                    Command::Remove => {
                        cx.act(Action::ToggleCitation { delegation: view.delegation.id, basis: basis.id });
                    }
                    Command::History => cx.push(History::of(basis.id)),
                    _ => {}
                }
            }
        }
    }
}

impl Screen for DelegationScreen {
    fn context(&self) -> Context {
        Context::Delegation
    }

    fn title(&self, shared: &Shared) -> String {
        let Some(view) = &self.view else { return (shared.texts.terms.kind)(&Kind::DELEGATION).to_owned() };
        let delegation = &view.delegation.record;
        format!("{} · {}", (shared.texts.terms.delegation_kind)(delegation.kind), delegation.decision_symbol)
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Delegation(self.id))
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        match command {
            Command::Open | Command::Edit | Command::Remove | Command::History => self.selected().is_some(),
            Command::CancelVisit => self.visit_status().is_some_and(|status| status.may_become(VisitStatus::Cancelled)),
            Command::ThisIsMe => matches!(self.selected(), Some(Item::Member(_))),
            Command::PlanAgain => self.visit_status() == Some(VisitStatus::Cancelled),
            _ => true,
        }
    }

    fn needed(&self, _shared: &Shared) -> &'static [Command] {
        match &self.view {
            // Whoever sets a delegation up needs its people first; later on, what happens to it.
            Some(view) if view.members.is_empty() || view.visits.is_empty() => &[],
            _ => &[Command::Open, Command::NewVisit, Command::Diary, Command::NewPart, Command::EditFacts],
        }
    }

    fn called(&self, command: Command, shared: &Shared) -> Option<&'static str> {
        let words = &shared.texts.preparation;
        match command {
            Command::NewPart => Some(words.part_hint),
            Command::EditFacts => Some(words.facts_hint),
            _ => None,
        }
    }

    fn words_of(&self, id: RecordId, shared: &Shared) -> Option<String> {
        let view = self.view.as_ref()?;
        let item = self.items().into_iter().find(|item| self.id_of(*item) == Some(id))?;
        match item {
            Item::Visit(at) => view.visits.get(at).map(|row| visit_words(row, shared)),
            Item::Member(at) => view.members.get(at).map(|row| row.record.name.clone()),
            Item::Citation(at) => view.citations.get(at).map(|(_, basis)| super::basis_name(&basis.record, shared)),
            Item::Part(at) => view.parts.get(at).map(|row| row.delegation.record.theme.clone()),
        }
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let items = self.items();
        if self.selection.follow(command, items.len(), usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        if command == Command::Back {
            cx.pop();
            return;
        }
        let Some(view) = &self.view else { return };
        let scope = view.delegation.scope;
        match command {
            // Whoever types on without looking types the name of the unit, not keys of this list.
            Command::NewVisit if view.units.is_empty() => {
                let title = cx.shared.keyed(cx.shared.texts.screens.first_unit);
                let form = FormSpec { title, ..forms::unit::new(None, &view.units, cx) };
                cx.push(Form::open(form, cx.shared));
            }
            Command::NewVisit => {
                let form = forms::visit::new(Self::offers(view), cx);
                cx.push(Form::open(form, cx.shared));
            }
            Command::NewMember => {
                let form = forms::member::new(self.id, view.members.is_empty(), &view.units, cx);
                cx.push(Form::open(form, cx.shared));
            }
            Command::ImportFile => {
                let form = forms::import::of(ImportWhat::People(self.id), cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::Diary => cx.push(Diary::of(self.id)),
            Command::NewPart => {
                let form = forms::delegation::new_part(&view.delegation, Self::wholes(view, &view.others), cx);
                cx.push(Form::open(form, cx.shared));
            }
            Command::PickBases => cx.push(Bases::picking_for(self.id)),
            Command::EditFacts => {
                let form = forms::delegation::edit(&view.delegation, Self::wholes(view, &view.others), cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::Units => cx.push(Units::default()),
            Command::Register => cx.push(RegisterScreen::of_delegation(self.id, self.title(cx.shared))),
            Command::Statistics => cx.push(StatisticsScreen::of_delegation(self.id, self.title(cx.shared))),
            Command::Trash => cx.push(Trash::of(scope)),
            Command::Undo => drop(cx.act(Action::Undo(scope))),
            Command::Redo => drop(cx.act(Action::Redo(scope))),
            _ => {
                if let Some(item) = self.selected() {
                    Self::on_selected(view, item, command, cx);
                }
            }
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        let View::Delegation(view) = view else { return };
        let first = self.view.is_none();
        let open = view.visits.iter().position(|row| row.visit.record.status == VisitStatus::Open);
        self.view = Some(view);
        if let Some(open) = open.filter(|_| first) {
            // Visits come first among the rows; the one going on is what somebody comes for.
            self.selection.set(open);
        }
        if let Some(wanted) = cx.shared.select.take() {
            let items = self.items();
            if let Some(at) = items.iter().position(|item| self.id_of(*item) == Some(wanted)) {
                self.selection.set(at);
            }
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let words = &shared.texts.screens;
        let Some(view) = &self.view else {
            line(canvas, area, 1, words.loading, shared.theme.faint());
            return;
        };
        let mut top = draw_facts(view, shared, canvas, area);
        if !view.unreadable.is_empty() {
            let text = (words.unreadable)(
                view.unreadable.len(),
                &view.unreadable.first().map(ToString::to_string).unwrap_or_default(),
            );
            top += paragraph(canvas, area, top, &format!("! {text}"), shared.theme.error());
        }
        let list = rows(area, top, area.height.saturating_sub(top));
        let (mut visits, rest) = list_lines(view, shared);
        let selected = self.selected();
        if list.width >= SIDE_BY_SIDE {
            let (left, right) = halves(list);
            draw_lines(&visits, selected, &self.selection.scroll, shared, canvas, left);
            draw_lines(&rest, selected, &self.right, shared, canvas, right);
        } else {
            visits.push((None, String::new(), Style::new()));
            visits.extend(rest);
            draw_lines(&visits, selected, &self.selection.scroll, shared, canvas, list);
        }
    }
}

/// A line of the list: what it stands for when it can be selected, its words and their style.
type ListLine = (Option<Item>, String, Style);

fn draw_lines(
    lines: &[ListLine],
    selected: Option<Item>,
    scroll: &Scroll,
    shared: &Shared,
    canvas: &mut Canvas,
    area: Rect,
) {
    let at_selected = lines.iter().position(|(item, _, _)| item.is_some() && *item == selected).unwrap_or(0);
    let first = scroll.first(at_selected, lines.len(), usize::from(area.height));
    for (at, (item, text, style)) in (0..area.height).zip(lines.iter().skip(first)) {
        match item {
            Some(item) => list_row(canvas, area, at, text, Some(*item) == selected, shared.theme, *style),
            None if text.is_empty() => {}
            None if *style == shared.theme.heading() => rule(canvas, area, at, text, shared.theme),
            None => line(canvas, area, at, &format!("  {text}"), *style),
        }
    }
}

fn draw_facts(view: &DelegationView, shared: &Shared, canvas: &mut Canvas, area: Rect) -> u16 {
    let words = &shared.texts.screens;
    let delegation = &view.delegation.record;
    let date = |date: Option<chrono::NaiveDate>| date.map(print_date).unwrap_or_default();
    // A theme of many lines must leave room for the lists.
    let most = usize::from(area.height / 5).clamp(1, 4);
    let mut theme = wrapped(&delegation.theme, usize::from(area.width));
    if theme.len() > most {
        theme.truncate(most);
        theme.iter_mut().skip(most - 1).for_each(|last| last.push('…'));
    }
    let mut top = 0;
    for text in &theme {
        line(canvas, area, top, text, shared.theme.heading());
        top += 1;
    }
    let decision =
        (words.decision_of)(&delegation.decision_symbol, &date(delegation.decision_date), &delegation.authority);
    line(canvas, area, top, &decision, Style::new());
    top += 1;
    let mut parts = Vec::new();
    if !delegation.plan_symbol.is_empty() || delegation.plan_date.is_some() {
        parts.push((words.plan)(&delegation.plan_symbol, &date(delegation.plan_date)));
    }
    if delegation.period_from.is_some() || delegation.period_to.is_some() {
        parts.push((words.period)(&date(delegation.period_from), &date(delegation.period_to)));
    }
    parts.push((shared.texts.terms.regime)(delegation.regime).to_owned());
    if let Some(whole) = view.others.iter().find(|row| Some(row.id) == delegation.part_of) {
        parts.insert(0, (shared.texts.preparation.part_of)(&whole.record.decision_symbol));
    }
    line(canvas, area, top, &parts.join(" · "), shared.theme.faint());
    if let Some(sum) = &view.roll_up {
        top += 1;
        line(canvas, area, top, &rolled_up(sum, shared), shared.theme.good());
    }
    top + 1
}

/// Says what a delegation and its parts came to.
fn rolled_up(sum: &RollUp, shared: &Shared) -> String {
    let short = shared.texts.terms.entry_kind_short;
    let findings: String =
        sum.findings.iter().map(|(kind, count)| format!("{} {count} · ", short(*kind).to_lowercase())).collect();
    (shared.texts.preparation.rolled_up)(sum.visits, &findings, sum.open, sum.overdue)
}

/// Says what a member is in charge of: area, units, topics.
fn in_charge_of(member: &Member, view: &DelegationView, shared: &Shared) -> String {
    let unit =
        |id: &RecordId| view.units.iter().find(|row| row.unit.id == *id).map(|row| row.unit.record.name.as_str());
    let mut parts: Vec<&str> = Some(member.area.as_str()).filter(|area| !area.is_empty()).into_iter().collect();
    parts.extend(member.units.iter().filter_map(unit));
    parts.extend(member.topics.iter().map(String::as_str));
    match (member.units.is_empty() && member.topics.is_empty(), parts.is_empty()) {
        (_, true) => String::new(),
        (true, false) => parts.concat(),
        (false, false) => (shared.texts.preparation.in_charge)(&parts.join(", ")),
    }
}

/// Lists everything below the facts, the visits apart: headings, rows, and a word where there is nothing yet.
fn list_lines(view: &DelegationView, shared: &Shared) -> (Vec<ListLine>, Vec<ListLine>) {
    let words = &shared.texts.screens;
    let (heading, faint) = (shared.theme.heading(), shared.theme.faint());
    let mut lines = vec![(None, words.visits.to_owned(), heading)];
    for (at, row) in view.visits.iter().enumerate() {
        let visit = &row.visit.record;
        let style = match visit.status {
            VisitStatus::Open => shared.theme.good(),
            VisitStatus::Cancelled => faint,
            _ => Style::new(),
        };
        let unit = row.visit.record.unit;
        let charged = view.members.iter().filter(|member| unit.is_some_and(|unit| member.record.units.contains(&unit)));
        let charged: Vec<&str> = charged.map(|member| member.record.name.as_str()).collect();
        let mut text = visit_line(row, shared);
        if !charged.is_empty() {
            text = format!("{text} · {}", (shared.texts.preparation.in_charge)(&charged.join(", ")));
        }
        lines.push((Some(Item::Visit(at)), text, style));
    }
    if view.visits.is_empty() {
        let said = if view.units.is_empty() { words.no_visits_no_units } else { words.no_visits };
        lines.push((None, shared.keyed(said), faint));
    }
    let visits = std::mem::take(&mut lines);
    lines.push((None, words.members.to_owned(), heading));
    for (at, row) in view.members.iter().enumerate() {
        let posts = print_posts(&row.record.posts);
        let role = (shared.texts.terms.role)(row.record.role);
        let me =
            if row.record.person.is_some() && row.record.person == view.me { shared.texts.preparation.me } else { "" };
        let charge = in_charge_of(&row.record, view, shared);
        let parts = [row.record.name.as_str(), me, role, posts.as_str(), charge.as_str()];
        let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        lines.push((Some(Item::Member(at)), text, Style::new()));
    }
    if view.members.is_empty() {
        lines.push((None, shared.keyed(words.no_members), faint));
    }
    lines.push((None, String::new(), faint));
    lines.push((None, words.cited_bases.to_owned(), heading));
    for (at, (_, basis)) in view.citations.iter().enumerate() {
        lines.push((Some(Item::Citation(at)), super::basis_name(&basis.record, shared), Style::new()));
    }
    if view.citations.is_empty() {
        lines.push((None, shared.keyed(words.no_citations), faint));
    }
    if !view.parts.is_empty() {
        lines.push((None, String::new(), faint));
        lines.push((None, shared.texts.preparation.parts.to_owned(), heading));
        for (at, row) in view.parts.iter().enumerate() {
            let delegation = &row.delegation.record;
            let counts = (words.visit_counts)(row.visits, row.open_visits);
            let parts = [delegation.decision_symbol.as_str(), delegation.theme.as_str(), counts.as_str()];
            let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            let branch = super::branch(row.depth.saturating_sub(1));
            lines.push((Some(Item::Part(at)), format!("{branch}{text}"), Style::new()));
        }
    }
    (visits, lines)
}

fn visit_words(row: &crate::session::VisitRow, shared: &Shared) -> String {
    let date = row.visit.record.date.map_or_else(|| shared.texts.screens.no_date.to_owned(), print_date);
    let unit = if row.unit.is_empty() { shared.texts.screens.no_unit } else { row.unit.as_str() };
    format!("{unit}, {date}")
}

fn visit_line(row: &crate::session::VisitRow, shared: &Shared) -> String {
    let words = &shared.texts.screens;
    let visit = &row.visit.record;
    let date = visit.date.map_or_else(|| words.no_date.to_owned(), print_date);
    let unit = if row.unit.is_empty() { words.no_unit } else { row.unit.as_str() };
    let mut status = super::visit_status(visit, shared);
    if visit.status == VisitStatus::Open {
        status = format!("● {status}");
    }
    if !visit.cancel_reason.is_empty() && visit.status == VisitStatus::Cancelled {
        status = format!("{status} ({})", visit.cancel_reason);
    }
    let mut parts = vec![date, unit.to_owned(), status];
    if row.entries > 0 {
        parts.push((words.entry_count)(row.entries));
    }
    if shared.drafts.get(&format!("capture:{}", row.visit.id)).is_some() {
        parts.push(format!("✎ {}", words.unfinished));
    }
    parts.join(" · ")
}
