//! Visits: working sessions of a delegation at a unit (buổi làm việc).

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::{Kind, Record, RecordId};

/// Where a visit stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitStatus {
    /// Dự kiến.
    #[default]
    Planned,
    /// Đang diễn ra.
    Open,
    /// Đã kết thúc.
    Closed,
    /// Đã hủy.
    Cancelled,
}

impl VisitStatus {
    /// Every status in the order of a visit's life.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Open, Self::Closed, Self::Cancelled];

    /// Whether a visit may go from this status to `next`.
    ///
    /// A closed visit may be opened again and a cancelled one planned again; a visit that took place cannot be cancelled.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        use VisitStatus::{Cancelled, Closed, Open, Planned};
        matches!(
            (self, next),
            (Planned | Closed, Open) | (Open, Closed) | (Planned | Open, Cancelled) | (Cancelled, Planned)
        )
    }
}

/// Secrecy mark (mức độ mật) of the minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Secrecy {
    /// Nobody decided yet.
    #[default]
    Unset,
    /// Decided: no mark.
    Open,
    /// Mật.
    Secret,
    /// Tối mật.
    HighlySecret,
    /// Tuyệt mật.
    TopSecret,
}

impl Secrecy {
    /// Every mark in rising order.
    pub const ALL: [Self; 5] = [Self::Unset, Self::Open, Self::Secret, Self::HighlySecret, Self::TopSecret];
}

/// One working session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Visit {
    /// The delegation.
    pub delegation: Option<RecordId>,
    /// The unit visited.
    pub unit: Option<RecordId>,
    /// Where the visit stands.
    pub status: VisitStatus,
    /// Why it was cancelled.
    pub cancel_reason: String,
    /// Day of the session.
    pub date: Option<NaiveDate>,
    /// When it began.
    pub start: Option<NaiveTime>,
    /// When it ended.
    pub end: Option<NaiveTime>,
    /// Where it was held.
    pub place: String,
    /// What it was about, when narrower than the delegation's theme.
    pub subject: String,
    /// The member who presides.
    pub chair: Option<RecordId>,
    /// The member who records.
    pub recorder: Option<RecordId>,
    /// Documents used (tài liệu sử dụng).
    pub materials: String,
    /// Anything else the head of the minutes must say.
    pub other_information: String,
    /// Secrecy mark.
    pub secrecy: Secrecy,
    /// Copies made of the minutes, in all.
    pub copies: Option<u32>,
    /// Copies kept by each side.
    pub copies_each: Option<u32>,
    /// Who receives the minutes (nơi nhận).
    pub recipients: String,
    /// The sealed version in force, while nothing of the visit may change.
    pub sealed: Option<u32>,
    /// Why it was opened again after it had been sealed, until it is sealed anew.
    pub reopened: String,
}

impl Record for Visit {
    const KIND: Kind = Kind::VISIT;
}

/// The session would end before it began, or at the same minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the session ends at {end}, not after its start at {start}")]
pub struct VisitTimeError {
    /// When it began.
    pub start: NaiveTime,
    /// When it was said to end.
    pub end: NaiveTime,
}

impl Visit {
    /// Checks that the session ends after it began.
    ///
    /// # Errors
    /// When both times are known and the end is not after the start.
    pub fn check_times(&self) -> Result<(), VisitTimeError> {
        match (self.start, self.end) {
            (Some(start), Some(end)) if end <= start => Err(VisitTimeError { start, end }),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::VisitStatus::{Cancelled, Closed, Open, Planned};
    use super::*;

    #[test]
    fn a_visit_moves_only_along_its_life() {
        let allowed = [
            (Planned, Open),
            (Open, Closed),
            (Closed, Open),
            (Planned, Cancelled),
            (Open, Cancelled),
            (Cancelled, Planned),
        ];
        for from in VisitStatus::ALL {
            for to in VisitStatus::ALL {
                assert_eq!(from.may_become(to), allowed.contains(&(from, to)), "{from:?} → {to:?}");
            }
        }
    }
}
