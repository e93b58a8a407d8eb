//! Workbooks: the first sheet that holds anything.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::TableError;

/// Reads every row with its number in the sheet.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<(usize, Vec<String>)>, TableError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| TableError::NotAWorkbook)?;
    for name in book.sheet_names() {
        let sheet = book.worksheet_range(&name).map_err(|_| TableError::NotAWorkbook)?;
        if sheet.is_empty() {
            continue;
        }
        let first = sheet.start().map_or(0, |(row, _)| row);
        let numbered = (usize::try_from(first).unwrap_or(0) + 1..).zip(sheet.rows());
        return Ok(numbered.map(|(line, cells)| (line, cells.iter().map(text).collect())).collect());
    }
    Err(TableError::Empty)
}

/// Writes a cell as a person would type it.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{day}/{month}/{year}")
        }
        // A whole number prints without ".0"; what a formula could not reckon stays to be seen.
        other => other.to_string(),
    }
}
