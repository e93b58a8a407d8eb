//! Links between the entries of a visit, and to what was open at the unit before.

use super::saving::living;
use super::{ChainView, EarlierItem, Error, Outcome, Row, Session, VisitView};
use crate::domain::{Edit, Entry, Kind, OutsideItem, PromptedIssue, RecordId, Visit};

impl Session {
    /// Reads a visit with the earlier items carried to it, and those that its entries are linked to.
    pub(super) fn chain(&self, visit: RecordId) -> Result<ChainView, Error> {
        let carried = self.carried(visit)?.items.into_iter();
        let mut earlier: Vec<EarlierItem> =
            carried.map(|carried| EarlierItem { id: carried.item.id, words: carried.item.text.to_string() }).collect();
        let visit = self.visit(visit)?;
        for link in visit.entries.iter().flat_map(|row| &row.record.links) {
            let known = visit.entries.iter().any(|row| row.id == *link) || earlier.iter().any(|item| item.id == *link);
            if !known && let Some(words) = self.words_of_item(*link)? {
                earlier.push(EarlierItem { id: *link, words });
            }
        }
        Ok(ChainView { visit, earlier })
    }

    /// Reads the words of something that an entry is linked to outside its visit.
    fn words_of_item(&self, id: RecordId) -> Result<Option<String>, Error> {
        for kind in [Kind::ENTRY, Kind::OUTSIDE_ITEM, Kind::PROMPTED_ISSUE] {
            if let Some(state) = self.store.get(&kind, id)? {
                return Ok(state.value("text").as_str().map(str::to_owned));
            }
        }
        Ok(None)
    }

    /// Links an entry of an open visit to another one of the visit, or to an earlier item of the same unit.
    pub(super) fn link(&mut self, from: RecordId, to: RecordId, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        let (view, row) = self.entry_at_open_visit(from)?;
        if row.record.links.contains(&to) {
            return Ok(Outcome::Unchanged);
        }
        let beside = view.entries.iter().any(|other| other.id == to) || self.is_issue(to, &view)?;
        if from == to || !(beside || self.is_earlier_item(to, &view)?) {
            return Err(Error::NoLink { from, to });
        }
        let mut links = row.record.links.clone();
        links.push(to);
        self.relink(&row, links, durable)
    }

    /// Takes a link away; also one that leads nowhere any more.
    pub(super) fn unlink(&mut self, from: RecordId, to: RecordId, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        let (_, row) = self.entry_at_open_visit(from)?;
        let links = row.record.links.iter().copied().filter(|link| *link != to).collect();
        self.relink(&row, links, durable)
    }

    fn relink(&mut self, row: &Row<Entry>, links: Vec<RecordId>, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        let after = Entry { links, ..row.record.clone() };
        self.save(row.scope, &[Edit::change(row.id, &row.record, &after)], durable)
    }

    /// Whether a record is an issue that the unit was asked to answer at a visit.
    fn is_issue(&self, id: RecordId, view: &VisitView) -> Result<bool, Error> {
        let Some(state) = self.store.get(&Kind::PROMPTED_ISSUE, id)? else { return Ok(false) };
        living(&state)?;
        Ok(state.read::<PromptedIssue>()?.visit == Some(view.visit.id))
    }

    /// Whether a record is followed at the unit of a visit since an earlier one, or came to it from outside.
    fn is_earlier_item(&self, id: RecordId, view: &VisitView) -> Result<bool, Error> {
        let unit = view.visit.record.unit;
        if let Some(state) = self.store.get(&Kind::ENTRY, id)? {
            living(&state)?;
            let entry: Entry = state.read()?;
            let Some(visit) = entry.visit else { return Ok(false) };
            let raised_at: Row<Visit> = self.row(visit)?;
            let earlier = (raised_at.record.date, visit) < (view.visit.record.date, view.visit.id);
            return Ok((entry.kind.is_followed() || entry.deep_review)
                && earlier
                && unit.is_some()
                && raised_at.record.unit == unit);
        }
        match self.store.get(&Kind::OUTSIDE_ITEM, id)? {
            Some(state) => {
                living(&state)?;
                Ok(unit.is_some() && state.read::<OutsideItem>()?.unit == unit)
            }
            None => Ok(false),
        }
    }
}
