//! `docs/capture.md` shows what the parser does: its examples are executed, its tables know every mark.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test fails by panicking")]

use std::fmt::Write;

use bienban::capture::{Context, Doubt, Link, Parsed, SpanRole, format, mark_of, marks, parse};
use bienban::domain::EntryKind;
use bienban::figures::{DateError, print_date};
use chrono::NaiveDate;

const DOC: &str = include_str!("../docs/capture.md");

struct Language {
    labels: [&'static str; 9],
    written: &'static str,
    doubt: fn(Doubt) -> &'static str,
    page: &'static str,
}

fn languages() -> [Language; 2] {
    let (vietnamese, english) = DOC.split_once("\n# The capture line\n").unwrap();
    [
        Language {
            labels: ["loại", "lời", "người", "giờ", "hạn", "tiêu chí", "mức", "liên kết", "lưu ý"],
            written: "viết lại",
            doubt: doubt_in_vietnamese,
            page: vietnamese,
        },
        Language {
            labels: ["kind", "text", "people", "time", "due", "criteria", "severity", "links", "notice"],
            written: "written",
            doubt: doubt_in_english,
            page: english,
        },
    ]
}

fn doubt_in_vietnamese(why: Doubt) -> &'static str {
    match why {
        Doubt::UnknownKind => "không có loại nào mang dấu này",
        Doubt::NoSpaceAfter(_) => "thiếu dấu cách sau dấu đầu dòng",
        Doubt::NoName => "chưa có tên",
        Doubt::NotAName => "không phải tên hay giờ",
        Doubt::UnclosedQuote => "chưa đóng ngoặc kép",
        Doubt::NoSuchTime { .. } => "không có giờ này",
        Doubt::Date(DateError::NotADate) => "không phải ngày tháng; năm gồm bốn chữ số",
        Doubt::Date(DateError::NoSuchDay { .. }) => "không có ngày này",
        Doubt::Date(DateError::NoYear) => "thiếu năm",
        Doubt::NotACriterion => "không phải mã tiêu chí",
        Doubt::NotASeverity => "mức độ chỉ từ 1 đến 4",
        Doubt::NotAReference => "không phải mã của một mục",
        Doubt::SecondOne(_) => "dòng đã có một dấu loại này",
    }
}

fn doubt_in_english(why: Doubt) -> &'static str {
    match why {
        Doubt::Date(DateError::NoSuchDay { .. }) => "no such day",
        _ => "not shown in the English part",
    }
}

impl Language {
    /// The name that the page's table gives a kind.
    fn kind(&self, kind: EntryKind) -> &str {
        let mark = mark_of(kind);
        let shown = if mark.is_empty() { "(".to_owned() } else { std::format!("`{mark}`") };
        let rows = self.page.lines().filter(|line| line.starts_with(&std::format!("| {shown}")));
        let names: Vec<&str> = rows.filter_map(|row| row.split('|').nth(2)).map(str::trim).collect();
        assert_eq!(names.len(), 1, "rows for {kind:?}");
        names[0]
    }

    fn understood(&self, line: &str, parsed: &Parsed) -> String {
        let draft = &parsed.draft;
        let links = draft.links.iter().map(|link| match link {
            Link::Above => "^".to_owned(),
            Link::Reference(reference) => std::format!("^{reference}"),
        });
        let values = [
            self.kind(draft.kind).to_owned(),
            draft.text.replace('\n', "⏎"),
            draft.people.join(" · "),
            draft.time.map(|time| time.format("%-H:%M").to_string()).unwrap_or_default(),
            draft.due.map(print_date).unwrap_or_default(),
            draft.criteria.join(" · "),
            draft.severity.map(|severity| severity.level().to_string()).unwrap_or_default(),
            links.collect::<Vec<_>>().join(" · "),
        ];
        let mut said = String::new();
        for (label, value) in self.labels.iter().zip(values).filter(|(_, value)| !value.is_empty()) {
            writeln!(said, "→ {label}: {value}").unwrap();
        }
        for notice in &parsed.notices {
            writeln!(said, "→ {}: {} ({})", self.labels[8], &line[notice.range.clone()], (self.doubt)(notice.why))
                .unwrap();
        }
        said
    }
}

/// Typed line and expected lines of every example.
fn examples(page: &str) -> Vec<(String, String)> {
    let blocks = page.split("```capture\n").skip(1).map(|block| block.split("```").next().unwrap());
    let cases = blocks.flat_map(|block| block.trim_end().split("\n\n"));
    cases
        .map(|case| {
            let (typed, expected): (Vec<&str>, Vec<&str>) = case.lines().partition(|line| !line.starts_with('→'));
            (typed.join("\n"), expected.join("\n") + "\n")
        })
        .collect()
}

#[test]
fn every_example_of_the_page_is_what_the_parser_does() {
    let visit_day = Context { date: NaiveDate::from_ymd_opt(2026, 3, 19) };
    for language in languages() {
        let examples = examples(language.page);
        assert!(examples.len() >= 3);
        for (line, expected) in examples {
            let parsed = parse(&line, &visit_day);
            let mut said = language.understood(&line, &parsed);
            if expected.contains(&std::format!("→ {}:", language.written)) {
                writeln!(said, "→ {}: {}", language.written, format(&parsed.draft).replace('\n', "⏎")).unwrap();
            }
            assert_eq!(said, expected, "{line}");
        }
    }
}

#[test]
fn the_tables_of_both_languages_have_every_leading_mark_and_no_other() {
    for language in languages() {
        for mark in marks() {
            assert!(!language.kind(mark.kind).is_empty());
        }
        let table = language.page.split("|---|---|---|\n").nth(1).unwrap();
        assert_eq!(table.lines().take_while(|line| line.starts_with('|')).count(), marks().len());
    }
}

#[test]
fn the_marks_inside_that_the_tables_name_are_understood() {
    let visit_day = Context { date: NaiveDate::from_ymd_opt(2026, 3, 19) };
    for language in languages() {
        let table = language.page.split("|---|---|---|\n").nth(2).unwrap();
        let rows = table.lines().take_while(|line| line.starts_with('|'));
        let mut roles = Vec::new();
        for mark in rows.filter_map(|row| row.split('|').nth(1)).flat_map(|cell| cell.split('`').skip(1).step_by(2)) {
            let parsed = parse(mark, &visit_day);
            assert!(parsed.notices.is_empty() && parsed.draft.text.is_empty(), "{mark}");
            roles.extend(parsed.spans.into_iter().map(|span| span.role));
        }
        use SpanRole::{Criterion, Due, Link, Person, Severity, Time};
        for role in [Person, Time, Due, Criterion, Severity, Link] {
            assert!(roles.contains(&role), "{role:?}");
        }
    }
}
