//! What is wrong in a template, where, and what was probably meant.

use std::collections::BTreeSet;

use minijinja::ErrorKind;
use serde_json::Value;

use super::engine::{FILTERS, strict_body};
use super::example::{empty, full};
use crate::text::nearest;

/// Something wrong in a template.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// Line counted from 1, or 0 when the whole template is meant.
    pub line: usize,
    /// Letter in the line counted from 1, or 0 when it is not known.
    pub column: usize,
    /// What is wrong.
    pub what: What,
}

/// What is wrong in a template.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It asks for a field that the outline does not have.
    UnknownField {
        /// The field as written: "head.palce".
        name: String,
        /// The field that is named most alike.
        nearest: Option<String>,
    },
    /// It uses a filter, test or function that there is not.
    UnknownHelper {
        /// Its name.
        name: String,
        /// The one that is named most alike.
        nearest: Option<String>,
    },
    /// It does not read.
    Syntax {
        /// What stands there, as far as it is known.
        found: String,
        /// What should stand there; may be empty.
        expected: String,
    },
    /// It reaches for another file.
    OtherFile,
    /// It is longer than [`super::SIZE_LIMIT`].
    TooLarge {
        /// Its size in bytes.
        size: usize,
    },
    /// It is not text in UTF-8.
    NotText,
    /// It takes too long.
    TooSlow,
    /// It calls itself without end.
    TooDeep,
    /// Something else, in the engine's own words.
    Other(String),
}

/// Statements that would take from another file; the engine does not have them.
const OTHER_FILES: [&str; 4] = ["statement include", "statement import", "statement from", "statement extends"];

/// More mistakes than these are not told at once.
const MOST: usize = 50;

/// Finds the mistakes of a template by filling it in. A field that does not exist is put aside, so that the next one is found.
pub(super) fn mistakes(template: &str) -> Vec<Mistake> {
    let mut found = BTreeSet::new();
    let mut text = template.to_owned();
    let outlines = [full(false), full(true), empty()];
    let mut outlines = outlines.iter();
    let mut outline = outlines.next();
    while let Some(filled) = outline.filter(|_| found.len() < MOST) {
        match strict_body(filled, &text) {
            Ok(_) => outline = outlines.next(),
            Err(mistake) => {
                let put_aside = put_aside(&text, &mistake);
                found.insert(mistake);
                match put_aside {
                    Some(rest) => text = rest,
                    None => break,
                }
            }
        }
    }
    found.into_iter().collect()
}

/// Replaces a field that does not exist by an empty list of the same length.
fn put_aside(text: &str, mistake: &Mistake) -> Option<String> {
    let What::UnknownField { name, .. } = &mistake.what else { return None };
    let before: usize = text.split_inclusive('\n').take(mistake.line.checked_sub(1)?).map(str::len).sum();
    let line = text.get(before..)?.lines().next()?;
    let at = before + line.char_indices().nth(mistake.column.checked_sub(1)?)?.0;
    let rest = text.get(at..)?.strip_prefix(name.as_str())?;
    // What is asked of something that does not exist is no mistake of its own.
    let below =
        rest.bytes().take_while(|letter| matches!(letter, b'.' | b'_') || letter.is_ascii_alphanumeric()).count();
    let length = name.len() + below;
    let nothing = if length < 2 { "0".to_owned() } else { format!("[]{}", " ".repeat(length - 2)) };
    Some(format!("{}{nothing}{}", text.get(..at)?, rest.get(below..)?))
}

/// Reads an error of the engine.
pub(super) fn mistake(error: &minijinja::Error, template: &str) -> Mistake {
    let detail = error.detail().unwrap_or_default();
    let line = from_line(detail).or(error.line()).unwrap_or(0);
    let written = template.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let place = |name: &str| written.find(name).map_or(0, |at| column(written, at));
    let helper = |helpers: &[&str]| {
        let named = detail.strip_suffix(" is unknown").unwrap_or(detail);
        let name = named.rsplit(' ').next().unwrap_or_default().to_owned();
        let nearest = nearest(&name, helpers.iter().copied()).map(str::to_owned);
        (place(&name), What::UnknownHelper { name, nearest })
    };
    let (column, what) = match error.kind() {
        ErrorKind::UndefinedError => match quoted(detail) {
            Some(name) => (place(name), What::UnknownField { name: name.to_owned(), nearest: nearest_field(name) }),
            None => (0, What::Other(error.kind().to_string())),
        },
        ErrorKind::UnknownFilter => helper(&FILTERS),
        ErrorKind::UnknownTest => helper(&["none"]),
        ErrorKind::UnknownFunction => {
            let macros = macros(template);
            helper(&macros)
        }
        ErrorKind::SyntaxError if OTHER_FILES.iter().any(|statement| detail.ends_with(statement)) => {
            (0, What::OtherFile)
        }
        ErrorKind::SyntaxError => {
            let at = error.range().map(|range| range.start).filter(|at| template.is_char_boundary(*at));
            let start: usize = template.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
            let column = at.and_then(|at| at.checked_sub(start)).map_or(0, |at| column(written, at));
            let (found, expected) = detail.split_once(", expected ").unwrap_or((detail, ""));
            let found = found.strip_prefix("unexpected ").unwrap_or(found).to_owned();
            (column, What::Syntax { found, expected: expected.to_owned() })
        }
        ErrorKind::OutOfFuel => (0, What::TooSlow),
        ErrorKind::InvalidOperation if detail.contains("recursion") => (0, What::TooDeep),
        kind => (0, What::Other(if detail.is_empty() { kind.to_string() } else { format!("{kind}: {detail}") })),
    };
    Mistake { line, column, what }
}

fn column(line: &str, at: usize) -> usize {
    line.get(..at).map_or(0, |before| before.chars().count() + 1)
}

/// Returns what stands between the first two backticks.
fn quoted(detail: &str) -> Option<&str> {
    detail.split('`').nth(1)
}

/// A field may be asked for in one line and used in another; the first is where the mistake is.
fn from_line(detail: &str) -> Option<usize> {
    let (_, rest) = detail.split_once("from line ")?;
    rest.trim_end_matches(')').parse().ok()
}

fn macros(template: &str) -> Vec<&str> {
    let named = template.split("{% macro ").skip(1);
    named.filter_map(|rest| rest.split('(').next()).map(str::trim).collect()
}

/// Finds the field that is named most alike, among those that stand at the same place when that is known.
fn nearest_field(name: &str) -> Option<String> {
    let outline = serde_json::to_value(full(false)).ok()?;
    let (parent, last) = name.rsplit_once('.').map_or(("", name), |(parent, last)| (parent, last));
    let beside = parent.split('.').filter(|step| !step.is_empty()).try_fold(&outline, |value, step| value.get(step));
    let (within, known): (&str, Vec<&str>) = match beside {
        Some(Value::Object(fields)) => (parent, fields.keys().map(String::as_str).collect()),
        _ => {
            let mut all = BTreeSet::new();
            every_key(&outline, &mut all);
            (parent, all.into_iter().collect())
        }
    };
    let nearest = nearest(last, known)?;
    Some(if within.is_empty() { nearest.to_owned() } else { format!("{within}.{nearest}") })
}

fn every_key<'a>(value: &'a Value, keys: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                keys.insert(key);
                every_key(value, keys);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| every_key(value, keys)),
        _ => {}
    }
}
