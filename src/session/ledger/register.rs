//! The register: everything that is followed, sifted and counted.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::Ledger;
use super::notes::Item;
use crate::domain::{EntryKind, FollowedItem, ItemKind, RecordId, Standing};
use crate::session::{Counts, Filter, RegisterRow, RegisterView, Stage};
use crate::text::{Needle, fold};

/// A filter made ready to be held against many items.
struct Sieve<'a> {
    filter: &'a Filter,
    units: Option<BTreeSet<RecordId>>,
    delegations: Option<BTreeSet<RecordId>>,
    text: Needle,
    doer: Needle,
    class: String,
}

impl Sieve<'_> {
    /// Whether an item is asked for, whatever its stage and standing.
    fn takes(&self, item: &Item) -> bool {
        let (filter, followed) = (self.filter, &*item.followed);
        let is_in = |wanted: &Option<BTreeSet<RecordId>>, id: Option<RecordId>| {
            wanted.as_ref().is_none_or(|wanted| id.is_some_and(|id| wanted.contains(&id)))
        };
        self.takes_kind(item)
            && is_in(&self.units, followed.unit)
            && is_in(&self.delegations, followed.delegation)
            && filter.due_from.is_none_or(|from| followed.due.is_some_and(|due| due >= from))
            && filter.due_to.is_none_or(|to| followed.due.is_some_and(|due| due <= to))
            && (self.class.is_empty() || fold(followed.class.trim()) == self.class)
            && self.doer.is_in_folded(&item.doers, || followed.doers.join("\n"))
            && self.text.is_in_folded(&item.words, || words_of(item))
    }

    fn takes_kind(&self, item: &Item) -> bool {
        let kinds = &self.filter.kinds;
        let is_model = item.followed.kind == ItemKind::Entry(EntryKind::GoodPractice);
        (kinds.is_empty() && !is_model)
            || kinds.contains(&item.followed.kind)
            || (item.flagged && kinds.contains(&ItemKind::DeepReview))
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

fn words_of(item: &Item) -> String {
    let name = item.model.as_ref().map_or("", |model| model.name.as_str());
    let followed = &item.followed;
    [name, &followed.text, &followed.class, &followed.source, &followed.doers.join("\n")].join("\n")
}

impl Ledger {
    /// Lists what a filter asks for, by due date.
    pub(in crate::session) fn register(&self, filter: &Filter, today: NaiveDate) -> RegisterView {
        let sieve = Sieve {
            filter,
            units: filter.unit.map(|unit| self.units_below(unit)),
            delegations: filter.delegation.map(|delegation| self.parts_of(delegation)),
            text: Needle::new(&filter.text),
            doer: Needle::new(&filter.doer),
            class: fold(filter.class.trim()),
        };
        let mut counts = Counts::default();
        let mut found = Vec::new();
        for item in self.counting().filter(|item| sieve.takes(item)) {
            let followed = &item.followed;
            let overdue = followed.is_overdue(today);
            count(&mut counts, followed, overdue);
            if sieve.takes_stage(followed, overdue) {
                let key = (followed.due.is_none(), followed.due, followed.raised, followed.id);
                found.push((key, item, overdue));
            }
        }
        found.sort_unstable_by_key(|(key, ..)| *key);
        let row = |(_, item, overdue): (_, &Item, bool)| RegisterRow {
            item: Arc::clone(&item.followed),
            unit: self.unit_name(item.followed.unit),
            overdue,
            model: item.model.clone(),
        };
        RegisterView {
            rows: found.into_iter().map(row).collect(),
            counts,
            classes: self.classes(),
            unreadable: self.unreadable(),
        }
    }

    fn classes(&self) -> Vec<String> {
        let classes = self.counting().map(|item| item.followed.class.trim()).filter(|class| !class.is_empty());
        classes.collect::<BTreeSet<&str>>().into_iter().map(str::to_owned).collect()
    }

    /// The units of a filter: one with those below it.
    pub(super) fn units_below(&self, unit: RecordId) -> BTreeSet<RecordId> {
        below(unit, self.units.iter().map(|(id, note)| (*id, note.parent)))
    }

    /// The delegations of a filter: one with its parts.
    pub(super) fn parts_of(&self, delegation: RecordId) -> BTreeSet<RecordId> {
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
