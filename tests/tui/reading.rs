//! Reading the minutes back, item by item, and putting them right on the spot.

use super::stage::{Stage, after_the_morning, hides, shows, with_an_open_visit};

/// The morning, being read back.
fn reading() -> Stage {
    let mut stage = after_the_morning();
    stage.app.press("Esc R");
    stage
}

/// Reads on until a text is on the screen.
#[track_caller]
fn read_until(stage: &mut Stage, text: &str) {
    for _ in 0..80 {
        if stage.app.screen().contains(text) {
            return;
        }
        stage.app.press("Right");
    }
    panic!("{text:?} never came; at the end\n{}", stage.app.screen());
}

#[test]
fn the_minutes_are_read_from_the_head_to_the_signatures() {
    let mut stage = reading();
    shows(&stage.app, &["Đọc lại biên bản", "BAN THƯỜNG VỤ TỈNH ỦY SÔNG LAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "1/"]);
    stage.app.press("Enter");
    shows(&stage.app, &["BIÊN BẢN LÀM VIỆC", "theo Quyết định số 412-QĐ/TU với Huyện ủy Thạch Khê", "2/", "đã đọc 1"]);
    read_until(&mut stage, "Thời gian: bắt đầu vào hồi 8 giờ 05 phút, ngày 19 tháng 3 năm 2026.");
    read_until(&mut stage, "Vắng: đồng chí Bùi Văn Ích");
    shows(&stage.app, &["I. THÀNH PHẦN › 2. Đơn vị được kiểm tra"]);
    read_until(&mut stage, "Hạn chế 1: tự phê bình và phê bình còn nể nang");
    shows(&stage.app, &["III. KẾT QUẢ GHI NHẬN › 2. Hạn chế, khuyết điểm"]);
    // A table is read row by row, with the names of its columns.
    read_until(&mut stage, "1. Quán triệt nghị quyết");
    read_until(&mut stage, "Kiểm điểm trách nhiệm về xếp loại");
    shows(&stage.app, &["Người thực hiện: Ban Thường vụ", "Thời hạn: 30/4/2026"]);
    // What must stand though it is empty is read too.
    read_until(&mut stage, "Không có nội dung ghi nhận.");
    shows(&stage.app, &["V. Ý KIẾN KẾT LUẬN CỦA NGƯỜI CHỦ TRÌ BUỔI LÀM VIỆC"]);
    read_until(&mut stage, "NGƯỜI GHI BIÊN BẢN");
    shows(&stage.app, &["Lê Minh Châu", "TRƯỞNG ĐOÀN"]);
    read_until(&mut stage, "Lưu hồ sơ Đoàn");
    stage.app.press("Enter");
    shows(&stage.app, &["Đã đọc hết biên bản."]);
}

#[test]
fn a_correction_is_typed_on_the_spot_and_lands_in_the_record() {
    let mut stage = reading();
    read_until(&mut stage, "Hạn chế 1: tự phê bình");
    stage.app.press("e");
    shows(&stage.app, &["Sửa mục", "-- tự phê bình và phê bình còn nể nang, né tránh", "#I.5 !2"]);
    stage.app.write(" kéo dài").press("Enter");
    shows(&stage.app, &["Hạn chế 1: tự phê bình và phê bình còn nể nang, né tránh kéo dài", "Đã lưu."]);
    stage.app.press("u");
    shows(&stage.app, &["né tránh (tiêu chí I.5", "Đã hoàn tác"]);
    stage.app.press("Ctrl+R q");
    shows(&stage.app, &["né tránh\n", "kéo dài\n"]);
}

#[test]
fn a_correction_given_up_or_cut_off_loses_nothing() {
    let mut stage = reading();
    read_until(&mut stage, "Hạn chế 1: tự phê bình");
    stage.app.press("e").write(" thêm").press("Esc");
    shows(&stage.app, &["Xác nhận"]);
    stage.app.press("n").wait(1_000);
    let mut stage = stage.killed_and_started_again();
    stage.app.press("Enter g Enter Esc R");
    read_until(&mut stage, "Hạn chế 1: tự phê bình");
    stage.app.press("e");
    shows(&stage.app, &["#I.5 !2 thêm"]);
    stage.app.press("Esc y e");
    shows(&stage.app, &["#I.5 !2"]);
    hides(&stage.app, "!2 thêm");
}

#[test]
fn a_refused_correction_stays_in_the_line() {
    let mut stage = reading();
    read_until(&mut stage, "Hạn chế 1: tự phê bình");
    stage.app.press("e").write(" kéo dài").refuse(bienban::session::Error::NothingToUndo).press("Enter");
    shows(&stage.app, &["Sửa mục", "!2 kéo dài"]);
    stage.app.press("Enter");
    shows(&stage.app, &["né tránh kéo dài"]);
    stage.app.press("e Ctrl+U Enter");
    shows(&stage.app, &["Chưa gõ gì để lưu."]);
}

#[test]
fn facts_open_their_form_on_the_right_field() {
    let mut stage = reading();
    read_until(&mut stage, "Địa điểm: Hội trường Huyện ủy.");
    stage.app.press("e");
    shows(&stage.app, &["▸ Địa điểm"]);
    stage.app.write("Phòng họp số 1").press("Ctrl+S");
    shows(&stage.app, &["Địa điểm: Phòng họp số 1."]);
    read_until(&mut stage, "lập thành … bản");
    stage.app.press("e");
    shows(&stage.app, &["▸ Số bản"]);
    stage.app.press("Esc Home");
    read_until(&mut stage, "Mốc thời gian kiểm tra: từ ngày");
    stage.app.press("e");
    shows(&stage.app, &["▸ Mốc thời gian từ"]);
    stage.app.press("Esc");
    read_until(&mut stage, "Vắng: đồng chí");
    stage.app.press("e");
    shows(&stage.app, &["Thành phần", "✗ Bùi Văn Ích"]);
    stage.app.press("q");
    read_until(&mut stage, "Không có nội dung ghi nhận.");
    stage.app.press("e");
    shows(&stage.app, &["Đây là chữ của mẫu biên bản"]);
}

#[test]
fn what_other_screens_hold_opens_there() {
    let mut stage = super::follow_up::with_verdicts();
    stage.app.press("Esc Esc R");
    read_until(&mut stage, "Ban hành quy chế chất vấn");
    shows(&stage.app, &["Kết quả khắc phục kỳ trước", "Kết quả kỳ này: Đã thực hiện"]);
    stage.app.press("e");
    shows(&stage.app, &["Việc kỳ trước", "ban hành quy chế chất vấn"]);
}

#[test]
fn the_place_is_kept_and_what_was_passed_over_is_found() {
    let mut stage = reading();
    read_until(&mut stage, "Hạn chế 1: tự phê bình");
    stage.app.press("q R");
    shows(&stage.app, &["Hạn chế 1: tự phê bình"]);
    stage.app.press("Left Left Home");
    shows(&stage.app, &["BAN THƯỜNG VỤ TỈNH ỦY SÔNG LAM"]);
    stage.app.press("End Right");
    shows(&stage.app, &["mục chưa đọc; đang ở mục chưa đọc đầu tiên", "BAN THƯỜNG VỤ TỈNH ỦY SÔNG LAM"]);
}

#[test]
fn a_closed_visit_is_read_but_not_changed() {
    let mut stage = after_the_morning();
    stage.app.press("Esc c");
    if stage.app.screen().contains("Enter") && !stage.app.screen().contains("▸ Kết thúc") {
        stage.app.press("Enter");
    }
    stage.at("11:05").press("Ctrl+S R");
    shows(&stage.app, &["Chỉ đọc: buổi làm việc không mở"]);
    read_until(&mut stage, "Hạn chế 1: tự phê bình");
    stage.app.press("e");
    shows(&stage.app, &["quay lại rồi nhấn o để mở"]);
    hides(&stage.app, "Sửa mục");
    // Nor is anything offered that would change a sealed one.
    hides(&stage.app, "e Sửa");
    hides(&stage.app, "E Sửa thông tin");
    stage.app.press("E");
    shows(&stage.app, &["Đọc lại biên bản"]);
}

#[test]
fn long_items_scroll_and_every_script_is_whole() {
    let mut stage = with_an_open_visit();
    let long: Vec<String> = (1..=240).map(|number| format!("câu{number}")).collect();
    stage.app.write(&format!("++ {}", long.join(" "))).press("Enter");
    stage.app.write("-- Đo\u{302}\u{300}ng chi\u{301} ghi lại 漢字漢字 👩‍👩‍👧‍👦").press("Enter Esc R");
    read_until(&mut stage, "câu2 ");
    hides(&stage.app, "câu240");
    shows(&stage.app, &["↓"]);
    stage.app.press("PageDown PageDown PageDown PageDown PageDown");
    shows(&stage.app, &["câu240"]);
    stage.app.press("PageUp PageUp PageUp PageUp PageUp");
    shows(&stage.app, &["câu2 "]);
    read_until(&mut stage, "Hạn chế 1: Đồng chí ghi lại 漢字漢字");
}
