//! Bytes of a terminal, as the interface gets them: read into keys, pastes and the mouse, played on a real session and drawn.
//!
//! The first byte says how it begins (`Beginning::of`). The rest is what a terminal sends, and between it bytes that UTF-8 does not have:
//!
//! | byte | |
//! |---|---|
//! | `FF` | hands off the keys for 400 ms; a lone Esc needs it behind itself |
//! | `FE` | what follows came in one read, until the next one |
//! | `FD` columns rows | the window has another size |
//! | `FC` | the disk does not answer, until the next one |
#![no_main]

use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use bienban::capture::{Context, parse};
use bienban::clock::{Clock, ScriptedClock};
use bienban::demo;
use bienban::i18n::Language;
use bienban::session::Session;
use bienban::text::nfc;
use bienban::tui::testing::App;
use bienban::typing::Choice;
use chrono::DateTime;
use crossterm::event::{Event, KeyEvent};
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;
use terminput_crossterm::to_crossterm;

/// Longer streams only cost time.
const MOST: usize = 2_000;

/// Folders that every run gets a copy of.
static FOLDERS: LazyLock<TempDir> = LazyLock::new(|| {
    let all = TempDir::new().unwrap();
    let demonstration = all.path().join("demonstration");
    demo::prepare_on(&demonstration, clock().now()).unwrap();
    let visit = all.path().join("visit");
    // As `tests/tui/stage.rs` has it.
    let mut app = App::open(&visit, Arc::new(clock()), (80, 24)).unwrap();
    app.press("n").write("Ban Thường vụ Tỉnh ủy Sông Lam").press("Tab").write("412-QĐ/TU").press("Tab");
    app.write("3/3/2026").press("Tab Tab Tab").write("việc nêu gương").press("Ctrl+S Enter");
    app.press("m").write("Nguyễn Văn An").press("Tab").write("Phó Bí thư").press("Tab").write("trưởng").press("Ctrl+S");
    app.press("v n").write("Huyện ủy Thạch Khê").press("Ctrl+S q");
    app.press("n").write("thach khe").press("Tab Tab").write("Hội trường").press("Ctrl+S");
    app.press("g Enter a A n").write("Hoàng Văn Em").press("Tab").write("Bí thư Huyện ủy").press("Ctrl+S q o");
    app.write("-- tự phê bình còn nể nang #I.5 !2").press("Enter").write("x").wait(400);
    assert!(app.screen().contains("› x"), "{}", app.screen());
    app.close().unwrap();
    all
});

fn clock() -> ScriptedClock {
    ScriptedClock::new(DateTime::parse_from_rfc3339("2026-03-19T08:05:00+07:00").unwrap())
}

/// How a run begins, by the bits of a byte.
struct Beginning {
    folder: Option<&'static str>,
    typing: Choice,
    language: Language,
    size: (u16, u16),
    /// Only text is typed, into the capture line of an open visit, and kept by Enter.
    is_one_line: bool,
}

impl Beginning {
    fn of(byte: u8) -> Self {
        let is_one_line = byte & 0b100_0000 != 0;
        Self {
            folder: match byte & 0b11 {
                _ if is_one_line => Some("visit"),
                0 => None,
                1 => Some("demonstration"),
                _ => Some("visit"),
            },
            typing: match byte >> 2 & 0b11 {
                _ if is_one_line => Choice::Off,
                1 => Choice::Telex,
                2 => Choice::Vni,
                _ => Choice::Off,
            },
            language: if byte & 0b1_0000 == 0 { Language::Vietnamese } else { Language::English },
            size: if byte & 0b10_0000 == 0 { (80, 24) } else { (160, 50) },
            is_one_line,
        }
    }
}

fuzz_target!(|input: &[u8]| {
    let Some((first, bytes)) = input.split_first() else { return };
    let beginning = Beginning::of(*first);
    let folders = &*FOLDERS;
    let run = TempDir::new_in(folders.path()).unwrap();
    let data = run.path().join("data");
    if let Some(folder) = beginning.folder {
        copy(&folders.path().join(folder), &data);
    }
    let mut app = App::open(&data, Arc::new(clock()), beginning.size).unwrap();
    app.remember(beginning.typing).speak(beginning.language).edit_with("true").use_mouse();
    if beginning.folder == Some("visit") {
        // To the line that was left unfinished, and it is empty again.
        app.press("r Ctrl+U");
    }
    let line = String::from_utf8_lossy(bytes);
    let line: String = line.chars().filter(|letter| !letter.is_control()).take(MOST).collect();
    if beginning.is_one_line {
        app.write(&line).wait(400);
        drawn(&app);
        app.press("Enter");
    } else {
        play(&mut app, bytes.get(..MOST).unwrap_or(bytes));
    }
    drawn(&app);
    let screen = app.screen();
    app.release().terminate();
    app.close().unwrap();
    if beginning.is_one_line && !line.trim().is_empty() {
        is_kept(&data, &line, &screen);
    }
});

/// The window is full of what was drawn, with every key put in and the caret inside.
fn drawn(app: &App) {
    let (text, cursor) = app.draw();
    let (cells, _) = app.cells();
    assert!(!text.contains('⟨') || text.contains("⟨⟩"), "a key is not put in: {text}");
    if let Some(cursor) = cursor {
        assert!(cursor.x < cells.area.width.max(1) && cursor.y < cells.area.height.max(1), "{cursor:?}");
    }
}

/// What was typed is in the journal as what it means, or kept as it was typed.
fn is_kept(data: &Path, line: &str, screen: &str) {
    let line = nfc(line);
    let visit_day = Context { date: Some(clock().now().date_naive()) };
    let meant = parse(&line, &visit_day).draft.text;
    let (session, _) = Session::open(data, Arc::new(clock())).unwrap();
    let is_draft = session.drafts().unwrap().iter().any(|draft| draft.text.contains(line.trim()));
    session.close().unwrap();
    let is_entry = fs::read_dir(data.join("journal")).unwrap().any(|log| {
        let log = fs::read_to_string(log.unwrap().path()).unwrap();
        log.contains(&serde_json::to_string(&meant).unwrap())
    });
    assert!(is_draft || is_entry, "{line:?} is lost:\n{screen}");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() { copy(&entry.path(), &to) } else { drop(fs::copy(entry.path(), to)) }
    }
}

/// Plays what a terminal sends.
fn play(app: &mut App, bytes: &[u8]) {
    let mut keys = Keys::default();
    let mut is_held = false;
    let mut rest = bytes;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            0xff => {
                keys.end(app);
                app.wait(400);
                drawn(app);
            }
            0xfe => {
                keys.end(app);
                keys.is_one_read = !keys.is_one_read;
            }
            0xfd => {
                let Some(([columns, rows], after)) = rest.split_first_chunk() else { return };
                rest = after;
                keys.end(app);
                app.resize((*columns).into(), (*rows).min(100).into());
                drawn(app);
            }
            0xfc => {
                keys.end(app);
                is_held = !is_held;
                if is_held {
                    app.hold()
                } else {
                    app.release()
                };
            }
            byte => keys.take(app, *byte, rest.first().is_some_and(|next| *next < 0xfc)),
        }
        if app.left() {
            return;
        }
    }
    keys.end(app);
}

/// Bytes that are not read yet, and keys that come in one read.
#[derive(Default)]
struct Keys {
    bytes: Vec<u8>,
    is_one_read: bool,
    read: Vec<KeyEvent>,
}

impl Keys {
    /// Takes a byte as crossterm's reader does: a lone Esc is a key when nothing comes behind it.
    fn take(&mut self, app: &mut App, byte: u8, more: bool) {
        self.bytes.push(byte);
        if self.bytes == b"\x1b" && more {
            return;
        }
        match terminput::Event::parse_from(&self.bytes) {
            Ok(None) => return,
            Ok(Some(event)) => {
                if let Ok(event) = to_crossterm(event) {
                    self.happen(app, event);
                }
            }
            Err(_) => {}
        }
        self.bytes.clear();
    }

    fn happen(&mut self, app: &mut App, event: Event) {
        match event {
            Event::Key(key) if self.is_one_read => self.read.push(key),
            Event::Key(key) => drop(app.key(key)),
            Event::Paste(text) => drop(app.paste(&text)),
            Event::Mouse(mouse) => drop(app.point(mouse.kind, mouse.column, mouse.row)),
            Event::Resize(..) | Event::FocusGained | Event::FocusLost => {}
        }
    }

    fn end(&mut self, app: &mut App) {
        self.bytes.clear();
        app.burst(self.read.drain(..));
    }
}
