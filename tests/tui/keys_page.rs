//! `docs/keys.md` is made from the command table.

use bienban::tui::reference::keys_page;

#[test]
fn the_key_reference_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
    if std::env::var_os("BIENBAN_UPDATE_GOLDEN").is_some() {
        std::fs::write(path, keys_page()).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(written == keys_page(), "docs/keys.md is stale; run the test with BIENBAN_UPDATE_GOLDEN=1");
}
