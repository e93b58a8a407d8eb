//! Tables that people bring along: read or refused, in order, and previewed as an import before anything is saved.
//!
//! An input that begins with `<` is no text but the parts of a workbook: the sheet, the shared strings and the styles, with a zero byte between
//! them. No fuzzer packs a ZIP archive with its checksums.
#![no_main]

use std::cell::LazyCell;
use std::fs;
use std::io::{Cursor, Write};
use std::sync::Arc;

use bienban::clock::ScriptedClock;
use bienban::session::{Error, ImportWhat, Query, Session, View};
use bienban::tables::{MOST_ROWS, Table, csv};
use bienban::{demo, domain::RecordId};
use chrono::DateTime;
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An office to import into, with units, a delegation and its people.
struct Office {
    session: Session,
    delegation: RecordId,
    folder: TempDir,
}

thread_local! {
    static OFFICE: LazyCell<Office> = LazyCell::new(|| {
        let now = DateTime::parse_from_rfc3339("2026-03-19T08:05:00+07:00").unwrap();
        let folder = TempDir::new().unwrap();
        let data = folder.path().join("data");
        demo::prepare_on(&data, now).unwrap();
        let session = Session::open(&data, Arc::new(ScriptedClock::new(now))).unwrap().0;
        let Ok(View::Home(home)) = session.ask(&Query::Home) else { panic!("no first screen") };
        let delegation = home.delegations.first().unwrap().delegation.id;
        Office { session, delegation, folder }
    });
}

fuzz_target!(|input: &[u8]| {
    let bytes = if input.starts_with(b"<") { workbook(input) } else { input.to_vec() };
    let Ok(table) = Table::read(&bytes) else { return previewed(&bytes) };
    assert!(table.columns.iter().any(|name| !name.is_empty()) && table.rows.len() < MOST_ROWS);
    assert!(table.rows.is_sorted_by(|above, below| above.line < below.line));
    let every = [table.columns.clone()].into_iter().chain(table.rows.iter().map(|row| row.cells.clone()));
    let every: Vec<Vec<String>> = every.collect();
    for cell in every.iter().flatten() {
        assert!(cell.trim() == cell && !cell.contains(['\n', '\r', '\t']), "{cell:?}");
    }
    written(&every);
    previewed(&bytes);
});

/// What leaves as CSV has every cell again, with an apostrophe before what a spreadsheet would reckon.
fn written(rows: &[Vec<String>]) {
    let bytes = csv(rows);
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a mark at the beginning");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(b';').from_reader(text);
    let mut read = reader.records().map(Result::unwrap);
    for row in rows {
        let again = read.next().expect("a row is gone");
        assert_eq!(again.len(), row.len());
        for (again, cell) in again.iter().zip(row) {
            assert!(again == cell || again.strip_prefix('\'') == Some(cell), "{again:?} {cell:?}");
            assert!(!again.starts_with(['=', '+', '@']), "{again:?} is a formula");
        }
    }
    assert!(read.next().is_none());
}

/// Shows what importing the file would do, as one kind of import or another: all of them for each input would take too long.
fn previewed(bytes: &[u8]) {
    OFFICE.with(|office| {
        let (what, name) = match bytes.len() % 5 {
            0 => (ImportWhat::Units, "a.csv"),
            1 => (ImportWhat::People(office.delegation), "a.csv"),
            2 => (ImportWhat::Outside(None), "a.csv"),
            3 => (ImportWhat::Checklist, "a.csv"),
            _ => (ImportWhat::Checklist, "a.toml"),
        };
        let path = office.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        match office.session.ask(&Query::Import { what, path }) {
            Ok(View::Import(view)) => {
                assert_eq!(view.counts().iter().sum::<usize>(), view.rows.len());
                assert!(!view.is_wrong() || view.edits.is_empty());
            }
            Err(Error::Import { .. } | Error::ImportFile { .. }) => {}
            other => panic!("{other:?}"),
        }
    });
}

/// Packs the parts of a workbook as a spreadsheet does, but does not press them.
fn workbook(parts: &[u8]) -> Vec<u8> {
    const PARTS: [(&str, &str); 4] = [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#,
        ),
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
    ];
    let made_up = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"];
    let as_it_is = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let given = made_up.into_iter().zip(parts.split(|byte| *byte == 0));
    for (name, content) in PARTS.into_iter().map(|(name, content)| (name, content.as_bytes())).chain(given) {
        archive.start_file(name, as_it_is).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
