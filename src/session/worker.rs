//! The thread of the storage: owns the session, so that the interface never waits for the disk.
//!
//! Jobs go in and are carried out in order; events come out. In quiet moments it reads ahead and makes a full check of
//! both copies, a little at a time, so that nobody has to wait for either; what it finds damaged is mended and said.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use super::{
    Action, Chosen, Draft, Error, Notice, Outcome, Passphrase, Progress, Pulse, Query, SearchFile, Session, Settings,
    StoreError, View,
};
use crate::clock::Clock;

/// Number that ties an answer to its job; the caller chooses it.
pub type Ticket = u64;

/// Work for the storage thread.
#[derive(Clone, Debug, PartialEq)]
pub enum Job {
    /// Answer a question.
    Ask(Ticket, Query),
    /// Do something.
    Act(Ticket, Action),
    /// Keep an unfinished text; an empty one is dropped.
    KeepDraft(Draft),
    /// Write down what a person chose, for the next time.
    KeepChoice(&'static str, Chosen),
    /// Keep a search under a name, or drop the one that is kept under it.
    KeepSearch(String, Option<String>),
    /// Open an encrypted store by what was typed.
    Unlock(Passphrase),
    /// Close an encrypted store and forget its key, until it is unlocked; jobs that come meanwhile wait.
    Lock,
}

/// What the storage thread has to say.
#[derive(Debug)]
pub enum Event {
    /// The store is open: what was mended on the way, and the unfinished texts of last time.
    Opened(Vec<Notice>, Vec<Draft>),
    /// The store is encrypted and closed: it waits for its passphrase.
    Locked,
    /// The store could not be unlocked, and waits on: the passphrase was wrong, or another instance has the folder.
    NotUnlocked(Error),
    /// The searches that are kept with an encrypted record.
    Searches(SearchFile),
    /// Something that takes long has come so far.
    Progress(Progress),
    /// The store could not be opened; nothing more will come.
    OpenFailed(Error),
    /// The answer to a question.
    Answered(Ticket, Result<View, Error>),
    /// The change of an action is on the disk: the screen may say "saved".
    Durable(Ticket),
    /// An action is complete and can be read back.
    Done(Ticket, Result<Outcome, Error>),
    /// An unfinished text could not be kept.
    DraftFailed(Error),
    /// A choice could not be written down.
    ChoiceFailed(Error),
    /// All records were read: what was left open until then is known now.
    Known,
    /// The full check found damage, which was mended.
    Mended(Vec<Notice>),
    /// The full check, or the mending, failed.
    CheckFailed(Error),
    /// The automatic backup could not be made; with the last one there is, and its day.
    BackupFailed(Error, Option<(PathBuf, NaiveDate)>),
}

/// After this long without work, what sled holds in memory is written out, once.
const IDLE: Duration = Duration::from_millis(500);

/// So long may an automatic backup take on leaving.
const PARTING: Duration = Duration::from_millis(250);

enum Message {
    Job(Job),
    Close,
}

/// What hands jobs to the storage.
#[derive(Debug)]
pub struct Worker {
    messages: Sender<Message>,
    pulse: Pulse,
    /// Nothing ever comes through it; it breaks when the storage has ended.
    ended: Receiver<Infallible>,
}

/// The storage, to be given a thread.
pub struct Storage {
    place: Place,
    inbox: Receiver<Message>,
    report: Arc<dyn Fn(Event) + Send + Sync>,
    ended: Sender<Infallible>,
}

impl Storage {
    /// Opens the data folder and carries out jobs on this thread until the worker closes it.
    pub fn serve(self) {
        let Self { place, inbox, report, ended } = self;
        place.serve(&inbox, &|event| report(event));
        // Whoever waits for the end finds nothing left to be told.
        drop(report);
        drop(ended);
    }
}

impl Worker {
    /// Prepares both ends: jobs go into the worker; the storage, once it is served, calls `report` for every event.
    #[must_use]
    pub fn prepare(
        folder: PathBuf,
        clock: Arc<dyn Clock>,
        settings: Settings,
        report: impl Fn(Event) + Send + Sync + 'static,
    ) -> (Self, Storage) {
        let (messages, inbox) = mpsc::channel();
        let (ended, end) = mpsc::channel();
        let report: Arc<dyn Fn(Event) + Send + Sync> = Arc::new(report);
        let told = Arc::downgrade(&report);
        let pulse = Pulse::new(move |progress| {
            if let Some(report) = told.upgrade() {
                report(Event::Progress(progress));
            }
        });
        let place = Place { folder, clock, settings, pulse: pulse.clone() };
        (Self { messages, pulse, ended: end }, Storage { place, inbox, report, ended })
    }

    /// Hands a job over; it is carried out after those before it.
    pub fn send(&self, job: Job) {
        // A thread that could not open the store has said so and is gone; nothing can be done for the job.
        let _ = self.messages.send(Message::Job(job));
    }

    /// Stops what takes long and is going on now; jobs that wait are carried out.
    pub fn stop(&self) {
        self.pulse.stop();
    }

    /// Waits until every job is done and the store is closed.
    pub fn close(self) {
        let _ = self.messages.send(Message::Close);
        let _ = self.ended.recv();
    }
}

/// What the thread still has to do when nobody wants anything.
struct Ahead {
    reading: bool,
    checking: bool,
    /// Whether the automatic backup of the day is still to be looked after.
    backing_up: bool,
}

impl Ahead {
    fn has_more(&self) -> bool {
        self.reading || self.checking || self.backing_up
    }
}

/// Where the thread finds its store.
struct Place {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    settings: Settings,
    pulse: Pulse,
}

impl Place {
    /// Opens the store and carries out jobs until it is told to close; an encrypted one as often as it is unlocked.
    fn serve(&self, inbox: &Receiver<Message>, report: &impl Fn(Event)) {
        let mut waiting = VecDeque::new();
        let mut typed = None;
        loop {
            let was_typed = typed.is_some();
            let opened = self.open(typed.take().as_ref());
            match opened {
                Ok((session, notices)) => {
                    if run(session, notices, &mut waiting, inbox, report) == End::Closed {
                        return;
                    }
                    continue;
                }
                Err(Error::Store(StoreError::Locked { .. })) => report(Event::Locked),
                Err(error) if was_typed && is_to_be_tried_again(&error) => report(Event::NotUnlocked(error)),
                Err(error) => return report(Event::OpenFailed(error)),
            }
            typed = await_passphrase(inbox, &mut waiting);
            if typed.is_none() {
                return;
            }
        }
    }

    fn open(&self, typed: Option<&Passphrase>) -> Result<(Session, Vec<Notice>), Error> {
        let (folder, clock, pulse) = (&self.folder, self.clock.clone(), self.pulse.clone());
        let (session, notices) = match typed {
            Some(typed) => Session::unlock(folder, clock, pulse, typed),
            None => Session::open_telling(folder, clock, pulse),
        }?;
        Ok((session.with_settings(self.settings.clone()), notices))
    }
}

fn is_to_be_tried_again(error: &Error) -> bool {
    matches!(error, Error::Store(StoreError::WrongPassphrase { .. } | StoreError::InUse { .. }))
}

/// Waits for what opens the store; nothing when the program ends before.
fn await_passphrase(inbox: &Receiver<Message>, waiting: &mut VecDeque<Job>) -> Option<Passphrase> {
    loop {
        match inbox.recv() {
            Ok(Message::Job(Job::Unlock(typed))) => return Some(typed),
            Ok(Message::Job(Job::Lock)) => {}
            Ok(Message::Job(job)) => waiting.push_back(job),
            Ok(Message::Close) | Err(_) => return None,
        }
    }
}

/// Why the thread stopped carrying out jobs.
#[derive(PartialEq, Eq)]
enum End {
    Closed,
    Locked,
}

fn run(
    mut session: Session,
    notices: Vec<Notice>,
    waiting: &mut VecDeque<Job>,
    inbox: &Receiver<Message>,
    report: &impl Fn(Event),
) -> End {
    match session.settle_searches() {
        Ok(searches) => searches.into_iter().for_each(|searches| report(Event::Searches(searches))),
        Err(error) => report(Event::ChoiceFailed(error)),
    }
    match session.drafts() {
        Ok(drafts) => report(Event::Opened(notices, drafts)),
        Err(error) => {
            report(Event::Opened(notices, Vec::new()));
            report(Event::DraftFailed(error));
        }
    }
    let mut end = End::Closed;
    let (mut unflushed, mut quiet) = (!waiting.is_empty(), false);
    waiting.drain(..).for_each(|job| session.serve(job, report));
    let mut ahead = Ahead { reading: true, checking: true, backing_up: true };
    loop {
        let has_more = ahead.has_more();
        let waits = match quiet && has_more {
            true => Some(Duration::ZERO),
            false => (has_more || unflushed).then_some(IDLE),
        };
        let message = match waits.map_or_else(|| inbox.recv().map_err(Into::into), |time| inbox.recv_timeout(time)) {
            Ok(message) => message,
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                quiet = true;
                if std::mem::take(&mut unflushed)
                    && let Err(error) = session.flush()
                {
                    report(Event::CheckFailed(error));
                }
                go_ahead(&mut session, &mut ahead, report);
                continue;
            }
        };
        quiet = false;
        match message {
            Message::Job(Job::Lock) => {
                if session.is_encrypted() {
                    end = End::Locked;
                    break;
                }
            }
            Message::Job(job) => {
                let acts = matches!(job, Job::Act(..));
                session.serve(job, report);
                unflushed |= acts;
                // What a change touched could perhaps not be read; then everything is read anew.
                ahead.reading |= acts && !session.knows_all();
            }
            Message::Close => break,
        }
    }
    let begun = Instant::now();
    // What does not fit into a moment is made in the next quiet one: nobody waits for it on leaving.
    while begun.elapsed() < PARTING && matches!(session.back_up_ahead(false), Ok(false)) {}
    if let Err(error) = session.close() {
        report(Event::CheckFailed(error));
    }
    end
}

/// Does a few milliseconds of what is still to be done.
///
/// Reading and checking take turns, so that what was read and is kept comes to lie where the check has been.
fn go_ahead(session: &mut Session, ahead: &mut Ahead, report: &impl Fn(Event)) {
    // A failure is told to whoever asks for what could not be read.
    if ahead.reading && !session.read_ahead().unwrap_or(false) {
        ahead.reading = false;
        report(Event::Known);
    }
    if !ahead.checking {
        // Only what was read and found sound is worth keeping, so this comes last.
        if ahead.backing_up && !ahead.reading {
            match session.back_up_ahead(true) {
                Ok(is_done) => ahead.backing_up = !is_done,
                Err(error) => {
                    ahead.backing_up = false;
                    report(Event::BackupFailed(error, session.last_backup()));
                }
            }
        }
        return;
    }
    let checked = session.check_ahead();
    ahead.checking = matches!(checked, Ok(None));
    // Mending may have changed what was read.
    ahead.reading |= !ahead.checking && !session.knows_all();
    match checked {
        Ok(Some(notices)) if !notices.is_empty() => report(Event::Mended(notices)),
        Ok(_) => {}
        Err(error) => report(Event::CheckFailed(error)),
    }
}
