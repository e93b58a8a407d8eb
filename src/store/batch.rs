//! Folds changes into the records and indexes of the database, as one transaction.

use std::collections::{BTreeMap, BTreeSet};

use super::Error;
use super::database::{Database, Operation};
use super::envelope::Content;
use super::frozen;
use super::tip::{Tip, Totals};
use super::tree::{self, Tree};
use crate::domain::{Kind, Logged, RecordId, RecordState, StreamId};

/// Changes being folded. Nothing is written before [`Batch::commit`].
#[derive(Debug)]
pub(super) struct Batch<'a> {
    database: &'a Database,
    records: BTreeMap<(Kind, RecordId), Folded>,
    tips: BTreeMap<StreamId, Tip>,
    totals: Totals,
    operations: Vec<Operation>,
}

#[derive(Debug)]
struct Folded {
    was_there: bool,
    references_before: Vec<RecordId>,
    state: RecordState,
}

impl<'a> Batch<'a> {
    /// Starts an empty transaction.
    pub(super) fn new(database: &'a Database) -> Result<Self, Error> {
        Ok(Self {
            database,
            records: BTreeMap::new(),
            tips: BTreeMap::new(),
            totals: database.totals()?.unwrap_or_default(),
            operations: Vec::new(),
        })
    }

    /// Folds one change in; one that is folded already is passed over.
    pub(super) fn add(&mut self, logged: &Logged) -> Result<(), Error> {
        let change = &logged.change;
        let stored = match self.tips.remove(&change.stream) {
            Some(tip) => Some(tip),
            None => self.database.tip(change.stream)?,
        };
        let mut tip = stored.unwrap_or_else(|| Tip::new(change.scope));
        if change.seq <= tip.seq {
            self.tips.insert(change.stream, tip);
            return Ok(());
        }
        if !tip.is_followed_by(logged) {
            let why = format!("change {} of {} does not follow change {}", change.seq, change.stream, tip.seq);
            return Err(self.database.damaged(why));
        }
        self.fold_records(logged)?;
        let key = tree::change(change.stream, change.seq);
        self.put(Tree::Changes, &key, Content::Change, &logged.raw)?;
        self.totals.changes += 1;
        tip.advance(logged, self.database.cipher());
        self.tips.insert(change.stream, tip);
        Ok(())
    }

    /// Writes the index keys of a record that are missing.
    pub(super) fn index_references(&mut self, state: &RecordState) -> Result<(), Error> {
        for target in state.references() {
            let key = tree::reference(target, &state.kind, state.id);
            if self.database.raw(Tree::References, &key)?.is_none() {
                self.index(Tree::References, key, true)?;
            }
        }
        Ok(())
    }

    fn fold_records(&mut self, logged: &Logged) -> Result<(), Error> {
        let change = &logged.change;
        let touched: BTreeSet<(Kind, RecordId)> =
            change.writes.iter().map(|write| (write.at.kind.clone(), write.at.id)).collect();
        for (kind, id) in touched {
            self.index(Tree::History, tree::history(id, change.stream, change.seq), true)?;
            let address = (kind.clone(), id);
            let folded = match self.records.remove(&address) {
                Some(folded) => Ok(folded),
                None => self.database.record(&kind, id).map(|found| Folded {
                    was_there: found.is_some(),
                    references_before: found.as_ref().map(RecordState::references).unwrap_or_default(),
                    state: found.unwrap_or_else(|| RecordState::new(kind, id, change.scope)),
                }),
            };
            let mut folded = folded?;
            folded.state.fold(logged);
            self.records.insert(address, folded);
        }
        Ok(())
    }

    /// Writes everything folded so far, all or nothing; returns what was written.
    pub(super) fn commit(mut self) -> Result<Vec<Operation>, Error> {
        for ((kind, id), folded) in std::mem::take(&mut self.records) {
            let payload = frozen::encode_record(&folded.state).map_err(|why| self.database.damaged(why))?;
            self.put(Tree::Records, &tree::record(&kind, id), Content::Record, &payload)?;
            self.totals.records += u64::from(!folded.was_there);
            let after = folded.state.references();
            for gone in folded.references_before.iter().filter(|target| !after.contains(target)) {
                self.index(Tree::References, tree::reference(*gone, &kind, id), false)?;
            }
            for new in after.iter().filter(|target| !folded.references_before.contains(target)) {
                self.index(Tree::References, tree::reference(*new, &kind, id), true)?;
            }
        }
        let mut meta = vec![(
            tree::TOTALS.to_vec(),
            Content::Totals,
            frozen::encode_totals(&self.totals).map_err(|why| self.database.damaged(why))?,
        )];
        for (stream, tip) in &self.tips {
            let payload = frozen::encode_tip(tip).map_err(|why| self.database.damaged(why))?;
            meta.push((stream.0.as_bytes().to_vec(), Content::Tip, payload));
        }
        for (key, content, payload) in meta {
            self.put(Tree::Meta, &key, content, &payload)?;
        }
        self.database.commit(&self.operations)?;
        Ok(self.operations)
    }

    /// Replaces the value under a key together with its pieces.
    fn put(&mut self, tree: Tree, key: &[u8], content: Content, payload: &[u8]) -> Result<(), Error> {
        let entries =
            self.database.wrap(tree, key, content, payload).map_err(|why| self.database.broken(tree, key, &why))?;
        if let Some(old) = self.database.raw(tree, key)? {
            for piece in self.database.pieces(tree, key, content, &old)? {
                if !entries.iter().any(|entry| entry.tree == Tree::Chunks && entry.key == piece) {
                    self.write(Tree::Chunks, piece, None)?;
                }
            }
        }
        for Operation { tree, key, value, .. } in entries {
            self.write(tree, key, value)?;
        }
        Ok(())
    }

    fn index(&mut self, tree: Tree, key: Vec<u8>, present: bool) -> Result<(), Error> {
        self.write(tree, key, present.then(Vec::new))
    }

    fn write(&mut self, tree: Tree, key: Vec<u8>, value: Option<Vec<u8>>) -> Result<(), Error> {
        // `meta` holds the set hash, so it cannot be part of it.
        let before = if tree == Tree::Meta { None } else { self.database.raw(tree, &key)? };
        if tree != Tree::Meta {
            for value in before.iter().chain(&value) {
                toggle(&mut self.totals.set_hash, tree, &key, value);
            }
        }
        self.operations.push(Operation { tree, key, before, value });
        Ok(())
    }
}

/// Adds an entry to a set hash, or takes it out again.
pub(super) fn toggle(set_hash: &mut [u8; 32], tree: Tree, key: &[u8], value: &[u8]) {
    let mut hasher = blake3::Hasher::new();
    hasher.update(tree.name().as_bytes());
    hasher.update(&(key.len() as u64).to_le_bytes());
    hasher.update(key);
    hasher.update(value);
    for (sum, byte) in set_hash.iter_mut().zip(hasher.finalize().as_bytes()) {
        *sum ^= byte;
    }
}
