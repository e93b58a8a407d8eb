//! The form of a member of a delegation.

use crate::domain::{Edit, Member, RecordId, Role, ScopeId};
use crate::figures::print_posts;
use crate::session::{Action, Row, UnitRow};
use crate::text::fold;

use super::super::screen::Cx;
use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind, code_of, enum_choices};
use super::{FormSpec, Purpose, label};

#[derive(Debug)]
struct SaveMember {
    id: RecordId,
    delegation: RecordId,
    before: Member,
    /// Every unit by name.
    units: Vec<(RecordId, String)>,
}

/// Makes the form of a new member; the first one is taken for the head.
#[must_use]
pub fn new(delegation: RecordId, first: bool, units: &[UnitRow], cx: &Cx<'_>) -> FormSpec {
    let title = cx.shared.texts.screens.new_member.to_owned();
    let role = if first { Role::Head } else { Role::Member };
    let key = format!("member:new:{delegation}");
    let purpose = SaveMember { id: cx.fresh(), delegation, before: Member::default(), units: named(units) };
    spec(purpose, role, title, key, cx.shared)
}

/// Makes the form of a member who exists.
#[must_use]
pub fn edit(delegation: RecordId, row: &Row<Member>, units: &[UnitRow], shared: &Shared) -> FormSpec {
    let title = shared.texts.screens.edit_member.to_owned();
    let role = row.record.role;
    let purpose = SaveMember { id: row.id, delegation, before: row.record.clone(), units: named(units) };
    spec(purpose, role, title, format!("member:{}", row.id), shared)
}

fn named(units: &[UnitRow]) -> Vec<(RecordId, String)> {
    units.iter().map(|row| (row.unit.id, row.unit.record.name.clone())).collect()
}

fn spec(purpose: SaveMember, role: Role, title: String, key: String, shared: &Shared) -> FormSpec {
    let texts = shared.texts;
    let words = &texts.preparation;
    let before = &purpose.before;
    let unit = |id: &RecordId| purpose.units.iter().find(|(unit, _)| unit == id).map(|(_, name)| name.as_str());
    let units: Vec<&str> = before.units.iter().filter_map(unit).collect();
    let fields = vec![
        Field::typed("name", texts.screens.full_name.to_owned(), FieldKind::Text, &before.name),
        Field::typed("posts", label("posts", texts), FieldKind::Posts, &print_posts(&before.posts)),
        Field::choice("role", label("role", texts), enum_choices(&Role::ALL, texts.terms.role), &code_of(&role)),
        Field::typed("area", label("area", texts), FieldKind::Text, &before.area).hinted(words.area_hint),
        Field::typed("units", label("units", texts), FieldKind::Text, &units.join("; ")).hinted(words.units_hint),
        Field::typed("topics", label("topics", texts), FieldKind::Text, &before.topics.join("; "))
            .hinted(words.topics_hint),
    ];
    FormSpec { title, key, fields, purpose: Box::new(purpose) }
}

impl SaveMember {
    /// Finds units by their names: the whole name, or a part that only one has. Units in the trash stay where they were.
    fn units_named(&self, names: &[String], answers: &Answers<'_>) -> Result<Vec<RecordId>, Wrong> {
        let known = |id: &&RecordId| self.units.iter().any(|(unit, _)| unit == *id);
        let mut units: Vec<RecordId> = self.before.units.iter().filter(|id| !known(id)).copied().collect();
        for name in names {
            let wanted = fold(name);
            let whole: Vec<RecordId> =
                self.units.iter().filter(|(_, other)| fold(other) == wanted).map(|(id, _)| *id).collect();
            let part = || self.units.iter().filter(|(_, other)| fold(other).contains(&wanted)).map(|(id, _)| *id);
            let found = if whole.is_empty() { part().collect() } else { whole };
            let [only] = found.as_slice() else { return Err(answers.no_such_unit("units", name)) };
            if !units.contains(only) {
                units.push(*only);
            }
        }
        Ok(units)
    }
}

impl Purpose for SaveMember {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let after = Member {
            delegation: Some(self.delegation),
            name: answers.needed("name")?,
            posts: answers.posts("posts")?,
            role: answers.choice("role"),
            area: answers.text("area"),
            units: self.units_named(&answers.list("units"), answers)?,
            topics: answers.list("topics"),
            ..self.before.clone()
        };
        let edit = Edit::change(self.id, &self.before, &after);
        Ok(vec![Action::Save { scope: ScopeId::Delegation(self.delegation), edits: vec![edit] }])
    }
}
