//! Faults at moments and places that nobody chose: whatever the store does is killed, its last line is cut at any byte, and
//! files are zeroed, deleted and exchanged. `BIENBAN_ROUNDS` plays more rounds, `BIENBAN_SEED` repeats them.
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

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bienban::clock::SystemClock;
use bienban::domain::{Kind, RecordId, RecordState, ScopeId};
use bienban::store::{Content, Error, Keep, Key, Passphrase, Pulse, Secrecy, Store, Verdict, verify};
use chance::{Chance, rounds};
use kit::{Folder, How, PASSPHRASE, entry, everything};

const WORK: &str = "BIENBAN_WORK";
const FOLDER: &str = "BIENBAN_WORK_FOLDER";
const ENTRIES: u64 = 200;

/// What is going on when the kill comes.
const WORKS: [&str; 5] = ["back up", "back up on its own", "restore", "rebuild", "upgrade"];

/// Body of the process that is killed; does nothing in an ordinary run.
#[test]
fn worker() {
    let (Ok(work), Ok(folder)) = (std::env::var(WORK), std::env::var(FOLDER)) else { return };
    let folder = PathBuf::from(folder);
    println!("\nbegun");
    let mut store = open(&folder.join("data")).unwrap();
    match work.as_str() {
        "back up" => {
            for number in 0.. {
                let target = folder.join(format!("made-{number}.jsonl.gz"));
                store.back_up(&target, Secrecy::Plain, &Pulse::default()).unwrap();
            }
        }
        "back up on its own" => {
            for number in 1_000.. {
                let logged = kit::log(&mut store, ScopeId::Office, &[entry(number, 1, "thêm")]);
                store.apply(&logged).unwrap();
                while !store.back_up_some(&Keep::default(), false, 20).unwrap() {}
            }
        }
        "restore" => drop(store.receive(&folder.join("all.jsonl.gz"), &Key::None, &Pulse::default()).unwrap()),
        _ => {}
    }
    store.close().unwrap();
}

type Records = BTreeMap<(Kind, RecordId), RecordState>;

/// A store with two logs, closed, its backup beside it, and what it holds.
fn pristine(how: How) -> (Folder, Content, Records) {
    let folder = Folder::written(how);
    let mut store = folder.open();
    for number in 0..ENTRIES {
        let scope = if number % 4 == 0 { ScopeId::Private } else { ScopeId::Office };
        folder.save(&mut store, scope, &[entry(number, number / 20, &format!("Ý kiến số {number}"))]);
    }
    store.back_up(&folder.path().with_file_name("all.jsonl.gz"), Secrecy::Plain, &Pulse::default()).unwrap();
    let (content, records) = (store.content(), everything(&store));
    store.close().unwrap();
    (folder, content, records)
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

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() { files.extend(files_below(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

fn open(data: &Path) -> Result<Store, Error> {
    kit::open(data, Arc::new(SystemClock)).map(|(store, _)| store)
}

fn is_sound(store: &Store) -> bool {
    matches!(store.check().unwrap(), Verdict::Sound { .. })
}

/// What opens a backup, whatever it is encrypted with.
fn key() -> Key {
    Key::Passphrase(PASSPHRASE.to_owned().into())
}

#[test]
fn whatever_goes_on_when_the_kill_comes_nothing_is_lost() {
    let mut chance = Chance::new("kill at work");
    let stores = How::BOTH.map(pristine);
    let format_1 = Path::new("tests/golden/store-format-1");
    let temp = tempfile::tempdir().unwrap();
    copy(format_1, &temp.path().join("data"));
    let old_records = everything(&open(&temp.path().join("data")).unwrap());

    let mut outcomes: BTreeMap<&str, [u64; 2]> = BTreeMap::new();
    // How long each takes when nobody kills it, so that the kill comes at any moment of it and seldom after.
    let mut takes: BTreeMap<&str, Duration> = BTreeMap::new();
    let rounds = rounds(15);
    for round in 0..rounds {
        let work = WORKS[(round % WORKS.len() as u64) as usize];
        let (folder, content, records) = chance.pick(&stores);
        let temp = tempfile::tempdir().unwrap();
        let data = temp.path().join("data");
        match work {
            "upgrade" => copy(format_1, &data),
            "restore" => {
                fs::copy(folder.path().with_file_name("all.jsonl.gz"), temp.path().join("all.jsonl.gz")).unwrap();
            }
            _ => copy(folder.path(), &data),
        }
        if work == "rebuild" {
            fs::remove_dir_all(data.join("db")).unwrap();
        }
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "worker", "--nocapture"])
            .env(WORK, work)
            .env(FOLDER, temp.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        lines.find(|line| line == "begun").expect("it begins");
        let was_over = match takes.get(work) {
            None if !work.starts_with("back") => {
                let begun = Instant::now();
                child.wait().unwrap();
                takes.insert(work, begun.elapsed());
                true
            }
            takes => {
                let at_most = takes.copied().unwrap_or(Duration::from_millis(400));
                std::thread::sleep(Duration::from_micros(chance.below(at_most.as_micros() as u64)));
                let was_over = child.try_wait().unwrap().is_some();
                child.kill().unwrap();
                child.wait().unwrap();
                was_over
            }
        };

        let mut store = open(&data).unwrap_or_else(|error| panic!("round {round}, {work}: {error}"));
        assert!(is_sound(&store), "round {round}, {work}");
        match work {
            "upgrade" => assert_eq!(everything(&store), old_records, "round {round}"),
            "restore" => {
                store.receive(&temp.path().join("all.jsonl.gz"), &Key::None, &Pulse::default()).unwrap();
                assert_eq!((store.content(), everything(&store)), (content.clone(), records.clone()), "round {round}");
                assert!(is_sound(&store), "round {round}");
            }
            _ => {
                let now = everything(&store);
                assert!(records.iter().all(|(at, record)| now.get(at) == Some(record)), "round {round}, {work}");
            }
        }
        // A backup that has its name is whole.
        for made in files_below(temp.path()).iter().filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.ends_with(".jsonl.gz") && !name.starts_with(".new-")
        }) {
            verify(made, &key(), &Pulse::default()).unwrap_or_else(|error| panic!("round {round}: {error}"));
        }
        outcomes.entry(work).or_default()[usize::from(was_over)] += 1;
    }
    println!("kill at work, plain and encrypted: {rounds} rounds, 0 lost");
    for (work, [killed, over]) in outcomes {
        println!("  {work:<20} {killed} killed, {over} over before");
    }
}

#[test]
fn a_last_line_cut_at_any_byte_leaves_everything_before_it() {
    let folder = Folder::new();
    let mut store = folder.open();
    for number in 1..=3 {
        folder.save(&mut store, ScopeId::Office, &[entry(number, 1, "ý kiến")]);
    }
    store.close().unwrap();
    let early = folder.path().with_file_name("early");
    copy(folder.path(), &early);
    let mut store = folder.open();
    let before = everything(&store);
    folder.save(&mut store, ScopeId::Office, &[entry(4, 1, "dòng cuối")]);
    let after = everything(&store);
    drop(store);
    let log = files_below(&folder.path().join("journal")).remove(0);
    let lines = fs::read(&log).unwrap();
    let start = fs::metadata(early.join("journal").join(log.file_name().unwrap())).unwrap().len() as usize;
    let cuts = start..lines.len();
    let all = std::env::var_os("BIENBAN_ROUNDS").is_some();
    let mut tried = 0;
    for cut in cuts.step_by(if all { 1 } else { 23 }).chain([lines.len()]) {
        let temp = tempfile::tempdir().unwrap();
        let data = temp.path().join("data");
        // The database never heard of the last change, as when the machine stopped while it was being written.
        copy(&early, &data);
        fs::remove_file(data.join("closed.json")).unwrap();
        fs::write(data.join("journal").join(log.file_name().unwrap()), &lines[..cut]).unwrap();
        let store = open(&data).unwrap_or_else(|error| panic!("cut at {cut}: {error}"));
        let expected = if cut == lines.len() { &after } else { &before };
        assert_eq!(&everything(&store), expected, "cut at {cut}");
        assert!(is_sound(&store), "cut at {cut}");
        tried += 1;
    }
    println!("last line cut: {tried} of {} places, 0 lost", lines.len() - start + 1);
}

/// Does one of three kinds of harm to files of the folder; says what.
fn harm(data: &Path, chance: &mut Chance) -> String {
    let files: Vec<PathBuf> = files_below(data).into_iter().filter(|path| !path.ends_with("LOCK")).collect();
    let file = chance.pick(&files).clone();
    let name = |path: &Path| path.strip_prefix(data).unwrap().display().to_string();
    match chance.below(3) {
        0 => {
            let mut bytes = fs::read(&file).unwrap();
            let at = chance.below(bytes.len().max(1) as u64) as usize / 512 * 512;
            let end = bytes.len().min(at + 512);
            bytes[at..end].fill(0);
            fs::write(&file, bytes).unwrap();
            format!("zeroed {}", name(&file))
        }
        1 => {
            fs::remove_file(&file).unwrap();
            format!("deleted {}", name(&file))
        }
        _ => {
            let other = chance.pick(&files).clone();
            let (one, two) = (fs::read(&file).unwrap(), fs::read(&other).unwrap());
            fs::write(&file, two).unwrap();
            fs::write(&other, one).unwrap();
            format!("exchanged {} and {}", name(&file), name(&other))
        }
    }
}

#[test]
fn files_that_are_zeroed_deleted_or_exchanged_are_mended_or_refused_by_name() {
    How::BOTH.into_iter().for_each(harm_again_and_again);
}

fn harm_again_and_again(how: How) {
    let mut chance = Chance::new("harm");
    let (folder, content, records) = pristine(how);
    let mut outcomes: BTreeMap<(String, &str), u64> = BTreeMap::new();
    let rounds = rounds(20);
    for round in 0..rounds {
        let temp = tempfile::tempdir().unwrap();
        let data = temp.path().join("data");
        copy(folder.path(), &data);
        let done = harm(&data, &mut chance);
        let outcome = match kit::open(&data, Arc::new(SystemClock)) {
            Err(Error::BothDamaged { .. }) => "refused by name",
            Err(error) => panic!("round {round}, {done}: {error}"),
            Ok((mut store, notices)) => {
                let mut said = !notices.is_empty();
                if let Verdict::Damaged(_) = store.check().unwrap() {
                    said = true;
                    store.repair().unwrap_or_else(|error| panic!("round {round}, {done}: {error}"));
                    assert!(is_sound(&store), "round {round}, {done}");
                }
                assert_eq!(
                    (store.content(), everything(&store)),
                    (content.clone(), records.clone()),
                    "round {round}, {done}"
                );
                if said { "repaired and said" } else { "no effect" }
            }
        };
        let kind = done.split(' ').next().unwrap_or_default().to_owned();
        *outcomes.entry((kind, outcome)).or_default() += 1;
        if outcome == "refused by name" {
            // What to do then: a backup fills the gap.
            let all = folder.path().with_file_name("all.jsonl.gz");
            let clock = Arc::new(SystemClock);
            let typed = Passphrase::typed(PASSPHRASE);
            let helped = Store::open_helped(&data, clock, Pulse::default(), Some(&typed), &all, &Key::None);
            let (mut store, _) = helped.unwrap_or_else(|error| panic!("round {round}, {done}: {error}"));
            store.receive(&all, &Key::None, &Pulse::default()).unwrap();
            assert_eq!(everything(&store), records, "round {round}, {done}");
        }
    }
    println!("harm, {how:?}: {rounds} rounds");
    for ((kind, outcome), count) in outcomes {
        println!("  {kind:<10} {outcome:<18} {count:>5}");
    }
}

#[test]
fn a_clock_set_back_ten_years_loses_no_order_and_no_change() {
    let folder = Folder::new();
    let mut store = folder.open();
    folder.save(&mut store, ScopeId::Office, &[entry(1, 1, "trước")]);
    folder.move_days(-3650);
    let edit = kit::log(&mut store, ScopeId::Office, &[entry(1, 1, "sau")]);
    store.apply(&edit).unwrap();
    let record = store.get(&Kind::ENTRY, kit::record_id(1)).unwrap().unwrap();
    assert_eq!(record.value("text"), "sau");
    assert_eq!(store.history(kit::record_id(1)).unwrap().last().unwrap().hash, edit.hash);
    assert!(is_sound(&store));
}

#[test]
fn a_folder_copied_while_it_is_open_opens_with_every_change() {
    let folder = Folder::new();
    let mut store = folder.open();
    for number in 1..=30 {
        folder.save(&mut store, ScopeId::Office, &[entry(number, 1, "ý kiến")]);
    }
    let other = tempfile::tempdir().unwrap();
    copy(folder.path(), &other.path().join("data"));
    folder.save(&mut store, ScopeId::Office, &[entry(31, 1, "sau khi chép")]);
    let copied = open(&other.path().join("data")).unwrap();
    assert_eq!(everything(&copied).len(), 30);
    assert!(is_sound(&copied));
}

#[test]
fn a_folder_that_vanishes_refuses_what_comes_and_says_where() {
    let folder = Folder::new();
    let mut store = folder.open();
    folder.save(&mut store, ScopeId::Office, &[entry(1, 1, "ý kiến")]);
    let away = folder.path().with_file_name("away");
    fs::rename(folder.path(), &away).unwrap();
    let state = RecordState::new(Kind::ENTRY, kit::record_id(9), ScopeId::Private);
    let new = bienban::store::NewChange {
        scope: ScopeId::Private,
        undoes: None,
        writes: state.writes_for(&entry(9, 1, "mất chỗ").fields),
    };
    let refused = store.log(new).unwrap_err();
    assert!(refused.to_string().contains(&folder.path().display().to_string()), "{refused}");
    drop(store);
    let found = open(&away).unwrap();
    assert_eq!(everything(&found).len(), 1);
    assert!(is_sound(&found));
}
