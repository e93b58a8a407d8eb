//! Searching: what is sought over everything that is kept, each find with the words around it.

use std::collections::BTreeSet;

use super::super::finder::{self, Sieve};
use super::super::ledger::{Ledger, Whereabouts};
use super::super::{Error, Found, Lit, SearchView, Session};
use crate::domain::{Kind, RecordId, RecordState, Unreadable};
use crate::search::{Sought, Stage};
use crate::text::Needle;

/// How many finds are shown at most.
const SHOWN: usize = 50;
/// Letters of a find's words that are shown before and behind the first of those sought.
const BEFORE: usize = 40;
const BEHIND: usize = 160;

impl Session {
    /// Finds what is sought among records of those kinds that are to be listed.
    pub(in crate::session) fn search(
        &self,
        typed: &str,
        is_listed: &dyn Fn(&Kind) -> bool,
    ) -> Result<SearchView, Error> {
        let today = self.clock.now().date_naive();
        let sought = Sought::read(typed, today);
        if sought.is_empty() {
            return Ok(SearchView { remarks: sought.remarks, ..SearchView::default() });
        }
        let known = self.known()?;
        let ledger = &known.ledger;
        let units = among(&sought.units, |needle| ledger.units_named(needle), |unit| ledger.units_below(unit));
        let delegations = among(
            &sought.delegations,
            |needle| known.finder.of_kind(&Kind::DELEGATION, needle),
            |delegation| ledger.parts_of(delegation),
        );
        let is_dated = sought.from.is_some() || sought.to.is_some();
        let home = |home: Option<RecordId>| {
            let place = home.map(|home| ledger.whereabouts(home)).unwrap_or_default();
            let is_in = |wanted: &Option<BTreeSet<RecordId>>, id: Option<RecordId>| {
                wanted.as_ref().is_none_or(|wanted| id.is_some_and(|id| wanted.contains(&id)))
            };
            let in_time = |day| sought.from.is_none_or(|from| day >= from) && sought.to.is_none_or(|to| day <= to);
            !place.removed
                && is_in(&units, place.unit)
                && is_in(&delegations, place.delegation)
                && (!is_dated || place.date.is_some_and(in_time))
        };
        let item = |id: RecordId| {
            ledger.get(id).is_some_and(|item| match sought.stage {
                Some(Stage::Open) => !item.followed.standing.is_closed(),
                Some(Stage::Overdue) => item.followed.is_overdue(today),
                Some(Stage::Closed) => item.followed.standing.is_closed(),
                None => true,
            })
        };
        let sieve = Sieve {
            is_listed,
            kinds: &sought.kinds,
            severities: &sought.severities,
            home: &home,
            item: sought.stage.is_some().then_some(&item),
        };
        let needle = Needle::of(&sought.words);
        let (hits, total) = known.finder.sift(&needle, &sieve, SHOWN);
        let mut view = SearchView { total, remarks: sought.remarks, ..SearchView::default() };
        for (kind, id) in hits {
            match self.state(&kind, id) {
                Ok(state) => view.found.push(found(&state, &needle, ledger)),
                Err(Error::NotFound { .. }) => {}
                Err(error) => view.unreadable.push(Unreadable { kind, id, why: error.to_string() }),
            }
        }
        Ok(view)
    }
}

/// Finds what is named by some of the words, with everything below it; nothing where nothing is named.
fn among(
    words: &[String],
    named: impl Fn(&Needle) -> Vec<RecordId>,
    below: impl Fn(RecordId) -> BTreeSet<RecordId>,
) -> Option<BTreeSet<RecordId>> {
    let found = words.iter().flat_map(|words| named(&Needle::of([words]))).flat_map(below);
    (!words.is_empty()).then(|| found.collect())
}

/// Shows a find: its words as they are stored, and where it belongs.
fn found(state: &RecordState, needle: &Needle, ledger: &Ledger) -> Found {
    let (title, words) = finder::words(state).unwrap_or_default();
    let home = finder::home_of(state);
    let Whereabouts { unit, delegation, visit, date, .. } =
        home.map(|home| ledger.whereabouts(home)).unwrap_or_default();
    Found {
        kind: state.kind.clone(),
        id: state.id,
        scope: state.scope,
        entry: finder::entry_kind(state),
        unit: ledger.unit_name(unit),
        home,
        delegation,
        visit,
        date,
        title: Lit { places: needle.places(&title), text: title },
        words: around(&words, needle),
    }
}

/// Cuts words to what stands around the first of those sought.
fn around(words: &str, needle: &Needle) -> Lit {
    let first = needle.places(words).first().map_or(0, |place| place.start);
    let starts = words.char_indices().map(|(at, _)| at);
    let cut = starts.clone().filter(|at| *at <= first).rev().nth(BEFORE).unwrap_or_default();
    // A word is not cut where a space is near.
    let begin = words.get(cut..first).and_then(|before| before.find(' ')).map_or(cut, |space| cut + space + 1);
    let begin = if cut == 0 { 0 } else { begin };
    let end = starts.filter(|at| *at > first).nth(BEHIND).unwrap_or(words.len());
    let cut = words.get(begin..end).unwrap_or_default();
    let (before, behind) = (if begin > 0 { "…" } else { "" }, if end < words.len() { "…" } else { "" });
    let text = format!("{before}{cut}{behind}");
    Lit { places: needle.places(&text), text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_stands_within_what_is_shown() {
        let long = "một hai ba ".repeat(30);
        for words in [String::new(), "giao đất".into(), format!("{long}giao đất {long}"), format!("{long}giao đất")]
        {
            for typed in ["đất", "giao dat", ""] {
                let shown = around(&words, &Needle::new(typed));
                assert_eq!(shown.places.is_empty(), words.is_empty() || typed.is_empty(), "{typed} in {shown:?}");
                assert!(shown.text.chars().count() <= BEFORE + BEHIND + 3, "{shown:?}");
                assert!(shown.places.iter().all(|place| shown.text.get(place.clone()).is_some()), "{shown:?}");
            }
        }
        assert_eq!(around("giao đất", &Needle::new("dat")).text, "giao đất");
        assert!(around(&format!("{long}giao đất"), &Needle::new("dat")).text.starts_with('…'));
    }
}
