//! A full check of both copies on another thread, while the store is used.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::database::Database;
use super::opening::{COPY, JOURNAL};
use super::{Error, Pulse, check, quiet};

/// After this many checks that a write disturbed, the next one makes writers wait.
const PATIENCE: u32 = 3;

/// What a store and its verifiers have in common.
#[derive(Debug)]
pub(super) struct Shared {
    /// The database in use; a repair puts another one here.
    pub(super) database: Mutex<Database>,
    /// Counts writes, so that a check knows whether one came in between.
    writes: AtomicU64,
    /// Held while a change is logged or folded.
    writing: Mutex<()>,
    /// Held while a check or a repair goes on.
    checking: Mutex<()>,
}

impl Shared {
    /// Shares a database.
    pub(super) fn new(database: Database) -> Self {
        let (writing, checking) = (Mutex::new(()), Mutex::new(()));
        Self { database: Mutex::new(database), writes: AtomicU64::new(0), writing, checking }
    }

    /// Announces a write for as long as the guard lives.
    pub(super) fn write(&self) -> MutexGuard<'_, ()> {
        let guard = lock(&self.writing);
        self.writes.fetch_add(1, Ordering::SeqCst);
        guard
    }

    /// Keeps checks away for as long as the guard lives.
    pub(super) fn exclude_checks(&self) -> MutexGuard<'_, ()> {
        lock(&self.checking)
    }
}

/// Locks, also after another thread panicked: what is guarded holds no half-done state.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A full check of both copies, independent of the open store's thread.
#[derive(Clone, Debug)]
pub struct Verifier {
    pub(super) folder: PathBuf,
    pub(super) shared: Arc<Shared>,
    pub(super) pulse: Pulse,
}

/// Outcome of a full check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Both copies are whole and agree.
    Sound {
        /// Number of changes checked.
        changes: u64,
        /// Number of records checked.
        records: u64,
    },
    /// Something is wrong, and this is what; [`Store::repair`](super::Store::repair) is to be called.
    Damaged(Vec<String>),
}

impl Verifier {
    /// Reads everything in both copies and compares.
    ///
    /// A check that a write disturbed is made again; the fourth one lets writers wait until it is done. When all is
    /// sound, the copy of the database that was kept after a crash is removed.
    ///
    /// # Errors
    /// When a file cannot be read at all, or was written by a newer program. Damage is no error but a verdict.
    pub fn run(&self) -> Result<Verdict, Error> {
        let _checking = self.shared.exclude_checks();
        let database = lock(&self.shared.database).clone();
        for _ in 0..PATIENCE {
            let before = self.shared.writes.load(Ordering::SeqCst);
            let verdict = self.check(&database)?;
            let quiet = self.shared.writing.try_lock().is_ok() && self.shared.writes.load(Ordering::SeqCst) == before;
            if quiet || matches!(verdict, Verdict::Sound { .. }) {
                return Ok(verdict);
            }
        }
        let _writing = lock(&self.shared.writing);
        self.check(&database)
    }

    /// Does the same and leaves the processor to whatever else wants it; for a thread of its own.
    ///
    /// # Errors
    /// As [`Verifier::run`].
    pub fn run_behind(&self) -> Result<Verdict, Error> {
        quiet::step_back();
        self.run()
    }

    fn check(&self, database: &Database) -> Result<Verdict, Error> {
        let report = check::run(&self.folder.join(JOURNAL), database, &self.pulse);
        self.pulse.over();
        let report = report?;
        if report.journal.is_empty() && report.database.is_empty() {
            // It only served a recovery that turns out not to be needed; a leftover does no harm.
            let _ = std::fs::remove_dir_all(self.folder.join(COPY));
            return Ok(Verdict::Sound { changes: report.counted.changes, records: report.counted.records });
        }
        Ok(Verdict::Damaged([report.journal, report.database].concat()))
    }
}
