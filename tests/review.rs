//! The checks through the session: counted with the visit, switched off with a reason, on again, and undone.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use bienban::checks::Check;
use bienban::domain::{Edit, Kind, RecordId, ScopeId, Verdict, VerdictLevel, Visit, Waiver};
use bienban::session::{Action, ChecksView, Error, Query, View};
use support::{Office, day, opened, planned};

fn checks(office: &Office, visit: RecordId) -> ChecksView {
    match office.session.ask(&Query::Checks(visit)).unwrap() {
        View::Checks(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn open(view: &ChecksView) -> Vec<Check> {
    view.open.iter().map(|warning| warning.check).collect()
}

fn waiver(visit: RecordId, check: &str, reason: &str) -> Waiver {
    Waiver { visit: Some(visit), check: check.into(), reason: reason.into() }
}

#[test]
fn the_visit_counts_what_the_checks_list() {
    let mut office = Office::new();
    let place = opened(&mut office);
    for line in ["", "-- một số chi bộ còn nể nang", "~c kiểm tra chưa thường xuyên ^", ">> chấn chỉnh ^"]
    {
        if !line.is_empty() {
            office.capture(place.visit, line);
        }
        let view = checks(&office, place.visit);
        assert_eq!(office.visit(place.visit).warnings, Some(view.open.len()), "{line}");
        assert_eq!(view.counts().iter().map(|(_, count)| count).sum::<usize>(), view.open.len());
    }
    let found = open(&checks(&office, place.visit));
    for check in [Check::NoResponsibility, Check::NoPosition, Check::VagueSubject, Check::NoDoer, Check::NoDue] {
        assert!(found.contains(&check), "{check:?}");
    }
    assert!(!found.contains(&Check::NoCause) && !found.contains(&Check::NoShortcoming), "{found:?}");
}

#[test]
fn a_warning_names_its_record_in_its_own_words() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let fault = office.capture(place.visit, "-- còn nể nang");
    let view = checks(&office, place.visit);
    let of_fault = view.open.iter().find(|warning| warning.check == Check::NoCause).unwrap();
    assert_eq!((of_fault.place.id, view.words_of(&of_fault.place)), (fault, "còn nể nang".into()));
    let of_visit = view.open.iter().find(|warning| warning.check == Check::EndMissing).unwrap();
    assert_eq!(view.words_of(&of_visit.place), "");
}

#[test]
fn an_item_of_an_earlier_visit_asks_for_a_verdict() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let asked = office.capture(place.visit, ">> ban hành quy chế chất vấn @\"Ban Thường vụ\" <30/4");
    let next = Visit {
        delegation: Some(place.delegation),
        unit: Some(place.unit),
        date: Some(day("2026-05-20")),
        ..Visit::default()
    };
    let next = office.create(place.scope, &next);
    office.act(Action::OpenVisit(next)).unwrap();
    let of_item = |view: &ChecksView| view.open.iter().find(|warning| warning.check == Check::NoVerdict).cloned();
    let view = checks(&office, next);
    let warning = of_item(&view).unwrap();
    assert_eq!((warning.place.id, view.words_of(&warning.place)), (asked, "ban hành quy chế chất vấn".into()));
    let verdict = Verdict {
        visit: Some(next),
        item: Some(asked),
        level: Some(VerdictLevel::Done),
        words: "Quy chế số 12-QC/HU".into(),
        ..Verdict::default()
    };
    office.act(Action::GiveVerdict(verdict)).unwrap();
    assert_eq!(of_item(&checks(&office, next)), None);
}

#[test]
fn a_check_that_is_switched_off_is_listed_apart_and_comes_back() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let before = open(&checks(&office, place.visit));
    let waived = office.create(place.scope, &waiver(place.visit, "no-shortcoming", "chỉ công bố quyết định"));
    let view = checks(&office, place.visit);
    assert_eq!(view.waived.len(), 1);
    assert_eq!((view.waived[0].waiver.id, view.waived[0].warnings.len()), (waived, 1));
    assert_eq!(open(&view).len() + 1, before.len());
    assert_eq!(office.visit(place.visit).warnings, Some(view.open.len()));

    // What it would say may go away; that somebody switched it off stays to be seen.
    office.capture(place.visit, "-- còn nể nang");
    assert_eq!(checks(&office, place.visit).waived[0].warnings, []);
    office.act(Action::Undo(place.scope)).unwrap();

    office.act(Action::Remove { kind: Kind::WAIVER, id: waived, reason: String::new() }).unwrap();
    assert_eq!(open(&checks(&office, place.visit)), before);
    office.act(Action::Undo(place.scope)).unwrap();
    assert_eq!(checks(&office, place.visit).waived.len(), 1);
    let mut office = office.reopen();
    office.act(Action::Undo(place.scope)).unwrap();
    assert_eq!(open(&checks(&office, place.visit)), before);
}

#[test]
fn no_check_is_switched_off_without_a_reason() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let id = office.session.fresh_id();
    let edits = vec![Edit::create(id, &waiver(place.visit, "no-shortcoming", " "))];
    let refused = office.act(Action::Save { scope: place.scope, edits }).unwrap_err();
    assert!(matches!(refused, Error::EmptyField("reason")), "{refused:?}");
}

#[test]
fn a_check_of_a_newer_program_stays_listed() {
    let mut office = Office::new();
    let place = planned(&mut office);
    office.create(ScopeId::Delegation(place.delegation), &waiver(place.visit, "signatures-missing", "ký sau"));
    let view = checks(&office, place.visit);
    assert_eq!((view.waived.len(), view.waived[0].warnings.len()), (1, 0));
}
