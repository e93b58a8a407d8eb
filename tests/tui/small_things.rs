//! Names of keys that fit what they do just now, and questions asked where a person would stop.

use super::chain::at_the_shortcoming;
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
