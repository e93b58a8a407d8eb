//! What a hurried hand must not be able to do, and what must be said in time.

use super::stage::{empty, hides, shows, with_a_visit, with_an_open_visit};

#[test]
fn the_draft_is_kept_while_typing_goes_on() {
    let mut stage = with_an_open_visit();
    for letter in "abcdefgh".chars() {
        stage.app.write(&letter.to_string()).wait(60);
    }
    let mut stage = stage.killed_and_started_again();
    stage.app.press("r");
    shows(&stage.app, &["› abcdefg"]);

    stage.app.write("xyz").wait(300);
    let mut stage = stage.killed_and_started_again();
    stage.app.press("r");
    shows(&stage.app, &["xyz"]);
}

#[test]
fn in_a_window_too_small_only_typing_goes_on() {
    let mut stage = with_an_open_visit();
    stage.app.write("một").press("Enter").write("ha").resize(30, 8).write("i⌫i").press("Enter Esc").resize(80, 24);
    shows(&stage.app, &["› hai"]);
    stage.app.press("Ctrl+U Esc").resize(30, 8).press("d Enter x q Esc").paste("dán").resize(80, 24);
    shows(&stage.app, &["một", "i Gõ"]);
    hides(&stage.app, "dán");

    let mut stage = with_a_visit();
    stage.app.press("q").resize(30, 8).press("q");
    assert!(!stage.app.left());
    stage.app.press("Ctrl+Q");
    assert!(stage.app.left());
}

#[test]
fn a_choice_is_not_changed_where_it_cannot_be_seen() {
    let mut stage = with_a_visit();
    stage.app.press("n").resize(30, 8).write("thach").resize(80, 24);
    hides(&stage.app, "tìm: thach");
}

#[test]
fn esc_on_the_first_screen_only_says_how_to_leave() {
    let mut stage = with_an_open_visit();
    stage.app.press("Esc Esc Esc Esc Esc");
    assert!(!stage.app.left());
    shows(&stage.app, &["Muốn thoát: Ctrl+Q"]);
    stage.app.press("q");
    assert!(stage.app.left());
}

#[test]
fn the_first_letter_replaces_what_a_field_was_filled_in_with() {
    let mut stage = with_a_visit();
    stage.app.press("g e Tab").write("20/3/2026").press("Tab").write("Nhà văn hóa").press("Ctrl+S");
    shows(&stage.app, &["20/3/2026 · Huyện ủy Thạch Khê"]);
    stage.app.press("g e Tab Backspace").write("7").press("Tab End").write(" xã").press("Ctrl+S e");
    shows(&stage.app, &["20/3/2027", "Nhà văn hóa xã"]);
}

#[test]
fn what_was_recovered_is_typed_on() {
    let mut stage = empty();
    stage.app.press("n").write("Ban Thường").wait(400);
    let mut stage = stage.killed_and_started_again();
    stage.app.press("n").write(" vụ");
    shows(&stage.app, &["Ban Thường vụ"]);
}

#[test]
fn a_search_that_finds_nothing_is_not_saved_as_something_else() {
    let mut stage = with_a_visit();
    stage.app.press("n").write("t");
    shows(&stage.app, &["1/2  tìm: t"]);
    stage.app.write("hacz");
    shows(&stage.app, &["thacz (không có mục này)"]);
    stage.app.press("Ctrl+S");
    shows(&stage.app, &["! Không có mục nào khớp “thacz”", "Buổi làm việc mới"]);
    stage.app.press("Tab Ctrl+S");
    shows(&stage.app, &["▸ Đơn vị", "✗ Không có mục nào khớp"]);
    stage.app.press("Backspace");
    hides(&stage.app, "không có mục nào");
    stage.app.press("Ctrl+S");
    shows(&stage.app, &["Đã lưu."]);
}

#[test]
fn the_choices_found_are_walked_through() {
    let mut stage = with_a_visit();
    stage.app.press("n").write("uy");
    shows(&stage.app, &["‹ Tỉnh ủy Sông Lam ›  1/2  tìm: uy"]);
    stage.app.press("Right");
    shows(&stage.app, &["‹ Huyện ủy Thạch Khê ›  2/2  tìm: uy"]);
    stage.app.press("Right");
    shows(&stage.app, &["1/2"]);
}

#[test]
fn an_unfinished_form_is_announced_like_an_unfinished_line() {
    let mut stage = with_a_visit();
    stage.app.press("m").write("Đỗ Văn Nam").wait(400);
    let mut stage = stage.killed_and_started_again();
    shows(&stage.app, &["Còn biểu mẫu “Thêm thành viên Đoàn” nhập dở. Mở Đoàn rồi nhấn m để nhập"]);
    stage.app.press("G Enter m");
    shows(&stage.app, &["Đỗ Văn Nam", "Khôi phục nội dung nhập dở"]);
    stage.app.press("Ctrl+S q");
    hides(&stage.app, "nhập dở");
}

#[test]
fn deleting_to_the_start_keeps_the_lines_above() {
    let mut stage = with_an_open_visit();
    stage.app.paste("một\nhai").press("Ctrl+U").write("ba");
    shows(&stage.app, &["› một⏎", "ba"]);
    hides(&stage.app, "hai");
}

#[test]
fn what_was_said_goes_away_with_its_screen_or_its_fault() {
    let mut stage = empty();
    stage.app.press("v n Ctrl+S");
    shows(&stage.app, &["! Chưa nhập “Tên”."]);
    stage.app.write("H");
    hides(&stage.app, "Chưa nhập");
    stage.app.write("uyện ủy").press("Ctrl+S");
    shows(&stage.app, &["· Đã lưu."]);
    stage.app.press("q");
    hides(&stage.app, "Đã lưu.");
}

#[test]
fn a_field_that_was_filled_in_says_that_typing_replaces_it() {
    let mut stage = with_a_visit();
    stage.app.press("g e Tab");
    shows(&stage.app, &["Gõ là thay cả ô"]);
    stage.app.press("End");
    hides(&stage.app, "Gõ là thay cả ô");
}

#[test]
fn a_long_text_in_a_form_wraps_by_words_and_is_walked_by_rows() {
    let mut stage = empty();
    let text = "việc thực hiện Nghị quyết Trung ương 4 khóa XII gắn với các quy định về trách nhiệm nêu gương của cán bộ, đảng viên";
    stage.app.press("n").write(text);
    shows(&stage.app, &["cán bộ, đảng viên", "việc thực hiện Nghị quyết"]);
    stage.app.press("Up").write("@");
    assert!(stage.app.screen().contains('@'), "{}", stage.app.screen());
    stage.app.press("Down Down").write("412-QĐ/TU");
    shows(&stage.app, &["412-QĐ/TU"]);
    hides(&stage.app, "đảng viên412");
}
