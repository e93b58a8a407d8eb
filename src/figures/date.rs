//! Dates as people type and as papers print them.

use chrono::{Datelike, NaiveDate};

use crate::text::nfc;

/// Why a typed date is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// It is not written as a date.
    #[error("not a date")]
    NotADate,
    /// It is written as a date, but the calendar has no such day; a month above 12 means that there is no such month.
    #[error("no such day: {day}/{month}")]
    NoSuchDay {
        /// Day as typed.
        day: u32,
        /// Month as typed.
        month: u32,
        /// Year as typed, if it was.
        year: Option<i32>,
    },
    /// The year is missing and nothing tells which one is meant.
    #[error("the year is missing")]
    NoYear,
}

/// Reads a date: `19/7/2019`, `5-3-2026`, `5.3.2026`, `ngày 5 tháng 3 năm 2026`, or one of these without its year.
///
/// Years have four digits. A date without a year is the first such day on or after `near`.
///
/// # Errors
/// When it is not written as a date, when no such day exists, or when the year is missing and `near` is not given.
pub fn parse_date(typed: &str, near: Option<NaiveDate>) -> Result<NaiveDate, DateError> {
    let (day, month, year) = parts(typed).ok_or(DateError::NotADate)?;
    let no_such_day = DateError::NoSuchDay { day, month, year };
    if let Some(year) = year {
        return NaiveDate::from_ymd_opt(year, month, day).ok_or(no_such_day);
    }
    NaiveDate::from_ymd_opt(LEAP_YEAR, month, day).ok_or(no_such_day)?;
    let near = near.ok_or(DateError::NoYear)?;
    (near.year()..=near.year().saturating_add(LONGEST_WAIT_FOR_29_FEBRUARY))
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| *date >= near)
        .ok_or(no_such_day)
}

/// Any leap year: what does not exist in it exists in no year.
const LEAP_YEAR: i32 = 2000;
/// From 2096 to 2104, as 2100 is not a leap year.
const LONGEST_WAIT_FOR_29_FEBRUARY: i32 = 8;

fn parts(typed: &str) -> Option<(u32, u32, Option<i32>)> {
    let typed = nfc(typed).to_lowercase();
    let typed = typed.trim();
    let (day, month, year) =
        in_words(typed).or_else(|| ['/', '-', '.'].into_iter().find_map(|mark| parted(typed, mark)))?;
    let year = match year {
        Some(year) => Some(digits(year, 4..=4)?.try_into().ok().filter(|year| *year >= 1000)?),
        None => None,
    };
    Some((digits(day, 1..=2)?, digits(month, 1..=2)?, year))
}

type Parts<'a> = (&'a str, &'a str, Option<&'a str>);

fn in_words(typed: &str) -> Option<Parts<'_>> {
    let typed = typed.strip_prefix("ngày").unwrap_or(typed);
    let (day, rest) = typed.split_once("tháng")?;
    match rest.split_once("năm") {
        Some((month, year)) => Some((day, month, Some(year))),
        None => Some((day, rest, None)),
    }
}

fn parted(typed: &str, mark: char) -> Option<Parts<'_>> {
    let (day, rest) = typed.split_once(mark)?;
    match rest.split_once(mark) {
        Some((month, year)) => Some((day, month, Some(year))),
        None => Some((day, rest, None)),
    }
}

/// Reads a whole number written in so many digits, with nothing else but spaces around it.
pub(super) fn digits(typed: &str, count: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let typed = typed.trim();
    let only_digits = typed.bytes().all(|byte| byte.is_ascii_digit());
    if only_digits && count.contains(&typed.len()) { typed.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::figures::{print_date, print_date_in_words};

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_date_may_be_written_in_every_usual_way() {
        for typed in [
            "5/3/2026",
            "05/03/2026",
            "5-3-2026",
            "5.3.2026",
            " 5 / 3 / 2026 ",
            "ngày 5 tháng 3 năm 2026",
            "Ngày 05 tháng 03 năm 2026",
            "5 tháng 3 năm 2026",
            "nga\u{300}y 5 tha\u{301}ng 3 na\u{306}m 2026",
        ] {
            assert_eq!(parse_date(typed, None), Ok(date(2026, 3, 5)), "{typed}");
        }
    }

    #[test]
    fn a_missing_year_is_that_of_the_first_such_day_on_or_after_the_visit() {
        let visit = Some(date(2026, 3, 19));
        for (typed, meant) in [
            ("30/4", date(2026, 4, 30)),
            ("19/3", date(2026, 3, 19)),
            ("18/3", date(2027, 3, 18)),
            ("ngày 31 tháng 3", date(2026, 3, 31)),
            ("29/2", date(2028, 2, 29)),
        ] {
            assert_eq!(parse_date(typed, visit), Ok(meant), "{typed}");
        }
        assert_eq!(parse_date("29/2", Some(date(2096, 3, 1))), Ok(date(2104, 2, 29)));
        assert_eq!(parse_date("30/4", None), Err(DateError::NoYear));
    }

    #[test]
    fn an_impossible_day_is_told_from_what_is_no_date() {
        let visit = Some(date(2026, 3, 19));
        for (typed, day, month, year) in [
            ("31/2/2026", 31, 2, Some(2026)),
            ("29/2/2026", 29, 2, Some(2026)),
            ("5/13/2026", 5, 13, Some(2026)),
            ("0/3/2026", 0, 3, Some(2026)),
            ("31/2", 31, 2, None),
        ] {
            assert_eq!(parse_date(typed, visit), Err(DateError::NoSuchDay { day, month, year }), "{typed}");
        }
        for typed in [
            "",
            "5",
            "5/",
            "/3",
            "5/3/26",
            "5/3/02026",
            "5/3-2026",
            "5/3/2026/1",
            "+5/3/2026",
            "mai",
            "tháng 3 năm 2026",
        ] {
            assert_eq!(parse_date(typed, visit), Err(DateError::NotADate), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_printed_date_reads_back(days in 0i64..3_287_182) {
            let printed = date(1000, 1, 1) + chrono::TimeDelta::days(days);
            prop_assert_eq!(parse_date(&print_date(printed), None), Ok(printed));
            prop_assert_eq!(parse_date(&print_date_in_words(printed), None), Ok(printed));
        }

        #[test]
        fn no_text_breaks_the_reader(typed in any::<String>(), shaped in "[0-9]{0,11}[/.-][0-9]{0,11}[/.-]?[0-9]{0,11}") {
            let _ = parse_date(&typed, Some(NaiveDate::MAX));
            let _ = parse_date(&shaped, Some(NaiveDate::MAX));
        }
    }
}
