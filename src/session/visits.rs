//! The life of a visit: opened, closed, cancelled, planned again.

use std::collections::BTreeMap;

use chrono::{NaiveTime, Timelike};

use super::{Error, Outcome, Session};
use crate::domain::{Edit, Record, RecordId, Visit, VisitStatus};

impl Session {
    /// Opens a visit. One that is held today and has no start begins now; on another day the start stays to be typed.
    /// One that is opened again keeps its end, which is asked for again on closing; a sealed one is opened again with a reason.
    pub(super) fn open_visit(&mut self, visit: RecordId, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        self.must_not_be_sealed(visit, &self.row::<Visit>(visit)?.record)?;
        let now = self.clock.now().naive_local();
        self.move_visit(visit, VisitStatus::Open, durable, |visit| {
            let date = *visit.date.get_or_insert(now.date());
            if date == now.date() && visit.start.is_none() {
                visit.start = Some(whole_minutes(now.time()));
            }
        })
    }

    /// Closes a visit and seals it, with the facts settled on closing in the same change. Without an end, one held today ends now.
    pub(super) fn close_visit(
        &mut self,
        visit: RecordId,
        end: Option<NaiveTime>,
        facts: Option<&Edit>,
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let now = self.clock.now().naive_local();
        let closing = self.visit_moved(visit, VisitStatus::Closed, |visit| {
            if end.is_some() {
                visit.end = end;
            } else if visit.end.is_none() && visit.date == Some(now.date()) {
                visit.end = Some(whole_minutes(now.time()));
            }
        })?;
        let mut whole = facts.cloned().unwrap_or_else(|| Edit::set(Visit::KIND, visit, BTreeMap::new()));
        whole.fields.extend(closing.fields);
        whole.seen.extend(closing.seen);
        self.seal_with(visit, whole, durable)
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
        let edit = self.visit_moved(id, to, also)?;
        self.save_one(edit, durable)
    }

    fn visit_moved(&self, id: RecordId, to: VisitStatus, also: impl FnOnce(&mut Visit)) -> Result<Edit, Error> {
        let before: Visit = self.row(id)?.record;
        let from = before.status;
        if !from.may_become(to) {
            return Err(Error::Transition { from, to });
        }
        let mut after = before.clone();
        also(&mut after);
        after.status = to;
        Ok(Edit::change(id, &before, &after))
    }
}

fn whole_minutes(time: NaiveTime) -> NaiveTime {
    NaiveTime::from_hms_opt(time.hour(), time.minute(), 0).unwrap_or(time)
}
