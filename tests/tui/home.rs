//! The first screen: what waits now, where its rows lead, and that nothing moves under the selection.

use std::path::Path;

use bienban::demo;
use bienban::tui::testing::App;

use super::stage::{Stage, empty, hides, shows, with_a_visit};

/// The demonstration store, before its figures are known.
pub(crate) fn with_the_demonstration() -> Stage {
    let Stage { app, clock, folder } = empty();
    let store = folder.path().join("demo");
    let today = bienban::clock::Clock::now(clock.as_ref());
    demo::prepare_on(&store, today).unwrap();
    app.close().unwrap();
    clock.set(today);
    let app = open(&store, &clock);
    Stage { app, clock, folder }
}

fn open(store: &Path, clock: &std::sync::Arc<bienban::clock::ScriptedClock>) -> App {
    App::open(store, clock.clone(), (80, 24)).unwrap()
}

/// The row that is selected.
fn selected(app: &App) -> String {
    let screen = app.screen();
    screen.lines().find_map(|line| line.split_once('▸')).map(|(_, row)| row.trim().to_owned()).unwrap_or_default()
}

#[test]
fn figures_come_when_they_are_known_and_leave_the_selection_where_it_was() {
    let mut stage = with_the_demonstration();
    shows(&stage.app, &["── Buổi làm việc", "Kiến nghị, đề nghị còn mở: đang đếm…", "── Các đoàn"]);
    stage.app.press("G");
    let before = selected(&stage.app);
    stage.app.wait(600);
    hides(&stage.app, "đang đếm");
    shows(&stage.app, &["── Kiến nghị, đề nghị còn mở: 5", "3 còn mở"]);
    assert_eq!(selected(&stage.app), before);
}

#[test]
fn a_visit_of_today_is_selected_first_and_one_key_away() {
    let mut stage = with_a_visit();
    stage.app.press("n").write("thach khe").press("Tab").write("24/3/2026").press("Ctrl+S");
    let mut stage = stage.killed_and_started_again();
    assert!(selected(&stage.app).starts_with("hôm nay    Huyện ủy Thạch Khê · 412-QĐ/TU"), "{}", stage.app.screen());
    shows(&stage.app, &["T3 24/3    Huyện ủy Thạch Khê"]);
    stage.app.press("Enter");
    shows(&stage.app, &["Huyện ủy Thạch Khê, 19/3/2026 · Dự kiến"]);
    stage.app.press("q j Enter");
    shows(&stage.app, &["Huyện ủy Thạch Khê, 24/3/2026 · Dự kiến"]);
    stage.app.press("q");
    assert!(selected(&stage.app).contains("24/3"), "coming back finds the row that was left");
}

#[test]
fn late_documents_lead_to_the_documents_of_their_visit() {
    let mut stage = with_a_visit();
    stage.app.press("g Enter m n").write("Báo cáo").press("Tab").write("218-BC/HU").press("Ctrl+S q q q");
    shows(&stage.app, &["── Tài liệu đơn vị chưa gửi", "1 chậm, hạn T6 13/3 · Báo cáo 218-BC/HU"]);
    stage.app.press("g Tab Enter");
    shows(&stage.app, &["Tài liệu · Huyện ủy Thạch Khê, 19/3/2026"]);
    stage.app.press("r q");
    hides(&stage.app, "Tài liệu đơn vị chưa gửi");
}

#[test]
fn a_unit_leads_to_its_open_recommendations() {
    let mut stage = with_the_demonstration();
    stage.app.wait(600);
    stage.app.press("g Tab");
    while !selected(&stage.app).contains("còn mở") {
        stage.app.press("Down");
    }
    let selected = selected(&stage.app);
    assert!(selected.starts_with("Huyện ủy Thạch Khê") && selected.ends_with("3 còn mở"), "{selected}");
    stage.app.press("Enter");
    shows(&stage.app, &["Huyện ủy Thạch Khê", "riêng đơn vị này", "3 việc đang theo dõi"]);
}

#[test]
fn parts_are_gone_through_by_one_key_and_delegation_keys_say_when_they_do_not_apply() {
    let mut stage = with_the_demonstration();
    stage.app.wait(600).press("g");
    let first = selected(&stage.app);
    stage.app.press("e");
    shows(&stage.app, &["Phím này dùng cho Đoàn"]);
    let mut seen = vec![first.clone()];
    for _ in 0..6 {
        stage.app.press("Tab");
        let row = selected(&stage.app);
        if row == first {
            break;
        }
        seen.push(row);
    }
    assert!((3..=4).contains(&seen.len()), "{seen:?}");
    stage.app.press("BackTab");
    assert_eq!(Some(&selected(&stage.app)), seen.last());
}

#[test]
fn a_backup_that_could_not_be_made_is_told_until_there_is_one() {
    let mut stage = with_a_visit();
    stage.app.press("q");
    let place = stage.data().join("backups");
    std::fs::write(&place, "in the way").unwrap();
    stage.app.back_up_ahead().press("Esc");
    shows(&stage.app, &["! Chưa sao lưu tự động được lần nào. Để sao lưu ngay: B"]);
    stage.app.press("B Ctrl+U").write(&stage.folder.path().display().to_string()).press("Ctrl+S");
    hides(&stage.app, "Để sao lưu ngay");

    std::fs::remove_file(&place).unwrap();
    stage.app.back_up_ahead().press("Esc");
    hides(&stage.app, "Để sao lưu ngay");
    let made = std::fs::read_dir(&place).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let made = made.into_iter().find(|name| name.contains("2026-03-19")).unwrap();
    stage.clock.set(chrono::DateTime::parse_from_rfc3339("2026-03-27T08:00:00+07:00").unwrap());
    std::fs::create_dir(place.join(made.replace("2026-03-19", "2026-03-27"))).unwrap();
    stage.app.press("v n").write("Xã Mới").press("Ctrl+S q").back_up_ahead().press("Esc");
    shows(&stage.app, &["! Chưa sao lưu tự động được. Bản gần nhất: ngày 19/3/2026,"]);
}
