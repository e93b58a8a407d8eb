//! The register: everything that is followed, sifted and counted.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use super::Ledger;
use super::notes::Item;
use super::paged::Place;
use super::rows::Rows;
use crate::domain::{EntryKind, FollowedItem, ItemKind, RecordId, Standing};
use crate::session::{Counts, Filter, RegisterView, Stage};
use crate::text::{Needle, fold};

/// A filter made ready to be held against many items.
struct Sieve<'a> {
    filter: &'a Filter,
    units: Option<BTreeSet<RecordId>>,
    delegations: Option<BTreeSet<RecordId>>,
    doers: Doers,
    class: String,
}

/// Which lists of doers have the words of a filter; each is looked at once, however many items share it.
struct Doers {
    needle: Needle,
    known: HashMap<*const [String], bool>,
}

impl Doers {
    fn take(&mut self, doers: &Arc<[String]>) -> bool {
        let needle = &self.needle;
        let has_words = || needle.is_in(&doers.join("\n"));
        needle.is_empty() || *self.known.entry(Arc::as_ptr(doers)).or_insert_with(has_words)
    }
}

impl Sieve<'_> {
    /// Whether an item is asked for, whatever its stage and standing.
    fn takes(&mut self, item: &Item) -> bool {
        let (filter, followed) = (self.filter, &item.followed);
        let is_in = |wanted: &Option<BTreeSet<RecordId>>, id: Option<RecordId>| {
            wanted.as_ref().is_none_or(|wanted| id.is_some_and(|id| wanted.contains(&id)))
        };
        self.takes_kind(item)
            && is_in(&self.units, followed.unit)
            && is_in(&self.delegations, followed.delegation)
            && filter.due_from.is_none_or(|from| followed.due.is_some_and(|due| due >= from))
            && filter.due_to.is_none_or(|to| followed.due.is_some_and(|due| due <= to))
            && (self.class.is_empty() || (!followed.class.is_empty() && fold(followed.class.trim()) == self.class))
            && self.doers.take(&followed.doers)
    }

    fn takes_kind(&self, item: &Item) -> bool {
        let kinds = &self.filter.kinds;
        (kinds.is_empty() && !item.is_model())
            || kinds.contains(&item.followed.kind)
            || (item.followed.deep_review && kinds.contains(&ItemKind::DeepReview))
    }

    fn takes_stage(&self, followed: &FollowedItem, overdue: bool) -> bool {
        let stage = match self.filter.stage {
            Stage::Open => !followed.standing.is_closed(),
            Stage::Overdue => overdue,
            Stage::Closed => followed.standing.is_closed(),
            Stage::All => true,
        };
        stage && (self.filter.standings.is_empty() || self.filter.standings.contains(&followed.standing))
    }
}

impl Ledger {
    /// Lists what a filter asks for, by due date; `with_words` are the records that have the words of the filter, by id,
    /// where it has any.
    pub(in crate::session) fn register(
        &self,
        filter: &Filter,
        with_words: Option<&[RecordId]>,
        today: NaiveDate,
    ) -> RegisterView {
        let mut sieve = Sieve {
            filter,
            units: filter.unit.map(|unit| if filter.alone { BTreeSet::from([unit]) } else { self.units_below(unit) }),
            delegations: filter.delegation.map(|delegation| self.parts_of(delegation)),
            doers: Doers { needle: Needle::new(&filter.doer), known: HashMap::new() },
            class: fold(filter.class.trim()),
        };
        let mut counts = Counts::default();
        let mut classes = BTreeSet::new();
        let mut found: Vec<(_, Place)> = Vec::new();
        let mut with_words = with_words.map(|records| records.iter().peekable());
        for (place, item) in self.items.places().filter(|(_, item)| item.counts) {
            let followed = &item.followed;
            if !followed.class.is_empty() {
                classes.insert(followed.class.trim());
            }
            let has_words = with_words.as_mut().is_none_or(|records| {
                while records.next_if(|record| **record < followed.id).is_some() {}
                records.peek() == Some(&&followed.id)
            });
            if !has_words || !sieve.takes(item) {
                continue;
            }
            let overdue = followed.is_overdue(today);
            count(&mut counts, followed, overdue);
            if sieve.takes_stage(followed, overdue) {
                found.push((Rows::key(followed), place));
            }
        }
        found.sort_unstable_by_key(|(key, _)| *key);
        let order = found.into_iter().map(|(_, place)| place).collect();
        RegisterView {
            rows: Rows::new(self.items.clone(), order, today),
            counts,
            classes: classes.into_iter().filter(|class| !class.is_empty()).map(str::to_owned).collect(),
            unreadable: self.unreadable(),
        }
    }

    /// The units of a filter: one with those below it.
    pub(in crate::session) fn units_below(&self, unit: RecordId) -> BTreeSet<RecordId> {
        below(unit, self.units.iter().map(|(id, note)| (*id, note.parent)))
    }

    /// The delegations of a filter: one with its parts.
    pub(in crate::session) fn parts_of(&self, delegation: RecordId) -> BTreeSet<RecordId> {
        below(delegation, self.delegations.iter().map(|(id, note)| (*id, note.part_of)))
    }
}

fn count(counts: &mut Counts, followed: &FollowedItem, overdue: bool) {
    if followed.standing.is_closed() {
        counts.closed += 1;
    } else {
        counts.open += 1;
    }
    counts.overdue += usize::from(overdue);
    if followed.kind == ItemKind::Entry(EntryKind::Commitment) {
        counts.commitments += 1;
        counts.commitments_with_result += usize::from(has_result(followed.standing));
    }
}

/// Whether somebody said what came of it.
fn has_result(standing: Standing) -> bool {
    !matches!(standing, Standing::Noted | Standing::New | Standing::Assigned | Standing::InProgress)
}

/// Everything that hangs below `top` in a tree given by its parents, `top` included; rings end where they began.
fn below(top: RecordId, parents: impl Iterator<Item = (RecordId, Option<RecordId>)> + Clone) -> BTreeSet<RecordId> {
    let mut found = BTreeSet::from([top]);
    let mut last = 0;
    while found.len() > last {
        last = found.len();
        let children = parents.clone().filter(|(_, parent)| parent.is_some_and(|parent| found.contains(&parent)));
        let children: Vec<RecordId> = children.map(|(id, _)| id).collect();
        found.extend(children);
    }
    found
}
