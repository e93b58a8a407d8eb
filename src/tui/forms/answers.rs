//! What was typed into a form, read as what its fields take.

use chrono::{NaiveDate, NaiveTime};
use serde::de::DeserializeOwned;

use crate::domain::{Post, RecordId};
use crate::figures::{DateError, PostsError, parse_date, parse_posts, parse_time};
use crate::i18n::Texts;

use super::field::{Field, FieldKind};

/// A field whose value cannot be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Name of the field.
    pub field: &'static str,
    /// What is wrong and what to do, in a sentence.
    pub why: String,
}

/// The fields of a form, by name.
#[derive(Debug)]
pub struct Answers<'a> {
    fields: &'a [Field],
    texts: &'static Texts,
}

impl<'a> Answers<'a> {
    /// Reads the fields.
    #[must_use]
    pub fn of(fields: &'a [Field], texts: &'static Texts) -> Self {
        Self { fields, texts }
    }

    /// Returns the interface's language.
    #[must_use]
    pub fn texts(&self) -> &'static Texts {
        self.texts
    }

    fn value(&self, name: &str) -> String {
        let value = self.fields.iter().find(|field| field.name == name).map(Field::value).unwrap_or_default();
        value.trim().to_owned()
    }

    /// Returns a text without white space around it.
    #[must_use]
    pub fn text(&self, name: &'static str) -> String {
        self.value(name)
    }

    /// Returns a text that must not be empty.
    ///
    /// # Errors
    /// When it is.
    pub fn needed(&self, name: &'static str) -> Result<String, Wrong> {
        let value = self.value(name);
        if value.is_empty() {
            let label = self.fields.iter().find(|field| field.name == name).map_or(name, |field| &field.label);
            let is_choice =
                self.fields.iter().any(|field| field.name == name && matches!(field.kind, FieldKind::Choice(_)));
            let said = if is_choice { self.texts.errors.not_chosen } else { self.texts.errors.empty_field };
            return Err(Wrong { field: name, why: said(label) });
        }
        Ok(value)
    }

    /// Returns a date; nothing when the field is empty.
    ///
    /// # Errors
    /// When it is no date.
    pub fn date(&self, name: &'static str) -> Result<Option<NaiveDate>, Wrong> {
        let typed = self.value(name);
        if typed.is_empty() {
            return Ok(None);
        }
        // Dates in forms lie in the past as often as ahead, so that a missing year cannot be guessed.
        parse_date(&typed, None).map(Some).map_err(|error| self.wrong_date(name, &typed, error))
    }

    /// Returns a time of day; nothing when the field is empty.
    ///
    /// # Errors
    /// When it is no time.
    pub fn time(&self, name: &'static str) -> Result<Option<NaiveTime>, Wrong> {
        let typed = self.value(name);
        if typed.is_empty() {
            return Ok(None);
        }
        let wrong = |_| Wrong { field: name, why: (self.texts.screens.wrong_time)(&typed) };
        parse_time(&typed).map(Some).map_err(wrong)
    }

    /// Returns a whole number; nothing when the field is empty.
    ///
    /// # Errors
    /// When it is no number.
    pub fn number(&self, name: &'static str) -> Result<Option<u32>, Wrong> {
        let typed = self.value(name);
        if typed.is_empty() {
            return Ok(None);
        }
        typed.parse().map(Some).map_err(|_| Wrong { field: name, why: (self.texts.screens.wrong_number)(&typed) })
    }

    /// Returns posts.
    ///
    /// # Errors
    /// When a date in them is none.
    pub fn posts(&self, name: &'static str) -> Result<Vec<Post>, Wrong> {
        parse_posts(&self.value(name)).map_err(|error| match error {
            PostsError::Date { typed, why } => self.wrong_date(name, &typed, why),
            PostsError::Reversed(title) => Wrong { field: name, why: (self.texts.screens.reversed_post)(&title) },
        })
    }

    /// Returns the choice of an enum.
    #[must_use]
    pub fn choice<T: DeserializeOwned + Default>(&self, name: &'static str) -> T {
        serde_json::from_value(serde_json::Value::String(self.value(name))).unwrap_or_default()
    }

    /// Returns the choice of an enum that may be left open.
    #[must_use]
    pub fn open_choice<T: DeserializeOwned>(&self, name: &'static str) -> Option<T> {
        serde_json::from_value(serde_json::Value::String(self.value(name))).ok()
    }

    /// Returns yes or no.
    #[must_use]
    pub fn flag(&self, name: &'static str) -> bool {
        self.value(name) == "true"
    }

    /// Returns the parts of a text between semicolons, without those that are empty.
    #[must_use]
    pub fn list(&self, name: &'static str) -> Vec<String> {
        self.value(name).split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// Returns the record chosen, if one was.
    #[must_use]
    pub fn record(&self, name: &'static str) -> Option<RecordId> {
        self.value(name).parse().ok()
    }

    /// Says that a name means no unit, or several.
    #[must_use]
    pub fn no_such_unit(&self, field: &'static str, name: &str) -> Wrong {
        Wrong { field, why: (self.texts.preparation.no_such_unit)(name) }
    }

    fn wrong_date(&self, field: &'static str, typed: &str, error: DateError) -> Wrong {
        let words = &self.texts.screens;
        let why = match error {
            DateError::NoSuchDay { month, .. } if !(1..=12).contains(&month) => (words.no_such_month)(month),
            DateError::NoSuchDay { day, month, .. } => (words.no_such_day)(day, month, typed),
            DateError::NoYear => (words.no_year)(typed),
            DateError::NotADate => (words.wrong_date)(typed),
        };
        Wrong { field, why }
    }
}
