//! What the ledger keeps of a record: as little as its answers need.

use std::borrow::Borrow;
use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::Value;

use super::super::checklists::checklist_key;
use super::super::{Model, Row};
use super::noted::Said;
use super::paged::Named;
use crate::domain::{
    Delegation, Entry, EntryKind, FollowUp, FollowedItem, ItemKind, OutsideItem, RecordId, RecordState, Standing, Unit,
    Verdict, Visit, VisitStatus,
};
use crate::minutes::Words;

#[derive(Debug, PartialEq)]
pub(super) struct UnitNote {
    pub(super) name: Arc<str>,
    pub(super) parent: Option<RecordId>,
}

impl UnitNote {
    pub(super) fn of(unit: &Unit) -> Self {
        Self { name: unit.name.as_str().into(), parent: unit.parent }
    }
}

#[derive(Debug, PartialEq)]
pub(super) struct DelegationNote {
    /// As minutes name it: "Đoàn kiểm tra theo QĐ số 120-QĐ/TU".
    pub(super) source: Arc<str>,
    pub(super) part_of: Option<RecordId>,
    /// Its checklist: one code means different criteria in two lists.
    pub(super) checklist: String,
    pub(super) living: bool,
}

impl DelegationNote {
    pub(super) fn of(delegation: &Delegation, living: bool) -> Self {
        let name = Words::of(delegation).delegation;
        let source = match delegation.decision_symbol.trim() {
            "" => format!("{name} của {}", delegation.authority.trim()),
            symbol => format!("{name} theo QĐ số {symbol}"),
        };
        let (part_of, checklist) = (delegation.part_of, checklist_key(&delegation.checklist));
        Self { source: source.into(), part_of, checklist, living }
    }
}

#[derive(Debug, PartialEq)]
pub(super) struct VisitNote {
    pub(super) unit: Option<RecordId>,
    pub(super) delegation: Option<RecordId>,
    pub(super) date: Option<NaiveDate>,
    status: VisitStatus,
    pub(super) living: bool,
}

impl VisitNote {
    pub(super) fn of(visit: &Visit, living: bool) -> Self {
        let Visit { unit, delegation, date, status, .. } = *visit;
        Self { unit, delegation, date, status, living }
    }

    pub(super) fn took_place(&self) -> bool {
        self.living && matches!(self.status, VisitStatus::Open | VisitStatus::Closed)
    }

    /// Whether a visit is still to come or goes on, so that what it finds is not on paper yet.
    pub(super) fn is_under_way(&self) -> bool {
        matches!(self.status, VisitStatus::Planned | VisitStatus::Open)
    }

    /// Where a visit stands among others: by day, and on one day by the time it was made.
    pub(super) fn place(&self, id: RecordId) -> (NaiveDate, RecordId) {
        (self.day(), id)
    }

    /// The day of a visit, for sorting: one without a day is still to come.
    pub(super) fn day(&self) -> NaiveDate {
        self.date.unwrap_or(NaiveDate::MAX)
    }
}

/// A follow-up or a verdict; which item it speaks of is told by where it is kept.
#[derive(Debug, PartialEq)]
pub(super) struct StepNote {
    /// The visit of a verdict, whose day is the verdict's.
    pub(super) visit: Option<RecordId>,
    /// The day of a follow-up.
    pub(super) date: Option<NaiveDate>,
    pub(super) standing: Option<Standing>,
    pub(super) due: Option<NaiveDate>,
}

impl StepNote {
    /// Reads which item a follow-up speaks of, and what it says.
    pub(super) fn of_follow_up(row: &Row<FollowUp>) -> Option<(RecordId, Self)> {
        let FollowUp { item, date, standing, due, .. } = row.record;
        Some((item?, Self { visit: None, date, standing, due }))
    }

    pub(super) fn of_verdict(row: &Row<Verdict>) -> Option<(RecordId, Self)> {
        let Verdict { item, visit, level, due, .. } = row.record;
        let standing = level.and_then(|level| level.standing());
        Some((item?, Self { visit: Some(visit?), date: None, standing, due }))
    }
}

/// A followed item.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::session) struct Item {
    /// The item as it stands today.
    pub(in crate::session) followed: FollowedItem,
    /// Name of its unit, or empty.
    pub(super) unit: Arc<str>,
    /// Whether its visit took place, and neither that nor its delegation was removed.
    pub(super) counts: bool,
    /// How often it was carried before it was entered.
    pub(super) carried: u32,
    /// Its topic, or empty.
    pub(super) topic: Arc<str>,
    pub(super) model: Option<Arc<Model>>,
}

impl Named for Item {
    fn id(&self) -> RecordId {
        self.followed.id
    }
}

impl Item {
    /// Whether it is a good practice, which is kept in a register of its own and never asked after.
    pub(super) fn is_model(&self) -> bool {
        self.followed.kind == ItemKind::Entry(EntryKind::GoodPractice)
    }

    /// Whether an entry can be an item, as far as two of its fields tell.
    pub(super) fn may_be(state: &RecordState) -> bool {
        let kind = kind_of(state);
        state.value("deep_review") == &Value::Bool(true)
            || kind.is_none_or(|kind| kind.is_followed() || kind == EntryKind::GoodPractice)
    }

    pub(super) fn of_entry(row: Row<Entry>, alike: &mut Alike) -> Option<Self> {
        let Row { id, scope, record: entry, .. } = row;
        let kind = match entry.kind {
            kind if kind.is_followed() => ItemKind::Entry(kind),
            _ if entry.deep_review => ItemKind::DeepReview,
            EntryKind::GoodPractice => ItemKind::Entry(EntryKind::GoodPractice),
            _ => return None,
        };
        let doers = if entry.kind.names_doers() { entry.people } else { Vec::new() };
        let topic = alike.words(&entry.topic);
        let model = (entry.kind == EntryKind::GoodPractice).then(|| {
            Arc::new(Model {
                name: entry.model_name,
                topic: entry.topic,
                result: entry.result,
                proposal: entry.proposal,
            })
        });
        let followed = FollowedItem {
            id,
            scope,
            kind,
            deep_review: entry.deep_review,
            unit: None,
            delegation: None,
            visit: Some(entry.visit?),
            raised: None,
            source: alike.words(""),
            text: entry.text.into(),
            doers: alike.list(doers),
            criteria: alike.list(entry.criteria),
            first_due: entry.due,
            due: entry.due,
            standing: Standing::New,
            class: alike.words(""),
        };
        Some(Self { topic, model, ..Self::with(followed, alike) })
    }

    pub(super) fn of_outside(row: Row<OutsideItem>, alike: &mut Alike) -> Self {
        let Row { id, scope, record: item, .. } = row;
        let source = match item.document.trim() {
            "" => item.source,
            document => format!("{} ({document})", item.source),
        };
        let followed = FollowedItem {
            id,
            scope,
            kind: ItemKind::Outside,
            deep_review: false,
            unit: item.unit,
            delegation: None,
            visit: None,
            raised: item.date,
            source: alike.words(&source),
            text: item.text.into(),
            doers: alike.list(item.doers),
            criteria: alike.list(item.criteria),
            first_due: item.due,
            due: item.due,
            standing: Standing::New,
            class: alike.words(&item.class),
        };
        Self { carried: item.carried, ..Self::with(followed, alike) }
    }

    fn with(followed: FollowedItem, alike: &mut Alike) -> Self {
        Self { followed, unit: alike.words(""), counts: false, carried: 0, topic: alike.words(""), model: None }
    }
}

/// Words that many records say alike, kept once.
#[derive(Debug, Default)]
pub(super) struct Alike {
    words: HashSet<Arc<str>>,
    lists: HashSet<Arc<[String]>>,
    said: HashSet<Arc<Said>>,
}

impl Alike {
    pub(super) fn words(&mut self, words: &str) -> Arc<str> {
        kept(&mut self.words, words)
    }

    pub(super) fn list(&mut self, list: Vec<String>) -> Arc<[String]> {
        kept(&mut self.lists, list.as_slice())
    }

    pub(super) fn said(&mut self, said: Said) -> Arc<Said> {
        kept(&mut self.said, said)
    }
}

fn kept<T: ?Sized + Eq + Hash, V: Borrow<T> + Into<Arc<T>>>(known: &mut HashSet<Arc<T>>, value: V) -> Arc<T> {
    if let Some(same) = known.get(value.borrow()) {
        return Arc::clone(same);
    }
    let fresh: Arc<T> = value.into();
    known.insert(Arc::clone(&fresh));
    fresh
}

/// Two ledgers are equal by what they keep, whatever was once kept alike.
impl PartialEq for Alike {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A cause found at a visit.
#[derive(Debug, PartialEq)]
pub(super) struct Cause {
    pub(super) visit: RecordId,
    pub(super) objective: bool,
    pub(super) topic: Arc<str>,
    /// What it is linked to, for the topic of the fault where it has none of its own.
    pub(super) links: Box<[RecordId]>,
}

impl Cause {
    pub(super) fn may_be(state: &RecordState) -> bool {
        kind_of(state).is_none_or(is_cause)
    }

    pub(super) fn of(entry: &Entry, alike: &mut Alike) -> Option<Self> {
        let objective = entry.kind == EntryKind::ObjectiveCause;
        let (topic, links) = (alike.words(entry.topic.trim()), entry.links.as_slice().into());
        is_cause(entry.kind).then_some(Self { visit: entry.visit?, objective, topic, links })
    }
}

fn is_cause(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::ObjectiveCause | EntryKind::SubjectiveCause)
}

/// The kind of an entry; nothing when it cannot be told without reading the whole record.
pub(in crate::session) fn kind_of(state: &RecordState) -> Option<EntryKind> {
    match state.value("kind") {
        Value::Null => Some(EntryKind::default()),
        value => serde_json::from_value(value.clone()).ok(),
    }
}
