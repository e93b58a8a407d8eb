//! What lines typed at a visit may go on with: read once when the visit is opened, so that no key waits for it.

use super::{Error, OffersView, Row, Session, VisitView};
use crate::capture::{Offer, OfferKind, Offers};
use crate::domain::{RecordId, Visit};
use crate::text::fold;

/// How many of the newest entries phrases are taken from, and how many phrases are kept.
const REACH: usize = 3_000;
const PHRASES: usize = 1_500;
/// A longer phrase is no phrase that anybody types twice.
const LONGEST: usize = 300;

impl Session {
    /// Lists what the office knows, the nearest first: the unit, its checklist, phrases of this delegation, then the newest others.
    pub(super) fn offers(&self, visit: RecordId) -> Result<OffersView, Error> {
        let visit: Row<Visit> = self.row(visit)?;
        let mut units = self.unit_rows()?;
        let own = visit.record.unit;
        units.sort_by_key(|row| (Some(row.unit.id) != own, row.unit.record.parent != own));
        let units = units.iter().map(|row| Offer::of(OfferKind::Body, &row.unit.record.name));
        let checklist = self.checklist(visit.id)?;
        let criteria = checklist.criteria.iter().map(|row| &row.node.criterion);
        let criteria = criteria.map(|criterion| Offer::criterion(&criterion.code, &criterion.title));
        let mut phrases = self.phrases_typed(REACH, visit.scope)?;
        phrases.retain(|(phrase, _)| phrase.text.chars().count() <= LONGEST && !phrase.text.contains('\n'));
        phrases.sort_by_key(|(_, here)| !here);
        let phrases = phrases.iter().map(|(phrase, _)| Offer::of(OfferKind::Phrase(phrase.kind), &phrase.text));
        Ok(OffersView { offers: units.chain(criteria).chain(phrases.take(PHRASES)).collect() })
    }
}

impl VisitView {
    /// Lists what the visit itself has to offer: its people, the delegation's documents, what was typed here, the newest first.
    #[must_use]
    pub fn offers(&self) -> Offers {
        let people = self.people().into_iter().map(|name| Offer::of(OfferKind::Person, name));
        let symbols = self.bases.iter().map(|row| &row.record.symbol).filter(|symbol| !symbol.is_empty());
        let symbols = symbols.map(|symbol| Offer::of(OfferKind::Document, symbol));
        let private: Vec<String> =
            self.entries.iter().flat_map(|row| &row.record.private_names).map(|name| fold(name.trim())).collect();
        let named = |text: &str| {
            let text = fold(text);
            private.iter().any(|name| !name.is_empty() && text.contains(name))
        };
        let typed = self.entries.iter().rev().map(|row| &row.record).filter(|entry| !named(&entry.text));
        let typed = typed.map(|entry| Offer::of(OfferKind::Phrase(entry.kind), &entry.text));
        people.chain(symbols).chain(typed).collect()
    }
}
