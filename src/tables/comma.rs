//! Text with separators: commas, semicolons as Vietnamese spreadsheets write them, or tabs.

use csv::{ByteRecord, ReaderBuilder};

use super::TableError;

/// Returns the text of a file, without the mark that some programs put at its beginning.
///
/// # Errors
/// When it is not UTF-8.
pub fn text(bytes: &[u8]) -> Result<&str, TableError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        TableError::NotUtf8(before.iter().filter(|byte| **byte == b'\n').count() + 1)
    })
}

/// Reads every row with the line it begins on.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<(usize, Vec<String>)>, TableError> {
    let text = text(bytes)?.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator(&text)).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = ByteRecord::new();
    let (mut line, mut counted) = (1, 0);
    // Bytes in memory always read, and any text is some table.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        // The reader begins a record before the empty lines above it, where nobody would look for it.
        let begin = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
        let rest = text.get(begin..).unwrap_or_default();
        let begin = begin + (rest.len() - rest.trim_start_matches('\n').len());
        line += text.get(counted..begin).unwrap_or_default().matches('\n').count();
        counted = begin;
        let cells = record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        rows.push((line, cells));
    }
    Ok(rows)
}

/// Finds the separator: the one that the first line has most of, outside quotes.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |wanted: char| {
        let mut quoted = false;
        first
            .chars()
            .filter(|letter| {
                quoted ^= *letter == '"';
                !quoted && *letter == wanted
            })
            .count()
    };
    let (_, best) = [(count('\t'), b'\t'), (count(';'), b';'), (count(','), b',')]
        .into_iter()
        .max_by_key(|(count, _)| *count)
        .unwrap_or((0, b','));
    best
}
