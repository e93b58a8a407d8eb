//! What can be asked of many visits at once: figures to compare by, and how things went over time.

use chrono::NaiveDate;

use super::super::checklists::Level;
use crate::domain::{RecordId, Unreadable};

/// Which visits figures are made of; an empty field leaves none out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Over {
    /// Those to this unit and the units below it.
    pub unit: Option<RecordId>,
    /// Those of this delegation and its parts.
    pub delegation: Option<RecordId>,
    /// Those on this day or later.
    pub from: Option<NaiveDate>,
    /// Those on this day or earlier.
    pub to: Option<NaiveDate>,
}

/// What many visits found, and what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StatisticsView {
    /// Which visits the figures are made of.
    pub over: Over,
    /// Name of the unit that was asked for, or empty.
    pub unit: String,
    /// Name of the delegation that was asked for, as minutes name it, or empty.
    pub delegation: String,
    /// All of it.
    pub total: Tally,
    /// By topic, that with the most findings first; an empty name gathers what has none.
    pub by_topic: Vec<Tallied>,
    /// By unit.
    pub by_unit: Vec<Tallied>,
    /// By delegation.
    pub by_delegation: Vec<Tallied>,
    /// How long one part of the time is.
    pub step: Step,
    /// The recommendations over time, without a gap.
    pub spans: Vec<Span>,
    /// The checklists that were held against.
    pub checklists: Vec<Covered>,
    /// Records that this version cannot read, and that are not in the figures.
    pub unreadable: Vec<Unreadable>,
}

/// Figures of one topic, unit or delegation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallied {
    /// The unit or delegation.
    pub id: Option<RecordId>,
    /// Its name, or empty.
    pub name: String,
    /// The figures.
    pub tally: Tally,
}

/// How much was found, and what came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Visits that took place; none are told by topic.
    pub visits: usize,
    /// Ưu điểm.
    pub strengths: usize,
    /// Hạn chế, khuyết điểm.
    pub shortcomings: usize,
    /// Dấu hiệu vi phạm.
    pub signs: usize,
    /// The causes found.
    pub causes: Causes,
    /// Shortcomings and signs that no cause is linked to.
    pub unexplained: usize,
    /// Recommendations, both ways, that are open today.
    pub open: usize,
    /// Those of them that are overdue.
    pub overdue: usize,
    /// Recommendations that are closed today.
    pub closed: usize,
}

impl Tally {
    /// How many shortcomings and signs of violation there are.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.shortcomings + self.signs
    }

    /// How many findings there are, by which rows are put in order.
    #[must_use]
    pub fn findings(&self) -> usize {
        self.strengths + self.faults() + self.causes.objective + self.causes.subjective + self.open + self.closed
    }
}

/// How many causes there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Causes {
    /// Nguyên nhân khách quan.
    pub objective: usize,
    /// Nguyên nhân chủ quan.
    pub subjective: usize,
}

/// How long one part of the time is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// A month.
    #[default]
    Month,
    /// A quarter.
    Quarter,
    /// A year.
    Year,
}

/// The recommendations in one part of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first day.
    pub first: NaiveDate,
    /// How many were raised in it.
    pub raised: usize,
    /// How many were closed in it, less those opened again.
    pub closed: isize,
    /// How many were open at its end.
    pub open_at_end: usize,
    /// How many were closed by its end.
    pub closed_by_end: usize,
}

/// How much of a checklist the visits looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// How many of the visits were held against it.
    pub visits: usize,
    /// Its criteria in tree order.
    pub criteria: Vec<CoveredCriterion>,
}

/// At how many visits a criterion was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoveredCriterion {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// What it is by its place in the list.
    pub level: Level,
    /// How many visits looked at it, or at one below it.
    pub visits: usize,
}
