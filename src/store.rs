//! The data folder: a journal that is the truth and a sled database that screens read, each able to rebuild the other.
//!
//! The only place that names sled, bincode and the files of the data folder. Knows nothing of screens or minutes.
//! The contract, the formats and the recovery by hand are written down in `docs/storage.md`.

mod ahead;
mod backup;
mod batch;
mod check;
mod cipher;
mod clean;
mod database;
mod disk;
mod drafts;
mod envelope;
mod error;
mod files;
mod frozen;
#[cfg(fuzzing)]
pub mod fuzzing;
mod guard;
mod installation;
mod journal;
mod kept;
mod key;
mod lent;
mod line;
mod lock;
mod locking;
mod opening;
mod pulse;
mod quiet;
mod reconcile;
mod salvage;
mod scan;
mod secret;
mod tip;
mod tree;
mod upgrade;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use age::secrecy::SecretString;
use ahead::Ahead;
use backup::Automatic;
pub use backup::{Content, Keep, Key, Received, Refusal, Secrecy, verify};
use check::Checking;
use cipher::Cipher;
use clean::CleanStop;
use database::Database;
#[cfg(test)]
pub(crate) use disk::fault;
use drafts::Drafts;
pub use error::{Error, Notice};
use installation::{Found, Installation};
use journal::Journal;
use kept::Kept;
pub use key::{Cost, Passphrase, RecoveryCode};
pub use lent::Lent;
use lock::Lock;
use opening::{Copies, Help, Site};
pub use pulse::{Long, Progress, Pulse};
use reconcile::Trust;
pub use scan::Scan;
pub use secret::{Secret, Standing, Twice};
use tip::Tip;

use crate::clock::Clock;
use crate::domain::{
    Change, ChangeHash, Kind, Logged, PersonId, RecordId, RecordState, ScopeId, Shown, Stamp, StreamId, Write,
};

/// Longest change that is taken, in bytes of its JSON: some 300 printed pages.
pub const LONGEST_CHANGE: usize = 1 << 20;

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
    /// Something is wrong, and this is what; [`Store::repair`] is to be called.
    Damaged(Vec<String>),
}

/// An open data folder. See `docs/storage.md` for the contract.
pub struct Store {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    journal: Journal,
    database: Database,
    /// The full check that goes on, if there is one.
    checking: Option<Checking>,
    /// The automatic backup that is being made, if there is one.
    automatic: Option<Automatic>,
    installation: Installation,
    drafts: Drafts,
    kept: Kept,
    cipher: Cipher,
    /// Last, so that the folder stays locked until everything else is let go.
    _lock: Lock,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Store {
    /// Opens a data folder, making it when there is none, and says what had to be mended.
    ///
    /// # Errors
    /// [`Error::InUse`], [`Error::Newer`], [`Error::Locked`], [`Error::KeyLost`], [`Error::BothDamaged`], or [`Error::Io`] when the folder cannot be read and
    /// written. None of them has changed a record.
    pub fn open(folder: &Path, clock: Arc<dyn Clock>) -> Result<(Self, Vec<Notice>), Error> {
        Self::open_telling(folder, clock, Pulse::default())
    }

    /// Opens it and tells how far it is, should something have to be mended; to stop is as harmless as a crash.
    ///
    /// # Errors
    /// As [`Store::open`], and [`Error::Stopped`].
    pub fn open_telling(folder: &Path, clock: Arc<dyn Clock>, pulse: Pulse) -> Result<(Self, Vec<Notice>), Error> {
        Self::open_by(folder, clock, pulse, None, None)
    }

    /// Opens an encrypted folder by its passphrase or its recovery code, and a plain one all the same.
    ///
    /// # Errors
    /// As [`Store::open_telling`], and [`Error::WrongPassphrase`].
    pub fn unlock(
        folder: &Path,
        clock: Arc<dyn Clock>,
        pulse: Pulse,
        typed: &Passphrase,
    ) -> Result<(Self, Vec<Notice>), Error> {
        Self::open_by(folder, clock, pulse, Some(typed), None)
    }

    /// Opens a folder whose copies are both damaged with the help of a backup, which fills what they lack.
    ///
    /// What cannot be put in order even so is left out and named in the notice; it stays in the files that are set aside.
    /// This installation begins new logs.
    ///
    /// # Errors
    /// As [`Store::unlock`], and [`Error::Backup`]; nothing was changed then.
    pub fn open_helped(
        folder: &Path,
        clock: Arc<dyn Clock>,
        pulse: Pulse,
        typed: Option<&Passphrase>,
        backup: &Path,
        key: &Key,
    ) -> Result<(Self, Vec<Notice>), Error> {
        let help = Help { path: backup.to_owned(), key: key.clone() };
        Self::open_by(folder, clock, pulse, typed, Some(help))
    }

    fn open_by(
        folder: &Path,
        clock: Arc<dyn Clock>,
        pulse: Pulse,
        typed: Option<&Passphrase>,
        help: Option<Help>,
    ) -> Result<(Self, Vec<Notice>), Error> {
        files::create_private_folder(folder)?;
        let lock = Lock::take(folder, &*clock)?;
        // A newer format is refused before anything is touched.
        Installation::look(folder)?;
        let mut notices: Vec<Notice> = locking::finish(folder)?.into_iter().collect();
        let found = Installation::look(folder)?;
        let (cipher, about_key) = locking::cipher(folder, &found, typed)?;
        notices.extend(about_key);
        let when = file_time(&*clock);
        let mut site = Site {
            folder: folder.to_owned(),
            when: when.clone(),
            clean: CleanStop::look(folder, &cipher)?,
            database_was_absent: false,
            cipher: cipher.clone(),
            help,
            pulse,
        };
        site.database_was_absent = !site.database().exists();
        files::create_private_folder(&site.journal())?;
        let is_new = site.database_was_absent && journal::streams_in(&site.journal())?.is_empty();
        files::remove_unfinished(folder)?;
        files::remove_unfinished(&site.journal())?;

        let format = match &found {
            Found::Whole(installation) => Some(installation.format()),
            Found::Nothing | Found::Damaged => None,
        };
        let older = format.filter(|format| *format < installation::FORMAT);
        let backup = older.map(|format| upgrade::keep_backup(folder, format, &site.pulse)).transpose()?;
        let Copies { database, tips } = opening::open(&site, &mut notices)?;
        if !is_new && format != Some(installation::FORMAT) {
            upgrade::run(&database, format)?;
        }
        let ahead = Ahead::of(&database);
        let installation = match found {
            Found::Whole(mut installation) => {
                if notices.iter().any(|notice| matches!(notice, Notice::MendedFromBackup { .. })) {
                    // What was left out of a log may go on elsewhere; it must not be continued in another way here.
                    installation.streams.clear();
                    installation.save(folder)?;
                }
                installation.brought_up(folder, cipher.is_sealed())?
            }
            Found::Nothing | Found::Damaged => {
                let (installation, set_aside) = Installation::renew(folder, &*clock, &when, cipher.is_sealed())?;
                if !is_new || set_aside.is_some() {
                    notices.push(Notice::InstallationRenewed { set_aside });
                }
                installation
            }
        };
        notices.extend(older.zip(backup).map(|(from, backup)| upgrade::notice(from, backup)));
        let (drafts, mut about_drafts) = Drafts::open(folder, &when, &cipher)?;
        notices.append(&mut about_drafts);
        notices.append(&mut lent::left(folder)?);
        CleanStop::remove(folder)?;
        site.pulse.over();
        let store = Self {
            folder: folder.to_owned(),
            clock,
            journal: Journal::new(site.journal(), tips, cipher.clone()),
            database,
            checking: None,
            automatic: None,
            installation,
            drafts,
            kept: Kept::open(folder, &cipher)?,
            cipher,
            _lock: lock,
        };
        drop(ahead);
        Ok((store, notices))
    }

    /// Appends one change to this installation's log of the scope; durable when it returns.
    ///
    /// # Errors
    /// [`Error::NotSaved`]: the change is not saved. After a failed write the store takes no more changes until it was
    /// repaired or opened again; a change that is empty or longer than [`LONGEST_CHANGE`] is only refused.
    pub fn log(&mut self, new: NewChange) -> Result<Logged, Error> {
        let stream = self.own_stream(new.scope)?;
        let path = journal::file_of(&self.folder.join(opening::JOURNAL), stream);
        let refused = |source| Error::NotSaved { path: path.clone(), source };
        let tip = self.journal.tips().get(&stream).cloned().unwrap_or_else(|| Tip::new(new.scope));
        let others = self.journal.tips().iter().filter(|(id, other)| **id != stream && other.scope == new.scope);
        let highest = self.journal.tips().values().map(|tip| tip.lamport).max().unwrap_or_default();
        let change = Change {
            scope: new.scope,
            stream,
            seq: tip.seq + 1,
            prev: tip.head,
            saw: others.filter_map(|(_, other)| other.head).filter(|head| !tip.named.contains(head)).collect(),
            stamp: Stamp { lamport: highest + 1, wall: self.clock.now() },
            author: self.installation.author,
            on_behalf_of: None,
            app: env!("CARGO_PKG_VERSION").to_owned(),
            undoes: new.undoes,
            writes: new.writes,
        };
        if change.writes.is_empty() {
            return Err(refused(std::io::Error::new(std::io::ErrorKind::InvalidInput, "nothing to save")));
        }
        let logged = Logged::encode(change).map_err(|why| refused(why.into()))?;
        if logged.raw.len() > LONGEST_CHANGE {
            let why = format!("the change takes {} bytes, more than {LONGEST_CHANGE}", logged.raw.len());
            return Err(refused(std::io::Error::new(std::io::ErrorKind::InvalidInput, why)));
        }
        self.journal.append(&logged)?;
        Ok(logged)
    }

    /// Finds the log that this installation writes for a scope, or starts one.
    fn own_stream(&mut self, scope: ScopeId) -> Result<StreamId, Error> {
        if let Some(stream) = self.installation.streams.get(&scope)
            // A log of another scope under this name can only come of files put together by hand.
            && self.journal.tips().get(stream).is_none_or(|tip| tip.scope == scope)
        {
            return Ok(*stream);
        }
        let stream = StreamId(self.clock.fresh_id());
        let mut installation = self.installation.clone();
        installation.streams.insert(scope, stream);
        installation.save(&self.folder)?;
        self.installation = installation;
        Ok(stream)
    }

    /// Folds a logged change into the records that [`Store::get`] and the scans read, in one transaction.
    ///
    /// Changes of one log are to be applied in their order; one that was applied before is passed over.
    ///
    /// # Errors
    /// [`Error::Database`]: the change is saved but not shown; opening the folder again, or [`Store::repair`], mends it.
    pub fn apply(&mut self, logged: &Logged) -> Result<(), Error> {
        let mut batch = batch::Batch::new(&self.database)?;
        batch.add(logged)?;
        let written = batch.commit()?;
        if let Some(checking) = &mut self.checking {
            checking.follow(&written);
        }
        Ok(())
    }

    /// Reads one record, removed or not.
    ///
    /// # Errors
    /// When the stored record is damaged.
    pub fn get(&self, kind: &Kind, id: RecordId) -> Result<Option<RecordState>, Error> {
        self.database.record(kind, id)
    }

    /// Hands over what all records of a kind display, by id; returns the keys of those that could not be decoded.
    ///
    /// # Errors
    /// When the database cannot be read at all.
    pub fn shown(&self, kind: &Kind, take: impl FnMut(&Shown<'_>)) -> Result<Vec<String>, Error> {
        scan::shown_of_kind(&self.database, kind, take)
    }

    /// Hands over what all records of a kind display one of whose reference fields names `target`; returns the keys of those that
    /// could not be decoded.
    ///
    /// # Errors
    /// When the database cannot be read at all.
    pub fn shown_referrers(
        &self,
        kind: &Kind,
        target: RecordId,
        take: impl FnMut(&Shown<'_>),
    ) -> Result<Vec<String>, Error> {
        scan::shown_referrers(&self.database, kind, target, take)
    }

    /// Hands over all records of a kind one by one, by id, to whoever goes through everything; returns the keys of those that could
    /// not be decoded.
    ///
    /// # Errors
    /// When the database cannot be read at all.
    pub fn each(&self, kind: &Kind, mut take: impl FnMut(RecordState)) -> Result<Vec<String>, Error> {
        self.each_after(kind, None, |state| {
            take(state);
            true
        })
    }

    /// Hands over the records of a kind that come after one, by id, until `take` returns false; returns the keys of those
    /// on the way that could not be decoded.
    ///
    /// # Errors
    /// When the database cannot be read at all.
    pub fn each_after(
        &self,
        kind: &Kind,
        after: Option<RecordId>,
        take: impl FnMut(RecordState) -> bool,
    ) -> Result<Vec<String>, Error> {
        scan::each_of_kind(&self.database, kind, after, take)
    }

    /// Hands over what the newest records of a kind display, at most `limit`, newest first; removed ones are among them, damaged
    /// ones are not.
    ///
    /// # Errors
    /// When the database cannot be read at all.
    pub fn shown_newest(&self, kind: &Kind, limit: usize, take: impl FnMut(&Shown<'_>)) -> Result<(), Error> {
        scan::shown_newest(&self.database, kind, limit, take)
    }

    /// Reads all records of a kind one of whose reference fields names `target`.
    ///
    /// # Errors
    /// When the database cannot be read at all; single damaged records are in the answer.
    pub fn referrers(&self, kind: &Kind, target: RecordId) -> Result<Scan, Error> {
        scan::referrers(&self.database, kind, target)
    }

    /// Reads every change that wrote to the record, oldest first.
    ///
    /// # Errors
    /// When one of the changes is damaged.
    pub fn history(&self, id: RecordId) -> Result<Vec<Logged>, Error> {
        scan::history(&self.database, id)
    }

    /// Reads the newest `limit` changes of this installation's own log of the scope, oldest first.
    ///
    /// # Errors
    /// When one of the changes is damaged.
    pub fn own_changes(&self, scope: ScopeId, limit: usize) -> Result<Vec<Logged>, Error> {
        match self.installation.streams.get(&scope) {
            Some(stream) => scan::newest(&self.database, *stream, limit),
            None => Ok(Vec::new()),
        }
    }

    /// Tells who makes changes on this installation.
    #[must_use]
    pub fn author(&self) -> PersonId {
        self.installation.author
    }

    /// Keeps an unfinished text, over the one with the same key; durable when it returns.
    ///
    /// # Errors
    /// When the file cannot be written; the older text is then still there.
    pub fn save_draft(&self, draft: &Draft) -> Result<(), Error> {
        self.drafts.save(draft)
    }

    /// Forgets an unfinished text.
    ///
    /// # Errors
    /// When the file cannot be removed.
    pub fn clear_draft(&self, key: &str) -> Result<(), Error> {
        self.drafts.clear(key)
    }

    /// Reads all unfinished texts, by key.
    ///
    /// # Errors
    /// When one of them was damaged since the folder was opened.
    pub fn drafts(&self) -> Result<Vec<Draft>, Error> {
        self.drafts.all()
    }

    /// Keeps something small under a name, over what was kept there: a secret of this installation, or what a person
    /// settled that must not lie about in the clear. Durable when it returns.
    ///
    /// # Errors
    /// When the file cannot be written; what was kept before is then still there.
    pub fn keep(&self, name: &'static str, content: &[u8]) -> Result<(), Error> {
        self.kept.write(name, content)
    }

    /// Reads what is kept under a name.
    ///
    /// # Errors
    /// When the file is damaged or cannot be read.
    pub fn kept(&self, name: &'static str) -> Result<Option<zeroize::Zeroizing<Vec<u8>>>, Error> {
        self.kept.read(name)
    }

    /// Forgets what is kept under a name.
    ///
    /// # Errors
    /// When the file cannot be removed.
    pub fn forget(&self, name: &'static str) -> Result<(), Error> {
        self.kept.remove(name)
    }

    /// Reads everything in both copies and compares.
    ///
    /// # Errors
    /// When a file cannot be read at all, or was written by a newer program. Damage is no error but a verdict.
    pub fn check(&self) -> Result<Verdict, Error> {
        self.check_telling(&Pulse::default())
    }

    /// Makes a check that tells how far it is, and may be stopped.
    ///
    /// # Errors
    /// As [`Store::check`], and [`Error::Stopped`].
    pub fn check_telling(&self, pulse: &Pulse) -> Result<Verdict, Error> {
        let report = check::run(&self.folder.join(opening::JOURNAL), &self.database, pulse);
        pulse.over();
        Ok(self.judge(report?))
    }

    /// Reads at most `limit` lines or entries more of both copies, and compares; the verdict when that was all of them.
    ///
    /// The store may be used meanwhile: what is written between two calls is followed. A call after a verdict begins anew.
    ///
    /// # Errors
    /// As [`Store::check`].
    pub fn check_some(&mut self, limit: usize) -> Result<Option<Verdict>, Error> {
        let mut checking = match self.checking.take() {
            Some(checking) => checking,
            None => Checking::begin(&self.folder.join(opening::JOURNAL), &self.database)?,
        };
        if checking.go_on(&self.database, limit)? {
            return Ok(Some(self.judge(checking.into_report())));
        }
        self.checking = Some(checking);
        Ok(None)
    }

    fn judge(&self, report: check::Report) -> Verdict {
        if report.journal.is_empty() && report.database.is_empty() {
            // It only served a recovery that turns out not to be needed; a leftover does no harm.
            let _ = disk::remove_folder_all(&self.folder.join(opening::COPY));
            return Verdict::Sound { changes: report.counted.changes, records: report.counted.records };
        }
        Verdict::Damaged([report.journal, report.database].concat())
    }

    /// Counts the records there are, removed ones too; 0 where that cannot be read now.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.database.totals().ok().flatten().map_or(0, |totals| totals.records)
    }

    /// Rebuilds the damaged copy from the sound one; to be called when a check found damage, and after any error of
    /// [`Store::log`] or [`Store::apply`].
    ///
    /// Opens sled anew, checks both copies, folds in what the database lacks, and lets [`Store::log`] go on after a failed
    /// write. A check that goes on is given up.
    ///
    /// # Errors
    /// As [`Store::open`]. Nothing can then be read until a later call, or opening the folder again, succeeds.
    pub fn repair(&mut self) -> Result<Vec<Notice>, Error> {
        self.checking = None;
        self.automatic = None;
        let site = Site {
            folder: self.folder.clone(),
            when: file_time(&*self.clock),
            clean: Some(CleanStop::of(self.journal.tips().iter())),
            database_was_absent: false,
            cipher: self.cipher.clone(),
            help: None,
            pulse: Pulse::default(),
        };
        // sled stops for good at its first error, so only a new handle can be trusted.
        self.database = Database::closed(&site.database());
        let (database, report) = match Database::open(&site.database(), &self.cipher) {
            Ok(database) => {
                let report = check::run(&site.journal(), &database, &site.pulse)?;
                (Some(database), report)
            }
            Err(Error::Database { .. }) => (None, check::Report::default()),
            Err(other) => return Err(other),
        };
        let trust = if report.database.is_empty() { Trust::IfBehind } else { Trust::None };
        let mut notices = Vec::new();
        let copies = reconcile::mend(&site, database, trust, &mut notices)?;
        self.database = copies.database;
        self.journal = Journal::new(site.journal(), copies.tips, self.cipher.clone());
        Ok(notices)
    }

    /// Hands what sled still has in memory to the operating system; for a quiet moment after writes.
    ///
    /// # Errors
    /// When sled fails; what was logged is safe all the same.
    pub fn flush(&self) -> Result<(), Error> {
        self.database.flush()
    }

    /// Writes what is still in memory and marks the stop as clean.
    ///
    /// # Errors
    /// When a file cannot be written; the next opening then treats this stop as a crash and loses nothing either.
    pub fn close(self) -> Result<(), Error> {
        self.database.sync()?;
        let folded: std::collections::BTreeMap<StreamId, Tip> = self.database.tips()?.into_iter().collect();
        if self.journal.is_poisoned() || folded != *self.journal.tips() {
            return Ok(());
        }
        CleanStop::of(self.journal.tips().iter()).leave(&self.folder, &self.cipher)
    }

    /// Returns the data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// The time as it goes into the names of files set aside.
fn file_time(clock: &dyn Clock) -> String {
    clock.now().format("%Y%m%dT%H%M%S").to_string()
}
