//! Every step to the disk of a whole session fails once, in every way: what was acknowledged is there afterwards, and at
//! most what was under way besides. `BIENBAN_ROUNDS` takes all steps, without it some of them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{Action, Cost, Draft, Error, Keep, Key, Passphrase, Pulse, Secrecy, Session, Verdict};
use crate::clock::ScriptedClock;
use crate::domain::{ChangeHash, Delegation, Edit, Entry, Kind, Record, RecordId, ScopeId, Unit, Visit};
use crate::store::{fault, verify};

const PASSPHRASE: &str = "bốn chữ không ai đoán";
/// Far too cheap to keep anybody out, so that the test need not wait.
const CHEAP: Cost = Cost { memory_kib: 8, passes: 1 };

/// A draft of the other laptop.
const LEFT: (&str, &str) = ("ba", "~k thiếu");

/// What a folder is before the work, and what is done with it.
#[derive(Clone, Copy, Debug)]
enum Work {
    /// A day with a folder that is not there yet.
    Day,
    /// A day with an encrypted one.
    EncryptedDay,
    /// Encryption is turned on.
    Encrypt,
    /// And off.
    Decrypt,
}

/// A clock a minute after the one before, so that no two of them make the same ids.
fn clock() -> Arc<ScriptedClock> {
    static STARTED: AtomicI64 = AtomicI64::new(0);
    let start: DateTime<FixedOffset> = "2026-03-19T08:05:00+07:00".parse().unwrap();
    Arc::new(ScriptedClock::new(start + TimeDelta::minutes(STARTED.fetch_add(1, Ordering::Relaxed))))
}

fn passphrase() -> Passphrase {
    Passphrase::typed(PASSPHRASE)
}

fn open(data: &Path) -> Result<Session, Error> {
    Session::unlock(data, clock(), Pulse::default(), &passphrase()).map(|(session, _)| session)
}

/// Names of all changes of a store, found by the histories of all its records.
fn changes(session: &Session) -> Result<BTreeSet<ChangeHash>, Error> {
    let mut found = BTreeSet::new();
    for kind in Kind::ALL {
        let mut ids = Vec::new();
        let quarantined = session.store.shown(&kind, |shown| ids.push(shown.id))?;
        assert!(quarantined.is_empty(), "{quarantined:?}");
        for id in ids {
            found.extend(session.store.history(id)?.into_iter().map(|logged| logged.hash));
        }
    }
    Ok(found)
}

/// What was acknowledged, and what was refused and may be there all the same.
#[derive(Clone, Default)]
struct Told {
    changes: BTreeSet<ChangeHash>,
    /// How many changes there were at the last acknowledgement; some of them may be hidden by a database that failed.
    count: usize,
    refused: usize,
    drafts: BTreeMap<String, String>,
    /// Drafts whose saving was refused; each of them, or what was there before, may be found.
    doubted: BTreeMap<String, Vec<String>>,
    backups: Vec<PathBuf>,
}

/// A session at work, and what it was told.
struct Desk<'a> {
    folder: &'a Path,
    session: Session,
    told: &'a mut Told,
}

impl Desk<'_> {
    fn act(&mut self, action: &Action) {
        match self.session.act(action, &mut || {}) {
            Ok(_) => self.acknowledged(),
            Err(_) => self.told.refused += 1,
        }
    }

    fn acknowledged(&mut self) {
        self.told.count = usize::try_from(self.session.content().changes).unwrap();
        self.told.changes.extend(changes(&self.session).unwrap_or_default());
    }

    fn save<R: Record>(&mut self, scope: ScopeId, id: RecordId, record: &R) {
        self.act(&Action::Save { scope, edits: vec![Edit::create(id, record)] });
    }

    fn draft(&mut self, key: &str, text: &str) {
        let draft = Draft { key: key.into(), text: text.into() };
        match self.session.keep_draft(&draft) {
            Ok(()) => {
                self.told.drafts.insert(draft.key.clone(), draft.text);
                self.told.doubted.remove(&draft.key);
            }
            Err(_) => self.told.doubted.entry(draft.key).or_default().push(draft.text),
        }
    }

    fn back_up(&mut self) {
        let path = self.folder.join("all.jsonl.gz");
        if self.session.store.back_up(&path, Secrecy::Plain, &Pulse::default()).is_ok() {
            self.told.backups.push(path);
        }
        while self.session.store.back_up_some(&Keep::default(), false, 20).is_ok_and(|is_over| !is_over) {}
    }
}

/// A day: what is captured, drafted, taken back, sealed, opened again, backed up, received from another laptop.
fn day(folder: &Path, other: &Path, told: &mut Told) -> Result<(), Error> {
    let session = open(&folder.join("data"))?;
    let mut ids = (1_u64..).map(|number| format!("01890000-0000-7000-8000-{number:012x}").parse().unwrap());
    let mut fresh = || -> RecordId { ids.next().unwrap() };
    let mut desk = Desk { folder, session, told };
    let (unit, delegation, visit) = (fresh(), fresh(), fresh());
    let scope = ScopeId::Delegation(delegation);
    desk.save(ScopeId::Office, unit, &Unit { name: "Huyện ủy Thạch Khê".into(), ..Unit::default() });
    desk.save(scope, delegation, &Delegation { theme: "nêu gương".into(), ..Delegation::default() });
    let planned = Visit { delegation: Some(delegation), unit: Some(unit), ..Visit::default() };
    desk.save(scope, visit, &planned);
    desk.act(&Action::OpenVisit(visit));
    desk.draft("một", "- tự phê");
    desk.act(&Action::Capture { visit, line: "-- tự phê bình còn nể nang".into() });
    desk.draft("một", "- tự phê bình");
    desk.draft("hai", ">> rút");
    desk.act(&Action::Capture { visit, line: ">> rút kinh nghiệm ^".into() });
    desk.act(&Action::Undo(scope));
    desk.draft("hai", "");
    desk.act(&Action::CloseVisit { visit, end: None, facts: None });
    desk.act(&Action::ReopenVisit { visit, reason: "bổ sung".into() });
    let long = Entry { visit: Some(visit), text: "Báo cáo của Đảng ủy. ".repeat(300), ..Entry::default() };
    desk.save(scope, fresh(), &long);
    desk.back_up();
    if desk.session.restore(other, &Key::None).is_ok() {
        desk.acknowledged();
        desk.told.drafts.insert(LEFT.0.into(), LEFT.1.into());
    } else {
        // Receiving is all or nothing for each log, and the other laptop has one of three changes.
        desk.told.refused += 3;
        desk.told.doubted.entry(LEFT.0.into()).or_default().push(LEFT.1.into());
    }
    desk.save(ScopeId::Private, fresh(), &Unit { name: "Đảng ủy xã".into(), ..Unit::default() });
    desk.session.close()
}

/// A folder with a few records of its own; its backup is what the other laptop has.
fn prepare(folder: &Path, number: u64) -> Told {
    let mut told = Told::default();
    let session = open(&folder.join("data")).unwrap();
    let mut desk = Desk { folder, session, told: &mut told };
    for at in 0..3 {
        let id = format!("018{number:x}0000-0000-7000-9000-{at:012x}").parse().unwrap();
        desk.save(ScopeId::Office, id, &Unit { name: format!("Chi bộ {at}"), ..Unit::default() });
    }
    desk.draft(LEFT.0, LEFT.1);
    desk.back_up();
    desk.session.close().unwrap();
    told
}

impl Work {
    /// Makes the folder as it is before the work; returns what is in it.
    fn begin(self, folder: &Path) -> Told {
        let told = match self {
            Self::Day => return Told::default(),
            Self::EncryptedDay | Self::Encrypt | Self::Decrypt => prepare(folder, 9),
        };
        if !matches!(self, Self::Encrypt) {
            open(&folder.join("data")).unwrap().encrypt(&passphrase(), Some(CHEAP)).unwrap();
        }
        told
    }

    fn run(self, folder: &Path, other: &Path, told: &mut Told) -> Result<(), Error> {
        match self {
            Self::Day | Self::EncryptedDay => day(folder, other, told),
            Self::Encrypt => open(&folder.join("data"))?.encrypt(&passphrase(), Some(CHEAP)),
            Self::Decrypt => open(&folder.join("data"))?.decrypt(),
        }
    }
}

/// Asserts that a folder that a fault was in has what was told; returns whether something more is there.
fn assert_all_there(folder: &Path, told: &Told, place: &str) -> bool {
    let mut session = open(&folder.join("data")).unwrap_or_else(|error| panic!("{place}: {error}"));
    let (verdict, _) = session.check().unwrap();
    assert!(matches!(verdict, Verdict::Sound { .. }), "{place}: {verdict:?}");
    let there = changes(&session).unwrap();
    let lost = told.changes.difference(&there).count();
    assert!(lost == 0 && there.len() >= told.count, "{place}: {} changes of {}", there.len(), told.count);
    let more = there.len() - told.count;
    assert!(more <= told.refused, "{place}: {more} more than were acknowledged, {} refused", told.refused);

    let drafts: BTreeMap<String, String> =
        session.drafts().unwrap().into_iter().map(|draft| (draft.key, draft.text)).collect();
    let keys: BTreeSet<&String> = drafts.keys().chain(told.drafts.keys()).collect();
    for key in keys {
        // No draft and an empty one are the same.
        let found = drafts.get(key).cloned().unwrap_or_default();
        let saved = told.drafts.get(key).cloned().unwrap_or_default();
        let may_be = told.doubted.get(key).is_some_and(|texts| texts.contains(&found));
        assert!(found == saved || may_be, "{place}: the draft {key} is “{found}”, not “{saved}”");
    }

    for path in &told.backups {
        assert!(path.exists(), "{place}: a backup is lost");
    }
    for item in [folder.to_owned(), folder.join("data/backups")].iter().filter_map(|folder| fs::read_dir(folder).ok()) {
        for path in item.map(|item| item.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.contains(".jsonl.gz") && !name.starts_with('.') {
                let key = Key::Passphrase(PASSPHRASE.to_owned().into());
                verify(&path, &key, &Pulse::default()).unwrap_or_else(|error| panic!("{place}: {name}: {error}"));
            }
        }
    }
    // And it goes on.
    let edit = Edit::create(session.fresh_id(), &Unit { name: "sau cùng".into(), ..Unit::default() });
    session.act(&Action::Save { scope: ScopeId::Office, edits: vec![edit] }, &mut || {}).unwrap();
    session.close().unwrap();
    more > 0
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

#[test]
fn every_step_of_a_day_may_fail() {
    fail_every_step(Work::Day);
}

#[test]
fn every_step_of_a_day_with_an_encrypted_folder_may_fail() {
    fail_every_step(Work::EncryptedDay);
}

#[test]
fn every_step_of_turning_encryption_on_may_fail() {
    fail_every_step(Work::Encrypt);
}

#[test]
fn every_step_of_turning_encryption_off_may_fail() {
    fail_every_step(Work::Decrypt);
}

fn fail_every_step(work: Work) {
    let all = std::env::var_os("BIENBAN_ROUNDS").is_some();
    let (other, before) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    prepare(other.path(), 8);
    let other = other.path().join("all.jsonl.gz");
    let told_before = work.begin(before.path());
    for (number, fault) in fault::FAULTS.into_iter().enumerate() {
        // Without all of them, another few in every way.
        let mut at = if all { 0 } else { 4 * number as u64 };
        let (mut rounds, mut more) = (0, 0);
        loop {
            let temp = tempfile::tempdir().unwrap();
            copy(before.path(), temp.path());
            let mut told = told_before.clone();
            told.backups.iter_mut().for_each(|path| *path = temp.path().join(path.file_name().unwrap()));
            fault::plan(temp.path(), fault, at);
            let outcome = work.run(temp.path(), &other, &mut told);
            let Some(hit) = fault::over() else {
                outcome.unwrap();
                break;
            };
            let place = format!("{work:?}, {fault:?}, step {at}, {hit}");
            more += usize::from(assert_all_there(temp.path(), &told, &place));
            rounds += 1;
            at += if all { 1 } else { 31 };
        }
        println!(
            "failing disk, {work:?}, {fault:?}: {rounds} steps failed, after {more} what was refused is there all the \
             same, 0 lost"
        );
    }
}
