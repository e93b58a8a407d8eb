//! Records by what a person typed for them.

use serde_json::{Map, Value};

use super::{Error, Session, VisitRow};
use crate::domain::{Delegation, Kind, RecordId};

impl Session {
    /// Finds the living records of a reference, as people read and type it: in any case, with I and L for 1, O for 0.
    ///
    /// # Errors
    /// When the store fails.
    pub fn find(&self, reference: &str) -> Result<Vec<(Kind, RecordId)>, Error> {
        let wanted = reference.to_ascii_uppercase().replace(['I', 'L'], "1").replace('O', "0");
        let mut found = Vec::new();
        for kind in Kind::listed() {
            self.store.each(&kind, |state| {
                if state.id.reference() == wanted && state.removal().is_none() {
                    found.push((kind.clone(), state.id));
                }
            })?;
        }
        Ok(found)
    }

    /// Lists the visits of every delegation, delegation by delegation.
    ///
    /// # Errors
    /// When the store fails.
    pub fn visits(&self) -> Result<Vec<VisitRow>, Error> {
        let mut visits = Vec::new();
        for delegation in self.all::<Delegation>()?.rows {
            visits.extend(self.delegation(delegation.id)?.visits);
        }
        Ok(visits)
    }

    /// Names a record by its words and reference; nothing when there is no such record, as for the installation of an author.
    ///
    /// # Errors
    /// When the store fails.
    pub fn name_of(&self, id: RecordId) -> Result<Option<String>, Error> {
        for kind in Kind::ALL {
            if self.store.get(&kind, id)?.is_some() {
                return Ok(Some(format!("{} ({})", self.label(&kind, id)?, id.reference())));
            }
        }
        Ok(None)
    }

    /// Reads the fields of a record as they stand, those unknown to this version included.
    ///
    /// # Errors
    /// When there is no such record or the store fails.
    pub fn fields(&self, kind: &Kind, id: RecordId) -> Result<Map<String, Value>, Error> {
        let state = self.state(kind, id)?;
        let fields = state.fields.iter().map(|(name, register)| (name.clone(), register.value().clone()));
        Ok(fields.filter(|(_, value)| !value.is_null()).collect())
    }
}
