//! What entries say in one row, made once and kept: at a letter typed below them they are only written.

use crate::domain::Entry;
use crate::figures::print_date;
use crate::session::{CarriedView, Row};
use crate::text::{pad, truncate, width};

use super::super::super::forms::visit::short_time;
use super::super::super::state::Shared;
use super::super::super::widgets::paint::visible;
use super::entries::{followed, recurrence};

/// A list narrower than this leaves the reference out and shortens the kind.
const NARROW: usize = 60;
/// A list narrower than this has no column that says what is saved.
pub(super) const VERY_NARROW: usize = 50;

/// What an entry says in one row, behind the marks that change while the list stays.
#[derive(Debug)]
pub(super) struct ListRow {
    /// Time, kind and reference.
    pub(super) lead: String,
    pub(super) text: String,
    pub(super) details: String,
}

impl ListRow {
    pub(super) fn of(row: &Row<Entry>, carried: Option<&CarriedView>, cells: usize, shared: &Shared) -> Self {
        Self::saying(short_details(row, carried, shared), row, cells, shared)
    }

    /// The row with what is to be said of the entry now, in place of its details.
    pub(super) fn saying(mut details: String, row: &Row<Entry>, cells: usize, shared: &Shared) -> Self {
        let lead = lead(row, cells, shared);
        let marks = if cells < VERY_NARROW { 1 } else { 3 };
        let room = cells.saturating_sub(marks + width(&lead));
        if !row.contested.is_empty() {
            details.push_str(" ⚠");
        }
        let details = truncate(&details, room / 2);
        let text = truncate(&visible(&row.record.text), room.saturating_sub(width(&details)));
        Self { lead, text, details }
    }
}

/// What stands before the text: time, kind and, where there is room, the reference.
pub(super) fn lead(row: &Row<Entry>, cells: usize, shared: &Shared) -> String {
    let time = short_time(row.record.noted_at.map(|moment| moment.time()));
    let kind = (shared.texts.terms.entry_kind_short)(row.record.kind);
    if cells < NARROW {
        format!("{time:>5} {} ", pad(kind, 11))
    } else {
        format!("{time:>5} {} {}  ", pad(kind, 13), row.id.reference())
    }
}

/// People, due date, criteria and severity, as short as they can be.
fn short_details(row: &Row<Entry>, carried: Option<&CarriedView>, shared: &Shared) -> String {
    let entry = &row.record;
    let mut parts = Vec::new();
    // What is not in the line as typed comes first: where there is little room the rest is cut.
    if let Some(item) = followed(row.id, carried) {
        parts.push(format!("→ {}", (shared.texts.register.standing_short)(item.standing)));
    }
    if let Some(again) = recurrence(row.id, carried) {
        parts.push((shared.texts.register.nth_time)(again.times));
    }
    if entry.deep_review {
        parts.push(shared.texts.register.deep_review_tag.to_owned());
    }
    // A date that is cut is another date; a name is still known by its beginning.
    if let Some(due) = entry.due {
        parts.push(format!("<{}", print_date(due)));
    }
    if !entry.people.is_empty() {
        parts.push(format!("@{}", entry.people.join(", @")));
    }
    parts.extend(entry.criteria.iter().map(|code| format!("#{code}")));
    if let Some(severity) = entry.severity {
        parts.push(format!("!{}", severity.level()));
    }
    if !entry.links.is_empty() {
        parts.push("↳".to_owned());
    }
    if !entry.private_names.is_empty() {
        parts.push("⊘".to_owned());
    }
    if parts.is_empty() { String::new() } else { format!("  {}", parts.join(" ")) }
}
