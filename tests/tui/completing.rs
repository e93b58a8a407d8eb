//! Completion of the capture line: seen beside it, taken over by one key, never in the way of typing.

use proptest::prelude::*;

use super::stage::{Stage, after_the_morning, hides, shows};

#[test]
fn one_key_takes_over_a_person_a_unit_a_criterion_a_document_and_a_phrase() {
    let mut stage = after_the_morning();
    for (typed, proposed, line) in [
        ("báo cáo @gian", "Tab: Vũ Thị Giang", "› báo cáo @\"Vũ Thị Giang\""),
        ("làm việc với huyen uy", "Tab: Huyện ủy Thạch Khê", "› làm việc với Huyện ủy Thạch Khê"),
        ("-- còn nể nang #i.", "Tab: I.1 ", "› -- còn nể nang #I.1"),
        ("theo 04", "Tab: 04-NQ/TW", "› theo 04-NQ/TW"),
        ("~c kiem tra", "Tab: kiểm tra, giám sát chưa thường xuyên", "› ~c kiểm tra, giám sát chưa thường xuyên"),
    ] {
        stage.app.write(typed);
        shows(&stage.app, &[proposed]);
        stage.app.press("Tab");
        shows(&stage.app, &[line]);
        stage.app.press("Ctrl+U");
    }
}

#[test]
fn the_key_again_takes_the_next_one_and_at_last_what_was_typed() {
    let mut stage = after_the_morning();
    stage.app.write("@th");
    shows(&stage.app, &["Tab: Trần Thị Bình · Vũ Thị Giang"]);
    let mut seen = Vec::new();
    for _ in 0..12 {
        stage.app.press("Tab");
        let screen = stage.app.screen();
        let line = screen.lines().find(|line| line.trim_start().starts_with('›')).unwrap().trim().to_owned();
        if line == "› @th" {
            assert!(seen.len() > 1 && seen.contains(&"› @\"Vũ Thị Giang\"".to_owned()), "{seen:?}");
            return;
        }
        seen.push(line);
    }
    panic!("what was typed did not come back: {seen:?}");
}

#[test]
fn a_completed_line_is_saved_as_it_stands() {
    let mut stage = after_the_morning();
    stage.app.write("báo cáo thêm @gian").press("Tab Enter");
    shows(&stage.app, &["Đã lưu.", "báo cáo thêm", "Vũ Thị Giang"]);
}

#[test]
fn nothing_is_proposed_in_the_middle_of_a_line_or_in_the_list() {
    let mut stage = after_the_morning();
    stage.app.write("làm việc với huyen uy").press("Left");
    hides(&stage.app, "Tab: ");
    stage.app.press("Tab");
    shows(&stage.app, &["› làm việc với huyen uy"]);
    stage.app.press("End Esc");
    hides(&stage.app, "Tab: ");
}

#[test]
fn a_name_of_a_private_list_is_never_proposed() {
    let mut stage = after_the_morning();
    stage.app.write("-- một số chi bộ còn nể nang").press("Enter Esc D");
    stage.app.press("Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab");
    let at_private = |stage: &mut Stage| stage.app.screen().lines().any(|line| line.contains("▸ Danh sách riêng"));
    for _ in 0..20 {
        if at_private(&mut stage) {
            break;
        }
        stage.app.press("Tab");
    }
    stage.app.write("chi bộ Trạm Y tế").press("Ctrl+S i");
    stage.app.write("chi bộ Trạm Y tế đã họp kiểm điểm").press("Enter").write("chi bộ T");
    hides(&stage.app, "Tab: ");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn typing_without_the_key_gives_exactly_what_was_typed(words in prop::collection::vec(
        prop::sample::select(vec![
            "@", "@em", "@\"huyện", "#", "#i", "04", "kiem", "tra", "kiểm", "huyen", "uy", "--", "~c", "<30/4", "đồng", "chí",
            "hoang", "^", "!2", "ự", "/kl", "\\@em",
        ]),
        1..8,
    )) {
        let mut stage = after_the_morning();
        let text = words.join(" ");
        stage.app.write(&text);
        let screen = stage.app.screen();
        let line = screen.lines().find(|line| line.trim_start().starts_with('›')).unwrap().trim();
        prop_assert_eq!(line, format!("› {text}"));
    }
}
