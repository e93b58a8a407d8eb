//! Everything else that can go wrong with a data folder: a clear word, and nothing lost.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "store/kit.rs"]
mod kit;
#[path = "store/writer.rs"]
mod writer;

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

use bienban::domain::{Kind, ScopeId};
use bienban::store::{Error, LONGEST_CHANGE, NewChange, Notice, Store, Verdict};
use kit::{Folder, How, entry, everything, of_kind, record_id};
use writer::Writer;

#[test]
fn writer() {
    writer::run_if_asked();
}

/// A closed store with `count` entries in the office's log.
fn closed_with(count: u64) -> Folder {
    closed(How::Plain, count)
}

fn closed(how: How, count: u64) -> Folder {
    let folder = Folder::written(how);
    let mut store = folder.open();
    for number in 1..=count {
        folder.save(&mut store, ScopeId::Office, &[entry(number, 1, &writer::words(number))]);
    }
    store.close().unwrap();
    folder
}

fn journal_file(folder: &Folder) -> PathBuf {
    let mut files: Vec<PathBuf> = fs::read_dir(folder.path().join("journal"))
        .unwrap()
        .map(|item| item.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
        .collect();
    assert_eq!(files.len(), 1);
    files.remove(0)
}

fn assert_whole(store: &Store, count: u64) {
    writer::assert_all_there(store, count);
    assert_eq!(store.check().unwrap(), Verdict::Sound { changes: count, records: count });
}

#[test]
fn a_second_instance_is_told_who_has_the_folder() {
    let folder = closed_with(1);
    let _store = folder.open();
    let Err(Error::InUse { pid, since, .. }) = folder.try_open() else { panic!("opened twice") };
    assert_eq!(pid, std::process::id());
    assert_eq!(since, "2026-03-03T08:00:00+07:00");
}

#[test]
fn a_leftover_lock_file_means_nothing() {
    let folder = closed_with(1);
    fs::write(folder.path().join("LOCK"), "4294967295\nelsewhere\nlong ago\n").unwrap();
    assert_whole(&folder.open(), 1);
}

#[test]
fn a_newer_format_is_refused_by_name_before_anything_is_touched() {
    let folder = closed_with(1);
    let path = folder.path().join("installation.json");
    let json = r#"{"format":7,"author":"?","streams":"of another shape"}"#;
    fs::write(&path, format!("{} {json}\n", blake3::hash(json.as_bytes()))).unwrap();
    let before = listing(&folder);
    let error = folder.try_open().unwrap_err();
    assert!(matches!(&error, Error::Newer { path: named, found: 7, known: 3 } if *named == path), "{error}");
    assert_eq!(listing(&folder), before);
}

fn listing(folder: &Folder) -> Vec<(PathBuf, u64)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.path().to_owned()];
    while let Some(below) = folders.pop() {
        for item in fs::read_dir(below).unwrap() {
            let path = item.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("LOCK") {
                found.push((path.clone(), path.metadata().unwrap().len()));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn a_database_that_is_gone_is_rebuilt() {
    for how in How::BOTH {
        let folder = closed(how, 20);
        fs::remove_dir_all(folder.path().join("db")).unwrap();
        let (store, notices) = folder.open_saying();
        assert_eq!(notices, [Notice::DatabaseRebuilt { changes: 20, set_aside: None }]);
        assert_whole(&store, 20);
    }
}

#[test]
fn a_journal_that_is_gone_is_restored() {
    let folder = closed_with(20);
    let path = journal_file(&folder);
    let before = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    let (store, notices) = folder.open_saying();
    assert_eq!(notices, [Notice::JournalRestored { changes: 20, set_aside: None }]);
    assert_whole(&store, 20);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn both_copies_gone_after_a_clean_stop_are_missed() {
    for how in How::BOTH {
        let folder = closed(how, 3);
        fs::remove_dir_all(folder.path().join("db")).unwrap();
        fs::remove_file(journal_file(&folder)).unwrap();
        let Err(Error::BothDamaged { what, .. }) = folder.try_open() else { panic!("opened an empty store") };
        assert!(what[0].contains("change 1 is missing"), "{what:?}");
    }
}

#[test]
fn the_same_line_lost_in_both_copies_is_refused_and_named() {
    for how in How::BOTH {
        let folder = closed(how, 9);
        fs::remove_dir_all(folder.path().join("db")).unwrap();
        let path = journal_file(&folder);
        let text = fs::read_to_string(&path).unwrap();
        let without: String =
            text.split_inclusive('\n').enumerate().filter(|(at, _)| *at != 4).map(|(_, line)| line).collect();
        fs::write(&path, &without).unwrap();
        let Err(Error::BothDamaged { what, .. }) = folder.try_open() else { panic!("opened with a gap") };
        assert!(what[0].contains("change 5 is missing"), "{what:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), without);
    }
}

#[test]
fn a_journal_under_another_name_goes_back_to_its_own() {
    for how in How::BOTH {
        let folder = closed(how, 5);
        let path = journal_file(&folder);
        let wrong = path.with_file_name("01890000-0000-7000-8000-00000000abcd.jsonl");
        fs::rename(&path, &wrong).unwrap();
        fs::remove_dir_all(folder.path().join("db")).unwrap();
        let (store, notices) = folder.open_saying();
        assert!(matches!(notices[..], [Notice::JournalRestored { .. }, Notice::DatabaseRebuilt { .. }]), "{notices:?}");
        assert_whole(&store, 5);
        assert!(path.exists() && !wrong.exists());
    }
}

#[test]
fn a_torn_last_line_is_set_aside_and_said() {
    for how in How::BOTH {
        let folder = Folder::written(how);
        let mut store = folder.open();
        folder.save(&mut store, ScopeId::Office, &[entry(1, 1, &writer::words(1))]);
        drop(store);
        let path = journal_file(&folder);
        let torn = &fs::read(&path).unwrap()[..150];
        OpenOptions::new().append(true).open(&path).unwrap().write_all(torn).unwrap();
        let (store, notices) = folder.open_saying();
        let [Notice::TornLineSetAside { set_aside }] = &notices[..] else { panic!("{notices:?}") };
        assert_eq!(fs::read(set_aside).unwrap(), torn);
        assert_whole(&store, 1);
    }
}

#[test]
fn a_renewed_installation_goes_on_in_a_new_log_that_names_the_old_one() {
    let folder = closed_with(2);
    fs::remove_file(folder.path().join("installation.json")).unwrap();
    let (mut store, notices) = folder.open_saying();
    assert_eq!(notices, [Notice::InstallationRenewed { set_aside: None }]);
    let first = folder.save(&mut store, ScopeId::Office, &[entry(3, 1, "ba")]).change;
    let second = folder.save(&mut store, ScopeId::Office, &[entry(3, 1, "bốn")]).change;
    assert_eq!((first.seq, first.saw.len(), first.stamp.lamport), (1, 1, 3));
    assert_eq!((second.seq, second.saw.len(), second.stamp.lamport), (2, 0, 4));
    assert_eq!(of_kind(&store, &Kind::ENTRY).0.len(), 3);
}

#[test]
fn a_change_too_long_is_refused_and_the_next_one_taken() {
    for how in How::BOTH {
        let folder = closed(how, 1);
        let mut store = folder.open();
        let long = entry(2, 1, &"x".repeat(LONGEST_CHANGE));
        let writes =
            bienban::domain::RecordState::new(Kind::ENTRY, record_id(2), ScopeId::Office).writes_for(&long.fields);
        let error = store.log(NewChange { scope: ScopeId::Office, undoes: None, writes }).unwrap_err();
        assert!(matches!(error, Error::NotSaved { .. }), "{error}");
        folder.save(&mut store, ScopeId::Office, &[entry(2, 1, &"y".repeat(LONGEST_CHANGE / 2))]);
        assert_eq!(everything(&store).len(), 2);
        assert!(matches!(store.check().unwrap(), Verdict::Sound { .. }));
    }
}

#[test]
fn damage_found_while_running_is_mended_while_running() {
    let folder = closed_with(30);
    let mut store = folder.open();
    let path = journal_file(&folder);
    let whole = fs::read(&path).unwrap();
    let mut bytes = whole.clone();
    bytes[200] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let Verdict::Damaged(what) = store.check().unwrap() else { panic!("not noticed") };
    assert!(what[0].ends_with("line 1 is damaged"), "{what:?}");
    let notices = store.repair().unwrap();
    assert!(matches!(notices[..], [Notice::JournalRestored { changes: 1, set_aside: Some(_) }]), "{notices:?}");
    assert_eq!(fs::read(&path).unwrap(), whole);
    assert_whole(&store, 30);
    folder.save(&mut store, ScopeId::Office, &[entry(31, 1, &writer::words(31))]);
    assert_whole(&store, 31);
}

#[test]
fn a_change_that_was_not_applied_is_folded_in_by_a_repair() {
    for how in How::BOTH {
        let folder = closed(how, 3);
        let mut store = folder.open();
        let logged = folder.log(&mut store, ScopeId::Office, &[entry(4, 1, &writer::words(4))]);
        assert_eq!(store.get(&Kind::ENTRY, record_id(4)).unwrap(), None);
        assert_eq!(store.repair().unwrap(), [Notice::Replayed { changes: 1 }]);
        assert_whole(&store, 4);
        store.apply(&logged).unwrap();
        folder.save(&mut store, ScopeId::Office, &[entry(5, 1, &writer::words(5))]);
        assert_eq!(store.repair().unwrap(), []);
        assert_whole(&store, 5);
    }
}

/// Checks by steps of some size, doing something between them, and returns the verdict.
fn check_between(store: &mut Store, step: usize, mut between: impl FnMut(&mut Store)) -> Verdict {
    loop {
        if let Some(verdict) = store.check_some(step).unwrap() {
            return verdict;
        }
        between(store);
    }
}

#[test]
fn a_check_follows_what_is_written_between_its_steps() {
    for step in [1, 7, 40, 1_000] {
        let folder = closed_with(30);
        let mut store = folder.open();
        let mut number = 30;
        // Steps of one end only when there is less to write than to read.
        let verdict = check_between(&mut store, step, |store| {
            if number < 90 {
                number += 1;
                folder.save(store, ScopeId::Office, &[entry(number, 1, &writer::words(number))]);
                // An old record anew, shorter or longer, which the check may have passed or not.
                let rewritten =
                    entry(number % 30 + 1, 1, &writer::words(number).repeat(1 + usize::from(number as u8) % 90));
                folder.save(store, ScopeId::Office, &[rewritten]);
            }
        });
        let changes = 30 + 2 * (number - 30);
        assert_eq!(verdict, Verdict::Sound { changes, records: number }, "{step}");
        assert_eq!(store.check().unwrap(), verdict);
    }
}

#[test]
fn a_check_by_steps_finds_what_was_damaged_after_it_began() {
    for how in How::BOTH {
        let folder = closed(how, 200);
        let mut store = folder.open();
        let path = journal_file(&folder);
        let mut steps = 0;
        let verdict = check_between(&mut store, 5, |_| {
            steps += 1;
            if steps == 3 {
                let mut bytes = fs::read(&path).unwrap();
                let middle = bytes.len() - 200;
                bytes[middle] ^= 1;
                fs::write(&path, &bytes).unwrap();
            }
        });
        let Verdict::Damaged(what) = verdict else { panic!("not noticed") };
        assert!(what[0].ends_with("line 200 is damaged"), "{what:?}");
        assert!(matches!(store.repair().unwrap()[..], [Notice::JournalRestored { .. }]));
        assert!(matches!(check_between(&mut store, 5, |_| ()), Verdict::Sound { .. }));
    }
}

#[test]
fn a_place_that_cannot_hold_a_folder_is_named() {
    let folder = Folder::new();
    let parent = folder.path().parent().unwrap();
    fs::write(parent.join("data"), "a file").unwrap();
    let error = folder.try_open().unwrap_err();
    assert!(matches!(&error, Error::Io { path, .. } if path == folder.path()), "{error}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = closed_with(3);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    fs::set_permissions(folder.path().join("LOCK"), fs::Permissions::from_mode(0o400)).unwrap();
    let outcome = folder.try_open().map(drop);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    fs::set_permissions(folder.path().join("LOCK"), fs::Permissions::from_mode(0o600)).unwrap();
    match outcome {
        Ok(()) => println!("skipped: this user may write everywhere"),
        Err(Error::Io { path, source }) => {
            assert_eq!(source.kind(), std::io::ErrorKind::PermissionDenied);
            assert!(path.starts_with(folder.path()));
        }
        Err(other) => panic!("{other}"),
    }
    assert_whole(&folder.open(), 3);
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = closed_with(3);
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
    for name in ["", "db", "journal", "drafts"] {
        assert_eq!(mode(name), 0o700, "{name}");
    }
    for name in ["LOCK", "installation.json", "closed.json"] {
        assert_eq!(mode(name), 0o600, "{name}");
    }
    assert_eq!(fs::metadata(journal_file(&folder)).unwrap().permissions().mode() & 0o777, 0o600);
}

/// Starts a writer that may make no file larger than `blocks` of 512 or 1024 bytes, as the shell counts.
#[cfg(unix)]
fn writer_with_limit(folder: &Folder, blocks: u32, mode: &str) -> Writer {
    let script = format!(r#"trap "" XFSZ; ulimit -f {blocks}; exec "$0" "$@""#);
    let mut shell = Command::new("sh");
    shell.args(["-c", &script]).arg(std::env::current_exe().unwrap());
    let mut writer = Writer::spawn(&mut shell, folder.path(), mode);
    writer.hear_out();
    writer
}

/// A limit on the size of files stands for a full disk: writes fail half way.
#[cfg(unix)]
#[test]
fn a_full_disk_refuses_changes_and_keeps_those_it_took() {
    for how in How::BOTH {
        let folder = closed(how, 1);
        let writer = writer_with_limit(&folder, 2600, "log");
        let refused: Vec<&String> = writer.said.iter().filter(|line| line.starts_with("refused ")).collect();
        assert_eq!(refused.len(), 1, "{:?}", writer.said.last());
        assert!(refused[0].contains(".jsonl: not saved: File too large"), "{refused:?}");
        let again = writer.said.iter().find(|line| line.starts_with("again ")).unwrap();
        assert!(again.contains("an earlier write failed"), "{again}");
        assert!(writer.acknowledged > 100);
        let (store, notices) = folder.open_saying();
        assert_eq!(notices, [Notice::Replayed { changes: writer.acknowledged - 1 }]);
        assert_whole(&store, writer.acknowledged);
    }
}

#[cfg(unix)]
#[test]
fn a_disk_too_full_for_the_database_loses_nothing_that_the_journal_took() {
    for how in How::BOTH {
        let folder = closed(how, 1);
        // The database reaches the limit before the journal does, and the writer gives up.
        let writer = writer_with_limit(&folder, 2600, "apply");
        assert!(writer.acknowledged > 10);
        let store = folder.open();
        writer::assert_all_there(&store, writer.acknowledged);
        assert!(matches!(store.check().unwrap(), Verdict::Sound { .. }));
    }
}
