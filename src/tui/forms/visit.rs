//! The form of a visit.

use crate::domain::{Edit, Member, RecordId, ScopeId, Secrecy, Visit};
use crate::figures::print_date;
use crate::session::{Action, Row, UnitRow};

use super::super::screen::Cx;
use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Choice, Field, FieldKind, code_of, enum_choices, id_code, record_choices};
use super::unit::unit_choices;
use super::{FormSpec, Purpose, label};

#[derive(Debug)]
struct SaveVisit {
    id: RecordId,
    delegation: RecordId,
    before: Visit,
}

/// What a visit's form chooses from.
#[derive(Clone, Copy, Debug)]
pub struct Offers<'a> {
    /// The delegation.
    pub delegation: RecordId,
    /// Every unit.
    pub units: &'a [UnitRow],
    /// Members of the delegation.
    pub members: &'a [Row<Member>],
}

/// Makes the form of a new visit: today, with the head in the chair and the secretary recording.
#[must_use]
pub fn new(offers: Offers<'_>, cx: &Cx<'_>) -> FormSpec {
    use crate::domain::Role;
    let title = cx.shared.texts.screens.new_visit.to_owned();
    let first = |role| offers.members.iter().find(|row| row.record.role == role).map(|row| row.id);
    let shown = Visit {
        date: Some(cx.shared.moment.now.date_naive()),
        chair: first(Role::Head),
        recorder: first(Role::Secretary),
        ..Visit::default()
    };
    let key = format!("visit:new:{}", offers.delegation);
    spec(cx.fresh(), Visit::default(), &shown, offers, title, key, cx.shared)
}

/// Makes the form of a visit that exists.
#[must_use]
pub fn edit(row: &Row<Visit>, offers: Offers<'_>, shared: &Shared) -> FormSpec {
    let title = shared.texts.screens.edit_visit.to_owned();
    let key = format!("visit:{}", row.id);
    spec(row.id, row.record.clone(), &row.record, offers, title, key, shared)
}

/// Writes a time as forms show it: `8:05`.
pub fn short_time(time: Option<chrono::NaiveTime>) -> String {
    time.map(|time| time.format("%-H:%M").to_string()).unwrap_or_default()
}

/// Lists the members of a delegation as choices.
fn member_choices(members: &[Row<Member>], shared: &Shared) -> Vec<Choice> {
    record_choices(shared.texts.screens.none, members.iter().map(|row| (row.id, row.record.name.clone())))
}

fn spec(
    id: RecordId,
    before: Visit,
    shown: &Visit,
    offers: Offers<'_>,
    title: String,
    key: String,
    shared: &Shared,
) -> FormSpec {
    let texts = shared.texts;
    let text = |name, value: &str| Field::typed(name, label(name, texts), FieldKind::Text, value);
    let time = |name, value| Field::typed(name, label(name, texts), FieldKind::Time, &short_time(value));
    let number = |name, value: Option<u32>| {
        let value = value.map(|value| value.to_string()).unwrap_or_default();
        Field::typed(name, label(name, texts), FieldKind::Number, &value)
    };
    let member =
        |name, value| Field::choice(name, label(name, texts), member_choices(offers.members, shared), &id_code(value));
    let date = shown.date.map(print_date).unwrap_or_default();
    let mut units = unit_choices(offers.units, None, shared);
    // A visit is always to a unit.
    units.iter_mut().take(1).for_each(|none| none.label = texts.screens.not_chosen.to_owned());
    let fields = vec![
        Field::choice("unit", label("unit", texts), units, &id_code(shown.unit)),
        Field::typed("date", label("date", texts), FieldKind::Date, &date),
        text("place", &shown.place),
        time("start", shown.start),
        time("end", shown.end),
        text("subject", &shown.subject).hinted(texts.preparation.subject_hint),
        member("chair", shown.chair),
        member("recorder", shown.recorder),
        text("materials", &shown.materials).hinted(texts.preparation.used_hint),
        text("other_information", &shown.other_information),
        Field::choice(
            "secrecy",
            label("secrecy", texts),
            enum_choices(&Secrecy::ALL, texts.terms.secrecy),
            &code_of(&shown.secrecy),
        ),
        number("copies", shown.copies),
        number("copies_each", shown.copies_each),
        text("recipients", &shown.recipients).hinted(texts.preparation.recipients_hint),
    ];
    FormSpec { title, key, fields, purpose: Box::new(SaveVisit { id, delegation: offers.delegation, before }) }
}

impl Purpose for SaveVisit {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        answers.needed("unit")?;
        let after = Visit {
            delegation: Some(self.delegation),
            unit: answers.record("unit"),
            date: answers.date("date")?,
            start: answers.time("start")?,
            end: answers.time("end")?,
            place: answers.text("place"),
            subject: answers.text("subject"),
            chair: answers.record("chair"),
            recorder: answers.record("recorder"),
            materials: answers.text("materials"),
            other_information: answers.text("other_information"),
            secrecy: answers.choice("secrecy"),
            copies: answers.number("copies")?,
            copies_each: answers.number("copies_each")?,
            recipients: answers.text("recipients"),
            ..self.before.clone()
        };
        let edit = Edit::change(self.id, &self.before, &after);
        Ok(vec![Action::Save { scope: ScopeId::Delegation(self.delegation), edits: vec![edit] }])
    }
}
