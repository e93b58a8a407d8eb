//! Following up: what stays open after a visit, until somebody says with evidence that it is done.
//!
//! Where an item stands is never stored: it is the newest of what its log and the verdicts of later visits say, so that two
//! laptops that both write lose nothing. "Quá hạn" derives from the date.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{EntryKind, Kind, Record, RecordId, ScopeId};

/// Where an item stands (trạng thái). No official closed list was seen; this is the one table of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Ghi nhận: of what is asked of those above.
    Noted,
    /// Mới.
    New,
    /// Đã giao.
    Assigned,
    /// Đang thực hiện.
    InProgress,
    /// Đã báo cáo hoàn thành.
    ReportedDone,
    /// Hoàn thành (đã xác minh).
    Done,
    /// Thực hiện một phần.
    PartlyDone,
    /// Chưa thực hiện.
    NotDone,
    /// Không còn phù hợp.
    Obsolete,
}

/// A standing and where an item may go from it.
struct Moves {
    from: Standing,
    to: &'static [Standing],
}

/// Every allowed move, as data. Closing needs evidence; reopening what was closed is allowed, because a check may prove it undone.
static MOVES: [Moves; 9] = {
    use Standing::{Assigned, Done, InProgress, New, NotDone, Noted, Obsolete, PartlyDone, ReportedDone};
    [
        Moves { from: Noted, to: &[Assigned, InProgress, ReportedDone, Done, PartlyDone, NotDone, Obsolete] },
        Moves { from: New, to: &[Assigned, InProgress, ReportedDone, Done, PartlyDone, NotDone, Obsolete] },
        Moves { from: Assigned, to: &[InProgress, ReportedDone, Done, PartlyDone, NotDone, Obsolete] },
        Moves { from: InProgress, to: &[ReportedDone, Done, PartlyDone, NotDone, Obsolete] },
        Moves { from: ReportedDone, to: &[InProgress, Done, PartlyDone, NotDone, Obsolete] },
        Moves { from: PartlyDone, to: &[InProgress, ReportedDone, Done, NotDone, Obsolete] },
        Moves { from: NotDone, to: &[Assigned, InProgress, ReportedDone, Done, PartlyDone, Obsolete] },
        Moves { from: Done, to: &[InProgress, PartlyDone, NotDone] },
        Moves { from: Obsolete, to: &[New] },
    ]
};

impl Standing {
    /// Every standing, in the order screens offer them.
    pub const ALL: [Self; 9] = [
        Self::Noted,
        Self::New,
        Self::Assigned,
        Self::InProgress,
        Self::ReportedDone,
        Self::Done,
        Self::PartlyDone,
        Self::NotDone,
        Self::Obsolete,
    ];

    /// Where an item of this kind begins.
    #[must_use]
    pub fn of_new(kind: EntryKind) -> Self {
        if kind == EntryKind::RecommendationUp { Self::Noted } else { Self::New }
    }

    /// Lists where an item may go from here.
    #[must_use]
    pub fn moves(self) -> &'static [Self] {
        MOVES.iter().find(|moves| moves.from == self).map_or(&[], |moves| moves.to)
    }

    /// Whether nothing more is expected of the item.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::Obsolete)
    }

    /// Whether going here must name the evidence.
    #[must_use]
    pub fn asks_evidence(self) -> bool {
        self == Self::Done
    }
}

/// What was done about an open item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowAct {
    /// Theo dõi.
    #[default]
    Watch,
    /// Đôn đốc.
    Urge,
    /// Kiểm tra.
    Check,
    /// Trả lời của nơi nhận kiến nghị.
    Reply,
}

impl FollowAct {
    /// Every act, in the order screens offer them.
    pub const ALL: [Self; 4] = [Self::Watch, Self::Urge, Self::Check, Self::Reply];
}

/// A dated act on an open item (theo dõi, đôn đốc, kiểm tra); kept in the item's own scope.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FollowUp {
    /// The entry or [`OutsideItem`].
    pub item: Option<RecordId>,
    /// What was done.
    pub act: FollowAct,
    /// On which day.
    pub date: Option<NaiveDate>,
    /// By whom.
    pub by: String,
    /// What came of it, or what the addressee answered.
    pub result: String,
    /// Where the item stands from now on, when this act changed it.
    pub standing: Option<Standing>,
    /// A new due date, when it was put off.
    pub due: Option<NaiveDate>,
    /// What proves it: a document, a page, a photograph.
    pub evidence: String,
}

impl Record for FollowUp {
    const KIND: Kind = Kind::FOLLOW_UP;
}

/// What a later visit says of an open item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VerdictLevel {
    /// Đã thực hiện.
    Done,
    /// Thực hiện một phần.
    Partly,
    /// Chưa thực hiện.
    Not,
    /// Chưa xác minh được.
    Unverifiable,
}

impl VerdictLevel {
    /// Every level, in the order screens offer them.
    pub const ALL: [Self; 4] = [Self::Done, Self::Partly, Self::Not, Self::Unverifiable];

    /// Where the item stands after this verdict; nothing when it says nothing about that.
    #[must_use]
    pub fn standing(self) -> Option<Standing> {
        match self {
            Self::Done => Some(Standing::Done),
            Self::Partly => Some(Standing::PartlyDone),
            Self::Not => Some(Standing::NotDone),
            Self::Unverifiable => None,
        }
    }
}

/// What a visit found of an item carried over to it; kept in the scope of that visit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Verdict {
    /// The visit.
    pub visit: Option<RecordId>,
    /// The entry or [`OutsideItem`].
    pub item: Option<RecordId>,
    /// The verdict.
    pub level: Option<VerdictLevel>,
    /// What is left or was found: "còn 2 chi bộ".
    pub words: String,
    /// A new due date, when one was set.
    pub due: Option<NaiveDate>,
}

impl Record for Verdict {
    const KIND: Kind = Kind::VERDICT;
}

/// Something to be followed at a unit that did not come from a visit kept here; kept in the scope of the office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OutsideItem {
    /// The unit.
    pub unit: Option<RecordId>,
    /// Who raised it: "Kiểm toán nhà nước khu vực II".
    pub source: String,
    /// Document it stands in: "Kết luận số 15-KL/TU".
    pub document: String,
    /// When it was raised.
    pub date: Option<NaiveDate>,
    /// What is asked or found.
    pub text: String,
    /// Who must act.
    pub doers: Vec<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The user's own class of tracked cases; empty for others.
    pub class: String,
    /// How often it had been carried over on paper before it was entered here.
    pub carried: u32,
    /// Codes of criteria it touches.
    pub criteria: Vec<String>,
}

impl Record for OutsideItem {
    const KIND: Kind = Kind::OUTSIDE_ITEM;
}

/// What an open item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// An entry of an earlier visit.
    Entry(EntryKind),
    /// An entry flagged for a deeper review (gợi ý kiểm điểm sâu).
    DeepReview,
    /// Something from outside.
    Outside,
}

/// An item that is followed, as everything written about it adds up; what many items say alike they share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowedItem {
    /// The entry or [`OutsideItem`].
    pub id: RecordId,
    /// Scope of that record.
    pub scope: ScopeId,
    /// What it is.
    pub kind: ItemKind,
    /// Whether a deeper review was suggested (gợi ý kiểm điểm sâu), beside whatever else it is.
    pub deep_review: bool,
    /// The unit that it was raised at.
    pub unit: Option<RecordId>,
    /// The delegation that raised it; nothing for outside items.
    pub delegation: Option<RecordId>,
    /// The visit that it was raised at; nothing for outside items.
    pub visit: Option<RecordId>,
    /// The day it was raised.
    pub raised: Option<NaiveDate>,
    /// Who raised it, as minutes name it: "Đoàn kiểm tra theo QĐ số 120-QĐ/TU", "Kiểm toán nhà nước".
    pub source: Arc<str>,
    /// Its words.
    pub text: Arc<str>,
    /// Who must act.
    pub doers: Arc<[String]>,
    /// Codes of criteria it touches.
    pub criteria: Arc<[String]>,
    /// By when, as first set.
    pub first_due: Option<NaiveDate>,
    /// By when, as last set.
    pub due: Option<NaiveDate>,
    /// Where it stands.
    pub standing: Standing,
    /// The user's own class, of outside items.
    pub class: Arc<str>,
}

impl FollowedItem {
    /// Whether a deeper review was suggested of what is followed anyway, so that its kind does not say so.
    #[must_use]
    pub fn is_tagged_for_review(&self) -> bool {
        self.deep_review && self.kind != ItemKind::DeepReview
    }

    /// Whether it is open and its due date is before `today`.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        !self.standing.is_closed() && self.due.is_some_and(|due| due < today)
    }
}

/// An item as a later visit of its unit finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedItem {
    /// The item, as it stood before this visit.
    pub item: FollowedItem,
    /// How many visits it was carried to, this one included.
    pub times: u32,
    /// What this visit says of it, the newest where two people wrote one.
    pub verdict: Option<(RecordId, Verdict)>,
}

/// A criterion that was found at fault at one unit more than once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// Its code, as the newest fault has it.
    pub criterion: String,
    /// At how many visits to the unit it was found, this one included.
    pub times: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standing_has_moves_and_none_leads_to_itself() {
        for standing in Standing::ALL {
            assert_eq!(MOVES.iter().filter(|moves| moves.from == standing).count(), 1, "{standing:?}");
            assert!(!standing.moves().is_empty() && !standing.moves().contains(&standing), "{standing:?}");
        }
    }

    #[test]
    fn only_what_was_closed_can_be_left_open_again() {
        for standing in Standing::ALL.into_iter().filter(|standing| !standing.is_closed()) {
            assert!(standing.moves().contains(&Standing::Done), "{standing:?}");
            assert!(standing.moves().contains(&Standing::Obsolete), "{standing:?}");
        }
    }
}
