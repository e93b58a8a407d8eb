//! Phrases typed before, read from the newest entries of the store.

use std::collections::{HashMap, HashSet};

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
        let mut typed = Typed::default();
        self.store.shown_newest(&Kind::ENTRY, reach, |shown| {
            // What this version cannot read is told of where it is listed; here it only proposes nothing.
            if let (false, Ok(entry)) = (shown.is_removed(), shown.read()) {
                typed.take(shown.id, entry, shown.scope == scope);
            }
        })?;
        Ok(typed.into_phrases())
    }
}

/// What was typed, gathered from one entry after the other: thousands of them are never held at once.
#[derive(Default)]
struct Typed {
    phrases: HashMap<(EntryKind, String), TypedPhrase>,
    private: HashSet<String>,
    criteria: HashMap<RecordId, Vec<String>>,
}

#[derive(Default)]
struct TypedPhrase {
    /// How many other phrases are newer.
    newer: usize,
    used: usize,
    is_here: bool,
    /// The entries, and those they belong to.
    touched: Vec<RecordId>,
}

impl Typed {
    fn take(&mut self, id: RecordId, entry: Entry, is_here: bool) {
        self.private.extend(entry.private_names.iter().map(|name| fold(name.trim())).filter(|name| !name.is_empty()));
        let newer = self.phrases.len();
        let text = entry.text.trim().to_owned();
        let phrase =
            self.phrases.entry((entry.kind, text)).or_insert_with(|| TypedPhrase { newer, ..TypedPhrase::default() });
        phrase.used += 1;
        phrase.is_here |= is_here;
        phrase.touched.extend(entry.links);
        if !entry.criteria.is_empty() {
            phrase.touched.push(id);
            self.criteria.insert(id, entry.criteria);
        }
    }

    fn into_phrases(self) -> Vec<(Phrase, bool)> {
        let mut phrases: Vec<_> = self.phrases.into_iter().collect();
        if !self.private.is_empty() {
            phrases.retain(|((_, text), _)| {
                let text = fold(text);
                !self.private.iter().any(|name| text.contains(name))
            });
        }
        phrases.sort_by_key(|(_, phrase)| phrase.newer);
        let made = phrases.into_iter().map(|((kind, text), TypedPhrase { used, is_here, touched, .. })| {
            let mut criteria: Vec<String> =
                touched.iter().filter_map(|id| self.criteria.get(id)).flatten().cloned().collect();
            criteria.sort();
            criteria.dedup();
            (Phrase { text, kind, criteria, used }, is_here)
        });
        made.collect()
    }
}
