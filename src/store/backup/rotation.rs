//! The backups that are made without asking: one for each day on which something changed, a bounded number of them.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::wrapping::{Key, Secrecy};
use super::{Backing, Content};
use crate::domain::RecordId;
use crate::store::cipher::Cipher;
use crate::store::disk;
use crate::store::files::{
    At, create_private_folder, names_in, read_if_there, remove_unfinished, sync_folder, write_whole,
};
use crate::store::{Error, Store, key, line, opening};

/// Where in the data folder they are kept unless another folder is named, and what is known of the last one always.
pub(in crate::store) const FOLDER: &str = "backups";
const LAST: &str = "last.json";
const PREFIX: &str = "bienban-";
const SUFFIX: &str = ".jsonl.gz";
/// What is encrypted has another name, so that it never takes the place of what is not.
const SEALED: &str = ".jsonl.gz.age";
/// The wrapped key of the folder, beside the backups that it opens.
const KEY: &str = ".key.json";

/// How many automatic backups are kept, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keep {
    /// Where; within the data folder when not named.
    pub folder: Option<PathBuf>,
    /// At most so many; 0 means that none is made.
    pub most: usize,
    /// At most so many bytes together, but always the newest one.
    pub bytes: u64,
}

impl Default for Keep {
    fn default() -> Self {
        Self { folder: None, most: 10, bytes: 500 << 20 }
    }
}

/// The last automatic backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Last {
    file: PathBuf,
    day: NaiveDate,
    content: String,
}

/// An automatic backup that is being made.
#[derive(Debug)]
pub(in crate::store) struct Automatic {
    backing: Backing,
    last: Last,
}

/// The newest automatic backup of a data folder, if it is still there.
pub(in crate::store) fn newest(data: &Path) -> Option<PathBuf> {
    let folder = data.join(FOLDER);
    let noted = last(data).map(|last| last.file);
    let by_name = || {
        let names = names_in(&folder).unwrap_or_default();
        names.into_iter().rfind(|name| is_backup(name)).map(|name| folder.join(name))
    };
    noted.filter(|file| file.exists()).or_else(by_name)
}

/// Where the wrapped key lies that opens an automatic backup of an encrypted folder.
pub(super) fn key_beside(backup: &Path) -> PathBuf {
    let name = backup.file_name().unwrap_or_default().to_string_lossy();
    let mark = name.strip_suffix(SEALED).and_then(|name| name.rsplit_once('-')).map_or("", |(_, mark)| mark);
    backup.with_file_name(format!("{PREFIX}{mark}{KEY}"))
}

fn is_backup(name: &str) -> bool {
    name.starts_with(PREFIX) && [SUFFIX, SEALED].iter().any(|end| name.ends_with(end))
}

fn last(data: &Path) -> Option<Last> {
    let path = data.join(FOLDER).join(LAST);
    let bytes = read_if_there(&path).ok().flatten()?;
    // It tells no word of what was typed, and is needed where the folder cannot be opened.
    line::read_file(&path, &bytes, &Cipher::Plain)
}

impl Store {
    /// The last automatic backup that was made, wherever its file is now, and its day.
    #[must_use]
    pub fn last_backup(&self) -> Option<(PathBuf, NaiveDate)> {
        last(&self.folder).map(|last| (last.file, last.day))
    }

    /// Makes a little of the automatic backup, should one be due; true when there is nothing left to do.
    ///
    /// One is due when something changed since the last one; with `once_a_day`, only when that is of an earlier day. A later
    /// one of a day takes the place of the earlier one, whose changes it has too. The store may be used meanwhile.
    ///
    /// # Errors
    /// As [`Store::back_up`]; the older backups are then untouched.
    pub fn back_up_some(&mut self, keep: &Keep, once_a_day: bool, limit: usize) -> Result<bool, Error> {
        // One that lags behind is of use in the middle of the work, but not at its end.
        let now = self.content().hash;
        let mut automatic = match self.automatic.take().filter(|begun| once_a_day || begun.last.content == now) {
            Some(automatic) => automatic,
            None => match self.due(keep, once_a_day)? {
                Some(automatic) => automatic,
                None => return Ok(true),
            },
        };
        if automatic.backing.go_on(&self.folder.join(opening::JOURNAL), limit)?.is_none() {
            self.automatic = Some(automatic);
            return Ok(false);
        }
        self.keep_key_beside(&automatic.last.file)?;
        line::write_file(&self.folder.join(FOLDER).join(LAST), &automatic.last, &Cipher::Plain)?;
        drop_oldest(&automatic.last.file, self.mark().as_str(), keep)?;
        Ok(true)
    }

    fn due(&self, keep: &Keep, once_a_day: bool) -> Result<Option<Automatic>, Error> {
        let (content, day) = (self.content(), self.clock.now().date_naive());
        let last = last(&self.folder).filter(|last| last.file.exists());
        let is_known = last.as_ref().is_some_and(|last| last.content == content.hash);
        let is_soon = once_a_day && last.is_some_and(|last| last.day == day);
        if keep.most == 0 || content.changes == 0 || is_known || is_soon {
            return Ok(None);
        }
        let (secrecy, end) = match Key::of(&self.cipher) {
            None => (Secrecy::Plain, SUFFIX),
            // What is encrypted in the data folder must not lie beside it in the open.
            Some(key) => (Secrecy::OfFolder(key), SEALED),
        };
        let own = self.folder.join(FOLDER);
        create_private_folder(&own)?;
        let folder = keep.folder.clone().unwrap_or(own);
        create_private_folder(&folder)?;
        remove_unfinished(&folder)?;
        let file = folder.join(format!("{PREFIX}{day}-{}{end}", self.mark()));
        let Content { hash, .. } = content;
        // Before the backup has its name: nobody could open it without.
        self.keep_key_beside(&file)?;
        let backing = Backing::begin(self, &file, true, secrecy)?;
        Ok(Some(Automatic { backing, last: Last { file, day, content: hash } }))
    }

    /// Keeps the wrapped key of an encrypted folder beside its backups: they outlive the folder.
    fn keep_key_beside(&self, backup: &Path) -> Result<(), Error> {
        let path = self.folder.join(key::NAME);
        let Some(bytes) = read_if_there(&path)?.filter(|_| self.cipher.is_sealed()) else { return Ok(()) };
        let beside = key_beside(backup);
        if read_if_there(&beside)?.is_some_and(|there| there == bytes) { Ok(()) } else { write_whole(&beside, &bytes) }
    }

    /// Tells the backups of this installation from those of others in the same folder.
    fn mark(&self) -> String {
        RecordId(self.installation.author.0).reference()
    }
}

/// Removes the oldest backups of an installation beyond what is to be kept; never the one that was just made.
fn drop_oldest(made: &Path, mark: &str, keep: &Keep) -> Result<(), Error> {
    let folder = super::folder_of(made);
    let ends = [SUFFIX, SEALED].map(|end| format!("-{mark}{end}"));
    let names = names_in(&folder)?;
    let is_own = |name: &&String| is_backup(name) && ends.iter().any(|end| name.ends_with(end));
    let files = names.iter().filter(is_own).map(|name| folder.join(name));
    let (mut count, mut bytes) = (1, fs::metadata(made).at(made)?.len());
    for file in files.rev().filter(|file| file != made) {
        bytes += fs::metadata(&file).at(&file)?.len();
        count += 1;
        if count > keep.most || bytes > keep.bytes {
            disk::remove_file(&file).at(&file)?;
        }
    }
    sync_folder(&folder)
}
