//! One entry as a line or a row: what stands before its words, and what is noted behind them in brackets.

use super::super::outline::{Item, Table};
use super::super::people::capital_address;
use super::super::phrases::{capital, cited_date, norm_key, noted, time_in_words};
use super::super::{norm, words};
use super::Sections;
use crate::domain::{Entry, EntryKind, RecordId};

impl Sections<'_> {
    /// Something said or done at a time by somebody: "8 giờ 05 phút, đồng chí …:".
    pub(super) fn spoken(&self, id: RecordId, entry: &Entry) -> Item {
        // A line typed on another day was not said at that hour.
        let at = entry.noted_at.filter(|at| self.day.is_none_or(|day| at.date() == day));
        let time = at.map(|at| time_in_words(Some(at.time())));
        let label = match (time, self.directory.names(&entry.people)) {
            (Some(time), Some(people)) => Some(format!("{time}, {people}")),
            (None, Some(people)) => Some(capital_address(&people)),
            (time, None) => time,
        };
        line(label, entry, &self.note(id, entry, Vec::new()))
    }

    /// Something said by somebody, the time being of no weight.
    pub(super) fn said(&self, id: RecordId, entry: &Entry) -> Item {
        line(self.speakers(entry), entry, &self.note(id, entry, Vec::new()))
    }

    /// Something found. Findings are the whole delegation's, so only others are named; who bears responsibility always is.
    pub(super) fn found(&self, id: RecordId, entry: &Entry) -> Item {
        let label = if entry.kind == EntryKind::Responsibility {
            self.speakers(entry)
        } else {
            self.outsiders(entry).map(|people| capital_address(&people))
        };
        line(label, entry, &self.note(id, entry, Vec::new()))
    }

    /// A numbered fault.
    pub(super) fn fault(&self, id: RecordId, entry: &Entry) -> Item {
        line(self.faults.label(id), entry, &self.note(id, entry, self.raised_by(entry)))
    }

    /// What the unit asks of those above it, who are named first.
    pub(super) fn asked_above(&self, id: RecordId, entry: &Entry) -> Item {
        let label = self.directory.names(&entry.people).map(|people| format!("Đối với {people}"));
        line(label, entry, &self.note(id, entry, Vec::new()))
    }

    /// What the unit still owes.
    pub(super) fn owed(&self, id: RecordId, entry: &Entry) -> Item {
        let doers = self.directory.names(&entry.people).map(|people| format!("người thực hiện: {people}"));
        line(None, entry, &self.note(id, entry, doers.into_iter().collect()))
    }

    /// Lessons count aloud, unless there is only one.
    pub(super) fn lessons(&self) -> Vec<Item> {
        let lessons: Vec<(RecordId, &Entry)> = self.of_kind(EntryKind::Lesson).collect();
        let many = lessons.len() > 1;
        let write = |(at, (id, entry)): (usize, (RecordId, &Entry))| {
            let label = many.then(|| format!("{} là,", words::ordinal(at + 1)));
            item(label, entry, &self.note(id, entry, self.raised_by(entry)))
        };
        lessons.into_iter().enumerate().map(write).collect()
    }

    pub(super) fn figures(&self) -> Table {
        let entries: Vec<(RecordId, &Entry)> = self.of_kind(EntryKind::Figure).collect();
        let sourced = entries.iter().any(|(_, entry)| self.directory.names(&entry.people).is_some());
        let columns = if sourced { vec!["STT", "Nội dung", "Người nêu"] } else { vec!["STT", "Nội dung"] };
        let row = |(at, (id, entry)): (usize, (RecordId, &Entry))| {
            let mut row = vec![Some((at + 1).to_string()), Some(cell(entry, &self.note(id, entry, Vec::new())))];
            if sourced {
                row.push(Some(self.speakers(entry).unwrap_or_default()));
            }
            row
        };
        Table { columns, rows: entries.into_iter().enumerate().map(row).collect() }
    }

    pub(super) fn commitments(&self) -> Table {
        let columns = vec!["STT", "Nội dung cam kết", "Người cam kết", "Thời hạn"];
        self.deeds(columns, EntryKind::Commitment)
    }

    pub(super) fn asked_of_unit(&self) -> Table {
        let columns = vec!["STT", "Nội dung", "Người thực hiện", "Thời hạn"];
        self.deeds(columns, EntryKind::RecommendationDown)
    }

    fn deeds(&self, columns: Vec<&'static str>, kind: EntryKind) -> Table {
        let row = |(at, (id, entry)): (usize, (RecordId, &Entry))| {
            let note = self.note_without_due(id, entry, Vec::new());
            vec![Some((at + 1).to_string()), Some(cell(entry, &note)), self.speakers(entry), entry.due.map(cited_date)]
        };
        Table { columns, rows: self.of_kind(kind).enumerate().map(row).collect() }
    }

    fn speakers(&self, entry: &Entry) -> Option<String> {
        self.directory.names(&entry.people).map(|people| capital_address(&people))
    }

    fn outsiders(&self, entry: &Entry) -> Option<String> {
        self.directory.names(entry.people.iter().filter(|name| !self.directory.is_inspector(name)))
    }

    fn raised_by(&self, entry: &Entry) -> Vec<String> {
        self.outsiders(entry).map(|people| format!("do {people} nêu")).into_iter().collect()
    }

    fn note(&self, id: RecordId, entry: &Entry, mut more: Vec<String>) -> String {
        more.extend(entry.due.map(|due| format!("thời hạn: {}", cited_date(due))));
        self.note_without_due(id, entry, more)
    }

    fn note_without_due(&self, id: RecordId, entry: &Entry, more: Vec<String>) -> String {
        let links: Vec<RecordId> = entry.links.iter().copied().filter(|link| *link != id).collect();
        let criteria: Vec<String> =
            entry.criteria.iter().map(|code| norm(code)).filter(|code| !code.is_empty()).collect();
        let mut notes: Vec<String> = self.faults.answered(&links).into_iter().collect();
        notes.extend((!criteria.is_empty()).then(|| format!("tiêu chí {}", criteria.join(", "))));
        notes.extend(entry.severity.map(|severity| format!("mức độ: {}", words::severity(severity))));
        notes.extend(more);
        notes.join("; ")
    }
}

fn line(label: Option<String>, entry: &Entry, note: &str) -> Item {
    let label = label.filter(|label| !norm_key(label).is_empty()).map(|label| format!("{label}:"));
    item(label, entry, note)
}

/// Notes typed in haste begin small; what begins a sentence on paper takes a capital.
fn item(label: Option<String>, entry: &Entry, note: &str) -> Item {
    let mut lines = noted(&entry.text, note);
    if let (None, Some(first)) = (&label, lines.first_mut()) {
        *first = capital(first);
    }
    Item { label, lines }
}

fn cell(entry: &Entry, note: &str) -> String {
    let text = capital(&norm(&entry.text));
    if note.is_empty() { text } else { format!("{text} ({note})") }
}
