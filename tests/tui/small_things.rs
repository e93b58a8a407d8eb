//! Names of keys that fit what they do just now, and questions asked where a person would stop.

use super::chain::at_the_shortcoming;
use super::checks::select;
use super::stage::{hides, only_markdown, shows, with_a_visit, with_an_open_visit};

#[test]
fn a_key_is_called_what_it_does_now() {
    let mut stage = at_the_shortcoming();
    stage.app.press("i");
    shows(&stage.app, &["Esc Danh sách"]);
    stage.app.press("Esc g e");
    shows(&stage.app, &["Esc Thôi sửa"]);
    stage.app.press("Esc l");
    shows(&stage.app, &["→ Mục sau"]);
    hides(&stage.app, " n Thêm");
    stage.app.press("n");
    shows(&stage.app, &["Hãy sang hạn chế hoặc dấu hiệu vi phạm"]);
    stage.app.press("Esc");
    stage.at("11:05").press("c Enter Ctrl+S");
    shows(&stage.app, &["o Mở lại"]);
    hides(&stage.app, "Mở buổi");
}

#[test]
fn a_delegation_at_work_shows_its_diary_its_parts_and_its_facts() {
    let stage = with_a_visit();
    shows(&stage.app, &["y Nhật ký", "S Tổ", "E Sửa Đoàn"]);
}

#[test]
fn the_checklist_begins_where_an_answer_can_be_given() {
    let mut stage = with_an_open_visit();
    stage.app.write("-- còn nể nang #I.2").press("Enter Esc L");
    shows(&stage.app, &["▸   · I.1 ", "có mục ghi"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Kết quả đối chiếu"]);
}

#[test]
fn what_the_closing_form_asks_for_is_counted_apart() {
    let mut stage = at_the_shortcoming();
    shows(&stage.app, &["Còn 5 việc cần xem lại"]);
    stage.app.press("c");
    shows(&stage.app, &["Còn 3 việc cần xem lại", "2 việc nữa được hỏi ngay ở biểu mẫu kết thúc."]);
}

#[test]
fn a_missing_folder_is_made_only_after_a_yes() {
    let mut stage = at_the_shortcoming();
    let folder = stage.folder.path().join("bien-ban/thang-3");
    let path = folder.display().to_string();
    stage.app.press("x Enter Ctrl+U").write(&path).press("Ctrl+S");
    shows(&stage.app, &["Tạo thư mục này rồi xuất?"]);
    stage.app.press("n");
    shows(&stage.app, &["▸ Thư mục"]);
    stage.app.press("Esc Enter");
    assert!(!folder.exists());
    stage.app.press("x Enter Ctrl+U").write(&path).press("Ctrl+S").press("y");
    assert!(only_markdown(&folder).contains("BIÊN BẢN LÀM VIỆC"));
}

#[test]
fn a_sealed_visit_is_exported_without_a_question_and_asks_for_nothing() {
    let mut stage = at_the_shortcoming();
    shows(&stage.app, &["Còn 5 việc cần xem lại"]);
    stage.at("11:05").press("c Enter Ctrl+S");
    hides(&stage.app, "việc cần xem lại (phím w)");
    stage.app.press("x");
    shows(&stage.app, &["Xuất biên bản", "▸ Thư mục"]);
    hides(&stage.app, "Trước khi xuất");
    stage.app.press("Esc o").write("bổ sung ý kiến").press("Ctrl+S Esc x");
    shows(&stage.app, &["Trước khi xuất biên bản", "Hạn chế chưa rõ trách nhiệm"]);
}

#[test]
fn the_end_of_a_visit_typed_up_on_another_day_is_not_the_time_of_typing() {
    let mut stage = at_the_shortcoming();
    stage.at("11:05").press("c Enter");
    shows(&stage.app, &["▸ Kết thúc     11:05"]);
    stage.app.press("Esc");
    stage.clock.set(chrono::DateTime::parse_from_rfc3339("2026-03-20T07:10:00+07:00").unwrap());
    stage.app.press("c Enter");
    shows(&stage.app, &["▸ Kết thúc", "Giờ:phút, ví dụ 8:05"]);
    hides(&stage.app, "7:10");
}

#[test]
fn what_is_chosen_wrongly_is_told_whole() {
    let mut stage = with_a_visit();
    stage.app.press("n Ctrl+S");
    shows(&stage.app, &["‹ (chưa chọn) ›", "✗ Chưa chọn “Đơn vị”."]);
    stage.app.write("huyện Sông Đà").press("Ctrl+S");
    let screen = stage.app.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains("huyện Sông Đà (không có mục này)"), "{screen}");
    assert!(screen.contains("✗ Không có mục nào khớp “huyện Sông Đà”. Xóa bớt chữ, hoặc ← → để chọn."), "{screen}");
}

#[test]
fn a_long_list_of_citations_is_seen_to_its_last_letter() {
    let mut stage = with_a_visit();
    stage.app.press("b p");
    stage.app.write(
        "Nghị quyết số 04-NQ/TW, ngày 30/10/2016 của Ban Chấp hành Trung ương; Quy định số 08-QĐi/TW, ngày 25/10/2018",
    );
    shows(&stage.app, &["Trung ương; Quy định\n", " số 08-QĐi/TW, ngày 25/10/2018"]);
}

#[test]
fn who_is_named_beside_a_practice_or_a_responsibility_is_not_taken_for_a_speaker() {
    let mut stage = with_an_open_visit();
    stage.app.write("** sinh hoạt chuyên đề ngoài giờ @\"xã Yên Thủy\"");
    shows(&stage.app, &["Mô hình, cách làm hay · của: xã Yên Thủy"]);
    stage.app.press("Enter");
    shows(&stage.app, &["của: xã Yên Thủy"]);
    stage.app.write("/tn để chậm hồ sơ @\"Ban Tổ chức\"");
    shows(&stage.app, &["Trách nhiệm · chịu trách nhiệm: Ban Tổ chức"]);
    stage.app.press("Enter");
    shows(&stage.app, &["chịu trách nhiệm: Ban Tổ chức"]);
    hides(&stage.app, "người nêu");
}

#[test]
fn a_warning_that_is_cut_in_its_row_is_told_whole_below() {
    let mut stage = with_an_open_visit();
    stage.app.write("## 39/3.204 đảng viên không hoàn thành nhiệm vụ, báo cáo ghi 1,21%").press("Enter Esc w");
    select(&mut stage, "Tỷ lệ không khớp");
    let screen = stage.app.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        screen.contains("báo cáo ghi 1,21%: lệch") && screen.contains("không hoàn thành nhiệm vụ, báo cáo ghi 1,21%"),
        "{screen}"
    );
}

#[test]
fn a_seal_and_an_answer_are_named_once_on_the_timeline() {
    let mut stage = with_an_open_visit();
    stage.app.write("-- còn nể nang #I.2").press("Enter Esc L Enter").write("cá").press("Ctrl+S Esc");
    stage.at("11:05").press("c Enter Ctrl+S H");
    let screen = stage.app.screen();
    let row = |named: &str| screen.lines().find(|row| row.contains(named)).unwrap_or_default().to_owned();
    let seal = row("Bản niêm phong ");
    assert_eq!(seal.split("Bản niêm phong ").nth(1).unwrap().trim_end().chars().count(), 5, "{seal}");
    assert!(row("Kết quả đối chiếu ").trim_end().ends_with(": I.1"), "{screen}");
}

#[test]
fn the_last_row_of_the_help_is_not_written_over() {
    let mut stage = at_the_shortcoming();
    stage.app.press("F1");
    for _ in 0..6 {
        let screen = stage.app.screen();
        if let Some(last) = screen.lines().find(|row| row.contains("↓ còn nữa")) {
            let text = last.split("↓ còn nữa").next().unwrap_or_default().trim_end();
            assert!(text.chars().count() < 69 || text.ends_with('…'), "{screen}");
        }
        stage.app.press("PageDown");
    }
}

/// Drawing compares what a terminal that saw every frame now shows with the whole frame.
#[test]
fn nothing_stays_where_a_wide_letter_was_moved_over_another_and_went() {
    let mut stage = with_an_open_visit();
    let app = &mut stage.app;
    app.write("ghi 漢字").press("Ctrl+A");
    shows(app, &["› ghi 漢字"]);
    app.write("?");
    shows(app, &["› ?ghi 漢字"]);
    app.press("Ctrl+K").write("u");
    shows(app, &["› ?u"]);
}

#[test]
fn what_a_key_cannot_do_now_is_said_in_a_whole_sentence_in_both_languages() {
    let mut stage = with_a_visit();
    let app = stage.app.press("q f c");
    shows(app, &["Lúc này chưa dùng được phím c."]);
    app.speak(bienban::i18n::Language::English).press("c");
    shows(app, &["The key c does nothing now."]);
}
