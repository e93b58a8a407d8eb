//! Marks inside a line: what one word, or one quoted name, is.

use chrono::{NaiveDate, NaiveTime};
use unicode_normalization::char::is_combining_mark;

use crate::domain::Severity;
use crate::figures::{DateError, TimeError, parse_date, parse_time};

use super::draft::{Context, Doubt, Link, SpanRole};
use super::marks::{Leading, read_leading};

/// What stands at the start of a word.
#[derive(Debug, PartialEq)]
pub(super) enum Reading {
    /// Ordinary text.
    Plain,
    /// It looks like a mark; the word stays text.
    Doubtful(Doubt),
    /// A mark.
    Mark {
        /// What it says.
        value: Value,
        /// Bytes of the mark itself.
        mark: usize,
        /// Bytes of the punctuation right after it.
        punctuation: usize,
    },
}

/// What a mark says.
#[derive(Debug, PartialEq)]
pub(super) enum Value {
    Person(String),
    Time(NaiveTime),
    Due(NaiveDate),
    Criterion(String),
    Severity(Severity),
    Link(Link),
}

impl Value {
    /// Returns the role that a mark of this value plays in the line.
    pub(super) fn role(&self) -> SpanRole {
        match self {
            Self::Person(_) => SpanRole::Person,
            Self::Time(_) => SpanRole::Time,
            Self::Due(_) => SpanRole::Due,
            Self::Criterion(_) => SpanRole::Criterion,
            Self::Severity(_) => SpanRole::Severity,
            Self::Link(_) => SpanRole::Link,
        }
    }
}

/// Reads `word`, which stands at the start of `rest`, the line from there on; only a quoted name reads past the word.
///
/// Whether the answer is [`Reading::Plain`] depends on the word alone: the backslash relies on it.
pub(super) fn read(word: &str, rest: &str, context: &Context) -> Reading {
    let (core, punctuation) = split_punctuation(word);
    let mut letters = core.chars();
    let sign = letters.next();
    let body = letters.as_str();
    let value = match sign {
        Some('@') if body.starts_with(['"', '“']) => return read_quoted(rest),
        Some('@') => Some(read_person_or_time(body)),
        Some('<') => read_due(body, context),
        Some('#') => read_criterion(body),
        Some('!') => read_severity(body),
        Some('^') => read_link(body),
        _ => None,
    };
    match value {
        None => Reading::Plain,
        Some(Err(why)) => Reading::Doubtful(why),
        Some(Ok(value)) => Reading::Mark { value, mark: core.len(), punctuation: punctuation.len() },
    }
}

/// Whether a word would be a mark, or be taken for one; `first` says whether it opens the line.
pub(super) fn looks_like_mark(word: &str, first: bool) -> bool {
    let leads = first && !matches!(read_leading(word), Leading::Plain);
    leads || read(word, word, &Context::default()) != Reading::Plain
}

/// Parts a word from the punctuation that people type right after a mark.
pub(super) fn split_punctuation(word: &str) -> (&str, &str) {
    let core = word.trim_end_matches([',', ';', '.', ':', '!', '?', ')', '…']);
    (core, word.get(core.len()..).unwrap_or_default())
}

/// Whether a word is a mark made of symbols with a letter or digit stuck to it.
pub(super) fn symbols_then_word(word: &str, mark: &str) -> bool {
    !mark.contains(char::is_alphanumeric)
        && word.strip_prefix(mark).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

fn read_person_or_time(body: &str) -> Result<Value, Doubt> {
    if body.is_empty() {
        return Err(Doubt::NoName);
    }
    if body.starts_with(|first: char| first.is_ascii_digit()) {
        return match parse_time(body) {
            Ok(time) => Ok(Value::Time(time)),
            Err(TimeError::NoSuchTime { hour, minute }) => Err(Doubt::NoSuchTime { hour, minute }),
            Err(TimeError::NotATime) => Err(Doubt::NotAName),
        };
    }
    let in_name = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter) || "-.'’/".contains(letter);
    if body.starts_with(char::is_alphabetic) && body.chars().all(in_name) {
        Ok(Value::Person(body.to_owned()))
    } else {
        Err(Doubt::NotAName)
    }
}

/// The most characters a quoted name may have, so that a paste full of stray quotes is still read at once.
const LONGEST_NAME: usize = 500;

/// Reads `@"…"` or `@“…”`; a closing quote typed twice stands for itself.
fn read_quoted(rest: &str) -> Reading {
    let mut letters = rest.char_indices().skip(1);
    let close = if letters.next().is_some_and(|(_, open)| open == '“') { '”' } else { '"' };
    let mut name = String::new();
    let mut room = LONGEST_NAME;
    let mut letters = letters.peekable();
    while let Some((at, letter)) = letters.next() {
        if letter == close && letters.next_if(|(_, next)| *next == close).is_none() {
            return finish_quoted(rest, at + close.len_utf8(), name.trim());
        }
        if letter == '\n' || room == 0 {
            break;
        }
        room -= 1;
        name.push(letter);
    }
    Reading::Doubtful(Doubt::UnclosedQuote)
}

fn finish_quoted(rest: &str, end: usize, name: &str) -> Reading {
    let after = rest.get(end..).unwrap_or_default();
    let after = after.split(char::is_whitespace).next().unwrap_or_default();
    let (stuck, punctuation) = split_punctuation(after);
    if !stuck.is_empty() {
        Reading::Doubtful(Doubt::UnclosedQuote)
    } else if name.is_empty() {
        Reading::Doubtful(Doubt::NoName)
    } else {
        Reading::Mark { value: Value::Person(name.to_owned()), mark: end, punctuation: punctuation.len() }
    }
}

/// Reads what follows `<`. Prose has `<5%`, `<3-5 ngày` and `<1.204`: see [`looks_like_date`].
fn read_due(body: &str, context: &Context) -> Option<Result<Value, Doubt>> {
    let stuck = body.trim_start_matches(|letter: char| letter.is_ascii_digit() || "/-.".contains(letter));
    let date = body.strip_suffix(stuck).unwrap_or(body);
    if !looks_like_date(date) || stuck.starts_with(['%', '‰']) {
        None
    } else if stuck.is_empty() {
        Some(parse_date(date, context.date).map(Value::Due).map_err(Doubt::Date))
    } else {
        Some(Err(Doubt::Date(DateError::NotADate)))
    }
}

/// Whether digits and separators are shaped like a date: `30/4`, `30/4/2026`, or with hyphens or dots and a year.
///
/// Without a year, `3-5` is a range and `5.3` or `1.204` a number.
fn looks_like_date(date: &str) -> bool {
    ['/', '-', '.'].into_iter().any(|mark| {
        let mut groups =
            date.split(mark).map(|group| if group.bytes().all(|byte| byte.is_ascii_digit()) { group.len() } else { 0 });
        let day_and_month = [groups.next(), groups.next()].iter().all(|digits| matches!(digits, Some(1 | 2)));
        let year = groups.next();
        let year_fits = if mark == '/' { year != Some(0) } else { year == Some(4) };
        day_and_month && year_fits && groups.next().is_none()
    })
}

fn read_criterion(body: &str) -> Option<Result<Value, Doubt>> {
    if !body.starts_with(char::is_alphanumeric) {
        return None;
    }
    let of_code = |letter: char| letter.is_alphanumeric() || letter == '.' || letter == '-';
    let whole = body.chars().all(of_code) && body.ends_with(char::is_alphanumeric);
    let numbered = body.contains(|letter: char| letter.is_ascii_digit());
    Some(if whole && numbered { Ok(Value::Criterion(body.to_owned())) } else { Err(Doubt::NotACriterion) })
}

fn read_severity(body: &str) -> Option<Result<Value, Doubt>> {
    if body.is_empty() || !body.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let severity = body.parse().ok().and_then(Severity::from_level);
    Some(severity.map(Value::Severity).ok_or(Doubt::NotASeverity))
}

fn read_link(body: &str) -> Option<Result<Value, Doubt>> {
    if body.is_empty() {
        return Some(Ok(Value::Link(Link::Above)));
    }
    if !body.starts_with(char::is_alphanumeric) {
        return None;
    }
    let reference: Option<String> = body.chars().map(reference_letter).collect();
    let reference = reference.filter(|letters| letters.len() == 5);
    Some(reference.map(|letters| Value::Link(Link::Reference(letters))).ok_or(Doubt::NotAReference))
}

/// Reads a letter of Crockford's base 32, which takes I and L for 1 and O for 0 and has no U.
fn reference_letter(letter: char) -> Option<char> {
    match letter.to_ascii_uppercase() {
        'I' | 'L' => Some('1'),
        'O' => Some('0'),
        'U' => None,
        other if other.is_ascii_alphanumeric() => Some(other),
        _ => None,
    }
}
