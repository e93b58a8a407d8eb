//! Following up by keys: what an earlier visit left open, its verdicts, the register, one item, outside items.

use bienban::domain::{Edit, OutsideItem, ScopeId};
use bienban::session::{Action, Query, Session, View};
use bienban::tui::testing::App;
use chrono::{Days, NaiveDate};

use super::stage::{Stage, hides, shows, with_a_visit, with_an_open_visit};

/// What the visit of 14/9/2024 left open.
const LEFT_OPEN: &[&str] = &[
    ">> ban hành quy chế chất vấn trong Đảng @\"Ban Thường vụ\" <31/12/2024",
    "-- 7 chi bộ chưa sinh hoạt chuyên đề đủ mỗi quý #I.3",
    ">> rà soát hồ sơ kê khai tài sản của 46 cán bộ @\"Ban Tổ chức\" <30/6/2025",
];

/// The same unit was visited on 14/9/2024; ends on the delegation's screen, the planned visit of 19/3/2026 selected.
pub(crate) fn with_an_earlier_visit() -> Stage {
    let mut stage = with_a_visit();
    let app = stage.at("08:05");
    app.press("n").write("thach khe").press("Tab").write("14/9/2024").press("Ctrl+S g Enter o");
    for line in LEFT_OPEN {
        app.write(line).press("Enter");
    }
    stage.at("08:30").press("Esc c Enter Ctrl+S q g Down");
    stage
}

/// The visit of 19/3/2026 was just opened and shows what was carried over to it.
pub(crate) fn with_carried_items() -> Stage {
    let mut stage = with_an_earlier_visit();
    stage.app.press("Enter o");
    stage
}

/// The same with the verdicts: (a) done, (b) partly, (c) not done.
pub(crate) fn with_verdicts() -> Stage {
    let mut stage = with_carried_items();
    stage.app.press("g 1").write("Quy chế số 05-QC/HU, ngày 20/12/2024").press("Enter");
    // As a Mac sends it: letters and their marks apart.
    stage
        .app
        .press("g Down 2")
        .write("co\u{300}n 2 chi bo\u{323}\u{302}")
        .press("Enter")
        .write("30/6/2026")
        .press("Enter");
    stage.app.press("G 3").write("mới rà soát được 12 hồ sơ").press("Ctrl+S");
    stage
}

/// The register of everything, from the first screen.
pub(crate) fn with_the_register() -> Stage {
    let mut stage = with_verdicts();
    stage.app.press("Esc Esc q q f");
    stage
}

/// The register with an item from outside, which is overdue.
pub(crate) fn with_an_outside_item() -> Stage {
    let mut stage = with_the_register();
    let app = &mut stage.app;
    app.press("n").write("thach khe").press("Tab");
    app.write("thu hồi 120 triệu đồng chi sai").press("Tab").write("Văn phòng Huyện ủy; Ban Tổ chức").press("Tab");
    app.write("31/12/2025").press("Tab").write("Kiểm toán nhà nước khu vực II").press("Tab");
    app.write("Kết luận số 15/KL-KTNN")
        .press("Tab")
        .write("2/6/2025")
        .press("Tab")
        .write("Tài chính")
        .press("Tab Tab")
        .write("1")
        .press("Ctrl+S");
    stage
}

#[test]
fn a_visit_is_there_before_what_is_carried_to_it_is_known() {
    let Stage { app, clock, folder } = with_verdicts();
    app.close().unwrap();
    let mut app = App::open_unread(&folder.path().join("data"), clock, (80, 24)).unwrap();
    app.press("g Enter").write("++ gõ ngay được");
    shows(&app, &["++ gõ ngay được"]);
    hides(&app, "Kỳ trước");
    hides(&app, "việc cần xem lại");
    app.wait(1_000);
    shows(&app, &["++ gõ ngay được", "Kỳ trước: ", "việc cần xem lại"]);
}

#[test]
fn opening_a_visit_shows_first_what_was_carried_over() {
    let mut stage = with_carried_items();
    shows(
        &stage.app,
        &[
            "Việc kỳ trước · Huyện ủy Thạch Khê, 19/3/2026",
            "3 việc kỳ trước, còn 3 chưa có kết quả.",
            "ban hành quy chế chất vấn trong Đảng",
            "chuyển kỳ lần 1 · hạn 31/12/2024 QUÁ HẠN · Đề nghị, yêu cầu với đơn vị",
            "chuyển kỳ lần 1 · không hạn · Hạn chế, khuyết điểm · nêu ngày 14/9/2024",
            "chưa có kết quả",
        ],
    );
    stage.app.press("Esc");
    shows(&stage.app, &["Kỳ trước: 3 việc, còn 3 chưa có kết quả (phím b)", "Dòng ghi"]);
    stage.app.write("một câu").press("Enter");
    shows(&stage.app, &["một câu", "Đã lưu."]);
}

#[test]
fn a_visit_without_anything_from_before_opens_at_its_line() {
    let mut stage = with_a_visit();
    stage.app.press("g Enter o").write("một câu").press("Enter");
    shows(&stage.app, &["một câu", "Đã lưu."]);
    hides(&stage.app, "Kỳ trước");
    stage.app.press("Esc b");
    shows(&stage.app, &["Đơn vị này không có việc nào từ kỳ trước"]);
}

#[test]
fn each_item_gets_its_verdict_by_one_key() {
    let mut stage = with_verdicts();
    shows(
        &stage.app,
        &[
            "3 việc kỳ trước, đã có kết quả cả.",
            "Đã thực hiện: Quy chế số 05-QC/HU",
            "Thực hiện một phần: còn 2 chi bộ · hạn mới 30/6/2026",
            "Chưa thực hiện: mới rà soát được 12 hồ sơ",
        ],
    );
    // A verdict given again begins with what was said; the first letter replaces it.
    stage.app.press("g Down 2");
    shows(&stage.app, &["còn 2 chi bộ", "30/6/2026"]);
    stage.app.write("còn 1 chi bộ").press("Ctrl+S");
    shows(&stage.app, &["Thực hiện một phần: còn 1 chi bộ"]);
    stage.app.press("u");
    shows(&stage.app, &["Đã hoàn tác", "Thực hiện một phần: còn 2 chi bộ"]);
    stage.app.press("G u");
    shows(&stage.app, &["3 việc kỳ trước, còn 1 chưa có kết quả.", "chưa có kết quả"]);
    stage.app.press("Ctrl+R");
    shows(&stage.app, &["Chưa thực hiện: mới rà soát được 12 hồ sơ"]);
    stage.app.press("d Enter");
    shows(&stage.app, &["còn 1 chưa có kết quả"]);
    stage.app.press("Esc Esc");
    shows(&stage.app, &["Kỳ trước: 3 việc, còn 1 chưa có kết quả (phím b)"]);
}

#[test]
fn what_is_called_done_needs_words_that_prove_it() {
    let mut stage = with_carried_items();
    stage.app.press("g 1 Enter");
    shows(&stage.app, &["Đã thực hiện: ban hành quy chế", "✗"]);
    stage.app.write("Quy chế số 05-QC/HU").press("Enter");
    shows(&stage.app, &["Đã thực hiện: Quy chế số 05-QC/HU"]);
}

#[test]
fn a_closed_visit_says_why_it_takes_no_verdict() {
    let mut stage = with_verdicts();
    stage.app.press("Esc Esc");
    stage.at("09:00").press("c Enter Ctrl+S b 1");
    shows(&stage.app, &["Buổi làm việc chưa mở nên chưa ghi kết quả được"]);
}

#[test]
fn the_register_lists_what_is_open_and_filters_by_keys() {
    let mut stage = with_the_register();
    shows(
        &stage.app,
        &[
            "Sổ theo dõi",
            "2 việc đang theo dõi, 1 quá hạn, 1 đã xong",
            "30/6/2025!",
            "Chưa làm",
            "30/6/2026",
            "Một phần",
        ],
    );
    hides(&stage.app, "quy chế chất");
    stage.app.press("o");
    shows(&stage.app, &["Lọc: quá hạn (1 việc)", "rà soát hồ sơ"]);
    hides(&stage.app, "7 chi bộ");
    stage.app.press("x");
    shows(&stage.app, &["Lọc: cả việc đã xong (3 việc)", "quy chế chất", "Hoàn thành"]);
    stage.app.press("c");
    hides(&stage.app, "Lọc:");
    stage.app.press("/").write("chi bo").press("Ctrl+S");
    shows(&stage.app, &["Lọc: có chữ “chi bo” (1 việc)", "7 chi bộ"]);
    hides(&stage.app, "rà soát hồ sơ");
    stage.app.press("/").press("Tab Tab").write("Ban Tổ chức").press("Ctrl+S");
    shows(&stage.app, &["Không có việc nào khớp điều kiện lọc"]);
    stage.app.press("c s s");
    shows(&stage.app, &["Xếp theo trạng thái"]);
    stage.app.press("/ Tab Tab Tab").write("31/2/2026").press("Ctrl+S");
    shows(&stage.app, &["Không có ngày 31 tháng 2"]);
}

#[test]
fn the_register_of_a_delegation_and_of_a_unit_shows_its_own() {
    let mut stage = with_an_outside_item();
    stage.app.press("q Enter f");
    shows(&stage.app, &["Sổ theo dõi · Kiểm tra việc chấp hành · 412-QĐ/TU", "2 việc đang theo dõi"]);
    hides(&stage.app, "120 triệu");
    stage.app.press("q q v G f");
    shows(&stage.app, &["Sổ theo dõi · Huyện ủy Thạch Khê", "3 việc đang theo dõi", "120 triệu"]);
    stage.app.press("q o");
    shows(&stage.app, &["120 triệu"]);
    hides(&stage.app, "7 chi bộ");
    // The unit above shows what was raised below it.
    stage.app.press("q g f");
    shows(&stage.app, &["Sổ theo dõi · Tỉnh ủy Sông Lam", "3 việc đang theo dõi"]);
}

#[test]
fn an_item_shows_old_and_new_and_takes_a_follow_up() {
    let mut stage = with_the_register();
    stage.app.press("g Enter");
    shows(
        &stage.app,
        &["Ban đầu", "rà soát hồ sơ kê khai tài sản của 46 cán bộ", "Hạn đầu: 30/6/2025", "Hiện nay", "Chưa thực hiện"],
    );
    stage.app.press("n Tab Tab Enter");
    stage.app.press("Ctrl+S");
    shows(&stage.app, &["Chưa nhập “Người thực hiện”."]);
    stage
        .app
        .write("Lê Minh Châu")
        .press("Tab")
        .write("đã nhận báo cáo")
        .press("Tab")
        .write("hoàn thành (")
        .press("Ctrl+S");
    shows(&stage.app, &["phải nêu minh chứng"]);
    stage.app.write("Báo cáo số 31-BC/HU").press("Ctrl+S");
    shows(
        &stage.app,
        &["Theo dõi · Lê Minh Châu → Hoàn thành", "Kết quả: đã nhận báo cáo", "Minh chứng: Báo cáo số 31-BC/HU"],
    );
    stage.app.press("u");
    hides(&stage.app, "Báo cáo số 31-BC/HU");
    stage.app.press("v");
    shows(&stage.app, &["Huyện ủy Thạch Khê, 14/9/2024", "▸"]);
}

#[test]
fn a_fault_flagged_for_a_deeper_review_says_so_wherever_it_is_followed() {
    let mut stage = with_a_visit();
    let app = stage.at("08:05");
    app.press("n").write("thach khe").press("Tab").write("14/9/2024").press("Ctrl+S g Enter o");
    app.write("-- bổ nhiệm 2 cán bộ chưa đủ tiêu chuẩn").press("Enter Esc D");
    app.press("Tab Tab Tab Tab Tab Tab Right Ctrl+S");
    stage.at("08:30").press("c Enter Ctrl+S q g Down Enter o");
    shows(&stage.app, &["Hạn chế, khuyết điểm · kiểm điểm sâu"]);
    stage.app.press("Esc Esc q q f");
    shows(&stage.app, &["Hạn chế, khuyết điểm · kiểm điểm sâu"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Hạn chế, khuyết điểm · kiểm điểm sâu"]);
}

#[test]
fn several_items_are_followed_at_once_or_not_at_all() {
    let mut stage = with_an_outside_item();
    stage.app.press("g Space Space Space");
    shows(&stage.app, &["Đã đánh dấu 3: t ghi một lần cho tất cả", "t Ghi theo dõi"]);
    stage.app.press("t");
    shows(&stage.app, &["Ghi theo dõi cho 3 việc đã đánh dấu"]);
    // What is partly done cannot be assigned any more: the outside item alone might be.
    stage.app.press("Tab Tab").write("Lê Minh Châu").press("Tab Tab").write("đã giao").press("Ctrl+S");
    shows(&stage.app, &["không chuyển sang “Đã giao” được", "Chưa lưu gì"]);
    stage.app.press("Ctrl+U").write("đang").press("Ctrl+S");
    let screen = stage.app.screen();
    assert_eq!(screen.matches("Đang làm").count(), 3, "{screen}");
    hides(&stage.app, "đánh dấu 3");
    stage.app.press("u");
    hides(&stage.app, "Đang làm");
    shows(&stage.app, &["Đã hoàn tác: 3 việc theo dõi: chuyển sang “Đang thực hiện”."]);
    stage.app.press("Ctrl+R");
    shows(&stage.app, &["Đã làm lại: 3 việc theo dõi: chuyển sang “Đang thực hiện”."]);
    let screen = stage.app.screen();
    assert_eq!(screen.matches("Đang làm").count(), 3, "{screen}");
    stage.app.press("u u");
    shows(&stage.app, &["Chưa ghi gì từ sổ này để hoàn tác"]);
}

#[test]
fn an_outside_item_is_typed_changed_removed_and_brought_back() {
    let mut stage = with_an_outside_item();
    shows(&stage.app, &["3 việc đang theo dõi, 2 quá hạn", "31/12/2025!", "120 triệu"]);
    stage.app.press("Enter");
    shows(
        &stage.app,
        &[
            "Nguồn: Kiểm toán nhà nước khu vực II (Kết luận số 15/KL-KTNN)",
            "Phân loại: Tài chính",
            "Số lần chuyển kỳ: 2",
        ],
    );
    stage.app.press("e Tab Tab Tab Tab").write("thu hồi 150 triệu đồng chi sai").press("Ctrl+S");
    shows(&stage.app, &["150 triệu"]);
    stage.app.press("q d").write("nhập nhầm").press("Enter");
    hides(&stage.app, "150 triệu đồng chi sai\n");
    shows(&stage.app, &["2 việc đang theo dõi"]);
    stage.app.press("u");
    shows(&stage.app, &["3 việc đang theo dõi"]);
    // The class in use is offered to the next one.
    stage.app.press("n Tab Tab Tab Tab Tab Tab Tab").write("tai").press("Right");
    shows(&stage.app, &["Tài chính"]);
}

#[test]
fn a_fault_found_again_says_so() {
    let mut stage = with_carried_items();
    stage.app.press("Esc").write("-- 3 chi bộ vẫn chưa sinh hoạt chuyên đề #I.3").press("Enter");
    shows(&stage.app, &["tiêu chí I.3: đã nêu lần thứ 2 tại đơn vị này"]);
    stage.app.write("++ điểm khác").press("Enter");
    shows(&stage.app, &["lần thứ 2 #I.3"]);
}

#[test]
fn a_row_that_was_shown_before_it_was_known_to_come_back_says_so_then() {
    let mut stage = with_carried_items();
    stage.app.press("Esc").write("-- 3 chi bộ vẫn chưa sinh hoạt chuyên đề #I.3").press("Enter");
    stage.app.write("++ điểm khác").press("Enter Esc Esc");
    stage.app.hold().press("Enter").let_one_through();
    shows(&stage.app, &["3 chi bộ vẫn chưa sinh hoạt chuyên đề"]);
    hides(&stage.app, "lần thứ 2");
    stage.app.release();
    shows(&stage.app, &["lần thứ 2 #I.3"]);
}

#[test]
fn the_check_of_a_missing_verdict_leads_to_its_item() {
    let mut stage = with_verdicts();
    stage.app.press("g d Enter Esc Esc w");
    shows(&stage.app, &["ban hành quy chế"]);
    while !stage.app.screen().contains("Enter: đánh giá kết quả khắc phục") {
        let before = stage.app.screen();
        stage.app.press("Down");
        assert_ne!(before, stage.app.screen(), "no warning of the missing verdict");
    }
    stage.app.press("Enter 3").write("chưa ban hành").press("Ctrl+S");
    shows(&stage.app, &["▸ ban hành quy chế chất vấn trong Đảng", "→ Chưa thực hiện: chưa ban hành"]);
    stage.app.press("Esc");
    hides(&stage.app, "ban hành quy chế");
}

#[test]
fn an_entry_says_where_it_stands_since_its_visit() {
    let mut stage = with_verdicts();
    stage.app.press("Esc Esc q g Enter");
    shows(&stage.app, &["14/9/2024", "→ Hoàn thành", "→ Một phần", "→ Chưa thực hiện · Hạn hiện nay: 30/6/2025"]);
}

#[test]
fn good_practices_are_a_register_of_their_own() {
    let mut stage = with_carried_items();
    stage.app.press("Esc").write("** “Ngày thứ Bảy vì dân” tại 9/11 xã").press("Enter Esc q q f m");
    shows(&stage.app, &["1 mô hình", "Ngày thứ Bảy vì dân"]);
    stage.app.press("t");
    shows(&stage.app, &["không phải việc phải theo dõi"]);
}

/// A register of three thousand items from outside, written before the program starts.
fn with_thousands_of_items() -> Stage {
    let mut stage = with_a_visit();
    stage.app.press("q");
    let Stage { app, clock, folder } = stage;
    app.close().unwrap();
    let data = folder.path().join("data");
    let (mut session, _) = Session::open(&data, clock.clone()).unwrap();
    let View::Units(units) = session.ask(&Query::Units).unwrap() else { panic!("units answer units") };
    let unit = units.units.last().map(|row| row.unit.id);
    let item = |number: u64| OutsideItem {
        unit,
        source: "Kiểm toán nhà nước".into(),
        text: format!("việc số {number}"),
        doers: vec!["Ban Tổ chức".into()],
        due: "2026-01-01".parse::<NaiveDate>().unwrap().checked_add_days(Days::new(number)),
        ..OutsideItem::default()
    };
    for first in (0..3000).step_by(500) {
        let edits = (first + 1..=first + 500).map(|number| Edit::create(session.fresh_id(), &item(number))).collect();
        session.act(&Action::Save { scope: ScopeId::Office, edits }, &mut || {}).unwrap();
    }
    session.close().unwrap();
    let app = App::open(&data, clock.clone(), (80, 24)).unwrap();
    Stage { app, clock, folder }
}

#[test]
fn thousands_of_rows_are_scrolled_filtered_and_marked() {
    let mut stage = with_thousands_of_items();
    stage.app.press("f");
    shows(&stage.app, &["3000 việc đang theo dõi, 76 quá hạn", "việc số 1 "]);
    stage.app.press("G");
    shows(&stage.app, &["việc số 3000"]);
    for _ in 0..1000 {
        let _ = stage.app.press("Up").screen();
    }
    shows(&stage.app, &["việc số 2000"]);
    stage.app.press("o A");
    shows(&stage.app, &["Lọc: quá hạn (76 việc)", "Đã đánh dấu 76:"]);
    // What is no longer shown loses its mark.
    stage.app.press("/").write("số 12 ").press("Ctrl+S");
    shows(&stage.app, &["Đã đánh dấu 1:"]);
}

#[test]
fn where_nothing_is_carried_over_older_items_are_one_key_away() {
    let mut stage = with_an_open_visit();
    stage.app.press("Esc b");
    shows(&stage.app, &["không có việc nào từ kỳ trước còn để ngỏ. Nhấn o để ghi"]);
    stage.app.press("o");
    shows(&stage.app, &["Sổ theo dõi · Huyện ủy Thạch Khê", "n thêm việc từ nguồn khác"]);
    // The unit is known: the first thing to type is what it owes.
    stage.app.press("n");
    shows(&stage.app, &["Đơn vị                  Huyện ủy Thạch Khê", "▸ Nội dung"]);
    stage.app.write("ban hành quy chế chất vấn trong Đảng").press("Tab Tab Tab").write("Đoàn kiểm tra năm 2024");
    stage.app.press("Ctrl+S q");
    shows(&stage.app, &["1 việc kỳ trước", "▸ ban hành quy chế chất vấn trong Đảng"]);
    stage.app.press("1").write("Quy chế số 05-QC/HU").press("Enter");
    shows(&stage.app, &["Đã thực hiện: Quy chế số 05-QC/HU"]);
}
