//! One entry as a line or a row: what stands before its words, and what is noted behind them in brackets.

use super::super::outline::{Item, Origin, Table};
use super::super::people::capital_address;
use super::super::phrases::{capital, cited_date, known, norm_key, noted, time_in_words};
use super::super::{norm, words};
use super::Sections;
use crate::domain::{Entry, EntryKind, Numbering, Record, RecordId};

/// Stands before those of whom something is asked.
const TOWARDS: &str = "đối với ";

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
        line(label, id, entry, &self.note(id, entry, Vec::new()))
    }

    /// Something said by somebody, the time being of no weight.
    pub(super) fn said(&self, id: RecordId, entry: &Entry) -> Item {
        line(self.speakers(entry), id, entry, &self.note(id, entry, Vec::new()))
    }

    /// Something found. Findings are the whole delegation's, so only others are named; who bears responsibility always is.
    pub(super) fn found(&self, id: RecordId, entry: &Entry) -> Item {
        let label = if entry.kind == EntryKind::Responsibility {
            self.bearer(entry)
        } else {
            self.outsiders(entry).map(|people| capital_address(&people))
        };
        line(label, id, entry, &self.note(id, entry, Vec::new()))
    }

    /// A numbered fault, and what the unit holds of it.
    pub(super) fn fault(&self, id: RecordId, entry: &Entry) -> Item {
        let mut notes = self.recurrence(id, entry);
        notes.extend(self.raised_by(entry));
        let mut item = line(self.faults.label(id), id, entry, &self.note(id, entry, notes));
        item.lines.extend(self.positions(id));
        item
    }

    /// What the unit asks of those above it, who are named first.
    pub(super) fn asked_above(&self) -> Vec<Item> {
        self.counted(EntryKind::RecommendationUp, |id, entry| {
            let whom = self.directory.names(&entry.people).map(|people| format!("{TOWARDS}{people}"));
            (whom, self.reply(id).into_iter().collect())
        })
    }

    /// What the unit still owes.
    pub(super) fn owed(&self, id: RecordId, entry: &Entry) -> Item {
        let doers = self.directory.names(&entry.people).map(|people| format!("người thực hiện: {people}"));
        line(None, id, entry, &self.note(id, entry, doers.into_iter().collect()))
    }

    /// Lessons, counted.
    pub(super) fn lessons(&self) -> Vec<Item> {
        self.counted(EntryKind::Lesson, |_, entry| (None, self.raised_by(entry)))
    }

    /// Models, counted, by their names; of people only others than the delegation are named.
    pub(super) fn good_practices(&self) -> Vec<Item> {
        self.counted(EntryKind::GoodPractice, |_, entry| (self.model(entry), Vec::new()))
    }

    /// Lists entries that count aloud, unless there is only one; `told` says who stands before the words and what else is noted.
    fn counted(&self, kind: EntryKind, told: impl Fn(RecordId, &Entry) -> (Option<String>, Vec<String>)) -> Vec<Item> {
        let entries: Vec<(RecordId, &Entry)> = self.of_kind(kind).collect();
        let many = entries.len() > 1;
        let write = |(at, (id, entry)): (usize, (RecordId, &Entry))| {
            let (who, notes) = told(id, entry);
            let number = many.then(|| words::count(self.numbering, at + 1));
            let note = self.note(id, entry, notes);
            let aloud = self.numbering != Numbering::Digits;
            match (number, who) {
                (None, who) => line(who.map(|who| begun(&who)), id, entry, &note),
                (Some(number), Some(who)) if aloud => line(Some(format!("{number} {who}")), id, entry, &note),
                (Some(number), Some(who)) => line(Some(format!("{number} {}", begun(&who))), id, entry, &note),
                (Some(number), None) => {
                    let mut item = item(Some(number), id, entry, &note);
                    if !aloud {
                        item.lines.first_mut().into_iter().for_each(|first| *first = capital(first));
                    }
                    item
                }
            }
        };
        entries.into_iter().enumerate().map(write).collect()
    }

    pub(super) fn commitments(&self) -> Table {
        let columns = vec!["STT", "Nội dung cam kết", "Người cam kết", "Thời hạn"];
        let mut table = self.deeds(columns, EntryKind::Commitment, |at| at.to_string());
        let measures: Vec<Option<String>> = self
            .of_kind(EntryKind::Commitment)
            .map(|(_, entry)| known(&entry.measure).map(|measure| capital(&measure)))
            .collect();
        if measures.iter().any(Option::is_some) {
            table.columns.insert(2, "Biện pháp");
            for (row, measure) in table.rows.iter_mut().zip(measures) {
                row.insert(2, Some(measure.unwrap_or_default()));
            }
        }
        table
    }

    /// What is asked of the unit, counted as the delegation counts; one alone has no number.
    pub(super) fn asked_of_unit(&self) -> Table {
        let number = if self.numbering == Numbering::Digits { "STT" } else { "Thứ tự" };
        let columns = vec![number, "Nội dung", "Người thực hiện", "Thời hạn"];
        let mut table =
            self.deeds(columns, EntryKind::RecommendationDown, |at| words::count_in_table(self.numbering, at));
        if table.rows.len() == 1 {
            table.columns.remove(0);
            table.rows.iter_mut().for_each(|row| drop(row.remove(0)));
        }
        table
    }

    fn deeds(&self, columns: Vec<&'static str>, kind: EntryKind, number: impl Fn(usize) -> String) -> Table {
        let row = |(at, (id, entry)): (usize, (RecordId, &Entry))| {
            let note = self.note_without_due(id, entry, Vec::new());
            let due = entry.due.map(cited_date);
            (id, vec![Some(number(at + 1)), Some(cell(entry, &note)), self.speakers(entry), due])
        };
        Table::of_records(columns, &Entry::KIND, self.of_kind(kind).enumerate().map(row))
    }

    /// Says that a fault was found at the unit before; which of several criteria came back is said too.
    fn recurrence(&self, id: RecordId, entry: &Entry) -> Vec<String> {
        let Some((_, found)) = self.recurring.iter().find(|(fault, _)| *fault == id) else { return Vec::new() };
        let at = if entry.criteria.len() > 1 {
            format!(" ở tiêu chí {}", norm(&found.criterion))
        } else {
            String::new()
        };
        vec![format!("đã nêu lần thứ {}{at}", found.times)]
    }

    pub(super) fn speakers(&self, entry: &Entry) -> Option<String> {
        self.directory.names(&entry.people).map(|people| capital_address(&people))
    }

    pub(super) fn outsiders(&self, entry: &Entry) -> Option<String> {
        self.directory.names(entry.people.iter().filter(|name| !self.directory.is_inspector(name)))
    }

    fn raised_by(&self, entry: &Entry) -> Vec<String> {
        self.outsiders(entry).map(|people| format!("do {people} nêu")).into_iter().collect()
    }

    pub(super) fn note(&self, id: RecordId, entry: &Entry, mut more: Vec<String>) -> String {
        more.extend(entry.due.map(|due| format!("thời hạn: {}", cited_date(due))));
        self.note_without_due(id, entry, more)
    }

    fn note_without_due(&self, id: RecordId, entry: &Entry, more: Vec<String>) -> String {
        let links: Vec<RecordId> = entry.links.iter().copied().filter(|link| *link != id).collect();
        let criteria: Vec<String> =
            entry.criteria.iter().map(|code| norm(code)).filter(|code| !code.is_empty()).collect();
        let mut notes: Vec<String> = self.faults.answered(&links).into_iter().collect();
        notes.extend(self.issues_answered(&links));
        notes.extend((!criteria.is_empty()).then(|| format!("tiêu chí {}", criteria.join(", "))));
        notes.extend(entry.severity.map(|severity| format!("mức độ: {}", words::severity(severity))));
        let measures = [("loại việc", &entry.category), ("cách khắc phục", &entry.remedy)];
        notes.extend(measures.into_iter().filter_map(|(name, said)| Some(format!("{name}: {}", known(said)?))));
        notes.extend(self.details(entry));
        notes.extend(more);
        notes.join("; ")
    }
}

/// Begins a line with those who are named before its words.
fn begun(who: &str) -> String {
    if who.starts_with(TOWARDS) { capital(who) } else { capital_address(who) }
}

fn line(label: Option<String>, id: RecordId, entry: &Entry, note: &str) -> Item {
    let label = label.filter(|label| !norm_key(label).is_empty()).map(|label| format!("{label}:"));
    item(label, id, entry, note)
}

/// Notes typed in haste begin small; what begins a sentence on paper takes a capital.
fn item(label: Option<String>, id: RecordId, entry: &Entry, note: &str) -> Item {
    let mut lines = noted(&entry.text, note);
    if let (None, Some(first)) = (&label, lines.first_mut()) {
        *first = capital(first);
    }
    Item { label, lines, origin: Some(Origin::Record(Entry::KIND, id)) }
}

fn cell(entry: &Entry, note: &str) -> String {
    let text = capital(&norm(&entry.text));
    if note.is_empty() { text } else { format!("{text} ({note})") }
}
