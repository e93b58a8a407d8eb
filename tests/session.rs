//! Lines of a visit: typed, typed again, moved, linked, removed, exported.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use bienban::capture::{Phrase, Sought};
use bienban::domain::{Edit, Entry, EntryKind, Kind, Severity};
use bienban::session::{Action, Direction, Error, Outcome, Query, View, line_of};
use chrono::TimeDelta;
use support::{Office, day, morning, opened};

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
fn a_criterion_is_written_as_the_checklist_has_it_and_stays_as_typed_where_it_has_none() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let of = |office: &Office, entry| office.entry(place.visit, entry).record.criteria;
    let one = office.capture(place.visit, "-- còn nể nang #i-6 #I.6 #ix.99b");
    assert_eq!(of(&office, one), ["I.6", "ix.99b"]);
    office.act(Action::Recapture { entry: one, line: "-- còn nể nang #ii.1".into() }).unwrap();
    assert_eq!(of(&office, one), ["II.1"]);
    let lines = vec!["++ bàn giao đủ #i.5".into(), "thảo luận".into()];
    let Outcome::SavedAll(pasted) = office.act(Action::CaptureLines { visit: place.visit, lines }).unwrap() else {
        panic!()
    };
    assert_eq!((of(&office, pasted[0]), of(&office, pasted[1])), (vec!["I.5".to_owned()], vec![]));
    let line = "-- còn nể nang; xếp loại chạy theo thành tích #ii-4".to_owned();
    let at = line.find(" xếp").unwrap();
    office.act(Action::Split { entry: one, line, at }).unwrap();
    assert_eq!(of(&office, one), ["II.4"]);
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
fn what_was_typed_before_is_proposed_with_how_often_it_was_and_what_it_touched() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let phrases = |office: &Office, kind: EntryKind, criterion: &str| {
        let sought = Sought { kind, criteria: vec![criterion.into()], ..Sought::default() };
        let View::Phrases(view) = office.session.ask(&Query::Phrases(sought)).unwrap() else { panic!() };
        view.phrases
    };
    office.capture(place.visit, "-- còn nể nang #I.5 #II.1");
    office.capture(place.visit, "~c kiểm tra chưa thường xuyên ^");
    office.capture(place.visit, "-- còn nể nang #II.4");
    office.capture(place.visit, "~c người đứng đầu chưa làm gương ^");
    office.capture(place.visit, "~c kiểm tra chưa thường xuyên");
    let removed = office.capture(place.visit, "~c gõ nhầm #I.5");
    office.act(Action::Remove { kind: Kind::ENTRY, id: removed, reason: String::new() }).unwrap();

    let phrase = |text: &str, kind, criteria: &[&str], used| {
        let criteria = criteria.iter().map(|code| (*code).to_owned()).collect();
        Phrase { text: text.into(), kind, criteria, used }
    };
    let often = phrase("kiểm tra chưa thường xuyên", EntryKind::SubjectiveCause, &["I.5", "II.1"], 2);
    let once = phrase("người đứng đầu chưa làm gương", EntryKind::SubjectiveCause, &["II.4"], 1);
    let fault = phrase("còn nể nang", EntryKind::Shortcoming, &["I.5", "II.1", "II.4"], 2);
    let of_cause = |criterion| phrases(&office, EntryKind::SubjectiveCause, criterion);
    assert_eq!(of_cause("I.5"), [often.clone(), once.clone(), fault.clone()]);
    assert_eq!(of_cause("II.4"), [once.clone(), often.clone(), fault.clone()]);
    assert_eq!(phrases(&office, EntryKind::Strength, ""), [often, fault, once], "used as often, the newest is first");
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
fn minutes_are_exported_under_a_new_name_each_time() {
    let mut office = Office::new();
    let place = opened(&mut office);
    office.capture(place.visit, "-- còn nể nang");
    let folder = office.folder.path().to_owned();
    let export = Action::Export { visit: place.visit, folder, built_in: false };
    let mut name = || match office.act(export.clone()).unwrap() {
        Outcome::Exported(path) => path.file_name().unwrap().to_str().unwrap().to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(name(), "bien-ban_huyen-uy-thach-khe_2026-03-19.md");
    assert_eq!(name(), "bien-ban_huyen-uy-thach-khe_2026-03-19-2.md");
    let nowhere = Action::Export { visit: place.visit, folder: "/nowhere/at/all".into(), built_in: false };
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
fn a_figure_that_cannot_be_is_refused_and_nothing_is_stored() {
    use bienban::figures::Impossible;
    let mut office = Office::new();
    let place = opened(&mut office);
    let refused =
        |outcome| matches!(outcome, Err(Error::Impossible(Impossible::PartOverWhole { part: 1_250, whole: 1_204 })));
    let line = "## quán triệt 1.250/1.204 đảng viên";
    assert!(refused(office.act(Action::Capture { visit: place.visit, line: line.into() })));
    assert!(matches!(
        office.act(Action::Capture { visit: place.visit, line: "## nhận 5/0 đơn".into() }),
        Err(Error::Impossible(Impossible::WholeIsZero { part: 5 }))
    ));
    assert!(office.texts(place.visit).is_empty());

    let entry = office.capture(place.visit, "## quán triệt 1.204/1.250 đảng viên");
    assert!(refused(office.act(Action::Recapture { entry, line: line.into() })));
    assert_eq!(office.texts(place.visit), ["quán triệt 1.204/1.250 đảng viên"]);

    let statement = office.capture(place.visit, "quán triệt 1.250/1.204 đảng viên");
    assert!(refused(office.act(Action::ChangeKind { entry: statement, kind: EntryKind::Figure })));
    office.act(Action::Undo(place.scope)).unwrap();
    assert_eq!(office.texts(place.visit).len(), 1, "what was refused left nothing to take back");
}
