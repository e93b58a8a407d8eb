//! Links between entries, details of entries, and what of them may be printed.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use bienban::capture::mark_of;
use bienban::domain::{
    Bearer, ChainPart, Delegation, Edit, Entry, EntryKind, Extent, Kind, Material, OutsideItem, Position, Proposal,
    Provenance, RecordId, Regime, ScopeId, Severity, Unit, Visit,
};
use bienban::session::{Action, Error, Outcome, Query, View};
use chrono::NaiveTime;
use support::{Office, Thachkhe, day, opened};

fn links(office: &Office, place: &Thachkhe, entry: RecordId) -> Vec<RecordId> {
    office.entry(place.visit, entry).record.links
}

/// Makes a visit of an earlier day with some entries, and closes it.
fn earlier_visit(office: &mut Office, place: &Thachkhe, unit: RecordId, lines: &[&str]) -> Vec<RecordId> {
    let visit = Visit {
        delegation: Some(place.delegation),
        unit: Some(unit),
        date: Some(day("2024-09-14")),
        ..Visit::default()
    };
    let visit = office.create(place.scope, &visit);
    office.act(Action::OpenVisit(visit)).unwrap();
    let entries = lines.iter().map(|line| office.capture(visit, line)).collect();
    office.act(Action::CloseVisit { visit, end: NaiveTime::from_hms_opt(11, 5, 0), facts: None }).unwrap();
    entries
}

#[test]
fn entries_of_a_visit_are_linked_unlinked_and_it_is_undone() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let fault = office.capture(place.visit, "-- xếp loại chạy theo thành tích");
    let other = office.capture(place.visit, "-- còn nể nang");
    let cause = office.capture(place.visit, "~c kiểm tra chưa thường xuyên ^");
    assert_eq!(links(&office, &place, cause), [other]);
    office.act(Action::Link { from: cause, to: fault }).unwrap();
    assert_eq!(links(&office, &place, cause), [other, fault]);
    assert_eq!(office.act(Action::Link { from: cause, to: fault }).unwrap(), Outcome::Unchanged);
    office.act(Action::Unlink { from: cause, to: other }).unwrap();
    assert_eq!(links(&office, &place, cause), [fault]);
    office.act(Action::Undo(place.scope)).unwrap();
    office.act(Action::Undo(place.scope)).unwrap();
    assert_eq!(links(&office, &place, cause), [other]);
    assert!(matches!(office.act(Action::Link { from: cause, to: cause }), Err(Error::NoLink { .. })));
}

#[test]
fn what_repeats_is_linked_only_to_earlier_items_of_the_same_unit() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let elsewhere = office.create(ScopeId::Office, &Unit { name: "Huyện ủy Yên Thủy".into(), ..Unit::default() });
    let here = earlier_visit(&mut office, &place, place.unit, &["-- 7 chi bộ chưa sinh hoạt đủ", "++ nền nếp"]);
    let there = earlier_visit(&mut office, &place, elsewhere, &["-- chưa có quy chế"]);
    let outside = OutsideItem {
        unit: Some(place.unit),
        source: "Kiểm toán nhà nước".into(),
        text: "thu hồi đất".into(),
        ..OutsideItem::default()
    };
    let outside = office.create(ScopeId::Office, &outside);
    let fault = office.capture(place.visit, "-- còn 2 chi bộ chưa sinh hoạt đủ");
    for to in [here[0], outside] {
        office.act(Action::Link { from: fault, to }).unwrap();
    }
    for to in [here[1], there[0], place.visit] {
        assert!(matches!(office.act(Action::Link { from: fault, to }), Err(Error::NoLink { .. })));
    }
    assert_eq!(links(&office, &place, fault), [here[0], outside]);
    let View::Chain(chain) = office.session.ask(&Query::Chain(place.visit)).unwrap() else { unreachable!() };
    let words: Vec<&str> = chain.earlier.iter().map(|item| item.words.as_str()).collect();
    assert!(words.contains(&"7 chi bộ chưa sinh hoạt đủ") && words.contains(&"thu hồi đất"), "{words:?}");
    office.act(Action::Unlink { from: fault, to: here[0] }).unwrap();
    assert_eq!(links(&office, &place, fault), [outside]);
}

#[test]
fn a_closed_visit_takes_neither_links_nor_details() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let fault = office.capture(place.visit, "-- còn nể nang");
    let cause = office.capture(place.visit, "~c kiểm tra chưa thường xuyên");
    office.act(Action::CloseVisit { visit: place.visit, end: NaiveTime::from_hms_opt(11, 5, 0), facts: None }).unwrap();
    let row = office.entry(place.visit, fault);
    let after = Entry { topic: "xây dựng Đảng".into(), ..row.record.clone() };
    for action in [
        Action::Link { from: cause, to: fault },
        Action::Unlink { from: cause, to: fault },
        Action::ChangeEntry(Edit::change(fault, &row.record, &after)),
    ] {
        assert!(matches!(office.act(action), Err(Error::Sealed { version: 1, .. })));
    }
}

/// Fills in every detail that an entry can have, with names that must never be printed.
fn detailed(entry: &Entry, material: RecordId) -> Entry {
    Entry {
        topic: "đánh giá cán bộ".into(),
        locality: "xã Hòa Phong".into(),
        extent: Some(Extent::Some),
        severity: Some(Severity::Serious),
        criteria: vec!["II.4".into()],
        people: vec!["Ban Thường vụ Huyện ủy".into()],
        private_names: vec!["Trạm Y tế bí mật".into(), "Trường THCS bí mật".into()],
        bearer: Some(Bearer::Collective),
        provenance: Some(Provenance::Document),
        material: Some(material),
        page: "7".into(),
        position: Some(Position::Agrees),
        category: "kiểm điểm".into(),
        remedy: "kiểm điểm trước Ban Thường vụ".into(),
        measure: "báo cáo hằng quý".into(),
        model_name: "Ngày thứ Bảy vì dân".into(),
        result: "9/11 xã duy trì".into(),
        proposal: Some(Proposal::Replicate),
        deep_review: true,
        ..entry.clone()
    }
}

#[test]
fn a_private_name_is_in_no_minutes_no_file_and_no_file_name() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let material = Material {
        visit: Some(place.visit),
        form: "Báo cáo".into(),
        symbol: "218-BC/HU".into(),
        ..Material::default()
    };
    let material = office.create(place.scope, &material);
    for kind in EntryKind::ALL {
        let id = office.capture(place.visit, &format!("{} một số chi bộ ^", mark_of(kind)));
        let row = office.entry(place.visit, id);
        let edit = Edit::change(id, &row.record, &detailed(&row.record, material));
        office.act(Action::ChangeEntry(edit)).unwrap();
    }
    for regime in [Regime::Party, Regime::State] {
        let before: Delegation = office.visit(place.visit).delegation.record;
        let after = Delegation { regime, ..before.clone() };
        let edits = vec![Edit::change(place.delegation, &before, &after)];
        office.act(Action::Save { scope: place.scope, edits }).unwrap();
        let minutes = office.preview(place.visit);
        assert!(minutes.contains("theo Báo cáo số 218-BC/HU, trang 7"), "{minutes}");
        assert!(minutes.contains("gợi ý kiểm điểm sâu") && minutes.contains("địa bàn: xã Hòa Phong"), "{minutes}");
        assert!(!minutes.contains("bí mật"), "{minutes}");
    }
    let folder = office.folder.path().join("out");
    std::fs::create_dir(&folder).unwrap();
    let Outcome::Exported(path) = office.act(Action::Export { visit: place.visit, folder, built_in: false }).unwrap()
    else {
        unreachable!()
    };
    assert!(!path.display().to_string().contains("bi-mat"));
    assert!(!std::fs::read_to_string(path).unwrap().contains("bí mật"));
}

#[test]
fn every_field_of_every_kind_is_a_field_of_an_entry() {
    let fields = Edit::create(RecordId(uuid::Uuid::nil()), &detailed(&Entry::default(), RecordId(uuid::Uuid::nil())));
    for kind in EntryKind::ALL {
        for name in kind.details() {
            assert!(*name == "due" || *name == "document" || fields.fields.contains_key(*name), "{name}");
        }
        assert!(ChainPart::ALL.contains(&ChainPart::of(kind)));
    }
    assert_eq!(fields.kind, Kind::ENTRY);
}
