//! Checklists: the built-in one and those of the office read as one tree, and what a visit found on it.

mod built_in;
pub(in crate::session) mod file;
mod reading;
mod tree;

pub use built_in::BUILT_IN;
pub(super) use reading::checklist_key;
pub use tree::{Level, Node};

use super::Row;
use crate::domain::{Answer, Checklist, Delegation, Entry, Unit, Unreadable, Visit};
use crate::minutes::Answered;

/// Every checklist that can be held against, the built-in one first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChecklistsView {
    /// The checklists.
    pub lists: Vec<ChecklistInfo>,
    /// Records that this version cannot read.
    pub unreadable: Vec<Unreadable>,
}

/// A checklist and how much is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChecklistInfo {
    /// The checklist.
    pub checklist: Checklist,
    /// Whether it comes with the program.
    pub built_in: bool,
    /// Number of its groups.
    pub groups: usize,
    /// Number of its items.
    pub items: usize,
    /// Number of local items below those.
    pub sub_items: usize,
    /// Number of items whose wording was compared with the document.
    pub verified: usize,
    /// Number of criteria that were brought in more than once, in different words.
    pub differing: usize,
}

/// The checklist of a visit with what was found.
#[derive(Clone, Debug, PartialEq)]
pub struct ChecklistView {
    /// The visit.
    pub visit: Row<Visit>,
    /// Its delegation, which the checklist is chosen for.
    pub delegation: Row<Delegation>,
    /// Its unit, when it is recorded.
    pub unit: Option<Row<Unit>>,
    /// The checklist held against; none when the delegation's is not on this machine.
    pub info: Option<ChecklistInfo>,
    /// Its criteria in tree order.
    pub criteria: Vec<CriterionRow>,
    /// Answers on criteria that are not in this checklist.
    pub strays: Vec<Row<Answer>>,
    /// How much of it anybody looked at.
    pub coverage: Coverage,
    /// Every checklist, to choose from.
    pub lists: Vec<ChecklistInfo>,
    /// Records that this version cannot read.
    pub unreadable: Vec<Unreadable>,
}

impl ChecklistView {
    /// Lists what was found or said on criteria, in the order of the checklist; those outside it last.
    pub(in crate::session) fn answers(&self) -> Vec<Answered<'_>> {
        let listed =
            self.criteria.iter().flat_map(|row| row.answers.iter().map(move |answer| (Some(&row.node), answer)));
        let all = listed.chain(self.strays.iter().map(|answer| (None, answer)));
        all.filter(|(_, row)| row.record.is_given() || row.record.is_self_assessed())
            .map(|(node, row)| Answered {
                id: row.id,
                title: node.map_or("", |node| node.criterion.title.as_str()),
                verified: node.is_some_and(|node| node.criterion.official_text().is_some()),
                answer: &row.record,
            })
            .collect()
    }
}

/// A criterion with what the visit found on it.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionRow {
    /// The criterion and its place.
    pub node: Node,
    /// Answers on it; more than one when two laptops each wrote one.
    pub answers: Vec<Row<Answer>>,
    /// Entries that cite it.
    pub cited_by: Vec<Row<Entry>>,
    /// Whether anybody looked at it, or at one below it.
    pub looked_at: bool,
    /// Of a group: how many of its items were looked at, and how many there are.
    pub progress: (usize, usize),
}

/// How much of a checklist anybody looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Number of items.
    pub items: usize,
    /// Items that were answered or cited, they or one below them.
    pub looked_at: usize,
    /// Items that the unit assessed itself.
    pub self_assessed: usize,
    /// Number of local items below those.
    pub sub_items: usize,
    /// Those of them that were looked at.
    pub sub_items_looked_at: usize,
    /// Criteria that both sides gave a score.
    pub scored: usize,
    /// Sum of the delegation's scores of those.
    pub score: u64,
    /// Sum of the unit's own scores of those.
    pub self_score: u64,
}
