//! Files that people bring along: read against what is stored, shown before anything is saved, and saved as one change.
//!
//! A file is imported whole or not at all. What an import would do is a list of edits, so that a second import of the same
//! file has none.

mod checklist;
mod columns;
mod outside;
mod people;
mod units;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Error, Long, Session};
use crate::domain::{Edit, RecordId, ScopeId};
use crate::tables::{Table, TableError, text};

/// A larger file is no list that somebody typed, and reading it would hold everything up.
const MOST_BYTES: u64 = 8 * 1024 * 1024;

/// What a file brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportWhat {
    /// A checklist, or local items below one.
    Checklist,
    /// Units.
    Units,
    /// Members of a delegation.
    People(RecordId),
    /// Items from outside sources; rows that name no unit are about this one.
    Outside(Option<RecordId>),
}

/// What importing a file would do.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportView {
    /// What it brings.
    pub what: ImportWhat,
    /// The scope that it goes into.
    pub scope: ScopeId,
    /// What becomes of each row, in the order of the file.
    pub rows: Vec<ImportRow>,
    /// Columns of the file that nothing is read from.
    pub unused: Vec<String>,
    /// What to save; empty when any row is wrong, or when everything is there already.
    pub edits: Vec<Edit>,
}

/// A row of a file and what becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRow {
    /// Line of the file, or row of the sheet.
    pub line: usize,
    /// What it is called.
    pub name: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// It is added.
    New,
    /// It changes what is there: field, value before, value after.
    Changed(Vec<(&'static str, String, String)>),
    /// It is there already.
    Same,
    /// It cannot be taken.
    Wrong(Fault),
}

/// Why a row or a file cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is no table; of text, the line that is not UTF-8.
    Table(TableError),
    /// A column that must be there is not: its field, and the columns that are.
    NoColumn(&'static str, String),
    /// The line is not understood: as it stands.
    BadLine(String),
    /// A field that must be filled is empty.
    Empty(&'static str),
    /// The same stands on another line.
    Twice(usize),
    /// No unit or criterion of that name or code is there to stand above it.
    NoParent(String),
    /// Several units of that name could stand above it: their references.
    SeveralParents(String, String),
    /// Several records have that name: their references.
    Several(String, String),
    /// One of that name stands below another one: its reference.
    Elsewhere(String, String),
    /// No record of that kind has the reference.
    NoReference(String),
    /// It would stand above itself.
    Ring,
    /// It would stand more than three deep.
    TooDeep,
    /// No such role.
    Role(String),
    /// Not a date.
    Date(String),
    /// The post ends before it begins.
    Reversed(String),
    /// Dates in columns of their own go with one post alone.
    DatesOfSeveral,
    /// No unit has that name or reference.
    NoUnit(String),
    /// Several units have that name: their references.
    SeveralUnits(String, String),
    /// Not a whole number.
    Number(String),
    /// Neither yes nor no.
    Flag(String),
    /// This machine has no checklist of that code.
    NoChecklist(String),
}

impl ImportView {
    /// Counts what is new, changed, the same, and wrong.
    #[must_use]
    pub fn counts(&self) -> [usize; 4] {
        let mut counts = [0; 4];
        for row in &self.rows {
            let [new, changed, same, wrong] = &mut counts;
            *match row.fate {
                Fate::New => new,
                Fate::Changed(_) => changed,
                Fate::Same => same,
                Fate::Wrong(_) => wrong,
            } += 1;
        }
        counts
    }

    /// Whether any row cannot be taken, so that nothing is.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.rows.iter().any(|row| matches!(row.fate, Fate::Wrong(_)))
    }
}

/// What a row comes to: its fate, and the edit that it asks for.
type Judged = (ImportRow, Option<Edit>);

/// Why a file as a whole cannot be taken, with the line if there is one.
type Refusal = (Option<usize>, Fault);

impl Session {
    /// Reads a file and says what importing it would do; nothing is saved.
    pub(super) fn import(&self, what: ImportWhat, path: &Path) -> Result<ImportView, Error> {
        let path = super::export::at_home(path);
        let bytes = read(&path).map_err(|source| Error::ImportFile { path: path.clone(), source })?;
        let refused = |(line, fault): Refusal| Error::Import { path: path.clone(), line, fault };
        let is_toml = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
        if what == ImportWhat::Checklist && is_toml {
            let text = text(&bytes).map_err(|why| refused((at_line(&why), Fault::Table(why))))?;
            let judged = checklist::judge(checklist::of_toml(text).map_err(refused)?, self)?;
            return Ok(shown(what, ScopeId::Office, judged, Vec::new()));
        }
        let table = Table::read(&bytes).map_err(|why| refused((at_line(&why), Fault::Table(why))))?;
        let stopped = |why: Stop| why.or(&refused);
        let (scope, names, judged) = match what {
            ImportWhat::Units => (ScopeId::Office, units::NAMES, units::judge(&table, self).map_err(stopped)?),
            ImportWhat::Outside(unit) => {
                (ScopeId::Office, outside::NAMES, outside::judge(&table, unit, self).map_err(stopped)?)
            }
            ImportWhat::People(delegation) => {
                let scope = self.state(&crate::domain::Kind::DELEGATION, delegation)?.scope;
                (scope, people::NAMES, people::judge(&table, delegation, self).map_err(stopped)?)
            }
            ImportWhat::Checklist => {
                let file = checklist::of_table(&table).map_err(&refused)?;
                (ScopeId::Office, checklist::NAMES, checklist::judge(file, self)?)
            }
        };
        Ok(shown(what, scope, judged, columns::unused(&table, names)))
    }
}

impl Session {
    /// Notes that the rows of a file are gone through, and stops where somebody asked for that.
    fn row_of_import(&self, at: usize, table: &Table) -> Result<(), Error> {
        Ok(self.pulse.step(Long::Importing, at as u64, table.rows.len() as u64)?)
    }
}

/// Puts together what is shown of an import: one wrong row and nothing is saved.
fn shown(what: ImportWhat, scope: ScopeId, judged: Vec<Judged>, unused: Vec<String>) -> ImportView {
    let mut view = ImportView { what, scope, rows: Vec::with_capacity(judged.len()), unused, edits: Vec::new() };
    for (row, edit) in judged {
        view.rows.push(row);
        view.edits.extend(edit);
    }
    if view.is_wrong() {
        view.edits.clear();
    }
    view
}

/// Why rows could not be judged: the file, or the store.
enum Stop {
    File(Refusal),
    Session(Error),
}

impl Stop {
    fn or(self, refused: &impl Fn(Refusal) -> Error) -> Error {
        match self {
            Self::File(refusal) => refused(refusal),
            Self::Session(error) => error,
        }
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Session(error)
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::File(refusal)
    }
}

fn read(path: &PathBuf) -> io::Result<Vec<u8>> {
    let facts = fs::metadata(path)?;
    if facts.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if facts.len() > MOST_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    fs::read(path)
}

fn at_line(why: &TableError) -> Option<usize> {
    match why {
        TableError::NotUtf8(line) => Some(*line),
        _ => None,
    }
}

/// Brings a name into the form it is compared in: letter case and spaces do not matter, accents do.
fn key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
