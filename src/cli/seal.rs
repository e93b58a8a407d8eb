//! `bienban seal` and `bienban reopen`: a visit is closed for good, or opened again with a reason.

use serde_json::json;

use super::output::say;
use super::{Failure, Run, check, exit, visits};
use crate::domain::VisitStatus;
use crate::session::{Action, Outcome};

/// Closes a visit that goes on and seals it; one that is closed is only sealed. What the checks find is told and holds nothing back.
pub(super) fn run(run: &Run, reference: Option<&str>, json: bool) -> Result<u8, Failure> {
    let mut session = run.open()?;
    let visit = visits::visit(&session, reference)?;
    check::remind(&session, visit, run.texts)?;
    let action = match session.at_work(visit)?.visit.record.status {
        VisitStatus::Closed => Action::SealVisit(visit),
        _ => Action::CloseVisit { visit, end: None, facts: None },
    };
    if let Outcome::Sealed { version, code, .. } = session.act(&action, &mut || {})? {
        if json {
            say(json!({ "visit": visit.reference(), "version": version, "code": code }));
        } else {
            say((run.texts.sealing.sealed_now)(version, &code));
        }
    }
    session.close()?;
    Ok(exit::DONE)
}

/// Opens a closed visit again.
pub(super) fn reopen(run: &Run, reference: &str, reason: &str, json: bool) -> Result<u8, Failure> {
    let mut session = run.open()?;
    let visit = visits::visit(&session, Some(reference))?;
    session.act(&Action::ReopenVisit { visit, reason: reason.to_owned() }, &mut || {})?;
    if json {
        say(json!({ "visit": visit.reference(), "reason": reason.trim() }));
    } else {
        say((run.texts.sealing.reopened)(&visit.reference()));
    }
    session.close()?;
    Ok(exit::DONE)
}
