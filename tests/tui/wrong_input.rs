//! Wrong input gets a clear word beside the field, keeps what was typed, and loses nothing.

use super::stage::{empty, hides, shows, with_a_visit, with_an_open_visit};

#[test]
fn a_part_that_is_more_than_its_whole() {
    let mut stage = with_an_open_visit();
    stage.app.write("## 1.250/1.204 đảng viên");
    shows(&stage.app, &["⚠ 1.250/1.204: phần lớn hơn tổng, không lưu được"]);
    stage.app.press("Enter");
    shows(&stage.app, &["› ## 1.250/1.204 đảng viên", "! 1.250/1.204: phần lớn hơn tổng", "Chưa có nội dung nào"]);
    stage.app.press("Ctrl+U").write("## 1.204/1.250 đảng viên, đạt 96,32%");
    shows(&stage.app, &["1.204/1.250 = 96,32%: khớp"]);
    stage.app.press("Enter");
    shows(&stage.app, &["1.204/1.250 đảng viên, đạt 96,32%", "Đã lưu."]);
}

#[test]
fn a_number_that_can_be_read_in_two_ways() {
    let mut stage = with_an_open_visit();
    stage.app.write("## nhận 1.20 đơn; tiếp 214 lượt/163 vụ việc");
    shows(&stage.app, &["⚠ “1.20”: chưa rõ là số nào", "214 lượt; 163 vụ việc: hai số riêng, không tính tỷ lệ"]);
}

#[test]
fn a_day_that_does_not_exist() {
    let mut stage = empty();
    stage.app.press("n").write("BTV").press("Tab Tab").write("31/2/2026").press("Ctrl+S");
    shows(&stage.app, &["▸ Ngày quyết định", "31/2/2026", "✗ Không có ngày 31 tháng 2", "! Không có ngày 31 tháng 2"]);
    stage.app.press("Ctrl+U").write("x").press("Ctrl+S");
    shows(&stage.app, &["“x” không phải là ngày; hãy gõ như 19/3/2026."]);
    stage.app.press("Ctrl+U").write("3/3").press("Ctrl+S");
    shows(&stage.app, &["“3/3” thiếu năm"]);
}

#[test]
fn an_empty_name() {
    let mut stage = empty();
    stage.app.press("v n Ctrl+S");
    shows(&stage.app, &["▸ Tên", "✗ Chưa nhập “Tên”."]);
    stage.app.write("   ").press("Ctrl+S");
    shows(&stage.app, &["✗ Chưa nhập “Tên”."]);
    stage.app.write("Huyện ủy").press("Ctrl+S");
    shows(&stage.app, &["▸ Huyện ủy", "Đã lưu."]);
}

#[test]
fn a_period_and_a_visit_that_end_before_they_begin() {
    let mut stage = with_a_visit();
    stage.app.press("E").press("Tab Tab Tab Tab Tab Tab Tab Tab Ctrl+U").write("1/1/2026").press("Ctrl+S");
    shows(&stage.app, &["▸ Mốc thời gian đến", "trước ngày bắt đầu 1/1/2026"]);
    stage.app.press("Esc Enter g e Tab Tab Tab").write("14:00").press("Tab").write("13h30").press("Ctrl+S");
    shows(&stage.app, &["▸ Kết thúc", "13h30", "phải sau giờ bắt đầu"]);
    stage.app.press("Ctrl+U").write("25:00").press("Ctrl+S");
    shows(&stage.app, &["“25:00” không phải là giờ"]);
}

#[test]
fn a_folder_that_cannot_be_written() {
    let mut stage = with_an_open_visit();
    let file = stage.folder.path().join("tep");
    std::fs::write(&file, "").unwrap();
    stage.app.press("Esc x Enter Ctrl+U").write(&file.join("bien-ban").display().to_string()).press("Enter");
    shows(&stage.app, &["Không xuất được ra", "▸ Thư mục"]);
}

#[test]
fn a_post_with_a_wrong_date() {
    let mut stage = with_a_visit();
    stage.app.press("m").write("Đỗ Văn Nam").press("Tab").write("Bí thư từ 31/2/2024").press("Ctrl+S");
    shows(&stage.app, &["✗ Không có ngày 31 tháng 2"]);
    stage.app.press("Ctrl+U").write("Bí thư từ 1/6/2020 đến 30/9/2025; Tỉnh ủy viên").press("Ctrl+S");
    shows(&stage.app, &["Đỗ Văn Nam · Thành viên · Bí thư từ 1/6/2020 đến 30/9/2025; Tỉnh ủy viên"]);
}

#[test]
fn a_unit_above_itself() {
    let mut stage = empty();
    stage.app.press("v n").write("Trên").press("Ctrl+S N").write("Dưới").press("Ctrl+S");
    stage.app.press("g e Tab").write("Dưới").press("Ctrl+S");
    shows(&stage.app, &["▸ Đơn vị cấp trên", "không thể là cấp trên của chính mình"]);
}

#[test]
fn a_mark_without_words() {
    let mut stage = with_an_open_visit();
    stage.app.write("-- @An").press("Enter");
    shows(&stage.app, &["› -- @An", "Mới có dấu, chưa có nội dung"]);
}

#[test]
fn a_line_cannot_be_typed_into_a_visit_that_is_not_open() {
    let mut stage = with_a_visit();
    stage.app.press("g Enter i");
    shows(&stage.app, &["Chưa bắt đầu. o mở buổi.", "· Buổi làm việc chưa mở: nhấn o để mở rồi ghi."]);
    stage.app.paste("dán thử");
    hides(&stage.app, "dán thử");
}
