//! What the checks find at a visit, and which of them somebody switched off.

use super::super::{ChecksView, Error, Row, Session, VisitView, Waived};
use crate::checks::{self, CHECKS, Check, Facts, Rules, Warning};
use crate::domain::{CarriedItem, RecordId, Waiver};
use crate::figures::Deadline;

impl Session {
    pub(in crate::session) fn checks(&self, id: RecordId) -> Result<ChecksView, Error> {
        let mut visit = self.whole_visit(id)?;
        let carried = self.carried(id)?.items;
        let found = self.review(&visit, &carried);
        let (off, open): (Vec<Warning>, Vec<Warning>) =
            found.into_iter().partition(|warning| is_waived(&visit.waivers, warning.check));
        visit.warnings = Some(open.len());
        let mut waivers = visit.waivers.clone();
        waivers.sort_by_key(|row| CHECKS.iter().position(|rule| rule.check.code() == row.record.check));
        let waived = waivers
            .into_iter()
            .map(|waiver| {
                let own = off.iter().filter(|warning| warning.check.code() == waiver.record.check);
                Waived { warnings: own.cloned().collect(), waiver }
            })
            .collect();
        Ok(ChecksView { visit, carried, open, waived })
    }

    /// Counts the warnings of a visit that nobody switched off, once it is known what is carried to it: whoever opens a visit
    /// is not to wait for that.
    pub(in crate::session) fn warnings(&self, visit: &VisitView) -> Result<Option<usize>, Error> {
        if !self.knows_all() {
            return Ok(None);
        }
        let found = self.review(visit, &self.carried(visit.visit.id)?.items);
        Ok(Some(found.iter().filter(|warning| !is_waived(&visit.waivers, warning.check)).count()))
    }

    fn review(&self, view: &VisitView, carried: &[CarriedItem]) -> Vec<Warning> {
        let visit = (view.visit.id, &view.visit.record);
        checks::review(&Facts {
            today: self.clock.now().date_naive(),
            rules: Rules {
                calendar: &self.settings.calendar,
                papers: self.settings.deadline(Deadline::PAPERS),
                cap: self.settings.cap,
            },
            visit,
            attendees: borrowed(&view.attendees),
            entries: borrowed(&view.entries),
            materials: borrowed(&view.materials),
            issues: borrowed(&view.issues),
            answers: borrowed(&view.answers),
            carried,
        })
    }
}

fn borrowed<R>(rows: &[Row<R>]) -> Vec<(RecordId, &R)> {
    rows.iter().map(|row| (row.id, &row.record)).collect()
}

fn is_waived(waivers: &[Row<Waiver>], check: Check) -> bool {
    waivers.iter().any(|row| row.record.check == check.code())
}
