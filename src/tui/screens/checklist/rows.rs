//! The head and the rows of a visit's checklist.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::{Answer, Extent};
use crate::session::{ChecklistView, Coverage, CriterionRow, Level, Node, Row};
use crate::text::{pad, truncate, width};

use super::super::super::canvas::Canvas;
use super::super::super::state::Shared;
use super::super::super::widgets::paint::{line, paragraph, visible, wrapped};
use super::Item;

/// Draws how much was looked at, and which list it is; returns the rows used.
pub(super) fn head(view: &ChecklistView, filtered: bool, shared: &Shared, canvas: &mut Canvas, area: Rect) -> u16 {
    let words = &shared.texts.checklists;
    let Some(info) = &view.info else {
        let text = shared.keyed(&(words.unknown_list)(&view.delegation.record.checklist));
        return paragraph(canvas, area, 0, &text, shared.theme.warning());
    };
    let style =
        if view.coverage.looked_at < view.coverage.items { shared.theme.warning() } else { shared.theme.good() };
    let mut at = paragraph(canvas, area, 0, &covered(&view.coverage, shared), style);
    let list = &info.checklist;
    let version = if list.version.is_empty() { String::new() } else { (words.version)(&list.version) };
    let parts = [list.title.as_str(), list.source.as_str(), version.as_str()];
    let named = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    line(canvas, area, at, &named, shared.theme.faint());
    at = at.saturating_add(1);
    if info.differing > 0 {
        at = at.saturating_add(paragraph(canvas, area, at, &(words.differing)(info.differing), shared.theme.warning()));
    }
    if !view.unreadable.is_empty() {
        let first = view.unreadable.first().map(ToString::to_string).unwrap_or_default();
        let text = (shared.texts.screens.unreadable)(view.unreadable.len(), &first);
        at = at.saturating_add(paragraph(canvas, area, at, &format!("! {text}"), shared.theme.error()));
    }
    if filtered {
        line(canvas, area, at, &shared.keyed(words.only_unseen), shared.theme.key());
        at = at.saturating_add(1);
    }
    at
}

/// Says how much was looked at, how much the unit assessed itself, and how the scores compare.
fn covered(coverage: &Coverage, shared: &Shared) -> String {
    let words = &shared.texts.checklists;
    let mut parts = vec![(words.looked_at)(coverage.looked_at, coverage.items)];
    if coverage.sub_items > 0 {
        parts.push((words.sub_items_looked_at)(coverage.sub_items_looked_at, coverage.sub_items));
    }
    parts.push((words.self_assessed)(coverage.self_assessed, coverage.items));
    if coverage.scored > 0 {
        let (score, own) = (coverage.score, coverage.self_score);
        let gap = if own > score { format!("−{}", own - score) } else { format!("+{}", score - own) };
        let gap = if own == score { "0".to_owned() } else { gap };
        parts.push((words.scores)(coverage.scored, score, own, &gap));
    }
    parts.join(" · ")
}

/// Adds the rows of an item: one, and what there is to read of it below when it is selected.
pub(super) fn of_item(
    view: &ChecklistView,
    item: Item,
    selected: bool,
    shared: &Shared,
    cells: usize,
    lines: &mut Vec<(String, Style)>,
) {
    let (left, right, style) = match item {
        Item::Criterion(at) => {
            let Some(row) = view.criteria.get(at) else { return };
            criterion(row, shared)
        }
        Item::Another(at, other) => {
            let Some(answer) = view.criteria.get(at).and_then(|row| row.answers.get(other)) else { return };
            let left = format!("    ⚠ {}", answer.record.criterion);
            (left, summary(&answer.record, shared), shared.theme.warning())
        }
        Item::Stray(at) => {
            let Some(answer) = view.strays.get(at) else { return };
            if at == 0 {
                lines.push((shared.texts.checklists.strays.to_owned(), shared.theme.warning()));
            }
            (format!("  ? {}", answer.record.criterion), summary(&answer.record, shared), Style::new())
        }
    };
    let right = truncate(&right, cells / 2);
    let room = cells.saturating_sub(width(&right)).saturating_sub(3);
    let text = format!("{} {right}", pad(&truncate(&visible(&left), room), room));
    let below = if selected { Some(details(view, item, shared)) } else { None };
    add(&text, style, below, shared, cells, lines);
}

/// Adds a row, and below it what there is to read of it, when it is the selected one.
pub(in super::super) fn add(
    text: &str,
    style: Style,
    below: Option<Vec<(String, Style)>>,
    shared: &Shared,
    cells: usize,
    lines: &mut Vec<(String, Style)>,
) {
    let Some(below) = below else {
        lines.push((format!("  {text}"), style));
        return;
    };
    lines.push((pad(&format!("▸ {text}"), cells), shared.theme.selected()));
    let indent = "      ";
    for (text, style) in below {
        let parts = wrapped(&text, cells.saturating_sub(width(indent)).max(1)).into_iter();
        lines.extend(parts.map(|part| (format!("{indent}{part}"), style)));
    }
}

/// Draws lines from row `top` of the area on, so that those to be shown stand in the middle.
pub(in super::super) fn around(
    lines: &[(String, Style)],
    shown: Range<usize>,
    canvas: &mut Canvas,
    area: Rect,
    top: u16,
) {
    let height = usize::from(area.height.saturating_sub(top));
    let centred = shown.start.saturating_sub(height.saturating_sub(shown.len()) / 2);
    let first = centred.min(lines.len().saturating_sub(height));
    for (at, (text, style)) in (top..area.height).zip(lines.iter().skip(first)) {
        line(canvas, area, at, text, *style);
    }
}

fn criterion(row: &CriterionRow, shared: &Shared) -> (String, String, Style) {
    let named = &row.node.criterion;
    if row.node.level == Level::Group {
        let (seen, all) = row.progress;
        return (format!("{}. {}", named.code, named.title), format!("{seen}/{all}"), shared.theme.heading());
    }
    let sign = match row.answers.as_slice() {
        [] if !row.cited_by.is_empty() => "#",
        [] if row.looked_at => "↓",
        [] => "·",
        [only] if only.record.is_bare() || !only.contested.is_empty() => "!",
        [only] if only.record.is_given() => "✓",
        [_] => "·",
        _ => "⚠",
    };
    let indent = "  ".repeat(row.node.depth.min(4));
    let mark = if row.node.differing { " ⚠" } else { "" };
    let right = row.answers.first().map_or_else(
        || {
            let words = &shared.texts.checklists;
            match (row.cited_by.is_empty(), row.looked_at) {
                (false, _) => words.has_entry,
                (true, true) => words.seen_below,
                (true, false) => words.nobody_looked,
            }
            .to_owned()
        },
        |answer| summary(&answer.record, shared),
    );
    let style = if row.looked_at { Style::new() } else { shared.theme.faint() };
    (format!("{indent}{sign} {} {}{mark}", named.code, named.title), right, style)
}

/// An answer as short as it can be: the delegation's, then the unit's own.
fn summary(answer: &Answer, shared: &Shared) -> String {
    let words = &shared.texts.checklists;
    let found = said(answer.level, "", answer.people_count, answer.body_count, answer.score, shared);
    let found = if found.is_empty() && !answer.note.is_empty() { "✎".to_owned() } else { found };
    let own = said(answer.self_level, "", None, None, answer.self_score, shared);
    let own = if own.is_empty() && !answer.self_note.is_empty() { "✎".to_owned() } else { own };
    let own = if own.is_empty() { own } else { format!("{}: {own}", words.short_unit) };
    [found, own].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" │ ")
}

fn said(
    level: Option<Extent>,
    note: &str,
    people: Option<u32>,
    bodies: Option<u32>,
    score: Option<u32>,
    shared: &Shared,
) -> String {
    let words = &shared.texts.checklists;
    let parts = [
        level.map(|level| (shared.texts.terms.extent)(level).to_owned()),
        people.map(words.people),
        bodies.map(words.bodies),
        score.map(words.score),
        Some(note.to_owned()).filter(|note| !note.is_empty()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What there is to read of an item: the wording, what was found, what the unit says, which entries cite it.
fn details(view: &ChecklistView, item: Item, shared: &Shared) -> Vec<(String, Style)> {
    let words = &shared.texts.checklists;
    let mut details: Vec<(String, Style)> = Vec::new();
    let answer = match item {
        Item::Criterion(at) => {
            let Some(row) = view.criteria.get(at) else { return details };
            details.extend(wording(&row.node, shared));
            if row.answers.len() > 1 {
                details.push((shared.keyed(&(words.two_answers)(row.answers.len())), shared.theme.warning()));
            }
            row.answers.first()
        }
        Item::Another(at, other) => view.criteria.get(at).and_then(|row| row.answers.get(other)),
        Item::Stray(at) => view.strays.get(at),
    };
    details.extend(answer.into_iter().flat_map(|answer| both_sides(answer, shared)));
    if let Item::Criterion(at) = item {
        let cited = view.criteria.get(at).map(|row| row.cited_by.as_slice()).unwrap_or_default();
        for entry in cited {
            let kind = (shared.texts.terms.entry_kind_short)(entry.record.kind);
            let text = truncate(&visible(&entry.record.text), 160);
            details.push((format!("# {} {kind}: {text}", entry.id.reference()), shared.theme.faint()));
        }
    }
    details
}

/// The official wording, or the mark that there is none to be shown.
pub(in super::super) fn wording(node: &Node, shared: &Shared) -> Vec<(String, Style)> {
    let words = &shared.texts.checklists;
    let mut lines = Vec::new();
    match node.criterion.official_text() {
        Some(text) => lines.push((text.to_owned(), Style::new())),
        None if node.level != Level::Group => {
            let whose = if node.built_in { "" } else { words.own_words };
            let parts = [whose, words.not_compared];
            let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
            lines.push((format!("({said})"), shared.theme.faint()));
        }
        None => {}
    }
    if node.differing {
        lines.push((words.two_records.to_owned(), shared.theme.warning()));
    }
    lines
}

fn both_sides(answer: &Row<Answer>, shared: &Shared) -> Vec<(String, Style)> {
    let words = &shared.texts.checklists;
    let record = &answer.record;
    let found = said(record.level, &record.note, record.people_count, record.body_count, record.score, shared);
    let own = said(record.self_level, &record.self_note, None, None, record.self_score, shared);
    let mut lines = Vec::new();
    for (side, text) in [(words.delegation_found, found), (words.unit_says, own)] {
        if !text.is_empty() {
            lines.push((format!("{side}: {}", visible(&text)), Style::new()));
        }
    }
    if record.is_bare() {
        lines.push((words.answer_hint.to_owned(), shared.theme.warning()));
    }
    if !answer.contested.is_empty() {
        let fields: Vec<&str> = answer.contested.iter().map(|field| (shared.texts.terms.field)(field)).collect();
        lines.push((format!("⚠ {}", (words.contested)(&fields.join(", "))), shared.theme.warning()));
    }
    lines
}
