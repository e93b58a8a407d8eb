//! What a typed line says.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::{EntryKind, Severity};
use crate::figures::DateError;

/// What a line is read against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Day of the visit; a due date without a year is the first such day on or after it.
    pub date: Option<NaiveDate>,
}

/// An entry as one line gives it, not yet tied to the records of a visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What it is.
    pub kind: EntryKind,
    /// The words without marks, without white space at either end.
    pub text: String,
    /// Who speaks or, where the kind [names doers](EntryKind::names_doers), who must act; as typed.
    pub people: Vec<String>,
    /// When it was said or seen.
    pub time: Option<NaiveTime>,
    /// By when it must be done.
    pub due: Option<NaiveDate>,
    /// Codes of criteria, as typed: "I.5".
    pub criteria: Vec<String>,
    /// How grave it is.
    pub severity: Option<Severity>,
    /// Entries it answers.
    pub links: Vec<Link>,
}

/// An entry that another one answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// The entry above; for kinds that [attach to a fault](EntryKind::attaches_to_fault), the nearest fault above.
    Above,
    /// The entry with this [reference](crate::domain::RecordId::reference), in capitals.
    Reference(String),
}

/// A line, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// What it says.
    pub draft: Draft,
    /// What each part of it is; the spans tile the line.
    pub spans: Vec<Span>,
    /// What looks like a mark and was not understood, in the order of the line.
    pub notices: Vec<Notice>,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it stands, in bytes; never empty.
    pub range: Range<usize>,
    /// What it is.
    pub role: SpanRole,
}

/// What a part of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpanRole {
    /// The leading mark.
    Kind,
    /// Ordinary text and white space.
    Text,
    /// A person or body.
    Person,
    /// The time of the entry.
    Time,
    /// The due date.
    Due,
    /// A criterion.
    Criterion,
    /// The severity.
    Severity,
    /// A link to another entry.
    Link,
    /// The backslash that makes what follows ordinary text.
    Escape,
    /// Text that looks like a mark and was not understood.
    Doubtful,
}

impl SpanRole {
    /// Whether the part is a mark that was understood, and so is not in the draft's text.
    #[must_use]
    pub fn is_mark(self) -> bool {
        !matches!(self, Self::Text | Self::Doubtful | Self::Escape)
    }
}

/// A part of a line that stayed text although it looks like a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// Why it was not understood.
    pub why: Doubt,
}

/// Why something that looks like a mark was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No kind has this leading mark: `/xyz`.
    UnknownKind,
    /// White space is missing after the mark of this kind: `--nể nang`.
    NoSpaceAfter(EntryKind),
    /// `@` or `@""` names nobody.
    NoName,
    /// What follows `@` is neither a name of one word nor a time; quotes make any name possible.
    NotAName,
    /// The name's opening quote has no closing one, at the end of a word, on the same line, within 500 characters.
    UnclosedQuote,
    /// The day has no such time.
    NoSuchTime {
        /// Hour as typed.
        hour: u32,
        /// Minute as typed.
        minute: u32,
    },
    /// What follows `<` looks like a date and is none.
    Date(DateError),
    /// What follows `#` is not a criterion's code: letters, digits, dots and hyphens, with a digit.
    NotACriterion,
    /// What follows `!` is not a level from 1 to 4.
    NotASeverity,
    /// What follows `^` is not a reference of five letters and digits.
    NotAReference,
    /// The line already has another one of this role, and there can be only one.
    SecondOne(SpanRole),
}
