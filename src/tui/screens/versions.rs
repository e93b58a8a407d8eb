//! The sealed versions of a visit, two of them to be compared.

use ratatui::layout::Rect;

use crate::domain::RecordId;
use crate::session::{Query, Version, VersionsView, View, explain};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::rows::Rows;
use super::comparison::Comparison;

/// The versions of a visit, newest first.
#[derive(Debug)]
pub struct Versions {
    visit: RecordId,
    view: Option<Box<VersionsView>>,
    /// The versions; none for the draft of a visit that is not sealed now.
    rows: Vec<Option<u32>>,
    selection: Selection,
    /// The row that the next one is compared with.
    marked: Option<usize>,
}

impl Versions {
    /// Shows what was sealed of a visit.
    #[must_use]
    pub fn of(visit: RecordId) -> Self {
        Self { visit, view: None, rows: Vec::new(), selection: Selection::default(), marked: None }
    }

    fn at(&self) -> usize {
        self.selection.within(self.rows.len())
    }

    /// Names a row.
    fn name(&self, at: usize, shared: &Shared) -> String {
        let words = &shared.texts.sealing;
        self.rows.get(at).copied().flatten().map_or_else(|| words.draft_now.to_owned(), words.version)
    }

    /// Compares the selected row with the one marked, or with the one before it.
    fn compare(&mut self, cx: &mut Cx<'_>) {
        let at = self.at();
        let beside = if at + 1 < self.rows.len() { at + 1 } else { at.saturating_sub(1) };
        let other = self.marked.take().filter(|other| *other != at).unwrap_or(beside);
        // Newest first: what stands further down is earlier, and a draft stands above everything.
        let (earlier, later) = (at.max(other), at.min(other));
        if let (Some(Some(from)), Some(to)) = (self.rows.get(earlier), self.rows.get(later)) {
            cx.push(Comparison::of(self.visit, *from, *to));
        }
    }
}

impl Screen for Versions {
    fn context(&self) -> Context {
        Context::Versions
    }

    fn title(&self, shared: &Shared) -> String {
        shared.texts.sealing.versions.to_owned()
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Versions(self.visit))
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        !matches!(command, Command::Open | Command::Mark) || self.rows.len() > 1
    }

    fn why_not(&self, command: Command, shared: &Shared) -> Option<String> {
        let is_compare = matches!(command, Command::Open | Command::Mark) && self.rows.len() == 1;
        is_compare.then(|| shared.texts.sealing.one_version.to_owned())
    }

    fn called(&self, command: Command, shared: &Shared) -> Option<&'static str> {
        (command == Command::Open).then_some(shared.texts.sealing.comparison)
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.selection.follow(command, self.rows.len(), usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::Mark => {
                let at = self.at();
                self.marked = if self.marked == Some(at) { None } else { Some(at) };
                if self.marked.is_some() {
                    cx.say((cx.shared.texts.sealing.marked)(&self.name(at, cx.shared)));
                }
            }
            Command::Open => self.compare(cx),
            _ => {}
        }
    }

    fn answered(&mut self, view: View, _cx: &mut Cx<'_>) {
        if let View::Versions(view) = view {
            let draft = (view.visit.record.sealed.is_none() && !view.versions.is_empty()).then_some(None);
            self.rows =
                draft.into_iter().chain(view.versions.iter().rev().map(|version| Some(version.seal.version))).collect();
            self.view = Some(view);
        }
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let empty = shared.texts.sealing.no_versions;
        let versions = self.view.as_ref().map_or(&[][..], |view| &view.versions);
        let items: Vec<usize> = (0..self.rows.len()).collect();
        let items = self.view.as_ref().map(|_| items.as_slice());
        Rows { items, empty, selection: &self.selection, two_lines: true }.draw(shared, canvas, area, |at| {
            let number = self.rows.get(*at).copied().flatten();
            let version = versions.iter().rfind(|version| Some(version.seal.version) == number);
            let mark = if self.marked == Some(*at) { "● " } else { "" };
            let head = format!("{mark}{}", self.name(*at, shared));
            let Some(Version { seal, signed }) = version else { return (head, None) };
            let when = seal.at.map(|at| at.format("%-H:%M %-d/%-m/%Y").to_string()).unwrap_or_default();
            let head = [head, when, seal.by.clone()].into_iter().filter(|part| !part.is_empty());
            let signed = explain::signed_briefly(signed.as_ref(), shared.texts);
            let below = [seal.code(), seal.reason.clone(), signed].into_iter().filter(|part| !part.is_empty());
            (head.collect::<Vec<_>>().join(" · "), Some(below.collect::<Vec<_>>().join(" · ")))
        });
    }
}
