//! What input methods really sent to real terminals, played read by read; every word must be right, with the built-in typing
//! off and with it waiting for the first letter it did not make.
//!
//! `tools/input-methods/record` recorded them on Debian 12: ibus-unikey, ibus-bamboo, ibus-m17n, fcitx5-unikey and fcitx5-bamboo in
//! xterm, urxvt, lxterminal (VTE) and kitty. What does not run there stands in `input_methods`, by rule.

use std::collections::BTreeSet;

use bienban::typing::Choice;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_normalization::UnicodeNormalization;

use super::recordings::{Line, Recording, all};
use super::stage::{Stage, with_an_open_visit};

/// Every tone and shape, as decomposed letters have them.
const MARKS: &str = "\u{110}\u{111}\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31b}\u{323}";

/// The keys of each read.
type Reads = Vec<Vec<KeyEvent>>;

/// Takes bytes apart as crossterm does; what is not whole yet stays for the next read.
fn keys(rest: &mut Vec<u8>, read: &[u8]) -> Vec<KeyEvent> {
    rest.extend(read);
    let mut keys = Vec::new();
    while let Some((key, length)) = first_key(rest) {
        keys.push(key);
        rest.drain(..length);
    }
    keys
}

fn first_key(bytes: &[u8]) -> Option<(KeyEvent, usize)> {
    let whole = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(fault) => std::str::from_utf8(bytes.get(..fault.valid_up_to()).unwrap()).unwrap(),
    };
    for (sequence, code, modifiers) in [
        ("\u{1b}[1;2D", KeyCode::Left, KeyModifiers::SHIFT),
        ("\u{1b}[D", KeyCode::Left, KeyModifiers::NONE),
        ("\u{7f}", KeyCode::Backspace, KeyModifiers::NONE),
        ("\r", KeyCode::Enter, KeyModifiers::NONE),
        ("\u{8}", KeyCode::Char('h'), KeyModifiers::CONTROL),
    ] {
        if whole.starts_with(sequence) {
            return Some((KeyEvent::new(code, modifiers), sequence.len()));
        }
    }
    let letter = whole.chars().next()?;
    assert!(!letter.is_control(), "{whole:?}");
    let shift = if letter.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    Some((KeyEvent::new(KeyCode::Char(letter), shift), letter.len_utf8()))
}

/// Types some of the lines as they were read, Enter too, and looks at the entries.
fn save(stage: &mut Stage, recording: &Recording) {
    // Saving takes its time, and `replay` looks at every line.
    for line in recording.lines.iter().step_by(6) {
        // Every line is the first one for the built-in typing.
        stage.app.remember(Choice::Telex).write("++ ");
        for read in events(recording, line) {
            stage.app.burst(read);
        }
        let screen = stage.app.screen();
        let newest = screen.lines().rfind(|row| row.contains("Ưu điểm")).unwrap_or_default();
        let saved = newest.ends_with(&format!("  {}", line.words));
        assert!(saved, "{}: no {:?} in\n{screen}", recording.name, line.words);
    }
}

/// Types every so many lines without Enter, their keys parted into reads anew, and looks at the capture line.
fn replay(stage: &mut Stage, recording: &Recording, step: usize, choice: Choice, part: impl Fn(Reads) -> Reads) {
    for line in recording.lines.iter().step_by(step) {
        stage.app.remember(choice).write("(");
        let mut reads = events(recording, line);
        assert_eq!(reads.last_mut().and_then(Vec::pop), Some(KeyCode::Enter.into()));
        for read in part(reads) {
            stage.app.burst(read);
        }
        let (screen, expected) = (stage.app.screen(), format!("› ({}\n", line.words));
        assert!(screen.contains(&expected), "{} {choice:?}: no {expected:?} in\n{screen}", recording.name);
        stage.app.press("Ctrl+U");
    }
}

fn events(recording: &Recording, line: &Line) -> Reads {
    let mut rest = Vec::new();
    let reads = line.reads.iter().map(|read| keys(&mut rest, read)).collect();
    assert!(rest.is_empty(), "{}: {rest:?}", recording.name);
    reads
}

#[test]
fn every_word_that_was_sent_is_right_at_any_pace_with_the_built_in_typing_off_and_waiting() {
    let mut stage = with_an_open_visit();
    let chunks = |reads: Reads, at_once| reads.concat().chunks(at_once).map(<[_]>::to_vec).collect();
    for recording in all() {
        replay(&mut stage, &recording, 1, Choice::Off, |reads| reads);
        replay(&mut stage, &recording, 1, Choice::Telex, |reads| reads);
        // Other paces with some of the lines: the letters are the same.
        replay(&mut stage, &recording, 4, Choice::Telex, |reads| chunks(reads, 1));
        replay(&mut stage, &recording, 4, Choice::Telex, |reads| chunks(reads, 40));
    }
}

#[test]
fn an_enter_that_comes_with_the_last_word_saves_the_line() {
    for recording in all() {
        let mut stage = with_an_open_visit();
        stage.app.resize(120, 40);
        save(&mut stage, &recording);
    }
}

#[test]
fn the_recordings_hold_all_that_is_typed() {
    let recordings = all();
    for recording in &recordings {
        let words: BTreeSet<&str> = recording.lines.iter().flat_map(|line| line.words.split(' ')).collect();
        assert!(words.len() > 150, "{}: {}", recording.name, words.len());
        let marks: BTreeSet<char> = words.iter().flat_map(|word| word.nfd()).filter(|part| !part.is_ascii()).collect();
        assert_eq!(marks.into_iter().collect::<String>(), MARKS, "{}", recording.name);
    }
    let at_once = |held: fn(&[u8]) -> bool| {
        recordings.iter().flat_map(|one| &one.lines).any(|line| line.reads.iter().any(|read| held(read)))
    };
    assert!(at_once(|read| read.starts_with(b"\x7f") && read.len() > 2), "Backspace and letters in one read");
    assert!(at_once(|read| String::from_utf8_lossy(read).chars().count() > 40), "forty keys in one read");
}
