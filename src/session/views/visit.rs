//! One visit with everything in it, and its minutes.

use super::super::{Error, PreviewView, Row, Session, VisitView};
use crate::domain::{Attendee, Entry, RecordId, Visit};
use crate::minutes::{self, Layout, Source};

impl Session {
    pub(in crate::session) fn visit(&self, id: RecordId) -> Result<VisitView, Error> {
        let visit: Row<Visit> = self.row(id)?;
        let delegation = visit.record.delegation.ok_or(Error::EmptyField("delegation"))?;
        let mut unreadable = Vec::new();
        let members = self.members(delegation, &mut unreadable)?;
        let bases = self.citations(delegation, &mut unreadable)?.into_iter().map(|(_, basis)| basis).collect();
        let mut attendees = self.of::<Attendee>(id)?;
        attendees
            .rows
            .sort_by(|a, b| (a.record.side, &a.record.order, a.id).cmp(&(b.record.side, &b.record.order, b.id)));
        let mut entries = self.of::<Entry>(id)?;
        entries.rows.sort_by(|a, b| (&a.record.order, a.id).cmp(&(&b.record.order, b.id)));
        unreadable.extend(attendees.unreadable);
        unreadable.extend(entries.unreadable);
        Ok(VisitView {
            delegation: self.row(delegation)?,
            unit: self.unit(visit.record.unit)?,
            visit,
            members,
            bases,
            attendees: attendees.rows,
            entries: entries.rows,
            units: self.unit_rows()?,
            unreadable,
        })
    }

    pub(in crate::session) fn preview(&self, id: RecordId) -> Result<PreviewView, Error> {
        let view = self.visit(id)?;
        let parent = self.unit_name(view.unit.as_ref().and_then(|unit| unit.record.parent))?;
        let source = Source {
            delegation: &view.delegation.record,
            unit: view.unit.as_ref().map_or("", |unit| unit.record.name.as_str()),
            parent_unit: Some(parent.as_str()).filter(|name| !name.is_empty()),
            visit: &view.visit.record,
            bases: view.bases.iter().map(|row| &row.record).collect(),
            members: view.members.iter().map(|row| (row.id, &row.record)).collect(),
            attendees: view.attendees.iter().map(|row| &row.record).collect(),
            entries: view.entries.iter().map(|row| (row.id, &row.record)).collect(),
        };
        let layout = Layout::for_regime(view.delegation.record.regime);
        let markdown =
            minutes::render(&minutes::outline(&source), layout).map_err(|error| Error::Minutes(error.to_string()))?;
        Ok(PreviewView { visit: id, markdown, file_name: format!("{}.md", minutes::file_stem(&source)) })
    }
}
