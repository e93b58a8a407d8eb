//! The form of a member of a delegation.

use crate::domain::{Edit, Member, RecordId, Role, ScopeId};
use crate::figures::print_posts;
use crate::session::{Action, Row};

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
}

/// Makes the form of a new member; the first one is taken for the head.
#[must_use]
pub fn new(delegation: RecordId, first: bool, cx: &Cx<'_>) -> FormSpec {
    let title = cx.shared.texts.screens.new_member.to_owned();
    let role = if first { Role::Head } else { Role::Member };
    let key = format!("member:new:{delegation}");
    spec(cx.fresh(), delegation, Member::default(), role, title, key, cx.shared)
}

/// Makes the form of a member who exists.
#[must_use]
pub fn edit(delegation: RecordId, row: &Row<Member>, shared: &Shared) -> FormSpec {
    let title = shared.texts.screens.edit_member.to_owned();
    let role = row.record.role;
    spec(row.id, delegation, row.record.clone(), role, title, format!("member:{}", row.id), shared)
}

fn spec(
    id: RecordId,
    delegation: RecordId,
    before: Member,
    role: Role,
    title: String,
    key: String,
    shared: &Shared,
) -> FormSpec {
    let texts = shared.texts;
    let fields = vec![
        Field::typed("name", texts.screens.full_name.to_owned(), FieldKind::Text, &before.name),
        Field::typed("posts", label("posts", texts), FieldKind::Posts, &print_posts(&before.posts)),
        Field::choice("role", label("role", texts), enum_choices(&Role::ALL, texts.terms.role), &code_of(&role)),
        Field::typed("area", label("area", texts), FieldKind::Text, &before.area),
    ];
    FormSpec { title, key, fields, purpose: Box::new(SaveMember { id, delegation, before }) }
}

impl Purpose for SaveMember {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let after = Member {
            delegation: Some(self.delegation),
            name: answers.needed("name")?,
            posts: answers.posts("posts")?,
            role: answers.choice("role"),
            area: answers.text("area"),
            ..self.before.clone()
        };
        let edit = Edit::change(self.id, &self.before, &after);
        Ok(vec![Action::Save { scope: ScopeId::Delegation(self.delegation), edits: vec![edit] }])
    }
}
