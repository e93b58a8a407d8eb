//! Legal documents that come in by the paste: known ones are found again, never doubled.

use super::{Error, Outcome, Session, order};
use crate::domain::{Citation, Edit, LegalBasis, RecordId, ScopeId};

impl Session {
    /// Adds the documents that the register does not have yet, as one change.
    pub(super) fn add_bases(&mut self, pasted: &[LegalBasis], durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        let mut known: Vec<LegalBasis> = self.legal_bases()?.into_iter().map(|row| row.record).collect();
        let mut edits = Vec::new();
        for basis in pasted {
            if !known.iter().any(|other| other.is_same_document(basis)) {
                edits.push(Edit::create(self.fresh_id(), basis));
                known.push(basis.clone());
            }
        }
        self.save(ScopeId::Office, &edits, durable)
    }

    /// Picks documents of the register for a delegation, those that are not picked yet, as one change.
    pub(super) fn cite_bases(
        &mut self,
        delegation: RecordId,
        pasted: &[LegalBasis],
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let view = self.delegation(delegation)?;
        let mut picked: Vec<RecordId> = view.citations.iter().map(|(_, basis)| basis.id).collect();
        let mut last = view.citations.last().map(|(citation, _)| citation.record.order.clone());
        let mut edits = Vec::new();
        for basis in pasted {
            let known = view.bases.iter().find(|row| row.record.is_same_document(basis)).map(|row| row.id);
            let Some(known) = known.filter(|id| !picked.contains(id)) else { continue };
            picked.push(known);
            let order = order::after(last.as_deref());
            last = Some(order.clone());
            let citation = Citation { delegation: Some(delegation), basis: Some(known), order };
            edits.push(Edit::create(self.fresh_id(), &citation));
        }
        self.save(view.delegation.scope, &edits, durable)
    }
}
