//! `docs/checks.md` is made from the table of checks and its words.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write;

use bienban::checks::{CHECKS, Weight};
use bienban::i18n::{Language, Texts};

fn part(title: &str, heads: [&str; 4], texts: &Texts) -> String {
    let words = &texts.checks;
    let mut page = format!("\n## {title}\n");
    for weight in Weight::ALL {
        let name = (words.weight)(weight);
        let [check, code, looks_at, mended] = heads;
        let _ = write!(page, "\n### {name}\n\n| {check} | {looks_at} | {mended} | {code} |\n|---|---|---|---|\n");
        for rule in CHECKS.iter().filter(|rule| rule.weight == weight) {
            let mend = (words.mend)(rule.check).replace('<', "\\<");
            let says = (words.name)(rule.check);
            let looks_at = (texts.terms.kind)(&rule.looks_at);
            let _ = writeln!(page, "| {says} | {looks_at} | {mend} | `{}` |", rule.check.code());
        }
    }
    page
}

fn page() -> String {
    let mut page = String::from(
        "# Việc cần xem lại · Checks\n\nMade from the table in `src/checks/table.rs` and its words in `src/i18n/checks.rs`.\n",
    );
    page += &part("Tiếng Việt", ["Nhắc", "Mã", "Xem ở", "Enter"], Language::Vietnamese.texts());
    page += &part("English", ["Check", "Code", "Looks at", "Enter"], Language::English.texts());
    page
}

#[test]
fn the_table_of_checks_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/checks.md");
    if std::env::var_os("BIENBAN_UPDATE_GOLDEN").is_some() {
        std::fs::write(path, page()).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(written == page(), "docs/checks.md is stale; run the test with BIENBAN_UPDATE_GOLDEN=1");
}
