//! Whole minutes compared with files that were read line by line.
//!
//! After a wanted change run `BIENBAN_UPDATE_GOLDEN=1 cargo test --test minutes_golden`: it rewrites `tests/golden/minutes-*.md` and
//! passes. Then read the difference aloud, as the minutes will be before they are signed.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "support/example.rs"]
mod example;

use std::path::Path;

use bienban::domain::{Delegation, Regime, Visit};
use bienban::minutes::{self, Layout, Mistake, Redacted, SIZE_LIMIT, Source, Template, What};
use example::Example;

/// Compares minutes with their file, or rewrites the file when asked to.
fn golden(name: &str, markdown: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("BIENBAN_UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, markdown).unwrap();
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    for (at, (wanted, written)) in wanted.lines().zip(markdown.lines()).enumerate() {
        assert_eq!(written, wanted, "{name}, line {}", at + 1);
    }
    assert_eq!(markdown.len(), wanted.len(), "{name}: lines missing or added at the end");
}

fn rendered(source: &Source) -> String {
    let layout = Layout::for_regime(source.delegation.regime);
    Template::BuiltIn(layout).render(&minutes::outline(source)).unwrap()
}

#[test]
fn the_example_in_the_party_layout() {
    golden("minutes-party.md", &rendered(&Example::party().source()));
}

#[test]
fn the_example_in_the_state_layout() {
    golden("minutes-state.md", &rendered(&Example::state().source()));
}

fn redacted(full: &Source) -> String {
    let copy = Redacted::of(full);
    copy.marked(&rendered(&copy.source(full)))
}

#[test]
fn the_example_without_names() {
    let example = Example::party();
    let source = example.source();
    let copy = redacted(&source);
    golden("minutes-party-redacted.md", &copy);
    let (small, plain) = (copy.to_lowercase(), |name: &str| name.to_lowercase());
    for attendee in source.attendees.iter().filter(|attendee| attendee.name.split(' ').count() > 2) {
        let left = small.matches(&plain(&attendee.name)).count();
        // A body that sits at the table is no person.
        assert_eq!(left > 0, attendee.name.starts_with("Đại diện"), "{}", attendee.name);
    }
    for (_, member) in &source.members {
        assert!(!small.contains(&plain(&member.name)), "{}", member.name);
    }
    for name in source.entries.iter().flat_map(|(_, entry)| &entry.private_names) {
        assert!(!small.contains(&plain(name)), "{name}");
    }
}

#[test]
fn the_full_minutes_are_not_touched_by_their_copy() {
    let example = Example::party();
    let (source, before) = (example.source(), rendered(&example.source()));
    redacted(&source);
    assert_eq!(rendered(&source), before);
}

#[test]
fn a_visit_of_which_nothing_is_known() {
    golden("minutes-empty.md", &rendered(&Source::bare(&Delegation::default(), &Visit::default())));
}

#[test]
fn minutes_record_and_do_not_conclude() {
    for example in [Example::party(), Example::state()] {
        let markdown = rendered(&example.source()).to_lowercase();
        for verdict in ["kết luận kiểm tra", "kết luận giám sát", "kết luận thanh tra"] {
            assert!(!markdown.contains(verdict), "{verdict}");
        }
    }
}

#[test]
fn an_outline_is_plain_data() {
    let outline = serde_json::to_value(minutes::outline(&Example::party().source())).unwrap();
    assert_eq!(outline["findings"][1]["key"], "shortcomings");
    assert_eq!(outline["findings"][1]["parts"][0]["number"], "2.1");
    assert_eq!(outline["closing"]["copies"], "06");
}

fn edited(text: &str) -> Template {
    Template::Edited { name: "mau-cua-toi".into(), text: text.into() }
}

/// The only mistake of a template.
fn mistake(text: &str) -> Mistake {
    let mistakes = edited(text).check();
    assert_eq!(mistakes.len(), 1, "{text}: {mistakes:?}");
    mistakes.into_iter().next().unwrap()
}

#[test]
fn the_templates_as_shipped_have_no_mistakes() {
    for layout in Layout::ALL {
        assert_eq!(Template::BuiltIn(layout).check(), []);
        assert_eq!(edited(layout.template()).check(), []);
    }
}

#[test]
fn mistakes_in_a_template_are_named_with_their_places() {
    let unknown = |line, column, name: &str, nearest: Option<&str>| Mistake {
        line,
        column,
        what: What::UnknownField { name: name.into(), nearest: nearest.map(str::to_owned) },
    };
    let written = "một\nhai {{ head.palce }}\n{% for part in findings %}{{ part.titel }}{% endfor %}\n{{ hed.place }} đ {{ xyz }}";
    assert_eq!(
        edited(written).check(),
        [
            unknown(2, 8, "head.palce", Some("head.place")),
            unknown(3, 30, "part.titel", Some("part.title")),
            unknown(4, 4, "hed", Some("head")),
            unknown(4, 22, "xyz", None),
        ]
    );
    assert_eq!(mistake("{{ title.palce | sentence }}"), unknown(1, 4, "title.palce", Some("title.place")));
    assert_eq!(mistake("{% if title.is_darft %}x{% endif %}"), unknown(1, 7, "title.is_darft", Some("title.is_draft")));
    let helper = |name: &str, nearest: Option<&str>| What::UnknownHelper {
        name: name.into(),
        nearest: nearest.map(str::to_owned),
    };
    let found = mistake("một\n\n{{ head.place | upperr }}");
    assert_eq!((found.line, found.column, found.what), (3, 17, helper("upperr", Some("upper"))));
    assert_eq!(mistake("{{ head.place | safe }}").what, helper("safe", None));
    assert_eq!(mistake("{% macro cao() %}{% endmacro %}{{ coa() }}").what, helper("coa", Some("cao")));
    let cut = mistake("{% for x in proceedings %}\n{% endfor");
    assert_eq!(cut.line, 2);
    assert!(matches!(cut.what, What::Syntax { .. }), "{cut:?}");
    assert_eq!(mistake("{% include '/etc/passwd' %}").what, What::OtherFile);
    let endless = "{% for a in 'xxxxxxxxxxxxxxxx' %}".repeat(9) + &"{% endfor %}".repeat(9);
    assert!(matches!(mistake(&endless).what, What::TooSlow | What::Other(_)));
    let list = "{% for a in [1,2,3,4,5,6,7,8,9] %}".repeat(9) + &"{% endfor %}".repeat(9);
    assert_eq!(mistake(&list).what, What::TooSlow);
    assert_eq!(mistake("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}").what, What::TooDeep);
    assert_eq!(mistake(&"x".repeat(SIZE_LIMIT + 1)).what, What::TooLarge { size: SIZE_LIMIT + 1 });
}

#[test]
fn a_template_with_a_mistake_prints_nothing() {
    let outline = minutes::outline(&Source::bare(&Delegation::default(), &Visit::default()));
    let error = edited("một\nhai {{ head.palce }}\n").render(&outline).unwrap_err();
    assert_eq!((error.template.as_str(), error.mistake.line), ("mau-cua-toi", 2));
}

#[test]
fn the_example_for_templates_leaves_nothing_out() {
    fn holes(path: &str, value: &serde_json::Value, found: &mut Vec<String>) {
        use serde_json::Value;
        match value {
            Value::Null => found.push(path.into()),
            Value::String(text) if text.is_empty() => found.push(path.into()),
            Value::Array(values) if values.is_empty() => found.push(path.into()),
            Value::Array(values) => values.iter().for_each(|value| holes(path, value, found)),
            Value::Object(fields) => {
                fields.iter().for_each(|(name, value)| holes(&format!("{path}.{name}"), value, found))
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    holes("", &serde_json::to_value(minutes::full(false)).unwrap(), &mut found);
    // A part has lines or a table or parts of its own, and not every line needs somebody to stand before it.
    let open = ["items", "table", "parts", "label"];
    found.retain(|path| open.iter().all(|name| !path.ends_with(name)) && path != ".findings.table.rows");
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_template_cannot_print_what_is_not_escaped() {
    let delegation = Delegation { theme: "**đậm** <b>".into(), ..Delegation::default() };
    let visit = Visit::default();
    let outline = minutes::outline(&Source::bare(&delegation, &visit));
    let escaped = r"\*\*đậm\*\* \<b\>";
    for template in [
        "{{ title.subject }}",
        "{% autoescape false %}{{ title.subject }}{% endautoescape %}",
        "{% set x %}{{ title.subject }}{% endset %}{{ x }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(title.subject) }}",
        "{{ [title.subject] | join(', ') }}",
        "{{ title.subject ~ '' }}",
        "{{ title.subject | lower }}",
        "{% set x %}{{ title.subject }}{% endset %}{{ x ~ '' }}",
        "{% set x %}{{ title.subject }}{% endset %}{{ '' ~ x }}",
        "{% set x %}{{ title.subject }}{% endset %}{{ [x] | join(x) }}",
    ] {
        let markdown = edited(template).render(&outline).unwrap();
        let body = markdown.split("---\n").last().unwrap().trim();
        assert_eq!(body, escaped, "{template}");
    }
    for filter in
        ["safe", "escape", "tojson", "replace('\\\\', '')", "trim('\\\\')", "split('\\\\')", "reverse", "list", "first"]
    {
        let template = format!("{{% set x %}}{{{{ title.subject }}}}{{% endset %}}{{{{ x | {filter} }}}}");
        let refused = edited(&template).render(&outline).unwrap_err();
        assert!(matches!(refused.mistake.what, What::UnknownHelper { .. }), "{filter}");
    }
}

#[test]
fn the_layout_follows_the_regime() {
    assert_eq!(Layout::for_regime(Regime::Party), Layout::Party);
    assert_eq!(Layout::for_regime(Regime::State), Layout::State);
}

#[test]
fn a_file_is_named_by_unit_and_date() {
    let example = Example::party();
    assert_eq!(minutes::file_stem(&example.source()), "bien-ban_huyen-uy-thach-khe_2026-03-19");
    let (delegation, undated) = (Delegation::default(), Visit::default());
    let named = |unit, visit| minutes::file_stem(&Source { unit, ..Source::bare(&delegation, visit) });
    assert_eq!(named("", &undated), "bien-ban");
    assert_eq!(named("../../CON", &undated), "bien-ban_con");
    let decomposed = "De\u{323}\u{302} xuo\u{302}\u{301}ng Đoàn";
    assert_eq!(named(decomposed, &undated), "bien-ban_de-xuong-doan");
    let long = named(&"Đảng ủy ".repeat(40), &example.visit);
    assert!(long.len() <= 80 && long.ends_with("_2026-03-19"), "{long}");
}
