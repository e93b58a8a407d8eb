//! Encryption on and off: nothing is lost whenever it stops, nothing stays in the clear, and only its passphrase opens it.
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
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use bienban::clock::SystemClock;
use bienban::domain::ScopeId;
use bienban::store::{Draft, Error, Notice, Passphrase, Pulse, Store, Verdict};
use chance::{Chance, rounds};
use kit::{CHEAP, Folder, How, PASSPHRASE, entry, everything};
use traces::assert_no_trace;

/// Words that are nowhere else.
const WORDS: [&str; 4] =
    ["Thạch Khê Đông Sơn", "chưa quyết toán quỹ khuyến nông", "dở dang về đất bãi bồi", "khóa ký riêng"];

/// A store that has everything: entries long and short, two logs, a draft, something kept.
fn full(how: How) -> Folder {
    let folder = Folder::written(how);
    let mut store = folder.open();
    folder.save(&mut store, ScopeId::Office, &[entry(1, 7, WORDS[0])]);
    folder.save(&mut store, ScopeId::Private, &[entry(2, 7, &WORDS[1].repeat(400))]);
    for number in 3..30 {
        folder.save(&mut store, ScopeId::Office, &[entry(number, 7, &format!("{} {number}", WORDS[1]))]);
    }
    store.save_draft(&Draft { key: "visit/1".into(), text: WORDS[2].into() }).unwrap();
    store.keep("device", WORDS[3].as_bytes()).unwrap();
    store.close().unwrap();
    folder
}

fn typed(text: &str) -> Passphrase {
    Passphrase::typed(text)
}

fn unlock(folder: &Folder, text: &str) -> Result<Store, Error> {
    Store::unlock(folder.path(), folder.clock(), Pulse::default(), &typed(text)).map(|(store, _)| store)
}

fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if !path.ends_with("LOCK") {
            found.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

fn names(folder: &Folder) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder.path()).unwrap().map(|item| item.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn assert_full(store: &Store, before: &impl PartialEq<Everything>) {
    assert!(*before == everything(store));
    assert_eq!(store.drafts().unwrap(), [Draft { key: "visit/1".into(), text: WORDS[2].into() }]);
    assert_eq!(store.kept("device").unwrap().unwrap().as_slice(), WORDS[3].as_bytes());
    assert_eq!(store.check().unwrap(), Verdict::Sound { changes: 29, records: 29 });
}

type Everything =
    std::collections::BTreeMap<(bienban::domain::Kind, bienban::domain::RecordId), bienban::domain::RecordState>;

#[test]
fn on_and_off_again_everything_is_there_and_nothing_in_the_clear_meanwhile() {
    let folder = full(How::Plain);
    let store = folder.open();
    let before = everything(&store);
    store.close().unwrap();
    let plain = names(&folder);
    folder.encrypt();
    assert!(names(&folder).contains(&"key.json".to_owned()) && names(&folder).contains(&"key.copy.json".to_owned()));
    assert_no_trace(folder.path(), &WORDS);
    let (store, notices) = folder.open_saying();
    assert_eq!(notices, []);
    assert!(store.is_encrypted());
    assert_full(&store, &before);
    store.decrypt(&Pulse::default()).unwrap();
    let (store, notices) = Store::open(folder.path(), folder.clock()).unwrap();
    assert_eq!(notices, []);
    assert!(!store.is_encrypted());
    assert_full(&store, &before);
    store.close().unwrap();
    assert_eq!(names(&folder), plain);
}

#[test]
fn what_is_written_while_it_is_encrypted_leaves_no_trace() {
    let folder = Folder::written(How::Encrypted);
    let mut store = folder.open();
    for number in 0..200 {
        folder.save(
            &mut store,
            ScopeId::Office,
            &[entry(number, 7, &WORDS[number as usize % 3].repeat(1 + number as usize))],
        );
    }
    store.save_draft(&Draft { key: WORDS[1].into(), text: WORDS[2].into() }).unwrap();
    store.keep("device", WORDS[3].as_bytes()).unwrap();
    assert_no_trace(folder.path(), &WORDS);
    drop(store);
    assert_no_trace(folder.path(), &WORDS);
    let store = folder.open();
    assert!(matches!(store.check().unwrap(), Verdict::Sound { changes: 200, .. }));
    store.close().unwrap();
    assert_no_trace(folder.path(), &WORDS);
}

#[test]
fn a_wrong_passphrase_is_told_and_touches_nothing() {
    let folder = full(How::Encrypted);
    let before = files(folder.path());
    for wrong in ["", "Suối Mây", "suối mây 19/3, họp lúc tám giờ", "Suoi May 19/3, hop luc tam gio"] {
        assert!(matches!(unlock(&folder, wrong), Err(Error::WrongPassphrase { .. })), "{wrong}");
    }
    assert!(matches!(Store::open(folder.path(), folder.clock()), Err(Error::Locked { .. })));
    assert_eq!(files(folder.path()), before);
    unlock(&folder, PASSPHRASE).unwrap();
}

#[test]
fn another_passphrase_takes_the_place_of_the_old_one_and_only_the_key_is_written() {
    let folder = full(How::Encrypted);
    let store = folder.open();
    store.change_passphrase(&typed("một mật khẩu khác hẳn"), CHEAP).unwrap();
    let code = store.renew_recovery_code().unwrap().to_string();
    assert!(store.has_recovery_code().unwrap());
    let before = everything(&store);
    store.close().unwrap();
    assert!(matches!(unlock(&folder, PASSPHRASE), Err(Error::WrongPassphrase { .. })));
    assert_full(&unlock(&folder, "một mật khẩu khác hẳn").unwrap(), &before);
    let store = unlock(&folder, &code).unwrap();
    let newer = store.renew_recovery_code().unwrap().to_string();
    drop(store);
    assert!(matches!(unlock(&folder, &code), Err(Error::WrongPassphrase { .. })));
    unlock(&folder, &newer).unwrap();
}

#[test]
fn one_copy_of_the_key_is_enough_and_the_other_is_made_anew() {
    for lost in ["key.json", "key.copy.json"] {
        let folder = full(How::Encrypted);
        let path = folder.path().join(lost);
        let whole = fs::read(&path).unwrap();
        for damage in [None, Some(&whole[..whole.len() - 9])] {
            match damage {
                None => fs::remove_file(&path).unwrap(),
                Some(bytes) => fs::write(&path, bytes).unwrap(),
            }
            let (_, notices) = folder.open_saying();
            assert!(notices.contains(&Notice::KeyRestored), "{lost}: {notices:?}");
            assert_eq!(fs::read(&path).unwrap(), whole);
        }
    }
}

#[test]
fn a_lost_key_is_named_and_nothing_is_taken_for_a_plain_folder() {
    let folder = full(How::Encrypted);
    for path in ["key.json", "key.copy.json"] {
        fs::remove_file(folder.path().join(path)).unwrap();
    }
    let before = files(folder.path());
    assert!(matches!(folder.try_open(), Err(Error::KeyLost { .. })));
    assert!(matches!(Store::open(folder.path(), folder.clock()), Err(Error::KeyLost { .. })));
    assert_eq!(files(folder.path()), before);
    fs::remove_file(folder.path().join("installation.json")).unwrap();
    assert!(matches!(folder.try_open(), Err(Error::KeyLost { .. })), "the journal says so too");

    let other = full(How::Plain);
    for file in ["installation.json", "closed.json"] {
        fs::copy(other.path().join(file), folder.path().join(file)).unwrap();
    }
    let journal = folder.path().join("journal");
    let before = files(&journal);
    assert!(matches!(folder.try_open(), Err(Error::KeyLost { .. })), "whatever files of another folder say");
    assert_eq!(files(&journal), before);
}

#[test]
fn an_older_program_is_kept_out_by_the_number_of_the_format() {
    let folder = full(How::Encrypted);
    let text = fs::read_to_string(folder.path().join("installation.json")).unwrap();
    assert!(text.contains(r#""format":3"#), "{text}");
    folder.open().decrypt(&Pulse::default()).unwrap();
    let text = fs::read_to_string(folder.path().join("installation.json")).unwrap();
    assert!(text.contains(r#""format":2"#) && !text.contains("encrypted"), "{text}");
}

#[test]
fn what_was_set_aside_in_the_clear_goes_and_is_named_before() {
    let folder = full(How::Plain);
    let plain = [
        "journal/x.jsonl.damaged-20260302T080000",
        "journal/x.jsonl.torn-20260302T080000",
        "drafts/y.draft.damaged-20260302T080000",
        "installation.json.damaged-20260302T080000",
        "db.damaged-20260302T080000/db",
        "db.before-recovery/db",
        "db.salvage/db",
        "backup-of-format-1/journal/x.jsonl",
        "backup.unfinished/journal/x.jsonl",
        "editing/abc/bienban.txt",
    ];
    let store = folder.open();
    for name in plain {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, WORDS[0]).unwrap();
    }
    let own = folder.path().join("của tôi.txt");
    fs::write(&own, "một tệp khác").unwrap();
    let named = store.plain_leftovers().unwrap();
    for name in plain {
        let path = folder.path().join(name);
        assert!(named.iter().any(|named| path.starts_with(named)), "{name}");
    }
    assert_eq!(named.len(), plain.len());
    store.encrypt(&typed(PASSPHRASE), CHEAP, &Pulse::default()).unwrap();
    assert_no_trace(folder.path(), &WORDS);
    assert!(own.exists(), "what the program did not make is not its to remove");
    folder.open();
}

const FOLDER: &str = "BIENBAN_CHANGER";

/// Body of the process that turns encryption on and off until it is killed; does nothing in an ordinary run.
#[test]
fn changer() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let say = |line: &str| {
        let mut out = std::io::stdout().lock();
        out.write_all(format!("\n{line}\n").as_bytes()).and_then(|()| out.flush()).unwrap();
    };
    say("begun");
    loop {
        let (mut store, _) = kit::open(Path::new(&folder), Arc::new(SystemClock)).expect("it opens each time");
        let number = everything(&store).len() as u64 + 1;
        let logged = kit::log(&mut store, ScopeId::Office, &[entry(number, 7, WORDS[1])]);
        store.apply(&logged).unwrap();
        say(&format!("ack {number}"));
        if store.is_encrypted() {
            store.decrypt(&Pulse::default()).unwrap();
        } else {
            store.encrypt(&typed(PASSPHRASE), CHEAP, &Pulse::default()).unwrap();
        }
    }
}

#[test]
fn kill_9_while_it_is_turned_on_or_off_leaves_one_or_the_other_with_everything() {
    let mut chance = Chance::new("locking");
    let folder = Folder::new();
    let (mut acknowledged, mut finished, mut encrypted) = (0, 0, 0);
    let rounds = rounds(12);
    for round in 0..rounds {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "changer", "--nocapture"])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        lines.find(|line| line == "begun").expect("it begins");
        std::thread::sleep(Duration::from_millis(chance.below(400)));
        child.kill().unwrap();
        child.wait().unwrap();
        let said = lines.filter_map(|line| line.strip_prefix("ack ")?.parse::<u64>().ok());
        acknowledged = said.max().unwrap_or_default().max(acknowledged);

        let (store, notices) = folder.try_open().unwrap_or_else(|error| panic!("round {round}: {error}"));
        finished += u64::from(notices.iter().any(|notice| matches!(notice, Notice::EncryptionChanged { .. })));
        assert!(everything(&store).len() as u64 >= acknowledged, "round {round}");
        assert!(matches!(store.check().unwrap(), Verdict::Sound { .. }), "round {round}");
        let left = names(&folder);
        assert!(!left.iter().any(|name| name.starts_with("chang")), "round {round}: {left:?}");
        if store.is_encrypted() {
            encrypted += 1;
            drop(store);
            assert_no_trace(folder.path(), &WORDS);
        } else {
            assert!(!left.iter().any(|name| name.starts_with("key")), "round {round}: {left:?}");
        }
    }
    println!(
        "locking, kill -9: {rounds} rounds, {acknowledged} acknowledged, {finished} changes finished on opening, \
         {encrypted} times found encrypted, 0 lost"
    );
}
