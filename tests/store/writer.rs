//! A second process that writes until it is stopped: the test binary itself, told so by an environment variable.
#![allow(dead_code, reason = "every test binary uses a part of it")]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;

use bienban::clock::SystemClock;
use bienban::domain::{Kind, RecordState, ScopeId};
use bienban::store::{NewChange, Store};

use crate::kit::{entry, log, open, record_id};

/// Tells the writer the folder.
pub(crate) const FOLDER: &str = "BIENBAN_WRITER";
const MODE: &str = "BIENBAN_WRITER_MODE";

/// What every entry that the writer makes says.
pub(crate) fn words(seq: u64) -> String {
    let mut text = format!("Nội dung thứ {seq}: chi bộ đã họp thường kỳ, có nghị quyết chuyên đề. ");
    if seq.is_multiple_of(16) {
        text = text.repeat(100);
    }
    text
}

/// Body of the test that is the writer; does nothing in an ordinary run.
pub(crate) fn run_if_asked() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let only_logs = std::env::var(MODE).is_ok_and(|mode| mode == "log");
    let (mut store, _) = open(Path::new(&folder), Arc::new(SystemClock)).expect("the writer opens the folder");
    say("opened");
    let mut seq = store.own_changes(ScopeId::Office, 1).unwrap().last().map_or(0, |last| last.change.seq);
    loop {
        seq += 1;
        let edit = entry(seq, seq / 50, &words(seq));
        let logged = if only_logs {
            let state = RecordState::new(Kind::ENTRY, record_id(seq), ScopeId::Office);
            let new = NewChange { scope: ScopeId::Office, undoes: None, writes: state.writes_for(&edit.fields) };
            match store.log(new.clone()) {
                Ok(logged) => logged,
                Err(error) => {
                    say(&format!("refused {error}"));
                    say(&format!("again {}", store.log(new).unwrap_err()));
                    return;
                }
            }
        } else {
            log(&mut store, ScopeId::Office, &[edit])
        };
        assert_eq!(logged.change.seq, seq);
        say(&format!("ack {seq}"));
        if !only_logs {
            store.apply(&logged).unwrap();
            if seq.is_multiple_of(7) {
                store.flush().unwrap();
            }
        }
    }
}

/// One write, so that a kill cannot cut a line that counts.
pub(crate) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("\n{line}\n").as_bytes()).and_then(|()| out.flush()).unwrap();
}

/// A running writer.
pub(crate) struct Writer {
    pub(crate) child: Child,
    lines: BufReader<ChildStdout>,
    pub(crate) acknowledged: u64,
    pub(crate) said: Vec<String>,
}

impl Writer {
    /// Starts the test named `writer` of this binary as a process of its own.
    pub(crate) fn start(folder: &Path) -> Self {
        Self::spawn(&mut Command::new(std::env::current_exe().unwrap()), folder, "apply")
    }

    pub(crate) fn spawn(command: &mut Command, folder: &Path, mode: &str) -> Self {
        command.args(["--exact", "writer", "--nocapture"]).env(FOLDER, folder).env(MODE, mode);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Self { child, lines, acknowledged: 0, said: Vec::new() }
    }

    /// Reads what the writer says until it acknowledged `count` more changes, or fell silent.
    pub(crate) fn await_acknowledgements(&mut self, count: u64) {
        let goal = self.said.iter().filter(|line| line.starts_with("ack ")).count() as u64 + count;
        let mut seen = goal - count;
        while seen < goal && self.hear() {
            seen += u64::from(self.said.last().is_some_and(|line| line.starts_with("ack ")));
        }
    }

    /// Waits until the writer has the folder open, or fell silent.
    pub(crate) fn await_opened(&mut self) {
        while !self.said.iter().any(|line| line == "opened") && self.hear() {}
    }

    fn hear(&mut self) -> bool {
        let mut line = String::new();
        if self.lines.read_line(&mut line).unwrap_or(0) == 0 || !line.ends_with('\n') {
            return false;
        }
        let line = line.trim_end();
        if let Some(seq) = line.strip_prefix("ack ").and_then(|seq| seq.parse().ok()) {
            self.acknowledged = seq;
        }
        self.said.push(line.to_owned());
        true
    }

    /// Hears the rest of what it said before it ended.
    pub(crate) fn hear_out(&mut self) {
        while self.hear() {}
        let _ = self.child.wait();
    }

    /// Kills the writer without warning and hears what it had said by then.
    pub(crate) fn kill(mut self) -> u64 {
        self.child.kill().unwrap();
        self.hear_out();
        self.acknowledged
    }
}

/// Asserts that every change up to `last` is there, in both the log and the records.
pub(crate) fn assert_all_there(store: &Store, last: u64) {
    let changes = store.own_changes(ScopeId::Office, usize::MAX).unwrap();
    assert!(changes.len() as u64 >= last, "{} changes, {last} acknowledged", changes.len());
    for (seq, logged) in (1..).zip(&changes) {
        assert_eq!(logged.change.seq, seq);
        let state = store.get(&Kind::ENTRY, record_id(seq)).unwrap().expect("an acknowledged entry");
        assert_eq!(state.value("text"), words(seq).as_str());
    }
}
