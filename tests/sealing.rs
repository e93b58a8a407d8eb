//! Sealing: what a closed visit said stays as it was, and nothing of the visit changes until it is opened again.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use bienban::domain::{
    Answer, Attendee, Edit, FollowAct, FollowUp, Kind, Material, Member, PromptedIssue, Record, RecordId, Standing,
    Unit, Verdict, Visit, VisitStatus, Waiver,
};
use bienban::session::{Action, Direction, Error, Outcome, Query, Version, View};
use bienban::text::{Fate, Words};
use chrono::{NaiveTime, TimeDelta};
use serde_json::{Value, json};
use support::{Office, Thachkhe, day, files, morning, opened, planned};

/// A visit with a few lines, closed at 11:05.
fn sealed() -> (Office, Thachkhe, RecordId) {
    let mut office = Office::new();
    let place = opened(&mut office);
    office.capture(place.visit, "+ Duy trì nền nếp sinh hoạt");
    let fault = office.capture(place.visit, "-- Tự phê bình còn nể nang");
    office.capture(place.visit, ">> Rút kinh nghiệm trong quý II");
    assert!(matches!(close(&mut office, &place), Outcome::Sealed { version: 1, .. }));
    (office, place, fault)
}

fn close(office: &mut Office, place: &Thachkhe) -> Outcome {
    office.clock.set(morning() + TimeDelta::hours(3));
    let end = NaiveTime::from_hms_opt(11, 5, 0);
    office.act(Action::CloseVisit { visit: place.visit, end, facts: None }).unwrap()
}

fn reopen(office: &mut Office, place: &Thachkhe, reason: &str) {
    office.act(Action::ReopenVisit { visit: place.visit, reason: reason.into() }).unwrap();
}

fn export(office: &mut Office, visit: RecordId, folder: &Path) -> String {
    let folder = folder.to_owned();
    match office.act(Action::Export { visit, folder, built_in: false }).unwrap() {
        Outcome::ExportedSealed { path, .. } => path.file_stem().unwrap().to_str().unwrap().to_owned(),
        other => panic!("{other:?}"),
    }
}

fn read(folder: &Path, stem: &str, extension: &str) -> String {
    std::fs::read_to_string(folder.join(format!("{stem}.{extension}"))).unwrap()
}

#[test]
fn closing_seals_in_one_change_and_says_so_in_the_minutes() {
    let (office, place, _) = sealed();
    let record = office.visit(place.visit).visit.record;
    assert_eq!((record.status, record.sealed), (VisitStatus::Closed, Some(1)));
    let minutes = office.preview(place.visit);
    assert!(minutes.contains("phien_ban: \"1\"\nniem_phong: \"2026-03-19T11:05:00+07:00\"\n"), "{minutes}");
    assert!(minutes.contains("*Phiên bản 1, niêm phong lúc 11 giờ 05 phút, ngày 19 tháng 3 năm 2026; mã"));
    assert!(!minutes.contains("Dự thảo"));
    let journal = files(&office.data().join("journal"));
    let mut last = journal.iter().filter_map(|(_, bytes)| {
        let text = std::str::from_utf8(bytes).unwrap();
        text.lines().rfind(|line| line.contains("\"kind\":\"seal\"")).map(str::to_owned)
    });
    let last: Value = serde_json::from_str(last.next_back().unwrap().split_once(' ').unwrap().1).unwrap();
    let kinds: Vec<&str> =
        last["writes"].as_array().unwrap().iter().map(|write| write["at"]["kind"].as_str().unwrap()).collect();
    for kind in ["visit", "seal", "sealed_texts"] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
}

#[test]
fn a_sealed_visit_is_exported_as_it_was_sealed_whatever_changed_since() {
    let (mut office, place, _) = sealed();
    let minutes = office.preview(place.visit);
    let before = office.visit(place.visit);
    let unit = before.unit.unwrap();
    let renamed = Unit { name: "Đảng ủy xã Thạch Khê".into(), ..unit.record.clone() };
    let edits = vec![Edit::change(unit.id, &unit.record, &renamed)];
    office.act(Action::Save { scope: unit.scope, edits }).unwrap();
    let member = before.members.first().unwrap();
    let edits =
        vec![Edit::change(member.id, &member.record, &Member { name: "Người Khác".into(), ..member.record.clone() })];
    office.act(Action::Save { scope: member.scope, edits }).unwrap();
    assert_eq!(office.preview(place.visit), minutes);
    let mut office = office.reopen();
    let folder = tempfile::tempdir().unwrap();
    let stem = export(&mut office, place.visit, folder.path());
    assert_eq!(stem, "bien-ban_huyen-uy-thach-khe_2026-03-19_v1");
    assert_eq!(read(folder.path(), &stem, "md"), minutes);
    let full = read(folder.path(), &stem, "jsonl");
    assert!(full.contains("Huyện ủy Thạch Khê") && !full.contains("Người Khác"));
    let again = export(&mut office, place.visit, folder.path());
    assert_eq!(again, format!("{stem}-2"), "all four files take the next name");
    assert_eq!(read(folder.path(), &again, "md"), minutes);
    assert_eq!(files(folder.path()).len(), 8);
}

#[test]
fn the_manifest_is_checked_by_a_stock_program() {
    let (mut office, place, _) = sealed();
    let folder = tempfile::tempdir().unwrap();
    let stem = export(&mut office, place.visit, folder.path());
    let check = || {
        let mut program = Command::new("sha256sum");
        program.args(["--check", "--strict", &format!("{stem}.manifest")]).current_dir(folder.path());
        match program.output() {
            Ok(output) => Some(output.status.success()),
            Err(error) => {
                eprintln!("NOT CHECKED with sha256sum, which is not here: {error}");
                None
            }
        }
    };
    assert_ne!(check(), Some(false));
    let minutes = folder.path().join(format!("{stem}.md"));
    let altered = read(folder.path(), &stem, "md").replace("nể nang", "nghiêm túc");
    std::fs::write(minutes, altered).unwrap();
    assert_ne!(check(), Some(true));
}

#[test]
fn the_export_is_the_same_on_another_machine_with_the_same_records() {
    let make = || {
        let (mut office, place, _) = sealed();
        let folder = tempfile::tempdir().unwrap();
        let stem = export(&mut office, place.visit, folder.path());
        (read(folder.path(), &stem, "jsonl"), read(folder.path(), &stem, "manifest"))
    };
    let (first, second) = (make(), make());
    assert_eq!(first, second);
    for line in first.0.lines() {
        let parsed: Value = serde_json::from_str(line).unwrap();
        assert_eq!(parsed.to_string(), line, "keys in order, nothing between them");
    }
}

#[test]
fn names_that_are_never_printed_stay_out_of_the_export() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let fault = office.capture(place.visit, "-- Một số chi bộ còn nể nang");
    let row = office.entry(place.visit, fault);
    let with_names = bienban::domain::Entry { private_names: vec!["Chi bộ Kín".into()], ..row.record.clone() };
    office.act(Action::ChangeEntry(Edit::change(fault, &row.record, &with_names))).unwrap();
    close(&mut office, &place);
    let folder = tempfile::tempdir().unwrap();
    let stem = export(&mut office, place.visit, folder.path());
    assert!(!read(folder.path(), &stem, "jsonl").contains("Chi bộ Kín"));
}

/// Every way in which people write to the records of a visit.
fn ways_in(office: &Office, place: &Thachkhe, fault: RecordId) -> Vec<(&'static str, Action)> {
    let (visit, scope) = (place.visit, place.scope);
    let view = office.visit(visit);
    let row = view.entries.iter().find(|row| row.id == fault).unwrap();
    let other = view.entries.iter().find(|row| row.id != fault).unwrap().id;
    let save = |edits| Action::Save { scope, edits };
    fn new<R: Record>(office: &Office, record: &R) -> Edit {
        Edit::create(office.session.fresh_id(), record)
    }
    let attendee = Attendee { visit: Some(visit), name: "Trần Văn B".into(), ..Attendee::default() };
    let material = Material { visit: Some(visit), form: "Báo cáo".into(), ..Material::default() };
    let issue = PromptedIssue { visit: Some(visit), text: "Vì sao?".into(), ..PromptedIssue::default() };
    let answer = Answer { visit: Some(visit), criterion: "1.1".into(), ..Answer::default() };
    let waiver = Waiver { visit: Some(visit), check: "no_cause".into(), reason: "đã rõ".into() };
    let verdict = Verdict { visit: Some(visit), item: Some(fault), ..Verdict::default() };
    let edited = bienban::domain::Entry { text: "Khác".into(), ..row.record.clone() };
    let facts = Visit { place: "Nơi khác".into(), ..view.visit.record.clone() };
    let unsealed = Visit { sealed: None, ..view.visit.record.clone() };
    let elsewhere = BTreeMap::from([("visit".to_owned(), json!(visit))]);
    vec![
        ("capture", Action::Capture { visit, line: "- thêm".into() }),
        ("capture lines", Action::CaptureLines { visit, lines: vec!["- một".into(), "- hai".into()] }),
        ("type again", Action::Recapture { entry: fault, line: "- khác".into() }),
        ("split", Action::Split { entry: fault, line: "-- Tự phê bình còn nể nang".into(), at: 15 }),
        ("merge", Action::Merge(fault)),
        ("link", Action::Link { from: other, to: fault }),
        ("unlink", Action::Unlink { from: other, to: fault }),
        ("details", Action::ChangeEntry(Edit::change(fault, &row.record, &edited))),
        ("kind", Action::ChangeKind { entry: fault, kind: bienban::domain::EntryKind::Strength }),
        ("move", Action::Move { entry: fault, direction: Direction::Up }),
        ("remove an entry", Action::Remove { kind: Kind::ENTRY, id: fault, reason: String::new() }),
        ("remove the visit", Action::Remove { kind: Kind::VISIT, id: visit, reason: String::new() }),
        ("open", Action::OpenVisit(visit)),
        ("seal again", Action::SealVisit(visit)),
        ("the delegation sits down", Action::AddDelegationToAttendance(visit)),
        ("an attendee", save(vec![new(office, &attendee)])),
        ("a document", save(vec![new(office, &material)])),
        ("an issue", save(vec![new(office, &issue)])),
        ("an answer", save(vec![new(office, &answer)])),
        ("a waiver", save(vec![new(office, &waiver)])),
        ("a verdict by form", save(vec![new(office, &verdict)])),
        ("a verdict", Action::GiveVerdict(verdict.clone())),
        ("an entry by form", save(vec![Edit::change(fault, &row.record, &edited)])),
        ("the facts", save(vec![Edit::change(visit, &view.visit.record, &facts)])),
        ("a record moved here", save(vec![Edit::set(Kind::ENTRY, office.session.fresh_id(), elsewhere)])),
        ("the seal taken off", save(vec![Edit::change(visit, &view.visit.record, &unsealed)])),
    ]
}

#[test]
fn a_sealed_visit_is_read_only_by_every_way_in() {
    let (mut office, place, fault) = sealed();
    let before = office.visit(place.visit);
    for (way, action) in ways_in(&office, &place, fault) {
        let refused = office.act(action).err().unwrap_or_else(|| panic!("{way}: not refused"));
        let is_seal = matches!(refused, Error::Sealed { version: 1, .. } | Error::SealStays);
        assert!(is_seal, "{way}: {refused}");
    }
    assert_eq!(office.visit(place.visit), before);
}

#[test]
fn a_seal_is_never_changed_removed_or_forged() {
    let (mut office, place, _) = sealed();
    let journal = files(&office.data().join("journal"));
    let all: String = journal.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    let id = all.split("\"kind\":\"seal\",\"id\":\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
    let forged = Edit::set(Kind::SEAL, id, BTreeMap::from([("minutes".to_owned(), json!("0"))]));
    for action in [
        Action::Remove { kind: Kind::SEAL, id, reason: String::new() },
        Action::Save { scope: place.scope, edits: vec![forged] },
    ] {
        assert!(matches!(office.act(action), Err(Error::SealStays)));
    }
}

#[test]
fn what_was_done_before_the_seal_is_not_taken_back_but_what_was_done_elsewhere_is() {
    let mut office = Office::new();
    let place = planned(&mut office);
    let other = Visit { delegation: Some(place.delegation), unit: Some(place.unit), ..Visit::default() };
    let other = office.create(place.scope, &other);
    office.act(Action::OpenVisit(place.visit)).unwrap();
    office.capture(place.visit, "một");
    office.capture(place.visit, "hai");
    close(&mut office, &place);
    assert!(matches!(office.act(Action::Undo(place.scope)), Err(Error::SealStays)));
    assert!(matches!(office.act(Action::Undo(place.scope)), Err(Error::Sealed { version: 1, .. })));
    assert_eq!(office.texts(place.visit), ["một", "hai"]);
    office.act(Action::Undo(place.scope)).unwrap();
    let trash = match office.session.ask(&Query::Trash(place.scope)).unwrap() {
        View::Trash(view) => view.items,
        other => panic!("{other:?}"),
    };
    assert_eq!(trash.iter().map(|item| item.id).collect::<Vec<_>>(), [other], "the other visit was made before");
    assert_eq!(office.visit(place.visit).visit.record.sealed, Some(1));
}

#[test]
fn nothing_can_be_made_again_into_a_sealed_visit() {
    let mut office = Office::new();
    let place = opened(&mut office);
    office.capture(place.visit, "một");
    office.act(Action::Undo(place.scope)).unwrap();
    close(&mut office, &place);
    assert!(office.act(Action::Redo(place.scope)).is_err());
    assert_eq!(office.texts(place.visit), [] as [String; 0]);
}

#[test]
fn opening_again_takes_a_reason_and_the_next_closing_names_the_version_before() {
    let (mut office, place, fault) = sealed();
    let first = office.preview(place.visit);
    let folder = tempfile::tempdir().unwrap();
    let stem = export(&mut office, place.visit, folder.path());
    let empty = Action::ReopenVisit { visit: place.visit, reason: "  ".into() };
    assert!(matches!(office.act(empty), Err(Error::EmptyField("reopened"))));
    let end = office.visit(place.visit).visit.record.end;
    assert!(end.is_some());
    reopen(&mut office, &place, "ghi sai số chi bộ");
    let record = office.visit(place.visit).visit.record;
    assert_eq!(record.end, end, "what is mended later does not change when the meeting ended");
    assert_eq!(
        (record.status, record.sealed, record.reopened.as_str()),
        (VisitStatus::Open, None, "ghi sai số chi bộ")
    );
    assert!(office.preview(place.visit).contains("Dự thảo"));
    assert!(matches!(office.act(Action::Undo(place.scope)), Err(Error::SealStays)), "not by the undo key");
    office.act(Action::Recapture { entry: fault, line: "-- Tự phê bình ở 3 chi bộ còn nể nang".into() }).unwrap();
    assert!(matches!(close(&mut office, &place), Outcome::Sealed { version: 2, .. }));
    let second = office.preview(place.visit);
    assert_ne!(first, second);
    let later = export(&mut office, place.visit, folder.path());
    assert_eq!(later, "bien-ban_huyen-uy-thach-khe_2026-03-19_v2");
    let head = |stem: &str| -> Value {
        serde_json::from_str(read(folder.path(), stem, "jsonl").lines().next().unwrap()).unwrap()
    };
    assert_eq!(head(&stem)["previous"], "");
    assert_eq!(head(&later)["sealed"]["reason"], "ghi sai số chi bộ");
    let manifest = read(folder.path(), &later, "manifest");
    let sum = read(folder.path(), &stem, "manifest");
    let sum = sum.lines().find(|line| line.ends_with(".jsonl")).unwrap().split(' ').next().unwrap().to_owned();
    assert_eq!(head(&later)["previous"], sum);
    assert!(
        manifest.contains(&format!("# bản trước: {sum}")) && manifest.contains("# lý do mở lại: ghi sai số chi bộ")
    );
    assert_eq!(office.visit(place.visit).visit.record.reopened, "");
}

#[test]
fn following_up_and_later_visits_go_on_after_the_seal() {
    let (mut office, place, _) = sealed();
    let view = office.visit(place.visit);
    let is_asked = |kind| kind == bienban::domain::EntryKind::RecommendationDown;
    let asked = view.entries.iter().find(|row| is_asked(row.record.kind)).unwrap().id;
    let act = FollowUp {
        act: FollowAct::Watch,
        date: Some(day("2026-03-19")),
        by: "Lê Minh Châu".into(),
        standing: Some(Standing::InProgress),
        ..FollowUp::default()
    };
    office.act(Action::Follow { items: vec![asked], follow_up: act }).unwrap();
    let later = Visit {
        delegation: Some(place.delegation),
        unit: Some(place.unit),
        date: Some(day("2026-03-20")),
        ..Visit::default()
    };
    let later = office.create(place.scope, &later);
    office.act(Action::OpenVisit(later)).unwrap();
    let verdict = Verdict {
        visit: Some(later),
        item: Some(asked),
        level: Some(bienban::domain::VerdictLevel::Not),
        ..Verdict::default()
    };
    office.act(Action::GiveVerdict(verdict)).unwrap();
    let again = office.capture(later, "-- Lại còn nể nang");
    office.act(Action::Link { from: again, to: view.entries[1].id }).unwrap();
    assert_eq!(office.visit(place.visit).visit.record.sealed, Some(1));
}

#[test]
fn a_visit_closed_before_there_were_seals_opens_freely_or_is_sealed_by_command() {
    let mut office = Office::new();
    let place = opened(&mut office);
    office.capture(place.visit, "một");
    let close_as_before = |office: &mut Office| {
        let before = office.visit(place.visit).visit.record;
        let after = Visit { status: VisitStatus::Closed, end: NaiveTime::from_hms_opt(11, 0, 0), ..before.clone() };
        let edits = vec![Edit::change(place.visit, &before, &after)];
        office.act(Action::Save { scope: place.scope, edits }).unwrap();
    };
    close_as_before(&mut office);
    assert!(!office.preview(place.visit).contains("niêm phong"));
    office.act(Action::OpenVisit(place.visit)).unwrap();
    assert!(matches!(office.act(Action::SealVisit(place.visit)), Err(Error::Transition { .. })));
    close_as_before(&mut office);
    assert!(matches!(office.act(Action::SealVisit(place.visit)).unwrap(), Outcome::Sealed { version: 1, .. }));
    let record = office.visit(place.visit).visit.record;
    assert_eq!((record.status, record.sealed), (VisitStatus::Closed, Some(1)));
    assert!(office.preview(place.visit).contains("niêm phong"));
    assert!(matches!(office.act(Action::OpenVisit(place.visit)), Err(Error::Sealed { version: 1, .. })));
}

#[test]
fn a_long_visit_is_sealed_and_one_that_is_far_too_long_is_refused_with_its_size() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let mut random = 1u64;
    let mut word = || {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        format!("{:x}", random >> 16)
    };
    let mut line = |words: usize| (0..words).map(|_| word()).collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = (0..300).map(|_| line(12)).collect();
    office.act(Action::CaptureLines { visit: place.visit, lines }).unwrap();
    close(&mut office, &place);
    reopen(&mut office, &place, "thêm phụ lục");
    for _ in 0..6 {
        let lines: Vec<String> = (0..20).map(|_| line(500)).collect();
        office.act(Action::CaptureLines { visit: place.visit, lines }).unwrap();
    }
    let end = NaiveTime::from_hms_opt(11, 5, 0);
    let refused = office.act(Action::CloseVisit { visit: place.visit, end, facts: None });
    assert!(matches!(refused, Err(Error::SealTooLong { bytes, limit }) if bytes > limit), "{refused:?}");
    assert_eq!(office.visit(place.visit).visit.record.status, VisitStatus::Open);
}

/// What differs between two versions, a line of text for each line that does.
fn compared(office: &Office, visit: RecordId, from: u32, to: Option<u32>) -> Vec<String> {
    let View::Compare(view) = office.session.ask(&Query::Compare { visit, from, to }).unwrap() else { panic!() };
    let shown = |words: &Words| match words.fate {
        Fate::Same => words.text.clone(),
        Fate::Removed => format!("[-{}-]", words.text),
        Fate::Added => format!("{{+{}+}}", words.text),
    };
    view.lines.iter().map(|line| line.iter().map(shown).collect()).collect()
}

#[test]
fn versions_are_listed_compared_by_words_and_exported_each() {
    let (mut office, place, fault) = sealed();
    reopen(&mut office, &place, "ghi sai số chi bộ");
    office.act(Action::Recapture { entry: fault, line: "-- Tự phê bình ở 3 chi bộ còn nể nang".into() }).unwrap();
    let is_told = |lines: &[String]| lines.iter().any(|line| line.contains("{+") && line.contains("ở 3 chi bộ"));
    assert!(is_told(&compared(&office, place.visit, 1, None)), "with what is being written now");
    close(&mut office, &place);
    let lines = compared(&office, place.visit, 1, Some(2));
    assert!(is_told(&lines), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("## III")), "below its headings: {lines:?}");
    assert_eq!(compared(&office, place.visit, 2, Some(2)), [] as [String; 0]);
    let View::Versions(view) = office.session.ask(&Query::Versions(place.visit)).unwrap() else { panic!() };
    let versions: Vec<(u32, &str)> =
        view.versions.iter().map(|Version { seal, .. }| (seal.version, seal.reason.as_str())).collect();
    assert_eq!(versions, [(1, ""), (2, "ghi sai số chi bộ")]);
    let folder = tempfile::tempdir().unwrap();
    let first = Action::ExportVersion { visit: place.visit, version: 1, folder: folder.path().to_owned() };
    let Outcome::ExportedSealed { path, .. } = office.act(first).unwrap() else { panic!() };
    assert!(std::fs::read_to_string(path).unwrap().contains("*Phiên bản 1, niêm phong"));
    let none = Action::ExportVersion { visit: place.visit, version: 3, folder: folder.path().to_owned() };
    assert!(matches!(office.act(none), Err(Error::NoVersion { version: 3, .. })));
}
