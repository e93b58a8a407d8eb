//! A field as a multi-value register: a value lives until a later write names it.
//!
//! The fold of any set of writes is the same in every order, with duplicates left out by the caller. Clocks decide
//! nothing: when two people wrote without seeing each other, both values are kept and a person chooses.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{ChangeHash, StreamId};

/// One value of a field and where it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Change that wrote it.
    pub change: ChangeHash,
    /// Lamport counter of that change: orders the display only.
    pub lamport: u64,
    /// Log of that change.
    pub stream: StreamId,
    /// The value; null is the absence of one.
    pub value: Value,
}

impl Version {
    fn display_order(&self) -> (u64, StreamId, ChangeHash) {
        (self.lamport, self.stream, self.change)
    }
}

/// All living values of one field, and the names of all that were replaced.
///
/// The living values are those written minus those named by any write, so the order of arrival cannot matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Register {
    versions: Vec<Version>,
    replaced: BTreeSet<ChangeHash>,
}

impl Register {
    /// Rebuilds a register from what [`Register::versions`] and [`Register::replaced`] gave.
    #[must_use]
    pub fn restore(versions: Vec<Version>, replaced: BTreeSet<ChangeHash>) -> Self {
        Self { versions, replaced }
    }

    /// Folds one write in: `version` is the new value, `over` the changes whose values it replaces.
    ///
    /// A value named in `over` before it arrived is dropped when it does; folding a write again changes nothing.
    pub fn fold(&mut self, version: Version, over: &[ChangeHash]) {
        self.replaced.extend(over.iter().copied());
        self.versions.retain(|known| !self.replaced.contains(&known.change));
        if self.replaced.contains(&version.change) || self.versions.iter().any(|known| known.change == version.change) {
            return;
        }
        let at = self.versions.partition_point(|known| known.display_order() < version.display_order());
        self.versions.insert(at, version);
    }

    /// Living values, the one to display last.
    #[must_use]
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// Changes whose values were replaced, whether or not they arrived yet.
    #[must_use]
    pub fn replaced(&self) -> &BTreeSet<ChangeHash> {
        &self.replaced
    }

    /// The value to display: the only one, or of several the last in display order; null when there is none.
    #[must_use]
    pub fn value(&self) -> &Value {
        self.versions.last().map_or(&Value::Null, |version| &version.value)
    }

    /// Whether people wrote different values without seeing each other's.
    #[must_use]
    pub fn is_contested(&self) -> bool {
        self.versions.iter().any(|version| version.value != *self.value())
    }

    /// The changes that a new write to this field replaces.
    #[must_use]
    pub fn heads(&self) -> Vec<ChangeHash> {
        self.versions.iter().map(|version| version.change).collect()
    }
}
