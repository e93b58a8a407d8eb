//! Use cases: everything a person does with the record, on one open store.
//!
//! Screens and command line both come here; neither sees the store. Draws nothing.

mod api;
mod error;
mod worker;

use std::path::Path;
use std::sync::Arc;

pub use api::{
    Action, DelegationRow, DelegationView, Direction, HistoryStep, HistoryView, HomeView, LegalBasesView, Outcome,
    PreviewView, Query, Row, TrashItem, TrashView, UnitRow, UnitsView, View, VisitRow, VisitView,
};
pub use error::Error;
pub use worker::{Event, Job, Ticket, Worker};

use crate::clock::Clock;
pub use crate::store::{Draft, Notice};
use crate::store::{Store, Verifier};

/// An open store and the person at work on it.
pub struct Session {
    store: Store,
    clock: Arc<dyn Clock>,
}

impl Session {
    /// Opens the data folder, making it when it does not exist; says what had to be mended.
    ///
    /// # Errors
    /// When the store cannot be opened; see [`crate::store::Error`].
    pub fn open(folder: &Path, clock: Arc<dyn Clock>) -> Result<(Self, Vec<Notice>), Error> {
        let (store, notices) = Store::open(folder, clock.clone())?;
        Ok((Self { store, clock }, notices))
    }

    /// Carries out one job of the storage thread, reporting as it goes.
    pub fn serve(&mut self, job: Job, report: &impl Fn(Event)) {
        match job {
            Job::Ask(ticket, query) => report(Event::Answered(ticket, self.ask(&query))),
            Job::Act(ticket, action) => {
                let done = self.act(&action, &mut || report(Event::Durable(ticket)));
                report(Event::Done(ticket, done));
            }
            Job::KeepDraft(draft) => {
                if let Err(error) = self.keep_draft(&draft) {
                    report(Event::DraftFailed(error));
                }
            }
        }
    }

    /// Answers a question.
    ///
    /// # Errors
    /// When the store fails or the record asked for does not exist.
    pub fn ask(&self, query: &Query) -> Result<View, Error> {
        let _ = (query, &self.clock);
        todo!()
    }

    /// Does something, calling `durable` as soon as its change is on the disk.
    ///
    /// # Errors
    /// When a rule of the trade forbids it or the store fails; nothing was changed then.
    pub fn act(&mut self, action: &Action, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        let _ = (action, durable);
        todo!()
    }

    /// Keeps an unfinished text; an empty one is dropped.
    ///
    /// # Errors
    /// When the store fails.
    pub fn keep_draft(&self, draft: &Draft) -> Result<(), Error> {
        if draft.text.is_empty() { self.store.clear_draft(&draft.key)? } else { self.store.save_draft(draft)? }
        Ok(())
    }

    /// Returns the unfinished texts of last time.
    ///
    /// # Errors
    /// When the store fails.
    pub fn drafts(&self) -> Result<Vec<Draft>, Error> {
        Ok(self.store.drafts()?)
    }

    fn verifier(&self) -> Verifier {
        self.store.verifier()
    }

    fn repair(&mut self) -> Result<Vec<Notice>, Error> {
        Ok(self.store.repair()?)
    }

    fn flush(&self) {}

    /// Writes everything out and closes the store.
    ///
    /// # Errors
    /// When the store fails; everything saved is in the journal all the same.
    pub fn close(self) -> Result<(), Error> {
        Ok(self.store.close()?)
    }
}
