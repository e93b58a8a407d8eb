//! What the ledger keeps of a record: as little as its answers need.

use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::Value;

use super::super::checklists::checklist_key;
use super::super::{Model, Row};
use crate::domain::{
    Delegation, Entry, EntryKind, FollowUp, FollowedItem, ItemKind, OutsideItem, RecordId, RecordState, Standing, Unit,
    Verdict, Visit, VisitStatus,
};
use crate::minutes::Words;
use crate::text::fold;

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
    pub(super) source: String,
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
        Self { source, part_of: delegation.part_of, checklist: checklist_key(&delegation.checklist), living }
    }
}

#[derive(Debug, PartialEq)]
pub(super) struct VisitNote {
    pub(super) unit: Option<RecordId>,
    pub(super) delegation: Option<RecordId>,
    pub(super) date: Option<NaiveDate>,
    status: VisitStatus,
    living: bool,
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

    /// Where a visit stands among others: by day, and on one day by the time it was made. One without a day is still to come.
    pub(super) fn place(&self, id: RecordId) -> (NaiveDate, RecordId) {
        (self.date.unwrap_or(NaiveDate::MAX), id)
    }
}

/// A follow-up or a verdict.
#[derive(Debug, PartialEq)]
pub(super) struct StepNote {
    pub(super) item: RecordId,
    /// The visit of a verdict, whose day is the verdict's.
    pub(super) visit: Option<RecordId>,
    /// The day of a follow-up.
    pub(super) date: Option<NaiveDate>,
    pub(super) standing: Option<Standing>,
    pub(super) due: Option<NaiveDate>,
}

impl StepNote {
    pub(super) fn of_follow_up(row: &Row<FollowUp>) -> Option<Self> {
        let FollowUp { item, date, standing, due, .. } = row.record;
        Some(Self { item: item?, visit: None, date, standing, due })
    }

    pub(super) fn of_verdict(row: &Row<Verdict>) -> Option<Self> {
        let Verdict { item, visit, level, due, .. } = row.record;
        Some(Self {
            item: item?,
            visit: Some(visit?),
            date: None,
            standing: level.and_then(|level| level.standing()),
            due,
        })
    }
}

/// A followed item.
#[derive(Debug, PartialEq)]
pub(in crate::session) struct Item {
    /// The item as it stands today; lists share it.
    pub(in crate::session) followed: Arc<FollowedItem>,
    /// Its unit, here once more so that sifting all items by unit reads nothing behind them.
    pub(super) unit: Option<RecordId>,
    /// Whether its visit took place, and neither that nor its delegation was removed.
    pub(super) counts: bool,
    /// Whether a deeper review was suggested.
    pub(super) flagged: bool,
    /// How often it was carried before it was entered.
    pub(super) carried: u32,
    /// Its words for searching, folded.
    pub(super) words: Box<str>,
    /// Its doers for searching, folded.
    pub(super) doers: Box<str>,
    /// Its topic, or empty.
    pub(super) topic: Box<str>,
    pub(super) model: Option<Arc<Model>>,
}

impl Item {
    /// Whether an entry can be an item, as far as two of its fields tell.
    pub(super) fn may_be(state: &RecordState) -> bool {
        let kind = kind_of(state);
        state.value("deep_review") == &Value::Bool(true)
            || kind.is_none_or(|kind| kind.is_followed() || kind == EntryKind::GoodPractice)
    }

    pub(super) fn of_entry(row: Row<Entry>) -> Option<Self> {
        let Row { id, scope, record: entry, .. } = row;
        let kind = match entry.kind {
            kind if kind.is_followed() => ItemKind::Entry(kind),
            _ if entry.deep_review => ItemKind::DeepReview,
            EntryKind::GoodPractice => ItemKind::Entry(EntryKind::GoodPractice),
            _ => return None,
        };
        let doers = if entry.kind.names_doers() { entry.people } else { Vec::new() };
        let model = (entry.kind == EntryKind::GoodPractice).then(|| {
            Arc::new(Model {
                name: entry.model_name,
                topic: entry.topic.clone(),
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
            source: String::new(),
            text: entry.text,
            doers,
            criteria: entry.criteria,
            first_due: entry.due,
            due: entry.due,
            standing: Standing::New,
            class: String::new(),
        };
        let item = Self::with(followed, entry.deep_review, 0, model);
        Some(Self { topic: entry.topic.into(), ..item })
    }

    pub(super) fn of_outside(row: Row<OutsideItem>) -> Self {
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
            source,
            text: item.text,
            doers: item.doers,
            criteria: item.criteria,
            first_due: item.due,
            due: item.due,
            standing: Standing::New,
            class: item.class,
        };
        Self::with(followed, false, item.carried, None)
    }

    fn with(followed: FollowedItem, flagged: bool, carried: u32, model: Option<Arc<Model>>) -> Self {
        let name = model.as_ref().map_or("", |model| model.name.as_str());
        let outside = if followed.visit.is_none() { followed.source.as_str() } else { "" };
        let doers: Box<str> = fold(&followed.doers.join("\n")).into();
        let words = fold(&[name, &followed.text, &followed.class, outside, &doers].join("\n")).into();
        Self {
            followed: Arc::new(followed),
            unit: None,
            counts: false,
            flagged,
            carried,
            words,
            doers,
            topic: Box::default(),
            model,
        }
    }
}

/// A cause found at a visit.
#[derive(Debug, PartialEq)]
pub(super) struct Cause {
    pub(super) visit: RecordId,
    pub(super) objective: bool,
    pub(super) topic: Box<str>,
    /// What it is linked to, for the topic of the fault where it has none of its own.
    pub(super) links: Box<[RecordId]>,
}

impl Cause {
    pub(super) fn may_be(state: &RecordState) -> bool {
        kind_of(state).is_none_or(is_cause)
    }

    pub(super) fn of(entry: &Entry) -> Option<Self> {
        let objective = entry.kind == EntryKind::ObjectiveCause;
        let (topic, links) = (entry.topic.trim().into(), entry.links.as_slice().into());
        is_cause(entry.kind).then_some(Self { visit: entry.visit?, objective, topic, links })
    }
}

fn is_cause(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::ObjectiveCause | EntryKind::SubjectiveCause)
}

/// The kind of an entry; nothing when it cannot be told without reading the whole record.
fn kind_of(state: &RecordState) -> Option<EntryKind> {
    match state.value("kind") {
        Value::Null => Some(EntryKind::default()),
        value => serde_json::from_value(value.clone()).ok(),
    }
}
