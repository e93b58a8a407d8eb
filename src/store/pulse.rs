//! What takes long says how far it is, and stops between two steps when somebody asks for that.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::Error;

/// What is over sooner than this needs no word.
const SOON: Duration = Duration::from_millis(200);
/// How often is told how far it is.
const OFTEN: Duration = Duration::from_millis(100);

/// Something that may take long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Long {
    /// The database is copied before anything is done to it.
    Copying,
    /// Both copies are read and put together again after a crash or damage.
    Mending,
    /// Both copies are read and compared.
    Checking,
    /// Everything is written anew, encrypted or in the clear.
    Encrypting,
    /// All records are read for what is followed and sought.
    Reading,
    /// The rows of a file are compared with what is stored.
    Importing,
    /// Everything is written into a backup and read back.
    BackingUp,
    /// A backup is read, and what is new in it taken.
    Restoring,
    /// What is to be saved as one change is held against the rules and against what is stored.
    Saving,
    /// A large store is made to measure with.
    Making,
}

/// How far something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What.
    pub long: Long,
    /// Steps done.
    pub done: u64,
    /// Steps in all; none when that is not known.
    pub of: u64,
    /// Whether it is over.
    pub is_over: bool,
}

impl Progress {
    /// Returns the share that is done, in whole percent; nothing when it is not known how much there is.
    #[must_use]
    pub fn percent(&self) -> Option<u64> {
        self.done.saturating_mul(100).checked_div(self.of).map(|percent| percent.min(99))
    }
}

#[derive(Debug, Default)]
struct Now {
    /// What goes on, and since when.
    long: Option<(Long, Instant)>,
    /// When it was last told.
    told: Option<Instant>,
}

type Tell = dyn Fn(Progress) + Send + Sync;

/// The pulse of what takes long: steps are told to one side, a wish to stop comes from the other.
#[derive(Clone, Default)]
pub struct Pulse {
    tell: Option<Arc<Tell>>,
    stop: Arc<AtomicBool>,
    now: Arc<Mutex<Now>>,
}

impl fmt::Debug for Pulse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pulse").field("stop", &self.stop).finish_non_exhaustive()
    }
}

impl Pulse {
    /// Makes a pulse that calls `tell` now and then while something takes long.
    pub fn new(tell: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        Self { tell: Some(Arc::new(tell)), ..Self::default() }
    }

    /// Asks that what goes on be stopped.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    /// Forgets a wish to stop: it was about what went on before.
    pub fn begin(&self) {
        self.stop.store(false, Ordering::SeqCst);
        self.over();
    }

    /// Notes a step.
    ///
    /// # Errors
    /// [`Error::Stopped`] when somebody asked for that.
    pub fn step(&self, long: Long, done: u64, of: u64) -> Result<(), Error> {
        if self.stop.swap(false, Ordering::SeqCst) {
            self.over();
            return Err(Error::Stopped);
        }
        let Some(tell) = &self.tell else { return Ok(()) };
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let moment = Instant::now();
        match now.long {
            Some((known, since)) if known == long => {
                let due = now.told.map_or(since + SOON, |told| told + OFTEN);
                if moment >= due {
                    now.told = Some(moment);
                    drop(now);
                    tell(Progress { long, done, of, is_over: false });
                }
            }
            _ => now.long = Some((long, moment)),
        }
        Ok(())
    }

    /// Says that what went on is over, if anything was said of it.
    pub fn over(&self) {
        let was = std::mem::take(&mut *self.now.lock().unwrap_or_else(PoisonError::into_inner));
        if let (Some(tell), Some((long, _)), Some(_)) = (&self.tell, was.long, was.told) {
            tell(Progress { long, done: 0, of: 0, is_over: true });
        }
    }
}
