//! The leading marks: the one table that parser, help and documentation take them from.

use crate::domain::EntryKind;

use super::draft::Doubt;
use super::inside::{split_punctuation, symbols_then_word};

/// The mark that gives a line its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The kind.
    pub kind: EntryKind,
    /// What is typed at the start of the line, before a space; empty for statements.
    pub mark: &'static str,
    /// A whole line, as an inspector would type it.
    pub example: &'static str,
}

const fn mark(kind: EntryKind, mark: &'static str, example: &'static str) -> Mark {
    Mark { kind, mark, example }
}

/// Ordered for a reader who learns the marks: first what is typed most, then the parts of the session in their order.
static MARKS: [Mark; 21] = [
    mark(EntryKind::Statement, "", "@Hải đề nghị làm rõ số liệu của báo cáo"),
    mark(EntryKind::Strength, "++", "++ ban hành chương trình hành động sớm #I.1"),
    mark(EntryKind::Shortcoming, "--", "-- tự phê bình và phê bình còn nể nang, né tránh #I.5 !2"),
    mark(EntryKind::ViolationSign, "!!", "!! 3 hồ sơ giao đất không có biên bản họp xét !3"),
    mark(EntryKind::ObjectiveCause, "~k", "~k sáp nhập thôn, cán bộ kiêm nhiệm ^"),
    mark(EntryKind::SubjectiveCause, "~c", "~c kiểm tra, giám sát chưa thường xuyên ^"),
    mark(EntryKind::RecommendationDown, ">>", ">> kiểm điểm trách nhiệm về xếp loại @\"Ban Thường vụ\" <30/4 ^"),
    mark(EntryKind::RecommendationUp, "<<", "<< sớm ban hành hướng dẫn xếp loại thống nhất @\"Tỉnh ủy\""),
    mark(EntryKind::GoodPractice, "**", "** duy trì “Ngày thứ Bảy vì dân” tại 9/11 xã"),
    mark(EntryKind::Lesson, "==", "== người đứng đầu làm gương thì chi bộ chuyển biến"),
    mark(EntryKind::Figure, "##", "## quán triệt nghị quyết 3.118/3.204 đảng viên, đạt 97,32%"),
    mark(EntryKind::Purpose, "/md", "/md công bố quyết định và kế hoạch @An @8:05"),
    mark(EntryKind::Report, "/bc", "/bc trình bày Báo cáo số 218-BC/HU @Em"),
    mark(EntryKind::Question, "/hoi", "/hoi vì sao có 12 tổ chức xuất sắc @Dũng"),
    mark(EntryKind::Explanation, "/gt", "/gt áp dụng theo hướng dẫn năm 2023 @Giang ^"),
    mark(EntryKind::Responsibility, "/tn", "/tn tập thể Ban Thường vụ Huyện ủy ^"),
    mark(EntryKind::Commitment, "/ck", "/ck kiểm tra 100% chi bộ có khuyết điểm @Hải <30/9"),
    mark(EntryKind::Supplement, "/bs", "/bs biên bản họp xét của 3 hồ sơ giao đất @Em <31/3"),
    mark(EntryKind::ReservedOpinion, "/bl", "/bl cần xem xét sớm hơn thời hạn trên @Bình ^"),
    mark(EntryKind::Conclusion, "/kl", "/kl ghi nhận kết quả, yêu cầu khắc phục ba khuyết điểm @An"),
    mark(EntryKind::Acceptance, "/tt", "/tt tiếp thu, sẽ ban hành kế hoạch khắc phục @Em"),
];

/// Returns every leading mark, one for each kind; that of statements is empty.
#[must_use]
pub fn marks() -> &'static [Mark] {
    &MARKS
}

/// Returns the leading mark of a kind; empty for statements.
#[must_use]
pub fn mark_of(kind: EntryKind) -> &'static str {
    MARKS.iter().find(|mark| mark.kind == kind).map_or("", |mark| mark.mark)
}

/// What the first word of a line is.
pub(super) enum Leading {
    /// Nothing that concerns the kind.
    Plain,
    /// A leading mark.
    Kind(EntryKind),
    /// Meant as one, it seems.
    Doubtful(Doubt),
}

/// The most letters that a mistyped mark after `/` or `~` may have and still be taken for one: `/hoi` has three.
const LONGEST_SLASH_WORD: usize = 4;
const LONGEST_TILDE_WORD: usize = 2;

/// Reads the first word of a line.
pub(super) fn read_leading(word: &str) -> Leading {
    let mut typed = MARKS.iter().filter(|mark| !mark.mark.is_empty());
    if let Some(mark) = typed.clone().find(|mark| mark.mark.eq_ignore_ascii_case(word)) {
        return Leading::Kind(mark.kind);
    }
    if let Some(mark) = typed.find(|mark| symbols_then_word(word, mark.mark)) {
        return Leading::Doubtful(Doubt::NoSpaceAfter(mark.kind));
    }
    if matches!(word, "~~" | "//" | "??") {
        return Leading::Doubtful(Doubt::UnknownKind);
    }
    let (word, _) = split_punctuation(word);
    let looks_like = |sign: char, longest: usize| {
        word.strip_prefix(sign).is_some_and(|rest| {
            let letters = rest.chars().count();
            (1..=longest).contains(&letters) && rest.chars().all(char::is_alphabetic)
        })
    };
    if looks_like('/', LONGEST_SLASH_WORD) || looks_like('~', LONGEST_TILDE_WORD) {
        return Leading::Doubtful(Doubt::UnknownKind);
    }
    Leading::Plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::{Context, parse};

    #[test]
    fn every_kind_has_one_mark_of_its_own() {
        for kind in EntryKind::ALL {
            assert_eq!(MARKS.iter().filter(|mark| mark.kind == kind).count(), 1, "{kind:?}");
            assert_eq!(mark_of(kind).is_empty(), kind == EntryKind::Statement);
            assert_eq!(MARKS.iter().filter(|mark| mark.mark == mark_of(kind)).count(), 1, "{kind:?}");
        }
        assert_eq!(MARKS.len(), EntryKind::ALL.len());
    }

    #[test]
    fn every_example_reads_as_its_kind_and_leaves_no_doubt() {
        for mark in marks() {
            let context = Context { date: chrono::NaiveDate::from_ymd_opt(2026, 3, 19) };
            let parsed = parse(mark.example, &context);
            assert_eq!(parsed.draft.kind, mark.kind, "{}", mark.example);
            assert_eq!(parsed.notices, [], "{}", mark.example);
        }
    }
}
