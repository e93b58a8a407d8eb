//! A morning from the first key to the exported minutes.

use super::stage::{after_the_morning, empty, hides, only_markdown, shows, with_a_visit, with_an_open_visit};

#[test]
fn an_empty_store_explains_the_first_step() {
    let stage = empty();
    shows(&stage.app, &["Chào mừng", "nhấn n", "F1 Trợ giúp"]);
}

#[test]
fn a_delegation_with_members_documents_and_a_visit_is_typed_in() {
    let stage = with_a_visit();
    shows(
        &stage.app,
        &[
            "Quyết định 412-QĐ/TU, ngày 3/3/2026, Ban Thường vụ Tỉnh ủy Sông Lam",
            "Mốc 1/1/2023 – 31/12/2025",
            "19/3/2026 · Huyện ủy Thạch Khê · Dự kiến",
            "Nguyễn Văn An · Trưởng đoàn · Phó Bí thư Tỉnh ủy",
            "Lê Minh Châu · Thư ký · Kiểm tra viên",
            "Nghị quyết 04-NQ/TW, ngày 30/10/2016",
        ],
    );
}

#[test]
fn the_attendance_is_filled_in_and_an_absence_has_its_reason() {
    let mut stage = with_an_open_visit();
    shows(&stage.app, &["Đoàn 4/4 · Đơn vị 3/4", "vắng: Bùi Văn Ích"]);
    stage.app.press("Esc a");
    shows(
        &stage.app,
        &["✓ Nguyễn Văn An · Phó Bí thư Tỉnh ủy", "✗ Bùi Văn Ích · Chủ tịch UBND huyện · vắng: họp Tỉnh"],
    );
}

#[test]
fn a_line_is_pending_then_saved() {
    let mut stage = with_an_open_visit();
    stage.app.hold().write("-- sinh hoạt còn nặng chuyên môn").press("Enter");
    shows(&stage.app, &["… -- sinh hoạt còn nặng chuyên môn"]);
    hides(&stage.app, "Đã lưu.");
    stage.app.release();
    shows(&stage.app, &["Hạn chế", "sinh hoạt còn nặng chuyên môn", "· Đã lưu."]);
    hides(&stage.app, "-- sinh hoạt");
}

#[test]
fn the_hints_say_what_the_line_means() {
    let mut stage = with_an_open_visit();
    stage.app.write("-- còn nể nang !2 #I.5").press("Enter");
    stage.app.write(">> khắc phục @Em <30/4 ^");
    let hints = "Đề nghị, yêu cầu với đơn vị · thực hiện: Hoàng Văn Em (Bí thư Huyện ủy) · hạn";
    shows(&stage.app, &[hints, "30/4/2026", "còn nể nang"]);
    stage.app.press("Esc a n").write("Trần Thị An").press("Ctrl+S q i Ctrl+U").write("@An hỏi");
    shows(&stage.app, &["“An” có thể là Nguyễn Văn An, Trần Thị An – hãy gõ rõ hơn"]);
    stage.app.press("Ctrl+U").write("@Nam hỏi <31/2");
    shows(&stage.app, &["Ý kiến phát biểu · Nam (chưa có trong thành phần)", "⚠ <31/2: không có ngày này"]);
}

#[test]
fn the_morning_is_typed_changed_and_exported() {
    let mut stage = after_the_morning();
    let app = &mut stage.app;
    shows(app, &["10:20 Đề nghị", "thực hiện: Ban Thường vụ · hạn 30/4/2026", "↳"]);

    // Given the shortcoming: opened again as its line, changed, stored.
    app.press("Esc k k k e").write(" kéo dài").press("Enter");
    shows(app, &["né tránh\n", "kéo dài\n"]);

    // Given the cause: it becomes an objective one.
    app.press("j t Up Enter");
    shows(app, &["NN khách quan"]);

    // Given the last entry: moved up, and down again.
    app.press("G K");
    let screen = app.screen();
    assert!(screen.find("kiểm điểm trách nhiệm").unwrap() < screen.find("sớm ban hành").unwrap(), "{screen}");
    app.press("Shift+Down");
    let screen = app.screen();
    assert!(screen.find("sớm ban hành").unwrap() < screen.find("kiểm điểm trách nhiệm").unwrap(), "{screen}");

    // Given the strength: removed with a reason, found in the trash, restored; then undone and made again.
    app.press("g Down Down Down Down Down d").write("ghi nhầm").press("Enter");
    hides(app, "ban hành chương trình hành động");
    app.press("T");
    shows(app, &["Mục: ban hành chương trình hành động", "ghi nhầm"]);
    app.press("Enter q");
    shows(app, &["ban hành chương trình hành động"]);
    app.press("u");
    hides(app, "Ưu điểm ");
    app.press("Ctrl+R");
    shows(app, &["Đã làm lại: thêm “ban hành chương trình hành động"]);
    app.press("u Ctrl+R");
    shows(app, &["ban hành chương trình hành động"]);

    // Given the shortcoming: its history names both texts.
    app.press("g Down Down Down Down Down Down h");
    shows(app, &["Nội dung: tự phê bình và phê bình còn nể nang, né tránh{+ kéo dài+}"]);
    app.press("q");

    // Closing asks for the end, the mark and the copies.
    stage.at("11:05").press("c");
    shows(&stage.app, &["Trước khi kết thúc buổi làm việc", "Chưa có ý kiến kết luận"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Kết thúc và niêm phong buổi làm việc", "11:05"]);
    stage.app.press("Tab").write("mật").press("Tab").write("6").press("Tab").write("3").press("Ctrl+S");
    shows(&stage.app, &["Đã kết thúc", "8:05 – 11:05", "p xem biên bản"]);

    stage.app.press("p");
    shows(&stage.app, &["BIÊN BẢN LÀM VIỆC", "MẬT"]);
    // What is sealed is fixed, so nothing is asked again.
    stage.app.press("x");
    shows(&stage.app, &["Xuất biên bản", "▸ Thư mục"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Đã xuất biên bản ra", ".md"]);
    let minutes = only_markdown(&stage.data());
    for text in ["né tránh kéo dài", "MẬT", "06 bản", "Vắng: đồng chí Bùi Văn Ích", "30/4/2026"] {
        assert!(minutes.contains(text), "no {text:?} in\n{minutes}");
    }
}

#[test]
fn a_visit_is_cancelled_with_a_reason_and_planned_again() {
    let mut stage = with_a_visit();
    stage.app.press("g X Enter");
    shows(&stage.app, &["Chưa nhập “Lý do hủy”."]);
    stage.app.write("mưa lũ").press("Enter");
    shows(&stage.app, &["Đã hủy (mưa lũ)"]);
    stage.app.press("P");
    shows(&stage.app, &["Huyện ủy Thạch Khê · Dự kiến"]);
}

#[test]
fn documents_are_picked_and_dropped_by_one_key() {
    let mut stage = with_a_visit();
    stage.app.press("b");
    shows(&stage.app, &["[x] Nghị quyết 04-NQ/TW"]);
    stage.app.press("Space");
    shows(&stage.app, &["[ ] Nghị quyết 04-NQ/TW"]);
    stage.app.press("u");
    shows(&stage.app, &["[x] Nghị quyết 04-NQ/TW"]);
}

#[test]
fn help_shows_what_applies_here_and_the_marks() {
    let mut stage = with_an_open_visit();
    stage.app.resize(100, 60).press("F1");
    shows(&stage.app, &["Dấu đầu dòng", "++", "Ưu điểm", "Ở màn hình này", "Enter", "lưu dòng vừa gõ"]);
    stage.app.press("Esc");
    shows(&stage.app, &["Dòng ghi"]);
}

#[test]
fn ctrl_c_kills_nothing_and_says_how_to_quit() {
    let mut stage = with_an_open_visit();
    stage.app.write("đang gõ").press("Ctrl+C");
    shows(&stage.app, &["Muốn thoát: Ctrl+Q", "đang gõ"]);
    assert!(!stage.app.left());
    stage.app.press("Ctrl+Q");
    assert!(stage.app.left());
}

#[test]
fn going_back_from_home_leaves() {
    let mut stage = with_an_open_visit();
    stage.app.press("Esc q q q");
    assert!(stage.app.left());
}

#[test]
fn a_line_sent_just_before_the_end_is_saved_and_not_offered_again() {
    let mut stage = with_an_open_visit();
    stage.app.hold().write("dòng cuối").press("Enter Ctrl+Q");
    assert!(!stage.app.left(), "the end waits for the line");
    stage.app.release();
    assert!(stage.app.left());
    let mut stage = stage.killed_and_started_again();
    hides(&stage.app, "gõ dở");
    stage.app.press("Enter g Enter");
    shows(&stage.app, &["dòng cuối"]);
}

#[test]
fn an_idle_interface_waits_for_nothing() {
    let mut stage = with_an_open_visit();
    stage.app.write("một").wait(400).wait(10_000);
    assert!(!stage.app.is_idle(), "the visit shows how long it goes on");
    stage.app.press("Enter");
    stage.at("08:20").wait(60_000);
    shows(&stage.app, &["Từ 8:05 (đã 15 phút, mục cuối 15 phút)"]);
    stage.app.wait(540_000);
    assert!(stage.app.is_idle());
    shows(&stage.app, &["Từ 8:05 (mục cuối 8:05)"]);
    stage.app.press("Esc");
    shows(&stage.app, &["Từ 8:05 (đã 15 phút, mục cuối 15 phút)"]);
    stage.app.press("q").wait(10_000);
    assert!(stage.app.is_idle(), "no other screen runs");
}
