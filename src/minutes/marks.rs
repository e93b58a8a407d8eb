//! Marks in the text of minutes that say where words come from: private letters that no template changes, taken out again
//! when the minutes have been laid out.

use super::outline::{Item, Origin, Outline, Part, Table};

/// The first of the letters that stand for an origin. No font has them, and the escape lets them pass.
const FIRST: u32 = 0x10_0000;
const LAST: u32 = 0x10_fffd;

/// The origins that were marked.
#[derive(Debug, Default)]
pub(super) struct Marks(Vec<Origin>);

/// Whether a text is a mark and nothing else: the value of something that nobody knows.
pub(super) fn is_lone(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(is_mark) && letters.next().is_none()
}

fn is_mark(letter: char) -> bool {
    (FIRST..=LAST).contains(&u32::from(letter))
}

impl Marks {
    /// Marks everything in an outline that can be put right somewhere.
    pub(super) fn on(outline: &Outline) -> (Outline, Self) {
        let mut outline = outline.clone();
        let mut marks = Self::default();
        marks.facts(&mut outline);
        for part in outline.proceedings.iter_mut().chain(&mut outline.findings).chain(&mut outline.proposals) {
            marks.part(part);
        }
        marks.items(&mut outline.conclusion);
        marks.items(&mut outline.acceptance);
        (outline, marks)
    }

    /// Takes the marks out of a text, and returns what they stand for.
    pub(super) fn taken_from(&self, text: &str) -> (String, Vec<&Origin>) {
        let found = text.chars().filter(|letter| is_mark(*letter));
        let at = found.filter_map(|mark| usize::try_from(u32::from(mark) - FIRST).ok());
        (text.chars().filter(|letter| !is_mark(*letter)).collect(), at.filter_map(|at| self.0.get(at)).collect())
    }

    fn facts(&mut self, outline: &mut Outline) {
        use Origin::{Attendance, Delegation, Visit};
        let title = &mut outline.title;
        self.known(&Visit("secrecy"), &mut outline.head.secrecy);
        self.open(&Visit("unit"), &mut title.unit);
        self.open(&Visit("subject"), &mut title.subject);
        let own = [Delegation("decision_symbol"), Delegation("plan_symbol")];
        // A delegation without a plan goes on with its legal documents.
        for (at, basis) in title.bases.iter_mut().enumerate() {
            let origin = own.get(at).filter(|_| at == 0 || basis.starts_with("Kế hoạch"));
            self.put(origin.unwrap_or(&Origin::Bases), basis);
        }
        self.put(&Visit("start"), &mut title.started);
        self.open(&Visit("place"), &mut title.place);
        self.put(&Delegation("period_from"), &mut title.period);
        self.open(&Visit("chair"), &mut title.chair);
        self.open(&Visit("recorder"), &mut title.recorder);
        self.first(&Visit("materials"), &mut title.materials);
        self.first(&Visit("other_information"), &mut title.other_information);
        for group in &mut outline.attendance {
            self.put(&Attendance, &mut group.present);
            group.people.iter_mut().for_each(|person| self.put(&Attendance, person));
        }
        self.put(&Visit("end"), &mut outline.closing.ended);
        self.open(&Visit("copies"), &mut outline.closing.copies);
        self.open(&Visit("copies_each"), &mut outline.closing.copies_each);
        outline.recipients.iter_mut().for_each(|recipient| self.put(&Visit("recipients"), recipient));
    }

    fn part(&mut self, part: &mut Part) {
        self.items(&mut part.items);
        if let Some(table) = &mut part.table {
            self.rows(table);
        }
        part.parts.iter_mut().for_each(|inner| self.part(inner));
    }

    fn items(&mut self, items: &mut [Item]) {
        for item in items {
            if let Some(origin) = &item.origin {
                self.first(origin, &mut item.lines);
            }
        }
    }

    fn rows(&mut self, table: &mut Table) {
        for (row, origin) in table.rows.iter_mut().zip(&table.origins) {
            if let (Some(origin), Some(cell)) = (origin, row.iter_mut().flatten().next()) {
                self.put(origin, cell);
            }
        }
    }

    fn first(&mut self, origin: &Origin, lines: &mut [String]) {
        if let Some(line) = lines.first_mut() {
            self.put(origin, line);
        }
    }

    /// Marks a value that prints as dots where nobody knows it.
    fn open(&mut self, origin: &Origin, value: &mut Option<String>) {
        self.put(origin, value.get_or_insert_default());
    }

    /// Marks a value that is left out where there is none.
    fn known(&mut self, origin: &Origin, value: &mut Option<String>) {
        if let Some(value) = value {
            self.put(origin, value);
        }
    }

    fn put(&mut self, origin: &Origin, text: &mut String) {
        let letter = u32::try_from(self.0.len()).ok().and_then(|at| char::from_u32(FIRST + at));
        // More than that nobody reads aloud.
        if let Some(letter) = letter.filter(|letter| is_mark(*letter)) {
            text.insert(0, letter);
            self.0.push(origin.clone());
        }
    }
}
