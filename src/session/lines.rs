//! Between an entry and the line a person types for it.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::{Row, VisitView};
use crate::capture::{self, Context, Doubt, Link, PersonMatch, SpanRole};
use crate::domain::{Entry, EntryKind, PromptedIssue, RecordId, code_key};
use crate::figures::DateError;
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

/// Names the unfinished line of a visit among the drafts.
#[must_use]
pub fn capture_key(visit: RecordId) -> String {
    format!("capture:{visit}")
}

/// Lists the parts of a line that look like marks and stay text.
#[must_use]
pub fn doubtful(line: &str) -> Vec<String> {
    let line = text::nfc(line);
    let parsed = capture::parse(&line, &Context::default());
    let doubted = parsed.notices.iter().filter(|notice| notice.why != Doubt::Date(DateError::NoYear));
    doubted.filter_map(|notice| line.get(notice.range.clone())).map(str::to_owned).collect()
}

/// Where a typed line goes: the visit, and the entries that stand above it.
pub(super) struct Place<'a> {
    pub(super) view: &'a VisitView,
    /// Codes of its checklist, by which a typed one is written.
    pub(super) codes: &'a [String],
    pub(super) above: &'a [Row<Entry>],
    pub(super) now: NaiveDateTime,
}

impl Place<'_> {
    fn date(&self) -> NaiveDate {
        self.view.visit.record.date.unwrap_or_else(|| self.now.date())
    }

    /// Reads a typed line as an entry. `before` is the entry it replaces, whose time stays unless the line gives another.
    ///
    /// A link that leads nowhere stays in the text where it was typed.
    pub(super) fn entry(&self, line: &str, before: Option<&Entry>) -> Entry {
        let line = text::nfc(line);
        let context = Context { date: Some(self.date()) };
        let draft = capture::parse(&self.with_dead_links_escaped(&line, &context, before), &context).draft;
        let mut links = Vec::new();
        for link in &draft.links {
            links.extend(self.target(link, draft.kind, before).filter(|target| !links.contains(target)));
        }
        let (known, mut people) = (people_of(self.view), Vec::<String>::new());
        for typed in &draft.people {
            let name = full_name(typed, &known);
            if !people.contains(&name) {
                people.push(name);
            }
        }
        let mut criteria = Vec::new();
        for typed in draft.criteria {
            let listed = self.codes.iter().find(|code| code_key(code) == code_key(&typed));
            let code = listed.cloned().unwrap_or(typed);
            if !criteria.contains(&code) {
                criteria.push(code);
            }
        }
        Entry {
            visit: Some(self.view.visit.id),
            kind: draft.kind,
            text: draft.text,
            noted_at: Some(self.noted_at(draft.time, before.and_then(|entry| entry.noted_at))),
            people,
            due: draft.due,
            criteria,
            severity: draft.severity,
            links,
            // What the line cannot say stays as it was.
            ..before.cloned().unwrap_or_default()
        }
    }

    /// The line shows whole minutes, so a time that says the same minute is the same moment.
    fn noted_at(&self, typed: Option<NaiveTime>, before: Option<NaiveDateTime>) -> NaiveDateTime {
        let minute = |time: NaiveTime| (time.hour(), time.minute());
        match (typed, before) {
            (Some(time), Some(before)) if minute(time) == minute(before.time()) => before,
            (Some(time), before) => before.map_or(self.date(), |before| before.date()).and_time(time),
            (None, before) => before.unwrap_or(self.now),
        }
    }

    /// Makes ordinary text of the links of a line that lead nowhere.
    fn with_dead_links_escaped(&self, line: &str, context: &Context, before: Option<&Entry>) -> String {
        let parsed = capture::parse(line, context);
        let mut escaped = String::with_capacity(line.len() + 1);
        for span in &parsed.spans {
            let part = line.get(span.range.clone()).unwrap_or_default();
            let link = || capture::parse(part, context).draft.links.pop();
            if span.role == SpanRole::Link
                && link().is_some_and(|link| self.target(&link, parsed.draft.kind, before).is_none())
            {
                escaped.push('\\');
            }
            escaped.push_str(part);
        }
        escaped
    }

    /// Finds the entry or the prompted issue of a link. What the entry linked to before stays known, also when it is in the trash by now.
    fn target(&self, link: &Link, kind: EntryKind, before: Option<&Entry>) -> Option<RecordId> {
        match link {
            Link::Above => above(self.above, kind).map(|row| row.id),
            Link::Reference(reference) => {
                let mut linked = before.iter().flat_map(|entry| &entry.links).copied();
                linked.find(|id| id.reference() == *reference).or_else(|| {
                    let mut named = linkable(self.view).filter(|id| id.reference() == *reference);
                    // Two records with one reference: the person must be asked, so neither is taken.
                    named.next().filter(|_| named.next().is_none())
                })
            }
        }
    }
}

/// Writes out a name as typed where it means one of the known people; otherwise it stays.
#[must_use]
pub fn full_name(typed: &str, known: &[&str]) -> String {
    match capture::resolve_person(typed, known) {
        PersonMatch::One(at) => known.get(at).map_or(typed, |name| name).to_owned(),
        PersonMatch::Several(_) | PersonMatch::None => typed.to_owned(),
    }
}

/// Lists what a reference in a line can mean: the entries of the visit and its prompted issues.
pub(super) fn linkable(view: &VisitView) -> impl Iterator<Item = RecordId> {
    view.entries.iter().map(|row| row.id).chain(view.issues.iter().map(|row| row.id))
}

/// Finds what "the entry above" means for a kind: the nearest fault for what attaches to faults, else the nearest line.
pub(super) fn above(entries: &[Row<Entry>], kind: EntryKind) -> Option<&Row<Entry>> {
    if kind.attaches_to_fault() { entries.iter().rev().find(|row| row.record.kind.is_fault()) } else { entries.last() }
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

    /// Lists what a reference in a line can mean at this visit.
    pub fn linkable(&self) -> impl Iterator<Item = RecordId> {
        linkable(self)
    }

    /// Lists the entries that answer a prompted issue.
    pub fn answers_to(&self, issue: RecordId) -> impl Iterator<Item = &Row<Entry>> {
        self.entries.iter().filter(move |row| row.record.links.contains(&issue))
    }

    /// Counts the prompted issues that are answered, in their own words or by an entry.
    #[must_use]
    pub fn answered_issues(&self) -> usize {
        let is_answered = |row: &&Row<PromptedIssue>| {
            !row.record.answer.trim().is_empty() || self.answers_to(row.id).next().is_some()
        };
        self.issues.iter().filter(is_answered).count()
    }

    /// Finds the entry that `^` at the end of the list means for an entry of `kind`.
    #[must_use]
    pub fn entry_above(&self, kind: EntryKind) -> Option<&Row<Entry>> {
        above(&self.entries, kind)
    }
}
