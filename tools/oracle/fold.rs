//! The fold against a merge that somebody else wrote: the same stories of several devices, told to automerge.
//!
//! Compared on every device after every step, and in the end with the fold of everything in any order: which fields there are, all the
//! values that each has, and, where every change writes one field, which of several is shown. Both count operations then, and
//! both settle a tie by the writer's id. Not compared: changes that write several fields show another of several values (bienban
//! counts changes, automerge operations), and what automerge has no word for, such as undo, scopes, and parts of a log.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;

use automerge::transaction::Transactable;
use automerge::{ActorId, AutoCommit, ROOT, ReadDoc, ScalarValue};
use bienban::domain::{Change, Kind, Logged, PersonId, RecordId, RecordState, ScopeId, Stamp, StreamId, Write};
use chrono::DateTime;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

const DEVICES: usize = 3;
const RECORDS: usize = 2;
const FIELDS: [&str; 3] = ["text", "life", "mau_sac"];

/// One step of a story.
#[derive(Clone, Debug)]
enum Step {
    /// A device gives fields of a record their values, over what it sees.
    Write { device: usize, record: usize, fields: BTreeMap<usize, u8> },
    /// A device takes everything that another one has.
    Learn { device: usize, from: usize },
}

fn story(most_fields: usize) -> impl Strategy<Value = Vec<Step>> {
    let fields = prop::collection::btree_map(0..FIELDS.len(), 0..6u8, 1..=most_fields);
    let step = prop_oneof![
        3 => (0..DEVICES, 0..RECORDS, fields).prop_map(|(device, record, fields)| Step::Write { device, record, fields }),
        1 => (0..DEVICES, 0..DEVICES).prop_map(|(device, from)| Step::Learn { device, from }),
    ];
    prop::collection::vec(step, 1..40)
}

fn value(number: u8) -> Value {
    match number {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-7),
        other => json!(format!("Thạch Khê {other}")),
    }
}

fn scalar(value: &Value) -> ScalarValue {
    match value {
        Value::Null => ScalarValue::Null,
        Value::Bool(flag) => ScalarValue::Boolean(*flag),
        Value::Number(number) => ScalarValue::Int(number.as_i64().unwrap()),
        other => ScalarValue::Str(other.as_str().unwrap().into()),
    }
}

fn record(number: usize) -> RecordId {
    RecordId(Uuid::from_u128(100 + number as u128))
}

fn key(record: usize, field: &str) -> String {
    format!("{record} {field}")
}

/// What a device knows, as bienban keeps it and as automerge does.
struct Device {
    stream: StreamId,
    records: Vec<RecordState>,
    changes: BTreeMap<(StreamId, u64), Logged>,
    document: AutoCommit,
}

impl Device {
    fn new(number: usize) -> Self {
        let stream = StreamId(Uuid::from_u128(1 + number as u128));
        let records =
            (0..RECORDS).map(|number| RecordState::new(Kind::ENTRY, record(number), ScopeId::Office)).collect();
        let document = AutoCommit::new().with_actor(ActorId::from(&stream.0.as_bytes()[..]));
        Self { stream, records, changes: BTreeMap::new(), document }
    }

    fn learn(&mut self, logged: &Logged) {
        if self.changes.insert((logged.change.stream, logged.change.seq), logged.clone()).is_none() {
            self.records.iter_mut().for_each(|record| record.fold(logged));
        }
    }

    /// Taking the shown one of several values is a write like any other here; automerge only drops the others. So it is told to
    /// drop them all before it puts a value; where `shown` is compared, which counts operations, such steps are left out.
    fn write(&mut self, number: usize, fields: &BTreeMap<usize, u8>, shown: bool) {
        let fields = fields.iter().map(|(field, number)| (FIELDS[*field].to_owned(), value(*number))).collect();
        let record = &self.records[number];
        let mut writes = record.writes_for(&fields);
        let decides = |write: &Write| write.over.len() > 1 && write.value == *record.value(&write.at.field);
        writes.retain(|write| !shown || !decides(write));
        if writes.is_empty() {
            return;
        }
        for write in &writes {
            if !shown && write.over.len() > 1 {
                self.document.delete(ROOT, key(number, &write.at.field)).unwrap();
            }
            self.document.put(ROOT, key(number, &write.at.field), scalar(&write.value)).unwrap();
        }
        self.document.commit();
        let own = self.changes.range((self.stream, 0)..=(self.stream, u64::MAX)).next_back();
        let highest = self.changes.values().map(|logged| logged.change.stamp.lamport).max().unwrap_or_default();
        let logged = Logged::encode(Change {
            scope: ScopeId::Office,
            stream: self.stream,
            seq: own.map_or(0, |((_, seq), _)| *seq) + 1,
            prev: own.map(|(_, last)| last.hash),
            saw: Vec::new(),
            stamp: Stamp {
                lamport: highest + 1,
                // The same on every device at every step: clocks decide nothing.
                wall: DateTime::parse_from_rfc3339("2026-03-02T08:00:00+07:00").unwrap(),
            },
            author: PersonId(self.stream.0),
            on_behalf_of: None,
            app: "0".into(),
            undoes: None,
            writes,
        });
        self.learn(&logged.unwrap());
    }

    /// Says where the two differ; `shown` also compares which of several values is.
    fn differs(&self, shown: bool) -> Option<String> {
        differs(&self.records, &self.document, shown)
    }
}

fn differs(records: &[RecordState], document: &AutoCommit, shown: bool) -> Option<String> {
    for (number, record) in records.iter().enumerate() {
        for field in FIELDS {
            let key = key(number, field);
            let theirs = document.get_all(ROOT, &key).unwrap();
            let mut theirs: Vec<String> =
                theirs.iter().map(|(value, _)| format!("{:?}", value.to_scalar().unwrap())).collect();
            let ours = record.fields.get(field);
            let mut ours: Vec<String> = ours
                .map(|register| {
                    register.versions().iter().map(|version| format!("{:?}", scalar(&version.value))).collect()
                })
                .unwrap_or_default();
            theirs.sort();
            ours.sort();
            if ours != theirs {
                return Some(format!("{key}: {ours:?} here, {theirs:?} by automerge"));
            }
            let theirs = document.get(ROOT, &key).unwrap().map(|(value, _)| value.to_scalar().unwrap().clone());
            if shown && theirs.clone().unwrap_or(ScalarValue::Null) != scalar(record.value(field)) {
                return Some(format!("{key} shows {:?} here, {theirs:?} by automerge", record.value(field)));
            }
        }
    }
    None
}

/// Plays a story on every device, comparing after each step; what they all have in the end.
fn play(steps: &[Step], shown: bool) -> (Vec<Logged>, AutoCommit, usize) {
    let mut devices: Vec<Device> = (0..DEVICES).map(Device::new).collect();
    let mut contested = 0;
    for step in steps {
        let at = match step {
            Step::Write { device, record, fields } => {
                devices[*device].write(*record, fields, shown);
                *device
            }
            Step::Learn { device, from } if device == from => *device,
            Step::Learn { device, from } => {
                let arriving: Vec<Logged> = devices[*from].changes.values().cloned().collect();
                let changes = devices[*from].document.get_changes(&[]);
                arriving.iter().for_each(|logged| devices[*device].learn(logged));
                devices[*device].document.apply_changes(changes).unwrap();
                *device
            }
        };
        assert_eq!(devices[at].differs(shown), None);
        contested += devices[at].records.iter().map(|record| record.contested().count()).sum::<usize>();
    }
    let mut all = BTreeMap::new();
    let mut theirs = AutoCommit::new();
    for device in &mut devices {
        all.append(&mut device.changes);
        theirs.merge(&mut device.document).unwrap();
    }
    (all.into_values().collect(), theirs, contested)
}

/// Folds all changes in the order given, and compares with what automerge merged.
fn folded(ours: &[Logged], theirs: &AutoCommit, shown: bool) -> Option<String> {
    let mut here = Device::new(DEVICES);
    ours.iter().for_each(|logged| here.learn(logged));
    differs(&here.records, theirs, shown)
}

fn in_any_order(most_fields: usize) -> impl Strategy<Value = (Vec<Logged>, AutoCommit)> {
    story(most_fields).prop_flat_map(move |steps| {
        let (ours, theirs, _) = play(&steps, most_fields == 1);
        (Just(ours).prop_shuffle(), Just(theirs))
    })
}

proptest! {
    #[test]
    fn fields_have_the_values_and_show_the_one_that_automerge_finds((ours, theirs) in in_any_order(1)) {
        prop_assert_eq!(folded(&ours, &theirs, true), None);
    }

    #[test]
    fn so_do_changes_of_several_fields_but_for_the_one_that_is_shown((ours, theirs) in in_any_order(FIELDS.len())) {
        prop_assert_eq!(folded(&ours, &theirs, false), None);
    }
}

#[test]
fn the_stories_have_fields_with_several_values() {
    let write = |device, number| Step::Write { device, record: 0, fields: BTreeMap::from([(0, number)]) };
    let learn = |device, from| Step::Learn { device, from };
    let (ours, theirs, contested) = play(&[write(0, 3), write(1, 4), learn(2, 0), learn(2, 1)], true);
    assert_eq!((ours.len(), contested), (2, 1));
    assert_eq!(folded(&ours, &theirs, true), None);
    let (_, theirs, _) = play(&[write(0, 3), learn(1, 0), write(1, 4)], true);
    assert!(folded(&ours, &theirs, true).is_some(), "a difference is seen");
}
