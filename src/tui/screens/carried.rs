//! What a visit finds open from before, and what it says of each.

mod drawing;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::{CarriedItem, Kind, RecordId, ScopeId, VerdictLevel, VisitStatus};
use crate::session::{Action, CarriedView, Query, View, VisitView};
use crate::text::truncate;

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line, paragraph, pieces, rows, visible};
use super::form::Form;
use super::history::History;
use super::item::ItemScreen;
use super::register::RegisterScreen;
use super::trash::Trash;

/// The carried items of a visit.
#[derive(Debug)]
pub struct CarriedScreen {
    visit: RecordId,
    scope: ScopeId,
    /// Whether verdicts can be given; a visit neither opens nor closes while this screen is on top of it.
    is_open: bool,
    name: String,
    /// The unit that is visited, with its name.
    unit: Option<(RecordId, String)>,
    /// The item to begin at.
    wanted: Option<RecordId>,
    view: Option<Box<CarriedView>>,
    selection: Selection,
}

impl CarriedScreen {
    /// Shows what was carried over to a visit.
    #[must_use]
    pub fn of(view: &VisitView, shared: &Shared) -> Self {
        Self {
            visit: view.visit.id,
            scope: view.visit.scope,
            is_open: view.visit.record.status == VisitStatus::Open,
            name: super::visit_name(&view.visit.record, view.unit.as_ref(), shared),
            unit: view.unit.as_ref().map(|unit| (unit.id, unit.record.name.clone())),
            wanted: None,
            view: None,
            selection: Selection::default(),
        }
    }

    /// Begins at one of the items.
    #[must_use]
    pub fn at(self, item: RecordId) -> Self {
        Self { wanted: Some(item), ..self }
    }

    fn items(&self) -> &[CarriedItem] {
        self.view.as_ref().map_or(&[], |view| &view.items)
    }

    fn selected(&self) -> Option<&CarriedItem> {
        self.items().get(self.selection.within(self.items().len()))
    }

    fn give(&self, level: VerdictLevel, cx: &mut Cx<'_>) {
        if let Some(carried) = self.selected() {
            let form = forms::verdict::of(self.visit, carried, level, cx.shared);
            cx.push(Form::open(form, cx.shared));
        }
    }
}

impl Screen for CarriedScreen {
    fn context(&self) -> Context {
        Context::Carried
    }

    fn title(&self, shared: &Shared) -> String {
        format!("{} · {}", shared.texts.register.carried_title, self.name)
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Carried(self.visit))
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        if level_of(command).is_some() {
            return self.is_open && self.selected().is_some();
        }
        match command {
            Command::Open => self.selected().is_some(),
            Command::OutsideItems => self.unit.is_some(),
            Command::History => self.selected().is_some_and(|carried| carried.verdict.is_some()),
            Command::Remove => self.is_open && self.selected().is_some_and(|carried| carried.verdict.is_some()),
            _ => true,
        }
    }

    fn why_not(&self, command: Command, shared: &Shared) -> Option<String> {
        let words = &shared.texts.register;
        let gives = level_of(command).is_some() || command == Command::Remove;
        let why = match self.selected() {
            Some(_) if gives && !self.is_open => words.verdicts_need_open,
            Some(_) if matches!(command, Command::Remove | Command::History) => words.no_verdict_yet_here,
            _ => return None,
        };
        Some(why.to_owned())
    }

    fn words_of(&self, id: RecordId, shared: &Shared) -> Option<String> {
        let said = |carried: &&CarriedItem| carried.verdict.as_ref().is_some_and(|(verdict, _)| *verdict == id);
        let carried = self.items().iter().find(said)?;
        let verdict = drawing::verdict_line(carried, shared);
        Some(format!("{} – {verdict}", truncate(&visible(&carried.item.text), 40)))
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.selection.follow(command, self.items().len(), usize::from(cx.shared.size.1 / 2 / drawing::ROWS)) {
            return;
        }
        let scope = self.scope;
        if let Some(level) = level_of(command) {
            return self.give(level, cx);
        }
        match command {
            Command::Back => cx.pop(),
            Command::OutsideItems => {
                if let Some((unit, name)) = &self.unit {
                    cx.push(RegisterScreen::of_outside(*unit, name.clone()));
                }
            }
            Command::Undo => drop(cx.act(Action::Undo(scope))),
            Command::Redo => drop(cx.act(Action::Redo(scope))),
            Command::Trash => cx.push(Trash::of(scope)),
            _ => {}
        }
        let Some(carried) = self.selected() else { return };
        match (command, &carried.verdict) {
            (Command::Open, _) => cx.push(ItemScreen::of(carried.item.id)),
            (Command::Remove, Some((id, _))) => {
                let form =
                    forms::reason::remove(Kind::VERDICT, *id, &drawing::verdict_line(carried, cx.shared), cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            (Command::History, Some((id, _))) => cx.push(History::of(*id)),
            _ => {}
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        let View::Carried(view) = view else { return };
        let undecided = |view: &CarriedView| -> Vec<RecordId> {
            let open = view.items.iter().filter(|carried| carried.verdict.is_none());
            open.map(|carried| carried.item.id).collect()
        };
        let before = self.view.as_deref().map(undecided);
        let open = undecided(&view);
        self.view = Some(view);
        let said = |id| move |carried: &CarriedItem| carried.verdict.as_ref().is_some_and(|(own, _)| *own == id);
        let wanted = cx.shared.select.take().and_then(|id| self.items().iter().position(said(id)));
        let id_at = |at: usize| self.items().get(at).map(|carried| carried.item.id);
        let next = |from: usize| (from..self.items().len()).find(|at| id_at(*at).is_some_and(|id| open.contains(&id)));
        let begin = self.wanted.and_then(|id| self.items().iter().position(|carried| carried.item.id == id));
        let at = match (before, wanted) {
            // Whoever comes here wants to give the verdicts that are missing, one after the other.
            (None, _) => begin.or_else(|| next(0)),
            (Some(before), Some(at)) if id_at(at).is_some_and(|id| before.contains(&id)) => next(at).or(Some(at)),
            (Some(_), wanted) => wanted,
        };
        if let Some(at) = at {
            self.selection.set(at);
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let words = &shared.texts.register;
        let Some(view) = &self.view else {
            line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        };
        if view.items.is_empty() {
            paragraph(canvas, area, 1, &shared.keyed(words.no_carried), Style::new());
            return;
        }
        let open = view.items.iter().filter(|carried| carried.verdict.is_none()).count();
        let head = (words.carried_head)(view.items.len(), open);
        let style = if open > 0 { shared.theme.warning() } else { shared.theme.good() };
        // Who came from the checks goes back there.
        let next = if self.wanted.is_some() { String::new() } else { format!(" {}", words.to_entries) };
        pieces(canvas, area, 0, &[(head, style), (next, shared.theme.faint())]);
        let list = rows(area, 2, area.height.saturating_sub(2));
        drawing::items(view, self.selection.within(view.items.len()), shared, canvas, list);
    }
}

fn level_of(command: Command) -> Option<VerdictLevel> {
    match command {
        Command::VerdictDone => Some(VerdictLevel::Done),
        Command::VerdictPartly => Some(VerdictLevel::Partly),
        Command::VerdictNot => Some(VerdictLevel::Not),
        Command::VerdictUnverifiable => Some(VerdictLevel::Unverifiable),
        _ => None,
    }
}
