//! Encryption of the data folder: turned on and off, opened, its passphrase changed.
//!
//! The searches that a person keeps name people and units, so they follow: in an encrypted folder they are kept with the
//! record, else in `searches.toml`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::settings::searches::with_search;
use super::{Error, Notice, Pulse, SearchFile, Session};
use crate::clock::Clock;
use crate::store::{Cost, Passphrase, RecoveryCode, Store};

/// Name under which the searches are kept with the record.
const SEARCHES: &str = "searches";

/// Whether a data folder asks for a passphrase before it opens.
#[must_use]
pub fn asks_for_passphrase(folder: &Path) -> bool {
    Store::asks_for_passphrase(folder)
}

impl Session {
    /// Opens a data folder by its passphrase or its recovery code; a plain folder opens all the same.
    ///
    /// # Errors
    /// As [`Session::open_telling`], and when the passphrase is wrong.
    pub fn unlock(
        folder: &Path,
        clock: Arc<dyn Clock>,
        pulse: Pulse,
        typed: &Passphrase,
    ) -> Result<(Self, Vec<Notice>), Error> {
        let (store, notices) = Store::unlock(folder, clock.clone(), pulse.clone(), typed)?;
        Self::over(store, clock, pulse, notices)
    }

    /// Names what encrypting does away with: plain copies and what was set aside.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn plain_leftovers(&self) -> Result<Vec<PathBuf>, Error> {
        Ok(self.store.plain_leftovers()?)
    }

    /// Encrypts everything, and closes the store; what a guess at the passphrase costs is measured when none is given.
    ///
    /// # Errors
    /// When it fails before the point of decision, everything is as it was; after it the next opening finishes.
    pub fn encrypt(self, passphrase: &Passphrase, cost: Option<Cost>) -> Result<(), Error> {
        let cost = cost.unwrap_or_else(Cost::measured);
        Ok(self.store.encrypt(passphrase, cost, &self.pulse)?)
    }

    /// Writes everything in the clear again, and closes the store.
    ///
    /// # Errors
    /// As [`Session::encrypt`].
    pub fn decrypt(self) -> Result<(), Error> {
        Ok(self.store.decrypt(&self.pulse)?)
    }

    /// Puts another passphrase in the place of the one there was.
    ///
    /// # Errors
    /// When the key files cannot be written.
    pub fn change_passphrase(&self, passphrase: &Passphrase, cost: Option<Cost>) -> Result<(), Error> {
        Ok(self.store.change_passphrase(passphrase, cost.unwrap_or_else(Cost::measured))?)
    }

    /// Makes a recovery code in the place of the one there was, if any.
    ///
    /// # Errors
    /// When the key files cannot be written.
    pub fn renew_recovery_code(&self) -> Result<RecoveryCode, Error> {
        Ok(self.store.renew_recovery_code()?)
    }

    /// Whether a recovery code opens the folder too.
    ///
    /// # Errors
    /// When the key files cannot be read.
    pub fn has_recovery_code(&self) -> Result<bool, Error> {
        Ok(self.store.has_recovery_code()?)
    }

    /// Brings the kept searches to where they belong, as the folder now is, and reads them where that is with the record.
    ///
    /// # Errors
    /// When a file cannot be read or written; none of them is lost then.
    pub fn settle_searches(&self) -> Result<Option<SearchFile>, Error> {
        let file = self.settings.choices.search_file();
        let kept = self.kept_searches()?;
        if self.is_encrypted() {
            let mut all = kept.unwrap_or_default();
            if let Some(plain) = self.settings.choices.search_text()? {
                let read = SearchFile::parse(&file, &plain);
                for search in read.searches {
                    all = with_search(&all, &search.name, Some(&search.typed));
                }
                if !read.mistakes.is_empty() {
                    // Nothing a person wrote is dropped, and nothing of it may stay in the clear.
                    all.extend(plain.lines().map(|line| format!("# {line}\n")));
                }
                self.store.keep(SEARCHES, all.as_bytes())?;
                self.settings.choices.drop_searches()?;
            }
            return Ok(Some(SearchFile::parse(&file, &all)));
        }
        if let Some(kept) = kept {
            for search in SearchFile::parse(&file, &kept).searches {
                self.settings.choices.keep_search(&search.name, Some(&search.typed))?;
            }
            self.store.forget(SEARCHES)?;
        }
        Ok(None)
    }

    /// Keeps a search under a name, or drops the one of that name.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn keep_search(&self, name: &str, typed: Option<&str>) -> Result<(), Error> {
        if !self.is_encrypted() {
            return self.settings.choices.keep_search(name, typed);
        }
        let text = with_search(&self.kept_searches()?.unwrap_or_default(), name, typed);
        Ok(self.store.keep(SEARCHES, text.as_bytes())?)
    }

    fn kept_searches(&self) -> Result<Option<String>, Error> {
        let kept = self.store.kept(SEARCHES)?;
        Ok(kept.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }
}
