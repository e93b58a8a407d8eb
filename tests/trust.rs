//! What a session refuses, keeps and tells, so that nothing is lost or decided in silence.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeMap;

use bienban::domain::{Attendee, Edit, Entry, EntryKind, Kind, Record, RecordId, ScopeId, Unit, Visit};
use bienban::session::{Action, Error, Filter, Outcome, Query, Session, View};
use bienban::store::{NewChange, Store};
use chrono::NaiveTime;
use serde_json::json;
use support::{Office, day, files, opened, planned};

fn time(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}

#[test]
fn undo_and_redo_outlive_the_program() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let id = office.capture(place.visit, "một");
    office.act(Action::ChangeKind { entry: id, kind: EntryKind::Strength }).unwrap();
    office.capture(place.visit, "hai");
    let mut office = office.reopen();
    office.act(Action::Undo(place.scope)).unwrap();
    assert_eq!(office.texts(place.visit), ["một"]);
    office.act(Action::Undo(place.scope)).unwrap();
    assert_eq!(office.entry(place.visit, id).record.kind, EntryKind::Statement);
    let mut office = office.reopen();
    office.act(Action::Redo(place.scope)).unwrap();
    assert_eq!(office.entry(place.visit, id).record.kind, EntryKind::Strength);
    office.act(Action::Redo(place.scope)).unwrap();
    assert_eq!(office.texts(place.visit), ["một", "hai"]);
    assert!(matches!(office.act(Action::Redo(place.scope)), Err(Error::NothingToUndo)));
    office.act(Action::Undo(place.scope)).unwrap();
    office.capture(place.visit, "ba");
    assert!(
        matches!(office.act(Action::Redo(place.scope)), Err(Error::NothingToUndo)),
        "a new line ends what could be redone"
    );
}

#[test]
fn records_that_break_a_rule_are_refused_and_change_nothing() {
    let mut office = Office::new();
    let place = planned(&mut office);
    let before = files(&office.data().join("journal"));
    let child = office.session.fresh_id();
    let unit = |name: &str, parent| Unit { name: name.into(), parent, ..Unit::default() };
    let mut refused = |scope, edit| office.act(Action::Save { scope, edits: vec![edit] }).unwrap_err();
    assert!(matches!(refused(ScopeId::Office, Edit::create(child, &unit(" ", None))), Error::EmptyField("name")));
    let own_child = Edit::change(place.unit, &unit("Huyện ủy", None), &unit("Huyện ủy", Some(place.unit)));
    assert!(matches!(refused(ScopeId::Office, own_child), Error::UnitCycle));
    let visit = Visit { delegation: Some(place.delegation), start: time(9, 0), end: time(8, 0), ..Visit::default() };
    assert!(matches!(refused(place.scope, Edit::create(child, &visit)), Error::EmptyField("unit")));
    let visit = Visit { unit: Some(place.unit), ..visit };
    assert!(matches!(refused(place.scope, Edit::create(child, &visit)), Error::VisitTimes(_)));
    let period = bienban::domain::Delegation {
        authority: "a".into(),
        theme: "b".into(),
        period_from: Some(day("2026-01-02")),
        period_to: Some(day("2026-01-01")),
        ..Default::default()
    };
    assert!(matches!(refused(place.scope, Edit::create(child, &period)), Error::Period { .. }));
    assert_eq!(files(&office.data().join("journal")), before);
}

#[test]
fn a_save_that_changes_nothing_makes_no_change() {
    let mut office = Office::new();
    let place = planned(&mut office);
    let before = files(&office.data().join("journal"));
    let unit = Unit { name: "Huyện ủy Thạch Khê".into(), ..Unit::default() };
    let same = Action::Save { scope: ScopeId::Office, edits: vec![Edit::create(place.unit, &unit)] };
    assert_eq!(office.act(same).unwrap(), Outcome::Unchanged);
    assert_eq!(files(&office.data().join("journal")), before);
}

#[test]
fn units_stand_below_their_parents() {
    let mut office = Office::new();
    let unit = |name: &str, parent| Unit { name: name.into(), parent, ..Unit::default() };
    let top = office.create(ScopeId::Office, &unit("Tỉnh ủy", None));
    let other = office.create(ScopeId::Office, &unit("Thành ủy", None));
    let middle = office.create(ScopeId::Office, &unit("Huyện ủy", Some(top)));
    office.create(ScopeId::Office, &unit("Xã", Some(middle)));
    office.create(ScopeId::Office, &unit("Phường", Some(other)));
    let View::Units(view) = office.session.ask(&Query::Units).unwrap() else { panic!() };
    let tree: Vec<_> = view.units.iter().map(|row| (row.unit.record.name.as_str(), row.depth)).collect();
    assert_eq!(tree, [("Tỉnh ủy", 0), ("Huyện ủy", 1), ("Xã", 2), ("Thành ủy", 0), ("Phường", 1)]);
}

#[test]
fn drafts_are_kept_until_they_are_empty() {
    let office = Office::new();
    let draft = |text: &str| bienban::session::Draft { key: "capture:1".into(), text: text.into() };
    office.session.keep_draft(&draft("-- tự phê bình còn")).unwrap();
    let office = office.reopen();
    assert_eq!(office.session.drafts().unwrap(), [draft("-- tự phê bình còn")]);
    office.session.keep_draft(&draft("")).unwrap();
    assert_eq!(office.session.drafts().unwrap(), []);
}

#[test]
fn an_edit_of_what_was_changed_meanwhile_is_refused() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let seen = office.visit(place.visit).visit.record;
    let save = |text: &str| {
        let after = Visit { place: text.into(), ..seen.clone() };
        Action::Save { scope: place.scope, edits: vec![Edit::change(place.visit, &seen, &after)] }
    };
    office.act(save("Phòng A")).unwrap();
    assert!(matches!(office.act(save("Phòng B")), Err(Error::Stale { field, .. }) if field == "place"));
    assert_eq!(office.visit(place.visit).visit.record.place, "Phòng A");
    assert_eq!(office.act(save("Phòng A")).unwrap(), Outcome::Unchanged, "both wanted the same");
}

/// Writes a field as a newer program might, in a form that this one does not know.
fn from_the_future(office: Office, scope: ScopeId, kind: &Kind, id: RecordId, field: &str) -> Office {
    let Office { folder, clock, session } = office;
    session.close().unwrap();
    let data = folder.path().join("data");
    let (mut store, _) = Store::open(&data, clock.clone()).unwrap();
    let state = store.get(kind, id).unwrap().unwrap();
    let writes = state.writes_for(&BTreeMap::from([(field.to_owned(), json!({ "mới": true }))]));
    let logged = store.log(NewChange { scope, undoes: None, writes }).unwrap();
    store.apply(&logged).unwrap();
    store.close().unwrap();
    let (session, _) = Session::open(&data, clock.clone()).unwrap();
    Office { folder, clock, session }
}

#[test]
fn minutes_never_leave_out_what_cannot_be_read() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let id = office.capture(place.visit, "-- còn nể nang");
    let mut office = from_the_future(office, place.scope, &Kind::ENTRY, id, "kind");
    let export = Action::Export { visit: place.visit, folder: office.folder.path().to_owned(), built_in: false };
    assert!(matches!(office.act(export), Err(Error::Incomplete(missing)) if missing[0].id == id));
    assert_eq!(office.visit(place.visit).unreadable.len(), 1);
    assert_eq!(office.session.unreadable().unwrap().len(), 1);
}

#[test]
fn an_unreadable_unit_is_told_and_blocks_no_visit() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let mut office = from_the_future(office, ScopeId::Office, &Kind::UNIT, place.unit, "name");
    // The first frame shows no units; once everything was read, it is told.
    office.session.ask(&Query::Register(Filter::default())).unwrap();
    let View::Home(home) = office.session.ask(&Query::Home).unwrap() else { panic!() };
    assert_eq!(home.unreadable.len(), 1);
    office.capture(place.visit, "vẫn ghi được");
    assert_eq!(office.session.visits().unwrap().len(), 1);
    office.act(Action::Remove { kind: Kind::UNIT, id: place.unit, reason: String::new() }).unwrap();
    let View::Trash(trash) = office.session.ask(&Query::Trash(ScopeId::Office)).unwrap() else { panic!() };
    assert_eq!(trash.items[0].label, place.unit.reference());
}

#[test]
fn undo_goes_back_beyond_what_was_read_at_first() {
    let mut office = Office::new();
    let place = opened(&mut office);
    for number in 0..520 {
        office.capture(place.visit, &format!("dòng {number}"));
    }
    let mut office = office.reopen();
    for left in (0..510).rev() {
        office.act(Action::Undo(place.scope)).unwrap();
        if left == 200 {
            office = office.reopen();
        }
    }
    assert_eq!(office.texts(place.visit).len(), 10);
    office.act(Action::Redo(place.scope)).unwrap();
    assert_eq!(office.texts(place.visit).len(), 11);
}

#[test]
fn the_kind_of_every_record_is_known_to_the_store() {
    let kinds = [Unit::KIND, Visit::KIND, Entry::KIND, Attendee::KIND];
    assert!(kinds.iter().all(|kind| Kind::ALL.contains(kind)));
}
