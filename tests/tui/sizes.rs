//! Every screen draws in every window, with every script, without a panic and within the window.

use super::hiding::encrypted;
use super::snapshots::screens;
use super::stage::{empty, shows, with_a_visit, with_an_open_visit};

/// Composed and decomposed Vietnamese, wide letters, emoji of several code points, and a word that no row holds.
const SCRIPTS: [&str; 5] = [
    "Đồng chí Nguyễn Thị Ngọc Ánh, Ủy viên Ban Thường vụ",
    "Ðo\u{302}\u{300}ng chi\u{301} Nguye\u{302}\u{303}n Thi\u{323}",
    "漢字漢字漢字漢字漢字",
    "👩‍👩‍👧‍👦🇻🇳❤️",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
];

pub(crate) fn sweep(app: &mut bienban::tui::testing::App) {
    for columns in [0, 1, 2, 5, 10, 39, 40, 41, 60, 79, 80, 81, 120, 139, 142, 200, 240] {
        for rows in [0, 1, 2, 3, 9, 10, 11, 12, 15, 24, 25, 40, 60] {
            app.resize(columns, rows);
            let (text, cursor) = app.draw();
            assert!(!text.contains('⟨'), "a key is not put in: {text}");
            if let Some(cursor) = cursor {
                assert!(cursor.x < columns.max(1) && cursor.y < rows.max(1), "{cursor:?} outside {columns}×{rows}");
            }
        }
    }
}

#[test]
fn every_screen_draws_in_every_window() {
    for (_, given) in screens() {
        sweep(&mut given().app);
    }
}

#[test]
fn a_wide_window_is_used_and_text_stays_readable() {
    let mut stage = with_a_visit();
    let row_of = |app: &bienban::tui::testing::App, text: &str| {
        let screen = app.screen();
        screen.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("no {text} in\n{screen}"))
    };
    for (columns, beside) in [(60, false), (120, false), (160, true), (240, true)] {
        stage.app.resize(columns, 40);
        let same = row_of(&stage.app, "── Buổi làm việc") == row_of(&stage.app, "── Thành viên Đoàn");
        assert_eq!(same, beside, "{columns}");
    }
    stage.app.press("Down");
    stage.app.resize(240, 60);
    shows(&stage.app, &["▸ Nguyễn Văn An"]);
    stage.app.press("g Enter p");
    // Between the title and the two rows at the bottom, which use the whole width.
    let widest = stage.app.screen().lines().skip(1).take(57).map(|line| line.chars().count()).max().unwrap();
    assert!(widest <= 122, "{widest}");
}

#[test]
fn every_script_draws_in_every_window() {
    let mut stage = with_an_open_visit();
    for script in SCRIPTS {
        stage.app.write(&format!("-- {script} @\"{script}\" <30/4 ^ {script} {script}")).press("Enter");
    }
    stage.app.write(&SCRIPTS.join(" "));
    sweep(&mut stage.app);
    stage.app.press("Esc");
    for _ in SCRIPTS {
        sweep(stage.app.press("Up"));
    }
    stage.app.press("p");
    sweep(&mut stage.app);
    let mut stage = empty();
    stage.app.press("n");
    for script in SCRIPTS {
        stage.app.write(&script.repeat(4));
        sweep(stage.app.press("Home Down End"));
        stage.app.press("Tab");
    }
    let mut stage = empty();
    stage.app.press("v");
    for script in SCRIPTS {
        stage.app.press("N").write(script).press("Ctrl+S");
    }
    sweep(&mut stage.app);
}

#[test]
fn what_hides_the_screens_draws_in_every_window() {
    let mut stage = with_an_open_visit();
    sweep(stage.app.write("-- tự phê bình").press("F8"));
    let mut stage = encrypted();
    sweep(&mut stage.app);
    for script in SCRIPTS {
        sweep(stage.app.write(script));
        sweep(stage.app.press("Tab"));
    }
    sweep(stage.app.press("Enter"));
    shows(stage.app.resize(80, 24), &["Mật khẩu không đúng"]);
}
