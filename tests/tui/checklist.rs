//! The checklist of a visit by its keys.

use super::stage::{after_the_morning, hides, shows, with_a_visit};

#[test]
fn what_nobody_looked_at_is_found_answered_and_counted() {
    let mut stage = after_the_morning();
    let app = &mut stage.app;
    app.press("Esc L");
    shows(app, &["Đã xem 1/27", "I. Suy thoái về tư tưởng chính trị", "# I.5", "chưa xem"]);
    shows(app, &["Phai nhạt lý tưởng cách mạng; dao động"]);
    app.press("Enter");
    shows(app, &["Kết quả đối chiếu I.1", "Chỉ nêu mức độ là chung chung"]);
    app.write("một số").press("Tab").write("3 chi bộ chưa học nghị quyết").press("Tab Tab").write("3").press("Tab");
    app.write("6").press("Tab").write("cá biệt").press("Tab").write("đã quán triệt").press("Tab").write("8");
    app.press("Ctrl+S");
    shows(app, &["Đã xem 2/27", "đơn vị tự đánh giá 1/27", "Đoàn 6, đơn vị 8"]);
    shows(app, &["Đoàn: Một số, 3 tổ chức, điểm 6, 3 chi bộ chưa học nghị quyết", "Đơn vị: Cá biệt, điểm 8"]);
    app.press("Tab");
    shows(app, &["▸   · I.2"]);
    app.press("u");
    shows(app, &["Đã xem 1/27"]);
}

#[test]
fn a_title_stands_alone_where_the_wording_was_not_compared() {
    let mut stage = after_the_morning();
    stage.app.press("Esc L g j j j j j");
    shows(&stage.app, &["▸   # I.5 Giấu giếm khuyết điểm", "(chưa đối chiếu lời văn)", "Hạn chế: tự phê bình"]);
}

#[test]
fn a_bare_level_is_warned() {
    let mut stage = after_the_morning();
    stage.app.press("Esc L Enter").write("một số").press("Ctrl+S");
    shows(&stage.app, &["! I.1", "Chỉ nêu mức độ là chung chung"]);
}

#[test]
fn one_key_shows_only_what_nobody_looked_at() {
    let mut stage = after_the_morning();
    stage.app.resize(120, 60).press("Esc L o");
    shows(&stage.app, &["Chỉ hiện tiêu chí chưa xem", "I.4", "I.6"]);
    hides(&stage.app, "I.5 Giấu giếm");
    stage.app.press("o");
    shows(&stage.app, &["I.5 Giấu giếm"]);
}

#[test]
fn an_answer_is_removed_and_restored() {
    let mut stage = after_the_morning();
    stage.app.press("Esc L Enter Tab").write("đã xem kỹ").press("Ctrl+S");
    shows(&stage.app, &["Đã xem 2/27"]);
    stage.app.press("d Enter");
    shows(&stage.app, &["Đã xem 1/27"]);
    stage.app.press("T");
    shows(&stage.app, &["Kết quả đối chiếu"]);
    stage.app.press("Enter q");
    shows(&stage.app, &["Đã xem 2/27"]);
}

#[test]
fn two_answers_to_one_criterion_are_told_until_one_is_removed() {
    let mut stage = after_the_morning();
    stage.app.press("Esc L Enter Tab").write("đã xem kỹ").press("Ctrl+S d Enter");
    stage.app.press("Enter Tab").write("chưa xem hồ sơ").press("Ctrl+S T Enter q");
    shows(&stage.app, &["⚠ I.1", "2 kết quả cho cùng tiêu chí: giữ một, xóa (d) phần còn lại"]);
    shows(&stage.app, &["Đoàn: đã xem kỹ"]);
    stage.app.press("j");
    shows(&stage.app, &["Đoàn: chưa xem hồ sơ"]);
    stage.app.press("d Enter");
    shows(&stage.app, &["✎"]);
    hides(&stage.app, "2 kết quả cho cùng tiêu chí");
}

#[test]
fn a_closed_visit_shows_its_answers_and_takes_no_more() {
    let mut stage = after_the_morning();
    stage.app.press("Esc c Enter Ctrl+S L Tab Enter");
    shows(&stage.app, &["kết quả đối chiếu chỉ để xem"]);
}

#[test]
fn the_office_sees_its_checklists_with_source_version_and_counts() {
    let mut stage = with_a_visit();
    stage.app.resize(120, 40).press("q c");
    shows(
        &stage.app,
        &[
            "27 biểu hiện suy thoái",
            "Nghị quyết 04-NQ/TW, ngày 30/10/2016 · phiên bản 2016-10-30",
            "3 nhóm, 27 tiêu chí, 0 tiểu mục; 9/27",
        ],
    );
}

#[test]
fn the_criteria_of_a_checklist_are_read_with_their_wording_before_anybody_holds_against_them() {
    let mut stage = with_a_visit();
    stage.app.resize(120, 40).press("q c Enter");
    shows(
        &stage.app,
        &["Danh mục đối chiếu · 27 biểu hiện suy thoái", "▸ I. Suy thoái về tư tưởng chính trị", "    I.1 "],
    );
    hides(&stage.app, "Phai nhạt lý tưởng cách mạng; dao động");
    stage.app.press("j");
    shows(&stage.app, &["▸   I.1 ", "Phai nhạt lý tưởng cách mạng; dao động"]);
    stage.app.press("G");
    shows(&stage.app, &["▸   III.9 ", "(chưa đối chiếu lời văn)"]);
    stage.app.press("q");
    shows(&stage.app, &["3 nhóm, 27 tiêu chí, 0 tiểu mục; 9/27"]);
}
