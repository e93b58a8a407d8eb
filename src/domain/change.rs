//! The change: the one unit of saving, of undo, of history and, later, of exchange between laptops.
//!
//! Its bytes (JSON, one line) are the only thing frozen for ever. Records and indexes are views folded from them.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ChangeHash, Kind, PersonId, RecordId, ScopeId, StreamId};

/// One saved action of one person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// What the change belongs to and is shared with.
    pub scope: ScopeId,
    /// The log it was written to.
    pub stream: StreamId,
    /// Its place in that log: 1, 2, 3 … without gaps.
    pub seq: u64,
    /// The change before it in the same log; none for the first.
    pub prev: Option<ChangeHash>,
    /// Heads of other logs of the scope that the author saw since the change before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub saw: Vec<ChangeHash>,
    /// When it was made, as a counter and as a claim.
    pub stamp: Stamp,
    /// Who made it.
    pub author: PersonId,
    /// For whom, when the author typed for somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<PersonId>,
    /// Version of the program that made it.
    pub app: String,
    /// The change that this one takes back, when it is an undo (or, taking back an undo, a redo).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<ChangeHash>,
    /// What it writes; never two writes to one address.
    pub writes: Vec<Write>,
}

/// A place in time: an exact order, and what the wall clock said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Lamport counter: larger than every counter the author had seen.
    pub lamport: u64,
    /// Wall clock with UTC offset as the laptop claimed them; shown to people, never used to decide.
    pub wall: DateTime<FixedOffset>,
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Address {
    /// Kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: RecordId,
    /// Name of the field.
    pub field: String,
}

/// A new value for one field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Write {
    /// Where it goes.
    pub at: Address,
    /// The value; null is the absence of one.
    pub value: Value,
    /// Every change whose value of this field the author could see and now replaces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub over: Vec<ChangeHash>,
}

/// A change together with the very bytes it is stored and forwarded as.
#[derive(Clone, Debug, PartialEq)]
pub struct Logged {
    /// Name of the change: BLAKE3 of `raw`.
    pub hash: ChangeHash,
    /// The JSON, never re-encoded once it is written.
    pub raw: Vec<u8>,
    /// What the JSON says.
    pub change: Change,
}

impl Logged {
    /// Gives a new change its bytes and name.
    ///
    /// # Errors
    /// When a value cannot be written as JSON, which no record of this crate produces.
    pub fn encode(change: Change) -> Result<Self, serde_json::Error> {
        let raw = serde_json::to_vec(&change)?;
        Ok(Self { hash: ChangeHash::of(&raw), raw, change })
    }

    /// Reads a change from its bytes.
    ///
    /// # Errors
    /// When the bytes are not a change; they are then to be kept, not dropped.
    pub fn decode(raw: Vec<u8>) -> Result<Self, serde_json::Error> {
        let change = serde_json::from_slice(&raw)?;
        Ok(Self { hash: ChangeHash::of(&raw), raw, change })
    }
}
