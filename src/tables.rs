//! Tables that people bring along, CSV as text or XLSX as a workbook, read as rows of text; and tables that leave as CSV.
//!
//! Pure: bytes in, rows out, or the other way. Knows nothing of what the columns mean, and is the only place that names the
//! readers and the writer.

mod comma;
mod workbook;
mod written;

pub use comma::text;
pub use written::csv;

use crate::text::nfc;

/// More rows than this are no list that somebody typed.
pub const MOST_ROWS: usize = 20_000;

/// More columns than this are no list either, but something that strayed far to the right.
pub const MOST_COLUMNS: usize = 1_000;

/// A table: the names of its columns, and its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns, as the first row has them.
    pub columns: Vec<String>,
    /// The rows below that are not empty.
    pub rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Where it stands in the file, the first row being 1.
    pub line: usize,
    /// Its cells as text, composed and without white space around them; dates as `19/3/2026`, numbers without a needless part.
    pub cells: Vec<String>,
}

/// Why a table cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// A line is not UTF-8.
    #[error("line {0} is not UTF-8")]
    NotUtf8(usize),
    /// A workbook that cannot be opened, or an old format.
    #[error("not a workbook that can be read")]
    NotAWorkbook,
    /// Nothing is in it.
    #[error("no rows")]
    Empty,
    /// It has more than [`MOST_ROWS`] rows.
    #[error("too many rows")]
    TooManyRows,
    /// A row goes on beyond [`MOST_COLUMNS`] columns.
    #[error("too many columns")]
    TooManyColumns,
}

impl Table {
    /// Reads a file, a workbook by how it begins.
    ///
    /// # Errors
    /// When it is neither text nor a workbook, empty, or too long.
    pub fn read(bytes: &[u8]) -> Result<Self, TableError> {
        // A workbook is a ZIP archive; one of the old format begins as every compound document does.
        let rows = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            workbook::rows(bytes)?
        } else {
            comma::rows(bytes)?
        };
        if rows.len() > MOST_ROWS {
            return Err(TableError::TooManyRows);
        }
        if rows.iter().any(|(_, cells)| cells.len() > MOST_COLUMNS) {
            return Err(TableError::TooManyColumns);
        }
        let mut rows = rows
            .into_iter()
            .map(|(line, cells)| TableRow { line, cells: cells.iter().map(|cell| clean(cell)).collect() });
        let mut filled = rows.by_ref().filter(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        let head = filled.next().ok_or(TableError::Empty)?;
        Ok(Self { columns: head.cells, rows: filled.collect() })
    }
}

fn clean(cell: &str) -> String {
    nfc(cell).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        Table::read(text.as_bytes()).unwrap().rows.into_iter().map(|row| (row.line, row.cells)).collect()
    }

    #[test]
    fn any_of_three_separators_is_found_by_the_first_line() {
        for separator in [",", ";", "\t"] {
            let text = format!("Tên{separator}Ghi chú\nHuyện ủy A{separator}\"một{separator} hai\"\n");
            assert_eq!(
                cells(&text),
                [(2, vec!["Huyện ủy A".into(), format!("một{} hai", if separator == "\t" { "" } else { separator })])]
            );
        }
    }

    #[test]
    fn marks_accents_and_empty_lines_do_not_matter() {
        let text = "\u{feff}Tên,Ghi chú\r\n\r\nHuye\u{323}\u{302}n ủy  A , x\r\n,,\r\nB\r\n";
        assert_eq!(cells(text), [(3, vec!["Huyện ủy A".into(), "x".into()]), (5, vec!["B".into()])]);
    }

    #[test]
    fn rows_are_counted_as_an_editor_counts_lines() {
        for ending in ["\n", "\r\n", "\r"] {
            let text = "Tên,Ghi chú|A,x|||B,\"hai|dòng\"|C,y|".replace('|', ending);
            let lines: Vec<usize> = cells(&text).into_iter().map(|(line, _)| line).collect();
            assert_eq!(lines, [2, 5, 7], "{ending:?}");
        }
    }

    #[test]
    fn what_is_no_table_is_told() {
        assert_eq!(Table::read(b"T\xean\nx\n"), Err(TableError::NotUtf8(1)));
        assert_eq!(Table::read(b""), Err(TableError::Empty));
        assert_eq!(Table::read(b"PK\x03\x04xx"), Err(TableError::NotAWorkbook));
        assert_eq!(Table::read("a\n".repeat(MOST_ROWS + 1).as_bytes()), Err(TableError::TooManyRows));
        assert_eq!(Table::read("a;".repeat(MOST_COLUMNS).as_bytes()), Err(TableError::TooManyColumns));
    }
}
