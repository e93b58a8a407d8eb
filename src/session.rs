//! Use cases: everything a person does with the record, on one open store.
//!
//! Screens and command line both come here; neither sees the store. Draws nothing.

mod api;
mod attendance;
mod backup;
mod bases;
mod chain;
mod checklists;
mod choices;
mod device;
mod diary;
mod editing;
mod entries;
mod error;
pub mod explain;
mod export;
#[cfg(test)]
mod faults;
mod find;
mod finder;
mod follow;
mod imports;
mod issues;
mod known;
mod ledger;
mod lines;
mod locking;
mod members;
mod offers;
pub(crate) mod order;
mod parting;
mod phrases;
mod places;
mod reading;
mod rules;
mod saving;
mod sealing;
mod settings;
mod sheets;
mod templates;
mod undo;
mod views;
mod visits;
mod worker;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

pub use crate::minutes::{Origin, ReadItem};
pub use crate::signing::{Flaw, PublicKey, Signers, is_identity};
pub use api::{
    Action, AwaitedAtVisit, CarriedView, Causes, ChainView, ChecksView, Cited, CompareView, Counts, Covered,
    CoveredCriterion, Deed, DelegationRow, DelegationView, DiaryView, Direction, EarlierItem, Filter, Found,
    HistoryStep, HistoryView, HomeView, ItemView, LegalBasesView, Lit, LogStep, Model, NowView, NowVisit, OffersView,
    OpenAtUnit, Original, Outcome, Over, PhrasesView, PreviewView, Query, ReadBackView, RegisterView, RollUp, Row,
    SearchView, Span, Stage, StatisticsView, Step, Tallied, Tally, TimelineRecord, TimelineStep, TimelineView, Touched,
    TrashItem, TrashView, UnitRow, UnitsView, Version, VersionsView, View, VisitRow, VisitView, Waived, When,
};
pub use backup::BackedUp;
pub use checklists::{BUILT_IN, ChecklistInfo, ChecklistView, ChecklistsView, Coverage, CriterionRow, Level, Node};
pub use choices::{Choices, Chosen};
pub use editing::{Editor, edit_outside};
pub use error::Error;
pub use imports::{Fate, Fault, ImportRow, ImportView, ImportWhat};
pub use lines::{capture_key, doubtful, full_name, line_of};
pub use locking::asks_for_passphrase;
pub use places::{Place, Where};
pub use sealing::{Beside, Broken, Difference, Part, Sealed, Signed, Signer, Verified};
pub use settings::{
    KeyFile, KeyLine, SavedSearch, SearchFile, Settings, SettingsError, SettingsFile, SettingsMistake, Wanted,
};
pub use sheets::{Cell, Figures, Sheet, row_name, sheet, span_name};
pub use templates::{TemplateRow, Templates};
pub use worker::{Event, Job, Storage, Ticket, Worker};

use crate::clock::Clock;
use crate::domain::{Edit, PersonId, RecordId, ScopeId};
use crate::store::Store;
pub use crate::store::{
    Content, Cost, Draft, Error as StoreError, Keep, Key, Long, Notice, Passphrase, Progress, Pulse, Received,
    RecoveryCode, Refusal, Secrecy, SecretString, Verdict,
};
use known::{Known, Reading};
pub use ledger::{RegisterRow, Rows};
use undo::Stacks;

/// So many lines or entries are checked at once: some milliseconds, which nobody notices who asks for something meanwhile.
const CHECKED_AT_ONCE: usize = 50;

/// An open store and the person at work on it.
pub struct Session {
    store: Store,
    clock: Arc<dyn Clock>,
    settings: Settings,
    /// What can be taken back, read from the log when a scope is first touched.
    stacks: HashMap<ScopeId, Stacks>,
    /// What is known of all records, read when it is first needed.
    known: OnceCell<Known>,
    /// How far the reading of it has come until then.
    reading: RefCell<Reading>,
    /// Whether the journal has a change that the database could not take.
    behind: bool,
    /// What was mended while carrying out an action, still to be told.
    mended: Vec<Notice>,
    /// Told of what takes long.
    pulse: Pulse,
}

impl Session {
    /// Opens the data folder, making it when it does not exist; says what had to be mended. The settings are those shipped.
    ///
    /// # Errors
    /// When the store cannot be opened; see [`crate::store::Error`].
    pub fn open(folder: &Path, clock: Arc<dyn Clock>) -> Result<(Self, Vec<Notice>), Error> {
        Self::open_telling(folder, clock, Pulse::default())
    }

    /// Opens it with a pulse: what takes long, now and later, says how far it is and can be stopped.
    ///
    /// # Errors
    /// As [`Session::open`], or because it was stopped.
    pub fn open_telling(folder: &Path, clock: Arc<dyn Clock>, pulse: Pulse) -> Result<(Self, Vec<Notice>), Error> {
        let (store, notices) = Store::open_telling(folder, clock.clone(), pulse.clone())?;
        Self::over(store, clock, pulse, notices)
    }

    /// Opens it although both copies are damaged, with what a backup has of what they lack; an encrypted folder by what was typed.
    ///
    /// # Errors
    /// As [`Session::open_telling`] and [`Session::unlock`], and when the backup is not whole or cannot be opened with that key.
    pub fn open_helped(
        folder: &Path,
        clock: Arc<dyn Clock>,
        pulse: Pulse,
        typed: Option<&Passphrase>,
        backup: &Path,
        key: &Key,
    ) -> Result<(Self, Vec<Notice>), Error> {
        let (store, notices) = Store::open_helped(folder, clock.clone(), pulse.clone(), typed, backup, key)?;
        Self::over(store, clock, pulse, notices)
    }

    /// Begins to work on a store that was opened.
    fn over(
        store: Store,
        clock: Arc<dyn Clock>,
        pulse: Pulse,
        mut notices: Vec<Notice>,
    ) -> Result<(Self, Vec<Notice>), Error> {
        let session = Self {
            store,
            clock,
            settings: Settings::default(),
            stacks: HashMap::new(),
            known: OnceCell::new(),
            reading: RefCell::default(),
            behind: false,
            mended: Vec::new(),
            pulse,
        };
        notices.extend(session.settle_device_key()?);
        Ok((session, notices))
    }

    /// Takes the settings of the office.
    #[must_use]
    pub fn with_settings(self, settings: Settings) -> Self {
        Self { settings, ..self }
    }

    /// Returns the settings of the office.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Carries out one job of the storage thread, reporting as it goes.
    pub fn serve(&mut self, job: Job, report: &impl Fn(Event)) {
        self.pulse.begin();
        match job {
            Job::Ask(ticket, query) => report(Event::Answered(ticket, self.ask(&query))),
            Job::Act(ticket, action) => {
                let done = self.act(&action, &mut || report(Event::Durable(ticket)));
                report(Event::Done(ticket, done));
                if !self.mended.is_empty() {
                    report(Event::Mended(std::mem::take(&mut self.mended)));
                }
            }
            Job::KeepChoice(name, chosen) => {
                if let Err(error) = self.keep_choice(name, chosen) {
                    report(Event::ChoiceFailed(error));
                }
            }
            Job::KeepSearch(name, typed) => {
                if let Err(error) = self.keep_search(&name, typed.as_deref()) {
                    report(Event::ChoiceFailed(error));
                }
            }
            // The storage thread sees to these itself.
            Job::Unlock(_) | Job::Lock => {}
            Job::KeepDraft(draft) => {
                if let Err(error) = self.keep_draft(&draft) {
                    report(Event::DraftFailed(error));
                }
            }
        }
        self.pulse.over();
    }

    /// Answers a question.
    ///
    /// # Errors
    /// When the store fails or the record asked for does not exist.
    pub fn ask(&self, query: &Query) -> Result<View, Error> {
        Ok(match query {
            Query::Home => View::Home(self.home()?),
            Query::Places => View::Places(self.places()?),
            Query::Units => View::Units(UnitsView { units: self.unit_rows()? }),
            Query::LegalBases => View::LegalBases(LegalBasesView { bases: self.legal_bases()? }),
            Query::Delegation(id) => View::Delegation(Box::new(self.delegation(*id)?)),
            Query::Visit(id) => View::Visit(Box::new(self.visit(*id)?)),
            Query::Offers(visit) => View::Offers(self.offers(*visit)?),
            Query::Phrases(sought) => View::Phrases(self.phrases(sought)?),
            Query::Chain(visit) => View::Chain(Box::new(self.chain(*visit)?)),
            Query::Trash(scope) => View::Trash(self.trash(*scope)?),
            Query::Timeline(visit) => View::Timeline(Box::new(self.timeline(*visit)?)),
            Query::History(id) => View::History(self.record_history(*id)?),
            Query::Import { what, path } => {
                let view = self.import(*what, path);
                self.pulse.over();
                View::Import(Box::new(view?))
            }
            Query::Preview(visit) => View::Preview(self.preview(*visit, false)?),
            Query::PreviewBuiltIn(visit) => View::Preview(self.preview(*visit, true)?),
            Query::PreviewRedacted(visit) => View::Preview(self.redacted(*visit)?),
            Query::ReadBack { visit, built_in } => View::ReadBack(Box::new(self.read_back(*visit, *built_in)?)),
            Query::Checklists => View::Checklists(self.checklists()?),
            Query::Criteria(code) => View::Criteria(self.criteria(code)?),
            Query::Checklist(visit) => View::Checklist(Box::new(self.checklist(*visit)?)),
            Query::Diary(delegation) => View::Diary(self.diary(*delegation)?),
            Query::Checks(visit) => View::Checks(Box::new(self.checks(*visit)?)),
            Query::Carried(visit) => View::Carried(Box::new(self.carried(*visit)?)),
            Query::Register(filter) => View::Register(Box::new(self.register(filter)?)),
            Query::Search(typed) => View::Search(Box::new(self.search(typed, &|_| true)?)),
            Query::Unnamed(typed) => View::Search(Box::new(self.search(typed, &|kind| !places::NAMED.contains(kind))?)),
            Query::Versions(visit) => View::Versions(Box::new(self.versions(*visit)?)),
            Query::Compare { visit, from, to } => View::Compare(Box::new(self.compare(*visit, *from, *to)?)),
            Query::Item(item) => View::Item(Box::new(self.item(*item)?)),
            Query::Statistics(over) => View::Statistics(Box::new(self.statistics(*over)?)),
        })
    }

    /// Does something, calling `durable` as soon as its change is on the disk.
    ///
    /// # Errors
    /// When a rule of the trade forbids it or the store fails; nothing was changed then.
    pub fn act(&mut self, action: &Action, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        self.catch_up()?;
        match action {
            Action::Save { scope, edits } => self.save(*scope, edits, durable),
            Action::Capture { visit, line } => self.capture(*visit, line, durable),
            Action::CaptureLines { visit, lines } => self.capture_lines(*visit, lines, durable),
            Action::Recapture { entry, line } => self.recapture(*entry, line, durable),
            Action::Split { entry, line, at } => self.split(*entry, line, *at, durable),
            Action::Merge(entry) => self.merge(*entry, durable),
            Action::Link { from, to } => self.link(*from, *to, durable),
            Action::Unlink { from, to } => self.unlink(*from, *to, durable),
            Action::ChangeEntry(edit) => self.change_entry(edit, durable),
            Action::ChangeKind { entry, kind } => self.change_kind(*entry, *kind, durable),
            Action::Move { entry, direction } => self.move_entry(*entry, *direction, durable),
            Action::Remove { kind, id, reason } => {
                self.must_take_entries(kind, *id)?;
                self.save_one(Edit::remove(kind.clone(), *id, reason.trim()), durable)
            }
            Action::Restore { kind, id } => {
                self.must_take_entries(kind, *id)?;
                self.save_one(Edit::restore(kind.clone(), *id), durable)
            }
            Action::RestoreValue { kind, id, field, value } => {
                self.must_take_entries(kind, *id)?;
                self.save_one(Edit::set(kind.clone(), *id, [(field.clone(), value.clone())].into()), durable)
            }
            Action::Undo(scope) => self.undo(*scope, durable),
            Action::Redo(scope) => self.redo(*scope, durable),
            Action::OpenVisit(visit) => self.open_visit(*visit, durable),
            Action::CloseVisit { visit, end, facts } => self.close_visit(*visit, *end, facts.as_ref(), durable),
            Action::CancelVisit { visit, reason } => self.cancel_visit(*visit, reason, durable),
            Action::ExportVersion { visit, version, folder } => {
                self.export_sealed(&self.version(*visit, *version)?, folder)
            }
            Action::SealVisit(visit) => self.seal_visit(*visit, durable),
            Action::ReopenVisit { visit, reason } => self.reopen_visit(*visit, reason, durable),
            Action::PlanVisitAgain(visit) => self.plan_visit_again(*visit, durable),
            Action::AddDelegationToAttendance(visit) => self.add_delegation_to_attendance(*visit, durable),
            Action::ToggleCitation { delegation, basis } => self.toggle_citation(*delegation, *basis, durable),
            Action::MoveIssue { issue, direction } => self.move_issue(*issue, *direction, durable),
            Action::CopyIssues(visit) => self.copy_issues(*visit, durable),
            Action::GiveVerdict(verdict) => self.give_verdict(verdict, durable),
            Action::Follow { items, follow_up } => self.follow(items, follow_up, durable),
            Action::ThisIsMe(member) => self.this_is_me(*member, durable),
            Action::AddBases(bases) => self.add_bases(bases, durable),
            Action::CiteBases { delegation, bases } => self.cite_bases(*delegation, bases, durable),
            Action::ExportTable { folder, name, rows } => export::table(folder, name, rows),
            Action::BackUp(folder) => self.back_up_in_the_open(folder).map(Outcome::BackedUp),
            Action::MakeFolder(folder) => export::make_folder(folder),
            Action::ExportRedacted { visit, folder } => self.export_redacted(*visit, folder).map(Outcome::Exported),
            Action::Export { visit, folder, built_in } => self.export(*visit, folder, *built_in),
        }
    }

    /// Makes the id of a record that is about to be created.
    #[must_use]
    pub fn fresh_id(&self) -> RecordId {
        RecordId(self.clock.fresh_id())
    }

    /// Says who makes changes on this installation.
    #[must_use]
    pub fn author(&self) -> PersonId {
        self.store.author()
    }

    /// Keeps an unfinished text; an empty one is dropped.
    ///
    /// # Errors
    /// When the store fails.
    pub fn keep_draft(&self, draft: &Draft) -> Result<(), Error> {
        if draft.text.is_empty() {
            self.store.clear_draft(&draft.key)?
        } else {
            self.store.save_draft(draft)?
        }
        Ok(())
    }

    /// Returns the unfinished texts of last time.
    ///
    /// # Errors
    /// When the store fails.
    pub fn drafts(&self) -> Result<Vec<Draft>, Error> {
        Ok(self.store.drafts()?)
    }

    /// Checks both copies in full and mends what is damaged; says what was found and done.
    ///
    /// # Errors
    /// When the store fails, or both copies are damaged in the same place.
    pub fn check(&mut self) -> Result<(Verdict, Vec<Notice>), Error> {
        let verdict = self.store.check_telling(&self.pulse)?;
        let notices = if matches!(verdict, Verdict::Damaged(_)) { self.repair()? } else { Vec::new() };
        Ok((verdict, notices))
    }

    /// Checks a little more of both copies; when that was all of them, mends what is damaged and says what was done.
    fn check_ahead(&mut self) -> Result<Option<Vec<Notice>>, Error> {
        match self.store.check_some(CHECKED_AT_ONCE)? {
            None => Ok(None),
            Some(Verdict::Sound { .. }) => Ok(Some(Vec::new())),
            Some(Verdict::Damaged(_)) => self.repair().map(Some),
        }
    }

    fn repair(&mut self) -> Result<Vec<Notice>, Error> {
        self.known.take();
        self.reading.take();
        Ok(self.store.repair()?)
    }

    fn flush(&self) -> Result<(), Error> {
        Ok(self.store.flush()?)
    }

    /// Writes everything out and closes the store.
    ///
    /// # Errors
    /// When the store fails; everything saved is in the journal all the same.
    pub fn close(self) -> Result<(), Error> {
        Ok(self.store.close()?)
    }
}
