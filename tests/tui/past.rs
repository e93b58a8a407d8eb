//! What a visit and its records went through, and values taken back.

use crate::stage::{hides, shows, with_an_open_visit};

#[test]
fn the_timeline_tells_every_change_of_a_visit_and_leads_to_the_record() {
    let mut stage = with_an_open_visit();
    stage.app.write("-- còn nể nang").press("Enter Esc e").write(" khi xếp loại").press("Enter");
    stage.app.press("d Enter u H");
    shows(
        &stage.app,
        &[
            "Diễn biến",
            "buổi làm việc: thêm",
            "thêm · Mục",
            "sửa nội dung",
            "xóa · Mục",
            "khôi phục · Mục",
            "còn nể nang khi xếp loại",
        ],
    );
    stage.app.press("Enter");
    shows(&stage.app, &["Lịch sử", "Nội dung: còn nể nang{+ khi xếp loại+}"]);
    stage.app.press("Esc");
    shows(&stage.app, &["Diễn biến"]);
}

#[test]
fn a_value_that_a_field_once_had_is_taken_back_and_that_is_a_change_like_any_other() {
    let mut stage = with_an_open_visit();
    stage.app.write("-- còn nể nang").press("Enter Esc e").write(" khi xếp loại").press("Enter h");
    // The newest value stands first; nothing is to be done with it.
    stage.app.press("Enter");
    shows(&stage.app, &["Trường này đang có đúng giá trị ấy."]);
    while !stage.app.screen().lines().any(|line| line.trim() == "▸ Nội dung: còn nể nang") {
        let before = stage.app.screen();
        stage.app.press("Down");
        assert_ne!(stage.app.screen(), before, "no older value in\n{before}");
    }
    stage.app.press("r");
    shows(&stage.app, &["Đã lấy lại giá trị cũ.", "Nội dung: còn nể nang[- khi xếp loại-]"]);
    stage.app.press("Esc");
    hides(&stage.app, "khi xếp loại");
    stage.app.press("u");
    shows(&stage.app, &["còn nể nang khi xếp loại"]);
}

#[test]
fn the_history_calls_the_people_of_a_visit_by_their_names() {
    let mut stage = with_an_open_visit();
    stage.app.press("Esc Esc h");
    shows(&stage.app, &["Lịch sử", "Người chủ trì: Nguyễn Văn An", "Đơn vị: Huyện ủy Thạch Khê"]);
}
