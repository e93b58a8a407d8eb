//! What an entry says beside its words, and what it is linked to.

use super::stage::{Stage, after_the_morning, hides, shows};

/// The morning, with the shortcoming selected in the list.
fn at_the_shortcoming() -> Stage {
    let mut stage = after_the_morning();
    stage.app.press("Esc g Down Down Down Down Down Down");
    stage
}

#[test]
fn the_details_of_a_shortcoming_are_typed_and_shown() {
    let mut stage = at_the_shortcoming();
    stage.app.press("D");
    shows(&stage.app, &["Chi tiết: hạn chế, khuyết điểm", "Mức độ", "nghiêm trọng", "Danh sách riêng (không in)"]);
    hides(&stage.app, "Tên mô hình");
    stage.app.press("Tab Tab").write("xây dựng Đảng").press("Tab").write("xã Hòa Phong").press("Tab").write("pho");
    stage.app.press("Tab").write("chi bộ Trạm Y tế; chi bộ Trường THCS Yên Thủy").press("Ctrl+S");
    shows(&stage.app, &["phổ biến · xây dựng Đảng · xã Hòa Phong", "⊘ danh sách riêng (không in): chi bộ Trạm Y tế"]);
    stage.app.press("u");
    hides(&stage.app, "phổ biến");
    stage.app.press("Ctrl+R");
    shows(&stage.app, &["phổ biến · xây dựng Đảng · xã Hòa Phong"]);
}

#[test]
fn a_topic_is_chosen_among_those_used_or_typed_anew() {
    let mut stage = at_the_shortcoming();
    stage.app.press("D Tab Tab").write("đánh giá cán bộ").press("Ctrl+S");
    shows(&stage.app, &["đánh giá cán bộ"]);
    stage.app.press("Down D").write("danh");
    shows(&stage.app, &["‹ đánh giá cán bộ ›  1/1  tìm: danh"]);
    stage.app.write(" sách mới").press("Tab BackTab");
    shows(&stage.app, &["‹ danh sách mới ›"]);
    stage.app.press("Ctrl+S");
    shows(&stage.app, &["danh sách mới"]);
}

#[test]
fn what_an_entry_said_as_another_kind_stays_in_its_form() {
    let mut stage = at_the_shortcoming();
    stage.app.press("Down D");
    hides(&stage.app, "Mức độ");
    stage.app.press("Esc Up t Down Down Enter D");
    shows(&stage.app, &["Chi tiết: nguyên nhân khách quan", "Mức độ"]);
}

#[test]
fn an_unfinished_details_form_outlives_a_crash() {
    let mut stage = at_the_shortcoming();
    stage.app.press("D Tab Tab").write("đất đai").press("Tab").write("De\u{302}\u{323}").wait(400);
    let mut stage = stage.killed_and_started_again();
    stage.app.press("Enter g Enter Esc g Down Down Down Down Down Down D");
    shows(&stage.app, &["Khôi phục nội dung nhập dở", "đất đai", "Dệ"]);
}

#[test]
fn a_closed_visit_takes_no_details() {
    let mut stage = at_the_shortcoming();
    stage.at("11:05").press("c Ctrl+S D");
    shows(&stage.app, &["Nhấn o để mở lại rồi sửa"]);
    hides(&stage.app, "Chi tiết:");
}
