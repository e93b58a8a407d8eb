//! The form of what a visit found of a carried item.

use chrono::NaiveDate;

use crate::domain::{CarriedItem, RecordId, Verdict, VerdictLevel};
use crate::figures::print_date;
use crate::session::Action;
use crate::text::truncate;

use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind};
use super::{FormSpec, Purpose};

/// Cells of the item's words in the title.
const TITLE_WORDS: usize = 60;

#[derive(Debug)]
struct GiveVerdict(Verdict);

/// Makes the form of a verdict, filled in with what the visit said of the item before.
#[must_use]
pub fn of(visit: RecordId, carried: &CarriedItem, level: VerdictLevel, shared: &Shared) -> FormSpec {
    let words = &shared.texts.register;
    let item = carried.item.id;
    let before = carried.verdict.as_ref().map(|(_, verdict)| verdict.clone()).unwrap_or_default();
    let mut fields =
        vec![Field::typed("words", (words.verdict_asks)(level).to_owned(), FieldKind::Text, &before.words)];
    // What is done has no due date any more.
    if level != VerdictLevel::Done {
        let shown = before.due.map(print_date).unwrap_or_default();
        fields.push(Field::typed("due", new_due(carried.item.due, shared), FieldKind::Date, &shown));
    }
    FormSpec {
        title: (words.verdict_of)((shared.texts.terms.verdict)(level), &truncate(&carried.item.text, TITLE_WORDS)),
        key: format!("verdict:{visit}:{item}"),
        fields,
        purpose: Box::new(GiveVerdict(Verdict { visit: Some(visit), item: Some(item), level: Some(level), ..before })),
    }
}

/// Names the field of a new due date, with the date that holds until now.
pub(super) fn new_due(due: Option<NaiveDate>, shared: &Shared) -> String {
    let words = &shared.texts.register;
    due.map_or_else(|| words.new_due.to_owned(), |due| (words.new_due_now)(&print_date(due)))
}

impl Purpose for GiveVerdict {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let verdict = Verdict { words: answers.text("words"), due: answers.date("due")?, ..self.0.clone() };
        Ok(vec![Action::GiveVerdict(verdict)])
    }
}
