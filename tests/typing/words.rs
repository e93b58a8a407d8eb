//! Syllables of the language, every onset with every rime that a table has, typed in every way people type.

use std::collections::BTreeSet;

use bienban::typing::{Method, Placement, Style};

use super::hand::{Habit, TELEX, VNI, keys, typed};

/// Rimes by what may stand before them; `*` stands before the letter that carries the tone, and the newer way of placing
/// it, where there is one, behind a stroke.
const RIMES: &[(&str, &str)] = &[
    (
        "a o u",
        "*a *ac *ach *ai *am *an *ang *anh *ao *ap *at *au *ay *ăc *ăm *ăn *ăng *ăp *ăt *âc *âm *ân *âng *âp *ât *âu *ây \
         *o *oc *oi *om *on *ong *op *ot *ô *ôc *ôi *ôm *ôn *ông *ôp *ôt *ơ *ơi *ơm *ơn *ơp *ơt \
         *u *uc *ui *um *un *ung *up *ut *ua u*ôc u*ôi u*ôm u*ôn u*ông u*ôt \
         *ư *ưc *ưi *ưng *ưt *ưu *ưa ư*ơc ư*ơi ư*ơm ư*ơn ư*ơng ư*ơp ư*ơt ư*ơu",
    ),
    (
        "rounded",
        "*oa/o*a o*ac o*ach o*ai o*an o*ang o*anh o*at o*ay o*ăc o*ăn o*ăng o*ăt *oe/o*e o*en o*et u*ân u*ât u*ây u*ê u*êch \
         u*ênh u*ơ *uy/u*y u*ya uy*ên uy*êt u*ych u*ynh u*yt u*yu",
    ),
    (
        "e i",
        "*e *ec *em *en *eng *eo *ep *et *ê *êch *êm *ên *ênh *êp *êt *êu *i *ich *im *in *inh *ip *it *iu *ia i*êc i*êm i*ên \
         i*êng i*êp i*êt i*êu",
    ),
    ("nothing", "*y y*êm y*ên y*êng y*êt y*êu *ia *oa/o*a o*an o*at *uy/u*y"),
    (
        "qu",
        "*a *ac *ach *ai *an *ang *anh *at *au *ay *ăc *ăn *ăng *ăt *ân *ât *ây *e *en *eo *et *ê *ên *êt *i *it *y y*ên y*êt \
            *ôc *ơ *ynh *ych *yt",
    ),
    (
        "gi",
        "*a *ac *ai *am *an *ang *anh *ao *ap *at *au *ay *ăc *ăm *ăn *ăng *ăt *âc *âm *ân *âp *ât *âu *ây *o *oi *on *ong \
            *ô *ôi *ông *ôt *ơ *ơi *ơn *u *uc *ui *un ư*ơng *ưa *ưc *ưt *ư",
    ),
];

const ONSETS: &[(&str, &str)] = &[
    ("a o u", "b c ch d đ g h kh l m n ng nh ph r s t th tr v x"),
    ("rounded", "ch d đ h kh l ng nh t th x s"),
    ("e i", "b ch d đ gh h k kh l m n ngh nh ph r s t th tr v x"),
    ("nothing", "-"),
    ("qu", "qu"),
    ("gi", "gi"),
];

/// Words of the trade, names and texts, with what a table of plain syllables does not have.
const MORE: &str = "gì gìn giếng giêng giết xoong moóc goòng boong Đắk Lắk Krông Plông Prông Búk Păh Pưh Drắk Jút Pắk Đăk \
    thuở huơ quở khuỷu ngoéo ngoằn ngoèo khúc khuỷu tuýp Nguyễn nghiêng nghiệp nghị quyết xuyên duyệt";

pub(crate) fn all(placement: Placement) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let mut pairs = 0;
    for (class, rimes) in RIMES {
        let onsets = ONSETS.iter().find(|(name, _)| name == class).unwrap().1;
        for rime in rimes.split_whitespace() {
            let (old, new) = rime.split_once('/').unwrap_or((rime, rime));
            let rime = if placement == Placement::Old { old } else { new };
            let stop = rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch");
            let tones = if stop { [1, 5].as_slice() } else { &[0, 1, 2, 3, 4, 5] };
            for onset in onsets.split(' ') {
                let onset = if onset == "-" { "" } else { onset };
                // Two tones of each are enough: every rime still meets every tone.
                for at in [pairs, pairs + tones.len() / 2] {
                    words.insert(format!("{onset}{}", toned(rime, tones[at % tones.len()])));
                }
                pairs += 1;
            }
        }
    }
    words.extend(MORE.split_whitespace().map(str::to_owned));
    words
}

fn toned(rime: &str, tone: usize) -> String {
    let mark = ["", "\u{301}", "\u{300}", "\u{309}", "\u{303}", "\u{323}"][tone];
    let (before, rest) = rime.split_once('*').unwrap();
    let at = rest.chars().next().unwrap().len_utf8();
    bienban::text::nfc(&format!("{before}{}{mark}{}", &rest[..at], &rest[at..]))
}

fn title(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().unwrap();
    first.to_uppercase().chain(letters).collect()
}

/// What does not come out, and why.
const NOT: &[(&str, &str, &str)] = &[
    ("tét", "test", "an English word of every report; `tets` types tét"),
    ("vía", "visa", "an English word of every report; `vias` types vía"),
    ("tãi", "taxi", "written more often than tãi; `taix` types tãi"),
    ("sòa", "sofa", "no word of the language"),
    ("dất", "datas", "no word of the language"),
];

fn mistakes(style: Style) -> (usize, Vec<String>) {
    let mut wrong = Vec::new();
    let words = all(style.placement);
    for word in &words {
        for habit in Habit::ALL {
            let cases = match habit {
                Habit::ToneLast => vec![word.clone(), word.to_uppercase()],
                Habit::Inline => vec![word.clone(), title(word)],
                Habit::MarksLast | Habit::OneHorn => vec![word.clone()],
            };
            for word in cases {
                let keys = keys(&word, habit, style.method);
                let text = typed(&format!("{keys} "), style);
                let known = NOT.iter().any(|(not, by, _)| word.to_lowercase() == *not && keys.to_lowercase() == *by);
                if text.strip_suffix(' ') != Some(&word) && !known {
                    wrong.push(format!("{habit:?} {word}: {keys} became {text}"));
                }
            }
        }
    }
    (words.len(), wrong)
}

fn all_come_out(style: Style) {
    let (words, wrong) = mistakes(style);
    assert!(words > 4_000, "only {words} words");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_word_comes_out_right_by_telex() {
    all_come_out(TELEX);
}

#[test]
fn every_word_comes_out_right_by_vni() {
    all_come_out(VNI);
}

#[test]
fn the_tone_stands_where_the_setting_says() {
    let new = Style { placement: Placement::New, ..TELEX };
    for word in all(Placement::New) {
        assert_eq!(typed(&keys(&word, Habit::ToneLast, Method::Telex), new), word);
    }
    for (keys, old, newer) in
        [("hoas", "hóa", "hoá"), ("thuyr", "thủy", "thuỷ"), ("toanf", "toàn", "toàn"), ("quys", "quý", "quý")]
    {
        assert_eq!((typed(keys, TELEX).as_str(), typed(keys, new).as_str()), (old, newer));
    }
}

#[test]
fn what_does_not_come_out_is_as_listed() {
    for (word, keys, why) in NOT {
        assert_ne!(typed(keys, TELEX), *word, "{why}");
    }
}

#[test]
fn the_words_of_the_trade_come_out_right() {
    let texts = [include_str!("../data/visit-example.txt"), include_str!("../../src/domain/entry.rs")];
    let words: BTreeSet<&str> = texts
        .iter()
        .flat_map(|text| text.split(|letter: char| !letter.is_alphabetic()))
        .filter(|word| !word.is_ascii())
        .collect();
    assert!(words.len() > 100, "{}", words.len());
    for word in words {
        for style in [TELEX, VNI] {
            let text = typed(&format!("{} ", keys(word, Habit::ToneLast, style.method)), style);
            assert_eq!(text.trim_end(), word);
        }
    }
}
