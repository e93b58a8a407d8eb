//! What was typed of the word at hand, and what the next key does to it.

use super::compose::{Before, Composing, Word};
use super::{Method, Style, encode};

/// What becomes of the text before the caret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// How many letters are taken back.
    pub back: usize,
    /// What is put in then.
    pub text: String,
}

impl Change {
    fn between(old: &str, new: &str) -> Self {
        let same = old.chars().zip(new.chars()).take_while(|(old, new)| old == new).count();
        Self { back: old.chars().count() - same, text: new.chars().skip(same).collect() }
    }

    /// Whether everything stays as it is.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.back == 0 && self.text.is_empty()
    }
}

/// A piece of text and the keys that typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Piece {
    keys: String,
    shown: String,
}

impl Piece {
    fn is_changed(&self) -> bool {
        self.keys != self.shown
    }

    fn push(&mut self, keys: &str, shown: &str) {
        self.keys.push_str(keys);
        self.shown.push_str(shown);
    }
}

/// Remembers the keys of the word before the caret.
///
/// What stands in the text is always right: when it is not what was remembered (the caret moved, a letter was deleted),
/// the keys are found anew from the text.
#[derive(Clone, Debug, Default)]
pub struct Typist {
    style: Style,
    word: Piece,
    /// The word in the making; none while it stays as its keys until it ends.
    composing: Option<Composing>,
    /// Whether a key of the word was typed, and not all of it found in the text.
    typed: bool,
    /// What of the word was found in the text, and how many keys type that.
    found: (String, usize),
    /// What stands between the last space and the word.
    token: Piece,
    /// The word that ended last, with what was typed behind it.
    last: Piece,
}

impl Typist {
    /// Makes one that knows nothing yet.
    #[must_use]
    pub fn new(style: Style) -> Self {
        Self { style, ..Self::default() }
    }

    /// Takes a key typed behind `text`.
    #[must_use]
    pub fn key(&mut self, text: &str, key: char) -> Change {
        self.find(text);
        if self.is_of_word(key) { self.go_on(text, key) } else { self.go_past(key) }
    }

    /// Ends the word at the end of `text`, as a key does that types nothing.
    #[must_use]
    pub fn finish(&mut self, text: &str) -> Change {
        if !self.typed || !text.ends_with(&self.word.shown) {
            return Change::default();
        }
        let old = self.word.shown.clone();
        let new = self.end();
        self.token = Piece::default();
        Change::between(&old, &new)
    }

    /// Gives back the keys of the last word at the end of `text` that became something else; nothing when there is none.
    #[must_use]
    pub fn undo(&mut self, text: &str) -> Option<Change> {
        let piece = if self.typed && self.word.is_changed() { &self.word } else { &self.last };
        if !piece.is_changed() || !text.ends_with(&piece.shown) {
            return None;
        }
        let change = Change::between(&piece.shown, &piece.keys);
        self.word.shown.clone_from(&self.word.keys);
        self.composing = None;
        self.token = Piece::default();
        self.last = Piece::default();
        Some(change)
    }

    /// One key more of the word.
    fn go_on(&mut self, text: &str, key: char) -> Change {
        if self.word.keys.is_empty() {
            self.composing = (!is_address(text)).then(|| Composing::new(before(text), self.style));
        }
        let old = std::mem::take(&mut self.word.shown);
        if self.word.keys.is_empty() {
            self.found = Default::default();
        }
        self.typed = true;
        self.last = Piece::default();
        self.word.keys.push(key);
        if let Some(composing) = &mut self.composing {
            composing.push(key);
        }
        self.word.shown = match self.composing.as_ref().map(Composing::word) {
            Some(Word::Syllable(word) | Word::Meant(word)) => word,
            Some(Word::Foreign) | None => self.as_typed(),
        };
        Change::between(&old, &self.word.shown)
    }

    /// A key behind the word.
    fn go_past(&mut self, key: char) -> Change {
        let old = format!("{}{}", self.token.shown, self.word.shown);
        self.end();
        if key == '@' && old.ends_with(char::is_alphanumeric) {
            // What looked like words was the beginning of an e-mail address.
            self.token.shown.clone_from(&self.token.keys);
            self.last = Piece::default();
        }
        let new = format!("{}{key}", self.token.shown);
        let typed = String::from(key);
        if self.last.is_changed() {
            self.last.push(&typed, &typed);
        }
        if key.is_whitespace() {
            self.token = Piece::default();
        } else {
            self.token.push(&typed, &typed);
        }
        Change::between(&old, &new)
    }

    /// Moves the word, as it is in the end, into the token; returns it.
    fn end(&mut self) -> String {
        let as_typed = self.as_typed();
        let Piece { keys, mut shown } = std::mem::take(&mut self.word);
        let typed = std::mem::take(&mut self.typed);
        if let Some(composing) = self.composing.take().filter(|_| typed) {
            shown = composing.finished().unwrap_or(as_typed);
        }
        self.token.push(&keys, &shown);
        if !shown.is_empty() {
            self.last = if typed { Piece { keys, shown: shown.clone() } } else { Piece::default() };
        }
        shown
    }

    /// Brings what is remembered in line with the text.
    fn find(&mut self, text: &str) {
        let rest = text.strip_suffix(&self.word.shown).filter(|rest| !rest.ends_with(char::is_alphabetic));
        if let Some(rest) = rest {
            if !rest.ends_with(&self.token.shown) {
                self.token = Piece::default();
            }
            if !text.ends_with(&self.last.shown) {
                self.last = Piece::default();
            }
            return;
        }
        let start = text.trim_end_matches(char::is_alphabetic).len();
        let shown = text.get(start..).unwrap_or_default().to_owned();
        let around = text.get(..start).unwrap_or_default();
        *self = Self::new(self.style);
        let keys = encode::keys(&shown, self.style.method);
        let composing = Composing::of(&keys, before(around), self.style);
        // What no keys type as it stands is only typed on.
        let same = !is_address(around) && composing.word() == Word::Syllable(shown.clone());
        self.composing = same.then_some(composing);
        let keys = if same { keys } else { shown.clone() };
        self.found = (shown.clone(), keys.len());
        self.word = Piece { keys, shown };
    }

    /// The word without any mark that its keys would make; what was found in the text stays as found.
    fn as_typed(&self) -> String {
        let (found, keys) = &self.found;
        format!("{found}{}", self.word.keys.get(*keys..).unwrap_or_default())
    }

    fn is_of_word(&self, key: char) -> bool {
        let digit = self.style.method == Method::Vni && key.is_ascii_digit();
        key.is_ascii_alphabetic() || (digit && !self.word.shown.is_empty())
    }
}

fn before(around: &str) -> Before {
    match around.chars().last() {
        Some('\'' | '’') => Before::Apostrophe,
        Some('/') => Before::Stroke,
        Some(digit) if digit.is_ascii_digit() => Before::Digit,
        _ => Before::Nothing,
    }
}

/// Whether what is typed next belongs to an e-mail address or a place on the web.
fn is_address(around: &str) -> bool {
    let token = around.rsplit(char::is_whitespace).next().unwrap_or_default();
    let mail = token.split_once('@').is_some_and(|(name, _)| name.ends_with(char::is_alphanumeric));
    mail || token.contains("://") || token.starts_with("www.")
}
