//! What input methods sent to terminals, read by read, as `tools/input-methods/record` wrote it down.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;

/// What one input method sent to one terminal.
pub(crate) struct Recording {
    pub(crate) name: String,
    pub(crate) lines: Vec<Line>,
}

/// Words that were typed, and Enter.
pub(crate) struct Line {
    pub(crate) words: String,
    /// The bytes of each read.
    pub(crate) reads: Vec<Vec<u8>>,
}

/// Reads every recording, in the order of their names.
pub(crate) fn all() -> Vec<Recording> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/input-methods");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Recording {
    let mut lines: Vec<Line> = Vec::new();
    let text = std::fs::read_to_string(path).unwrap();
    for row in text.lines().filter(|row| !row.is_empty() && !row.starts_with('#')) {
        if let Some(words) = row.strip_prefix("= ") {
            lines.push(Line { words: words.to_owned(), reads: Vec::new() });
            continue;
        }
        let (_, read) = row.split_once(' ').unwrap_or_else(|| panic!("{}: {row}", path.display()));
        lines.last_mut().unwrap().reads.push(bytes(read));
    }
    Recording { name: path.file_stem().unwrap().to_str().unwrap().to_owned(), lines }
}

/// Takes `\s` for a space and `\x7f` for a byte.
fn bytes(read: &str) -> Vec<u8> {
    let mut parts = read.split('\\');
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        let (byte, rest) = match part.strip_prefix('s') {
            Some(rest) => (b' ', rest),
            None => (u8::from_str_radix(part.get(1..3).unwrap(), 16).unwrap(), part.get(3..).unwrap()),
        };
        bytes.push(byte);
        bytes.extend(rest.as_bytes());
    }
    bytes
}
