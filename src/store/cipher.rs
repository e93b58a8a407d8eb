//! What keeps stored bytes from whoever lacks the passphrase: the one seam between plain and encrypted folders.
//!
//! Sealed bytes are a fresh random nonce of 24 bytes, the ciphertext, and the tag of 16 bytes (XChaCha20-Poly1305). The
//! place they belong to is authenticated with them, so that bytes moved elsewhere do not open.

use std::fmt;
use std::io;
use std::sync::Arc;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

const KEY: usize = 32;
const NONCE: usize = 24;
const TAG: usize = 16;

/// A key of the cipher; its bytes are wiped when the last owner lets go.
#[derive(Clone)]
pub(super) struct SecretKey(Arc<Zeroizing<[u8; KEY]>>);

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey")
    }
}

impl SecretKey {
    /// Takes bytes as a key.
    pub(super) fn of(bytes: Zeroizing<[u8; KEY]>) -> Self {
        Self(Arc::new(bytes))
    }

    /// Makes a key that nobody had before.
    pub(super) fn random() -> io::Result<Self> {
        let mut bytes = Zeroizing::new([0; KEY]);
        fill(&mut *bytes)?;
        Ok(Self::of(bytes))
    }

    /// Returns the bytes, to be sealed by another key.
    pub(super) fn bytes(&self) -> &[u8; KEY] {
        &self.0
    }

    /// Seals bytes for a place.
    pub(super) fn seal(&self, place: &[u8], plain: &[u8]) -> io::Result<Vec<u8>> {
        let mut nonce = [0; NONCE];
        fill(&mut nonce)?;
        let sealed = self.engine().encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: place });
        // It only fails for texts of many gigabytes.
        let sealed = sealed.map_err(|_| io::Error::other("too long to be encrypted"))?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// Opens bytes that were sealed for a place; nothing when they or the place are others.
    pub(super) fn open(&self, place: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        self.engine().decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: place }).ok()
    }

    fn engine(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&**self.0).into())
    }
}

/// Number of bytes that so many become when they are sealed.
pub(super) const fn sealed_length(plain: usize) -> usize {
    NONCE + plain + TAG
}

/// Fills a buffer with bytes that nobody can foresee.
pub(super) fn fill(buffer: &mut [u8]) -> io::Result<()> {
    getrandom::fill(buffer).map_err(|error| io::Error::other(error.to_string()))
}

/// How what is stored is written.
#[derive(Clone, Debug, Default)]
pub(super) enum Cipher {
    /// As it is.
    #[default]
    Plain,
    /// Encrypted under the folder's data key.
    Sealed(SecretKey),
}

impl Cipher {
    /// Whether what is stored is encrypted.
    pub(super) fn is_sealed(&self) -> bool {
        matches!(self, Self::Sealed(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_in_its_place_alone_and_not_when_a_bit_is_another() {
        let key = SecretKey::random().unwrap();
        let sealed = key.seal(b"place", b"plain").unwrap();
        assert_eq!(sealed.len(), sealed_length(5));
        assert_eq!(key.open(b"place", &sealed).as_deref(), Some(&b"plain"[..]));
        assert_eq!(key.open(b"elsewhere", &sealed), None);
        assert_eq!(SecretKey::random().unwrap().open(b"place", &sealed), None);
        for bit in 0..sealed.len() * 8 {
            let mut bad = sealed.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(key.open(b"place", &bad), None, "bit {bit}");
        }
        assert_ne!(key.seal(b"place", b"plain").unwrap(), sealed, "a nonce is never used twice");
    }

    #[test]
    fn the_bytes_are_those_of_the_published_algorithm() {
        // draft-irtf-cfrg-xchacha-03, appendix A.3.1.
        let hex = |text: &str| -> Vec<u8> {
            let digit = |byte: u8| u8::try_from(char::from(byte).to_digit(16).unwrap()).unwrap();
            text.as_bytes().chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
        };
        let key: [u8; KEY] =
            hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f").try_into().unwrap();
        let nonce = hex("404142434445464748494a4b4c4d4e4f5051525354555657");
        let sealed = hex(concat!(
            "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb",
            "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452",
            "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9",
            "21f9664c97637da9768812f615c68b13b52e",
            "c0875924c1c7987947deafd8780acf49"
        ));
        let key = SecretKey::of(Zeroizing::new(key));
        let place = hex("50515253c0c1c2c3c4c5c6c7");
        let plain = key.open(&place, &[nonce, sealed].concat()).unwrap();
        assert!(plain.starts_with(b"Ladies and Gentlemen of the class of '99"));
    }
}
