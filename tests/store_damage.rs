//! One damaged byte, or a cut, in any file of the data folder: repaired and said, or without effect.
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
use std::path::{Path, PathBuf};

use bienban::domain::{Edit, Kind, Logged, RecordId, RecordState, ScopeId};
use bienban::store::{Draft, Error, Notice, Store, Verdict};
use chance::{Chance, rounds};
use kit::{Folder, How, entry, everything, record_id};
use serde_json::json;

const DELEGATION: u64 = 9;

/// What a store must still say after it was damaged.
#[derive(Debug, PartialEq)]
struct Content {
    records: BTreeMap<(Kind, RecordId), RecordState>,
    histories: Vec<Vec<Logged>>,
}

impl Content {
    fn of(store: &Store) -> Self {
        let records = everything(store);
        let histories = records.keys().map(|(_, id)| store.history(*id).unwrap()).collect();
        Self { records, histories }
    }
}

/// A folder with two logs, edits, a removal, a text in several pieces, drafts, and sled's snapshot.
fn pristine(how: How) -> (Folder, Content, Vec<Draft>) {
    let folder = Folder::written(how);
    let mut store = folder.open();
    let delegation = ScopeId::Delegation(record_id(DELEGATION));
    for number in 0..40 {
        let scope = if number % 3 == 0 { delegation } else { ScopeId::Office };
        folder.save(&mut store, scope, &[entry(100 + number, number / 10, &format!("Ý kiến số {number}"))]);
    }
    store.close().unwrap();
    let mut store = folder.open();
    folder.save(&mut store, ScopeId::Office, &[entry(101, 0, &"Báo cáo của Đảng ủy. ".repeat(600))]);
    let mut edit = entry(103, 2, "");
    edit.fields = BTreeMap::from([("text".into(), json!("sửa lại")), ("visit".into(), json!(kit::visit_of(3)))]);
    folder.save(&mut store, delegation, &[edit]);
    folder.save(&mut store, ScopeId::Office, &[Edit::remove(Kind::ENTRY, record_id(104), "nhầm")]);
    let drafts =
        vec![Draft { key: "a".into(), text: "- chưa".into() }, Draft { key: "b".into(), text: "! xong".into() }];
    drafts.iter().for_each(|draft| store.save_draft(draft).unwrap());
    let content = Content::of(&store);
    store.close().unwrap();
    (folder, content, drafts)
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut names: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|item| item.unwrap().path()).collect();
    names.sort();
    for path in names {
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files
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

/// What the file is, for the table of outcomes.
fn sort_of(root: &Path, file: &Path) -> String {
    let name = file.strip_prefix(root).unwrap().to_string_lossy().into_owned();
    match name.split_once('.') {
        Some((_, "jsonl")) => "journal/*.jsonl".into(),
        Some((_, "draft")) => "drafts/*.draft".into(),
        Some(("db/snap", _)) => "db/snap.*".into(),
        _ => name,
    }
}

/// Flips one byte or cuts the file; returns what was done.
fn damage(file: &Path, chance: &mut Chance) -> String {
    let mut bytes = fs::read(file).unwrap();
    let mut at = chance.below(bytes.len() as u64) as usize;
    // sled's file is mostly zeros that nothing reads; damage is to meet what was written.
    while bytes.iter().skip(at).take(64).all(|byte| *byte == 0) && chance.below(20) > 0 {
        at = chance.below(bytes.len() as u64) as usize;
    }
    let done = if chance.once_in(3) || bytes.is_empty() {
        bytes.truncate(at);
        format!("{} cut at {at}", file.display())
    } else {
        let mask = 1 + chance.below(255) as u8;
        bytes[at] ^= mask;
        format!("{} byte {at} ^ {mask:#04x}", file.display())
    };
    fs::write(file, bytes).unwrap();
    done
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    NoEffect,
    RepairedAndSaid,
    RefusedByName,
}

/// Opens, checks, repairs when told to, and compares everything with the undamaged store.
fn survive(folder: &Folder, content: &Content, drafts: &[Draft]) -> Result<Outcome, String> {
    let (mut store, mut notices) = match folder.try_open() {
        Ok(opened) => opened,
        Err(Error::BothDamaged { .. }) => return Ok(Outcome::RefusedByName),
        Err(error) => return Err(format!("did not open: {error}")),
    };
    let verdict = store.check().map_err(|error| format!("not checked: {error}"))?;
    let mut said = !notices.is_empty();
    if let Verdict::Damaged(what) = verdict {
        said = true;
        match store.repair() {
            Ok(more) if more.is_empty() => return Err(format!("{what:?}, and nothing repaired")),
            Ok(more) => notices.extend(more),
            Err(Error::BothDamaged { .. }) => return Ok(Outcome::RefusedByName),
            Err(error) => return Err(format!("{what:?}, not repaired: {error}")),
        }
        let verdict = store.check().map_err(|error| error.to_string())?;
        if !matches!(verdict, Verdict::Sound { .. }) {
            return Err(format!("still {verdict:?} after the repair"));
        }
    }
    let lost_drafts = notices.iter().filter(|notice| matches!(notice, Notice::DraftSetAside { .. })).count();
    let left = store.drafts().map_err(|error| error.to_string())?;
    if left.len() + lost_drafts != drafts.len() || !left.iter().all(|draft| drafts.contains(draft)) {
        return Err(format!("drafts: {left:?}"));
    }
    if Content::of(&store) != *content {
        return Err(format!("other records; {notices:?}"));
    }
    store.close().map_err(|error| error.to_string())?;
    let (store, again) = folder.try_open().map_err(|error| format!("second opening: {error}"))?;
    if !again.is_empty() || Content::of(&store) != *content {
        return Err(format!("the second opening differs: {again:?}"));
    }
    Ok(if said { Outcome::RepairedAndSaid } else { Outcome::NoEffect })
}

fn print_table(title: &str, rounds: u64, table: &BTreeMap<(String, Outcome), u64>) {
    println!("{title}: {rounds} rounds");
    for ((file, outcome), count) in table {
        println!("  {file:<20} {outcome:<18} {count:>4}", outcome = format!("{outcome:?}"));
    }
}

#[test]
fn damage_in_any_one_file_is_repaired_and_said_or_has_no_effect() {
    How::BOTH.into_iter().for_each(damage_one_file);
}

fn damage_one_file(how: How) {
    let mut chance = Chance::new("damage");
    let (pristine, content, drafts) = pristine(how);
    let mut table = BTreeMap::new();
    let rounds = rounds(20);
    for round in 0..rounds {
        let folder = Folder::new();
        copy(pristine.path(), folder.path());
        let crashed = chance.once_in(3);
        if crashed {
            fs::remove_file(folder.path().join("closed.json")).unwrap();
        }
        let files = files_below(folder.path());
        let copies: Vec<PathBuf> = files_below(&folder.path().join("journal"))
            .into_iter()
            .chain([folder.path().join("db/db"), folder.path().join("db/db")])
            .collect();
        let among = if chance.once_in(2) { &copies } else { &files };
        let file = chance.pick(among).clone();
        let done = format!("{}, crashed: {crashed}", damage(&file, &mut chance));
        let outcome = survive(&folder, &content, &drafts).unwrap_or_else(|why| panic!("round {round}, {done}: {why}"));
        assert_ne!(outcome, Outcome::RefusedByName, "round {round}, {done}");
        *table.entry((sort_of(folder.path(), &file), outcome)).or_default() += 1;
    }
    print_table(&format!("one file damaged, {how:?}"), rounds, &table);
}

#[test]
fn damage_in_both_copies_is_repaired_or_refused_by_name() {
    How::BOTH.into_iter().for_each(damage_both_copies);
}

fn damage_both_copies(how: How) {
    let mut chance = Chance::new("both");
    let (pristine, content, drafts) = pristine(how);
    let mut table = BTreeMap::new();
    let rounds = rounds(20);
    for round in 0..rounds {
        let folder = Folder::new();
        copy(pristine.path(), folder.path());
        let of = |part: &str| files_below(&folder.path().join(part));
        let journal = chance.pick(&of("journal")).clone();
        let database = chance.pick(&of("db")).clone();
        let done = format!("{}; {}", damage(&journal, &mut chance), damage(&database, &mut chance));
        let outcome = survive(&folder, &content, &drafts).unwrap_or_else(|why| panic!("round {round}, {done}: {why}"));
        *table.entry((sort_of(folder.path(), &database), outcome)).or_default() += 1;
    }
    print_table(&format!("both copies damaged, {how:?}"), rounds, &table);
}
