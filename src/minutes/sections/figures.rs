//! Figures as the report states them, with what was computed anew beside them; rankings as a table of their own.

use super::super::norm;
use super::super::outline::Table;
use super::super::phrases::capital;
use super::Sections;
use crate::domain::{Entry, EntryKind, Record, RecordId};
use crate::figures::{
    CapBase, CapCheck, Decimal, Figure, Level, Mismatch, Percent, Ranking, Reading, print_count, read_figures,
};

/// An entry of figures: its words on one line, and what is read in them.
struct Figures<'a> {
    id: RecordId,
    entry: &'a Entry,
    text: String,
    readings: Vec<Reading>,
}

impl Figures<'_> {
    fn rankings(&self) -> impl Iterator<Item = &Ranking> {
        self.readings.iter().filter_map(|reading| match &reading.figure {
            Figure::Ranking(ranking) => Some(ranking),
            _ => None,
        })
    }

    /// Whether every word of the entry is in the table of rankings.
    fn is_one_ranking(&self) -> bool {
        let [reading] = self.readings.as_slice() else { return false };
        let rest = self.text.get(reading.range.end..).unwrap_or_default();
        let is_whole = reading.range.start == 0 && rest.trim_matches(['.', ';', ' ']).is_empty();
        is_whole && matches!(reading.figure, Figure::Ranking(_))
    }
}

impl Sections<'_> {
    /// Everything counted but rankings.
    pub(super) fn figures(&self) -> Table {
        let figures: Vec<Figures> = self.read_figures().filter(|figures| !figures.is_one_ranking()).collect();
        self.table(&["Nội dung"], figures.iter().map(|figures| (figures, vec![Some(self.checked(figures))])))
    }

    /// So many at each level, for each kind of object.
    pub(super) fn rankings(&self) -> Table {
        let columns = [
            "Đối tượng",
            "Hoàn thành xuất sắc",
            "Hoàn thành tốt",
            "Hoàn thành",
            "Không hoàn thành",
            "Tổng",
            "Mức xuất sắc so với tỷ lệ trần",
        ];
        let read: Vec<Figures> = self.read_figures().collect();
        let rows = read.iter().flat_map(|figures| figures.rankings().map(move |ranking| (figures, ranking)));
        self.table(&columns, rows.map(|(figures, ranking)| (figures, self.ranked(figures, ranking))))
    }

    fn read_figures(&self) -> impl Iterator<Item = Figures<'_>> {
        self.of_kind(EntryKind::Figure).map(|(id, entry)| {
            let text = norm(&entry.text);
            let readings = read_figures(&text);
            Figures { id, entry, text, readings }
        })
    }

    /// Numbers rows, and names who gave each figure where anybody is named.
    fn table<'r>(
        &self,
        columns: &[&'static str],
        rows: impl Iterator<Item = (&'r Figures<'r>, Vec<Option<String>>)>,
    ) -> Table {
        let rows: Vec<_> = rows.collect();
        let sourced = rows.iter().any(|(figures, _)| self.speakers(figures.entry).is_some());
        let mut headings = vec!["STT"];
        headings.extend(columns);
        headings.extend(sourced.then_some("Người nêu"));
        let row = |(at, (figures, cells)): (usize, (&Figures, Vec<Option<String>>))| {
            let mut row = vec![Some((at + 1).to_string())];
            row.extend(cells);
            row.extend(sourced.then(|| Some(self.speakers(figures.entry).unwrap_or_default())));
            (figures.id, row)
        };
        Table::of_records(headings, &Entry::KIND, rows.into_iter().enumerate().map(row))
    }

    /// The words as noted, numbers apart from their nouns; behind a percent or a total that is not right stands the right one.
    fn checked(&self, figures: &Figures) -> String {
        let mut text = figures.text.clone();
        for reading in figures.readings.iter().rev() {
            if let Some(said) = text.get(reading.range.clone()).map(spaced) {
                let right: Vec<String> = reading.mismatches(self.cap).iter().filter_map(right).collect();
                let right = if right.is_empty() { String::new() } else { format!(" ({})", right.join("; ")) };
                text.replace_range(reading.range.clone(), &(said + &right));
            }
        }
        self.with_note(figures, &capital(&text))
    }

    fn ranked(&self, figures: &Figures, ranking: &Ranking) -> Vec<Option<String>> {
        let subject = if ranking.subject.is_empty() { None } else { Some(capital(&ranking.subject)) };
        let note = self.note(figures.id, figures.entry, Vec::new());
        let named = match (subject, note.is_empty()) {
            (None, true) => None,
            (subject, _) => Some(self.with_note(figures, &subject.unwrap_or_default())),
        };
        let whole = ranking.total.or_else(|| ranking.sum());
        let levels = Level::ALL.into_iter().map(|level| {
            let count = ranking.at(level)?;
            let share = ranking.share(level).map(|stated| stated_share(count, whole, stated)).unwrap_or_default();
            Some(print_count(count) + &share)
        });
        let mut row = vec![named];
        row.extend(levels);
        row.push(total(ranking));
        row.push(Some(ranking.cap(self.cap).as_ref().map(against_cap).unwrap_or_default()));
        row
    }

    fn with_note(&self, figures: &Figures, text: &str) -> String {
        let note = self.note(figures.id, figures.entry, Vec::new());
        if note.is_empty() { text.to_owned() } else { format!("{text} ({note})").trim_start().to_owned() }
    }
}

/// Puts the space back that was left out between a number and its noun: "512quần chúng".
fn spaced(said: &str) -> String {
    let mut spaced = String::with_capacity(said.len() + 1);
    let mut after_digit = false;
    for letter in said.chars() {
        if after_digit && letter.is_alphabetic() {
            spaced.push(' ');
        }
        spaced.push(letter);
        after_digit = letter.is_ascii_digit();
    }
    spaced
}

/// Says what a stated percent or total ought to be; the cap has its place among the rankings.
fn right(mismatch: &Mismatch) -> Option<String> {
    match mismatch {
        Mismatch::Percent { computed, .. } => Some(format!("tính lại: {}%", computed.print())),
        Mismatch::TwoNouns { .. } => None,
        Mismatch::Sum { sum, .. } => sum.map(|sum| format!("cộng lại: {}", print_count(sum))),
        Mismatch::Cap(_) => None,
    }
}

/// Keeps the percent of a level as stated, and the right one behind it where they differ.
fn stated_share(count: u64, whole: Option<u64>, stated: Decimal) -> String {
    let wrong = whole.filter(|whole| *whole > 0 && !stated.is_percent_of(count, *whole));
    let right =
        wrong.and_then(|whole| Percent::of(count, whole)).map(|right| format!("; tính lại: {}%", right.print()));
    format!(" ({}%{})", stated.print(), right.unwrap_or_default())
}

fn total(ranking: &Ranking) -> Option<String> {
    let sum = ranking.sum().map(print_count);
    match (ranking.total.map(print_count), sum) {
        (Some(total), Some(sum)) if total != sum => Some(format!("{total} (cộng lại: {sum})")),
        (Some(total), _) => Some(total),
        (None, sum) => sum,
    }
}

fn against_cap(check: &CapCheck) -> String {
    let base = match check.cap.base {
        CapBase::Good => "số hoàn thành tốt",
        CapBase::GoodOrBetter => "số hoàn thành tốt và xuất sắc",
        CapBase::All => "tổng số",
    };
    let share = check.share.map(|share: Percent| format!(" = {}%", share.print())).unwrap_or_default();
    let verdict = if check.is_exceeded() { "vượt" } else { "không vượt" };
    let (top, whole) = (print_count(check.top), print_count(check.base));
    format!("{top}/{whole} {base}{share}, {verdict} trần {}%", check.cap.percent.print())
}
