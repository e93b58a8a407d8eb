//! Checklists (danh mục): criteria in two levels with local ones below, and the answers of a visit.

use serde::{Deserialize, Serialize};

use super::{Extent, Kind, Record, RecordId};

/// A list of criteria that an office brought in; the built-in one is not a record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Checklist {
    /// Short name by which criteria and delegations refer to it: "nqtw4-27".
    pub code: String,
    /// Its title.
    pub title: String,
    /// The document it is taken from.
    pub source: String,
    /// Its version, as its source dates it.
    pub version: String,
}

impl Record for Checklist {
    const KIND: Kind = Kind::CHECKLIST;
}

/// A criterion (tiêu chí) that an office added: of its own checklist, or a local one below a built-in criterion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Criterion {
    /// Code of its checklist.
    pub checklist: String,
    /// Its code: "I", "I.5", "I.5.a".
    pub code: String,
    /// Code of the criterion above it; empty for a group.
    pub parent: String,
    /// Short title.
    pub title: String,
    /// Whole wording, where it is known.
    pub text: String,
    /// Whether the wording was compared with the official document; one that was not never prints as official.
    pub text_verified: bool,
    /// Fractional index among the criteria below the same one.
    pub order: String,
}

impl Record for Criterion {
    const KIND: Kind = Kind::CRITERION;
}

impl Criterion {
    /// Returns the wording that may be shown as official: only one that was compared with the document.
    #[must_use]
    pub fn official_text(&self) -> Option<&str> {
        let text = self.text.trim();
        (self.text_verified && !text.is_empty()).then_some(text)
    }
}

/// Brings a criterion's code into the form it is compared in: "i-5" and "I.5" name one criterion.
#[must_use]
pub fn code_key(code: &str) -> String {
    code.trim().trim_end_matches('.').replace('-', ".").to_lowercase()
}

/// What a visit found on one criterion (kết quả đối chiếu).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// The visit.
    pub visit: Option<RecordId>,
    /// Code of the checklist.
    pub checklist: String,
    /// Code of the criterion.
    pub criterion: String,
    /// How far the delegation found it to reach.
    pub level: Option<Extent>,
    /// What the delegation found, in words.
    pub note: String,
    /// How many people it concerns.
    pub people_count: Option<u32>,
    /// How many bodies it concerns.
    pub body_count: Option<u32>,
    /// Score given by the delegation.
    pub score: Option<u32>,
    /// How far the unit itself says it reaches.
    pub self_level: Option<Extent>,
    /// What the unit says, in words.
    pub self_note: String,
    /// Score the unit gave itself.
    pub self_score: Option<u32>,
}

impl Record for Answer {
    const KIND: Kind = Kind::ANSWER;
}

impl Answer {
    /// Whether the delegation's answer is a bare yes or no: a level without a word or a number.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.level.is_some() && self.note.trim().is_empty() && self.people_count.is_none() && self.body_count.is_none()
    }

    /// Whether anybody looked at the criterion: the delegation, not only the unit.
    #[must_use]
    pub fn is_given(&self) -> bool {
        self.level.is_some() || !self.note.trim().is_empty() || self.score.is_some()
    }

    /// Whether the unit said something of itself.
    #[must_use]
    pub fn is_self_assessed(&self) -> bool {
        self.self_level.is_some() || !self.self_note.trim().is_empty() || self.self_score.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_bare_until_a_word_or_a_number_stands_beside_its_level() {
        let level = Some(Extent::Some);
        let bare = Answer { level, score: Some(3), ..Answer::default() };
        assert!(bare.is_bare() && bare.is_given());
        assert!(!Answer { note: "3 chi bộ".into(), level, ..Answer::default() }.is_bare());
        assert!(!Answer { body_count: Some(3), level, ..Answer::default() }.is_bare());
        let only_the_unit = Answer { self_level: level, self_note: "đã làm".into(), ..Answer::default() };
        assert!(!only_the_unit.is_bare() && !only_the_unit.is_given());
    }

    #[test]
    fn a_wording_that_nobody_compared_is_never_official() {
        let criterion =
            |text: &str, text_verified| Criterion { text: text.into(), text_verified, ..Criterion::default() };
        assert_eq!(criterion("Nể nang", true).official_text(), Some("Nể nang"));
        assert_eq!(criterion("Nể nang", false).official_text(), None);
        assert_eq!(criterion(" ", true).official_text(), None);
    }

    #[test]
    fn codes_are_compared_as_people_type_them() {
        for typed in ["I.5", "i.5", "I-5", " I.5. "] {
            assert_eq!(code_key(typed), "i.5");
        }
        assert_ne!(code_key("Đ.1"), code_key("D.1"));
    }
}
