//! Sealed minutes (bản niêm phong): what a visit said when it was closed, kept as it was.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Kind, PersonId, Record, RecordId};

/// One sealed version of a visit's minutes: who sealed it, when, why, and what it can be known by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Seal {
    /// The visit.
    pub visit: Option<RecordId>,
    /// Its number: 1, 2, 3 …
    pub version: u32,
    /// When it was sealed, as that laptop's clock claimed.
    pub at: Option<DateTime<FixedOffset>>,
    /// Name of the member who sealed it, or empty.
    pub by: String,
    /// Who sealed it.
    pub author: Option<PersonId>,
    /// Why the visit had been opened again, or empty for the first version.
    pub reason: String,
    /// What its files are called, without extension.
    pub file_name: String,
    /// SHA-256 of the minutes, in 64 lower-case hexadecimal digits.
    pub minutes: String,
    /// SHA-256 of the canonical export, written alike.
    pub export: String,
    /// SHA-256 of the canonical export of the version before, or empty.
    pub previous: String,
    /// The record with the texts themselves.
    pub texts: Option<RecordId>,
    /// Signature of the sealing device over the manifest, with its public key (SSHSIG, armoured); empty for versions sealed
    /// before there were signatures.
    pub signature: String,
}

impl Record for Seal {
    const KIND: Kind = Kind::SEAL;
}

impl Seal {
    /// Returns what the printed minutes name the version by: the first half of the hash of its export, in groups.
    #[must_use]
    pub fn code(&self) -> String {
        let digits: Vec<char> = self.export.chars().take(16).collect();
        digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }
}

/// The texts of one sealed version, packed; apart from the facts, which lists show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SealedTexts {
    /// The minutes: Markdown, gzip, base 64.
    pub minutes: String,
    /// The canonical export, packed alike.
    pub export: String,
}

impl Record for SealedTexts {
    const KIND: Kind = Kind::SEALED_TEXTS;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_named_by_sixteen_digits_in_groups() {
        let seal = Seal { export: "0123456789abcdef0123".into(), ..Seal::default() };
        assert_eq!(seal.code(), "0123-4567-89ab-cdef");
    }
}
