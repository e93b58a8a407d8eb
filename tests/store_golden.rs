//! A data folder written by an older version opens for ever, with the same content; what changed since is upgraded.
//!
//! `BIENBAN_MAKE_GOLDEN=1 cargo test --test store_golden` writes the folder anew; that is right only while no version that
//! writes this format has been given to anyone.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "store/kit.rs"]
mod kit;

use std::fs;
use std::path::{Path, PathBuf};

use bienban::domain::{Edit, Entry, Kind, RecordId, ScopeId};
use bienban::store::{Draft, Notice, Store, Verdict};
use kit::{Folder, entry, everything, of_kind, record_id};
use serde_json::{Value, json};

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Everything that the store says, as text to compare.
fn content(store: &Store) -> Value {
    let mut records = Vec::new();
    for state in everything(store).values() {
        let mut fields = serde_json::Map::new();
        for (name, register) in &state.fields {
            let versions: Vec<Value> =
                register.versions().iter().map(|one| json!([one.change, one.lamport, one.stream, one.value])).collect();
            fields.insert(name.clone(), json!({ "versions": versions, "replaced": register.replaced() }));
        }
        let history: Vec<_> = store.history(state.id).unwrap().iter().map(|logged| logged.hash).collect();
        let (kind, id, scope) = (&state.kind, state.id, state.scope);
        records.push(json!({ "kind": kind, "id": id, "scope": scope, "fields": fields, "history": history }));
    }
    let drafts: Vec<Value> = store.drafts().unwrap().iter().map(|draft| json!([draft.key, draft.text])).collect();
    json!({ "records": records, "drafts": drafts, "author": store.author() })
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

fn make() {
    let folder = Folder::new();
    let mut store = folder.open();
    let delegation = ScopeId::Delegation(record_id(9));
    folder.save(&mut store, ScopeId::Office, &[entry(1, 1, "Đảng ủy xã")]);
    folder.save(&mut store, delegation, &[entry(2, 1, "Ưu điểm"), entry(3, 2, &"Khuyết điểm. ".repeat(700))]);
    folder.save(
        &mut store,
        delegation,
        &[entry(2, 1, "Ưu điểm đã sửa"), Edit::remove(Kind::ENTRY, record_id(3), "thừa")],
    );
    store.save_draft(&Draft { key: "visit/1".into(), text: "- đang gõ".into() }).unwrap();
    store.close().unwrap();
    let (store, _) = folder.open_saying();
    let expected = serde_json::to_string_pretty(&content(&store)).unwrap();
    store.close().unwrap();
    fs::write(golden().join("store-v1.json"), expected + "\n").unwrap();
    let target = golden().join("store-v1");
    let _ = fs::remove_dir_all(&target);
    copy(folder.path(), &target);
    // Who made it is of no interest.
    fs::write(target.join("LOCK"), "").unwrap();
    // git keeps no empty folders; sled makes this one again.
    let _ = fs::remove_dir(target.join("db/blobs"));
}

#[test]
fn the_first_format_opens_with_the_same_content() {
    if std::env::var_os("BIENBAN_MAKE_GOLDEN").is_some() {
        make();
    }
    let expected: Value = serde_json::from_slice(&fs::read(golden().join("store-v1.json")).unwrap()).unwrap();
    let folder = Folder::new();
    copy(&golden().join("store-v1"), folder.path());
    let (store, notices) = folder.open_saying();
    let backup = folder.path().join("backup-of-format-1");
    assert_eq!(notices, [Notice::Upgraded { from: 1, to: 2, backup }]);
    assert_eq!(content(&store), expected);
    assert!(matches!(store.check().unwrap(), Verdict::Sound { .. }));
}

#[test]
fn the_first_format_is_rebuilt_from_its_journal_alone() {
    let expected: Value = serde_json::from_slice(&fs::read(golden().join("store-v1.json")).unwrap()).unwrap();
    let folder = Folder::new();
    copy(&golden().join("store-v1"), folder.path());
    fs::remove_dir_all(folder.path().join("db")).unwrap();
    assert_eq!(content(&folder.open()), expected);
}

/// A demonstration as the last version of format 1 left it, whose index knows nothing of links.
fn of_format_1() -> Folder {
    let folder = Folder::new();
    copy(&golden().join("store-format-1"), folder.path());
    folder
}

/// Every entry, with what it is linked to.
fn links(store: &Store) -> Vec<(RecordId, Vec<RecordId>)> {
    let (entries, _) = of_kind(store, &Kind::ENTRY);
    entries.iter().map(|state| (state.id, state.read::<Entry>().unwrap().links)).collect()
}

/// What links of entries the index lacks.
fn unindexed(store: &Store) -> Vec<(RecordId, RecordId)> {
    let found = |from: RecordId, to: RecordId| {
        store.referrers(&Kind::ENTRY, to).unwrap().records.iter().any(|state| state.id == from)
    };
    let all = links(store).into_iter().flat_map(|(from, targets)| targets.into_iter().map(move |to| (from, to)));
    all.filter(|(from, to)| !found(*from, *to)).collect()
}

#[test]
fn an_upgrade_indexes_what_the_old_format_did_not_and_keeps_a_backup() {
    let folder = of_format_1();
    let (store, notices) = folder.open_saying();
    let backup = folder.path().join("backup-of-format-1");
    assert_eq!(notices, [Notice::Upgraded { from: 1, to: 2, backup: backup.clone() }]);
    assert!(links(&store).iter().any(|(_, targets)| !targets.is_empty()), "the example has links");
    assert_eq!(unindexed(&store), []);
    assert!(matches!(store.check().unwrap(), Verdict::Sound { .. }));
    store.close().unwrap();
    for name in ["installation.json", "closed.json", "journal/0199f804-f310-7000-8000-000000000003.jsonl", "db/db"] {
        let old = fs::read(golden().join("store-format-1").join(name)).unwrap();
        assert!(fs::read(backup.join(name)).unwrap() == old, "{name}");
    }
    let (store, notices) = folder.open_saying();
    assert_eq!(notices, [], "the second opening has nothing to do");
    assert_eq!(unindexed(&store), []);
}

#[test]
fn an_upgrade_that_was_cut_short_is_done_again() {
    let folder = of_format_1();
    folder.open_saying().0.close().unwrap();
    // The database has the new index, the file still says the old format, and a backup was being made.
    let old = golden().join("store-format-1/installation.json");
    fs::copy(old, folder.path().join("installation.json")).unwrap();
    fs::create_dir(folder.path().join("backup.unfinished")).unwrap();
    fs::remove_dir_all(folder.path().join("backup-of-format-1")).unwrap();
    let (store, notices) = folder.open_saying();
    assert!(matches!(notices.as_slice(), [Notice::Upgraded { from: 1, .. }]), "{notices:?}");
    assert_eq!(unindexed(&store), []);
    assert!(!folder.path().join("backup.unfinished").exists());
    assert!(matches!(store.check().unwrap(), Verdict::Sound { .. }));
}

#[test]
fn a_folder_whose_format_nobody_knows_is_upgraded_all_the_same() {
    let folder = of_format_1();
    fs::remove_file(folder.path().join("installation.json")).unwrap();
    let (store, _) = folder.open_saying();
    assert_eq!(unindexed(&store), []);
    assert!(matches!(store.check().unwrap(), Verdict::Sound { .. }));
}
