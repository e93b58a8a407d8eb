//! Figures as they were understood, in words.

use crate::figures::{
    Cap, CapBase, CapCheck, Figure, FigureDoubt, Impossible, Mismatch, Percent, Ranking, Reading, print_count,
    print_figure, read_figures,
};
use crate::i18n::Texts;

/// What is said of one figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// How it was understood.
    pub text: String,
    /// Whether something in it does not add up, is not clear, or cannot be.
    pub is_wrong: bool,
}

/// Says how each figure of a text was understood, with the arithmetic.
#[must_use]
pub fn figures(text: &str, cap: Cap, texts: &Texts) -> Vec<Understood> {
    read_figures(text).iter().flat_map(|reading| figure(text, reading, cap, texts)).collect()
}

/// Says why a ratio cannot be.
#[must_use]
pub fn impossible(impossible: Impossible, texts: &Texts) -> String {
    let say = &texts.figures;
    match impossible {
        Impossible::PartOverWhole { part, whole } => (say.part_over_whole)(&print_count(part), &print_count(whole)),
        Impossible::WholeIsZero { part } => (say.whole_is_zero)(&print_count(part)),
    }
}

/// Says what does not add up.
#[must_use]
pub fn mismatch(mismatch: &Mismatch, texts: &Texts) -> String {
    let say = &texts.figures;
    match mismatch {
        Mismatch::Percent { part, whole, stated, computed } => {
            let ratio = format!("{}/{}", print_count(*part), print_count(*whole));
            (say.percent_wrong)(&ratio, &computed.print(), &stated.print())
        }
        Mismatch::TwoNouns { first, second, stated } => (say.two_nouns)(first, second, &stated.print()),
        Mismatch::Sum { sum, total, terms } => (say.sum_wrong)(&added(terms), &summed(*sum), &print_count(*total)),
        Mismatch::Cap(check) => cap_check(check, texts),
    }
}

fn figure(text: &str, reading: &Reading, cap: Cap, texts: &Texts) -> Vec<Understood> {
    let say = &texts.figures;
    let right = |text: String| Understood { text, is_wrong: false };
    let wrong = |text: String| Understood { text, is_wrong: true };
    let mismatches = reading.mismatches(cap);
    let mut told: Vec<Understood> = mismatches.iter().map(|found| wrong(mismatch(found, texts))).collect();
    let has = |is: fn(&Mismatch) -> bool| mismatches.iter().any(is);
    match &reading.figure {
        Figure::Count(_) => told.push(right(print_figure(&reading.figure))),
        Figure::Pair(_, _, Some(_)) => {}
        Figure::Pair(first, second, None) => {
            let [first, second] = [first, second].map(|count| print_figure(&Figure::Count(count.clone())));
            told.push(right((say.pair)(&first, &second)));
        }
        Figure::Ratio(ratio) => {
            let written = format!("{}/{}", print_count(ratio.part), print_count(ratio.whole));
            match ratio.agrees() {
                Some(true) => told.push(right((say.percent_right)(&written, &ratio.computed().print()))),
                None => told.push(right((say.percent)(&written, &ratio.computed().print()))),
                Some(false) => {}
            }
        }
        Figure::Percent(percent) => told.push(right((say.alone)(&percent.print()))),
        Figure::Classes(classes) if mismatches.is_empty() => {
            let terms: Vec<u64> = classes.classes.iter().map(|(_, count)| *count).collect();
            told.push(right((say.sum_right)(&added(&terms), &print_count(classes.total))));
        }
        Figure::Classes(_) => {}
        Figure::Ranking(ranking) => {
            if !has(|found| matches!(found, Mismatch::Sum { .. })) {
                told.push(right(ranking_sum(ranking, texts)));
            }
            if let Some(check) = ranking.cap(cap).filter(|check| !check.is_exceeded()) {
                told.push(right(cap_check(&check, texts)));
            }
        }
        Figure::Doubt(doubt) => {
            let why = match doubt {
                FigureDoubt::Grouping => say.grouping,
                FigureDoubt::Slashes => say.slashes,
                FigureDoubt::Range => say.range,
            };
            told.push(wrong((say.doubt)(text.get(reading.range.clone()).unwrap_or_default(), why)));
        }
        Figure::Impossible(found) => told.push(wrong(impossible(*found, texts))),
    }
    told
}

fn ranking_sum(ranking: &Ranking, texts: &Texts) -> String {
    let say = &texts.figures;
    let terms: Vec<u64> = ranking.counts.iter().flatten().copied().collect();
    let said = if ranking.total.is_some() { say.sum_right } else { say.sum };
    format!("{}: {}", say.ranking, said(&added(&terms), &summed(ranking.sum())))
}

fn cap_check(check: &CapCheck, texts: &Texts) -> String {
    let say = &texts.figures;
    let of = match check.cap.base {
        CapBase::Good => say.base_good,
        CapBase::GoodOrBetter => say.base_good_or_better,
        CapBase::All => say.base_all,
    };
    let share = check.share.map(|share: Percent| format!(" = {}%", share.print())).unwrap_or_default();
    let verdict = if check.is_exceeded() { say.over_cap } else { say.within_cap };
    let (top, base, most) = (print_count(check.top), print_count(check.base), print_count(check.most));
    (say.cap)(&top, &base, of, &share, &check.cap.percent.print(), &most, verdict)
}

fn added(terms: &[u64]) -> String {
    let terms: Vec<String> = terms.iter().map(|term| print_count(*term)).collect();
    terms.join(" + ")
}

/// A sum too large to count is shown as such rather than wrong.
fn summed(sum: Option<u64>) -> String {
    sum.map_or_else(|| "…".to_owned(), print_count)
}
