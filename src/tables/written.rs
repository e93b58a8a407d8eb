//! Tables that leave the program, as spreadsheets open them without being asked anything.

use csv::{Terminator, WriterBuilder};

/// How a cell begins that a spreadsheet would take for a formula, the wide forms of the signs among them.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Writes rows as CSV.
///
/// It begins with a byte order mark, without which Excel takes Vietnamese letters for others; cells are parted by semicolons,
/// because commas part decimals where Vietnamese is spoken; rows end as RFC 4180 has them. A cell that would be a formula
/// gets an apostrophe before it, so that no name can make a spreadsheet do anything.
#[must_use]
pub fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        // Writing to memory does not fail.
        let _ = writer.write_record(row.iter().map(|cell| guarded(cell)));
    }
    writer.into_inner().unwrap_or_default()
}

/// Numbers of our own are no formulas, below zero or not.
fn guarded(cell: &str) -> String {
    let is_number = cell.parse::<i64>().is_ok() && !cell.starts_with('+');
    if cell.starts_with(FORMULA) && !is_number { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    fn written(rows: &[Vec<String>]) -> String {
        String::from_utf8(csv(rows)).unwrap()
    }

    #[test]
    fn a_table_has_a_mark_semicolons_and_quotes_where_they_are_needed() {
        let rows = [row(&["Đơn vị", "Buổi"]), row(&["Đảng ủy “A”; B", "2"]), row(&["Chi bộ \"1\"\nThạch Khê", "-1"])];
        let expected = "\u{feff}Đơn vị;Buổi\r\n\"Đảng ủy “A”; B\";2\r\n\"Chi bộ \"\"1\"\"\nThạch Khê\";-1\r\n";
        assert_eq!(written(&rows), expected);
    }

    #[test]
    fn what_would_be_a_formula_is_text() {
        for cell in ["=1+1", "+84", "-A1", "@SUM(A1)", "\tx", "＝1+1", "=HYPERLINK(\"http://x\")"] {
            let text = written(&[row(&[cell])]);
            assert!(text.trim_start_matches(['\u{feff}', '"']).starts_with('\''), "{cell:?}: {text:?}");
        }
        assert_eq!(written(&[row(&["-12", "12", "a=b"])]), "\u{feff}-12;12;a=b\r\n");
    }

    #[test]
    fn what_was_written_is_read_again() {
        let rows = [row(&["Lĩnh vực", "Ưu điểm"]), row(&["tổ chức; cán bộ", "12"])];
        let table = super::super::Table::read(&csv(&rows)).unwrap();
        assert_eq!((table.columns, table.rows[0].cells.clone()), (rows[0].clone(), rows[1].clone()));
    }
}
