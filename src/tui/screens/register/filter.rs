//! The register's filter: which keys change it, and how it is told.

use crate::domain::{EntryKind, ItemKind};
use crate::figures::print_date;
use crate::session::{Filter, Stage};

use super::super::super::command::Command;
use super::super::super::state::Shared;
use super::super::item::words::item_kind;

/// The only kind of the register of models.
const MODEL: ItemKind = ItemKind::Entry(EntryKind::GoodPractice);

/// Whether only good practices are wanted.
pub(super) fn only_models(filter: &Filter) -> bool {
    filter.kinds == [MODEL]
}

/// Changes a filter as a key asks; says whether it did.
pub(super) fn turn(filter: &mut Filter, command: Command) -> bool {
    let toggled = |stage, wanted| if stage == wanted { Stage::Open } else { wanted };
    match command {
        Command::OnlyOverdue => filter.stage = toggled(filter.stage, Stage::Overdue),
        Command::AlsoClosed => filter.stage = toggled(filter.stage, Stage::All),
        Command::Models => {
            only(filter, MODEL);
            // A good practice is never due, and never closed.
            filter.stage = Stage::Open;
        }
        Command::Cases => only(filter, ItemKind::Outside),
        _ => return false,
    }
    true
}

/// Wants one kind only, or every kind again.
fn only(filter: &mut Filter, kind: ItemKind) {
    if filter.kinds == [kind] {
        filter.kinds.clear();
    } else {
        filter.kinds = vec![kind];
    }
}

/// Says which filters are on; empty when none is. `unit` is the name of the unit, where that is a filter.
pub(super) fn told(filter: &Filter, unit: Option<&str>, shared: &Shared) -> String {
    let words = &shared.texts.register;
    let date = |date: Option<chrono::NaiveDate>| date.map(print_date).unwrap_or_default();
    let mut parts: Vec<String> = Vec::new();
    match filter.stage {
        Stage::Open => {}
        stage => parts.push((words.stage)(stage as usize).to_lowercase()),
    }
    parts.extend(unit.map(words.of_unit));
    parts.extend(filter.alone.then(|| words.alone.to_owned()));
    parts.extend(filter.kinds.iter().map(|kind| item_kind(*kind, shared).to_lowercase()));
    parts.extend(filter.standings.iter().map(|standing| (shared.texts.terms.standing)(*standing).to_lowercase()));
    if filter.due_from.is_some() || filter.due_to.is_some() {
        parts.push((words.due_between)(&date(filter.due_from), &date(filter.due_to)));
    }
    for (value, said) in
        [(&filter.doer, words.of_doer), (&filter.class, words.of_class), (&filter.text, words.with_words)]
    {
        if !value.is_empty() {
            parts.push(said(value));
        }
    }
    parts.join(" · ")
}
