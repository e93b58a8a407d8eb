//! What the first screen says of today.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::RecordId;

/// What waits today and in the days to come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NowView {
    /// The day it is said of.
    pub today: NaiveDate,
    /// Visits that somebody has to think of now.
    pub visits: Vec<NowVisit>,
    /// Visits whose documents are late or must come in the next working days, the first day first.
    pub awaited: Vec<AwaitedAtVisit>,
    /// Open recommendations by unit, those with the most overdue first; nothing until all records were read.
    pub open: Option<Vec<OpenAtUnit>>,
}

/// Why a visit is to be thought of now, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// It was opened and goes on.
    UnderWay,
    /// It is planned for today.
    Today,
    /// It was held today.
    Over,
    /// Its day went by, and nobody opened or cancelled it.
    Missed,
    /// It is one of the next ones.
    Next,
}

/// A visit that somebody has to think of now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NowVisit {
    /// The visit.
    pub visit: RecordId,
    /// Why it is shown.
    pub when: When,
    /// Its day.
    pub date: Option<NaiveDate>,
    /// When it begins.
    pub start: Option<NaiveTime>,
    /// Name of its unit, or empty.
    pub unit: String,
    /// Where it is held.
    pub place: String,
    /// Symbol of the decision of its delegation.
    pub decision: String,
}

/// What a visit to come still waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitedAtVisit {
    /// The visit.
    pub visit: RecordId,
    /// Its day.
    pub date: Option<NaiveDate>,
    /// Name of its unit, or empty.
    pub unit: String,
    /// How many documents have not come though their day has passed.
    pub late: usize,
    /// How many must come in the next working days.
    pub soon: usize,
    /// The earliest day on which one of them had to be there.
    pub first_due: NaiveDate,
    /// The documents by name, the earliest due first.
    pub names: Vec<String>,
}

/// The open recommendations of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenAtUnit {
    /// The unit; nothing for those raised where no unit is recorded.
    pub unit: Option<RecordId>,
    /// Its name, or empty.
    pub name: String,
    /// How many are open.
    pub open: usize,
    /// How many of them are overdue.
    pub overdue: usize,
    /// The earliest due date of the overdue ones.
    pub since: Option<NaiveDate>,
}
