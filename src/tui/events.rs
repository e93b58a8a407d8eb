//! The loop: everything that can happen comes through one channel; the queue is drained, then one frame is drawn.
//!
//! Nothing wakes it while nothing happens and nothing waits to be kept.

use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event as TerminalEvent, KeyEventKind};

use crate::clock::Clock;
use crate::domain::RecordId;
use crate::i18n::Language;
use crate::session::{self, Editor, Job, KeyFile, Passphrase, SearchFile, Settings, Storage, Worker};
use crate::typing::Switch;

use super::draw::draw;
use super::effect::Effect;
use super::input::{Happening, Input, Moment};
use super::state::State;
use super::terminal::Guard;
use super::theme::Theme;
use super::turns::Turns;
use super::update::{begin, last_words, update};

/// So many keys in one read did not come from hands.
const INJECTED: usize = 6;

/// So long the terminal has to show what was typed before the storage is asked about it. Where there are few processors, the answer
/// would otherwise be worked out on the one that is to bring the letter to the terminal, and the letter come with the answer.
const SHOWING: Duration = Duration::from_millis(1);

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
    let interface = thread::Builder::new().name("interface".into()).spawn(interface)?;
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
    let mut guard = Guard::take(options.mouse)?;
    let (sender, receiver) = mpsc::channel();
    let turns = Arc::new(Turns::default());
    watch_signals(&sender, &turns)?;
    read_input(&sender, &turns)?;
    let reporter = Reporter(sender.clone());
    let report = move |event| reporter.send(event);
    let (worker, storage) = Worker::prepare(folder.clone(), clock.clone(), settings.clone(), report);
    let _ = hand_over.send(storage);

    let here = std::env::current_dir().unwrap_or_default().display().to_string();
    let mut outside =
        Outside { guard: &mut guard, worker: &worker, turns: &turns, sender, folder, asked: Vec::new(), failed: None };
    let told = Told { started: Instant::now(), clock };
    let mut state = State::new(options.language.texts(), options.theme, here, told.moment());
    state.shared.demonstration = options.demonstration;
    state.shared.settings = settings;
    state.take_keys(&options.keys);
    state.take_searches(&options.searches);
    state.shared.mouse = options.mouse;
    state.shared.typing = options.typing;
    state.shared.lock_after = options.lock_after;
    state.passphrase = options.passphrase;
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| watch(&mut state, &mut outside, &receiver, &told)));
    if outcome.is_err() {
        // A fault of the interface must not cost the line being typed.
        let _ = outside.perform(last_words(&mut state));
    }
    let failed = outside.failed.take();
    if !state.shared.opened {
        // Nothing was asked for yet, and whoever leaves need not wait until everything is mended.
        worker.stop();
    }
    // Everything asked for is written before the terminal is given back, so that the prompt means "all is safe".
    worker.close();
    drop(guard);
    match (failed, outcome) {
        (_, Err(fault)) => panic::resume_unwind(fault),
        (Some(error), Ok(_)) => Err(error.into()),
        (None, Ok(outcome)) => outcome.map_err(Error::from),
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

    fn until(&self, deadline: Duration) -> Duration {
        deadline.saturating_sub(self.started.elapsed())
    }
}

struct Outside<'a> {
    guard: &'a mut Guard,
    worker: &'a Worker,
    turns: &'a Turns,
    sender: Sender<Happening>,
    folder: PathBuf,
    /// What the storage is asked once the frame is shown: answering takes a processor from whoever waits to see a letter.
    /// What it is to keep never waits.
    asked: Vec<Job>,
    failed: Option<session::Error>,
}

impl Outside<'_> {
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
                    let _ = self.sender.send(Happening::Edited(edited));
                }
                Effect::Mouse(wanted) => self.guard.point(wanted)?,
                Effect::Stop => self.worker.stop(),
                Effect::Suspend => self.guard.suspend()?,
                Effect::Redraw => {
                    self.guard.forget();
                    // Nobody tells a program that was not in the foreground that the window has another size.
                    let (columns, rows) = self.guard.size()?;
                    let _ = self.sender.send(Happening::Resize(columns, rows));
                }
                Effect::Quit => {}
                Effect::Fail(error) => self.failed = Some(error),
            }
        }
        Ok(())
    }
}

fn watch(state: &mut State, outside: &mut Outside<'_>, receiver: &Receiver<Happening>, told: &Told) -> io::Result<()> {
    let (columns, rows) = outside.guard.size()?;
    update(state, Input { moment: told.moment(), what: Happening::Resize(columns, rows) });
    outside.perform(begin(state))?;
    let mut gone: Option<io::Error> = None;
    let mut hung_up = false;
    let mut by_hand = false;
    while !state.leaving() {
        if gone.is_none() && !hung_up {
            let drawn = outside.guard.draw(state.shared.theme, |canvas| draw(state, canvas));
            // A hang-up takes the terminal away while the last lines are being saved; that is an ordinary end.
            hung_up = drawn.is_err() && state.is_closing();
            gone = drawn.err().filter(|_| !hung_up);
        }
        let is_watched = std::mem::take(&mut by_hand) && gone.is_none() && !outside.asked.is_empty();
        let early = if is_watched { receiver.recv_timeout(SHOWING).ok() } else { None };
        if early.is_none() {
            outside.ask();
        }
        let mut next = Some(match early {
            Some(what) => what,
            // Without a terminal there is nobody to wait for; what is unfinished is still handed over.
            None if gone.is_some() && !state.is_closing() => Happening::Terminate,
            None => wait(state, receiver, told),
        });
        while let Some(what) = next {
            by_hand |= matches!(what, Happening::Key(_));
            let effects = update(state, Input { moment: told.moment(), what });
            if let Err(error) = outside.perform(effects) {
                gone = Some(error);
            }
            next = if state.leaving() { None } else { receiver.try_recv().ok() };
        }
    }
    gone.map_or(Ok(()), Err)
}

/// Waits for the next thing to happen, or for the moment that the state waits for.
fn wait(state: &State, receiver: &Receiver<Happening>, told: &Told) -> Happening {
    match state.deadline() {
        None => receiver.recv().unwrap_or(Happening::Terminate),
        Some(deadline) => match receiver.recv_timeout(told.until(deadline)) {
            Ok(what) => what,
            Err(RecvTimeoutError::Timeout) => Happening::Wake,
            Err(RecvTimeoutError::Disconnected) => Happening::Terminate,
        },
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

/// Reads the terminal on a thread of its own: after a hang-up crossterm never returns, and must not hold up the end.
fn read_input(sender: &Sender<Happening>, turns: &Arc<Turns>) -> io::Result<()> {
    let (sender, turns) = (sender.clone(), turns.clone());
    thread::Builder::new().name("input".into()).spawn(move || {
        // However the thread ends: an interface that hears nothing any more keeps what is unfinished and ends too.
        let _over = Over(sender.clone());
        loop {
            let read = turns.read(read_at_once);
            let keys = read.iter().filter(|event| is_press(event)).count();
            for event in read {
                let what = match event {
                    Ok(TerminalEvent::Key(key)) if is_injected(keys) => Happening::Injected(key),
                    Ok(TerminalEvent::Key(key)) => Happening::Key(key),
                    Ok(TerminalEvent::Mouse(event)) => Happening::Mouse(event),
                    Ok(TerminalEvent::Paste(text)) => Happening::Paste(text),
                    Ok(TerminalEvent::Resize(columns, rows)) => Happening::Resize(columns, rows),
                    Ok(_) => continue,
                    Err(_) => return,
                };
                if sender.send(what).is_err() {
                    return;
                }
            }
        }
    })?;
    Ok(())
}

/// Asks the program to end when it is dropped.
struct Over(Sender<Happening>);

impl Drop for Over {
    fn drop(&mut self) {
        let _ = self.0.send(Happening::Terminate);
    }
}

fn is_press(event: &io::Result<TerminalEvent>) -> bool {
    matches!(event, Ok(TerminalEvent::Key(key)) if key.kind != KeyEventKind::Release)
}

/// Whether so many keys in one read cannot come from hands.
pub(super) fn is_injected(keys: usize) -> bool {
    keys >= INJECTED
}

/// Waits for an event and takes along all that came with it.
fn read_at_once() -> Vec<io::Result<TerminalEvent>> {
    let mut read = vec![event::read()];
    while read.last().is_some_and(Result::is_ok) && event::poll(Duration::ZERO).unwrap_or_default() {
        read.push(event::read());
    }
    read
}

#[cfg(unix)]
fn watch_signals(sender: &Sender<Happening>, turns: &Arc<Turns>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};

    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP])?;
    let (sender, turns) = (sender.clone(), turns.clone());
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            // The keys that send these two reach everybody at the terminal: an editor that stops there stops the program with
            // it, and one that is interrupted does not end it.
            if turns.is_lent() && matches!(signal, SIGINT | SIGTSTP) {
                if signal == SIGTSTP {
                    let _ = signal_hook::low_level::emulate_default_handler(SIGTSTP);
                }
                continue;
            }
            let what = if signal == SIGTSTP { Happening::Suspend } else { Happening::Terminate };
            if sender.send(what).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

#[cfg(not(unix))]
fn watch_signals(_sender: &Sender<Happening>, _turns: &Arc<Turns>) -> io::Result<()> {
    Ok(())
}
