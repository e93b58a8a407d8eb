//! Figures as tables: the same for the screen, the command line and the file.

use chrono::Datelike;

use super::{Span, StatisticsView, Step, Tallied, Tally};
use crate::i18n::Texts;
use crate::tables;

/// A table that figures are shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figures {
    /// Findings by topic.
    #[default]
    Topics,
    /// Causes by topic.
    Causes,
    /// Everything by unit, to compare them.
    Units,
    /// Everything by delegation.
    Delegations,
    /// Recommendations over time.
    Time,
    /// Coverage of the checklists.
    Checklists,
}

impl Figures {
    /// Every table, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Topics, Self::Causes, Self::Units, Self::Delegations, Self::Time, Self::Checklists];

    /// Its name on the command line.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Topics => "topic",
            Self::Causes => "cause",
            Self::Units => "unit",
            Self::Delegations => "delegation",
            Self::Time => "time",
            Self::Checklists => "checklist",
        }
    }

    /// Its title, and what a file with it is called.
    #[must_use]
    pub fn names(self, texts: &Texts) -> (&'static str, &'static str) {
        let words = &texts.statistics;
        match self {
            Self::Topics => (words.by_topic, words.file_topic),
            Self::Causes => (words.by_cause, words.file_cause),
            Self::Units => (words.by_unit, words.file_unit),
            Self::Delegations => (words.by_delegation, words.file_delegation),
            Self::Time => (words.by_time, words.file_time),
            Self::Checklists => (words.by_checklist, words.file_checklist),
        }
    }
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A name.
    Words(String),
    /// A number.
    Count(i64),
}

impl Cell {
    fn count(number: usize) -> Self {
        Self::Count(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// Figures as a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Names of the columns.
    pub head: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// What the rows add up to, where they do.
    pub total: Option<Vec<Cell>>,
}

impl Sheet {
    /// Writes the table as CSV, the sum left to whoever reads it.
    #[must_use]
    pub fn csv(&self) -> Vec<u8> {
        tables::csv(&self.records())
    }

    /// Returns the names of the columns and the rows as plain text.
    #[must_use]
    pub fn records(&self) -> Vec<Vec<String>> {
        let head = self.head.iter().map(|name| (*name).to_owned()).collect();
        let text = |cell: &Cell| match cell {
            Cell::Words(words) => words.clone(),
            Cell::Count(number) => number.to_string(),
        };
        std::iter::once(head).chain(self.rows.iter().map(|row| row.iter().map(text).collect())).collect()
    }
}

/// Names a part of the time.
#[must_use]
pub fn span_name(span: &Span, step: Step, texts: &Texts) -> String {
    let (words, first) = (&texts.statistics, span.first);
    match step {
        Step::Month => (words.month)(first.month(), first.year()),
        Step::Quarter => (words.quarter)(first.month0() / 3 + 1, first.year()),
        Step::Year => first.year().to_string(),
    }
}

/// Names a topic, a unit or a delegation.
#[must_use]
pub fn row_name<'a>(row: &'a Tallied, texts: &Texts) -> &'a str {
    if row.name.is_empty() { texts.statistics.unnamed } else { &row.name }
}

/// A column of figures: its name, and what it shows of a row.
type Column = (&'static str, fn(&Tally) -> usize);

/// Makes a table of figures.
#[must_use]
pub fn sheet(view: &StatisticsView, figures: Figures, texts: &Texts) -> Sheet {
    let words = &texts.statistics;
    let causes: [Column; 2] =
        [(words.objective, |tally| tally.causes.objective), (words.subjective, |tally| tally.causes.subjective)];
    let findings: [Column; 3] = [
        (words.strengths, |tally| tally.strengths),
        (words.shortcomings, |tally| tally.shortcomings),
        (words.signs, |tally| tally.signs),
    ];
    let asked: [Column; 3] = [
        (words.open_asked, |tally| tally.open),
        (words.overdue_asked, |tally| tally.overdue),
        (words.closed_asked, |tally| tally.closed),
    ];
    let unexplained: [Column; 1] = [(words.unexplained_faults, |tally| tally.unexplained)];
    let visits: [Column; 1] = [(words.visits, |tally| tally.visits)];
    let everything = [visits.as_slice(), &findings, &causes, &asked].concat();
    match figures {
        Figures::Topics => {
            tallied(words.by_topic, &view.by_topic, &[findings.as_slice(), &asked].concat(), view, texts)
        }
        Figures::Causes => {
            let has_any = |row: &&Tallied| causes.iter().chain(&unexplained).any(|(_, count)| count(&row.tally) > 0);
            let rows: Vec<Tallied> = view.by_topic.iter().filter(has_any).cloned().collect();
            tallied(words.by_topic, &rows, &[causes.as_slice(), &unexplained].concat(), view, texts)
        }
        Figures::Units => tallied(words.by_unit, &view.by_unit, &everything, view, texts),
        Figures::Delegations => tallied(words.by_delegation, &view.by_delegation, &everything, view, texts),
        Figures::Time => over_time(view, texts),
        Figures::Checklists => checklists(view, texts),
    }
}

fn tallied(first: &'static str, rows: &[Tallied], columns: &[Column], view: &StatisticsView, texts: &Texts) -> Sheet {
    let row = |name: &str, tally: &Tally| {
        let counts = columns.iter().map(|(_, count)| Cell::count(count(tally)));
        std::iter::once(Cell::Words(name.to_owned())).chain(counts).collect()
    };
    Sheet {
        head: std::iter::once(first).chain(columns.iter().map(|(name, _)| *name)).collect(),
        rows: rows.iter().map(|tallied| row(row_name(tallied, texts), &tallied.tally)).collect(),
        total: (rows.len() > 1).then(|| row(texts.statistics.total, &view.total)),
    }
}

fn over_time(view: &StatisticsView, texts: &Texts) -> Sheet {
    let words = &texts.statistics;
    let row = |span: &Span| {
        vec![
            Cell::Words(span_name(span, view.step, texts)),
            Cell::count(span.raised),
            Cell::Count(i64::try_from(span.closed).unwrap_or_default()),
            Cell::count(span.open_at_end),
            Cell::count(span.closed_by_end),
        ]
    };
    Sheet {
        head: vec![words.period, words.raised, words.closed_in, words.open_at_end, words.closed_by_end],
        rows: view.spans.iter().map(row).collect(),
        total: None,
    }
}

fn checklists(view: &StatisticsView, texts: &Texts) -> Sheet {
    let words = &texts.statistics;
    let rows = view.checklists.iter().flat_map(|list| {
        list.criteria.iter().map(|criterion| {
            vec![
                Cell::Words(list.title.clone()),
                Cell::Words(criterion.code.clone()),
                Cell::Words(criterion.title.clone()),
                Cell::count(criterion.visits),
                Cell::count(list.visits),
            ]
        })
    });
    Sheet {
        head: vec![words.by_checklist, words.code, words.criterion, words.looked_at, words.of_visits],
        rows: rows.collect(),
        total: None,
    }
}
