//! The life of a visit and who sits at it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use bienban::domain::{Attendee, Edit, Kind, Member, Post, Presence, Side, Visit, VisitStatus};
use bienban::session::{Action, Error, Outcome, Query, View};
use chrono::{NaiveTime, TimeDelta};
use support::{Office, day, morning, opened, planned};

fn time(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
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
    assert!(matches!(office.act(line()), Err(Error::Sealed { version: 1, .. })));
    let cancel = Action::CancelVisit { visit: place.visit, reason: "hoãn".into() };
    assert!(matches!(office.act(cancel), Err(Error::Transition { .. })));
    office.act(Action::ReopenVisit { visit: place.visit, reason: "bổ sung".into() }).unwrap();
    let again = office.visit(place.visit).visit.record;
    assert_eq!(
        (again.status, again.end),
        (VisitStatus::Open, time(11, 5)),
        "it ended when it ended, until somebody says otherwise"
    );
    office.clock.set(morning() + TimeDelta::hours(7));
    assert!(office.preview(place.visit).contains("Dự thảo"));
    office.capture(place.visit, "bổ sung");
    office.act(Action::CloseVisit { visit: place.visit, end: None, facts: None }).unwrap();
    assert_eq!(office.visit(place.visit).visit.record.end, time(11, 5));
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
    let View::History(history) = office.session.ask(&Query::History(place.visit)).unwrap() else {
        unreachable!("a history was asked for")
    };
    let newest = history.steps.last().unwrap();
    let changed = |field: &str| newest.fields.iter().any(|(name, ..)| name == field);
    assert!(["status", "end", "copies", "sealed"].into_iter().all(changed), "{newest:?}");
    // It is a seal too, which is not taken back but followed by a next version.
    assert!(matches!(office.act(Action::Undo(place.scope)), Err(Error::SealStays)));
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
fn who_is_added_last_stands_last_on_the_list() {
    let mut office = Office::new();
    let place = opened(&mut office);
    office.act(Action::AddDelegationToAttendance(place.visit)).unwrap();
    let seat = |name: &str| Attendee {
        visit: Some(place.visit),
        side: Side::Delegation,
        name: name.into(),
        ..Attendee::default()
    };
    office.create(place.scope, &seat("Bùi Thị Sáu"));
    office.create(place.scope, &seat("Cao Văn Bảy"));
    let names: Vec<String> = office.visit(place.visit).attendees.into_iter().map(|row| row.record.name).collect();
    assert_eq!(names, ["Nguyễn Văn An", "Lê Minh Châu", "Bùi Thị Sáu", "Cao Văn Bảy"]);
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
fn nothing_is_saved_into_what_is_closed_or_in_the_trash() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let id = office.capture(place.visit, "một");
    let remove = |kind: Kind, id| Action::Remove { kind, id, reason: String::new() };
    office.act(Action::CloseVisit { visit: place.visit, end: time(11, 0), facts: None }).unwrap();
    assert!(matches!(office.act(remove(Kind::ENTRY, id)), Err(Error::Sealed { version: 1, .. })));
    office.act(Action::ReopenVisit { visit: place.visit, reason: "ghi nhầm".into() }).unwrap();
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
