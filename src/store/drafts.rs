//! Unfinished texts: one small file each, replaced as a whole, so that a crash leaves the old text or the new one.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::cipher::Cipher;
use super::files::{At, create_private_folder, names_in, read_if_there, remove_unfinished, set_aside, sync_folder};
use super::{Draft, Error, Notice, disk, line};

/// Folder of the drafts.
pub(super) const FOLDER: &str = "drafts";
const EXTENSION: &str = ".draft";

#[derive(Serialize, Deserialize)]
struct Content {
    key: String,
    text: String,
}

/// The folder of drafts.
#[derive(Debug)]
pub(super) struct Drafts {
    folder: PathBuf,
    cipher: Cipher,
}

impl Drafts {
    /// Opens the folder; drafts that cannot be read are set aside and told.
    pub(super) fn open(data: &Path, when: &str, cipher: &Cipher) -> Result<(Self, Vec<Notice>), Error> {
        let folder = data.join(FOLDER);
        create_private_folder(&folder)?;
        remove_unfinished(&folder)?;
        let drafts = Self { folder, cipher: cipher.clone() };
        let mut notices = Vec::new();
        for path in drafts.files()? {
            if drafts.read(&path)?.is_none() {
                notices.push(Notice::DraftSetAside { set_aside: set_aside(&path, when)? });
            }
        }
        Ok((drafts, notices))
    }

    /// Writes a draft over the one with the same key.
    pub(super) fn save(&self, draft: &Draft) -> Result<(), Error> {
        let content = Content { key: draft.key.clone(), text: draft.text.clone() };
        line::write_file(&self.file_of(&draft.key), &content, &self.cipher)
    }

    /// Removes a draft, if there is one.
    pub(super) fn clear(&self, key: &str) -> Result<(), Error> {
        let path = self.file_of(key);
        match disk::remove_file(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            outcome => outcome.at(&path).and_then(|()| sync_folder(&self.folder)),
        }
    }

    /// Reads all drafts, by key.
    pub(super) fn all(&self) -> Result<Vec<Draft>, Error> {
        let mut drafts = Vec::new();
        for path in self.files()? {
            // Opening found it whole, so the disk changed under the running program: that is said, not passed over.
            let draft = self.read(&path)?.ok_or_else(|| Error::Io {
                path: path.clone(),
                source: std::io::Error::new(std::io::ErrorKind::InvalidData, "the draft is damaged"),
            })?;
            drafts.push(draft);
        }
        drafts.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(drafts)
    }

    fn file_of(&self, key: &str) -> PathBuf {
        let name: String = blake3::hash(key.as_bytes()).to_hex().chars().take(32).collect();
        self.folder.join(name + EXTENSION)
    }

    fn files(&self) -> Result<Vec<PathBuf>, Error> {
        let names = names_in(&self.folder)?;
        Ok(names.iter().filter(|name| name.ends_with(EXTENSION)).map(|name| self.folder.join(name)).collect())
    }

    fn read(&self, path: &Path) -> Result<Option<Draft>, Error> {
        let content: Option<Content> =
            read_if_there(path)?.and_then(|bytes| line::read_file(path, &bytes, &self.cipher));
        // A whole draft under another key's name would shadow that key's own.
        let content = content.filter(|content| self.file_of(&content.key) == path);
        Ok(content.map(|Content { key, text }| Draft { key, text }))
    }
}
