//! The diary of a delegation: lines are added and never changed, removed or taken back.

use super::{DiaryView, Error, Session};
use crate::domain::{DiaryEntry, Edit, Kind, RecordId, RecordState};

impl Session {
    /// Reads the diary of a delegation.
    pub(super) fn diary(&self, delegation: RecordId) -> Result<DiaryView, Error> {
        let mut lines = self.of::<DiaryEntry>(delegation)?.rows;
        lines.sort_by_key(|row| (row.record.date, row.id));
        Ok(DiaryView { lines, me: self.me(delegation)?.unwrap_or_default() })
    }
}

/// Refuses to touch a line of the diary that is written. A correction is a new line.
pub(super) fn only_added(state: &RecordState, edit: &Edit) -> Result<(), Error> {
    let is_written = !state.fields.is_empty() || edit.fields.contains_key("life");
    if edit.kind == Kind::DIARY_ENTRY && is_written { Err(Error::DiaryIsWritten) } else { Ok(()) }
}
