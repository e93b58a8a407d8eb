//! What is noted about a finding beside its words: how far it reaches, who bears it, where it comes from.

use serde::{Deserialize, Serialize};

/// How far a finding or a criterion's sign reaches, in rising steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// Không có biểu hiện; only for criteria.
    Absent,
    /// Cá biệt.
    Isolated,
    /// Một số.
    Some,
    /// Phổ biến.
    Widespread,
}

impl Extent {
    /// Every step, rising.
    pub const ALL: [Self; 4] = [Self::Absent, Self::Isolated, Self::Some, Self::Widespread];
}

/// Who bears responsibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bearer {
    /// Tập thể.
    Collective,
    /// Cá nhân.
    Individual,
    /// Người đứng đầu.
    Head,
}

impl Bearer {
    /// Every bearer, in the order screens offer them.
    pub const ALL: [Self; 3] = [Self::Collective, Self::Individual, Self::Head];
}

/// Where the words of an entry come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provenance {
    /// Ghi nguyên văn.
    Verbatim,
    /// Ghi tóm tắt.
    Paraphrase,
    /// Quan sát thực tế.
    Observed,
    /// Theo tài liệu.
    Document,
}

impl Provenance {
    /// Every provenance, in the order screens offer them.
    pub const ALL: [Self; 4] = [Self::Verbatim, Self::Paraphrase, Self::Observed, Self::Document];
}

/// What the unit holds of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// Đồng ý, tiếp thu.
    Agrees,
    /// Giải trình.
    Explains,
    /// Không đồng ý.
    Objects,
}

impl Position {
    /// Every position, in the order screens offer them.
    pub const ALL: [Self; 3] = [Self::Agrees, Self::Explains, Self::Objects];
}

/// What the delegation proposes for a good practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proposal {
    /// Đề nghị nhân rộng.
    Replicate,
    /// Đề nghị khen thưởng.
    Commend,
    /// Đề nghị nhân rộng và khen thưởng.
    ReplicateAndCommend,
}

impl Proposal {
    /// Every proposal, in the order screens offer them.
    pub const ALL: [Self; 3] = [Self::Replicate, Self::Commend, Self::ReplicateAndCommend];
}
