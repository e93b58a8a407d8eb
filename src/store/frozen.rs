//! What is stored in the database, byte for byte: frozen structs, never edited, only followed by a `…V2`.
//!
//! bincode 1.3 with fixed-size little-endian integers. No serde attributes (bincode ignores or breaks most of them) but
//! `borrow`, which changes no byte, and every enumeration is a number given here, since a derived one changes meaning when
//! variants are reordered.

use bincode::Options;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::tip::{Tip, Totals};
use crate::domain::{ChangeHash, Kind, RecordId, RecordState, Register, ScopeId, Shown, ShownField, StreamId, Version};

/// Longest payload that is decoded, a guard against lengths that damage made up.
const LIMIT: u64 = 64 << 20;

/// The 32 bytes of a hash and the 16 of an id, eight to a number: an array is read one element at a time, and records are read
/// all the time.
type Name = [u64; 4];
type Id = [u64; 2];

fn name_of(hash: ChangeHash) -> Name {
    let mut name = [0; 4];
    name.iter_mut().zip(hash.0.as_chunks().0).for_each(|(number, eight)| *number = u64::from_le_bytes(*eight));
    name
}

fn hash_of(name: Name) -> ChangeHash {
    let mut bytes = [0; 32];
    bytes.as_chunks_mut().0.iter_mut().zip(name).for_each(|(eight, number)| *eight = number.to_le_bytes());
    ChangeHash(bytes)
}

fn id_of(id: Uuid) -> Id {
    let (first, last) = id.as_u64_pair();
    [first, last].map(u64::swap_bytes)
}

fn uuid_of(id: Id) -> Uuid {
    let [first, last] = id.map(u64::swap_bytes);
    Uuid::from_u64_pair(first, last)
}

#[derive(Serialize, Deserialize)]
struct ScopeV1 {
    /// 0 office, 1 private, 2 delegation.
    code: u8,
    /// The delegation, or zeros.
    delegation: Id,
}

#[derive(Serialize, Deserialize)]
struct VersionV1<'a> {
    change: Name,
    lamport: u64,
    stream: Id,
    /// The value as JSON text.
    value: &'a str,
}

#[derive(Serialize, Deserialize)]
struct FieldV1<'a> {
    name: &'a str,
    #[serde(borrow)]
    versions: Vec<VersionV1<'a>>,
    replaced: Vec<Name>,
}

#[derive(Serialize, Deserialize)]
struct RecordV1<'a> {
    kind: &'a str,
    id: Id,
    scope: ScopeV1,
    #[serde(borrow)]
    fields: Vec<FieldV1<'a>>,
}

#[derive(Serialize, Deserialize)]
struct TipV1 {
    scope: ScopeV1,
    seq: u64,
    head: Name,
    length: u64,
    lamport: u64,
    named: Vec<Name>,
}

#[derive(Serialize, Deserialize)]
struct TotalsV1 {
    changes: u64,
    records: u64,
    set_hash: [u8; 32],
}

#[derive(Serialize, Deserialize)]
struct ChunksV1 {
    count: u32,
    length: u64,
}

fn options() -> impl Options {
    bincode::options().with_fixint_encoding().with_limit(LIMIT).reject_trailing_bytes()
}

fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
    options().serialize(value).map_err(|error| error.to_string())
}

/// Only ever from a slice: from a reader, a made-up length aborts the process.
fn decode<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, String> {
    options().deserialize(bytes).map_err(|error| error.to_string())
}

impl From<ScopeId> for ScopeV1 {
    fn from(scope: ScopeId) -> Self {
        match scope {
            ScopeId::Office => Self { code: 0, delegation: [0; 2] },
            ScopeId::Private => Self { code: 1, delegation: [0; 2] },
            ScopeId::Delegation(id) => Self { code: 2, delegation: id_of(id.0) },
        }
    }
}

impl TryFrom<ScopeV1> for ScopeId {
    type Error = String;

    fn try_from(stored: ScopeV1) -> Result<Self, String> {
        match stored.code {
            0 => Ok(Self::Office),
            1 => Ok(Self::Private),
            2 => Ok(Self::Delegation(RecordId(uuid_of(stored.delegation)))),
            other => Err(format!("scope code {other}")),
        }
    }
}

/// Writes a record.
pub(super) fn encode_record(state: &RecordState) -> Result<Vec<u8>, String> {
    let versions = state.fields.values().flat_map(Register::versions);
    let values = versions.map(|version| serde_json::to_string(&version.value)).collect::<Result<Vec<_>, _>>();
    let values = values.map_err(|error| error.to_string())?;
    let mut values = values.iter();
    let mut fields = Vec::with_capacity(state.fields.len());
    for (name, register) in &state.fields {
        let versions = register.versions().iter().zip(&mut values).map(|(version, value)| VersionV1 {
            change: name_of(version.change),
            lamport: version.lamport,
            stream: id_of(version.stream.0),
            value,
        });
        let replaced = register.replaced().iter().copied().map(name_of).collect();
        fields.push(FieldV1 { name, versions: versions.collect(), replaced });
    }
    encode(&RecordV1 { kind: state.kind.as_str(), id: id_of(state.id.0), scope: state.scope.into(), fields })
}

/// Reads a record.
pub(super) fn decode_record(bytes: &[u8]) -> Result<RecordState, String> {
    let stored: RecordV1<'_> = decode(bytes)?;
    let kind = Kind::named(stored.kind);
    let mut state = RecordState::new(kind, RecordId(uuid_of(stored.id)), stored.scope.try_into()?);
    let fields = stored.fields.into_iter().map(|field| Ok((field.name.to_owned(), register_of(field)?)));
    state.fields = fields.collect::<Result<_, serde_json::Error>>().map_err(|error| error.to_string())?;
    Ok(state)
}

/// Reads what a record displays.
pub(super) fn decode_shown(bytes: &[u8]) -> Result<Shown<'_>, String> {
    let stored: RecordV1<'_> = decode(bytes)?;
    let fields = stored.fields.into_iter().filter_map(|field| {
        // The text of a value is that of no other, and the one to display is last.
        let value = field.versions.last()?.value;
        let is_contested = field.versions.iter().any(|version| version.value != value);
        Some(serde_json::from_str(value).map(|value| ShownField { name: field.name, value, is_contested }))
    });
    let fields = fields.collect::<Result<_, _>>().map_err(|error| error.to_string())?;
    Ok(Shown { kind: stored.kind, id: RecordId(uuid_of(stored.id)), scope: stored.scope.try_into()?, fields })
}

fn register_of(field: FieldV1<'_>) -> Result<Register, serde_json::Error> {
    let mut versions = Vec::with_capacity(field.versions.len());
    for version in field.versions {
        versions.push(Version {
            change: hash_of(version.change),
            lamport: version.lamport,
            stream: StreamId(uuid_of(version.stream)),
            value: serde_json::from_str(version.value)?,
        });
    }
    Ok(Register::restore(versions, field.replaced.into_iter().map(hash_of).collect()))
}

/// Writes how far a log is folded.
pub(super) fn encode_tip(tip: &Tip) -> Result<Vec<u8>, String> {
    encode(&TipV1 {
        scope: tip.scope.into(),
        seq: tip.seq,
        head: tip.head.map_or([0; 4], name_of),
        length: tip.length,
        lamport: tip.lamport,
        named: tip.named.iter().copied().map(name_of).collect(),
    })
}

/// Reads how far a log is folded.
pub(super) fn decode_tip(bytes: &[u8]) -> Result<Tip, String> {
    let stored: TipV1 = decode(bytes)?;
    Ok(Tip {
        scope: stored.scope.try_into()?,
        seq: stored.seq,
        head: (stored.seq > 0).then_some(hash_of(stored.head)),
        length: stored.length,
        lamport: stored.lamport,
        named: stored.named.into_iter().map(hash_of).collect(),
    })
}

/// Writes the totals.
pub(super) fn encode_totals(totals: &Totals) -> Result<Vec<u8>, String> {
    encode(&TotalsV1 { changes: totals.changes, records: totals.records, set_hash: totals.set_hash })
}

/// Reads the totals.
pub(super) fn decode_totals(bytes: &[u8]) -> Result<Totals, String> {
    let stored: TotalsV1 = decode(bytes)?;
    Ok(Totals { changes: stored.changes, records: stored.records, set_hash: stored.set_hash })
}

/// Writes how a long value was cut: number of pieces and length of the whole.
pub(super) fn encode_chunks(count: u32, length: u64) -> Result<Vec<u8>, String> {
    encode(&ChunksV1 { count, length })
}

/// Reads how a long value was cut.
pub(super) fn decode_chunks(bytes: &[u8]) -> Result<(u32, u64), String> {
    let stored: ChunksV1 = decode(bytes)?;
    Ok((stored.count, stored.length))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use serde_json::json;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn hash(byte: u8) -> ChangeHash {
        ChangeHash([byte; 32])
    }

    #[test]
    fn the_bytes_of_a_record_are_frozen() {
        let stream = StreamId(Uuid::from_u128(2));
        let version = Version { change: hash(3), lamport: 4, stream, value: json!({ "a": [null, true, "đ"] }) };
        let id = RecordId(Uuid::from_u128(1));
        let mut state = RecordState::new(Kind::UNIT, id, ScopeId::Delegation(RecordId(Uuid::from_u128(9))));
        state.fields.insert("name".into(), Register::restore(vec![version], BTreeSet::from([hash(5)])));
        let bytes = encode_record(&state).unwrap();
        assert_eq!(
            hex(&bytes),
            [
                "0400000000000000756e6974",
                "00000000000000000000000000000001",
                "0200000000000000000000000000000009",
                "010000000000000004000000000000006e616d65",
                "0100000000000000",
                &"03".repeat(32),
                "0400000000000000",
                "00000000000000000000000000000002",
                "16000000000000007b2261223a5b6e756c6c2c747275652c22c491225d7d",
                "0100000000000000",
                &"05".repeat(32),
            ]
            .concat()
        );
        assert_eq!(decode_record(&bytes), Ok(state));
        assert!(decode_record(&bytes[..bytes.len() - 1]).is_err());
        assert!(decode_record(&[&bytes[..], &[0]].concat()).is_err());
    }

    #[test]
    fn the_bytes_of_a_tip_are_frozen() {
        let mut tip = Tip::new(ScopeId::Private);
        tip.seq = 7;
        tip.head = Some(hash(1));
        tip.length = 300;
        tip.lamport = 9;
        tip.named = vec![hash(2)];
        let bytes = encode_tip(&tip).unwrap();
        assert_eq!(
            hex(&bytes),
            [
                "0100000000000000000000000000000000",
                "0700000000000000",
                &"01".repeat(32),
                "2c01000000000000",
                "0900000000000000",
                "0100000000000000",
                &"02".repeat(32),
            ]
            .concat()
        );
        assert_eq!(decode_tip(&bytes), Ok(tip));
    }

    #[test]
    fn the_bytes_of_totals_and_pieces_are_frozen() {
        let totals = Totals { changes: 1, records: 2, set_hash: [3; 32] };
        let bytes = encode_totals(&totals).unwrap();
        assert_eq!(hex(&bytes), ["01000000000000000200000000000000", &"03".repeat(32)].concat());
        assert_eq!(decode_totals(&bytes), Ok(totals));
        assert_eq!(hex(&encode_chunks(2, 258).unwrap()), "020000000201000000000000");
        assert_eq!(decode_chunks(&encode_chunks(2, 258).unwrap()), Ok((2, 258)));
    }

    #[test]
    fn a_length_that_damage_made_up_is_an_error() {
        assert!(decode_record(&[0xff; 40]).is_err());
    }
}
