//! What does not add up in the figures of a text.

use super::{Cap, CapCheck, Decimal, Figure, Impossible, Percent, Reading, read_figures};

/// Figures that contradict one another, or the office's cap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The stated percent is not the one computed.
    Percent {
        /// The part.
        part: u64,
        /// The whole.
        whole: u64,
        /// The percent as stated.
        stated: Decimal,
        /// The percent as computed.
        computed: Percent,
    },
    /// A percent is stated of two counts of different things, of which there is none.
    TwoNouns {
        /// What the first one counts.
        first: String,
        /// What the second one counts.
        second: String,
        /// The percent as stated.
        stated: Decimal,
    },
    /// The classes do not add up to the total.
    Sum {
        /// What they add up to; nothing beyond what can be counted.
        sum: Option<u64>,
        /// The total as stated.
        total: u64,
        /// What is added up.
        terms: Vec<u64>,
    },
    /// More stand at the top level of a ranking than may.
    Cap(CapCheck),
}

impl Reading {
    /// Lists what does not add up in this figure.
    #[must_use]
    pub fn mismatches(&self, cap: Cap) -> Vec<Mismatch> {
        let wrong_sum = |terms: Vec<u64>, sum: Option<u64>, total: u64| {
            (sum != Some(total)).then_some(Mismatch::Sum { sum, total, terms })
        };
        let wrong_shares = |shares: &[(u64, Decimal)], whole: Option<u64>| {
            let wrong = |(part, stated): &(u64, Decimal)| {
                let whole = whole.filter(|whole| *whole > 0 && !stated.is_percent_of(*part, *whole))?;
                let computed = Percent::of(*part, whole)?;
                Some(Mismatch::Percent { part: *part, whole, stated: *stated, computed })
            };
            shares.iter().filter_map(wrong).collect::<Vec<Mismatch>>()
        };
        match &self.figure {
            Figure::Pair(first, second, Some(stated)) => {
                let (first, second) = (first.noun.clone(), second.noun.clone());
                vec![Mismatch::TwoNouns { first, second, stated: *stated }]
            }
            Figure::Ratio(ratio) => {
                let stated = ratio.stated.filter(|_| ratio.agrees() == Some(false));
                let (part, whole, computed) = (ratio.part, ratio.whole, ratio.computed());
                stated.map(|stated| Mismatch::Percent { part, whole, stated, computed }).into_iter().collect()
            }
            Figure::Classes(classes) => {
                let terms = classes.classes.iter().map(|(_, count)| *count).collect();
                let sum = wrong_sum(terms, classes.sum(), classes.total);
                sum.into_iter().chain(wrong_shares(&classes.shares, Some(classes.total))).collect()
            }
            Figure::Ranking(ranking) => {
                let terms = ranking.counts.iter().flatten().copied().collect();
                let sum = ranking.total.and_then(|total| wrong_sum(terms, ranking.sum(), total));
                let over = ranking.cap(cap).filter(CapCheck::is_exceeded).map(Mismatch::Cap);
                let stated = ranking.counts.into_iter().zip(ranking.shares);
                let stated: Vec<(u64, Decimal)> = stated.filter_map(|(count, share)| Some((count?, share?))).collect();
                let shares = wrong_shares(&stated, ranking.total.or_else(|| ranking.sum()));
                sum.into_iter().chain(over).chain(shares).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Lists what does not add up in a text, in its order.
#[must_use]
pub fn mismatches(text: &str, cap: Cap) -> Vec<Mismatch> {
    read_figures(text).iter().flat_map(|reading| reading.mismatches(cap)).collect()
}

/// Finds the first ratio of a text that cannot be.
#[must_use]
pub fn impossible(text: &str) -> Option<Impossible> {
    read_figures(text).into_iter().find_map(|reading| match reading.figure {
        Figure::Impossible(impossible) => Some(impossible),
        _ => None,
    })
}
