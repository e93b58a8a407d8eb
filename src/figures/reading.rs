//! What a figure of a text says.

use std::ops::Range;

use super::{Decimal, Percent, Ranking, print_count};

/// A figure and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its place, in bytes.
    pub range: Range<usize>,
    /// What it says.
    pub figure: Figure,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// So many of something.
    Count(Count),
    /// Two counts of different things, of which no percent can be made: "214 lượt/163 vụ việc".
    Pair(Count, Count, Option<Decimal>),
    /// A part of a whole.
    Ratio(Ratio),
    /// A percent of something not said.
    Percent(Decimal),
    /// Counts by class: votes, opinions.
    Classes(Classes),
    /// Counts by level.
    Ranking(Ranking),
    /// Digits that can be read in more than one way, so that none is taken.
    Doubt(FigureDoubt),
    /// What cannot be.
    Impossible(Impossible),
}

/// So many of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// How many.
    pub amount: Amount,
    /// Of what, as typed; may be empty.
    pub noun: String,
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many.
    Exact(u64),
    /// So many, more or less.
    About(Nearness, u64),
    /// From so many to so many.
    Between(u64, u64),
    /// A measure with decimals.
    Measure(Decimal),
}

/// On which side of a number an approximate one lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// Trên, hơn.
    Over,
    /// Dưới.
    Under,
    /// Gần.
    Nearly,
    /// Khoảng.
    Around,
}

impl Nearness {
    /// Every word for it, the first of each kind being the one that prints.
    pub(super) const WORDS: [(&str, Self); 7] = [
        ("trên", Self::Over),
        ("hơn", Self::Over),
        ("dưới", Self::Under),
        ("gần", Self::Nearly),
        ("khoảng", Self::Around),
        ("chừng", Self::Around),
        ("ngót", Self::Nearly),
    ];

    pub(super) fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(written, _)| *written == word).map(|(_, nearness)| *nearness)
    }

    fn print(self) -> &'static str {
        Self::WORDS.iter().find(|(_, nearness)| *nearness == self).map_or("", |(word, _)| word)
    }
}

/// A part of a whole that is not nothing; more than the whole only of what was to be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// The part.
    pub part: u64,
    /// The whole.
    pub whole: u64,
    /// Of what, as typed; may be empty.
    pub noun: String,
    /// The percent that the text states for it.
    pub stated: Option<Decimal>,
}

impl Ratio {
    /// Computes the percent, half a hundredth rounded up.
    #[must_use]
    pub fn computed(&self) -> Percent {
        Percent::of(self.part, self.whole).unwrap_or(Percent::whole(0))
    }

    /// Whether the stated percent is right, at the places it is stated to; nothing where none is stated.
    #[must_use]
    pub fn agrees(&self) -> Option<bool> {
        self.stated.map(|stated| stated.is_percent_of(self.part, self.whole))
    }
}

/// Counts by class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classes {
    /// What is counted, as typed before the counts; may be empty.
    pub subject: String,
    /// The name of each class and how many are in it.
    pub classes: Vec<(String, u64)>,
    /// How many the text says they are in all.
    pub total: u64,
    /// Counts with the percent that the text states for them in brackets.
    pub shares: Vec<(u64, Decimal)>,
}

impl Classes {
    /// Adds the classes up; nothing beyond what can be counted.
    #[must_use]
    pub fn sum(&self) -> Option<u64> {
        self.classes.iter().try_fold(0_u64, |sum, (_, count)| sum.checked_add(*count))
    }
}

/// Why digits are not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureDoubt {
    /// Dots and commas part the digits in no known way: "1.20", "1,250", "1 204".
    Grouping,
    /// More than two numbers stand behind one another: "1/2/3".
    Slashes,
    /// A range does not rise: "5-3".
    Range,
}

/// Why a ratio cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// The part is more than the whole.
    PartOverWhole {
        /// The part.
        part: u64,
        /// The whole.
        whole: u64,
    },
    /// The whole is nothing.
    WholeIsZero {
        /// The part.
        part: u64,
    },
}

/// Writes a figure so that it reads back as the same; a doubt and what cannot be have no writing of their own.
#[must_use]
pub fn print_figure(figure: &Figure) -> String {
    match figure {
        Figure::Count(count) => print_counted(count),
        Figure::Pair(first, second, stated) => {
            format!("{}/{}{}", print_counted(first), print_counted(second), print_stated(*stated))
        }
        Figure::Ratio(ratio) => {
            let said = with_noun(&format!("{}/{}", print_count(ratio.part), print_count(ratio.whole)), &ratio.noun);
            format!("{said}{}", print_stated(ratio.stated))
        }
        Figure::Percent(percent) => format!("{}%", percent.print()),
        Figure::Classes(classes) => {
            let counted = classes.classes.iter().map(|(class, count)| format!("{} {class}", print_count(*count)));
            let counted: Vec<String> = counted.collect();
            format!("{}: {}, tổng {}", classes.subject, counted.join(", "), print_count(classes.total))
        }
        Figure::Ranking(ranking) => ranking.print(),
        Figure::Doubt(_) | Figure::Impossible(_) => String::new(),
    }
}

fn print_stated(stated: Option<Decimal>) -> String {
    stated.map(|stated| format!(", báo cáo ghi {}%", stated.print())).unwrap_or_default()
}

fn print_counted(count: &Count) -> String {
    let amount = match count.amount {
        Amount::Exact(count) => print_count(count),
        Amount::About(nearness, count) => format!("{} {}", nearness.print(), print_count(count)),
        Amount::Between(least, most) => format!("{} đến {}", print_count(least), print_count(most)),
        Amount::Measure(measure) => measure.print(),
    };
    with_noun(&amount, &count.noun)
}

fn with_noun(figure: &str, noun: &str) -> String {
    if noun.is_empty() { figure.to_owned() } else { format!("{figure} {noun}") }
}
