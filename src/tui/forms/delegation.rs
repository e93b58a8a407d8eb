//! The form of a delegation.

use crate::domain::{Delegation, DelegationKind, Edit, RecordId, Regime, ScopeId};
use crate::figures::print_date;
use crate::session::{Action, Row};

use super::super::screen::Cx;
use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind, code_of, enum_choices, id_code, record_choices};
use super::{FormSpec, Purpose, label};

#[derive(Debug)]
struct SaveDelegation {
    id: RecordId,
    before: Delegation,
    /// What the form was filled in with; what it does not ask is saved from here.
    shown: Delegation,
}

/// Makes the form of a new delegation.
#[must_use]
pub fn new(others: &[Row<Delegation>], cx: &Cx<'_>) -> FormSpec {
    let title = cx.shared.texts.screens.new_delegation.to_owned();
    let nothing = Delegation::default();
    spec(cx.fresh(), nothing.clone(), &nothing, others, title, "delegation:new".into(), cx.shared)
}

/// Makes the form of a delegation that is part of another one, filled in with what both share.
#[must_use]
pub fn new_part(whole: &Row<Delegation>, others: &[Row<Delegation>], cx: &Cx<'_>) -> FormSpec {
    let title = cx.shared.texts.preparation.new_part.to_owned();
    let shown = Delegation { part_of: Some(whole.id), ..whole.record.clone() };
    let mut all = vec![whole.clone()];
    all.extend(others.iter().cloned());
    let key = format!("delegation:new:{}", whole.id);
    spec(cx.fresh(), Delegation::default(), &shown, &all, title, key, cx.shared)
}

/// Makes the form of a delegation that exists.
#[must_use]
pub fn edit(row: &Row<Delegation>, others: &[Row<Delegation>], shared: &Shared) -> FormSpec {
    let title = shared.texts.screens.edit_delegation.to_owned();
    spec(row.id, row.record.clone(), &row.record, others, title, format!("delegation:{}", row.id), shared)
}

fn spec(
    id: RecordId,
    before: Delegation,
    shown: &Delegation,
    others: &[Row<Delegation>],
    title: String,
    key: String,
    shared: &Shared,
) -> FormSpec {
    let texts = shared.texts;
    let wholes = others.iter().filter(|row| row.id != id);
    let named = |row: &Row<Delegation>| {
        let parts = [row.record.decision_symbol.as_str(), row.record.theme.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let wholes = record_choices(texts.screens.none, wholes.map(|row| (row.id, named(row))));
    let text = |name, value: &str| Field::typed(name, label(name, texts), FieldKind::Text, value);
    let date = |name, value: Option<_>| {
        Field::typed(name, label(name, texts), FieldKind::Date, &value.map(print_date).unwrap_or_default())
    };
    let fields = vec![
        text("authority", &shown.authority),
        text("decision_symbol", &shown.decision_symbol),
        date("decision_date", shown.decision_date),
        text("plan_symbol", &shown.plan_symbol),
        date("plan_date", shown.plan_date),
        text("theme", &shown.theme),
        Field::choice(
            "regime",
            label("regime", texts),
            enum_choices(&Regime::ALL, texts.terms.regime),
            &code_of(&shown.regime),
        ),
        Field::choice(
            "kind",
            label("kind", texts),
            enum_choices(&DelegationKind::ALL, texts.terms.delegation_kind),
            &code_of(&shown.kind),
        ),
        date("period_from", shown.period_from),
        date("period_to", shown.period_to),
        text("place_name", &shown.place_name),
        Field::typed("topics", label("topics", texts), FieldKind::Text, &shown.topics.join("; ")),
        Field::choice("part_of", label("part_of", texts), wholes, &id_code(shown.part_of)),
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
            topics: answers.list("topics"),
            part_of: answers.record("part_of"),
            ..self.shown.clone()
        };
        let edit = Edit::change(self.id, &self.before, &after);
        Ok(vec![Action::Save { scope: ScopeId::Delegation(self.id), edits: vec![edit] }])
    }
}
