//! Records: what every kind has in common, and the state that a record's changes fold into.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::DeserializeOwned;
use serde::de::value::MapDeserializer;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Address, ChangeHash, Logged, RecordId, Register, ScopeId, Version, Write};

/// Name of a kind of record, as it stands in the journal.
///
/// Kinds of a newer program are names like any other: kept, forwarded and counted.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Kind(Cow<'static, str>);

impl Kind {
    /// A unit under inspection.
    pub const UNIT: Self = Self::known("unit");
    /// A document that inspections are held against.
    pub const LEGAL_BASIS: Self = Self::known("legal_basis");
    /// A delegation.
    pub const DELEGATION: Self = Self::known("delegation");
    /// A member of a delegation.
    pub const MEMBER: Self = Self::known("member");
    /// A legal document picked for a delegation.
    pub const CITATION: Self = Self::known("citation");
    /// A working session with a unit.
    pub const VISIT: Self = Self::known("visit");
    /// Somebody expected at a visit.
    pub const ATTENDEE: Self = Self::known("attendee");
    /// A line of the visit's record.
    pub const ENTRY: Self = Self::known("entry");

    /// A document due or received for a visit.
    pub const MATERIAL: Self = Self::known("material");
    /// An issue that the unit was asked beforehand to answer.
    pub const PROMPTED_ISSUE: Self = Self::known("prompted_issue");
    /// A line of a delegation's diary.
    pub const DIARY_ENTRY: Self = Self::known("diary_entry");
    /// A dated act on an open item.
    pub const FOLLOW_UP: Self = Self::known("follow_up");
    /// What a later visit says of an open item.
    pub const VERDICT: Self = Self::known("verdict");
    /// Something followed at a unit that did not come from a visit.
    pub const OUTSIDE_ITEM: Self = Self::known("outside_item");
    /// A list of criteria that an office brought in.
    pub const CHECKLIST: Self = Self::known("checklist");
    /// A criterion that an office added.
    pub const CRITERION: Self = Self::known("criterion");
    /// What a visit found on one criterion.
    pub const ANSWER: Self = Self::known("answer");
    /// A check that was switched off for a visit.
    pub const WAIVER: Self = Self::known("waiver");
    /// A sealed version of a visit's minutes.
    pub const SEAL: Self = Self::known("seal");
    /// The texts of a sealed version.
    pub const SEALED_TEXTS: Self = Self::known("sealed_texts");

    /// Every kind that this program knows.
    pub const ALL: [Self; 20] = [
        Self::UNIT,
        Self::LEGAL_BASIS,
        Self::DELEGATION,
        Self::MEMBER,
        Self::CITATION,
        Self::VISIT,
        Self::ATTENDEE,
        Self::ENTRY,
        Self::MATERIAL,
        Self::PROMPTED_ISSUE,
        Self::DIARY_ENTRY,
        Self::FOLLOW_UP,
        Self::VERDICT,
        Self::OUTSIDE_ITEM,
        Self::CHECKLIST,
        Self::CRITERION,
        Self::ANSWER,
        Self::WAIVER,
        Self::SEAL,
        Self::SEALED_TEXTS,
    ];

    /// Lists the kinds whose records people name, find and remove: all but what was sealed.
    pub fn listed() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|kind| !kind.is_sealed())
    }

    /// Whether records of the kind are written once, by sealing, and never again.
    #[must_use]
    pub fn is_sealed(&self) -> bool {
        matches!(self.as_str(), "seal" | "sealed_texts")
    }

    const fn known(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// Takes any name, also one that this program does not know.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self(Cow::Owned(name.into()))
    }

    /// Returns the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Kind({})", self.0)
    }
}

/// A typed record. Each serde field is one register; an absent field reads as its default.
pub trait Record: Serialize + DeserializeOwned + Default + Clone + PartialEq {
    /// Its kind.
    const KIND: Kind;
}

/// Names the fields of a kind that hold ids of other records: one, none, or a list of them; the store indexes them.
///
/// Adding a list, or a field to a kind that is stored already, takes an upgrade of the store.
#[must_use]
pub fn reference_fields(kind: &Kind) -> &'static [&'static str] {
    match kind.as_str() {
        "unit" => &["parent"],
        "delegation" => &["part_of"],
        "member" | "diary_entry" => &["delegation"],
        "citation" => &["delegation", "basis"],
        "visit" => &["delegation", "unit"],
        "attendee" | "material" | "prompted_issue" | "answer" | "waiver" | "seal" => &["visit"],
        "entry" => &["visit", "material", "links"],
        "verdict" => &["visit", "item"],
        "follow_up" => &["item"],
        "outside_item" => &["unit"],
        _ => &[],
    }
}

/// Says that a record was removed, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// Reason given by the person, or empty.
    #[serde(default)]
    pub reason: String,
}

/// A record that this program cannot read as the type it should be; it is shown as such, never skipped.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind} {id}: {why}")]
pub struct Unreadable {
    /// Its kind.
    pub kind: Kind,
    /// The record.
    pub id: RecordId,
    /// What is wrong with it, in the words of the decoder.
    pub why: String,
}

/// A record as its changes made it: one register for each field, known to this program or not.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordState {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: RecordId,
    /// Scope of the changes that made it.
    pub scope: ScopeId,
    /// Its fields by name.
    pub fields: BTreeMap<String, Register>,
}

/// The field whose value, when not null, says that the record is removed.
pub(super) const LIFE: &str = "life";

impl RecordState {
    /// Makes a record that nobody wrote yet.
    #[must_use]
    pub fn new(kind: Kind, id: RecordId, scope: ScopeId) -> Self {
        Self { kind, id, scope, fields: BTreeMap::new() }
    }

    /// Folds in what `logged` writes to this record; writes to other records are passed over.
    pub fn fold(&mut self, logged: &Logged) {
        let change = &logged.change;
        if !change.writes.iter().any(|write| write.at.id == self.id && write.at.kind == self.kind) {
            return;
        }
        // Only a faulty program writes one record in two scopes; the fold must still not depend on the order.
        self.scope = self.scope.min(change.scope);
        for write in change.writes.iter().filter(|write| write.at.id == self.id && write.at.kind == self.kind) {
            let version = Version {
                change: logged.hash,
                lamport: change.stamp.lamport,
                stream: change.stream,
                value: write.value.clone(),
            };
            self.fields.entry(write.at.field.clone()).or_default().fold(version, &write.over);
        }
    }

    /// Reads the record as its type.
    ///
    /// # Errors
    /// When a field holds what the type does not allow, as a newer program may write.
    pub fn read<R: Record>(&self) -> Result<R, Unreadable> {
        self.read_with(&BTreeMap::new())
    }

    /// Reads the record as its type, as it would be once `changed` were saved.
    ///
    /// # Errors
    /// When a field holds what the type does not allow.
    pub fn read_with<R: Record>(&self, changed: &BTreeMap<String, Value>) -> Result<R, Unreadable> {
        let kept = self.fields.iter().filter(|(name, _)| !changed.contains_key(*name));
        let fields = kept.map(|(name, register)| (name, register.value())).chain(changed);
        let fields = fields.filter(|(name, value)| *name != LIFE && !value.is_null());
        R::deserialize(MapDeserializer::new(fields.map(|(name, value)| (name.as_str(), value)))).map_err(
            |error: serde_json::Error| Unreadable { kind: self.kind.clone(), id: self.id, why: error.to_string() },
        )
    }

    /// Returns the displayed value of a field, null when nobody wrote it.
    #[must_use]
    pub fn value(&self, field: &str) -> &Value {
        self.fields.get(field).map_or(&Value::Null, Register::value)
    }

    /// Returns how the record was removed, or nothing while it lives.
    #[must_use]
    pub fn removal(&self) -> Option<Removal> {
        match self.value(LIFE) {
            Value::Null => None,
            value => Some(serde_json::from_value(value.clone()).unwrap_or(Removal { reason: String::new() })),
        }
    }

    /// Names the fields that people wrote differently without seeing each other.
    pub fn contested(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(|(_, register)| register.is_contested()).map(|(name, _)| name.as_str())
    }

    /// Names the records that this one refers to, over all living values of its reference fields.
    #[must_use]
    pub fn references(&self) -> Vec<RecordId> {
        let mut targets: Vec<RecordId> = reference_fields(&self.kind)
            .iter()
            .filter_map(|field| self.fields.get(*field))
            .flat_map(Register::versions)
            .flat_map(|version| match &version.value {
                Value::Array(list) => list.as_slice(),
                one => std::slice::from_ref(one),
            })
            .filter_map(|value| value.as_str()?.parse().ok())
            .collect();
        targets.sort_unstable();
        targets.dedup();
        targets
    }

    /// Returns the writes that give `fields` their new values, leaving out those that change nothing.
    #[must_use]
    pub fn writes_for(&self, fields: &BTreeMap<String, Value>) -> Vec<Write> {
        fields
            .iter()
            .filter_map(|(name, value)| {
                let register = self.fields.get(name);
                let unchanged = match register {
                    Some(register) => register.value() == value && !register.is_contested(),
                    None => value.is_null(),
                };
                (!unchanged).then(|| Write {
                    at: Address { kind: self.kind.clone(), id: self.id, field: name.clone() },
                    value: value.clone(),
                    over: register.map(Register::heads).unwrap_or_default(),
                })
            })
            .collect()
    }

    /// Names every change that a living value of this record came from.
    #[must_use]
    pub fn heads(&self) -> Vec<ChangeHash> {
        self.fields.values().flat_map(Register::heads).collect()
    }
}
