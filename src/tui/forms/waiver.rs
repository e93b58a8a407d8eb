//! The form that switches a check off for a visit: the reason, which must be given.

use crate::checks::Check;
use crate::domain::{Edit, RecordId, ScopeId, Waiver};
use crate::session::Action;

use super::super::screen::Cx;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind};
use super::{FormSpec, Purpose};

#[derive(Debug)]
struct Waive {
    id: RecordId,
    scope: ScopeId,
    visit: RecordId,
    check: Check,
}

/// Makes the form that asks why a check is switched off.
#[must_use]
pub fn of(visit: RecordId, scope: ScopeId, check: Check, cx: &Cx<'_>) -> FormSpec {
    let words = &cx.shared.texts.checks;
    FormSpec {
        title: (words.waive_title)((words.name)(check)),
        key: format!("waiver:{visit}:{}", check.code()),
        fields: vec![Field::typed("reason", words.why_off.to_owned(), FieldKind::Text, "")],
        purpose: Box::new(Waive { id: cx.fresh(), scope, visit, check }),
    }
}

impl Purpose for Waive {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let check = self.check.code().to_owned();
        let waiver = Waiver { visit: Some(self.visit), check, reason: answers.needed("reason")? };
        Ok(vec![Action::Save { scope: self.scope, edits: vec![Edit::create(self.id, &waiver)] }])
    }
}
