//! Typed records out of the store.

use super::{Error, Row, Session};
use crate::domain::{Kind, Record, RecordId, RecordState, Unreadable};
use crate::store::Scan;

/// Typed records and those that cannot be read as their type.
pub(super) struct Rows<R> {
    pub(super) rows: Vec<Row<R>>,
    pub(super) unreadable: Vec<Unreadable>,
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
        Ok(living(self.store.scan(&R::KIND)?))
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
        Ok(living(self.store.referrers(&R::KIND, target)?))
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

fn living<R: Record>(scan: Scan) -> Rows<R> {
    let mut found = Rows { rows: Vec::new(), unreadable: Vec::new() };
    for state in scan.records.iter().filter(|state| state.removal().is_none()) {
        match typed(state) {
            Ok(row) => found.rows.push(row),
            Err(unreadable) => found.unreadable.push(unreadable),
        }
    }
    found.unreadable.extend(scan.quarantined.into_iter().map(quarantined_of::<R>));
    found
}

fn quarantined_of<R: Record>(why: String) -> Unreadable {
    Unreadable { kind: R::KIND, id: RecordId(uuid::Uuid::nil()), why }
}
