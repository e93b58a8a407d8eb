//! Text as Markdown: three readers see it as nothing but itself, wherever it stands.
//!
//! The places and readers of `tests/markdown_escape.rs`.
#![no_main]

#[path = "../../../tests/support/markdown.rs"]
mod markdown;

use bienban::minutes::norm;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let clean = norm(text);
    assert_eq!(norm(&clean), clean);
    if let Err(how) = markdown::breaks_out(text) {
        panic!("{how}");
    }
});
