//! The contract of `docs/storage.md`, sentence by sentence.

#[path = "store/kit.rs"]
mod kit;

use bienban::domain::{Kind, ScopeId};
use bienban::store::{Draft, Verdict};
use kit::{Folder, entry, record_id, visit_of};

#[test]
fn what_was_logged_and_applied_is_read_back_after_reopening() {
    let folder = Folder::new();
    let mut store = folder.open();
    let logged = folder.save(&mut store, ScopeId::Office, &[entry(1, 7, "Đảng ủy đã ban hành nghị quyết")]);
    assert_eq!(logged.change.seq, 1);
    store.close().unwrap();

    let (store, notices) = folder.open_saying();
    assert_eq!(notices, []);
    let state = store.get(&Kind::ENTRY, record_id(1)).unwrap().unwrap();
    assert_eq!(state.value("text"), "Đảng ủy đã ban hành nghị quyết");
    assert_eq!(store.scan(&Kind::ENTRY).unwrap().records, [state.clone()]);
    assert_eq!(store.referrers(&Kind::ENTRY, visit_of(7)).unwrap().records, [state]);
    assert_eq!(store.history(record_id(1)).unwrap(), [logged.clone()]);
    assert_eq!(store.own_changes(ScopeId::Office, 10).unwrap(), [logged]);
    assert_eq!(store.verifier().run().unwrap(), Verdict::Sound { changes: 1, records: 1 });
}

#[test]
fn what_was_logged_counts_as_saved_without_being_applied_or_closed() {
    let folder = Folder::new();
    let mut store = folder.open();
    folder.log(&mut store, ScopeId::Office, &[entry(1, 7, "một")]);
    drop(store);
    let (store, notices) = folder.open_saying();
    assert_eq!(notices, [bienban::store::Notice::Replayed { changes: 1 }]);
    assert!(store.get(&Kind::ENTRY, record_id(1)).unwrap().is_some());
}

#[test]
fn a_draft_outlives_the_process() {
    let folder = Folder::new();
    let store = folder.open();
    let draft = Draft { key: "visit/1".into(), text: "- chưa xong".into() };
    store.save_draft(&draft).unwrap();
    drop(store);
    let store = folder.open();
    assert_eq!(store.drafts().unwrap(), [draft]);
    store.clear_draft("visit/1").unwrap();
    assert_eq!(store.drafts().unwrap(), []);
}
