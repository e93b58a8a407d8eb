//! The form of a legal document.

use crate::domain::{Edit, LegalBasis, RecordId, ScopeId};
use crate::figures::print_date;
use crate::session::{Action, Row};

use super::super::screen::Cx;
use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind};
use super::{FormSpec, Purpose, label};

#[derive(Debug)]
struct SaveBasis {
    id: RecordId,
    before: LegalBasis,
    cite_for: Option<RecordId>,
}

/// Makes the form of a new document; with a delegation it is picked for it at once.
#[must_use]
pub fn new(cite_for: Option<RecordId>, cx: &Cx<'_>) -> FormSpec {
    let title = cx.shared.texts.screens.new_basis.to_owned();
    spec(cx.fresh(), LegalBasis::default(), cite_for, title, "legal_basis:new".into(), cx.shared)
}

/// Makes the form of a document that exists.
#[must_use]
pub fn edit(row: &Row<LegalBasis>, shared: &Shared) -> FormSpec {
    let title = shared.texts.screens.edit_basis.to_owned();
    spec(row.id, row.record.clone(), None, title, format!("legal_basis:{}", row.id), shared)
}

fn spec(
    id: RecordId,
    before: LegalBasis,
    cite_for: Option<RecordId>,
    title: String,
    key: String,
    shared: &Shared,
) -> FormSpec {
    let texts = shared.texts;
    let text = |name, value: &str| Field::typed(name, label(name, texts), FieldKind::Text, value);
    let date = before.date.map(print_date).unwrap_or_default();
    let fields = vec![
        text("form", &before.form),
        text("symbol", &before.symbol),
        Field::typed("date", label("date", texts), FieldKind::Date, &date),
        text("issuer", &before.issuer),
        text("title", &before.title),
    ];
    FormSpec { title, key, fields, purpose: Box::new(SaveBasis { id, before, cite_for }) }
}

impl Purpose for SaveBasis {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let after = LegalBasis {
            form: answers.text("form"),
            symbol: answers.text("symbol"),
            date: answers.date("date")?,
            issuer: answers.text("issuer"),
            title: answers.text("title"),
        };
        if !after.is_named() {
            answers.needed("symbol")?;
        }
        let edit = Edit::change(self.id, &self.before, &after);
        let mut actions = vec![Action::Save { scope: ScopeId::Office, edits: vec![edit] }];
        if let Some(delegation) = self.cite_for {
            actions.push(Action::ToggleCitation { delegation, basis: self.id });
        }
        Ok(actions)
    }
}
