//! The form of a document due or received.

use crate::domain::{Edit, Material, RecordId, ScopeId};
use crate::figures::print_date;
use crate::session::{Action, Row};

use super::super::screen::Cx;
use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind, flag_choices};
use super::{FormSpec, Purpose, label};

#[derive(Debug)]
struct SaveMaterial {
    id: RecordId,
    scope: ScopeId,
    before: Material,
    visit: Option<RecordId>,
}

/// Makes the form of a new document.
#[must_use]
pub fn new(visit: RecordId, scope: ScopeId, cx: &Cx<'_>) -> FormSpec {
    let title = cx.shared.texts.preparation.new_material.to_owned();
    let purpose = SaveMaterial { id: cx.fresh(), scope, before: Material::default(), visit: Some(visit) };
    spec(purpose, title, format!("material:new:{visit}"), cx.shared)
}

/// Makes the form of a document that is listed.
#[must_use]
pub fn edit(row: &Row<Material>, shared: &Shared) -> FormSpec {
    let title = shared.texts.preparation.edit_material.to_owned();
    let purpose = SaveMaterial { id: row.id, scope: row.scope, before: row.record.clone(), visit: row.record.visit };
    spec(purpose, title, format!("material:{}", row.id), shared)
}

fn spec(purpose: SaveMaterial, title: String, key: String, shared: &Shared) -> FormSpec {
    let texts = shared.texts;
    let before = &purpose.before;
    let text = |name, value: &str| Field::typed(name, label(name, texts), FieldKind::Text, value);
    let date = |name, named: &str, value: Option<_>| {
        Field::typed(name, named.to_owned(), FieldKind::Date, &value.map(print_date).unwrap_or_default())
    };
    let fields = vec![
        text("form", &before.form).hinted(texts.preparation.form_hint),
        text("symbol", &before.symbol),
        date("date", texts.preparation.date_of_paper, before.date),
        text("title", &before.title),
        Field::choice("self_report", label("self_report", texts), flag_choices(texts), &before.self_report.to_string())
            .hinted(texts.preparation.self_report_hint),
        date("due", texts.preparation.due_day, before.due),
        date("received", &label("received", texts), before.received),
        text("note", &before.note),
    ];
    FormSpec { title, key, fields, purpose: Box::new(purpose) }
}

impl Purpose for SaveMaterial {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let after = Material {
            visit: self.visit,
            form: answers.text("form"),
            symbol: answers.text("symbol"),
            date: answers.date("date")?,
            title: answers.text("title"),
            self_report: answers.flag("self_report"),
            due: answers.date("due")?,
            received: answers.date("received")?,
            note: answers.text("note"),
            ..self.before.clone()
        };
        if !after.is_named() {
            answers.needed("form")?;
        }
        Ok(vec![Action::Save { scope: self.scope, edits: vec![Edit::change(self.id, &self.before, &after)] }])
    }
}
