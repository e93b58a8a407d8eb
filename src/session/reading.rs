//! Typed records out of the store.

use super::{Error, Row, Session};
use crate::domain::{Kind, Record, RecordId, RecordState, Shown, Unreadable};

/// Typed records and those that cannot be read as their type.
pub(super) struct Rows<R> {
    pub(super) rows: Vec<Row<R>>,
    pub(super) unreadable: Vec<Unreadable>,
}

impl<R: Record> Rows<R> {
    fn new() -> Self {
        Self { rows: Vec::new(), unreadable: Vec::new() }
    }

    /// Takes a record that lives.
    fn take(&mut self, shown: &Shown<'_>) {
        if shown.is_removed() {
            return;
        }
        match shown.read() {
            Ok(record) => {
                let contested = shown.contested().map(str::to_owned).collect();
                self.rows.push(Row { id: shown.id, scope: shown.scope, record, contested });
            }
            Err(unreadable) => self.unreadable.push(unreadable),
        }
    }

    /// Adds those that could not be decoded.
    fn with(mut self, quarantined: Vec<String>) -> Self {
        self.unreadable.extend(quarantined.into_iter().map(quarantined_of::<R>));
        self
    }
}

impl Session {
    pub(super) fn state(&self, kind: &Kind, id: RecordId) -> Result<RecordState, Error> {
        self.store.get(kind, id)?.ok_or_else(|| Error::NotFound { kind: kind.clone(), id })
    }

    /// Reads one record, removed or not.
    pub(super) fn row<R: Record>(&self, id: RecordId) -> Result<Row<R>, Error> {
        Ok(typed(&self.state(&R::KIND, id)?)?)
    }

    /// Reads every living record of a kind.
    pub(super) fn all<R: Record>(&self) -> Result<Rows<R>, Error> {
        let mut found = Rows::new();
        let quarantined = self.store.shown(&R::KIND, |shown| found.take(shown))?;
        Ok(found.with(quarantined))
    }

    /// Finds the living records of a kind that cannot be read, without keeping the others.
    pub(super) fn unreadable_of<R: Record>(&self, found: &mut Vec<Unreadable>) -> Result<(), Error> {
        let quarantined = self.store.each(&R::KIND, |state| {
            if state.removal().is_none() {
                found.extend(state.read::<R>().err());
            }
        })?;
        found.extend(quarantined.into_iter().map(quarantined_of::<R>));
        Ok(())
    }

    /// Reads every living record of a kind that refers to `target`.
    pub(super) fn of<R: Record>(&self, target: RecordId) -> Result<Rows<R>, Error> {
        let mut found = Rows::new();
        let quarantined = self.store.shown_referrers(&R::KIND, target, |shown| found.take(shown))?;
        Ok(found.with(quarantined))
    }
}

pub(super) fn typed<R: Record>(state: &RecordState) -> Result<Row<R>, Unreadable> {
    Ok(Row {
        id: state.id,
        scope: state.scope,
        record: state.read()?,
        contested: state.contested().map(str::to_owned).collect(),
    })
}

fn quarantined_of<R: Record>(why: String) -> Unreadable {
    Unreadable { kind: R::KIND, id: RecordId(uuid::Uuid::nil()), why }
}
