//! What a key costs the interface: taken in, drawn, and written as a terminal gets it; beside a program that only echoes.
//!
//! `cargo bench --bench frames`; `BIENBAN_BENCH_PERCENT` and `BIENBAN_BENCH_DATA` as for `follow_up`.
#![allow(missing_docs, clippy::unwrap_used, reason = "a measurement, not a part of the program")]

mod office;

use std::io::{self, Sink};
use std::sync::Arc;

use bienban::clock::{Clock, ScriptedClock, SystemClock};
use bienban::tui::glass::Glass;
use bienban::tui::testing::App;
use criterion::{Criterion, criterion_group, criterion_main};
use office::office;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::widgets::Paragraph;
use ratatui::{Terminal, TerminalOptions, Viewport};

const SIZE: (u16, u16) = (120, 40);
const SENTENCE: &str = "Đoàn kiểm tra số 04 làm việc với Đảng ủy xã về công tác xây dựng Đảng và kiểm tra, giám sát";
const LINE: &str = "-- tự phê bình và phê bình ở một số chi bộ còn nể nang, né tránh; kiểm tra chưa thường xuyên";

fn terminal() -> Terminal<CrosstermBackend<Sink>> {
    let viewport = Viewport::Fixed(Rect::new(0, 0, SIZE.0, SIZE.1));
    Terminal::with_options(CrosstermBackend::new(io::sink()), TerminalOptions { viewport }).unwrap()
}

/// Presses a key and draws what became of it, again and again; back again by another key where there is one.
fn each_key(criterion: &mut Criterion, name: &str, app: &mut App, there: &str, back: &str) {
    let mut glass = Glass::new(CrosstermBackend::new(io::sink()), true);
    app.draw_on(&mut glass).unwrap();
    let mut keys = [there, back].into_iter().cycle();
    criterion.bench_function(name, |bencher| {
        bencher.iter(|| {
            app.press(keys.next().unwrap_or_default());
            app.draw_on(&mut glass).unwrap();
        });
    });
}

/// Types a sentence letter by letter, again and again: what it may go on with is looked for at each.
fn each_letter(criterion: &mut Criterion, name: &str, app: &mut App) {
    let mut glass = Glass::new(CrosstermBackend::new(io::sink()), true);
    app.draw_on(&mut glass).unwrap();
    let mut letters = SENTENCE.chars().map(Some).chain([None]).cycle();
    criterion.bench_function(name, |bencher| {
        bencher.iter(|| {
            match letters.next().flatten() {
                Some(letter) => app.write(letter.encode_utf8(&mut [0; 4])),
                None => app.press("Ctrl+U"),
            };
            app.draw_on(&mut glass).unwrap();
        });
    });
    app.press("Ctrl+U");
}

fn the_interface(criterion: &mut Criterion) {
    let (folder, _temp) = office();
    let clock = Arc::new(ScriptedClock::new(SystemClock.now()));
    let mut app = App::open(&folder, clock, SIZE).unwrap();
    // The visit under way is selected.
    app.press("Enter Ctrl+U").write(LINE);
    println!("{}", app.screen());
    each_key(criterion, "a letter at a visit, and taken back", &mut app, "a", "Backspace");
    app.press("Ctrl+U");
    each_letter(criterion, "a letter of a sentence at a visit", &mut app);
    app.press("Esc End Up");
    each_key(criterion, "up and down among the entries", &mut app, "Up", "Down");
    app.press("Esc Esc f Down");
    each_key(criterion, "up and down in the register", &mut app, "Down", "Up");
    app.press("Esc").press("Ctrl+G").write("ho so giao dat cha");
    app.hold();
    each_key(criterion, "a letter of a search, before the answer", &mut app, "m", "Backspace");
    app.release();
    each_key(criterion, "a letter of a search, with the answer", &mut app, "m", "Backspace");
}

/// The smallest program that a frame is set against: it echoes one line.
fn an_echo(criterion: &mut Criterion) {
    let mut terminal = terminal();
    let mut letters = ["", "a"].into_iter().cycle();
    criterion.bench_function("a letter echoed", |bencher| {
        bencher.iter(|| {
            let text = format!("ready> {LINE}{}", letters.next().unwrap_or_default());
            terminal
                .draw(|frame| {
                    frame.set_cursor_position((10, 0));
                    frame.render_widget(Paragraph::new(text), frame.area());
                })
                .unwrap();
        });
    });
}

criterion_group!(benches, an_echo, the_interface);
criterion_main!(benches);
