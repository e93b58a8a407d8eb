//! Secrets of the installation: drawn by lot on it and kept twice, because nothing else could make a lost one again.

use std::io;
use std::path::PathBuf;

use zeroize::Zeroizing;

use super::{Error, Store, cipher, file_time};

/// The two names that a secret of so many bytes is kept under.
#[derive(Clone, Copy, Debug)]
pub struct Twice<const LENGTH: usize>(pub &'static str, pub &'static str);

/// A secret of so many bytes, wiped from memory when it is let go.
pub type Secret<const LENGTH: usize> = Zeroizing<[u8; LENGTH]>;

/// How a secret was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Twice, and the same.
    Whole,
    /// Once; the other copy was written anew.
    Mended,
    /// Not at all; another one was drawn.
    Drawn {
        /// Where the damaged files are now.
        set_aside: Vec<PathBuf>,
    },
}

impl Store {
    /// Brings a secret in order: mends a lost copy from the other, and draws the secret when there is none.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub fn settle_secret<const LENGTH: usize>(&self, names: Twice<LENGTH>) -> Result<Standing, Error> {
        let Twice(first, second) = names;
        let found: [Option<Secret<LENGTH>>; 2] = [self.whole(first)?, self.whole(second)?];
        let (lost, secret) = match &found {
            [Some(one), Some(two)] if one == two => return Ok(Standing::Whole),
            [Some(secret), _] => (second, secret),
            [None, Some(secret)] => (first, secret),
            [None, None] => {
                let set_aside = [self.set_aside(first)?, self.set_aside(second)?].into_iter().flatten().collect();
                self.draw_secret(names)?;
                return Ok(Standing::Drawn { set_aside });
            }
        };
        self.keep(lost, secret.as_slice())?;
        Ok(Standing::Mended)
    }

    /// Reads a secret by whichever copy is whole.
    ///
    /// # Errors
    /// When neither is.
    pub fn secret<const LENGTH: usize>(&self, names: Twice<LENGTH>) -> Result<Secret<LENGTH>, Error> {
        let Twice(first, second) = names;
        if let Some(secret) = self.whole(first)? {
            return Ok(secret);
        }
        let lost = || Error::Io { path: self.kept.file_of(first), source: io::ErrorKind::InvalidData.into() };
        self.whole(second)?.ok_or_else(lost)
    }

    /// Draws a secret by lot and keeps it, in the place of the one there was.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn draw_secret<const LENGTH: usize>(&self, Twice(first, second): Twice<LENGTH>) -> Result<(), Error> {
        let mut secret: Secret<LENGTH> = Zeroizing::new([0; LENGTH]);
        let path = self.kept.file_of(first);
        cipher::fill(secret.as_mut_slice()).map_err(|source| Error::Io { path, source })?;
        self.keep(first, secret.as_slice())?;
        self.keep(second, secret.as_slice())
    }

    /// Reads a copy; nothing when it is missing or not as it was written.
    fn whole<const LENGTH: usize>(&self, name: &str) -> Result<Option<Secret<LENGTH>>, Error> {
        match self.kept.read(name) {
            Ok(found) => Ok(found.and_then(|secret| secret.as_slice().try_into().map(Zeroizing::new).ok())),
            Err(Error::Io { source, .. }) if source.kind() == io::ErrorKind::InvalidData => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn set_aside(&self, name: &str) -> Result<Option<PathBuf>, Error> {
        let path = self.kept.file_of(name);
        if path.exists() { super::files::set_aside(&path, &file_time(&*self.clock)).map(Some) } else { Ok(None) }
    }
}
