//! One visit with everything in it, and its minutes.

use super::super::sealing::SealedVersion;
use super::super::{Error, PreviewView, ReadBackView, Row, Session, VisitView};
use crate::domain::{
    Answer, Attendee, Entry, Material, Member, PromptedIssue, Record, RecordId, Unreadable, Verdict, Visit, Waiver,
};
use crate::minutes::{self, Held, Redacted, Source};

impl Session {
    pub(in crate::session) fn visit(&self, id: RecordId) -> Result<VisitView, Error> {
        let mut view = self.whole_visit(id)?;
        view.warnings = self.warnings(&view)?;
        Ok(view)
    }

    /// Reads a visit with everything in it, before the checks looked at it.
    pub(in crate::session) fn whole_visit(&self, id: RecordId) -> Result<VisitView, Error> {
        let mut view = self.at_work(id)?;
        let citations = self.citations(view.delegation.id, &mut view.unreadable)?;
        view.bases = citations.into_iter().map(|(_, basis)| basis).collect();
        view.materials = self.beside(id, &mut view.unreadable, |material: &Material| &material.order)?;
        view.papers_due = view.visit.record.date.and_then(|day| self.settings().papers_due(day));
        view.answers = self.beside(id, &mut view.unreadable, |answer: &Answer| &answer.criterion)?;
        view.waivers = self.beside(id, &mut view.unreadable, |waiver: &Waiver| &waiver.check)?;
        view.units = self.unit_rows()?;
        Ok(view)
    }

    /// Reads what typing at a visit needs, without the lists of the office: a key press must not wait for those.
    ///
    /// # Errors
    /// When there is no such visit or the store fails.
    pub fn at_work(&self, id: RecordId) -> Result<VisitView, Error> {
        let visit: Row<Visit> = self.row(id)?;
        let delegation = visit.record.delegation.ok_or(Error::EmptyField("delegation"))?;
        let mut unreadable = Vec::new();
        let members = self.members(delegation, &mut unreadable)?;
        let unit = self.unit(visit.record.unit, &mut unreadable)?;
        let mut attendees = self.of::<Attendee>(id)?;
        attendees
            .rows
            .sort_by(|a, b| (a.record.side, &a.record.order, a.id).cmp(&(b.record.side, &b.record.order, b.id)));
        let mut entries = self.of::<Entry>(id)?;
        entries.rows.sort_by(|a, b| (&a.record.order, a.id).cmp(&(&b.record.order, b.id)));
        unreadable.extend(attendees.unreadable);
        unreadable.extend(entries.unreadable);
        let issues = self.beside(id, &mut unreadable, |issue: &PromptedIssue| &issue.order)?;
        Ok(VisitView {
            delegation: self.row(delegation)?,
            unit,
            visit,
            members,
            bases: Vec::new(),
            attendees: attendees.rows,
            entries: entries.rows,
            materials: Vec::new(),
            papers_due: None,
            issues,
            answers: Vec::new(),
            waivers: Vec::new(),
            units: Vec::new(),
            warnings: None,
            unreadable,
        })
    }

    /// Reads what is kept beside a visit, in the order of `key`.
    fn beside<R: Record>(
        &self,
        visit: RecordId,
        unreadable: &mut Vec<Unreadable>,
        key: impl Fn(&R) -> &String,
    ) -> Result<Vec<Row<R>>, Error> {
        let mut found = self.of::<R>(visit)?;
        unreadable.append(&mut found.unreadable);
        found.rows.sort_by(|a, b| (key(&a.record), a.id).cmp(&(key(&b.record), b.id)));
        Ok(found.rows)
    }

    /// Renders the minutes, by the template shipped or by the one that the delegation chose; those of a sealed visit are never made
    /// anew.
    pub(in crate::session) fn preview(&self, id: RecordId, built_in: bool) -> Result<PreviewView, Error> {
        if let Some(sealed) = self.in_force(id)? {
            let SealedVersion { seal, minutes: markdown, .. } = sealed;
            let file_name = format!("{}.md", seal.file_name);
            return Ok(PreviewView { visit: id, markdown, version: Some(seal.version), file_name });
        }
        self.with_source(id, |_, source| {
            let template = self.template_of(source.delegation, built_in)?;
            let markdown = template.render(&minutes::outline(source)).map_err(|error| self.template_error(error))?;
            Ok(PreviewView {
                visit: id,
                markdown,
                version: None,
                file_name: format!("{}.md", minutes::file_stem(source)),
            })
        })
    }

    /// Renders a copy of the minutes without names and private detail, by the template that the delegation chose.
    pub(in crate::session) fn redacted(&self, id: RecordId) -> Result<PreviewView, Error> {
        self.with_source(id, |_, full| {
            let copy = Redacted::of(full);
            let template = self.template_of(full.delegation, false)?;
            let outline = minutes::outline(&copy.source(full));
            let markdown = template.render(&outline).map_err(|error| self.template_error(error))?;
            let file_name = format!("{}_luoc-bo.md", minutes::file_stem(full));
            Ok(PreviewView { visit: id, markdown: copy.marked(&markdown), version: None, file_name })
        })
    }

    /// Takes the minutes apart into what is read aloud.
    pub(in crate::session) fn read_back(&self, id: RecordId, built_in: bool) -> Result<ReadBackView, Error> {
        self.with_source(id, |view, source| {
            let template = self.template_of(source.delegation, built_in)?;
            let items = template.read(&minutes::outline(source)).map_err(|error| self.template_error(error))?;
            let templates = self.settings.templates.own().unwrap_or_default();
            Ok(ReadBackView { visit: view.clone(), templates, items })
        })
    }

    /// Gathers what the minutes of a visit are made from. Nothing may be missing from them unsaid, so what cannot be read
    /// refuses them by name.
    fn with_source<T>(
        &self,
        id: RecordId,
        make: impl FnOnce(&VisitView, &Source) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.with_source_as(id, None, make)
    }

    /// Does the same with the visit as it will be, where that is not stored yet.
    pub(in crate::session) fn with_source_as<T>(
        &self,
        id: RecordId,
        will_be: Option<&Visit>,
        make: impl FnOnce(&VisitView, &Source) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let waiting = self.carried(id)?;
        let mut view = self.visit(id)?;
        view.visit.record = will_be.cloned().unwrap_or(view.visit.record);
        let missing: Vec<Unreadable> = view.unreadable.drain(..).chain(self.of::<Verdict>(id)?.unreadable).collect();
        if !missing.is_empty() {
            return Err(Error::Incomplete(missing));
        }
        let parent = self.unit_name(view.unit.as_ref().and_then(|unit| unit.record.parent))?;
        let members = self.members_named(&view)?;
        let held = self.checklist(id)?;
        let answers = held.answers();
        let checklist = held.info.as_ref().filter(|_| !answers.is_empty()).map(|info| Held {
            title: &info.checklist.title,
            source: &info.checklist.source,
            looked_at: held.coverage.looked_at,
            items: held.coverage.items,
        });
        let replies = self.replies(&view, &waiting.items)?;
        let source = Source {
            delegation: &view.delegation.record,
            unit: view.unit.as_ref().map_or("", |unit| unit.record.name.as_str()),
            parent_unit: Some(parent.as_str()).filter(|name| !name.is_empty()),
            visit: &view.visit.record,
            bases: view.bases.iter().map(|row| &row.record).collect(),
            members: members.iter().map(|row| (row.id, &row.record)).collect(),
            attendees: view.attendees.iter().map(|row| &row.record).collect(),
            entries: view.entries.iter().map(|row| (row.id, &row.record)).collect(),
            materials: view.materials.iter().map(|row| (row.id, &row.record)).collect(),
            papers_due: view.papers_due,
            issues: view.issues.iter().map(|row| (row.id, &row.record)).collect(),
            carried: waiting.items.iter().collect(),
            recurring: waiting.recurring.iter().map(|(fault, recurrence)| (*fault, recurrence)).collect(),
            replies: replies.iter().map(|(item, reply)| (*item, reply)).collect(),
            cap: self.settings().cap,
            answers,
            checklist,
        };
        make(&view, &source)
    }

    /// Lists the members, with those who took part in the visit and left the delegation since.
    pub(in crate::session) fn members_named(&self, view: &VisitView) -> Result<Vec<Row<Member>>, Error> {
        let mut members = view.members.clone();
        let own = [view.visit.record.chair, view.visit.record.recorder];
        for id in own.into_iter().chain(view.attendees.iter().map(|row| row.record.member)).flatten() {
            if !members.iter().any(|member| member.id == id) {
                members.push(self.row(id)?);
            }
        }
        members.sort_by_key(|member| member.record.role);
        Ok(members)
    }
}
