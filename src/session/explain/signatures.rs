//! What a signature turned out to be, in sentences.

use crate::i18n::Texts;
use crate::session::{Broken, Flaw, Signed, Signer};

/// Letters of a fingerprint that a line of a list has room for.
const SHORT: usize = "SHA256:".len() + 8;

/// Says what a signature is worth.
#[must_use]
pub fn signed(signed: &Signed, texts: &Texts) -> String {
    let say = &texts.signatures;
    match signed {
        Signed::Holds { by: Signer::ThisDevice, key } => (say.good)(say.by_this_device, key),
        Signed::Holds { by: Signer::Listed(name), key } => (say.good)(&(say.listed)(name), key),
        Signed::Holds { by: Signer::Sealer, key } => (say.sealer)(key),
        Signed::Holds { by: Signer::Unknown, key } => (say.unknown)(key),
        Signed::Broken(Broken::NoManifest) => say.no_manifest.to_owned(),
        Signed::Broken(Broken::OtherFile { key }) => (say.other_file)(key),
        Signed::Broken(Broken::Flaw(flaw)) => match flaw {
            Flaw::Unreadable => say.unreadable.to_owned(),
            Flaw::Namespace(name) => (say.namespace)(name),
            Flaw::Algorithm(name) => (say.algorithm)(name),
            Flaw::Mismatch => say.mismatch.to_owned(),
        },
    }
}

/// Says in a few words whose key sealed a version.
#[must_use]
pub fn signed_briefly(signed: Option<&Signed>, texts: &Texts) -> String {
    let say = &texts.signatures;
    match signed {
        None => say.not_signed.to_owned(),
        Some(Signed::Holds { by: Signer::ThisDevice, key }) => (say.briefly)(say.this_device, &short_key(key)),
        Some(Signed::Holds { key, .. }) => (say.briefly)(say.another_device, &short_key(key)),
        Some(Signed::Broken(_)) => say.not_valid.to_owned(),
    }
}

/// Shortens a fingerprint to what the eye compares.
#[must_use]
pub fn short_key(key: &str) -> String {
    let short: String = key.chars().take(SHORT).collect();
    if short.len() < key.len() { short + "…" } else { short }
}
