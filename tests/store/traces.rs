//! Looks for words in every byte below a folder.
#![allow(dead_code, reason = "every test binary uses a part of it")]

use std::fs;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

/// Every way in which a word may lie on a disk: composed or not, as UTF-8 and UTF-16, as JSON escapes, without accents.
fn spellings(word: &str) -> Vec<Vec<u8>> {
    let forms: [String; 2] = [word.nfc().collect(), word.nfd().collect()];
    let mut found = Vec::new();
    for form in forms {
        found.push(form.encode_utf16().flat_map(u16::to_le_bytes).collect());
        found.push(form.encode_utf16().flat_map(u16::to_be_bytes).collect());
        let escaped = form.encode_utf16().map(|unit| match char::from_u32(unit.into()) {
            Some(letter) if letter.is_ascii() => letter.to_string(),
            _ => format!("\\u{unit:04x}"),
        });
        found.push(escaped.collect::<String>().into_bytes());
        let bare: String = form.nfd().filter(|letter| letter.is_ascii()).collect();
        found.push(bare.into_bytes());
        found.push(form.into_bytes());
    }
    found
}

/// Asserts that no file below a folder, and no name of one, has any of the words.
pub(crate) fn assert_no_trace(folder: &Path, words: &[&str]) {
    let spellings: Vec<(&str, Vec<u8>)> =
        words.iter().flat_map(|word| spellings(word).into_iter().map(move |spelling| (*word, spelling))).collect();
    let mut folders = vec![folder.to_owned()];
    let mut looked_at = 0;
    while let Some(below) = folders.pop() {
        for item in fs::read_dir(&below).unwrap() {
            let path = item.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = [path.as_os_str().as_encoded_bytes(), &fs::read(&path).unwrap()].concat();
            looked_at += 1;
            for (word, spelling) in &spellings {
                let found = memchr::memmem::find(&bytes, spelling);
                assert!(found.is_none(), "“{word}” lies in {}", path.display());
            }
        }
    }
    assert!(looked_at > 0, "nothing was looked at");
}
