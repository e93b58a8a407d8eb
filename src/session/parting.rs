//! An entry parted in two, and two entries made one: each is one change, so that it is taken back as one.

use super::lines::Place;
use super::{Error, Outcome, Row, Session, order};
use crate::domain::{Edit, Entry, FollowUp, Kind, Record, RecordId, Verdict};
use crate::text::nfc;

impl Session {
    /// Parts an entry where its line was cut: the words behind the cut become an entry of their own below it.
    ///
    /// What is linked to the entry stays linked to its first part.
    pub(super) fn split(
        &mut self,
        entry: RecordId,
        line: &str,
        at: usize,
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let (view, row) = self.entry_at_open_visit(entry)?;
        let here = view.entries.iter().position(|other| other.id == entry).unwrap_or(view.entries.len());
        let above = view.entries.get(..here).unwrap_or_default();
        let codes = self.codes_for(&view, &[line])?;
        let place = Place { view: &view, codes: &codes, above, now: self.clock.now().naive_local() };
        let whole = place.entry(line, Some(&row.record));
        let before = place.entry(&nfc(line.get(..at).unwrap_or(line)), Some(&row.record)).text;
        let halves = end_of(&before, &whole.text).and_then(|at| whole.cut(at));
        let (mut first, mut second) = halves.ok_or(Error::NoCut)?;
        let second_id = self.fresh_id();
        let next = view.entries.get(here + 1).map(|row| row.record.order.as_str());
        let mut others = Vec::new();
        match order::between(Some(&row.record.order), next) {
            Some(order) => second.order = order,
            None => {
                // The list has no room there: every entry gets a new place.
                let mut places = order::sequence(view.entries.len() + 1).into_iter();
                for row in &view.entries {
                    let placed = Entry { order: places.next().unwrap_or_default(), ..row.record.clone() };
                    if row.id == entry {
                        first.order = placed.order;
                        second.order = places.next().unwrap_or_default();
                    } else {
                        others.push(Edit::change(row.id, &row.record, &placed));
                    }
                }
            }
        }
        let mut edits = vec![Edit::change(entry, &row.record, &first), Edit::create(second_id, &second)];
        edits.extend(others);
        self.save(row.scope, &edits, durable)
    }

    /// Makes one entry of an entry and the one below it, which goes to the trash; what was linked to that is linked to the one that stays.
    pub(super) fn merge(&mut self, entry: RecordId, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        let (view, row) = self.entry_at_open_visit(entry)?;
        let mut from_here = view.entries.iter().skip_while(|other| other.id != entry);
        let below = from_here.nth(1).ok_or(Error::NothingBelow)?;
        let joined = row.record.joined_with(entry, &below.record, below.id).map_err(Error::Differ)?;
        self.must_stand_alone(below, &view.entries)?;
        let reason = format!("→ {}", entry.reference());
        let mut edits = vec![Edit::change(entry, &row.record, &joined), Edit::remove(Kind::ENTRY, below.id, &reason)];
        let others = view.entries.iter().filter(|other| other.id != entry && other.id != below.id);
        for other in others.filter(|other| other.record.links.contains(&below.id)) {
            let mut links: Vec<RecordId> = Vec::new();
            for link in &other.record.links {
                let link = if *link == below.id { entry } else { *link };
                if !links.contains(&link) {
                    links.push(link);
                }
            }
            edits.push(Edit::change(other.id, &other.record, &Entry { links, ..other.record.clone() }));
        }
        self.save(row.scope, &edits, durable)
    }

    /// Refuses to do away with an entry that is followed by now, or that an entry of another visit is linked to.
    fn must_stand_alone(&self, row: &Row<Entry>, beside: &[Row<Entry>]) -> Result<(), Error> {
        let is_of = |item: Option<RecordId>| item == Some(row.id);
        let followed =
            self.of::<FollowUp>(row.id)?.rows.iter().any(|act| is_of(act.record.item))
                || self.of::<Verdict>(row.id)?.rows.iter().any(|verdict| is_of(verdict.record.item))
                || self.of::<Entry>(row.id)?.rows.iter().any(|other| {
                    other.record.links.contains(&row.id) && !beside.iter().any(|known| known.id == other.id)
                });
        if followed { Err(Error::Followed { kind: Entry::KIND, id: row.id }) } else { Ok(()) }
    }
}

/// Finds where in `whole` the words of `before` end; white space does not matter. None when it begins otherwise, as when
/// the cut went through a mark.
fn end_of(before: &str, whole: &str) -> Option<usize> {
    let mut letters = whole.char_indices().filter(|(_, letter)| !letter.is_whitespace());
    let mut end = 0;
    for wanted in before.chars().filter(|letter| !letter.is_whitespace()) {
        let (at, found) = letters.next()?;
        if found != wanted {
            return None;
        }
        end = at + found.len_utf8();
    }
    Some(end)
}
