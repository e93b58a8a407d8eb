//! The trees of the database and their keys: composite and big-endian, so that byte order is the order wanted.

use crate::domain::{Kind, RecordId, StreamId};

/// A tree of the database. The names are stored and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tree {
    /// Kind, zero byte, id → folded record.
    Records,
    /// Id referred to, kind, zero byte, id of the referrer → nothing.
    References,
    /// Stream, sequence number → bytes of the change.
    Changes,
    /// Id of the record, stream, sequence number → nothing.
    History,
    /// Tree's number, key of the long value, number of the chunk → piece of the value.
    Chunks,
    /// Stream → how far it is folded; `totals` → counts and set hash.
    Meta,
}

impl Tree {
    /// Every tree.
    pub(super) const ALL: [Self; 6] =
        [Self::Records, Self::References, Self::Changes, Self::History, Self::Chunks, Self::Meta];

    /// Returns the stored name.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::References => "references",
            Self::Changes => "changes",
            Self::History => "history",
            Self::Chunks => "chunks",
            Self::Meta => "meta",
        }
    }

    const fn number(self) -> u8 {
        match self {
            Self::Records => 1,
            Self::References => 2,
            Self::Changes => 3,
            Self::History => 4,
            Self::Chunks => 5,
            Self::Meta => 6,
        }
    }
}

/// Bytes of an id within a key.
pub(super) const ID: usize = 16;

/// Key of the counts and the set hash in [`Tree::Meta`].
pub(super) const TOTALS: &[u8] = b"totals";

/// What all keys of a kind's records begin with.
pub(super) fn records_of(kind: &Kind) -> Vec<u8> {
    [kind.as_str().as_bytes(), &[0]].concat()
}

/// Key of a record.
pub(super) fn record(kind: &Kind, id: RecordId) -> Vec<u8> {
    [kind.as_str().as_bytes(), &[0], id.0.as_bytes()].concat()
}

/// What all keys of a kind's referrers to `target` begin with.
pub(super) fn references_to(target: RecordId, kind: &Kind) -> Vec<u8> {
    [target.0.as_bytes(), kind.as_str().as_bytes(), &[0]].concat()
}

/// Key of one reference.
pub(super) fn reference(target: RecordId, kind: &Kind, from: RecordId) -> Vec<u8> {
    [target.0.as_bytes(), kind.as_str().as_bytes(), &[0], from.0.as_bytes()].concat()
}

/// Key of a change.
pub(super) fn change(stream: StreamId, seq: u64) -> Vec<u8> {
    [&stream.0.as_bytes()[..], &seq.to_be_bytes()].concat()
}

/// Key that says that a change wrote to a record.
pub(super) fn history(id: RecordId, stream: StreamId, seq: u64) -> Vec<u8> {
    [&id.0.as_bytes()[..], stream.0.as_bytes(), &seq.to_be_bytes()].concat()
}

/// Reads the stream and sequence number that a key ends with.
pub(super) fn change_in(key: &[u8]) -> Option<(StreamId, u64)> {
    let (rest, seq) = key.split_last_chunk::<8>()?;
    let (_, stream) = rest.split_last_chunk::<ID>()?;
    Some((StreamId(uuid::Uuid::from_bytes(*stream)), u64::from_be_bytes(*seq)))
}

/// Reads the record id that a key ends with.
pub(super) fn id_in(key: &[u8]) -> Option<RecordId> {
    key.split_last_chunk::<ID>().map(|(_, id)| RecordId(uuid::Uuid::from_bytes(*id)))
}

/// Key of a piece of a long value.
pub(super) fn chunk(tree: Tree, key: &[u8], number: u32) -> Vec<u8> {
    [&[tree.number()], key, &number.to_be_bytes()].concat()
}

/// Shows a key to people: text where it is text, hex otherwise.
pub(super) fn show(tree: Tree, key: &[u8]) -> String {
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    match tree {
        Tree::Records => match key.split_last_chunk::<ID>() {
            Some((kind, id)) => {
                let kind = String::from_utf8_lossy(kind.strip_suffix(&[0]).unwrap_or(kind)).into_owned();
                format!("{} {}", kind, uuid::Uuid::from_bytes(*id))
            }
            None => hex(key),
        },
        Tree::Changes => match change_in(key) {
            Some((stream, seq)) => format!("change {seq} of {stream}"),
            None => hex(key),
        },
        Tree::Meta if key == TOTALS => "totals".to_owned(),
        _ => format!("{} {}", tree.name(), hex(key)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_sort_as_numbers_and_times_do() {
        let stream: StreamId = "01890000-0000-7000-8000-000000000001".parse().unwrap();
        assert!(change(stream, 2) < change(stream, 10));
        assert!(change(stream, 255) < change(stream, 256));
        assert_eq!(change_in(&change(stream, 7)), Some((stream, 7)));
        let id: RecordId = "01890000-0000-7000-8000-000000000002".parse().unwrap();
        assert_eq!(change_in(&history(id, stream, 7)), Some((stream, 7)));
        assert_eq!(id_in(&record(&Kind::ENTRY, id)), Some(id));
    }

    #[test]
    fn a_key_is_shown_in_words() {
        let id: RecordId = "01890000-0000-7000-8000-000000000002".parse().unwrap();
        assert_eq!(show(Tree::Records, &record(&Kind::ENTRY, id)), format!("entry {id}"));
    }
}
