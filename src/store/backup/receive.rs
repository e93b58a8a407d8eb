//! Receiving changes of other logs, and more of those that are here: nothing is ever written over.
//!
//! The whole file is read before anything is taken. What is new goes into files beside the journal's; these take their
//! places, each at once, when the last line of the backup has proved that all is there. A crash on the way leaves each log
//! as it was or as it is to be, and the next opening folds in what the database lacks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::wrapping::{Key, open};
use super::{Content, Item, Reader, Refusal};
use crate::domain::{Logged, StreamId};
use crate::store::cipher::Cipher;
use crate::store::disk::{self, Unfinished, Writing};
use crate::store::files::{At, UNFINISHED, private_file, sync_folder};
use crate::store::journal::{self, Lines};
use crate::store::opening::Help;
use crate::store::tip::Tip;
use crate::store::{Draft, Error, Long, Pulse, Store, line, opening};

/// What a restoring brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// What the file holds.
    pub content: Content,
    /// Changes that were not here.
    pub new: u64,
    /// Unfinished texts that were not here.
    pub drafts: u64,
    /// Unfinished texts that are here with other words, which were left as they are.
    pub drafts_left: u64,
}

/// A log that grows, in a file of its own until everything is there.
struct Growing {
    written: TempPath,
    before: u64,
    tip: Tip,
}

/// What is to be received, all of it read but none of it taken.
#[derive(Default)]
struct Staged {
    logs: BTreeMap<StreamId, Growing>,
    /// The file that is being written.
    open: Option<(StreamId, BufWriter<Writing>)>,
    drafts: Vec<Draft>,
    new: u64,
    drafts_left: u64,
}

impl Staged {
    /// Brings the file that is being written to the disk.
    fn finish_file(&mut self, folder: &Path) -> Result<(), Error> {
        let Some((_, mut file)) = self.open.take() else { return Ok(()) };
        file.flush().and_then(|()| disk::sync_all(&file.get_ref().0)).at(folder)
    }
}

impl Help {
    /// Begins to read it.
    pub(in crate::store) fn reader(&self, cipher: &Cipher) -> Result<Reader, Error> {
        reader_of(&self.path, &self.key, cipher)
    }
}

/// Opens a backup; one that this very folder made and encrypted opens by the folder's own key.
fn reader_of(path: &Path, key: &Key, cipher: &Cipher) -> Result<Reader, Error> {
    let needs_key = |why: &Refusal| matches!(why, Refusal::NeedsIdentity | Refusal::NeedsPassphrase);
    let text = match (open(path, key), Key::of(cipher)) {
        (Err(Error::Backup { why, .. }), Some(own)) if needs_key(&why) => open(path, &own)?,
        (text, _) => text?,
    };
    Reader::new(text, path)
}

impl Store {
    /// Takes from a backup every change that is not here; none is ever replaced, and a second time brings nothing.
    ///
    /// Where that brings changes of this installation's own logs, it begins new ones: whoever made them may go on with the
    /// old ones elsewhere.
    ///
    /// # Errors
    /// [`Error::Backup`], also with [`Refusal::Diverged`]; [`Error::NotSaved`] after a failed write; [`Error::Io`];
    /// [`Error::Stopped`]: nothing was taken then. [`Error::Database`]: it is taken but not shown; [`Store::repair`] mends that.
    pub fn receive(&mut self, path: &Path, key: &Key, pulse: &Pulse) -> Result<Received, Error> {
        let mut reader = reader_of(path, key, &self.cipher)?;
        let staged = self.stage(&mut reader, pulse)?;
        let (new, drafts, drafts_left) = (staged.new, staged.drafts.len() as u64, staged.drafts_left);
        self.renew_logs(&staged)?;
        let received = self.publish(staged.logs)?;
        for draft in &staged.drafts {
            self.save_draft(draft)?;
        }
        self.fold(received, new, pulse)?;
        pulse.over();
        Ok(Received { content: reader.content(), new, drafts, drafts_left })
    }

    /// Reads the whole backup, and writes what is new beside the journal.
    fn stage(&self, reader: &mut Reader, pulse: &Pulse) -> Result<Staged, Error> {
        let folder = self.folder.join(opening::JOURNAL);
        if self.journal.is_poisoned() {
            let source = io::Error::other("an earlier write failed; the data folder must be checked or opened again");
            return Err(Error::NotSaved { path: folder, source });
        }
        let here: BTreeMap<String, String> = self.drafts()?.into_iter().map(|draft| (draft.key, draft.text)).collect();
        let mut staged = Staged::default();
        let (mut read, of) = (0, reader.header().changes * 2);
        let mut diverged = None;
        while let Some(item) = reader.next()? {
            match item {
                Item::Draft(draft) => match here.get(&draft.key) {
                    None => staged.drafts.push(draft),
                    Some(text) => staged.drafts_left += u64::from(*text != draft.text),
                },
                Item::Change(logged) => {
                    let (stream, seq) = (logged.change.stream, logged.change.seq);
                    let here = self.journal.tips().get(&stream).map_or(0, |tip| tip.seq);
                    if seq > here {
                        self.add(&folder, &mut staged, &logged)?;
                    } else if diverged.is_none() && !self.has(&logged)? {
                        diverged = Some((logged.change.scope, stream, seq, here));
                    }
                }
            }
            read += 1;
            pulse.step(Long::Restoring, read, of)?;
        }
        if let Some((scope, log, from, here)) = diverged {
            let there = reader.last_of(log);
            return Err(Refusal::Diverged { scope, log, from, here, there }.of(reader.path()));
        }
        staged.finish_file(&folder)?;
        Ok(staged)
    }

    /// Whether this very change is here.
    fn has(&self, logged: &Logged) -> Result<bool, Error> {
        let (stream, seq) = (logged.change.stream, logged.change.seq);
        Ok(self.database.change_in_passing(stream, seq)?.as_deref() == Some(&logged.raw))
    }

    /// Writes a change that is not here behind those of its log.
    fn add(&self, folder: &Path, staged: &mut Staged, logged: &Logged) -> Result<(), Error> {
        let stream = logged.change.stream;
        if staged.open.as_ref().is_none_or(|(open, _)| *open != stream) {
            staged.finish_file(folder)?;
            let file = match staged.logs.get(&stream) {
                Some(log) => Writing(disk::open(private_file().append(true), &log.written).at(&log.written)?),
                None => {
                    let (file, log) = self.copy_of_log(folder, logged)?;
                    staged.logs.insert(stream, log);
                    file
                }
            };
            staged.open = Some((stream, BufWriter::with_capacity(1 << 16, file)));
        }
        if let (Some((_, file)), Some(log)) = (&mut staged.open, staged.logs.get_mut(&stream)) {
            line::of_change(logged, &self.cipher).and_then(|line| file.write_all(&line)).at(folder)?;
            log.tip.advance(logged, &self.cipher);
            staged.new += 1;
        }
        Ok(())
    }

    /// Makes the file that is to take the place of a log's, with what the log has.
    fn copy_of_log(&self, folder: &Path, first: &Logged) -> Result<(Writing, Growing), Error> {
        let (stream, scope) = (first.change.stream, first.change.scope);
        let tip = self.journal.tips().get(&stream).cloned().unwrap_or_else(|| Tip::new(scope));
        let path = journal::file_of(folder, stream);
        if journal::length_of(&path)? != tip.length {
            return Err(Error::NotSaved { path, source: io::Error::other("the file is not as long as it was") });
        }
        let (mut file, written) = Unfinished::begin(UNFINISHED, folder).at(folder)?.into_parts();
        if tip.length > 0 {
            io::copy(&mut File::open(&path).at(&path)?.take(tip.length), &mut file).at(folder)?;
        }
        Ok((file, Growing { written, before: tip.length, tip }))
    }

    /// Forgets its own logs that are about to get changes from elsewhere: the next change of the scope begins a new one.
    fn renew_logs(&mut self, staged: &Staged) -> Result<(), Error> {
        let received: BTreeSet<StreamId> = staged.logs.keys().copied().collect();
        let mut installation = self.installation.clone();
        installation.streams.retain(|_, stream| !received.contains(stream));
        if installation != self.installation {
            installation.save(&self.folder)?;
            self.installation = installation;
        }
        Ok(())
    }

    /// Puts the files of the logs in their places; returns from which byte on each is new.
    fn publish(&mut self, logs: BTreeMap<StreamId, Growing>) -> Result<Vec<(PathBuf, u64)>, Error> {
        let folder = self.folder.join(opening::JOURNAL);
        let mut received = Vec::new();
        for (stream, Growing { written, before, tip }) in logs {
            let path = journal::file_of(&folder, stream);
            disk::put_in_place(written, &path).at(&path)?;
            self.journal.adopt(stream, tip);
            received.push((path, before));
        }
        sync_folder(&folder)?;
        Ok(received)
    }

    /// Folds what was received into the records.
    fn fold(&mut self, received: Vec<(PathBuf, u64)>, new: u64, pulse: &Pulse) -> Result<(), Error> {
        // It would have to follow too much at once.
        self.checking = None;
        let mut folded = 0;
        for (path, before) in received {
            let changes = Lines::read(&path, before, u64::MAX)?.map(|found| {
                folded += 1;
                // It is saved by now: a wish to stop comes too late.
                let _ = pulse.step(Long::Restoring, new + folded, new * 2);
                let damaged = || io::Error::new(io::ErrorKind::InvalidData, "the line is damaged");
                found?.change(&self.cipher).ok_or_else(damaged).at(&path)
            });
            opening::replay(&self.database, changes)?;
        }
        self.database.flush()
    }
}
