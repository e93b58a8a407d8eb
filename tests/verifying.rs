//! Whether a file is what was sealed: every byte counts.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use bienban::domain::RecordId;
use bienban::session::{Action, Outcome, Part, Verified};
use chrono::{NaiveTime, TimeDelta};
use proptest::prelude::*;
use support::{Office, morning, opened, planned};

/// An office with two sealed visits, and what was exported of the first: minutes, full record, manifest.
fn sealed() -> (Office, RecordId, [Vec<u8>; 3]) {
    let mut office = Office::new();
    let place = opened(&mut office);
    for line in ["++ Duy trì nền nếp sinh hoạt", "-- Tự phê bình còn nể nang", ">> Rút kinh nghiệm trong quý II"]
    {
        office.capture(place.visit, line);
    }
    close(&mut office, place.visit);
    let files = exported(&mut office, place.visit);
    let other = planned(&mut office).visit;
    office.act(Action::OpenVisit(other)).unwrap();
    office.capture(other, "-- Chưa thực hiện đầy đủ quy chế làm việc");
    close(&mut office, other);
    (office, place.visit, files)
}

fn close(office: &mut Office, visit: RecordId) {
    office.clock.set(morning() + TimeDelta::hours(3));
    let end = NaiveTime::from_hms_opt(11, 45, 0);
    office.act(Action::CloseVisit { visit, end, facts: None }).unwrap();
}

fn exported(office: &mut Office, visit: RecordId) -> [Vec<u8>; 3] {
    let folder = tempfile::tempdir().unwrap();
    let export = Action::Export { visit, folder: folder.path().to_owned(), built_in: false };
    let Outcome::ExportedSealed { path, .. } = office.act(export).unwrap() else { panic!() };
    ["md", "jsonl", "manifest"].map(|extension| std::fs::read(path.with_extension(extension)).unwrap())
}

fn verify(office: &Office, bytes: &[u8]) -> Verified {
    office.session.verify(bytes).unwrap()
}

#[test]
fn each_file_of_a_version_is_known_to_the_last_byte() {
    let (mut office, visit, files) = sealed();
    for (bytes, wanted) in files.iter().zip([Part::Minutes, Part::Export, Part::Manifest]) {
        let Verified::Sealed(sealed, part) = verify(&office, bytes) else { panic!("{wanted:?}") };
        assert_eq!((part, sealed.seal.version, sealed.seal.visit), (wanted, 1, Some(visit)));
        assert!(!sealed.is_superseded() && !sealed.is_reopened());
        assert_eq!(sealed.unit, "Huyện ủy Thạch Khê");
    }
    office.act(Action::ReopenVisit { visit, reason: "ghi nhầm".into() }).unwrap();
    let Verified::Sealed(sealed, _) = verify(&office, &files[0]) else { panic!() };
    assert!(sealed.is_reopened() && !sealed.is_superseded());
    office.capture(visit, "-- Còn hình thức");
    close(&mut office, visit);
    let Verified::Sealed(sealed, _) = verify(&office, &files[0]) else { panic!() };
    assert_eq!((sealed.newest, sealed.is_superseded(), sealed.is_reopened()), (2, true, false));
    let office = office.reopen();
    let Verified::Sealed(sealed, _) = verify(&office, &files[1]) else { panic!() };
    assert!(sealed.is_superseded());
}

#[test]
fn what_was_altered_is_told_with_its_place() {
    let (office, visit, [minutes, _, manifest]) = sealed();
    let other = String::from_utf8(manifest).unwrap().replacen("phiên bản 1", "phiên bản 9", 1);
    let Verified::Altered(sealed, first) = verify(&office, other.as_bytes()) else { panic!() };
    assert_eq!((sealed.seal.visit, first.line, first.column), (Some(visit), 1, 22));
    let text = String::from_utf8(minutes).unwrap();
    let altered = text.replace("còn nể nang", "nghiêm túc");
    let Verified::Altered(sealed, first) = verify(&office, altered.as_bytes()) else { panic!() };
    assert_eq!(sealed.seal.visit, Some(visit));
    let line = text.lines().nth(first.line - 1).unwrap();
    assert!(line.contains("còn nể nang"), "{line}");
    assert!(first.sealed.starts_with("còn nể nang") && first.found.starts_with("nghiêm túc"), "{first:?}");
    for other in
        [text.replace('\n', "\r\n"), format!("\u{feff}{text}"), format!("{text}\n"), text.replacen("---", "", 1)]
    {
        assert!(matches!(verify(&office, other.as_bytes()), Verified::Altered(..)));
    }
}

#[test]
fn drafts_strangers_and_seals_of_other_stores_are_told_apart() {
    let (office, _, [minutes, ..]) = sealed();
    let mut young = Office::new();
    let place = opened(&mut young);
    young.capture(place.visit, "-- Tự phê bình còn nể nang");
    assert_eq!(verify(&office, young.preview(place.visit).as_bytes()), Verified::Draft);
    assert!(matches!(verify(&young, &minutes), Verified::Elsewhere { .. }));
    for other in [&b""[..], b"\xff\xfe\x00", b"# something else\n"] {
        assert_eq!(verify(&office, other), Verified::Unknown);
    }
}

#[test]
fn every_byte_of_the_minutes_and_of_the_record_counts() {
    let (office, visit, [minutes, export, _]) = sealed();
    let longest = minutes.len().max(export.len());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(400));
    let strategy = (any::<bool>(), 0..longest, 1..=255u8, 0..3u8);
    let outcome = runner.run(&strategy, |(of_minutes, at, flip, how)| {
        let mut bytes = if of_minutes { minutes.clone() } else { export.clone() };
        let at = at % bytes.len();
        match how {
            0 => bytes[at] ^= flip,
            1 => drop(bytes.remove(at)),
            _ => bytes.insert(at, flip),
        }
        match verify(&office, &bytes) {
            Verified::Altered(sealed, _) => prop_assert_eq!(sealed.seal.visit, Some(visit)),
            other => prop_assert!(false, "byte {} of the file: {:?}", at, other),
        }
        Ok(())
    });
    outcome.unwrap();
}
