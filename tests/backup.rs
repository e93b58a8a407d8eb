//! Everything with its history in one file, and back from it: nothing lost, nothing written over, nothing taken by halves.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "store/chance.rs"]
mod chance;
#[path = "store/kit.rs"]
mod kit;
#[path = "store/traces.rs"]
mod traces;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use bienban::domain::{Kind, ScopeId};
use bienban::store::{Draft, Error, Keep, Key, Notice, Pulse, Refusal, Secrecy, Store, Verdict, verify};
use chance::Chance;
use kit::{Folder, entry, everything, record_id};

/// A store with two scopes, a replaced text, a removed record, a long text and a draft.
fn filled() -> (Folder, Store) {
    let folder = Folder::new();
    let mut store = folder.open();
    for number in 1..=8 {
        folder.save(&mut store, ScopeId::Office, &[entry(number, 7, &format!("ý kiến {number}"))]);
    }
    folder.save(&mut store, ScopeId::Office, &[entry(3, 7, "ý kiến 3, đã sửa")]);
    folder.save(&mut store, ScopeId::Private, &[entry(20, 8, &"dài ".repeat(5_000))]);
    folder.save(&mut store, ScopeId::Office, &[bienban::domain::Edit::remove(Kind::ENTRY, record_id(5), "nhầm")]);
    store.save_draft(&Draft { key: "visit/1".into(), text: "- chưa xong".into() }).unwrap();
    (folder, store)
}

fn back_up(store: &Store, path: &Path) -> bienban::store::Content {
    store.back_up(path, Secrecy::Plain, &Pulse::default()).unwrap()
}

fn receive(store: &mut Store, path: &Path) -> Result<bienban::store::Received, Error> {
    store.receive(path, &Key::None, &Pulse::default())
}

fn refusal<T: std::fmt::Debug>(outcome: Result<T, Error>) -> Refusal {
    match outcome.unwrap_err() {
        Error::Backup { why, .. } => why,
        other => panic!("{other}"),
    }
}

#[test]
fn everything_with_its_history_comes_back_into_an_empty_folder() {
    let (folder, store) = filled();
    for name in ["all.jsonl", "all.jsonl.gz"] {
        let path = folder.path().join(name);
        let content = back_up(&store, &path);
        assert_eq!((content.changes, content.logs), (11, 2));
        assert_eq!(content, store.content());
        assert_eq!(verify(&path, &Key::None, &Pulse::default()).unwrap(), content);

        let other = Folder::new();
        let mut restored = other.open();
        let received = receive(&mut restored, &path).unwrap();
        assert_eq!((received.new, received.drafts, received.drafts_left), (11, 1, 0));
        assert_eq!(restored.content(), content);
        assert_eq!(everything(&restored), everything(&store));
        assert_eq!(restored.history(record_id(3)).unwrap(), store.history(record_id(3)).unwrap());
        assert_eq!(restored.drafts().unwrap(), store.drafts().unwrap());
        assert_eq!(restored.check().unwrap(), store.check().unwrap());
        // What was done elsewhere is not this installation's to take back.
        assert_eq!(restored.own_changes(ScopeId::Office, 10).unwrap(), []);

        let again = receive(&mut restored, &path).unwrap();
        assert_eq!((again.new, again.drafts), (0, 0));
        assert_eq!(restored.content(), content);
        restored.close().unwrap();
        let (restored, notices) = other.open_saying();
        assert_eq!((notices, restored.content()), (vec![], content));
    }
}

#[test]
fn the_text_of_a_backup_is_json_lines_that_other_tools_can_check() {
    let (folder, store) = filled();
    let path = folder.path().join("all.jsonl");
    let content = back_up(&store, &path);
    let text = fs::read_to_string(&path).unwrap();
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((lines[0]["header"]["changes"].as_u64(), lines.len()), (Some(11), 11 + 3));
    assert_eq!(lines.last().unwrap()["end"]["content"], content.hash.as_str());
    let mut ends = std::collections::BTreeMap::new();
    for (line, text) in lines.iter().zip(text.lines()).filter(|(line, _)| line["change"].is_object()) {
        let raw = text.split_once("\"change\":").unwrap().1.strip_suffix('}').unwrap();
        assert_eq!(line["blake3"], blake3::hash(raw.as_bytes()).to_hex().as_str());
        let named = format!("{} {}\n", line["change"]["seq"], line["blake3"].as_str().unwrap());
        ends.insert(line["change"]["stream"].as_str().unwrap().to_owned(), named);
    }
    let ends: String = ends.iter().map(|(stream, end)| format!("{stream} {end}")).collect();
    assert_eq!(content.hash, blake3::hash(ends.as_bytes()).to_hex().as_str());
}

#[test]
fn what_is_here_stays_and_only_what_is_new_is_taken() {
    let (folder, mut store) = filled();
    let early = folder.path().join("early.jsonl.gz");
    back_up(&store, &early);
    folder.save(&mut store, ScopeId::Office, &[entry(30, 7, "sau")]);
    let late = folder.path().join("late.jsonl.gz");
    back_up(&store, &late);

    let other = Folder::of_writer(2);
    let mut here = other.open();
    other.save(&mut here, ScopeId::Office, &[entry(40, 9, "của máy này")]);
    here.save_draft(&Draft { key: "visit/1".into(), text: "khác".into() }).unwrap();
    let received = receive(&mut here, &early).unwrap();
    assert_eq!((received.new, received.drafts, received.drafts_left), (11, 0, 1));
    assert_eq!(receive(&mut here, &late).unwrap().new, 1);
    assert_eq!(receive(&mut here, &early).unwrap().new, 0);
    assert_eq!(here.drafts().unwrap()[0].text, "khác");
    let all = everything(&here);
    assert!(all.contains_key(&(Kind::ENTRY, record_id(30))) && all.contains_key(&(Kind::ENTRY, record_id(40))));
    assert!(matches!(here.check().unwrap(), Verdict::Sound { changes: 13, .. }));
    // Its own log goes on, and knows of what came.
    let next = other.save(&mut here, ScopeId::Office, &[entry(41, 9, "tiếp")]);
    assert_eq!((next.change.seq, next.change.saw.len()), (2, 1));
    assert!(next.change.stamp.lamport > 12);
}

#[test]
fn an_older_copy_of_the_folder_takes_its_later_changes_and_begins_new_logs() {
    let (folder, mut store) = filled();
    let older = copy_of(&folder, store);
    store = folder.open();
    folder.save(&mut store, ScopeId::Office, &[entry(30, 7, "sau")]);
    let path = folder.path().join("all.jsonl.gz");
    back_up(&store, &path);

    let mut older_store = open(&older);
    assert_eq!(receive(&mut older_store, &path).unwrap().new, 1);
    assert_eq!(older_store.content(), store.content());
    // Whoever has the newer folder may go on with its log; this one must not.
    let next = kit::log(&mut older_store, ScopeId::Office, &[entry(50, 7, "ở bản chép")]);
    assert_eq!((next.change.seq, next.change.prev), (1, None));
    let private = kit::log(&mut older_store, ScopeId::Private, &[entry(51, 7, "riêng")]);
    assert_eq!(private.change.seq, 2, "a log that got nothing goes on");
}

#[test]
fn a_folder_that_was_copied_and_used_twice_is_told_by_the_change_where_it_parted() {
    let (folder, store) = filled();
    let copy = copy_of(&folder, store);
    let (mut one, mut two) = (folder.open(), open(&copy));
    folder.save(&mut one, ScopeId::Office, &[entry(30, 7, "máy một")]);
    folder.save(&mut one, ScopeId::Private, &[entry(33, 7, "riêng")]);
    for number in 31..=32 {
        let logged = kit::log(&mut two, ScopeId::Office, &[entry(number, 7, "máy hai")]);
        two.apply(&logged).unwrap();
    }
    let path = folder.path().join("one.jsonl.gz");
    back_up(&one, &path);
    let (before, records) = (two.content(), everything(&two));
    let Refusal::Diverged { scope, from, here, there, .. } = refusal(receive(&mut two, &path)) else {
        panic!("another refusal")
    };
    assert_eq!((scope, from, here, there), (ScopeId::Office, 11, 12, 11));
    assert_eq!((two.content(), everything(&two)), (before, records));
    assert!(
        fs::read_dir(copy.join("journal")).unwrap().all(|file| !file
            .unwrap()
            .file_name()
            .to_string_lossy()
            .starts_with(".new"))
    );
}

fn copy_of(folder: &Folder, store: Store) -> PathBuf {
    store.close().unwrap();
    let to = folder.path().with_file_name("copy");
    copy(folder.path(), &to);
    to
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

fn open(path: &Path) -> Store {
    Store::open(path, std::sync::Arc::new(kit::clock(9))).unwrap().0
}

#[test]
fn a_backup_cut_anywhere_is_refused_with_its_line_and_nothing_is_taken() {
    let (folder, store) = filled();
    let other = Folder::new();
    let mut here = other.open();
    for name in ["all.jsonl", "all.jsonl.gz"] {
        let path = folder.path().join(name);
        back_up(&store, &path);
        let whole = fs::read(&path).unwrap();
        let mut chance = Chance::new("cut");
        let cuts = (0..40).chain((0..60).map(|_| chance.below(whole.len() as u64) as usize)).chain([whole.len() - 1]);
        for cut in cuts {
            fs::write(&path, &whole[..cut]).unwrap();
            let why = refusal(receive(&mut here, &path));
            assert!(matches!(why, Refusal::Ends { .. }), "{cut}: {why:?}");
        }
    }
    assert_eq!(here.content().changes, 0);
    assert_eq!(fs::read_dir(other.path().join("journal")).unwrap().count(), 0);
    // A text cut at a line's end is told by the line that is missing.
    let path = folder.path().join("short.jsonl");
    back_up(&store, &path);
    let text = fs::read_to_string(&path).unwrap();
    let six: String = text.split_inclusive('\n').take(6).collect();
    fs::write(&path, six).unwrap();
    assert_eq!(refusal(receive(&mut here, &path)), Refusal::Ends { line: 7 });
}

#[test]
fn a_backup_with_a_bit_flipped_is_refused_and_nothing_is_taken() {
    let (folder, store) = filled();
    let mut other = Folder::new();
    let mut here = other.open();
    for name in ["all.jsonl", "all.jsonl.gz"] {
        let path = folder.path().join(name);
        back_up(&store, &path);
        let whole = fs::read(&path).unwrap();
        let mut chance = Chance::new("flip");
        for _ in 0..200 {
            let (at, bit) = (chance.below(whole.len() as u64) as usize, chance.below(8));
            let mut bad = whole.clone();
            bad[at] ^= 1 << bit;
            fs::write(&path, &bad).unwrap();
            match receive(&mut here, &path) {
                Err(Error::Backup { .. }) => assert_eq!(here.content().changes, 0),
                // The time in the head of a gzip file says nothing about what is in it.
                Ok(_) => assert!(name.ends_with("gz") && at < 10, "{at}"),
                Err(other) => panic!("{other}"),
            }
            if here.content().changes > 0 {
                drop(here);
                other = Folder::new();
                here = other.open();
            }
        }
    }
}

#[test]
fn lines_left_out_exchanged_or_added_are_noticed() {
    let (folder, store) = filled();
    let path = folder.path().join("all.jsonl");
    back_up(&store, &path);
    let lines: Vec<String> = fs::read_to_string(&path).unwrap().split_inclusive('\n').map(str::to_owned).collect();
    let other = Folder::new();
    let mut here = other.open();
    let mut attempt = |changed: Vec<String>| {
        fs::write(&path, changed.concat()).unwrap();
        let why = refusal(receive(&mut here, &path));
        assert_eq!(here.content().changes, 0);
        why
    };
    for at in 1..lines.len() - 1 {
        let without: Vec<String> = lines.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, l)| l.clone()).collect();
        assert!(matches!(attempt(without), Refusal::Damaged { .. }), "{at}");
        let stream = |at: usize| {
            let line: serde_json::Value = serde_json::from_str(&lines[at]).unwrap();
            line["change"]["stream"].as_str().map(str::to_owned)
        };
        if stream(at) != stream(at + 1) && at + 2 < lines.len() {
            // Logs may come in any order, and drafts anywhere among them.
            continue;
        }
        let mut swapped = lines.clone();
        swapped.swap(at, at + 1);
        let why = attempt(swapped);
        assert!(matches!(why, Refusal::Damaged { .. }), "{at}: {why:?}");
    }
    let more = [lines.clone(), vec!["x\n".to_owned()]].concat();
    assert!(matches!(attempt(more), Refusal::Damaged { .. }));
    assert_eq!(attempt(vec!["Biên bản kiểm tra\n".to_owned()]), Refusal::NotABackup);
    let newer = r#"{"format":"bienban-backup","version":2}"#;
    let newer = format!("{{\"blake3\":\"{}\",\"header\":{newer}}}\n", blake3::hash(newer.as_bytes()).to_hex());
    assert_eq!(attempt(vec![newer]), Refusal::Newer { found: 2, known: 1 });
}

#[test]
fn a_backup_encrypted_to_a_passphrase_opens_with_it_alone() {
    let (folder, store) = filled();
    let path = folder.path().join("all.jsonl.gz.age");
    let secrecy = Secrecy::Passphrase("mật khẩu dài".to_owned().into());
    let content = store.back_up(&path, secrecy, &Pulse::default()).unwrap();
    let bytes = fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    let pulse = Pulse::default();
    assert_eq!(refusal(verify(&path, &Key::None, &pulse)), Refusal::NeedsPassphrase);
    assert_eq!(refusal(verify(&path, &Key::Passphrase("sai".to_owned().into()), &pulse)), Refusal::WrongKey);
    let right = Key::Passphrase("mật khẩu dài".to_owned().into());
    assert_eq!(verify(&path, &right, &pulse).unwrap(), content);
    fs::write(&path, &bytes[..bytes.len() - 1]).unwrap();
    assert!(matches!(refusal(verify(&path, &right, &pulse)), Refusal::Ends { .. } | Refusal::Damaged { .. }));
}

#[test]
fn a_backup_encrypted_to_recipients_opens_with_one_of_their_keys() {
    let (folder, store) = filled();
    let path = folder.path().join("all.age");
    let keys = [age::x25519::Identity::generate(), age::x25519::Identity::generate()];
    let names = keys.iter().map(|key| key.to_public().to_string()).collect();
    let content = store.back_up(&path, Secrecy::Recipients(names), &Pulse::default()).unwrap();
    let pulse = Pulse::default();
    assert_eq!(refusal(verify(&path, &Key::None, &pulse)), Refusal::NeedsIdentity);
    for key in &keys {
        assert_eq!(verify(&path, &Key::Identities(key.to_string()), &pulse).unwrap(), content);
    }
    let stranger = Key::Identities(age::x25519::Identity::generate().to_string());
    assert_eq!(refusal(verify(&path, &stranger, &pulse)), Refusal::WrongKey);
    let bad = store.back_up(&folder.path().join("x.age"), Secrecy::Recipients(vec!["age1x".into()]), &pulse);
    assert_eq!(refusal(bad), Refusal::BadKey("age1x".into()));
}

/// With `age` or `rage` at hand: what this program wrote is opened by the tools that everybody has.
#[test]
fn stock_age_and_gzip_open_a_backup() {
    let Some(program) = ["age", "rage"].into_iter().find(|name| Command::new(name).arg("--version").output().is_ok())
    else {
        println!("skipped: neither age nor rage is installed");
        return;
    };
    let (folder, store) = filled();
    let key = age::x25519::Identity::generate();
    let [sealed, plain, identity] = ["all.age", "all.jsonl", "key.txt"].map(|name| folder.path().join(name));
    back_up(&store, &plain);
    let to = Secrecy::Recipients(vec![key.to_public().to_string()]);
    store.back_up(&sealed, to, &Pulse::default()).unwrap();
    fs::write(&identity, age::secrecy::ExposeSecret::expose_secret(&key.to_string())).unwrap();
    let opened = Command::new(program).arg("--decrypt").arg("-i").arg(&identity).arg(&sealed).output().unwrap();
    assert!(opened.status.success(), "{}", String::from_utf8_lossy(&opened.stderr));
    let mut text = String::new();
    flate2::read::GzDecoder::new(opened.stdout.as_slice()).read_to_string(&mut text).unwrap();
    assert_eq!(text, fs::read_to_string(&plain).unwrap());
}

#[test]
fn a_file_is_never_written_over_and_a_stopped_backup_leaves_nothing() {
    let (folder, store) = filled();
    let target = tempfile::tempdir().unwrap();
    let path = target.path().join("all.jsonl.gz");
    let pulse = Pulse::default();
    pulse.stop();
    assert!(matches!(store.back_up(&path, Secrecy::Plain, &pulse), Err(Error::Stopped)));
    assert_eq!(fs::read_dir(target.path()).unwrap().count(), 0);
    back_up(&store, &path);
    let before = fs::read(&path).unwrap();
    assert_eq!(refusal(store.back_up(&path, Secrecy::Plain, &pulse)), Refusal::Exists);
    assert_eq!(fs::read(&path).unwrap(), before);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    let other = Folder::new();
    let mut here = other.open();
    let pulse = Pulse::default();
    pulse.stop();
    assert!(matches!(here.receive(&path, &Key::None, &pulse), Err(Error::Stopped)));
    assert_eq!((here.content().changes, everything(&here).len()), (0, 0));
    assert_eq!(receive(&mut here, &path).unwrap().new, 11);
    drop(folder);
}

#[test]
fn a_crash_after_any_file_was_taken_loses_nothing_and_restoring_again_completes_it() {
    let (folder, store) = filled();
    let path = folder.path().join("all.jsonl.gz");
    let content = back_up(&store, &path);
    let whole = Folder::new();
    let mut restored = whole.open();
    receive(&mut restored, &path).unwrap();
    drop(restored);
    let logs: Vec<PathBuf> =
        fs::read_dir(whole.path().join("journal")).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(logs.len(), 2);
    for log in &logs {
        // As after a crash between the two files: one is in its place, the other still has its name of before.
        let other = Folder::new();
        drop(other.open());
        let journal = other.path().join("journal");
        fs::copy(log, journal.join(log.file_name().unwrap())).unwrap();
        fs::write(journal.join(".new-abc"), "half a l").unwrap();
        let mut here = other.open();
        assert!(here.content().changes > 0 && here.content().changes < 11);
        assert!(!journal.join(".new-abc").exists());
        receive(&mut here, &path).unwrap();
        assert_eq!((here.content(), everything(&here)), (content.clone(), everything(&store)));
        assert!(matches!(here.check().unwrap(), Verdict::Sound { changes: 11, .. }));
    }
}

fn complete(store: &mut Store, keep: &Keep, once_a_day: bool) {
    while !store.back_up_some(keep, once_a_day, 3).unwrap() {}
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn automatic_backups_are_made_when_something_changed_and_are_bounded_in_number() {
    let (folder, mut store) = filled();
    let keep = Keep { most: 3, ..Keep::default() };
    let place = folder.path().join("backups");
    complete(&mut store, &keep, true);
    let first = names(&place);
    assert_eq!(first.len(), 2, "{first:?}");
    let made = fs::metadata(place.join(&first[0])).unwrap().modified().unwrap();
    complete(&mut store, &keep, true);
    complete(&mut store, &keep, false);
    assert_eq!(fs::metadata(place.join(&first[0])).unwrap().modified().unwrap(), made, "nothing had changed");

    folder.save(&mut store, ScopeId::Office, &[entry(60, 7, "thêm")]);
    complete(&mut store, &keep, true);
    assert_eq!(verify(&place.join(&first[0]), &Key::None, &Pulse::default()).unwrap().changes, 11, "once a day");
    complete(&mut store, &keep, false);
    assert_eq!(names(&place), first);
    assert_eq!(verify(&place.join(&first[0]), &Key::None, &Pulse::default()).unwrap().changes, 12);

    for day in 2..=6 {
        folder.move_days(day);
        folder.save(&mut store, ScopeId::Office, &[entry(60 + day as u64, 7, "thêm")]);
        complete(&mut store, &keep, true);
    }
    let left = names(&place);
    assert_eq!(left.len(), 4, "{left:?}");
    assert!(left[2].contains("2026-03-09"), "{left:?}");
    // A clock set back ten years: the newest stays, whatever its name.
    folder.move_days(-3650);
    folder.save(&mut store, ScopeId::Office, &[entry(80, 7, "đồng hồ lùi")]);
    complete(&mut store, &keep, true);
    assert!(names(&place)[0].contains("2016-"));

    let elsewhere = tempfile::tempdir().unwrap();
    let keep = Keep { folder: Some(elsewhere.path().join("sao lưu")), most: 10, bytes: 1 };
    for day in 10..12 {
        folder.move_days(day);
        folder.save(&mut store, ScopeId::Office, &[entry(80 + day as u64, 7, "thêm")]);
        complete(&mut store, &keep, true);
        assert_eq!(names(&elsewhere.path().join("sao lưu")).len(), 1, "the newest is always kept");
    }
    folder.move_days(20);
    folder.save(&mut store, ScopeId::Office, &[entry(99, 7, "thêm")]);
    complete(&mut store, &Keep { most: 0, ..keep }, false);
    assert!(!names(&elsewhere.path().join("sao lưu"))[0].contains("2026-03-23"));
}

#[test]
fn the_automatic_backups_of_an_encrypted_folder_open_by_its_passphrase_alone_and_outlive_it() {
    let (folder, mut store) = filled();
    complete(&mut store, &Keep::default(), true);
    let place = folder.path().join("backups");
    assert!(store.plain_leftovers().unwrap().contains(&place));
    store.close().unwrap();
    folder.encrypt();
    assert!(!place.exists(), "plain backups go with everything else that is plain");

    let elsewhere = tempfile::tempdir().unwrap();
    let keep = Keep { folder: Some(elsewhere.path().to_owned()), ..Keep::default() };
    let mut store = folder.open();
    folder.save(&mut store, ScopeId::Office, &[entry(60, 7, "Thạch Khê Đông Sơn")]);
    complete(&mut store, &keep, true);
    let made = elsewhere.path().join(names(elsewhere.path()).into_iter().find(|name| name.ends_with(".age")).unwrap());
    traces::assert_no_trace(elsewhere.path(), &["Thạch Khê Đông Sơn"]);
    let content = store.content();
    let records = everything(&store);
    drop(store);

    // The folder itself needs no other key.
    let mut store = folder.open();
    assert_eq!(receive(&mut store, &made).unwrap().new, 0);
    drop((store, folder));
    let other = Folder::new();
    let mut here = other.open();
    assert_eq!(refusal(receive(&mut here, &made)), Refusal::NeedsPassphrase);
    let by = |text: &str| Key::Passphrase(text.to_owned().into());
    assert_eq!(refusal(here.receive(&made, &by("không phải"), &Pulse::default())), Refusal::WrongKey);
    here.receive(&made, &by(kit::PASSPHRASE), &Pulse::default()).unwrap();
    assert_eq!((here.content(), everything(&here)), (content, records));
}

#[test]
fn an_encrypted_folder_receives_and_keeps_everything_encrypted() {
    let (folder, store) = filled();
    let path = folder.path().join("all.jsonl.gz");
    let content = back_up(&store, &path);
    let other = Folder::of_writer(2);
    drop(other.open());
    other.encrypt();
    let mut here = other.open();
    receive(&mut here, &path).unwrap();
    assert_eq!(here.content(), content);
    assert!(matches!(here.check().unwrap(), Verdict::Sound { changes: 11, .. }));
    here.close().unwrap();
    traces::assert_no_trace(other.path(), &["ý kiến 3", "chưa xong", "dài dài"]);
    let (here, notices) = other.open_saying();
    assert_eq!((notices, everything(&here)), (vec![], everything(&store)));
}

#[test]
fn a_store_may_be_used_while_its_automatic_backup_is_made() {
    let (folder, mut store) = filled();
    let (before, keep) = (store.content(), Keep::default());
    let mut number = 100;
    while !store.back_up_some(&keep, true, 2).unwrap() {
        folder.save(&mut store, ScopeId::Office, &[entry(number, 7, "giữa chừng")]);
        number += 1;
    }
    assert!(number > 105);
    let place = folder.path().join("backups");
    let made = verify(&place.join(&names(&place)[0]), &Key::None, &Pulse::default()).unwrap();
    assert_eq!(made, before);
}

#[test]
fn a_refusal_for_damage_to_both_copies_names_the_newest_backup() {
    let (folder, mut store) = filled();
    complete(&mut store, &Keep::default(), true);
    let place = folder.path().join("backups");
    let newest = place.join(&names(&place)[0]);
    let before = (store.content(), everything(&store));
    store.close().unwrap();
    damage_both(&folder, 1);
    let Err(Error::BothDamaged { backup, .. }) = folder.try_open() else { panic!("opened") };
    assert_eq!(backup, Some(newest.clone()));
    // A whole backup, and one of which a line is missing that nothing else has.
    let (mut helped, notices) = open_helped(&folder, &newest).unwrap();
    assert!(
        notices
            .iter()
            .any(|notice| matches!(notice, Notice::MendedFromBackup { changes: 1, missing } if missing.is_empty())),
        "{notices:?}"
    );
    assert_eq!((helped.content(), everything(&helped)), before);
    assert_eq!(receive(&mut helped, &newest).unwrap().new, 0);
    let next = folder.save(&mut helped, ScopeId::Office, &[entry(90, 7, "tiếp")]);
    assert_eq!(next.change.seq, 1, "a log of its own");
    helped.close().unwrap();
    assert_eq!(folder.open_saying().1, []);
}

fn open_helped(folder: &Folder, backup: &Path) -> Result<(Store, Vec<Notice>), Error> {
    Store::open_helped(folder.path(), folder.clock(), Pulse::default(), None, backup, &Key::None)
}

#[test]
fn what_is_newer_than_the_backup_is_kept_as_far_as_it_can_be_put_in_order() {
    let (folder, mut store) = filled();
    let old = folder.path().join("old.jsonl.gz");
    back_up(&store, &old);
    for number in 30..=33 {
        folder.save(&mut store, ScopeId::Office, &[entry(number, 7, &format!("sau {number}"))]);
    }
    store.close().unwrap();
    // Of the four changes that the backup lacks, the third is lost in both copies.
    damage_both(&folder, 12);
    let (helped, notices) = open_helped(&folder, &old).unwrap();
    let missing = notices.iter().find_map(|notice| match notice {
        Notice::MendedFromBackup { missing, .. } => Some(missing.join("; ")),
        _ => None,
    });
    assert!(missing.unwrap().contains("change 13 is missing"));
    let all = everything(&helped);
    let has = |number| all.contains_key(&(Kind::ENTRY, record_id(number)));
    assert!(has(30) && has(31) && !has(32) && !has(33));
    let aside: Vec<String> = names(&folder.path().join("journal"))
        .into_iter()
        .filter(|n| n.contains(".damaged-") || n.contains(".torn-"))
        .collect();
    let kept = fs::read_to_string(folder.path().join("journal").join(&aside[0])).unwrap();
    assert!(kept.contains("sau 33"), "nothing is deleted");
    assert!(matches!(helped.check().unwrap(), Verdict::Sound { changes: 13, .. }));
    helped.close().unwrap();
    assert_eq!(folder.open_saying().1, []);
}

/// Takes a line of the longest log of the journal away, and the database with it.
fn damage_both(folder: &Folder, at: usize) {
    let mut logs: Vec<PathBuf> =
        fs::read_dir(folder.path().join("journal")).unwrap().map(|file| file.unwrap().path()).collect();
    logs.sort_by_key(|path| fs::read_to_string(path).unwrap().lines().count());
    let path = logs.last().unwrap();
    let text = fs::read_to_string(path).unwrap();
    let left: String = text.split_inclusive('\n').enumerate().filter(|(n, _)| *n != at).map(|(_, line)| line).collect();
    fs::write(path, left).unwrap();
    fs::remove_dir_all(folder.path().join("db")).unwrap();
}
