//! References typed by a person, and what they mean.

use super::Failure;
use crate::domain::{Kind, Record, RecordId, Visit, VisitStatus};
use crate::session::{Row, Session, VisitRow};

/// Finds the record of a reference.
pub(super) fn find(session: &Session, reference: &str) -> Result<(Kind, RecordId), Failure> {
    let mut found = session.find(reference)?;
    match (found.pop(), found.is_empty()) {
        (None, _) => Err(Failure::NoReference(reference.to_owned())),
        (Some(only), true) => Ok(only),
        (Some(last), false) => {
            found.push(last);
            let which: Vec<&str> = found.iter().map(|(kind, _)| kind.as_str()).collect();
            Err(Failure::Several { reference: reference.to_owned(), which: which.join(", ") })
        }
    }
}

/// Finds a record of one kind by its reference.
pub(super) fn of_kind<R: Record>(session: &Session, reference: &str) -> Result<RecordId, Failure> {
    match find(session, reference)? {
        (kind, id) if kind == R::KIND => Ok(id),
        (is, _) => Err(Failure::WrongKind { reference: reference.to_owned(), is, wanted: R::KIND }),
    }
}

/// Finds the visit that was named, or else the only open one.
pub(super) fn visit(session: &Session, reference: Option<&str>) -> Result<RecordId, Failure> {
    if let Some(reference) = reference {
        return of_kind::<Visit>(session, reference);
    }
    let mut open: Vec<Row<Visit>> = session.visits()?.into_iter().map(|row: VisitRow| row.visit).collect();
    open.retain(|row| row.record.status == VisitStatus::Open);
    match open.as_slice() {
        [] => Err(Failure::NoOpenVisit),
        [only] => Ok(only.id),
        several => {
            let which: Vec<String> = several.iter().map(|row| row.id.reference()).collect();
            Err(Failure::SeveralOpen(which.join(", ")))
        }
    }
}
