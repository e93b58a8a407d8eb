//! The register: everything that is followed, of all delegations, of one, or of a unit; filtered, sorted, marked.

pub(super) mod columns;
mod drawing;
mod filter;

use std::collections::BTreeSet;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::{EntryKind, FollowedItem, ItemKind, Kind, RecordId, ScopeId};
use crate::session::{Action, Filter, ImportWhat, Query, RegisterRow, RegisterView, Stage, UnitRow, View};
use crate::text::{fold, truncate};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::kept::Kept;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::visible;
use super::form::Form;
use super::item::ItemScreen;
use super::item::words::is_model;
use super::trash::Trash;

/// By what the rows are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Due,
    Unit,
    Standing,
}

/// The register.
#[derive(Debug)]
pub struct RegisterScreen {
    /// What it is of, as chosen on the way here.
    base: Filter,
    name: String,
    filter: Filter,
    order: Order,
    view: Option<Box<RegisterView>>,
    /// What the rows of the view say.
    kept: Kept<Vec<(String, Style)>>,
    units: Option<Vec<UnitRow>>,
    /// Whether the rows are of several units.
    mixed: bool,
    marked: BTreeSet<RecordId>,
    selection: Selection,
    /// Scopes that the form above changes when it is saved.
    changing: Vec<ScopeId>,
    /// Scopes of the newest change made from here, which alone is taken back here.
    changed: Vec<ScopeId>,
    /// The same of what was taken back.
    taken_back: Vec<ScopeId>,
}

impl RegisterScreen {
    fn showing(base: Filter, name: String) -> Self {
        Self {
            filter: base.clone(),
            base,
            name,
            order: Order::default(),
            view: None,
            kept: Kept::default(),
            units: None,
            mixed: false,
            marked: BTreeSet::new(),
            selection: Selection::default(),
            changing: Vec::new(),
            changed: Vec::new(),
            taken_back: Vec::new(),
        }
    }

    /// Shows everything.
    #[must_use]
    pub fn of_all() -> Self {
        Self::showing(Filter::default(), String::new())
    }

    /// Shows what a delegation and those that are part of it raised.
    #[must_use]
    pub fn of_delegation(delegation: RecordId, name: String) -> Self {
        Self::showing(Filter { delegation: Some(delegation), ..Filter::default() }, name)
    }

    /// Shows the open recommendations raised at a unit, without those below it.
    #[must_use]
    pub fn of_recommendations(unit: RecordId, name: String) -> Self {
        let kinds = [EntryKind::RecommendationDown, EntryKind::RecommendationUp].map(ItemKind::Entry).to_vec();
        Self::showing(Filter { unit: Some(unit), alone: true, kinds, ..Filter::default() }, name)
    }

    /// Shows what was raised at a unit and those below it.
    #[must_use]
    pub fn of_unit(unit: RecordId, name: String) -> Self {
        Self::showing(Filter { unit: Some(unit), ..Filter::default() }, name)
    }

    /// Shows what comes from outside sources at a unit and those below it, closed or not.
    #[must_use]
    pub fn of_outside(unit: RecordId, name: String) -> Self {
        let filter =
            Filter { unit: Some(unit), kinds: vec![ItemKind::Outside], stage: Stage::All, ..Filter::default() };
        Self::showing(filter, name)
    }

    fn count(&self) -> usize {
        self.view.as_ref().map_or(0, |view| view.rows.len())
    }

    fn rows(&self) -> impl Iterator<Item = RegisterRow<'_>> {
        self.view.iter().flat_map(|view| view.rows.iter())
    }

    fn selected(&self) -> Option<RegisterRow<'_>> {
        let view = self.view.as_ref()?;
        view.rows.get(self.selection.within(view.rows.len()))
    }

    /// Lists what a follow-up would be of: everything marked, or the selected row.
    fn to_follow(&self) -> Vec<&FollowedItem> {
        let rows = || self.rows().map(|row| row.item).filter(|item| !is_model(item));
        if self.marked.is_empty() {
            let selected = self.selected().map(|row| row.item.id);
            rows().filter(|item| Some(item.id) == selected).collect()
        } else {
            rows().filter(|item| self.marked.contains(&item.id)).collect()
        }
    }

    fn sort(&mut self) {
        let Some(view) = &mut self.view else { return };
        match self.order {
            Order::Due => view.rows.sort_by_due_date(),
            Order::Unit => view.rows.sort_by_cached_key(|row| fold(row.unit)),
            Order::Standing => view.rows.sort_by_cached_key(|row| row.item.standing),
        }
    }

    fn select(&mut self, item: Option<RecordId>) {
        if let Some(at) = item.and_then(|id| self.view.as_ref()?.rows.position(id)) {
            self.selection.set(at);
        }
    }

    fn ask(&self, cx: &mut Cx<'_>) {
        cx.ask(Query::Register(self.filter.clone()));
    }

    fn mark(&mut self, command: Command) {
        if command == Command::Mark {
            let Some(id) = self.selected().map(|row| row.item.id) else { return };
            if !self.marked.remove(&id) {
                self.marked.insert(id);
            }
            let count = self.count();
            self.selection.follow(Command::Down, count, 1);
        } else if self.marked.is_empty() {
            self.marked = self.rows().map(|row| row.item.id).collect();
        } else {
            self.marked.clear();
        }
    }

    fn follow(&mut self, cx: &mut Cx<'_>) {
        let items = self.to_follow();
        let mut scopes: Vec<ScopeId> = items.iter().map(|item| item.scope).collect();
        scopes.sort_unstable();
        scopes.dedup();
        let form = forms::follow::of(&items, cx.shared);
        self.changing = scopes;
        cx.push(Form::open(form, cx.shared));
    }

    /// Takes back what was done from here, in every scope that it touched, or makes it again.
    fn turn_back(&mut self, command: Command, cx: &mut Cx<'_>) {
        let undo = command == Command::Undo;
        let scopes = std::mem::take(if undo { &mut self.changed } else { &mut self.taken_back });
        for scope in &scopes {
            cx.act(if undo { Action::Undo(*scope) } else { Action::Redo(*scope) });
        }
        *if undo { &mut self.taken_back } else { &mut self.changed } = scopes;
    }

    /// Names the unit that the filter asks for, where the register is not of that unit anyway.
    fn filtered_unit(&self) -> Option<&str> {
        let wanted = self.filter.unit.filter(|_| self.filter.unit != self.base.unit)?;
        let row = self.units.iter().flatten().find(|row| row.unit.id == wanted)?;
        Some(row.unit.record.name.as_str())
    }
}

impl Screen for RegisterScreen {
    fn context(&self) -> Context {
        Context::Register
    }

    fn title(&self, shared: &Shared) -> String {
        let title = shared.texts.register.all_title;
        if self.name.is_empty() { title.to_owned() } else { format!("{title} · {}", self.name) }
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Register(self.filter.clone()))
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        let selected = self.selected();
        match command {
            Command::Open | Command::History => selected.is_some(),
            Command::Mark | Command::MarkAll => selected.is_some_and(|row| row.model.is_none()),
            Command::Follow => !self.marked.is_empty() || selected.is_some_and(|row| row.model.is_none()),
            Command::Remove => selected.is_some_and(|row| row.item.kind == ItemKind::Outside),
            Command::ClearFilter => self.filter != self.base,
            Command::Undo => !self.changed.is_empty(),
            Command::Redo => !self.taken_back.is_empty(),
            _ => true,
        }
    }

    fn needed(&self, _shared: &Shared) -> &'static [Command] {
        if self.marked.is_empty() {
            &[Command::Open, Command::Filter, Command::Mark, Command::OnlyOverdue]
        } else {
            &[Command::Follow, Command::Mark]
        }
    }

    fn why_not(&self, command: Command, shared: &Shared) -> Option<String> {
        let words = &shared.texts.register;
        match command {
            Command::Remove if self.selected().is_some() => Some(words.not_from_outside.to_owned()),
            Command::Mark | Command::MarkAll | Command::Follow if self.selected().is_some() => {
                Some(words.nothing_to_follow.to_owned())
            }
            Command::Undo => Some(words.nothing_changed_here.to_owned()),
            _ => None,
        }
    }

    fn words_of(&self, id: RecordId, _shared: &Shared) -> Option<String> {
        let row = self.rows().find(|row| row.item.id == id)?;
        Some(truncate(&visible(&row.item.text), 40))
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        self.changing.clear();
        let page = usize::from(cx.shared.size.1.saturating_sub(10));
        let count = self.count();
        if self.selection.follow(command, count, page) {
            return;
        }
        if filter::turn(&mut self.filter, command) {
            return self.ask(cx);
        }
        match command {
            Command::Back => cx.pop(),
            Command::ClearFilter => {
                self.filter = self.base.clone();
                self.ask(cx);
            }
            Command::Sort => {
                self.order = match self.order {
                    Order::Due => Order::Unit,
                    Order::Unit => Order::Standing,
                    Order::Standing => Order::Due,
                };
                let kept = self.selected().map(|row| row.item.id);
                self.sort();
                self.select(kept);
            }
            Command::Filter => {
                let classes = self.view.as_ref().map(|view| view.classes.as_slice()).unwrap_or_default();
                let units = self.units.as_deref().unwrap_or_default();
                let form = forms::filter::of(&self.filter, units, classes, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::New if self.units.as_ref().is_some_and(Vec::is_empty) => {
                cx.say(cx.shared.texts.register.no_units_yet);
            }
            Command::New => {
                let unit = self.filter.unit.or(self.selected().and_then(|row| row.item.unit));
                let classes = self.view.as_ref().map(|view| view.classes.as_slice()).unwrap_or_default();
                let units = self.units.as_deref().unwrap_or_default();
                let form = forms::outside::new(unit, units, classes, cx);
                self.changing = vec![ScopeId::Office];
                // Where the unit is known, what it owes is what there is to type.
                let first = if self.filter.unit.is_some() { "text" } else { "unit" };
                cx.push(Form::open(form, cx.shared).at(first));
            }
            Command::ImportFile => {
                let form = forms::import::of(ImportWhat::Outside(self.filter.unit), cx.shared);
                self.changing = vec![ScopeId::Office];
                cx.push(Form::open(form, cx.shared));
            }
            Command::Follow => self.follow(cx),
            Command::Mark | Command::MarkAll => self.mark(command),
            Command::Undo | Command::Redo => self.turn_back(command, cx),
            Command::Trash => cx.push(Trash::of(self.base.delegation.map_or(ScopeId::Office, ScopeId::Delegation))),
            _ => {}
        }
        let Some(item) = self.selected().map(|row| row.item.clone()) else { return };
        match command {
            Command::Open => cx.push(ItemScreen::of(item.id)),
            Command::History => cx.push(super::history::History::of(item.id)),
            Command::Remove => {
                let name = truncate(&item.text, 40);
                let form = forms::reason::remove(Kind::OUTSIDE_ITEM, item.id, &name, cx.shared);
                self.changing = vec![ScopeId::Office];
                cx.push(Form::open(form, cx.shared));
            }
            _ => {}
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        match view {
            View::Register(view) => {
                let wanted = cx.shared.select.take();
                if wanted.is_some() && !self.changing.is_empty() {
                    self.changed = std::mem::take(&mut self.changing);
                    self.taken_back.clear();
                    self.marked.clear();
                }
                let before = self.selected().map(|row| row.item.id);
                self.view = Some(view);
                self.kept = Kept::default();
                if self.order != Order::Due {
                    self.sort();
                }
                let first = self.rows().next().map(|row| row.item.unit);
                let mixed = self.rows().any(|row| Some(row.item.unit) != first);
                self.mixed = mixed;
                self.select(before);
                self.select(wanted);
                // A mark on what cannot be seen would be acted on unseen.
                if !self.marked.is_empty() {
                    let shown: BTreeSet<RecordId> = self.rows().map(|row| row.item.id).collect();
                    self.marked.retain(|id| shown.contains(id));
                }
                if self.units.is_none() {
                    cx.ask(Query::Units);
                }
            }
            View::Units(view) => self.units = Some(view.units),
            _ => {}
        }
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        if let Some(filter) = cx.shared.filter.take() {
            self.filter = filter;
            self.ask(cx);
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        self.paint(shared, canvas, area);
    }
}
