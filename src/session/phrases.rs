//! Phrases typed before, read from the newest entries of the store.

use std::collections::HashMap;

use super::{Error, PhrasesView, Session};
use crate::capture::{self, Phrase, Sought};
use crate::domain::{Entry, EntryKind, Kind, RecordId, ScopeId};
use crate::text::fold;

/// How many of the newest entries phrases are taken from.
const REACH: usize = 5_000;
/// How many phrases are proposed at most.
const PROPOSED: usize = 60;

impl Session {
    /// Proposes phrases for a line that is being typed; never one with a name of a private list in it.
    pub(super) fn phrases(&self, sought: &Sought) -> Result<PhrasesView, Error> {
        let phrases = self.phrases_typed(REACH, ScopeId::Office)?.into_iter().map(|(phrase, _)| phrase).collect();
        Ok(PhrasesView { phrases: capture::propose(phrases, sought, PROPOSED) })
    }

    /// Gathers what was typed in the newest entries, the newest first, and whether it was typed in a scope; never a phrase with
    /// a name of a private list in it.
    pub(super) fn phrases_typed(&self, reach: usize, scope: ScopeId) -> Result<Vec<(Phrase, bool)>, Error> {
        let entries: Vec<(RecordId, ScopeId, Entry)> = self
            .store
            .newest_of(&Kind::ENTRY, reach)?
            .iter()
            .filter(|state| state.removal().is_none())
            // What this version cannot read is told of where it is listed; here it only proposes nothing.
            .filter_map(|state| Some((state.id, state.scope, state.read().ok()?)))
            .collect();
        let private: Vec<String> = entries
            .iter()
            .flat_map(|(_, _, entry)| &entry.private_names)
            .map(|name| fold(name.trim()))
            .filter(|name| !name.is_empty())
            .collect();
        let criteria: HashMap<RecordId, &Vec<String>> =
            entries.iter().map(|(id, _, entry)| (*id, &entry.criteria)).collect();
        let mut places: HashMap<(EntryKind, &str), usize> = HashMap::new();
        let mut phrases: Vec<(Phrase, bool)> = Vec::new();
        for (_, within, entry) in &entries {
            let text = entry.text.trim();
            let linked = entry.links.iter().filter_map(|link| criteria.get(link)).flat_map(|codes| codes.iter());
            let touched = entry.criteria.iter().chain(linked);
            let at = *places.entry((entry.kind, text)).or_insert_with(|| {
                let phrase = Phrase { text: text.to_owned(), kind: entry.kind, criteria: Vec::new(), used: 0 };
                phrases.push((phrase, false));
                phrases.len() - 1
            });
            if let Some((phrase, here)) = phrases.get_mut(at) {
                *here |= *within == scope;
                phrase.used += 1;
                for code in touched {
                    if !phrase.criteria.contains(code) {
                        phrase.criteria.push(code.clone());
                    }
                }
            }
        }
        if !private.is_empty() {
            phrases.retain(|(phrase, _)| {
                let text = fold(&phrase.text);
                !private.iter().any(|name| text.contains(name))
            });
        }
        Ok(phrases)
    }
}
