//! What Enter costs: one typed line of a long visit in a busy office, until saved and until it can be read back.
//!
//! `cargo bench --bench session`. `docs/performance.md` has the figures and says what they mean.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a measurement, not a part of the program"
)]

use std::cell::Cell;
use std::fs::OpenOptions;
use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bienban::capture::{self, Context};
use bienban::clock::SystemClock;
use bienban::domain::{Delegation, Edit, Record, RecordId, ScopeId, Unit, Visit};
use bienban::session::{Action, Query, Session};
use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};

const LINE: &str =
    "-- tự phê bình và phê bình ở một số chi bộ còn nể nang, né tránh; kiểm tra chưa thường xuyên #I.5 !2";
const UNITS: usize = 300;
const ENTRIES: usize = 300;
/// About what the change of one such line takes in the journal.
const BYTES: usize = 1_800;

fn create<R: Record>(session: &mut Session, scope: ScopeId, record: &R) -> RecordId {
    let id = session.fresh_id();
    session.act(&Action::Save { scope, edits: vec![Edit::create(id, record)] }, &mut || {}).unwrap();
    id
}

fn capture(session: &mut Session, visit: RecordId) -> (Duration, Duration) {
    let begun = Instant::now();
    let saved = Cell::new(Duration::ZERO);
    let action = Action::Capture { visit, line: LINE.into() };
    session.act(&action, &mut || saved.set(begun.elapsed())).unwrap();
    (saved.get(), begun.elapsed())
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn one_typed_line(criterion: &mut Criterion) {
    let temp = tempfile::tempdir_in(".").unwrap();
    let (mut session, _) = Session::open(&temp.path().join("data"), Arc::new(SystemClock)).unwrap();
    let units: Vec<RecordId> = (0..UNITS)
        .map(|number| {
            let unit = Unit { name: format!("Đảng ủy xã số {number}"), ..Unit::default() };
            create(&mut session, ScopeId::Office, &unit)
        })
        .collect();
    let delegation = session.fresh_id();
    let scope = ScopeId::Delegation(delegation);
    let record = Delegation { authority: "Tỉnh ủy".into(), theme: "kiểm tra".into(), ..Delegation::default() };
    session.act(&Action::Save { scope, edits: vec![Edit::create(delegation, &record)] }, &mut || {}).unwrap();
    let visit = Visit { delegation: Some(delegation), unit: Some(units[0]), ..Visit::default() };
    let visit = create(&mut session, scope, &visit);
    session.act(&Action::OpenVisit(visit), &mut || {}).unwrap();
    for _ in 0..ENTRIES {
        capture(&mut session, visit);
    }

    let mut bare = OpenOptions::new().append(true).create(true).open(temp.path().join("bare")).unwrap();
    let (mut saved, mut readable, mut raw) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 0..100 {
        let mut append = |raw: &mut Vec<Duration>| {
            let begun = Instant::now();
            bare.write_all(&[b'x'; BYTES]).unwrap();
            bare.sync_data().unwrap();
            raw.push(begun.elapsed());
        };
        if turn % 2 == 0 {
            append(&mut raw);
        }
        let (until_saved, until_readable) = capture(&mut session, visit);
        saved.push(until_saved);
        readable.push(until_readable);
        if turn % 2 == 1 {
            append(&mut raw);
        }
    }
    println!(
        "a line at a visit of {ENTRIES} to 400 lines, office of {UNITS} units: bare append {:?}, saved {:?}, readable {:?}",
        median(&mut raw),
        median(&mut saved),
        median(&mut readable)
    );
    criterion.bench_function("a visit of 400 lines, read for the screen", |bencher| {
        bencher.iter(|| session.ask(&Query::Visit(visit)).unwrap());
    });
}

/// The line is read again on every key, for the hints below it.
fn one_key(criterion: &mut Criterion) {
    let words = "tự phê bình và phê bình còn nể nang, né tránh @\"Ban Thường vụ\" <30/4 #I.5 \\@ !2 ^ ";
    let line: String = words.chars().cycle().take(200).collect();
    let context = Context { date: NaiveDate::from_ymd_opt(2026, 3, 19) };
    criterion.bench_function("200 characters, read into hints", |bencher| {
        bencher.iter(|| capture::parse(std::hint::black_box(&line), &context));
    });
}

criterion_group!(benches, one_key, one_typed_line);
criterion_main!(benches);
