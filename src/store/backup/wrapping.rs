//! What may be around the text of a backup: gzip, and age around that. Stock `age` and `gzip` open both.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use age::secrecy::{ExposeSecret, SecretString};
use age::stream::StreamWriter;
use age::{DecryptError, Decryptor, Encryptor, Identity, IdentityFile, scrypt, x25519};
use bech32::{ToBase32, Variant};
use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;

use zeroize::Zeroizing;

use super::Refusal;
use super::lines::unreadable;
use super::rotation::key_beside;
use crate::store::Error;
use crate::store::cipher::{Cipher, SecretKey};
use crate::store::files::At;
use crate::store::key::{KeyFile, Passphrase};

const AGE: &[u8] = b"age-encryption.org/";
const GZIP: &[u8] = &[0x1f, 0x8b];
/// Most work that a file may ask for to be opened by its passphrase, as a power of two: some 16 seconds and 4 GiB at worst.
const MOST_WORK: u8 = 22;

/// From whose eyes a backup is kept.
#[derive(Clone)]
pub enum Secrecy {
    /// Nobody's: whoever has the file can read it.
    Plain,
    /// From all who do not know the passphrase.
    Passphrase(SecretString),
    /// From all but these recipients, as `age` writes them: `age1…`.
    Recipients(Vec<String>),
    /// From all who cannot open the encrypted folder it is of.
    OfFolder(Key),
}

impl fmt::Debug for Secrecy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain => "Plain",
            Self::Passphrase(_) => "Passphrase",
            Self::Recipients(_) => "Recipients",
            Self::OfFolder(_) => "OfFolder",
        })
    }
}

/// What opens a backup.
#[derive(Clone)]
pub enum Key {
    /// Nothing: it is plain.
    None,
    /// A passphrase: of the backup, or of the encrypted folder that made it on its own.
    Passphrase(SecretString),
    /// The text of a file of age's identities: `AGE-SECRET-KEY-1…`.
    Identities(SecretString),
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::Passphrase(_) => "Passphrase",
            Self::Identities(_) => "Identities",
        })
    }
}

impl Key {
    /// What opens the automatic backups of a folder, where it is encrypted.
    pub(in crate::store) fn of(cipher: &Cipher) -> Option<Self> {
        match cipher {
            Cipher::Plain => None,
            Cipher::Sealed(key) => Some(Self::of_folder(key)),
        }
    }

    /// The key of the automatic backups of an encrypted folder: it comes of the folder's own and of nothing else.
    fn of_folder(key: &SecretKey) -> Self {
        let secret =
            Zeroizing::new(blake3::derive_key("bienban 2026-11-23 age identity of automatic backups", key.bytes()));
        // Any 32 bytes make an identity, so that this always gives one; an empty text would open nothing.
        let text = bech32::encode("age-secret-key-", secret.to_base32(), Variant::Bech32).unwrap_or_default();
        Self::Identities(text.to_uppercase().into())
    }

    fn recipients(&self) -> Option<Vec<x25519::Recipient>> {
        let Self::Identities(text) = self else { return None };
        let read = |line: &str| line.trim().parse::<x25519::Identity>().ok().map(|identity| identity.to_public());
        Some(text.expose_secret().lines().filter_map(read).collect())
    }
}

/// Hashes what passes through.
struct Hashing<W> {
    inner: W,
    hasher: blake3::Hasher,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

enum Secret<W: Write> {
    No(W),
    Age(StreamWriter<W>),
}

impl<W: Write> Write for Secret<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::No(inner) => inner.write(bytes),
            Self::Age(inner) => inner.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::No(inner) => inner.flush(),
            Self::Age(inner) => inner.flush(),
        }
    }
}

enum Packed<W: Write> {
    No(W),
    Gzip(Box<GzEncoder<W>>),
}

type Under<W> = Secret<Hashing<BufWriter<W>>>;

/// A file into which text goes, to be packed and encrypted on the way.
pub(super) struct Output<W: Write>(BufWriter<Packing<W>>);

struct Packing<W: Write>(Packed<Under<W>>);

impl<W: Write> Write for Packing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Packed::No(inner) => inner.write(bytes),
            Packed::Gzip(inner) => inner.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            Packed::No(inner) => inner.flush(),
            Packed::Gzip(inner) => inner.flush(),
        }
    }
}

impl<W: Write> Output<W> {
    /// Begins a file; `path` is how it is called in errors.
    pub(super) fn new(file: W, packed: bool, secrecy: &Secrecy, path: &Path) -> Result<Self, Error> {
        let under = Hashing { inner: BufWriter::new(file), hasher: blake3::Hasher::new() };
        let under = match encryptor(secrecy).map_err(|why| why.of(path))? {
            None => Secret::No(under),
            Some(encryptor) => Secret::Age(encryptor.wrap_output(under).at(path)?),
        };
        let packed = match packed || !matches!(secrecy, Secrecy::Plain) {
            true => Packed::Gzip(Box::new(GzEncoder::new(under, Compression::default()))),
            false => Packed::No(under),
        };
        Ok(Self(BufWriter::with_capacity(1 << 16, Packing(packed))))
    }

    /// Ends everything that is around the text; returns the file and the hash of its bytes.
    pub(super) fn finish(self) -> io::Result<(W, blake3::Hash)> {
        let packing = self.0.into_inner().map_err(io::IntoInnerError::into_error)?;
        let secret = match packing.0 {
            Packed::No(inner) => inner,
            Packed::Gzip(inner) => inner.finish()?,
        };
        let hashing = match secret {
            Secret::No(inner) => inner,
            Secret::Age(inner) => inner.finish()?,
        };
        let file = hashing.inner.into_inner().map_err(io::IntoInnerError::into_error)?;
        Ok((file, hashing.hasher.finalize()))
    }
}

impl<W: Write> Write for Output<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

fn encryptor(secrecy: &Secrecy) -> Result<Option<Encryptor>, Refusal> {
    match secrecy {
        Secrecy::Plain => Ok(None),
        Secrecy::Passphrase(passphrase) => Ok(Some(Encryptor::with_user_passphrase(passphrase.clone()))),
        Secrecy::Recipients(names) => {
            let read = |name: &String| name.parse::<x25519::Recipient>().map_err(|_| Refusal::BadKey(name.clone()));
            to(&names.iter().map(read).collect::<Result<Vec<_>, _>>()?).map(Some)
        }
        Secrecy::OfFolder(key) => to(&key.recipients().unwrap_or_default()).map(Some),
    }
}

fn to(recipients: &[x25519::Recipient]) -> Result<Encryptor, Refusal> {
    let recipients = recipients.iter().map(|recipient| recipient as &dyn age::Recipient);
    Encryptor::with_recipients(recipients).map_err(|why| Refusal::BadKey(why.to_string()))
}

/// Opens a backup down to its text, whatever is around it.
pub(super) fn open(path: &Path, key: &Key) -> Result<Box<dyn BufRead + Send>, Error> {
    let mut file = BufReader::with_capacity(1 << 16, File::open(path).at(path)?);
    if !begins_with(&mut file, AGE).at(path)? {
        return unpacked(file).map_err(|error| unreadable(error, 1, path));
    }
    let decryptor = Decryptor::new_buffered(file).map_err(|why| not_opened(why).of(path))?;
    let identities = match (key, decryptor.is_scrypt()) {
        (Key::Passphrase(passphrase), true) => {
            let mut identity = scrypt::Identity::new(passphrase.clone());
            identity.set_max_work_factor(MOST_WORK);
            vec![Box::new(identity) as Box<dyn Identity>]
        }
        (Key::Identities(text), false) => IdentityFile::from_buffer(text.expose_secret().as_bytes())
            .ok()
            .and_then(|file| file.into_identities().ok())
            .filter(|identities| !identities.is_empty())
            .ok_or_else(|| Refusal::BadKey(String::new()).of(path))?,
        (Key::Passphrase(typed), false) => {
            let file = KeyFile::read(&key_beside(path))?.ok_or_else(|| Refusal::NeedsIdentity.of(path))?;
            let key = file.unwrap(&Passphrase::typed(typed.expose_secret()));
            let key = key.ok_or_else(|| Refusal::WrongKey.of(path))?;
            return open(path, &Key::of_folder(&key));
        }
        (_, false) if !key_beside(path).exists() => return Err(Refusal::NeedsIdentity.of(path)),
        (_, _) => return Err(Refusal::NeedsPassphrase.of(path)),
    };
    let text = decryptor.decrypt(identities.iter().map(AsRef::as_ref)).map_err(|why| not_opened(why).of(path))?;
    unpacked(BufReader::with_capacity(1 << 16, text)).map_err(|error| unreadable(error, 1, path))
}

fn not_opened(why: DecryptError) -> Refusal {
    match why {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            Refusal::WrongKey
        }
        DecryptError::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => Refusal::Ends { line: 1 },
        _ => Refusal::Damaged { line: 1 },
    }
}

fn unpacked(mut input: impl BufRead + Send + 'static) -> io::Result<Box<dyn BufRead + Send>> {
    if !begins_with(&mut input, GZIP)? {
        return Ok(Box::new(input));
    }
    let unpacking = Unpacking { inner: GzDecoder::new(input) };
    Ok(Box::new(BufReader::with_capacity(1 << 16, unpacking)))
}

/// Reads one packed text and refuses bytes behind it.
struct Unpacking<R> {
    inner: GzDecoder<R>,
}

impl<R: BufRead> Read for Unpacking<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        if read == 0 && !buffer.is_empty() && !self.inner.get_mut().fill_buf()?.is_empty() {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(read)
    }
}

/// Whether the input begins so; nothing of it is consumed.
fn begins_with(input: &mut impl BufRead, bytes: &[u8]) -> io::Result<bool> {
    Ok(input.fill_buf()?.starts_with(bytes))
}
