//! Entries: typed, typed again, re-marked, moved.

use super::lines::Place;
use super::reading::typed;
use super::saving::living;
use super::{Direction, Error, Outcome, Row, Session, VisitView, order};
use crate::domain::{Answer, Delegation, Edit, Entry, EntryKind, Kind, Record, RecordId, Verdict, Visit, VisitStatus};

impl Session {
    pub(super) fn capture(&mut self, visit: RecordId, line: &str, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        let view = self.open_visit_view(visit)?;
        let (id, entry) = self.captured(&view, &self.codes_for(&view, &[line])?, line);
        self.save(view.visit.scope, &[Edit::create(id, &entry)], durable)
    }

    /// Stores several lines as one change, as if they were typed one after the other.
    pub(super) fn capture_lines(
        &mut self,
        visit: RecordId,
        lines: &[String],
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let mut view = self.open_visit_view(visit)?;
        let scope = view.visit.scope;
        let codes = self.codes_for(&view, lines)?;
        let mut edits = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let (id, record) = self.captured(&view, &codes, line);
            let edit = Edit::create(id, &record);
            if let Err(why) = self.writes(scope, std::slice::from_ref(&edit), true) {
                return Err(Error::WrongLine { number: at + 1, line: line.clone(), why: Box::new(why) });
            }
            edits.push(edit);
            // A link to "the entry above" may mean one of these.
            view.entries.push(Row { id, scope, record, contested: Vec::new() });
        }
        let ids = edits.iter().map(|edit| edit.id).collect();
        Ok(match self.save(scope, &edits, durable)? {
            Outcome::Saved(_) => Outcome::SavedAll(ids),
            other => other,
        })
    }

    /// Reads a line as a new entry behind those of a visit.
    fn captured(&self, view: &VisitView, codes: &[String], line: &str) -> (RecordId, Entry) {
        let place = Place { view, codes, above: &view.entries, now: self.clock.now().naive_local() };
        let mut entry = place.entry(line, None);
        entry.order = order::after(view.entries.last().map(|row| row.record.order.as_str()));
        entry.author = Some(self.author());
        (self.fresh_id(), entry)
    }

    /// Reads the codes of a visit's checklist where one of the lines may name any.
    pub(super) fn codes_for(&self, view: &VisitView, lines: &[impl AsRef<str>]) -> Result<Vec<String>, Error> {
        let may_name = lines.iter().any(|line| line.as_ref().contains('#'));
        if may_name { self.codes(&view.delegation.record) } else { Ok(Vec::new()) }
    }

    pub(super) fn recapture(
        &mut self,
        entry: RecordId,
        line: &str,
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let (view, row) = self.entry_at_open_visit(entry)?;
        let at = view.entries.iter().position(|other| other.id == entry).unwrap_or(view.entries.len());
        let above = view.entries.get(..at).unwrap_or_default();
        let codes = self.codes_for(&view, &[line])?;
        let place = Place { view: &view, codes: &codes, above, now: self.clock.now().naive_local() };
        let after = place.entry(line, Some(&row.record));
        self.save(row.scope, &[Edit::change(entry, &row.record, &after)], durable)
    }

    pub(super) fn change_entry(&mut self, edit: &Edit, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        self.must_take_entries(&edit.kind, edit.id)?;
        self.save_one(edit.clone(), durable)
    }

    pub(super) fn change_kind(
        &mut self,
        entry: RecordId,
        kind: EntryKind,
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let (_, row) = self.entry_at_open_visit(entry)?;
        let after = Entry { kind, ..row.record.clone() };
        self.save(row.scope, &[Edit::change(entry, &row.record, &after)], durable)
    }

    pub(super) fn move_entry(
        &mut self,
        entry: RecordId,
        direction: Direction,
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let (view, row) = self.entry_at_open_visit(entry)?;
        let ordered = |entry: &Entry, order| Entry { order, ..entry.clone() };
        let edits = order::moved(&view.entries, entry, direction, |entry| &entry.order, ordered);
        self.save(row.scope, &edits, durable)
    }

    pub(super) fn entry_at_open_visit(&self, entry: RecordId) -> Result<(VisitView, Row<Entry>), Error> {
        let state = self.state(&Entry::KIND, entry)?;
        living(&state)?;
        let row: Row<Entry> = typed(&state)?;
        let visit = row.record.visit.ok_or(Error::EmptyField("visit"))?;
        Ok((self.open_visit_view(visit)?, row))
    }

    /// Reads a visit that takes entries: open, and neither it nor its delegation in the trash.
    fn open_visit_view(&self, visit: RecordId) -> Result<VisitView, Error> {
        self.must_be_open(visit)?;
        self.at_work(visit)
    }

    /// Refuses to remove or restore an entry or a verdict of a visit that is not open, or an answer of one that is over; other kinds may come and go.
    pub(super) fn must_take_entries(&self, kind: &Kind, id: RecordId) -> Result<(), Error> {
        let visit = match kind.as_str() {
            "entry" => self.row::<Entry>(id)?.record.visit,
            "answer" => {
                let answered = self.row::<Answer>(id)?.record.visit;
                return answered.map_or(Ok(()), |visit| self.must_take_answers(visit));
            }
            "verdict" => self.row::<Verdict>(id)?.record.visit,
            _ => None,
        };
        visit.map_or(Ok(()), |visit| self.must_be_open(visit))
    }

    /// Refuses what belongs to the minutes of a visit that is not open.
    pub(super) fn must_be_open(&self, id: RecordId) -> Result<(), Error> {
        let state = self.state(&Visit::KIND, id)?;
        living(&state)?;
        let visit: Visit = state.read()?;
        self.must_not_be_sealed(id, &visit)?;
        let delegation = visit.delegation.ok_or(Error::EmptyField("delegation"))?;
        living(&self.state(&Delegation::KIND, delegation)?)?;
        match visit.status {
            VisitStatus::Open => Ok(()),
            status => Err(Error::VisitNotOpen(status)),
        }
    }
}
