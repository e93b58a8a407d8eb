//! What holds for every line and every draft.

#![allow(clippy::string_slice, reason = "a test fails by panicking")]

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::domain::{EntryKind, Severity};
use crate::figures::print_date;
use crate::text::nfc;

fn visit_day() -> Context {
    Context { date: NaiveDate::from_ymd_opt(2026, 3, 19) }
}

fn any_context() -> impl Strategy<Value = Context> {
    prop_oneof![Just(Context::default()), Just(visit_day())]
}

/// Words of prose, marks, what looks like marks, and what input methods and careless fingers make of them.
fn any_word() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "Đồng chí",
        "nể nang,",
        "vie\u{323}\u{302}c",
        "e\u{301}",
        "👩‍🌾",
        "漢字",
        "–",
        "“Ngày",
        "dân”",
        "C#",
        "a@b.vn",
        "và/hoặc",
        "08-QĐi/TW",
        "98,71%",
        "-",
        "+",
        "3-5",
        "\\",
        "\\\\",
        "\\n",
        "\\@Em",
        "\\\\@Em",
        "\\--",
        "\\#I.5",
        "\\/xyz",
        "\\<",
        "\"",
        "”",
        "@",
        "@Em",
        "@Em,",
        "@Em:",
        "@đồng_chí",
        "@8:05",
        "@8h05;",
        "@8h",
        "@25:99",
        "@8",
        "@\"",
        "@\"\"",
        "@\"Ban Thường vụ\"",
        "@\"Ban",
        "@“Ban Tổ chức”,",
        "@“Ban",
        "@\"Tổ \"\"Bảy\"\" xã\"",
        "@\"Em\"nói",
        "@\" \"",
        "@E\u{302}m",
        "vụ\"",
        "vụ\".",
        "vụ”",
        "<30/4",
        "<30/4/2026,",
        "<31/2/2026",
        "<31/12.",
        "<5%",
        "<5-3-2026",
        "<5.3",
        "<1.204",
        "<",
        "<30/4nhé",
        "<29/2",
        "#I.5",
        "#I.5;",
        "#II-4",
        "#abc",
        "#",
        "##",
        "#Ệ1",
        "#1.",
        "#-1",
        "!1",
        "!4.",
        "!9",
        "!",
        "!!",
        "!important",
        "!٣",
        "^",
        "^.",
        "^K7Q2F",
        "^k7q2f,",
        "^UUUUU",
        "^oil00",
        "^abc",
        "^^",
        "^_^",
        "++",
        "--",
        "~k",
        "~c",
        "~K",
        ">>",
        "<<",
        "**",
        "==",
        "/md",
        "/HOI",
        "/hỏi",
        "/xyz",
        "/xyz.",
        "/etc/x",
        "--nể",
        "##5",
        "~x",
        "~5",
        "++.",
        "…",
        ")",
        ",",
        ".",
        ":",
    ]);
    prop_oneof![8 => fixed.prop_map(str::to_owned), 1 => "\\PC{0,8}", 1 => "[@<#!^\\\\/~\"“”.,:0-9a-zđêữ]{1,9}"]
}

fn any_gap() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![" ", " ", " ", " ", "  ", "\n", "\n\n", " \n ", "\u{a0}", "\u{202f}", "\u{3000}", ""])
}

fn any_line() -> impl Strategy<Value = String> {
    let words = prop::collection::vec((any_word(), any_gap()), 0..14);
    let line = (any_gap(), words)
        .prop_map(|(start, words)| words.into_iter().fold(start.to_owned(), |line, (word, gap)| line + &word + gap));
    prop_oneof![9 => line, 1 => any::<String>()]
}

fn any_text() -> impl Strategy<Value = String> {
    any_line().prop_map(|line| line.trim().to_owned())
}

fn any_name() -> impl Strategy<Value = String> {
    let odd = "[A-Za-zĐđÊêễ0-9:\"“”.,@# '’\u{301}-]{1,12}";
    let usual = prop::sample::select(vec![
        "Em",
        "Hoàng Văn Em",
        "Ban Thường vụ",
        "UBKT",
        "8:05",
        "Tổ \"Bảy\"",
        "“x”\"",
        "Vũ V.",
    ]);
    prop_oneof![usual.prop_map(str::to_owned), odd]
        .prop_map(|name| name.trim().to_owned())
        .prop_filter("somebody is named", |name| !name.is_empty())
}

fn any_link() -> impl Strategy<Value = Link> {
    prop_oneof![Just(Link::Above), "[0-9A-HJKMNP-TV-Z]{5}".prop_map(Link::Reference)]
}

fn any_time() -> impl Strategy<Value = NaiveTime> {
    (0u32..24, 0u32..60).prop_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (0i64..3_287_182).prop_map(|days| NaiveDate::from_ymd_opt(1000, 1, 1).unwrap() + TimeDelta::days(days))
}

fn distinct<T: PartialEq>(all: Vec<T>) -> Vec<T> {
    all.into_iter().fold(Vec::new(), |mut kept, one| {
        if !kept.contains(&one) {
            kept.push(one);
        }
        kept
    })
}

prop_compose! {
    fn canonical_draft()(
        kind in prop::sample::select(EntryKind::ALL.to_vec()),
        text in any_text(),
        people in prop::collection::vec(any_name(), 0..3),
        time in prop::option::of(any_time()),
        due in prop::option::of(any_date()),
        criteria in prop::collection::vec("[IVXAĐ]{1,3}[.-]?[0-9]{1,2}", 0..3),
        severity in prop::option::of(prop::sample::select(Severity::ALL.to_vec())),
        links in prop::collection::vec(any_link(), 0..3),
    ) -> Draft {
        let (people, criteria, links) = (distinct(people), distinct(criteria), distinct(links));
        Draft { kind, text, people, time, due, criteria, severity, links }
    }
}

prop_compose! {
    /// Lines put together by hand, without the help of `format`.
    fn canonical_line()(
        mark in prop::sample::select(marks().to_vec()),
        text in prop::sample::select(vec![
            "", "nể nang, né tránh", "08-QĐi/TW: 98,71%", "một\nhai\n\n  ba", "\\@Em nói", "gửi a@b.vn \\\\#I.5", "3-5 \\ và/hoặc", "x \\!9",
        ]),
        people in prop::sample::subsequence(vec!["@Em", "@\"Ban Thường vụ\"", "@\"8:05\"", "@\"Vũ V.\"", "@\"Tổ \"\"Bảy\"\"\""], 0..4),
        time in prop::option::of(any_time()),
        due in prop::option::of(any_date()),
        criteria in prop::sample::subsequence(vec!["#I.5", "#II-4", "#7"], 0..3),
        severity in prop::option::of(1..=4),
        links in prop::sample::subsequence(vec!["^", "^K7Q2F", "^00000"], 0..3),
    ) -> String {
        let mut parts: Vec<String> = vec![mark.mark.to_owned(), text.to_owned()];
        parts.extend(people.iter().map(|mark| (*mark).to_owned()));
        parts.extend(time.map(|time| time.format("@%-H:%M").to_string()));
        parts.extend(due.map(|due| format!("<{}", print_date(due))));
        parts.extend(criteria.iter().map(|mark| (*mark).to_owned()));
        parts.extend(severity.map(|level| format!("!{level}")));
        parts.extend(links.iter().map(|mark| (*mark).to_owned()));
        parts.retain(|part| !part.is_empty());
        parts.join(" ")
    }
}

fn visible(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn spans_tile_the_line(line in any_line(), context in any_context()) {
        let mut end = 0;
        for span in parse(&line, &context).spans {
            prop_assert_eq!(span.range.start, end);
            prop_assert!(span.range.end > end && line.is_char_boundary(span.range.end));
            end = span.range.end;
        }
        prop_assert_eq!(end, line.len());
    }

    /// The visible characters of the text are exactly, in order, those of the spans that are not marks or escapes …
    #[test]
    fn no_visible_character_of_the_text_is_lost_or_made_up(line in any_line(), context in any_context()) {
        let parsed = parse(&line, &context);
        let of_text = parsed.spans.iter().filter(|span| matches!(span.role, SpanRole::Text | SpanRole::Doubtful));
        let left: String = of_text.map(|span| &line[span.range.clone()]).collect();
        prop_assert_eq!(visible(&parsed.draft.text), visible(&left));
        prop_assert_eq!(parsed.draft.text.trim(), &parsed.draft.text);
        for span in parsed.spans.iter().filter(|span| span.role == SpanRole::Escape) {
            prop_assert_eq!(&line[span.range.clone()], "\\");
        }
    }

    /// … and every mark, taken alone, is a mark that the draft has: nothing disappears into a span.
    #[test]
    fn what_a_mark_says_is_in_the_draft(line in any_line(), context in any_context()) {
        let parsed = parse(&line, &context);
        for span in parsed.spans.iter().filter(|span| span.role.is_mark()) {
            let alone = parse(&line[span.range.clone()], &context).draft;
            let draft = &parsed.draft;
            prop_assert_eq!(alone.text, "");
            let there = match span.role {
                SpanRole::Kind => alone.kind == draft.kind && draft.kind != EntryKind::Statement,
                SpanRole::Person => alone.people.len() == 1 && alone.people.iter().all(|name| draft.people.contains(name)),
                SpanRole::Time => alone.time.is_some() && alone.time == draft.time,
                SpanRole::Due => alone.due.is_some() && alone.due == draft.due,
                SpanRole::Criterion => alone.criteria.len() == 1 && alone.criteria.iter().all(|code| draft.criteria.contains(code)),
                SpanRole::Severity => alone.severity.is_some() && alone.severity == draft.severity,
                SpanRole::Link => alone.links.len() == 1 && alone.links.iter().all(|link| draft.links.contains(link)),
                SpanRole::Text | SpanRole::Escape | SpanRole::Doubtful => false,
            };
            prop_assert!(there, "{:?} {:?}", span, &line[span.range.clone()]);
        }
    }

    #[test]
    fn every_doubtful_part_has_its_notice(line in any_line(), context in any_context()) {
        let parsed = parse(&line, &context);
        let doubtful = parsed.spans.into_iter().filter(|span| span.role == SpanRole::Doubtful);
        let doubtful: Vec<_> = doubtful.map(|span| span.range).collect();
        let noticed: Vec<_> = parsed.notices.into_iter().map(|notice| notice.range).collect();
        prop_assert_eq!(doubtful, noticed);
    }

    #[test]
    fn a_draft_reads_back_from_its_line(draft in canonical_draft(), context in any_context()) {
        let line = format(&draft);
        let parsed = parse(&line, &context);
        prop_assert_eq!(&parsed.draft, &draft, "{}", line);
        prop_assert_eq!(parsed.notices, vec![], "{}", line);
    }

    #[test]
    fn a_canonical_line_is_written_as_it_was_read(line in canonical_line(), context in any_context()) {
        prop_assert_eq!(format(&parse(&line, &context).draft), line);
    }

    #[test]
    fn any_line_means_the_same_after_it_is_written_out(line in any_line(), context in any_context(), later in any_context()) {
        let draft = parse(&line, &context).draft;
        let written = format(&draft);
        prop_assert_eq!(&parse(&written, &later).draft, &draft, "{}", written);
        prop_assert_eq!(format(&parse(&written, &later).draft), written);
    }

    #[test]
    fn bringing_a_line_into_nfc_first_loses_no_mark(line in any_line(), context in any_context()) {
        let line = nfc(&line);
        let draft = parse(&line, &context).draft;
        prop_assert_eq!(nfc(&format(&draft)), format(&draft));
    }
}
