//! Working days: not Saturday, not Sunday, not a holiday of the list that the office keeps.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};

/// One or more days off in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// What is celebrated: "Quốc khánh".
    pub name: String,
    /// First day off.
    pub first: NaiveDate,
    /// Last day off.
    pub last: NaiveDate,
    /// Whether somebody compared it with the decision of that year; bridge days and swaps are decided anew each year.
    pub checked: bool,
}

/// The days on which offices work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    holidays: Vec<Holiday>,
    /// Weekend days worked in exchange for a bridge day.
    worked: BTreeSet<NaiveDate>,
}

impl Calendar {
    /// Makes a calendar of holidays and of weekend days that are worked all the same.
    #[must_use]
    pub fn new(mut holidays: Vec<Holiday>, worked: impl IntoIterator<Item = NaiveDate>) -> Self {
        holidays.sort_by_key(|holiday| holiday.first);
        Self { holidays, worked: worked.into_iter().collect() }
    }

    /// Lists the holidays by date.
    #[must_use]
    pub fn holidays(&self) -> &[Holiday] {
        &self.holidays
    }

    /// Lists the weekend days that are worked.
    pub fn worked(&self) -> impl Iterator<Item = NaiveDate> {
        self.worked.iter().copied()
    }

    /// Whether the list has any holiday of a year; without one, working days of that year are counted by weekends alone.
    #[must_use]
    pub fn knows_year(&self, year: i32) -> bool {
        self.holidays.iter().any(|holiday| (holiday.first.year()..=holiday.last.year()).contains(&year))
    }

    /// Whether offices work on a day.
    #[must_use]
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let holiday = || self.holidays.iter().any(|holiday| (holiday.first..=holiday.last).contains(&day));
        self.worked.contains(&day) || (!weekend && !holiday())
    }

    /// Counts the whole working days between two days, neither of which counts; nothing when `until` is not after `from`.
    ///
    /// What came on Tuesday for a meeting on Thursday came one working day before it.
    #[must_use]
    pub fn working_days_between(&self, from: NaiveDate, until: NaiveDate) -> usize {
        from.iter_days().skip(1).take_while(|day| *day < until).filter(|day| self.is_working_day(*day)).count()
    }

    /// Finds the last day that leaves `count` whole working days before `day`; nothing before the calendar begins.
    #[must_use]
    pub fn working_days_before(&self, day: NaiveDate, count: u32) -> Option<NaiveDate> {
        let earlier = std::iter::successors(day.pred_opt(), NaiveDate::pred_opt);
        earlier.filter(|day| self.is_working_day(*day)).nth(usize::try_from(count).ok()?)
    }

    /// Finds the working day on which `count` working days after `day` are full; nothing after the calendar ends.
    #[must_use]
    pub fn working_days_after(&self, day: NaiveDate, count: u32) -> Option<NaiveDate> {
        let Some(before_last) = count.checked_sub(1) else { return Some(day) };
        let later = std::iter::successors(day.succ_opt(), NaiveDate::succ_opt);
        later.filter(|day| self.is_working_day(*day)).nth(usize::try_from(before_last).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn calendar() -> Calendar {
        let off =
            |name: &str, first, last| Holiday { name: name.into(), first: day(first), last: day(last), checked: true };
        let holidays = vec![off("Lao động", "2026-04-30", "2026-05-01"), off("Giỗ Tổ", "2026-04-27", "2026-04-27")];
        Calendar::new(holidays, [day("2026-05-09")])
    }

    #[test]
    fn weekends_and_holidays_are_not_worked() {
        let calendar = calendar();
        for (date, worked) in [
            ("2026-04-24", true),
            ("2026-04-25", false),
            ("2026-04-26", false),
            ("2026-04-27", false),
            ("2026-04-30", false),
            ("2026-05-01", false),
            ("2026-05-09", true),
            ("2026-05-10", false),
        ] {
            assert_eq!(calendar.is_working_day(day(date)), worked, "{date}");
        }
        assert!(calendar.knows_year(2026) && !calendar.knows_year(2027));
    }

    #[test]
    fn neither_end_of_a_span_counts() {
        let calendar = calendar();
        for (from, until, count) in [
            ("2026-03-17", "2026-03-19", 1),
            ("2026-03-16", "2026-03-19", 2),
            ("2026-03-13", "2026-03-19", 3),
            ("2026-03-19", "2026-03-19", 0),
            ("2026-03-20", "2026-03-19", 0),
            ("2026-04-24", "2026-05-04", 2),
        ] {
            assert_eq!(calendar.working_days_between(day(from), day(until)), count, "{from} … {until}");
        }
    }

    #[test]
    fn the_last_day_in_time_leaves_whole_working_days() {
        let calendar = calendar();
        assert_eq!(calendar.working_days_before(day("2026-03-19"), 3), Some(day("2026-03-13")));
        assert_eq!(calendar.working_days_before(day("2026-05-04"), 2), Some(day("2026-04-24")));
        assert_eq!(calendar.working_days_before(day("2026-03-19"), 0), Some(day("2026-03-18")));
        assert_eq!(calendar.working_days_after(day("2026-04-24"), 2), Some(day("2026-04-29")));
        assert_eq!(calendar.working_days_after(day("2026-04-29"), 1), Some(day("2026-05-04")));
        assert_eq!(calendar.working_days_before(NaiveDate::MIN, 3), None);
        assert_eq!(calendar.working_days_after(NaiveDate::MAX, 3), None);
    }

    proptest! {
        #[test]
        fn counting_back_and_counting_between_agree(at in 0i64..3_000, count in 0u32..40) {
            let calendar = calendar();
            let meeting = day("2020-01-01") + chrono::TimeDelta::days(at);
            let last = calendar.working_days_before(meeting, count).unwrap();
            prop_assert_eq!(calendar.working_days_between(last, meeting), count as usize);
            let next = last.succ_opt().unwrap();
            prop_assert!(count == 0 || calendar.working_days_between(next, meeting) <= count as usize);
        }
    }
}
