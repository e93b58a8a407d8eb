//! The form of a prompted issue.

use crate::domain::{Edit, PromptedIssue, RecordId, ScopeId};
use crate::session::{Action, Row};

use super::super::screen::Cx;
use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind};
use super::{FormSpec, Purpose};

#[derive(Debug)]
struct SaveIssue {
    id: RecordId,
    scope: ScopeId,
    before: PromptedIssue,
    visit: Option<RecordId>,
}

/// Makes the form of a new issue.
#[must_use]
pub fn new(visit: RecordId, scope: ScopeId, cx: &Cx<'_>) -> FormSpec {
    let title = cx.shared.texts.preparation.new_issue.to_owned();
    let purpose = SaveIssue { id: cx.fresh(), scope, before: PromptedIssue::default(), visit: Some(visit) };
    spec(purpose, title, format!("prompted_issue:new:{visit}"), cx.shared)
}

/// Makes the form of an issue that is listed.
#[must_use]
pub fn edit(row: &Row<PromptedIssue>, shared: &Shared) -> FormSpec {
    let title = shared.texts.preparation.edit_issue.to_owned();
    let purpose = SaveIssue { id: row.id, scope: row.scope, before: row.record.clone(), visit: row.record.visit };
    spec(purpose, title, format!("prompted_issue:{}", row.id), shared)
}

fn spec(purpose: SaveIssue, title: String, key: String, shared: &Shared) -> FormSpec {
    let words = &shared.texts.preparation;
    let text = |name, label: &str, value: &str| Field::typed(name, label.to_owned(), FieldKind::Text, value);
    let fields = vec![
        text("text", words.issue, &purpose.before.text),
        text("answer", words.issue_answer, &purpose.before.answer).hinted(words.answer_hint),
    ];
    FormSpec { title, key, fields, purpose: Box::new(purpose) }
}

impl Purpose for SaveIssue {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let after = PromptedIssue {
            visit: self.visit,
            text: answers.needed("text")?,
            answer: answers.text("answer"),
            ..self.before.clone()
        };
        Ok(vec![Action::Save { scope: self.scope, edits: vec![Edit::change(self.id, &self.before, &after)] }])
    }
}
