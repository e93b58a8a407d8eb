//! What is followed: items carried to a visit, the register, one item with its log.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::super::{CarriedView, Error, Filter, ItemView, LogStep, Original, RegisterView, Row, Session, VisitView};
use crate::domain::{CarriedItem, EntryKind, FollowAct, FollowUp, ItemKind, RecordId, Verdict, Visit};
use crate::text::Needle;

impl Session {
    pub(in crate::session) fn carried(&self, visit: RecordId) -> Result<CarriedView, Error> {
        self.row::<Visit>(visit)?;
        let ledger = self.ledger()?;
        let verdicts = self.verdicts(visit)?;
        let judged: BTreeSet<RecordId> = verdicts.iter().filter_map(|row| row.record.item).collect();
        let mut items = ledger.carried(visit, &judged);
        let mut contested = Vec::new();
        for carried in &mut items {
            let own: Vec<&Row<Verdict>> =
                verdicts.iter().filter(|row| row.record.item == Some(carried.item.id)).collect();
            if own.len() > 1 || own.iter().any(|row| !row.contested.is_empty()) {
                contested.push(carried.item.id);
            }
            carried.verdict = own.last().map(|row| (row.id, row.record.clone()));
        }
        let (recurring, raised) = (ledger.recurring(visit), ledger.raised_at(visit));
        Ok(CarriedView { visit, items, contested, recurring, raised, unreadable: ledger.unreadable() })
    }

    pub(in crate::session) fn register(&self, filter: &Filter) -> Result<RegisterView, Error> {
        let known = self.known()?;
        let needle = Needle::new(&filter.text);
        let with_words = (!needle.is_empty()).then(|| known.finder.with_words(&needle));
        Ok(known.ledger.register(filter, with_words.as_deref(), self.clock.now().date_naive()))
    }

    pub(in crate::session) fn item(&self, id: RecordId) -> Result<ItemView, Error> {
        let ledger = self.ledger()?;
        let item = self.followed(id)?;
        let followed = item.followed.clone();
        let original = match followed.visit {
            Some(_) => Original::Entry(Box::new(self.row(id)?)),
            None => Original::Outside(Box::new(self.row(id)?)),
        };
        Ok(ItemView {
            unit: ledger.unit_name(followed.unit).to_string(),
            original,
            overdue: followed.is_overdue(self.clock.now().date_naive()),
            times: ledger.times(item),
            moves: followed.standing.moves(),
            log: self.log_of(id)?,
            unreadable: ledger.unreadable(),
            item: followed,
        })
    }

    /// Finds what the addressees of the recommendations of a visit, its own and those carried to it, had answered by its day.
    pub(super) fn replies(
        &self,
        view: &VisitView,
        carried: &[CarriedItem],
    ) -> Result<Vec<(RecordId, FollowUp)>, Error> {
        let own = view.entries.iter().filter(|row| row.record.kind == EntryKind::RecommendationUp).map(|row| row.id);
        let of_before = carried.iter().map(|carried| &carried.item);
        let upwards = of_before.filter(|item| item.kind == ItemKind::Entry(EntryKind::RecommendationUp));
        let day = view.visit.record.date;
        let mut replies = Vec::new();
        for item in own.chain(upwards.map(|item| item.id)) {
            let mut acts = self.of::<FollowUp>(item)?.rows;
            let in_time = |date: NaiveDate| day.is_none_or(|day| date <= day);
            acts.retain(|row| row.record.act == FollowAct::Reply && row.record.date.is_some_and(in_time));
            let newest = acts.into_iter().max_by_key(|row| (row.record.date, row.id));
            replies.extend(newest.map(|row| (item, row.record)));
        }
        Ok(replies)
    }

    /// Reads what was said and done about an item, oldest first.
    fn log_of(&self, item: RecordId) -> Result<Vec<LogStep>, Error> {
        let (acts, verdicts) = (self.of::<FollowUp>(item)?, self.of::<Verdict>(item)?);
        let ledger = self.ledger()?;
        let mut log = Vec::new();
        for act in acts.rows.into_iter().filter(|row| row.record.item == Some(item)) {
            log.push(((act.record.date, act.id), LogStep::FollowUp(act)));
        }
        for verdict in verdicts.rows.into_iter().filter(|row| row.record.item == Some(item)) {
            let Some(visit) = verdict.record.visit.filter(|visit| ledger.took_place(*visit)) else { continue };
            let date = self.row::<Visit>(visit)?.record.date;
            // A visit without a day is still to come.
            let place = (date.or(Some(NaiveDate::MAX)), verdict.id);
            log.push((place, LogStep::Verdict { verdict, date, source: ledger.source_of(visit).to_string() }));
        }
        log.sort_by_key(|(place, _)| *place);
        Ok(log.into_iter().map(|(_, step)| step).collect())
    }
}
