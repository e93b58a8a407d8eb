//! Names that stand in every journal ever written: they may be added to, never changed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use bienban::domain::{
    Attendee, Citation, Delegation, DelegationKind, Entry, EntryKind, Kind, LegalBasis, Member, Post, Presence, Regime,
    Role, Secrecy, Severity, Side, Unit, Visit, VisitStatus, reference_fields,
};
use serde::Serialize;
use serde_json::Value;

fn codes<T: Serialize>(values: impl IntoIterator<Item = T>) -> String {
    let code = |value: T| serde_json::to_value(value).unwrap().as_str().unwrap().to_owned();
    values.into_iter().map(code).collect::<Vec<_>>().join(" ")
}

fn fields<T: Serialize + Default>() -> String {
    let Value::Object(fields) = serde_json::to_value(T::default()).unwrap() else { panic!("a record is an object") };
    let mut names: Vec<String> = fields.keys().cloned().collect();
    names.sort();
    names.join(" ")
}

#[test]
fn codes_of_closed_lists_stay_as_they_are() {
    assert_eq!(
        codes(EntryKind::ALL),
        "purpose report question statement explanation strength shortcoming violation_sign objective_cause \
         subjective_cause responsibility figure commitment good_practice lesson recommendation_up recommendation_down \
         supplement reserved_opinion conclusion acceptance"
    );
    assert_eq!(codes(Severity::ALL), "minor serious very_serious extreme");
    assert_eq!(codes(Regime::ALL), "party state");
    assert_eq!(
        codes(DelegationKind::ALL),
        "compliance_inspection violation_inspection finance_inspection thematic_supervision regular_supervision \
         state_inspection"
    );
    assert_eq!(codes(Role::ALL), "head deputy secretary member");
    assert_eq!(codes(Side::ALL), "delegation unit invited");
    assert_eq!(codes(Presence::ALL), "present absent");
    assert_eq!(codes(VisitStatus::ALL), "planned open closed cancelled");
    assert_eq!(codes(Secrecy::ALL), "unset open secret highly_secret top_secret");
}

#[test]
fn names_of_kinds_and_fields_stay_as_they_are() {
    assert_eq!(codes(Kind::ALL), "unit legal_basis delegation member citation visit attendee entry");
    assert_eq!(fields::<Unit>(), "name note parent");
    assert_eq!(fields::<LegalBasis>(), "date form issuer symbol title");
    assert_eq!(
        fields::<Delegation>(),
        "authority decision_date decision_symbol kind period_from period_to place_name plan_date plan_symbol regime theme"
    );
    assert_eq!(fields::<Member>(), "area delegation name order posts role");
    assert_eq!(fields::<Post>(), "from title until");
    assert_eq!(fields::<Citation>(), "basis delegation order");
    assert_eq!(
        fields::<Visit>(),
        "cancel_reason chair copies copies_each date delegation end materials other_information place recipients \
         recorder secrecy start status subject unit"
    );
    assert_eq!(fields::<Attendee>(), "member name order post presence reason side visit");
    assert_eq!(fields::<Entry>(), "criteria due kind links noted_at order people severity text visit");
}

#[test]
fn every_reference_is_a_field_of_its_record() {
    let known = |kind: &Kind| match kind.as_str() {
        "unit" => fields::<Unit>(),
        "member" => fields::<Member>(),
        "citation" => fields::<Citation>(),
        "visit" => fields::<Visit>(),
        "attendee" => fields::<Attendee>(),
        "entry" => fields::<Entry>(),
        _ => String::new(),
    };
    for kind in Kind::ALL {
        for field in reference_fields(&kind) {
            assert!(known(&kind).split(' ').any(|name| name == *field), "{kind}: {field}");
        }
    }
}
