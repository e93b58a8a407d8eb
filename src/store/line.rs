//! The one text format of the data folder: a line that proves itself.
//!
//! 64 hex digits of the BLAKE3 of a JSON text, a space, the JSON, a newline. The journal has one line per change; the
//! installation file, the mark of a clean stop, the key and the drafts are files of a single line.
//!
//! In an encrypted folder the JSON only carries the sealed bytes of the JSON proper, so that a line proves itself to
//! whoever lacks the key too: `{"log":…,"seq":…,"sealed":…}` in the journal, `{"sealed":…}` in a file.

use std::io;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD as BASE64;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Error;
use super::cipher::{Cipher, sealed_length};
use super::files::{At, write_whole};
use crate::domain::{ChangeHash, Logged, StreamId};

const DIGITS: usize = 64;

/// Makes the line of a JSON text, newline included.
pub(super) fn encode(json: &[u8]) -> Vec<u8> {
    let mut line = Vec::with_capacity(length(json.len()));
    line.extend_from_slice(ChangeHash::of(json).to_string().as_bytes());
    line.push(b' ');
    line.extend_from_slice(json);
    line.push(b'\n');
    line
}

/// Number of bytes of the line of a JSON text of so many bytes.
const fn length(json: usize) -> usize {
    DIGITS + 1 + json + 1
}

/// Reads a line without its newline; nothing when a single bit of it is not as it was written.
pub(super) fn decode(line: &[u8]) -> Option<&[u8]> {
    proven(line).map(|(_, json)| json)
}

/// What a line says and the name by which it proves it.
fn proven(line: &[u8]) -> Option<(ChangeHash, &[u8])> {
    let (digits, rest) = line.split_at_checked(DIGITS)?;
    let json = rest.strip_prefix(b" ")?;
    let name = ChangeHash::of(json);
    // Compared as text: other spellings of the same number are damage too.
    (name.to_string().as_bytes() == digits).then_some((name, json))
}

/// What an encrypted line of the journal carries in the clear: its place, which is authenticated with it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SealedChange<'a> {
    log: StreamId,
    seq: u64,
    sealed: &'a str,
}

/// What an encrypted file of one line carries.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SealedFile {
    sealed: String,
}

/// The place that a change is sealed for.
fn place_of_change(log: StreamId, seq: u64) -> Vec<u8> {
    [b"bienban journal 1\0", &log.0.as_bytes()[..], &seq.to_be_bytes()].concat()
}

/// The place that the content of a file is sealed for.
fn place_of_file(name: &str) -> Vec<u8> {
    [b"bienban file 1\0", name.as_bytes()].concat()
}

/// How every sealed line begins, and no plain one.
const SEALED: &str = r#"{"log":""#;

fn sealed_json(log: StreamId, seq: u64, sealed: &str) -> String {
    format!(r#"{SEALED}{log}","seq":{seq},"sealed":"{sealed}"}}"#)
}

/// Makes the journal's line of a change, newline included.
pub(super) fn of_change(logged: &Logged, cipher: &Cipher) -> io::Result<Vec<u8>> {
    match cipher {
        Cipher::Plain => Ok(encode(&logged.raw)),
        Cipher::Sealed(key) => {
            let (log, seq) = (logged.change.stream, logged.change.seq);
            let sealed = key.seal(&place_of_change(log, seq), &logged.raw)?;
            Ok(encode(sealed_json(log, seq, &BASE64.encode(sealed)).as_bytes()))
        }
    }
}

/// Number of bytes of the journal's line of a change.
pub(super) fn length_of_change(logged: &Logged, cipher: &Cipher) -> u64 {
    let json = match cipher {
        Cipher::Plain => logged.raw.len(),
        Cipher::Sealed(_) => {
            let sealed = base64::encoded_len(sealed_length(logged.raw.len()), false).unwrap_or_default();
            sealed_json(logged.change.stream, logged.change.seq, "").len() + sealed
        }
    };
    length(json) as u64
}

/// Reads a change from its line without the newline; nothing when it is damaged, sealed by another key, or no change.
pub(super) fn change(line: &[u8], cipher: &Cipher) -> Option<Logged> {
    let json = decode(line)?;
    let Cipher::Sealed(key) = cipher else { return Logged::decode(json.to_vec()).ok() };
    let SealedChange { log, seq, sealed } = serde_json::from_slice(json).ok()?;
    let raw = key.open(&place_of_change(log, seq), &BASE64.decode(sealed).ok()?)?;
    let logged = Logged::decode(raw).ok()?;
    let is_whole = (logged.change.stream, logged.change.seq) == (log, seq)
        && length_of_change(&logged, cipher) == line.len() as u64 + 1;
    is_whole.then_some(logged)
}

/// Names the change in a line without its newline; nothing when it is damaged or sealed by another key. A plain one need not be
/// taken apart for it.
pub(super) fn name_of_change(line: &[u8], cipher: &Cipher) -> Option<ChangeHash> {
    match cipher {
        Cipher::Plain => proven(line).map(|(name, _)| name),
        Cipher::Sealed(_) => change(line, cipher).map(|logged| logged.hash),
    }
}

/// Whether a line without its newline is a whole one of an encrypted journal, as far as can be told without the key.
pub(super) fn is_sealed_change(line: &[u8]) -> bool {
    let begins_so = line.get(DIGITS + 1..).is_some_and(|json| json.starts_with(SEALED.as_bytes()));
    begins_so && decode(line).is_some_and(|json| serde_json::from_slice::<SealedChange<'_>>(json).is_ok())
}

/// Writes a file of one line; it opens under this name alone.
pub(super) fn write_file<T: Serialize>(path: &Path, content: &T, cipher: &Cipher) -> Result<(), Error> {
    let plain = Zeroizing::new(serde_json::to_vec(content).map_err(io::Error::from).at(path)?);
    match cipher {
        Cipher::Plain => write_whole(path, &encode(&plain)),
        Cipher::Sealed(key) => {
            let sealed = BASE64.encode(key.seal(&place_of_file(&name_of(path)), &plain).at(path)?);
            let json = serde_json::to_vec(&SealedFile { sealed }).map_err(io::Error::from).at(path)?;
            write_whole(path, &encode(&json))
        }
    }
}

/// Reads the content of a file of one line; nothing when it is not whole.
pub(super) fn read_file<T: DeserializeOwned>(path: &Path, bytes: &[u8], cipher: &Cipher) -> Option<T> {
    let json = decode(bytes.strip_suffix(b"\n")?)?;
    let Cipher::Sealed(key) = cipher else { return serde_json::from_slice(json).ok() };
    let SealedFile { sealed } = serde_json::from_slice(json).ok()?;
    let plain = Zeroizing::new(key.open(&place_of_file(&name_of(path)), &BASE64.decode(sealed).ok()?)?);
    serde_json::from_slice(&plain).ok()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::cipher::SecretKey;

    #[test]
    fn a_line_is_hash_space_json_newline() {
        let line = encode(br#"{"a":1}"#);
        assert_eq!(line.len(), length(7));
        assert_eq!(
            String::from_utf8(line).unwrap(),
            "d59b6562d7c9b121bc9760873d787890ef4d429aad33a70b405baa0fa08a1f53 {\"a\":1}\n"
        );
    }

    #[test]
    fn no_single_bit_can_change_unnoticed() {
        let line = encode(br#"{"a":1}"#);
        let line = line.strip_suffix(b"\n").unwrap();
        assert_eq!(decode(line), Some(&br#"{"a":1}"#[..]));
        for bit in 0..line.len() * 8 {
            let mut bad = line.to_vec();
            bad[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(decode(&bad), None, "bit {bit}");
        }
    }

    fn logged(seq: u64, text: &str) -> Logged {
        let json = format!(
            r#"{{"scope":"office","stream":"01890000-0000-7000-8000-000000000001","seq":{seq},"stamp":{{"lamport":1,"wall":"2026-03-02T08:00:00+07:00"}},"author":"01890000-0000-7000-8000-000000000002","app":"{text}","writes":[]}}"#
        );
        Logged::decode(json.into_bytes()).unwrap()
    }

    fn sealed() -> Cipher {
        Cipher::Sealed(SecretKey::of(Zeroizing::new([7; 32])))
    }

    #[test]
    fn a_line_is_as_long_as_it_is_said_to_be_and_says_what_it_was_given() {
        for cipher in [Cipher::Plain, sealed()] {
            for (seq, text) in [(1, ""), (9, "a"), (10, "ab"), (1_000, "abc"), (u64::MAX, "abcd")] {
                let logged = logged(seq, text);
                let line = of_change(&logged, &cipher).unwrap();
                assert_eq!(line.len() as u64, length_of_change(&logged, &cipher));
                let line = line.strip_suffix(b"\n").unwrap();
                assert!(!line.contains(&b'\n'));
                assert_eq!(change(line, &cipher).as_ref(), Some(&logged));
                assert_eq!(is_sealed_change(line), cipher.is_sealed());
                assert_eq!(name_of_change(line, &cipher), Some(logged.hash));
                assert_eq!(name_of_change(&line[..line.len() - 1], &cipher), None);
            }
        }
    }

    #[test]
    fn a_sealed_line_opens_with_its_key_in_its_place_alone() {
        let line = of_change(&logged(3, "Thạch Khê"), &sealed()).unwrap();
        let line = line.strip_suffix(b"\n").unwrap();
        assert_eq!(change(line, &Cipher::Plain), None);
        assert_eq!(change(line, &Cipher::Sealed(SecretKey::of(Zeroizing::new([8; 32])))), None);
        let text = std::str::from_utf8(line).unwrap();
        assert!(!text.contains("Thạch") && text.contains(r#""seq":3"#));
        let moved = text.split_once(' ').unwrap().1.replace(r#""seq":3"#, r#""seq":4"#);
        let moved = encode(moved.as_bytes());
        assert_eq!(change(moved.strip_suffix(b"\n").unwrap(), &sealed()), None);
        let plain = of_change(&logged(3, "Thạch Khê"), &Cipher::Plain).unwrap();
        assert_eq!(change(plain.strip_suffix(b"\n").unwrap(), &sealed()), None, "plain lines are not taken");
    }

    #[test]
    fn a_sealed_file_opens_under_its_own_name_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        write_file(&path, &"Thạch Khê", &sealed()).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(read_file(&path, &bytes, &sealed()), Some("Thạch Khê".to_owned()));
        assert_eq!(read_file::<String>(&path.with_file_name("b.json"), &bytes, &sealed()), None);
        assert_eq!(read_file::<String>(&path, &bytes, &Cipher::Plain), None);
    }
}
