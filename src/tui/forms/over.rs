//! The form that says which visits figures are made of.

use crate::figures::print_date;
use crate::session::{Action, Over, UnitRow};

use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind, id_code};
use super::unit::unit_choices;
use super::{FormSpec, Next, Purpose, label};

#[derive(Debug)]
struct SetOver(Over);

/// Makes the form of what is chosen now.
#[must_use]
pub fn of(over: Over, units: &[UnitRow], shared: &Shared) -> FormSpec {
    let words = &shared.texts.statistics;
    let date = |name, label: &str, value: Option<_>| {
        Field::typed(name, label.to_owned(), FieldKind::Date, &value.map(print_date).unwrap_or_default())
    };
    let mut units = unit_choices(units, None, shared);
    if let Some(first) = units.first_mut() {
        first.label = shared.texts.register.any.to_owned();
    }
    let fields = vec![
        Field::choice("unit", label("unit", shared.texts), units, &id_code(over.unit)),
        date("from", words.from, over.from),
        date("to", words.to, over.to),
    ];
    let (title, key) = (words.over_title.to_owned(), "over".to_owned());
    FormSpec { title, key, fields, purpose: Box::new(SetOver(over)) }
}

impl Purpose for SetOver {
    fn actions(&self, _answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        Ok(Vec::new())
    }

    fn next(&self, answers: &Answers<'_>) -> Result<Option<Next>, Wrong> {
        let (from, to) = (answers.date("from")?, answers.date("to")?);
        Ok(Some(Next::Over(Over { unit: answers.record("unit"), delegation: self.0.delegation, from, to })))
    }
}
