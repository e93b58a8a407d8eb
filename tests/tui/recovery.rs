//! Nothing typed is ever lost: not by a kill, not by a failing disk, not by a key.

use std::io;
use std::path::PathBuf;

use bienban::session::{Error, StoreError};

use super::stage::{empty, hides, shows, with_an_open_visit};

fn disk_full() -> Error {
    let source = io::Error::from(io::ErrorKind::StorageFull);
    Error::Store(StoreError::NotSaved { path: PathBuf::from("journal"), source })
}

#[test]
fn the_unfinished_line_comes_back_after_a_kill() {
    let mut stage = with_an_open_visit();
    stage.app.write("-- còn nể nang, né trá").wait(400);
    let mut stage = stage.killed_and_started_again();
    shows(&stage.app, &["Còn dòng gõ dở ở buổi làm việc với Huyện ủy Thạch Khê, 19/3/2026", "r Gõ tiếp"]);
    stage.app.press("r");
    shows(&stage.app, &["› -- còn nể nang, né trá", "Dòng gõ dở lần trước được khôi phục."]);
    stage.app.write("nh").press("Enter");
    let stage = stage.killed_and_started_again();
    hides(&stage.app, "gõ dở");
}

#[test]
fn a_line_still_on_its_way_to_the_disk_is_kept_too() {
    let mut stage = with_an_open_visit();
    stage.app.write("một").wait(400);
    stage.app.hold().refuse(disk_full()).write(" hai").press("Enter").terminate().release();
    let mut stage = stage.killed_and_started_again();
    stage.app.press("r");
    shows(&stage.app, &["› một hai"]);
}

#[test]
fn a_line_that_was_not_stored_goes_back_into_the_editor() {
    let mut stage = with_an_open_visit();
    stage.app.refuse(disk_full()).write("-- còn nể nang").press("Enter");
    shows(&stage.app, &["CHƯA LƯU được vào journal: ổ đĩa đã đầy", "› -- còn nể nang"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Hạn chế", "Đã lưu."]);
}

#[test]
fn a_line_that_comes_back_waits_for_the_one_being_typed() {
    let mut stage = with_an_open_visit();
    stage.app.hold().refuse(disk_full()).write("dòng một").press("Enter").write("dòng hai").release();
    shows(&stage.app, &["✗ CHƯA LƯU: dòng một", "› dòng hai"]);
    stage.app.press("Enter");
    shows(&stage.app, &["› dòng một", "dòng hai"]);
    stage.app.press("Enter");
    hides(&stage.app, "CHƯA LƯU");
    shows(&stage.app, &["dòng một", "dòng hai"]);
}

#[test]
fn the_line_being_typed_survives_the_editing_of_an_entry() {
    let mut stage = with_an_open_visit();
    stage.app.write("++ việc tốt").press("Enter").write("đang gõ dở");
    stage.app.press("Esc e");
    shows(&stage.app, &["✎ ++ việc tốt", "Sửa mục"]);
    stage.app.write(" hơn").press("Esc");
    shows(&stage.app, &["Bỏ những gì vừa sửa?"]);
    stage.app.press("Esc");
    shows(&stage.app, &["✎ ++ việc tốt", "hơn"]);
    stage.app.press("Esc Enter");
    shows(&stage.app, &["› đang gõ dở"]);
}

#[test]
fn a_changed_entry_that_was_not_stored_is_offered_again() {
    let mut stage = with_an_open_visit();
    stage.app.write("++ việc tốt @8:05").press("Enter Esc e").write(" hơn").wait(400);
    let mut stage = stage.killed_and_started_again();
    stage.app.press("Enter");
    shows(&stage.app, &["còn gõ dở"]);
    stage.app.press("Esc e");
    shows(&stage.app, &["hơn", "khôi phục"]);
}

#[test]
fn a_form_comes_back_after_a_kill_and_can_be_dropped() {
    let mut stage = empty();
    stage.app.press("n").write("Ban Thường vụ").press("Tab").write("412").wait(400);
    let mut stage = stage.killed_and_started_again();
    stage.app.press("n");
    shows(&stage.app, &["Khôi phục nội dung nhập dở", "Ban Thường vụ", "412"]);
    stage.app.press("Ctrl+D");
    hides(&stage.app, "Ban Thường vụ");
}

#[test]
fn a_form_asks_before_it_drops_what_was_typed() {
    let mut stage = empty();
    stage.app.press("n Esc");
    shows(&stage.app, &["Chào mừng"]);
    stage.app.press("n").write("Ban").press("Esc");
    shows(&stage.app, &["Bỏ những gì vừa nhập?"]);
    stage.app.press("n");
    shows(&stage.app, &["Ban"]);
    stage.app.press("Esc y");
    shows(&stage.app, &["Chào mừng"]);
    stage.app.press("n");
    hides(&stage.app, "Khôi phục");
}

#[test]
fn a_window_too_small_says_so_and_loses_nothing() {
    let mut stage = with_an_open_visit();
    stage.app.write("đang gõ").resize(30, 8);
    shows(&stage.app, &["Cửa sổ quá nhỏ (30×8)"]);
    stage.app.write(" tiếp").resize(80, 24);
    shows(&stage.app, &["› đang gõ tiếp"]);
}

#[test]
fn suspending_keeps_the_line_first() {
    let mut stage = with_an_open_visit();
    stage.app.write("đang gõ").press("Ctrl+Z");
    assert_eq!(stage.app.suspended(), 1);
    let mut stage = stage.killed_and_started_again();
    stage.app.press("r");
    shows(&stage.app, &["› đang gõ"]);
}
