//! Signatures in the format of OpenSSH (SSHSIG, Ed25519): made here, checked by anybody with `ssh-keygen -Y verify`.
//!
//! Keys, signatures and lists of signers as bytes and texts; where keys are kept and what is signed is not known here.

mod signers;

use std::fmt;

use ssh_key::private::{Ed25519Keypair, PrivateKey};
use ssh_key::public::{KeyData, PublicKey as Described};
use ssh_key::{Algorithm, HashAlg, LineEnding, SshSig};

pub use signers::{Signers, is_identity};

/// What signatures are made for: one that was made for another purpose is not taken.
pub const NAMESPACE: &str = "bienban";

/// Bytes that a key is made from.
pub const SEED: usize = 32;

/// The secret key of a device; wiped from memory when it is let go.
pub struct DeviceKey(PrivateKey);

impl fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DeviceKey").field(&self.public().fingerprint()).finish()
    }
}

impl DeviceKey {
    /// Makes the key that a seed stands for.
    #[must_use]
    pub fn from_seed(seed: &[u8; SEED]) -> Self {
        Self(Ed25519Keypair::from_seed(seed).into())
    }

    /// Returns the half that may be given to everybody.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.public_key().key_data().clone())
    }

    /// Signs a text; the same text gives the same signature.
    ///
    /// # Errors
    /// When the signature cannot be written.
    pub fn sign(&self, text: &[u8]) -> std::io::Result<String> {
        let signature = self.0.sign(NAMESPACE, HashAlg::Sha512, text);
        let written = signature.and_then(|signature| signature.to_pem(LineEnding::LF));
        written.map_err(|error| std::io::Error::other(error.to_string()))
    }
}

/// The public key of a device; prints as `ssh-ed25519 AAAA…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey(KeyData);

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = Described::from(self.0.clone()).to_openssh().map_err(|_| fmt::Error)?;
        f.write_str(written.trim_end())
    }
}

impl PublicKey {
    /// Returns what a key is told by, as `ssh-keygen -l` prints it: `SHA256:…`.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint(HashAlg::Sha256).to_string()
    }
}

/// A signature as it was read, not yet checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature(SshSig);

/// Why a signature does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It is no signature in this format, or not a whole one.
    Unreadable,
    /// It was made for another purpose, which is named.
    Namespace(String),
    /// It is of a kind that is not checked here, which is named.
    Algorithm(String),
    /// It is of another text, or was changed itself.
    Mismatch,
}

impl Signature {
    /// Reads a signature.
    ///
    /// # Errors
    /// [`Flaw::Unreadable`].
    pub fn read(bytes: &[u8]) -> Result<Self, Flaw> {
        let signature = SshSig::from_pem(bytes.trim_ascii()).map_err(|_| Flaw::Unreadable)?;
        // The library passes over wrong lengths inside, which OpenSSH does not.
        let written = signature.to_pem(LineEnding::LF).map_err(|_| Flaw::Unreadable)?;
        let is_as_written = letters(written.as_bytes()).eq(letters(bytes));
        is_as_written.then_some(Self(signature)).ok_or(Flaw::Unreadable)
    }

    /// Returns the key that it says it was made with, which it proves only for a text that it holds for.
    #[must_use]
    pub fn signer(&self) -> PublicKey {
        PublicKey(self.0.public_key().clone())
    }

    /// Checks it against a text.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self, text: &[u8]) -> Result<(), Flaw> {
        if self.0.namespace() != NAMESPACE {
            return Err(Flaw::Namespace(self.0.namespace().to_owned()));
        }
        if self.0.algorithm() != Algorithm::Ed25519 {
            return Err(Flaw::Algorithm(self.0.algorithm().to_string()));
        }
        let signer = Described::from(self.0.public_key().clone());
        signer.verify(NAMESPACE, text, &self.0).map_err(|_| Flaw::Mismatch)
    }
}

/// The letters of an armoured text, however its lines end.
fn letters(text: &[u8]) -> impl Iterator<Item = &u8> {
    text.iter().filter(|byte| !byte.is_ascii_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> DeviceKey {
        DeviceKey::from_seed(&[7; SEED])
    }

    fn checked(signature: &str, text: &[u8]) -> Result<(), Flaw> {
        Signature::read(signature.as_bytes())?.check(text)
    }

    #[test]
    fn a_signature_holds_for_its_text_alone() {
        let signature = key().sign("Biên bản\n".as_bytes()).unwrap();
        assert_eq!(Signature::read(signature.as_bytes()).unwrap().signer(), key().public());
        assert_eq!(checked(&signature, "Biên bản\n".as_bytes()), Ok(()));
        assert_eq!(checked(&signature, "Biên bản".as_bytes()), Err(Flaw::Mismatch));
        let elsewhere = key().0.sign("file", HashAlg::Sha512, b"x").unwrap().to_pem(LineEnding::LF).unwrap();
        assert_eq!(checked(&elsewhere, b"x"), Err(Flaw::Namespace("file".into())));
        let carried = signature.replace('\n', "\r\n");
        assert_eq!(checked(&carried, "Biên bản\n".as_bytes()), Ok(()), "as a mail program may hand it on");
    }

    /// The bytes are those that `ssh-keygen -Y sign -n bienban` writes for this key and text.
    #[test]
    fn the_same_key_and_text_give_the_same_signature() {
        assert_eq!(
            key().public().to_string(),
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs"
        );
        assert_eq!(key().public().fingerprint(), "SHA256:z/fSv0Z0RZS+Lccbc6ZoOWwt/fbj1VFJGSBKQbo4icE");
        assert_eq!(key().sign(b"abc\n").unwrap(), include_str!("../tests/golden/signature.sig"));
    }

    #[test]
    fn what_is_no_whole_signature_is_told() {
        let signature = key().sign(b"x").unwrap();
        let signature = signature.trim_end();
        for at in 0..signature.len() {
            let cut = &signature.as_bytes()[..at];
            assert!(Signature::read(cut).and_then(|signature| signature.check(b"x")).is_err(), "cut at {at}");
            let mut flipped = signature.to_owned().into_bytes();
            flipped[at] ^= 1;
            let is_refused = Signature::read(&flipped).and_then(|signature| signature.check(b"x")).is_err();
            assert!(is_refused || signature.as_bytes()[at].is_ascii_whitespace(), "flipped at {at}");
        }
        assert_eq!(Signature::read(b""), Err(Flaw::Unreadable));
        assert_eq!(Signature::read(b"\xff\xfe"), Err(Flaw::Unreadable));
    }

    #[test]
    fn the_secret_is_not_shown_by_accident() {
        let shown = format!("{:?}", key());
        assert!(shown.contains("SHA256:") && !shown.contains("7, 7"), "{shown}");
    }
}
