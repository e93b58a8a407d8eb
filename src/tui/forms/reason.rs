//! Forms of one field: why something is removed, why a visit is cancelled or opened again.

use crate::domain::{Kind, RecordId};
use crate::session::Action;

use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind};
use super::{FormSpec, Purpose};

#[derive(Debug)]
enum Reason {
    Remove(Kind, RecordId),
    Cancel(RecordId),
    Reopen(RecordId),
}

/// Asks before something is removed; a reason may be given.
#[must_use]
pub fn remove(kind: Kind, id: RecordId, name: &str, shared: &Shared) -> FormSpec {
    let words = &shared.texts.screens;
    let title = (words.remove_title)((shared.texts.terms.kind)(&kind), name);
    one(title, format!("remove:{id}"), words.remove_reason, Reason::Remove(kind, id))
}

/// Asks why a visit is cancelled.
#[must_use]
pub fn cancel(visit: RecordId, name: &str, shared: &Shared) -> FormSpec {
    let words = &shared.texts.screens;
    let label = (shared.texts.terms.field)("cancel_reason");
    one((words.cancel_title)(name), format!("cancel:{visit}"), label, Reason::Cancel(visit))
}

/// Asks why a sealed visit is opened again.
#[must_use]
pub fn reopen(visit: RecordId, shared: &Shared) -> FormSpec {
    let words = &shared.texts.sealing;
    let mut form =
        one(words.reopen_title.to_owned(), format!("reopen:{visit}"), words.reopen_reason, Reason::Reopen(visit));
    form.fields = form.fields.into_iter().map(|field| field.hinted(words.reopen_hint)).collect();
    form
}

fn one(title: String, key: String, label: &str, purpose: Reason) -> FormSpec {
    let field = Field::typed("cancel_reason", label.to_owned(), FieldKind::Text, "");
    FormSpec { title, key, fields: vec![field], purpose: Box::new(purpose) }
}

impl Purpose for Reason {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        Ok(vec![match self {
            Self::Remove(kind, id) => {
                Action::Remove { kind: kind.clone(), id: *id, reason: answers.text("cancel_reason") }
            }
            Self::Reopen(visit) => Action::ReopenVisit { visit: *visit, reason: answers.needed("cancel_reason")? },
            Self::Cancel(visit) => Action::CancelVisit { visit: *visit, reason: answers.needed("cancel_reason")? },
        }])
    }
}
