//! What belongs to an entry, row by row: headings, linked entries, earlier items, and what is missing.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::{ChainPart, Entry, EntryKind, RecordId, VisitStatus};
use crate::figures::print_date;
use crate::session::{ChainView, Row};
use crate::text::{pad, truncate, width};

use super::super::super::super::canvas::Canvas;
use super::super::super::super::state::Shared;
use super::super::super::super::widgets::list::Scroll;
use super::super::super::super::widgets::paint::{line, rows, rule, visible, wrapped};

/// A row of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChainRow {
    /// What follows repeats an item of an earlier visit.
    Repeats,
    /// What follows are the faults that the entry belongs to, or other entries that it answers.
    Faults,
    /// What follows is this part of the chain.
    Part(ChainPart),
    /// A linked entry.
    Entry(RecordId),
    /// A linked item from before.
    Earlier(RecordId),
    /// A part that should be there and is not.
    Missing(ChainPart),
    /// Nothing is linked at all.
    Nothing,
}

impl ChainRow {
    /// Whether the row can be selected.
    pub(super) fn is_choice(self) -> bool {
        matches!(self, Self::Entry(_) | Self::Earlier(_) | Self::Missing(_))
    }
}

/// Lists the rows of an entry's chain.
pub(super) fn chain_rows(view: &ChainView, focus: RecordId) -> Vec<ChainRow> {
    let entries = &view.visit.entries;
    let Some(own) = entries.iter().find(|row| row.id == focus) else { return Vec::new() };
    let all: Vec<(RecordId, &Entry)> = entries.iter().map(|row| (row.id, &row.record)).collect();
    let missing = ChainPart::missing(focus, &all);
    let mut listed = Vec::new();
    let mut headed = |head: ChainRow, rows: Vec<ChainRow>| {
        if !rows.is_empty() {
            listed.push(head);
            listed.extend(rows);
        }
    };
    let answers = entries.iter().filter(|row| own.record.links.contains(&row.id));
    headed(ChainRow::Faults, answers.map(|row| ChainRow::Entry(row.id)).collect());
    let elsewhere = own.record.links.iter().filter(|link| !entries.iter().any(|row| row.id == **link));
    headed(ChainRow::Repeats, elsewhere.map(|link| ChainRow::Earlier(*link)).collect());
    for part in ChainPart::ALL {
        let linked = entries.iter().filter(|row| row.record.links.contains(&focus) && row.id != focus);
        let mut rows: Vec<ChainRow> =
            linked.filter(|row| ChainPart::of(row.record.kind) == part).map(|row| ChainRow::Entry(row.id)).collect();
        rows.extend(missing.contains(&part).then_some(ChainRow::Missing(part)));
        headed(ChainRow::Part(part), rows);
    }
    if listed.is_empty() {
        listed.push(ChainRow::Nothing);
    }
    listed
}

/// Names an entry: a fault by its number in the minutes, another one by its kind.
pub(super) fn named(view: &ChainView, id: RecordId, shared: &Shared) -> String {
    let Some(row) = view.visit.entries.iter().find(|row| row.id == id) else { return id.reference() };
    if !row.record.kind.is_fault() {
        return (shared.texts.terms.entry_kind)(row.record.kind).to_owned();
    }
    let alike = view.visit.entries.iter().filter(|other| other.record.kind == row.record.kind);
    let number = alike.take_while(|other| other.id != id).count() + 1;
    (shared.texts.chain.numbered)(fault_word(row.record.kind, shared), number)
}

fn fault_word(kind: EntryKind, shared: &Shared) -> &'static str {
    if kind == EntryKind::Shortcoming { shared.texts.chain.shortcoming } else { (shared.texts.terms.entry_kind)(kind) }
}

/// Draws the entry that is looked at, then the rows of its chain, the selected one in full.
pub(super) fn draw(
    view: &ChainView,
    focus: RecordId,
    selected: Option<ChainRow>,
    scroll: &Scroll,
    shared: &Shared,
    canvas: &mut Canvas,
    area: Rect,
) {
    let Some(own) = view.visit.entries.iter().find(|row| row.id == focus) else { return };
    let cells = usize::from(area.width);
    let words = wrapped(&own.record.text, cells);
    // The words of the entry leave most of the screen to what belongs to it.
    let most = usize::from(area.height / 3).max(1);
    let mut top = 0;
    for text in words.iter().take(most) {
        line(canvas, area, top, text, shared.theme.heading());
        top += 1;
    }
    let about = about(&own.record, shared);
    if !about.is_empty() {
        line(canvas, area, top, &about, shared.theme.faint());
        top += 1;
    }
    let list = rows(area, top, area.height.saturating_sub(top));
    let mut lines: Vec<Line> = Vec::new();
    let mut at_selected = 0;
    for row in chain_rows(view, focus) {
        let is_selected = selected == Some(row);
        if is_selected {
            at_selected = lines.len();
        }
        lines.extend(drawn(row, is_selected, view, focus, shared, cells));
    }
    let height = usize::from(list.height).max(1);
    let first = scroll.first(at_selected, lines.len(), height);
    for (at, drawn) in (0..list.height).zip(lines.iter().skip(first)) {
        match drawn {
            Line::Rule(word) => rule(canvas, list, at, word, shared.theme),
            Line::Text(text, true) => line(canvas, list, at, &pad(text, cells), shared.theme.selected()),
            Line::Text(text, false) => line(canvas, list, at, text, Style::new()),
            Line::Warning(text) => line(canvas, list, at, text, shared.theme.warning()),
        }
    }
}

enum Line {
    Rule(String),
    Text(String, bool),
    Warning(String),
}

fn drawn(row: ChainRow, selected: bool, view: &ChainView, focus: RecordId, shared: &Shared, cells: usize) -> Vec<Line> {
    let words = &shared.texts.chain;
    let mark = if selected { "▸ " } else { "  " };
    let full = |lead: &str, text: &str| {
        let lead = format!("{mark}{lead}");
        let room = cells.saturating_sub(width(&lead)).max(1);
        if !selected {
            return vec![Line::Text(format!("{lead}{}", truncate(&visible(text), room)), false)];
        }
        let indent = " ".repeat(width(&lead).min(cells));
        let parts = wrapped(text, room).into_iter().enumerate();
        parts.map(|(at, part)| Line::Text(format!("{}{part}", if at == 0 { &lead } else { &indent }), true)).collect()
    };
    match row {
        ChainRow::Repeats => vec![Line::Rule(words.repeats.to_owned())],
        ChainRow::Faults => vec![Line::Rule(words.belongs_to.to_owned())],
        ChainRow::Part(part) => vec![Line::Rule((words.part)(part).to_owned())],
        ChainRow::Nothing if view.visit.visit.record.status == VisitStatus::Open => {
            vec![Line::Warning(shared.keyed(words.nothing_linked))]
        }
        ChainRow::Nothing => vec![Line::Warning(words.nothing_linked_closed.to_owned())],
        ChainRow::Missing(_) if selected => full("", &format!("⚠ {}", shared.keyed(words.missing_here))),
        ChainRow::Missing(_) => vec![Line::Warning(format!("{mark}⚠ {}", words.missing))],
        ChainRow::Earlier(id) => {
            let item = view.earlier.iter().find(|item| item.id == id);
            full("", item.map_or(shared.texts.screens.link_elsewhere, |item| item.words.as_str()))
        }
        ChainRow::Entry(id) => match view.visit.entries.iter().find(|row| row.id == id) {
            Some(row) => {
                let lead = if cells < NARROW { String::new() } else { lead(row, view, shared) };
                let others = other_faults(row, view, focus, shared);
                let unsaid = if selected { unsaid(&row.record, view, shared) } else { String::new() };
                let parts = [visible(&row.record.text).into_owned(), about(&row.record, shared), others, unsaid];
                let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                full(&lead, &parts.join(" · "))
            }
            None => Vec::new(),
        },
    }
}

/// A window narrower than this shows no word in front of a row.
const NARROW: usize = 60;
/// Cells of the word in front of a row.
const LEAD: usize = 16;

/// The word in front of a row: what the entry is within its part.
fn lead(row: &Row<Entry>, view: &ChainView, shared: &Shared) -> String {
    let (terms, words) = (&shared.texts.terms, &shared.texts.chain);
    let entry = &row.record;
    let word = match (ChainPart::of(entry.kind), entry.kind) {
        (_, kind) if kind.is_fault() => named(view, row.id, shared),
        (ChainPart::Cause, EntryKind::ObjectiveCause) => words.objective.to_owned(),
        (ChainPart::Cause, _) => words.subjective.to_owned(),
        (ChainPart::Responsibility, _) => entry.bearer.map_or(words.open, terms.bearer).to_owned(),
        (ChainPart::Position, _) => entry.position.map_or(words.open, terms.position).to_owned(),
        (_, kind) => (terms.entry_kind_short)(kind).to_owned(),
    };
    pad(&truncate(&word, LEAD), LEAD + 1)
}

/// Who, by when and on which criteria, as short as it can be.
fn about(entry: &Entry, shared: &Shared) -> String {
    let words = &shared.texts.screens;
    let mut parts: Vec<String> = Vec::new();
    if !entry.people.is_empty() {
        parts.push(entry.people.join(", "));
    }
    parts.extend(entry.due.map(|due| (words.due_on)(&print_date(due))));
    if !entry.criteria.is_empty() {
        parts.push((words.criteria)(&entry.criteria.join(", ")));
    }
    parts.extend(entry.severity.map(|severity| (words.severity)((shared.texts.terms.severity)(severity))));
    parts.join(" · ")
}

/// Names the key that says what the word in front of a row leaves open.
fn unsaid(entry: &Entry, view: &ChainView, shared: &Shared) -> String {
    let words = &shared.texts.chain;
    let said = match ChainPart::of(entry.kind) {
        _ if view.visit.visit.record.status != VisitStatus::Open => return String::new(),
        ChainPart::Responsibility if entry.bearer.is_none() => words.say_bearer,
        ChainPart::Position if entry.position.is_none() => words.say_position,
        _ => return String::new(),
    };
    shared.keyed(said)
}

/// Names the other faults that a linked entry belongs to.
fn other_faults(row: &Row<Entry>, view: &ChainView, focus: RecordId, shared: &Shared) -> String {
    let is_other =
        |other: &&Row<Entry>| other.id != focus && other.record.kind.is_fault() && row.record.links.contains(&other.id);
    let named: Vec<String> =
        view.visit.entries.iter().filter(is_other).map(|other| named(view, other.id, shared).to_lowercase()).collect();
    if named.is_empty() { String::new() } else { (shared.texts.chain.also_of)(&named.join(", ")) }
}
