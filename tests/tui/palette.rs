//! Commands and records found by their names.

use bienban::tui::testing::App;

use super::stage::{Stage, after_the_morning, empty, hides, shows, with_a_visit};

#[test]
fn a_command_is_found_by_its_words_without_accents_and_run() {
    let mut stage = with_a_visit();
    stage.app.press("q Ctrl+P");
    shows(&stage.app, &["Tìm lệnh", "▸ Enter   Mở: mở mục đang chọn", "Sổ theo dõi: mọi việc đang theo dõi ở đây"]);
    stage.app.write("van ban can cu");
    shows(&stage.app, &["▸ b  Văn bản căn cứ"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Sổ văn bản căn cứ", "04-NQ/TW"]);
}

#[test]
fn a_colon_opens_it_in_lists_and_is_text_in_the_line() {
    let mut stage = after_the_morning();
    stage.app.write(":");
    shows(&stage.app, &["› :"]);
    stage.app.press("Backspace Esc :");
    shows(&stage.app, &["Tìm lệnh"]);
}

#[test]
fn what_does_not_apply_is_greyed_with_its_reason_and_does_nothing() {
    let mut stage = empty();
    stage.app.press("Ctrl+P").write("go tiep");
    shows(&stage.app, &["▸ r  Gõ tiếp: Chưa dùng được lúc này."]);
    stage.app.press("Enter");
    shows(&stage.app, &["Tìm lệnh", "Chưa dùng được lúc này."]);
    stage.app.press("Esc");
    shows(&stage.app, &["Chào mừng"]);
}

#[test]
fn from_the_middle_of_a_line_the_commands_of_the_list_are_there_and_the_line_is_kept() {
    let mut stage = after_the_morning();
    stage.app.write("-- đang gõ dở").press("Ctrl+P").write("thanh phan").press("Enter");
    shows(&stage.app, &["Hoàng Văn Em"]);
    stage.app.press("q");
    shows(&stage.app, &["-- đang gõ dở"]);
}

#[test]
fn records_are_gone_to_by_their_names_and_esc_leads_back() {
    for (typed, told) in [
        ("nêu gương", "Quyết định 412-QĐ/TU, ngày"),
        ("thach khe 19/3", "Huyện ủy Thạch Khê, 19/3/2026 · ●"),
        ("tran thi binh", "▸ Trần Thị Bình"),
        ("hoang van em", "▸ "),
        ("tinh uy song lam", "▸ Tỉnh ủy Sông Lam"),
    ] {
        let mut stage = after_the_morning();
        stage.app.press("Esc q q Ctrl+P").write(typed).press("Enter");
        hides(&stage.app, "Tìm lệnh");
        shows(&stage.app, &[told]);
        // In the visit the first Esc leaves the line.
        stage.app.press("Esc Esc");
        shows(&stage.app, &["Các đoàn"]);
    }
}

#[test]
fn a_recommendation_is_gone_to_by_its_words_from_anywhere() {
    let mut stage = after_the_morning();
    stage.app.press("Esc q q Ctrl+P").write("trach nhiem ve xep loai");
    shows(&stage.app, &["▸ Đề nghị", "kiểm điểm trách nhiệm về xếp loại"]);
    stage.app.press("Enter");
    hides(&stage.app, "Tìm lệnh");
    shows(&stage.app, &["Huyện ủy Thạch Khê, 19/3/2026 · ●", "kiểm điểm trách nhiệm về xếp loại"]);
}

#[test]
fn what_was_written_is_listed_behind_names_and_never_twice() {
    let mut stage = after_the_morning();
    stage.app.press("Esc q q Ctrl+P").write("thach khe");
    let screen = stage.app.screen();
    let visits = screen.lines().filter(|line| line.contains("Huyện ủy Thạch Khê")).count();
    assert_eq!(visits, 2, "the visit and the unit once each\n{screen}");
    stage.app.press("Ctrl+U").write("04-NQ");
    shows(&stage.app, &["▸ Văn bản", "04-NQ/TW"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Sổ văn bản căn cứ", "▸ ", "04-NQ/TW"]);
}

#[test]
fn enter_goes_to_what_is_found_a_moment_later_and_letters_typed_meanwhile_count() {
    let mut stage = after_the_morning();
    stage.app.press("Esc q q Ctrl+P").hold().write("trach nhiem ve x");
    shows(&stage.app, &["Đang đọc"]);
    stage.app.write("ep loai").press("Enter").release();
    hides(&stage.app, "Tìm lệnh");
    shows(&stage.app, &["Huyện ủy Thạch Khê, 19/3/2026 · ●"]);
}

#[test]
fn before_everything_was_read_names_are_gone_to_and_what_was_written_comes_later() {
    let Stage { app, clock, folder } = after_the_morning();
    app.close().unwrap();
    let mut app = App::open_unread(&folder.path().join("data"), clock, (80, 24)).unwrap();
    app.press("Ctrl+P").write("tran thi binh");
    shows(&app, &["▸ Thành viên", "Trần Thị Bình"]);
    app.press("Ctrl+U").write("trach nhiem ve xep loai");
    shows(&app, &["Đang đọc"]);
    app.wait(1_000);
    shows(&app, &["▸ Đề nghị", "kiểm điểm trách nhiệm về xếp loại"]);
}

#[test]
fn looks_are_changed_from_it() {
    let mut stage = empty();
    stage.app.press("Ctrl+P").write("ascii").press("Enter");
    shows(&stage.app, &["vẽ bằng ký tự ASCII"]);
    stage.app.press("Ctrl+P").write("tuong phan").press("Enter");
    shows(&stage.app, &["Đã đổi: Màu tương phản cao."]);
}
