//! The form of an item from an outside source, and of a tracked case.

use crate::domain::{Edit, OutsideItem, RecordId, ScopeId};
use crate::figures::print_date;
use crate::session::{Action, Row, UnitRow};

use super::super::screen::Cx;
use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind, id_code};
use super::unit::unit_choices;
use super::{FormSpec, Purpose, label};

#[derive(Debug)]
struct SaveOutside {
    id: RecordId,
    before: OutsideItem,
}

/// Makes the form of a new item at a unit; `classes` are those in use.
#[must_use]
pub fn new(unit: Option<RecordId>, units: &[UnitRow], classes: &[String], cx: &Cx<'_>) -> FormSpec {
    let title = cx.shared.texts.register.new_outside.to_owned();
    let save = SaveOutside { id: cx.fresh(), before: OutsideItem::default() };
    let shown = OutsideItem { unit, ..OutsideItem::default() };
    spec(save, &shown, title, "outside_item:new".to_owned(), units, classes, cx.shared)
}

/// Makes the form of an item that exists.
#[must_use]
pub fn edit(row: &Row<OutsideItem>, units: &[UnitRow], classes: &[String], shared: &Shared) -> FormSpec {
    let title = shared.texts.register.edit_outside.to_owned();
    let save = SaveOutside { id: row.id, before: row.record.clone() };
    spec(save, &row.record, title, format!("outside_item:{}", row.id), units, classes, shared)
}

fn spec(
    save: SaveOutside,
    shown: &OutsideItem,
    title: String,
    key: String,
    units: &[UnitRow],
    classes: &[String],
    shared: &Shared,
) -> FormSpec {
    let texts = shared.texts;
    let words = &texts.register;
    let text = |name, label: String, value: &str| Field::typed(name, label, FieldKind::Text, value);
    let date = |name, value: Option<_>| {
        Field::typed(name, label(name, texts), FieldKind::Date, &value.map(print_date).unwrap_or_default())
    };
    let carried = if shown.carried == 0 { String::new() } else { shown.carried.to_string() };
    let fields = vec![
        Field::choice("unit", label("unit", texts), unit_choices(units, None, shared), &id_code(shown.unit)),
        text("text", label("text", texts), &shown.text),
        text("doers", words.doers.to_owned(), &shown.doers.join("; ")),
        date("due", shown.due),
        text("source", words.outside_source.to_owned(), &shown.source),
        text("document", label("document", texts), &shown.document),
        date("date", shown.date),
        text("class", label("class", texts), &shown.class).suggesting(classes.to_vec()),
        text("criteria", label("criteria", texts), &shown.criteria.join("; ")),
        Field::typed("carried", label("carried", texts), FieldKind::Number, &carried),
    ];
    FormSpec { title, key, fields, purpose: Box::new(save) }
}

impl Purpose for SaveOutside {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        answers.needed("unit")?;
        let after = OutsideItem {
            unit: answers.record("unit"),
            source: answers.text("source"),
            document: answers.text("document"),
            date: answers.date("date")?,
            text: answers.needed("text")?,
            doers: answers.list("doers"),
            due: answers.date("due")?,
            class: answers.text("class"),
            carried: answers.number("carried")?.unwrap_or_default(),
            criteria: answers.list("criteria"),
        };
        Ok(vec![Action::Save { scope: ScopeId::Office, edits: vec![Edit::change(self.id, &self.before, &after)] }])
    }
}
