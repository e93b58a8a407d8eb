//! What the tests of the store share: a data folder that cleans up after itself, and short ways to write into it.
#![allow(dead_code, reason = "every test binary uses a part of it")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bienban::clock::{Clock, ScriptedClock};
use bienban::domain::{Edit, Entry, Kind, Logged, RecordId, RecordState, ScopeId};
use bienban::store::{Cost, NewChange, Notice, Passphrase, Pulse, Store};
use chrono::DateTime;
use tempfile::TempDir;

/// A data folder of its own for one test.
pub(crate) struct Folder {
    _temp: TempDir,
    path: PathBuf,
    clock: Arc<ScriptedClock>,
}

/// What opens the encrypted folders of the tests.
pub(crate) const PASSPHRASE: &str = "Suối Mây 19/3, họp lúc tám giờ";
/// Far too cheap to keep anybody out, so that tests need not wait.
pub(crate) const CHEAP: Cost = Cost { memory_kib: 8, passes: 1 };

/// How the folder of a test is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    Plain,
    Encrypted,
}

impl How {
    pub(crate) const BOTH: [Self; 2] = [Self::Plain, Self::Encrypted];
}

impl Folder {
    pub(crate) fn new() -> Self {
        Self::of_writer(1)
    }

    /// A folder whose ids no other writer has.
    pub(crate) fn of_writer(writer: i64) -> Self {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("data");
        Self { _temp: temp, path, clock: Arc::new(clock(writer)) }
    }

    pub(crate) fn written(how: How) -> Self {
        let folder = Self::new();
        if how == How::Encrypted {
            folder.encrypt();
        }
        folder
    }

    pub(crate) fn encrypt(&self) {
        self.open().encrypt(&Passphrase::typed(PASSPHRASE), CHEAP, &Pulse::default()).unwrap();
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.clock) as Arc<dyn Clock>
    }

    /// Sets the clock so many days after the first.
    pub(crate) fn move_days(&self, days: i64) {
        self.clock.set(start() + chrono::TimeDelta::days(1 + days));
    }

    pub(crate) fn try_open(&self) -> Result<(Store, Vec<Notice>), bienban::store::Error> {
        open(&self.path, self.clock())
    }

    pub(crate) fn open_saying(&self) -> (Store, Vec<Notice>) {
        self.try_open().unwrap()
    }

    pub(crate) fn open(&self) -> Store {
        self.open_saying().0
    }

    pub(crate) fn log(&self, store: &mut Store, scope: ScopeId, edits: &[Edit]) -> Logged {
        log(store, scope, edits)
    }

    pub(crate) fn save(&self, store: &mut Store, scope: ScopeId, edits: &[Edit]) -> Logged {
        let logged = self.log(store, scope, edits);
        store.apply(&logged).unwrap();
        logged
    }
}

/// Opens a folder as it is written.
pub(crate) fn open(folder: &Path, clock: Arc<dyn Clock>) -> Result<(Store, Vec<Notice>), bienban::store::Error> {
    Store::unlock(folder, clock, Pulse::default(), &Passphrase::typed(PASSPHRASE))
}

/// A clock that stands still; `writer` keeps the ids of several writers apart.
pub(crate) fn clock(writer: i64) -> ScriptedClock {
    ScriptedClock::new(start() + chrono::TimeDelta::days(writer))
}

fn start() -> DateTime<chrono::FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-02T08:00:00+07:00").unwrap()
}

pub(crate) fn record_id(number: u64) -> RecordId {
    format!("01890000-0000-7000-8000-{number:012x}").parse().unwrap()
}

pub(crate) fn visit_of(number: u64) -> RecordId {
    format!("01880000-0000-7000-8000-{number:012x}").parse().unwrap()
}

pub(crate) fn entry(number: u64, visit: u64, text: &str) -> Edit {
    let entry = Entry { visit: Some(visit_of(visit)), text: text.into(), ..Entry::default() };
    Edit::create(record_id(number), &entry)
}

/// Logs edits as the session does: what they write is worked out from what is stored.
pub(crate) fn log(store: &mut Store, scope: ScopeId, edits: &[Edit]) -> Logged {
    let mut writes = Vec::new();
    for edit in edits {
        let state = store.get(&edit.kind, edit.id).unwrap();
        let state = state.unwrap_or_else(|| RecordState::new(edit.kind.clone(), edit.id, scope));
        writes.extend(state.writes_for(&edit.fields));
    }
    store.log(NewChange { scope, undoes: None, writes }).unwrap()
}

/// All records of a kind, and the keys of those that could not be decoded.
pub(crate) fn of_kind(store: &Store, kind: &Kind) -> (Vec<RecordState>, Vec<String>) {
    let mut records = Vec::new();
    let quarantined = store.each(kind, |state| records.push(state)).unwrap();
    (records, quarantined)
}

/// Everything that screens could read.
pub(crate) fn everything(store: &Store) -> BTreeMap<(Kind, RecordId), RecordState> {
    let mut all = BTreeMap::new();
    for kind in Kind::ALL {
        let (records, quarantined) = of_kind(store, &kind);
        assert_eq!(quarantined, Vec::<String>::new());
        all.extend(records.into_iter().map(|state| ((state.kind.clone(), state.id), state)));
    }
    all
}
