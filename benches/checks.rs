//! What the checks of a long visit cost: 300 lines with their chain, and the items carried over from earlier visits.
//!
//! `cargo bench --bench checks`. `docs/performance.md` has the figures and says what they mean.
#![allow(missing_docs, clippy::unwrap_used, reason = "a measurement, not a part of the program")]

use std::sync::Arc;

use bienban::clock::SystemClock;
use bienban::domain::{Delegation, Edit, Record, RecordId, ScopeId, Unit, Visit};
use bienban::session::{Action, Outcome, Query, Session, View};
use chrono::{Days, NaiveDate};
use criterion::{Criterion, criterion_group, criterion_main};

/// Lines of the visit that is checked.
const LINES: usize = 300;
/// Lines of each of the two visits before it, whose faults and recommendations are carried over.
const EARLIER: usize = 60;

/// What follows each other at a visit: a fault with what is said of it, and a few that lack something.
const STORY: [&str; 10] = [
    "-- tự phê bình và phê bình ở một số chi bộ còn nể nang, né tránh; kiểm tra chưa thường xuyên #I.5 !2",
    "~c kiểm tra, giám sát chưa thường xuyên ^",
    "/tn tập thể Ban Thường vụ Huyện ủy ^",
    ">> kiểm điểm trách nhiệm về xếp loại @\"Ban Thường vụ\" <30/4/2027 ^",
    "/gt áp dụng theo hướng dẫn cũ, xin tiếp thu ^",
    "## quán triệt nghị quyết 3.118/3.204 đảng viên, báo cáo ghi đạt 97,32%",
    "## 39/3.204 đảng viên không hoàn thành nhiệm vụ, báo cáo ghi 1,21%",
    "++ ban hành chương trình hành động sớm, phân công cấp ủy viên phụ trách từng chi bộ",
    "-- một số nơi sinh hoạt còn nặng chuyên môn",
    ">> khắc phục ngay",
];

fn create<R: Record>(session: &mut Session, scope: ScopeId, record: &R) -> RecordId {
    let id = session.fresh_id();
    session.act(&Action::Save { scope, edits: vec![Edit::create(id, record)] }, &mut || {}).unwrap();
    id
}

fn checks_of_a_long_visit(criterion: &mut Criterion) {
    let temp = tempfile::tempdir_in(".").unwrap();
    let (mut session, _) = Session::open(&temp.path().join("data"), Arc::new(SystemClock)).unwrap();
    let unit = create(&mut session, ScopeId::Office, &Unit { name: "Huyện ủy".into(), ..Unit::default() });
    let delegation = session.fresh_id();
    let scope = ScopeId::Delegation(delegation);
    let record = Delegation { authority: "Tỉnh ủy".into(), theme: "kiểm tra".into(), ..Delegation::default() };
    session.act(&Action::Save { scope, edits: vec![Edit::create(delegation, &record)] }, &mut || {}).unwrap();
    let first = NaiveDate::from_ymd_opt(2026, 3, 19).unwrap();
    let mut newest = None;
    for (week, lines) in [(0, EARLIER), (1, EARLIER), (2, LINES)] {
        let date = first.checked_add_days(Days::new(7 * week));
        let visit = Visit { delegation: Some(delegation), unit: Some(unit), date, ..Visit::default() };
        let visit = create(&mut session, scope, &visit);
        session.act(&Action::OpenVisit(visit), &mut || {}).unwrap();
        for line in STORY.iter().cycle().take(lines) {
            let action = Action::Capture { visit, line: (*line).into() };
            assert!(matches!(session.act(&action, &mut || {}).unwrap(), Outcome::Saved(_)));
        }
        newest = Some(visit);
    }
    let visit = newest.unwrap();
    if let View::Checks(view) = session.ask(&Query::Checks(visit)).unwrap() {
        println!("{LINES} lines, {} carried items: {} warnings", view.carried.len(), view.open.len());
    }
    criterion.bench_function("the checks of a visit of 300 lines", |bencher| {
        bencher.iter(|| session.ask(&Query::Checks(visit)).unwrap());
    });
    criterion.bench_function("the same visit read for the screen, with the number of warnings", |bencher| {
        bencher.iter(|| session.ask(&Query::Visit(visit)).unwrap());
    });
}

criterion_group!(benches, checks_of_a_long_visit);
criterion_main!(benches);
