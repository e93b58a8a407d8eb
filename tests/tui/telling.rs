//! What the screens say about lines, entries and visits, when somebody needs to hear it.

use super::stage::{after_the_morning, hides, shows, with_a_visit, with_an_open_visit};

#[test]
fn the_hint_bar_names_what_the_visit_needs_now() {
    let mut stage = with_a_visit();
    stage.app.press("g Enter");
    shows(&stage.app, &["o Mở buổi  a Thành phần  m Tài liệu  s Gợi ý  Esc Quay lại  F1 Trợ giúp"]);
    stage.app.press("o").write("một dòng").press("Enter Esc");
    shows(&stage.app, &["i Gõ  e Sửa  D Chi tiết  l Liên kết  c Kết thúc  Esc Quay lại  F1 Trợ giúp"]);
    stage.app.resize(120, 40);
    shows(&stage.app, &["c Kết thúc  t Đổi loại  a Thành phần  p Biên bản"]);
}

#[test]
fn help_says_that_more_follows_until_its_end() {
    let mut stage = with_an_open_visit();
    stage.app.press("F1");
    shows(&stage.app, &["Trợ giúp", "↓ còn nữa"]);
    stage.app.press("End");
    hides(&stage.app, "↓ còn nữa");
    shows(&stage.app, &["Ctrl+Q"]);
}

#[test]
fn an_entry_whose_line_is_edited_stays_in_sight() {
    let mut stage = with_an_open_visit();
    for at in 1..=20 {
        stage.app.write(&format!("ý kiến thứ {at}.")).press("Enter");
    }
    stage.app.press("Esc g e").write("!");
    shows(&stage.app, &["✎ ý kiến thứ 1.", "▸"]);
    let screen = stage.app.screen();
    assert_eq!(screen.matches("ý kiến thứ 1.").count(), 2, "{screen}");
}

#[test]
fn what_proves_a_thing_done_is_asked_in_words_that_the_form_has() {
    let mut stage = super::follow_up::with_carried_items();
    stage.app.press("g 1 Ctrl+S");
    shows(&stage.app, &["▸ Đã làm gì, minh chứng", "phải nêu đã làm gì, minh chứng"]);
    hides(&stage.app, "Ghi nhận cụ thể");
}

#[test]
fn what_was_not_understood_is_said_after_the_line_is_saved() {
    let mut stage = with_an_open_visit();
    stage.app.write("-- còn nể nang #abc !9 ^ZZZZZ @Nam").press("Enter");
    stage.app.resize(120, 40);
    shows(
        &stage.app,
        &["! Đã lưu. Chưa hiểu, giữ nguyên thành chữ: #abc, !9, ^ZZZZZ.", "@Nam: chưa có trong thành phần."],
    );
    stage.app.write("một dòng rõ").press("Enter");
    hides(&stage.app, "Chưa hiểu");
    stage.app.press("Esc a n").write("Trần Thị An").press("Ctrl+S q i").write("hỏi @An").press("Enter");
    shows(&stage.app, &["Đã lưu. @An: có hai người."]);
}

#[test]
fn a_doer_of_one_unknown_word_is_marked() {
    let mut stage = with_an_open_visit();
    stage.app.resize(120, 40).write(">> kiểm điểm @Ban Thường vụ <30/4");
    shows(&stage.app, &["Ban (chưa có trong thành phần; tên nhiều chữ đặt trong ngoặc kép: @\"…\") · hạn"]);
    stage.app.press("Ctrl+U").write(">> kiểm điểm @\"Ban Thường vụ\"");
    hides(&stage.app, "chưa có trong thành phần");
    stage.app.press("Enter");
    shows(&stage.app, &["· Đã lưu."]);
}

#[test]
fn one_person_named_twice_is_listed_once() {
    let mut stage = with_an_open_visit();
    stage.app.write("hỏi @Em @\"Hoàng Văn Em\"");
    let screen = stage.app.screen();
    assert_eq!(screen.matches("Hoàng Văn Em (").count(), 1, "{screen}");
}

#[test]
fn a_reference_that_names_no_entry_is_named() {
    let mut stage = with_an_open_visit();
    stage.app.write("/gt làm rõ ^ZZZZZ");
    shows(&stage.app, &["không có mục mang mã ZZZZZ"]);
    stage.app.press("Ctrl+U").write("/gt làm rõ ^");
    shows(&stage.app, &["ở trên chưa có mục hợp với dấu ^"]);
}

#[test]
fn what_cannot_be_changed_is_not_offered_and_says_why() {
    let mut stage = after_the_morning();
    stage.app.press("Esc c Enter Ctrl+S");
    for hint in ["e Sửa", "d Xóa", "t Đổi loại", "i Gõ"] {
        hides(&stage.app, hint);
    }
    for key in ["e", "d", "t", "i", "K"] {
        stage.app.press("Up").press(key);
        shows(&stage.app, &["Đã niêm phong phiên bản 1, không sửa được nữa. Nhấn o để mở lại kèm lý do."]);
        stage.app.wait(60_000);
    }
}

#[test]
fn an_empty_list_says_what_the_visit_needs() {
    let mut stage = with_a_visit();
    stage.app.press("g Enter");
    shows(&stage.app, &["Nhấn o để mở buổi làm việc rồi gõ từng dòng."]);
    stage.app.press("X").write("mưa lũ").press("Enter");
    shows(&stage.app, &["Buổi làm việc đã hủy (mưa lũ). Nhấn P để lập lại.", "P Lập lại"]);
    hides(&stage.app, "Gõ một dòng rồi Enter");
    stage.app.press("i");
    shows(&stage.app, &["· Buổi làm việc đã hủy (mưa lũ)."]);
}

#[test]
fn an_entry_saved_in_this_run_carries_its_mark() {
    let mut stage = with_an_open_visit();
    stage.app.write("dòng một").press("Enter").write("dòng hai").press("Enter").resize(60, 20);
    shows(&stage.app, &["✓  8:05 Ý kiến"]);
    stage.app.press("Esc k e").write(" sửa").hold().press("Enter Esc");
    shows(&stage.app, &["…  8:05 Ý kiến"]);
    stage.app.release();
    hides(&stage.app, "…  8:05");
    let mut stage = stage.killed_and_started_again();
    stage.app.press("Enter");
    hides(&stage.app, "✓  8:05");
}

#[test]
fn the_next_export_goes_where_the_last_one_went() {
    let mut stage = after_the_morning();
    let folder = stage.folder.path().join("bb");
    std::fs::create_dir(&folder).unwrap();
    let folder = folder.display().to_string();
    stage.app.press("Esc x Enter").write(&folder).press("Enter");
    shows(&stage.app, &["Đã xuất biên bản ra"]);
    stage.app.press("x Enter");
    shows(&stage.app, &[&folder]);
}

#[test]
fn the_space_bar_has_its_vietnamese_name() {
    let mut stage = with_an_open_visit();
    stage.app.press("Esc a");
    shows(&stage.app, &["Phím cách Có mặt/vắng"]);
}

#[test]
fn what_is_taken_back_is_named_by_its_words() {
    let mut stage = with_an_open_visit();
    stage.app.write("dòng một").press("Enter Esc e").write(" sửa").press("Enter u");
    shows(&stage.app, &["Đã hoàn tác: sửa “dòng một”. Ctrl+R để làm lại."]);
    stage.app.press("Ctrl+R");
    shows(&stage.app, &["Đã làm lại: sửa “dòng một sửa”."]);
    stage.app.press("d Enter u");
    shows(&stage.app, &["Đã hoàn tác: xóa “dòng một sửa”."]);
    stage.app.press("u u");
    shows(&stage.app, &["Đã hoàn tác: thêm “dòng một”."]);
}

#[test]
fn a_demonstration_says_so_on_every_screen() {
    let mut stage = with_an_open_visit();
    hides(&stage.app, "DỮ LIỆU MINH HỌA");
    stage.app.demonstrate().press("Ctrl+X");
    shows(&stage.app, &["DỮ LIỆU MINH HỌA"]);
    stage.app.press("Esc a").resize(40, 10);
    shows(&stage.app, &["DỮ LIỆU MINH HỌA"]);
}

#[test]
fn the_beginning_of_a_mark_names_the_marks_that_begin_so() {
    let mut stage = with_an_open_visit();
    shows(&stage.app, &["~c nguyên nhân  >> đề nghị  @ai  <hạn  ^ trên  / khác"]);
    stage.app.write("/");
    shows(
        &stage.app,
        &["/md Mục đích", "/gt Giải trình", "/kl Kết luận", "** Mô hình", "## Số liệu", "!! Dấu hiệu VP"],
    );
    stage.app.write("h");
    shows(&stage.app, &["/hoi Trao đổi"]);
    hides(&stage.app, "/md");
    stage.app.write("oi");
    shows(&stage.app, &["Trao đổi, thẩm tra, xác minh"]);
    stage.app.press("Ctrl+U").write("~");
    shows(&stage.app, &["~k NN khách quan  ~c NN chủ quan"]);
}

#[test]
fn a_word_that_the_due_date_leaves_hanging_is_told_while_it_is_typed() {
    let mut stage = with_an_open_visit();
    stage.app.write("/ck kiểm tra 100% chi bộ, xong trước <30/9");
    shows(&stage.app, &["⚠ thời hạn in riêng: bỏ chữ “trước” trước dấu <"]);
    stage.app.press("Ctrl+U").write("/ck kiểm tra 100% chi bộ <30/9");
    hides(&stage.app, "thời hạn in riêng");
}
