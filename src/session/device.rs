//! The key of this device, which signs what is sealed and exported here.
//!
//! Made at the first start and kept with the secrets of the installation, so that it is encrypted when they are. It is in no
//! backup: whoever restores one elsewhere signs with a key of their own.

use super::{Error, Notice, Session};
use crate::domain::{RecordId, Seal};
use crate::signing::{DeviceKey, PublicKey, SEED};
use crate::store::{Standing, Twice};

/// What the key is kept under.
const KEY: Twice<SEED> = Twice("device-key", "device-key-copy");

impl Session {
    /// Brings the key in order, and makes it when there is none; says what is worth knowing of that.
    pub(super) fn settle_device_key(&self) -> Result<Option<Notice>, Error> {
        Ok(match self.store.settle_secret(KEY)? {
            Standing::Whole => None,
            Standing::Mended => Some(Notice::SigningKeyRestored),
            Standing::Drawn { set_aside } => {
                let is_lost = !set_aside.is_empty() || self.has_signed()?;
                is_lost.then_some(Notice::SigningKeyRenewed { set_aside })
            }
        })
    }

    /// Returns the public key by which others know what this device signed.
    ///
    /// # Errors
    /// When the key cannot be read.
    pub fn device(&self) -> Result<PublicKey, Error> {
        Ok(self.device_key()?.public())
    }

    /// Returns the name of this device where its person gives it none: that of the installation, which the full record of a
    /// sealed visit names as its author.
    #[must_use]
    pub fn device_name(&self) -> String {
        format!("bienban-{}", RecordId(self.author().0).reference())
    }

    /// Gives this device another key; what was signed by the one before stays as it is.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn renew_device_key(&self) -> Result<PublicKey, Error> {
        self.store.draw_secret(KEY)?;
        self.device()
    }

    /// Reads the key, for as long as it is needed and no longer.
    pub(super) fn device_key(&self) -> Result<DeviceKey, Error> {
        Ok(DeviceKey::from_seed(&*self.store.secret(KEY)?))
    }

    /// Whether something was signed on this installation.
    fn has_signed(&self) -> Result<bool, Error> {
        let seals = self.all::<Seal>()?.rows;
        Ok(seals.iter().any(|row| row.record.author == Some(self.author()) && !row.record.signature.is_empty()))
    }
}
