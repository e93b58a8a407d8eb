//! The key of an encrypted folder: random, and kept wrapped by the passphrase and, if wanted, by a printed recovery code.
//!
//! Whoever changes the passphrase only wraps the same key anew. The file is there twice, because losing it loses everything.

mod code;
mod cost;

use std::fmt;
use std::path::Path;

use argon2::{Algorithm, Argon2, Params};
use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD as BASE64;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

pub use code::RecoveryCode;
pub use cost::Cost;

use super::cipher::{Cipher, SecretKey, fill};
use super::files::{At, read_if_there};
use super::{Error, line};

/// The file of the wrapped key,
pub(super) const NAME: &str = "key.json";
/// and the same once more.
pub(super) const COPY: &str = "key.copy.json";

const VERSION: u32 = 1;
const SALT: usize = 16;
/// Made-up parameters of a file put there by somebody else must not take the machine.
const MOST_MEMORY: u32 = 4 << 20;
const MOST_PASSES: u32 = 1_000;

/// What a person types to open an encrypted folder: the passphrase, or the recovery code in its place.
///
/// Composed and decomposed letters are the same: it is brought into NFC, and nothing else is done to it.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

impl Passphrase {
    /// Fewest signs of a new passphrase.
    pub const FEWEST: usize = 8;

    /// Takes what was typed.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        // Room for all of it at once, so that no half of it stays behind in memory.
        let mut whole = Zeroizing::new(String::with_capacity(text.len() * 3));
        whole.extend(text.nfc());
        Self(whole)
    }

    /// Whether it is too short to be given to a folder.
    #[must_use]
    pub fn is_too_short(&self) -> bool {
        self.0.chars().count() < Self::FEWEST
    }
}

/// The data key under a key that came of a passphrase.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct ByPassphrase {
    kdf: String,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    sealed: String,
}

/// The data key under a key that came of a recovery code.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct ByCode {
    salt: String,
    sealed: String,
}

/// Content of the key file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct KeyFile {
    version: u32,
    /// Counts its changes: of two whole copies the later one holds.
    revision: u64,
    passphrase: ByPassphrase,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recovery: Option<ByCode>,
}

/// What was found where the key should be.
pub(super) enum Found {
    /// The key, and how its copies stand.
    Whole(KeyFile, Standing),
    /// No file.
    Nothing,
    /// Files that are not as they were written.
    Damaged,
}

/// How the two copies of the key stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Both are whole and the same.
    Both,
    /// One is older: a crash came between.
    OneBehind,
    /// One is damaged or gone.
    OneLost,
}

impl KeyFile {
    /// Reads the key of a folder; refuses one of a newer program by name.
    pub(super) fn look(folder: &Path) -> Result<Found, Error> {
        let mut whole: Vec<Self> = Vec::new();
        let mut damaged = 0;
        for path in [NAME, COPY].map(|name| folder.join(name)) {
            let Some(bytes) = read_if_there(&path)? else { continue };
            match line::read_file::<Version>(&path, &bytes, &Cipher::Plain) {
                Some(Version { version }) if version > VERSION => {
                    return Err(Error::Newer { path, found: version, known: VERSION });
                }
                _ => {}
            }
            match line::read_file(&path, &bytes, &Cipher::Plain) {
                Some(file) => whole.push(file),
                None => damaged += 1,
            }
        }
        let standing = match whole.as_slice() {
            [one, other] if one.revision == other.revision => Standing::Both,
            [_, _] => Standing::OneBehind,
            _ => Standing::OneLost,
        };
        Ok(match whole.into_iter().max_by_key(|file| file.revision) {
            Some(file) => Found::Whole(file, standing),
            None if damaged > 0 => Found::Damaged,
            None => Found::Nothing,
        })
    }

    /// Reads a copy that was kept elsewhere; nothing when there is none that is whole.
    pub(super) fn read(path: &Path) -> Result<Option<Self>, Error> {
        Ok(read_if_there(path)?.and_then(|bytes| line::read_file(path, &bytes, &Cipher::Plain)))
    }

    /// Wraps a key by a passphrase.
    pub(super) fn wrap(key: &SecretKey, passphrase: &Passphrase, cost: Cost, folder: &Path) -> Result<Self, Error> {
        let passphrase = ByPassphrase::wrap(key, passphrase, cost, folder)?;
        Ok(Self { version: VERSION, revision: 1, passphrase, recovery: None })
    }

    /// Wraps the same key by another passphrase.
    pub(super) fn rewrap(
        self,
        key: &SecretKey,
        passphrase: &Passphrase,
        cost: Cost,
        folder: &Path,
    ) -> Result<Self, Error> {
        let passphrase = ByPassphrase::wrap(key, passphrase, cost, folder)?;
        Ok(Self { revision: self.revision + 1, passphrase, ..self })
    }

    /// Makes a recovery code in place of the one there was, and wraps the key by it too.
    pub(super) fn with_code(self, key: &SecretKey, folder: &Path) -> Result<(Self, RecoveryCode), Error> {
        let path = folder.join(NAME);
        let code = RecoveryCode::random().at(&path)?;
        let salt = salt().at(&path)?;
        let sealed = code_key(&code, &salt).seal(CODE_PLACE, key.bytes()).at(&path)?;
        let recovery = Some(ByCode { salt: BASE64.encode(salt), sealed: BASE64.encode(sealed) });
        Ok((Self { revision: self.revision + 1, recovery, ..self }, code))
    }

    /// Whether there is a recovery code.
    pub(super) fn has_code(&self) -> bool {
        self.recovery.is_some()
    }

    /// Unwraps the key by what was typed; nothing when it is wrong.
    pub(super) fn unwrap(&self, typed: &Passphrase) -> Option<SecretKey> {
        let code = RecoveryCode::read(&typed.0);
        let by_code = code.zip(self.recovery.as_ref()).and_then(|(code, wrapped)| wrapped.unwrap(&code));
        by_code.or_else(|| self.passphrase.unwrap(typed))
    }

    /// Writes both copies.
    pub(super) fn save(&self, folder: &Path) -> Result<(), Error> {
        line::write_file(&folder.join(NAME), self, &Cipher::Plain)?;
        line::write_file(&folder.join(COPY), self, &Cipher::Plain)
    }
}

/// What every later version of the key file must still have.
#[derive(Deserialize)]
struct Version {
    version: u32,
}

const CODE_PLACE: &[u8] = b"bienban key by code 1\0";
const CODE_CONTEXT: &str = "bienban 2026 key by recovery code";

impl ByPassphrase {
    fn wrap(key: &SecretKey, passphrase: &Passphrase, cost: Cost, folder: &Path) -> Result<Self, Error> {
        let path = folder.join(NAME);
        let salt = salt().at(&path)?;
        let Cost { memory_kib, passes } = cost;
        let mut new = Self {
            kdf: "argon2id".into(),
            memory_kib,
            passes,
            lanes: 1,
            salt: BASE64.encode(salt),
            sealed: String::new(),
        };
        let by = new.key_of(passphrase).ok_or_else(|| std::io::Error::other("argon2id")).at(&path)?;
        new.sealed = BASE64.encode(by.seal(&new.place(), key.bytes()).at(&path)?);
        Ok(new)
    }

    fn unwrap(&self, passphrase: &Passphrase) -> Option<SecretKey> {
        if self.kdf != "argon2id" || self.memory_kib > MOST_MEMORY || self.passes > MOST_PASSES {
            return None;
        }
        let sealed = BASE64.decode(&self.sealed).ok()?;
        opened(&self.key_of(passphrase)?, &self.place(), &sealed)
    }

    /// What the wrapped key is sealed for: its parameters, so that nobody makes them weaker unnoticed.
    fn place(&self) -> Vec<u8> {
        let Self { kdf, memory_kib, passes, lanes, salt, .. } = self;
        format!("bienban key by passphrase 1\0{kdf} {memory_kib} {passes} {lanes} {salt}").into_bytes()
    }

    fn key_of(&self, passphrase: &Passphrase) -> Option<SecretKey> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).ok()?;
        let mut key = Zeroizing::new([0; 32]);
        let engine = Argon2::new(Algorithm::Argon2id, argon2::Version::V0x13, params);
        engine.hash_password_into(passphrase.0.as_bytes(), &BASE64.decode(&self.salt).ok()?, &mut *key).ok()?;
        Some(SecretKey::of(key))
    }
}

impl ByCode {
    fn unwrap(&self, code: &RecoveryCode) -> Option<SecretKey> {
        let salt = BASE64.decode(&self.salt).ok()?;
        opened(&code_key(code, &salt), CODE_PLACE, &BASE64.decode(&self.sealed).ok()?)
    }
}

/// A code is drawn by lot from so many that trying them slowly is no longer needed.
fn code_key(code: &RecoveryCode, salt: &[u8]) -> SecretKey {
    let mut hasher = blake3::Hasher::new_derive_key(CODE_CONTEXT);
    hasher.update(salt).update(code.digits());
    SecretKey::of(Zeroizing::new(*hasher.finalize().as_bytes()))
}

fn opened(by: &SecretKey, place: &[u8], sealed: &[u8]) -> Option<SecretKey> {
    let bytes = Zeroizing::new(by.open(place, sealed)?);
    let mut key = Zeroizing::new([0; 32]);
    if bytes.len() != key.len() {
        return None;
    }
    key.copy_from_slice(&bytes);
    Some(SecretKey::of(key))
}

fn salt() -> std::io::Result<[u8; SALT]> {
    let mut salt = [0; SALT];
    fill(&mut salt)?;
    Ok(salt)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Cost = Cost { memory_kib: 8, passes: 1 };

    #[test]
    fn the_passphrase_and_the_code_open_the_same_key_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let key = SecretKey::random().unwrap();
        let file = KeyFile::wrap(&key, &Passphrase::typed("mật khẩu của tôi"), CHEAP, folder.path()).unwrap();
        let (file, code) = file.with_code(&key, folder.path()).unwrap();
        file.save(folder.path()).unwrap();
        let Ok(Found::Whole(file, Standing::Both)) = KeyFile::look(folder.path()) else { panic!("no key") };
        let opens =
            |typed: &str| file.unwrap(&Passphrase::typed(typed)).is_some_and(|found| found.bytes() == key.bytes());
        assert!(opens("mật khẩu của tôi"));
        assert!(opens(&code.to_string()) && opens(&code.to_string().to_lowercase().replace('-', " ")));
        assert!(!opens("mật khẩu của tối") && !opens("") && !opens(&RecoveryCode::random().unwrap().to_string()));
    }

    #[test]
    fn composed_and_decomposed_letters_are_one_passphrase() {
        assert_eq!(Passphrase::typed("mật khẩu"), Passphrase::typed("mật khẩu".nfd().collect::<String>().as_str()));
        assert_ne!(Passphrase::typed("mật khẩu"), Passphrase::typed("Mật khẩu"));
        assert_ne!(Passphrase::typed("mật khẩu"), Passphrase::typed("mật khẩu "));
    }

    #[test]
    fn one_damaged_copy_is_as_good_as_two_and_the_later_one_holds() {
        let folder = tempfile::tempdir().unwrap();
        let key = SecretKey::random().unwrap();
        let old = KeyFile::wrap(&key, &Passphrase::typed("mật khẩu cũ"), CHEAP, folder.path()).unwrap();
        old.save(folder.path()).unwrap();
        let new = old.rewrap(&key, &Passphrase::typed("mật khẩu mới"), CHEAP, folder.path()).unwrap();
        line::write_file(&folder.path().join(NAME), &new, &Cipher::Plain).unwrap();
        let opened = |typed: &str| match KeyFile::look(folder.path()) {
            Ok(Found::Whole(file, standing)) => Some((file.unwrap(&Passphrase::typed(typed)).is_some(), standing)),
            _ => None,
        };
        assert_eq!(opened("mật khẩu mới"), Some((true, Standing::OneBehind)));
        assert_eq!(opened("mật khẩu cũ"), Some((false, Standing::OneBehind)));
        std::fs::write(folder.path().join(NAME), "x").unwrap();
        assert_eq!(opened("mật khẩu cũ"), Some((true, Standing::OneLost)));
        std::fs::write(folder.path().join(COPY), "x").unwrap();
        assert!(matches!(KeyFile::look(folder.path()), Ok(Found::Damaged)));
    }

    #[test]
    fn parameters_made_weaker_do_not_open() {
        let folder = tempfile::tempdir().unwrap();
        let key = SecretKey::random().unwrap();
        let passphrase = Passphrase::typed("mật khẩu");
        let mut file = KeyFile::wrap(&key, &passphrase, Cost { memory_kib: 16, passes: 2 }, folder.path()).unwrap();
        assert!(file.unwrap(&passphrase).is_some());
        file.passphrase.passes = 1;
        assert!(file.unwrap(&passphrase).is_none());
        file.passphrase.memory_kib = u32::MAX;
        assert!(file.unwrap(&passphrase).is_none());
    }
}
