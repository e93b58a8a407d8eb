//! What waits today: visits, documents, open recommendations.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::super::{AwaitedAtVisit, Error, NowView, NowVisit, Row, Session, When};
use crate::domain::{Arrival, Material, Visit, VisitStatus};
use crate::text::sort_key;

/// So many of the visits to come are shown.
const NEXT: usize = 5;
/// A document that must come within so many working days is asked after.
const SOON: u32 = 3;

impl Session {
    /// Finds what waits among the visits of all delegations, each with the symbol of the decision.
    pub(super) fn now(&self, visits: &[(String, Row<Visit>)]) -> Result<NowView, Error> {
        let today = self.clock.now().date_naive();
        let mut found = Vec::new();
        let mut awaited = Vec::new();
        for (decision, row) in visits {
            // Most visits are over, and need not be read further.
            let Some(when) = when(&row.record, today) else { continue };
            let Visit { date, start, place, unit, .. } = row.record.clone();
            let unit = self.unit_name(unit)?;
            if matches!(when, When::UnderWay | When::Today | When::Next) {
                awaited.extend(self.awaited_at(row, &unit, today)?);
            }
            found.push(NowVisit { visit: row.id, when, date, start, unit, place, decision: decision.clone() });
        }
        found.sort_by_key(|now| (now.when, now.date, now.start.is_none(), now.start, sort_key(&now.unit), now.visit));
        let before = found.partition_point(|now| now.when < When::Next);
        found.truncate(before + NEXT);
        awaited.sort_by_key(|awaited| (awaited.first_due, awaited.date, awaited.visit));
        let open = self.known.get().map(|known| known.ledger.open_by_unit(today));
        Ok(NowView { today, visits: found, awaited, open })
    }

    /// Finds what a visit still waits for, as far as it is late or pressing.
    fn awaited_at(&self, row: &Row<Visit>, unit: &str, today: NaiveDate) -> Result<Option<AwaitedAtVisit>, Error> {
        let papers_due = row.record.date.and_then(|day| self.settings().papers_due(day));
        let soon = self.settings().calendar.working_days_after(today, SOON);
        let mut pressing: Vec<(NaiveDate, bool, String)> = Vec::new();
        for Row { record: material, .. } in self.of::<Material>(row.id)?.rows {
            let last = [material.due, papers_due].into_iter().flatten().min();
            let is_late = match material.arrival(papers_due, today) {
                Arrival::Missing(_) => true,
                Arrival::Awaited if last.is_some_and(|last| soon.is_some_and(|soon| last <= soon)) => false,
                _ => continue,
            };
            let name = [&material.form, &material.symbol, &material.title].map(|part| part.trim());
            let name = name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            pressing.extend(last.map(|last| (last, is_late, name)));
        }
        pressing.sort();
        let Some(first_due) = pressing.first().map(|(due, _, _)| *due) else { return Ok(None) };
        let late = pressing.iter().filter(|(_, is_late, _)| *is_late).count();
        Ok(Some(AwaitedAtVisit {
            visit: row.id,
            date: row.record.date,
            unit: unit.to_owned(),
            late,
            soon: pressing.len() - late,
            first_due,
            names: pressing.into_iter().map(|(_, _, name)| name).filter(|name| !name.is_empty()).collect(),
        }))
    }
}

/// Says why a visit is to be thought of now; nothing when it is not.
fn when(visit: &Visit, today: NaiveDate) -> Option<When> {
    match visit.status {
        VisitStatus::Open => Some(When::UnderWay),
        VisitStatus::Closed => (visit.date == Some(today)).then_some(When::Over),
        VisitStatus::Cancelled => None,
        VisitStatus::Planned => Some(match visit.date?.cmp(&today) {
            Ordering::Less => When::Missed,
            Ordering::Equal => When::Today,
            Ordering::Greater => When::Next,
        }),
    }
}
