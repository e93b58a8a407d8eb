//! Texts packed for the log, and the hash that a text is known by.

use std::io::{self, Read, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// Longest text that is unpacked: far more than any change can hold, far less than would fill the memory.
const LONGEST: u64 = 64 << 20;

/// Computes the SHA-256 of bytes as `sha256sum` prints it.
#[must_use]
pub(in crate::session) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Packs a text: gzip, then base 64.
pub(super) fn pack(text: &str) -> io::Result<String> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(text.as_bytes())?;
    Ok(STANDARD.encode(packer.finish()?))
}

/// Unpacks a text.
pub(super) fn unpack(packed: &str) -> io::Result<String> {
    let bytes = STANDARD.decode(packed).map_err(io::Error::other)?;
    let mut text = String::new();
    GzDecoder::new(bytes.as_slice()).take(LONGEST).read_to_string(&mut text)?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_out_as_it_went_in() {
        let text = "Biên bản làm việc.\n".repeat(1_000);
        let packed = pack(&text).unwrap();
        assert!(packed.len() < text.len() / 10);
        assert_eq!(unpack(&packed).unwrap(), text);
        assert!(unpack("không phải").is_err() && unpack("AAAA").is_err());
    }

    #[test]
    fn the_hash_is_the_one_that_everybody_computes() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
