//! What is prepared before a visit: citations, documents, prompted issues, the diary, the work split.

use super::stage::{Stage, hides, shows, with_a_visit, with_an_open_visit};

/// A paste as it comes out of a decision: one document that is known, two that are not.
pub(crate) const CITATIONS: &str = "Căn cứ Nghị quyết số 04-Nq/TW, ngày 30 tháng 10 năm 2016;\r\n- Căn cứ Quy định số 08-QĐi/TW, ngày \
    25/10/2018 của Ban Chấp hành Trung ương về trách nhiệm nêu gương;\r\nQuy định số 101-QĐ/TW ngày 07/6/2012.";

#[test]
fn pasted_citations_fall_into_their_fields_and_are_picked() {
    let mut stage = with_a_visit();
    stage.app.press("b p").paste(CITATIONS);
    shows(
        &stage.app,
        &[
            "= Nghị quyết 04-Nq/TW, ngày 30/10/2016 (đã có trong sổ)",
            "+ Quy định 08-QĐi/TW, ngày 25/10/2018, Ban Chấp hành Trung ương, trách nhiệm",
            "+ Quy định 101-QĐ/TW, ngày 7/6/2012 (mới)",
        ],
    );
    stage.app.press("Ctrl+S");
    shows(
        &stage.app,
        &["Đã lưu.", "[x] Nghị quyết 04-NQ/TW", "[x] Quy định 08-QĐi/TW", "[x] Quy định 101-QĐ/TW, ngày 7/6/2012"],
    );
    hides(&stage.app, "04-Nq/TW");

    // Again: nothing is doubled.
    stage.app.press("p").paste(CITATIONS).press("Ctrl+S");
    assert_eq!(stage.app.screen().matches("101-QĐ/TW").count(), 1);
    stage.app.press("q");
    shows(&stage.app, &["Quy định 101-QĐ/TW, ngày 7/6/2012"]);
}

#[test]
fn what_no_symbol_was_found_in_is_corrected_in_the_paste() {
    let mut stage = with_a_visit();
    stage.app.press("q b p").paste("các văn bản khác").press("Ctrl+S");
    shows(&stage.app, &["⚠ các văn bản khác", "chưa rõ số, ký hiệu", "Chưa rõ số, ký hiệu của"]);
    stage.app.press("Ctrl+U").write("chỉ thị 50-CT/TW").press("Enter").write("điều lệ Đảng").press("Ctrl+S");
    shows(&stage.app, &["chỉ thị 50-CT/TW", "điều lệ Đảng"]);
    hides(&stage.app, "[ ]");
}

#[test]
fn an_unfinished_paste_outlives_the_program() {
    let mut stage = with_a_visit();
    stage.app.press("q b p").paste(CITATIONS).wait(500);
    let mut stage = stage.killed_and_started_again();
    shows(&stage.app, &["Còn biểu mẫu “Dán căn cứ” nhập dở"]);
    stage.app.press("b p");
    shows(&stage.app, &["+ Quy định 101-QĐ/TW"]);
    stage.app.press("Esc");
    shows(&stage.app, &["Bỏ những gì vừa dán?"]);
    stage.app.press("y q");
    hides(&stage.app, "nhập dở");
}

/// The open visit with a self-inspection report that is due on 13/3/2026 and a plan; ends on the list of documents.
pub(crate) fn with_materials() -> Stage {
    let mut stage = with_an_open_visit();
    stage.app.press("Esc m n").write("Báo cáo").press("Tab").write("218-BC/HU").press("Tab").write("16/3/2026");
    stage.app.press("Tab Tab").write("có").press("Tab").write("13/3/2026").press("Tab").write("17/3/2026");
    stage.app.press("Ctrl+S n").write("Kế hoạch").press("Tab").write("12-KH/HU").press("Ctrl+S");
    stage
}

/// The open visit with two prompted issues, the first of which a line answers; ends on the list of issues.
pub(crate) fn with_issues() -> Stage {
    let mut stage = with_an_open_visit();
    stage.app.press("Esc s n").write("công tác đánh giá, xếp loại").press("Ctrl+S");
    stage.app.press("n").write("quản lý đất đai tại xã Hòa Phong").press("Ctrl+S k");
    let screen = stage.app.screen();
    let (_, rest) = screen.split_once('^').unwrap();
    let reference = rest.get(..5).unwrap().to_owned();
    stage.app.press("q i").write(&format!("/gt áp dụng hướng dẫn năm 2023 @Giang ^{reference}"));
    shows(&stage.app, &["gợi ý “công tác đánh giá, xếp loại”"]);
    stage.app.press("Enter Esc s");
    stage
}

#[test]
fn documents_are_noted_as_they_come_and_late_ones_are_told() {
    let mut stage = with_materials();
    shows(
        &stage.app,
        &[
            "⚠ Báo cáo 218-BC/HU, 16/3/2026",
            "Báo cáo tự kiểm tra · hạn 13/3/2026 · nhận 17/3/2026 · ⚠ chậm",
            "✗ Kế hoạch 12-KH/HU",
            "chưa nhận · ⚠ chậm: tính theo ngày làm việc, hạn là 13/3/2026",
        ],
    );
    stage.app.press("G r");
    shows(&stage.app, &["Đã lưu.", "nhận 19/3/2026"]);
    stage.app.press("u");
    shows(&stage.app, &["chưa nhận", "Đã hoàn tác"]);
    stage.app.press("q");
    shows(&stage.app, &["tài liệu 1/2 ⚠ chậm 2"]);
    stage.app.press("p PageDown");
    shows(&stage.app, &["Tài liệu sử dụng: Báo cáo số 218-BC/HU, ngày 16/3/2026."]);
}

#[test]
fn a_prompted_issue_is_answered_by_a_line_or_in_its_own_words() {
    let mut stage = with_issues();
    shows(
        &stage.app,
        &["1. công tác đánh giá", "áp dụng hướng dẫn năm 2023", "2. quản lý đất đai", "○ chưa được trả lời"],
    );
    stage.app.press("q");
    shows(&stage.app, &["gợi ý 1/2"]);
    stage.app.press("p PageDown PageDown");
    shows(&stage.app, &["Vấn đề gợi ý", "Chưa được trả lời"]);
    stage.app.press("q s G e Tab").write("đang rà soát").press("Ctrl+S");
    shows(&stage.app, &["✓ đang rà soát"]);

    stage.app.press("K");
    let screen = stage.app.screen();
    assert!(screen.contains("1. quản lý") && screen.contains("2. công tác"), "{screen}");
    stage.app.press("d Enter");
    shows(&stage.app, &["1. công tác đánh giá"]);
    hides(&stage.app, "quản lý đất đai tại xã");
}

#[test]
fn issues_are_copied_from_the_visit_before() {
    let mut stage = with_issues();
    stage.app.press("q q n").write("thach khe").press("Tab").write("26/3/2026").press("Ctrl+S Enter s c");
    shows(&stage.app, &["Đã lưu.", "1. công tác đánh giá, xếp loại", "2. quản lý đất đai", "○ chưa được trả lời"]);
    hides(&stage.app, "áp dụng hướng dẫn");
    stage.app.press("c");
    shows(&stage.app, &["Không có gì thay đổi."]);
}

/// A delegation whose second member types here and is in charge of the unit, with a part of its own; ends on the whole.
pub(crate) fn with_a_part() -> Stage {
    let mut stage = with_an_open_visit();
    stage.app.write("-- sinh hoạt còn nặng chuyên môn").press("Enter").write(">> khắc phục <1/3/2026 ^").press("Enter");
    stage.app.press("Esc q g Down Down e Tab Tab Tab Tab").write("thạch khê").press("Tab").write("đất đai; cán bộ");
    stage.app.press("Ctrl+S M");
    stage.app.press("S Tab").write("413-QĐ/TU").press("Ctrl+S");
    stage
}

#[test]
fn a_line_of_the_diary_is_added_and_stays() {
    let mut stage = with_a_part();
    stage.app.press("y n").write("làm việc với Ban Tổ chức").press("Ctrl+S");
    shows(&stage.app, &["── 19/3/2026", "Trần Thị Bình: làm việc với Ban Tổ chức"]);
    stage
        .app
        .press("n")
        .write("đính chính: làm việc với Ủy ban Kiểm tra")
        .press("Tab")
        .write("18/3/2026")
        .press("Ctrl+S");
    let screen = stage.app.screen();
    assert!(screen.find("18/3/2026").unwrap() < screen.find("── 19/3/2026").unwrap(), "{screen}");
    stage.app.press("d e u q u");
    shows(&stage.app, &["Nhật ký chỉ ghi thêm"]);
    stage.app.press("y");
    shows(&stage.app, &["làm việc với Ban Tổ chức", "đính chính"]);
}

#[test]
fn a_delegation_shows_its_parts_and_what_they_came_to() {
    let mut stage = with_a_part();
    shows(
        &stage.app,
        &[
            "Toàn Đoàn: 1 buổi · hạn chế 1 · kiến nghị còn mở 1, quá hạn 1",
            "Tổ, Đoàn trực thuộc",
            "413-QĐ/TU · việc thực hiện Nghị quyết Trung ương 4",
        ],
    );
    stage.app.press("G Enter");
    shows(&stage.app, &["thuộc Đoàn 412-QĐ/TU", "Quyết định 413-QĐ/TU, ngày 3/3/2026, Ban Thường vụ Tỉnh ủy"]);
    stage.app.press("q q");
    shows(&stage.app, &["└ Kiểm tra việc chấp hành"]);

    // The whole cannot become a part of its part.
    stage.app.press("e BackTab").write("413").press("Ctrl+S");
    shows(&stage.app, &["Một Đoàn không thể thuộc chính nó"]);
}

#[test]
fn who_is_in_charge_of_a_unit_and_who_typed_is_shown() {
    let mut stage = with_a_part();
    stage.app.resize(140, 40);
    shows(
        &stage.app,
        &[
            "Trần Thị Bình · bạn · Phó Trưởng đoàn",
            "phụ trách: Huyện ủy Thạch Khê, đất đai, cán bộ",
            "phụ trách: Trần Thị Bình",
        ],
    );
    stage.app.press("g Enter Esc");
    shows(&stage.app, &["phụ trách: Trần Thị Bình", "người ghi: Trần Thị Bình"]);
    stage.app.press("h");
    shows(&stage.app, &["19/3/2026 8:05:00 · Trần Thị Bình"]);
    stage.app.press("q q g Down e Tab Tab Tab Tab").write("Hòa Phong").press("Ctrl+S");
    shows(&stage.app, &["Không có đơn vị nào tên “Hòa Phong”"]);
}

#[test]
fn a_pilot_unit_is_told_apart() {
    let mut stage = with_a_visit();
    stage.app.press("v G e Tab Tab").write("có").press("Ctrl+S");
    shows(&stage.app, &["Huyện ủy Thạch Khê · làm điểm"]);
}
