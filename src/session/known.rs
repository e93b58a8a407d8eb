//! What is known of all records at once, kept in memory: what is followed, and every text for searching.
//!
//! Both are read in one pass over the store when either is first needed, and kept up to date after every change by reading
//! again what the change touched, so that they always equal what would be read anew.

use super::finder::{self, Finder};
use super::ledger::{self, Ledger};
use super::{Error, Session};
use crate::domain::{Kind, Logged, RecordId};

/// What is known of all records.
#[derive(Debug, Default)]
#[cfg_attr(test, derive(PartialEq))]
pub(super) struct Known {
    pub(super) ledger: Ledger,
    pub(super) finder: Finder,
}

impl Session {
    /// Returns what is followed, reading it when it is first needed.
    pub(super) fn ledger(&self) -> Result<&Ledger, Error> {
        Ok(&self.known()?.ledger)
    }

    /// Returns what is known of all records, reading it when it is first needed.
    pub(super) fn known(&self) -> Result<&Known, Error> {
        if let Some(known) = self.known.get() {
            return Ok(known);
        }
        let known = self.read_known()?;
        Ok(self.known.get_or_init(|| known))
    }

    pub(super) fn read_known(&self) -> Result<Known, Error> {
        let mut known = Known::default();
        for kind in Kind::ALL.iter().filter(|kind| ledger::KINDS.contains(kind) || finder::keeps(kind)) {
            let is_followed = ledger::KINDS.contains(kind);
            let quarantined = self.store.each(kind, |state| {
                if is_followed {
                    known.ledger.take(&state);
                }
                known.finder.add(&state);
            })?;
            if is_followed {
                known.ledger.quarantine(quarantined);
            }
        }
        known.ledger.refresh_all();
        known.finder.settle();
        Ok(known)
    }

    /// Reads again what a change touched, if everything was read before.
    pub(super) fn note(&mut self, logged: &Logged) {
        let Some(mut known) = self.known.take() else { return };
        let mut touched: Vec<(&Kind, RecordId)> =
            logged.change.writes.iter().map(|write| (&write.at.kind, write.at.id)).collect();
        touched.sort_unstable();
        touched.dedup();
        for (kind, id) in touched {
            // What cannot be read now is read, and told, when it is needed next.
            let Ok(Some(state)) = self.store.get(kind, id) else { return };
            known.finder.put(&state);
            if ledger::KINDS.contains(kind) {
                let before = known.ledger.item_of_step(id);
                known.ledger.take(&state);
                known.ledger.refresh(kind, id, before);
            }
        }
        self.known = known.into();
    }
}
