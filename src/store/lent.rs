//! Texts lent to an editor of the person's own: a private folder each, within the data folder, gone once the text is back.
//!
//! What such an editor leaves beside its file, a backup or a swap file, goes with the folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::files::{At, create_private_folder, names_in, private_file, read_if_there};
use super::{Error, Notice, disk};

/// Folder of the texts that are lent.
pub(super) const FOLDER: &str = "editing";
const FILE: &str = "bienban.txt";

/// A text that another program may change.
#[derive(Debug)]
pub struct Lent {
    folder: PathBuf,
    given: Vec<u8>,
    /// Whether it holds what was left of an earlier time.
    holds_left: bool,
}

impl Lent {
    /// Lends the text of a place; behind what was left of an earlier time there, if that is not in the text.
    ///
    /// # Errors
    /// [`Error::Io`] when the file cannot be written.
    pub fn give(data: &Path, key: &str, text: &str) -> Result<Self, Error> {
        let name: String = blake3::hash(key.as_bytes()).to_hex().chars().take(16).collect();
        let folder = data.join(FOLDER).join(name);
        create_private_folder(&folder)?;
        let path = folder.join(FILE);
        let left = read_if_there(&path)?.unwrap_or_default();
        let holds = |words: &[u8]| words.is_empty() || left.windows(words.len()).any(|part| part == words);
        let holds_left = !left.trim_ascii().is_empty() && left.trim_ascii() != text.trim().as_bytes();
        let given = match (holds_left, holds(text.trim().as_bytes())) {
            (false, _) => format!("{text}\n").into_bytes(),
            (true, true) => left,
            (true, false) => [left.trim_ascii_end(), b"\n\n", text.as_bytes(), b"\n"].concat(),
        };
        let file = disk::open(private_file().write(true).create(true).truncate(true), &path).at(&path)?;
        disk::write_all(&file, &given).and_then(|()| disk::sync_all(&file)).at(&path)?;
        Ok(Self { folder, given, holds_left })
    }

    /// Returns the file that holds the text.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    /// Reads what the file holds now; nothing when it is as it was given.
    ///
    /// # Errors
    /// [`Error::Io`] when it cannot be read.
    pub fn changed(&self) -> Result<Option<Vec<u8>>, Error> {
        let path = self.path();
        let now = fs::read(&path).at(&path)?;
        Ok((now != self.given).then_some(now))
    }

    /// Ends it with nothing taken back; what was left of an earlier time stays.
    ///
    /// # Errors
    /// [`Error::Io`] when it cannot be removed.
    pub fn drop_unchanged(self) -> Result<(), Error> {
        if self.holds_left { Ok(()) } else { self.end() }
    }

    /// Does away with the file and everything beside it.
    ///
    /// # Errors
    /// [`Error::Io`] when it cannot be removed.
    pub fn end(self) -> Result<(), Error> {
        disk::remove_folder_all(&self.folder).at(&self.folder)
    }
}

/// Names the texts that were never taken back, because the program or the machine stopped.
pub(super) fn left(data: &Path) -> Result<Vec<Notice>, Error> {
    let folder = data.join(FOLDER);
    let files = names_in(&folder)?.into_iter().map(|name| folder.join(name).join(FILE));
    Ok(files.filter(|path| path.is_file()).map(|path| Notice::TextLeft { path }).collect())
}
