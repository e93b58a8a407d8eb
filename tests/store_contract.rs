//! The contract of `docs/storage.md`, sentence by sentence.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "store/kit.rs"]
mod kit;

use bienban::domain::{Edit, Kind, RecordId, ScopeId};
use bienban::store::{Draft, Error, Notice, Store, Verdict};
use kit::{Folder, How, entry, everything, of_kind, record_id, visit_of};

#[test]
fn what_was_logged_and_applied_is_read_back_after_reopening() {
    for how in How::BOTH {
        let folder = Folder::written(how);
        let mut store = folder.open();
        let logged = folder.save(&mut store, ScopeId::Office, &[entry(1, 7, "Đảng ủy đã ban hành nghị quyết")]);
        assert_eq!(logged.change.seq, 1);
        store.close().unwrap();

        let (store, notices) = folder.open_saying();
        assert_eq!(notices, []);
        let state = store.get(&Kind::ENTRY, record_id(1)).unwrap().unwrap();
        assert_eq!(state.value("text"), "Đảng ủy đã ban hành nghị quyết");
        assert_eq!(of_kind(&store, &Kind::ENTRY).0, std::slice::from_ref(&state));
        assert_eq!(store.referrers(&Kind::ENTRY, visit_of(7)).unwrap().records, [state]);
        assert_eq!(store.history(record_id(1)).unwrap(), std::slice::from_ref(&logged));
        assert_eq!(store.own_changes(ScopeId::Office, 10).unwrap(), [logged]);
        assert_eq!(store.check().unwrap(), Verdict::Sound { changes: 1, records: 1 });
    }
}

#[test]
fn what_was_logged_counts_as_saved_without_being_applied_or_closed() {
    for how in How::BOTH {
        let folder = Folder::written(how);
        let mut store = folder.open();
        folder.log(&mut store, ScopeId::Office, &[entry(1, 7, "một")]);
        drop(store);
        let (store, notices) = folder.open_saying();
        assert_eq!(notices, [bienban::store::Notice::Replayed { changes: 1 }]);
        assert!(store.get(&Kind::ENTRY, record_id(1)).unwrap().is_some());
    }
}

#[test]
fn a_draft_outlives_the_process() {
    for how in How::BOTH {
        let folder = Folder::written(how);
        let store = folder.open();
        let draft = Draft { key: "visit/1".into(), text: "- chưa xong".into() };
        store.save_draft(&draft).unwrap();
        drop(store);
        let store = folder.open();
        assert_eq!(store.drafts().unwrap(), [draft]);
        store.clear_draft("visit/1").unwrap();
        assert_eq!(store.drafts().unwrap(), []);
    }
}

#[test]
fn applying_again_changes_nothing_and_a_gap_is_an_error() {
    for how in How::BOTH {
        let folder = Folder::written(how);
        let mut store = folder.open();
        let first = folder.save(&mut store, ScopeId::Office, &[entry(1, 7, "một")]);
        let before = everything(&store);
        store.apply(&first).unwrap();
        assert_eq!(everything(&store), before);
        let second = folder.log(&mut store, ScopeId::Office, &[entry(2, 7, "hai")]);
        let third = folder.log(&mut store, ScopeId::Office, &[entry(3, 7, "ba")]);
        assert!(matches!(store.apply(&third), Err(Error::Database { .. })));
        store.apply(&second).unwrap();
        store.apply(&third).unwrap();
        assert_eq!(store.check().unwrap(), Verdict::Sound { changes: 3, records: 3 });
    }
}

#[test]
fn a_record_moves_among_its_referrers_and_a_removed_one_stays() {
    for how in How::BOTH {
        let folder = Folder::written(how);
        let mut store = folder.open();
        folder.save(&mut store, ScopeId::Office, &[entry(1, 7, "một")]);
        let moved = Edit { fields: [("visit".into(), serde_json::json!(visit_of(8)))].into(), ..entry(1, 8, "") };
        folder.save(&mut store, ScopeId::Office, &[moved]);
        assert_eq!(store.referrers(&Kind::ENTRY, visit_of(7)).unwrap().records, []);
        assert_eq!(store.referrers(&Kind::VISIT, visit_of(8)).unwrap().records, []);
        folder.save(&mut store, ScopeId::Office, &[Edit::remove(Kind::ENTRY, record_id(1), "nhầm")]);
        let found = store.referrers(&Kind::ENTRY, visit_of(8)).unwrap().records;
        assert_eq!(found[0].removal().unwrap().reason, "nhầm");
        assert_eq!(store.history(record_id(1)).unwrap().len(), 3);
    }
}

fn newest(store: &Store, limit: usize) -> Vec<RecordId> {
    let mut ids = Vec::new();
    store.shown_newest(&Kind::ENTRY, limit, |shown| ids.push(shown.id)).unwrap();
    ids
}

#[test]
fn the_newest_of_a_kind_are_shown_first_and_no_more_than_were_asked_for() {
    for how in How::BOTH {
        let folder = Folder::written(how);
        let mut store = folder.open();
        assert_eq!(newest(&store, 2), []);
        let entries: Vec<Edit> = (1..=40).map(|number| entry(number, 7, &"dài ".repeat(200))).collect();
        folder.save(&mut store, ScopeId::Office, &entries);
        let others = [Kind::DELEGATION, Kind::VISIT].map(|kind| Edit { kind, id: record_id(99), ..entry(0, 7, "") });
        folder.save(&mut store, ScopeId::Office, &others);
        let ids = |numbers: std::ops::RangeInclusive<u64>| numbers.rev().map(record_id).collect::<Vec<_>>();
        assert_eq!(newest(&store, 3), ids(38..=40));
        assert_eq!(newest(&store, 100), ids(1..=40));
    }
}

#[test]
fn each_scope_has_its_own_log_and_own_changes_are_the_newest() {
    for how in How::BOTH {
        let folder = Folder::written(how);
        let mut store = folder.open();
        for number in 1..=5 {
            folder.save(&mut store, ScopeId::Office, &[entry(number, 7, "ý kiến")]);
            folder.save(&mut store, ScopeId::Private, &[entry(10 + number, 7, "riêng")]);
        }
        let own = store.own_changes(ScopeId::Office, 2).unwrap();
        assert_eq!(own.iter().map(|logged| logged.change.seq).collect::<Vec<_>>(), [4, 5]);
        assert_eq!(own[1].change.prev, Some(own[0].hash));
        assert_eq!(own[1].change.stamp.lamport, 9);
        assert_eq!(store.own_changes(ScopeId::Delegation(record_id(1)), 2).unwrap(), []);
        assert_eq!(store.own_changes(ScopeId::Private, 100).unwrap().len(), 5);
    }
}

#[test]
fn a_long_text_is_kept_in_pieces_and_made_short_again() {
    for how in How::BOTH {
        let folder = Folder::written(how);
        let mut store = folder.open();
        for text in ["Báo cáo dài. ".repeat(4_000), "ngắn".into(), "Báo cáo vừa. ".repeat(900)] {
            let fields = [("text".into(), serde_json::json!(text))].into();
            folder.save(&mut store, ScopeId::Office, &[Edit { fields, ..entry(1, 7, "") }]);
            assert_eq!(store.get(&Kind::ENTRY, record_id(1)).unwrap().unwrap().value("text"), text.as_str());
            assert_eq!(store.history(record_id(1)).unwrap().last().unwrap().change.writes[0].value, text.as_str());
            assert!(matches!(store.check().unwrap(), Verdict::Sound { .. }));
        }
    }
}

/// Reaches past the store into its database, as damage does that sled's own checksums miss.
fn tamper(folder: &Folder, tree: &str, change: impl Fn(&sled::Tree, sled::IVec, sled::IVec)) {
    let db = sled::open(folder.path().join("db")).unwrap();
    let tree = db.open_tree(tree).unwrap();
    let (key, value) = tree.first().unwrap().unwrap();
    change(&tree, key, value);
    db.flush().unwrap();
}

#[test]
fn a_value_that_cannot_be_read_is_named_and_never_skipped() {
    for how in How::BOTH {
        let folder = Folder::written(how);
        let mut store = folder.open();
        for number in 1..=3 {
            folder.save(&mut store, ScopeId::Office, &[entry(number, 7, "ý kiến")]);
        }
        let before = everything(&store);
        store.close().unwrap();
        tamper(&folder, "records", |tree, key, value| {
            let mut value = value.to_vec();
            value[60] ^= 1;
            tree.insert(key, value).unwrap();
        });
        let mut store = folder.open();
        let damaged = [format!("entry {}: checksum", record_id(1))];
        let (records, quarantined) = of_kind(&store, &Kind::ENTRY);
        assert_eq!((records.len(), &quarantined[..]), (2, &damaged[..]));
        let found = store.referrers(&Kind::ENTRY, visit_of(7)).unwrap();
        assert_eq!((found.records.len(), &found.quarantined[..]), (2, &damaged[..]));
        let (mut shown, mut referring) = (Vec::new(), Vec::new());
        assert_eq!(store.shown(&Kind::ENTRY, |one| shown.push(one.id)).unwrap(), damaged);
        assert_eq!(store.shown_referrers(&Kind::ENTRY, visit_of(7), |one| referring.push(one.id)).unwrap(), damaged);
        assert_eq!((shown, referring), (vec![record_id(2), record_id(3)], vec![record_id(2), record_id(3)]));
        assert_eq!(newest(&store, 10), [record_id(3), record_id(2)]);
        assert!(store.get(&Kind::ENTRY, record_id(1)).is_err());
        assert!(matches!(store.check().unwrap(), Verdict::Damaged(_)));
        assert!(matches!(store.repair().unwrap()[..], [Notice::DatabaseRebuilt { changes: 3, set_aside: Some(_) }]));
        assert_eq!(everything(&store), before);
    }
}

#[test]
fn an_entry_that_is_missing_is_missed() {
    for how in How::BOTH {
        for tree in ["records", "references", "changes", "history"] {
            let folder = Folder::written(how);
            let mut store = folder.open();
            for number in 1..=3 {
                folder.save(&mut store, ScopeId::Office, &[entry(number, 7, "ý kiến")]);
            }
            let before = everything(&store);
            store.close().unwrap();
            tamper(&folder, tree, |tree, key, _| drop(tree.remove(key).unwrap()));
            let mut store = folder.open();
            assert!(matches!(store.check().unwrap(), Verdict::Damaged(_)), "{tree}");
            store.repair().unwrap();
            assert_eq!(everything(&store), before);
            assert_eq!(store.check().unwrap(), Verdict::Sound { changes: 3, records: 3 });
        }
    }
}
