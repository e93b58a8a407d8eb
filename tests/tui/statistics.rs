//! Figures over many visits on screen: bars, table, scope, order, file.

use super::home::with_the_demonstration;
use super::stage::{Stage, after_the_morning, empty, hides, shows};

/// The figures of the demonstration, which has several units, delegations and months.
pub(crate) fn with_figures() -> Stage {
    let mut stage = with_the_demonstration();
    stage.app.press("t");
    stage
}

/// The parts of the screen with the keys that lead there.
pub(crate) fn part(keys: &str) -> Stage {
    let mut stage = with_figures();
    stage.app.press(keys);
    stage
}

#[test]
fn every_part_is_reached_by_one_key_and_read_in_words_and_numbers() {
    let mut stage = with_figures();
    for (part, said) in [
        ("▸Lĩnh vực", "Ưu điểm"),
        ("▸Nguyên nhân", "Khách quan"),
        ("▸Đơn vị", "Huyện ủy Thạch Khê"),
        ("▸Đoàn", "…kiểm tra theo QĐ số 412-QĐ/TU"),
        ("▸Theo thời gian", "Tháng 3/2026"),
        ("▸Danh mục", "I.5 "),
        ("▸Lĩnh vực", "Hạn chế"),
    ] {
        shows(&stage.app, &[part, said]);
        stage.app.press("Tab");
    }
    stage.app.press("Left Left");
    shows(&stage.app, &["▸Danh mục"]);
}

#[test]
fn the_same_figures_stand_in_a_table() {
    let mut stage = part("Tab Tab b");
    shows(&stage.app, &["Tổng cộng", "Huyện ủy Thạch Khê", "khuyết"]);
    hides(&stage.app, "█");
    stage.app.press("b");
    shows(&stage.app, &["█"]);
    stage.app.resize(160, 40);
    shows(&stage.app, &["█", "Tổng cộng"]);
}

#[test]
fn a_unit_leads_to_its_recommendations_and_a_delegation_to_itself() {
    let mut stage = part("Tab Tab Enter");
    shows(&stage.app, &["riêng đơn vị này"]);
    stage.app.press("q Tab Enter");
    shows(&stage.app, &["── Buổi làm việc"]);
    stage.app.press("t");
    shows(&stage.app, &["Thống kê · ", "Đoàn kiểm tra theo QĐ số"]);
    stage.app.press("q q q");
    shows(&stage.app, &["── Các đoàn"]);
}

#[test]
fn a_period_is_chosen_told_and_dropped() {
    let mut stage = with_figures();
    stage.app.press("/ Tab").write("1/3/2026").press("Tab").write("31/3/2026").press("Ctrl+S");
    shows(&stage.app, &["Tất cả các đoàn · 1/3/2026 – 31/3/2026 · "]);
    stage.app.press("/ Tab Ctrl+U").write("1/1/2030").press("Tab Ctrl+U Ctrl+S");
    shows(&stage.app, &["Không có buổi làm việc nào trong phạm vi đã chọn. Nhấn / để chọn lại, c để bỏ"]);
    stage.app.press("c");
    shows(&stage.app, &["Tất cả các đoàn · ", "xếp theo số lượng"]);
    hides(&stage.app, "2030");
}

#[test]
fn rows_are_put_in_order_by_number_or_by_name() {
    let mut stage = part("Tab Tab b");
    let names = |stage: &Stage| -> Vec<String> {
        let screen = stage.app.screen();
        let rows = screen.lines().filter(|line| line.contains("ủy "));
        rows.map(|line| line.trim_start_matches(['▸', ' ']).split("  ").next().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(names(&stage).first().map(String::as_str), Some("Huyện ủy Thạch Khê"));
    stage.app.press("s");
    shows(&stage.app, &["xếp theo tên"]);
    let sorted = names(&stage);
    assert!(sorted.len() > 1 && sorted.first().is_some_and(|name| name.starts_with("Đảng ủy")), "{sorted:?}");
}

#[test]
fn the_table_is_written_as_a_file_that_spreadsheets_open() {
    let mut stage = part("Tab Tab");
    let folder = stage.folder.path().join("bảng");
    stage.app.press("x Ctrl+U").write(folder.to_str().unwrap()).press("Enter");
    shows(&stage.app, &["bảng"]);
    stage.app.press("Enter");
    shows(&stage.app, &["thong-ke-don-vi-2026-03-19.csv"]);
    let bytes = std::fs::read(folder.join("thong-ke-don-vi-2026-03-19.csv")).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with("\u{feff}Đơn vị;Buổi;") && text.contains("\r\nHuyện ủy Thạch Khê;"), "{text}");
}

#[test]
fn where_nothing_took_place_there_are_no_figures() {
    let mut stage = empty();
    stage.app.press("t");
    shows(&stage.app, &["Chưa có buổi làm việc nào đã diễn ra để thống kê."]);
    stage.app.press("x");
    shows(&stage.app, &["Thống kê"]);
    let mut stage = after_the_morning();
    stage.app.press("Esc q t");
    shows(&stage.app, &["1 buổi", "1 ưu điểm · 1 hạn chế · 2 kiến nghị còn mở, 0 quá hạn"]);
}
