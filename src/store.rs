//! The data folder: a journal that is the truth and a sled database that screens read, each able to rebuild the other.
//!
//! The only place that names sled, bincode and the files of the data folder. Knows nothing of screens or minutes.

mod error;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use error::{Error, Notice};

use crate::clock::Clock;
use crate::domain::{ChangeHash, Kind, Logged, PersonId, RecordId, RecordState, ScopeId, Write};

/// An open data folder. See `docs/storage.md` for the contract.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
}

/// What a scan found: the records it could read and the keys of those it could not.
#[derive(Debug, Default)]
pub struct Scan {
    /// Records, by id (that is, by the time they were made). Removed ones are among them.
    pub records: Vec<RecordState>,
    /// Stored values that could not be decoded, told and kept, never skipped.
    pub quarantined: Vec<String>,
}

/// What is to be logged as one change.
#[derive(Clone, Debug)]
pub struct NewChange {
    /// Scope it belongs to.
    pub scope: ScopeId,
    /// The change it takes back, if it is an undo or a redo.
    pub undoes: Option<ChangeHash>,
    /// What it writes; not empty.
    pub writes: Vec<Write>,
}

/// An unfinished text, kept apart from the record until it is saved or given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it belongs to, as the caller named it.
    pub key: String,
    /// The text.
    pub text: String,
}

#[allow(clippy::todo, clippy::unused_self, unused_variables, missing_docs, clippy::missing_errors_doc)]
impl Store {
    pub fn open(folder: &Path, clock: Arc<dyn Clock>) -> Result<(Self, Vec<Notice>), Error> {
        todo!()
    }
    /// Appends one change to this installation's log of the scope; durable when it returns.
    pub fn log(&mut self, new: NewChange) -> Result<Logged, Error> {
        todo!()
    }
    /// Folds a logged change into the records that `get` and the scans read, in one transaction.
    pub fn apply(&mut self, logged: &Logged) -> Result<(), Error> {
        todo!()
    }
    pub fn get(&self, kind: &Kind, id: RecordId) -> Result<Option<RecordState>, Error> {
        todo!()
    }
    /// All records of a kind.
    pub fn scan(&self, kind: &Kind) -> Result<Scan, Error> {
        todo!()
    }
    /// All records of a kind one of whose reference fields names `target`.
    pub fn referrers(&self, kind: &Kind, target: RecordId) -> Result<Scan, Error> {
        todo!()
    }
    /// Every change that wrote to the record, oldest first.
    pub fn history(&self, id: RecordId) -> Result<Vec<Logged>, Error> {
        todo!()
    }
    /// The newest `limit` changes of this installation's own log of the scope, oldest first.
    pub fn own_changes(&self, scope: ScopeId, limit: usize) -> Result<Vec<Logged>, Error> {
        todo!()
    }
    /// Who makes changes on this installation.
    pub fn author(&self) -> PersonId {
        todo!()
    }
    pub fn save_draft(&self, draft: &Draft) -> Result<(), Error> {
        todo!()
    }
    pub fn clear_draft(&self, key: &str) -> Result<(), Error> {
        todo!()
    }
    pub fn drafts(&self) -> Result<Vec<Draft>, Error> {
        todo!()
    }
    /// A full check of both copies that can run on another thread while this store is used.
    pub fn verifier(&self) -> Verifier {
        todo!()
    }
    /// Rebuilds the damaged copy from the sound one; to be called when a `Verifier` found damage.
    pub fn repair(&mut self) -> Result<Vec<Notice>, Error> {
        todo!()
    }
    /// Writes what is still in memory and marks the stop as clean.
    pub fn close(self) -> Result<(), Error> {
        todo!()
    }
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// A full check of both copies, independent of the open store's thread.
#[derive(Debug)]
pub struct Verifier;

/// Outcome of a full check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Both copies are whole and agree; with the number of changes and records checked.
    Sound { changes: u64, records: u64 },
    /// Something is wrong; [`Store::repair`] is to be called. With what was found.
    Damaged(Vec<String>),
}

#[allow(clippy::todo, clippy::unused_self, missing_docs)]
impl Verifier {
    pub fn run(&self) -> Result<Verdict, Error> {
        todo!()
    }
}
