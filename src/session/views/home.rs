//! The first screen, and the lists of the office: delegations, units, legal documents.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{DelegationRow, Error, HomeView, Row, Session, UnitRow};
use crate::domain::{
    Answer, Attendee, Checklist, Citation, Criterion, Delegation, DiaryEntry, Entry, FollowUp, LegalBasis, Material,
    Member, OutsideItem, PromptedIssue, RecordId, Unit, Unreadable, Verdict, Visit, VisitStatus, Waiver,
};

impl Session {
    pub(in crate::session) fn home(&self) -> Result<HomeView, Error> {
        let mut unreadable = Vec::new();
        let mut visits = Vec::new();
        let delegations = self.delegation_rows(&mut unreadable, |symbol, row| visits.push((symbol.to_owned(), row)))?;
        // Of what the first screen does not show, what cannot be read is told once everything was read: nobody waits for that.
        if self.knows_all() {
            self.unreadable_of::<Unit>(&mut unreadable)?;
            self.unreadable_of::<LegalBasis>(&mut unreadable)?;
        }
        let templates = self.settings.templates.own().unwrap_or_default();
        let unreadable = unreadable.iter().map(ToString::to_string).collect();
        Ok(HomeView { now: self.now(&visits)?, delegations, templates, unreadable })
    }

    /// Lists all delegations, newest decision first and each below the one it is a part of; hands over their visits with the
    /// symbol of the decision.
    pub(super) fn delegation_rows(
        &self,
        unreadable: &mut Vec<Unreadable>,
        mut visit: impl FnMut(&str, Row<Visit>),
    ) -> Result<Vec<DelegationRow>, Error> {
        let found = self.all::<Delegation>()?;
        unreadable.extend(found.unreadable);
        // All at once: asking each delegation for its own reads much of the database twice.
        let visits = self.all::<Visit>()?;
        unreadable.extend(visits.unreadable);
        let mut of: BTreeMap<Option<RecordId>, Vec<Row<Visit>>> = BTreeMap::new();
        for row in visits.rows {
            of.entry(row.record.delegation).or_default().push(row);
        }
        let mut delegations = Vec::with_capacity(found.rows.len());
        for delegation in found.rows {
            let visits = of.remove(&Some(delegation.id)).unwrap_or_default();
            let open_visits = visits.iter().filter(|row| row.record.status == VisitStatus::Open).count();
            let count = visits.len();
            visits.into_iter().for_each(|row| visit(&delegation.record.decision_symbol, row));
            delegations.push(DelegationRow { delegation, visits: count, open_visits, depth: 0 });
        }
        delegations.sort_by_key(|row| std::cmp::Reverse((row.delegation.record.decision_date, row.delegation.id)));
        Ok(parts_below(delegations, None))
    }

    /// All living units in tree order. One whose parent is gone stands at the top.
    pub(in crate::session) fn unit_rows(&self) -> Result<Vec<UnitRow>, Error> {
        let units = self.all::<Unit>()?.rows;
        let mut visits: BTreeMap<RecordId, usize> = BTreeMap::new();
        for unit in self.all::<Visit>()?.rows.iter().filter_map(|visit| visit.record.unit) {
            *visits.entry(unit).or_default() += 1;
        }
        let row = |unit: &Row<Unit>, depth| UnitRow {
            unit: unit.clone(),
            depth,
            visits: visits.get(&unit.id).copied().unwrap_or_default(),
        };
        let mut unlisted: BTreeSet<RecordId> = units.iter().map(|unit| unit.id).collect();
        let mut children: BTreeMap<Option<RecordId>, Vec<&Row<Unit>>> = BTreeMap::new();
        for unit in &units {
            let parent = unit.record.parent.filter(|parent| unlisted.contains(parent));
            children.entry(parent).or_default().push(unit);
        }
        let below = |parent| children.get(&parent).into_iter().flatten().rev().copied();
        let mut waiting: Vec<(&Row<Unit>, usize)> = below(None).map(|unit| (unit, 0)).collect();
        let mut rows: Vec<UnitRow> = Vec::with_capacity(units.len());
        while let Some((unit, depth)) = waiting.pop() {
            unlisted.remove(&unit.id);
            rows.push(row(unit, depth));
            waiting.extend(below(Some(unit.id)).map(|child| (child, depth + 1)));
        }
        // Two laptops may each have put one unit below the other: such a ring hangs from no top, and is listed flat.
        for unit in units.iter().filter(|unit| unlisted.contains(&unit.id)) {
            rows.push(row(unit, 0));
        }
        Ok(rows)
    }

    pub(in crate::session) fn legal_bases(&self) -> Result<Vec<Row<LegalBasis>>, Error> {
        let mut bases = self.all::<LegalBasis>()?.rows;
        bases.sort_by(|a, b| (a.record.date, &a.record.symbol).cmp(&(b.record.date, &b.record.symbol)));
        Ok(bases)
    }

    /// Returns the name of a unit, also of a removed one; empty when it is not known or cannot be read.
    pub(in crate::session) fn unit_name(&self, unit: Option<RecordId>) -> Result<String, Error> {
        Ok(self.unit(unit, &mut Vec::new())?.map(|row| row.record.name).unwrap_or_default())
    }

    pub(in crate::session) fn unit(
        &self,
        unit: Option<RecordId>,
        unreadable: &mut Vec<Unreadable>,
    ) -> Result<Option<Row<Unit>>, Error> {
        match unit.map(|id| self.row(id)) {
            None | Some(Err(Error::NotFound { .. })) => Ok(None),
            Some(Err(Error::Unreadable(why))) => {
                unreadable.push(why);
                Ok(None)
            }
            Some(found) => found.map(Some),
        }
    }

    /// Finds every living record that this version cannot read, over all kinds.
    ///
    /// # Errors
    /// When the store fails.
    pub fn unreadable(&self) -> Result<Vec<Unreadable>, Error> {
        let mut found = Vec::new();
        self.unreadable_of::<Unit>(&mut found)?;
        self.unreadable_of::<LegalBasis>(&mut found)?;
        self.unreadable_of::<Delegation>(&mut found)?;
        self.unreadable_of::<Member>(&mut found)?;
        self.unreadable_of::<Citation>(&mut found)?;
        self.unreadable_of::<Visit>(&mut found)?;
        self.unreadable_of::<Attendee>(&mut found)?;
        self.unreadable_of::<Entry>(&mut found)?;
        self.unreadable_of::<Material>(&mut found)?;
        self.unreadable_of::<PromptedIssue>(&mut found)?;
        self.unreadable_of::<DiaryEntry>(&mut found)?;
        self.unreadable_of::<FollowUp>(&mut found)?;
        self.unreadable_of::<Verdict>(&mut found)?;
        self.unreadable_of::<OutsideItem>(&mut found)?;
        self.unreadable_of::<Checklist>(&mut found)?;
        self.unreadable_of::<Criterion>(&mut found)?;
        self.unreadable_of::<Answer>(&mut found)?;
        self.unreadable_of::<Waiver>(&mut found)?;
        Ok(found)
    }
}

/// Puts delegations below those they are a part of; of one whole, it and its parts alone.
pub(super) fn parts_below(rows: Vec<DelegationRow>, whole: Option<RecordId>) -> Vec<DelegationRow> {
    let known: BTreeSet<RecordId> = rows.iter().map(|row| row.delegation.id).collect();
    let parent = |row: &DelegationRow| row.delegation.record.part_of.filter(|parent| known.contains(parent));
    let mut listed = BTreeSet::new();
    let mut ordered: Vec<DelegationRow> = Vec::with_capacity(rows.len());
    let is_top = |row: &&DelegationRow| whole.map_or(parent(row).is_none(), |whole| row.delegation.id == whole);
    let mut waiting: Vec<(&DelegationRow, usize)> = rows.iter().rev().filter(is_top).map(|row| (row, 0)).collect();
    while let Some((row, depth)) = waiting.pop() {
        if listed.insert(row.delegation.id) {
            ordered.push(DelegationRow { depth, ..row.clone() });
            let below = rows.iter().rev().filter(|other| parent(other) == Some(row.delegation.id));
            waiting.extend(below.map(|other| (other, depth + 1)));
        }
    }
    // Two laptops may each have made one a part of the other: such a ring hangs from no whole, and is listed flat.
    if whole.is_none() {
        ordered.extend(rows.iter().filter(|row| !listed.contains(&row.delegation.id)).cloned());
    }
    ordered
}
