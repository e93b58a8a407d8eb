//! Backing everything up into a file, and taking from one what is not here.

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{Content, Error, Key, Received, Secrecy, Session, StoreError, export};
use crate::store::{self, Refusal};

/// Changes put into an automatic backup at once: some milliseconds, which nobody notices who asks for something meanwhile.
const AT_ONCE: usize = 50;
/// How many names are tried before giving up: `name.jsonl.gz`, `name-2.jsonl.gz` …
const NAMES: u32 = 1_000;

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackedUp {
    /// The file.
    pub path: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// What it holds.
    pub content: Content,
}

impl Session {
    /// Backs everything up into a new file; where a folder is named, under a name by date and time.
    ///
    /// # Errors
    /// When the file is there already, cannot be written or read back, or when it was stopped. Nothing stays of it then.
    pub fn back_up(&mut self, target: &Path, secrecy: &Secrecy) -> Result<BackedUp, Error> {
        self.catch_up()?;
        let target = export::at_home(target);
        let (path, content) = match target.is_dir() {
            true => self.back_up_by_name(&target, secrecy)?,
            false => (target.clone(), self.back_up_to(&target, secrecy)?),
        };
        let about = std::fs::metadata(&path).map_err(|source| StoreError::Io { path: path.clone(), source })?;
        Ok(BackedUp { path, bytes: about.len(), content })
    }

    /// Backs up into a folder for whoever has the file; not where the data is encrypted.
    pub(super) fn back_up_in_the_open(&mut self, folder: &Path) -> Result<BackedUp, Error> {
        if self.is_encrypted() {
            return Err(StoreError::Backup { path: folder.to_owned(), why: Refusal::InTheOpen }.into());
        }
        let folder = export::at_home(folder);
        let about = std::fs::metadata(&folder).map_err(|source| Error::Export { path: folder.clone(), source })?;
        if about.is_dir() {
            return self.back_up(&folder, &Secrecy::Plain);
        }
        Err(Error::Export { path: folder, source: io::ErrorKind::NotADirectory.into() })
    }

    fn back_up_by_name(&mut self, folder: &Path, secrecy: &Secrecy) -> Result<(PathBuf, Content), Error> {
        let moment = self.clock.now().format("%Y-%m-%d-%H%M");
        let end = if matches!(secrecy, Secrecy::Plain) { "jsonl.gz" } else { "jsonl.gz.age" };
        for number in 1..=NAMES {
            let more = if number == 1 { String::new() } else { format!("-{number}") };
            let path = folder.join(format!("bienban-{moment}{more}.{end}"));
            match self.back_up_to(&path, secrecy) {
                Err(Error::Store(StoreError::Backup { why: Refusal::Exists, .. })) => {}
                outcome => return outcome.map(|content| (path, content)),
            }
        }
        Err(StoreError::Backup { path: folder.to_owned(), why: Refusal::Exists }.into())
    }

    /// A damaged line of the journal is mended from the database first.
    fn back_up_to(&mut self, path: &Path, secrecy: &Secrecy) -> Result<Content, Error> {
        match self.store.back_up(path, secrecy.clone(), &self.pulse) {
            Err(StoreError::Io { source, .. }) if source.kind() == io::ErrorKind::InvalidData => {
                let mended = self.repair()?;
                self.mended.extend(mended);
                Ok(self.store.back_up(path, secrecy.clone(), &self.pulse)?)
            }
            outcome => Ok(outcome?),
        }
    }

    /// Takes from a backup what is not here; nothing that is here is changed.
    ///
    /// # Errors
    /// When the file is no whole backup, cannot be opened with that key, or goes on otherwise with a log that is here.
    pub fn restore(&mut self, path: &Path, key: &Key) -> Result<Received, Error> {
        self.catch_up()?;
        let path = export::at_home(path);
        let received = match self.store.receive(&path, key, &self.pulse) {
            // It is saved, but the database could not take it.
            Err(StoreError::Database { .. }) => {
                let mended = self.repair()?;
                self.mended.extend(mended);
                self.store.receive(&path, key, &self.pulse)?
            }
            outcome => outcome?,
        };
        self.known.take();
        self.reading.take();
        self.stacks.clear();
        Ok(received)
    }

    /// Whether what is stored is encrypted.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.store.is_encrypted()
    }

    /// Tells what the store holds, for a comparison with a backup or another machine.
    #[must_use]
    pub fn content(&self) -> Content {
        self.store.content()
    }

    /// Reads a backup to its end without taking anything; what it holds.
    ///
    /// # Errors
    /// As [`Session::restore`].
    pub fn look_at_backup(path: &Path, key: &Key, pulse: &store::Pulse) -> Result<Content, Error> {
        Ok(store::verify(&export::at_home(path), key, pulse)?)
    }

    /// The last automatic backup that was made, and its day.
    #[must_use]
    pub fn last_backup(&self) -> Option<(PathBuf, NaiveDate)> {
        self.store.last_backup()
    }

    /// Makes a little of the automatic backup, should one be due; true when nothing is left to do.
    pub(crate) fn back_up_ahead(&mut self, once_a_day: bool) -> Result<bool, Error> {
        Ok(self.store.back_up_some(&self.settings.keep, once_a_day, AT_ONCE)?)
    }
}
