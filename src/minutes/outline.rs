//! The outline: everything that minutes say, in order and in words, before any format.
//!
//! Plain data that any template or format can be fed from. `None` means that nobody knows: formats leave room to write by hand.
//! Parts that must always print are there even when empty; optional ones are there only with content, numbered without gaps.

use serde::Serialize;

use super::people::Directory;
use super::phrases::{known, or_dots};
use super::sections::Sections;
use super::words::Words;
use super::{Source, attendance, facts};
use crate::domain::{Kind, RecordId};

/// Where words of the minutes were taken from, so that whoever reads them can put them right there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A record.
    Record(Kind, RecordId),
    /// A field of the visit.
    Visit(&'static str),
    /// A field of the delegation.
    Delegation(&'static str),
    /// The legal documents of the delegation.
    Bases,
    /// The list of who came.
    Attendance,
}

/// Everything that the minutes of one visit say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outline {
    /// Words chosen by regime and kind.
    pub words: Words,
    /// What a file says about itself before the text.
    pub summary: Summary,
    /// What stands above the title.
    pub head: Head,
    /// Title and the facts of the session.
    pub title: Title,
    /// I: who came, by side; empty when nobody was listed.
    pub attendance: Vec<Attendance>,
    /// II: what happened; empty when nothing was noted.
    pub proceedings: Vec<Part>,
    /// III: what was found; strengths, shortcomings and causes always stand here.
    pub findings: Vec<Part>,
    /// IV: recommendations both ways; empty when there are none.
    pub proposals: Vec<Part>,
    /// V: what the chair said in closing.
    pub conclusion: Vec<Item>,
    /// V: what the unit answered.
    pub acceptance: Vec<Item>,
    /// The closing sentence.
    pub closing: Closing,
    /// Who signs, from left to right.
    pub signatures: Vec<Signature>,
    /// Who receives the minutes, one for each line.
    pub recipients: Vec<String>,
}

/// What a file says about itself, in its front matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Name of the unit, or empty.
    pub unit: String,
    /// Day of the visit as `2026-03-19`, or empty.
    pub date: String,
    /// The delegation with its decision.
    pub delegation: String,
}

/// What stands above the title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    /// Who signed the decision.
    pub authority: Option<String>,
    /// Symbol of the decision.
    pub decision: Option<String>,
    /// Secrecy mark, when there is one: "MẬT".
    pub secrecy: Option<String>,
    /// Place name before the date.
    pub place: Option<String>,
    /// Day of the visit: "ngày 19 tháng 3 năm 2026".
    pub date: String,
}

/// The title and the facts of the session that follow it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Title {
    /// Whether the session is not closed yet, so that this cannot be what is signed.
    pub is_draft: bool,
    /// Name of the unit.
    pub unit: Option<String>,
    /// Name of the unit above it.
    pub parent_unit: Option<String>,
    /// What the session is about, without a leading "về".
    pub subject: Option<String>,
    /// Decision, plan and legal documents, each as it follows "Căn cứ", with its end mark.
    pub bases: Vec<String>,
    /// When the session began: "8 giờ 05 phút, ngày 19 tháng 3 năm 2026".
    pub started: String,
    /// Where it was held.
    pub place: Option<String>,
    /// Period under inspection: "từ ngày 01/01/2023 đến ngày 31/12/2025".
    pub period: String,
    /// Who presides, with posts.
    pub chair: Option<String>,
    /// Who records, with posts.
    pub recorder: Option<String>,
    /// Documents used, line by line; may be empty.
    pub materials: Vec<String>,
    /// Other information, line by line; may be empty.
    pub other_information: Vec<String>,
}

/// The people of one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attendance {
    /// Which side: "delegation", "unit", "invited".
    pub key: &'static str,
    /// Its number: "1".
    pub number: String,
    /// Its heading.
    pub title: String,
    /// How many came, in two digits.
    pub present: String,
    /// How many were expected, in two digits.
    pub expected: String,
    /// How many did not come, in two digits, when any.
    pub absent: Option<String>,
    /// One line for each person, those who came first.
    pub people: Vec<String>,
}

/// A numbered part of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What it is, whatever its number and heading: "strengths", "figures".
    pub key: &'static str,
    /// Its number without a closing dot: "2", "2.1".
    pub number: String,
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub items: Vec<Item>,
    /// Its table.
    pub table: Option<Table>,
    /// Its own parts.
    pub parts: Vec<Part>,
    /// Whether nothing was noted under it.
    pub empty: bool,
}

/// One line of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// What stands before the words, with its end mark: "Hạn chế 1:".
    pub label: Option<String>,
    /// The words, one string for each paragraph.
    pub lines: Vec<String>,
    /// Where they come from; never printed.
    #[serde(skip)]
    pub origin: Option<Origin>,
}

/// A table; `None` in a cell leaves room to write by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Headings of its columns.
    pub columns: Vec<&'static str>,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Vec<Option<String>>>,
    /// Where each row comes from, as far as that is one record; never printed.
    #[serde(skip)]
    pub origins: Vec<Option<Origin>>,
}

impl Table {
    /// Makes a table of rows that each come from one record.
    pub(super) fn of_records(
        columns: Vec<&'static str>,
        kind: &Kind,
        rows: impl IntoIterator<Item = (RecordId, Vec<Option<String>>)>,
    ) -> Self {
        let (origins, rows) = rows.into_iter().map(|(id, row)| (Some(Origin::Record(kind.clone(), id)), row)).unzip();
        Self { columns, rows, origins }
    }
}

/// Facts of the closing sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Closing {
    /// When the session ended: "11 giờ 05 phút".
    pub ended: String,
    /// Copies in all, in two digits.
    pub copies: Option<String>,
    /// Copies for each side, in two digits.
    pub copies_each: Option<String>,
}

/// One who signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// In what capacity: "NGƯỜI GHI BIÊN BẢN".
    pub title: &'static str,
    /// How to sign: "ký, ghi rõ họ tên".
    pub how: &'static str,
    /// Full name.
    pub name: Option<String>,
}

/// Puts the records of a visit in the order and the words of its minutes.
#[must_use]
pub fn outline(source: &Source) -> Outline {
    let words = Words::of(source.delegation);
    let directory = Directory::of(source, words);
    let sections = Sections::of(source, &directory);
    let decision = or_dots(&source.delegation.decision_symbol);
    Outline {
        words,
        summary: Summary {
            unit: known(source.unit).unwrap_or_default(),
            date: source.visit.date.map(|date| date.format("%Y-%m-%d").to_string()).unwrap_or_default(),
            delegation: format!("{} theo Quyết định số {decision}", words.delegation),
        },
        head: facts::head(source),
        title: facts::title(source, &directory),
        attendance: attendance::groups(&directory, source.unit),
        proceedings: sections.proceedings(),
        findings: sections.findings(),
        proposals: sections.proposals(),
        conclusion: sections.conclusion(),
        acceptance: sections.acceptance(),
        closing: facts::closing(source.visit),
        signatures: facts::signatures(source, &directory),
        recipients: facts::recipients(source.visit),
    }
}
