//! Units under inspection.

use serde::{Deserialize, Serialize};

use super::{Kind, Record, RecordId};

/// A unit that delegations visit (đơn vị được kiểm tra).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Unit {
    /// Full name: "Huyện ủy Thạch Khê".
    pub name: String,
    /// The unit above it, when recorded.
    pub parent: Option<RecordId>,
    /// Anything worth knowing, never printed.
    pub note: String,
    /// Whether it is a pilot unit (đơn vị làm điểm).
    pub pilot: bool,
}

impl Record for Unit {
    const KIND: Kind = Kind::UNIT;
}
