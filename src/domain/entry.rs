//! Entries: the lines of a visit's record, each of one kind that may be changed later.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::{Bearer, Extent, Kind, PersonId, Position, Proposal, Provenance, Record, RecordId};

/// What an entry is; decides its place in the minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// Ý kiến phát biểu.
    #[default]
    Statement,
    /// Mục đích, yêu cầu.
    Purpose,
    /// Đơn vị báo cáo.
    Report,
    /// Trao đổi, thẩm tra, xác minh.
    Question,
    /// Giải trình, tiếp thu.
    Explanation,
    /// Ưu điểm.
    Strength,
    /// Hạn chế, khuyết điểm.
    Shortcoming,
    /// Dấu hiệu vi phạm.
    ViolationSign,
    /// Nguyên nhân khách quan.
    ObjectiveCause,
    /// Nguyên nhân chủ quan.
    SubjectiveCause,
    /// Trách nhiệm.
    Responsibility,
    /// Số liệu.
    Figure,
    /// Cam kết.
    Commitment,
    /// Mô hình, cách làm hay.
    GoodPractice,
    /// Bài học.
    Lesson,
    /// Kiến nghị của đơn vị với cấp trên.
    RecommendationUp,
    /// Đề nghị, yêu cầu của đoàn với đơn vị.
    RecommendationDown,
    /// Tài liệu, giải trình phải bổ sung.
    Supplement,
    /// Ý kiến khác, bảo lưu.
    ReservedOpinion,
    /// Ý kiến kết luận của người chủ trì.
    Conclusion,
    /// Ý kiến tiếp thu của đơn vị.
    Acceptance,
}

impl EntryKind {
    /// Every kind in the order of the minutes.
    pub const ALL: [Self; 21] = [
        Self::Purpose,
        Self::Report,
        Self::Question,
        Self::Statement,
        Self::Explanation,
        Self::Strength,
        Self::Shortcoming,
        Self::ViolationSign,
        Self::ObjectiveCause,
        Self::SubjectiveCause,
        Self::Responsibility,
        Self::Figure,
        Self::Commitment,
        Self::GoodPractice,
        Self::Lesson,
        Self::RecommendationUp,
        Self::RecommendationDown,
        Self::Supplement,
        Self::ReservedOpinion,
        Self::Conclusion,
        Self::Acceptance,
    ];

    /// Whether the entry names a fault that causes, responsibility and recommendations attach to.
    #[must_use]
    pub fn is_fault(self) -> bool {
        matches!(self, Self::Shortcoming | Self::ViolationSign)
    }

    /// Whether an entry of this kind, linked "to the one above", means the nearest fault rather than the nearest line.
    #[must_use]
    pub fn attaches_to_fault(self) -> bool {
        matches!(
            self,
            Self::ObjectiveCause
                | Self::SubjectiveCause
                | Self::Responsibility
                | Self::RecommendationDown
                | Self::Explanation
                | Self::Commitment
                | Self::Supplement
        )
    }

    /// Whether the entry asks somebody to do something, so that it is followed until it is done.
    #[must_use]
    pub fn is_recommendation(self) -> bool {
        matches!(self, Self::RecommendationDown | Self::RecommendationUp)
    }

    /// Whether an entry of this kind stays open after its visit until a verdict or a follow-up closes it.
    #[must_use]
    pub fn is_followed(self) -> bool {
        self.is_fault() || self.is_recommendation() || self == Self::Commitment
    }

    /// Names the fields that are asked of an entry of this kind beside its words, time and links: the one table of them, in the
    /// order a form asks for them.
    #[must_use]
    pub fn details(self) -> &'static [&'static str] {
        match self {
            Self::Shortcoming | Self::ViolationSign => &[
                "severity",
                "criteria",
                "topic",
                "locality",
                "extent",
                "private_names",
                "deep_review",
                "people",
                "provenance",
                "material",
                "document",
                "page",
            ],
            Self::Strength => &[
                "topic",
                "criteria",
                "locality",
                "extent",
                "private_names",
                "people",
                "provenance",
                "material",
                "document",
                "page",
            ],
            Self::ObjectiveCause | Self::SubjectiveCause => {
                &["topic", "locality", "people", "provenance", "material", "document", "page"]
            }
            Self::Responsibility => &["bearer", "people", "private_names", "deep_review"],
            Self::RecommendationDown => &["people", "due", "category", "remedy", "topic", "locality", "criteria"],
            Self::RecommendationUp => &["people", "due", "category", "remedy", "topic"],
            Self::Supplement => &["people", "due", "topic"],
            Self::Commitment => &["people", "due", "measure", "topic", "locality"],
            Self::Explanation | Self::Acceptance => {
                &["position", "people", "due", "provenance", "material", "document", "page"]
            }
            Self::GoodPractice => &[
                "model_name",
                "people",
                "topic",
                "locality",
                "result",
                "proposal",
                "provenance",
                "material",
                "document",
                "page",
            ],
            Self::Lesson => &["topic", "people"],
            Self::Figure => {
                &["people", "topic", "locality", "deep_review", "provenance", "material", "document", "page"]
            }
            Self::Statement | Self::Question | Self::Report | Self::ReservedOpinion => {
                &["people", "topic", "private_names", "provenance", "material", "document", "page"]
            }
            Self::Purpose | Self::Conclusion => &["people", "due", "provenance", "material", "document", "page"],
        }
    }

    /// Whether the people named in the entry are those who must act, rather than those who speak.
    #[must_use]
    pub fn names_doers(self) -> bool {
        matches!(self, Self::RecommendationDown | Self::RecommendationUp | Self::Commitment | Self::Supplement)
    }
}

/// Severity of a fault, in four rising levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Ít nghiêm trọng.
    Minor,
    /// Nghiêm trọng.
    Serious,
    /// Rất nghiêm trọng.
    VerySerious,
    /// Đặc biệt nghiêm trọng.
    Extreme,
}

impl Severity {
    /// Every level, rising: level 1 to level 4.
    pub const ALL: [Self; 4] = [Self::Minor, Self::Serious, Self::VerySerious, Self::Extreme];

    /// Returns the level as a number from 1 to 4.
    #[must_use]
    pub fn level(self) -> u8 {
        match self {
            Self::Minor => 1,
            Self::Serious => 2,
            Self::VerySerious => 3,
            Self::Extreme => 4,
        }
    }

    /// Returns the severity of a level from 1 to 4.
    #[must_use]
    pub fn from_level(level: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.level() == level)
    }
}

/// One line of the visit's record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// The visit.
    pub visit: Option<RecordId>,
    /// What it is.
    pub kind: EntryKind,
    /// The words, without marks.
    pub text: String,
    /// When it was said or seen, in the room's own time.
    pub noted_at: Option<NaiveDateTime>,
    /// Who speaks or, where the kind [names doers](EntryKind::names_doers), who must act.
    pub people: Vec<String>,
    /// By when it must be done.
    pub due: Option<NaiveDate>,
    /// Codes of the checklist criteria it touches: "I.5".
    pub criteria: Vec<String>,
    /// How grave it is.
    pub severity: Option<Severity>,
    /// What it answers: the fault of a cause, the shortcoming of a recommendation, the prompted issue of an explanation,
    /// the carried item that a new recommendation repeats.
    pub links: Vec<RecordId>,
    /// Fractional index among the visit's entries.
    pub order: String,
    /// Who typed it first.
    pub author: Option<PersonId>,
    /// Topic (lĩnh vực), one of the delegation's list or any other.
    pub topic: String,
    /// Where in the unit (địa bàn): "xã Hòa Phong".
    pub locality: String,
    /// How far a finding reaches.
    pub extent: Option<Extent>,
    /// Who a vague subject ("một số chi bộ") means; never printed unless asked for.
    pub private_names: Vec<String>,
    /// Who bears it, of a [responsibility](EntryKind::Responsibility).
    pub bearer: Option<Bearer>,
    /// Where the words come from.
    pub provenance: Option<Provenance>,
    /// The material that a [document](Provenance::Document) is.
    pub material: Option<RecordId>,
    /// A document that is not among the materials, by its name.
    pub document: String,
    /// Where in the document: "7", "7-9".
    pub page: String,
    /// What the unit holds of the faults it is linked to, of an [explanation](EntryKind::Explanation).
    pub position: Option<Position>,
    /// Kind of measure asked for, of a recommendation: "kiểm điểm", "rà soát".
    pub category: String,
    /// How it is to be put right, of a recommendation.
    pub remedy: String,
    /// By what one will see that it is done, of a [commitment](EntryKind::Commitment).
    pub measure: String,
    /// Name of a [good practice](EntryKind::GoodPractice), without quotes.
    pub model_name: String,
    /// What a good practice brought about.
    pub result: String,
    /// What the delegation proposes for a good practice.
    pub proposal: Option<Proposal>,
    /// Gợi ý kiểm điểm sâu: it comes up again at the next visit.
    pub deep_review: bool,
}

impl Entry {
    /// The field that leaves the program only when somebody asks for it by name.
    pub const PRIVATE: &str = "private_names";
}

impl Record for Entry {
    const KIND: Kind = Kind::ENTRY;
}
