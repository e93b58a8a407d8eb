//! The finder: the words of all records worth finding, each record with what sifting asks of it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::ledger::kind_of;
use crate::domain::{EntryKind, Kind, RecordId, RecordState, Severity};
use crate::search::Wanted;
use crate::text::{Corpus, Needle};

/// Which fields of a kind are searched, and what the record belongs to.
struct Searched {
    kind: Kind,
    /// What names the record: what is found here comes first.
    title: &'static [&'static str],
    body: &'static [&'static str],
    /// The field that names what it belongs to; nothing where it stands for itself.
    home: Option<&'static str>,
}

/// What is searched. The private list of an entry is not: its names would show in whatever lists what was found.
static SEARCHED: [Searched; 14] = [
    Searched { kind: Kind::UNIT, title: &["name"], body: &["note"], home: None },
    Searched { kind: Kind::LEGAL_BASIS, title: &["form", "symbol", "title"], body: &["issuer"], home: None },
    Searched {
        kind: Kind::DELEGATION,
        title: &["decision_symbol", "theme"],
        body: &["authority", "plan_symbol", "place_name", "topics"],
        home: None,
    },
    Searched { kind: Kind::MEMBER, title: &["name"], body: &["posts", "area", "topics"], home: Some("delegation") },
    Searched {
        kind: Kind::VISIT,
        title: &["subject"],
        body: &["place", "materials", "other_information", "cancel_reason"],
        home: None,
    },
    Searched { kind: Kind::ATTENDEE, title: &["name"], body: &["post", "reason"], home: Some("visit") },
    Searched {
        kind: Kind::ENTRY,
        title: &["model_name"],
        body: &["text", "people", "topic", "locality", "category", "remedy", "measure", "result", "document"],
        home: Some("visit"),
    },
    Searched { kind: Kind::MATERIAL, title: &["form", "symbol", "title"], body: &["note"], home: Some("visit") },
    Searched { kind: Kind::PROMPTED_ISSUE, title: &[], body: &["text", "answer"], home: Some("visit") },
    Searched { kind: Kind::DIARY_ENTRY, title: &[], body: &["text", "who"], home: Some("delegation") },
    Searched { kind: Kind::FOLLOW_UP, title: &[], body: &["result", "by", "evidence"], home: Some("item") },
    Searched { kind: Kind::VERDICT, title: &[], body: &["words"], home: Some("visit") },
    Searched {
        kind: Kind::OUTSIDE_ITEM,
        title: &[],
        body: &["text", "class", "source", "document", "doers"],
        home: Some("unit"),
    },
    Searched { kind: Kind::ANSWER, title: &[], body: &["note", "self_note"], home: Some("visit") },
];

/// Whether records of a kind are searched.
pub(super) fn keeps(kind: &Kind) -> bool {
    SEARCHED.iter().any(|searched| searched.kind == *kind)
}

/// What sifting asks of a record.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Note {
    /// Its place in the table of what is searched.
    searched: u8,
    /// What it is, of an entry.
    entry: Option<EntryKind>,
    severity: Option<Severity>,
    /// What it belongs to, by its place in the list of homes.
    home: u32,
}

/// The words of all records worth finding.
#[derive(Debug, Default)]
pub(super) struct Finder {
    corpus: Corpus<RecordId, Note>,
    homes: Vec<Option<RecordId>>,
    places: BTreeMap<Option<RecordId>, u32>,
}

/// So many times as many finds as are asked for are kept until the others are let go: a letter finds nearly every record.
const KEPT: usize = 16;
/// What a record has to be found by, in bytes: rather too many than too few.
const BYTES_OF_A_RECORD: usize = 128;

impl Finder {
    /// Makes room for so many records, so that what is read later is not moved about in memory as it grows.
    pub(super) fn expect(&mut self, records: u64) {
        let records = usize::try_from(records).unwrap_or_default();
        self.corpus.reserve(records, records.saturating_mul(BYTES_OF_A_RECORD));
    }

    /// Adds a record that is read for the first time; [`Finder::settle`] must follow.
    pub(super) fn add(&mut self, state: &RecordState) {
        if let Some((note, title, body)) = self.read(state) {
            self.corpus.add(state.id, note, &title, &body);
        }
    }

    /// Makes what was added ready to be searched.
    pub(super) fn settle(&mut self) {
        self.corpus.settle();
    }

    /// Keeps a record as it is now.
    pub(super) fn put(&mut self, state: &RecordState) {
        match self.read(state) {
            Some((note, title, body)) => self.corpus.put(state.id, note, &title, &body),
            None => self.corpus.remove(state.id),
        }
    }

    /// Reads the words of a record; nothing of one that was removed or has none.
    fn read(&mut self, state: &RecordState) -> Option<(Note, String, String)> {
        let place = SEARCHED.iter().position(|searched| searched.kind == state.kind)?;
        let searched = SEARCHED.get(place).filter(|_| state.removal().is_none())?;
        let (title, body) = (words_of(state, searched.title), words_of(state, searched.body));
        if title.is_empty() && body.is_empty() {
            return None;
        }
        let note = Note {
            searched: u8::try_from(place).ok()?,
            entry: entry_kind(state),
            severity: serde_json::from_value(state.value("severity").clone()).ok(),
            home: self.home(home_of(state))?,
        };
        Some((note, title, body))
    }

    fn home(&mut self, id: Option<RecordId>) -> Option<u32> {
        let known = self.places.get(&id).copied();
        known.or_else(|| {
            let next = u32::try_from(self.homes.len()).ok()?;
            self.places.insert(id, next);
            self.homes.push(id);
            Some(next)
        })
    }

    /// Finds the records that a sieve takes: the best `limit` of them, with what stands in a title first and then the newest,
    /// and how many there are in all.
    pub(super) fn sift(&self, needle: &Needle, sieve: &Sieve<'_>, limit: usize) -> (Vec<(Kind, RecordId)>, usize) {
        let mut found: Vec<(bool, RecordId, u8)> = Vec::new();
        let mut all = 0;
        let best_first = |one: &(bool, RecordId, u8), other: &(bool, RecordId, u8)| other.cmp(one);
        let mut taken: Vec<Option<bool>> = vec![None; self.homes.len()];
        let listed: Vec<bool> = SEARCHED.iter().map(|searched| (sieve.is_listed)(&searched.kind)).collect();
        self.corpus.search(needle, |hit| {
            let note = hit.note;
            if listed.get(usize::from(note.searched)) != Some(&true) {
                return;
            }
            if !kind_at(note.searched).is_some_and(|kind| sieve.takes(kind, note.entry, note.severity)) {
                return;
            }
            let (Some(home), Some(is_taken)) = (self.homes.get(note.home as usize), taken.get_mut(note.home as usize))
            else {
                return;
            };
            // Very many records belong to one visit, so it is looked at once.
            if *is_taken.get_or_insert_with(|| sieve.takes_home(*home)) && sieve.takes_item(hit.key) {
                all += 1;
                found.push((hit.in_title, hit.key, note.searched));
                if found.len() > limit.saturating_mul(KEPT) {
                    found.select_nth_unstable_by(limit, best_first);
                    found.truncate(limit);
                }
            }
        });
        found.sort_unstable_by(best_first);
        found.truncate(limit);
        let hits = found.into_iter().filter_map(|(_, id, searched)| Some((kind_at(searched)?.clone(), id)));
        (hits.collect(), all)
    }

    /// Finds the records of a kind that have all the words of a needle.
    pub(super) fn of_kind(&self, kind: &Kind, needle: &Needle) -> Vec<RecordId> {
        let mut found = Vec::new();
        self.corpus
            .search(needle, |hit| found.extend(kind_at(hit.note.searched).filter(|of| *of == kind).map(|_| hit.key)));
        found
    }

    /// Finds the entries and outside items that have all the words of a needle, by id.
    pub(super) fn with_words(&self, needle: &Needle) -> Vec<RecordId> {
        let mut found = Vec::new();
        let may_be_followed = |kind: &Kind| *kind == Kind::ENTRY || *kind == Kind::OUTSIDE_ITEM;
        self.corpus.search(needle, |hit| {
            if kind_at(hit.note.searched).is_some_and(may_be_followed) {
                found.push(hit.key);
            }
        });
        // Nearly all of them come in this order, which this way of sorting makes use of.
        found.sort();
        found
    }
}

/// What is wanted of the records that have the words.
pub(super) struct Sieve<'a> {
    /// Whether records of a kind are listed at all.
    pub(super) is_listed: &'a dyn Fn(&Kind) -> bool,
    /// Kinds of records and of entries; none asks for all.
    pub(super) kinds: &'a [Wanted],
    /// How grave a fault is.
    pub(super) severities: &'a [Severity],
    /// Whether what belongs to a visit, a delegation, a unit or a followed item is wanted.
    pub(super) home: &'a dyn Fn(Option<RecordId>) -> bool,
    /// Whether a followed item is wanted; nothing where it does not matter whether the record is one.
    pub(super) item: Option<&'a dyn Fn(RecordId) -> bool>,
}

impl Sieve<'_> {
    fn takes(&self, kind: &Kind, entry: Option<EntryKind>, severity: Option<Severity>) -> bool {
        let is_kind = |wanted: &Wanted| match wanted {
            Wanted::Record(wanted) => wanted == kind,
            Wanted::Entry(wanted) => entry == Some(*wanted),
        };
        (self.kinds.is_empty() || self.kinds.iter().any(is_kind))
            && (self.severities.is_empty() || severity.is_some_and(|is| self.severities.contains(&is)))
    }

    fn takes_home(&self, home: Option<RecordId>) -> bool {
        (self.home)(home)
    }

    fn takes_item(&self, id: RecordId) -> bool {
        self.item.is_none_or(|is_wanted| is_wanted(id))
    }
}

fn kind_at(searched: u8) -> Option<&'static Kind> {
    SEARCHED.get(usize::from(searched)).map(|searched| &searched.kind)
}

/// Tells what a record belongs to; what belongs to nothing else stands for itself.
pub(super) fn home_of(state: &RecordState) -> Option<RecordId> {
    let searched = SEARCHED.iter().find(|searched| searched.kind == state.kind)?;
    match searched.home {
        Some(field) => state.value(field).as_str()?.parse().ok(),
        None => Some(state.id),
    }
}

/// What an entry is; nothing of other records.
pub(super) fn entry_kind(state: &RecordState) -> Option<EntryKind> {
    kind_of(state).filter(|_| state.kind == Kind::ENTRY)
}

/// The words of a record as they were written: its title, and the rest.
pub(super) fn words(state: &RecordState) -> Option<(String, String)> {
    let searched = SEARCHED.iter().find(|searched| searched.kind == state.kind)?;
    let joined = |fields| words_of(state, fields).replace('\n', " · ");
    Some((joined(searched.title), joined(searched.body)))
}

/// Two finders are equal when they know the same of the same records, in whatever order they came to know it.
#[cfg(test)]
impl PartialEq for Finder {
    fn eq(&self, other: &Self) -> bool {
        let told = |finder: &Self| -> Vec<_> {
            let kept = finder.corpus.kept().map(|(id, note, letters, accents)| {
                let home = finder.homes.get(note.home as usize).copied();
                (id, Note { home: 0, ..*note }, home, letters.to_vec(), accents.to_vec())
            });
            kept.collect()
        };
        told(self) == told(other)
    }
}

/// Joins what stands in some fields.
fn words_of(state: &RecordState, fields: &[&str]) -> String {
    let mut words = String::new();
    fields.iter().for_each(|field| add_words(state.value(field), &mut words));
    words
}

fn add_words(value: &Value, words: &mut String) {
    match value {
        Value::String(text) if !text.is_empty() => {
            if !words.is_empty() {
                words.push('\n');
            }
            words.push_str(text);
        }
        Value::Array(list) => list.iter().for_each(|value| add_words(value, words)),
        // Of the posts of a person only what they are called.
        Value::Object(post) => post.get("title").into_iter().for_each(|title| add_words(title, words)),
        _ => {}
    }
}
