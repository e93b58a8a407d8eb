//! The line of an entry while it is put right. What is typed is kept until the disk has it.

use crate::domain::RecordId;
use crate::session::{Action, Ticket};

use super::super::super::super::command::Command;
use super::super::super::super::screen::Cx;
use super::super::super::super::widgets::editor::LineEditor;

/// A correction being typed.
#[derive(Debug)]
pub(super) struct Correction {
    pub(super) entry: RecordId,
    pub(super) editor: LineEditor,
    original: String,
    sent: Option<Ticket>,
}

impl Correction {
    /// Opens an entry as the line that makes it, or as it was left unfinished.
    pub(super) fn of(entry: RecordId, original: String, cx: &mut Cx<'_>) -> Self {
        let mut correction = Self { entry, editor: LineEditor::multiline(), original, sent: None };
        let kept = cx.shared.drafts.get(&correction.key()).map(str::to_owned);
        if kept.is_some() {
            cx.say(cx.shared.texts.screens.line_recovered);
        }
        correction.editor.set(kept.as_deref().unwrap_or(&correction.original));
        correction
    }

    fn key(&self) -> String {
        format!("recapture:{}", self.entry)
    }

    pub(super) fn is_changed(&self) -> bool {
        self.editor.text() != self.original
    }

    pub(super) fn insert(&mut self, text: &str, cx: &mut Cx<'_>) {
        self.editor.insert(text);
        self.typed(cx);
    }

    pub(super) fn lends(&self) -> (String, String) {
        (self.key(), self.editor.text().to_owned())
    }

    pub(super) fn take_back(&mut self, text: &str, cx: &mut Cx<'_>) {
        self.editor.set(text);
        self.typed(cx);
    }

    pub(super) fn edit(&mut self, command: Command, cells: usize, cx: &mut Cx<'_>) {
        if self.editor.edit_rows(command, cells) {
            self.typed(cx);
        }
    }

    fn typed(&self, cx: &mut Cx<'_>) {
        cx.forgive();
        cx.note_draft(&self.key(), if self.is_changed() { self.editor.text() } else { "" });
    }

    pub(super) fn send(&mut self, cx: &mut Cx<'_>) {
        self.sent = Some(cx.act(Action::Recapture { entry: self.entry, line: self.editor.text().to_owned() }));
    }

    pub(super) fn is_sending(&self) -> bool {
        self.sent.is_some()
    }

    pub(super) fn is_sent_as(&self, ticket: Ticket) -> bool {
        self.sent == Some(ticket)
    }

    /// It was not saved: it stays in the line to be put right or sent again.
    pub(super) fn came_back(&mut self) {
        self.sent = None;
    }

    pub(super) fn drop_draft(&self, cx: &mut Cx<'_>) {
        cx.drop_draft(&self.key());
    }
}
