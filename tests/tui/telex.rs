//! The built-in Vietnamese typing, by keys, in every field; and input methods outside the program, which need none of it.

use bienban::typing::Choice;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::stage::{Stage, hides, shows, with_an_open_visit};

fn typing(choice: Choice) -> Stage {
    let mut stage = with_an_open_visit();
    stage.app.remember(choice);
    stage
}

#[test]
fn words_are_composed_as_they_are_typed_in_the_capture_line() {
    let mut stage = typing(Choice::Telex);
    stage.app.write("-- Chi booj Nhaf truwowngf chuwa kieerm ddieemr theo 08-QDDi/TW");
    shows(&stage.app, &["› -- Chi bộ Nhà trường chưa kiểm điểm theo 08-QĐi/TW", "Gõ: Telex"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Hạn chế", "Chi bộ Nhà trường chưa kiểm điểm theo 08-QĐi/TW"]);
    stage.app.press("F9").write("d9a3ng vie6n HD9ND 84/2025/QH15 ");
    shows(&stage.app, &["Gõ: VNI", "› đảng viên HĐND 84/2025/QH15"]);
    stage.app.press("F9").write("ddieemr");
    shows(&stage.app, &["Gõ: tắt", "QH15 ddieemr"]);
}

#[test]
fn marks_of_the_capture_line_stay_what_they_are() {
    let mut stage = typing(Choice::Telex);
    stage.app.write(">> kieerm ddieemr @\"Ban Thuwowngf vuj\" <30/4 ^");
    shows(&stage.app, &["› >> kiểm điểm @\"Ban Thường vụ\" <30/4 ^", "hạn 30/4/2026"]);
}

#[test]
fn every_field_takes_vietnamese() {
    let mut stage = typing(Choice::Telex);
    stage.app.press("Esc a n").write("Nguyeenx Vawn DDoong").press("Ctrl+S");
    shows(&stage.app, &["✓ Nguyễn Văn Đông"]);
    stage.app.press("Esc Esc").press("y n").write("Ddoanf lafm vieecj").press("Ctrl+S");
    shows(&stage.app, &["Đoàn làm việc"]);
}

#[test]
fn a_field_that_is_filled_in_is_typed_over() {
    let mut stage = typing(Choice::Telex);
    stage.app.press("Esc a n").write("Traanf Vawn B").press("Ctrl+S e").write("DDoox Thij C").press("Ctrl+S");
    shows(&stage.app, &["✓ Đỗ Thị C"]);
    hides(&stage.app, "Trần Văn B");
}

#[test]
fn a_choice_is_found_by_the_letters_typed() {
    let mut stage = typing(Choice::Telex);
    stage.app.press("Esc a n Tab Tab").write("dd");
    hides(&stage.app, "dd");
}

#[test]
fn a_word_is_decided_by_whatever_key_ends_it() {
    for end in ["Enter", "Left", "Home", "Alt+Enter"] {
        let mut stage = typing(Choice::Telex);
        stage.app.write("ddi meet");
        shows(&stage.app, &["› đi mêt"]);
        stage.app.press(end);
        shows(&stage.app, &["đi meet"]);
    }
    let mut stage = typing(Choice::Telex);
    stage.app.write("ddi meet").paste("ing");
    shows(&stage.app, &["› đi meeting"]);
}

#[test]
fn ctrl_z_gives_the_keys_back_and_suspends_when_there_are_none() {
    let mut stage = typing(Choice::Telex);
    stage.app.write("banhs tets ").press("Ctrl+Z");
    shows(&stage.app, &["› bánh tets"]);
    assert_eq!(stage.app.suspended(), 0);
    stage.app.press("Ctrl+Z");
    assert_eq!(stage.app.suspended(), 1);
    stage.app.write("tets").press("Ctrl+Z").write("x");
    shows(&stage.app, &["› bánh tets tetsx"]);
}

#[test]
fn backspace_leaves_a_word_that_can_be_typed_on() {
    let mut stage = typing(Choice::Telex);
    stage.app.write("tieesng⌫⌫n tieengs⌫⌫⌫⌫").press("Ctrl+H").write("vieetj");
    shows(&stage.app, &["› tiến việt"]);
    stage.app.press("Home End Ctrl+W Backspace").write("boos");
    shows(&stage.app, &["› tiếnboos"]);
}

#[test]
fn a_paste_and_a_burst_are_taken_as_they_come() {
    let mut stage = typing(Choice::Telex);
    stage.app.paste("as tieengs ").burst("report class as ".chars().map(letter)).write("as");
    shows(&stage.app, &["› as tieengs report class as á"]);
}

#[test]
fn an_outside_input_method_is_heard_and_ours_steps_aside() {
    let mut stage = typing(Choice::Telex);
    stage.app.write("Tieê⌫⌫ế");
    shows(&stage.app, &["› Tiế", "Đang có bộ gõ ngoài", "bật lại", "Gõ: bộ gõ ngoài"]);
    stage.app.write("ng as");
    shows(&stage.app, &["› Tiếng as"]);
    stage.app.press("F9").write(" as");
    shows(&stage.app, &["› Tiếng as á", "Gõ: Telex"]);
    stage.app.write(" à as");
    shows(&stage.app, &["› Tiếng as á à á", "Gõ: Telex"]);
}

#[test]
fn pasted_letters_are_no_input_method() {
    let mut stage = typing(Choice::Telex);
    stage.app.paste("Tiếng Việt ").burst("Đoàn kiểm tra ".chars().map(letter)).write("as");
    shows(&stage.app, &["› Tiếng Việt Đoàn kiểm tra á", "Gõ: Telex"]);
}

fn letter(letter: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)
}
