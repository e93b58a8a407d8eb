//! Between an entry and the line a person types for it.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Row, VisitView};
use crate::capture::{self, Context, Link, PersonMatch};
use crate::domain::{Entry, EntryKind, RecordId};
use crate::text;

/// Writes an entry as the line that makes it: what is shown when the entry is opened again.
#[must_use]
pub fn line_of(entry: &Entry) -> String {
    capture::format(&capture::Draft {
        kind: entry.kind,
        text: entry.text.clone(),
        people: entry.people.clone(),
        time: entry.noted_at.map(|moment| moment.time()),
        due: entry.due,
        criteria: entry.criteria.clone(),
        severity: entry.severity,
        links: entry.links.iter().map(|id| Link::Reference(id.reference())).collect(),
    })
}

/// Where a typed line goes: the visit, and the entries that stand above it.
pub(super) struct Place<'a> {
    pub(super) view: &'a VisitView,
    pub(super) above: &'a [Row<Entry>],
    pub(super) now: NaiveDateTime,
}

impl Place<'_> {
    fn date(&self) -> NaiveDate {
        self.view.visit.record.date.unwrap_or_else(|| self.now.date())
    }

    /// Reads a typed line as an entry. `before` is the entry it replaces, whose time stays unless the line gives one.
    ///
    /// A link that leads nowhere stays in the text as it was typed.
    pub(super) fn entry(&self, line: &str, before: Option<&Entry>) -> Entry {
        let draft = capture::parse(&text::nfc(line), &Context { date: Some(self.date()) }).draft;
        let mut text = draft.text;
        let mut links = Vec::new();
        for link in draft.links {
            match (self.target(&link, draft.kind), link) {
                (Some(target), _) if links.contains(&target) => {}
                (Some(target), _) => links.push(target),
                (None, Link::Above) => text.push_str(" ^"),
                (None, Link::Reference(reference)) => text.extend([" ^", &reference]),
            }
        }
        let noted_at = match (draft.time, before.and_then(|entry| entry.noted_at)) {
            (Some(time), Some(before)) => Some(before.date().and_time(time)),
            (Some(time), None) => Some(self.date().and_time(time)),
            (None, Some(before)) => Some(before),
            (None, None) => Some(self.now),
        };
        Entry {
            visit: Some(self.view.visit.id),
            kind: draft.kind,
            text,
            noted_at,
            people: draft.people.iter().map(|typed| self.full_name(typed)).collect(),
            due: draft.due,
            criteria: draft.criteria,
            severity: draft.severity,
            links,
            order: before.map(|entry| entry.order.clone()).unwrap_or_default(),
        }
    }

    fn target(&self, link: &Link, kind: EntryKind) -> Option<RecordId> {
        match link {
            Link::Above => above(self.above, kind).map(|row| row.id),
            Link::Reference(reference) => {
                let mut named = self.view.entries.iter().filter(|row| row.id.reference() == *reference);
                // Two entries with one reference: the person must be asked, so neither is taken.
                named.next().filter(|_| named.next().is_none()).map(|row| row.id)
            }
        }
    }

    fn full_name(&self, typed: &str) -> String {
        let known = people_of(self.view);
        match capture::resolve_person(typed, &known) {
            PersonMatch::One(at) => known.get(at).map_or(typed, |name| name).to_owned(),
            PersonMatch::Several(_) | PersonMatch::None => typed.to_owned(),
        }
    }
}

/// Finds what "the entry above" means for a kind: the nearest fault for what attaches to faults, else the nearest line.
pub(super) fn above(entries: &[Row<Entry>], kind: EntryKind) -> Option<&Row<Entry>> {
    let fault =
        if kind.attaches_to_fault() { entries.iter().rev().find(|row| row.record.kind.is_fault()) } else { None };
    fault.or(entries.last())
}

/// Names the people a typed name can mean at a visit: those who attend, then members of the delegation who do not.
pub(super) fn people_of(view: &VisitView) -> Vec<&str> {
    let mut names: Vec<&str> = view.attendees.iter().map(|row| row.record.name.as_str()).collect();
    for member in &view.members {
        if !names.contains(&member.record.name.as_str()) {
            names.push(&member.record.name);
        }
    }
    names
}

impl VisitView {
    /// Names the people a typed `@name` can mean at this visit.
    #[must_use]
    pub fn people(&self) -> Vec<&str> {
        people_of(self)
    }

    /// Finds the entry that `^` at the end of the list means for an entry of `kind`.
    #[must_use]
    pub fn entry_above(&self, kind: EntryKind) -> Option<&Row<Entry>> {
        above(&self.entries, kind)
    }
}
