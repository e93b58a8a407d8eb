//! Who reads the terminal: the input thread, or another program that has it for a while.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Longest that the terminal is waited for; an input thread that has ended never gives it up.
const PATIENCE: Duration = Duration::from_secs(2);

#[derive(Debug, Default)]
struct Now {
    lent: bool,
    reading: bool,
}

/// Turns at reading the terminal.
#[derive(Debug, Default)]
pub(super) struct Turns {
    now: Mutex<Now>,
    changed: Condvar,
}

impl Turns {
    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether somebody else has the terminal.
    pub(super) fn is_lent(&self) -> bool {
        self.now().lent
    }

    /// Reads once nobody else has the terminal.
    pub(super) fn read<T>(&self, read: impl FnOnce() -> T) -> T {
        let now = self.changed.wait_while(self.now(), |now| now.lent);
        now.unwrap_or_else(PoisonError::into_inner).reading = true;
        let read = read();
        self.now().reading = false;
        self.changed.notify_all();
        read
    }

    /// Leaves the terminal to somebody else while `to` runs.
    pub(super) fn lend<T>(&self, to: impl FnOnce() -> T) -> T {
        let is_read = {
            let mut now = self.now();
            now.lent = true;
            now.reading
        };
        // Never when it is the input thread itself that lends: of a key that comes together with a new size crossterm forgets that it came.
        if is_read {
            stir();
        }
        drop(self.changed.wait_timeout_while(self.now(), PATIENCE, |now| now.reading && cfg!(unix)));
        let done = to();
        self.now().lent = false;
        self.changed.notify_all();
        done
    }
}

/// Brings the input thread back from reading: a read ends when the window has another size, and that can be pretended.
fn stir() {
    #[cfg(unix)]
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGWINCH);
}
