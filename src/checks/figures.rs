//! Checks of the figures in the entries: percents, sums, and the cap on the top level of a ranking.

use super::Facts;
use super::warning::{Detail, Mend, Place};
use crate::domain::Kind;
use crate::figures::{Mismatch, mismatches};

type Found = Vec<(Place, Detail)>;

pub(super) fn percent_mismatch(facts: &Facts<'_>) -> Found {
    found(facts, |mismatch| matches!(mismatch, Mismatch::Percent { .. } | Mismatch::TwoNouns { .. }))
}

pub(super) fn sum_mismatch(facts: &Facts<'_>) -> Found {
    found(facts, |mismatch| matches!(mismatch, Mismatch::Sum { .. }))
}

pub(super) fn cap_exceeded(facts: &Facts<'_>) -> Found {
    found(facts, |mismatch| matches!(mismatch, Mismatch::Cap(_)))
}

/// Looks at every entry: figures are also read out in statements and shortcomings.
fn found(facts: &Facts<'_>, wanted: impl Fn(&Mismatch) -> bool) -> Found {
    let of_entry = |id| Place { kind: Kind::ENTRY, id, mend: Mend::Field("text") };
    let wrong = facts
        .entries
        .iter()
        .flat_map(|(id, entry)| mismatches(&entry.text, facts.rules.cap).into_iter().map(|mismatch| (*id, mismatch)));
    wrong
        .filter(|(_, mismatch)| wanted(mismatch))
        .map(|(id, mismatch)| (of_entry(id), Detail::Figures(mismatch)))
        .collect()
}
