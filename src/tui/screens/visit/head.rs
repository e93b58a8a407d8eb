//! The head of a visit: where, when, who presides, who is there.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::{Presence, Side, Visit, VisitStatus};
use crate::session::{CarriedView, VisitView};
use crate::text::{truncate, width};

use super::super::super::canvas::Canvas;
use super::super::super::forms::visit::short_time;
use super::super::super::state::Shared;
use super::super::super::widgets::paint::{line, visible};

/// A place of fewer cells than these says nothing.
const SHORTEST_PLACE: usize = 8;

/// In fewer cells than these nobody is named: the word before the names would be all.
const SHORTEST_NAMES: usize = 14;

/// Returns the number of rows that the head takes with the rule below it.
pub(super) fn height(view: &VisitView, carried: Option<&CarriedView>) -> u16 {
    let carried = carried.is_some_and(|carried| !carried.items.is_empty());
    3 + u16::from(carried) + u16::from(!view.unreadable.is_empty())
}

/// Draws the head.
pub(super) fn draw(view: &VisitView, carried: Option<&CarriedView>, shared: &Shared, canvas: &mut Canvas, area: Rect) {
    let words = &shared.texts.screens;
    let visit = &view.visit.record;
    let member = |id| view.members.iter().find(|row| Some(row.id) == id).map(|row| row.record.name.as_str());
    let mut parts = vec![times(view, shared)];
    if let Some(chair) = member(visit.chair) {
        parts.push((words.chaired_by)(chair));
    }
    if let Some(recorder) = member(visit.recorder) {
        parts.push((words.recorded_by)(recorder));
    }
    // Everybody in the room knows where they are: the place takes what room is left.
    let taken: usize = parts.iter().map(|part| width(part) + 3).sum();
    let place = truncate(&visible(&visit.place), usize::from(area.width).saturating_sub(taken));
    if width(&place) >= SHORTEST_PLACE.min(width(&visit.place)) && !place.is_empty() {
        parts.insert(1, place);
    }
    line(canvas, area, 0, &parts.join(" · "), Style::new());
    // Counts before names: what is cut in a narrow window is a name that the attendance shows again.
    let mut told = [attendance(view, shared), prepared(view, shared)].concat().join(" · ");
    for named in names(view, shared) {
        let room = usize::from(area.width).saturating_sub(width(&told) + 3);
        let named = truncate(&visible(&named), room);
        if room >= SHORTEST_NAMES {
            told = format!("{told} · {named}");
        }
    }
    line(canvas, area, 1, &told, shared.theme.faint());
    let mut at = 2;
    if let Some(carried) = carried.filter(|carried| !carried.items.is_empty()) {
        let open = carried.items.iter().filter(|item| item.verdict.is_none()).count();
        let style = if open > 0 { shared.theme.warning() } else { shared.theme.faint() };
        line(canvas, area, at, &shared.keyed(&(shared.texts.register.carried_count)(carried.items.len(), open)), style);
        at += 1;
    }
    if !view.unreadable.is_empty() {
        let first = view.unreadable.first().map(ToString::to_string).unwrap_or_default();
        line(canvas, area, at, &(words.unreadable)(view.unreadable.len(), &first), shared.theme.error());
    }
}

/// Says how many documents came and how many prompted issues are answered, where there are any.
fn prepared(view: &VisitView, shared: &Shared) -> Vec<String> {
    let words = &shared.texts.preparation;
    let today = shared.moment.now.date_naive();
    let mut parts = Vec::new();
    if !view.materials.is_empty() {
        let received = view.materials.iter().filter(|row| row.record.received.is_some()).count();
        let late = view.materials.iter().filter(|row| row.record.arrival(view.papers_due, today).is_late()).count();
        parts.push((words.papers_of)(received, view.materials.len(), late));
    }
    if !view.issues.is_empty() {
        parts.push((words.issues_of)(view.answered_issues(), view.issues.len()));
    }
    parts
}

/// Says how much the checks found, for the rule below the head; nothing when all is well, or sealed as it is.
pub(super) fn left_to_check(view: &VisitView, shared: &Shared) -> String {
    match view.warnings.filter(|_| view.visit.record.sealed.is_none()) {
        None | Some(0) => String::new(),
        Some(count) => shared.keyed(&(shared.texts.checks.left_key)(count)),
    }
}

/// Says why nothing can be typed, and which key changes that.
pub(super) fn why_closed(visit: &Visit, shared: &Shared) -> String {
    let words = &shared.texts.screens;
    let said = match visit.status {
        VisitStatus::Planned => words.not_open_yet,
        VisitStatus::Open => words.line_invitation,
        VisitStatus::Closed => match visit.sealed {
            Some(version) => return shared.keyed(&(shared.texts.sealing.closed)(version)),
            None => shared.texts.sealing.seal_first,
        },
        VisitStatus::Cancelled => return shared.keyed(&(words.cancelled_already)(&visit.cancel_reason)),
    };
    shared.keyed(said)
}

/// Says since when the visit goes on and how long ago the last entry was; by the clock alone once nobody is at work, so that what
/// stands there stays true.
fn times(view: &VisitView, shared: &Shared) -> String {
    let visit = &view.visit.record;
    let words = &shared.texts.screens;
    match (visit.start, visit.end) {
        (Some(start), Some(end)) => format!("{} – {}", short_time(Some(start)), short_time(Some(end))),
        (Some(start), None) => {
            let now = shared.moment.now.naive_local();
            let passed = visit.date.map(|date| now - date.and_time(start)).map_or(0, |passed| passed.num_minutes());
            let since = (words.since)(&short_time(Some(start)));
            if visit.status != VisitStatus::Open || !(1..24 * 60).contains(&passed) {
                return since;
            }
            let last = view.entries.iter().filter_map(|row| row.record.noted_at).filter(|at| *at <= now).max();
            let pause = last.map_or(0, |last| (now - last).num_minutes());
            let mut running = Vec::new();
            if !shared.is_resting() {
                running.push((words.minutes_passed)(passed));
            }
            match last {
                // Nobody counts more than an hour in minutes.
                Some(last) if shared.is_resting() || pause >= 60 => {
                    running.push((shared.texts.line.last_entry_at)(&short_time(Some(last.time()))));
                }
                Some(_) if pause > 0 => running.push((shared.texts.line.last_entry)(pause)),
                _ => {}
            }
            if running.is_empty() { since } else { format!("{since} ({})", running.join(", ")) }
        }
        (None, _) if visit.status == VisitStatus::Planned => words.not_begun.to_owned(),
        (None, _) => shared.keyed(words.no_start),
    }
}

fn attendance(view: &VisitView, shared: &Shared) -> Vec<String> {
    let words = &shared.texts.screens;
    if view.attendees.is_empty() {
        return vec![shared.keyed(words.no_attendance_yet)];
    }
    let mut parts = Vec::new();
    for side in Side::ALL {
        let there = || view.attendees.iter().filter(move |row| row.record.side == side);
        let all = there().count();
        let present = there().filter(|row| row.record.presence == Presence::Present).count();
        if all > 0 {
            parts.push((words.side_count)((shared.texts.terms.side)(side), present, all));
        }
    }
    parts
}

/// Names who is absent, and who is in charge of the unit.
fn names(view: &VisitView, shared: &Shared) -> Vec<String> {
    let mut parts = Vec::new();
    let absent: Vec<&str> = view
        .attendees
        .iter()
        .filter(|row| row.record.presence == Presence::Absent)
        .map(|row| row.record.name.as_str())
        .collect();
    if !absent.is_empty() {
        parts.push((shared.texts.screens.absentees)(&absent.join(", ")));
    }
    let in_charge: Vec<&str> = view.in_charge().collect();
    if !in_charge.is_empty() {
        parts.push((shared.texts.preparation.in_charge)(&in_charge.join(", ")));
    }
    parts
}
