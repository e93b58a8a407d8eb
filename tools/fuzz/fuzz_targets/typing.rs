//! Telex and VNI: no stream of keys upsets them, and the keys of a word can be had back.
//!
//! Input: a byte for the method and the placement, then the keys as text; `\x08` deletes a letter, `\x1b` ends the word, `\x1a` takes it back.
//! The laws of `tests/typing/laws.rs`.
#![no_main]

use bienban::typing::{Change, Choice, Method, Placement, Style, Switch, Typist};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Some((how, keys)) = input.split_first() else { return };
    let Ok(keys) = std::str::from_utf8(keys) else { return };
    let style = Style {
        method: if how & 1 == 0 { Method::Telex } else { Method::Vni },
        placement: if how & 2 == 0 { Placement::Old } else { Placement::New },
    };
    typed(keys, style);

    let mut switch = Switch::new(Choice::Off, style.placement);
    let mut text = String::new();
    for key in keys.chars() {
        assert!(!switch.hears(key));
        let change = switch.key(&text, key);
        assert_eq!(change.back, 0);
        text.push_str(&change.text);
        assert!(switch.finish(&text).is_nothing() && switch.undo(&text).is_none());
    }
    assert_eq!(text, keys);

    had_back(keys, style);
});

fn typed(keys: &str, style: Style) -> String {
    let mut typist = Typist::new(style);
    let mut text = String::new();
    for key in keys.chars() {
        let change = match key {
            '\x08' => Change { back: text.chars().count().min(1), text: String::new() },
            '\x1b' => typist.finish(&text),
            '\x1a' => typist.undo(&text).unwrap_or_default(),
            key => typist.key(&text, key),
        };
        let left = text.chars().count().checked_sub(change.back).expect("no more is taken back than stands there");
        text = text.chars().take(left).chain(change.text.chars()).collect();
    }
    text
}

/// Words of plain letters with single spaces between them: taking back the last gives its keys, and leaves the others as they are.
fn had_back(keys: &str, style: Style) {
    let words: Vec<&str> = keys.split(' ').collect();
    let plain = |word: &&str| (1..=14).contains(&word.len()) && word.bytes().all(|key| key.is_ascii_alphabetic());
    if !words.iter().all(|word| plain(word)) {
        return;
    }
    let Some((word, before)) = words.split_last() else { return };
    let before: String = before.iter().map(|word| format!("{word} ")).collect();
    let kept = typed(&before, style);
    assert_eq!(typed(&format!("{keys}\x1a"), style), format!("{kept}{word}"));
}
