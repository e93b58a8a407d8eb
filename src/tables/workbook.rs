//! Workbooks: the first sheet that holds anything.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, XlsxError};

use super::{MOST_COLUMNS, MOST_ROWS, TableError};

/// Reads every row that is not empty, with its number in the sheet.
///
/// Cell by cell: taken as a whole, a sheet with something in its two far corners is as large as all that lies between them.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<(usize, Vec<String>)>, TableError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| TableError::NotAWorkbook)?;
    for name in book.sheet_names() {
        let filled = filled(&mut book, &name)?;
        if let Some(first) = filled.values().filter_map(|row| row.keys().next()).min().copied() {
            return filled.into_iter().map(|(row, cells)| Ok((number(row) + 1, beside(first, cells)?))).collect();
        }
    }
    Err(TableError::Empty)
}

/// The cells of a sheet that hold anything, by row and column; none of what is no sheet of cells.
fn filled(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<BTreeMap<u32, BTreeMap<u32, String>>, TableError> {
    let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
    let mut cells = match book.worksheet_cells_reader(name) {
        Err(XlsxError::NotAWorksheet(_)) => return Ok(rows),
        cells => cells.map_err(|_| TableError::NotAWorkbook)?,
    };
    while let Some(cell) = cells.next_cell().map_err(|_| TableError::NotAWorkbook)? {
        let (row, column) = cell.get_position();
        let written = text(&Data::from(cell.get_value().clone()));
        if !written.trim().is_empty() {
            rows.entry(row).or_default().insert(column, written);
        }
        if rows.len() > MOST_ROWS {
            return Err(TableError::TooManyRows);
        }
    }
    Ok(rows)
}

/// Puts the cells of a row beside each other, from the first column that the sheet uses.
fn beside(first: u32, cells: BTreeMap<u32, String>) -> Result<Vec<String>, TableError> {
    let width = cells.keys().next_back().map_or(0, |last| number(last - first) + 1);
    if width > MOST_COLUMNS {
        return Err(TableError::TooManyColumns);
    }
    let mut row = vec![String::new(); width];
    for (column, cell) in cells {
        if let Some(place) = row.get_mut(number(column - first)) {
            *place = cell;
        }
    }
    Ok(row)
}

fn number(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
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

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::Workbook;

    fn written(cells: &[(u32, u16, &str)]) -> Vec<u8> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (row, column, text) in cells {
            sheet.write(*row, *column, *text).unwrap();
        }
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn a_cell_far_away_costs_no_memory_for_what_lies_between() {
        let book = written(&[
            (1, 1, "Tên"),
            (1, 2, "Ghi chú"),
            (4, 2, "x"),
            (1_048_575, 1, "Xã Mới"),
            (1_048_574, 16_383, " "),
        ]);
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let expected = vec![(2, row(&["Tên", "Ghi chú"])), (5, row(&["", "x"])), (1_048_576, row(&["Xã Mới"]))];
        assert_eq!(rows(&book), Ok(expected));
        let book = written(&[(0, 0, "Tên"), (1_048_575, 16_383, "x")]);
        assert_eq!(rows(&book), Err(TableError::TooManyColumns));
    }
}
