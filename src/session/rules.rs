//! Rules that a record must keep before it is saved.

use super::{Error, Session};
use crate::domain::{
    Answer, Attendee, Checklist, Criterion, Delegation, DiaryEntry, Edit, Entry, EntryKind, Kind, LegalBasis, Material,
    Member, OutsideItem, PromptedIssue, Record, RecordId, RecordState, Unit, Visit, Waiver,
};
use crate::figures::impossible;

impl Session {
    /// Refuses an edit after which the record would be wrong.
    pub(super) fn check_rules(&self, state: &RecordState, edit: &Edit) -> Result<(), Error> {
        match edit.kind.as_str() {
            "unit" => {
                let unit: Unit = after(state, edit)?;
                filled("name", &unit.name)?;
                self.check_parents(edit.id, unit.parent)
            }
            "delegation" => {
                let delegation: Delegation = after(state, edit)?;
                filled("authority", &delegation.authority)?;
                filled("theme", &delegation.theme)?;
                self.check_whole(edit.id, delegation.part_of)?;
                match (delegation.period_from, delegation.period_to) {
                    (Some(from), Some(to)) if to < from => Err(Error::Period { from, to }),
                    _ => Ok(()),
                }
            }
            "legal_basis" if after::<LegalBasis>(state, edit)?.is_named() => Ok(()),
            "legal_basis" => Err(Error::EmptyField("symbol")),
            "member" => filled("name", &after::<Member>(state, edit)?.name),
            "attendee" => filled("name", &after::<Attendee>(state, edit)?.name),
            "material" if after::<Material>(state, edit)?.is_named() => Ok(()),
            "material" => Err(Error::EmptyField("form")),
            "entry" => {
                let entry: Entry = after(state, edit)?;
                filled("text", &entry.text)?;
                possible(&entry, edit)
            }
            "prompted_issue" => filled("text", &after::<PromptedIssue>(state, edit)?.text),
            "diary_entry" => {
                let line: DiaryEntry = after(state, edit)?;
                filled("text", &line.text)?;
                line.date.and(line.delegation).map(drop).ok_or(Error::EmptyField("date"))
            }
            "answer" => self.check_answer(edit.id, &after::<Answer>(state, edit)?),
            "checklist" => filled("code", &after::<Checklist>(state, edit)?.code),
            "criterion" => filled("code", &after::<Criterion>(state, edit)?.code),
            "follow_up" => self.check_follow_up(edit.id, &after(state, edit)?),
            "verdict" => self.check_verdict(&after(state, edit)?),
            "outside_item" => {
                let item: OutsideItem = after(state, edit)?;
                if item.unit.is_none() {
                    return Err(Error::EmptyField("unit"));
                }
                filled("source", &item.source)?;
                filled("text", &item.text)
            }
            "waiver" => filled("reason", &after::<Waiver>(state, edit)?.reason),
            "visit" => {
                let visit: Visit = after(state, edit)?;
                if visit.unit.is_none() {
                    return Err(Error::EmptyField("unit"));
                }
                Ok(visit.check_times()?)
            }
            _ => Ok(()),
        }
    }

    fn check_parents(&self, unit: RecordId, mut parent: Option<RecordId>) -> Result<(), Error> {
        let mut climbed = Vec::new();
        while let Some(above) = parent {
            if above == unit || climbed.contains(&above) {
                return Err(Error::UnitCycle);
            }
            climbed.push(above);
            parent = match self.store.get(&Kind::UNIT, above)? {
                Some(state) => state.read::<Unit>()?.parent,
                None => None,
            };
        }
        Ok(())
    }
}

impl Session {
    fn check_whole(&self, delegation: RecordId, mut whole: Option<RecordId>) -> Result<(), Error> {
        let mut climbed = Vec::new();
        while let Some(above) = whole {
            if above == delegation || climbed.contains(&above) {
                return Err(Error::DelegationCycle);
            }
            climbed.push(above);
            whole = match self.store.get(&Kind::DELEGATION, above)? {
                Some(state) => state.read::<Delegation>()?.part_of,
                None => None,
            };
        }
        Ok(())
    }
}

fn after<R: Record>(state: &RecordState, edit: &Edit) -> Result<R, Error> {
    Ok(state.read_with(&edit.fields)?)
}

/// Refuses a figure that cannot be, when it is written; one that is only moved or linked stays as it is.
fn possible(entry: &Entry, edit: &Edit) -> Result<(), Error> {
    let written = ["text", "kind"].iter().any(|field| edit.fields.contains_key(*field));
    match impossible(&entry.text).filter(|_| written && entry.kind == EntryKind::Figure) {
        Some(found) => Err(Error::Impossible(found)),
        None => Ok(()),
    }
}

pub(super) fn filled(field: &'static str, text: &str) -> Result<(), Error> {
    if text.trim().is_empty() { Err(Error::EmptyField(field)) } else { Ok(()) }
}
