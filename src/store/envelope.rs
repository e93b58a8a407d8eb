//! The envelope around every stored value of the database.
//!
//! ```text
//! 0  "BB"        magic
//! 2  u8          container version, 1
//! 3  u8          kind of content
//! 4  u16 LE      schema of the content
//! 6  u8          flags: bit 0 encrypted (reserved), bit 1 the content is in chunks
//! 7  u32 LE      length of the payload
//! 11 u32 LE      CRC32C over bytes 0..11, the tree's name, a zero byte, the key and the payload
//! 15             payload
//! ```
//!
//! The checksum covers tree and key, so a value under the wrong key is damage too.

use super::tree::Tree;

const MAGIC: [u8; 2] = *b"BB";
const CONTAINER: u8 = 1;
const HEADER: usize = 11;
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
    pub(super) payload: &'a [u8],
    /// Whether the payload only describes chunks.
    pub(super) chunked: bool,
}

/// Seals a payload for its place.
pub(super) fn seal(tree: Tree, key: &[u8], content: Content, chunked: bool, payload: &[u8]) -> Vec<u8> {
    let mut value = Vec::with_capacity(HEADER + 4 + payload.len());
    value.extend_from_slice(&MAGIC);
    value.push(CONTAINER);
    value.push(content.code());
    value.extend_from_slice(&content.schema().to_le_bytes());
    value.push(if chunked { CHUNKED } else { 0 });
    // Longer payloads are cut into chunks long before.
    value.extend_from_slice(&u32::try_from(payload.len()).unwrap_or(u32::MAX).to_le_bytes());
    let sum = checksum(&value, tree, key, payload);
    value.extend_from_slice(&sum.to_le_bytes());
    value.extend_from_slice(payload);
    value
}

/// Opens an envelope found in a place.
pub(super) fn open<'a>(tree: Tree, key: &[u8], content: Content, value: &'a [u8]) -> Result<Opened<'a>, Broken> {
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
    if schema > content.schema() || flags & !CHUNKED != 0 {
        return Err(Broken::Newer { found: schema, known: content.schema() });
    }
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

    #[test]
    fn the_layout_is_frozen() {
        let value = seal(Tree::Records, b"key", Content::Record, false, b"payload");
        let hex: String = value.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "42420101010000070000007ef0c1847061796c6f6164");
    }

    #[test]
    fn no_single_bit_and_no_other_place_goes_unnoticed() {
        let value = seal(Tree::Records, b"key", Content::Record, false, b"payload");
        let found = open(Tree::Records, b"key", Content::Record, &value);
        assert_eq!(found, Ok(Opened { payload: b"payload", chunked: false }));
        for bit in 0..value.len() * 8 {
            let mut bad = value.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            assert!(matches!(open(Tree::Records, b"key", Content::Record, &bad), Err(Broken::Damaged(_))));
        }
        assert!(open(Tree::Records, b"kez", Content::Record, &value).is_err());
        assert!(open(Tree::Changes, b"key", Content::Record, &value).is_err());
        assert!(open(Tree::Records, b"key", Content::Change, &value).is_err());
    }
}
