//! Why a use case could not be carried out.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::imports::Fault;
use crate::domain::{Kind, RecordId, Standing, Unreadable, VisitStatus, VisitTimeError};
use crate::figures::Impossible;
use crate::minutes::Mistake;
use crate::store;

/// Why something was not done. Nothing typed is lost by any of them: the caller still has it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The change is saved in the journal, but the database could not take it and could not be rebuilt.
    #[error("saved, but not readable yet: {0}")]
    Behind(#[source] store::Error),
    /// A record cannot be read by this version.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// There is no such record.
    #[error("no {kind} {id}")]
    NotFound {
        /// Kind that was looked for.
        kind: Kind,
        /// Its id.
        id: RecordId,
    },
    /// The record is in the trash.
    #[error("{kind} {id} is removed")]
    Removed {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: RecordId,
    },
    /// The record was changed since the person looked at it.
    #[error("{kind} {id}: {field} was changed meanwhile")]
    Stale {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: RecordId,
        /// The field that holds something else by now.
        field: String,
    },
    /// Minutes would leave out entries that cannot be read.
    #[error("minutes without {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Incomplete(Vec<Unreadable>),
    /// A list of signers has a line that is not understood.
    #[error("{path}: line {line}")]
    Signers {
        /// The file.
        path: PathBuf,
        /// The line, counted from one.
        line: usize,
    },
    /// A field that must be filled is empty; named as in the record.
    #[error("empty field {0}")]
    EmptyField(&'static str),
    /// The visit ends before it begins.
    #[error(transparent)]
    VisitTimes(#[from] VisitTimeError),
    /// A period ends before it begins.
    #[error("the period ends on {to}, before {from}")]
    Period {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// A visit cannot go from one status to the other.
    #[error("a visit cannot go from {from:?} to {to:?}")]
    Transition {
        /// Where it stands.
        from: VisitStatus,
        /// Where it was to go.
        to: VisitStatus,
    },
    /// The visit is not open, so nothing can be added to it.
    #[error("the visit is {0:?}, not open")]
    VisitNotOpen(VisitStatus),
    /// The visit is sealed, so nothing of it changes.
    #[error("visit {visit} is sealed as version {version}")]
    Sealed {
        /// The visit.
        visit: RecordId,
        /// Its version in force.
        version: u32,
    },
    /// A visit has no such sealed version.
    #[error("no version {version} of visit {visit}")]
    NoVersion {
        /// The visit.
        visit: RecordId,
        /// What was looked for.
        version: u32,
    },
    /// What was sealed and why it was opened again is written once.
    #[error("a seal stays")]
    SealStays,
    /// The minutes of a visit are too long to be kept with their seal.
    #[error("the seal takes {bytes} bytes, more than {limit}")]
    SealTooLong {
        /// What it would take.
        bytes: usize,
        /// What there is room for.
        limit: usize,
    },
    /// An entry cannot be cut there: a part would have no words.
    #[error("no words on both sides of the cut")]
    NoCut,
    /// No entry stands below.
    #[error("no entry below")]
    NothingBelow,
    /// Two entries cannot become one: the fields that both fill differently.
    #[error("they differ in {}", .0.join(", "))]
    Differ(Vec<&'static str>),
    /// Others refer to the record, so that it cannot be done away with.
    #[error("{kind} {id} is followed")]
    Followed {
        /// Its kind.
        kind: Kind,
        /// The record.
        id: RecordId,
    },
    /// An entry cannot be linked to that.
    #[error("{from} cannot be linked to {to}")]
    NoLink {
        /// The entry.
        from: RecordId,
        /// What it was to be linked to.
        to: RecordId,
    },
    /// The record is not among those that are followed, or its visit did not take place.
    #[error("{kind} {id} is not followed")]
    NotFollowed {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: RecordId,
    },
    /// The item is not carried over to the visit.
    #[error("{item} is not carried over to this visit")]
    NotCarried {
        /// Its first words and reference.
        item: String,
    },
    /// An item cannot go from where it stands to where it was to go.
    #[error("{item} cannot go from {from:?} to {to:?}")]
    Move {
        /// Its first words and reference.
        item: String,
        /// Where it stands.
        from: Standing,
        /// Where it was to go.
        to: Standing,
    },
    /// An item would be closed without a word on what proves it; names the field to fill.
    #[error("{item} done without {field}")]
    NoProof {
        /// Its first words and reference.
        item: String,
        /// The field.
        field: &'static str,
    },
    /// Something was done on a day that is still to come.
    #[error("{date} is after today, {today}")]
    Future {
        /// The day.
        date: NaiveDate,
        /// Today.
        today: NaiveDate,
    },
    /// One of several lines cannot be stored, so none of them was.
    #[error("line {number}: {why}")]
    WrongLine {
        /// Its number, counted from one.
        number: usize,
        /// The line.
        line: String,
        /// Why.
        why: Box<Error>,
    },
    /// There is nothing to undo or redo.
    #[error("nothing to take back")]
    NothingToUndo,
    /// A file that was brought along cannot be read.
    #[error("{path}: {source}")]
    ImportFile {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// A file that was brought along cannot be taken as a whole.
    #[error("{path}: {fault:?}")]
    Import {
        /// The file.
        path: PathBuf,
        /// Its line, where it is one.
        line: Option<usize>,
        /// What is wrong.
        fault: Fault,
    },
    /// A line of the diary is written; a correction is a new line.
    #[error("the diary is only added to")]
    DiaryIsWritten,
    /// A delegation would be a part of itself.
    #[error("the delegation would be a part of itself")]
    DelegationCycle,
    /// The criterion of that code has an answer already.
    #[error("{0} is answered already")]
    Answered(String),
    /// A unit would stand below itself.
    #[error("the unit would stand below itself")]
    UnitCycle,
    /// A figure cannot be: its part is more than its whole, or its whole is nothing.
    #[error("{0:?}")]
    Impossible(Impossible),
    /// The minutes could not be made.
    #[error("minutes: {0}")]
    Minutes(String),
    /// A template of the minutes has a mistake.
    #[error("{path}: {mistake:?}")]
    Template {
        /// Its file, or the name of one that is shipped.
        path: PathBuf,
        /// What is wrong, and where.
        mistake: Mistake,
    },
    /// There is no template of this name.
    #[error("no template {name}")]
    NoTemplate {
        /// The name.
        name: String,
        /// Where it was looked for.
        folder: Option<PathBuf>,
    },
    /// A template cannot be called so.
    #[error("{0} cannot name a template")]
    TemplateName(String),
    /// The file or folder of templates could not be read or written.
    #[error("{path}: {source}")]
    TemplateFile {
        /// The file or folder.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// A text would lie in the clear for the person's own editor, and the data is encrypted.
    #[error("no editor of one's own while the data is encrypted")]
    EditorInTheClear,
    /// The person's own editor cannot be started.
    #[error("{editor} cannot be started")]
    NoEditor {
        /// What it is called.
        editor: String,
    },
    /// The person's own editor ended with an error, so that its text was not taken.
    #[error("{editor} ended with {code:?}")]
    EditorFailed {
        /// What it is called.
        editor: String,
        /// Its exit code; none when it was killed.
        code: Option<i32>,
        /// The file that it changed, kept.
        kept: Option<PathBuf>,
    },
    /// What the person's own editor wrote is not UTF-8; the file is kept.
    #[error("{path} is not UTF-8")]
    EditorText {
        /// The file.
        path: PathBuf,
    },
    /// The file of a person's choices could not be written.
    #[error("{path}: {source}")]
    NotKept {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// A file could not be written.
    #[error("{path}: {source}")]
    Export {
        /// The folder or file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
}

impl Error {
    /// Whether the template of the minutes is to blame, so that another one may be used in its place.
    #[must_use]
    pub fn is_of_template(&self) -> bool {
        matches!(self, Self::Template { .. } | Self::NoTemplate { .. } | Self::TemplateFile { .. })
    }
}
