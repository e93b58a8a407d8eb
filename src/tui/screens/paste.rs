//! Where citations are pasted: the text above, what is understood of it below, saved together.

use std::collections::{BTreeMap, VecDeque};

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::capture::citations;
use crate::domain::{LegalBasis, RecordId};
use crate::session::{Action, Error, Outcome, Query, Row, Ticket, View};
use crate::text::{truncate, wrap};

use super::super::canvas::Canvas;
use super::super::command::{Command, Context};
use super::super::screen::{Cx, Screen};
use super::super::state::Shared;
use super::super::widgets::editor::{LineEditor, caret_place};
use super::super::widgets::paint::{caret, inset, line, paragraph, rows, rule};
use super::confirm::Confirm;
use super::form::DRAFT_TITLE;

/// Name under which the unfinished paste is kept beside its title.
const DRAFT_TEXT: &str = "text";

/// A paste of citations.
#[derive(Debug)]
pub struct PasteBases {
    /// The delegation that they are picked for.
    delegation: Option<RecordId>,
    register: Option<Vec<Row<LegalBasis>>>,
    editor: LineEditor,
    read: Vec<LegalBasis>,
    key: String,
    saving: Option<Ticket>,
    todo: VecDeque<Action>,
}

impl PasteBases {
    /// Shows an empty paste, or the one that was not finished last time.
    #[must_use]
    pub fn open(delegation: Option<RecordId>, shared: &Shared) -> Self {
        let of = delegation.map(|id| format!(":{id}")).unwrap_or_default();
        let key = format!("form:legal_basis:paste{of}");
        let kept: Option<BTreeMap<String, String>> =
            shared.drafts.get(&key).and_then(|text| serde_json::from_str(text).ok());
        let mut editor = LineEditor::multiline();
        editor.set(kept.as_ref().and_then(|kept| kept.get(DRAFT_TEXT)).map_or("", String::as_str));
        let read = citations(editor.text());
        Self { delegation, register: None, editor, read, key, saving: None, todo: VecDeque::new() }
    }

    fn edited(&mut self, cx: &mut Cx<'_>) {
        self.read = citations(self.editor.text());
        cx.forgive();
        let title = self.title(cx.shared);
        let kept = BTreeMap::from([(DRAFT_TITLE, title.as_str()), (DRAFT_TEXT, self.editor.text())]);
        let draft =
            if self.editor.is_blank() { String::new() } else { serde_json::to_string(&kept).unwrap_or_default() };
        cx.note_draft(&self.key, &draft);
    }

    fn save(&mut self, cx: &mut Cx<'_>) {
        let words = &cx.shared.texts.preparation;
        if let Some(unnamed) = self.read.iter().find(|basis| !basis.is_named()) {
            let text = truncate(&super::basis_name(unnamed, cx.shared), 60);
            return cx.complain((words.paste_unnamed)(&text));
        }
        if self.read.is_empty() {
            return cx.say(words.paste_nothing);
        }
        let bases = self.read.clone();
        self.todo = VecDeque::from([Action::AddBases(bases.clone())]);
        self.todo.extend(self.delegation.map(|delegation| Action::CiteBases { delegation, bases }));
        self.go_on(cx);
    }

    fn go_on(&mut self, cx: &mut Cx<'_>) {
        self.saving = self.todo.pop_front().map(|action| cx.act(action));
    }

    fn leave(&self, cx: &mut Cx<'_>) {
        cx.drop_draft(&self.key);
        cx.pop();
    }

    fn understood(&self, basis: &LegalBasis, shared: &Shared) -> (String, Style) {
        let words = &shared.texts.preparation;
        let is_known = || self.register.iter().flatten().any(|row| row.record.is_same_document(basis));
        let (sign, said, style) = if !basis.is_named() {
            ("⚠", words.basis_unnamed, shared.theme.warning())
        } else if is_known() {
            ("=", words.basis_known, shared.theme.faint())
        } else {
            ("+", words.basis_new, shared.theme.good())
        };
        (format!("{sign} {} ({said})", super::basis_name(basis, shared)), style)
    }
}

impl Screen for PasteBases {
    fn context(&self) -> Context {
        Context::Paste
    }

    fn title(&self, shared: &Shared) -> String {
        shared.texts.preparation.paste_title.to_owned()
    }

    fn query(&self) -> Option<Query> {
        Some(Query::LegalBases)
    }

    fn is_busy(&self) -> bool {
        self.saving.is_some()
    }

    fn command(&mut self, command: Command, cx: &mut Cx<'_>) {
        let cells = usize::from(cx.shared.size.0).saturating_sub(2);
        match command {
            Command::Save => self.save(cx),
            Command::Back if !self.editor.is_blank() => {
                cx.push(Confirm::asking(cx.shared.texts.preparation.drop_paste));
            }
            Command::Back => self.leave(cx),
            Command::NewLine => {
                self.editor.insert("\n");
                self.edited(cx);
            }
            _ => {
                if self.editor.edit_rows(command, cells) {
                    self.edited(cx);
                }
            }
        }
    }

    fn editor(&self) -> Option<&LineEditor> {
        Some(&self.editor)
    }

    fn lends(&self) -> Option<(String, String)> {
        Some((self.key.clone(), self.editor.text().to_owned()))
    }

    fn take_back(&mut self, text: &str, cx: &mut Cx<'_>) {
        self.editor.set(text);
        self.edited(cx);
    }

    fn insert(&mut self, text: &str, _pasted: bool, cx: &mut Cx<'_>) -> bool {
        self.editor.insert(text);
        self.edited(cx);
        true
    }

    fn answered(&mut self, view: View, _cx: &mut Cx<'_>) {
        if let View::LegalBases(view) = view {
            self.register = Some(view.bases);
        }
    }

    fn done(&mut self, ticket: Ticket, outcome: Outcome, cx: &mut Cx<'_>) {
        if self.saving == Some(ticket) {
            self.go_on(cx);
            if self.saving.is_none() {
                cx.tell_outcome(&outcome);
                self.leave(cx);
            }
        }
    }

    fn failed(&mut self, _ticket: Ticket, _error: &Error, _cx: &mut Cx<'_>) {
        self.saving = None;
        self.todo.clear();
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>) {
        self.leave(cx);
    }

    fn draw(&self, shared: &Shared, canvas: &mut Canvas, area: Rect) {
        let area = inset(area, 1);
        let words = &shared.texts.preparation;
        let text = self.editor.text();
        let wrapped = wrap(text, usize::from(area.width));
        let half = usize::from(area.height / 2).max(1);
        let height = wrapped.len().clamp(1, half);
        let (at, column) = caret_place(text, self.editor.caret(), usize::from(area.width));
        let first = (at + 1).saturating_sub(height).min(wrapped.len().saturating_sub(height));
        let height = u16::try_from(height).unwrap_or(1);
        let typed = rows(area, 0, height);
        if text.is_empty() {
            line(canvas, typed, 0, words.paste_invitation, shared.theme.faint());
        }
        for (row, range) in (0..height).zip(wrapped.into_iter().skip(first)) {
            line(canvas, typed, row, text.get(range).unwrap_or_default().trim_end(), Style::new());
        }
        caret(canvas, typed, column, u16::try_from(at.saturating_sub(first)).unwrap_or(0));
        rule(canvas, area, height, words.paste_understood, shared.theme);
        let list = rows(area, height + 1, area.height);
        let mut top = 0;
        for basis in &self.read {
            let (said, style) = self.understood(basis, shared);
            top += paragraph(canvas, list, top, &said, style);
        }
        if self.read.is_empty() {
            line(canvas, list, 0, words.paste_nothing, shared.theme.faint());
        }
    }
}
