//! The grammar, row by row.

#![allow(clippy::string_slice, reason = "a test fails by panicking")]

use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::domain::{EntryKind, Severity};
use crate::figures::DateError;

fn visit_day() -> Context {
    Context { date: NaiveDate::from_ymd_opt(2026, 3, 19) }
}

fn read(line: &str) -> Parsed {
    parse(line, &visit_day())
}

fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[test]
fn every_leading_mark_gives_its_kind_in_any_case_and_after_spaces() {
    for mark in marks() {
        for line in [
            format!("{} nể nang", mark.mark),
            format!("  {}  nể nang ", mark.mark.to_uppercase()),
            format!("{}\nnể nang", mark.mark),
        ] {
            let parsed = read(&line);
            assert_eq!((parsed.draft.kind, parsed.draft.text.as_str()), (mark.kind, "nể nang"), "{line:?}");
            assert_eq!(parsed.notices, []);
        }
        assert_eq!(read(mark.mark).draft, Draft { kind: mark.kind, ..Draft::default() });
    }
}

#[test]
fn prose_is_left_alone() {
    for line in [
        "",
        "gửi về thanhtra@thachkhe.gov.vn trước giờ họp",
        "phần mềm viết bằng C# và F#",
        "tỷ lệ < 5%, <5%, <1/2% và <3-5 ngày, <1.204 người, <44/8.147, <5.3",
        "Quy định số 08-QĐi/TW; 04-NQ/TW; 30/2020/NĐ-CP",
        "đạt 98,71%, tăng 3-5 lớp và/hoặc 2–3 buổi",
        "- gạch đầu dòng",
        "+ ý thứ nhất",
        "* ý thứ hai",
        "# tiêu đề",
        "> lời dẫn",
        "~20 người dự, ~5%",
        "1. Một là",
        "--- hết ---",
        "họp từ 8:05 đến 9h30; 8 giờ 05 phút",
        "tốt! rất tốt!! !!! ! cần làm ngay !important",
        "x^2, a ^^ b, ^_^",
        "quy chế chất vấn -- ban hành chậm ++ sửa ngay",
        "đường dẫn /home/hoso và /bc",
        "/home/hoso là thư mục",
        "C:\\hồ sơ\\mật \\ \\\\ \\n \\và",
        "“Ngày thứ Bảy vì dân” (xem #) [x] {y}",
    ] {
        let parsed = read(line);
        assert_eq!(parsed.draft, Draft { text: line.to_owned(), ..Draft::default() });
        assert_eq!(parsed.notices, [], "{line}");
    }
}

#[test]
fn people_are_named_by_a_word_or_in_quotes() {
    for (line, people) in [
        ("@Em", vec!["Em"]),
        ("báo cáo @Em @Giang", vec!["Em", "Giang"]),
        ("@\"Ban Thường vụ\" @“Ban Tổ chức”", vec!["Ban Thường vụ", "Ban Tổ chức"]),
        ("@\" Vũ V. \"", vec!["Vũ V."]),
        ("@\"Tổ \"\"Bảy\"\"\"", vec!["Tổ \"Bảy\""]),
        ("@“Tổ \"Bảy\"”", vec!["Tổ \"Bảy\""]),
        ("@UBKT/HU @N'Trang @Y-Đôn", vec!["UBKT/HU", "N'Trang", "Y-Đôn"]),
        ("@Hu\u{31b}ng", vec!["Hu\u{31b}ng"]),
        ("@\"8:05\" @\"46\"", vec!["8:05", "46"]),
        ("@Em @Em", vec!["Em"]),
    ] {
        assert_eq!(read(line).draft.people, people, "{line}");
        assert_eq!(read(line).notices, [], "{line}");
    }
}

#[test]
fn times_dates_criteria_severities_and_links_are_read() {
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
    for (line, meant) in [
        ("@8:05", time(8, 5)),
        ("@8h05", time(8, 5)),
        ("@14H30", time(14, 30)),
        ("@8h", time(8, 0)),
        ("@8g05.", time(8, 5)),
    ] {
        assert_eq!(read(line).draft.time, meant, "{line}");
    }
    for (line, meant) in [
        ("<30/4/2026", date(2026, 4, 30)),
        ("<30/4", date(2026, 4, 30)),
        ("<18/3", date(2027, 3, 18)),
        ("<05-04-2026", date(2026, 4, 5)),
        ("<5.4.2026", date(2026, 4, 5)),
    ] {
        assert_eq!(read(line).draft.due, meant, "{line}");
    }
    assert_eq!(read("#I.5 #II-4, #7 #1a").draft.criteria, ["I.5", "II-4", "7", "1a"]);
    for level in 1..=4 {
        assert_eq!(read(&format!("!{level}")).draft.severity, Severity::from_level(level));
    }
    let references = ["K7Q2F", "K7Q2F", "01101"].map(|letters| Link::Reference(letters.to_owned()));
    for (line, link) in
        [("^K7Q2F", &references[0]), ("^k7q2f", &references[1]), ("^oIlO1", &references[2]), ("^", &Link::Above)]
    {
        assert_eq!(read(line).draft.links, std::slice::from_ref(link), "{line}");
    }
    assert_eq!(read("^ ^K7Q2F ^").draft.links, [Link::Above, references[0].clone()]);
}

#[test]
fn punctuation_after_a_mark_returns_to_the_text_unless_it_only_parts_marks() {
    for (line, text) in [
        ("rà soát hồ sơ <30/4, báo cáo Tỉnh ủy #I.5.", "rà soát hồ sơ, báo cáo Tỉnh ủy."),
        ("@Em: tiếp thu", "tiếp thu"),
        ("@Em, @Giang: tiếp thu", "tiếp thu"),
        ("tiếp thu @Em, @Giang, #I.5; sẽ khắc phục", "tiếp thu; sẽ khắc phục"),
        ("(ý kiến của @Em)", "(ý kiến của)"),
        ("theo @\"Ban Thường vụ\", còn nể nang…", "theo, còn nể nang…"),
        ("đồng chí @Em báo cáo", "đồng chí báo cáo"),
    ] {
        assert_eq!(read(line).draft.text, text, "{line}");
    }
}

#[test]
fn a_backslash_makes_a_mark_ordinary_text() {
    for (line, text) in [
        ("\\@Em", "@Em"),
        ("gửi \\@ và \\#I.5, \\!2 \\^ \\<30/4", "gửi @ và #I.5, !2 ^ <30/4"),
        ("\\-- nể nang", "-- nể nang"),
        ("\\/bc là lệnh", "/bc là lệnh"),
        ("\\/xyz \\#abc", "/xyz #abc"),
        ("\\\\@Em", "\\@Em"),
        ("a \\-- b", "a \\-- b"),
        ("C:\\@Em", "C:\\@Em"),
    ] {
        let parsed = read(line);
        assert_eq!(parsed.draft, Draft { text: text.to_owned(), ..Draft::default() }, "{line}");
        assert_eq!(parsed.notices, [], "{line}");
    }
}

#[test]
fn what_looks_like_a_mark_and_is_none_stays_text_and_is_noticed() {
    let no_such_day = |day, month, year| Doubt::Date(DateError::NoSuchDay { day, month, year });
    for (line, doubtful, why) in [
        ("hạn <31/2/2026 nhé", "<31/2/2026", no_such_day(31, 2, Some(2026))),
        ("hạn <31/2,", "<31/2,", no_such_day(31, 2, None)),
        ("hạn <5/13", "<5/13", no_such_day(5, 13, None)),
        ("hạn <30/4/26", "<30/4/26", Doubt::Date(DateError::NotADate)),
        ("hạn <30/4nhé", "<30/4nhé", Doubt::Date(DateError::NotADate)),
        ("mục #abc", "#abc", Doubt::NotACriterion),
        ("mục #I.5/6", "#I.5/6", Doubt::NotACriterion),
        ("mức !9", "!9", Doubt::NotASeverity),
        ("mức !12", "!12", Doubt::NotASeverity),
        ("gửi @ nhé", "@", Doubt::NoName),
        ("gửi @\"\"", "@\"\"", Doubt::NoName),
        ("gửi @Em,@Giang", "@Em,@Giang", Doubt::NotAName),
        ("gửi @46", "@46", Doubt::NotAName),
        ("gửi @25:10", "@25:10", Doubt::NoSuchTime { hour: 25, minute: 10 }),
        ("gửi @\"Ban Thường vụ", "@\"Ban", Doubt::UnclosedQuote),
        ("gửi @\"Ban\nThường vụ\"", "@\"Ban", Doubt::UnclosedQuote),
        ("gửi @\"Em\"nói", "@\"Em\"nói", Doubt::UnclosedQuote),
        ("xem ^K7Q2", "^K7Q2", Doubt::NotAReference),
        ("xem ^K7Q2U", "^K7Q2U", Doubt::NotAReference),
        ("xem ^Ắ7Q2F", "^Ắ7Q2F", Doubt::NotAReference),
        ("/xyz nể nang", "/xyz", Doubt::UnknownKind),
        ("/hỏi vì sao", "/hỏi", Doubt::UnknownKind),
        ("/bc: số liệu", "/bc:", Doubt::UnknownKind),
        ("~x sáp nhập", "~x", Doubt::UnknownKind),
        ("~~ 3 hồ sơ", "~~", Doubt::UnknownKind),
        ("--nể nang", "--nể", Doubt::NoSpaceAfter(EntryKind::Shortcoming)),
        ("##46 lớp", "##46", Doubt::NoSpaceAfter(EntryKind::Figure)),
    ] {
        let parsed = read(line);
        assert_eq!(parsed.draft, Draft { text: line.to_owned(), ..Draft::default() });
        let noticed: Vec<_> = parsed.notices.iter().map(|notice| (&line[notice.range.clone()], notice.why)).collect();
        assert_eq!(noticed, [(doubtful, why)], "{line}");
    }
    assert_eq!(parse("<30/4", &Context::default()).notices[0].why, Doubt::Date(DateError::NoYear));
}

#[test]
fn a_second_time_due_date_or_severity_does_not_replace_the_first() {
    for (line, text, role) in [
        ("@8:05 @9:00", "@9:00", SpanRole::Time),
        ("<30/4 <30/5", "<30/5", SpanRole::Due),
        ("!1 !2", "!2", SpanRole::Severity),
    ] {
        let parsed = read(line);
        assert_eq!(parsed.draft.text, text);
        assert_eq!(parsed.notices[0].why, Doubt::SecondOne(role));
        assert_eq!(read(&format(&parsed.draft)).draft, parsed.draft);
    }
    assert_eq!(read("@8:05 @8h05 <30/4 <30/4/2026 !2 !2").notices, []);
}

#[test]
fn a_paste_kept_as_one_entry_keeps_its_lines() {
    let paste = "-- ba việc:\n  1. nể nang #I.5\n\n  2. né tránh\n@Bình\n-- không phải dấu";
    let draft = read(paste).draft;
    assert_eq!(draft.text, "ba việc:\n  1. nể nang\n\n  2. né tránh\n-- không phải dấu");
    assert_eq!(format(&draft), "-- ba việc:\n  1. nể nang\n\n  2. né tránh\n-- không phải dấu @Bình #I.5");
}

#[test]
fn an_entry_is_written_in_one_order() {
    let typed = "^K7Q2F !2 #I.5 <30/4 @8h05 @Em nể nang";
    assert_eq!(format(&read(typed).draft), "nể nang @Em @8:05 <30/4/2026 #I.5 !2 ^K7Q2F");
    assert_eq!(format(&Draft::default()), "");
    assert_eq!(format(&Draft { text: "-- nể nang".into(), ..Draft::default() }), "\\-- nể nang");
    let down = Draft { kind: EntryKind::RecommendationDown, text: ">> làm ngay".into(), ..Draft::default() };
    assert_eq!(format(&down), ">> >> làm ngay");
}

#[test]
fn parts_that_no_line_can_say_stay_in_sight() {
    let draft = Draft {
        people: vec!["Ban\nThường vụ".into(), " ".into()],
        criteria: vec!["mục năm".into()],
        ..Draft::default()
    };
    assert_eq!(format(&draft), "@\"Ban Thường vụ\" #mục năm");
    assert_eq!(read(&format(&draft)).draft.text, "#mục năm");
}

#[test]
fn spans_show_what_each_part_is() {
    let line = "-- nể nang @Em, \\#x1 <31/2 #I.5.";
    let spans: Vec<_> = read(line).spans.into_iter().map(|span| (&line[span.range], span.role)).collect();
    assert_eq!(
        spans,
        [
            ("--", SpanRole::Kind),
            (" nể nang ", SpanRole::Text),
            ("@Em", SpanRole::Person),
            (", ", SpanRole::Text),
            ("\\", SpanRole::Escape),
            ("#x1 ", SpanRole::Text),
            ("<31/2", SpanRole::Doubtful),
            (" ", SpanRole::Text),
            ("#I.5", SpanRole::Criterion),
            (".", SpanRole::Text),
        ]
    );
}

#[test]
fn a_paste_full_of_stray_quotes_is_read_at_once() {
    let paste = "@\"Ban Thường vụ ".repeat(20_000);
    let parsed = read(&paste);
    assert_eq!(parsed.draft.text, paste.trim());
    assert_eq!(parsed.notices.len(), 20_000);
}

#[test]
fn a_name_of_500_characters_is_written_and_read_even_if_all_are_quotes() {
    for (letter, count, people) in [("\"", 500, 1), ("ễ", 500, 1), ("ễ", 501, 0)] {
        let draft = read(&format!("@“{} x”", letter.repeat(count - 2))).draft;
        assert_eq!(draft.people.len(), people, "{count} of {letter}");
        assert_eq!(read(&format(&draft)).draft, draft);
    }
}
