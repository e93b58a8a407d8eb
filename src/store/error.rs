//! What can go wrong with the data folder, and what the store says when it mended something.

use std::path::PathBuf;

/// Why the store could not do what was asked. Nothing acknowledged is lost by any of them.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another process has the data folder open.
    #[error("{folder}: in use by process {pid} on {host} since {since}")]
    InUse { folder: PathBuf, pid: u32, host: String, since: String },
    /// A file operation failed.
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: std::io::Error },
    /// The store was written by a newer version of the program.
    #[error("{path}: format {found}, newer than {known}")]
    Newer { path: PathBuf, found: u32, known: u32 },
    /// Both copies are damaged in the same place; names what is missing. Nothing was changed on disk.
    #[error("{folder}: both copies are damaged: {}", what.join("; "))]
    BothDamaged { folder: PathBuf, what: Vec<String> },
    /// sled failed while the program ran; the journal has everything, reopening repairs.
    #[error("{path}: {why}")]
    Database { path: PathBuf, why: String },
    /// A change could not be appended; it is not saved, and the store takes no more until it is reopened.
    #[error("{path}: not saved: {source}")]
    NotSaved { path: PathBuf, source: std::io::Error },
}

/// Something the store did on its own that its user must be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The database was damaged or missing; it was rebuilt from the journal. The old folder was set aside.
    DatabaseRebuilt { changes: u64, set_aside: Option<PathBuf> },
    /// The journal was damaged; it was restored from the database's copy of the changes.
    JournalRestored { changes: u64, set_aside: Option<PathBuf> },
    /// The last line of a journal was cut off while it was being written; it never counted as saved.
    TornLineSetAside { set_aside: PathBuf },
    /// Changes that the journal had and the database had not yet were folded in (after a crash or power cut).
    Replayed { changes: u64 },
    /// The installation's own file was damaged or missing; new logs were started.
    InstallationRenewed { set_aside: Option<PathBuf> },
    /// An unfinished text could not be read; its file was set aside.
    DraftSetAside { set_aside: PathBuf },
}
