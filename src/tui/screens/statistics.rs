//! Figures over many visits: as bars, as a table, and as a file for spreadsheets.

mod bars;
mod drawing;
mod grid;

use std::cmp::Reverse;

use ratatui::layout::Rect;

use crate::domain::RecordId;
use crate::session::{Figures, Over, Query, StatisticsView, Tallied, UnitRow, View, sheet};
use crate::text::sort_key;

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::{Scroll, Selection};
use super::delegation::DelegationScreen;
use super::form::Form;
use super::register::RegisterScreen;

/// The figures of all visits, or of those of a delegation.
#[derive(Debug)]
pub struct StatisticsScreen {
    /// What it is of, as chosen on the way here.
    base: Over,
    name: String,
    over: Over,
    view: Option<Box<StatisticsView>>,
    units: Option<Vec<UnitRow>>,
    figures: Figures,
    as_table: bool,
    by_name: bool,
    selection: Selection,
    /// Which bars stand at the top.
    bars: Scroll,
}

impl StatisticsScreen {
    fn showing(base: Over, name: String) -> Self {
        Self {
            over: base,
            base,
            name,
            view: None,
            units: None,
            figures: Figures::default(),
            as_table: false,
            by_name: false,
            selection: Selection::default(),
            bars: Scroll::default(),
        }
    }

    /// Shows the figures of all delegations.
    #[must_use]
    pub fn of_all() -> Self {
        Self::showing(Over::default(), String::new())
    }

    /// Shows the figures of a delegation and its parts.
    #[must_use]
    pub fn of_delegation(delegation: RecordId, name: String) -> Self {
        Self::showing(Over { delegation: Some(delegation), ..Over::default() }, name)
    }

    /// How many rows the figures have.
    fn count(&self, shared: &Shared) -> usize {
        self.view.as_ref().map_or(0, |view| sheet(view, self.figures, shared.texts).rows.len())
    }

    /// The unit or delegation of the selected row.
    fn selected(&self) -> Option<&Tallied> {
        let view = self.view.as_ref()?;
        let rows = match self.figures {
            Figures::Units => &view.by_unit,
            Figures::Delegations => &view.by_delegation,
            _ => return None,
        };
        rows.get(self.selection.within(rows.len())).filter(|row| row.id.is_some())
    }

    fn sort(&mut self) {
        let Some(view) = &mut self.view else { return };
        for rows in [&mut view.by_topic, &mut view.by_unit, &mut view.by_delegation] {
            let number = |row: &Tallied| if self.by_name { 0 } else { row.tally.findings() };
            rows.sort_by_cached_key(|row| (row.name.is_empty(), Reverse(number(row)), sort_key(&row.name), row.id));
        }
    }

    fn turn(&mut self, forward: bool) {
        let count = Figures::ALL.len();
        let at = Figures::ALL.iter().position(|figures| *figures == self.figures).unwrap_or_default();
        let next = (at + if forward { 1 } else { count - 1 }) % count;
        self.figures = Figures::ALL.get(next).copied().unwrap_or_default();
        self.selection = Selection::default();
    }

    fn ask(&self, cx: &mut Cx<'_>) {
        cx.ask(Query::Statistics(self.over));
    }
}

impl Screen for StatisticsScreen {
    fn context(&self) -> Context {
        Context::Statistics
    }

    fn title(&self, shared: &Shared) -> String {
        let title = shared.texts.statistics.title;
        if self.name.is_empty() { title.to_owned() } else { format!("{title} · {}", self.name) }
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Statistics(self.over))
    }

    fn applies(&self, command: Command, shared: &Shared) -> bool {
        match command {
            Command::Open => self.selected().is_some(),
            Command::ClearFilter => self.over != self.base,
            Command::ExportTable => self.count(shared) > 0,
            _ => true,
        }
    }

    fn needed(&self, _shared: &Shared) -> &'static [Command] {
        &[Command::NextSection, Command::AsTable, Command::Filter, Command::ExportTable]
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let page = usize::from(cx.shared.size.1.saturating_sub(10));
        if self.selection.follow(command, self.count(cx.shared), page) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::NextSection | Command::PreviousSection => self.turn(command == Command::NextSection),
            Command::AsTable => self.as_table = !self.as_table,
            Command::Sort => {
                self.by_name = !self.by_name;
                self.sort();
            }
            Command::Filter => {
                let form = forms::over::of(self.over, self.units.as_deref().unwrap_or_default(), cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::ClearFilter => {
                self.over = self.base;
                self.ask(cx);
            }
            Command::ExportTable => {
                let Some(view) = &self.view else { return };
                let rows = sheet(view, self.figures, cx.shared.texts).records();
                let (_, file) = self.figures.names(cx.shared.texts);
                let name = format!("{file}-{}.csv", cx.shared.moment.now.date_naive());
                let form = forms::export::of_table(name, rows, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::Open => {
                let Some(row) = self.selected() else { return };
                match (self.figures, row.id) {
                    (Figures::Units, Some(unit)) => {
                        cx.push(RegisterScreen::of_recommendations(unit, row.name.clone()));
                    }
                    (_, Some(delegation)) => cx.push(DelegationScreen::of(delegation)),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        match view {
            View::Statistics(view) => {
                self.view = Some(view);
                self.sort();
                if self.units.is_none() {
                    cx.ask(Query::Units);
                }
            }
            View::Units(view) => self.units = Some(view.units),
            _ => {}
        }
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        if let Some(over) = cx.shared.over.take() {
            self.over = over;
            self.ask(cx);
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        self.paint(shared, canvas, area);
    }
}
