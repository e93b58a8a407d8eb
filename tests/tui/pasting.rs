//! Several lines pasted into the capture line become what the person says, after one question.

use super::stage::{Stage, hides, shows, with_an_open_visit};

/// Notes as they are copied out of another program.
const NOTES: &str = "++ ban hành chương trình sớm #I.1\r\n\r\n-- tự phê bình còn nể nang #I.5 !2\r\n  ~c kiểm tra chưa thường xuyên ^\r\n>> kiểm điểm trách nhiệm @Em <30/4 ^\r\nđồng chí Bí thư nhất trí\r\n";

/// The notes pasted, and not yet answered for.
pub(crate) fn just_pasted() -> Stage {
    let mut stage = with_an_open_visit();
    stage.app.paste(NOTES);
    stage
}

#[test]
fn each_line_becomes_an_entry_and_one_undo_takes_all_back() {
    let mut stage = just_pasted();
    let app = &mut stage.app;
    shows(app, &["Lưu 5 dòng vừa dán thành 5 mục?", "Enter Từng mục", "Tab Một mục", "Esc Giữ lại để sửa"]);
    shows(app, &["Ưu điểm       ++ ban hành", "Hạn chế       -- tự phê bình", "Ý kiến        đồng chí Bí thư"]);
    app.press("Enter");
    shows(app, &["Đã lưu 5 mục; hoàn tác một lần là lấy lại cả 5.", "kiểm tra chưa thường xuyên", "›\n"]);
    app.press("Esc Up");
    shows(app, &["Hoàng Văn Em", "hạn 30/4/2026"]);
    let fault = |app: &mut bienban::tui::testing::App, keys: &str| {
        app.press(keys);
        app.screen().lines().find(|line| line.contains('↳')).unwrap().to_owned()
    };
    assert!(
        fault(app, "Home Down Down").contains("tự phê bình còn nể nang"),
        "the link reached a line of the same paste"
    );
    app.press("u");
    shows(app, &["Đã hoàn tác: thêm “ban hành chương trình sớm”, thêm “tự phê bình", "và 2", "Chưa có nội dung nào"]);
    app.press("Ctrl+R");
    shows(app, &["Đã làm lại", "kiểm tra chưa thường xuyên"]);
}

#[test]
fn the_lines_become_one_entry_when_that_is_wanted() {
    let mut stage = with_an_open_visit();
    stage.app.write("-- ").paste("tự phê bình\ncòn nể nang,\nné tránh").press("Tab");
    shows(&stage.app, &["Đã lưu.", "Hạn chế", "tự phê bình còn nể nang, né tránh"]);
    stage.app.press("Esc u");
    shows(&stage.app, &["Chưa có nội dung nào"]);
}

#[test]
fn the_lines_stay_in_the_line_when_nobody_answers() {
    for answer in ["Esc", "Left", "Backspace", "Home"] {
        let mut stage = just_pasted();
        stage.app.press(answer);
        shows(&stage.app, &["Chưa có nội dung nào", "-- tự phê bình còn nể nang"]);
        hides(&stage.app, "thành 5 mục?");
    }
    let mut stage = just_pasted();
    stage.app.write("và gõ tiếp");
    shows(&stage.app, &["Chưa có nội dung nào", "và gõ tiếp"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Lưu 6 dòng vừa dán thành 6 mục?"]);
    stage.app.press("Esc Enter Esc");
    assert_eq!(stage.app.screen().matches("Ưu điểm").count(), 1, "one entry with its line breaks");
    shows(&stage.app, &["và gõ tiếp"]);
}

#[test]
fn a_line_that_cannot_be_stored_holds_all_back_and_is_named() {
    let mut stage = with_an_open_visit();
    stage.app.paste("++ một\n## 5/4 hồ sơ\nhai").press("Enter");
    shows(&stage.app, &["Chưa lưu dòng nào. Dòng 2 (“## 5/4 hồ sơ”): ", "Chưa có nội dung nào", "› ++ một⏎", "hai"]);
    stage.app.press("Up Left Left Left").write("\\").press("Enter");
    shows(&stage.app, &["Lưu 3 dòng vừa dán thành 3 mục?"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Đã lưu 3 mục", "Ưu điểm"]);
}

#[test]
fn unanswered_lines_outlive_the_program() {
    let mut stage = just_pasted();
    stage.app.wait(500);
    let mut stage = stage.killed_and_started_again();
    stage.app.press("r");
    shows(&stage.app, &["Dòng gõ dở lần trước được khôi phục.", "đồng chí Bí thư nhất trí"]);
}

#[test]
fn a_paste_of_one_line_or_into_an_entry_is_not_asked_about() {
    let mut stage = with_an_open_visit();
    stage.app.paste("một dòng\r\n").press("Enter").press("Esc e").press("Home").paste("hai\nba ");
    hides(&stage.app, "vừa dán");
    shows(&stage.app, &["✎ hai⏎", "ba một dòng"]);
}

#[test]
fn many_lines_show_how_many_more_there_are() {
    let mut stage = with_an_open_visit();
    let lines: Vec<String> = (1..=300).map(|number| format!("-- hạn chế thứ {number}")).collect();
    stage.app.paste(&lines.join("\n"));
    shows(&stage.app, &["Lưu 300 dòng vừa dán thành 300 mục?", "hạn chế thứ 1\n", "dòng nữa"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Đã lưu 300 mục", "hạn chế thứ 300"]);
    stage.app.press("Esc u");
    shows(&stage.app, &["Chưa có nội dung nào"]);
}
