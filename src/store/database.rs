//! sled behind a small door: typed trees, enveloped values, long values in pieces, every call guarded.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sled::transaction::{ConflictableTransactionError, TransactionError, Transactional};

use super::Error;
use super::cipher::Cipher;
use super::disk;
use super::envelope::{self, Broken, Content};
use super::files::{At, create_private_folder};
use super::frozen;
use super::guard;
use super::quiet;
use super::tip::{Tip, Totals};
use super::tree::{self, Tree};
use crate::domain::{Kind, RecordId, RecordState, StreamId};

/// Payloads above this are cut: sled moves pages of long values to files that it never syncs.
const PIECE: usize = 4096;
/// What sled may keep of its file, in bytes as they are on the disk; unpacked they take some eight times as many.
const CACHE_BYTES: u64 = 256 << 10;
/// So often is a page asked for again that is read only in passing.
///
/// sled lets pages go only after their shard of its cache was asked 64 times. What asks once for each of many pages keeps
/// some 16,000 of them, whatever the size of the cache.
const ASKED_AGAIN: usize = 10;
/// sled's threads let go of its lock a moment after it was closed.
const LOCK_TRIES: u32 = 100;
const LOCK_PAUSE: Duration = Duration::from_millis(20);

/// One step of a transaction.
#[derive(Debug)]
pub(super) struct Operation {
    /// Tree to write to.
    pub(super) tree: Tree,
    /// Key to write.
    pub(super) key: Vec<u8>,
    /// The value before, as far as whoever makes this needs to know it.
    pub(super) before: Option<Vec<u8>>,
    /// The value, or nothing to remove the key.
    pub(super) value: Option<Vec<u8>>,
}

/// The open database. Clones share it.
#[derive(Clone, Debug)]
pub(super) struct Database {
    path: PathBuf,
    /// Both are emptied only by the destructor.
    db: Option<sled::Db>,
    trees: Vec<sled::Tree>,
    cipher: Cipher,
}

impl Database {
    /// Opens the database in a folder, or makes an empty one.
    pub(super) fn open(path: &Path, cipher: &Cipher) -> Result<Self, Error> {
        create_private_folder(path)?;
        let mut tries = 0;
        loop {
            match Self::try_open(path, cipher) {
                Err(Error::Database { why, .. }) if why.contains("could not acquire lock") && tries < LOCK_TRIES => {
                    tries += 1;
                    std::thread::sleep(LOCK_PAUSE);
                }
                outcome => return outcome,
            }
        }
    }

    fn try_open(path: &Path, cipher: &Cipher) -> Result<Self, Error> {
        quiet::with_patient_threads(|| {
            guarded(path, || {
                // No background flusher: it would wake the processor twice a second, and durability is the journal's.
                let config = sled::Config::new().path(path).cache_capacity(CACHE_BYTES).flush_every_ms(None);
                disk::database(path)?;
                let db = config.open()?;
                let trees = Tree::ALL.iter().map(|tree| db.open_tree(tree.name())).collect::<Result<_, _>>()?;
                // A new database would start its threads only when it is first written to, out of our reach.
                db.flush()?;
                Ok(Self { path: path.to_owned(), db: Some(db), trees, cipher: cipher.clone() })
            })
        })
    }

    /// Makes a handle without a database, to stand in while another is put in its place.
    pub(super) fn closed(path: &Path) -> Self {
        Self { path: path.to_owned(), db: None, trees: Vec::new(), cipher: Cipher::Plain }
    }

    fn tree(&self, tree: Tree) -> sled::Result<&sled::Tree> {
        let at = Tree::ALL.iter().position(|one| *one == tree);
        at.and_then(|at| self.trees.get(at)).ok_or_else(|| sled::Error::Unsupported("closed".into()))
    }

    /// How what is stored is written.
    pub(super) fn cipher(&self) -> &Cipher {
        &self.cipher
    }

    /// Says that something stored is damaged.
    pub(super) fn damaged(&self, why: impl Into<String>) -> Error {
        Error::Database { path: self.path.clone(), why: why.into() }
    }

    /// Reads the stored bytes under a key.
    pub(super) fn raw(&self, tree: Tree, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
        guarded(&self.path, || Ok(self.tree(tree)?.get(key)?.map(|value| value.to_vec())))
    }

    /// Reads the payload under a key, put together again when it was long.
    pub(super) fn payload(&self, tree: Tree, key: &[u8], content: Content) -> Result<Option<Vec<u8>>, Error> {
        match self.raw(tree, key)? {
            Some(value) => self.unwrap(tree, key, content, &value).map(|payload| Some(payload.into_owned())),
            None => Ok(None),
        }
    }

    /// Takes the payload out of stored bytes.
    pub(super) fn unwrap<'a>(
        &self,
        tree: Tree,
        key: &[u8],
        content: Content,
        value: &'a [u8],
    ) -> Result<Cow<'a, [u8]>, Error> {
        let opened = self.open_envelope(tree, key, content, value)?;
        if !opened.chunked {
            return Ok(opened.payload);
        }
        let (count, length) = frozen::decode_chunks(&opened.payload).map_err(|why| self.broken(tree, key, &why))?;
        let mut whole = Vec::new();
        for number in 0..count {
            let key = tree::chunk(tree, key, number);
            let piece = self.raw(Tree::Chunks, &key)?.ok_or_else(|| self.broken(Tree::Chunks, &key, "missing"))?;
            whole.extend_from_slice(&self.open_envelope(Tree::Chunks, &key, Content::Chunk, &piece)?.payload);
        }
        if whole.len() as u64 == length {
            Ok(whole.into())
        } else {
            Err(self.broken(tree, key, "pieces of another length"))
        }
    }

    fn open_envelope<'a>(
        &self,
        tree: Tree,
        key: &[u8],
        content: Content,
        value: &'a [u8],
    ) -> Result<envelope::Opened<'a>, Error> {
        envelope::open(tree, key, content, value, &self.cipher).map_err(|broken| match broken {
            Broken::Damaged(why) => self.broken(tree, key, why),
            Broken::Newer { found, known } => {
                Error::Newer { path: self.path.clone(), found: found.into(), known: known.into() }
            }
        })
    }

    /// Says that the value under a key is damaged.
    pub(super) fn broken(&self, tree: Tree, key: &[u8], why: &str) -> Error {
        self.damaged(format!("{}: {why}", tree::show(tree, key)))
    }

    /// Wraps a payload: the value for its key, and the pieces when it is long.
    pub(super) fn wrap(
        &self,
        tree: Tree,
        key: &[u8],
        content: Content,
        payload: &[u8],
    ) -> Result<Vec<Operation>, String> {
        let sealed = |tree, key: &[u8], content, chunked, payload: &[u8]| {
            envelope::seal(tree, key, content, chunked, payload, &self.cipher)
        };
        if payload.len() <= PIECE {
            let value = Some(sealed(tree, key, content, false, payload)?);
            return Ok(vec![Operation { tree, key: key.to_vec(), before: None, value }]);
        }
        let pieces = payload.chunks(PIECE);
        let count = u32::try_from(pieces.len()).map_err(|error| error.to_string())?;
        let about = frozen::encode_chunks(count, payload.len() as u64)?;
        let value = Some(sealed(tree, key, content, true, &about)?);
        let mut entries = vec![Operation { tree, key: key.to_vec(), before: None, value }];
        for (number, piece) in (0..count).zip(pieces) {
            let key = tree::chunk(tree, key, number);
            let value = Some(sealed(Tree::Chunks, &key, Content::Chunk, false, piece)?);
            entries.push(Operation { tree: Tree::Chunks, key, before: None, value });
        }
        Ok(entries)
    }

    /// Keys of the pieces of the value stored as `value`; none when it is in one piece.
    pub(super) fn pieces(&self, tree: Tree, key: &[u8], content: Content, value: &[u8]) -> Result<Vec<Vec<u8>>, Error> {
        let opened = self.open_envelope(tree, key, content, value)?;
        if !opened.chunked {
            return Ok(Vec::new());
        }
        let (count, _) = frozen::decode_chunks(&opened.payload).map_err(|why| self.broken(tree, key, &why))?;
        Ok((0..count).map(|number| tree::chunk(tree, key, number)).collect())
    }

    /// Reads a record; damage is an error that names it.
    pub(super) fn record(&self, kind: &Kind, id: RecordId) -> Result<Option<RecordState>, Error> {
        let key = tree::record(kind, id);
        let Some(payload) = self.payload(Tree::Records, &key, Content::Record)? else { return Ok(None) };
        frozen::decode_record(&payload).map(Some).map_err(|why| self.broken(Tree::Records, &key, &why))
    }

    /// Reads the bytes of a change.
    pub(super) fn change(&self, stream: StreamId, seq: u64) -> Result<Option<Vec<u8>>, Error> {
        self.payload(Tree::Changes, &tree::change(stream, seq), Content::Change)
    }

    /// Reads the bytes of a change in passing, as one of all.
    pub(super) fn change_in_passing(&self, stream: StreamId, seq: u64) -> Result<Option<Vec<u8>>, Error> {
        guarded(&self.path, || self.ask_again(Tree::Changes, &tree::change(stream, seq)))?;
        self.change(stream, seq)
    }

    /// Reads how far a log is folded.
    pub(super) fn tip(&self, stream: StreamId) -> Result<Option<Tip>, Error> {
        let key = stream.0.as_bytes();
        let Some(payload) = self.payload(Tree::Meta, key, Content::Tip)? else { return Ok(None) };
        frozen::decode_tip(&payload).map(Some).map_err(|why| self.broken(Tree::Meta, key, &why))
    }

    /// Reads how far every log is folded.
    pub(super) fn tips(&self) -> Result<Vec<(StreamId, Tip)>, Error> {
        let mut tips = Vec::new();
        for key in self.keys(Tree::Meta, &[])? {
            if let Some(stream) = tree::id_in(&key).filter(|_| key.len() == tree::ID) {
                let stream = StreamId(stream.0);
                let tip = self.tip(stream)?.ok_or_else(|| self.broken(Tree::Meta, &key, "missing"))?;
                tips.push((stream, tip));
            }
        }
        Ok(tips)
    }

    /// Reads the totals; nothing in a new database.
    pub(super) fn totals(&self) -> Result<Option<Totals>, Error> {
        let Some(payload) = self.payload(Tree::Meta, tree::TOTALS, Content::Totals)? else { return Ok(None) };
        frozen::decode_totals(&payload).map(Some).map_err(|why| self.broken(Tree::Meta, tree::TOTALS, &why))
    }

    /// Whether a tree has no entries.
    pub(super) fn is_empty(&self, tree: Tree) -> Result<bool, Error> {
        guarded(&self.path, || match self.tree(tree)?.iter().next() {
            None => Ok(true),
            Some(first) => first.map(|_| false),
        })
    }

    /// Lists the keys that begin with `prefix`, in order.
    pub(super) fn keys(&self, tree: Tree, prefix: &[u8]) -> Result<Vec<Vec<u8>>, Error> {
        let mut keys = Vec::new();
        self.each(tree, prefix, |key, _| {
            keys.push(key.to_vec());
            Ok(true)
        })?;
        Ok(keys)
    }

    /// Visits the entries that begin with `prefix`, in order, until `visit` returns false.
    pub(super) fn each(
        &self,
        tree: Tree,
        prefix: &[u8],
        visit: impl FnMut(&[u8], &[u8]) -> Result<bool, Error>,
    ) -> Result<(), Error> {
        let mut entries = guarded(&self.path, || Ok(self.tree(tree)?.scan_prefix(prefix)))?;
        self.visit(prefix, visit, || entries.next().transpose())
    }

    /// Visits the entries that begin with `prefix` in passing, the last one first, until `visit` returns false.
    pub(super) fn each_back_in_passing(
        &self,
        tree: Tree,
        prefix: &[u8],
        visit: impl FnMut(&[u8], &[u8]) -> Result<bool, Error>,
    ) -> Result<(), Error> {
        self.visit_in_passing(tree, prefix, visit, |tree, last| match last {
            None => tree.scan_prefix(prefix).next_back().transpose(),
            Some(last) => tree.get_lt(last),
        })
    }

    /// Visits the entries that begin with `prefix` and come after a key, in order, until `visit` returns false: in passing, as
    /// some of very many.
    pub(super) fn each_in_passing(
        &self,
        tree: Tree,
        prefix: &[u8],
        after: Option<&[u8]>,
        visit: impl FnMut(&[u8], &[u8]) -> Result<bool, Error>,
    ) -> Result<(), Error> {
        self.visit_in_passing(tree, prefix, visit, |tree, last| match last.or(after) {
            None => tree.range(prefix..).next().transpose(),
            Some(last) => tree.get_gt(last),
        })
    }

    /// Goes from entry to entry by key rather than with one iterator, which asks for each page only once.
    fn visit_in_passing(
        &self,
        tree: Tree,
        prefix: &[u8],
        visit: impl FnMut(&[u8], &[u8]) -> Result<bool, Error>,
        beside: impl Fn(&sled::Tree, Option<&[u8]>) -> sled::Result<Option<(sled::IVec, sled::IVec)>>,
    ) -> Result<(), Error> {
        let mut last: Option<sled::IVec> = None;
        self.visit(prefix, visit, || {
            let found = beside(self.tree(tree)?, last.as_deref())?;
            if let Some((key, _)) = &found {
                self.ask_again(tree, key)?;
                last = Some(key.clone());
            }
            Ok(found)
        })
    }

    /// Asks for an entry that was read in passing until sled is ready to let its page go.
    fn ask_again(&self, tree: Tree, key: &[u8]) -> sled::Result<()> {
        let tree = self.tree(tree)?;
        (0..ASKED_AGAIN).try_for_each(|_| tree.contains_key(key).map(drop))
    }

    fn visit(
        &self,
        prefix: &[u8],
        mut visit: impl FnMut(&[u8], &[u8]) -> Result<bool, Error>,
        mut next: impl FnMut() -> sled::Result<Option<(sled::IVec, sled::IVec)>>,
    ) -> Result<(), Error> {
        while let Some((key, value)) = guarded(&self.path, &mut next)? {
            if !key.starts_with(prefix) || !visit(&key, &value)? {
                break;
            }
        }
        Ok(())
    }

    /// Carries out all operations or none.
    pub(super) fn commit(&self, operations: &[Operation]) -> Result<(), Error> {
        guarded(&self.path, || {
            disk::database(&self.path)?;
            let outcome = self.trees.as_slice().transaction(|trees| {
                for operation in operations {
                    let at = Tree::ALL.iter().position(|tree| *tree == operation.tree).and_then(|at| trees.get(at));
                    // All trees take part, so there is one for each operation.
                    let Some(tree) = at else { continue };
                    match &operation.value {
                        Some(value) => drop(tree.insert(operation.key.as_slice(), value.as_slice())?),
                        None => drop(tree.remove(operation.key.as_slice())?),
                    }
                }
                Ok::<(), ConflictableTransactionError<()>>(())
            });
            match outcome {
                Ok(()) | Err(TransactionError::Abort(())) => Ok(()),
                Err(TransactionError::Storage(error)) => Err(error),
            }
        })
    }

    /// Hands what is in memory to the operating system.
    pub(super) fn flush(&self) -> Result<(), Error> {
        guarded(&self.path, || {
            disk::database(&self.path)?;
            self.db.as_ref().map_or(Ok(0), |db| db.flush())
        })
        .map(drop)
    }

    /// Brings everything to the disk.
    pub(super) fn sync(&self) -> Result<(), Error> {
        self.flush()?;
        disk::sync_database(&self.path).at(&self.path)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let (db, trees) = (self.db.take(), std::mem::take(&mut self.trees));
        // sled's own parting work may panic too; what it could say is about a folder that is being left.
        let _ = guard::catch(move || drop((trees, db)));
    }
}

/// Runs one piece of work with sled and tells its failures apart: the disk's own, which rebuilding cannot mend, and
/// damage, which it can.
fn guarded<T>(path: &Path, work: impl FnOnce() -> sled::Result<T>) -> Result<T, Error> {
    let why = match guard::catch(work) {
        Ok(Ok(value)) => return Ok(value),
        Ok(Err(sled::Error::Io(source))) if is_of_the_disk(&source) => {
            return Err(Error::Io { path: path.to_owned(), source });
        }
        Ok(Err(error)) => error.to_string(),
        Err(panic) => panic,
    };
    Err(Error::Database { path: path.to_owned(), why })
}

fn is_of_the_disk(error: &io::Error) -> bool {
    use io::ErrorKind;
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied
            | ErrorKind::StorageFull
            | ErrorKind::QuotaExceeded
            | ErrorKind::FileTooLarge
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::OutOfMemory
    )
}
