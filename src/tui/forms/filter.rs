//! The form that says what the register shows.

use crate::domain::{EntryKind, ItemKind, Standing};
use crate::figures::print_date;
use crate::session::{Action, Filter, Stage, UnitRow};

use super::super::screens::item::words::item_kind;
use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Choice, Field, FieldKind, code_of, id_code, open_choices};
use super::unit::unit_choices;
use super::{FormSpec, Next, Purpose, label};

/// What may be followed, in the order the form offers it.
const KINDS: [ItemKind; 8] = [
    ItemKind::Entry(EntryKind::Shortcoming),
    ItemKind::Entry(EntryKind::ViolationSign),
    ItemKind::Entry(EntryKind::RecommendationDown),
    ItemKind::Entry(EntryKind::RecommendationUp),
    ItemKind::Entry(EntryKind::Commitment),
    ItemKind::DeepReview,
    ItemKind::Outside,
    ItemKind::Entry(EntryKind::GoodPractice),
];

#[derive(Debug)]
struct SetFilter(Filter);

/// Makes the form of a filter as it is set now; `classes` are those in use.
#[must_use]
pub fn of(filter: &Filter, units: &[UnitRow], classes: &[String], shared: &Shared) -> FormSpec {
    let texts = shared.texts;
    let words = &texts.register;
    let text = |name, label: &str, value: &str| Field::typed(name, label.to_owned(), FieldKind::Text, value);
    let date = |name, label: &str, value: Option<_>| {
        Field::typed(name, label.to_owned(), FieldKind::Date, &value.map(print_date).unwrap_or_default())
    };
    let stages = Stage::ALL.iter().map(|stage| *stage as usize);
    let stages = stages.map(|at| Choice { code: at.to_string(), label: (words.stage)(at) }).collect();
    let any = Choice { code: String::new(), label: words.any.to_owned() };
    let kinds = KINDS.iter().enumerate();
    let kinds = kinds.map(|(at, kind)| Choice { code: at.to_string(), label: item_kind(*kind, shared).to_owned() });
    let kind = KINDS.iter().position(|kind| filter.kinds == [*kind]).map(|at| at.to_string()).unwrap_or_default();
    let standing = filter.standings.first().map(code_of).unwrap_or_default();
    let standings = open_choices(words.any, &Standing::ALL, texts.terms.standing);
    let mut units = unit_choices(units, None, shared);
    if let Some(first) = units.first_mut() {
        first.label = words.any.to_owned();
    }
    let fields = vec![
        text("text", words.words, &filter.text),
        Field::choice("unit", label("unit", texts), units, &id_code(filter.unit)),
        text("doer", words.doers, &filter.doer),
        date("due_from", words.due_from, filter.due_from),
        date("due_to", words.due_to, filter.due_to),
        Field::choice("stage", words.stage_field.to_owned(), stages, &(filter.stage as usize).to_string()),
        Field::choice("standing", label("standing", texts), standings, &standing),
        Field::choice("kind", label("kind", texts), std::iter::once(any).chain(kinds).collect(), &kind),
        text("class", label("class", texts).as_str(), &filter.class).suggesting(classes.to_vec()),
    ];
    let title = words.filter_title.to_owned();
    FormSpec { title, key: "filter".to_owned(), fields, purpose: Box::new(SetFilter(filter.clone())) }
}

impl Purpose for SetFilter {
    fn actions(&self, _answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        Ok(Vec::new())
    }

    fn next(&self, answers: &Answers<'_>) -> Result<Option<Next>, Wrong> {
        let at = |name| answers.text(name).parse::<usize>().ok();
        Ok(Some(Next::Filter(Filter {
            unit: answers.record("unit"),
            // Another unit is asked for with all below it, as the form says nothing of that.
            alone: self.0.alone && self.0.unit == answers.record("unit"),
            delegation: self.0.delegation,
            doer: answers.text("doer"),
            due_from: answers.date("due_from")?,
            due_to: answers.date("due_to")?,
            stage: at("stage").and_then(|at| Stage::ALL.get(at).copied()).unwrap_or_default(),
            kinds: at("kind").and_then(|at| KINDS.get(at).copied()).into_iter().collect(),
            standings: answers.open_choice("standing").into_iter().collect(),
            class: answers.text("class"),
            text: answers.text("text"),
        })))
    }
}
