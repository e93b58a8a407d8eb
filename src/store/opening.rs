//! The opening sequence: from whatever is on the disk to two copies that are whole and agree.
//!
//! The short way looks at the ends only: where the database stands, the last line of each journal file, what follows
//! it. Anything unexpected takes the long way, `reconcile`, which reads both copies from the first change.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::batch::Batch;
use super::cipher::Cipher;
use super::clean::CleanStop;
use super::database::Database;
use super::disk;
use super::files::{self, At};
use super::journal::{self, End, Lines};
use super::locking;
use super::reconcile::{self, Trust};
use super::tip::Tip;
use super::tree::Tree;
use super::{Error, Key, Long, Notice, Pulse};
use crate::domain::{Logged, StreamId};

/// Folder of the database.
pub(super) const DATABASE: &str = "db";
/// Folder of the journal.
pub(super) const JOURNAL: &str = "journal";
/// Copy of the database as it was found after a crash.
pub(super) const COPY: &str = "db.before-recovery";
/// Where there are more logs than these, sled takes a multiple of [`ALONE`].
const FEW: usize = 16;
/// So long sled is left alone: it begins by reading where all is, and another thread that reads meanwhile held it up by 2 ms of 30.
/// Later it waits for threads of its own, and for the disk.
const ALONE: Duration = Duration::from_millis(5);
/// Changes folded in one transaction while replaying.
const TOGETHER: usize = 256;

/// The two copies, whole and agreeing.
#[derive(Debug)]
pub(super) struct Copies {
    /// The database.
    pub(super) database: Database,
    /// Where each journal file ends.
    pub(super) tips: BTreeMap<StreamId, Tip>,
}

/// What an opening works with.
#[derive(Debug)]
pub(super) struct Site {
    /// The data folder.
    pub(super) folder: PathBuf,
    /// Time as it goes into the names of files set aside.
    pub(super) when: String,
    /// The mark of a clean stop, if there is one.
    pub(super) clean: Option<CleanStop>,
    /// Whether there was no folder of the database, so that the one now there is new.
    pub(super) database_was_absent: bool,
    /// How what is stored is written.
    pub(super) cipher: Cipher,
    /// A backup that may fill what both copies lack.
    pub(super) help: Option<Help>,
    /// Told of what takes long.
    pub(super) pulse: Pulse,
}

/// A backup that a person named to mend what is damaged in both copies.
#[derive(Clone, Debug)]
pub(super) struct Help {
    /// The file.
    pub(super) path: PathBuf,
    /// What opens it.
    pub(super) key: Key,
}

impl Site {
    /// Folder of the database.
    pub(super) fn database(&self) -> PathBuf {
        self.folder.join(DATABASE)
    }

    /// Folder of the journal.
    pub(super) fn journal(&self) -> PathBuf {
        self.folder.join(JOURNAL)
    }
}

/// Opens both copies, mending what one of them can mend in the other.
pub(super) fn open(site: &Site, notices: &mut Vec<Notice>) -> Result<Copies, Error> {
    let path = site.database();
    remove_half_snapshots(&path)?;
    if site.clean.is_none() && path.exists() {
        keep_copy(&path, &site.folder.join(COPY), &site.pulse)?;
    }
    let journal = site.journal();
    let (database, files) = thread::scope(|scope| {
        // sled takes many times as long, so that nobody waits for this.
        let read = || {
            if journal::streams_in(&journal)?.len() > FEW {
                thread::sleep(ALONE);
            }
            journal::ends(&journal, &site.cipher)
        };
        let files = thread::Builder::new().spawn_scoped(scope, read).at(&journal)?;
        let database = Database::open(&path, &site.cipher);
        Ok((database, files.join().unwrap_or_else(|fault| panic::resume_unwind(fault))?))
    })?;
    let database = match database {
        Ok(database) => Ok(database),
        Err(Error::Database { why, .. }) => Err(why),
        Err(other) => return Err(other),
    };
    if let Ok(database) = &database {
        match look_at_ends(site, database, &files) {
            Ok(Some(ends)) => return follow(site, database.clone(), ends, notices),
            Ok(None) | Err(Error::Database { .. }) => {}
            Err(other) => return Err(other),
        }
    }
    // Small files of another folder put into this one may have said that it is in the clear.
    if !site.cipher.is_sealed() && locking::has_sealed_log(&site.folder)? {
        return Err(Error::KeyLost { folder: site.folder.clone() });
    }
    let trust = if site.clean.is_some() { Trust::IfComplete } else { Trust::IfBehind };
    reconcile::mend(site, database.ok(), trust, notices)
}

/// sled never finishes, and never again opens, a snapshot whose writing was interrupted.
fn remove_half_snapshots(database: &Path) -> Result<(), Error> {
    for name in files::names_in(database)? {
        if name.starts_with("snap.") && name.ends_with(".generating") {
            let path = database.join(name);
            disk::remove_file(&path).at(&path)?;
        }
    }
    Ok(())
}

/// Keeps the database as the crash left it, since sled rewrites damaged regions as it opens.
///
/// The copy is a convenience for a recovery by hand, so a full disk must not keep the store from opening.
fn keep_copy(database: &Path, copy: &Path, pulse: &Pulse) -> Result<(), Error> {
    let _ = disk::remove_folder_all(copy);
    let copied = files::copy_folder(database, copy, &mut |files| pulse.step(Long::Copying, files, 0));
    if copied.is_err() {
        let _ = disk::remove_folder_all(copy);
    }
    if matches!(copied, Err(Error::Stopped)) { copied } else { Ok(()) }
}

/// What the ends of all journal files look like, when nothing is wrong with them.
#[derive(Debug, Default)]
struct Ends {
    tips: BTreeMap<StreamId, Tip>,
    ahead: Vec<Logged>,
    torn: Vec<(PathBuf, u64)>,
}

/// Compares the ends of the copies; nothing when they do not fit.
fn look_at_ends(site: &Site, database: &Database, files: &BTreeMap<StreamId, End>) -> Result<Option<Ends>, Error> {
    let folded: BTreeMap<StreamId, Tip> = database.tips()?.into_iter().collect();
    let known = database.totals()?;
    if site.database_was_absent && !files.is_empty() {
        return Ok(None);
    }
    if known.is_none() && !(folded.is_empty() && database.is_empty(Tree::Records)?) {
        return Ok(None);
    }
    if known.is_some_and(|totals| totals.changes != folded.values().map(|tip| tip.seq).sum::<u64>()) {
        return Ok(None);
    }
    let mut streams: BTreeSet<StreamId> = files.keys().chain(folded.keys()).copied().collect();
    streams.extend(site.clean.iter().flat_map(CleanStop::streams));
    let mut ends = Ends::default();
    for stream in streams {
        let behind = folded.get(&stream);
        let file = files.get(&stream).copied().unwrap_or_default();
        let Some(tip) = look_at_end(site, stream, file, behind, &mut ends)? else { return Ok(None) };
        if let Some(end) = site.clean.as_ref().and_then(|clean| clean.end(stream)) {
            let database_fell_back = behind.is_none_or(|tip| tip.seq < end.seq);
            if database_fell_back || tip.seq < end.seq {
                return Ok(None);
            }
        }
        if tip.seq > 0 {
            ends.tips.insert(stream, tip);
        }
    }
    Ok(Some(ends))
}

fn look_at_end(
    site: &Site,
    stream: StreamId,
    file: End,
    folded: Option<&Tip>,
    ends: &mut Ends,
) -> Result<Option<Tip>, Error> {
    let path = journal::file_of(&site.journal(), stream);
    let mut tip = folded.cloned();
    let start = tip.as_ref().map_or(0, |tip| tip.length);
    if file.length < start {
        return Ok(None);
    }
    let is_at_end = start == file.length;
    if start > 0 {
        let head = if is_at_end { file.head } else { journal::head_at(&path, start, &site.cipher)? };
        if head.is_none() || head != tip.as_ref().and_then(|tip| tip.head) {
            return Ok(None);
        }
    }
    let lines = if is_at_end { None } else { Some(Lines::read(&path, start, file.length)?) };
    for found in lines.into_iter().flatten() {
        let found = found?;
        let Some(logged) = found.change(&site.cipher) else {
            let last = found.offset + found.bytes.len() as u64 + u64::from(found.ended) == file.length;
            if !last {
                return Ok(None);
            }
            ends.torn.push((path, found.offset));
            break;
        };
        let tip = tip.get_or_insert_with(|| Tip::new(logged.change.scope));
        if logged.change.stream != stream || !tip.is_followed_by(&logged) {
            return Ok(None);
        }
        tip.advance(&logged, &site.cipher);
        ends.ahead.push(logged);
    }
    // A file in which nothing was ever saved stands at the beginning of its log.
    Ok(Some(tip.unwrap_or_else(|| Tip::new(crate::domain::ScopeId::Private))))
}

/// Folds in what the journal has beyond the database, and cuts torn lines off.
fn follow(site: &Site, database: Database, ends: Ends, notices: &mut Vec<Notice>) -> Result<Copies, Error> {
    for (path, offset) in ends.torn {
        let aside = cut_torn_line(&path, offset, &site.when)?;
        notices.push(Notice::TornLineSetAside { set_aside: aside });
    }
    match replay(&database, ends.ahead.iter().map(|logged| Ok(logged.clone()))) {
        Ok(0) => {}
        Ok(changes) => notices.push(Notice::Replayed { changes }),
        // The database looked whole and is not.
        Err(Error::Database { .. }) => return reconcile::mend(site, Some(database), Trust::None, notices),
        Err(other) => return Err(other),
    }
    Ok(Copies { database, tips: ends.tips })
}

/// Moves a torn line from the end of a journal file into a file of its own.
pub(super) fn cut_torn_line(path: &Path, offset: u64, when: &str) -> Result<PathBuf, Error> {
    let aside = files::name_beside(path, "torn", when);
    let bytes = fs::read(path).at(path)?;
    let torn = usize::try_from(offset).ok().and_then(|offset| bytes.get(offset..)).unwrap_or_default();
    files::write_whole(&aside, torn)?;
    let file = disk::open(files::private_file().write(true), path).at(path)?;
    disk::set_len(&file, offset).and_then(|()| disk::sync_all(&file)).at(path)?;
    Ok(aside)
}

/// Folds changes into the database, many to a transaction; returns how many there were.
pub(super) fn replay(database: &Database, changes: impl Iterator<Item = Result<Logged, Error>>) -> Result<u64, Error> {
    let mut count = 0;
    let mut changes = changes.peekable();
    while changes.peek().is_some() {
        let mut batch = Batch::new(database)?;
        for logged in changes.by_ref().take(TOGETHER) {
            batch.add(&logged?)?;
            count += 1;
        }
        batch.commit()?;
    }
    Ok(count)
}
