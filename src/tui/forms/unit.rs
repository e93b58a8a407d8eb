//! The form of a unit.

use crate::domain::{Edit, RecordId, ScopeId, Unit};
use crate::session::{Action, UnitRow};

use super::super::screen::Cx;
use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Choice, Field, FieldKind, flag_choices, id_code, record_choices};
use super::{FormSpec, Purpose, label};

#[derive(Debug)]
struct SaveUnit {
    id: RecordId,
    before: Unit,
}

/// Makes the form of a new unit, below another one or not.
#[must_use]
pub fn new(parent: Option<RecordId>, units: &[UnitRow], cx: &Cx<'_>) -> FormSpec {
    let title = cx.shared.texts.screens.new_unit.to_owned();
    let mut form = spec(cx.fresh(), Unit::default(), parent, title, "unit:new".into(), units, cx.shared);
    if let Some(field) = form.fields.iter_mut().find(|field| field.name == "parent") {
        field.set_value(&id_code(parent));
    }
    form
}

/// Makes the form of a unit that exists.
#[must_use]
pub fn edit(row: &UnitRow, units: &[UnitRow], shared: &Shared) -> FormSpec {
    let title = shared.texts.screens.edit_unit.to_owned();
    let (id, before) = (row.unit.id, row.unit.record.clone());
    let parent = before.parent;
    spec(id, before, parent, title, format!("unit:{id}"), units, shared)
}

/// Lists the units as choices, each below its parent.
pub fn unit_choices(units: &[UnitRow], but: Option<RecordId>, shared: &Shared) -> Vec<Choice> {
    let others = units.iter().filter(|row| Some(row.unit.id) != but);
    record_choices(shared.texts.screens.none, others.map(|row| (row.unit.id, row.unit.record.name.clone())))
}

fn spec(
    id: RecordId,
    before: Unit,
    parent: Option<RecordId>,
    title: String,
    key: String,
    units: &[UnitRow],
    shared: &Shared,
) -> FormSpec {
    let texts = shared.texts;
    let fields = vec![
        Field::typed("name", label("name", texts), FieldKind::Text, &before.name),
        Field::choice("parent", label("parent", texts), unit_choices(units, Some(id), shared), &id_code(parent)),
        Field::choice("pilot", label("pilot", texts), flag_choices(texts), &before.pilot.to_string())
            .hinted(texts.preparation.pilot_hint),
        Field::typed("note", label("note", texts), FieldKind::Text, &before.note),
    ];
    FormSpec { title, key, fields, purpose: Box::new(SaveUnit { id, before }) }
}

impl Purpose for SaveUnit {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let after = Unit {
            name: answers.needed("name")?,
            parent: answers.record("parent"),
            note: answers.text("note"),
            pilot: answers.flag("pilot"),
        };
        let edit = Edit::change(self.id, &self.before, &after);
        Ok(vec![Action::Save { scope: ScopeId::Office, edits: vec![edit] }])
    }
}
