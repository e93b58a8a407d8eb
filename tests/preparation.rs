//! What is prepared for a visit, as the session keeps it: the diary, documents, the work split, parts of a delegation.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use bienban::domain::{Delegation, DiaryEntry, Edit, Kind, Material, ScopeId, Visit};
use bienban::session::{Action, DelegationView, DiaryView, Error, Outcome, Query, View};
use support::{Office, Thachkhe, day, opened, planned, song_lam};

fn diary(office: &Office, place: &Thachkhe) -> DiaryView {
    match office.session.ask(&Query::Diary(place.delegation)).unwrap() {
        View::Diary(view) => view,
        other => panic!("{other:?}"),
    }
}

fn delegation(office: &Office, id: bienban::domain::RecordId) -> DelegationView {
    match office.session.ask(&Query::Delegation(id)).unwrap() {
        View::Delegation(view) => *view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_written_line_of_the_diary_is_never_touched_again() {
    let mut office = Office::new();
    let place = planned(&mut office);
    let line = DiaryEntry {
        delegation: Some(place.delegation),
        date: Some(day("2026-03-19")),
        who: "Lê Minh Châu".into(),
        text: "công bố quyết định".into(),
    };
    let id = office.create(place.scope, &line);
    let changed = DiaryEntry { text: "không có gì".into(), ..line.clone() };
    let (kind, scope) = (Kind::DIARY_ENTRY, place.scope);
    for action in [
        Action::Save { scope, edits: vec![Edit::change(id, &line, &changed)] },
        Action::Save { scope, edits: vec![Edit::remove(kind.clone(), id, "")] },
        Action::Save { scope: ScopeId::Office, edits: vec![Edit::create(id, &changed)] },
        Action::Remove { kind: kind.clone(), id, reason: String::new() },
        Action::Restore { kind, id },
        Action::Undo(scope),
    ] {
        assert!(matches!(office.act(action.clone()), Err(Error::DiaryIsWritten)), "{action:?}");
    }
    assert_eq!(diary(&office, &place).lines[0].record, line);

    // What was done before the line can still be taken back, also after a new start, once the refusal was read.
    assert!(matches!(office.act(Action::Undo(scope)), Ok(Outcome::TakenBack(_))));
    let mut office = office.reopen();
    assert_eq!(diary(&office, &place).lines.len(), 1);
    assert!(matches!(office.act(Action::Redo(scope)), Ok(Outcome::TakenBack(_))));
}

#[test]
fn a_line_of_the_diary_says_what_and_on_which_day() {
    let mut office = Office::new();
    let place = planned(&mut office);
    let line = DiaryEntry { delegation: Some(place.delegation), text: "họp Đoàn".into(), ..DiaryEntry::default() };
    let id = office.session.fresh_id();
    for line in [line.clone(), DiaryEntry { date: Some(day("2026-03-19")), text: " ".into(), ..line }] {
        let saved = office.act(Action::Save { scope: place.scope, edits: vec![Edit::create(id, &line)] });
        assert!(matches!(saved, Err(Error::EmptyField(_))), "{saved:?}");
    }
}

#[test]
fn one_member_types_here() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let members = delegation(&office, place.delegation).members;
    let (first, second) = (members[0].id, members[1].id);
    office.act(Action::ThisIsMe(first)).unwrap();
    office.act(Action::ThisIsMe(second)).unwrap();
    let tied: Vec<_> = delegation(&office, place.delegation).members.iter().map(|row| row.record.person).collect();
    assert_eq!(tied, [None, Some(office.session.author())]);
    assert_eq!(diary(&office, &place).me, "Lê Minh Châu");
    let entry = office.capture(place.visit, "-- còn nể nang");
    let entry = office.entry(place.visit, entry).record;
    assert_eq!(office.visit(place.visit).author_of(&entry), Some("Lê Minh Châu"));
}

#[test]
fn results_of_parts_roll_up() {
    let mut office = Office::new();
    let place = opened(&mut office);
    assert_eq!(delegation(&office, place.delegation).roll_up, None);
    office.capture(place.visit, "-- còn nể nang");
    let part = office.session.fresh_id();
    let scope = ScopeId::Delegation(part);
    let record = Delegation { part_of: Some(place.delegation), ..song_lam() };
    office.act(Action::Save { scope, edits: vec![Edit::create(part, &record)] }).unwrap();
    let visit = Visit { delegation: Some(part), unit: Some(place.unit), ..Visit::default() };
    let visit = office.create(scope, &visit);
    office.act(Action::OpenVisit(visit)).unwrap();
    for line in ["-- hồ sơ thiếu", ">> bổ sung hồ sơ <1/3/2026", ">> rà soát <30/4/2026", "++ làm sớm"] {
        office.capture(visit, line);
    }
    let view = delegation(&office, place.delegation);
    assert_eq!(view.parts.len(), 1);
    let sum = view.roll_up.unwrap();
    assert_eq!((sum.visits, sum.open, sum.overdue), (2, 2, 1));
    let found: Vec<usize> = sum.findings.iter().map(|(_, count)| *count).collect();
    assert_eq!(found, [1, 2], "strengths, shortcomings");

    // No ring.
    let whole = delegation(&office, place.delegation).delegation.record;
    let ring = Delegation { part_of: Some(part), ..whole.clone() };
    let edits = vec![Edit::change(place.delegation, &whole, &ring)];
    assert!(matches!(office.act(Action::Save { scope: place.scope, edits }), Err(Error::DelegationCycle)));
    let own = Delegation { part_of: Some(part), ..record.clone() };
    let edits = vec![Edit::change(part, &record, &own)];
    assert!(matches!(office.act(Action::Save { scope, edits }), Err(Error::DelegationCycle)));
}

#[test]
fn a_document_is_named_and_stands_last() {
    let mut office = Office::new();
    let place = planned(&mut office);
    let paper = Material { visit: Some(place.visit), form: "Báo cáo".into(), ..Material::default() };
    let first = office.create(place.scope, &paper);
    let second = office.create(place.scope, &Material { form: "Kế hoạch".into(), ..paper });
    let view = office.visit(place.visit);
    assert_eq!(view.materials.iter().map(|row| row.id).collect::<Vec<_>>(), [first, second]);
    assert_eq!(view.papers_due, Some(day("2026-03-13")), "three working days between");
    let nameless = Material { visit: Some(place.visit), note: "?".into(), ..Material::default() };
    let id = office.session.fresh_id();
    let saved = office.act(Action::Save { scope: place.scope, edits: vec![Edit::create(id, &nameless)] });
    assert!(matches!(saved, Err(Error::EmptyField("form"))), "{saved:?}");
}
