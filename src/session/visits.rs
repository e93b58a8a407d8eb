//! The life of a visit: opened, closed, cancelled, planned again.

use chrono::{NaiveTime, Timelike};

use super::{Error, Outcome, Row, Session};
use crate::domain::{Edit, RecordId, Visit, VisitStatus};

impl Session {
    /// Opens a visit. One that is held today and has no start begins now; on another day the start stays to be typed.
    /// One that is opened again has no end until it is closed again.
    pub(super) fn open_visit(&mut self, visit: RecordId, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        let now = self.clock.now().naive_local();
        self.move_visit(visit, VisitStatus::Open, durable, |visit| {
            if visit.status == VisitStatus::Closed {
                visit.end = None;
            }
            let date = *visit.date.get_or_insert(now.date());
            if date == now.date() && visit.start.is_none() {
                visit.start = Some(whole_minutes(now.time()));
            }
        })
    }

    /// Closes a visit. Without an end, one that is held today ends now.
    pub(super) fn close_visit(
        &mut self,
        visit: RecordId,
        end: Option<NaiveTime>,
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let now = self.clock.now().naive_local();
        self.move_visit(visit, VisitStatus::Closed, durable, |visit| {
            if end.is_some() {
                visit.end = end;
            } else if visit.end.is_none() && visit.date == Some(now.date()) {
                visit.end = Some(whole_minutes(now.time()));
            }
        })
    }

    pub(super) fn cancel_visit(
        &mut self,
        visit: RecordId,
        reason: &str,
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Error::EmptyField("cancel_reason"));
        }
        self.move_visit(visit, VisitStatus::Cancelled, durable, |visit| reason.clone_into(&mut visit.cancel_reason))
    }

    pub(super) fn plan_visit_again(&mut self, visit: RecordId, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        self.move_visit(visit, VisitStatus::Planned, durable, |visit| visit.cancel_reason.clear())
    }

    fn move_visit(
        &mut self,
        id: RecordId,
        to: VisitStatus,
        durable: &mut dyn FnMut(),
        also: impl FnOnce(&mut Visit),
    ) -> Result<Outcome, Error> {
        let row: Row<Visit> = self.row(id)?;
        let from = row.record.status;
        if !from.may_become(to) {
            return Err(Error::Transition { from, to });
        }
        let mut after = row.record.clone();
        also(&mut after);
        after.status = to;
        self.save(row.scope, &[Edit::change(id, &row.record, &after)], durable)
    }
}

fn whole_minutes(time: NaiveTime) -> NaiveTime {
    NaiveTime::from_hms_opt(time.hour(), time.minute(), 0).unwrap_or(time)
}
