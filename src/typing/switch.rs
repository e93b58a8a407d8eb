//! Which method is on, and stepping aside for an input method outside the program.

use unicode_normalization::char::is_combining_mark;

use super::letter::is_marked;
use super::{Change, Method, Placement, Style, Typist};

/// What a person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Every letter as the keyboard sends it.
    Off,
    /// Telex.
    #[default]
    Telex,
    /// VNI.
    Vni,
}

impl Choice {
    /// Every choice, in the order of the key that turns them.
    pub const ALL: [Self; 3] = [Self::Off, Self::Telex, Self::Vni];

    /// Its name in a file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Telex => "telex",
            Self::Vni => "vni",
        }
    }

    /// Reads its name in a file.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

/// The built-in typing, on or off.
#[derive(Clone, Debug, Default)]
pub struct Switch {
    choice: Choice,
    placement: Placement,
    /// Whether an outside input method was heard, so that ours is silent for now.
    aside: bool,
    /// Whether the person chose since the program started: then nothing is switched off by itself.
    insists: bool,
    typist: Typist,
}

impl Switch {
    /// Begins with what was chosen before.
    #[must_use]
    pub fn new(choice: Choice, placement: Placement) -> Self {
        Self { choice, placement, ..Self::default() }.begun()
    }

    /// What works now: nothing chosen while an outside input method is at work.
    #[must_use]
    pub fn now(&self) -> Choice {
        if self.aside { Choice::Off } else { self.choice }
    }

    /// Whether it stepped aside for an outside input method.
    #[must_use]
    pub fn is_aside(&self) -> bool {
        self.aside
    }

    /// Goes on to the next choice and returns it.
    pub fn turn(&mut self) -> Choice {
        let next = match self.now() {
            Choice::Off => Choice::Telex,
            Choice::Telex => Choice::Vni,
            Choice::Vni => Choice::Off,
        };
        *self = Self { choice: next, aside: false, insists: true, ..self.clone() }.begun();
        next
    }

    /// Listens to a typed letter; says whether it came from an outside input method, for which ours now steps aside.
    pub fn hears(&mut self, letter: char) -> bool {
        let outside = is_marked(letter) || is_combining_mark(letter);
        let steps = outside && !self.insists && self.now() != Choice::Off;
        self.aside |= steps;
        steps
    }

    /// Takes a key typed behind `text`.
    #[must_use]
    pub fn key(&mut self, text: &str, key: char) -> Change {
        if self.now() == Choice::Off { Change { back: 0, text: key.into() } } else { self.typist.key(text, key) }
    }

    /// Ends the word at the end of `text`.
    #[must_use]
    pub fn finish(&mut self, text: &str) -> Change {
        if self.now() == Choice::Off { Change::default() } else { self.typist.finish(text) }
    }

    /// Gives back the keys of the word at the end of `text`, if it became something else.
    #[must_use]
    pub fn undo(&mut self, text: &str) -> Option<Change> {
        if self.now() == Choice::Off { None } else { self.typist.undo(text) }
    }

    fn begun(mut self) -> Self {
        let method = if self.choice == Choice::Vni { Method::Vni } else { Method::Telex };
        self.typist = Typist::new(Style { method, placement: self.placement });
        self
    }
}
