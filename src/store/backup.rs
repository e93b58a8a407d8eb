//! Backups: everything with its history in one file, written, read back, and received from it again.
//!
//! The text in it is of lines that prove themselves (`lines`); around it may be gzip and age (`wrapping`). What is written
//! is a moment of the journal, so that a backup may be made a little at a time while the store is used.

mod lines;
mod receive;
mod rotation;
mod wrapping;

use std::collections::VecDeque;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::cipher::Cipher;
use super::disk::Unfinished;
use super::files::{At, UNFINISHED, sync_folder};
use super::journal::{self, Lines};
use super::tip::Tip;
use super::{Draft, Error, Long, Pulse, Store, opening};
use crate::domain::{ScopeId, StreamId};
use lines::{Header, What};
pub(super) use lines::{Item, Reader};
pub use receive::Received;
pub use rotation::Keep;
pub(super) use rotation::{Automatic, FOLDER, newest};
pub use wrapping::{Key, Secrecy};
use wrapping::{Output, open};

/// Changes written or read back between two looks at whether to go on.
const AT_ONCE: usize = 200;

/// What a store or a backup holds, told in a way that two machines can compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Number of logs that have a change.
    pub logs: u64,
    /// Number of changes.
    pub changes: u64,
    /// BLAKE3 of one line for each log, in the order of their names: the log, the number and the name of its last change.
    ///
    /// Each change names the one before it, so the last ones stand for all.
    pub hash: String,
}

impl Content {
    fn of<'a>(tips: impl Iterator<Item = (&'a StreamId, &'a Tip)>) -> Self {
        let mut hasher = blake3::Hasher::new();
        let (mut logs, mut changes) = (0, 0);
        for (stream, tip) in tips {
            let Some(head) = tip.head else { continue };
            logs += 1;
            changes += tip.seq;
            hasher.update(format!("{stream} {} {head}\n", tip.seq).as_bytes());
        }
        Self { logs, changes, hash: hasher.finalize().to_hex().to_string() }
    }
}

/// Why a file was not taken as a backup, or none was made; nothing was changed by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no backup.
    NotABackup,
    /// A newer version of the program made it.
    Newer {
        /// Its version.
        found: u32,
        /// The newest version known.
        known: u32,
    },
    /// It is encrypted to a passphrase, and none was given.
    NeedsPassphrase,
    /// It is encrypted to the keys of recipients, and none of them was given.
    NeedsIdentity,
    /// What was given does not open it.
    WrongKey,
    /// No key of the age format.
    BadKey(String),
    /// It ends before it is complete.
    Ends {
        /// Number of the first line that is missing or not whole.
        line: u64,
    },
    /// A line is not as it was written.
    Damaged {
        /// Its number.
        line: u64,
    },
    /// A log has another continuation here than in the file: a copied folder was used twice.
    Diverged {
        /// What the log belongs to.
        scope: ScopeId,
        /// The log.
        log: StreamId,
        /// Number of the first change that differs.
        from: u64,
        /// Number of the last change here.
        here: u64,
        /// Number of the last change in the file.
        there: u64,
    },
    /// It would hold in the open what is encrypted here.
    InTheOpen,
    /// A file of that name is there already.
    Exists,
    /// What was read back is not what was written.
    NotAsWritten,
}

impl Refusal {
    pub(super) fn of(self, path: &Path) -> Error {
        Error::Backup { path: path.to_owned(), why: self }
    }
}

/// A backup that is being made, a little at a time.
pub(super) struct Backing {
    target: PathBuf,
    /// Whether it may take the place of a file of that name.
    replaces: bool,
    secrecy: Secrecy,
    /// How the journal is written.
    cipher: Cipher,
    content: Content,
    of: u64,
    stage: Option<Stage>,
}

enum Stage {
    Writing(Box<Writing>),
    Reading { written: Unfinished, reader: Option<Box<Reader>>, done: u64 },
}

/// How far the writing has come.
struct Writing {
    output: Output<Unfinished>,
    logs: VecDeque<(StreamId, Tip)>,
    log: Option<Log>,
    drafts: Vec<Draft>,
    done: u64,
}

/// A log on its way into a backup.
struct Log {
    path: PathBuf,
    lines: Lines,
    cipher: Cipher,
    /// How far it is written, and how far it is to be.
    tip: Tip,
    end: Tip,
}

impl std::fmt::Debug for Backing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Backing").field("target", &self.target).finish_non_exhaustive()
    }
}

impl Backing {
    fn begin(store: &Store, target: &Path, replaces: bool, secrecy: Secrecy) -> Result<Self, Error> {
        if !replaces && target.exists() {
            return Err(Refusal::Exists.of(target));
        }
        let folder = folder_of(target);
        let file = Unfinished::begin(UNFINISHED, &folder).at(&folder)?;
        let tips = store.journal.tips();
        let logs: VecDeque<_> =
            tips.iter().filter(|(_, tip)| tip.seq > 0).map(|(id, tip)| (*id, tip.clone())).collect();
        let (content, drafts) = (Content::of(tips.iter()), store.drafts()?);
        let mut output = Output::new(file, is_packed(target), &secrecy, target)?;
        let header = Header::new(store.clock.now(), &content, drafts.len() as u64);
        lines::write_json(&mut output, What::Header, &header).at(target)?;
        let of = content.changes * 2;
        let stage = Some(Stage::Writing(Box::new(Writing { output, logs, log: None, drafts, done: 0 })));
        let cipher = store.cipher.clone();
        Ok(Self { target: target.to_owned(), replaces, secrecy, cipher, content, of, stage })
    }

    /// Writes or reads back at most `limit` changes more; the content when that was all and the file is in its place.
    fn go_on(&mut self, journal: &Path, limit: usize) -> Result<Option<Content>, Error> {
        match self.stage.take() {
            Some(Stage::Writing(mut writing)) => {
                let is_written = self.write_on(&mut writing, journal, limit)?;
                self.stage = Some(match is_written {
                    false => Stage::Writing(writing),
                    true => {
                        let (done, written) = (writing.done, self.finish(writing.output, &writing.drafts)?);
                        Stage::Reading { reader: self.reader(&written)?.map(Box::new), written, done }
                    }
                });
            }
            Some(Stage::Reading { written, mut reader, mut done }) => {
                let mut is_over = true;
                if let Some(reader) = &mut reader {
                    for _ in 0..limit {
                        is_over = reader.next()?.is_none();
                        if is_over {
                            break;
                        }
                        done += 1;
                    }
                    if is_over && reader.content() != self.content {
                        return Err(Refusal::NotAsWritten.of(&self.target));
                    }
                }
                if is_over {
                    drop(reader);
                    self.put_in_place(written)?;
                    return Ok(Some(self.content.clone()));
                }
                self.stage = Some(Stage::Reading { written, reader, done });
            }
            None => return Ok(Some(self.content.clone())),
        }
        Ok(None)
    }

    /// Writes at most `limit` changes more; says whether that was all.
    fn write_on(&self, writing: &mut Writing, journal: &Path, limit: usize) -> Result<bool, Error> {
        for _ in 0..limit {
            if writing.log.is_none() {
                let Some((stream, end)) = writing.logs.pop_front() else { return Ok(true) };
                let path = journal::file_of(journal, stream);
                let lines = Lines::read(&path, 0, end.length)?;
                writing.log = Some(Log { path, lines, cipher: self.cipher.clone(), tip: Tip::new(end.scope), end });
            }
            if let Some(log) = &mut writing.log {
                if log.write_next(&mut writing.output, &self.target)? {
                    writing.done += 1;
                } else {
                    writing.log = None;
                }
            }
        }
        Ok(false)
    }

    fn done(&self) -> u64 {
        match &self.stage {
            Some(Stage::Writing(writing)) => writing.done,
            Some(Stage::Reading { done, .. }) => *done,
            None => self.of,
        }
    }

    /// Ends the text and everything around it, and brings the file to the disk.
    fn finish(&self, mut output: Output<Unfinished>, drafts: &[Draft]) -> Result<Unfinished, Error> {
        for draft in drafts {
            lines::write_draft(&mut output, draft).at(&self.target)?;
        }
        lines::write_end(&mut output, &self.content, drafts.len() as u64).at(&self.target)?;
        let (file, hash) = output.finish().at(&self.target)?;
        file.sync().at(&self.target)?;
        let mut hasher = blake3::Hasher::new();
        io::copy(&mut fs::File::open(file.path()).at(&self.target)?, &mut hasher).at(&self.target)?;
        if hasher.finalize() == hash { Ok(file) } else { Err(Refusal::NotAsWritten.of(&self.target)) }
    }

    /// Opens what was written as a restoring would; nothing where only its recipients can.
    fn reader(&self, written: &Unfinished) -> Result<Option<Reader>, Error> {
        let key = match &self.secrecy {
            Secrecy::Plain => Key::None,
            Secrecy::Passphrase(passphrase) => Key::Passphrase(passphrase.clone()),
            Secrecy::Recipients(_) => return Ok(None),
            Secrecy::OfFolder(key) => key.clone(),
        };
        Reader::new(open(written.path(), &key)?, &self.target).map(Some)
    }

    fn put_in_place(&self, written: Unfinished) -> Result<(), Error> {
        let failed = |source: io::Error| match source.kind() {
            io::ErrorKind::AlreadyExists => Refusal::Exists.of(&self.target),
            _ => Error::Io { path: self.target.clone(), source },
        };
        match self.replaces {
            true => written.put_in_place(&self.target).map_err(failed)?,
            false => written.put_in_free_place(&self.target).map_err(failed)?,
        };
        sync_folder(&folder_of(&self.target))
    }
}

impl Log {
    /// Writes the next change; false when there are no more.
    fn write_next(&mut self, output: &mut impl Write, target: &Path) -> Result<bool, Error> {
        let next = self.lines.next().transpose()?;
        if next.is_none() && self.tip.head == self.end.head {
            return Ok(false);
        }
        let logged = next.and_then(|found| found.change(&self.cipher)).filter(|logged| self.tip.is_followed_by(logged));
        let Some(logged) = logged else {
            let why = format!("line {} is damaged", self.tip.seq + 1);
            return Err(Error::Io { path: self.path.clone(), source: io::Error::new(io::ErrorKind::InvalidData, why) });
        };
        lines::write(output, What::Change, &logged.raw, logged.hash).at(target)?;
        self.tip.advance(&logged, &self.cipher);
        Ok(true)
    }
}

impl Store {
    /// Tells what the store holds, for a comparison with a backup or another machine.
    #[must_use]
    pub fn content(&self) -> Content {
        Content::of(self.journal.tips().iter())
    }

    /// Writes everything with its history into a new file and reads it back; what it holds.
    ///
    /// A name that ends in `.jsonl` gives plain JSON lines, any other a file packed with gzip; encrypted ones are packed
    /// inside. Nothing stays of a backup that failed or was stopped.
    ///
    /// # Errors
    /// [`Error::Backup`], also when a file of that name is there; [`Error::Io`]; [`Error::Stopped`]. An [`Error::Io`] of
    /// kind `InvalidData` names a file of the journal that is damaged: [`Store::repair`] mends it.
    pub fn back_up(&self, target: &Path, secrecy: Secrecy, pulse: &Pulse) -> Result<Content, Error> {
        let mut backing = Backing::begin(self, target, false, secrecy)?;
        self.complete(&mut backing, pulse)
    }

    fn complete(&self, backing: &mut Backing, pulse: &Pulse) -> Result<Content, Error> {
        let journal = self.folder.join(opening::JOURNAL);
        loop {
            if let Some(content) = backing.go_on(&journal, AT_ONCE)? {
                pulse.over();
                return Ok(content);
            }
            pulse.step(Long::BackingUp, backing.done(), backing.of)?;
        }
    }
}

/// Reads a backup to its end without taking anything; what it holds.
///
/// # Errors
/// [`Error::Backup`] when it is not whole or cannot be opened with that key.
pub fn verify(path: &Path, key: &Key, pulse: &Pulse) -> Result<Content, Error> {
    let mut reader = Reader::new(open(path, key)?, path)?;
    let mut done = 0;
    while reader.next()?.is_some() {
        done += 1;
        pulse.step(Long::Restoring, done, reader.header().changes)?;
    }
    pulse.over();
    Ok(reader.content())
}

fn is_packed(target: &Path) -> bool {
    target.extension().is_none_or(|extension| extension != "jsonl")
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
