//! Reading many records at once.

use super::Error;
use super::database::Database;
use super::envelope::Content;
use super::error::sound;
use super::frozen;
use super::tree::{self, Tree};
use crate::domain::{Kind, Logged, RecordId, RecordState, Shown, StreamId};

/// What a scan found: the records it could read and the keys of those it could not.
#[derive(Debug, Default)]
pub struct Scan {
    /// Records, by id (that is, by the time they were made). Removed ones are among them.
    pub records: Vec<RecordState>,
    /// Stored values that could not be decoded, told and kept, never skipped.
    pub quarantined: Vec<String>,
}

/// Hands over what all records of a kind display; returns what could not be decoded.
pub(super) fn shown_of_kind(
    database: &Database,
    kind: &Kind,
    mut take: impl FnMut(&Shown<'_>),
) -> Result<Vec<String>, Error> {
    let prefix = tree::records_of(kind);
    let mut quarantined = Vec::new();
    database.each(Tree::Records, &prefix, |key, value| {
        if is_of(&prefix, key) {
            sound(show(database, key, value, &mut take), &mut quarantined)?;
        }
        Ok(true)
    })?;
    Ok(quarantined)
}

/// Hands over what all records of a kind display that refer to `target`; returns what could not be decoded.
pub(super) fn shown_referrers(
    database: &Database,
    kind: &Kind,
    target: RecordId,
    mut take: impl FnMut(&Shown<'_>),
) -> Result<Vec<String>, Error> {
    let mut quarantined = Vec::new();
    for id in referring(database, kind, target)? {
        let key = tree::record(kind, id);
        let missing = || database.broken(Tree::Records, &key, "missing");
        let stored = database.raw(Tree::Records, &key).and_then(|found| found.ok_or_else(missing));
        sound(stored.and_then(|value| show(database, &key, &value, &mut take)), &mut quarantined)?;
    }
    Ok(quarantined)
}

fn show(database: &Database, key: &[u8], value: &[u8], take: &mut impl FnMut(&Shown<'_>)) -> Result<(), Error> {
    let payload = database.unwrap(Tree::Records, key, Content::Record, value)?;
    take(&frozen::decode_shown(&payload).map_err(|why| database.broken(Tree::Records, key, &why))?);
    Ok(())
}

/// Hands over the records of a kind that come after one, as some of very many, until `take` returns false; returns what could not
/// be decoded.
pub(super) fn each_of_kind(
    database: &Database,
    kind: &Kind,
    after: Option<RecordId>,
    mut take: impl FnMut(RecordState) -> bool,
) -> Result<Vec<String>, Error> {
    let prefix = tree::records_of(kind);
    let after = after.map(|id| tree::record(kind, id));
    let mut quarantined = Vec::new();
    database.each_in_passing(Tree::Records, &prefix, after.as_deref(), |key, value| {
        let read = is_of(&prefix, key).then(|| sound(decode(database, key, value), &mut quarantined)).transpose()?;
        Ok(read.flatten().is_none_or(&mut take))
    })?;
    Ok(quarantined)
}

/// Whether a key is of the kind of a prefix; a longer one belongs to a kind whose name goes on after a zero byte.
fn is_of(prefix: &[u8], key: &[u8]) -> bool {
    key.len() == prefix.len() + tree::ID
}

fn decode(database: &Database, key: &[u8], value: &[u8]) -> Result<RecordState, Error> {
    let payload = database.unwrap(Tree::Records, key, Content::Record, value)?;
    frozen::decode_record(&payload).map_err(|why| database.broken(Tree::Records, key, &why))
}

/// Hands over what the newest records of a kind display, as some of very many, newest first: ids rise with the time they were
/// made at.
pub(super) fn shown_newest(
    database: &Database,
    kind: &Kind,
    limit: usize,
    mut take: impl FnMut(&Shown<'_>),
) -> Result<(), Error> {
    let prefix = tree::records_of(kind);
    let mut left = limit;
    database.each_back_in_passing(Tree::Records, &prefix, |key, value| {
        if is_of(&prefix, key) && show(database, key, value, &mut take).is_ok() {
            left = left.saturating_sub(1);
        }
        Ok(left > 0)
    })
}

/// Reads all records of a kind that refer to `target`.
pub(super) fn referrers(database: &Database, kind: &Kind, target: RecordId) -> Result<Scan, Error> {
    let mut scan = Scan::default();
    for id in referring(database, kind, target)? {
        let missing = || database.broken(Tree::Records, &tree::record(kind, id), "missing");
        let read = database.record(kind, id).and_then(|found| found.ok_or_else(missing));
        scan.records.extend(sound(read, &mut scan.quarantined)?);
    }
    Ok(scan)
}

fn referring(database: &Database, kind: &Kind, target: RecordId) -> Result<Vec<RecordId>, Error> {
    let prefix = tree::references_to(target, kind);
    let keys = database.keys(Tree::References, &prefix)?;
    Ok(keys.iter().filter(|key| is_of(&prefix, key)).filter_map(|key| tree::id_in(key)).collect())
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
