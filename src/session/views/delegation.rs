//! One delegation with members, citations and visits.

use super::super::{Cited, DelegationView, Error, Row, Session, VisitRow};
use crate::domain::{Citation, Entry, Member, RecordId, Unreadable, Visit};

impl Session {
    pub(in crate::session) fn delegation(&self, id: RecordId) -> Result<DelegationView, Error> {
        let mut unreadable = Vec::new();
        let members = self.members(id, &mut unreadable)?;
        let citations = self.citations(id, &mut unreadable)?;
        let found = self.of::<Visit>(id)?;
        unreadable.extend(found.unreadable);
        let mut visits = Vec::with_capacity(found.rows.len());
        for visit in found.rows {
            let unit = self.unit_name(visit.record.unit)?;
            let entries = self.of::<Entry>(visit.id)?.rows.len();
            visits.push(VisitRow { visit, unit, entries });
        }
        visits.sort_by_key(|row| (row.visit.record.date.is_none(), row.visit.record.date, row.visit.id));
        Ok(DelegationView {
            delegation: self.row(id)?,
            members,
            citations,
            bases: self.legal_bases()?,
            units: self.unit_rows()?,
            visits,
            templates: self.settings.templates.own().unwrap_or_default(),
            unreadable,
        })
    }

    pub(super) fn members(
        &self,
        delegation: RecordId,
        unreadable: &mut Vec<Unreadable>,
    ) -> Result<Vec<Row<Member>>, Error> {
        let mut found = self.of::<Member>(delegation)?;
        unreadable.append(&mut found.unreadable);
        found.rows.sort_by(|a, b| (a.record.role, &a.record.order, a.id).cmp(&(b.record.role, &b.record.order, b.id)));
        Ok(found.rows)
    }

    pub(super) fn citations(
        &self,
        delegation: RecordId,
        unreadable: &mut Vec<Unreadable>,
    ) -> Result<Vec<Cited>, Error> {
        let mut found = self.of::<Citation>(delegation)?;
        unreadable.append(&mut found.unreadable);
        found.rows.sort_by(|a, b| (&a.record.order, a.id).cmp(&(&b.record.order, b.id)));
        let mut citations: Vec<Cited> = Vec::with_capacity(found.rows.len());
        for citation in found.rows {
            let Some(basis) = citation.record.basis else { continue };
            // Two laptops may both have picked the document; it is cited once.
            if citations.iter().any(|(other, _)| other.record.basis == Some(basis)) {
                continue;
            }
            match self.row(basis) {
                Ok(document) => citations.push((citation, document)),
                Err(Error::Unreadable(why)) => unreadable.push(why),
                Err(Error::NotFound { kind, id }) => {
                    unreadable.push(Unreadable { kind, id, why: "?".into() });
                }
                Err(error) => return Err(error),
            }
        }
        Ok(citations)
    }
}
