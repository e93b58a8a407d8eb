//! The screens: each holds its state, its reactions and its drawing.

pub mod attendance;
pub mod bases;
mod beside;
pub mod carried;
pub mod checklist;
pub mod checklists;
pub mod checks;
pub mod choice;
pub mod comparison;
pub mod confirm;
pub mod delegation;
pub mod diary;
pub mod form;
pub mod gate;
pub mod help;
pub mod history;
pub mod home;
pub mod import;
pub mod issues;
pub mod item;
pub mod materials;
pub mod palette;
pub mod paste;
pub mod preview;
pub mod register;
pub mod search;
pub mod statistics;
pub mod timeline;
pub mod trash;
pub mod units;
pub mod versions;
pub mod visit;

use crate::domain::{LegalBasis, Unit, Visit, VisitStatus};
use crate::figures::print_date;
use crate::session::Row;

use super::state::Shared;

/// Names a visit by its unit and date.
#[must_use]
pub(super) fn visit_name(visit: &Visit, unit: Option<&Row<Unit>>, shared: &Shared) -> String {
    let words = &shared.texts.screens;
    let unit = unit.map_or(words.no_unit, |unit| unit.record.name.as_str());
    match visit.date {
        Some(date) => format!("{unit}, {}", print_date(date)),
        None => unit.to_owned(),
    }
}

/// Says where a visit stands, and whether its minutes are sealed.
#[must_use]
pub(super) fn visit_status(visit: &Visit, shared: &Shared) -> String {
    let (status, words) = ((shared.texts.terms.visit_status)(visit.status), &shared.texts.sealing);
    match (visit.status, visit.sealed) {
        (VisitStatus::Closed, Some(version)) => (words.status)(status, version),
        (VisitStatus::Closed, None) => words.not_sealed.to_owned(),
        _ => status.to_owned(),
    }
}

/// Draws how far something stands below what it belongs to.
#[must_use]
pub(super) fn branch(depth: usize) -> String {
    if depth == 0 { String::new() } else { format!("{}└ ", "  ".repeat(depth - 1)) }
}

/// Names a legal document as papers cite it.
#[must_use]
pub(super) fn basis_name(basis: &LegalBasis, shared: &Shared) -> String {
    let head = [basis.form.as_str(), basis.symbol.as_str()].join(" ");
    let date = basis.date.map(|date| (shared.texts.screens.dated)(&print_date(date))).unwrap_or_default();
    let parts = [head.trim(), date.as_str(), basis.issuer.as_str(), basis.title.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
