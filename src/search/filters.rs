//! The filters of a search: one table of their names in both languages, and how their values are read.

use chrono::{Days, Months, NaiveDate};

use super::Stage;
use crate::figures::parse_date;

/// What a filter asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filter {
    Kind,
    Unit,
    Delegation,
    Person,
    Topic,
    From,
    To,
    Severity,
    Stage,
}

/// A filter as people type it.
#[derive(Clone, Copy, Debug)]
pub struct FilterName {
    filter: Filter,
    /// Its names, the Vietnamese one first.
    pub names: &'static [&'static str],
}

static FILTERS: [FilterName; 9] = [
    FilterName { filter: Filter::Kind, names: &["loai", "type", "kind"] },
    FilterName { filter: Filter::Unit, names: &["don-vi", "dv", "unit"] },
    FilterName { filter: Filter::Delegation, names: &["doan", "delegation"] },
    FilterName { filter: Filter::Person, names: &["nguoi", "person"] },
    FilterName { filter: Filter::Topic, names: &["linh-vuc", "topic"] },
    FilterName { filter: Filter::From, names: &["tu", "from"] },
    FilterName { filter: Filter::To, names: &["den", "to"] },
    FilterName { filter: Filter::Severity, names: &["muc", "severity"] },
    FilterName { filter: Filter::Stage, names: &["tinh-trang", "is"] },
];

/// Words that stand for a stage without a filter's name; words that people write in sentences are not among them.
static FLAGS: [(&str, Stage); 6] = [
    ("qua-han", Stage::Overdue),
    ("overdue", Stage::Overdue),
    ("con-mo", Stage::Open),
    ("still-open", Stage::Open),
    ("da-xong", Stage::Closed),
    ("is-closed", Stage::Closed),
];

static STAGES: [(&str, Stage); 6] = [
    ("qua-han", Stage::Overdue),
    ("overdue", Stage::Overdue),
    ("mo", Stage::Open),
    ("open", Stage::Open),
    ("xong", Stage::Closed),
    ("closed", Stage::Closed),
];

/// Lists the filters with their names.
#[must_use]
pub fn filter_names() -> &'static [FilterName] {
    &FILTERS
}

/// Finds a filter by its name as [`super::key`] gives it.
pub(super) fn filter(name: &str) -> Option<Filter> {
    let mut filters = FILTERS.iter();
    filters.find(|filter| filter.names.iter().any(|known| super::key(known) == name)).map(|filter| filter.filter)
}

pub(super) fn flag(word: &str) -> Option<Stage> {
    among(&FLAGS, word)
}

pub(super) fn stage(value: &str) -> Option<Stage> {
    among(&STAGES, value)
}

fn among(stages: &[(&str, Stage)], word: &str) -> Option<Stage> {
    stages.iter().find(|(name, _)| super::key(name) == word).map(|(_, stage)| *stage)
}

/// Whether a word as typed is a filter, with its value or still without one, or the beginning of a flag up to its hyphen.
#[must_use]
pub fn is_query_word(typed: &str) -> bool {
    match typed.split_once(':') {
        Some((name, value)) => {
            let value = super::key(value);
            let is_known = || value.is_empty() || super::kinds::kinds(&value).is_some() || stage(&value).is_some();
            filter(&super::key(name)).is_some() && is_known()
        }
        None => typed.ends_with('-') && FLAGS.iter().any(|(name, _)| name.starts_with(typed)),
    }
}

/// Reads the first day of what a date names: a day, a month ("3/2026") or a year.
pub(super) fn first_day(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    month(typed).map(|(first, _)| first).or_else(|| parse_date(typed, Some(today)).ok())
}

/// Reads the last day of what a date names.
pub(super) fn last_day(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    match month(typed) {
        Some((first, months)) => first.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1)),
        None => parse_date(typed, Some(today)).ok(),
    }
}

/// Reads a year, or a month of one: its first day and how many months it has.
fn month(typed: &str) -> Option<(NaiveDate, u32)> {
    let (month, year, months) = match typed.split_once('/') {
        Some((month, year)) => (month.parse().ok()?, year, 1),
        None => (1, typed, 12),
    };
    let is_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
    let year = year.parse().ok().filter(|_| is_year)?;
    NaiveDate::from_ymd_opt(year, month, 1).map(|first| (first, months))
}
