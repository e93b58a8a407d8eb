//! The form of somebody who attends a visit, and the reason of an absence.

use crate::domain::{Attendee, Edit, Presence, RecordId, ScopeId, Side};
use crate::session::{Action, Row};

use super::super::screen::Cx;
use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind, code_of, enum_choices};
use super::{FormSpec, Purpose, label};

#[derive(Debug)]
struct SaveAttendee {
    id: RecordId,
    scope: ScopeId,
    visit: RecordId,
    before: Attendee,
}

/// Makes the form of somebody new, on the side that is being looked at.
#[must_use]
pub fn new(visit: RecordId, scope: ScopeId, side: Side, cx: &Cx<'_>) -> FormSpec {
    let title = cx.shared.texts.screens.new_attendee.to_owned();
    let save = SaveAttendee { id: cx.fresh(), scope, visit, before: Attendee::default() };
    let shown = Attendee { side, ..Attendee::default() };
    spec(save, &shown, title, format!("attendee:new:{visit}"), cx.shared)
}

/// Makes the form of somebody who is on the list.
#[must_use]
pub fn edit(visit: RecordId, row: &Row<Attendee>, shared: &Shared) -> FormSpec {
    let title = shared.texts.screens.edit_attendee.to_owned();
    let save = SaveAttendee { id: row.id, scope: row.scope, visit, before: row.record.clone() };
    spec(save, &row.record, title, format!("attendee:{}", row.id), shared)
}

fn spec(save: SaveAttendee, shown: &Attendee, title: String, key: String, shared: &Shared) -> FormSpec {
    let texts = shared.texts;
    let text = |name, label: String, value: &str| Field::typed(name, label, FieldKind::Text, value);
    let fields = vec![
        text("name", texts.screens.full_name.to_owned(), &shown.name),
        text("post", label("post", texts), &shown.post),
        Field::choice("side", label("side", texts), enum_choices(&Side::ALL, texts.terms.side), &code_of(&shown.side)),
        Field::choice(
            "presence",
            texts.screens.presence.to_owned(),
            enum_choices(&Presence::ALL, texts.terms.presence),
            &code_of(&shown.presence),
        ),
        text("reason", texts.screens.absence_reason.to_owned(), &shown.reason),
    ];
    FormSpec { title, key, fields, purpose: Box::new(save) }
}

impl Purpose for SaveAttendee {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let after = Attendee {
            visit: Some(self.visit),
            side: answers.choice("side"),
            name: answers.needed("name")?,
            post: answers.text("post"),
            presence: answers.choice("presence"),
            reason: answers.text("reason"),
            ..self.before.clone()
        };
        Ok(vec![Action::Save { scope: self.scope, edits: vec![Edit::change(self.id, &self.before, &after)] }])
    }
}

#[derive(Debug)]
struct MarkAbsent(Row<Attendee>);

/// Makes the form that asks why somebody is absent.
#[must_use]
pub fn absent(row: &Row<Attendee>, shared: &Shared) -> FormSpec {
    let words = &shared.texts.screens;
    FormSpec {
        title: (words.absent_title)(&row.record.name),
        key: format!("absent:{}", row.id),
        fields: vec![Field::typed("reason", words.absence_reason.to_owned(), FieldKind::Text, &row.record.reason)],
        purpose: Box::new(MarkAbsent(row.clone())),
    }
}

/// Returns the action that changes whether somebody is there.
#[must_use]
pub fn set_presence(row: &Row<Attendee>, presence: Presence, reason: String) -> Action {
    let after = Attendee { presence, reason, ..row.record.clone() };
    Action::Save { scope: row.scope, edits: vec![Edit::change(row.id, &row.record, &after)] }
}

impl Purpose for MarkAbsent {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        Ok(vec![set_presence(&self.0, Presence::Absent, answers.text("reason"))])
    }
}
