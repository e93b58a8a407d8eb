//! Turning encryption on and off: everything is written anew beside the old, and one rename decides.
//!
//! Until that rename the folder is what it was; from it on it is what it becomes, and whoever opens it next finishes what a
//! crash left undone. The old copies go last, with everything else that still holds plain text.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::cipher::{Cipher, SecretKey};
use super::clean::CleanStop;
use super::database::Database;
use super::drafts::Drafts;
use super::files::{self, At};
use super::installation::{self, Installation};
use super::journal::{self, Lines};
use super::kept::Kept;
use super::key::{self, Cost, Found, KeyFile, Passphrase, RecoveryCode, Standing};
use super::opening::{COPY, DATABASE, JOURNAL, replay};
use super::{
    Error, Long, Notice, Pulse, Store, backup, check, clean, disk, drafts, kept, lent, line, salvage, upgrade,
};

/// What is being written; worthless until it has another name.
const UNFINISHED: &str = "changing.unfinished";
/// What is to take the place of the plain copies,
const ENCRYPTED: &str = "changed.encrypted";
/// and of the encrypted ones.
const PLAIN: &str = "changed.plain";

const TRIES: u32 = 100;
const PAUSE: Duration = Duration::from_millis(20);

/// Everything that is written anew, in the order it is moved to its place: what keeps older programs out comes first.
const MOVED: [&str; 8] =
    [installation::NAME, key::NAME, key::COPY, JOURNAL, DATABASE, drafts::FOLDER, kept::FOLDER, clean::NAME];

/// Finishes what was decided, and does away with what was not.
pub(super) fn finish(folder: &Path) -> Result<Option<Notice>, Error> {
    let mut notice = None;
    for (name, encrypted) in [(ENCRYPTED, true), (PLAIN, false)] {
        let ready = folder.join(name);
        if !ready.is_dir() {
            continue;
        }
        for name in MOVED {
            let (new, old) = (ready.join(name), folder.join(name));
            if new.exists() {
                remove(&old)?;
                disk::rename(&new, &old).at(&new)?;
                files::sync_folder(&ready)?;
                files::sync_folder(folder)?;
            }
        }
        if encrypted {
            plain_leftovers(folder)?.iter().try_for_each(|path| remove(path))?;
        } else {
            [key::NAME, key::COPY].into_iter().try_for_each(|name| remove(&folder.join(name)))?;
        }
        files::sync_folder(folder)?;
        disk::remove_folder(&ready).at(&ready)?;
        files::sync_folder(folder)?;
        notice = Some(Notice::EncryptionChanged { encrypted });
    }
    remove(&folder.join(UNFINISHED))?;
    Ok(notice)
}

fn remove(path: &Path) -> Result<(), Error> {
    let mut tries = 0;
    loop {
        let removed = if path.is_dir() { disk::remove_folder_all(path) } else { disk::remove_file(path) };
        match removed {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            // sled's threads write on a moment after it was let go.
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty && tries < TRIES => {
                tries += 1;
                std::thread::sleep(PAUSE);
            }
            outcome => return outcome.at(path),
        }
    }
}

/// Finds how a folder is written, and the key to it.
pub(super) fn cipher(
    folder: &Path,
    installation: &installation::Found,
    typed: Option<&Passphrase>,
) -> Result<(Cipher, Option<Notice>), Error> {
    let folder_named = || folder.to_owned();
    let (file, standing) = match KeyFile::look(folder)? {
        Found::Whole(file, standing) => (file, standing),
        Found::Nothing if !says_encrypted(folder, installation)? => return Ok((Cipher::Plain, None)),
        Found::Nothing | Found::Damaged => return Err(Error::KeyLost { folder: folder_named() }),
    };
    let typed = typed.ok_or_else(|| Error::Locked { folder: folder_named() })?;
    let key = file.unwrap(typed).ok_or_else(|| Error::WrongPassphrase { folder: folder_named() })?;
    if standing != Standing::Both {
        file.save(folder)?;
    }
    Ok((Cipher::Sealed(key), (standing == Standing::OneLost).then_some(Notice::KeyRestored)))
}

/// Whether the folder is an encrypted one whose key is not there.
fn says_encrypted(folder: &Path, installation: &installation::Found) -> Result<bool, Error> {
    match installation {
        installation::Found::Whole(installation) if installation.is_encrypted() => return Ok(true),
        // It was closed in the clear and says so itself, which makes two that say it.
        installation::Found::Whole(_) if CleanStop::look(folder, &Cipher::Plain)?.is_some() => return Ok(false),
        _ => {}
    }
    has_sealed_log(folder)
}

/// Whether a log of the folder begins with a line that only a key opens.
pub(super) fn has_sealed_log(folder: &Path) -> Result<bool, Error> {
    let folder = folder.join(JOURNAL);
    for stream in journal::streams_in(&folder)? {
        let first = Lines::read(&journal::file_of(&folder, stream), 0, u64::MAX)?.next().transpose()?;
        if first.is_some_and(|first| line::is_sealed_change(&first.bytes)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Names what may hold plain text and is never read again: what was set aside, copies, texts lent to an editor.
pub(super) fn plain_leftovers(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let is_aside = |name: &str| name.contains(".damaged-") || name.contains(".torn-");
    let is_left = |name: &str| {
        is_aside(name)
            || name.starts_with(upgrade::BACKUP)
            || [upgrade::UNFINISHED_BACKUP, COPY, salvage::FOLDER, lent::FOLDER, backup::FOLDER].contains(&name)
    };
    let mut found: Vec<PathBuf> =
        files::names_in(folder)?.iter().filter(|name| is_left(name)).map(|name| folder.join(name)).collect();
    for below in [JOURNAL, drafts::FOLDER, kept::FOLDER].map(|name| folder.join(name)) {
        found.extend(files::names_in(&below)?.iter().filter(|name| is_aside(name)).map(|name| below.join(name)));
    }
    Ok(found)
}

impl Store {
    /// Whether a folder asks for a passphrase before it opens.
    #[must_use]
    pub fn asks_for_passphrase(folder: &Path) -> bool {
        [key::NAME, key::COPY, ENCRYPTED].iter().any(|name| folder.join(name).exists())
    }

    /// Whether what is stored is encrypted.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.cipher.is_sealed()
    }

    /// Names the files and folders that [`Store::encrypt`] does away with: what was set aside or copied before, and texts
    /// never taken back from an editor.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn plain_leftovers(&self) -> Result<Vec<PathBuf>, Error> {
        plain_leftovers(&self.folder)
    }

    /// Encrypts everything, and closes the store.
    ///
    /// # Errors
    /// When something cannot be read or written. Before the point of decision the folder is as it was; after it the next
    /// opening finishes.
    pub fn encrypt(self, passphrase: &Passphrase, cost: Cost, pulse: &Pulse) -> Result<(), Error> {
        let key = SecretKey::random().at(&self.folder)?;
        let file = KeyFile::wrap(&key, passphrase, cost, &self.folder)?;
        self.change(&Cipher::Sealed(key), Some(&file), pulse)
    }

    /// Writes everything in the clear again, and closes the store.
    ///
    /// # Errors
    /// As [`Store::encrypt`].
    pub fn decrypt(self, pulse: &Pulse) -> Result<(), Error> {
        self.change(&Cipher::Plain, None, pulse)
    }

    /// Lets another passphrase open the folder, in place of the one there was; nothing else is written anew.
    ///
    /// # Errors
    /// [`Error::KeyLost`] when the folder is not encrypted, or the file cannot be written.
    pub fn change_passphrase(&self, passphrase: &Passphrase, cost: Cost) -> Result<(), Error> {
        let (key, file) = self.key()?;
        file.rewrap(key, passphrase, cost, &self.folder)?.save(&self.folder)
    }

    /// Makes a code that opens the folder too, in place of the one there was.
    ///
    /// # Errors
    /// As [`Store::change_passphrase`].
    pub fn renew_recovery_code(&self) -> Result<RecoveryCode, Error> {
        let (key, file) = self.key()?;
        let (file, code) = file.with_code(key, &self.folder)?;
        file.save(&self.folder)?;
        Ok(code)
    }

    /// Whether a recovery code opens the folder too.
    ///
    /// # Errors
    /// As [`Store::change_passphrase`].
    pub fn has_recovery_code(&self) -> Result<bool, Error> {
        self.key().map(|(_, file)| file.has_code())
    }

    fn key(&self) -> Result<(&SecretKey, KeyFile), Error> {
        match (&self.cipher, KeyFile::look(&self.folder)?) {
            (Cipher::Sealed(key), Found::Whole(file, _)) => Ok((key, file)),
            _ => Err(Error::KeyLost { folder: self.folder.clone() }),
        }
    }

    fn change(self, cipher: &Cipher, key: Option<&KeyFile>, pulse: &Pulse) -> Result<(), Error> {
        let beside = self.folder.join(UNFINISHED);
        remove(&beside)?;
        let written = self.write_beside(&beside, cipher, key, pulse);
        pulse.over();
        if let Err(error) = written {
            // Nothing was decided: what there is of it may go now, or on the next opening.
            let _ = remove(&beside);
            return Err(error);
        }
        self.installation.clone().about_to_change().save(&self.folder)?;
        // sled writes on when it is let go; that must be over before its folder is another.
        drop(self.database);
        let ready = self.folder.join(if cipher.is_sealed() { ENCRYPTED } else { PLAIN });
        disk::rename(&beside, &ready).at(&beside)?;
        files::sync_folder(&self.folder)?;
        finish(&self.folder).map(drop)
    }

    /// Writes everything anew into a folder, reads it back, and brings it to the disk.
    fn write_beside(&self, beside: &Path, cipher: &Cipher, key: Option<&KeyFile>, pulse: &Pulse) -> Result<(), Error> {
        let journal = beside.join(JOURNAL);
        files::create_private_folder(&journal)?;
        let all = self.journal.tips().values().map(|tip| tip.seq).sum::<u64>();
        let mut done = 0;
        for (stream, tip) in self.journal.tips() {
            let old = journal::file_of(&self.folder.join(JOURNAL), *stream);
            let mut lines = Lines::read(&old, 0, tip.length)?;
            let mut stopped = None;
            let new = journal::file_of(&journal, *stream);
            files::write_whole_with(&new, |file| {
                lines.try_for_each(|found| {
                    let read = found.and_then(|found| {
                        done += 1;
                        pulse.step(Long::Encrypting, done, all)?;
                        found.change(&self.cipher).ok_or_else(|| unlike(&old))
                    });
                    let logged = read.map_err(|error| {
                        stopped = Some(error);
                        io::ErrorKind::Interrupted
                    })?;
                    file.write_all(&line::of_change(&logged, cipher)?)
                })
            })
            .map_err(|error| stopped.take().unwrap_or(error))?;
        }
        let database = Database::open(&beside.join(DATABASE), cipher)?;
        let mut done = 0;
        for (stream, tip) in self.journal.tips() {
            let path = journal::file_of(&journal, *stream);
            let changes = Lines::read(&path, 0, u64::MAX)?.map(|found| {
                done += 1;
                pulse.step(Long::Encrypting, done, all)?;
                found?.change(cipher).ok_or_else(|| unlike(&path))
            });
            replay(&database, changes)?;
            let reached = database.tip(*stream)?;
            if reached.is_none_or(|reached| (reached.seq, reached.head) != (tip.seq, tip.head)) {
                return Err(unlike(&path));
            }
        }
        let report = check::run(&journal, &database, pulse)?;
        if let Some(why) = report.journal.iter().chain(&report.database).next() {
            return Err(database.damaged(why.as_str()));
        }
        database.sync()?;
        let tips: std::collections::BTreeMap<_, _> = database.tips()?.into_iter().collect();
        drop(database);
        let (drafts, _) = Drafts::open(beside, "", cipher)?;
        self.drafts.all()?.iter().try_for_each(|draft| drafts.save(draft))?;
        let kept = Kept::open(beside, cipher)?;
        for name in self.kept.names()? {
            if let Some(content) = self.kept.read(&name)? {
                kept.write(&name, &content)?;
            }
        }
        self.installation.clone().upgraded(cipher.is_sealed()).save(beside)?;
        key.map_or(Ok(()), |key| key.save(beside))?;
        CleanStop::of(tips.iter()).leave(beside, cipher)?;
        files::sync_everything(beside)
    }
}

/// Says that what was read is not what should be there.
fn unlike(path: &Path) -> Error {
    Error::Io { path: path.to_owned(), source: io::Error::new(io::ErrorKind::InvalidData, "not what was written") }
}

impl Installation {
    /// Writes the file if the folder is now another than it says.
    pub(super) fn brought_up(self, folder: &Path, encrypted: bool) -> Result<Self, Error> {
        let now = self.clone().upgraded(encrypted);
        if now != self {
            now.save(folder)?;
        }
        Ok(now)
    }
}
