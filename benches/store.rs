//! What the store costs: saving one change, opening a large folder, reading one visit out of it.
//!
//! `cargo bench --bench store`. `docs/performance.md` has the figures and says what they mean.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a measurement, not a part of the program"
)]

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bienban::clock::{Clock, SystemClock};
use bienban::domain::{
    Change, Delegation, Edit, Entry, EntryKind, Kind, Logged, PersonId, RecordId, RecordState, ScopeId, Shown, Stamp,
    StreamId, Visit, Write as FieldWrite,
};
use bienban::store::{Cost, NewChange, Passphrase, Pulse, Store};
use criterion::{Criterion, criterion_group, criterion_main};
use uuid::Uuid;

const TEXT: &str = "Đảng ủy đã ban hành 12 nghị quyết chuyên đề, trong đó 3 nghị quyết chưa có chương trình hành động; \
    việc kiểm tra, giám sát thực hiện nghị quyết còn chậm, đề nghị khắc phục trước ngày 31/12.";
const ENTRIES: u128 = 100_000;
const PER_VISIT: u128 = 200;

fn id(space: u128, number: u128) -> RecordId {
    RecordId(Uuid::from_u128(0x0189_0000_0000_7000_8000_0000_0000_0000 | space << 40 | number))
}

fn entry(visit: u128, number: u128) -> Entry {
    Entry {
        visit: Some(id(2, visit)),
        kind: EntryKind::Statement,
        text: format!("{number}. {TEXT}"),
        order: format!("{number:08}"),
        people: vec!["Đồng chí Bí thư".into()],
        ..Entry::default()
    }
}

fn writes(edit: &Edit, scope: ScopeId) -> Vec<FieldWrite> {
    RecordState::new(edit.kind.clone(), edit.id, scope).writes_for(&edit.fields)
}

fn median(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    (times[times.len() / 2], times[times.len() * 99 / 100])
}

/// Opens a folder to measure in, plain or encrypted; guesses at its passphrase are cheap, since opening is not measured.
fn new_store(folder: &Path, encrypted: bool) -> Store {
    let store = Store::open(folder, Arc::new(SystemClock)).unwrap().0;
    if !encrypted {
        return store;
    }
    let passphrase = Passphrase::typed("suối mây họp lúc tám giờ");
    store.encrypt(&passphrase, Cost { memory_kib: 8, passes: 1 }, &Pulse::default()).unwrap();
    Store::unlock(folder, Arc::new(SystemClock), Pulse::default(), &passphrase).unwrap().0
}

/// The bytes of a plain line, saved by the store and appended bare, turn by turn in one run.
fn saving(store: &mut Store, bare: &mut File, what: &str) {
    let (mut saved, mut shown, mut raw) = (Vec::new(), Vec::new(), Vec::new());
    let mut line = vec![b'x'; 1_100];
    for number in 0..2_000 {
        let edit = Edit::create(id(1, number), &entry(number / PER_VISIT, number));
        let new = NewChange { scope: ScopeId::Office, undoes: None, writes: writes(&edit, ScopeId::Office) };
        // Whoever comes first in a turn also waits for what other programs wrote: they take turns at that.
        let mut append = |line: &[u8]| {
            let start = Instant::now();
            bare.write_all(line).unwrap();
            bare.sync_data().unwrap();
            raw.push(start.elapsed());
        };
        if number % 2 == 0 {
            append(&line);
        }
        let start = Instant::now();
        let logged = store.log(new).unwrap();
        saved.push(start.elapsed());
        line = [logged.hash.to_string().as_bytes(), b" ", &logged.raw, b"\n"].concat();
        if number % 2 == 1 {
            append(&line);
        }
        let start = Instant::now();
        store.apply(&logged).unwrap();
        shown.push(*saved.last().unwrap() + start.elapsed());
    }
    let ((raw, raw99), (saved, saved99), (shown, shown99)) = (median(raw), median(saved), median(shown));
    println!("one durable change, {what}, 2000 turns, median / 99th percentile:");
    println!("  append + fdatasync of the plain bytes {raw:>10.1?} / {raw99:.1?}");
    println!("  log: saved                            {saved:>10.1?} / {saved99:.1?}");
    println!("  log + apply: saved and shown          {shown:>10.1?} / {shown99:.1?}");
    println!("  saved against raw: {:.2} times", saved.as_secs_f64() / raw.as_secs_f64());
}

fn one_durable_change(criterion: &mut Criterion) {
    let temp = tempfile::tempdir_in(".").unwrap();
    let mut bare = OpenOptions::new().append(true).create(true).open(temp.path().join("bare")).unwrap();
    let mut store = new_store(&temp.path().join("data"), false);
    saving(&mut store, &mut bare, "plain");
    saving(&mut new_store(&temp.path().join("sealed"), true), &mut bare, "encrypted");

    let mut number = 10_000;
    let mut group = criterion.benchmark_group("one durable change");
    group.sample_size(50).measurement_time(Duration::from_secs(4));
    let line = vec![b'x'; 1_200];
    group.bench_function("append + fdatasync", |bench| {
        bench.iter(|| bare.write_all(&line).and_then(|()| bare.sync_data()).unwrap());
    });
    group.bench_function("log + apply", |bench| {
        bench.iter(|| {
            number += 1;
            let edit = Edit::create(id(1, number), &entry(number / PER_VISIT, number));
            let writes = writes(&edit, ScopeId::Office);
            let logged = store.log(NewChange { scope: ScopeId::Office, undoes: None, writes }).unwrap();
            store.apply(&logged).unwrap();
        });
    });
    group.finish();
}

/// Writes the journal of a large store; the store builds its database from it.
fn write_journal(folder: &Path) {
    let delegation = id(3, 1);
    let scope = ScopeId::Delegation(delegation);
    let visits = ENTRIES / PER_VISIT;
    let mut edits = vec![Edit::create(
        delegation,
        &Delegation { authority: "Ban Thường vụ Tỉnh ủy".into(), ..Delegation::default() },
    )];
    edits.extend((0..visits).map(|number| {
        let visit = Visit { delegation: Some(delegation), place: "Hội trường".into(), ..Visit::default() };
        Edit::create(id(2, number), &visit)
    }));
    edits.extend((0..ENTRIES).map(|number| Edit::create(id(1, number), &entry(number / PER_VISIT, number))));
    let stream = StreamId(Uuid::from_u128(7));
    let journal = folder.join("journal");
    std::fs::create_dir_all(&journal).unwrap();
    let mut file = std::io::BufWriter::new(File::create(journal.join(format!("{stream}.jsonl"))).unwrap());
    let mut prev = None;
    for (seq, edit) in (1..).zip(&edits) {
        let change = Change {
            scope,
            stream,
            seq,
            prev,
            saw: Vec::new(),
            stamp: Stamp { lamport: seq, wall: SystemClock.now() },
            author: PersonId(Uuid::from_u128(8)),
            on_behalf_of: None,
            app: "0".into(),
            undoes: None,
            writes: writes(edit, scope),
        };
        let logged = Logged::encode(change).unwrap();
        prev = Some(logged.hash);
        file.write_all(&[logged.hash.to_string().as_bytes(), b" ", &logged.raw, b"\n"].concat()).unwrap();
    }
    file.flush().unwrap();
}

/// Reads what the first screen lists: the delegations and all visits; tells how many of these.
fn first_screen(store: &Store) -> usize {
    let mut visits = 0;
    store.shown(&Kind::DELEGATION, |shown| drop(shown.read::<Delegation>().unwrap())).unwrap();
    store.shown(&Kind::VISIT, |shown| visits += usize::from(shown.read::<Visit>().is_ok())).unwrap();
    visits
}

/// Reads the entries of a visit as a screen does; tells how many.
fn entries(store: &Store, visit: RecordId) -> usize {
    let mut entries = 0;
    let mut take = |shown: &Shown<'_>| entries += usize::from(shown.read::<Entry>().is_ok());
    store.shown_referrers(&Kind::ENTRY, visit, &mut take).unwrap();
    entries
}

fn open(folder: &Path) -> Store {
    let (store, notices) = Store::open(folder, Arc::new(SystemClock)).unwrap();
    assert_eq!(notices, []);
    store
}

fn a_large_folder(criterion: &mut Criterion) {
    let temp = tempfile::tempdir_in(".").unwrap();
    let folder = temp.path().join("data");
    write_journal(&folder);
    let start = Instant::now();
    let (store, _) = Store::open(&folder, Arc::new(SystemClock)).unwrap();
    println!("a folder of {ENTRIES} entries: database built from the journal in {:.1?}", start.elapsed());
    store.close().unwrap();
    let start = Instant::now();
    open(&folder).close().unwrap();
    println!("  first opening and closing after that (sled writes its snapshot) {:.1?}", start.elapsed());

    let (mut all, mut sled_alone, mut screens) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..15 {
        let start = Instant::now();
        drop(open_sled(&folder));
        sled_alone.push(start.elapsed());
        let start = Instant::now();
        let store = open(&folder);
        let opened = start.elapsed();
        assert_eq!(first_screen(&store) as u128, ENTRIES / PER_VISIT);
        all.push(start.elapsed());
        screens.push(start.elapsed() - opened);
        store.close().unwrap();
    }
    println!("  opening to the first screen's data, median {:.1?}", median(all).0);
    println!("    of which the data itself {:.1?}", median(screens).0);
    println!("    sled alone, opened and closed {:.1?}", median(sled_alone).0);

    let store = open(&folder);
    let mut visit = 0;
    criterion.bench_function("200 entries of 100,000, the same visit again", |bench| {
        bench.iter(|| entries(&store, id(2, 1)));
    });
    criterion.bench_function("200 entries of 100,000, another visit each time", |bench| {
        bench.iter(|| {
            visit = (visit + 37) % (ENTRIES / PER_VISIT);
            assert_eq!(entries(&store, id(2, visit)) as u128, PER_VISIT);
        });
    });
    let start = Instant::now();
    println!("  full check of both copies {:?} in {:.1?}", store.check().unwrap(), start.elapsed());
    store.close().unwrap();
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |about| about.len()) >> 20;
    println!(
        "  db/db {} MiB, journal {} MiB",
        size(&folder.join("db/db")),
        size(&folder.join("journal").join(format!("{}.jsonl", Uuid::from_u128(7))))
    );
    a_large_folder_encrypted(&folder);
}

/// What encryption adds to a large folder: turning it on, opening it, the passphrase itself.
fn a_large_folder_encrypted(folder: &Path) {
    let passphrase = Passphrase::typed("suối mây họp lúc tám giờ");
    let start = Instant::now();
    let cost = Cost::measured();
    println!("encryption of the same folder: {cost:?}, measured in {:.1?}", start.elapsed());
    let start = Instant::now();
    open(folder).encrypt(&passphrase, cost, &Pulse::default()).unwrap();
    println!("  everything encrypted in {:.1?}", start.elapsed());
    let unlock = || {
        let (store, notices) = Store::unlock(folder, Arc::new(SystemClock), Pulse::default(), &passphrase).unwrap();
        assert_eq!(notices, []);
        store
    };
    unlock().close().unwrap();
    let (mut wrong, mut all) = (Vec::new(), Vec::new());
    for _ in 0..7 {
        let start = Instant::now();
        let refused = Store::unlock(folder, Arc::new(SystemClock), Pulse::default(), &Passphrase::typed("wrong"));
        assert!(refused.is_err());
        wrong.push(start.elapsed());
        let start = Instant::now();
        let store = unlock();
        assert_eq!(first_screen(&store) as u128, ENTRIES / PER_VISIT);
        all.push(start.elapsed());
        store.close().unwrap();
    }
    println!("  the passphrase alone (a wrong one), median {:.1?}", median(wrong).0);
    println!("  passphrase, opening, the first screen's data, median {:.1?}", median(all).0);
    let start = Instant::now();
    println!("  full check {:?} in {:.1?}", unlock().check().unwrap(), start.elapsed());
}

fn open_sled(folder: &Path) -> sled::Db {
    sled::Config::new().path(folder.join("db")).cache_capacity(32 << 20).flush_every_ms(None).open().unwrap()
}

criterion_group!(benches, one_durable_change, a_large_folder);
criterion_main!(benches);
