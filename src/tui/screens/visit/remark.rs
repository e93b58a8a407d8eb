//! The entry just typed, marked anew by one key while the capture line stays.

use chrono::TimeDelta;

use crate::domain::{Edit, Entry, EntryKind, Severity};
use crate::session::{Action, Row, VisitView, explain};
use crate::text::truncate;

use super::super::super::command::Command;
use super::super::super::state::Shared;
use super::super::super::widgets::paint::visible;

/// Cells of the entry's first words in what is said.
const WORDS: usize = 30;

/// Whether a command marks the entry just typed.
pub(super) fn is_one(command: Command) -> bool {
    command == Command::MarkKind || Remark::of(command).is_some()
}

/// An entry is marked anew so long after it was made, should it not be the last one.
const JUST: TimeDelta = TimeDelta::minutes(1);

/// The entries that were typed in the last minute, and the last one however long ago that was.
pub(super) fn just_typed<'a>(view: &'a VisitView, shared: &Shared) -> Vec<&'a Row<Entry>> {
    let last = view.entries.last().map(|row| row.id);
    let since = shared.moment.now.naive_local() - JUST;
    let is_fresh = |row: &&Row<Entry>| Some(row.id) == last || row.record.noted_at.is_some_and(|at| at >= since);
    view.entries.iter().filter(|row| shared.kept.contains(&row.id)).filter(is_fresh).collect()
}

/// The first words of an entry.
pub(super) fn words_of(row: &Row<Entry>) -> String {
    truncate(&visible(&row.record.text), WORDS)
}

/// What a command makes of an entry.
#[derive(Clone, Copy, Debug)]
pub(super) enum Remark {
    Kind(EntryKind),
    Severity(Severity),
    /// It answers the nearest shortcoming above it.
    Link,
}

impl Remark {
    /// Reads a command that marks the entry just typed.
    pub(super) fn of(command: Command) -> Option<Self> {
        Some(match command {
            Command::MarkStrength => Self::Kind(EntryKind::Strength),
            Command::MarkShortcoming => Self::Kind(EntryKind::Shortcoming),
            Command::MarkCause => Self::Kind(EntryKind::SubjectiveCause),
            Command::MarkObjectiveCause => Self::Kind(EntryKind::ObjectiveCause),
            Command::MarkRecommendation => Self::Kind(EntryKind::RecommendationDown),
            Command::MarkSeverity1 => Self::Severity(Severity::from_level(1)?),
            Command::MarkSeverity2 => Self::Severity(Severity::from_level(2)?),
            Command::MarkSeverity3 => Self::Severity(Severity::from_level(3)?),
            Command::MarkSeverity4 => Self::Severity(Severity::from_level(4)?),
            Command::LinkToFault => Self::Link,
            _ => return None,
        })
    }

    /// Returns what to do to an entry of the visit, and what to say once it is done; none when there is no shortcoming above it.
    pub(super) fn act(self, row: &Row<Entry>, view: &VisitView, shared: &Shared) -> Option<(Action, String)> {
        let texts = shared.texts;
        let (action, becomes) = match self {
            Self::Kind(kind) => (Action::ChangeKind { entry: row.id, kind }, (texts.terms.entry_kind)(kind).to_owned()),
            Self::Severity(severity) => {
                let after = Entry { severity: Some(severity), ..row.record.clone() };
                let said = (texts.screens.severity)((texts.terms.severity)(severity));
                (Action::ChangeEntry(Edit::change(row.id, &row.record, &after)), said)
            }
            Self::Link => {
                let above = view.entries.iter().take_while(|other| other.id != row.id);
                let fault = above.filter(|other| other.record.kind.is_fault()).last()?;
                (Action::Link { from: row.id, to: fault.id }, explain::linked(fault.id, view, texts))
            }
        };
        Some((action, (texts.line.remarked)(&words_of(row), &becomes)))
    }
}
