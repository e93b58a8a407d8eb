//! Reading many records at once.

use super::Error;
use super::database::Database;
use super::envelope::Content;
use super::frozen;
use super::tree::{self, Tree};
use crate::domain::{Kind, Logged, RecordId, RecordState, StreamId};

/// What a scan found: the records it could read and the keys of those it could not.
#[derive(Debug, Default)]
pub struct Scan {
    /// Records, by id (that is, by the time they were made). Removed ones are among them.
    pub records: Vec<RecordState>,
    /// Stored values that could not be decoded, told and kept, never skipped.
    pub quarantined: Vec<String>,
}

impl Scan {
    fn take(
        &mut self,
        outcome: Result<Option<RecordState>, Error>,
        key: &[u8],
        database: &Database,
    ) -> Result<(), Error> {
        let missing = || database.broken(Tree::Records, key, "missing");
        match outcome.and_then(|found| found.ok_or_else(missing)) {
            Ok(state) => self.records.push(state),
            Err(Error::Database { why, .. }) => self.quarantined.push(why),
            Err(other) => return Err(other),
        }
        Ok(())
    }
}

/// Reads all records of a kind.
pub(super) fn of_kind(database: &Database, kind: &Kind) -> Result<Scan, Error> {
    let mut records = Vec::new();
    let quarantined = each_of_kind(database, kind, None, |state| {
        records.push(state);
        true
    })?;
    Ok(Scan { records, quarantined })
}

/// Hands over the records of a kind that come after one, until `take` returns false; returns what could not be decoded.
pub(super) fn each_of_kind(
    database: &Database,
    kind: &Kind,
    after: Option<RecordId>,
    mut take: impl FnMut(RecordState) -> bool,
) -> Result<Vec<String>, Error> {
    let prefix = tree::records_of(kind);
    let after = after.map(|id| tree::record(kind, id));
    let mut quarantined = Vec::new();
    database.each_after(Tree::Records, &prefix, after.as_deref(), |key, value| {
        // A longer key belongs to a kind whose name goes on after a zero byte.
        if key.len() == prefix.len() + tree::ID {
            let state = database.unwrap(Tree::Records, key, Content::Record, value).and_then(|payload| {
                frozen::decode_record(&payload).map_err(|why| database.broken(Tree::Records, key, &why))
            });
            match state {
                Ok(state) => return Ok(take(state)),
                Err(Error::Database { why, .. }) => quarantined.push(why),
                Err(other) => return Err(other),
            }
        }
        Ok(true)
    })?;
    Ok(quarantined)
}

/// Reads the newest records of a kind, newest first: ids rise with the time they were made at.
pub(super) fn newest_of_kind(database: &Database, kind: &Kind, limit: usize) -> Result<Vec<RecordState>, Error> {
    let prefix = tree::records_of(kind);
    let mut records = Vec::new();
    database.each_back(Tree::Records, &prefix, |key, value| {
        if key.len() == prefix.len() + tree::ID
            && let Ok(payload) = database.unwrap(Tree::Records, key, Content::Record, value)
        {
            records.extend(frozen::decode_record(&payload).ok());
        }
        Ok(records.len() < limit)
    })?;
    Ok(records)
}

/// Reads all records of a kind that refer to `target`.
pub(super) fn referrers(database: &Database, kind: &Kind, target: RecordId) -> Result<Scan, Error> {
    let mut scan = Scan::default();
    let prefix = tree::references_to(target, kind);
    for key in database.keys(Tree::References, &prefix)? {
        if let Some(id) = tree::id_in(&key).filter(|_| key.len() == prefix.len() + tree::ID) {
            scan.take(database.record(kind, id), &tree::record(kind, id), database)?;
        }
    }
    Ok(scan)
}

/// Reads every change that wrote to a record, oldest first.
pub(super) fn history(database: &Database, id: RecordId) -> Result<Vec<Logged>, Error> {
    let mut changes = Vec::new();
    for key in database.keys(Tree::History, id.0.as_bytes())? {
        if let Some((stream, seq)) = tree::change_in(&key) {
            changes.push(change(database, stream, seq)?);
        }
    }
    changes.sort_by_key(|logged| (logged.change.stamp.lamport, logged.change.stream, logged.change.seq));
    Ok(changes)
}

/// Reads the newest changes of a log, oldest first.
pub(super) fn newest(database: &Database, stream: StreamId, limit: usize) -> Result<Vec<Logged>, Error> {
    let last = database.tip(stream)?.map_or(0, |tip| tip.seq);
    let first = last.saturating_sub(limit as u64) + 1;
    (first..=last).map(|seq| change(database, stream, seq)).collect()
}

fn change(database: &Database, stream: StreamId, seq: u64) -> Result<Logged, Error> {
    let key = tree::change(stream, seq);
    let raw = database.change(stream, seq)?.ok_or_else(|| database.broken(Tree::Changes, &key, "missing"))?;
    Logged::decode(raw).map_err(|why| database.broken(Tree::Changes, &key, &why.to_string()))
}
