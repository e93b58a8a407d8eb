//! The form that ends a visit: when, how secret, how many copies.

use crate::domain::{Edit, RecordId, Secrecy, Visit};
use crate::session::{Action, Row};

use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind, code_of, enum_choices};
use super::visit::short_time;
use super::{FormSpec, Purpose, label};

#[derive(Debug)]
struct CloseVisit {
    id: RecordId,
    before: Visit,
}

/// The fields that it asks for.
pub const FIELDS: &[&str] = &["end", "secrecy", "copies", "copies_each"];

/// Makes the form that closes a visit, with the present time as its end on the day of the visit; what is typed up later ended
/// at some other time.
#[must_use]
pub fn of(row: &Row<Visit>, shared: &Shared) -> FormSpec {
    let texts = shared.texts;
    let visit = &row.record;
    let number = |name, value: Option<u32>| {
        let value = value.map(|value| value.to_string()).unwrap_or_default();
        Field::typed(name, label(name, texts), FieldKind::Number, &value)
    };
    let now = shared.moment.now.naive_local();
    let is_today = visit.date.is_none_or(|day| day == now.date());
    let end = visit.end.or_else(|| is_today.then(|| now.time()));
    let fields = vec![
        Field::typed("end", label("end", texts), FieldKind::Time, &short_time(end)),
        Field::choice(
            "secrecy",
            label("secrecy", texts),
            enum_choices(&Secrecy::ALL, texts.terms.secrecy),
            &code_of(&visit.secrecy),
        ),
        number("copies", visit.copies),
        number("copies_each", visit.copies_each),
    ];
    FormSpec {
        title: texts.screens.close_visit.to_owned(),
        key: format!("closing:{}", row.id),
        fields,
        purpose: Box::new(CloseVisit { id: row.id, before: visit.clone() }),
    }
}

impl Purpose for CloseVisit {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let end = answers.time("end")?;
        let after = Visit {
            end,
            secrecy: answers.choice("secrecy"),
            copies: answers.number("copies")?,
            copies_each: answers.number("copies_each")?,
            ..self.before.clone()
        };
        let facts = Some(Edit::change(self.id, &self.before, &after));
        Ok(vec![Action::CloseVisit { visit: self.id, end, facts }])
    }
}
