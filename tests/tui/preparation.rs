//! What is prepared before a visit: citations, documents, prompted issues, the diary, the work split.

use super::stage::{hides, shows, with_a_visit};

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
