//! What is prepared before a visit and kept beside it: documents, prompted issues, the delegation's diary.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Kind, Record, RecordId};

/// A document due from the unit or received from it (tài liệu).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Material {
    /// The visit it is for.
    pub visit: Option<RecordId>,
    /// What it is: "Báo cáo", "Nghị quyết", "Sổ chi bộ".
    pub form: String,
    /// Its symbol as written: "218-BC/HU".
    pub symbol: String,
    /// Its own date.
    pub date: Option<NaiveDate>,
    /// What it is about.
    pub title: String,
    /// Whether it is the unit's self-inspection report.
    pub self_report: bool,
    /// By when it was to be sent.
    pub due: Option<NaiveDate>,
    /// When it came; nothing while it has not come.
    pub received: Option<NaiveDate>,
    /// Anything worth noting of it.
    pub note: String,
    /// Fractional index among the visit's materials.
    pub order: String,
}

impl Record for Material {
    const KIND: Kind = Kind::MATERIAL;
}

/// An issue that the unit was asked beforehand to answer (vấn đề gợi ý).
///
/// It is answered when it has an answer of its own, or when an entry of the visit is linked to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PromptedIssue {
    /// The visit.
    pub visit: Option<RecordId>,
    /// The issue.
    pub text: String,
    /// What the unit answered, when no entry holds it.
    pub answer: String,
    /// Fractional index among the visit's issues.
    pub order: String,
}

impl Record for PromptedIssue {
    const KIND: Kind = Kind::PROMPTED_ISSUE;
}

/// A line of the delegation's diary (nhật ký Đoàn): only ever added to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DiaryEntry {
    /// The delegation.
    pub delegation: Option<RecordId>,
    /// The day it tells of.
    pub date: Option<NaiveDate>,
    /// Who did it, by name.
    pub who: String,
    /// What was done.
    pub text: String,
}

impl Record for DiaryEntry {
    const KIND: Kind = Kind::DIARY_ENTRY;
}

/// A check of a visit that somebody switched off, with the reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Waiver {
    /// The visit.
    pub visit: Option<RecordId>,
    /// Code of the check.
    pub check: String,
    /// Why; never empty.
    pub reason: String,
}

impl Record for Waiver {
    const KIND: Kind = Kind::WAIVER;
}
