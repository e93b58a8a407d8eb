//! The program in a real pseudo-terminal: real bytes in, a real screen out, real signals.
//!
//! Every step waits for what must appear; nothing sleeps for a time that is hoped to be long enough.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod recordings;

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use bienban::clock::SystemClock;
use bienban::clock::{Clock, ScriptedClock};
use bienban::session::{Cost, Passphrase, Session};
use bienban::tui::testing::App;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use tempfile::TempDir;

const PATIENCE: Duration = Duration::from_secs(30);

struct Terminal {
    master: Box<dyn MasterPty + Send>,
    /// Kept open, so that the terminal can still be asked how it was left.
    _slave: Box<dyn SlavePty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    parser: Arc<Mutex<vt100::Parser>>,
    changes: Receiver<()>,
    modes_before: String,
}

impl Terminal {
    fn start(data: &Path, folder: &Path) -> Self {
        Self::start_with(&[], data, folder)
    }

    /// Starts the program and goes to the capture line of the visit that is open.
    fn at_the_line(data: &Path, folder: &Path) -> Self {
        let mut terminal = Self::start(data, folder);
        terminal.go_to_the_line();
        terminal
    }

    fn go_to_the_line(&mut self) {
        for (shown, key) in [("đang diễn ra", "\r"), ("Dòng ghi", "")] {
            self.wait_for(shown);
            self.send(key);
        }
    }

    fn start_with(arguments: &[&str], data: &Path, folder: &Path) -> Self {
        Self::start_as(arguments, &[], data, folder)
    }

    fn start_as(arguments: &[&str], variables: &[(&str, &str)], data: &Path, folder: &Path) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let modes_before = modes(pair.master.as_ref());
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_bienban"));
        command.args(arguments);
        command.env("BIENBAN_DATA_DIR", data);
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        command.env_remove("BIENBAN_LANG");
        // What the program remembers stays within the test.
        command.env("HOME", folder);
        command.env("XDG_CONFIG_HOME", folder.join("config"));
        for (name, value) in variables {
            command.env(name, value);
        }
        command.cwd(folder);
        let child = pair.slave.spawn_command(command).unwrap();
        let mut output = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let cells = |count| NonZeroU16::new(count).unwrap();
        let parser = Arc::new(Mutex::new(vt100::Parser::new(cells(24), cells(80), 0)));
        let (changed, changes) = mpsc::channel();
        let screen = parser.clone();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count) = output.read(&mut bytes) {
                if count == 0 {
                    break;
                }
                screen.lock().unwrap().process(bytes.get(..count).unwrap());
                if changed.send(()).is_err() {
                    break;
                }
            }
        });
        Self { master: pair.master, _slave: pair.slave, child, keys, parser, changes, modes_before }
    }

    fn screen(&self) -> String {
        self.parser.lock().unwrap().screen().contents()
    }

    #[track_caller]
    fn wait_for(&self, text: &str) {
        let deadline = Instant::now() + PATIENCE;
        while !self.screen().contains(text) {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(self.changes.recv_timeout(left).is_ok(), "{text:?} did not appear in\n{}", self.screen());
        }
    }

    fn send(&mut self, bytes: &str) {
        self.hand_over(bytes.as_bytes());
    }

    /// Writes bytes at once.
    fn hand_over(&mut self, bytes: &[u8]) {
        self.keys.write_all(bytes).unwrap();
        self.keys.flush().unwrap();
    }

    fn signal(&self, name: &str) {
        let process = self.child.process_id().unwrap().to_string();
        let sent = std::process::Command::new("kill").args(["-s", name, &process]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits until the program has ended and its last output was read; returns its exit code.
    #[track_caller]
    fn ended(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        let code = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status.exit_code();
            }
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "the program did not end:\n{}", self.screen());
            let _ = self.changes.recv_timeout(Duration::from_millis(20));
        };
        while self.parser.lock().unwrap().screen().alternate_screen() {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(self.changes.recv_timeout(left).is_ok(), "the alternate screen was not left");
        }
        code
    }

    #[track_caller]
    fn is_as_it_was(&self) {
        let parser = self.parser.lock().unwrap();
        let screen = parser.screen();
        assert!(!screen.alternate_screen());
        assert!(!screen.bracketed_paste());
        assert!(!screen.hide_cursor());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert_eq!(modes(self.master.as_ref()), self.modes_before, "echo and line mode are as before");
    }
}

fn modes(terminal: &(dyn MasterPty + Send)) -> String {
    let modes = terminal.get_termios().unwrap();
    format!("{:?} {:?} {:?}", modes.local_flags, modes.input_flags, modes.output_flags)
}

/// Makes a data folder with an open visit, and says where it is.
fn with_an_open_visit(folder: &TempDir) -> std::path::PathBuf {
    let data = folder.path().join("data");
    let clock = Arc::new(ScriptedClock::new(SystemClock.now()));
    let mut app = App::open(&data, clock, (80, 24)).unwrap();
    app.press("v n").write("Huyện ủy Thạch Khê").press("Ctrl+S q");
    app.press("n").write("Tỉnh ủy").press("Tab Tab Tab Tab Tab").write("việc nêu gương").press("Ctrl+S Enter");
    app.press("n").write("thach").press("Ctrl+S Enter o");
    assert!(app.screen().contains("Đang diễn ra"), "{}", app.screen());
    app.close().unwrap();
    data
}

#[test]
fn the_first_screen_comes_up_and_leaving_gives_the_terminal_back() {
    let folder = TempDir::new().unwrap();
    let mut terminal = Terminal::start(&folder.path().join("data"), folder.path());
    terminal.wait_for("Chào mừng đến với bienban");
    assert_ne!(modes(terminal.master.as_ref()), terminal.modes_before, "raw mode");
    terminal.send("\u{3}");
    terminal.wait_for("Muốn thoát: Ctrl+Q");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
    terminal.is_as_it_was();
}

#[test]
fn a_file_with_the_passphrase_opens_an_encrypted_folder_without_asking() {
    let folder = TempDir::new().unwrap();
    let data = with_an_open_visit(&folder);
    let (session, _) = Session::open(&data, Arc::new(SystemClock)).unwrap();
    let cost = Cost { memory_kib: 8, passes: 1 };
    session.encrypt(&Passphrase::typed("suối mây họp sớm"), Some(cost)).unwrap();
    let file = folder.path().join("mật khẩu");
    std::fs::write(&file, "suối mây họp sớm\n").unwrap();
    let mut terminal = Terminal::start_with(&["--passphrase-file", file.to_str().unwrap()], &data, folder.path());
    terminal.wait_for("đang diễn ra");
    terminal.send("\u{11}");
    assert_eq!(terminal.ended(), 0);
    terminal.is_as_it_was();
}

#[test]
fn vietnamese_bytes_arrive_right_and_outlive_a_kill() {
    let folder = TempDir::new().unwrap();
    let data = with_an_open_visit(&folder);
    let mut terminal = Terminal::at_the_line(&data, folder.path());
    terminal.send("++ một dòng đã lưu\r");
    terminal.wait_for("· Đã lưu.");
    // Decomposed letters, and Backspace with letters in one read, as input programs send them.
    terminal.send("-- Tie\u{302}\u{301}ng Viee\u{7f}\u{7f}ê\u{7f}ệt \u{1b}[200~dán\rkhông gửi\u{1b}[201~ cu\u{8}ũ");
    terminal.wait_for("› -- Tiếng Việt dán⏎");
    terminal.wait_for("không gửi cũ");
    kept(&data, "không gửi cũ");
    terminal.signal("KILL");
    terminal.child.wait().unwrap();

    let mut terminal = Terminal::start(&data, folder.path());
    terminal.wait_for("Còn dòng gõ dở ở buổi làm việc với Huyện ủy Thạch Khê");
    terminal.send("r");
    terminal.wait_for("› -- Tiếng Việt dán⏎");
    terminal.wait_for("một dòng đã lưu");
    terminal.send("\u{11}");
    assert_eq!(terminal.ended(), 0);
    terminal.is_as_it_was();
}

#[test]
fn telex_and_vni_by_real_bytes_are_remembered_and_a_burst_is_left_alone() {
    let folder = TempDir::new().unwrap();
    let data = with_an_open_visit(&folder);
    let mut terminal = Terminal::at_the_line(&data, folder.path());
    terminal.wait_for("Gõ: Telex");
    for (keys, shown) in [("HDDND", "› HĐND"), (" ddax", "› HĐND đã"), (" hop", "đã hop"), ("j\u{8}p", "› HĐND đã họp")]
    {
        terminal.send(keys);
        terminal.wait_for(shown);
    }
    // Forty keys in one read are no hands.
    terminal.send(" as report class as report class as report");
    terminal.wait_for("› HĐND đã họp as report class as report class as report");
    terminal.send("\u{1b}[20~");
    terminal.wait_for("Gõ: VNI");
    terminal.send("\u{15}d9a4");
    terminal.wait_for("› đã");
    terminal.send("\u{1a}");
    terminal.wait_for("› d9a4");
    terminal.send("\u{11}");
    assert_eq!(terminal.ended(), 0);

    let mut terminal = Terminal::start(&data, folder.path());
    terminal.wait_for("Gõ: VNI");
    terminal.send("\u{11}");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn an_input_method_sends_its_bytes_and_ours_steps_aside() {
    let folder = TempDir::new().unwrap();
    let data = with_an_open_visit(&folder);
    let mut terminal = Terminal::at_the_line(&data, folder.path());
    // Backspace with letters in one read, with either byte; a word committed at once; a letter with its marks behind it.
    for (bytes, shown) in [
        ("Tie", "› Tie"),
        ("\u{7f}ê", "› Tiê"),
        ("ng", "› Tiêng"),
        ("\u{8}\u{8}\u{8}ếng", "› Tiếng"),
        (" Việt", "› Tiếng Việt"),
        (" e\u{302}\u{323}", "› Tiếng Việt ệ"),
        ("\u{202f}\u{7f}\u{7f}ẽ as", "› Tiếng Việt ẽ as"),
    ] {
        terminal.send(bytes);
        terminal.wait_for(shown);
    }
    terminal.wait_for("Gõ: bộ gõ ngoài");
    terminal.send("\u{11}");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn what_input_methods_sent_is_saved_word_by_word() {
    let recordings = recordings::all();
    for name in [
        "fcitx5-unikey-telex-xterm",
        "fcitx5-bamboo-vni-lxterminal",
        "ibus-unikey-telex-lxterminal-burst",
        "ibus-m17n-telex-lxterminal",
        "ibus-bamboo-telex-forward-lxterminal",
        "ibus-bamboo-vni-xtest-lxterminal",
    ] {
        let recording = recordings.iter().find(|recording| recording.name == name).unwrap();
        let folder = TempDir::new().unwrap();
        let data = with_an_open_visit(&folder);
        let mut terminal = Terminal::at_the_line(&data, folder.path());
        let lines: Vec<_> = recording.lines.iter().take(8).collect();
        for line in &lines {
            terminal.send("++ ");
            let mut typed = "› ++ ".to_owned();
            for read in &line.reads {
                terminal.hand_over(read);
                for letter in str::from_utf8(read).unwrap().chars() {
                    match letter {
                        '\u{7f}' => drop(typed.pop()),
                        letter => typed.push(letter),
                    }
                }
                // So that each read comes alone; a line that ended is gone.
                if !typed.ends_with('\r') {
                    terminal.wait_for(typed.trim_end());
                }
            }
        }
        // Six keys in one read may be a paste, which says nothing of how the person types.
        terminal.wait_for(if name.ends_with("-burst") { "Gõ: Telex" } else { "Gõ: bộ gõ ngoài" });
        terminal.send("\u{11}");
        assert_eq!(terminal.ended(), 0);
        let exported = exported(&data, folder.path());
        for line in &lines {
            // The minutes begin a sentence with a capital.
            let words: String = line.words.chars().skip(1).collect();
            assert!(exported.contains(&words), "{name}: no {words:?} in\n{exported}");
        }
    }
}

#[test]
fn typing_without_a_pause_is_kept_while_it_goes_on() {
    let folder = TempDir::new().unwrap();
    let data = with_an_open_visit(&folder);
    let mut terminal = Terminal::at_the_line(&data, folder.path());
    let begun = Instant::now();
    terminal.send("bắt đầu ");
    while !is_kept(&data, "bắt đầu") {
        // Half a second is promised; the rest is for a machine that is busy with other tests.
        assert!(begun.elapsed() < Duration::from_millis(1800), "nothing was kept");
        terminal.send("x");
        thread::sleep(Duration::from_millis(20));
    }
    terminal.signal("KILL");
    terminal.child.wait().unwrap();
}

/// In a form no time runs and nothing goes by itself: only the key that was pressed can call whoever keeps what is unfinished.
#[test]
fn what_is_typed_is_kept_and_the_program_is_left_where_nothing_else_happens() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    let mut terminal = Terminal::start(&data, folder.path());
    terminal.wait_for("Chào mừng đến với bienban");
    terminal.send("n");
    terminal.wait_for("Cơ quan ban hành");
    terminal.send("Ban Thường vụ");
    kept(&data, "Ban Thường vụ");
    // By now everything was read, and the storage has nothing more to say.
    terminal.send(" Tỉnh ủy");
    kept(&data, "Ban Thường vụ Tỉnh ủy");
    terminal.send("\u{11}");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn a_signal_to_end_gives_the_terminal_back_and_keeps_the_line() {
    for name in ["TERM", "HUP"] {
        let folder = TempDir::new().unwrap();
        let data = with_an_open_visit(&folder);
        let mut terminal = Terminal::at_the_line(&data, folder.path());
        terminal.send("chưa kịp lưu");
        terminal.wait_for("› chưa kịp lưu");
        terminal.signal(name);
        assert_eq!(terminal.ended(), 0, "{name}");
        terminal.is_as_it_was();
        kept(&data, "chưa kịp lưu");
    }
}

/// With overflow checks crossterm panics at a click in column 0, which stands for whatever else may end the thread that reads.
#[cfg(debug_assertions)]
#[test]
fn a_terminal_that_cannot_be_read_any_more_ends_the_program_and_the_line_is_kept() {
    let folder = TempDir::new().unwrap();
    let data = with_an_open_visit(&folder);
    let mut terminal = Terminal::at_the_line(&data, folder.path());
    terminal.send("chưa kịp lưu");
    terminal.wait_for("› chưa kịp lưu");
    terminal.send("\x1b[<0;0;5M");
    assert_eq!(terminal.ended(), 0);
    terminal.is_as_it_was();
    kept(&data, "chưa kịp lưu");
}

#[test]
fn a_suspended_program_gives_the_terminal_back_and_draws_all_again_on_its_return() {
    let folder = TempDir::new().unwrap();
    let mut terminal = Terminal::start(&folder.path().join("data"), folder.path());
    terminal.wait_for("Chào mừng đến với bienban");
    terminal.send("\u{1a}");
    let deadline = Instant::now() + PATIENCE;
    while terminal.parser.lock().unwrap().screen().alternate_screen() {
        assert!(Instant::now() < deadline, "the alternate screen was not left");
        let _ = terminal.changes.recv_timeout(Duration::from_millis(20));
    }
    // The program stops a moment after it left the screen; a CONT that comes before would find nothing to continue.
    let process = terminal.child.process_id().unwrap().to_string();
    let state = || std::process::Command::new("ps").args(["-o", "stat=", "-p", &process]).output().unwrap().stdout;
    while !state().starts_with(b"T") {
        assert!(Instant::now() < deadline, "the program did not stop");
    }
    terminal.is_as_it_was();
    terminal.signal("CONT");
    terminal.wait_for("Chào mừng đến với bienban");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
    terminal.is_as_it_was();
}

#[test]
fn the_line_mode_asks_answers_and_never_draws() {
    let folder = TempDir::new().unwrap();
    let data = with_an_open_visit(&folder);
    let mut terminal = Terminal::start_with(&["note"], &data, folder.path());
    terminal.wait_for("Buổi làm việc với Huyện ủy Thạch Khê");
    terminal.send("-- tự phê bình còn nể nang #I.5\r");
    terminal.wait_for("· Hạn chế, khuyết điểm · tiêu chí I.5");
    terminal.send("/hoantac\r");
    terminal.wait_for("Đã hoàn tác: tự phê bình còn nể nang");
    terminal.send("dòng cuối\r");
    terminal.wait_for("· Ý kiến phát biểu");
    assert!(!terminal.parser.lock().unwrap().screen().alternate_screen());
    terminal.send("\u{4}");
    terminal.wait_for("Đã lưu 2 dòng.");
    assert_eq!(terminal.ended(), 0);
    terminal.is_as_it_was();
}

#[test]
fn an_editor_of_the_persons_own_has_the_terminal_alone_and_gives_it_back() {
    let folder = TempDir::new().unwrap();
    let data = with_an_open_visit(&folder);
    let editor = folder.path().join("editor");
    let script = "printf 'soạn ở đây\\n'; read -r words; printf '%s\\n' \"$words\" >> \"$1\"; printf 'xong\\n'; read -r more; exit 0";
    std::fs::write(&editor, script).unwrap();
    let mut terminal =
        Terminal::start_as(&[], &[("VISUAL", &format!("sh '{}'", editor.display()))], &data, folder.path());
    terminal.go_to_the_line();
    terminal.send("-- mở đầu");
    terminal.wait_for("› -- mở đầu");
    terminal.send("\u{1b}OS");
    terminal.wait_for("soạn ở đây");
    terminal.is_as_it_was();
    // A signal of the keyboard is the editor's own affair; none of the keys may go to the program.
    terminal.signal("INT");
    terminal.send("Tie\u{302}\u{301}ng Việt\r");
    terminal.wait_for("xong");
    terminal.send("\r");
    terminal.wait_for("Đã lấy lại chữ từ trình soạn thảo.");
    terminal.wait_for("Tiếng Việt");
    assert_ne!(modes(terminal.master.as_ref()), terminal.modes_before, "raw mode");
    assert!(terminal.parser.lock().unwrap().screen().alternate_screen());
    assert!(terminal.parser.lock().unwrap().screen().bracketed_paste());
    assert!(std::fs::read_dir(data.join("editing")).unwrap().next().is_none());
    terminal.send(" gõ tiếp");
    terminal.wait_for("Tiếng Việt gõ tiếp");
    terminal.send("\u{11}");
    assert_eq!(terminal.ended(), 0);
    terminal.is_as_it_was();
}

#[test]
fn the_mouse_is_told_of_only_where_it_is_asked_for() {
    let folder = TempDir::new().unwrap();
    let data = with_an_open_visit(&folder);
    let mouse = |terminal: &Terminal| terminal.parser.lock().unwrap().screen().mouse_protocol_mode();
    let mut terminal = Terminal::at_the_line(&data, folder.path());
    assert_eq!(mouse(&terminal), vt100::MouseProtocolMode::None);
    terminal.send("\u{10}chuot\r");
    terminal.wait_for("Đã bật chuột");
    assert_eq!(mouse(&terminal), vt100::MouseProtocolMode::PressRelease);
    terminal.send("\u{11}");
    assert_eq!(terminal.ended(), 0);
    terminal.is_as_it_was();

    let mut terminal = Terminal::at_the_line(&data, folder.path());
    assert_eq!(mouse(&terminal), vt100::MouseProtocolMode::PressRelease);
    let row = terminal.screen().lines().position(|line| line.contains("F1 Trợ giúp")).unwrap() + 1;
    let line = terminal.screen().lines().nth(row - 1).unwrap().to_owned();
    let column = line.split("F1").next().unwrap().chars().count() + 2;
    terminal.send(&format!("\u{1b}[<0;{column};{row}M\u{1b}[<0;{column};{row}m"));
    terminal.wait_for("Dấu đầu dòng");
    terminal.send("\u{11}");
    assert_eq!(terminal.ended(), 0);
    terminal.is_as_it_was();
}

#[test]
fn what_was_in_an_editor_when_the_program_was_killed_is_told_and_found_again() {
    let folder = TempDir::new().unwrap();
    let data = with_an_open_visit(&folder);
    let editor = folder.path().join("editor");
    std::fs::write(&editor, "printf 'viết dở\\n' >> \"$1\"; printf 'đã ghi\\n'; read -r more").unwrap();
    let variable = format!("sh '{}'", editor.display());
    let mut terminal = Terminal::start_as(&[], &[("VISUAL", &variable)], &data, folder.path());
    terminal.go_to_the_line();
    terminal.send("-- mở đầu\u{1b}OS");
    terminal.wait_for("đã ghi");
    kept(&data, "-- mở đầu");
    terminal.signal("KILL");
    terminal.child.wait().unwrap();
    let mut terminal = Terminal::start(&data, folder.path());
    terminal.wait_for("trình soạn thảo riêng");
    assert!(is_kept(&data, "-- mở đầu"));
    terminal.send("\u{11}");
    assert_eq!(terminal.ended(), 0);
}

/// Exports the visit that is open and returns the Markdown.
fn exported(data: &Path, folder: &Path) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_bienban"));
    let done = command.args(["export", "--json", "--to"]).arg(folder).env("BIENBAN_DATA_DIR", data).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let mut files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let minutes = files.find(|path| path.extension().is_some_and(|end| end == "md")).unwrap();
    std::fs::read_to_string(minutes).unwrap()
}

fn is_kept(data: &Path, text: &str) -> bool {
    let files = std::fs::read_dir(data.join("drafts")).into_iter().flatten().flatten();
    let whole = files.map(|file| file.path()).filter(|path| path.extension().is_some_and(|end| end == "draft"));
    whole.filter_map(|path| std::fs::read_to_string(path).ok()).any(|kept| kept.contains(text))
}

/// Waits until an unfinished text is in the folder of drafts.
#[track_caller]
fn kept(data: &Path, text: &str) {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if is_kept(data, text) {
            return;
        }
        assert!(Instant::now() < deadline, "{text:?} was not kept");
        thread::yield_now();
    }
}
