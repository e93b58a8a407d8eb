//! What takes long can be stopped between two steps, and leaves everything as it was.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bienban::clock::SystemClock;
use bienban::domain::{Edit, ScopeId, Unit};
use bienban::session::{Action, Error, ImportWhat, Pulse, Query, Session, StoreError, Verdict, View};
use tempfile::TempDir;

fn open(folder: &Path, pulse: &Pulse) -> Session {
    Session::open_telling(folder, Arc::new(SystemClock), pulse.clone()).unwrap().0
}

/// A folder with some hundred units.
fn made() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    let mut session = open(&data, &Pulse::default());
    for number in 0..3 {
        let unit = |at: u32| Unit { name: format!("Xã số {number}{at}"), ..Unit::default() };
        let edits = (0..200).map(|at| Edit::create(session.fresh_id(), &unit(at))).collect();
        session.act(&Action::Save { scope: ScopeId::Office, edits }, &mut || {}).unwrap();
    }
    session.close().unwrap();
    (folder, data)
}

fn is_stopped<T>(outcome: &Result<T, Error>) -> bool {
    matches!(outcome, Err(Error::Store(StoreError::Stopped)))
}

fn found(session: &Session) -> usize {
    let View::Search(view) = session.ask(&Query::Search("xã".into())).unwrap() else { panic!("another view") };
    view.total
}

#[test]
fn a_reading_that_was_stopped_goes_on_where_it_was_when_it_is_needed_again() {
    let (_folder, data) = made();
    let pulse = Pulse::default();
    let session = open(&data, &pulse);
    for _ in 0..2 {
        pulse.stop();
        assert!(is_stopped(&session.ask(&Query::Search("xã".into()))));
    }
    assert_eq!(found(&session), 600);
}

#[test]
fn an_import_that_was_stopped_saves_nothing_and_can_be_made_again() {
    let (folder, data) = made();
    let pulse = Pulse::default();
    let session = open(&data, &pulse);
    let path = folder.path().join("don-vi.csv");
    std::fs::write(&path, "Tên đơn vị\nXã Mới\nXã số 07\n").unwrap();
    let query = Query::Import { what: ImportWhat::Units, path };
    pulse.stop();
    assert!(is_stopped(&session.ask(&query)));
    let View::Import(view) = session.ask(&query).unwrap() else { panic!("another view") };
    assert_eq!(view.counts(), [1, 0, 1, 0]);
    assert_eq!(found(&session), 600);
}

#[test]
fn saving_what_a_file_brings_can_be_stopped_until_it_is_written_and_made_again() {
    let (_folder, data) = made();
    let pulse = Pulse::default();
    let mut session = open(&data, &pulse);
    let unit = |at: u32| Unit { name: format!("Xã mới {at}"), ..Unit::default() };
    let edits: Vec<Edit> = (0..200).map(|at| Edit::create(session.fresh_id(), &unit(at))).collect();
    let save = Action::Save { scope: ScopeId::Office, edits };
    pulse.stop();
    assert!(is_stopped(&session.act(&save, &mut || panic!("nothing is on the disk"))));
    assert_eq!(found(&session), 600);
    session.act(&save, &mut || {}).unwrap();
    assert_eq!(found(&session), 800);
}

#[test]
fn a_full_check_that_was_stopped_finds_nothing_and_a_second_one_all() {
    let (_folder, data) = made();
    let pulse = Pulse::default();
    let mut session = open(&data, &pulse);
    pulse.stop();
    assert!(is_stopped(&session.check()));
    let (verdict, notices) = session.check().unwrap();
    assert_eq!((verdict, notices.len()), (Verdict::Sound { changes: 3, records: 600 }, 0));
}

#[test]
fn mending_that_was_stopped_is_done_at_the_next_opening_and_nothing_is_lost() {
    let (_folder, data) = made();
    std::fs::remove_dir_all(data.join("db")).unwrap();
    for _ in 0..3 {
        let pulse = Pulse::default();
        pulse.stop();
        assert!(is_stopped(&Session::open_telling(&data, Arc::new(SystemClock), pulse)));
    }
    let mut session = open(&data, &Pulse::default());
    assert_eq!(found(&session), 600);
    assert!(matches!(session.check().unwrap(), (Verdict::Sound { changes: 3, .. }, _)));
}

#[test]
fn copying_before_the_opening_after_a_crash_can_be_stopped() {
    let (_folder, data) = made();
    // Without the mark of a clean stop, the database is copied first.
    std::fs::remove_file(data.join("closed.json")).unwrap();
    let pulse = Pulse::default();
    pulse.stop();
    assert!(is_stopped(&Session::open_telling(&data, Arc::new(SystemClock), pulse)));
    assert!(!data.join("db.before-recovery").exists());
    assert_eq!(found(&open(&data, &Pulse::default())), 600);
}
