//! Text that people type cannot act as Markdown: whatever it looks like, three readers give it back as the same text.
//!
//! Each string stands in six places of a small document, and in every field of whole minutes. The document must have the same
//! shape as with a harmless word there, and the text of the string itself, cleaned as `norm` documents.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "support/markdown.rs"]
mod markdown;

use bienban::domain::{Attendee, Delegation, Entry, EntryKind, LegalBasis, Member, Post, RecordId, Side, Visit};
use bienban::minutes::{self, Layout, Source, inline, norm};
use chrono::NaiveDate;
use markdown::{HARMLESS, PLACES, READERS, Reading, breaks_out, put};
use proptest::prelude::*;
use uuid::Uuid;

const NASTY: [&str; 98] = [
    "# tiêu đề",
    "## C#",
    "C#",
    "a # b",
    "a ##",
    "#",
    "#1",
    "#thẻ",
    "|",
    "a|b",
    "a||b",
    r"a\|b",
    r"a\\|b",
    "||",
    "*",
    "**đậm**",
    "*nghiêng*",
    "a*b*c",
    "_",
    "_gạch_",
    "a_b_c",
    "__x__",
    "***",
    "---",
    "___",
    "- gạch",
    "+ cộng",
    "-",
    "+",
    "-1",
    "* sao",
    "1. một",
    "1) một",
    "1.",
    "12. x",
    "a) một",
    "a.",
    "(1) một",
    "(a) x",
    "iv. bốn",
    "A. x",
    "#. x",
    "(@) x",
    "`mã`",
    "``",
    "```",
    "```rust",
    "~~~",
    "~~bỏ~~",
    "~x~",
    "===",
    "=",
    "==x==",
    "a\n===",
    "a\n---",
    "<script>alert(1)</script>",
    "<b>",
    "<!-- x -->",
    "<http://x.vn>",
    "<a@b.vn>",
    "http://x.vn/a_b?c=1&d=2",
    "https://x.vn",
    "www.x.vn",
    "a@b.vn",
    "mailto:a@b.vn",
    "[x](y)",
    "![x](y)",
    "[^1]",
    "[^1]: chú thích",
    "[[wiki]]",
    "[x]: /y",
    "[ ] việc",
    "[x] việc",
    "- [ ] việc",
    "> trích",
    ">",
    "$x$",
    "$$x$$",
    "x^2^",
    "{#id}",
    "{{ x }}",
    "{% raw %}",
    "%%x%%",
    ": định nghĩa",
    "::: hộp",
    "&copy;",
    "&#35;",
    "R&D & Q",
    r"\",
    r"\\",
    r"\*",
    "x\\",
    "a\u{202e}b\u{2066}c",
    "De\u{323}\u{302} xuo\u{302}\u{301}ng",
    "a\u{0}b\u{7}c\u{1b}[31m",
    "a\u{200b}b\u{feff}",
    "    thụt vào",
    "\ta\tb",
];

#[test]
fn no_known_trick_gets_out_of_its_place() {
    let failed: Vec<String> = NASTY.iter().filter_map(|text| breaks_out(text).err()).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

#[test]
fn the_readers_would_see_the_tricks_without_the_escape() {
    for (reader, read) in READERS {
        let fooled = NASTY.iter().filter(|text| {
            let clean = norm(text);
            PLACES.iter().any(|place| {
                let harmless = read(&put(place, HARMLESS));
                let wanted = Reading { text: harmless.text.replace(HARMLESS, &clean), ..harmless };
                read(&place.replace("@@", &clean)) != wanted
            })
        });
        assert!(fooled.count() > NASTY.len() / 2, "{reader} reads too little Markdown to prove anything");
    }
}

#[test]
fn official_prose_stays_readable_in_a_plain_editor() {
    let prose = "Căn cứ Hướng dẫn số 12-HD/BTCTW, ngày 06/7/2022 của Ban Tổ chức Trung ương; Quy định số 08-QĐi/TW; Nghị định số \
        30/2020/NĐ-CP. Quán triệt cho 3.118/3.204 đảng viên (98,69%), ban hành (01 nghị quyết), 02 kế hoạch – “Ngày thứ Bảy vì dân”; \
        tiếp 214 lượt/163 vụ việc, bắt đầu lúc 14:30, gồm: a, b và c… Mức độ: nghiêm trọng! Vì sao?";
    assert_eq!(inline(prose), prose);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_mix_of_marks_gets_out_of_its_place(text in "[\\\\`*_\\[\\]<>|~$^{}@#&=%:.()!\"'+\\-/0-9a-cwWxiđ \t\n]{0,24}") {
        prop_assert_eq!(breaks_out(&text), Ok(()));
    }

    #[test]
    fn no_text_at_all_gets_out_of_its_place(text in any::<String>()) {
        prop_assert_eq!(breaks_out(&text), Ok(()));
    }

    #[test]
    fn cleaning_twice_is_cleaning_once(text in any::<String>()) {
        let clean = norm(&text);
        prop_assert_eq!(norm(&clean), clean);
    }
}

/// Renders minutes in which every text that a person can type is `text`, every entry of two lines.
fn minutes_full_of(text: &str, layout: Layout) -> String {
    let id = |number: u128| RecordId(Uuid::from_u128(number));
    let typed = || text.to_owned();
    let day = NaiveDate::from_ymd_opt(2026, 3, 19);
    let delegation = Delegation {
        authority: typed(),
        decision_symbol: typed(),
        plan_symbol: typed(),
        theme: typed(),
        place_name: typed(),
        ..Delegation::default()
    };
    let visit = Visit {
        date: day,
        place: typed(),
        subject: typed(),
        chair: Some(id(1)),
        recorder: Some(id(1)),
        materials: format!("{text}\n{text}"),
        other_information: typed(),
        recipients: typed(),
        ..Visit::default()
    };
    let basis = LegalBasis { form: typed(), symbol: typed(), date: day, issuer: typed(), title: typed() };
    let posts = vec![Post { title: typed(), from: None, until: None }];
    let member = Member { name: typed(), posts, area: typed(), ..Member::default() };
    let attendees = Side::ALL.map(|side| Attendee {
        side,
        name: typed(),
        post: typed(),
        reason: typed(),
        member: (side == Side::Delegation).then(|| id(1)),
        ..Attendee::default()
    });
    let entries = EntryKind::ALL.map(|kind| Entry {
        kind,
        text: format!("{text}\n{text}"),
        people: vec![typed()],
        criteria: vec![typed()],
        ..Entry::default()
    });
    let source = Source {
        unit: text,
        parent_unit: Some(text),
        bases: vec![&basis],
        members: vec![(id(1), &member)],
        attendees: attendees.iter().collect(),
        entries: (100..).map(id).zip(&entries).collect(),
        ..Source::bare(&delegation, &visit)
    };
    minutes::Template::BuiltIn(layout).render(&minutes::outline(&source)).unwrap()
}

/// Parts the front matter from the text that readers parse.
fn body(markdown: &str) -> (&str, &str) {
    markdown.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).unwrap()
}

#[test]
fn whole_minutes_of_nasty_text_keep_their_shape_and_every_word() {
    for layout in [Layout::Party, Layout::State] {
        let calm = minutes_full_of(HARMLESS, layout);
        for text in NASTY {
            let clean = norm(text);
            // Two lines would be two entries, and these end a sentence or a name by themselves.
            if text.contains('\n') || clean.ends_with(['.', ';']) {
                continue;
            }
            let nasty = minutes_full_of(text, layout);
            for (reader, read) in READERS {
                let (calm, nasty) = (read(body(&calm).1), read(body(&nasty).1));
                assert_eq!(nasty.shape, calm.shape, "{reader}: {text:?}");
                let (wanted, got) = (calm.text.matches(HARMLESS).count(), nasty.text.matches(&clean).count());
                assert!(wanted > 60 && got >= wanted, "{reader}: {text:?} comes back {got} of {wanted} times");
            }
        }
    }
}

#[test]
fn front_matter_holds_any_text_as_quoted_values() {
    for text in NASTY {
        let markdown = minutes_full_of(text, Layout::Party);
        let lines: Vec<&str> = body(&markdown).0.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines.len(), 6, "{text:?}");
        let value = |line: &str| serde_json::from_str::<String>(line.split_once(": ").unwrap().1).unwrap();
        assert_eq!(value(lines[1]), norm(text));
    }
}

#[test]
fn minutes_use_only_marks_that_every_reader_knows() {
    for layout in [Layout::Party, Layout::State] {
        let markdown = minutes_full_of(HARMLESS, layout);
        for line in markdown.lines() {
            assert!(!line.contains("||") && !line.ends_with("  ") && !line.ends_with('\\'), "{line}");
            assert!(!line.contains('<') || line.starts_with("<!-- bienban:"), "{line}");
        }
    }
}
