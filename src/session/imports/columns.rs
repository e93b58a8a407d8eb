//! Columns found by what they are called, in either language, with or without accents.

use chrono::NaiveDate;

use super::{Fault, Refusal};
use crate::domain::RecordId;
use crate::figures::parse_date;
use crate::tables::{Table, TableRow};
use crate::text::fold;

/// Each field with the names its column may have, folded.
pub(super) type Names = &'static [(&'static str, &'static [&'static str])];

fn field_of(column: &str, names: Names) -> Option<&'static str> {
    let column = fold(column.trim_end_matches(['*', ':']).trim());
    names.iter().find(|(_, known)| known.contains(&column.as_str())).map(|(field, _)| *field)
}

/// Names the columns that nothing is read from, so that nobody takes them for imported.
pub(super) fn unused(table: &Table, names: Names) -> Vec<String> {
    let mut seen = Vec::new();
    let is_read = |column: &&String| match field_of(column, names) {
        Some(field) if !seen.contains(&field) => {
            seen.push(field);
            true
        }
        _ => column.is_empty(),
    };
    let (_, unused): (Vec<&String>, Vec<&String>) = table.columns.iter().partition(is_read);
    unused.into_iter().cloned().collect()
}

/// Which column holds which field.
pub(super) struct Columns(Vec<(&'static str, usize)>);

impl Columns {
    /// Finds the columns; the first of `names` must be there.
    pub(super) fn of(table: &Table, names: Names) -> Result<Self, Refusal> {
        let mut found: Vec<(&'static str, usize)> = Vec::new();
        for (at, column) in table.columns.iter().enumerate() {
            let field = field_of(column, names);
            if let Some(field) = field.filter(|field| !found.iter().any(|(other, _)| other == field)) {
                found.push((field, at));
            }
        }
        match names.first() {
            Some((needed, _)) if !found.iter().any(|(field, _)| field == needed) => {
                Err((None, Fault::NoColumn(needed, table.columns.join(", "))))
            }
            _ => Ok(Self(found)),
        }
    }

    /// Whether the table has a column of that field.
    pub(super) fn has(&self, field: &str) -> bool {
        self.0.iter().any(|(name, _)| *name == field)
    }

    /// Returns a cell, empty where the row or the table has none.
    pub(super) fn cell<'a>(&self, row: &'a TableRow, field: &str) -> &'a str {
        let at = self.0.iter().find(|(name, _)| *name == field).map(|(_, at)| *at);
        at.and_then(|at| row.cells.get(at)).map_or("", String::as_str)
    }
}

/// Reads a date; nothing from an empty cell.
pub(super) fn date(cell: &str) -> Result<Option<NaiveDate>, Fault> {
    if cell.is_empty() {
        return Ok(None);
    }
    parse_date(cell, None).map(Some).map_err(|_| Fault::Date(cell.to_owned()))
}

/// Whether a cell is the reference of a record, letters that are taken for digits included.
pub(super) fn has_reference(id: RecordId, cell: &str) -> bool {
    id.reference() == cell.to_ascii_uppercase().replace(['I', 'L'], "1").replace('O', "0")
}

/// Reads yes or no; nothing from an empty cell.
pub(super) fn flag(cell: &str) -> Result<Option<bool>, Fault> {
    match fold(cell).as_str() {
        "" => Ok(None),
        "x" | "co" | "dung" | "yes" | "y" | "true" | "1" | "roi" => Ok(Some(true)),
        "khong" | "no" | "n" | "false" | "0" | "chua" | "-" => Ok(Some(false)),
        _ => Err(Fault::Flag(cell.to_owned())),
    }
}

/// Whether the column of references says that a row is a new record, whatever else has its name.
pub(super) fn is_new(reference: &str) -> bool {
    matches!(fold(reference).as_str(), "moi" | "new")
}

/// Notes a field that takes another value.
pub(super) fn note(
    changes: &mut Vec<(&'static str, String, String)>,
    field: &'static str,
    before: String,
    after: String,
) {
    if before != after {
        changes.push((field, before, after));
    }
}
