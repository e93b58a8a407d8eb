//! Opaque identifiers: made offline, never reused, never shown except as a short reference.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use uuid::Uuid;

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map($name)
            }
        }
    };
}

uuid_id! {
    /// Names one record for ever (UUIDv7).
    RecordId
}
uuid_id! {
    /// Names one writer's log: random for each installation and scope.
    StreamId
}
uuid_id! {
    /// Names the person who makes changes on an installation.
    PersonId
}

/// Crockford's base 32: no I, L, O or U, so that a reference survives being read aloud.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const REFERENCE_LETTERS: u32 = 5;

impl RecordId {
    /// Returns the day on which the record was made, as the clock of that laptop had it in UTC.
    #[must_use]
    pub fn made_on(&self) -> Option<NaiveDate> {
        let (seconds, _) = self.0.get_timestamp()?.to_unix();
        DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0).map(|moment| moment.date_naive())
    }

    /// Returns the short reference that people read and type: five base-32 letters of the id's random tail.
    ///
    /// Stable for the life of the record. Two records of one visit share a reference about once in a thousand visits
    /// of 250 entries; whoever looks a record up by reference must be ready to meet two.
    #[must_use]
    pub fn reference(&self) -> String {
        let tail = self.0.as_u128();
        (0..REFERENCE_LETTERS)
            .rev()
            .filter_map(|place| LETTERS.get((tail >> (5 * place)) as usize & 31))
            .map(|letter| char::from(*letter))
            .collect()
    }
}

/// BLAKE3 of a change's bytes: the change's name, and the proof that they are whole.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangeHash(pub [u8; 32]);

impl ChangeHash {
    /// Hashes the bytes of a change.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }
}

impl fmt::Display for ChangeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        blake3::Hash::from_bytes(self.0).to_hex().fmt(f)
    }
}

impl fmt::Debug for ChangeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ChangeHash({self})")
    }
}

impl FromStr for ChangeHash {
    type Err = blake3::HexError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        blake3::Hash::from_hex(text).map(|hash| Self(*hash.as_bytes()))
    }
}

/// What is shared as a whole between laptops, and so has logs of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScopeId {
    /// Units and the register of legal documents, common to all delegations.
    Office,
    /// What never leaves this installation.
    Private,
    /// One delegation with its visits and everything in them.
    Delegation(RecordId),
}

impl fmt::Display for ScopeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Office => f.write_str("office"),
            Self::Private => f.write_str("private"),
            Self::Delegation(id) => write!(f, "delegation:{id}"),
        }
    }
}

impl FromStr for ScopeId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "office" => Ok(Self::Office),
            "private" => Ok(Self::Private),
            other => other
                .strip_prefix("delegation:")
                .and_then(|id| id.parse().ok())
                .map(Self::Delegation)
                .ok_or_else(|| format!("not a scope: {other}")),
        }
    }
}

macro_rules! serde_as_text {
    ($name:ty) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        }
    };
}

serde_as_text!(ChangeHash);
serde_as_text!(ScopeId);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_five_unmistakable_letters() {
        let id: RecordId = "01890000-0000-7000-8000-000000000001".parse().unwrap();
        assert_eq!(id.reference(), "00001");
        let id: RecordId = "01890000-0000-7000-8000-000001ffffff".parse().unwrap();
        assert_eq!(id.reference(), "ZZZZZ");
    }

    #[test]
    fn a_scope_reads_back_from_its_text() {
        let id: RecordId = "01890000-0000-7000-8000-000000000001".parse().unwrap();
        for scope in [ScopeId::Office, ScopeId::Private, ScopeId::Delegation(id)] {
            assert_eq!(scope.to_string().parse::<ScopeId>(), Ok(scope));
        }
        assert!("delegation:x".parse::<ScopeId>().is_err());
    }
}
