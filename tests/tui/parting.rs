//! Splitting an entry at the caret, and merging it with the one below.

use super::chain::at_the_shortcoming;
use super::stage::{Stage, hides, shows};

/// The line of an entry opened to be cut.
pub(crate) fn about_to_split() -> Stage {
    let mut stage = at_the_shortcoming();
    stage.app.press("e").press("Home Right Right Right").write("chưa gương mẫu; ").press("Enter S");
    stage
}

#[test]
fn an_entry_is_split_at_the_caret_and_taken_back_at_once() {
    let mut stage = about_to_split();
    let app = &mut stage.app;
    shows(app, &["Đưa con trỏ đến chỗ tách rồi nhấn Ctrl+O", "Ctrl+O Tách"]);
    app.press("Ctrl+O");
    shows(app, &["Đã tách. Cả hai phần giữ người", "2 mục nối đến", "▸✓  9:26 Hạn chế       0014V  chưa gương mẫu;"]);
    app.press("Down");
    shows(app, &["#I.5", "tự phê bình và phê bình còn nể nang, né tránh"]);
    app.press("u");
    shows(app, &["chưa gương mẫu; tự phê bình và phê bình"]);
    app.press("Ctrl+R M");
    // The two parts are the same kind and say the same beside their words.
    shows(app, &["Đã gộp hai mục thành một.", "chưa gương mẫu; tự phê bình và phê bình"]);
}

#[test]
fn a_cut_with_no_words_behind_it_is_refused_and_the_line_stays_open() {
    let mut stage = about_to_split();
    stage.app.press("End Ctrl+O");
    shows(&stage.app, &["Chưa tách: con trỏ phải ở giữa lời văn", "✎"]);
    stage.app.press("Home Home Ctrl+Right Ctrl+Right Ctrl+Right Ctrl+O");
    shows(&stage.app, &["Đã tách."]);
}

#[test]
fn a_new_line_cannot_be_split_and_it_is_said_why() {
    let mut stage = at_the_shortcoming();
    stage.app.press("i").write("-- một. hai").press("Ctrl+O");
    shows(&stage.app, &["Chỉ tách được mục đã lưu", "-- một. hai"]);
}

#[test]
fn entries_of_two_kinds_are_not_merged() {
    let mut stage = at_the_shortcoming();
    stage.app.press("M");
    shows(&stage.app, &["Chưa gộp: hai mục ghi khác nhau ở loại", "còn nể nang, né tránh"]);
    stage.app.press("G M");
    shows(&stage.app, &["Không có mục nào bên dưới để gộp."]);
    stage.at("11:05").press("c Enter Ctrl+S M");
    hides(&stage.app, "Đã gộp");
    shows(&stage.app, &["Đã niêm phong phiên bản 1"]);
}
