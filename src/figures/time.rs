//! Times of day as people type and as papers print them.

use chrono::NaiveTime;

use super::date::digits;
use crate::text::nfc;

/// Why a typed time is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// It is not written as a time of day.
    #[error("not a time of day")]
    NotATime,
    /// It is written as a time, but the day has none such.
    #[error("no such time of day: {hour}:{minute:02}")]
    NoSuchTime {
        /// Hour as typed.
        hour: u32,
        /// Minute as typed.
        minute: u32,
    },
}

/// Reads a time of day: `8:05`, `14:30`, `8h05`, `8h`, `8g05`, `8 giờ 05`, `8 giờ 05 phút`.
///
/// # Errors
/// When it is not written as a time, or when the day has no such hour or minute.
pub fn parse_time(typed: &str) -> Result<NaiveTime, TimeError> {
    let (hour, minute) = parts(typed).ok_or(TimeError::NotATime)?;
    NaiveTime::from_hms_opt(hour, minute, 0).ok_or(TimeError::NoSuchTime { hour, minute })
}

fn parts(typed: &str) -> Option<(u32, u32)> {
    let typed = nfc(typed).to_lowercase();
    let typed = typed.trim();
    if let Some((hour, minute)) = typed.split_once(':') {
        // `8:5` may be five past or a slip of the finger for ten to: with a colon both digits are asked for.
        return Some((digits(hour, 1..=2)?, digits(minute, 2..=2)?));
    }
    let (hour, rest) = ["giờ", "g", "h"].into_iter().find_map(|word| typed.split_once(word))?;
    let rest = rest.trim();
    let minute = match rest.strip_suffix("phút").unwrap_or(rest) {
        "" if rest.is_empty() => 0,
        minute => digits(minute, 1..=2)?,
    };
    Some((digits(hour, 1..=2)?, minute))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::figures::print_time;

    #[test]
    fn a_time_may_be_written_in_every_usual_way() {
        for (typed, hour, minute) in [
            ("8:05", 8, 5),
            ("08:05", 8, 5),
            ("14:30", 14, 30),
            ("8h05", 8, 5),
            ("8H05", 8, 5),
            ("8h5", 8, 5),
            ("8h", 8, 0),
            ("8g05", 8, 5),
            ("8 giờ 05", 8, 5),
            ("8 giờ 05 phút", 8, 5),
            ("8 Giờ", 8, 0),
            ("8 gio\u{31b}\u{300} 05", 8, 5),
            (" 0:00 ", 0, 0),
        ] {
            assert_eq!(parse_time(typed), Ok(NaiveTime::from_hms_opt(hour, minute, 0).unwrap()), "{typed}");
        }
    }

    #[test]
    fn an_impossible_time_is_told_from_what_is_no_time() {
        for (typed, hour, minute) in [("24:00", 24, 0), ("8:60", 8, 60), ("25h", 25, 0), ("8 giờ 75 phút", 8, 75)] {
            assert_eq!(parse_time(typed), Err(TimeError::NoSuchTime { hour, minute }), "{typed}");
        }
        for typed in ["", "8", "8:", ":05", "8:5", "8:05:00", "8h phút", "008h", "h", "giờ", "-8:05", "8.05", "trưa"]
        {
            assert_eq!(parse_time(typed), Err(TimeError::NotATime), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_printed_time_reads_back(hour in 0u32..24, minute in 0u32..60) {
            let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
            prop_assert_eq!(parse_time(&print_time(time)), Ok(time));
            prop_assert_eq!(parse_time(&format!("{hour}:{minute:02}")), Ok(time));
        }

        #[test]
        fn no_text_breaks_the_reader(typed in any::<String>(), shaped in "[0-9]{0,11}[:hg][0-9]{0,11}") {
            let _ = parse_time(&typed);
            let _ = parse_time(&shaped);
        }
    }
}
