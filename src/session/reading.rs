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
    for key in scan.quarantined {
        found.unreadable.push(Unreadable { kind: R::KIND, id: RecordId(uuid::Uuid::nil()), why: key });
    }
    found
}
