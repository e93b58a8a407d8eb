//! What the checks answer: warnings, and what was switched off.

use super::{Row, VisitView};
use crate::checks::{Place, Warning, Weight};
use crate::domain::{CarriedItem, Waiver};

/// What the checks found at a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct ChecksView {
    /// The visit with its records.
    pub visit: VisitView,
    /// What was open at the unit from earlier visits.
    pub carried: Vec<CarriedItem>,
    /// Warnings of the checks that are switched on, the weightiest first.
    pub open: Vec<Warning>,
    /// Checks that were switched off, in the order of the table.
    pub waived: Vec<Waived>,
}

/// A check that was switched off for a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Waived {
    /// Who switched it off, and why.
    pub waiver: Row<Waiver>,
    /// What the check would say.
    pub warnings: Vec<Warning>,
}

impl ChecksView {
    /// Names the record of a warning by its own words; empty for the visit itself.
    #[must_use]
    pub fn words_of(&self, place: &Place) -> String {
        let carried =
            || self.carried.iter().find(|carried| carried.item.id == place.id).map(|it| it.item.text.to_string());
        let visit = &self.visit;
        let entry = || visit.entries.iter().find(|row| row.id == place.id).map(|row| row.record.text.clone());
        let issue = || visit.issues.iter().find(|row| row.id == place.id).map(|row| row.record.text.clone());
        let answer = || visit.answers.iter().find(|row| row.id == place.id).map(|row| row.record.criterion.clone());
        let material = || {
            let paper = &visit.materials.iter().find(|row| row.id == place.id)?.record;
            let name = [paper.form.as_str(), paper.symbol.as_str()].join(" ");
            Some(if name.trim().is_empty() { paper.title.clone() } else { name.trim().to_owned() })
        };
        carried().or_else(entry).or_else(issue).or_else(answer).or_else(material).unwrap_or_default()
    }

    /// Counts the open warnings of each weight, the heaviest first.
    #[must_use]
    pub fn counts(&self) -> [(Weight, usize); 3] {
        Weight::ALL.map(|weight| {
            let of_weight = self.open.iter().filter(|warning| warning.check.weight() == weight);
            (weight, of_weight.count())
        })
    }
}
