//! The loop: whoever hears something takes it in and shows what comes of it.
//!
//! Two threads sit at one desk, one at a time. The one that reads the terminal (`hearing`) takes in what it reads: handing a key to
//! another thread costs more than drawing it. This one waits for everything else: the storage, signals, and the moment that the state
//! waits for. Nothing wakes it while nothing happens and nothing waits to be kept.

use std::any::Any;
use std::collections::VecDeque;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::clock::Clock;
use crate::domain::RecordId;
use crate::i18n::Language;
use crate::session::{self, Editor, Job, KeyFile, Passphrase, SearchFile, Settings, Storage, Worker};
use crate::typing::Switch;

use super::draw::draw;
use super::effect::Effect;
use super::hearing::{read_input, watch_signals};
use super::input::{Happening, Input, Moment};
use super::state::State;
use super::terminal::{Guard, INTERFACE};
use super::theme::Theme;
use super::turns::Turns;
use super::update::{begin, last_words, update};

/// Why the interface ended other than by being asked to.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The terminal could not be used.
    #[error("terminal: {0}")]
    Terminal(#[from] io::Error),
    /// The store could not be opened.
    #[error(transparent)]
    Store(#[from] session::Error),
}

/// How the interface shows itself.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Its language.
    pub language: Language,
    /// Whether the data are invented, and every screen must say so.
    pub demonstration: bool,
    /// The keys that the person wrote.
    pub keys: KeyFile,
    /// The searches that the person keeps.
    pub searches: SearchFile,
    /// How things look.
    pub theme: Theme,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// How Vietnamese is typed.
    pub typing: Switch,
    /// After how many minutes without a key the screens are hidden; 0 is never.
    pub lock_after: Option<u32>,
    /// What opens an encrypted store at the start; later it is asked for.
    pub passphrase: Option<Passphrase>,
}

/// Runs the interface on the data folder until its user leaves.
///
/// # Errors
/// When the terminal or the store cannot be used; the terminal is given back first.
pub fn run(folder: PathBuf, options: Options, settings: Settings, clock: Arc<dyn Clock>) -> Result<(), Error> {
    let (hand_over, handed) = mpsc::channel();
    let interface = move || converse(folder, options, settings, clock, &hand_over);
    let interface = thread::Builder::new().name(INTERFACE.into()).spawn(interface)?;
    // The storage has the main thread, whose heap grows in one piece: the heap of any other grows by a few pages at a time, some
    // 4,000 calls in one start with a large folder.
    if let Ok(storage) = handed.recv() {
        // A fault of it is told to the interface, which ends by itself.
        let _ = panic::catch_unwind(AssertUnwindSafe(|| storage.serve()));
    }
    interface.join().unwrap_or_else(|fault| panic::resume_unwind(fault))
}

/// Shows the interface until its user leaves; the storage is handed over as soon as there is a terminal.
fn converse(
    folder: PathBuf,
    options: Options,
    settings: Settings,
    clock: Arc<dyn Clock>,
    hand_over: &Sender<Storage>,
) -> Result<(), Error> {
    let guard = Guard::take(options.mouse)?;
    let (sender, receiver) = mpsc::channel();
    let turns = Arc::new(Turns::default());
    watch_signals(&sender, &turns)?;
    let reporter = Reporter(sender.clone());
    let report = move |event| reporter.send(event);
    let (worker, storage) = Worker::prepare(folder.clone(), clock.clone(), settings.clone(), report);
    let _ = hand_over.send(storage);

    let told = Told { started: Instant::now(), clock };
    let here = std::env::current_dir().unwrap_or_default().display().to_string();
    let mut state = State::new(options.language.texts(), options.theme, here, told.moment());
    state.shared.demonstration = options.demonstration;
    state.shared.settings = settings;
    state.take_keys(&options.keys);
    state.take_searches(&options.searches);
    state.shared.mouse = options.mouse;
    state.shared.typing = options.typing;
    state.shared.lock_after = options.lock_after;
    state.passphrase = options.passphrase;
    let (asked, came) = (Vec::new(), VecDeque::new());
    let outside = Outside { guard, worker, turns: turns.clone(), folder, asked, came, failed: None };
    let desk = Desk { state, outside, told, gone: None, hung_up: false, fault: None, until: None };
    let desk = Seats(Arc::new(Mutex::new(Some(desk))));
    desk.at(Desk::sit_down);
    if let Err(error) = read_input(&desk, &sender, &turns) {
        desk.at(|desk| desk.gone = Some(error));
    }
    watch(&desk, &receiver);
    desk.clear().map_or(Ok(()), Desk::leave)
}

/// Takes in what does not come from the terminal, until the interface is over.
fn watch(desk: &Seats, receiver: &Receiver<Happening>) {
    while let Some(what) = desk.at(Desk::look_up).map(|wait| wait.for_next(receiver)) {
        desk.at(|desk| {
            desk.take_in(what);
            while let Ok(what) = receiver.try_recv() {
                desk.take_in(what);
            }
        });
    }
}

/// How long there is to wait for something to happen.
enum Wait {
    /// Without a terminal there is nobody to wait for.
    NotAtAll,
    Long,
    Until(Duration),
}

impl Wait {
    fn for_next(self, receiver: &Receiver<Happening>) -> Happening {
        match self {
            Self::NotAtAll => Happening::Terminate,
            Self::Long => receiver.recv().unwrap_or(Happening::Terminate),
            Self::Until(left) => receiver.recv_timeout(left).unwrap_or_else(|error| match error {
                RecvTimeoutError::Timeout => Happening::Wake,
                RecvTimeoutError::Disconnected => Happening::Terminate,
            }),
        }
    }
}

struct Told {
    started: Instant,
    clock: Arc<dyn Clock>,
}

impl Told {
    fn moment(&self) -> Moment {
        Moment { now: self.clock.now(), elapsed: self.started.elapsed(), fresh: RecordId(self.clock.fresh_id()) }
    }
}

/// The seats at the desk, for one thread at a time; no desk is left once the interface is over.
#[derive(Clone)]
pub(super) struct Seats(Arc<Mutex<Option<Desk>>>);

impl Seats {
    /// Works at the desk; nothing when the interface is over. A fault ends it.
    pub(super) fn at<T>(&self, work: impl FnOnce(&mut Desk) -> T) -> Option<T> {
        let mut place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let desk = place.as_mut().filter(|desk| !desk.is_over())?;
        let done = panic::catch_unwind(AssertUnwindSafe(|| work(desk)));
        done.map_err(|fault| desk.fault = Some(fault)).ok()
    }

    fn clear(&self) -> Option<Desk> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// The state, and everything outside it that it is shown to and works on.
pub(super) struct Desk {
    state: State,
    outside: Outside,
    told: Told,
    /// Why there is no terminal any more.
    gone: Option<io::Error>,
    hung_up: bool,
    fault: Option<Box<dyn Any + Send>>,
    /// When the thread that waits looks up by itself, counted from the start.
    until: Option<Duration>,
}

impl Desk {
    fn is_over(&self) -> bool {
        self.state.leaving() || self.fault.is_some()
    }

    fn sit_down(&mut self) {
        match self.outside.guard.size() {
            Ok((columns, rows)) => self.take_in(Happening::Resize(columns, rows)),
            Err(error) => self.gone = Some(error),
        }
        let effects = begin(&mut self.state);
        self.perform(effects);
    }

    /// Takes in what happened.
    pub(super) fn take_in(&mut self, what: Happening) {
        let mut next = Some(what);
        while let Some(what) = next.take_if(|_| !self.state.leaving()) {
            let effects = update(&mut self.state, Input { moment: self.told.moment(), what });
            self.perform(effects);
            next = self.outside.came.pop_front();
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        if let Err(error) = self.outside.perform(effects) {
            self.gone = Some(error);
        }
    }

    /// Shows what came of all that was taken in.
    pub(super) fn show(&mut self) {
        if self.gone.is_some() || self.hung_up || self.state.leaving() {
            return;
        }
        let state = &self.state;
        let drawn = self.outside.guard.draw(state.shared.theme, |canvas| draw(state, canvas));
        // A hang-up takes the terminal away while the last lines are being saved; that is an ordinary end.
        self.hung_up = drawn.is_err() && self.state.is_closing();
        self.gone = drawn.err().filter(|_| !self.hung_up);
    }

    /// Whether the storage waits to be asked something.
    pub(super) fn has_questions(&self) -> bool {
        !self.outside.asked.is_empty()
    }

    /// Asks the storage what waited until the frame was shown.
    pub(super) fn ask(&mut self) {
        self.outside.ask();
    }

    /// Whether the thread that waits has to look up sooner than it would.
    pub(super) fn must_call(&self) -> bool {
        let is_sooner = |deadline| self.until.is_none_or(|until| deadline < until);
        self.is_over() || self.gone.is_some() || self.state.deadline().is_some_and(is_sooner)
    }

    /// Shows everything, asks everything, and says how long there is to wait.
    fn look_up(&mut self) -> Wait {
        self.show();
        self.ask();
        self.until = self.state.deadline();
        match self.until {
            _ if self.gone.is_some() && !self.state.is_closing() => Wait::NotAtAll,
            None => Wait::Long,
            Some(until) => Wait::Until(until.saturating_sub(self.told.started.elapsed())),
        }
    }

    /// Gives everything back.
    fn leave(mut self) -> Result<(), Error> {
        if self.fault.is_some() {
            // A fault of the interface must not cost the line being typed.
            let words = last_words(&mut self.state);
            self.perform(words);
        }
        let Self { state, outside, gone, fault, .. } = self;
        let Outside { guard, worker, failed, .. } = outside;
        if !state.shared.opened {
            // Nothing was asked for yet, and whoever leaves need not wait until everything is mended.
            worker.stop();
        }
        // Everything asked for is written before the terminal is given back, so that the prompt means "all is safe".
        worker.close();
        drop(guard);
        match (failed, fault) {
            (_, Some(fault)) => panic::resume_unwind(fault),
            (Some(error), None) => Err(error.into()),
            (None, None) => gone.map_or(Ok(()), |error| Err(error.into())),
        }
    }
}

struct Outside {
    guard: Guard,
    worker: Worker,
    turns: Arc<Turns>,
    folder: PathBuf,
    /// What the storage is asked once the frame is shown: answering takes a processor from whoever waits to see a letter.
    /// What it is to keep never waits.
    asked: Vec<Job>,
    /// What came of what was done, to be taken in next.
    came: VecDeque<Happening>,
    failed: Option<session::Error>,
}

impl Outside {
    fn ask(&mut self) {
        self.asked.drain(..).for_each(|job| self.worker.send(job));
    }

    fn perform(&mut self, effects: Vec<Effect>) -> io::Result<()> {
        for effect in effects {
            match effect {
                Effect::Do(job @ Job::Ask(..)) => self.asked.push(job),
                Effect::Do(job) => self.worker.send(job),
                Effect::Edit { place, text } => {
                    let edit = || session::edit_outside(&self.folder, &place, &text, &Editor::of_person());
                    let edited = self.turns.lend(|| self.guard.lend(edit))?;
                    self.came.push_back(Happening::Edited(edited));
                }
                Effect::Mouse(wanted) => self.guard.point(wanted)?,
                Effect::Stop => self.worker.stop(),
                Effect::Suspend => self.guard.suspend()?,
                Effect::Redraw => {
                    self.guard.forget();
                    // Nobody tells a program that was not in the foreground that the window has another size.
                    let (columns, rows) = self.guard.size()?;
                    self.came.push_back(Happening::Resize(columns, rows));
                }
                Effect::Quit => {}
                Effect::Fail(error) => self.failed = Some(error),
            }
        }
        Ok(())
    }
}

/// Hands on what the storage thread says, and says when that thread is gone.
struct Reporter(Sender<Happening>);

impl Reporter {
    fn send(&self, event: session::Event) {
        let _ = self.0.send(Happening::Store(event));
    }
}

impl Drop for Reporter {
    fn drop(&mut self) {
        let _ = self.0.send(Happening::StoreGone);
    }
}
