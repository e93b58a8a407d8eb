//! Who writes on this installation, and to which log of each scope.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::files::{read_if_there, set_aside};
use super::{Error, line};
use crate::clock::Clock;
use crate::domain::{PersonId, ScopeId, StreamId};

/// Format of the data folder that this program reads and writes.
pub(super) const FORMAT: u32 = 2;
const NAME: &str = "installation.json";

/// Content of the installation file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Installation {
    /// Format of the whole data folder.
    format: u32,
    /// Who makes changes.
    pub(super) author: PersonId,
    /// The log that this installation writes, for each scope it wrote to.
    pub(super) streams: BTreeMap<ScopeId, StreamId>,
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

impl Installation {
    /// Reads the file; refuses a folder of a newer format by name.
    pub(super) fn look(folder: &Path) -> Result<Found, Error> {
        let path = folder.join(NAME);
        let Some(bytes) = read_if_there(&path)? else { return Ok(Found::Nothing) };
        if let Some(AnyFormat { format }) = line::read_file(&bytes)
            && format > FORMAT
        {
            return Err(Error::Newer { path, found: format, known: FORMAT });
        }
        Ok(line::read_file(&bytes).map_or(Found::Damaged, Found::Whole))
    }

    /// Makes a new author without logs, and writes the file; a damaged one is set aside.
    pub(super) fn renew(folder: &Path, clock: &dyn Clock, when: &str) -> Result<(Self, Option<PathBuf>), Error> {
        let path = folder.join(NAME);
        let aside = if path.exists() { Some(set_aside(&path, when)?) } else { None };
        let new = Self { format: FORMAT, author: PersonId(clock.fresh_id()), streams: BTreeMap::new() };
        new.save(folder)?;
        Ok((new, aside))
    }

    /// Format of the folder as this file says it.
    pub(super) fn format(&self) -> u32 {
        self.format
    }

    /// Says that the folder has the newest format now, and writes the file.
    pub(super) fn upgraded(mut self, folder: &Path) -> Result<Self, Error> {
        self.format = FORMAT;
        self.save(folder)?;
        Ok(self)
    }

    /// Writes the file.
    pub(super) fn save(&self, folder: &Path) -> Result<(), Error> {
        line::write_file(&folder.join(NAME), self)
    }
}
