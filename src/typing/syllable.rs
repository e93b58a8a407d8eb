//! What a Vietnamese syllable can be: onset, rime, tone.
//!
//! A word that cannot become one is not Vietnamese, and its keys stay as typed. Names of places in minority languages
//! (Krông Búk, Đắk R’tíh, Chư Păh) have more onsets and two more endings; they are allowed where a name can stand: after
//! a capital, or after an apostrophe.

use std::sync::LazyLock;

use super::letter::{Letter, Tone};

const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
];

/// Onsets of names in minority languages.
const NAME_ONSETS: [&str; 33] = [
    "bl", "br", "chr", "dl", "dr", "đl", "đr", "gl", "gr", "hl", "hm", "hr", "j", "jr", "kb", "kl", "km", "kn", "kp",
    "kr", "kt", "ly", "ml", "mn", "mr", "pl", "pr", "rl", "rm", "sr", "tl", "y", "yr",
];

const RIMES: [&str; 170] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ăc", "ăk", "ăm", "ăn", "ăng",
    "ăp", "ăt", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "e", "ec", "em", "en", "eng", "eo", "ep", "et", "ê",
    "êch", "êm", "ên", "êng", "ênh", "êp", "êt", "êu", "i", "ia", "ich", "iêc", "iêm", "iên", "iêng", "iêp", "iêt",
    "iêu", "im", "in", "inh", "ip", "it", "iu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao",
    "oap", "oat", "oay", "oăc", "oăm", "oăn", "oăng", "oăt", "oc", "oe", "oem", "oen", "oeo", "oet", "oi", "om", "on",
    "ong", "ooc", "oong", "op", "ot", "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ơ", "ơi", "ơm", "ơn", "ơp",
    "ơt", "u", "ua", "uân", "uâng", "uât", "uây", "uc", "uê", "uêch", "uên", "uênh", "ui", "um", "un", "ung", "uôc",
    "uôi", "uôm", "uôn", "uông", "uôt", "uơ", "up", "ut", "uy", "uya", "uych", "uyên", "uyêt", "uyn", "uynh", "uyp",
    "uyt", "uyu", "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
    "ưt", "ưu", "y", "ych", "yêm", "yên", "yêng", "yêt", "yêu", "ym", "yn", "ynh", "yp", "yt",
];

/// The rimes without marks, in order.
static BARE_RIMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut rimes: Vec<String> = RIMES.iter().map(|rime| rime.chars().map(bare).collect()).collect();
    rimes.sort_unstable();
    rimes
});

/// Whether letters, marks aside, can become a syllable when more of them and marks are typed.
pub(super) fn could_become(letters: &str, name: bool) -> bool {
    let letters: String = letters.chars().map(|letter| Letter::of(letter).base).collect();
    onsets(name).any(|onset| match without(onset, &letters) {
        None => begins(onset, &letters),
        Some("") => true,
        Some(rest) => is_spelled(onset, rest, name) && (begins_rime(rest) || (name && is_name_rime(rest))),
    })
}

/// Whether letters with their marks are a syllable of the language.
pub(super) fn is_syllable(letters: &str, name: bool) -> bool {
    let mut tone = Tone::Level;
    let mut toneless = String::with_capacity(letters.len());
    for letter in letters.chars().map(Letter::of) {
        if letter.tone != Tone::Level {
            if tone != Tone::Level {
                return false;
            }
            tone = letter.tone;
        }
        toneless.push(letter.toneless());
    }
    onsets(name).any(|onset| {
        let Some(rime) = toneless.strip_prefix(onset).filter(|rime| is_spelled(onset, rime, name)) else {
            return false;
        };
        let known = RIMES.contains(&rime) || (name && is_name_rime(rime));
        known && carries(rime, tone, toneless.starts_with('đ'))
    })
}

/// Whether an onset of names stands where a name can stand.
pub(super) fn is_name_onset(onset: &str) -> bool {
    NAME_ONSETS.contains(&onset)
}

fn onsets(name: bool) -> impl Iterator<Item = &'static str> {
    let more = if name { NAME_ONSETS.as_slice() } else { &[] };
    ONSETS.iter().chain(more).copied()
}

/// A letter of the tables without its shape.
fn bare(letter: char) -> char {
    match letter {
        'ă' | 'â' => 'a',
        'đ' => 'd',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        other => other,
    }
}

/// What follows an onset, when letters without marks begin with it.
fn without<'a>(onset: &str, letters: &'a str) -> Option<&'a str> {
    let mut rest = letters.chars();
    onset.chars().all(|letter| rest.next() == Some(bare(letter))).then_some(rest.as_str())
}

/// Whether an onset begins with letters without marks.
fn begins(onset: &str, letters: &str) -> bool {
    let mut onset = onset.chars().map(bare);
    letters.chars().all(|letter| onset.next() == Some(letter))
}

/// Whether a rime begins with letters without marks.
fn begins_rime(letters: &str) -> bool {
    let first = BARE_RIMES.partition_point(|rime| rime.as_str() < letters);
    BARE_RIMES.get(first).is_some_and(|rime| rime.starts_with(letters))
}

/// The orthography of an onset before the first letter of a rime.
fn is_spelled(onset: &str, rime: &str, name: bool) -> bool {
    let first = rime.chars().next().map(bare);
    let front = matches!(first, Some('e' | 'i' | 'y'));
    match onset {
        "k" => front || name,
        "gh" | "ngh" => front,
        "c" | "ng" => !front,
        "g" => !matches!(first, Some('e' | 'y')),
        "qu" => matches!(first, Some('a' | 'e' | 'i' | 'o' | 'y')),
        "gi" => matches!(first, Some('a' | 'e' | 'o' | 'u')),
        "" | "h" => true,
        _ => !rime.starts_with("yê") && !rime.starts_with("ye"),
    }
}

/// A vowel closed by k or h.
fn is_name_rime(rime: &str) -> bool {
    let mut letters = rime.chars();
    let vowel = letters.next().is_some_and(|letter| super::letter::is_vowel(bare(letter)));
    vowel && matches!(letters.next(), Some('k' | 'h')) && letters.next().is_none()
}

/// Syllables that end in a stop have two tones; a tone not typed yet is forgiven where đ shows what is meant.
fn carries(rime: &str, tone: Tone, barred: bool) -> bool {
    let stopped = matches!(tone, Tone::Acute | Tone::Dot);
    match rime.chars().last() {
        Some('h') if is_name_rime(rime) => stopped || tone == Tone::Level,
        Some('k') => stopped || (tone == Tone::Level && (barred || rime.starts_with('ă'))),
        Some('p' | 't' | 'c') => stopped || (barred && tone == Tone::Level),
        Some('h') if rime.ends_with("ch") => stopped || (barred && tone == Tone::Level),
        _ => true,
    }
}
