//! The ways in which Unikey, EVKey, OpenKey, ibus, fcitx5 and macOS send words to a terminal, played with the words of a
//! visit; every word must be right, with the built-in typing off and with it waiting for the first letter it did not make.
//!
//! The streams are made by rule from what is described of those programs; what was recorded from real ones is played in
//! `recorded_input`. By rule alone stand Unikey, EVKey, OpenKey, macOS and the layouts of Windows, which do not run on Linux.

use std::collections::BTreeSet;

use bienban::typing::Choice;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_normalization::UnicodeNormalization;

use super::stage::{Stage, with_an_open_visit};

/// How a program sends a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sender {
    /// Unikey, EVKey, OpenKey: as many Backspaces as letters change, then the letters.
    Retyping,
    /// The same where the terminal sends 0x08 for Backspace.
    RetypingWithControlH,
    /// EVKey and others: the whole word anew at every mark.
    RetypingTheWord,
    /// OpenKey: a narrow space first, which is taken back with the rest.
    RetypingWithFiller,
    /// ibus-unikey, ibus-bamboo, fcitx5: the finished word at once.
    Committing,
    /// macOS, some layouts: letters followed by their marks.
    Decomposed,
    /// The older layout of Windows: shaped letters followed by the tone.
    ToneBehind,
    /// An Escape that came along with the letter.
    Escaped,
    /// OpenKey, where it is told to: the letters are selected by Shift+Left and typed over.
    Selecting,
}

const SENDERS: [Sender; 9] = [
    Sender::Retyping,
    Sender::RetypingWithControlH,
    Sender::RetypingTheWord,
    Sender::RetypingWithFiller,
    Sender::Committing,
    Sender::Decomposed,
    Sender::ToneBehind,
    Sender::Escaped,
    Sender::Selecting,
];

const SELECT: KeyEvent = KeyEvent::new(KeyCode::Left, KeyModifiers::SHIFT);
const BACKSPACE: KeyEvent = KeyEvent::new(KeyCode::Backspace, KeyModifiers::NONE);
const CONTROL_H: KeyEvent = KeyEvent::new(KeyCode::Char('h'), KeyModifiers::CONTROL);

fn letter(letter: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)
}

fn letters(text: &str) -> impl Iterator<Item = KeyEvent> + use<'_> {
    text.chars().map(letter)
}

fn is_tone(mark: char) -> bool {
    matches!(mark, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

fn toneless(text: &str) -> String {
    text.nfd().filter(|mark| !is_tone(*mark)).nfc().collect()
}

fn plain(letter: char) -> char {
    match letter {
        'đ' => 'd',
        'Đ' => 'D',
        other => other.to_string().nfd().next().unwrap(),
    }
}

/// The states of the screen that a word goes through while its marks are typed: each shape with its letter, the tone last.
fn states(word: &str) -> Vec<String> {
    let mut states = vec![String::new()];
    let mut shown = String::new();
    for letter in toneless(word).chars() {
        shown.push(plain(letter));
        states.push(shown.clone());
        if plain(letter) != letter {
            shown.pop();
            shown.push(letter);
            states.push(shown.clone());
        }
    }
    states.push(word.to_owned());
    states
}

/// The reads of one word: keys of one inner list arrive at once.
fn sent(word: &str, sender: Sender) -> Vec<Vec<KeyEvent>> {
    let mut reads = Vec::new();
    match sender {
        Sender::Committing => reads.push(letters(word).collect()),
        Sender::Decomposed => reads.extend(word.nfd().map(|part| vec![letter(part)])),
        Sender::ToneBehind => {
            for whole in word.chars() {
                reads.extend(letters(&toneless(&whole.to_string())).map(|key| vec![key]));
                reads.extend(whole.to_string().nfd().filter(|part| is_tone(*part)).map(|part| vec![letter(part)]));
            }
        }
        Sender::Escaped => {
            reads.extend(word.chars().map(|whole| {
                let modifiers = if whole.is_ascii() { KeyModifiers::NONE } else { KeyModifiers::ALT };
                vec![KeyEvent::new(KeyCode::Char(whole), modifiers)]
            }));
        }
        Sender::Retyping
        | Sender::RetypingWithControlH
        | Sender::RetypingTheWord
        | Sender::RetypingWithFiller
        | Sender::Selecting => {
            let erase = match sender {
                Sender::RetypingWithControlH => CONTROL_H,
                Sender::Selecting => SELECT,
                _ => BACKSPACE,
            };
            for pair in states(word).windows(2) {
                let [old, new] = pair else { continue };
                if let Some(added) = new.strip_prefix(old.as_str()) {
                    reads.push(letters(added).collect());
                    continue;
                }
                let same = old.chars().zip(new.chars()).take_while(|(old, new)| old == new).count();
                let same = if sender == Sender::RetypingTheWord { 0 } else { same };
                let filler = (sender == Sender::RetypingWithFiller).then(|| letter('\u{202f}'));
                let back = old.chars().count() - same + usize::from(filler.is_some());
                let again: String = new.chars().skip(same).collect();
                reads.push(filler.into_iter().chain(vec![erase; back]).chain(letters(&again)).collect());
            }
        }
    }
    reads
}

fn lines() -> Vec<Vec<&'static str>> {
    let text = include_str!("../data/visit-example.txt");
    let words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect::<BTreeSet<_>>().into_iter().collect();
    assert!(words.len() > 150, "{}", words.len());
    words.chunks(9).map(<[&str]>::to_vec).collect()
}

fn replay(stage: &mut Stage, choice: Choice, reads: impl Fn(&[&str]) -> Vec<Vec<KeyEvent>>, about: &str) {
    for line in lines() {
        // Every line is the first one for the built-in typing.
        stage.app.remember(choice).write("(");
        for read in reads(&line) {
            stage.app.burst(read);
        }
        let (screen, expected) = (stage.app.screen(), format!("› ({}\n", line.join(" ")));
        assert!(screen.contains(&expected), "{about} {choice:?}: no {expected:?} in\n{screen}");
        stage.app.press("Ctrl+U");
    }
}

fn stream(line: &[&str], sender: Sender) -> Vec<Vec<KeyEvent>> {
    let mut reads = Vec::new();
    for (at, word) in line.iter().enumerate() {
        if at > 0 {
            reads.push(vec![letter(' ')]);
        }
        reads.extend(sent(word, sender));
    }
    reads
}

#[test]
fn every_word_of_every_program_is_right() {
    let mut stage = with_an_open_visit();
    for sender in SENDERS {
        for choice in [Choice::Off, Choice::Telex] {
            replay(&mut stage, choice, |line| stream(line, sender), &format!("{sender:?}"));
        }
    }
    replay(&mut stage, Choice::Vni, |line| stream(line, Sender::Retyping), "Retyping");
}

#[test]
fn so_is_it_when_each_key_comes_alone_or_forty_come_at_once() {
    let mut stage = with_an_open_visit();
    for sender in [Sender::RetypingWithControlH, Sender::RetypingWithFiller, Sender::Decomposed] {
        for choice in [Choice::Off, Choice::Telex] {
            let flat = |line: &[&str]| stream(line, sender).concat();
            let alone = |line: &[&str]| flat(line).into_iter().map(|key| vec![key]).collect();
            let at_once = |line: &[&str]| flat(line).chunks(40).map(<[_]>::to_vec).collect();
            replay(&mut stage, choice, alone, &format!("slow {sender:?}"));
            replay(&mut stage, choice, at_once, &format!("fast {sender:?}"));
        }
    }
}
