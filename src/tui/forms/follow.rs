//! The form of a follow-up, of one item or of several at once.

use chrono::NaiveDate;

use crate::domain::{FollowAct, FollowUp, FollowedItem, RecordId, Standing};
use crate::figures::print_date;
use crate::session::Action;
use crate::text::truncate;

use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind, code_of, enum_choices, open_choices};
use super::verdict::new_due;
use super::{FormSpec, Purpose, label};

/// Cells of the item's words in the title.
const TITLE_WORDS: usize = 60;

#[derive(Debug)]
struct Follow {
    items: Vec<RecordId>,
    evidence_needed: &'static str,
}

/// Makes the form of an act on some items, today; only standings that one of them may go to are offered.
#[must_use]
pub fn of(items: &[&FollowedItem], shared: &Shared) -> FormSpec {
    let texts = shared.texts;
    let words = &texts.register;
    let text = |name, label: &str| Field::typed(name, label.to_owned(), FieldKind::Text, "");
    let date = |name, label: String, value: Option<NaiveDate>| {
        Field::typed(name, label, FieldKind::Date, &value.map(print_date).unwrap_or_default())
    };
    let (title, key, due) = match items {
        [item] => {
            ((words.follow_one)(&truncate(&item.text, TITLE_WORDS)), format!("follow_up:new:{}", item.id), item.due)
        }
        many => ((words.follow_many)(many.len()), "follow_up:new:many".to_owned(), None),
    };
    let reachable = |standing: &Standing| items.iter().any(|item| item.standing.moves().contains(standing));
    let moves: Vec<Standing> = Standing::ALL.into_iter().filter(reachable).collect();
    let acts = enum_choices(&FollowAct::ALL, texts.terms.follow_act);
    let standings = open_choices(words.unchanged_standing, &moves, texts.terms.standing);
    let fields = vec![
        Field::choice("act", label("act", texts), acts, &code_of(&FollowAct::default())),
        date("date", words.act_date.to_owned(), Some(shared.moment.now.date_naive())),
        text("by", words.by_whom),
        text("result", words.result),
        Field::choice("standing", words.new_standing.to_owned(), standings, ""),
        date("due", new_due(due, shared), None),
        text("evidence", words.evidence),
    ];
    let items = items.iter().map(|item| item.id).collect();
    FormSpec { title, key, fields, purpose: Box::new(Follow { items, evidence_needed: words.evidence_needed }) }
}

impl Purpose for Follow {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        answers.needed("date")?;
        let standing: Option<Standing> = answers.open_choice("standing");
        let evidence = answers.text("evidence");
        if standing.is_some_and(Standing::asks_evidence) && evidence.is_empty() {
            return Err(Wrong { field: "evidence", why: self.evidence_needed.to_owned() });
        }
        let follow_up = FollowUp {
            item: None,
            act: answers.choice("act"),
            date: answers.date("date")?,
            by: answers.needed("by")?,
            result: answers.text("result"),
            standing,
            due: answers.date("due")?,
            evidence,
        };
        Ok(vec![Action::Follow { items: self.items.clone(), follow_up }])
    }
}
