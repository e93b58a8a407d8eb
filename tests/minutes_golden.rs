//! Whole minutes compared with files that were read line by line.
//!
//! After a wanted change run `BIENBAN_UPDATE_GOLDEN=1 cargo test --test minutes_golden`: it rewrites `tests/golden/minutes-*.md` and
//! passes. Then read the difference aloud, as the minutes will be before they are signed.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "support/example.rs"]
mod example;

use std::path::Path;

use bienban::domain::{Delegation, Regime, Visit};
use bienban::minutes::{self, Error, Layout, SIZE_LIMIT, Source};
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
    minutes::render(&minutes::outline(source), layout).unwrap()
}

#[test]
fn the_example_in_the_party_layout() {
    golden("minutes-party.md", &rendered(&Example::party().source()));
}

#[test]
fn the_example_in_the_state_layout() {
    golden("minutes-state.md", &rendered(&Example::state().source()));
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

#[test]
fn a_mistake_in_a_template_is_named_with_its_place() {
    let outline = minutes::outline(&Source::bare(&Delegation::default(), &Visit::default()));
    let what = |template: &str| match minutes::render_with(&outline, "mau-cua-toi", template) {
        Err(Error::Template { template, line, what }) => {
            assert_eq!(template, "mau-cua-toi");
            (line, what)
        }
        other => panic!("{other:?}"),
    };
    let (line, said) = what("một\nhai {{ head.palce }}\n");
    assert_eq!(line, 2);
    assert!(said.contains("undefined"), "{said}");
    assert_eq!(what("một\n\n{{ head.place | safe }}").0, 3);
    assert_eq!(what("{% for x in proceedings %}\n{% endfor").0, 2);
    assert_eq!(what("{% include '/etc/passwd' %}").0, 1);
    let endless = "{% for a in 'xxxxxxxxxxxxxxxx' %}".repeat(9) + &"{% endfor %}".repeat(9);
    let said = what(&endless).1;
    assert!(said.contains("fuel"), "{said}");
    assert!(what("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}").1.contains("recursion"));
    assert!(matches!(
        minutes::render_with(&outline, "x", &"x".repeat(SIZE_LIMIT + 1)),
        Err(Error::TooLarge { size, .. }) if size == SIZE_LIMIT + 1
    ));
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
        let markdown = minutes::render_with(&outline, "x", template).unwrap();
        let body = markdown.split("---\n").last().unwrap().trim();
        assert_eq!(body, escaped, "{template}");
    }
    for filter in
        ["safe", "escape", "tojson", "replace('\\\\', '')", "trim('\\\\')", "split('\\\\')", "reverse", "list", "first"]
    {
        let template = format!("{{% set x %}}{{{{ title.subject }}}}{{% endset %}}{{{{ x | {filter} }}}}");
        assert!(
            matches!(minutes::render_with(&outline, "x", &template), Err(Error::Template { line: 1, .. })),
            "{filter}"
        );
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
