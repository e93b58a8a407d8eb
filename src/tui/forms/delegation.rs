//! The form of a delegation.

use crate::domain::{Delegation, DelegationKind, Edit, Numbering, RecordId, Regime, ScopeId};
use crate::figures::print_date;
use crate::i18n::Texts;
use crate::session::{Action, Row};

use super::super::screen::Cx;
use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Choice, Field, FieldKind, code_of, enum_choices};
use super::{FormSpec, Purpose, label};

#[derive(Debug)]
struct SaveDelegation {
    id: RecordId,
    before: Delegation,
}

/// Makes the form of a new delegation.
#[must_use]
pub fn new(templates: &[String], cx: &Cx<'_>) -> FormSpec {
    let title = cx.shared.texts.screens.new_delegation.to_owned();
    spec(cx.fresh(), Delegation::default(), title, "delegation:new".into(), templates, cx.shared.texts)
}

/// Makes the form of a delegation that exists.
#[must_use]
pub fn edit(row: &Row<Delegation>, templates: &[String], shared: &Shared) -> FormSpec {
    let title = shared.texts.screens.edit_delegation.to_owned();
    spec(row.id, row.record.clone(), title, format!("delegation:{}", row.id), templates, shared.texts)
}

/// Lists the templates to choose from. One that was chosen and is gone stays, so that saving does not choose another.
fn template_choices(chosen: &str, templates: &[String], texts: &Texts) -> Vec<Choice> {
    let words = &texts.templates;
    let choice = |code: &str, label: &str| Choice { code: code.to_owned(), label: label.to_owned() };
    let mut choices = vec![choice("", words.by_regime)];
    choices.extend(templates.iter().map(|name| choice(name, name)));
    if choices.iter().all(|choice| choice.code != chosen) {
        choices.push(choice(chosen, &(words.no_longer_there)(chosen)));
    }
    choices
}

fn spec(id: RecordId, before: Delegation, title: String, key: String, templates: &[String], texts: &Texts) -> FormSpec {
    let text = |name, value: &str| Field::typed(name, label(name, texts), FieldKind::Text, value);
    let date = |name, value: Option<_>| {
        Field::typed(name, label(name, texts), FieldKind::Date, &value.map(print_date).unwrap_or_default())
    };
    let fields = vec![
        text("authority", &before.authority),
        text("decision_symbol", &before.decision_symbol),
        date("decision_date", before.decision_date),
        text("plan_symbol", &before.plan_symbol),
        date("plan_date", before.plan_date),
        text("theme", &before.theme),
        Field::choice(
            "regime",
            label("regime", texts),
            enum_choices(&Regime::ALL, texts.terms.regime),
            &code_of(&before.regime),
        ),
        Field::choice(
            "kind",
            label("kind", texts),
            enum_choices(&DelegationKind::ALL, texts.terms.delegation_kind),
            &code_of(&before.kind),
        ),
        date("period_from", before.period_from),
        date("period_to", before.period_to),
        text("place_name", &before.place_name),
        Field::choice(
            "template",
            label("template", texts),
            template_choices(&before.template, templates, texts),
            &before.template,
        ),
        Field::choice(
            "numbering",
            label("numbering", texts),
            enum_choices(&Numbering::ALL, texts.terms.numbering),
            &code_of(&before.numbering),
        ),
    ];
    FormSpec { title, key, fields, purpose: Box::new(SaveDelegation { id, before }) }
}

impl Purpose for SaveDelegation {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let after = Delegation {
            authority: answers.needed("authority")?,
            decision_symbol: answers.text("decision_symbol"),
            decision_date: answers.date("decision_date")?,
            plan_symbol: answers.text("plan_symbol"),
            plan_date: answers.date("plan_date")?,
            theme: answers.needed("theme")?,
            regime: answers.choice("regime"),
            kind: answers.choice("kind"),
            period_from: answers.date("period_from")?,
            period_to: answers.date("period_to")?,
            place_name: answers.text("place_name"),
            template: answers.text("template"),
            numbering: answers.choice("numbering"),
            ..self.before.clone()
        };
        let edit = Edit::change(self.id, &self.before, &after);
        Ok(vec![Action::Save { scope: ScopeId::Delegation(self.id), edits: vec![edit] }])
    }
}
