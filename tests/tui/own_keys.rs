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
    app.press("End Up Up Up");
    shows(app, &["F2  F1                Trợ giúp"]);
    app.press("Esc a");
    shows(app, &["Đoàn mới"]);
}

#[test]
fn a_key_given_away_does_nothing_any_more() {
    let mut stage = with_an_open_visit();
    let app = stage.app.rebind("[entries]\npreview = \"Z\"\n");
    app.press("Esc p");
    hides(app, "BIÊN BẢN");
    app.press("Z");
    shows(app, &["BIÊN BẢN"]);
}

#[test]
fn mistakes_are_counted_when_the_program_starts() {
    let mut stage = empty();
    let app = stage.app.rebind("new = \"F6\"\nundoo = \"z\"\nredo = \n");
    shows(app, &[" F6 Thêm ", "keys.toml có 2 chỗ sai, những chỗ đó dùng phím có sẵn."]);
}

#[test]
fn sentences_name_the_keys_that_are_in_force() {
    let mut stage = with_an_open_visit();
    let app = stage.app.rebind("redo = \"F12\"\n[capture]\nsplit = \"F5\"\n[entries]\nsplit = \"F6\"\nundo = \"z\"\n");
    app.write("-- còn nể nang, né tránh").press("Enter Esc F6");
    shows(app, &["Đưa con trỏ đến chỗ tách rồi nhấn F5."]);
    app.press("Esc d Enter");
    shows(app, &["Đã xóa. Nhấn z để lấy lại."]);
    app.press("z");
    shows(app, &["F12 để làm lại."]);
    let mut stage = empty();
    shows(stage.app.rebind("[home]\nnew = \"a\"\n"), &["nhấn a, nhập cơ quan"]);
    let app = stage.app.rebind("[units]\nnew = []\nnew-below = \"F7\"\n").press("v");
    shows(app, &["Nhấn “Thêm” để thêm đơn vị đầu tiên, F7"]);
}
