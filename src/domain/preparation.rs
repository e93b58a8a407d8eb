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

/// How a document stands against the days it had to come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It has not come, and still may.
    Awaited,
    /// It has not come, and this day has passed.
    Missing(NaiveDate),
    /// It came in time, or nothing says by when it had to.
    InTime,
    /// It came after this day.
    Late(NaiveDate),
}

impl Arrival {
    /// Whether the unit kept the delegation waiting.
    #[must_use]
    pub fn is_late(self) -> bool {
        matches!(self, Self::Missing(_) | Self::Late(_))
    }
}

impl Material {
    /// Whether the record says which document it is.
    #[must_use]
    pub fn is_named(&self) -> bool {
        [&self.form, &self.symbol, &self.title].into_iter().any(|text| !text.trim().is_empty())
    }

    /// Judges when the document came. `papers_due` is the last day on which papers reach the meeting in time; the document's own
    /// day may be earlier, never later.
    #[must_use]
    pub fn arrival(&self, papers_due: Option<NaiveDate>, today: NaiveDate) -> Arrival {
        let last = [self.due, papers_due].into_iter().flatten().min();
        match (self.received, last) {
            (Some(received), Some(last)) if received > last => Arrival::Late(last),
            (Some(_), _) => Arrival::InTime,
            (None, Some(last)) if today > last => Arrival::Missing(last),
            (None, _) => Arrival::Awaited,
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_late_against_its_own_day_and_that_of_the_meeting() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day);
        let judge = |due, received, papers_due, today: u32| {
            let paper = Material { due, received, ..Material::default() };
            paper.arrival(papers_due, day(today).unwrap())
        };
        let last = |day: Option<NaiveDate>| day.unwrap();
        for (due, received, papers_due, today, arrival) in [
            (day(13), day(17), day(16), 19, Arrival::Late(last(day(13)))),
            (None, day(17), day(16), 19, Arrival::Late(last(day(16)))),
            (day(18), day(17), day(16), 19, Arrival::Late(last(day(16)))),
            (day(13), day(13), day(16), 19, Arrival::InTime),
            (None, day(16), day(16), 19, Arrival::InTime),
            (None, day(17), None, 19, Arrival::InTime),
            (day(13), None, day(16), 13, Arrival::Awaited),
            (day(13), None, day(16), 14, Arrival::Missing(last(day(13)))),
            (None, None, None, 19, Arrival::Awaited),
        ] {
            assert_eq!(judge(due, received, papers_due, today), arrival, "{due:?} {received:?} {papers_due:?} {today}");
        }
        assert!(Arrival::Late(last(day(1))).is_late() && !Arrival::Awaited.is_late());
    }
}
