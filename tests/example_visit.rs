//! The whole example morning, typed line by line as an inspector would, and the minutes that come out.
//!
//! `BIENBAN_UPDATE_GOLDEN=1 cargo test --test example_visit` writes the golden file anew; read it line by line then.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use bienban::domain::{Attendee, Edit, LegalBasis, Member, Post, Presence, Role, ScopeId, Secrecy, Side, Unit, Visit};
use bienban::session::Action;
use chrono::NaiveTime;
use support::{Office, day, song_lam};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/example-visit.md");

#[test]
fn a_morning_of_typed_lines_becomes_the_minutes_that_were_read() {
    let mut office = Office::new();
    let visit = morning_at_thach_khe(&mut office);
    let lines: Vec<&str> = include_str!("data/visit-example.txt").lines().filter(|line| !line.is_empty()).collect();
    // The last row of the table closes the session; its facts are fields of the visit.
    let (closing, spoken) = lines.split_last().unwrap();
    assert!(closing.contains("11:05"));
    for line in spoken {
        office.capture(visit, line);
    }
    office.act(Action::CloseVisit { visit, end: NaiveTime::from_hms_opt(11, 5, 0), facts: None }).unwrap();
    let office = office.reopen();

    let minutes = office.preview(visit);
    if std::env::var_os("BIENBAN_UPDATE_GOLDEN").is_some() {
        std::fs::write(GOLDEN, &minutes).unwrap();
    }
    assert_eq!(minutes, std::fs::read_to_string(GOLDEN).unwrap_or_default());
}

fn morning_at_thach_khe(office: &mut Office) -> bienban::domain::RecordId {
    let province = office.create(ScopeId::Office, &Unit { name: "Tỉnh ủy Sông Lam".into(), ..Unit::default() });
    let unit = Unit { name: "Huyện ủy Thạch Khê".into(), parent: Some(province), ..Unit::default() };
    let unit = office.create(ScopeId::Office, &unit);
    let delegation = office.session.fresh_id();
    let scope = ScopeId::Delegation(delegation);
    office.act(Action::Save { scope, edits: vec![Edit::create(delegation, &song_lam())] }).unwrap();
    for (form, symbol, date) in [
        ("Nghị quyết", "04-NQ/TW", "2016-10-30"),
        ("Quy định", "08-QĐi/TW", "2018-10-25"),
        ("Quy định", "101-QĐ/TW", "2012-06-07"),
    ] {
        let basis =
            LegalBasis { form: form.into(), symbol: symbol.into(), date: Some(day(date)), ..LegalBasis::default() };
        let basis = office.create(ScopeId::Office, &basis);
        office.act(Action::ToggleCitation { delegation, basis }).unwrap();
    }
    let [chair, _, recorder, _] = [
        ("Nguyễn Văn An", "Phó Bí thư Tỉnh ủy", Role::Head, ""),
        ("Trần Thị Bình", "Phó Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy", Role::Deputy, ""),
        ("Lê Minh Châu", "Kiểm tra viên", Role::Secretary, ""),
        ("Phạm Quốc Dũng", "Phó Ban Tổ chức Tỉnh ủy", Role::Member, "đánh giá, xếp loại"),
    ]
    .map(|(name, post, role, area)| {
        let posts = vec![Post { title: post.into(), from: None, until: None }];
        let (name, area) = (name.into(), area.into());
        office.create(scope, &Member { delegation: Some(delegation), name, posts, role, area, ..Member::default() })
    });
    let visit = Visit {
        delegation: Some(delegation),
        unit: Some(unit),
        date: Some(day("2026-03-19")),
        place: "Hội trường Huyện ủy".into(),
        chair: Some(chair),
        recorder: Some(recorder),
        materials: "Báo cáo số 218-BC/HU, ngày 16/3/2026 (nhận ngày 17/3/2026)".into(),
        secrecy: Secrecy::Secret,
        copies: Some(6),
        copies_each: Some(3),
        recipients: "Ban Thường vụ Tỉnh ủy (báo cáo); Huyện ủy Thạch Khê".into(),
        ..Visit::default()
    };
    let visit = office.create(scope, &visit);
    office.act(Action::OpenVisit(visit)).unwrap();
    office.act(Action::AddDelegationToAttendance(visit)).unwrap();
    for (side, name, post, absent) in [
        (Side::Unit, "Hoàng Văn Em", "Bí thư Huyện ủy", ""),
        (Side::Unit, "Vũ Thị Giang", "Phó Bí thư Thường trực", ""),
        (Side::Unit, "Đỗ Khắc Hải", "Chủ nhiệm UBKT Huyện ủy", ""),
        (Side::Unit, "Bùi Văn Ích", "Chủ tịch UBND huyện", "họp Tỉnh"),
        (Side::Invited, "đại diện Đảng ủy xã Hòa Phong", "", ""),
        (Side::Invited, "đại diện Đảng ủy xã Yên Thủy", "", ""),
    ] {
        let attendee = Attendee {
            visit: Some(visit),
            side,
            name: name.into(),
            post: post.into(),
            presence: if absent.is_empty() { Presence::Present } else { Presence::Absent },
            reason: absent.into(),
            ..Attendee::default()
        };
        office.create(scope, &attendee);
    }
    visit
}
