//! A template of an office's own: it prints, or says where it is wrong, and is over soon.
#![no_main]

use std::sync::LazyLock;

use bienban::minutes::{Mistake, Outline, SIZE_LIMIT, Template, empty, full};
use libfuzzer_sys::fuzz_target;

static OUTLINES: LazyLock<[Outline; 2]> = LazyLock::new(|| [full(true), empty()]);

fuzz_target!(|text: &str| {
    let template = Template::Edited { name: "x".into(), text: text.to_owned() };
    for outline in &*OUTLINES {
        match template.render(outline) {
            Ok(minutes) => assert!(minutes.starts_with("---\n") && minutes.ends_with('\n')),
            Err(error) => stands_in(&error.mistake, text),
        }
    }
    if let Err(error) = template.read(&OUTLINES[0]) {
        stands_in(&error.mistake, text);
    }
    let mistakes = template.check();
    mistakes.iter().for_each(|mistake| stands_in(mistake, text));
    if mistakes.is_empty() {
        assert!(OUTLINES.iter().all(|outline| template.render(outline).is_ok()), "a mistake was not found");
    }
});

/// A mistake is at a place of the text, so that somebody can be sent there.
fn stands_in(mistake: &Mistake, text: &str) {
    if text.len() > SIZE_LIMIT {
        return;
    }
    let lines: Vec<&str> = text.lines().collect();
    assert!(mistake.line <= lines.len() + 1, "{mistake:?}");
    let line = mistake.line.checked_sub(1).and_then(|at| lines.get(at)).copied().unwrap_or_default();
    assert!(mistake.column <= line.chars().count() + 1, "{mistake:?}");
}
