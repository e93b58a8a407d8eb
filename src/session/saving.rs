//! From edits to one durable change.

use std::io;

use super::diary::only_added;
use super::{Error, Long, Outcome, Session};
use crate::domain::{ChangeHash, Edit, Logged, RecordState, ScopeId, Write};
use crate::store::{self, NewChange};

impl Session {
    /// Saves edits of one scope as one change, after the rules allowed them.
    pub(super) fn save(&mut self, scope: ScopeId, edits: &[Edit], durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        let Some(first) = edits.first() else { return Ok(Outcome::Unchanged) };
        let placed = edits.iter().map(|edit| self.placed(edit)).collect::<Result<Vec<Edit>, Error>>()?;
        let mut writes = self.writes(scope, &placed, true)?;
        writes.extend(self.writes(scope, &self.posts_of_the_new_day(edits)?, true)?);
        Ok(match self.write(scope, None, writes, durable)? {
            Some(_) => Outcome::Saved(first.id),
            None => Outcome::Unchanged,
        })
    }

    /// Saves an edit of a record that exists, in the record's own scope.
    pub(super) fn save_one(&mut self, edit: Edit, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        let scope = self.state(&edit.kind, edit.id)?.scope;
        self.save(scope, &[edit], durable)
    }

    /// Compares edits with what is stored, none of it sealed; `checked` applies the rules of the trade (undo restores what once
    /// was legal).
    pub(super) fn writes(&self, scope: ScopeId, edits: &[Edit], checked: bool) -> Result<Vec<Write>, Error> {
        self.must_be_unsealed(edits)?;
        self.compared(scope, edits, checked)
    }

    /// Compares edits with what is stored, sealed or not: for sealing itself and for opening again.
    pub(super) fn compared(&self, scope: ScopeId, edits: &[Edit], checked: bool) -> Result<Vec<Write>, Error> {
        let mut writes = Vec::new();
        for (at, edit) in edits.iter().enumerate() {
            self.pulse.step(Long::Saving, at as u64, edits.len() as u64)?;
            let state = self
                .store
                .get(&edit.kind, edit.id)?
                .unwrap_or_else(|| RecordState::new(edit.kind.clone(), edit.id, scope));
            if checked {
                if let Some(field) = edit.stale_field(&state) {
                    return Err(Error::Stale { kind: edit.kind.clone(), id: edit.id, field: field.to_owned() });
                }
                only_added(&state, edit)?;
                if !edit.is_about_life() {
                    living(&state)?;
                    self.check_rules(&state, edit)?;
                }
            }
            writes.extend(state.writes_for(&edit.fields));
        }
        Ok(writes)
    }

    /// Logs writes as one change and folds it in; nothing to write makes no change.
    pub(super) fn write(
        &mut self,
        scope: ScopeId,
        undoes: Option<ChangeHash>,
        writes: Vec<Write>,
        durable: &mut dyn FnMut(),
    ) -> Result<Option<Logged>, Error> {
        if writes.is_empty() {
            return Ok(None);
        }
        self.load_stacks(scope)?;
        let logged = match self.store.log(NewChange { scope, undoes, writes }) {
            Ok(logged) => logged,
            Err(error) => return Err(self.recover(error)),
        };
        durable();
        self.remember(&logged);
        if let Err(error) = self.store.apply(&logged) {
            self.behind = true;
            // The journal has the change; only when the database cannot be rebuilt from it is there anything to tell.
            self.catch_up().map_err(|_| Error::Behind(error))?;
        }
        self.note(&logged);
        Ok(Some(logged))
    }

    /// Rebuilds a database that could not take a change; until that succeeds nothing more is saved.
    pub(super) fn catch_up(&mut self) -> Result<(), Error> {
        if self.behind {
            let mended = self.repair()?;
            self.mended.extend(mended);
            self.behind = false;
        }
        Ok(())
    }

    /// After a failed append the store takes nothing more until both copies were checked anew.
    fn recover(&mut self, error: store::Error) -> Error {
        match &error {
            // A change that is too long was refused before anything was written.
            store::Error::NotSaved { source, .. } if source.kind() != io::ErrorKind::InvalidInput => {
                self.behind = true;
                // When mending fails too, the next attempt to save says so; the error of this one matters more.
                let _ = self.catch_up();
            }
            _ => {}
        }
        error.into()
    }
}

/// Refuses to change a record that is in the trash: nobody would see the change.
pub(super) fn living(state: &RecordState) -> Result<(), Error> {
    match state.removal() {
        None => Ok(()),
        Some(_) => Err(Error::Removed { kind: state.kind.clone(), id: state.id }),
    }
}
