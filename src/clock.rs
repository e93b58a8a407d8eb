//! Where time and fresh identifiers come from.
//!
//! Nothing else in the crate may ask the machine for either, so that a test, or the demonstration data, can decide both.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use chrono::{DateTime, FixedOffset, Local, TimeDelta};
use uuid::{NoContext, Timestamp, Uuid};

/// Tells the time and makes identifiers.
pub trait Clock: Send + Sync {
    /// Returns the wall clock as this laptop claims it, with its UTC offset.
    fn now(&self) -> DateTime<FixedOffset>;
    /// Makes a new UUIDv7: unique without a network, sorting by the time it was made.
    fn fresh_id(&self) -> Uuid;
}

/// The machine's own clock and random numbers.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }

    fn fresh_id(&self) -> Uuid {
        Uuid::now_v7()
    }
}

/// A clock that moves only when told to, with identifiers that count up from one.
///
/// The demonstration data and the tests use it, so that what they make is the same on every run.
#[derive(Debug)]
pub struct ScriptedClock {
    start: DateTime<FixedOffset>,
    elapsed_seconds: AtomicI64,
    next_id: AtomicU64,
}

impl ScriptedClock {
    /// Makes a clock that stands still at `start`.
    #[must_use]
    pub fn new(start: DateTime<FixedOffset>) -> Self {
        Self { start, elapsed_seconds: AtomicI64::new(0), next_id: AtomicU64::new(1) }
    }

    /// Moves the clock to `moment`, forwards or backwards.
    pub fn set(&self, moment: DateTime<FixedOffset>) {
        self.elapsed_seconds.store((moment - self.start).num_seconds(), Ordering::Relaxed);
    }
}

impl Clock for ScriptedClock {
    fn now(&self) -> DateTime<FixedOffset> {
        self.start + TimeDelta::seconds(self.elapsed_seconds.load(Ordering::Relaxed))
    }

    fn fresh_id(&self) -> Uuid {
        let count = self.next_id.fetch_add(1, Ordering::Relaxed);
        let seconds = u64::try_from(self.now().timestamp()).unwrap_or_default();
        let stamped = Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, 0));
        let mut bytes = *stamped.as_bytes();
        for (slot, byte) in bytes.iter_mut().rev().zip(count.to_le_bytes()) {
            *slot = byte;
        }
        // Version and variant bits stay; the bits between them would otherwise be random.
        for (at, fixed) in [(6, 0x70), (7, 0x00), (8, 0x80)] {
            if let Some(slot) = bytes.get_mut(at) {
                *slot = fixed;
            }
        }
        Uuid::from_bytes(bytes)
    }
}
