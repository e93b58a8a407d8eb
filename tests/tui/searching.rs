//! Everything found as it is typed, and gone to.

use bienban::typing::Choice;

use super::stage::{after_the_morning, hides, shows, with_a_visit, with_an_open_visit};

#[test]
fn what_is_typed_is_found_letter_by_letter_with_the_place_it_belongs_to() {
    let mut stage = with_a_visit();
    stage.app.press("/");
    shows(&stage.app, &["Tìm kiếm", "Bộ lọc: loai:hc", "Ví dụ: loai:hc don-vi:\"Thạch Khê\" qua-han"]);
    stage.app.write("tha");
    shows(&stage.app, &["▸ ", "Thạch Khê"]);
    hides(&stage.app, "Ví dụ");
    stage.app.write("zz");
    shows(&stage.app, &["Không tìm thấy gì"]);
    stage.app.press("Ctrl+U");
    shows(&stage.app, &["Ví dụ"]);
}

#[test]
fn filters_narrow_it_and_what_is_no_filter_is_told() {
    let mut stage = after_the_morning();
    stage.app.press("Ctrl+G").write("loai:hc");
    shows(
        &stage.app,
        &["1 kết quả.", "▸ Hạn chế  Huyện ủy Thạch Khê, 19/3/2026", "tự phê bình và phê bình còn nể nang"],
    );
    stage.app.write(" mau:xanh");
    shows(&stage.app, &["Không có bộ lọc “mau”", "Không tìm thấy gì"]);
}

#[test]
fn enter_goes_where_a_find_belongs_and_esc_comes_back_to_what_was_typed() {
    for (typed, told, leave) in [
        ("loai:hc ne nang", "▸✓  9:26 Hạn chế", "Esc"),
        ("loai:buoi", "Huyện ủy Thạch Khê, 19/3/2026 · ●", "Esc Esc"),
        ("loai:doan", "── Thành viên Đoàn", "Esc"),
        ("loai:nguoi tran thi binh", "▸ ✓ Trần Thị Bình", "Esc"),
        ("loai:nguoi hoang van em", "▸ ✓ Hoàng Văn Em", "Esc"),
        ("loai:don-vi huyen uy", "▸ ", "Esc"),
        ("loai:van-ban", "Sổ văn bản căn cứ", "Esc"),
    ] {
        let mut stage = after_the_morning();
        stage.app.press("Esc q /").write(typed).press("Enter");
        hides(&stage.app, typed);
        shows(&stage.app, &[told]);
        stage.app.press(leave);
        shows(&stage.app, &["Tìm kiếm", typed, "▸ "]);
    }
}

#[test]
fn a_half_typed_line_waits_and_is_not_typed_twice() {
    let mut stage = with_an_open_visit();
    stage.app.write("-- thu chi").press("Ctrl+G").write("loai:buoi").press("Esc");
    shows(&stage.app, &["› -- thu chi"]);
    // The same visit lies over itself; what is stored there is no longer typed here.
    stage.app.press("Ctrl+G").write("loai:buoi").press("Enter");
    shows(&stage.app, &["› -- thu chi"]);
    stage.app.write(" chưa rõ").press("Enter Esc Esc Esc");
    shows(&stage.app, &["thu chi chưa rõ"]);
    hides(&stage.app, "› -- thu chi");
    stage.app.press("Enter Esc");
    let screen = stage.app.screen();
    assert_eq!(screen.matches("thu chi").count(), 1, "{screen}");
}

#[test]
fn letters_never_wait_and_only_the_answer_to_the_last_ones_is_shown() {
    let mut stage = after_the_morning();
    stage.app.press("Ctrl+G").write("xep loai");
    stage.app.hold().press("Ctrl+U").write("ne nang");
    shows(&stage.app, &["› ne nang"]);
    // Enter waits for what was typed, whatever is still shown.
    stage.app.press("Enter").release();
    shows(&stage.app, &["▸✓  9:26 Hạn chế"]);
}

#[test]
fn a_slash_stays_the_filter_of_the_register_and_text_in_the_line() {
    let mut stage = after_the_morning();
    stage.app.write("/");
    shows(&stage.app, &["› /"]);
    stage.app.press("Backspace Esc q f /");
    hides(&stage.app, "Tìm kiếm");
    stage.app.press("Esc Ctrl+G");
    shows(&stage.app, &["Bộ lọc: loai:hc"]);
}

#[test]
fn a_search_is_kept_under_a_name_chosen_again_and_dropped() {
    let mut stage = after_the_morning();
    stage.app.press("Ctrl+G");
    shows(&stage.app, &["Ctrl+S giữ bộ lọc đang gõ"]);
    stage.app.write("loai:hc").press("Ctrl+S").write("Hạn chế");
    shows(&stage.app, &["Tên bộ lọc:", "› Hạn chế"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Đã giữ bộ lọc “Hạn chế”", "1 kết quả."]);
    stage.app.press("Ctrl+U").write("loai:kn").press("Ctrl+S Esc");
    stage.app.press("Ctrl+S Enter Ctrl+U Esc Ctrl+G");
    shows(&stage.app, &["── Bộ lọc đã giữ", "▸ Hạn chế: loai:hc", "  loai:kn"]);
    stage.app.press("Down Enter");
    shows(&stage.app, &["› loai:kn", "▸ Kiến nghị"]);
    stage.app.press("Ctrl+D");
    shows(&stage.app, &["Chỉ bỏ được bộ lọc đã giữ"]);
    stage.app.press("Ctrl+U Ctrl+D");
    shows(&stage.app, &["Đã bỏ bộ lọc “Hạn chế”", "› loai:hc"]);
    stage.app.press("Ctrl+U");
    shows(&stage.app, &["▸ loai:kn"]);
    hides(&stage.app, "Hạn chế: loai:hc");
}

#[test]
fn mistakes_in_the_file_of_kept_searches_are_told_with_their_line() {
    let mut stage = super::stage::empty();
    stage.app.keep_searches("a = \"qua-han\"\nb = 3\n");
    shows(&stage.app, &["searches.toml, dòng 2"]);
    stage.app.press("/");
    shows(&stage.app, &["▸ a: qua-han"]);
}

#[test]
fn every_word_of_a_search_comes_out_as_it_is_meant_whatever_the_typing() {
    let mut wrong = Vec::new();
    let filters = bienban::search::filter_names().iter().flat_map(|filter| filter.names);
    let filters = filters.map(|name| format!("{name}:"));
    let kinds = bienban::search::kind_names().flatten().map(|name| format!("type:{name} "));
    let stages = [
        "is:overdue ",
        "is:open ",
        "is:closed ",
        "overdue ",
        "still-open ",
        "is-closed ",
        "from:3/2026 ",
        "severity:3 ",
    ]
    .map(str::to_owned);
    let words: Vec<String> = filters.chain(kinds).chain(stages).collect();
    for choice in [Choice::Telex, Choice::Vni] {
        let mut stage = with_an_open_visit();
        stage.app.remember(choice).press("Ctrl+G");
        for word in &words {
            stage.app.press("Ctrl+U").write(word);
            let screen = stage.app.screen();
            if !screen.contains(&format!("› {}", word.trim_end())) {
                wrong.push(format!("{choice:?} {word}: {}", screen.lines().nth(1).unwrap_or_default()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Other words are Vietnamese as ever.
    let mut stage = with_an_open_visit();
    stage.app.remember(Choice::Telex).press("Ctrl+G").write("ddor is donvi ");
    shows(&stage.app, &["› đỏ í donvi"]);
}
