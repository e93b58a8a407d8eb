//! Names that stand in every journal ever written: they may be added to, never changed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use bienban::domain::{
    Answer, Attendee, Bearer, Checklist, Citation, Criterion, Delegation, DelegationKind, DiaryEntry, Entry, EntryKind,
    Extent, FollowAct, FollowUp, Kind, LegalBasis, Material, Member, Numbering, OutsideItem, Position, Post, Presence,
    PromptedIssue, Proposal, Provenance, Regime, Role, Seal, SealedTexts, Secrecy, Severity, Side, Standing, Unit,
    Verdict, VerdictLevel, Visit, VisitStatus, Waiver, reference_fields,
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
    assert_eq!(codes(Extent::ALL), "absent isolated some widespread");
    assert_eq!(codes(Bearer::ALL), "collective individual head");
    assert_eq!(codes(Provenance::ALL), "verbatim paraphrase observed document");
    assert_eq!(codes(Position::ALL), "agrees explains objects");
    assert_eq!(codes(Proposal::ALL), "replicate commend replicate_and_commend");
    assert_eq!(codes(Numbering::ALL), "one_is first digits");
    assert_eq!(codes(Standing::ALL), "noted new assigned in_progress reported_done done partly_done not_done obsolete");
    assert_eq!(codes(FollowAct::ALL), "watch urge check reply");
    assert_eq!(codes(VerdictLevel::ALL), "done partly not unverifiable");
}

#[test]
fn names_of_kinds_and_fields_stay_as_they_are() {
    assert_eq!(
        codes(Kind::ALL),
        "unit legal_basis delegation member citation visit attendee entry material prompted_issue diary_entry \
         follow_up verdict outside_item checklist criterion answer waiver seal sealed_texts"
    );
    assert_eq!(fields::<Unit>(), "name note parent pilot");
    assert_eq!(fields::<LegalBasis>(), "date form issuer symbol title");
    assert_eq!(
        fields::<Delegation>(),
        "authority checklist decision_date decision_symbol kind numbering part_of period_from period_to place_name \
         plan_date plan_symbol regime template theme topics"
    );
    assert_eq!(fields::<Member>(), "area delegation name order person posts role topics units");
    assert_eq!(fields::<Post>(), "from title until");
    assert_eq!(fields::<Citation>(), "basis delegation order");
    assert_eq!(
        fields::<Visit>(),
        "cancel_reason chair copies copies_each date delegation end materials other_information place recipients \
         recorder reopened sealed secrecy start status subject unit"
    );
    assert_eq!(fields::<Attendee>(), "member name order post presence reason side visit");
    assert_eq!(
        fields::<Entry>(),
        "author bearer category criteria deep_review document due extent kind links locality material measure \
         model_name noted_at order page people position private_names proposal provenance remedy result severity text \
         topic visit"
    );
    assert_eq!(fields::<Material>(), "date due form note order received self_report symbol title visit");
    assert_eq!(fields::<PromptedIssue>(), "answer order text visit");
    assert_eq!(fields::<DiaryEntry>(), "date delegation text who");
    assert_eq!(fields::<Waiver>(), "check reason visit");
    assert_eq!(fields::<Seal>(), "at author by export file_name minutes previous reason signature texts version visit");
    assert_eq!(fields::<SealedTexts>(), "export minutes");
    assert_eq!(fields::<FollowUp>(), "act by date due evidence item result standing");
    assert_eq!(fields::<Verdict>(), "due item level visit words");
    assert_eq!(fields::<OutsideItem>(), "carried class criteria date document doers due source text unit");
    assert_eq!(fields::<Checklist>(), "code source title version");
    assert_eq!(fields::<Criterion>(), "checklist code order parent text text_verified title");
    assert_eq!(
        fields::<Answer>(),
        "body_count checklist criterion level note people_count score self_level self_note self_score visit"
    );
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
        "delegation" => fields::<Delegation>(),
        "material" => fields::<Material>(),
        "prompted_issue" => fields::<PromptedIssue>(),
        "diary_entry" => fields::<DiaryEntry>(),
        "waiver" => fields::<Waiver>(),
        "seal" => fields::<Seal>(),
        "follow_up" => fields::<FollowUp>(),
        "verdict" => fields::<Verdict>(),
        "outside_item" => fields::<OutsideItem>(),
        "answer" => fields::<Answer>(),
        _ => String::new(),
    };
    for kind in Kind::ALL {
        for field in reference_fields(&kind) {
            assert!(known(&kind).split(' ').any(|name| name == *field), "{kind}: {field}");
        }
    }
}
