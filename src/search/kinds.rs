//! What can be sought by what it is: one table of names in both languages.

use crate::domain::{EntryKind, Kind};

/// What a record must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A record of this kind.
    Record(Kind),
    /// An entry of this kind.
    Entry(EntryKind),
}

/// Names of entries: a short one, the Vietnamese term, the English one.
static ENTRIES: [(&[&str], EntryKind); 21] = [
    (&["yk", "y-kien", "statement"], EntryKind::Statement),
    (&["md", "muc-dich", "purpose"], EntryKind::Purpose),
    (&["bc", "bao-cao", "report"], EntryKind::Report),
    (&["td", "trao-doi", "question"], EntryKind::Question),
    (&["gt", "giai-trinh", "explanation"], EntryKind::Explanation),
    (&["ud", "uu-diem", "strength"], EntryKind::Strength),
    (&["hc", "han-che", "shortcoming"], EntryKind::Shortcoming),
    (&["vp", "vi-pham", "violation"], EntryKind::ViolationSign),
    (&["nnkq", "khach-quan", "objective-cause"], EntryKind::ObjectiveCause),
    (&["nncq", "chu-quan", "subjective-cause"], EntryKind::SubjectiveCause),
    (&["tn", "trach-nhiem", "responsibility"], EntryKind::Responsibility),
    (&["sl", "so-lieu", "figure"], EntryKind::Figure),
    (&["ck", "cam-ket", "commitment"], EntryKind::Commitment),
    (&["mh", "mo-hinh", "practice"], EntryKind::GoodPractice),
    (&["bh", "bai-hoc", "lesson"], EntryKind::Lesson),
    (&["kn", "kien-nghi", "upward"], EntryKind::RecommendationUp),
    (&["dn", "de-nghi", "downward"], EntryKind::RecommendationDown),
    (&["bs", "bo-sung", "supplement"], EntryKind::Supplement),
    (&["bl", "bao-luu", "reserved"], EntryKind::ReservedOpinion),
    (&["kl", "ket-luan", "conclusion"], EntryKind::Conclusion),
    (&["tt", "tiep-thu", "acceptance"], EntryKind::Acceptance),
];

static RECORDS: [(&[&str], &[Kind]); 12] = [
    (&["don-vi", "unit"], &[Kind::UNIT]),
    (&["doan", "delegation"], &[Kind::DELEGATION]),
    (&["nguoi", "person"], &[Kind::MEMBER, Kind::ATTENDEE]),
    (&["buoi", "visit"], &[Kind::VISIT]),
    (&["muc", "entry"], &[Kind::ENTRY]),
    (&["van-ban", "vb", "document"], &[Kind::LEGAL_BASIS]),
    (&["tai-lieu", "tl", "material"], &[Kind::MATERIAL]),
    (&["goi-y", "issue"], &[Kind::PROMPTED_ISSUE]),
    (&["nhat-ky", "diary"], &[Kind::DIARY_ENTRY]),
    (&["theo-doi", "follow-up"], &[Kind::FOLLOW_UP, Kind::VERDICT]),
    (&["nguon-khac", "outside"], &[Kind::OUTSIDE_ITEM]),
    (&["doi-chieu", "answer"], &[Kind::ANSWER]),
];

/// Names for several kinds of entries at once.
static SEVERAL: [(&[&str], &[EntryKind]); 2] = [
    (&["nn", "nguyen-nhan", "cause"], &[EntryKind::ObjectiveCause, EntryKind::SubjectiveCause]),
    (&["recommendation"], &[EntryKind::RecommendationDown, EntryKind::RecommendationUp]),
];

/// Lists the names of what can be sought, those of one thing together.
pub fn kind_names() -> impl Iterator<Item = &'static [&'static str]> {
    let entries = ENTRIES.iter().map(|(names, _)| *names).chain(SEVERAL.iter().map(|(names, _)| *names));
    entries.chain(RECORDS.iter().map(|(names, _)| *names))
}

/// Finds what a name stands for, as [`super::key`] gives it.
pub(super) fn kinds(name: &str) -> Option<Vec<Wanted>> {
    let is_named = |names: &[&str]| names.iter().any(|known| super::key(known) == name);
    let entry = ENTRIES.iter().find(|(names, _)| is_named(names)).map(|(_, kind)| vec![Wanted::Entry(*kind)]);
    let several = || {
        let found = SEVERAL.iter().find(|(names, _)| is_named(names));
        found.map(|(_, kinds)| kinds.iter().copied().map(Wanted::Entry).collect())
    };
    let records = || {
        let found = RECORDS.iter().find(|(names, _)| is_named(names));
        found.map(|(_, kinds)| kinds.iter().cloned().map(Wanted::Record).collect())
    };
    entry.or_else(several).or_else(records)
}
