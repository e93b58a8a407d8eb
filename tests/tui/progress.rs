//! What takes long says how far it is, and Esc stops that alone.

use bienban::session::{Error, Long, Progress, StoreError};

use super::stage::{hides, shows, with_a_visit};

const HALFWAY: Progress = Progress { long: Long::Reading, done: 60_000, of: 120_000, is_over: false };

#[test]
fn a_long_reading_says_how_far_it_is_and_esc_stops_it_without_leaving_the_screen() {
    let mut stage = with_a_visit();
    let title = stage.app.screen().lines().next().unwrap().to_owned();
    stage.app.progress(HALFWAY);
    shows(&stage.app, &["Đang đọc toàn bộ dữ liệu: 50 % · Esc dừng"]);
    stage.app.press("Esc");
    assert_eq!(stage.app.stops(), 1);
    assert_eq!(stage.app.screen().lines().next().unwrap(), title);
    stage.app.progress(Progress { is_over: true, ..HALFWAY });
    hides(&stage.app, "Esc dừng");
    stage.app.press("Esc");
    assert_eq!(stage.app.stops(), 1);
    shows(&stage.app, &["Các đoàn"]);
}

#[test]
fn what_is_not_known_to_have_an_end_is_counted() {
    let mut stage = with_a_visit();
    stage.app.progress(Progress { long: Long::Copying, done: 42, of: 0, is_over: false });
    shows(&stage.app, &["Đang sao giữ dữ liệu trước khi mở: 42 · Esc dừng"]);
}

#[test]
fn what_was_stopped_is_said_and_nothing_is_saved() {
    let mut stage = with_a_visit();
    stage.app.refuse(Error::Store(StoreError::Stopped)).press("m").write("Người Mới").press("Ctrl+S");
    shows(&stage.app, &["Đã dừng theo yêu cầu; dữ liệu vẫn như trước.", "Người Mới"]);
}
