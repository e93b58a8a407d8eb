//! The capture line: whatever is typed is read to its last letter, and means the same when it is written out.
//!
//! The laws of `src/capture/laws.rs`, on lines that a fuzzer makes up.
#![no_main]

use std::ops::Range;

use bienban::capture::{Context, SpanRole, format, parse};
use bienban::domain::EntryKind;
use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|line: &str| {
    let visit_day = Context { date: NaiveDate::from_ymd_opt(2026, 3, 19) };
    for context in [Context::default(), visit_day] {
        let parsed = parse(line, &context);
        let draft = &parsed.draft;

        let mut end = 0;
        for span in &parsed.spans {
            assert_eq!(span.range.start, end);
            assert!(span.range.end > end && line.is_char_boundary(span.range.end));
            end = span.range.end;
        }
        assert_eq!(end, line.len());

        let of_text = parsed.spans.iter().filter(|span| matches!(span.role, SpanRole::Text | SpanRole::Doubtful));
        let left: String = of_text.map(|span| &line[span.range.clone()]).collect();
        assert_eq!(visible(&draft.text), visible(&left));
        assert_eq!(draft.text.trim(), draft.text);

        for span in parsed.spans.iter().filter(|span| span.role.is_mark()) {
            let alone = parse(&line[span.range.clone()], &context).draft;
            assert_eq!(alone.text, "");
            assert!(
                match span.role {
                    SpanRole::Kind => alone.kind == draft.kind && draft.kind != EntryKind::Statement,
                    SpanRole::Person => alone.people.len() == 1 && draft.people.contains(&alone.people[0]),
                    SpanRole::Time => alone.time.is_some() && alone.time == draft.time,
                    SpanRole::Due => alone.due.is_some() && alone.due == draft.due,
                    SpanRole::Criterion => alone.criteria.len() == 1 && draft.criteria.contains(&alone.criteria[0]),
                    SpanRole::Severity => alone.severity.is_some() && alone.severity == draft.severity,
                    SpanRole::Link => alone.links.len() == 1 && draft.links.contains(&alone.links[0]),
                    SpanRole::Text | SpanRole::Escape | SpanRole::Doubtful => false,
                },
                "{span:?}"
            );
        }

        let doubtful = parsed.spans.iter().filter(|span| span.role == SpanRole::Doubtful);
        let doubtful: Vec<Range<usize>> = doubtful.map(|span| span.range.clone()).collect();
        let noticed: Vec<Range<usize>> = parsed.notices.iter().map(|notice| notice.range.clone()).collect();
        assert_eq!(doubtful, noticed);

        let written = format(draft);
        for later in [Context::default(), visit_day] {
            let again = parse(&written, &later);
            assert_eq!(&again.draft, draft, "{written}");
            assert_eq!(format(&again.draft), written);
        }
    }
});

fn visible(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}
