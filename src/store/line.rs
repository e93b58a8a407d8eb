//! The one text format of the data folder: a line that proves itself.
//!
//! 64 hex digits of the BLAKE3 of a JSON text, a space, the JSON, a newline. The journal has one line per change; the
//! installation file, the mark of a clean stop and the drafts are files of a single line.

use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Error;
use super::files::write_whole;
use crate::domain::ChangeHash;

const DIGITS: usize = 64;

/// Makes the line of a JSON text, newline included.
pub(super) fn encode(json: &[u8]) -> Vec<u8> {
    let mut line = Vec::with_capacity(length(json));
    line.extend_from_slice(ChangeHash::of(json).to_string().as_bytes());
    line.push(b' ');
    line.extend_from_slice(json);
    line.push(b'\n');
    line
}

/// Number of bytes of the line of a JSON text.
pub(super) const fn length(json: &[u8]) -> usize {
    DIGITS + 1 + json.len() + 1
}

/// Reads a line without its newline; nothing when a single bit of it is not as it was written.
pub(super) fn decode(line: &[u8]) -> Option<&[u8]> {
    let (digits, rest) = line.split_at_checked(DIGITS)?;
    let json = rest.strip_prefix(b" ")?;
    // Compared as text: other spellings of the same number are damage too.
    (ChangeHash::of(json).to_string().as_bytes() == digits).then_some(json)
}

/// Writes a file of one line.
pub(super) fn write_file<T: Serialize>(path: &Path, content: &T) -> Result<(), Error> {
    let json = serde_json::to_vec(content).map_err(|why| Error::Io { path: path.to_owned(), source: why.into() })?;
    write_whole(path, &encode(&json))
}

/// Reads the content of a file of one line; nothing when it is not whole.
pub(super) fn read_file<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_slice(decode(bytes.strip_suffix(b"\n")?)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_hash_space_json_newline() {
        let line = encode(br#"{"a":1}"#);
        assert_eq!(line.len(), length(br#"{"a":1}"#));
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
}
