//! The form of a delegation.

use crate::domain::{Delegation, DelegationKind, Edit, Numbering, RecordId, Regime, ScopeId};
use crate::figures::print_date;
use crate::i18n::Texts;
use crate::session::{Action, Row};

use super::super::screen::Cx;
use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Choice, Field, FieldKind, code_of, enum_choices, id_code, record_choices};
use super::{FormSpec, Purpose, label};

#[derive(Debug)]
struct SaveDelegation {
    id: RecordId,
    before: Delegation,
    /// What the form was filled in with; what it does not ask is saved from here.
    shown: Delegation,
}

/// What a delegation's form chooses from.
#[derive(Clone, Copy, Debug)]
pub struct Offers<'a> {
    /// The other delegations, one of which it may be a part of.
    pub others: &'a [Row<Delegation>],
    /// Names of the office's own templates.
    pub templates: &'a [String],
}

/// Makes the form of a new delegation.
#[must_use]
pub fn new(offers: Offers<'_>, cx: &Cx<'_>) -> FormSpec {
    let title = cx.shared.texts.screens.new_delegation.to_owned();
    let nothing = Delegation::default();
    spec(cx.fresh(), nothing.clone(), &nothing, offers, title, "delegation:new".into(), cx.shared)
}

/// Makes the form of a delegation that is part of another one, filled in with what both share.
#[must_use]
pub fn new_part(whole: &Row<Delegation>, offers: Offers<'_>, cx: &Cx<'_>) -> FormSpec {
    let title = cx.shared.texts.preparation.new_part.to_owned();
    let shown = Delegation { part_of: Some(whole.id), ..whole.record.clone() };
    let mut others = vec![whole.clone()];
    others.extend(offers.others.iter().cloned());
    let key = format!("delegation:new:{}", whole.id);
    let offers = Offers { others: &others, ..offers };
    spec(cx.fresh(), Delegation::default(), &shown, offers, title, key, cx.shared)
}

/// Makes the form of a delegation that exists.
#[must_use]
pub fn edit(row: &Row<Delegation>, offers: Offers<'_>, shared: &Shared) -> FormSpec {
    let title = shared.texts.screens.edit_delegation.to_owned();
    spec(row.id, row.record.clone(), &row.record, offers, title, format!("delegation:{}", row.id), shared)
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

fn spec(
    id: RecordId,
    before: Delegation,
    shown: &Delegation,
    offers: Offers<'_>,
    title: String,
    key: String,
    shared: &Shared,
) -> FormSpec {
    let texts = shared.texts;
    let named = |row: &Row<Delegation>| {
        let parts = [row.record.decision_symbol.as_str(), row.record.theme.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let mut wholes: Vec<(RecordId, String)> =
        offers.others.iter().filter(|row| row.id != id).map(|row| (row.id, named(row))).collect();
    // One that is not on offer, as in the trash, stays chosen: saving must not choose another.
    let unlisted = shown.part_of.filter(|whole| wholes.iter().all(|(id, _)| id != whole));
    wholes.extend(unlisted.map(|whole| (whole, whole.reference())));
    let wholes = record_choices(texts.screens.none, wholes.into_iter());
    let text = |name, value: &str| Field::typed(name, label(name, texts), FieldKind::Text, value);
    let date = |name, value: Option<_>| {
        Field::typed(name, label(name, texts), FieldKind::Date, &value.map(print_date).unwrap_or_default())
    };
    let fields = vec![
        text("authority", &shown.authority).hinted(texts.preparation.authority_hint),
        text("decision_symbol", &shown.decision_symbol),
        date("decision_date", shown.decision_date),
        text("plan_symbol", &shown.plan_symbol),
        date("plan_date", shown.plan_date),
        text("theme", &shown.theme).hinted(texts.preparation.theme_hint),
        Field::choice(
            "regime",
            label("regime", texts),
            enum_choices(&Regime::ALL, texts.terms.regime),
            &code_of(&shown.regime),
        )
        .hinted(texts.preparation.regime_hint),
        Field::choice(
            "kind",
            label("kind", texts),
            enum_choices(&DelegationKind::ALL, texts.terms.delegation_kind),
            &code_of(&shown.kind),
        ),
        date("period_from", shown.period_from),
        date("period_to", shown.period_to),
        text("place_name", &shown.place_name).hinted(texts.preparation.place_hint),
        Field::choice(
            "template",
            label("template", texts),
            template_choices(&shown.template, offers.templates, texts),
            &shown.template,
        )
        .hinted(texts.preparation.template_hint),
        Field::choice(
            "numbering",
            label("numbering", texts),
            enum_choices(&Numbering::ALL, texts.terms.numbering),
            &code_of(&shown.numbering),
        )
        .hinted(texts.preparation.numbering_hint),
        Field::typed("topics", label("topics", texts), FieldKind::Text, &shown.topics.join("; "))
            .hinted(texts.preparation.topics_hint),
        Field::choice("part_of", label("part_of", texts), wholes, &id_code(shown.part_of))
            .hinted(texts.preparation.part_of_hint),
    ];
    FormSpec { title, key, fields, purpose: Box::new(SaveDelegation { id, before, shown: shown.clone() }) }
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
            topics: answers.list("topics"),
            part_of: answers.record("part_of"),
            ..self.shown.clone()
        };
        let edit = Edit::change(self.id, &self.before, &after);
        Ok(vec![Action::Save { scope: ScopeId::Delegation(self.id), edits: vec![edit] }])
    }
}
