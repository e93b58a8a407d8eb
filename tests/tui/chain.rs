//! What an entry says beside its words, and what it is linked to.

use super::stage::{Stage, after_the_morning, hides, shows};

/// The morning, with the shortcoming selected in the list.
pub(crate) fn at_the_shortcoming() -> Stage {
    let mut stage = after_the_morning();
    stage.app.press("Esc g Down Down Down Down Down Down");
    stage
}

#[test]
fn the_details_of_a_shortcoming_are_typed_and_shown() {
    let mut stage = at_the_shortcoming();
    stage.app.press("D");
    shows(&stage.app, &["Chi tiết: hạn chế, khuyết điểm", "Mức độ", "nghiêm trọng", "Danh sách riêng (không in)"]);
    hides(&stage.app, "Tên mô hình");
    stage.app.press("Tab Tab").write("xây dựng Đảng").press("Tab").write("xã Hòa Phong").press("Tab").write("pho");
    stage.app.press("Tab").write("chi bộ Trạm Y tế; chi bộ Trường THCS Yên Thủy").press("Ctrl+S");
    shows(&stage.app, &["phổ biến · xây dựng Đảng · xã Hòa Phong", "⊘ danh sách riêng (không in): chi bộ Trạm Y tế"]);
    stage.app.press("u");
    hides(&stage.app, "phổ biến");
    stage.app.press("Ctrl+R");
    shows(&stage.app, &["phổ biến · xây dựng Đảng · xã Hòa Phong"]);
}

#[test]
fn a_topic_is_chosen_among_those_used_or_typed_anew() {
    let mut stage = at_the_shortcoming();
    stage.app.press("D Tab Tab").write("đánh giá cán bộ").press("Ctrl+S");
    shows(&stage.app, &["đánh giá cán bộ"]);
    stage.app.press("Down D").write("danh").press("Right Ctrl+S");
    shows(&stage.app, &["đánh giá cán bộ"]);
    stage.app.press("Down D");
    stage.app.press("Tab Tab Tab Tab").write("số hóa hồ sơ").press("Ctrl+S");
    shows(&stage.app, &["số hóa hồ sơ"]);
}

#[test]
fn what_an_entry_said_as_another_kind_stays_in_its_form() {
    let mut stage = at_the_shortcoming();
    stage.app.press("Down D");
    hides(&stage.app, "Mức độ");
    stage.app.press("Esc Up t Down Down Enter D");
    shows(&stage.app, &["Chi tiết: nguyên nhân khách quan", "Mức độ"]);
}

#[test]
fn an_unfinished_details_form_outlives_a_crash() {
    let mut stage = at_the_shortcoming();
    stage.app.press("D Tab Tab").write("đất đai").press("Tab").write("De\u{302}\u{323}").wait(400);
    let mut stage = stage.killed_and_started_again();
    stage.app.press("Enter g Enter Esc g Down Down Down Down Down Down D");
    shows(&stage.app, &["Khôi phục nội dung nhập dở", "đất đai", "Dệ"]);
}

#[test]
fn a_closed_visit_takes_no_details() {
    let mut stage = at_the_shortcoming();
    stage.at("11:05").press("c Enter Ctrl+S D");
    shows(&stage.app, &["Nhấn o để mở lại kèm lý do"]);
    hides(&stage.app, "Chi tiết:");
}

#[test]
fn the_chain_of_a_shortcoming_shows_what_it_has_and_what_it_lacks() {
    let mut stage = at_the_shortcoming();
    stage.app.press("l");
    shows(
        &stage.app,
        &[
            "Liên kết: Hạn chế 1",
            "tự phê bình và phê bình còn nể nang",
            "── Nguyên nhân",
            "chủ quan         kiểm tra, giám sát chưa thường xuyên · Hoàng Văn Em",
            "── Trách nhiệm",
            "⚠ chưa có",
            "kiểm điểm trách nhiệm về xếp loại · Ban Thường vụ · h",
            "── Ý kiến của đơn vị",
        ],
    );
}

#[test]
fn what_is_missing_is_written_right_there() {
    let mut stage = at_the_shortcoming();
    let app = &mut stage.app;
    app.press("l Down n");
    shows(app, &["Trách nhiệm", "› /tn"]);
    app.write("tập thể Ban Thường vụ Huyện ủy").press("Enter");
    shows(app, &["▸ (chưa rõ)        tập thể Ban Thường vụ Huyện ủy"]);
    app.press("D").write("tap").press("Ctrl+S");
    shows(app, &["▸ Tập thể          tập thể Ban Thường vụ Huyện ủy"]);
    // The unit's position: written, then turned by one key.
    app.press("Down Down p");
    shows(app, &["› /gt"]);
    app.write("tiếp thu ý kiến của Đoàn").press("Enter p");
    shows(app, &["▸ Tiếp thu         tiếp thu ý kiến của Đoàn"]);
    app.press("p");
    shows(app, &["▸ Giải trình       tiếp thu ý kiến của Đoàn"]);
    app.press("u");
    shows(app, &["Tiếp thu         tiếp thu ý kiến của Đoàn"]);
    hides(app, "chưa có");
    // Its words are corrected without leaving.
    app.press("e").write(" về xếp loại").press("Enter");
    shows(app, &["tiếp thu ý kiến của Đoàn về xếp loại"]);
}

#[test]
fn links_are_made_and_taken_away_from_both_ends() {
    let mut stage = after_the_morning();
    let app = &mut stage.app;
    app.write("-- xếp loại chạy theo thành tích #II.4").press("Enter Esc l");
    shows(app, &["Liên kết: Hạn chế 2", "⚠ chưa có"]);
    app.press("a");
    shows(app, &["Nối với: Hạn chế 2", "[ ] Giải trình", "[ ] NN chủ quan", "[ ] Đề nghị"]);
    // The part that is missing where one stands comes first.
    app.press("Enter");
    shows(app, &["▸ [x] NN chủ quan"]);
    app.press("Esc");
    shows(app, &["Hoàng Văn Em · cũng\n                    của hạn chế 1"]);
    // From the cause: both faults.
    app.press("Enter");
    shows(app, &["Liên kết: Nguyên nhân chủ quan", "── Thuộc về", "Hạn chế 1", "Hạn chế 2"]);
    app.press("Down d");
    hides(app, "Hạn chế 2");
    app.press("u");
    shows(app, &["Hạn chế 2"]);
    // Over the faults, one after the other.
    app.press("g Enter");
    shows(app, &["Liên kết: Hạn chế 1"]);
    app.press("Right");
    shows(app, &["Liên kết: Hạn chế 2"]);
    app.press("PageUp");
    shows(app, &["Liên kết: Hạn chế 1"]);
}

#[test]
fn a_line_begun_in_the_chain_outlives_a_crash() {
    let mut stage = at_the_shortcoming();
    stage.app.press("l Down n").write("Đo\u{302}\u{300}ng chi\u{301} Bí thư").wait(400);
    let mut stage = stage.killed_and_started_again();
    stage.app.press("r");
    shows(&stage.app, &["› /tn Đồng chí Bí thư ^"]);
    stage.app.press("Enter Esc g Down Down Down Down Down Down l");
    shows(&stage.app, &["Đồng chí Bí thư"]);
}

#[test]
fn a_closed_visit_shows_its_chain_and_changes_nothing() {
    let mut stage = at_the_shortcoming();
    stage.at("11:05").press("c Enter Ctrl+S l");
    shows(&stage.app, &["Liên kết: Hạn chế 1"]);
    for key in ["n", "a", "d", "p", "e", "D"] {
        stage.app.press(key);
        shows(&stage.app, &["Liên kết: Hạn chế 1", "không sửa được liên kết"]);
    }
}

#[test]
fn a_phrase_typed_before_is_taken_up_and_the_marks_stay() {
    let mut stage = after_the_morning();
    let app = &mut stage.app;
    app.write("~c kiem @Hải").press("Ctrl+F");
    shows(app, &["Câu đã dùng", "▸ NN chủ quan   kiểm tra, giám sát chưa thường xuyên", "Đề nghị"]);
    app.press("Esc");
    shows(app, &["› ~c kiem @Hải"]);
    app.press("Ctrl+F Enter");
    shows(app, &["› ~c kiểm tra, giám sát chưa thường xuyên @Hải"]);
    app.press("Ctrl+U").write("~c không có chữ nào").press("Ctrl+F");
    shows(app, &["Chưa có câu nào đã dùng khớp"]);
}

#[test]
fn a_phrase_with_a_private_name_is_never_proposed() {
    let mut stage = at_the_shortcoming();
    stage.app.press("D Tab Tab Tab Tab Tab").write("chi bộ Trạm Y tế").press("Ctrl+S i");
    stage.app.write("-- chi bộ trạm y tế chưa sinh hoạt").press("Enter").write("-- chi").press("Ctrl+F");
    hides(&stage.app, "trạm y tế chưa");
}

#[test]
fn going_back_leads_to_the_shortcoming_that_one_came_from() {
    let mut stage = at_the_shortcoming();
    stage.app.press("l");
    shows(&stage.app, &["Liên kết: Hạn chế 1"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Liên kết: Nguyên nhân chủ quan", "Thuộc về"]);
    stage.app.press("Esc");
    shows(&stage.app, &["Liên kết: Hạn chế 1", "▸ chủ quan"]);
    stage.app.press("Esc");
    shows(&stage.app, &["Dòng ghi"]);
}

#[test]
fn what_is_left_open_in_a_chain_names_the_key_that_says_it() {
    let mut stage = at_the_shortcoming();
    stage.app.press("l Down n").write("tập thể Ban Thường vụ Huyện ủy").press("Enter");
    shows(&stage.app, &["(chưa rõ)", "D: tập thể, cá nhân hay"]);
    stage.app.press("D").write("tap").press("Ctrl+S");
    hides(&stage.app, "D: tập thể");
    stage.app.press("G n").write("tiếp thu ý kiến của Đoàn").press("Enter");
    shows(&stage.app, &["(chưa rõ)", "p: tiếp thu, giải trình"]);
    stage.app.press("p");
    hides(&stage.app, "p: tiếp thu, giải trình");
}
