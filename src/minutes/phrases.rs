//! Short printed phrases: dates and times with room for what is missing, sentence ends, legal symbols.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::escape::{lines, norm};
use crate::figures::{print_date_in_words, print_time};

/// What stands where nothing is known, to be filled by hand.
pub(super) const DOTS: &str = "…";

/// Cleans a value; nothing when no visible letter is left.
pub(super) fn known(text: &str) -> Option<String> {
    let clean = norm(text);
    (!clean.is_empty()).then_some(clean)
}

/// Cleans a value, or returns dots.
pub(super) fn or_dots(text: &str) -> String {
    known(text).unwrap_or_else(|| DOTS.to_owned())
}

/// Writes a date as papers cite it: `03/3/2026`, with a zero where a digit could be added in front.
pub(super) fn cited_date(date: NaiveDate) -> String {
    let month = date.month();
    let month = if month <= 2 { format!("{month:02}") } else { month.to_string() };
    format!("{:02}/{month}/{}", date.day(), date.year())
}

/// Writes a cited date, or dots.
pub(super) fn cited_date_or_dots(date: Option<NaiveDate>) -> String {
    date.map_or_else(|| DOTS.to_owned(), cited_date)
}

/// Writes "ngày 19 tháng 3 năm 2026", with dots where nothing is known.
pub(super) fn date_in_words(date: Option<NaiveDate>) -> String {
    date.map_or_else(|| "ngày … tháng … năm …".to_owned(), print_date_in_words)
}

/// Writes "8 giờ 05 phút", with dots where nothing is known.
pub(super) fn time_in_words(time: Option<NaiveTime>) -> String {
    time.map_or_else(|| "… giờ … phút".to_owned(), print_time)
}

/// Writes a number of people or copies with two digits, as papers do against a digit added in front.
pub(super) fn two_digits(number: usize) -> String {
    format!("{number:02}")
}

/// Closes a sentence: adds a full stop unless the text ends in a mark of its own.
pub(super) fn sentence(text: &str) -> String {
    match text.chars().last() {
        Some('.' | '!' | '?' | '…' | ':' | ';') | None => text.to_owned(),
        // What stood behind the comma was a mark.
        Some(',') => format!("{}.", text.trim_end_matches(',')),
        Some(_) => format!("{text}."),
    }
}

/// Splits text into sentences by line, with `note` in brackets after the last one.
pub(super) fn noted(text: &str, note: &str) -> Vec<String> {
    let mut lines = lines(text);
    if let Some(last) = lines.last_mut() {
        if !note.is_empty() {
            // The bracket belongs to the sentence, so its full stop moves behind it.
            let body = if last.ends_with("..") { last.as_str() } else { last.strip_suffix('.').unwrap_or(last) };
            *last = format!("{body} ({note})");
        }
        *last = sentence(last);
    }
    lines
}

/// Folds a name for comparison: cleaned, in small letters.
pub(super) fn norm_key(text: &str) -> String {
    norm(text).to_lowercase()
}

/// Turns the first letter into a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Ends each line of a listing with a semicolon and the last one with a full stop, unless it ends in a mark of its own.
pub(super) fn listed(lines: Vec<String>) -> Vec<String> {
    let last = lines.len().saturating_sub(1);
    lines
        .into_iter()
        .enumerate()
        .map(|(at, line)| match line.chars().last() {
            _ if at == last => sentence(&line),
            Some(';' | ',' | '.') => line,
            _ => format!("{line};"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cited_dates_leave_no_room_for_a_digit() {
        let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(cited_date(date(2026, 3, 3)), "03/3/2026");
        assert_eq!(cited_date(date(2023, 1, 1)), "01/01/2023");
        assert_eq!(cited_date(date(2016, 10, 30)), "30/10/2016");
    }

    #[test]
    fn a_note_goes_before_the_full_stop() {
        assert_eq!(noted("Còn nể nang.", "tiêu chí I.5"), ["Còn nể nang (tiêu chí I.5)."]);
        assert_eq!(noted("Một\nHai", ""), ["Một", "Hai."]);
        assert_eq!(noted("Vì sao?", ""), ["Vì sao?"]);
        assert!(noted(" \u{200b}", "x").is_empty());
    }
}
