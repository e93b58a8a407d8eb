//! The mouse, for those who want it: a click selects, the wheel scrolls, and nothing is done that a key would not do.

use bienban::tui::testing::App;
use crossterm::event::{MouseButton, MouseEventKind};

use super::snapshots::screens;
use super::stage::{after_the_morning, empty, hides, shows, with_a_visit};

const CLICK: MouseEventKind = MouseEventKind::Down(MouseButton::Left);

fn with_the_mouse(app: &mut App) -> &mut App {
    app.press("Ctrl+P").write("chuot").press("Enter");
    shows(app, &["Đã bật chuột"]);
    app
}

#[test]
fn the_mouse_is_off_until_somebody_wants_it_and_can_be_turned_off_again() {
    let mut stage = with_a_visit();
    let before = stage.app.screen();
    assert_eq!(stage.app.click("Trần Thị Bình").screen(), before);
    with_the_mouse(&mut stage.app).click("Trần Thị Bình");
    shows(&stage.app, &["▸ Trần Thị Bình"]);
    stage.app.press("Ctrl+P").write("chuot").press("Enter");
    shows(&stage.app, &["Đã tắt chuột"]);
    stage.app.click("Nguyễn Văn An");
    shows(&stage.app, &["▸ Trần Thị Bình"]);
}

/// What a terminal calls column 0 reaches the program as the last number there is.
#[test]
fn a_click_beyond_the_window_means_nothing() {
    let mut stage = with_a_visit();
    with_the_mouse(&mut stage.app).press("Down");
    let before = stage.app.screen();
    for (column, row) in [(u16::MAX, 4), (4, u16::MAX), (u16::MAX, u16::MAX)] {
        assert_eq!(stage.app.point(CLICK, column, row).screen(), before, "{column}, {row}");
    }
}

#[test]
fn a_click_selects_a_row_of_either_list_side_by_side_and_a_field() {
    let mut stage = with_a_visit();
    with_the_mouse(stage.app.resize(160, 40));
    for name in ["Phạm Quốc Dũng", "19/3/2026", "Trần Thị Bình", "Phạm Quốc Dũng"] {
        stage.app.click(name);
        let screen = stage.app.screen();
        let row = screen.lines().find(|line| line.contains(name)).unwrap();
        assert!(row.split(name).next().unwrap().trim_end().ends_with('▸'), "{screen}");
    }
    stage.app.press("e").click("Vai trò");
    shows(&stage.app, &["▸ Vai trò"]);
    stage.app.click("Chức vụ");
    shows(&stage.app, &["▸ Chức vụ"]);
}

#[test]
fn a_click_on_an_entry_leaves_the_line_as_it_is_and_one_on_the_line_comes_back_to_it() {
    let mut stage = after_the_morning();
    with_the_mouse(&mut stage.app).write("-- còn dở").click("tự phê bình và phê bình");
    let screen = stage.app.screen();
    let row = screen.lines().find(|line| line.contains("tự phê bình và phê bình")).unwrap();
    assert!(row.trim_start().starts_with('▸'), "{screen}");
    shows(&stage.app, &["-- còn dở"]);
    stage.app.click("-- còn dở").write(" thêm");
    shows(&stage.app, &["› -- còn dở thêm"]);
}

#[test]
fn the_wheel_scrolls_and_a_click_on_a_hint_does_what_its_key_does() {
    let mut stage = after_the_morning();
    with_the_mouse(stage.app.press("Esc g"));
    stage.app.point(MouseEventKind::ScrollDown, 10, 10);
    let row = |app: &App| app.screen().lines().find(|line| line.trim_start().starts_with('▸')).unwrap().to_owned();
    assert!(row(&stage.app).contains("8:58"), "{}", stage.app.screen());
    stage.app.point(MouseEventKind::ScrollUp, 10, 10);
    assert!(row(&stage.app).contains("8:05"), "{}", stage.app.screen());
    stage.app.click("F1 Trợ giúp");
    shows(&stage.app, &["Ở màn hình này"]);
}

#[test]
fn a_click_on_nothing_changes_nothing() {
    let mut stage = empty();
    with_the_mouse(stage.app.press("n")).write("Tỉnh ủy");
    stage.app.wait(9_000);
    let before = stage.app.screen();
    for (column, row) in [(0, 0), (79, 0), (0, 22), (200, 200), (0, 21)] {
        assert_eq!(stage.app.point(CLICK, column, row).screen(), before, "{column}, {row}");
    }
    hides(&stage.app, "▸ ▸");
}

#[test]
fn no_click_anywhere_on_any_screen_harms() {
    let mut chance: u32 = 7;
    let mut throw = |below: u16| {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u16::try_from(chance >> 16).unwrap() % below
    };
    for (_, given) in screens() {
        let mut stage = given();
        stage.app.use_mouse();
        for size in [(80, 24), (throw(240), throw(60))] {
            stage.app.resize(size.0, size.1);
            for kind in [CLICK, MouseEventKind::ScrollDown, CLICK, CLICK] {
                let _ = stage.app.point(kind, throw(size.0 + 2), throw(size.1 + 2)).draw();
            }
        }
    }
}
