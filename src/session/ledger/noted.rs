//! What is counted beside what is followed: strengths, and which criteria were looked at.

use std::sync::Arc;

use serde_json::Value;

use super::super::Row;
use super::super::checklists::checklist_key;
use super::notes::{Alike, kind_of};
use super::paged::Named;
use crate::domain::{Answer, EntryKind, RecordId, RecordState};

/// A strength, an entry that cites criteria, or an answer on one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Noted {
    id: RecordId,
    pub(super) visit: RecordId,
    pub(super) said: Arc<Said>,
}

/// What is counted of it; very many say the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Said {
    pub(super) is_strength: bool,
    pub(super) topic: String,
    /// The checklist of an answer; entries mean that of their delegation.
    pub(super) checklist: Option<String>,
    pub(super) criteria: Vec<String>,
}

impl Named for Noted {
    fn id(&self) -> RecordId {
        self.id
    }
}

impl Noted {
    /// Reads from an entry what is counted, without reading the rest of it: there are very many.
    pub(super) fn of_entry(state: &RecordState, alike: &mut Alike) -> Option<Self> {
        let is_strength = kind_of(state) == Some(EntryKind::Strength);
        let cited = |value: &Value| value.as_array().is_some_and(|cited| !cited.is_empty());
        if state.removal().is_some() || !(is_strength || cited(state.value("criteria"))) {
            return None;
        }
        let criteria = state.value("criteria").as_array().into_iter().flatten().filter_map(Value::as_str);
        let said = Said {
            is_strength,
            topic: state.value("topic").as_str().unwrap_or_default().trim().to_owned(),
            checklist: None,
            criteria: criteria.map(str::to_owned).collect(),
        };
        let visit = state.value("visit").as_str()?.parse().ok()?;
        Some(Self { id: state.id, visit, said: alike.said(said) })
    }

    pub(super) fn of_answer(row: &Row<Answer>, alike: &mut Alike) -> Option<Self> {
        let answer = &row.record;
        let visit = answer.visit.filter(|_| answer.is_given())?;
        let said = Said {
            is_strength: false,
            topic: String::new(),
            checklist: Some(checklist_key(&answer.checklist)),
            criteria: vec![answer.criterion.clone()],
        };
        Some(Self { id: row.id, visit, said: alike.said(said) })
    }
}
