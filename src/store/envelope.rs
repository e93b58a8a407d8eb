//! The envelope around every stored value of the database.
//!
//! ```text
//! 0  "BB"        magic
//! 2  u8          container version, 1
//! 3  u8          kind of content
//! 4  u16 LE      schema of the content
//! 6  u8          flags: bit 0 encrypted, bit 1 the content is in chunks
//! 7  u32 LE      length of the payload
//! 11 u32 LE      CRC32C over bytes 0..11, the tree's name, a zero byte, the key and the payload
//! 15             payload
//! ```
//!
//! The checksum covers tree and key, so a value under the wrong key is damage too. An encrypted payload is sealed for its
//! tree, its key and bytes 0..7; length and checksum are those of what is stored, so that damage shows without the key.

use std::borrow::Cow;

use super::cipher::{Cipher, sealed_length};
use super::tree::Tree;

const MAGIC: [u8; 2] = *b"BB";
const CONTAINER: u8 = 1;
const HEADER: usize = 11;
/// Bytes of the header that say what the payload is.
const ABOUT: usize = 7;
const SEALED: u8 = 0b01;
const CHUNKED: u8 = 0b10;

/// What an envelope holds. The codes are stored and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// A folded record.
    Record,
    /// The bytes of a change, as in the journal.
    Change,
    /// How far one log is folded.
    Tip,
    /// Counts and set hash.
    Totals,
    /// A piece of a long value.
    Chunk,
}

impl Content {
    const fn code(self) -> u8 {
        match self {
            Self::Record => 1,
            Self::Change => 2,
            Self::Tip => 3,
            Self::Totals => 4,
            Self::Chunk => 5,
        }
    }

    /// Newest schema of this content that this program reads and the one it writes.
    const fn schema(self) -> u16 {
        1
    }
}

/// Why an envelope could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// The value is not what was written.
    Damaged(&'static str),
    /// The value is whole, and written by a newer program.
    Newer {
        /// Schema or container version found.
        found: u16,
        /// Newest one known.
        known: u16,
    },
}

/// What was in an envelope.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Opened<'a> {
    /// The payload, or the description of its chunks.
    pub(super) payload: Cow<'a, [u8]>,
    /// Whether the payload only describes chunks.
    pub(super) chunked: bool,
}

/// Puts a payload into an envelope for its place.
pub(super) fn seal(
    tree: Tree,
    key: &[u8],
    content: Content,
    chunked: bool,
    payload: &[u8],
    cipher: &Cipher,
) -> Result<Vec<u8>, String> {
    let mut value = Vec::with_capacity(HEADER + 4 + sealed_length(payload.len()));
    value.extend_from_slice(&MAGIC);
    value.push(CONTAINER);
    value.push(content.code());
    value.extend_from_slice(&content.schema().to_le_bytes());
    value.push(if chunked { CHUNKED } else { 0 } | if cipher.is_sealed() { SEALED } else { 0 });
    let payload = match cipher {
        Cipher::Plain => Cow::Borrowed(payload),
        Cipher::Sealed(secret) => {
            Cow::Owned(secret.seal(&place(tree, key, &value), payload).map_err(|error| error.to_string())?)
        }
    };
    // Longer payloads are cut into chunks long before.
    value.extend_from_slice(&u32::try_from(payload.len()).unwrap_or(u32::MAX).to_le_bytes());
    let sum = checksum(&value, tree, key, &payload);
    value.extend_from_slice(&sum.to_le_bytes());
    value.extend_from_slice(&payload);
    Ok(value)
}

/// The place that a payload is sealed for.
fn place(tree: Tree, key: &[u8], about: &[u8]) -> Vec<u8> {
    [b"bienban value 1\0", about, tree.name().as_bytes(), &[0], key].concat()
}

/// Opens an envelope found in a place.
pub(super) fn open<'a>(
    tree: Tree,
    key: &[u8],
    content: Content,
    value: &'a [u8],
    cipher: &Cipher,
) -> Result<Opened<'a>, Broken> {
    let short = Broken::Damaged("cut short");
    let (header, rest) = value.split_at_checked(HEADER).ok_or(short.clone())?;
    let (sum, payload) = rest.split_first_chunk::<4>().ok_or(short)?;
    if checksum(header, tree, key, payload) != u32::from_le_bytes(*sum) {
        return Err(Broken::Damaged("checksum"));
    }
    let [m0, m1, container, code, s0, s1, flags, l0, l1, l2, l3] = *header else {
        return Err(Broken::Damaged("header"));
    };
    if [m0, m1] != MAGIC || payload.len() != u32::from_le_bytes([l0, l1, l2, l3]) as usize {
        return Err(Broken::Damaged("header"));
    }
    let schema = u16::from_le_bytes([s0, s1]);
    if container > CONTAINER {
        return Err(Broken::Newer { found: container.into(), known: CONTAINER.into() });
    }
    if code != content.code() {
        return Err(Broken::Damaged("another kind of content"));
    }
    // There was nothing before the first of either.
    if container == 0 || schema == 0 {
        return Err(Broken::Damaged("header"));
    }
    if schema > content.schema() || flags & !(CHUNKED | SEALED) != 0 {
        return Err(Broken::Newer { found: schema, known: content.schema() });
    }
    let payload = match (cipher, flags & SEALED != 0) {
        (Cipher::Plain, false) => Cow::Borrowed(payload),
        (Cipher::Sealed(secret), true) => {
            let about = header.get(..ABOUT).unwrap_or_default();
            let plain = secret.open(&place(tree, key, about), payload);
            Cow::Owned(plain.ok_or(Broken::Damaged("sealed by another key"))?)
        }
        (Cipher::Plain, true) => return Err(Broken::Damaged("encrypted")),
        (Cipher::Sealed(_), false) => return Err(Broken::Damaged("not encrypted")),
    };
    Ok(Opened { payload, chunked: flags & CHUNKED != 0 })
}

fn checksum(header: &[u8], tree: Tree, key: &[u8], payload: &[u8]) -> u32 {
    let sum = crc32c::crc32c(header);
    let sum = crc32c::crc32c_append(sum, tree.name().as_bytes());
    let sum = crc32c::crc32c_append(sum, &[0]);
    let sum = crc32c::crc32c_append(sum, key);
    crc32c::crc32c_append(sum, payload)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::cipher::SecretKey;
    use zeroize::Zeroizing;

    fn sealed() -> Cipher {
        Cipher::Sealed(SecretKey::of(Zeroizing::new([7; 32])))
    }

    fn value(cipher: &Cipher) -> Vec<u8> {
        seal(Tree::Records, b"key", Content::Record, false, b"payload", cipher).unwrap()
    }

    #[test]
    fn the_layout_is_frozen() {
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!(hex(&value(&Cipher::Plain)), "42420101010000070000007ef0c1847061796c6f6164");
        let encrypted = value(&sealed());
        assert_eq!(hex(&encrypted[..HEADER]), "424201010100012f000000", "47 bytes: nonce, payload, tag");
        assert_eq!(encrypted.len(), HEADER + 4 + sealed_length(7));
    }

    #[test]
    fn no_single_bit_and_no_other_place_goes_unnoticed() {
        for cipher in [Cipher::Plain, sealed()] {
            let value = value(&cipher);
            let found = open(Tree::Records, b"key", Content::Record, &value, &cipher).unwrap();
            assert_eq!(found, Opened { payload: b"payload".into(), chunked: false });
            for bit in 0..value.len() * 8 {
                let mut bad = value.clone();
                bad[bit / 8] ^= 1 << (bit % 8);
                let found = open(Tree::Records, b"key", Content::Record, &bad, &cipher);
                assert!(matches!(found, Err(Broken::Damaged(_))));
            }
            assert!(open(Tree::Records, b"kez", Content::Record, &value, &cipher).is_err());
            assert!(open(Tree::Changes, b"key", Content::Record, &value, &cipher).is_err());
            assert!(open(Tree::Records, b"key", Content::Change, &value, &cipher).is_err());
        }
    }

    /// A value whose checksum was made anew after `change`.
    fn summed(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
        let mut value = value(&Cipher::Plain);
        change(&mut value);
        let sum = checksum(&value[..HEADER], Tree::Records, b"key", &value[HEADER + 4..]);
        value[HEADER..HEADER + 4].copy_from_slice(&sum.to_le_bytes());
        value
    }

    #[test]
    fn a_version_that_there_never_was_is_damage() {
        let open = |value: &[u8]| open(Tree::Records, b"key", Content::Record, value, &Cipher::Plain).map(drop);
        assert_eq!(open(&summed(|_| {})), Ok(()));
        for version in [2, 4] {
            assert_eq!(open(&summed(|value| value[version] = 0)), Err(Broken::Damaged("header")), "byte {version}");
            assert!(matches!(open(&summed(|value| value[version] = 2)), Err(Broken::Newer { found: 2, known: 1 })));
        }
    }

    #[test]
    fn a_sealed_value_moved_with_a_checksum_made_anew_does_not_open() {
        let mut moved = value(&sealed());
        let sum = checksum(&moved[..HEADER], Tree::Records, b"kez", &moved[HEADER + 4..]);
        moved[HEADER..HEADER + 4].copy_from_slice(&sum.to_le_bytes());
        let found = open(Tree::Records, b"kez", Content::Record, &moved, &sealed());
        assert_eq!(found, Err(Broken::Damaged("sealed by another key")));
        assert!(open(Tree::Records, b"key", Content::Record, &value(&sealed()), &Cipher::Plain).is_err());
        assert!(open(Tree::Records, b"key", Content::Record, &value(&Cipher::Plain), &sealed()).is_err());
    }
}
