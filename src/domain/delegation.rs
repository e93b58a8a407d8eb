//! Delegations and the documents they are held against.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Kind, Record, RecordId};

/// Which side of public life the delegation belongs to; decides headings, forms of address and layout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Regime {
    /// Party bodies (Đảng).
    #[default]
    Party,
    /// State bodies (chính quyền).
    State,
}

impl Regime {
    /// Every regime, in the order screens offer them.
    pub const ALL: [Self; 2] = [Self::Party, Self::State];
}

/// What the delegation does; chooses the words printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DelegationKind {
    /// Kiểm tra việc chấp hành.
    #[default]
    ComplianceInspection,
    /// Kiểm tra khi có dấu hiệu vi phạm.
    ViolationInspection,
    /// Kiểm tra tài chính.
    FinanceInspection,
    /// Giám sát chuyên đề.
    ThematicSupervision,
    /// Giám sát thường xuyên.
    RegularSupervision,
    /// Thanh tra.
    StateInspection,
}

impl DelegationKind {
    /// Every kind, in the order screens offer them.
    pub const ALL: [Self; 6] = [
        Self::ComplianceInspection,
        Self::ViolationInspection,
        Self::FinanceInspection,
        Self::ThematicSupervision,
        Self::RegularSupervision,
        Self::StateInspection,
    ];
}

/// How a list counts in the minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Numbering {
    /// Một là, Hai là.
    #[default]
    OneIs,
    /// Thứ nhất, Thứ hai.
    First,
    /// 1., 2.
    Digits,
}

impl Numbering {
    /// Every style, in the order screens offer them.
    pub const ALL: [Self; 3] = [Self::OneIs, Self::First, Self::Digits];
}

/// A delegation sent by an authority.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Delegation {
    /// Who signed the decision: "Ban Thường vụ Tỉnh ủy Sông Lam".
    pub authority: String,
    /// Symbol of the decision: "412-QĐ/TU".
    pub decision_symbol: String,
    /// Date of the decision.
    pub decision_date: Option<NaiveDate>,
    /// Symbol of the plan.
    pub plan_symbol: String,
    /// Date of the plan.
    pub plan_date: Option<NaiveDate>,
    /// What is inspected: "việc thực hiện Nghị quyết …".
    pub theme: String,
    /// Party or State.
    pub regime: Regime,
    /// Kind of inspection or supervision.
    pub kind: DelegationKind,
    /// First day of the period under inspection.
    pub period_from: Option<NaiveDate>,
    /// Last day of the period under inspection.
    pub period_to: Option<NaiveDate>,
    /// Place name printed before the date of the minutes (địa danh): "Sông Lam".
    pub place_name: String,
    /// The delegation that this one is a part of.
    pub part_of: Option<RecordId>,
    /// Topics (lĩnh vực) that findings are sorted by.
    pub topics: Vec<String>,
    /// Code of the checklist held against; empty for the built-in one.
    pub checklist: String,
    /// Name of the minutes' template; empty for the built-in one of the regime.
    pub template: String,
    /// How lists of recommendations, lessons and models count.
    pub numbering: Numbering,
}

impl Record for Delegation {
    const KIND: Kind = Kind::DELEGATION;
}

/// A document in the register of legal bases (văn bản căn cứ).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LegalBasis {
    /// What it is: "Nghị quyết", "Quy định", "Chỉ thị".
    pub form: String,
    /// Its symbol as written: "08-QĐi/TW", "30/2020/NĐ-CP".
    pub symbol: String,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// Who issued it.
    pub issuer: String,
    /// What it is about.
    pub title: String,
}

impl Record for LegalBasis {
    const KIND: Kind = Kind::LEGAL_BASIS;
}

/// What documents are called, the longer name of two before the shorter.
const FORMS: [&str; 34] = [
    "Chương trình hành động",
    "Chương trình",
    "Chỉ thị",
    "Công văn",
    "Công điện",
    "Hướng dẫn",
    "Kế hoạch",
    "Kết luận",
    "Lệnh",
    "Nghị quyết liên tịch",
    "Nghị quyết",
    "Nghị định",
    "Pháp lệnh",
    "Quy chế",
    "Quy trình",
    "Quy định",
    "Quyết định",
    "Thông báo",
    "Thông tri",
    "Thông tư liên tịch",
    "Thông tư",
    "Tờ trình",
    "Báo cáo",
    "Văn bản hợp nhất",
    "Văn bản",
    "Bộ luật",
    "Luật",
    "Sắc lệnh",
    "Đề án",
    "Đề cương",
    "Giấy mời",
    "Tuyên bố",
    "Hiến pháp",
    "Điều lệ",
];
/// The forms that are known by their name alone.
const UNNUMBERED: [&str; 2] = ["hiến pháp", "điều lệ"];

impl LegalBasis {
    /// Finds the form of document that a text begins with, without regard to case.
    #[must_use]
    pub fn form_of(text: &str) -> Option<&'static str> {
        let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        let said = words(text);
        FORMS.into_iter().find(|form| said.starts_with(&words(form)))
    }

    /// Whether the record says which document it is: by its symbol or, as of a charter, by its name.
    #[must_use]
    pub fn is_named(&self) -> bool {
        let form = self.form.trim();
        let is_bare = FORMS.iter().any(|known| known.to_lowercase() == form.to_lowercase())
            && !UNNUMBERED.contains(&form.to_lowercase().as_str());
        !self.symbol.trim().is_empty() || !form.is_empty() && (!is_bare || !self.title.trim().is_empty())
    }

    /// Whether both are the same document: the same symbol without regard to case, and no two dates. Symbols begin anew with
    /// every term of office, so that a document of another day is another one.
    #[must_use]
    pub fn is_same_document(&self, other: &Self) -> bool {
        let key = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
        let same_name = match (key(&self.symbol), key(&other.symbol)) {
            (own, others) if own.is_empty() && others.is_empty() => {
                (key(&self.form), key(&self.title)) == (key(&other.form), key(&other.title))
            }
            (own, others) => own == others,
        };
        same_name && (self.date.is_none() || other.date.is_none() || self.date == other.date)
    }
}

/// A legal basis picked for a delegation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Citation {
    /// The delegation.
    pub delegation: Option<RecordId>,
    /// The document.
    pub basis: Option<RecordId>,
    /// Fractional index among the delegation's citations.
    pub order: String,
}

impl Record for Citation {
    const KIND: Kind = Kind::CITATION;
}
