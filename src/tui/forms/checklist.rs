//! The forms of a checklist: an answer on one criterion, and which list the delegation holds against.

use crate::domain::{Answer, Delegation, Edit, Extent, RecordId, ScopeId};
use crate::session::{Action, ChecklistInfo, Node, Row};

use super::super::screen::Cx;
use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Choice, Field, FieldKind, code_of, open_choices};
use super::{FormSpec, Purpose, label};

#[derive(Debug)]
struct SaveAnswer {
    id: RecordId,
    scope: ScopeId,
    before: Answer,
    place: Answer,
}

/// Makes the form of an answer on a criterion of a visit's checklist, a new one or one that exists.
#[must_use]
pub fn answer(scope: ScopeId, visit: RecordId, node: &Node, row: Option<&Row<Answer>>, cx: &Cx<'_>) -> FormSpec {
    let criterion = &node.criterion;
    let place = Answer {
        visit: Some(visit),
        checklist: criterion.checklist.clone(),
        criterion: criterion.code.clone(),
        ..Answer::default()
    };
    let title = format!("{} {} · {}", cx.shared.texts.checklists.answer_title, criterion.code, criterion.title);
    let (id, key) = match row {
        Some(row) => (row.id, format!("answer:{}", row.id)),
        None => (cx.fresh(), format!("answer:new:{visit}:{}", criterion.code)),
    };
    let before = row.map(|row| row.record.clone()).unwrap_or_default();
    form(title, key, SaveAnswer { id, scope, place: row.map_or(place, |row| row.record.clone()), before }, cx.shared)
}

/// Makes the form of an answer whose criterion is in no list of this machine.
#[must_use]
pub fn stray(row: &Row<Answer>, shared: &Shared) -> FormSpec {
    let title = format!("{} {}", shared.texts.checklists.answer_title, row.record.criterion);
    let (place, before) = (row.record.clone(), row.record.clone());
    form(title, format!("answer:{}", row.id), SaveAnswer { id: row.id, scope: row.scope, place, before }, shared)
}

fn form(title: String, key: String, purpose: SaveAnswer, shared: &Shared) -> FormSpec {
    let (texts, before) = (shared.texts, &purpose.before);
    let words = &texts.checklists;
    let level = |name, value: Option<Extent>| {
        let choices = open_choices(words.not_said, &Extent::ALL, texts.terms.extent);
        let code = value.map(|level| code_of(&level)).unwrap_or_default();
        Field::choice(name, label(name, texts), choices, &code).hinted(words.answer_hint)
    };
    let number = |name, value: Option<u32>| {
        let value = value.map(|number| number.to_string()).unwrap_or_default();
        Field::typed(name, label(name, texts), FieldKind::Number, &value)
    };
    let fields = vec![
        level("level", before.level),
        Field::typed("note", label("note", texts), FieldKind::Text, &before.note).hinted(words.answer_hint),
        number("people_count", before.people_count),
        number("body_count", before.body_count),
        number("score", before.score),
        level("self_level", before.self_level),
        Field::typed("self_note", label("self_note", texts), FieldKind::Text, &before.self_note),
        number("self_score", before.self_score),
    ];
    FormSpec { title, key, fields, purpose: Box::new(purpose) }
}

impl Purpose for SaveAnswer {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let after = Answer {
            level: answers.open_choice("level"),
            note: answers.text("note"),
            people_count: answers.number("people_count")?,
            body_count: answers.number("body_count")?,
            score: answers.number("score")?,
            self_level: answers.open_choice("self_level"),
            self_note: answers.text("self_note"),
            self_score: answers.number("self_score")?,
            ..self.place.clone()
        };
        if self.before == Answer::default() && after == self.place {
            // Nothing was said: an empty answer would count for nothing and only be in the way.
            return Ok(vec![Action::Save { scope: self.scope, edits: Vec::new() }]);
        }
        let edit = Edit::change(self.id, &self.before, &after);
        Ok(vec![Action::Save { scope: self.scope, edits: vec![edit] }])
    }
}

#[derive(Debug)]
struct Choose {
    delegation: Row<Delegation>,
}

/// Makes the form that says which checklist a delegation holds against.
#[must_use]
pub fn choose(delegation: &Row<Delegation>, lists: &[ChecklistInfo], shared: &Shared) -> FormSpec {
    let choices = lists.iter().map(|list| Choice {
        // The built-in list is what a delegation that chose none holds against.
        code: if list.built_in { String::new() } else { list.checklist.code.clone() },
        label: format!("{} ({})", list.checklist.title, list.checklist.code),
    });
    let field = Field::choice(
        "checklist",
        (shared.texts.terms.field)("checklist").to_owned(),
        choices.collect(),
        &delegation.record.checklist,
    );
    FormSpec {
        title: shared.texts.checklists.choose_title.to_owned(),
        key: format!("checklist:{}", delegation.id),
        fields: vec![field],
        purpose: Box::new(Choose { delegation: delegation.clone() }),
    }
}

impl Purpose for Choose {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let before = &self.delegation.record;
        let after = Delegation { checklist: answers.text("checklist"), ..before.clone() };
        let edit = Edit::change(self.delegation.id, before, &after);
        Ok(vec![Action::Save { scope: self.delegation.scope, edits: vec![edit] }])
    }
}
