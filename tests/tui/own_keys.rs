//! Keys that a person wrote: they work, help and hints show them, and mistakes hold nothing up.

use super::stage::{empty, hides, shows, with_an_open_visit};

#[test]
fn help_and_hints_show_the_keys_that_are_in_force() {
    let mut stage = empty();
    let app = stage.app.rebind("new = \"a\"\nhelp = \"F2\"\n");
    shows(app, &[" a Thêm ", " F2 Trợ giúp"]);
    hides(app, " n Thêm ");
    app.press("F2");
    shows(app, &["a                     Thêm: thêm một mục mới"]);
    app.press("End");
    shows(app, &["F2  F1                Trợ giúp"]);
    app.press("Esc a");
    shows(app, &["Đoàn mới"]);
}

#[test]
fn a_key_given_away_does_nothing_any_more() {
    let mut stage = with_an_open_visit();
    let app = stage.app.rebind("[entries]\npreview = \"v\"\n");
    app.press("Esc p");
    hides(app, "BIÊN BẢN");
    app.press("v");
    shows(app, &["BIÊN BẢN"]);
}

#[test]
fn mistakes_are_counted_when_the_program_starts() {
    let mut stage = empty();
    let app = stage.app.rebind("new = \"F6\"\nundoo = \"z\"\nredo = \n");
    shows(app, &[" F6 Thêm ", "keys.toml có 2 chỗ sai, những chỗ đó dùng phím có sẵn."]);
}
