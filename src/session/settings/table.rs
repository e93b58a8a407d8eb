//! A settings file read field by field, so that every mistake is told with its line and the name of its field.

use std::ops::Range;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::figures::parse_date;

/// A mistake in a settings file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}, line {line}: {field}: {what:?}")]
pub struct SettingsError {
    /// The file.
    pub path: PathBuf,
    /// Line counted from 1, or 0 when the whole file is meant.
    pub line: usize,
    /// The field, or empty.
    pub field: String,
    /// What is wrong.
    pub what: SettingsMistake,
}

/// What is wrong in a settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsMistake {
    /// The file cannot be read: the cause.
    Unreadable(String),
    /// It is not TOML: what the reader says.
    Syntax(String),
    /// No such field is known.
    UnknownField,
    /// A field is missing.
    Missing,
    /// The value is not what the field takes.
    Wanted(Wanted),
    /// The last day is before the first one.
    Reversed,
    /// Another deadline has the same code.
    Twice,
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Some text.
    Text,
    /// A whole number of days.
    Days,
    /// `true` or `false`.
    Flag,
    /// A key or a list of keys.
    Keys,
    /// A date.
    Date,
    /// A list.
    List,
    /// A table.
    Table,
    /// A percent with at most two decimals.
    Percent,
    /// A number of days, or a part as "1/3".
    Extension,
    /// One of these words.
    Word(&'static [&'static str]),
}

/// The text of a file and the mistakes found in it so far.
pub(super) struct File<'a> {
    path: &'a Path,
    text: &'a str,
    pub(super) mistakes: Vec<SettingsError>,
}

impl<'a> File<'a> {
    pub(super) fn new(path: &'a Path, text: &'a str) -> Self {
        Self { path, text, mistakes: Vec::new() }
    }

    /// Reads the file as one table; nothing when it is not TOML.
    pub(super) fn root(&mut self) -> Option<Table<'a>> {
        match DeTable::parse(self.text) {
            Ok(table) => Some(Table { at: 0..0, fields: table.into_inner() }),
            Err(error) => {
                let at = error.span().unwrap_or_default();
                self.mistake(&at, "", SettingsMistake::Syntax(error.message().to_owned()));
                None
            }
        }
    }

    /// Reads what is TOML in the file and tells what is not.
    pub(super) fn what_reads(&mut self) -> DeTable<'a> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        let end = self.text.trim_end().len();
        for error in errors {
            let at = error.span().map_or(0, |span| span.start.min(end));
            self.mistake(&(at..at), "", SettingsMistake::Syntax(error.message().to_owned()));
        }
        table.into_inner()
    }

    /// Returns the line of a place, counted from 1.
    pub(super) fn line(&self, at: &Range<usize>) -> usize {
        let before = self.text.get(..at.start).unwrap_or(self.text);
        before.matches('\n').count() + 1
    }

    pub(super) fn mistake(&mut self, at: &Range<usize>, field: &str, what: SettingsMistake) {
        let line = self.line(at);
        self.mistakes.push(SettingsError { path: self.path.to_owned(), line, field: field.to_owned(), what });
    }
}

/// A table whose fields are taken out one by one; what is left is not known.
pub(super) struct Table<'a> {
    at: Range<usize>,
    fields: DeTable<'a>,
}

/// A value that was taken out, with its place.
type Value<'a> = Spanned<DeValue<'a>>;

impl<'a> Table<'a> {
    fn value(&mut self, name: &str) -> Option<Value<'a>> {
        let key = self.fields.keys().find(|key| key.get_ref().as_ref() == name)?.clone();
        self.fields.remove(&key)
    }

    /// Takes an optional field that `read` understands.
    pub(super) fn optional<T>(
        &mut self,
        name: &str,
        wanted: Wanted,
        file: &mut File<'_>,
        read: impl FnOnce(&DeValue<'a>) -> Option<T>,
    ) -> Option<T> {
        let value = self.value(name)?;
        let found = read(value.get_ref());
        if found.is_none() {
            file.mistake(&value.span(), name, SettingsMistake::Wanted(wanted));
        }
        found
    }

    /// Takes a field that must be there.
    pub(super) fn required<T>(
        &mut self,
        name: &str,
        wanted: Wanted,
        file: &mut File<'_>,
        read: impl FnOnce(&DeValue<'a>) -> Option<T>,
    ) -> Option<T> {
        if !self.fields.keys().any(|key| key.get_ref().as_ref() == name) {
            file.mistake(&self.at, name, SettingsMistake::Missing);
            return None;
        }
        self.optional(name, wanted, file, read)
    }

    /// Takes one of the words of a closed list.
    pub(super) fn word<T: Copy>(
        &mut self,
        name: &str,
        words: &'static [&'static str],
        values: &[T],
        file: &mut File<'_>,
    ) -> Option<T> {
        self.required(name, Wanted::Word(words), file, |value| {
            let at = words.iter().position(|word| value.as_str() == Some(word))?;
            values.get(at).copied()
        })
    }

    /// Takes a table inside this one.
    pub(super) fn table(&mut self, name: &str, file: &mut File<'_>) -> Option<Self> {
        let value = self.value(name)?;
        Self::of(value, name, file)
    }

    /// Takes a list of tables.
    pub(super) fn tables(&mut self, name: &str, file: &mut File<'_>) -> Vec<Self> {
        let Some(value) = self.value(name) else { return Vec::new() };
        let at = value.span();
        match value.into_inner() {
            DeValue::Array(values) => values.into_iter().filter_map(|value| Self::of(value, name, file)).collect(),
            _ => {
                file.mistake(&at, name, SettingsMistake::Wanted(Wanted::List));
                Vec::new()
            }
        }
    }

    fn of(value: Value<'a>, name: &str, file: &mut File<'_>) -> Option<Self> {
        let at = value.span();
        match value.into_inner() {
            DeValue::Table(fields) => Some(Self { at, fields }),
            _ => {
                file.mistake(&at, name, SettingsMistake::Wanted(Wanted::Table));
                None
            }
        }
    }

    /// Where the table begins.
    pub(super) fn place(&self) -> Range<usize> {
        self.at.clone()
    }

    /// Tells the fields that nobody took.
    pub(super) fn finish(self, file: &mut File<'_>) {
        for key in self.fields.keys() {
            file.mistake(&key.span(), key.get_ref(), SettingsMistake::UnknownField);
        }
    }
}

/// Reads some text that is not blank.
pub(super) fn text(value: &DeValue<'_>) -> Option<String> {
    value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// No deadline of an office is longer than a century.
const LARGEST_NUMBER: u32 = 36_525;

/// Reads a whole number, of days or of a percent.
pub(super) fn number(value: &DeValue<'_>) -> Option<u32> {
    let number = value.as_integer()?;
    u32::from_str_radix(number.as_str(), number.radix()).ok().filter(|number| *number <= LARGEST_NUMBER)
}

/// Reads a date, written as TOML does or as people do.
pub(super) fn date(value: &DeValue<'_>) -> Option<NaiveDate> {
    match value {
        DeValue::Datetime(moment) if moment.time.is_none() => {
            let date = moment.date?;
            NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        }
        _ => parse_date(value.as_str()?, None).ok(),
    }
}
