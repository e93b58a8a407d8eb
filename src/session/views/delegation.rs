//! One delegation with members, citations and visits.

use std::collections::BTreeMap;

use super::super::{Cited, DelegationRow, DelegationView, Error, Filter, RollUp, Row, Session, VisitRow};
use super::home::parts_below;
use crate::domain::{Citation, Entry, EntryKind, ItemKind, Member, RecordId, Unreadable, Visit};

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
        let all = self.delegation_rows(&mut Vec::new(), |_, _| {})?;
        let others = all.iter().map(|row| row.delegation.clone()).filter(|row| row.id != id).collect();
        let parts: Vec<DelegationRow> = parts_below(all, Some(id)).into_iter().skip(1).collect();
        let roll_up = if parts.is_empty() { None } else { Some(self.roll_up(id, &parts)?) };
        Ok(DelegationView {
            me: Some(self.author()),
            parts,
            roll_up,
            others,
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

    /// Adds up what a delegation and its parts came to.
    fn roll_up(&self, whole: RecordId, parts: &[DelegationRow]) -> Result<RollUp, Error> {
        let mut sum = RollUp::default();
        let mut found: BTreeMap<EntryKind, usize> = BTreeMap::new();
        for delegation in std::iter::once(whole).chain(parts.iter().map(|row| row.delegation.id)) {
            for visit in self.of::<Visit>(delegation)?.rows {
                sum.visits += 1;
                for entry in self.of::<Entry>(visit.id)?.rows {
                    *found.entry(entry.record.kind).or_default() += 1;
                }
            }
        }
        let findings = [EntryKind::Strength, EntryKind::Shortcoming, EntryKind::ViolationSign, EntryKind::GoodPractice];
        sum.findings = findings.into_iter().filter_map(|kind| Some((kind, *found.get(&kind)?))).collect();
        let kinds = [EntryKind::RecommendationDown, EntryKind::RecommendationUp].map(ItemKind::Entry).to_vec();
        let open = self.register(&Filter { delegation: Some(whole), kinds, ..Filter::default() })?.rows;
        sum.open = open.len();
        sum.overdue = open.iter().filter(|row| row.overdue).count();
        Ok(sum)
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
