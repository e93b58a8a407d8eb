//! Small things kept beside the record under a name: secrets of the installation, and what a person settled for themselves
//! that must not lie about in the clear.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD as BASE64;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::cipher::Cipher;
use super::files::{At, create_private_folder, names_in, read_if_there, remove_unfinished, sync_folder};
use super::{Error, disk, line};

/// Folder of what is kept.
pub(super) const FOLDER: &str = "kept";
const EXTENSION: &str = ".kept";

#[derive(Serialize, Deserialize)]
struct Content {
    content: Zeroizing<String>,
}

/// The folder of what is kept.
#[derive(Debug)]
pub(super) struct Kept {
    folder: PathBuf,
    cipher: Cipher,
}

impl Kept {
    /// Opens the folder.
    pub(super) fn open(data: &Path, cipher: &Cipher) -> Result<Self, Error> {
        let folder = data.join(FOLDER);
        create_private_folder(&folder)?;
        remove_unfinished(&folder)?;
        Ok(Self { folder, cipher: cipher.clone() })
    }

    /// Names everything that is kept.
    pub(super) fn names(&self) -> Result<Vec<String>, Error> {
        let names = names_in(&self.folder)?;
        Ok(names.iter().filter_map(|name| name.strip_suffix(EXTENSION).map(str::to_owned)).collect())
    }

    /// Reads what is kept under a name.
    pub(super) fn read(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
        let path = self.file_of(name);
        let Some(bytes) = read_if_there(&path)? else { return Ok(None) };
        let content: Option<Content> = line::read_file(&path, &bytes, &self.cipher);
        let content = content.and_then(|content| BASE64.decode(content.content.as_bytes()).ok());
        let damaged = || std::io::Error::new(std::io::ErrorKind::InvalidData, "the file is damaged");
        content.map(|content| Some(Zeroizing::new(content))).ok_or_else(damaged).at(&path)
    }

    /// Keeps something under a name, over what was kept there.
    pub(super) fn write(&self, name: &str, content: &[u8]) -> Result<(), Error> {
        let content = Content { content: Zeroizing::new(BASE64.encode(content)) };
        line::write_file(&self.file_of(name), &content, &self.cipher)
    }

    /// Forgets what is kept under a name.
    pub(super) fn remove(&self, name: &str) -> Result<(), Error> {
        let path = self.file_of(name);
        match disk::remove_file(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            outcome => outcome.at(&path).and_then(|()| sync_folder(&self.folder)),
        }
    }

    /// Where something is kept.
    pub(super) fn file_of(&self, name: &str) -> PathBuf {
        self.folder.join(name.to_owned() + EXTENSION)
    }
}
