//! What a person does with the record, without a screen.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use bienban::domain::{
    Attendee, Edit, Entry, EntryKind, Kind, Member, Post, Presence, Record, ScopeId, Severity, Side, Unit, Visit,
    VisitStatus,
};
use bienban::session::{Action, Direction, Error, Outcome, Query, View, line_of};
use chrono::{NaiveTime, TimeDelta};
use support::{Office, day, files, morning, opened, planned};

fn time(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}

#[test]
fn a_typed_line_is_an_entry_with_the_time_it_was_typed() {
    let mut office = Office::new();
    let place = opened(&mut office);
    office.clock.set(morning() + TimeDelta::minutes(81));
    let id = office.capture(place.visit, "-- tự phê bình còn nể nang #I.5 !2 @An");
    let entry = office.entry(place.visit, id).record;
    assert_eq!(entry.kind, EntryKind::Shortcoming);
    assert_eq!(entry.text, "tự phê bình còn nể nang");
    assert_eq!(entry.criteria, ["I.5"]);
    assert_eq!(entry.severity, Some(Severity::Serious));
    assert_eq!(entry.people, ["Nguyễn Văn An"], "a given name is completed from the people of the visit");
    assert_eq!(entry.noted_at.unwrap().to_string(), "2026-03-19 09:26:00");
}

#[test]
fn an_entry_reopens_as_the_same_line_and_keeps_its_history() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let fault = office.capture(place.visit, "-- xếp loại chạy theo thành tích");
    let id = office.capture(place.visit, r#">> kiểm điểm trách nhiệm @"Ban Thường vụ Huyện ủy" <30/4/2026 ^"#);
    let line = line_of(&office.entry(place.visit, id).record);
    let expected =
        format!(r#">> kiểm điểm trách nhiệm @"Ban Thường vụ Huyện ủy" @8:05 <30/4/2026 ^{}"#, fault.reference());
    assert_eq!(line, expected);
    assert_eq!(office.act(Action::Recapture { entry: id, line: line.clone() }).unwrap(), Outcome::Unchanged);

    let edited = line.replace("30/4/2026", "15/5/2026");
    office.act(Action::Recapture { entry: id, line: edited }).unwrap();
    let entry = office.entry(place.visit, id).record;
    assert_eq!((entry.due, entry.links.as_slice()), (Some(day("2026-05-15")), [fault].as_slice()));
    let View::History(history) = office.session.ask(&Query::History(id)).unwrap() else { panic!() };
    assert_eq!(history.steps.len(), 2);
    let (field, before, after) = &history.steps[1].fields[0];
    assert_eq!((field.as_str(), before.as_str(), after.as_str()), ("due", Some("2026-04-30"), Some("2026-05-15")));
}

#[test]
fn a_link_that_leads_nowhere_stays_in_the_text() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let id = office.capture(place.visit, "~c kiểm tra chưa thường xuyên ^ZZZZZ");
    assert_eq!(office.entry(place.visit, id).record.text, "kiểm tra chưa thường xuyên ^ZZZZZ");
    let mut office = Office::new();
    let place = opened(&mut office);
    let id = office.capture(place.visit, "~c chưa có gì ở trên ^");
    assert_eq!(office.entry(place.visit, id).record.text, "chưa có gì ở trên ^");
}

#[test]
fn what_answers_a_fault_links_to_the_nearest_fault_above() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let fault = office.capture(place.visit, "-- còn nể nang");
    office.capture(place.visit, "~k sáp nhập thôn ^");
    let cause = office.capture(place.visit, "~c kiểm tra chưa thường xuyên ^");
    assert_eq!(office.entry(place.visit, cause).record.links, [fault]);
    let statement = office.capture(place.visit, "bổ sung ý trên ^");
    assert_eq!(office.entry(place.visit, statement).record.links, [cause]);
}

#[test]
fn decomposed_letters_are_stored_composed() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let id = office.capture(place.visit, "++ d\u{1b0}\u{1a1}ng quye\u{302}\u{301}t Đa\u{309}ng");
    assert_eq!(office.entry(place.visit, id).record.text, "dương quyết Đảng");
}

#[test]
fn entries_move_one_place_and_stop_at_the_ends() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let ids: Vec<_> = ["một", "hai", "ba", "bốn"].map(|text| office.capture(place.visit, text)).into();
    let step = |office: &mut Office, at: usize, direction| {
        office.act(Action::Move { entry: ids[at], direction }).unwrap();
        office.texts(place.visit).join(" ")
    };
    assert_eq!(step(&mut office, 3, Direction::Up), "một hai bốn ba");
    assert_eq!(step(&mut office, 3, Direction::Up), "một bốn hai ba");
    assert_eq!(step(&mut office, 0, Direction::Up), "một bốn hai ba");
    assert_eq!(step(&mut office, 0, Direction::Down), "bốn một hai ba");
    assert_eq!(step(&mut office, 2, Direction::Down), "bốn một hai ba");
    assert_eq!(step(&mut office, 1, Direction::Down), "bốn một ba hai");
}

#[test]
fn entries_that_two_laptops_put_in_one_place_still_move() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let ids: Vec<_> = ["một", "hai", "ba"].map(|text| office.capture(place.visit, text)).into();
    for id in &ids {
        let before = office.entry(place.visit, *id).record;
        let after = Entry { order: "80".into(), ..before.clone() };
        office.act(Action::Save { scope: place.scope, edits: vec![Edit::change(*id, &before, &after)] }).unwrap();
    }
    office.act(Action::Move { entry: ids[2], direction: Direction::Up }).unwrap();
    assert_eq!(office.texts(place.visit), ["một", "ba", "hai"]);
}

#[test]
fn a_removed_entry_comes_back_from_the_trash() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let id = office.capture(place.visit, "nhầm dòng");
    office.act(Action::Remove { kind: Kind::ENTRY, id, reason: "ghi nhầm".into() }).unwrap();
    assert!(office.texts(place.visit).is_empty());
    let View::Trash(trash) = office.session.ask(&Query::Trash(place.scope)).unwrap() else { panic!() };
    assert_eq!((trash.items[0].label.as_str(), trash.items[0].reason.as_str()), ("nhầm dòng", "ghi nhầm"));
    office.act(Action::Restore { kind: Kind::ENTRY, id }).unwrap();
    assert_eq!(office.texts(place.visit), ["nhầm dòng"]);
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
fn a_visit_lives_from_planned_to_closed() {
    let mut office = Office::new();
    let place = planned(&mut office);
    let line = || Action::Capture { visit: place.visit, line: "sớm quá".into() };
    assert!(matches!(office.act(line()), Err(Error::VisitNotOpen(VisitStatus::Planned))));
    office.act(Action::OpenVisit(place.visit)).unwrap();
    assert_eq!(office.visit(place.visit).visit.record.start, time(8, 5));
    let early = office.act(Action::CloseVisit { visit: place.visit, end: time(7, 0), facts: None });
    assert!(matches!(early, Err(Error::VisitTimes(_))));
    assert_eq!(office.visit(place.visit).visit.record.status, VisitStatus::Open);
    office.clock.set(morning() + TimeDelta::hours(3));
    office.act(Action::CloseVisit { visit: place.visit, end: None, facts: None }).unwrap();
    assert_eq!(office.visit(place.visit).visit.record.end, time(11, 5));
    assert!(matches!(office.act(line()), Err(Error::VisitNotOpen(VisitStatus::Closed))));
    let cancel = Action::CancelVisit { visit: place.visit, reason: "hoãn".into() };
    assert!(matches!(office.act(cancel), Err(Error::Transition { .. })));
    office.act(Action::OpenVisit(place.visit)).unwrap();
    assert_eq!(office.visit(place.visit).visit.record.end, None, "what goes on again has no end");
    assert!(office.preview(place.visit).contains("Dự thảo"));
    office.capture(place.visit, "bổ sung");
}

#[test]
fn a_visit_moved_to_another_day_seats_its_members_with_the_posts_of_that_day() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let post = |title: &str, until: &str| Post { title: title.into(), from: None, until: Some(day(until)) };
    let posts = vec![post("Phó Bí thư Tỉnh ủy", "2026-12-31"), post("Trưởng Ban Dân vận", "2026-01-01")];
    let member =
        Member { delegation: Some(place.delegation), name: "Đỗ Văn Ba".into(), posts, ..Member::default() };
    office.create(place.scope, &member);
    office.act(Action::AddDelegationToAttendance(place.visit)).unwrap();
    let seat = |office: &Office| {
        let seats = office.visit(place.visit).attendees;
        seats.into_iter().find(|row| row.record.name == "Đỗ Văn Ba").unwrap().record.post
    };
    assert_eq!(seat(&office), "Phó Bí thư Tỉnh ủy");
    let before = office.visit(place.visit).visit.record;
    let after = Visit { date: Some(day("2025-06-01")), ..before.clone() };
    let edits = vec![Edit::change(place.visit, &before, &after)];
    office.act(Action::Save { scope: place.scope, edits }).unwrap();
    assert_eq!(seat(&office), "Phó Bí thư Tỉnh ủy, Trưởng Ban Dân vận");
    office.act(Action::Undo(place.scope)).unwrap();
    assert_eq!(seat(&office), "Phó Bí thư Tỉnh ủy", "one change, one undo");
}

#[test]
fn a_line_typed_on_another_day_is_printed_without_the_hour_of_typing() {
    let mut office = Office::new();
    let place = opened(&mut office);
    office.clock.set(morning() + TimeDelta::days(3));
    office.capture(place.visit, "bổ sung sau @An");
    office.capture(place.visit, "nói lúc ấy @An @9:15");
    let minutes = office.preview(place.visit);
    assert!(
        minutes.contains("- **Đồng chí Nguyễn Văn An, Phó Bí thư Tỉnh ủy, Trưởng đoàn:** bổ sung sau."),
        "{minutes}"
    );
    assert!(minutes.contains("9 giờ 15 phút, đồng chí Nguyễn Văn An"), "{minutes}");
}

#[test]
fn closing_with_its_facts_is_one_change() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let before = office.visit(place.visit).visit.record;
    let after = Visit { end: time(11, 5), copies: Some(6), ..before.clone() };
    let facts = Some(Edit::change(place.visit, &before, &after));
    office.act(Action::CloseVisit { visit: place.visit, end: time(11, 5), facts }).unwrap();
    let closed = office.visit(place.visit).visit.record;
    assert_eq!((closed.status, closed.end, closed.copies), (VisitStatus::Closed, time(11, 5), Some(6)));
    office.act(Action::Undo(place.scope)).unwrap();
    assert_eq!(office.visit(place.visit).visit.record, before);
}

#[test]
fn cancelling_takes_a_reason() {
    let mut office = Office::new();
    let place = planned(&mut office);
    let cancel = |reason: &str| Action::CancelVisit { visit: place.visit, reason: reason.into() };
    assert!(matches!(office.act(cancel("  ")), Err(Error::EmptyField("cancel_reason"))));
    office.act(cancel("mưa lũ")).unwrap();
    assert_eq!(office.visit(place.visit).visit.record.cancel_reason, "mưa lũ");
    office.act(Action::PlanVisitAgain(place.visit)).unwrap();
    assert_eq!(office.visit(place.visit).visit.record.cancel_reason, "");
}

#[test]
fn the_whole_delegation_is_marked_present_once() {
    let mut office = Office::new();
    let place = opened(&mut office);
    office.act(Action::AddDelegationToAttendance(place.visit)).unwrap();
    let again = office.act(Action::AddDelegationToAttendance(place.visit)).unwrap();
    assert_eq!(again, Outcome::Unchanged);
    let attendees: Vec<Attendee> = office.visit(place.visit).attendees.into_iter().map(|row| row.record).collect();
    let names: Vec<_> = attendees.iter().map(|a| (a.name.as_str(), a.post.as_str(), a.side, a.presence)).collect();
    assert_eq!(
        names,
        [
            ("Nguyễn Văn An", "Phó Bí thư Tỉnh ủy", Side::Delegation, Presence::Present),
            ("Lê Minh Châu", "Kiểm tra viên", Side::Delegation, Presence::Present)
        ]
    );
}

#[test]
fn records_that_break_a_rule_are_refused_and_change_nothing() {
    let mut office = Office::new();
    let place = planned(&mut office);
    let before = files(&office.data().join("journal"));
    let child = office.session.fresh_id();
    let unit = |name: &str, parent| Unit { name: name.into(), parent, note: String::new() };
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
    let unit = |name: &str, parent| Unit { name: name.into(), parent, note: String::new() };
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
fn minutes_are_exported_under_a_new_name_each_time() {
    let mut office = Office::new();
    let place = opened(&mut office);
    office.capture(place.visit, "-- còn nể nang");
    let folder = office.folder.path().to_owned();
    let export = Action::Export { visit: place.visit, folder };
    let mut name = || match office.act(export.clone()).unwrap() {
        Outcome::Exported(path) => path.file_name().unwrap().to_str().unwrap().to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(name(), "bien-ban_huyen-uy-thach-khe_2026-03-19.md");
    assert_eq!(name(), "bien-ban_huyen-uy-thach-khe_2026-03-19-2.md");
    let nowhere = Action::Export { visit: place.visit, folder: "/nowhere/at/all".into() };
    assert!(matches!(office.act(nowhere), Err(Error::Export { .. })));
}

#[test]
fn a_line_reopened_and_entered_again_changes_nothing_whatever_the_second() {
    let mut office = Office::new();
    let place = opened(&mut office);
    office.clock.set(morning() + TimeDelta::seconds(42));
    let id = office.capture(place.visit, "một");
    let line = line_of(&office.entry(place.visit, id).record);
    assert_eq!(office.act(Action::Recapture { entry: id, line }).unwrap(), Outcome::Unchanged);
}

#[test]
fn an_entry_keeps_its_link_to_a_removed_one_when_it_is_edited() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let fault = office.capture(place.visit, "-- còn nể nang");
    let cause = office.capture(place.visit, "~c chưa thường xuyên ^");
    let line = line_of(&office.entry(place.visit, cause).record).replace("chưa", "không");
    office.act(Action::Remove { kind: Kind::ENTRY, id: fault, reason: String::new() }).unwrap();
    office.act(Action::Recapture { entry: cause, line }).unwrap();
    let entry = office.entry(place.visit, cause).record;
    assert_eq!((entry.text.as_str(), entry.links.as_slice()), ("không thường xuyên", [fault].as_slice()));
}

#[test]
fn a_dead_link_stays_where_it_was_typed() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let id = office.capture(place.visit, "theo ^ZZZZZ thì chưa đủ");
    assert_eq!(office.entry(place.visit, id).record.text, "theo ^ZZZZZ thì chưa đủ");
    let cause = office.capture(place.visit, "~c không có hạn chế nào ở trên ^");
    let cause = office.entry(place.visit, cause).record;
    assert_eq!((cause.text.as_str(), cause.links.len()), ("không có hạn chế nào ở trên ^", 0));
}

#[test]
fn a_person_named_twice_is_one_person() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let id = office.capture(place.visit, r#"nhất trí @An @"Nguyễn Văn An""#);
    assert_eq!(office.entry(place.visit, id).record.people, ["Nguyễn Văn An"]);
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

#[test]
fn nothing_is_saved_into_what_is_closed_or_in_the_trash() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let id = office.capture(place.visit, "một");
    let remove = |kind: Kind, id| Action::Remove { kind, id, reason: String::new() };
    office.act(Action::CloseVisit { visit: place.visit, end: time(11, 0), facts: None }).unwrap();
    assert!(matches!(office.act(remove(Kind::ENTRY, id)), Err(Error::VisitNotOpen(VisitStatus::Closed))));
    office.act(Action::OpenVisit(place.visit)).unwrap();
    office.act(remove(Kind::ENTRY, id)).unwrap();
    let again = Action::Recapture { entry: id, line: "hai".into() };
    assert!(matches!(office.act(again), Err(Error::Removed { .. })));
    office.act(remove(Kind::DELEGATION, place.delegation)).unwrap();
    let line = Action::Capture { visit: place.visit, line: "ba".into() };
    assert!(matches!(office.act(line), Err(Error::Removed { .. })));
    office.act(Action::Restore { kind: Kind::DELEGATION, id: place.delegation }).unwrap();
    office.capture(place.visit, "ba");
}

#[test]
fn a_member_who_left_is_still_named_where_he_presided() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let chair = office.visit(place.visit).visit.record.chair.unwrap();
    office.act(Action::Remove { kind: Kind::MEMBER, id: chair, reason: "chuyển công tác".into() }).unwrap();
    assert!(office.preview(place.visit).contains("Người chủ trì: đồng chí Nguyễn Văn An"));
}

#[test]
fn a_member_typed_in_by_hand_is_not_added_twice() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let by_hand = Attendee {
        visit: Some(place.visit),
        side: Side::Delegation,
        name: "Nguyễn Văn An".into(),
        ..Attendee::default()
    };
    office.create(place.scope, &by_hand);
    office.act(Action::AddDelegationToAttendance(place.visit)).unwrap();
    assert_eq!(office.visit(place.visit).attendees.len(), 2);
}

/// Writes a field as a newer program might, in a form that this one does not know.
fn from_the_future(office: &mut Office, scope: ScopeId, kind: Kind, id: bienban::domain::RecordId, field: &str) {
    let fields = std::collections::BTreeMap::from([(field.to_owned(), serde_json::json!({ "mới": true }))]);
    let mut edit = Edit::set(kind, id, fields);
    edit.fields.insert("life".into(), serde_json::Value::Null);
    office.session.write_unchecked(scope, edit).unwrap();
}

#[test]
fn minutes_never_leave_out_what_cannot_be_read() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let id = office.capture(place.visit, "-- còn nể nang");
    from_the_future(&mut office, place.scope, Kind::ENTRY, id, "kind");
    let export = Action::Export { visit: place.visit, folder: office.folder.path().to_owned() };
    assert!(matches!(office.act(export), Err(Error::Incomplete(missing)) if missing[0].id == id));
    assert_eq!(office.visit(place.visit).unreadable.len(), 1);
    assert_eq!(office.session.unreadable().unwrap().len(), 1);
}

#[test]
fn an_unreadable_unit_is_told_and_blocks_no_visit() {
    let mut office = Office::new();
    let place = opened(&mut office);
    from_the_future(&mut office, ScopeId::Office, Kind::UNIT, place.unit, "name");
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
