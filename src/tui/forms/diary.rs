//! The form of a new line in the diary; a line that is written has none.

use crate::domain::{DiaryEntry, Edit, RecordId, ScopeId};
use crate::figures::print_date;
use crate::session::Action;

use super::super::screen::Cx;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind};
use super::{FormSpec, Purpose, label};

#[derive(Debug)]
struct AddLine {
    id: RecordId,
    delegation: RecordId,
}

/// Makes the form of a new line: of today, done by whoever works at this laptop.
#[must_use]
pub fn new(delegation: RecordId, me: &str, cx: &Cx<'_>) -> FormSpec {
    let texts = cx.shared.texts;
    let today = print_date(cx.shared.moment.now.date_naive());
    let fields = vec![
        Field::typed("text", texts.preparation.diary_done.to_owned(), FieldKind::Text, ""),
        Field::typed("date", label("date", texts), FieldKind::Date, &today),
        Field::typed("who", label("who", texts), FieldKind::Text, me),
    ];
    let purpose = AddLine { id: cx.fresh(), delegation };
    FormSpec {
        title: texts.preparation.new_diary.to_owned(),
        key: format!("diary_entry:new:{delegation}"),
        fields,
        purpose: Box::new(purpose),
    }
}

impl Purpose for AddLine {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        answers.needed("date")?;
        let line = DiaryEntry {
            delegation: Some(self.delegation),
            date: answers.date("date")?,
            who: answers.text("who"),
            text: answers.needed("text")?,
        };
        Ok(vec![Action::Save {
            scope: ScopeId::Delegation(self.delegation),
            edits: vec![Edit::create(self.id, &line)],
        }])
    }
}
