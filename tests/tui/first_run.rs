//! From an empty store to the first exported minutes, pressing only what the screen names.

use super::stage::{Stage, empty, only_markdown, shows};

/// Presses a key that the screen names in these words.
#[track_caller]
fn told(stage: &mut Stage, words: &str, key: &str) {
    shows(&stage.app, &[words]);
    assert!(words.split([' ', ':', ';', ',']).any(|word| word == key), "{words:?} does not name {key}");
    stage.app.press(key);
}

/// Fills in the fields that the form has in focus, one after the other.
fn filled(stage: &mut Stage, values: &[&str]) {
    for (at, value) in values.iter().enumerate() {
        if at > 0 {
            told(stage, "Tab Ô sau", "Tab");
        }
        stage.app.write(value);
    }
    told(stage, "Ctrl+S Lưu", "Ctrl+S");
}

#[test]
fn the_first_minutes_are_exported_by_what_the_screens_say() {
    let mut stage = empty();
    told(&mut stage, "Trước hết hãy lập Đoàn: nhấn n", "n");
    shows(&stage.app, &["▸ Cơ quan ban hành quyết định"]);
    let theme = "việc thực hiện các quy định nêu gương";
    filled(&mut stage, &["Ban Thường vụ Tỉnh ủy Sông Lam", "412-QĐ/TU", "3/3/2026", "", "", theme]);
    told(&mut stage, "Enter Mở", "Enter");

    told(&mut stage, "Chưa có thành viên. Nhấn m để thêm", "m");
    filled(&mut stage, &["Nguyễn Văn An", "Phó Bí thư Tỉnh ủy"]);
    told(&mut stage, "Nhấn v để thêm đơn vị, rồi n để lập buổi đầu tiên.", "v");
    told(&mut stage, "Nhấn n để thêm đơn vị đầu tiên", "n");
    filled(&mut stage, &["Huyện ủy Thạch Khê"]);
    told(&mut stage, "Esc Quay lại", "Esc");

    told(&mut stage, "Nhấn n để lập buổi đầu tiên.", "n");
    shows(&stage.app, &["hoặc gõ vài chữ để tìm"]);
    filled(&mut stage, &["thach", "", "Hội trường Huyện ủy"]);
    told(&mut stage, "Enter Mở", "Enter");
    told(&mut stage, "Chưa bắt đầu. o mở buổi. Trước đó: a thành phần", "a");
    told(&mut stage, "Chưa có ai. Nhấn A để thêm cả Đoàn", "A");
    told(&mut stage, "Esc Quay lại", "Esc");
    told(&mut stage, "Nhấn o để mở buổi làm việc rồi gõ từng dòng.", "o");

    shows(&stage.app, &["Gõ một dòng rồi Enter: mỗi dòng thành một mục", "++ ưu điểm  -- hạn chế  ~c nguyên nhân"]);
    for line in [
        "++ ban hành chương trình hành động sớm",
        "-- sinh hoạt còn nặng chuyên môn",
        "~c kiểm tra chưa thường xuyên ^",
    ] {
        stage.app.write(line);
        told(&mut stage, "Enter Ghi", "Enter");
    }
    // What the empty line does not name, `/` does.
    shows(&stage.app, &["/ khác"]);
    stage.app.write("/");
    shows(&stage.app, &["/kl Kết luận"]);
    stage.app.write("kl ghi nhận kết quả @An");
    told(&mut stage, "Enter Ghi", "Enter");

    told(&mut stage, "Esc Danh sách", "Esc");
    stage.at("11:05");
    told(&mut stage, "c Kết thúc", "c");
    told(&mut stage, "Enter kết thúc luôn", "Enter");
    told(&mut stage, "Ctrl+S Lưu", "Ctrl+S");
    told(&mut stage, "Đã niêm phong phiên bản 1. p xem biên bản, x xuất tệp", "x");
    told(&mut stage, "Enter để thực hiện, Esc để thôi.", "Enter");
    shows(&stage.app, &["Đã xuất biên bản ra"]);

    let minutes = only_markdown(&stage.data());
    for said in
        ["Ban hành chương trình hành động sớm", "sinh hoạt còn nặng chuyên môn", "Nguyễn Văn An", "ghi nhận kết quả"]
    {
        assert!(minutes.contains(said), "{said}\n{minutes}");
    }
    assert!(!minutes.contains("dự thảo"), "{minutes}");
}

#[test]
fn a_visit_asked_for_before_there_is_a_unit_begins_with_the_unit() {
    let mut stage = empty();
    told(&mut stage, "Trước hết hãy lập Đoàn: nhấn n", "n");
    let theme = "việc thực hiện các quy định nêu gương";
    filled(&mut stage, &["Ban Thường vụ Tỉnh ủy Sông Lam", "412-QĐ/TU", "3/3/2026", "", "", theme]);
    told(&mut stage, "Enter Mở", "Enter");
    stage.app.press("n");
    shows(&stage.app, &["Đơn vị đầu tiên; lưu xong, n lập buổi làm việc", "▸ Tên"]);
    filled(&mut stage, &["Huyện ủy Thạch Khê"]);
    stage.app.press("n").write("thach");
    shows(&stage.app, &["Buổi làm việc mới", "‹ Huyện ủy Thạch Khê ›"]);
}
