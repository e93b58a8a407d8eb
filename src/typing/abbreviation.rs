//! đ in abbreviations, which are no syllables: HĐND, QĐ, QĐi, TCCSĐ.

use super::Method;
use super::letter::is_vowel;

/// Reads the keys of an abbreviation; nothing when there is no đ in it.
///
/// A đ can stand where no vowel was typed before it, and anywhere among capitals. As everywhere, one key more takes it back.
pub(super) fn read(keys: &str, method: Method) -> Option<String> {
    let mark = |key: char| match method {
        Method::Telex => key.eq_ignore_ascii_case(&'d'),
        Method::Vni => key == '9',
    };
    let mut text = String::with_capacity(keys.len());
    let (mut vowel, mut capitals, mut found) = (false, 0, false);
    let mut rest = keys.chars().peekable();
    while let Some(key) = rest.next() {
        vowel |= is_vowel(key);
        capitals += usize::from(key.is_ascii_uppercase());
        let barred = key.eq_ignore_ascii_case(&'d') && (!vowel || (key.is_ascii_uppercase() && capitals > 1));
        if !barred || rest.next_if(|next| mark(*next)).is_none() {
            text.push(key);
            continue;
        }
        found = true;
        match rest.next_if(|next| mark(*next)) {
            Some(again) => text.extend([key, again]),
            None => text.push(if key == 'D' { 'Đ' } else { 'đ' }),
        }
    }
    found.then_some(text)
}
