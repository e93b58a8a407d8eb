//! What can go wrong with the data folder, and what the store says when it mended something.

use std::path::PathBuf;

use super::Refusal;

/// Why the store could not do what was asked. Nothing acknowledged is lost by any of them.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody asked that it be stopped; nothing was changed by what was not done.
    #[error("stopped")]
    Stopped,
    /// Another process has the data folder open.
    #[error("{folder}: in use by process {pid} on {host} since {since}")]
    InUse {
        /// The data folder.
        folder: PathBuf,
        /// Process that has it, or 0 when the lock file does not say.
        pid: u32,
        /// Computer of that process.
        host: String,
        /// When that process opened it, as its clock claimed.
        since: String,
    },
    /// A file operation failed.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// The store was written by a newer version of the program.
    #[error("{path}: format {found}, newer than {known}")]
    Newer {
        /// The file that says so.
        path: PathBuf,
        /// Its format.
        found: u32,
        /// Newest format that this program knows.
        known: u32,
    },
    /// The folder is encrypted, and no passphrase was given.
    #[error("{folder}: encrypted; it needs its passphrase")]
    Locked {
        /// The data folder.
        folder: PathBuf,
    },
    /// The passphrase is not the one of the folder. Nothing was touched.
    #[error("{folder}: wrong passphrase")]
    WrongPassphrase {
        /// The data folder.
        folder: PathBuf,
    },
    /// The folder is encrypted, and both copies of its key are damaged or gone; without one nothing can be read.
    #[error("{folder}: the key is lost")]
    KeyLost {
        /// The data folder.
        folder: PathBuf,
    },
    /// Both copies are damaged in the same place; names what is missing. No record was changed on disk.
    #[error("{folder}: both copies are damaged: {}", what.join("; "))]
    BothDamaged {
        /// The data folder.
        folder: PathBuf,
        /// Files, lines and changes that are missing.
        what: Vec<String>,
        /// The newest automatic backup, if there is one.
        backup: Option<PathBuf>,
    },
    /// A file was not taken as a backup, or none was made.
    #[error("{path}: {why:?}")]
    Backup {
        /// The file.
        path: PathBuf,
        /// Why.
        why: Refusal,
    },
    /// sled failed while the program ran; the journal has everything, reopening repairs.
    #[error("{path}: {why}")]
    Database {
        /// Folder of the database.
        path: PathBuf,
        /// What is wrong, in sled's words or the store's own.
        why: String,
    },
    /// A change could not be appended; it is not saved, and after a failed write the store takes no more until it is
    /// reopened.
    #[error("{path}: not saved: {source}")]
    NotSaved {
        /// The journal file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
}

/// Takes damage of the database as a finding and passes other errors on.
pub(super) fn sound<T>(outcome: Result<T, Error>, findings: &mut Vec<String>) -> Result<Option<T>, Error> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(Error::Database { why, .. }) => {
            findings.push(why);
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

/// Something the store did on its own that its user must be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The database was damaged or missing; it was rebuilt from the journal. The old folder was set aside.
    DatabaseRebuilt {
        /// How many changes were folded again.
        changes: u64,
        /// Where the old folder is now, if there was one.
        set_aside: Option<PathBuf>,
    },
    /// The journal was damaged; it was restored from the database's copy of the changes.
    JournalRestored {
        /// How many changes only the database had.
        changes: u64,
        /// Where the (last) damaged file is now, if there was one.
        set_aside: Option<PathBuf>,
    },
    /// The last line of a journal was cut off while it was being written; it never counted as saved.
    TornLineSetAside {
        /// File that holds what there was of the line.
        set_aside: PathBuf,
    },
    /// Changes that the journal had and the database had not yet were folded in (after a crash or power cut).
    Replayed {
        /// How many.
        changes: u64,
    },
    /// The installation's own file was damaged or missing; new logs were started.
    InstallationRenewed {
        /// Where the damaged file is now, if there was one.
        set_aside: Option<PathBuf>,
    },
    /// The folder was of an older format and was brought to the present one; a copy of it was kept.
    Upgraded {
        /// Format it had.
        from: u32,
        /// Format it has.
        to: u32,
        /// The copy as the older version left it.
        backup: PathBuf,
    },
    /// One of the two copies of the key was damaged or missing; it was written anew from the other.
    KeyRestored,
    /// One of the two copies of the key that signs was damaged or missing; it was written anew from the other.
    SigningKeyRestored,
    /// The key that signs was lost; signatures are made by another one from now on.
    SigningKeyRenewed {
        /// Where the damaged files are now.
        set_aside: Vec<PathBuf>,
    },
    /// Encryption was being turned on or off when the program stopped; that was finished now.
    EncryptionChanged {
        /// Whether the folder is encrypted now.
        encrypted: bool,
    },
    /// A text that was lent to another editor was not taken back.
    TextLeft {
        /// The file that holds it.
        path: PathBuf,
    },
    /// Both copies were damaged in the same place, and a backup filled what they lack.
    MendedFromBackup {
        /// How many changes only the backup had.
        changes: u64,
        /// What could not be put in order even so; it lies in the files that were set aside.
        missing: Vec<String>,
    },
    /// An unfinished text could not be read; its file was set aside.
    DraftSetAside {
        /// Where the file is now.
        set_aside: PathBuf,
    },
}
