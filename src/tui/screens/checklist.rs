//! The checklist of a visit: what was found on each criterion, what the unit says of itself, what nobody looked at.

pub(super) mod rows;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::{Answer, Kind, RecordId, VisitStatus};
use crate::session::{Action, ChecklistView, CriterionRow, Level, Query, Row, View};
use crate::text::truncate;

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::paint::{inset, line, rule};
use super::form::Form;
use super::history::History;
use super::trash::Trash;

/// The checklist of one visit.
#[derive(Debug)]
pub struct ChecklistScreen {
    visit: RecordId,
    view: Option<Box<ChecklistView>>,
    selection: Selection,
    only_unseen: bool,
}

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A criterion with the first of its answers.
    Criterion(usize),
    /// Another answer on the criterion above, as another laptop wrote it.
    Another(usize, usize),
    /// An answer whose criterion is not in the list.
    Stray(usize),
}

impl ChecklistScreen {
    /// Shows the checklist of a visit.
    #[must_use]
    pub fn of(visit: RecordId) -> Self {
        Self { visit, view: None, selection: Selection::default(), only_unseen: false }
    }

    fn items(&self) -> Vec<Item> {
        let Some(view) = &self.view else { return Vec::new() };
        let mut items = Vec::new();
        for (at, row) in view.criteria.iter().enumerate() {
            if self.only_unseen && !is_unseen(row) {
                continue;
            }
            items.push(Item::Criterion(at));
            items.extend((1..row.answers.len()).map(|other| Item::Another(at, other)));
        }
        if !self.only_unseen {
            items.extend((0..view.strays.len()).map(Item::Stray));
        }
        items
    }

    fn selected(&self) -> Option<Item> {
        let items = self.items();
        items.get(self.selection.within(items.len())).copied()
    }

    fn criterion(&self) -> Option<&CriterionRow> {
        match self.selected()? {
            Item::Criterion(at) | Item::Another(at, _) => self.view.as_ref()?.criteria.get(at),
            Item::Stray(_) => None,
        }
    }

    fn answer(&self) -> Option<&Row<Answer>> {
        let view = self.view.as_ref()?;
        match self.selected()? {
            Item::Criterion(at) => view.criteria.get(at)?.answers.first(),
            Item::Another(at, other) => view.criteria.get(at)?.answers.get(other),
            Item::Stray(at) => view.strays.get(at),
        }
    }

    fn takes_answers(&self) -> bool {
        let status = self.view.as_ref().map(|view| view.visit.record.status);
        matches!(status, Some(VisitStatus::Planned | VisitStatus::Open))
    }

    fn select(&mut self, wanted: impl Fn(Item) -> bool) -> bool {
        let found = self.items().into_iter().position(wanted);
        if let Some(at) = found {
            self.selection.set(at);
        }
        found.is_some()
    }

    /// Goes to the next criterion that nobody looked at, from the top again after the last one.
    fn next_unseen(&mut self, cx: &mut Cx<'_>) {
        let Some(view) = &self.view else { return };
        let items = self.items();
        let at = self.selection.within(items.len());
        let unseen = |item: &Item| match item {
            Item::Criterion(at) => {
                view.criteria.get(*at).is_some_and(|row| row.node.level == Level::Item && !row.looked_at)
            }
            _ => false,
        };
        let below = items.iter().enumerate().skip(at + 1).chain(items.iter().enumerate().take(at + 1));
        match below.into_iter().find(|(_, item)| unseen(item)).map(|(at, _)| at) {
            Some(at) => self.selection.set(at),
            None => cx.say(cx.shared.texts.checklists.all_looked_at),
        }
    }

    fn answer_form(&self, cx: &mut Cx<'_>) {
        let Some(view) = &self.view else { return };
        let answer = self.answer();
        let form = match (self.criterion(), answer) {
            (Some(row), None) if row.node.level == Level::Group => {
                return cx.say(cx.shared.texts.checklists.group_takes_none);
            }
            (Some(row), answer) => forms::checklist::answer(view.visit.scope, self.visit, &row.node, answer, cx),
            (None, Some(answer)) => forms::checklist::stray(answer, cx.shared),
            (None, None) => return,
        };
        cx.push(Form::open(form, cx.shared));
    }
}

/// Whether nobody looked at a criterion, or at some item of a group.
fn is_unseen(row: &CriterionRow) -> bool {
    match row.node.level {
        Level::Group => row.progress.0 < row.progress.1,
        _ => !row.looked_at,
    }
}

impl Screen for ChecklistScreen {
    fn context(&self) -> Context {
        Context::Checklist
    }

    fn title(&self, shared: &Shared) -> String {
        let words = &shared.texts.checklists;
        let visit = self.view.as_ref().map(|view| super::visit_name(&view.visit.record, view.unit.as_ref(), shared));
        [Some(words.of_visit.to_owned()), visit].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Checklist(self.visit))
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        match command {
            Command::Answer => self.takes_answers() && self.selected().is_some(),
            Command::Remove => self.takes_answers() && self.answer().is_some(),
            Command::History => self.answer().is_some(),
            Command::NextUnseen => self.view.as_ref().is_some_and(|view| !view.criteria.is_empty()),
            _ => true,
        }
    }

    fn why_not(&self, command: Command, shared: &Shared) -> Option<String> {
        let changes = matches!(command, Command::Answer | Command::Remove);
        (changes && self.view.is_some() && !self.takes_answers()).then(|| shared.texts.checklists.over.to_owned())
    }

    fn words_of(&self, id: RecordId, _shared: &Shared) -> Option<String> {
        let view = self.view.as_ref()?;
        if id == view.delegation.id {
            return Some(truncate(&view.delegation.record.theme, 40));
        }
        let own = view.criteria.iter().find(|row| row.answers.iter().any(|answer| answer.id == id));
        let stray = || view.strays.iter().find(|answer| answer.id == id).map(|row| row.record.criterion.clone());
        own.map(|row| format!("{} {}", row.node.criterion.code, row.node.criterion.title)).or_else(stray)
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.selection.follow(command, self.items().len(), usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        let Some(view) = &self.view else {
            if command == Command::Back {
                cx.pop();
            }
            return;
        };
        match command {
            Command::Back => cx.pop(),
            Command::Answer => self.answer_form(cx),
            Command::NextUnseen => self.next_unseen(cx),
            Command::OnlyUnseen => {
                let kept = self.selected();
                self.only_unseen = !self.only_unseen;
                self.selection.set(0);
                self.select(|item| Some(item) == kept);
            }
            Command::ChooseChecklist => {
                let form = forms::checklist::choose(&view.delegation, &view.lists, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::Remove => {
                if let Some(answer) = self.answer() {
                    let form = forms::reason::remove(Kind::ANSWER, answer.id, &answer.record.criterion, cx.shared);
                    cx.push(Form::open(form, cx.shared));
                }
            }
            Command::History => {
                if let Some(answer) = self.answer() {
                    cx.push(History::of(answer.id));
                }
            }
            Command::Undo => drop(cx.act(Action::Undo(view.visit.scope))),
            Command::Redo => drop(cx.act(Action::Redo(view.visit.scope))),
            Command::Trash => cx.push(Trash::of(view.visit.scope)),
            _ => {}
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        let View::Checklist(view) = view else { return };
        let first = self.view.is_none();
        // A group takes no answer, so that the list begins at the first that does.
        let begin = view.criteria.iter().position(|row| row.node.level != Level::Group);
        self.view = Some(view);
        if let Some(begin) = begin.filter(|_| first) {
            self.select(|item| item == Item::Criterion(begin));
        }
        if let Some(wanted) = cx.shared.select.take() {
            let view = self.view.clone();
            self.select(|item| {
                let Some(view) = &view else { return false };
                let own = |at: usize, answer: usize| view.criteria.get(at).and_then(|row| row.answers.get(answer));
                let id = match item {
                    Item::Criterion(at) => own(at, 0).map(|row| row.id),
                    Item::Another(at, other) => own(at, other).map(|row| row.id),
                    Item::Stray(at) => view.strays.get(at).map(|row| row.id),
                };
                id == Some(wanted)
            });
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let Some(view) = &self.view else {
            line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        };
        let mut top = rows::head(view, self.only_unseen, shared, canvas, area);
        rule(canvas, area, top, "", shared.theme);
        top = top.saturating_add(1);
        let cells = usize::from(area.width);
        let selected = self.selected();
        let mut lines: Vec<(String, Style)> = Vec::new();
        let mut shown = 0..0;
        for item in self.items() {
            let from = lines.len();
            rows::of_item(view, item, Some(item) == selected, shared, cells, &mut lines);
            if Some(item) == selected {
                shown = from..lines.len();
            }
        }
        if lines.is_empty() && self.only_unseen {
            lines.push((shared.texts.checklists.all_looked_at.to_owned(), shared.theme.good()));
        }
        rows::around(&lines, shown, canvas, area, top);
    }
}
