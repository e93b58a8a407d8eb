//! What comes from outside at any time: the terminal and signals, each heard by a thread of its own.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event as TerminalEvent, KeyEventKind};

use super::events::{Desk, Seats};
use super::input::Happening;
use super::terminal::INPUT;
use super::turns::Turns;

/// So many keys in one read did not come from hands.
const INJECTED: usize = 6;

/// So long the terminal has to show what was typed before the storage is asked about it. Where there are few processors, the answer
/// would otherwise be worked out on the one that is to bring the letter to the terminal, and the letter come with the answer.
const SHOWING: Duration = Duration::from_millis(1);

/// Takes in and shows what comes from the terminal, on a thread of its own: after a hang-up crossterm never returns, and must not
/// hold up the end. The thread that waits is called when it has to look up sooner than it would.
pub(super) fn read_input(desk: &Seats, sender: &Sender<Happening>, turns: &Arc<Turns>) -> io::Result<()> {
    let (desk, sender, turns) = (desk.clone(), sender.clone(), turns.clone());
    thread::Builder::new().name(INPUT.into()).spawn(move || {
        // However the thread ends: an interface that hears nothing any more keeps what is unfinished and ends too.
        let over = Over(sender);
        loop {
            let read = turns.read(read_at_once);
            let Some(taken) = desk.at(|desk| take_in(desk, read)) else { return };
            if taken.must_call && over.0.send(Happening::Wake).is_err() || !taken.can_go_on {
                return;
            }
            if taken.has_questions && !turns.read(|| event::poll(SHOWING).unwrap_or_default()) {
                desk.at(Desk::ask);
            }
        }
    })?;
    Ok(())
}

struct Taken {
    can_go_on: bool,
    must_call: bool,
    has_questions: bool,
}

fn take_in(desk: &mut Desk, read: Vec<io::Result<TerminalEvent>>) -> Taken {
    let keys = read.iter().filter(|event| is_press(event)).count();
    let can_go_on = read.last().is_some_and(Result::is_ok);
    read.into_iter().filter_map(|event| happening(event.ok()?, keys)).for_each(|what| desk.take_in(what));
    desk.show();
    Taken { can_go_on, must_call: desk.must_call(), has_questions: desk.has_questions() }
}

fn happening(event: TerminalEvent, keys: usize) -> Option<Happening> {
    match event {
        TerminalEvent::Key(key) if is_injected(keys) => Some(Happening::Injected(key)),
        TerminalEvent::Key(key) => Some(Happening::Key(key)),
        TerminalEvent::Mouse(event) => Some(Happening::Mouse(event)),
        TerminalEvent::Paste(text) => Some(Happening::Paste(text)),
        TerminalEvent::Resize(columns, rows) => Some(Happening::Resize(columns, rows)),
        TerminalEvent::FocusGained | TerminalEvent::FocusLost => None,
    }
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
pub(super) fn watch_signals(sender: &Sender<Happening>, turns: &Arc<Turns>) -> io::Result<()> {
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
pub(super) fn watch_signals(_sender: &Sender<Happening>, _turns: &Arc<Turns>) -> io::Result<()> {
    Ok(())
}
