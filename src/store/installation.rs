//! Who writes on this installation, and to which log of each scope.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::cipher::Cipher;
use super::files::{read_if_there, set_aside};
use super::{Error, line};
use crate::clock::Clock;
use crate::domain::{PersonId, ScopeId, StreamId};

/// Format of a plain data folder that this program reads and writes.
pub(super) const FORMAT: u32 = 2;
/// Format of an encrypted one, the newest known: the same in everything else, and refused by whoever cannot open it.
pub(super) const ENCRYPTED_FORMAT: u32 = 3;
/// Name of its file.
pub(super) const NAME: &str = "installation.json";

/// Content of the installation file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Installation {
    /// Format of the whole data folder.
    format: u32,
    /// Who makes changes.
    pub(super) author: PersonId,
    /// The log that this installation writes, for each scope it wrote to.
    pub(super) streams: BTreeMap<ScopeId, StreamId>,
    /// Whether the folder is encrypted, which matters when its key is lost.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    encrypted: bool,
}

/// What every later format of the installation file must still have.
#[derive(Deserialize)]
struct AnyFormat {
    format: u32,
}

/// What was found where the installation file should be.
pub(super) enum Found {
    /// A whole file.
    Whole(Installation),
    /// No file.
    Nothing,
    /// A file that is not as it was written.
    Damaged,
}

const fn format_of(encrypted: bool) -> u32 {
    if encrypted { ENCRYPTED_FORMAT } else { FORMAT }
}

impl Installation {
    /// Reads the file; refuses a folder of a newer format by name.
    pub(super) fn look(folder: &Path) -> Result<Found, Error> {
        let path = folder.join(NAME);
        let Some(bytes) = read_if_there(&path)? else { return Ok(Found::Nothing) };
        if let Some(AnyFormat { format }) = line::read_file(&path, &bytes, &Cipher::Plain)
            && format > ENCRYPTED_FORMAT
        {
            return Err(Error::Newer { path, found: format, known: ENCRYPTED_FORMAT });
        }
        Ok(line::read_file(&path, &bytes, &Cipher::Plain).map_or(Found::Damaged, Found::Whole))
    }

    /// Makes a new author without logs, and writes the file; a damaged one is set aside.
    pub(super) fn renew(
        folder: &Path,
        clock: &dyn Clock,
        when: &str,
        encrypted: bool,
    ) -> Result<(Self, Option<PathBuf>), Error> {
        let path = folder.join(NAME);
        let aside = if path.exists() { Some(set_aside(&path, when)?) } else { None };
        let format = format_of(encrypted);
        let new = Self { format, author: PersonId(clock.fresh_id()), streams: BTreeMap::new(), encrypted };
        new.save(folder)?;
        Ok((new, aside))
    }

    /// Format of the folder as this file says it, in what it holds: an encrypted folder is the same in that.
    pub(super) fn format(&self) -> u32 {
        self.format.min(FORMAT)
    }

    /// Whether the file says that the folder is encrypted.
    pub(super) fn is_encrypted(&self) -> bool {
        self.encrypted
    }

    /// Says that the folder has the newest format now, plain or encrypted; the file is still to be written.
    pub(super) fn upgraded(self, encrypted: bool) -> Self {
        Self { format: format_of(encrypted), encrypted, ..self }
    }

    /// Says that the folder is about to become encrypted, so that no older program writes to it meanwhile.
    pub(super) fn about_to_change(self) -> Self {
        Self { format: ENCRYPTED_FORMAT, ..self }
    }

    /// Writes the file.
    pub(super) fn save(&self, folder: &Path) -> Result<(), Error> {
        line::write_file(&folder.join(NAME), self, &Cipher::Plain)
    }
}
