//! How official Vietnamese papers write numbers, dates and times.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

/// Writes a date as screens and tables do: `19/7/2019`.
#[must_use]
pub fn print_date(date: NaiveDate) -> String {
    format!("{}/{}/{}", date.day(), date.month(), date.year())
}

/// Writes a date as sentences do: `ngày 05 tháng 02 năm 2026`.
///
/// Days below 10 and the months January and February take a leading zero, so that nothing can be written in front.
#[must_use]
pub fn print_date_in_words(date: NaiveDate) -> String {
    let month = date.month();
    let month = if month <= 2 { format!("{month:02}") } else { month.to_string() };
    format!("ngày {:02} tháng {month} năm {}", date.day(), date.year())
}

/// Writes a time of day as sentences do: `8 giờ 05 phút`.
#[must_use]
pub fn print_time(time: NaiveTime) -> String {
    format!("{} giờ {:02} phút", time.hour(), time.minute())
}

/// Writes a whole number with dots between thousands: `32.560`.
#[must_use]
pub fn print_count(count: u64) -> String {
    let digits = count.to_string();
    let mut printed = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            printed.push('.');
        }
        printed.push(digit);
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_follow_official_papers() {
        let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(print_date(date(2019, 7, 19)), "19/7/2019");
        assert_eq!(print_date_in_words(date(2026, 3, 5)), "ngày 05 tháng 3 năm 2026");
        assert_eq!(print_date_in_words(date(2026, 2, 15)), "ngày 15 tháng 02 năm 2026");
        assert_eq!(print_time(NaiveTime::from_hms_opt(8, 5, 0).unwrap()), "8 giờ 05 phút");
        assert_eq!(print_time(NaiveTime::from_hms_opt(14, 30, 0).unwrap()), "14 giờ 30 phút");
    }

    #[test]
    fn thousands_are_parted_by_dots() {
        for (count, printed) in [(0, "0"), (999, "999"), (1_000, "1.000"), (32_560, "32.560"), (1_234_567, "1.234.567")]
        {
            assert_eq!(print_count(count), printed);
        }
    }
}
