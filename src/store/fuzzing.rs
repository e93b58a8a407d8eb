//! The inner formats, opened to `tools/fuzz` alone: there is no such module without `cfg(fuzzing)`.

use std::io;

use zeroize::Zeroizing;

use super::cipher::{Cipher, SecretKey};
use super::envelope::{self, Content};
use super::tree::Tree;
use super::{frozen, line};
use crate::domain::Logged;

const CONTENTS: [Content; 5] = [Content::Record, Content::Change, Content::Tip, Content::Totals, Content::Chunk];

/// How a folder is written: plainly, or encrypted under a key that is always the same.
#[derive(Debug)]
pub struct Format(Cipher);

/// Where a value of the database lies and what it is said to be; numbers too large begin again.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Number of its tree.
    pub tree: u8,
    /// Its key.
    pub key: &'a [u8],
    /// Number of its content.
    pub content: u8,
}

impl Place<'_> {
    fn tree(self) -> Tree {
        pick(&Tree::ALL, self.tree, Tree::Records)
    }

    fn content(self) -> Content {
        pick(&CONTENTS, self.content, Content::Record)
    }

    /// Name of its tree, over which the checksum is reckoned.
    #[must_use]
    pub fn tree_name(self) -> &'static str {
        self.tree().name()
    }
}

fn pick<T: Copy>(all: &[T], number: u8, otherwise: T) -> T {
    all.iter().cycle().nth(number.into()).copied().unwrap_or(otherwise)
}

impl Format {
    /// A folder without a passphrase.
    #[must_use]
    pub fn plain() -> Self {
        Self(Cipher::Plain)
    }

    /// An encrypted folder.
    #[must_use]
    pub fn sealed() -> Self {
        Self(Cipher::Sealed(SecretKey::of(Zeroizing::new([7; 32]))))
    }

    /// Reads the journal's line of a change, without its newline.
    #[must_use]
    pub fn read_change(&self, line: &[u8]) -> Option<Logged> {
        line::change(line, &self.0)
    }

    /// Writes the journal's line of a change.
    ///
    /// # Errors
    /// When it cannot be encrypted.
    pub fn write_change(&self, logged: &Logged) -> io::Result<Vec<u8>> {
        line::of_change(logged, &self.0)
    }

    /// Says how long the journal's line of a change is.
    #[must_use]
    pub fn length_of_change(&self, logged: &Logged) -> u64 {
        line::length_of_change(logged, &self.0)
    }

    /// Opens a value of the database: its payload, and whether that only describes pieces.
    ///
    /// # Errors
    /// When it is damaged, or written by a newer program.
    pub fn read_value(&self, place: Place<'_>, value: &[u8]) -> Result<(Vec<u8>, bool), String> {
        let opened = envelope::open(place.tree(), place.key, place.content(), value, &self.0);
        opened.map(|opened| (opened.payload.into_owned(), opened.chunked)).map_err(|broken| format!("{broken:?}"))
    }

    /// Makes a value of the database.
    ///
    /// # Errors
    /// When it cannot be encrypted.
    pub fn write_value(&self, place: Place<'_>, chunked: bool, payload: &[u8]) -> Result<Vec<u8>, String> {
        envelope::seal(place.tree(), place.key, place.content(), chunked, payload, &self.0)
    }
}

/// Puts the hash that proves it before a JSON text.
#[must_use]
pub fn prove(json: &[u8]) -> Vec<u8> {
    line::encode(json)
}

/// Whether a line looks like one of an encrypted journal to whoever lacks the key.
#[must_use]
pub fn is_sealed_change(line: &[u8]) -> bool {
    line::is_sealed_change(line)
}

/// Decodes the payload of a place and encodes what it says.
///
/// # Errors
/// When it is no payload of that content.
pub fn recoded(place: Place<'_>, chunked: bool, payload: &[u8]) -> Result<Vec<u8>, String> {
    if chunked {
        return frozen::decode_chunks(payload).and_then(|(count, length)| frozen::encode_chunks(count, length));
    }
    match place.content() {
        Content::Record => frozen::encode_record(&frozen::decode_record(payload)?),
        Content::Tip => frozen::encode_tip(&frozen::decode_tip(payload)?),
        Content::Totals => frozen::encode_totals(&frozen::decode_totals(payload)?),
        Content::Change => Logged::decode(payload.to_vec()).map(|logged| logged.raw).map_err(|error| error.to_string()),
        Content::Chunk => Ok(payload.to_vec()),
    }
}

/// Reads from the payload of a record what its whole state displays and what lists read of it: each field, its value, and whether it is
/// contested.
///
/// # Errors
/// When it is no payload of a record; which of both says so is told.
pub fn displayed(payload: &[u8]) -> Result<[Vec<(String, String, bool)>; 2], String> {
    let state = frozen::decode_record(payload)?;
    let shown = frozen::decode_shown(payload).map_err(|why| format!("lists: {why}"))?;
    let contested: Vec<&str> = state.contested().collect();
    let whole = state
        .fields
        .iter()
        .map(|(name, register)| (name.clone(), register.value().to_string(), contested.contains(&name.as_str())));
    let listed =
        shown.fields.iter().map(|field| (field.name.to_owned(), field.value.get().to_owned(), field.is_contested));
    Ok([whole.collect(), listed.collect()])
}
