//! The criteria of one checklist, to be read before anybody holds against them.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::session::{ChecklistInfo, Level, Node, Query, View};
use crate::text::truncate;

use super::super::super::canvas::Canvas;
use super::super::super::command::{Command, Context};
use super::super::super::screen::{Cx, Screen};
use super::super::super::state::Shared;
use super::super::super::widgets::list::Selection;
use super::super::super::widgets::paint::{inset, line, visible};
use super::super::checklist::rows;

/// The criteria of one checklist.
#[derive(Debug)]
pub(super) struct Criteria {
    list: ChecklistInfo,
    nodes: Option<Vec<Node>>,
    selection: Selection,
}

impl Criteria {
    /// Shows the criteria of a checklist.
    pub(super) fn of(list: &ChecklistInfo) -> Self {
        Self { list: list.clone(), nodes: None, selection: Selection::default() }
    }
}

impl Screen for Criteria {
    fn context(&self) -> Context {
        Context::Criteria
    }

    fn title(&self, shared: &Shared) -> String {
        format!("{} · {}", shared.texts.checklists.title, self.list.checklist.title)
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Criteria(self.list.checklist.code.clone()))
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let count = self.nodes.as_ref().map_or(0, Vec::len);
        if !self.selection.follow(command, count, usize::from(cx.shared.size.1 / 2)) && command == Command::Back {
            cx.pop();
        }
    }

    fn answered(&mut self, view: View, _cx: &mut Cx<'_>) {
        if let View::Criteria(nodes) = view {
            self.nodes = Some(nodes);
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let Some(nodes) = &self.nodes else {
            line(canvas, area, 1, shared.texts.screens.loading, shared.theme.faint());
            return;
        };
        if nodes.is_empty() {
            line(canvas, area, 1, shared.texts.checklists.no_criteria, shared.theme.faint());
            return;
        }
        let selected = self.selection.within(nodes.len());
        let mut lines: Vec<(String, Style)> = Vec::new();
        let mut shown = 0..0;
        for (at, node) in nodes.iter().enumerate() {
            let from = lines.len();
            of_node(node, at == selected, shared, usize::from(area.width), &mut lines);
            if at == selected {
                shown = from..lines.len();
            }
        }
        rows::around(&lines, shown, canvas, area, 0);
    }
}

/// Adds the row of a criterion, and its wording below it when it is selected.
fn of_node(node: &Node, selected: bool, shared: &Shared, cells: usize, lines: &mut Vec<(String, Style)>) {
    let is_group = node.level == Level::Group;
    let dot = if is_group { "." } else { "" };
    let mark = if node.differing { " ⚠" } else { "" };
    let indent = "  ".repeat(node.depth.min(4));
    let text = format!("{indent}{}{dot} {}{mark}", node.criterion.code, node.criterion.title);
    let style = if is_group { shared.theme.heading() } else { Style::new() };
    let below = selected.then(|| rows::wording(node, shared));
    rows::add(&truncate(&visible(&text), cells.saturating_sub(2)), style, below, shared, cells, lines);
}
