//! From a word on the screen back to keys that type it, so that it can be typed on after a Backspace.

use super::Method;
use super::letter::{Letter, Shape, Tone};

/// Returns keys that type a word, its tone last; whether they really do is for the caller to see.
pub(super) fn keys(word: &str, method: Method) -> String {
    let mut keys = String::with_capacity(word.len() + 2);
    let mut tone = Tone::Level;
    for letter in word.chars().map(Letter::of) {
        keys.push(letter.base);
        keys.extend(shape_key(letter, method));
        if letter.tone != Tone::Level {
            tone = letter.tone;
        }
    }
    keys.extend(tone_key(tone, method));
    keys
}

fn shape_key(letter: Letter, method: Method) -> Option<char> {
    match (letter.shape, method) {
        (Shape::Plain, _) => None,
        (Shape::Circumflex | Shape::Bar, Method::Telex) => Some(letter.base.to_ascii_lowercase()),
        (Shape::Breve | Shape::Horn, Method::Telex) => Some('w'),
        (Shape::Circumflex, Method::Vni) => Some('6'),
        (Shape::Horn, Method::Vni) => Some('7'),
        (Shape::Breve, Method::Vni) => Some('8'),
        (Shape::Bar, Method::Vni) => Some('9'),
    }
}

fn tone_key(tone: Tone, method: Method) -> Option<char> {
    let (telex, vni) = match tone {
        Tone::Level => return None,
        Tone::Acute => ('s', '1'),
        Tone::Grave => ('f', '2'),
        Tone::Hook => ('r', '3'),
        Tone::Tilde => ('x', '4'),
        Tone::Dot => ('j', '5'),
    };
    Some(if method == Method::Telex { telex } else { vni })
}
