//! The fold: any order, duplicates, parts first and the rest later, fields and kinds of a newer program: same records.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bienban::clock::SystemClock;
use bienban::domain::{
    Address, Change, ChangeHash, Entry, Kind, Logged, PersonId, RecordId, RecordState, ScopeId, Shown, Stamp, StreamId,
    Visit, Write,
};
use bienban::store::{Store, Verdict};
use chrono::DateTime;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

type Records = BTreeMap<(Kind, RecordId), RecordState>;

/// One step of a story told by two laptops.
#[derive(Clone, Debug)]
enum Step {
    /// A laptop writes a few fields, replacing what it sees.
    Write { laptop: usize, fields: Vec<(usize, usize, u8)> },
    /// A laptop receives some of what the other wrote so far.
    Receive { laptop: usize, upto: usize },
}

fn step() -> impl Strategy<Value = Step> {
    let fields = prop::collection::btree_map((0..4usize, 0..4usize), any::<u8>(), 1..4)
        .prop_map(|fields| fields.into_iter().map(|((record, field), value)| (record, field, value)).collect());
    prop_oneof![
        3 => (0..2usize, fields).prop_map(|(laptop, fields)| Step::Write { laptop, fields }),
        1 => (0..2usize, 0..20usize).prop_map(|(laptop, upto)| Step::Receive { laptop, upto }),
    ]
}

/// Two records of a known kind, one of a kind and one with fields that this program does not know.
fn address(record: usize, field: usize) -> Address {
    let kind = [Kind::ENTRY, Kind::ENTRY, Kind::VISIT, Kind::named("phieu_khao_sat")][record].clone();
    let field = ["text", "visit", "life", "mau_sac"][field].to_owned();
    Address { kind, id: RecordId(Uuid::from_u128(100 + record as u128)), field }
}

fn value(field: &str, number: u8) -> Value {
    match (field, number % 4) {
        (_, 0) => Value::Null,
        // What a newer program may write, and this one cannot read.
        ("visit", 3) => json!([number]),
        ("visit", _) => json!(RecordId(Uuid::from_u128(u128::from(number)))),
        ("life", _) => json!({ "reason": number.to_string() }),
        ("mau_sac", 1) => json!([number, { "sâu": [null, true, -1] }]),
        _ => json!(number.to_string()),
    }
}

fn fold_into(records: &mut Records, logged: &Logged) {
    let touched: BTreeSet<(Kind, RecordId)> =
        logged.change.writes.iter().map(|write| (write.at.kind.clone(), write.at.id)).collect();
    for (kind, id) in touched {
        let state =
            records.entry((kind.clone(), id)).or_insert_with(|| RecordState::new(kind, id, logged.change.scope));
        state.fold(logged);
    }
}

#[derive(Default)]
struct Laptop {
    view: Records,
    known: BTreeSet<ChangeHash>,
    log: Vec<Logged>,
    lamport: u64,
}

impl Laptop {
    fn learn(&mut self, logged: &Logged) {
        if self.known.insert(logged.hash) {
            self.lamport = self.lamport.max(logged.change.stamp.lamport);
            fold_into(&mut self.view, logged);
        }
    }

    fn write(&mut self, number: usize, fields: &[(usize, usize, u8)]) {
        let writes = fields.iter().map(|(record, field, number)| {
            let at = address(*record, *field);
            let register = self.view.get(&(at.kind.clone(), at.id)).and_then(|state| state.fields.get(&at.field));
            let over = register.map(bienban::domain::Register::heads).unwrap_or_default();
            Write { value: value(&at.field, *number), at, over }
        });
        let change = Change {
            scope: [ScopeId::Office, ScopeId::Private][number],
            stream: StreamId(Uuid::from_u128(1 + number as u128)),
            seq: self.log.len() as u64 + 1,
            prev: self.log.last().map(|last| last.hash),
            saw: Vec::new(),
            stamp: Stamp {
                lamport: self.lamport + 1,
                wall: DateTime::parse_from_rfc3339("2026-03-02T08:00:00+07:00").unwrap(),
            },
            author: PersonId(Uuid::from_u128(number as u128)),
            on_behalf_of: None,
            app: "0".into(),
            undoes: None,
            writes: writes.collect(),
        };
        let logged = Logged::encode(change).unwrap();
        self.learn(&logged);
        self.log.push(logged);
    }
}

/// Plays a story and returns every change that came of it.
fn play(steps: &[Step]) -> Vec<Logged> {
    let mut laptops = [Laptop::default(), Laptop::default()];
    for step in steps {
        match step {
            Step::Write { laptop, fields } => laptops[*laptop].write(*laptop, fields),
            Step::Receive { laptop, upto } => {
                let arriving: Vec<Logged> = laptops[1 - laptop].log.iter().take(*upto).cloned().collect();
                arriving.iter().for_each(|logged| laptops[*laptop].learn(logged));
            }
        }
    }
    laptops.into_iter().flat_map(|laptop| laptop.log).collect()
}

fn fold(changes: &[Logged]) -> Records {
    let mut records = Records::new();
    changes.iter().for_each(|logged| fold_into(&mut records, logged));
    records
}

fn story_and_order() -> impl Strategy<Value = (Vec<Logged>, Vec<Logged>, usize)> {
    prop::collection::vec(step(), 1..40).prop_flat_map(|steps| {
        let changes = play(&steps);
        // Every change twice, in any order: the second is a duplicate.
        let twice: Vec<Logged> = changes.iter().chain(&changes).cloned().collect();
        let count = twice.len();
        (Just(changes), Just(twice).prop_shuffle(), 0..=count)
    })
}

proptest! {
    #[test]
    fn any_order_and_duplicates_give_the_same_records((changes, shuffled, _) in story_and_order()) {
        prop_assert_eq!(fold(&changes), fold(&shuffled));
    }

    #[test]
    fn a_part_first_and_the_rest_later_give_the_same_records((changes, shuffled, cut) in story_and_order()) {
        let mut records = fold(&shuffled[..cut]);
        shuffled[cut..].iter().for_each(|logged| fold_into(&mut records, logged));
        prop_assert_eq!(fold(&changes), records);
    }

    #[test]
    fn every_write_lives_or_was_replaced_by_one_that_saw_it((changes, shuffled, _) in story_and_order()) {
        let records = fold(&shuffled);
        for logged in &changes {
            for write in &logged.change.writes {
                let register = &records[&(write.at.kind.clone(), write.at.id)].fields[&write.at.field];
                let living = register.versions().iter().any(|version| version.change == logged.hash && version.value == write.value);
                let replaced = changes.iter().flat_map(|other| &other.change.writes)
                    .any(|other| other.at == write.at && other.over.contains(&logged.hash));
                prop_assert!(living != replaced, "{:?}", write);
            }
        }
    }
}

/// Checks that what a list shows of a record is what its whole state says.
fn displays(shown: &Shown<'_>, state: &RecordState) {
    assert_eq!((shown.kind, shown.scope), (state.kind.as_str(), state.scope));
    assert_eq!(shown.is_removed(), state.removal().is_some());
    assert_eq!(shown.contested().collect::<Vec<_>>(), state.contested().collect::<Vec<_>>());
    let displayed = shown.fields.iter().map(|field| (field.name, serde_json::from_str(field.value.get()).unwrap()));
    let displayed: BTreeMap<&str, Value> = displayed.filter(|(_, value): &(_, Value)| !value.is_null()).collect();
    let said = state.fields.iter().map(|(name, register)| (name.as_str(), register.value().clone()));
    assert_eq!(displayed, said.filter(|(_, value)| !value.is_null()).collect());
    assert_eq!(shown.read::<Entry>(), state.read::<Entry>());
    assert_eq!(shown.read::<Visit>(), state.read::<Visit>());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn the_store_folds_two_logs_as_the_domain_does((changes, _, _) in story_and_order()) {
        let temp = tempfile::tempdir().unwrap();
        let journal = temp.path().join("journal");
        std::fs::create_dir(&journal).unwrap();
        let mut files: BTreeMap<StreamId, Vec<u8>> = BTreeMap::new();
        for logged in &changes {
            let line = [logged.hash.to_string().as_bytes(), b" ", &logged.raw, b"\n"].concat();
            files.entry(logged.change.stream).or_default().extend(line);
        }
        for (stream, lines) in files {
            std::fs::write(journal.join(format!("{stream}.jsonl")), lines).unwrap();
        }
        let (store, _) = Store::open(temp.path(), Arc::new(SystemClock)).unwrap();
        let records = fold(&changes);
        for ((kind, id), state) in &records {
            let stored = store.get(kind, *id).unwrap();
            prop_assert_eq!(stored.as_ref(), Some(state));
            let wrote = changes.iter().filter(|logged| logged.change.writes.iter().any(|write| write.at.id == *id));
            prop_assert_eq!(store.history(*id).unwrap().len(), wrote.count());
            for target in state.references() {
                prop_assert!(store.referrers(kind, target).unwrap().records.contains(state));
                let mut shown = Vec::new();
                prop_assert!(store.shown_referrers(kind, target, |one| shown.push(one.id)).unwrap().is_empty());
                prop_assert!(shown.contains(id));
            }
        }
        for kind in [Kind::ENTRY, Kind::VISIT, Kind::named("phieu_khao_sat")] {
            let mut shown = 0;
            let quarantined = store.shown(&kind, |one| {
                displays(one, &records[&(kind.clone(), one.id)]);
                shown += 1;
            });
            prop_assert_eq!(quarantined.unwrap(), Vec::<String>::new());
            prop_assert_eq!(shown, records.keys().filter(|(of, _)| *of == kind).count());
        }
        let sound = Verdict::Sound { changes: changes.len() as u64, records: records.len() as u64 };
        prop_assert_eq!(store.check().unwrap(), sound);
    }
}
