//! Sealing: closing a visit keeps its minutes for ever as they then were, and nothing of the visit changes until it is
//! opened again with a reason.
//!
//! A seal is written in one change with the closing, so that the chain of the log covers it. What may still change after it:
//! whatever does not belong to the visit. Its recommendations are followed up, later visits give verdicts, people and units get new
//! names; the sealed minutes say what was true.

mod canonical;
mod packing;
mod signatures;
mod verifying;
mod versions;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::export::write_together;
use super::{Error, Outcome, Row, Session};
use crate::domain::{Edit, Kind, Logged, Record, RecordId, Seal, SealedTexts, Visit, VisitStatus};
use crate::minutes::{self, SealMark};
use crate::store::LONGEST_CHANGE;
use canonical::PrintedBy;
use packing::{pack, sha256, unpack};
pub use signatures::{Beside, Broken, Signed, Signer};
pub use verifying::{Difference, Part, Sealed, Verified};

/// Room that a change needs beside the packed texts.
const ROOM: usize = 16 << 10;

/// A sealed version with what it says.
pub(super) struct SealedVersion {
    pub(super) seal: Seal,
    pub(super) minutes: String,
    pub(super) export: String,
}

impl Session {
    /// Seals a visit together with the edit that closes it, as one change.
    pub(super) fn seal_with(
        &mut self,
        id: RecordId,
        closing: Edit,
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let state = self.state(&Kind::VISIT, id)?;
        // What would not be allowed without a seal is refused before anything is made of it.
        self.writes(state.scope, std::slice::from_ref(&closing), true)?;
        let closed: Visit = state.read_with(&closing.fields)?;
        let (seal, texts) = self.made(id, &closed, &closing)?;
        let sealed = Visit { sealed: Some(seal.version), reopened: String::new(), ..closed.clone() };
        let mut visit = closing;
        visit.fields.extend(Edit::change(id, &closed, &sealed).fields);
        let (seal_id, texts_id) = (self.fresh_id(), self.fresh_id());
        let seal = Seal { texts: Some(texts_id), ..seal };
        let edits = [visit, Edit::create(seal_id, &seal), Edit::create(texts_id, &texts)];
        let writes = self.compared(state.scope, &edits, true)?;
        self.write(state.scope, None, writes, durable)?;
        Ok(Outcome::Sealed { visit: id, version: seal.version, code: seal.code() })
    }

    /// Seals a visit that was closed before there were seals.
    pub(super) fn seal_visit(&mut self, id: RecordId, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        match self.row::<Visit>(id)?.record.status {
            VisitStatus::Closed => self.seal_with(id, Edit::set(Kind::VISIT, id, BTreeMap::new()), durable),
            from => Err(Error::Transition { from, to: VisitStatus::Closed }),
        }
    }

    /// Opens a closed visit again for a reason, which the next version names.
    pub(super) fn reopen_visit(
        &mut self,
        id: RecordId,
        reason: &str,
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Error::EmptyField("reopened"));
        }
        let row: Row<Visit> = self.row(id)?;
        let before = row.record;
        if before.status != VisitStatus::Closed {
            return Err(Error::Transition { from: before.status, to: VisitStatus::Open });
        }
        // The meeting ended when it ended: what is mended afterwards does not change that.
        let after = Visit { status: VisitStatus::Open, sealed: None, reopened: reason.to_owned(), ..before.clone() };
        let writes = self.compared(row.scope, &[Edit::change(id, &before, &after)], true)?;
        self.write(row.scope, None, writes, durable)?;
        Ok(Outcome::Saved(id))
    }

    /// Makes the next version of a visit.
    fn made(&self, id: RecordId, closed: &Visit, closing: &Edit) -> Result<(Seal, SealedTexts), Error> {
        let before = self.seals(id)?;
        let last = before.last().map(|row| &row.record);
        let delegation = closed.delegation.ok_or(Error::EmptyField("delegation"))?;
        let (at, version) = (self.clock.now(), last.map_or(0, |seal| seal.version) + 1);
        let mut seal = Seal {
            visit: Some(id),
            version,
            at: Some(at),
            by: self.me(delegation)?.unwrap_or_default(),
            author: Some(self.author()),
            reason: closed.reopened.clone(),
            previous: last.map(|seal| seal.export.clone()).unwrap_or_default(),
            ..Seal::default()
        };
        let (minutes, export) = self.with_source_as(id, Some(closed), |view, source| {
            let template = self.template_of(source.delegation, false)?;
            let outline = minutes::outline(source);
            let by = PrintedBy { template: template.name().to_owned(), hash: sha256(template.text().as_bytes()) };
            let export = self.canonical(view, closing, &seal, &by, &outline)?;
            seal.file_name = format!("{}_v{version}", minutes::file_stem(source));
            seal.export = sha256(export.as_bytes());
            let mark = SealMark { version, at, code: seal.code() };
            let minutes = template.render_sealed(&outline, &mark).map_err(|error| self.template_error(error))?;
            seal.minutes = sha256(minutes.as_bytes());
            seal.signature = self.signature(&seal, &seal.file_name)?;
            Ok((minutes, export))
        })?;
        let packed = |text: &str| pack(text).map_err(|error| Error::Minutes(error.to_string()));
        let texts = SealedTexts { minutes: packed(&minutes)?, export: packed(&export)? };
        let bytes = texts.minutes.len() + texts.export.len() + ROOM;
        if bytes > LONGEST_CHANGE {
            return Err(Error::SealTooLong { bytes, limit: LONGEST_CHANGE });
        }
        Ok((seal, texts))
    }

    /// Lists the sealed versions of a visit, oldest first, without their texts.
    pub(super) fn seals(&self, visit: RecordId) -> Result<Vec<Row<Seal>>, Error> {
        let found = self.of::<Seal>(visit)?;
        if !found.unreadable.is_empty() {
            return Err(Error::Incomplete(found.unreadable));
        }
        let mut seals = found.rows;
        seals.sort_by_key(|row| (row.record.version, row.id));
        Ok(seals)
    }

    /// Reads what a version says.
    pub(super) fn sealed_version(&self, seal: &Seal) -> Result<SealedVersion, Error> {
        let id = seal.texts.ok_or(Error::EmptyField("texts"))?;
        let texts: SealedTexts = self.row(id)?.record;
        let read = |packed: &str| {
            let why = |error: std::io::Error| crate::domain::Unreadable {
                kind: Kind::SEALED_TEXTS,
                id,
                why: error.to_string(),
            };
            unpack(packed).map_err(|error| Error::Unreadable(why(error)))
        };
        Ok(SealedVersion { seal: seal.clone(), minutes: read(&texts.minutes)?, export: read(&texts.export)? })
    }

    /// Reads the version of a visit that is in force; nothing of one that is not sealed now.
    pub(super) fn in_force(&self, visit: RecordId) -> Result<Option<SealedVersion>, Error> {
        self.row::<Visit>(visit)?.record.sealed.map(|version| self.version(visit, version)).transpose()
    }

    /// Reads a version of a visit; where two laptops sealed one of that number, the newer one.
    pub(super) fn version(&self, visit: RecordId, version: u32) -> Result<SealedVersion, Error> {
        let seals = self.seals(visit)?;
        let seal = seals.iter().rfind(|row| row.record.version == version);
        self.sealed_version(&seal.ok_or(Error::NoVersion { visit, version })?.record)
    }

    /// Refuses edits of what is sealed; the one place that everything written by people goes through.
    pub(super) fn must_be_unsealed(&self, edits: &[Edit]) -> Result<(), Error> {
        let mut known: BTreeMap<RecordId, Option<u32>> = BTreeMap::new();
        for edit in edits {
            if writes_seal(&edit.kind, edit.fields.keys()) {
                return Err(Error::SealStays);
            }
            for visit in self.visits_of(edit)? {
                let version = match known.get(&visit) {
                    Some(version) => *version,
                    None => {
                        let found = self.store.get(&Kind::VISIT, visit)?;
                        found.map(|state| state.read::<Visit>()).transpose()?.and_then(|visit| visit.sealed)
                    }
                };
                known.insert(visit, version);
                if let Some(version) = version {
                    return Err(Error::Sealed { visit, version });
                }
            }
        }
        Ok(())
    }

    /// Refuses to touch a visit that is sealed.
    pub(super) fn must_not_be_sealed(&self, id: RecordId, visit: &Visit) -> Result<(), Error> {
        visit.sealed.map_or(Ok(()), |version| Err(Error::Sealed { visit: id, version }))
    }

    /// Names the visits that an edit changes: the one that the record belongs to, and the one that it is moved to.
    fn visits_of(&self, edit: &Edit) -> Result<Vec<RecordId>, Error> {
        if edit.kind == Kind::VISIT {
            return Ok(vec![edit.id]);
        }
        if !BELONG_TO_A_VISIT.contains(&edit.kind.as_str()) {
            return Ok(Vec::new());
        }
        let id = |value: &Value| value.as_str().and_then(|id| id.parse().ok());
        let now = self.store.get(&edit.kind, edit.id)?.and_then(|state| id(state.value("visit")));
        Ok(now.into_iter().chain(edit.fields.get("visit").and_then(id)).collect())
    }

    /// Whether a change touches records of one visit.
    pub(super) fn is_of_visit(&self, logged: &Logged, visit: RecordId) -> Result<bool, Error> {
        for write in &logged.change.writes {
            let edit = Edit::set(write.at.kind.clone(), write.at.id, BTreeMap::new());
            if self.visits_of(&edit)?.contains(&visit) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Writes a sealed version as files: the minutes, the export, the manifest and its signature, all under one name.
    pub(super) fn export_sealed(&self, sealed: &SealedVersion, folder: &Path) -> Result<Outcome, Error> {
        let SealedVersion { seal, minutes: text, export } = sealed;
        let failed = |source| Error::Export { path: folder.to_owned(), source };
        let mut key = String::new();
        let mut files = |stem: &str| {
            let manifest = minutes::manifest(seal, stem);
            let signature = self.signature_for(seal, stem).map_err(std::io::Error::other)?;
            key = signatures::key_of(&signature);
            Ok(vec![
                (minutes::MINUTES, text.clone().into_bytes()),
                (minutes::EXPORT, export.clone().into_bytes()),
                (minutes::MANIFEST, manifest.into_bytes()),
                (minutes::SIGNATURE, signature.into_bytes()),
            ])
        };
        let path = write_together(folder, &seal.file_name, &mut files).map_err(failed)?;
        Ok(Outcome::ExportedSealed { path, key })
    }
}

/// Kinds whose field `visit` says what they belong to.
const BELONG_TO_A_VISIT: [&str; 7] = ["attendee", "entry", "material", "prompted_issue", "answer", "waiver", "verdict"];

/// Whether fields of a record say that something is sealed, which only sealing and opening again may write.
fn writes_seal<'a>(kind: &Kind, mut fields: impl Iterator<Item = &'a String>) -> bool {
    kind.is_sealed() || (*kind == Visit::KIND && fields.any(|field| matches!(field.as_str(), "sealed" | "reopened")))
}

/// Whether a change sealed a visit or opened it again, which is never taken back.
pub(super) fn is_of_seal(logged: &Logged) -> bool {
    logged.change.writes.iter().any(|write| writes_seal(&write.at.kind, std::iter::once(&write.at.field)))
}

/// Returns a change without the texts that it sealed: what is kept in memory for undo is never more than that it did.
pub(super) fn without_texts(logged: &Logged) -> Logged {
    let mut light = logged.clone();
    if is_of_seal(logged) {
        light.raw = Vec::new();
        light.change.writes.retain(|write| write.at.kind != Kind::SEALED_TEXTS);
    }
    light
}
