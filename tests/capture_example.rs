//! A whole morning, typed as an inspector types it: every line must give the entry it stands for.

use bienban::capture::{Context, Draft, Link, PersonMatch, format, parse, resolve_person};
use bienban::domain::EntryKind::{self, *};
use chrono::{NaiveDate, NaiveTime};

const LINES: &str = include_str!("data/visit-example.txt");

const PRESENT: [&str; 7] =
    ["Nguyễn Văn An", "Trần Thị Bình", "Lê Minh Châu", "Phạm Quốc Dũng", "Hoàng Văn Em", "Vũ Thị Giang", "Đỗ Khắc Hải"];

/// Time, kind, who, words that the text has, criterion, due day and month, whether it answers the entry above.
type Row = ((u32, u32), EntryKind, Option<&'static str>, &'static str, Option<&'static str>, Option<(u32, u32)>, bool);

const MORNING: [Row; 34] = [
    ((8, 5), Purpose, Some("An"), "công bố quyết định và kế hoạch", None, None, false),
    ((8, 15), Report, Some("Em"), "218-BC/HU", None, None, false),
    ((8, 40), Figure, None, "3.118/3.204 đảng viên, báo cáo ghi đạt 97,32%", None, None, false),
    ((8, 41), Figure, None, "46 lớp; 512quần chúng", None, None, false),
    ((8, 44), Figure, None, "39/3.204 đảng viên không hoàn thành nhiệm vụ, báo cáo ghi 1,21%", None, None, false),
    ((8, 46), Figure, None, "214 lượt/163 vụ việc", None, None, false),
    ((8, 46), Figure, None, "trên 180 đơn", None, None, false),
    ((8, 50), Figure, None, "12 xuất sắc, 29 tốt, 4 hoàn thành, 1 không hoàn thành, tổng 46", None, None, false),
    ((8, 58), Question, Some("Dũng"), "vì sao có 12 tổ chức xuất sắc", None, None, false),
    ((9, 5), Explanation, Some("Giang"), "hướng dẫn năm 2023, chưa cập nhật", None, None, false),
    ((9, 12), Strength, Some("Châu"), "ban hành chương trình hành động sớm", None, None, false),
    ((9, 15), Strength, Some("Châu"), "“Ngày thứ Bảy vì dân” tại 9/11 xã", None, None, false),
    ((9, 15), GoodPractice, Some("Châu"), "đề nghị nhân rộng", None, None, true),
    ((9, 20), Shortcoming, Some("Bình"), "sinh hoạt còn nặng chuyên môn", None, None, false),
    ((9, 26), Shortcoming, Some("Bình"), "nể nang, né tránh; lần thứ hai tại đơn vị", Some("I.5"), None, false),
    ((9, 31), Shortcoming, Some("Dũng"), "xếp loại chạy theo thành tích", Some("II.4"), None, false),
    ((9, 31), Responsibility, None, "tập thể Ban Thường vụ Huyện ủy", None, None, true),
    ((9, 31), Responsibility, None, "cá nhân Trưởng Ban Tổ chức", None, None, true),
    ((9, 40), ViolationSign, Some("Châu"), "3 hồ sơ giao đất tại xã Hòa Phong", None, None, false),
    ((9, 48), ObjectiveCause, Some("Em"), "sáp nhập thôn, cán bộ kiêm nhiệm", None, None, false),
    ((9, 48), SubjectiveCause, Some("Em"), "kiểm tra, giám sát chưa thường xuyên", None, None, true),
    ((9, 55), Explanation, Some("Em"), "về xếp loại: tiếp thu", None, None, false),
    ((9, 55), Explanation, Some("Em"), "về 3 hồ sơ đất", None, None, true),
    ((9, 55), Supplement, Some("Em"), "3 trường hợp giao đất", None, Some((31, 3)), true),
    ((10, 5), RecommendationUp, Some("Tỉnh ủy"), "hướng dẫn xếp loại thống nhất", None, None, false),
    ((10, 5), RecommendationUp, Some("Tỉnh ủy"), "kinh phí số hóa hồ sơ đảng viên", None, None, false),
    ((10, 12), Commitment, Some("Hải"), "kiểm tra 100% chi bộ có khuyết điểm", None, Some((30, 9)), false),
    (
        (10, 20),
        RecommendationDown,
        Some("Ban Thường vụ"),
        "kiểm điểm trách nhiệm về xếp loại",
        None,
        Some((30, 4)),
        false,
    ),
    ((10, 20), RecommendationDown, Some("UBKT Huyện ủy"), "rà soát hồ sơ đất xã Hòa Phong", None, Some((15, 5)), true),
    ((10, 20), RecommendationDown, Some("Ban Tổ chức"), "rà soát 46 hồ sơ kê khai", None, Some((30, 6)), false),
    ((10, 35), ReservedOpinion, Some("Bình"), "sớm hơn thời hạn trên", None, None, false),
    ((10, 45), Conclusion, Some("An"), "ghi nhận hai kiến nghị", None, None, false),
    ((10, 55), Acceptance, Some("Em"), "kế hoạch khắc phục trước 05/4/2026", None, None, false),
    ((11, 5), Statement, None, "06 bản, mỗi bên giữ 03 bản; độ mật: Mật", None, None, false),
];

fn visit_day() -> Context {
    Context { date: NaiveDate::from_ymd_opt(2026, 3, 19) }
}

fn read(line: &str) -> Draft {
    let parsed = parse(line, &visit_day());
    assert_eq!(parsed.notices, [], "{line}");
    parsed.draft
}

#[test]
fn every_line_of_the_morning_gives_its_entry() {
    assert_eq!(LINES.lines().count(), MORNING.len());
    for (line, ((hour, minute), kind, who, words, criterion, due, above)) in LINES.lines().zip(MORNING) {
        let draft = read(line);
        assert_eq!(draft.kind, kind, "{line}");
        assert_eq!(draft.time, NaiveTime::from_hms_opt(hour, minute, 0), "{line}");
        assert_eq!(draft.people, Vec::from_iter(who), "{line}");
        assert!(draft.text.contains(words), "{line}");
        assert_eq!(draft.criteria, Vec::from_iter(criterion), "{line}");
        assert_eq!(draft.due, due.and_then(|(day, month)| NaiveDate::from_ymd_opt(2026, month, day)), "{line}");
        assert_eq!(draft.links, Vec::from_iter(above.then_some(Link::Above)), "{line}");
    }
}

#[test]
fn no_mark_is_left_in_the_text() {
    for line in LINES.lines() {
        let text = read(line).text;
        assert!(!text.contains(['@', '#', '<', '>', '^', '!', '*', '~', '\\']), "{text}");
        assert!(!text.starts_with(['+', '-', '/', ' ']) && !text.ends_with(' '), "{text}");
    }
}

#[test]
fn every_speaker_is_one_of_those_present() {
    let spoken = LINES.lines().map(read).filter(|draft| !draft.kind.names_doers());
    for name in spoken.flat_map(|draft| draft.people) {
        assert!(matches!(resolve_person(&name, &PRESENT), PersonMatch::One(_)), "{name}");
    }
}

#[test]
fn an_entry_opened_again_gives_the_same_entry() {
    for line in LINES.lines() {
        let draft = read(line);
        assert_eq!(read(&format(&draft)), draft, "{line}");
    }
}
