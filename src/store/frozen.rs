//! What is stored in the database, byte for byte: frozen structs, never edited, only followed by a `…V2`.
//!
//! bincode 1.3 with fixed-size little-endian integers. No serde attributes (bincode ignores or breaks most of them), and
//! every enumeration is a number given here, since a derived one changes meaning when variants are reordered.

use std::collections::BTreeSet;

use bincode::Options;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::tip::{Tip, Totals};
use crate::domain::{ChangeHash, Kind, RecordId, RecordState, Register, ScopeId, StreamId, Version};

/// Longest payload that is decoded, a guard against lengths that damage made up.
const LIMIT: u64 = 64 << 20;

#[derive(Serialize, Deserialize)]
struct ScopeV1 {
    /// 0 office, 1 private, 2 delegation.
    code: u8,
    /// The delegation, or zeros.
    delegation: [u8; 16],
}

#[derive(Serialize, Deserialize)]
struct VersionV1 {
    change: [u8; 32],
    lamport: u64,
    stream: [u8; 16],
    /// The value as JSON text.
    value: String,
}

#[derive(Serialize, Deserialize)]
struct FieldV1 {
    name: String,
    versions: Vec<VersionV1>,
    replaced: Vec<[u8; 32]>,
}

#[derive(Serialize, Deserialize)]
struct RecordV1 {
    kind: String,
    id: [u8; 16],
    scope: ScopeV1,
    fields: Vec<FieldV1>,
}

#[derive(Serialize, Deserialize)]
struct TipV1 {
    scope: ScopeV1,
    seq: u64,
    head: [u8; 32],
    length: u64,
    lamport: u64,
    named: Vec<[u8; 32]>,
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
fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    options().deserialize(bytes).map_err(|error| error.to_string())
}

impl From<ScopeId> for ScopeV1 {
    fn from(scope: ScopeId) -> Self {
        match scope {
            ScopeId::Office => Self { code: 0, delegation: [0; 16] },
            ScopeId::Private => Self { code: 1, delegation: [0; 16] },
            ScopeId::Delegation(id) => Self { code: 2, delegation: id.0.into_bytes() },
        }
    }
}

impl TryFrom<ScopeV1> for ScopeId {
    type Error = String;

    fn try_from(stored: ScopeV1) -> Result<Self, String> {
        match stored.code {
            0 => Ok(Self::Office),
            1 => Ok(Self::Private),
            2 => Ok(Self::Delegation(RecordId(Uuid::from_bytes(stored.delegation)))),
            other => Err(format!("scope code {other}")),
        }
    }
}

/// Writes a record.
pub(super) fn encode_record(state: &RecordState) -> Result<Vec<u8>, String> {
    let mut fields = Vec::with_capacity(state.fields.len());
    for (name, register) in &state.fields {
        let mut versions = Vec::with_capacity(register.versions().len());
        for version in register.versions() {
            versions.push(VersionV1 {
                change: version.change.0,
                lamport: version.lamport,
                stream: version.stream.0.into_bytes(),
                value: serde_json::to_string(&version.value).map_err(|error| error.to_string())?,
            });
        }
        let replaced = register.replaced().iter().map(|hash| hash.0).collect();
        fields.push(FieldV1 { name: name.clone(), versions, replaced });
    }
    encode(&RecordV1 {
        kind: state.kind.as_str().to_owned(),
        id: state.id.0.into_bytes(),
        scope: state.scope.into(),
        fields,
    })
}

/// Reads a record.
pub(super) fn decode_record(bytes: &[u8]) -> Result<RecordState, String> {
    let stored: RecordV1 = decode(bytes)?;
    let id = RecordId(Uuid::from_bytes(stored.id));
    let mut state = RecordState::new(Kind::named(stored.kind), id, stored.scope.try_into()?);
    for field in stored.fields {
        let mut versions = Vec::with_capacity(field.versions.len());
        for version in field.versions {
            versions.push(Version {
                change: ChangeHash(version.change),
                lamport: version.lamport,
                stream: StreamId(Uuid::from_bytes(version.stream)),
                value: serde_json::from_str(&version.value).map_err(|error| error.to_string())?,
            });
        }
        let replaced: BTreeSet<ChangeHash> = field.replaced.into_iter().map(ChangeHash).collect();
        state.fields.insert(field.name, Register::restore(versions, replaced));
    }
    Ok(state)
}

/// Writes how far a log is folded.
pub(super) fn encode_tip(tip: &Tip) -> Result<Vec<u8>, String> {
    encode(&TipV1 {
        scope: tip.scope.into(),
        seq: tip.seq,
        head: tip.head.map_or([0; 32], |head| head.0),
        length: tip.length,
        lamport: tip.lamport,
        named: tip.named.iter().map(|hash| hash.0).collect(),
    })
}

/// Reads how far a log is folded.
pub(super) fn decode_tip(bytes: &[u8]) -> Result<Tip, String> {
    let stored: TipV1 = decode(bytes)?;
    Ok(Tip {
        scope: stored.scope.try_into()?,
        seq: stored.seq,
        head: (stored.seq > 0).then_some(ChangeHash(stored.head)),
        length: stored.length,
        lamport: stored.lamport,
        named: stored.named.into_iter().map(ChangeHash).collect(),
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
