//! Everything an input method, a paste or an unusual keyboard may send.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::stage::{hides, shows, with_a_visit, with_an_open_visit};

#[test]
fn every_way_of_typing_gives_the_same_line() {
    for keys in ["Tiếng Việt", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "Tieeng⌫⌫⌫⌫iêng⌫⌫⌫ếng Vieet⌫⌫⌫iêt⌫⌫ệt"]
    {
        let mut stage = with_an_open_visit();
        stage.app.write(keys);
        let (screen, cursor) = stage.app.draw();
        let shown = if keys.contains("Tieeng") { "› Tiiếng Viiệt" } else { "› Tiếng Việt" };
        assert!(screen.contains(shown), "{keys:?}\n{screen}");
        let cells = u16::try_from(shown.chars().count()).unwrap();
        assert_eq!(cursor.unwrap().x, 1 + cells, "the caret stands behind the last letter");
    }
}

#[test]
fn ctrl_h_takes_a_letter_back_and_alt_with_a_letter_types_it() {
    let mut stage = with_an_open_visit();
    stage.app.write("Hieu").press("Ctrl+H Ctrl+H");
    stage.app.key(KeyEvent::new(KeyCode::Char('ệ'), KeyModifiers::ALT)).write("u");
    shows(&stage.app, &["› Hiệu"]);
}

#[test]
fn a_released_key_types_nothing() {
    let mut stage = with_an_open_visit();
    let mut released = KeyEvent::new(KeyCode::Char('x'), KeyModifiers::NONE);
    released.kind = KeyEventKind::Release;
    stage.app.write("a").key(released).write("b");
    shows(&stage.app, &["› ab"]);
}

#[test]
fn a_paste_never_submits() {
    let mut stage = with_an_open_visit();
    stage.app.paste("một\r\nhai\nba\r");
    shows(&stage.app, &["Lưu 3 dòng vừa dán thành 3 mục?", "› một⏎"]);
    stage.app.press("Esc");
    shows(&stage.app, &["Chưa có nội dung nào", "› một⏎"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Ý kiến", "  một\n                               hai\n                               ba\n"]);
}

#[test]
fn a_paste_into_a_form_stays_in_one_field() {
    let mut stage = with_an_open_visit();
    stage.app.press("Esc a n").paste("Trần\nVăn\nB").press("Ctrl+S");
    shows(&stage.app, &["✓ Trần Văn B"]);
}

#[test]
fn a_paste_into_the_list_goes_to_the_capture_line() {
    let mut stage = with_an_open_visit();
    stage.app.press("Esc").paste("dán vào đây");
    shows(&stage.app, &["› dán vào đây"]);
}

#[test]
fn the_caret_walks_by_letters_and_rows() {
    let mut stage = with_an_open_visit();
    stage.app.write("e\u{323}\u{302}漢👩‍🌾").press("Left Left Left").write("x");
    shows(&stage.app, &["› xệ漢"]);
    stage.app.press("End Backspace Backspace Backspace");
    shows(&stage.app, &["› x\n"]);
}

#[test]
fn a_long_line_wraps_by_words_and_scrolls_within_itself() {
    let mut stage = with_an_open_visit();
    let words: Vec<String> = (1..=120).map(|number| format!("từ{number}")).collect();
    stage.app.write(&words.join(" "));
    let (screen, cursor) = stage.app.draw();
    assert!(screen.contains("từ120"), "{screen}");
    assert!(!screen.contains("từ1 "), "the beginning is scrolled away\n{screen}");
    assert!(cursor.is_some());
    for _ in 0..20 {
        stage.app.press("Up");
        if stage.app.screen().contains("› từ1 ") {
            return;
        }
    }
    panic!("the beginning cannot be reached\n{}", stage.app.screen());
}

#[test]
fn what_is_typed_ahead_reaches_the_screen_it_was_meant_for() {
    let mut stage = with_a_visit();
    stage.app.hold().press("g Enter o").write("-- gõ trước").press("Enter").write("dndn").release();
    shows(&stage.app, &["Hạn chế", "gõ trước", "› dndn"]);

    let mut stage = with_an_open_visit();
    for line in ["một", "hai", "ba"] {
        stage.app.write(line).press("Enter");
    }
    stage.app.press("Esc").hold().press("g d Enter d Enter").release();
    hides(&stage.app, "hai");
    shows(&stage.app, &["ba"]);
}

#[test]
fn single_letters_are_commands_only_where_no_text_is_typed() {
    let mut stage = with_an_open_visit();
    stage.app.write("qndutpxaco?");
    shows(&stage.app, &["› qndutpxaco?"]);
}
