//! The mark of a clean stop: a file that says where every log stood when the store was closed.
//!
//! It is written last on closing and removed on opening, so its absence means a crash. While it is there, it is a third
//! witness of how many changes there must be, which catches both copies having lost the same tail.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::cipher::Cipher;
use super::files::{At, read_if_there, sync_folder};
use super::tip::Tip;
use super::{Error, disk, line};
use crate::domain::{ChangeHash, StreamId};

/// Name of its file.
pub(super) const NAME: &str = "closed.json";

/// Where every log stood at the last clean stop.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CleanStop {
    streams: BTreeMap<StreamId, End>,
}

/// Where one log stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct End {
    /// Number of its last change.
    pub(super) seq: u64,
    /// Name of its last change.
    pub(super) head: ChangeHash,
}

impl CleanStop {
    /// Reads the mark; nothing when there is none, or none that is whole.
    pub(super) fn look(folder: &Path, cipher: &Cipher) -> Result<Option<Self>, Error> {
        let path = folder.join(NAME);
        Ok(read_if_there(&path)?.and_then(|bytes| line::read_file(&path, &bytes, cipher)))
    }

    /// Describes a stop at these tips.
    pub(super) fn of<'a>(tips: impl Iterator<Item = (&'a StreamId, &'a Tip)>) -> Self {
        let ends = tips.filter_map(|(stream, tip)| Some((*stream, End { seq: tip.seq, head: tip.head? })));
        Self { streams: ends.collect() }
    }

    /// Writes the mark.
    pub(super) fn leave(&self, folder: &Path, cipher: &Cipher) -> Result<(), Error> {
        line::write_file(&folder.join(NAME), self, cipher)
    }

    /// Removes the mark for as long as the store is open.
    pub(super) fn remove(folder: &Path) -> Result<(), Error> {
        let path = folder.join(NAME);
        match disk::remove_file(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            outcome => outcome.at(&path).and_then(|()| sync_folder(folder)),
        }
    }

    /// Where a log stood, if it had a change by then.
    pub(super) fn end(&self, stream: StreamId) -> Option<End> {
        self.streams.get(&stream).copied()
    }

    /// Every log that had a change by then.
    pub(super) fn streams(&self) -> impl Iterator<Item = StreamId> {
        self.streams.keys().copied()
    }
}
