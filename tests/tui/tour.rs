//! The guided tour of the demonstration, taken by keys.

use std::sync::Arc;

use bienban::clock::{Clock, ScriptedClock};
use bienban::demo;
use bienban::i18n::Language;
use bienban::tui::testing::App;
use chrono::DateTime;
use tempfile::TempDir;

use super::stage::{Stage, hides, only_markdown, shows, with_a_visit};

/// The demonstration as it is on the first run.
pub(crate) fn demonstration() -> Stage {
    let folder = TempDir::new().unwrap();
    let now = DateTime::parse_from_rfc3339("2026-11-22T09:50:00+07:00").unwrap();
    let clock = Arc::new(ScriptedClock::new(now));
    demo::prepare_on(&folder.path().join("data"), now).unwrap();
    // The story was told by a clock that counted from one too: what is typed now must not take the place of its records.
    for _ in 0..1_000 {
        clock.fresh_id();
    }
    let mut app = App::open(&folder.path().join("data"), clock.clone(), (80, 24)).unwrap();
    app.demonstrate();
    Stage { app, clock, folder }
}

/// Goes to a row by its words.
#[track_caller]
pub(crate) fn until(app: &mut App, key: &str, words: &str) {
    for _ in 0..60 {
        if app.screen().lines().any(|line| line.contains('▸') && line.contains(words)) {
            return;
        }
        app.press(key);
    }
    panic!("{words:?} was never selected\n{}", app.screen());
}

/// What a person does at a step.
type Act = fn(&mut App);

/// Each step: what the panel says, and what is done about it.
const STEPS: [(&str, Act); 12] = [
    ("Làm quen 1/12 · Ctrl+N bỏ qua bước này · Ctrl+X thôi", |app| {
        until(app.press("g"), "Down", "Kiểm tra việc chấp hành");
        app.press("Enter");
    }),
    ("Chọn buổi làm việc có dấu ●", |app| {
        until(app.press("g"), "Down", "● Đang diễn ra");
        app.press("Enter");
    }),
    ("Gõ “++ chi bộ sinh hoạt đúng kỳ” rồi Enter", |app| {
        app.write("++ chi bộ sinh hoạt đúng kỳ").press("Enter");
    }),
    ("Gõ “## 39/3.204 đảng viên, đạt 1,21%”", |app| {
        app.write("## 39/3.204 đảng viên, đạt 1,21%");
        shows(app, &["39/3.204 = 1,22%", "lệch"]);
        app.press("Enter");
    }),
    ("-- hạn chế, @ người nêu, ! mức độ", |app| {
        app.write("-- chưa rà soát hồ sơ @Bình !2").press("Enter");
    }),
    ("~c là nguyên nhân chủ quan", |app| {
        app.write("~c đôn đốc chưa thường xuyên ^").press("Enter");
    }),
    ("đề nghị có người", |app| {
        app.write(">> rà soát xong hồ sơ @\"Ban Tổ chức\" <30/6 ^").press("Enter");
    }),
    ("Làm quen 8/12", |app| {
        shows(app, &["Nhấn Esc để ra danh sách"]);
        app.press("Esc");
        shows(app, &["Nhấn u để lấy lại việc vừa làm, rồi Ctrl+R để làm lại"]);
        app.press("u Ctrl+R");
    }),
    ("Chọn một hạn chế, nhấn l", |app| {
        until(app.press("G"), "Up", "chưa rà soát hồ sơ");
        app.press("l");
        shows(app, &["Liên kết: Hạn chế", "đôn đốc chưa thường xuyên", "rà soát xong hồ sơ"]);
    }),
    ("Làm quen 10/12", |app| {
        shows(app, &["Nhấn Esc để quay lại"]);
        app.press("Esc");
        shows(app, &["Nhấn b xem việc kỳ trước"]);
        app.press("b 1").write("đã rà soát đủ 46 hồ sơ").press("Enter");
    }),
    ("Làm quen 11/12", |app| {
        app.press("Esc");
        shows(app, &["Nhấn w để biết biên bản còn thiếu gì"]);
        app.press("w");
    }),
    ("Làm quen 12/12", |app| {
        app.press("Esc");
        shows(app, &["Nhấn x, Enter ở câu hỏi, rồi Ctrl+S"]);
        app.press("x Enter");
        app.press("Ctrl+S");
    }),
];

#[test]
fn every_step_is_left_by_doing_it_and_the_last_one_leaves_minutes() {
    let mut stage = demonstration();
    for (at, (said, act)) in (1..).zip(STEPS) {
        shows(&stage.app, &[&format!("Làm quen {at}/12"), said]);
        act(&mut stage.app);
    }
    shows(&stage.app, &["Xong phần làm quen", "xuất biên bản ra"]);
    hides(&stage.app, "Làm quen 12/12");
    let minutes = only_markdown(&stage.data());
    assert!(minutes.contains("Đôn đốc chưa thường xuyên") && minutes.contains("Rà soát xong hồ sơ"), "{minutes}");

    // Who has been through it is left alone on the next day, and may take it again.
    stage.app.wait(400);
    let mut stage = stage.killed_and_started_again();
    stage.app.demonstrate();
    hides(&stage.app, "Làm quen");
    stage.app.press("Ctrl+P").write("lam quen").press("Enter");
    shows(&stage.app, &["Làm quen 1/12"]);
}

#[test]
fn what_was_there_before_counts_for_nothing_and_other_keys_do_not_go_on() {
    let mut stage = demonstration();
    (STEPS[0].1)(&mut stage.app);
    (STEPS[1].1)(&mut stage.app);
    shows(&stage.app, &["Làm quen 3/12"]);
    stage.app.write("chỉ là một ý kiến").press("Enter");
    stage.app.press("Esc a q i");
    shows(&stage.app, &["Làm quen 3/12", "Gõ “++"]);
}

#[test]
fn a_step_is_skipped_the_tour_is_ended_and_goes_on_where_it_was_left() {
    let mut stage = demonstration();
    stage.app.press("Ctrl+N Ctrl+N Ctrl+N").wait(400);
    shows(&stage.app, &["Làm quen 4/12", "Nhấn Enter để mở mục đang chọn"]);
    let mut stage = stage.killed_and_started_again();
    stage.app.demonstrate();
    shows(&stage.app, &["Làm quen 4/12"]);
    stage.app.press("Ctrl+X").wait(400);
    shows(&stage.app, &["Đã thôi phần làm quen. Muốn làm lại: Ctrl+P"]);
    let mut stage = stage.killed_and_started_again();
    stage.app.demonstrate();
    hides(&stage.app, "Làm quen");
    stage.app.press("Ctrl+N");
    shows(&stage.app, &["Phần làm quen không mở"]);
}

#[test]
fn a_persons_own_data_have_no_tour() {
    let mut stage = with_a_visit();
    hides(&stage.app, "Làm quen");
    stage.app.press("Ctrl+P").write("lam quen").press("Enter");
    shows(&stage.app, &["Phần làm quen chỉ chạy trên dữ liệu minh họa"]);
}

#[test]
fn the_tour_names_the_keys_in_force_and_speaks_both_languages() {
    let mut stage = demonstration();
    stage.app.rebind("[home]\nopen = \"a\"\n");
    shows(&stage.app, &["nhấn a để mở mục đang chọn"]);
    stage.app.speak(Language::English);
    shows(&stage.app, &["Tour 1/12 · Ctrl+N skips this step · Ctrl+X ends", "a opens what is selected"]);
}

#[test]
fn the_tour_draws_in_every_window_and_never_over_the_screen() {
    let mut stage = demonstration();
    for (at, (_, act)) in (1..).zip(STEPS) {
        super::sizes::sweep(&mut stage.app);
        stage.app.resize(80, 24);
        shows(&stage.app, &[&format!("Làm quen {at}/12")]);
        act(&mut stage.app);
    }
    // What is being typed stays in sight above it.
    let mut stage = demonstration();
    (STEPS[0].1)(&mut stage.app);
    (STEPS[1].1)(&mut stage.app);
    for size in [(80, 24), (60, 14), (200, 60)] {
        stage.app.press("Ctrl+U").resize(size.0, size.1).write("-- nể nang");
        shows(&stage.app, &["› -- nể nang", "Gõ “++ chi bộ"]);
    }
}
