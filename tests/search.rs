//! Searching everything that is kept, as it is typed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use bienban::domain::{Delegation, Edit, Entry, EntryKind, Kind, OutsideItem, RecordId, ScopeId, Unit, Visit};
use bienban::search::Remark;
use bienban::session::{Action, Filter, Found, Query, SearchView, Stage, View};
use support::{Office, Thachkhe, day, opened, song_lam};

impl Office {
    fn search(&self, typed: &str) -> SearchView {
        match self.session.ask(&Query::Search(typed.into())).unwrap() {
            View::Search(view) => *view,
            other => panic!("{other:?}"),
        }
    }

    fn found(&self, typed: &str) -> Vec<RecordId> {
        let view = self.search(typed);
        assert_eq!(view.total, view.found.len());
        view.found.iter().map(|found| found.id).collect()
    }
}

/// An office with a visit to Thạch Khê in March and one of another delegation to Hòa Phong, below it, a year before.
struct Kept {
    office: Office,
    place: Thachkhe,
    fault: RecordId,
    asked: RecordId,
    other_unit: RecordId,
    other_visit: RecordId,
    other_fault: RecordId,
}

fn kept() -> Kept {
    let mut office = Office::new();
    let place = opened(&mut office);
    let fault = office.capture(place.visit, "-- giao đất ở Hòa Phong còn thiếu hồ sơ #I.5 !3");
    let asked = office.capture(place.visit, ">> rà soát đường liên xã @\"Nguyễn Văn Dương\" <10/3/2026 ^");
    let unit = Unit { name: "Đảng ủy xã Hòa Phong".into(), parent: Some(place.unit), ..Unit::default() };
    let other_unit = office.create(ScopeId::Office, &unit);
    let delegation = office.session.fresh_id();
    let scope = ScopeId::Delegation(delegation);
    let record =
        Delegation { decision_symbol: "120-QĐ/TU".into(), theme: "quản lý đất đai".into(), ..song_lam() };
    office.act(Action::Save { scope, edits: vec![Edit::create(delegation, &record)] }).unwrap();
    let visit = Visit {
        delegation: Some(delegation),
        unit: Some(other_unit),
        date: Some(day("2025-03-04")),
        ..Visit::default()
    };
    let other_visit = office.create(scope, &visit);
    office.act(Action::OpenVisit(other_visit)).unwrap();
    let other_fault = office.capture(other_visit, "-- hồ sơ giao đất chậm !1");
    Kept { office, place, fault, asked, other_unit, other_visit, other_fault }
}

#[test]
fn accents_count_where_they_were_typed_and_titles_come_first() {
    let Kept { office, place, fault, asked, other_unit, other_fault, .. } = kept();
    for (typed, expected) in [
        ("giao dat", vec![other_fault, fault]),
        ("giao đất", vec![other_fault, fault]),
        ("giao đạt", vec![]),
        ("đường", vec![asked]),
        ("duong", vec![asked]),
        ("hoa phong", vec![other_unit, fault]),
        ("\"đất ở Hòa\"", vec![fault]),
        ("\"đất Hòa\"", vec![]),
        ("04-nq/tw", office.found("loai:vb")),
        ("thach khe", vec![place.unit]),
        ("\"nguyen van an\"", office.found("loai:nguoi An")),
        ("\"nguyễn văn dương\"", vec![asked]),
        ("", vec![]),
    ] {
        assert_eq!(office.found(typed), expected, "{typed}");
    }
    assert_eq!(office.found("04-nq/tw").len(), 1);
    assert_eq!(office.found("loai:nguoi An").len(), 1);
}

#[test]
fn filters_narrow_what_is_found() {
    let Kept { office, place, fault, asked, other_unit, other_fault, .. } = kept();
    for (typed, expected) in [
        ("loai:hc", vec![other_fault, fault]),
        ("type:shortcoming hồ", vec![other_fault, fault]),
        ("loai:hc don-vi:\"Hòa Phong\"", vec![other_fault]),
        // What lies below a unit is its own too.
        ("loai:hc unit:thach", vec![other_fault, fault]),
        ("loai:hc don-vi:không-có", vec![]),
        ("loai:hc doan:120", vec![other_fault]),
        ("loai:hc doan:\"đất đai\"", vec![other_fault]),
        ("loai:hc tu:2026", vec![fault]),
        ("loai:hc den:12/2025", vec![other_fault]),
        ("muc:3", vec![fault]),
        ("qua-han", vec![asked]),
        ("con-mo loai:hc", vec![other_fault, fault]),
        ("da-xong", vec![]),
        ("loai:don-vi phong", vec![other_unit]),
        ("nguoi:\"Nguyễn Văn Dương\"", vec![asked]),
    ] {
        assert_eq!(office.found(typed), expected, "{typed}");
    }
    let view = office.search("mau:xanh");
    assert_eq!((view.total, view.remarks), (0, vec![Remark::UnknownFilter("mau".into())]));
    let found: Vec<Found> = office.search("giao đất muc:3").found;
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((found.kind.clone(), found.entry), (Kind::ENTRY, Some(EntryKind::Shortcoming)));
    assert_eq!(
        (&*found.unit, found.visit, found.date),
        ("Huyện ủy Thạch Khê", Some(place.visit), Some(day("2026-03-19")))
    );
    let lit: Vec<&str> = found.words.places.iter().map(|place| found.words.text.get(place.clone()).unwrap()).collect();
    assert_eq!(lit, ["giao", "đất"]);
}

#[test]
fn what_is_found_follows_every_change() {
    let Kept { mut office, place, fault, other_visit, other_fault, .. } = kept();
    assert_eq!(office.found("giao đất"), [other_fault, fault]);
    office.act(Action::Remove { kind: Kind::ENTRY, id: fault, reason: String::new() }).unwrap();
    assert_eq!(office.found("giao đất"), [other_fault]);
    office.act(Action::Undo(place.scope)).unwrap();
    assert_eq!(office.found("giao đất"), [other_fault, fault]);
    office.act(Action::Recapture { entry: fault, line: "-- còn nể nang".into() }).unwrap();
    assert_eq!((office.found("giao đất"), office.found("nể nang")), (vec![other_fault], vec![fault]));
    office.act(Action::Remove { kind: Kind::VISIT, id: other_visit, reason: String::new() }).unwrap();
    assert_eq!(office.found("giao đất"), []);
    let office = office.reopen();
    assert_eq!((office.found("giao đất"), office.found("nể nang")), (vec![], vec![fault]));
}

#[test]
fn of_very_many_finds_those_in_a_title_are_shown_and_then_the_newest() {
    let mut office = Office::new();
    let named = |number: usize| Unit { name: format!("Chi bộ Suối Mây {number}"), ..Unit::default() };
    let noted = |number: usize| Unit {
        name: format!("Chi bộ thôn {number}"),
        note: "trước thuộc Suối Mây".into(),
        ..Unit::default()
    };
    let mut make = |units: Vec<Unit>| -> Vec<RecordId> {
        let edits: Vec<Edit> = units.iter().map(|unit| Edit::create(office.session.fresh_id(), unit)).collect();
        let ids = edits.iter().map(|edit| edit.id).collect();
        office.act(Action::Save { scope: ScopeId::Office, edits }).unwrap();
        ids
    };
    let titles = make((0..30).map(named).collect());
    let notes = make((0..1_000).map(noted).collect());
    let view = office.search("suoi may");
    let shown: Vec<RecordId> = view.found.iter().map(|found| found.id).collect();
    assert_eq!(view.total, 1_030);
    let best: Vec<RecordId> = titles.iter().rev().chain(notes.iter().rev()).copied().take(shown.len()).collect();
    assert_eq!((shown.len(), shown), (50, best));
}

#[test]
fn names_of_the_private_list_are_not_found() {
    let Kept { mut office, place, fault, .. } = kept();
    let row = office.entry(place.visit, fault);
    let record = Entry { private_names: vec!["Chi bộ Trường Mầm".into()], ..row.record.clone() };
    office.act(Action::ChangeEntry(Edit::change(fault, &row.record, &record))).unwrap();
    assert_eq!((office.found("mam"), office.found("giao dat thieu")), (vec![], vec![fault]));
}

#[test]
fn the_register_and_the_search_find_the_same_words() {
    let Kept { mut office, place, .. } = kept();
    let item = OutsideItem {
        unit: Some(place.unit),
        source: "Kiểm toán nhà nước".into(),
        text: "nộp ngân sách".into(),
        class: "tài chính".into(),
        ..OutsideItem::default()
    };
    office.create(ScopeId::Office, &item);
    for typed in ["kiem toan", "tài chính", "tai chinh ngan", "giao đất", "\"giao hồ\"", "dương"] {
        let filter = Filter { text: typed.into(), stage: Stage::All, ..Filter::default() };
        let View::Register(view) = office.session.ask(&Query::Register(filter)).unwrap() else { panic!() };
        let mut register: Vec<RecordId> = view.rows.iter().map(|row| row.item.id).collect();
        let mut search = office.found(&format!("{typed} is:open"));
        register.sort_unstable();
        search.sort_unstable();
        assert_eq!(register, search, "{typed}");
        assert_eq!(register.is_empty(), typed.starts_with('"'), "{typed}");
    }
}
