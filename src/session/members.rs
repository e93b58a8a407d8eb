//! Who of a delegation types at which laptop.

use std::collections::BTreeMap;

use super::{Error, Outcome, Row, Session, VisitView};
use crate::domain::{Edit, Entry, Member, PersonId, RecordId};

impl Session {
    /// Ties a member to whoever types here, and nobody else of the delegation.
    pub(super) fn this_is_me(&mut self, member: RecordId, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        let me = self.author();
        let row: Row<Member> = self.row(member)?;
        let mut edits = vec![Edit::change(member, &row.record, &Member { person: Some(me), ..row.record.clone() })];
        let delegation = row.record.delegation.ok_or(Error::EmptyField("delegation"))?;
        for other in self.of::<Member>(delegation)?.rows {
            if other.id != member && other.record.person == Some(me) {
                edits.push(Edit::change(other.id, &other.record, &Member { person: None, ..other.record.clone() }));
            }
        }
        self.save(row.scope, &edits, durable)
    }

    /// Names the member of a delegation who types here.
    pub(super) fn me(&self, delegation: RecordId) -> Result<Option<String>, Error> {
        let me = self.author();
        let members = self.of::<Member>(delegation)?.rows;
        Ok(members.into_iter().find(|row| row.record.person == Some(me)).map(|row| row.record.name))
    }

    /// Names everybody who said to be a member of some delegation.
    ///
    /// # Errors
    /// When the store fails.
    pub fn names(&self) -> Result<BTreeMap<PersonId, String>, Error> {
        let members = self.all::<Member>()?.rows;
        Ok(members.into_iter().filter_map(|row| Some((row.record.person?, row.record.name))).collect())
    }
}

impl VisitView {
    /// Names the member who typed an entry first, when that member said so.
    #[must_use]
    pub fn author_of(&self, entry: &Entry) -> Option<&str> {
        let author = entry.author?;
        self.members.iter().find(|row| row.record.person == Some(author)).map(|row| row.record.name.as_str())
    }

    /// Names the members in charge of the unit visited.
    pub fn in_charge(&self) -> impl Iterator<Item = &str> {
        let unit = self.visit.record.unit;
        let own = self.members.iter().filter(move |row| unit.is_some_and(|unit| row.record.units.contains(&unit)));
        own.map(|row| row.record.name.as_str())
    }
}
