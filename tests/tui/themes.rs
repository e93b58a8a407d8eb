//! Every screen under every theme: only its colours, and with ASCII only signs that any terminal has.

use bienban::tui::testing::App;
use bienban::tui::theme::{Colours, Theme};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::snapshots::screens;
use super::stage::{empty, shows};

/// Letters and ground that a theme may use, and whether anything may be faint.
fn allowed(colours: Colours) -> (&'static [Color], &'static [Color], bool) {
    match colours {
        Colours::Terminal => (
            &[Color::Reset, Color::Cyan, Color::Green, Color::Yellow, Color::Red, Color::Magenta, Color::Blue],
            &[Color::Reset],
            true,
        ),
        Colours::Light => (&[Color::Black, Color::Blue, Color::Magenta, Color::Red], &[Color::White], true),
        Colours::Dark => (
            &[
                Color::White,
                Color::LightCyan,
                Color::LightGreen,
                Color::LightYellow,
                Color::LightRed,
                Color::LightMagenta,
                Color::LightBlue,
            ],
            &[Color::Black],
            true,
        ),
        Colours::HighContrast => (&[Color::White, Color::LightYellow, Color::LightCyan], &[Color::Black], false),
        Colours::None => (&[Color::Reset], &[Color::Reset], true),
    }
}

fn every_cell(app: &App, what: &str, is_right: impl Fn(&Cell) -> bool) {
    let (buffer, _) = app.cells();
    if let Some(cell) = buffer.content.iter().find(|cell| !is_right(cell)) {
        panic!("{what}: {cell:?} in\n{}", app.screen());
    }
}

#[test]
fn every_screen_keeps_to_its_theme() {
    for (name, given) in screens() {
        let mut stage = given();
        for (theme, colours) in Colours::ALL {
            let (letters, grounds, faint) = allowed(colours);
            stage.app.look(Theme { colours, ascii: false });
            every_cell(&stage.app, &format!("{name} with {theme}"), |cell| {
                let dim = cell.modifier.contains(Modifier::DIM);
                letters.contains(&cell.fg) && grounds.contains(&cell.bg) && (faint || !dim)
            });
        }
        stage.app.look(Theme { colours: Colours::None, ascii: true });
        every_cell(&stage.app, &format!("{name} with ASCII"), |cell| {
            // A letter may come with marks of its own behind it.
            let letter = cell.symbol().chars().next();
            cell.symbol().is_ascii() || letter.is_some_and(char::is_alphabetic)
        });
    }
}

#[test]
fn arrows_are_named_in_words_where_they_cannot_be_shown() {
    let mut stage = empty();
    stage.app.look(Theme { colours: Colours::None, ascii: true }).resize(100, 60).press("F1");
    shows(&stage.app, &["Up  k ", "Down  j ", "PgUp "]);
}
