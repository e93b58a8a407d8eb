//! A disk that is really full: what cannot be saved is refused and said, nothing half is left, and once there is room again
//! the same session goes on. Needs root and a loop device, so it runs only when asked:
//! `BIENBAN_FULL_DISK=1 cargo test --test disk_full -- --nocapture`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![cfg(target_os = "linux")]

#[path = "store/disk.rs"]
mod disk;
#[path = "store/kit.rs"]
mod kit;
mod support;

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bienban::clock::SystemClock;
use bienban::domain::{RecordId, VisitStatus};
use bienban::session::{
    Action, Draft, Error, Outcome, Passphrase, Pulse, Query, Secrecy, Session, StoreError, Verdict, View, VisitView,
};
use disk::{Mounted, image};
use kit::{CHEAP, How, PASSPHRASE};
use support::{Office, opened};

const KEY: &str = "nháp";

fn unlock(data: &Path) -> Result<Session, Error> {
    Session::unlock(data, Arc::new(SystemClock), Pulse::default(), &Passphrase::typed(PASSPHRASE))
        .map(|(session, _)| session)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for item in fs::read_dir(from).unwrap() {
        let item = item.unwrap();
        if item.path().is_dir() {
            copy(&item.path(), &to.join(item.file_name()));
        } else {
            fs::copy(item.path(), to.join(item.file_name())).unwrap();
        }
    }
}

/// A folder on the disk with an open visit in it.
fn begun(how: How, disk: &Path) -> RecordId {
    let mut office = Office::new();
    let place = opened(&mut office);
    let Office { folder, session, .. } = office;
    match how {
        How::Plain => session.close().unwrap(),
        How::Encrypted => session.encrypt(&Passphrase::typed(PASSPHRASE), Some(CHEAP)).unwrap(),
    }
    copy(&folder.path().join("data"), &disk.join("data"));
    fs::create_dir(disk.join("out")).unwrap();
    place.visit
}

/// Takes all room that is left, to the last byte.
fn fill(path: &Path) {
    let mut file = File::create(path).unwrap();
    for size in [1 << 20, 1 << 12, 1] {
        while file.write_all(&vec![7; size]).is_ok() {}
        // What the file system put off comes to light here; it may be refused too.
        let _ = file.sync_all();
    }
}

fn visit(session: &Session, id: RecordId) -> VisitView {
    let View::Visit(view) = session.ask(&Query::Visit(id)).unwrap() else { panic!("another view") };
    *view
}

fn act(session: &mut Session, action: &Action) -> Result<Outcome, Error> {
    session.act(action, &mut || {})
}

fn names(folder: &Path) -> Vec<PathBuf> {
    let mut names: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|item| item.unwrap().path()).collect();
    names.sort();
    names
}

/// Whether the error says that there is no room.
fn is_full(error: &Error) -> bool {
    format!("{error:?}").contains("StorageFull")
}

#[test]
fn a_full_disk_refuses_in_words_leaves_nothing_half_and_goes_on_when_there_is_room() {
    if std::env::var_os("BIENBAN_FULL_DISK").is_none() {
        println!("SKIPPED: a really full disk needs root and a loop device; set BIENBAN_FULL_DISK=1");
        return;
    }
    How::BOTH.into_iter().for_each(fill_the_disk);
}

fn fill_the_disk(how: How) {
    let temp = tempfile::tempdir().unwrap();
    image(&temp.path().join("image"), 24);
    let disk = temp.path().join("disk");
    let _mounted = Mounted::mount(&temp.path().join("image"), &disk);
    let id = begun(how, &disk);
    let (data, out, filler) = (disk.join("data"), disk.join("out"), disk.join("filler"));
    let mut session = unlock(&data).unwrap();
    let capture = |number: usize| Action::Capture {
        visit: id,
        line: format!("-- tự phê bình còn nể nang, lần {number}"),
    };
    let mut saved = 0;
    for number in 1..=20 {
        act(&mut session, &capture(number)).unwrap();
        saved = number;
    }
    let draft = |text: &str| Draft { key: KEY.into(), text: text.into() };
    session.keep_draft(&draft("trước")).unwrap();

    fill(&filler);
    let before = saved;
    // Some more may fit into what the file system gave to the files already.
    let refused = (before + 1..).find_map(|number| match act(&mut session, &capture(number)) {
        Ok(_) => {
            saved = number;
            None
        }
        Err(error) => Some(error),
    });
    let refused = refused.unwrap();
    assert!(is_full(&refused), "{refused:?}");
    let error = session.keep_draft(&draft(&"sau ".repeat(3000))).unwrap_err();
    assert!(is_full(&error), "{error:?}");
    assert!(act(&mut session, &Action::CloseVisit { visit: id, end: None, facts: None }).is_err());
    // What was refused and is on the disk all the same would be one more.
    let at_most = saved + 1;

    // Leaving as a crash does, and starting again while there is no room: it opens, or says why not.
    drop(session);
    let opened = match unlock(&data) {
        Ok(mut session) => {
            assert_refused(&mut session, id, &out);
            "opened"
        }
        Err(Error::Store(StoreError::Io { source, .. })) => {
            assert_eq!(source.kind(), std::io::ErrorKind::StorageFull);
            "refused by name"
        }
        Err(other) => panic!("{other:?}"),
    };

    // A little room: the folder opens, but a copy of it does not fit.
    fs::remove_file(&filler).unwrap();
    let mut session = unlock(&data).unwrap();
    fill(&filler);
    assert_refused(&mut session, id, &out);
    fs::remove_file(&filler).unwrap();

    let lines = visit(&session, id).entries.len();
    assert!((saved..=at_most).contains(&lines), "{lines} lines, {saved} were saved");
    assert_eq!(session.drafts().unwrap(), [draft("trước")]);
    act(&mut session, &capture(lines + 1)).unwrap();
    session.keep_draft(&draft("sau")).unwrap();
    act(&mut session, &Action::CloseVisit { visit: id, end: None, facts: None }).unwrap();
    act(&mut session, &Action::Export { visit: id, folder: out.clone(), built_in: false }).unwrap();
    session.back_up(&out.join("all.jsonl.gz"), &secrecy()).unwrap();
    // The minutes, the whole visit, the manifest of both with its signature; and the backup.
    assert_eq!(names(&out).len(), 5, "{:?}", names(&out));
    assert!(matches!(session.check().unwrap().0, Verdict::Sound { .. }));
    session.close().unwrap();
    let session = unlock(&data).unwrap();
    let now = visit(&session, id);
    assert_eq!((now.entries.len(), now.visit.record.status), (lines + 1, VisitStatus::Closed));
    println!(
        "full disk, {how:?}: {} lines still fitted, then refused: {refused}; started again: {opened}; 0 lost",
        saved - before
    );
}

/// What the backups are encrypted to, so that a folder that is encrypted may be backed up.
fn secrecy() -> Secrecy {
    Secrecy::Passphrase(PASSPHRASE.to_owned().into())
}

/// Asserts that neither a backup nor an export fits, and that nothing is left of them.
fn assert_refused(session: &mut Session, id: RecordId, out: &Path) {
    let error = session.back_up(&out.join("all.jsonl.gz"), &secrecy()).unwrap_err();
    assert!(is_full(&error), "{error:?}");
    let error = act(session, &Action::Export { visit: id, folder: out.to_owned(), built_in: false }).unwrap_err();
    assert!(is_full(&error), "{error:?}");
    assert_eq!(names(out), Vec::<PathBuf>::new());
}
