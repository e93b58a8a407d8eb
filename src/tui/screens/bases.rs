//! The register of legal documents; for a delegation also where its documents are picked.

use ratatui::layout::Rect;

use crate::domain::{Kind, LegalBasis, RecordId, ScopeId};
use crate::session::{Action, Query, Row, View};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::forms;
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::list::Selection;
use super::super::widgets::rows::Rows;
use super::form::Form;
use super::history::History;
use super::paste::PasteBases;
use super::trash::Trash;

/// The register.
#[derive(Debug, Default)]
pub struct Bases {
    delegation: Option<RecordId>,
    bases: Option<Vec<Row<LegalBasis>>>,
    cited: Vec<RecordId>,
    selection: Selection,
}

impl Bases {
    /// Shows the register to pick documents for a delegation.
    #[must_use]
    pub fn picking_for(delegation: RecordId) -> Self {
        Self { delegation: Some(delegation), ..Self::default() }
    }

    fn rows(&self) -> &[Row<LegalBasis>] {
        self.bases.as_deref().unwrap_or_default()
    }

    fn selected(&self) -> Option<&Row<LegalBasis>> {
        self.rows().get(self.selection.within(self.rows().len()))
    }

    fn scope(&self) -> ScopeId {
        self.delegation.map_or(ScopeId::Office, ScopeId::Delegation)
    }
}

impl Screen for Bases {
    fn context(&self) -> Context {
        Context::Bases
    }

    fn title(&self, shared: &Shared) -> String {
        let words = &shared.texts.screens;
        if self.delegation.is_some() { words.pick_bases_title } else { words.bases_title }.to_owned()
    }

    fn query(&self) -> Option<Query> {
        Some(self.delegation.map_or(Query::LegalBases, Query::Delegation))
    }

    fn applies(&self, command: Command, _shared: &Shared) -> bool {
        match command {
            Command::Cite => self.delegation.is_some() && self.selected().is_some(),
            Command::Edit | Command::Remove | Command::History => self.selected().is_some(),
            _ => true,
        }
    }

    fn words_of(&self, id: RecordId, shared: &Shared) -> Option<String> {
        self.rows().iter().find(|row| row.id == id).map(|row| super::basis_name(&row.record, shared))
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        if self.selection.follow(command, self.rows().len(), usize::from(cx.shared.size.1 / 2)) {
            return;
        }
        match command {
            Command::Back => cx.pop(),
            Command::New => {
                let form = forms::basis::new(self.delegation, cx);
                cx.push(Form::open(form, cx.shared));
            }
            Command::PasteCitations => cx.push(PasteBases::open(self.delegation, cx.shared)),
            Command::Undo => drop(cx.act(Action::Undo(self.scope()))),
            Command::Redo => drop(cx.act(Action::Redo(self.scope()))),
            Command::Trash => cx.push(Trash::of(ScopeId::Office)),
            _ => {}
        }
        let Some(row) = self.selected() else { return };
        match command {
            Command::Cite => {
                if let Some(delegation) = self.delegation {
                    cx.act(Action::ToggleCitation { delegation, basis: row.id });
                }
            }
            Command::Edit => {
                let form = forms::basis::edit(row, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::Remove => {
                let name = super::basis_name(&row.record, cx.shared);
                let form = forms::reason::remove(Kind::LEGAL_BASIS, row.id, &name, cx.shared);
                cx.push(Form::open(form, cx.shared));
            }
            Command::History => cx.push(History::of(row.id)),
            _ => {}
        }
    }

    fn answered(&mut self, view: View, cx: &mut Cx<'_>) {
        let bases = match view {
            View::LegalBases(view) => view.bases,
            View::Delegation(view) => {
                self.cited = view.citations.iter().map(|(_, basis)| basis.id).collect();
                view.bases
            }
            _ => return,
        };
        if let Some(wanted) = cx.shared.select.take()
            && let Some(at) = bases.iter().position(|row| row.id == wanted)
        {
            self.selection.set(at);
        }
        self.bases = Some(bases);
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let empty = shared.texts.screens.no_bases;
        let rows = Rows { items: self.bases.as_deref(), empty, selection: &self.selection, two_lines: false };
        rows.draw(shared, canvas, area, |row| {
            let tick = match self.delegation {
                Some(_) if self.cited.contains(&row.id) => "[x] ",
                Some(_) => "[ ] ",
                None => "",
            };
            (format!("{tick}{}", super::basis_name(&row.record, shared)), None)
        });
    }
}
