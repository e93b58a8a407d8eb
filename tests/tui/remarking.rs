//! The entry just typed is marked anew by one key, and the capture line stays.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::stage::{Stage, after_the_morning, hides, shows, with_an_open_visit};

fn alt(stage: &mut Stage, letter: char) {
    stage.app.key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::ALT));
}

#[test]
fn kind_severity_and_link_are_given_after_the_line_was_stored() {
    let mut stage = after_the_morning();
    stage.app.write("thiếu dân chủ").press("Enter").write("dòng sau");
    alt(&mut stage, '-');
    shows(&stage.app, &["“thiếu dân chủ”: Hạn chế, khuyết điểm.", "› dòng sau"]);
    alt(&mut stage, '3');
    shows(&stage.app, &["“thiếu dân chủ”: mức độ rất nghiêm trọng.", "› dòng sau"]);
    stage.app.press("Ctrl+U").write("buông lỏng kiểm tra").press("Enter");
    alt(&mut stage, 'c');
    alt(&mut stage, 'l');
    shows(&stage.app, &["“buông lỏng kiểm tra”: ↳ ", ": thiếu dân chủ"]);
    stage.app.press("Esc u");
    shows(&stage.app, &["Đã hoàn tác: sửa “buông lỏng kiểm tra”"]);
    stage.app.press("u");
    shows(&stage.app, &["Đã hoàn tác", "Ý kiến        "]);
}

#[test]
fn a_key_pressed_before_the_line_is_stored_waits_for_it() {
    let mut stage = after_the_morning();
    stage.app.hold().write("thiếu dân chủ").press("Enter");
    alt(&mut stage, '-');
    alt(&mut stage, '2');
    stage.app.release();
    shows(&stage.app, &["“thiếu dân chủ”: mức độ nghiêm trọng."]);
    stage.app.press("Esc Up");
    shows(&stage.app, &["kiểm điểm trách nhiệm về xếp loại"]);
}

#[test]
fn without_an_entry_just_typed_nothing_is_marked() {
    let mut stage = with_an_open_visit();
    alt(&mut stage, '-');
    shows(&stage.app, &["Chưa có mục nào vừa gõ"]);
    stage.app.write("một mình").press("Enter");
    alt(&mut stage, 'l');
    shows(&stage.app, &["Phía trên chưa có hạn chế"]);
    stage.app.press("Esc e");
    alt(&mut stage, '1');
    shows(&stage.app, &["một mình @8:05"]);
    hides(&stage.app, "!1");
}

#[test]
fn an_earlier_entry_of_the_last_minute_is_marked_too_and_an_older_one_is_not() {
    let mut stage = with_an_open_visit();
    stage.at("09:00").write("mục cũ").press("Enter");
    stage.at("09:02").write("thiếu dân chủ").press("Enter").write("buông lỏng kiểm tra").press("Enter");
    stage.app.write("dòng sau").press("Alt+Up");
    shows(&stage.app, &["Phím đánh dấu lại nay dùng cho mục “thiếu dân chủ”.", "› dòng sau"]);
    alt(&mut stage, '-');
    shows(&stage.app, &["“thiếu dân chủ”: Hạn chế, khuyết điểm."]);
    alt(&mut stage, '3');
    shows(&stage.app, &["“thiếu dân chủ”: mức độ rất nghiêm trọng."]);
    stage.app.press("Alt+Up");
    shows(&stage.app, &["không còn mục nào trước mục này"]);
    stage.app.press("Alt+Down");
    shows(&stage.app, &["dùng cho mục “buông lỏng kiểm tra”"]);
    alt(&mut stage, 'c');
    shows(&stage.app, &["“buông lỏng kiểm tra”: Nguyên nhân chủ quan."]);
    stage.app.press("Alt+Down");
    shows(&stage.app, &["mục vừa gõ cuối cùng"]);
    // A new line is the last one again.
    stage.app.press("Alt+Up Enter");
    alt(&mut stage, '+');
    shows(&stage.app, &["“dòng sau”: Ưu điểm."]);
}

#[test]
fn any_other_kind_is_chosen_from_the_list() {
    let mut stage = after_the_morning();
    stage.app.write("sẽ khắc phục trong quý II").press("Enter").write("dòng sau");
    alt(&mut stage, 't');
    shows(&stage.app, &["Đổi loại của mục", "sẽ khắc phục trong quý II"]);
    stage.app.press("Down Enter");
    shows(&stage.app, &["› dòng sau", "Ưu điểm       "]);
}
