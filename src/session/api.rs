//! What can be asked of a session, and what it answers: plain data that can cross a thread.

mod checks;
mod follow;
mod now;
mod past;
mod search;
mod statistics;

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use serde_json::Value;

use super::checklists::{ChecklistView, ChecklistsView, Node};
use super::imports::{ImportView, ImportWhat};
use super::places::Place;
use super::{BackedUp, Signed};
pub use checks::{ChecksView, Waived};
pub use follow::{CarriedView, Counts, Filter, ItemView, LogStep, Model, Original, RegisterView, Stage};
pub use now::{AwaitedAtVisit, NowView, NowVisit, OpenAtUnit, When};
pub use past::{Deed, TimelineRecord, TimelineStep, TimelineView};
pub use search::{Found, Lit, SearchView};
pub use statistics::{Causes, Covered, CoveredCriterion, Over, Span, StatisticsView, Step, Tallied, Tally};

use crate::capture::{Offers, Phrase, Sought};
use crate::domain::{
    Answer, Attendee, Citation, Delegation, DiaryEntry, Edit, Entry, EntryKind, FollowUp, Kind, LegalBasis, Material,
    Member, PersonId, PromptedIssue, RecordId, ScopeId, Seal, Unit, Unreadable, Verdict, Visit, Waiver,
};
use crate::minutes::ReadItem;
use crate::text::Words;

/// A question that changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// What waits now, and all delegations.
    Home,
    /// Everything that can be gone to by its name.
    Places,
    /// All units, in tree order.
    Units,
    /// The register of legal documents.
    LegalBases,
    /// One delegation with members, citations and visits.
    Delegation(RecordId),
    /// One visit with everything in it.
    Visit(RecordId),
    /// One visit with the earlier items that its entries may be linked to.
    Chain(RecordId),
    /// What lines typed at a visit may go on with.
    Offers(RecordId),
    /// Phrases typed before, for a line that is being typed.
    Phrases(Sought),
    /// What was removed in a scope.
    Trash(ScopeId),
    /// Every change of one record.
    History(RecordId),
    /// Every change of what belongs to a visit.
    Timeline(RecordId),
    /// The minutes of a visit as Markdown, by the template of its delegation.
    Preview(RecordId),
    /// What importing a file would do.
    Import {
        /// What it brings.
        what: ImportWhat,
        /// The file.
        path: PathBuf,
    },
    /// The diary of a delegation.
    Diary(RecordId),
    /// The same by the template shipped, whatever the delegation chose.
    PreviewBuiltIn(RecordId),
    /// The minutes of a visit without names and private detail.
    PreviewRedacted(RecordId),
    /// The minutes of a visit, item by item, to be read aloud and put right.
    ReadBack {
        /// The visit.
        visit: RecordId,
        /// Whether they are laid out by the template shipped, whatever the delegation chose.
        built_in: bool,
    },
    /// Every checklist of this machine.
    Checklists,
    /// The criteria of the checklist with this code.
    Criteria(String),
    /// The checklist of a visit with what was found on it.
    Checklist(RecordId),
    /// What should be looked at before the minutes of a visit leave.
    Checks(RecordId),
    /// What a visit finds waiting from earlier ones.
    Carried(RecordId),
    /// The sealed versions of a visit.
    Versions(RecordId),
    /// What differs between two versions of the minutes of a visit.
    Compare {
        /// The visit.
        visit: RecordId,
        /// The earlier version.
        from: u32,
        /// The later version; none for the minutes as they would be now.
        to: Option<u32>,
    },
    /// Everything that is followed, over all delegations.
    Register(Filter),
    /// Everything that is kept, for words and filters as typed.
    Search(String),
    /// The same among records that no list of names has: entries, recommendations, documents and what else is kept.
    Unnamed(String),
    /// Everything about one followed item: an entry or an outside item.
    Item(RecordId),
    /// Figures over many visits.
    Statistics(Over),
}

/// The answer to a [`Query`], one variant for each.
#[derive(Clone, Debug, PartialEq)]
pub enum View {
    /// What waits now, and all delegations.
    Home(HomeView),
    /// Everything that can be gone to by its name.
    Places(Vec<Place>),
    /// All units.
    Units(UnitsView),
    /// The register of legal documents.
    LegalBases(LegalBasesView),
    /// One delegation.
    Delegation(Box<DelegationView>),
    /// The diary of a delegation.
    Diary(DiaryView),
    /// One visit.
    Visit(Box<VisitView>),
    /// One visit, and earlier items.
    Chain(Box<ChainView>),
    /// What lines may go on with.
    Offers(OffersView),
    /// Phrases typed before.
    Phrases(PhrasesView),
    /// What was removed.
    Trash(TrashView),
    /// The changes of one record.
    History(HistoryView),
    /// What a visit went through.
    Timeline(Box<TimelineView>),
    /// The minutes of a visit.
    Preview(PreviewView),
    /// What an import would do.
    Import(Box<ImportView>),
    /// The minutes of a visit, item by item.
    ReadBack(Box<ReadBackView>),
    /// Every checklist.
    Checklists(ChecklistsView),
    /// The criteria of one checklist, in tree order.
    Criteria(Vec<Node>),
    /// The checklist of a visit.
    Checklist(Box<ChecklistView>),
    /// What should be looked at.
    Checks(Box<ChecksView>),
    /// What a visit finds waiting.
    Carried(Box<CarriedView>),
    /// What is followed.
    Register(Box<RegisterView>),
    /// What was found.
    Search(Box<SearchView>),
    /// The sealed versions of a visit.
    Versions(Box<VersionsView>),
    /// What differs between two versions.
    Compare(Box<CompareView>),
    /// One followed item.
    Item(Box<ItemView>),
    /// Figures over many visits.
    Statistics(Box<StatisticsView>),
}

/// Something to be done; each makes at most one change.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Saves edits as one change, after the rules of the trade allowed it.
    Save {
        /// Scope of the records.
        scope: ScopeId,
        /// What to write.
        edits: Vec<Edit>,
    },
    /// Stores one typed line as a new entry of an open visit.
    Capture {
        /// The visit.
        visit: RecordId,
        /// The line as typed.
        line: String,
    },
    /// Stores several typed lines as new entries of an open visit, all of them or none.
    CaptureLines {
        /// The visit.
        visit: RecordId,
        /// The lines as typed.
        lines: Vec<String>,
    },
    /// Replaces an entry by its line as edited; its history is kept.
    Recapture {
        /// The entry.
        entry: RecordId,
        /// The line as edited.
        line: String,
    },
    /// Parts an entry in two where its line is cut; the words behind the cut become an entry of their own below it.
    Split {
        /// The entry.
        entry: RecordId,
        /// The line as edited.
        line: String,
        /// Where it is cut, in bytes.
        at: usize,
    },
    /// Makes one entry of an entry and the one below it.
    Merge(RecordId),
    /// Links an entry of an open visit to what it answers: another entry of the visit, one of its prompted issues, or an item
    /// of the same unit from before.
    Link {
        /// The entry that answers: a cause, a recommendation, a fault found again.
        from: RecordId,
        /// What it answers.
        to: RecordId,
    },
    /// Takes a link away.
    Unlink {
        /// The entry that answers.
        from: RecordId,
        /// What it answers.
        to: RecordId,
    },
    /// Saves an edit of an entry of an open visit, as of its details.
    ChangeEntry(Edit),
    /// Changes what an entry is.
    ChangeKind {
        /// The entry.
        entry: RecordId,
        /// What it becomes.
        kind: EntryKind,
    },
    /// Moves an entry one place among the visit's entries.
    Move {
        /// The entry.
        entry: RecordId,
        /// Which way.
        direction: Direction,
    },
    /// Removes a record to the trash.
    Remove {
        /// Its kind.
        kind: Kind,
        /// The record.
        id: RecordId,
        /// Why, or empty.
        reason: String,
    },
    /// Brings a record back from the trash.
    Restore {
        /// Its kind.
        kind: Kind,
        /// The record.
        id: RecordId,
    },
    /// Gives a field the value that it once had.
    RestoreValue {
        /// Kind of the record.
        kind: Kind,
        /// The record.
        id: RecordId,
        /// The field.
        field: String,
        /// The value.
        value: Value,
    },
    /// Takes back the newest change of a scope that is not taken back yet.
    Undo(ScopeId),
    /// Makes the newest taken-back change again.
    Redo(ScopeId),
    /// Opens a visit that is not sealed; an empty start becomes now.
    OpenVisit(RecordId),
    /// Closes a visit and seals its minutes; an empty end becomes `end` or now.
    CloseVisit {
        /// The visit.
        visit: RecordId,
        /// When it ended, if not now.
        end: Option<NaiveTime>,
        /// Other facts of the visit that are settled on closing, saved with it.
        facts: Option<Edit>,
    },
    /// Cancels a visit.
    CancelVisit {
        /// The visit.
        visit: RecordId,
        /// Why; must not be empty.
        reason: String,
    },
    /// Seals a visit that was closed before there were seals.
    SealVisit(RecordId),
    /// Opens a closed visit again; its next closing seals another version.
    ReopenVisit {
        /// The visit.
        visit: RecordId,
        /// Why; must not be empty.
        reason: String,
    },
    /// Takes a cancelled visit back among the planned ones.
    PlanVisitAgain(RecordId),
    /// Adds every member of the delegation who is not there yet to a visit's attendance, as present.
    AddDelegationToAttendance(RecordId),
    /// Picks a legal document for a delegation, or drops it when it is picked.
    ToggleCitation {
        /// The delegation.
        delegation: RecordId,
        /// The document.
        basis: RecordId,
    },
    /// Moves a prompted issue one place among the visit's issues.
    MoveIssue {
        /// The issue.
        issue: RecordId,
        /// Which way.
        direction: Direction,
    },
    /// Copies the prompted issues of the delegation's visit before this one, those that are not there yet.
    CopyIssues(RecordId),
    /// Gives or changes what an open visit says of an item carried to it; several verdicts of that item become this one.
    GiveVerdict(Verdict),
    /// Writes the same act to the log of one or several followed items; one change for each scope, all of them checked before.
    Follow {
        /// The items.
        items: Vec<RecordId>,
        /// The act; its own item does not matter.
        follow_up: FollowUp,
    },
    /// Says that a member of a delegation is the one who types at this laptop.
    ThisIsMe(RecordId),
    /// Adds legal documents to the register, those that it does not have yet.
    AddBases(Vec<LegalBasis>),
    /// Picks documents of the register for a delegation, those that are not picked yet.
    CiteBases {
        /// The delegation.
        delegation: RecordId,
        /// The documents, as pasted.
        bases: Vec<LegalBasis>,
    },
    /// Writes a table as CSV into a folder; never over another file.
    ExportTable {
        /// The folder; it must exist.
        folder: PathBuf,
        /// What the file is called.
        name: String,
        /// Names of the columns, then the rows.
        rows: Vec<Vec<String>>,
    },
    /// Backs everything up into a new file in a folder, and reads it back.
    BackUp(PathBuf),
    /// Makes a folder, and those above it, for an export.
    MakeFolder(PathBuf),
    /// Writes one sealed version of a visit into a folder, whether it is in force or not.
    ExportVersion {
        /// The visit.
        visit: RecordId,
        /// Which version.
        version: u32,
        /// The folder; it must exist.
        folder: PathBuf,
    },
    /// Writes the minutes of a visit into a folder; never over another file. Those of a sealed visit are the sealed ones, with
    /// their export and manifest beside them.
    Export {
        /// The visit.
        visit: RecordId,
        /// The folder; it must exist.
        folder: PathBuf,
        /// Whether to print by the template shipped, whatever the delegation chose.
        built_in: bool,
    },
    /// Writes a copy of the minutes without names and private detail into a folder; never over another file.
    ExportRedacted {
        /// The visit.
        visit: RecordId,
        /// The folder; it must exist.
        folder: PathBuf,
    },
}

/// The sealed versions of a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionsView {
    /// The visit.
    pub visit: Row<Visit>,
    /// Name of the unit, or empty.
    pub unit: String,
    /// The versions, oldest first.
    pub versions: Vec<Version>,
}

/// A sealed version, and what its signature turns out to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Its facts.
    pub seal: Seal,
    /// Its signature; none of one that was sealed before there were signatures.
    pub signed: Option<Signed>,
}

/// What differs between two versions of minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareView {
    /// The earlier version.
    pub from: u32,
    /// The later version; none for the minutes as they would be now.
    pub to: Option<u32>,
    /// The lines that differ, each group below the headings it stands under.
    pub lines: Vec<Vec<Words>>,
}

/// Which way an entry moves in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the first entry.
    Up,
    /// Towards the last entry.
    Down,
}

/// What an action came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Saved; with the record it was mainly about.
    Saved(RecordId),
    /// Several new records were saved.
    SavedAll(Vec<RecordId>),
    /// A visit was sealed.
    Sealed {
        /// The visit.
        visit: RecordId,
        /// Which version.
        version: u32,
        /// What names it in print.
        code: String,
    },
    /// There was nothing to change.
    Unchanged,
    /// A change was taken back or made again; names the records it touched.
    TakenBack(Vec<Touched>),
    /// A file was written.
    Exported(PathBuf),
    /// A sealed version was written: its minutes and, beside them, the full record, the manifest and its signature.
    ExportedSealed {
        /// The minutes.
        path: PathBuf,
        /// Fingerprint of the key that signed the manifest.
        key: String,
    },
    /// Everything was backed up.
    BackedUp(BackedUp),
}

/// A record that a change touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// Its kind.
    pub kind: Kind,
    /// The record.
    pub id: RecordId,
    /// What it says, where it is an act on a followed item: no list shows those by themselves.
    pub act: Option<FollowUp>,
}

/// A record with what a screen needs to know beside its fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<R> {
    /// Its id.
    pub id: RecordId,
    /// Its scope.
    pub scope: ScopeId,
    /// The record.
    pub record: R,
    /// Fields with several values that a person must choose from.
    pub contested: Vec<String>,
}

/// What waits now, and all delegations, newest decision first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HomeView {
    /// What waits now.
    pub now: NowView,
    /// The delegations.
    pub delegations: Vec<DelegationRow>,
    /// Names of the office's own templates.
    pub templates: Vec<String>,
    /// Records that this version cannot read, and stored values that are damaged.
    pub unreadable: Vec<String>,
}

/// A delegation in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct DelegationRow {
    /// The delegation.
    pub delegation: Row<Delegation>,
    /// Number of its visits.
    pub visits: usize,
    /// Number of visits going on.
    pub open_visits: usize,
    /// How many delegations it is a part of, one of the other.
    pub depth: usize,
}

/// All units, parents before their children.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitsView {
    /// The units.
    pub units: Vec<UnitRow>,
}

/// A unit in the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitRow {
    /// The unit.
    pub unit: Row<Unit>,
    /// How many units stand above it.
    pub depth: usize,
    /// Number of visits to it, by any delegation.
    pub visits: usize,
}

/// The register of legal documents, by date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LegalBasesView {
    /// The documents.
    pub bases: Vec<Row<LegalBasis>>,
}

/// A pick of a legal document, and the document.
pub type Cited = (Row<Citation>, Row<LegalBasis>);

/// One delegation with everything that its screens list.
#[derive(Clone, Debug, PartialEq)]
pub struct DelegationView {
    /// The delegation.
    pub delegation: Row<Delegation>,
    /// Its members by role, then order.
    pub members: Vec<Row<Member>>,
    /// Who types at this laptop.
    pub me: Option<PersonId>,
    /// Its legal documents in order.
    pub citations: Vec<Cited>,
    /// Every document of the register, to pick from.
    pub bases: Vec<Row<LegalBasis>>,
    /// Every unit, to choose from.
    pub units: Vec<UnitRow>,
    /// Its visits by date.
    pub visits: Vec<VisitRow>,
    /// Its parts, each below the one it is a part of.
    pub parts: Vec<DelegationRow>,
    /// What it and its parts came to; nothing when it has none.
    pub roll_up: Option<RollUp>,
    /// Every other delegation, to choose the one it is a part of.
    pub others: Vec<Row<Delegation>>,
    /// Names of the office's own templates.
    pub templates: Vec<String>,
    /// Records that this version cannot read.
    pub unreadable: Vec<Unreadable>,
}

/// The diary of a delegation, by day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DiaryView {
    /// The lines; those of one day as they were written.
    pub lines: Vec<Row<DiaryEntry>>,
    /// Name of the member who types at this laptop, or empty.
    pub me: String,
}

/// What a delegation and its parts came to, all together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollUp {
    /// Number of visits.
    pub visits: usize,
    /// Number of findings of each kind, where there are any.
    pub findings: Vec<(EntryKind, usize)>,
    /// Recommendations that are open.
    pub open: usize,
    /// Those of them that are overdue.
    pub overdue: usize,
}

/// A visit in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitRow {
    /// The visit.
    pub visit: Row<Visit>,
    /// Name of the unit, empty when it is not known.
    pub unit: String,
    /// Number of its entries.
    pub entries: usize,
}

/// One visit with everything in it.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitView {
    /// The visit.
    pub visit: Row<Visit>,
    /// Its delegation.
    pub delegation: Row<Delegation>,
    /// Its unit, when it is recorded.
    pub unit: Option<Row<Unit>>,
    /// Members of the delegation by role, then order.
    pub members: Vec<Row<Member>>,
    /// Legal documents of the delegation in order.
    pub bases: Vec<Row<LegalBasis>>,
    /// Attendance by side, then order.
    pub attendees: Vec<Row<Attendee>>,
    /// Entries in order.
    pub entries: Vec<Row<Entry>>,
    /// Documents due or received, in order.
    pub materials: Vec<Row<Material>>,
    /// Last day on which papers reach the meeting in time, when it is known.
    pub papers_due: Option<NaiveDate>,
    /// Prompted issues, in order.
    pub issues: Vec<Row<PromptedIssue>>,
    /// What was found on criteria.
    pub answers: Vec<Row<Answer>>,
    /// Checks that were switched off.
    pub waivers: Vec<Row<Waiver>>,
    /// Every unit, to choose from.
    pub units: Vec<UnitRow>,
    /// How many warnings the checks give that nobody switched off; none before all records were read.
    pub warnings: Option<usize>,
    /// Records that this version cannot read.
    pub unreadable: Vec<Unreadable>,
}

/// One visit, and what its entries may be linked to beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainView {
    /// The visit.
    pub visit: VisitView,
    /// What was open at the unit before, and what entries of the visit are linked to.
    pub earlier: Vec<EarlierItem>,
}

/// An item of the unit from before the visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierItem {
    /// The entry or outside item.
    pub id: RecordId,
    /// Its words.
    pub words: String,
}

/// What lines typed at a visit may go on with, the nearest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OffersView {
    /// What can be proposed.
    pub offers: Offers,
}

/// Phrases typed before, the likeliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhrasesView {
    /// The phrases.
    pub phrases: Vec<Phrase>,
}

/// What was removed in a scope, newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrashView {
    /// The records.
    pub items: Vec<TrashItem>,
}

/// A removed record.
#[derive(Clone, Debug, PartialEq)]
pub struct TrashItem {
    /// Its kind.
    pub kind: Kind,
    /// The record.
    pub id: RecordId,
    /// Its name or first words.
    pub label: String,
    /// Why it was removed, or empty.
    pub reason: String,
    /// When, as the laptop's clock claimed.
    pub when: Option<DateTime<FixedOffset>>,
}

/// Every change of one record, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HistoryView {
    /// The changes.
    pub steps: Vec<HistoryStep>,
    /// Kind of the record; nothing of one that was never written.
    pub kind: Option<Kind>,
    /// What the records are called that its values name.
    pub labels: BTreeMap<RecordId, String>,
}

/// One change of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryStep {
    /// When, as the laptop's clock claimed.
    pub when: DateTime<FixedOffset>,
    /// Who.
    pub author: PersonId,
    /// Name of the member who said to be that person, or empty.
    pub by: String,
    /// Whether it took another change back.
    pub undo: bool,
    /// Field, value before, value after.
    pub fields: Vec<(String, Value, Value)>,
}

/// The minutes of a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewView {
    /// The visit.
    pub visit: RecordId,
    /// The minutes as Markdown; of a sealed visit as they were sealed.
    pub markdown: String,
    /// The sealed version that they are, if they are one.
    pub version: Option<u32>,
    /// Name that an export would propose.
    pub file_name: String,
}

/// The minutes of a visit, item by item, with the records that their words are put right in.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadBackView {
    /// The visit.
    pub visit: VisitView,
    /// Names of the office's own templates.
    pub templates: Vec<String>,
    /// What is read, in order.
    pub items: Vec<ReadItem>,
}
