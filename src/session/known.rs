//! What is known of all records at once, kept in memory: what is followed, and every text for searching.
//!
//! Both are read in one pass over the store, a little at a time while nothing else is to be done and the rest when either is
//! needed. They are kept up to date after every change by reading again what the change touched, so that they always equal
//! what would be read anew.

use super::finder::{self, Finder};
use super::ledger::{self, Ledger};
use super::{Error, Long, Session};
use crate::domain::{Kind, Logged, RecordId};

/// So many records are read at once: some milliseconds, which nobody notices who asks for something meanwhile.
const AT_ONCE: usize = 250;

/// What is known of all records.
#[derive(Debug, Default)]
#[cfg_attr(test, derive(PartialEq))]
pub(super) struct Known {
    pub(super) ledger: Ledger,
    pub(super) finder: Finder,
}

/// How far the reading of all records has come.
#[derive(Debug, Default)]
pub(super) struct Reading {
    known: Known,
    /// Kinds read whole.
    kinds: usize,
    /// The last record read of the kind after those.
    last: Option<RecordId>,
    /// What was written meanwhile, to be read again at the end.
    written: Vec<(Kind, RecordId)>,
    /// How many records were read.
    count: u64,
}

impl Reading {
    /// What is written before anything was read need not be read again.
    fn has_begun(&self) -> bool {
        self.kinds > 0 || self.last.is_some()
    }
}

/// The kinds that are read, in the order in which they are.
fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| ledger::KINDS.contains(kind) || finder::keeps(kind))
}

impl Session {
    /// Returns what is followed, reading it when it is first needed.
    pub(super) fn ledger(&self) -> Result<&Ledger, Error> {
        Ok(&self.known()?.ledger)
    }

    /// Returns what is known of all records, reading what is still missing.
    pub(super) fn known(&self) -> Result<&Known, Error> {
        if let Some(known) = self.known.get() {
            return Ok(known);
        }
        let known = self.read_known()?;
        Ok(self.known.get_or_init(|| known))
    }

    /// Whether all records were read.
    pub(super) fn knows_all(&self) -> bool {
        self.known.get().is_some()
    }

    /// Reads a little more of all records; says whether there is more to read.
    pub(crate) fn read_ahead(&mut self) -> Result<bool, Error> {
        if self.knows_all() {
            return Ok(false);
        }
        let mut reading = self.reading.take();
        let more = self.read_some(&mut reading, AT_ONCE)?;
        if more {
            self.reading.replace(reading);
        } else {
            self.known = self.settle(reading)?.into();
        }
        Ok(more)
    }

    pub(super) fn read_known(&self) -> Result<Known, Error> {
        let mut reading = self.reading.take();
        let all = self.store.size();
        while self.read_some(&mut reading, AT_ONCE)? {
            if let Err(stopped) = self.pulse.step(Long::Reading, reading.count, all) {
                // What was read is read; the next one who needs it goes on there.
                self.reading.replace(reading);
                return Err(stopped.into());
            }
        }
        self.pulse.over();
        self.settle(reading)
    }

    fn read_some(&self, reading: &mut Reading, limit: usize) -> Result<bool, Error> {
        let Some(kind) = kinds().nth(reading.kinds) else { return Ok(false) };
        if !reading.has_begun() {
            reading.known.finder.expect(self.store.size());
        }
        let (Reading { known, last, .. }, is_followed) = (&mut *reading, ledger::KINDS.contains(&kind));
        let mut left = limit;
        let quarantined = self.store.each_after(&kind, *last, |state| {
            if is_followed {
                known.ledger.take(&state);
            }
            known.finder.add(&state);
            *last = Some(state.id);
            left -= 1;
            left > 0
        })?;
        if is_followed {
            known.ledger.quarantine(quarantined);
        }
        reading.count += (limit - left) as u64;
        if left > 0 {
            (reading.kinds, reading.last) = (reading.kinds + 1, None);
        }
        Ok(true)
    }

    fn settle(&self, reading: Reading) -> Result<Known, Error> {
        let Reading { mut known, written, .. } = reading;
        known.ledger.refresh_all();
        known.finder.settle();
        for (kind, id) in written {
            self.read_again(&mut known, &kind, id)?;
        }
        Ok(known)
    }

    fn read_again(&self, known: &mut Known, kind: &Kind, id: RecordId) -> Result<(), Error> {
        let Some(state) = self.store.get(kind, id)? else { return Ok(()) };
        known.finder.put(&state);
        if ledger::KINDS.contains(kind) {
            let before = known.ledger.item_of_step(id);
            known.ledger.take(&state);
            known.ledger.refresh(kind, id, before);
        }
        Ok(())
    }

    /// Reads again what a change touched, as far as it was read before.
    pub(super) fn note(&mut self, logged: &Logged) {
        let mut touched: Vec<(Kind, RecordId)> =
            logged.change.writes.iter().map(|write| (write.at.kind.clone(), write.at.id)).collect();
        touched.sort_unstable();
        touched.dedup();
        let Some(mut known) = self.known.take() else {
            let reading = self.reading.get_mut();
            if reading.has_begun() {
                reading.written.append(&mut touched);
            }
            return;
        };
        for (kind, id) in touched {
            // What cannot be read now is read, and told, when it is needed next.
            if self.read_again(&mut known, &kind, id).is_err() {
                return;
            }
        }
        self.known = known.into();
    }
}
