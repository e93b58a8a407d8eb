//! A person's posts as one line of text: `Bí thư Huyện ủy từ 1/6/2020; Ủy viên Ban Thường vụ đến 30/9/2025`.

use chrono::NaiveDate;

use super::{DateError, parse_date, print_date};
use crate::domain::Post;

/// Why a line of posts cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PostsError {
    /// A date after `từ` or `đến` is none.
    #[error("{typed}: {why}")]
    Date {
        /// What was typed.
        typed: String,
        /// What is wrong with it.
        why: DateError,
    },
    /// A post ends before it begins.
    #[error("{0} ends before it begins")]
    Reversed(String),
}

/// Reads posts parted by semicolons, each optionally followed by `từ` and `đến` with a date.
///
/// `từ` and `đến` before anything but a digit are words of the title.
///
/// # Errors
/// When a date is none, or a post ends before it begins.
pub fn parse_posts(typed: &str) -> Result<Vec<Post>, PostsError> {
    typed.split(';').map(str::trim).filter(|part| !part.is_empty()).map(parse_post).collect()
}

/// Writes posts as [`parse_posts`] reads them.
#[must_use]
pub fn print_posts(posts: &[Post]) -> String {
    let printed: Vec<String> = posts
        .iter()
        .map(|post| {
            let from = post.from.map(|date| format!(" từ {}", print_date(date))).unwrap_or_default();
            let until = post.until.map(|date| format!(" đến {}", print_date(date))).unwrap_or_default();
            format!("{}{from}{until}", post.title)
        })
        .collect();
    printed.join("; ")
}

fn parse_post(typed: &str) -> Result<Post, PostsError> {
    let (rest, until) = split_date(typed, " đến ")?;
    let (title, from) = split_date(rest, " từ ")?;
    if let (Some(first), Some(last)) = (from, until)
        && last < first
    {
        return Err(PostsError::Reversed(title.to_owned()));
    }
    Ok(Post { title: title.to_owned(), from, until })
}

fn split_date<'a>(typed: &'a str, word: &str) -> Result<(&'a str, Option<NaiveDate>), PostsError> {
    let Some((title, date)) = typed.rsplit_once(word) else { return Ok((typed, None)) };
    if !date.trim_start().starts_with(|first: char| first.is_ascii_digit()) {
        return Ok((typed, None));
    }
    match parse_date(date, None) {
        Ok(date) => Ok((title.trim_end(), Some(date))),
        Err(why) => Err(PostsError::Date { typed: date.trim().to_owned(), why }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    fn post(title: &str, from: Option<NaiveDate>, until: Option<NaiveDate>) -> Post {
        Post { title: title.into(), from, until }
    }

    #[test]
    fn posts_read_back_from_what_is_printed() {
        for (typed, posts) in [
            ("", vec![]),
            (" ; ", vec![]),
            ("Bí thư", vec![post("Bí thư", None, None)]),
            ("Bí thư từ 1/6/2020", vec![post("Bí thư", date(2020, 6, 1), None)]),
            ("Bí thư đến 30/9/2025", vec![post("Bí thư", None, date(2025, 9, 30))]),
            (
                "Bí thư Huyện ủy từ 1/6/2020 đến 30/9/2025; Tỉnh ủy viên",
                vec![post("Bí thư Huyện ủy", date(2020, 6, 1), date(2025, 9, 30)), post("Tỉnh ủy viên", None, None)],
            ),
            ("Cán bộ từ Trung ương đến cơ sở", vec![post("Cán bộ từ Trung ương đến cơ sở", None, None)]),
        ] {
            let read = parse_posts(typed).unwrap();
            assert_eq!(read, posts, "{typed}");
            assert_eq!(parse_posts(&print_posts(&read)).unwrap(), posts, "{typed}");
        }
    }

    #[test]
    fn a_wrong_date_is_said() {
        let no_such_day = DateError::NoSuchDay { day: 31, month: 2, year: Some(2024) };
        assert_eq!(
            parse_posts("Bí thư từ 31/2/2024"),
            Err(PostsError::Date { typed: "31/2/2024".into(), why: no_such_day })
        );
        assert!(parse_posts("Bí thư từ 2/2024").is_err());
        assert_eq!(parse_posts("Bí thư từ 2/3/2024 đến 1/3/2024"), Err(PostsError::Reversed("Bí thư".into())));
    }
}
