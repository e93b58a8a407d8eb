//! The entries of a visit: one row each, the selected one in full.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::{Entry, EntryKind, FollowedItem, RecordId, Recurrence, Standing, Visit, VisitStatus};
use crate::figures::print_date;
use crate::session::{CarriedView, Row, VisitView, explain};
use crate::text::{pad, width};

use super::super::super::canvas::Canvas;
use super::super::super::forms::details::material_name;
use super::super::super::state::Shared;
use super::super::super::widgets::kept::{Kept, Rows};
use super::super::super::widgets::paint::{line, paragraph, pieces, visible, wrapped};
use super::line::CaptureLine;
use super::listed::{ListRow, VERY_NARROW, lead};

/// A list lower than this shows also the newest entry in one row.
const LOW: usize = 8;

/// What the list is drawn from.
pub(super) struct Scene<'a> {
    pub(super) view: &'a VisitView,
    pub(super) carried: Option<&'a CarriedView>,
    pub(super) capture: &'a CaptureLine,
    pub(super) listed: &'a Kept<ListRow>,
    pub(super) shared: &'a Shared,
}

/// Draws the entries that fit, the selected one among them; without one, the newest.
pub(super) fn draw(scene: &Scene<'_>, selected: Option<usize>, canvas: &mut Canvas, area: Rect) {
    let Scene { view, capture, shared, .. } = *scene;
    let cells = usize::from(area.width);
    let sent = sent_lines(capture, shared);
    if view.entries.is_empty() && sent.is_empty() {
        paragraph(canvas, area, 0, &nothing_yet(&view.visit.record, shared), shared.theme.faint());
        return;
    }
    let unfinished: Vec<RecordId> = shared.drafts.records("recapture:").collect();
    let mut listed = scene.listed.rows_for(cells, shared);
    let height = usize::from(area.height);
    let at = selected.unwrap_or(usize::MAX).min(view.entries.len().saturating_sub(1));
    let in_full = view.entries.get(at).filter(|_| selected.is_some() || height >= LOW);
    let full = in_full.map(|row| full_rows(row, selected.is_some(), scene, cells)).unwrap_or_default();
    let tail = if selected.is_none() { sent.len().min(height.saturating_sub(1)) } else { 0 };
    let full_height = full.len().min(height.saturating_sub(tail));
    let spare = height.saturating_sub(full_height).saturating_sub(tail);
    // In a low list the newest entry is one row like those above it.
    let at = if in_full.is_some() { at } else { view.entries.len() };
    let below = view.entries.len().saturating_sub(at + 1);
    let above = at.min((spare / 2).max(spare.saturating_sub(below)));
    let mut row = 0;
    for entry in view.entries.iter().skip(at - above).take(above) {
        one_row(entry, scene, unfinished.contains(&entry.id), &mut listed, canvas, (area, row));
        row += 1;
    }
    for (text, style) in full.iter().take(full_height) {
        let style = if selected.is_some() { shared.theme.selected() } else { *style };
        let text = if selected.is_some() { pad(text, cells) } else { text.clone() };
        line(canvas, area, row, &text, style);
        row += 1;
    }
    let rest = height.saturating_sub(usize::from(row)).saturating_sub(tail);
    for entry in view.entries.iter().skip(at + 1).take(rest) {
        one_row(entry, scene, unfinished.contains(&entry.id), &mut listed, canvas, (area, row));
        row += 1;
    }
    for (text, style) in sent.iter().rev().take(height.saturating_sub(usize::from(row))).rev() {
        line(canvas, area, row, text, *style);
        row += 1;
    }
}

/// Lines on their way to the disk, and lines that came back.
fn sent_lines(capture: &CaptureLine, shared: &Shared) -> Vec<(String, Style)> {
    let words = &shared.texts.screens;
    let pending = capture.pending.iter().filter(|sent| sent.entry.is_none()).map(|sent| {
        if sent.durable {
            (format!(" ✓ {}", visible(&sent.text)), shared.theme.good())
        } else {
            (format!(" … {}", visible(&sent.text)), shared.theme.faint())
        }
    });
    let returned =
        capture.returned().map(|text| (format!(" ✗ {}: {}", words.not_saved, visible(text)), shared.theme.error()));
    pending.chain(returned).collect()
}

/// Says what to do where nothing is noted.
fn nothing_yet(visit: &Visit, shared: &Shared) -> String {
    let words = &shared.texts.screens;
    let said = match visit.status {
        VisitStatus::Planned => words.no_entries_planned,
        VisitStatus::Open => words.no_entries,
        VisitStatus::Closed => words.no_entries_closed,
        VisitStatus::Cancelled => return shared.keyed(&(words.cancelled_already)(&visit.cancel_reason)),
    };
    shared.keyed(said)
}

/// Whether what was typed for an entry in this run is on its way, on the disk, or came back.
fn saved_sign(entry: RecordId, capture: &CaptureLine, shared: &Shared) -> &'static str {
    if capture.has_returned(entry) {
        "✗ "
    } else if capture.pending.iter().any(|sent| sent.entry == Some(entry) && !sent.durable) {
        "… "
    } else if shared.kept.contains(&entry) {
        "✓ "
    } else {
        "  "
    }
}

/// What stands first: mark of selection and whether it is saved.
fn signs(row: &Row<Entry>, current: bool, capture: &CaptureLine, cells: usize, shared: &Shared) -> [&'static str; 2] {
    let saved = if cells < VERY_NARROW { "" } else { saved_sign(row.id, capture, shared) };
    [if current { "▸" } else { " " }, saved]
}

/// Writes an entry in one row; what an entry says in it is made once and kept.
fn one_row(
    entry: &Row<Entry>,
    scene: &Scene<'_>,
    is_unfinished: bool,
    listed: &mut Rows<ListRow>,
    canvas: &mut Canvas,
    (area, at): (Rect, u16),
) {
    let Scene { carried, capture, shared, .. } = *scene;
    let cells = usize::from(area.width);
    let [mark, saved] = signs(entry, false, capture, cells, shared);
    let now = if capture.pending.iter().any(|sent| sent.entry == Some(entry.id)) {
        Some(format!(" … {}", shared.texts.screens.saving))
    } else {
        is_unfinished.then(|| format!(" ✎ {}", shared.texts.screens.unfinished))
    };
    let made;
    let ListRow { lead, text, details } = match now {
        Some(now) => {
            made = ListRow::saying(now, entry, cells, shared);
            &made
        }
        None => listed.entry(entry.id).or_insert_with(|| ListRow::of(entry, carried, cells, shared)),
    };
    let kind = if entry.record.kind.is_fault() { shared.theme.warning() } else { shared.theme.heading() };
    let parts = [(mark, kind), (saved, kind), (lead, kind), (text, Style::new()), (details, shared.theme.faint())];
    pieces(canvas, area, at, &parts);
}

/// Finds how often the criterion of a fault was found at the unit.
pub(super) fn recurrence(entry: RecordId, carried: Option<&CarriedView>) -> Option<&Recurrence> {
    carried?.recurring.iter().find(|(id, _)| *id == entry).map(|(_, again)| again)
}

/// Finds where an entry stands today that was followed up since the visit.
pub(super) fn followed(entry: RecordId, carried: Option<&CarriedView>) -> Option<&FollowedItem> {
    let item = carried?.raised.iter().find(|item| item.id == entry)?;
    let is_begun = matches!(item.standing, Standing::New | Standing::Noted) && item.due == item.first_due;
    (!is_begun).then_some(item)
}

/// The whole entry: wrapped text, then what else it says, in words.
fn full_rows(row: &Row<Entry>, selected: bool, scene: &Scene<'_>, cells: usize) -> Vec<(String, Style)> {
    let Scene { view, carried, capture, shared, .. } = *scene;
    let lead = signs(row, selected, capture, cells, shared).concat() + &lead(row, cells, shared);
    let room = cells.saturating_sub(width(&lead)).max(1);
    let indent = " ".repeat(width(&lead).min(cells));
    let mut lines = Vec::new();
    for (at, part) in wrapped(&row.record.text, room).into_iter().enumerate() {
        let head = if at == 0 { lead.clone() } else { indent.clone() };
        lines.push((format!("{head}{part}"), Style::new()));
    }
    let mut details = full_details(&row.record, view, shared);
    if let Some(again) = recurrence(row.id, carried) {
        details.push((shared.texts.register.found_again)(&again.criterion, again.times));
    }
    if let Some(item) = followed(row.id, carried) {
        let standing = (shared.texts.terms.standing)(item.standing);
        let due = item.due.map(|due| (shared.texts.register.last_due)(&print_date(due)));
        details.push([Some(format!("→ {standing}")), due].into_iter().flatten().collect::<Vec<_>>().join(" · "));
    }
    if shared.drafts.get(&format!("recapture:{}", row.id)).is_some() {
        details.push(format!("✎ {}", shared.keyed(shared.texts.screens.unfinished_entry)));
    }
    for detail in details {
        let parts = wrapped(&detail, room).into_iter();
        lines.extend(parts.map(|part| (format!("{indent}{part}"), shared.theme.faint())));
    }
    lines
}

fn full_details(entry: &Entry, view: &VisitView, shared: &Shared) -> Vec<String> {
    let words = &shared.texts.screens;
    let mut parts = Vec::new();
    if !entry.people.is_empty() {
        let names = entry.people.join(", ");
        parts.push(match entry.kind {
            EntryKind::RecommendationUp => (words.asked_of)(&names),
            EntryKind::Responsibility => (words.borne_by)(&names),
            EntryKind::GoodPractice => (words.owned_by)(&names),
            kind if kind.names_doers() => (words.done_by)(&names),
            _ => (words.said_by)(&names),
        });
    }
    if let Some(due) = entry.due {
        parts.push((words.due_on)(&print_date(due)));
    }
    if !entry.criteria.is_empty() {
        parts.push((words.criteria)(&entry.criteria.join(", ")));
    }
    if let Some(severity) = entry.severity {
        parts.push((words.severity)((shared.texts.terms.severity)(severity)));
    }
    let mut details: Vec<String> = if parts.is_empty() { Vec::new() } else { vec![parts.join(" · ")] };
    let more = more_details(entry, view, shared);
    if !more.is_empty() {
        details.push(more.join(" · "));
    }
    if !entry.private_names.is_empty() {
        details.push((shared.texts.chain.private_list)(&entry.private_names.join("; ")));
    }
    details.extend(view.author_of(entry).map(|name| (shared.texts.preparation.by)(name)));
    details.extend(entry.links.iter().map(|link| explain::linked(*link, view, shared.texts)));
    details
}

/// Says in words what the details form holds beside what the line says.
fn more_details(entry: &Entry, view: &VisitView, shared: &Shared) -> Vec<String> {
    let (terms, words) = (&shared.texts.terms, &shared.texts.chain);
    let mut parts: Vec<String> = Vec::new();
    let chosen = [
        entry.bearer.map(terms.bearer),
        entry.position.map(terms.position),
        entry.extent.map(terms.extent),
        entry.proposal.map(terms.proposal),
        entry.provenance.map(terms.provenance),
    ];
    parts.extend(chosen.into_iter().flatten().map(str::to_lowercase));
    let material = entry.material.and_then(|id| view.materials.iter().find(|row| row.id == id));
    parts.extend(material.map(|row| material_name(&row.record)));
    let page = if entry.page.is_empty() { String::new() } else { (words.page)(&entry.page) };
    let quoted = if entry.model_name.is_empty() { String::new() } else { format!("“{}”", entry.model_name) };
    let texts = [&quoted, &entry.document, &page, &entry.topic, &entry.locality];
    let more = [&entry.category, &entry.remedy, &entry.measure, &entry.result];
    parts.extend(texts.into_iter().chain(more).filter(|text| !text.is_empty()).cloned());
    parts.extend(entry.deep_review.then(|| (terms.field)("deep_review").to_lowercase()));
    parts
}
