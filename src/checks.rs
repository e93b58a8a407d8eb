//! Completeness checks: what somebody should look at before the minutes leave.
//!
//! Every check is a row of one table and a small function of the visit's records. A check only ever warns: it blocks nothing
//! and changes nothing in the minutes. It prints nothing either; `i18n` has the words.

mod beside;
mod entries;
mod facts;
mod figures;
mod table;
mod vague;
mod visit;
mod warning;

pub use facts::{Facts, Rules};
pub use table::{CHECKS, Check, Rule, Stage, Weight};
pub use warning::{Detail, Mend, Place, Warning};

use crate::domain::VisitStatus;

/// Runs every check on a visit, in the order of the table: the weightiest first.
///
/// A visit that is planned is only asked what can be settled before it; one that was cancelled leaves no minutes.
#[must_use]
pub fn review(facts: &Facts<'_>) -> Vec<Warning> {
    let status = facts.visit.1.status;
    CHECKS
        .iter()
        .filter(|rule| match status {
            VisitStatus::Planned => rule.stage == Stage::Preparation,
            VisitStatus::Open | VisitStatus::Closed => true,
            VisitStatus::Cancelled => false,
        })
        .flat_map(|rule| {
            let found = (rule.find)(facts).into_iter();
            found.map(|(place, detail)| Warning { check: rule.check, place, detail })
        })
        .collect()
}
