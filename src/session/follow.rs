//! Following up: acts on items, and verdicts of visits.

use std::collections::BTreeSet;

use super::ledger::Item;
use super::rules::filled;
use super::saving::living;
use super::{Error, Outcome, Row, Session};
use crate::domain::{Edit, FollowUp, Kind, OutsideItem, Record, RecordId, ScopeId, Step, Verdict, VerdictLevel, Visit};
use crate::text::truncate;

/// Cells of an item's words in an error.
const LABEL_CELLS: usize = 60;

impl Session {
    /// Gives or changes a verdict. Where two people gave one, the newest takes the new words and the others go to the trash.
    pub(super) fn give_verdict(&mut self, given: &Verdict, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        let visit = given.visit.ok_or(Error::EmptyField("visit"))?;
        let item = given.item.ok_or(Error::EmptyField("item"))?;
        self.must_be_open(visit)?;
        let mut earlier = self.verdicts(visit)?;
        earlier.retain(|row| row.record.item == Some(item));
        if earlier.is_empty() && !self.is_carried(visit, item)? {
            return Err(Error::NotCarried { item: label(self.followed(item)?) });
        }
        let newest = earlier.pop();
        let edit = match &newest {
            Some(row) => Edit::change(row.id, &row.record, given),
            None => Edit::create(self.fresh_id(), given),
        };
        let scope = match &newest {
            Some(row) => row.scope,
            None => self.row::<Visit>(visit)?.scope,
        };
        let others = earlier.iter().map(|row| Edit::remove(Verdict::KIND, row.id, ""));
        let edits: Vec<Edit> = std::iter::once(edit).chain(others).collect();
        self.save(scope, &edits, durable)
    }

    fn is_carried(&self, visit: RecordId, item: RecordId) -> Result<bool, Error> {
        Ok(self.ledger()?.carried(visit, &BTreeSet::new()).iter().any(|carried| carried.item.id == item))
    }

    /// Lists the verdicts of a visit, by the time they were made; one that cannot be read is told by the ledger.
    pub(super) fn verdicts(&self, visit: RecordId) -> Result<Vec<Row<Verdict>>, Error> {
        let found = self.of::<Verdict>(visit)?.rows;
        Ok(found.into_iter().filter(|row| row.record.visit == Some(visit)).collect())
    }

    /// Writes one act to the logs of several items: nothing is saved unless all of them allow it.
    pub(super) fn follow(
        &mut self,
        items: &[RecordId],
        act: &FollowUp,
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let mut by_scope: Vec<(ScopeId, Vec<Edit>)> = Vec::new();
        let mut seen = Vec::new();
        for id in items {
            if seen.contains(id) {
                continue;
            }
            seen.push(*id);
            let scope = self.followed(*id)?.followed.scope;
            let edit = Edit::create(self.fresh_id(), &FollowUp { item: Some(*id), ..act.clone() });
            match by_scope.iter_mut().find(|(other, _)| *other == scope) {
                Some((_, edits)) => edits.push(edit),
                None => by_scope.push((scope, vec![edit])),
            }
        }
        for (scope, edits) in &by_scope {
            self.writes(*scope, edits, true)?;
        }
        let Some(((scope, edits), before)) = by_scope.split_last() else { return Ok(Outcome::Unchanged) };
        for (scope, edits) in before {
            self.save(*scope, edits, &mut || {})?;
        }
        // Only when the last of them is on the disk is everything saved.
        self.save(*scope, edits, durable)
    }

    /// Holds an act against its item, which may be made in the same change and so not be there yet.
    pub(super) fn check_follow_up(&self, id: RecordId, act: &FollowUp) -> Result<(), Error> {
        let item = self.item_if_stored(act.item.ok_or(Error::EmptyField("item"))?)?;
        let date = act.date.ok_or(Error::EmptyField("date"))?;
        let today = self.clock.now().date_naive();
        if date > today {
            return Err(Error::Future { date, today });
        }
        filled("by", &act.by)?;
        let (Some(item), Some(to)) = (item, act.standing) else { return Ok(()) };
        let from = self.ledger()?.before_step(item, Step::of_follow_up(id, act)).standing;
        if from != to && !from.moves().contains(&to) {
            return Err(Error::Move { item: label(item), from, to });
        }
        if to.asks_evidence() && act.evidence.trim().is_empty() {
            return Err(Error::NoProof { item: label(item), field: "evidence" });
        }
        Ok(())
    }

    /// Holds a verdict against its item and its visit, where they are not made in the same change.
    pub(super) fn check_verdict(&self, verdict: &Verdict) -> Result<(), Error> {
        let item = self.item_if_stored(verdict.item.ok_or(Error::EmptyField("item"))?)?;
        let visit = verdict.visit.ok_or(Error::EmptyField("visit"))?;
        if self.store.get(&Visit::KIND, visit)?.is_some() {
            self.must_be_open(visit)?;
        }
        match verdict.level {
            None => Err(Error::EmptyField("level")),
            Some(VerdictLevel::Done) if verdict.words.trim().is_empty() => {
                Err(Error::NoProof { item: item.map(label).unwrap_or_default(), field: "words" })
            }
            Some(_) => Ok(()),
        }
    }

    /// Finds an item, which must be one that is followed once it is stored.
    fn item_if_stored(&self, id: RecordId) -> Result<Option<&Item>, Error> {
        match self.followed(id) {
            Err(Error::NotFound { .. }) => Ok(None),
            found => found.map(Some),
        }
    }

    /// Finds an item that is followed.
    pub(super) fn followed(&self, id: RecordId) -> Result<&Item, Error> {
        if let Some(item) = self.ledger()?.get(id) {
            return Ok(item);
        }
        let kind = if self.store.get(&OutsideItem::KIND, id)?.is_some() { Kind::OUTSIDE_ITEM } else { Kind::ENTRY };
        living(&self.state(&kind, id)?)?;
        Err(Error::NotFollowed { kind, id })
    }
}

/// Names an item in an error by its first words and its reference.
fn label(item: &Item) -> String {
    format!("“{}” ({})", truncate(&item.followed.text, LABEL_CELLS), item.followed.id.reference())
}
