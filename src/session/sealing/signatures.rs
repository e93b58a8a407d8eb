//! Signatures over manifests: made by the device that seals, kept with the seal, and checked as files beside the minutes.

use super::super::{Error, Session};
use super::packing::sha256;
use crate::domain::Seal;
use crate::minutes;
use crate::signing::{Flaw, PublicKey, Signature, Signers};

/// Files that were found beside one that is verified.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// The manifest, when it is there.
    pub manifest: Option<Vec<u8>>,
    /// The signature over it.
    pub signature: Vec<u8>,
}

/// What a signature turns out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signed {
    /// It holds.
    Holds {
        /// Whose key it was made with.
        by: Signer,
        /// Fingerprint of the key.
        key: String,
    },
    /// It proves nothing of the file.
    Broken(Broken),
}

/// Whose key a signature was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signer {
    /// That of this device.
    ThisDevice,
    /// That of a device on the list that was given, by its name there.
    Listed(String),
    /// That of another device, which sealed the version, as the record has it.
    Sealer,
    /// Nobody's that is known.
    Unknown,
}

/// Why a signature proves nothing of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The signature does not hold.
    Flaw(Flaw),
    /// The manifest that it is of is not there.
    NoManifest,
    /// It holds, but the manifest names another content for the file.
    OtherFile {
        /// Fingerprint of the key.
        key: String,
    },
}

impl Session {
    /// Says what the signature beside a file is worth; `seal` is what the file was found to be, if anything.
    ///
    /// # Errors
    /// When the key of this device cannot be read.
    pub fn verify_signature(
        &self,
        file: &[u8],
        beside: &Beside,
        seal: Option<&Seal>,
        signers: &Signers,
    ) -> Result<Signed, Error> {
        let Some(manifest) = &beside.manifest else { return Ok(Signed::Broken(Broken::NoManifest)) };
        let signed = judge(&beside.signature, manifest, &self.device()?, seal, signers);
        Ok(match signed {
            Signed::Holds { key, .. } if file != manifest && !names(manifest, file) => {
                Signed::Broken(Broken::OtherFile { key })
            }
            signed => signed,
        })
    }

    /// Signs the manifest of a version whose files are called `stem`.
    pub(super) fn signature(&self, seal: &Seal, stem: &str) -> Result<String, Error> {
        let signature = self.device_key()?.sign(minutes::manifest(seal, stem).as_bytes());
        signature.map_err(|error| Error::Minutes(error.to_string()))
    }

    /// Returns the signature that a version is exported with: the one made at sealing, whoever exports it. Under another name the
    /// manifest is another text, and before there were signatures none was made: both are signed by who exports.
    pub(super) fn signature_for(&self, seal: &Seal, stem: &str) -> Result<String, Error> {
        let is_signed = !seal.signature.is_empty() && seal.file_name == stem;
        if is_signed { Ok(seal.signature.clone()) } else { self.signature(seal, stem) }
    }
}

/// Says what the signature made at sealing is worth; nothing where none was made.
pub(super) fn signed_at_sealing(seal: &Seal, own: &PublicKey) -> Option<Signed> {
    let text = minutes::manifest(seal, &seal.file_name);
    let signed = || judge(seal.signature.as_bytes(), text.as_bytes(), own, Some(seal), &Signers::default());
    (!seal.signature.is_empty()).then(signed)
}

/// Returns the fingerprint of the key that a signature names, or nothing when it is none.
pub(super) fn key_of(signature: &str) -> String {
    Signature::read(signature.as_bytes()).map(|signature| signature.signer().fingerprint()).unwrap_or_default()
}

/// Checks a signature against a manifest, and says whose it is.
fn judge(signature: &[u8], text: &[u8], own: &PublicKey, seal: Option<&Seal>, signers: &Signers) -> Signed {
    let signer = Signature::read(signature).and_then(|read| read.check(text).map(|()| read.signer()));
    let signer = match signer {
        Ok(signer) => signer,
        Err(flaw) => return Signed::Broken(Broken::Flaw(flaw)),
    };
    let sealer = seal.and_then(|seal| {
        let signature = Signature::read(seal.signature.as_bytes()).ok()?;
        signature.check(minutes::manifest(seal, &seal.file_name).as_bytes()).ok()?;
        Some(signature.signer())
    });
    let by = if signer == *own {
        Signer::ThisDevice
    } else if let Some(name) = signers.name(&signer) {
        Signer::Listed(name.to_owned())
    } else if sealer.as_ref() == Some(&signer) {
        Signer::Sealer
    } else {
        Signer::Unknown
    };
    Signed::Holds { by, key: signer.fingerprint() }
}

/// Whether a manifest has the sum of a file, whatever the file is called by now.
fn names(manifest: &[u8], file: &[u8]) -> bool {
    let sum = sha256(file);
    String::from_utf8_lossy(manifest).lines().any(|line| line.split("  ").next() == Some(&sum))
}
