//! A hand at the keyboard: types keys into a text, as the interface does, and spells words as keys by rules of its own.

use bienban::typing::{Change, Method, Placement, Style, Typist};

pub(crate) const TELEX: Style = Style { method: Method::Telex, placement: Placement::Old };
pub(crate) const VNI: Style = Style { method: Method::Vni, placement: Placement::Old };

/// A text being typed; the caret is at its end.
pub(crate) struct Hand {
    pub(crate) typist: Typist,
    pub(crate) text: String,
}

impl Hand {
    pub(crate) fn new(style: Style) -> Self {
        Self { typist: Typist::new(style), text: String::new() }
    }

    /// Types keys; `⌫` deletes a letter, `⏎` is a key that is no text, `↶` takes the last word back.
    pub(crate) fn write(&mut self, keys: &str) -> &mut Self {
        for key in keys.chars() {
            let change = match key {
                '⌫' => Change { back: 1, text: String::new() },
                '⏎' => self.typist.finish(&self.text),
                '↶' => self.typist.undo(&self.text).unwrap_or_default(),
                key => self.typist.key(&self.text, key),
            };
            for _ in 0..change.back {
                self.text.pop();
            }
            self.text.push_str(&change.text);
        }
        self
    }
}

pub(crate) fn typed(keys: &str, style: Style) -> String {
    let mut hand = Hand::new(style);
    hand.write(keys);
    hand.text
}

/// In which order a person types the marks of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Habit {
    /// Each shape with its letter, the tone at the end: `dduwowngf`.
    ToneLast,
    /// Everything with its letter: `dduwowfng`.
    Inline,
    /// All letters first, then the shapes, then the tone: `duongwdf`.
    MarksLast,
    /// One w or 7 for ươ: `dduowngf`.
    OneHorn,
}

impl Habit {
    pub(crate) const ALL: [Self; 4] = [Self::ToneLast, Self::Inline, Self::MarksLast, Self::OneHorn];
}

/// A letter as a person learns it: the plain letter, its shape, its tone.
fn parts(letter: char) -> (char, Option<usize>, usize) {
    const SHAPES: [(&str, &str); 5] = [("âÂêÊôÔ", "aAeEoO"), ("ơƠưƯ", "oOuU"), ("ăĂ", "aA"), ("đĐ", "dD"), ("", "")];
    const TONED: [&str; 24] = [
        "aáàảãạ",
        "ăắằẳẵặ",
        "âấầẩẫậ",
        "eéèẻẽẹ",
        "êếềểễệ",
        "iíìỉĩị",
        "oóòỏõọ",
        "ôốồổỗộ",
        "ơớờởỡợ",
        "uúùủũụ",
        "ưứừửữự",
        "yýỳỷỹỵ",
        "AÁÀẢÃẠ",
        "ĂẮẰẲẴẶ",
        "ÂẤẦẨẪẬ",
        "EÉÈẺẼẸ",
        "ÊẾỀỂỄỆ",
        "IÍÌỈĨỊ",
        "OÓÒỎÕỌ",
        "ÔỐỒỔỖỘ",
        "ƠỚỜỞỠỢ",
        "UÚÙỦŨỤ",
        "ƯỨỪỬỮỰ",
        "YÝỲỶỸỴ",
    ];
    let row = TONED.iter().find_map(|row| Some((row.chars().next()?, row.chars().position(|toned| toned == letter)?)));
    let (toneless, tone) = row.unwrap_or((letter, 0));
    for (shape, (marked, plain)) in SHAPES.iter().enumerate() {
        if let Some(at) = marked.chars().position(|marked| marked == toneless) {
            return (plain.chars().nth(at).unwrap(), Some(shape), tone);
        }
    }
    (toneless, None, tone)
}

/// Spells a word as keys.
pub(crate) fn keys(word: &str, habit: Habit, method: Method) -> String {
    let telex = method == Method::Telex;
    let mut keys = String::new();
    let (mut shapes, mut tone) = (String::new(), None);
    for letter in word.chars() {
        let (plain, shape, toned) = parts(letter);
        let shape = shape.map(|shape| match (telex, shape) {
            (true, 0) => plain,
            (true, 3) => plain,
            (true, _) => {
                if plain.is_uppercase() {
                    'W'
                } else {
                    'w'
                }
            }
            (false, shape) => ['6', '7', '8', '9'][shape],
        });
        let toned = (toned > 0).then(|| {
            let key = if telex { ['s', 'f', 'r', 'x', 'j'] } else { ['1', '2', '3', '4', '5'] }[toned - 1];
            if plain.is_uppercase() { key.to_ascii_uppercase() } else { key }
        });
        // A double o that stays two letters is typed with one o more.
        if telex && shape.is_none() && plain.eq_ignore_ascii_case(&'o') && keys.ends_with(['o', 'O']) {
            keys.push(plain);
        }
        keys.push(plain);
        match habit {
            Habit::MarksLast => {
                let same = shape.filter(|shape| !shapes.contains(*shape) || !"wW7".contains(*shape));
                shapes.extend(same);
                tone = tone.or(toned);
            }
            Habit::Inline => {
                keys.extend(shape);
                keys.extend(toned);
            }
            Habit::ToneLast | Habit::OneHorn => {
                keys.extend(shape);
                tone = tone.or(toned);
            }
        }
    }
    if habit == Habit::OneHorn {
        for (double, one) in [("uwo", "uo"), ("UWO", "UO"), ("Uwo", "Uo"), ("u7o", "uo"), ("U7O", "UO"), ("U7o", "Uo")]
        {
            keys = keys.replace(double, one);
        }
    }
    keys.push_str(&shapes);
    keys.extend(tone);
    keys
}
