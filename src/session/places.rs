//! What can be gone to by its name: delegations, visits, units, people.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{Error, Session};
use crate::domain::{Attendee, Delegation, Kind, Member, RecordId, ScopeId, Unit, Visit};

/// Kinds of records that have a name.
pub(super) const NAMED: [Kind; 5] = [Kind::DELEGATION, Kind::VISIT, Kind::UNIT, Kind::MEMBER, Kind::ATTENDEE];

/// Where a name leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// To a delegation.
    Delegation(RecordId),
    /// To a visit.
    Visit(RecordId),
    /// To a unit among the units.
    Unit(RecordId),
    /// To a member of a delegation.
    Member {
        /// The delegation.
        delegation: RecordId,
        /// The member.
        member: RecordId,
    },
    /// To somebody at the table of a visit.
    Attendee {
        /// The visit.
        visit: RecordId,
        /// The person there.
        attendee: RecordId,
    },
}

/// Something that has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where the name leads.
    pub leads: Where,
    /// The name: of a person, of a unit, the theme of a delegation.
    pub name: String,
    /// What else tells it apart: a symbol, posts, the delegation.
    pub beside: String,
    /// The day, of a visit.
    pub date: Option<NaiveDate>,
}

impl Session {
    /// Lists everything that can be gone to by its name; of visits and people the newest first.
    pub(super) fn places(&self) -> Result<Vec<Place>, Error> {
        let units = self.all::<Unit>()?.rows;
        let unit_name: HashMap<RecordId, &str> = units.iter().map(|row| (row.id, row.record.name.as_str())).collect();
        let delegations = self.all::<Delegation>()?.rows;
        let symbol: HashMap<RecordId, &str> =
            delegations.iter().map(|row| (row.id, row.record.decision_symbol.as_str())).collect();
        let mut visits = self.all::<Visit>()?.rows;
        visits.sort_by_key(|row| std::cmp::Reverse(row.record.date));
        let of_scope = |scope: ScopeId| match scope {
            ScopeId::Delegation(id) => Some(id),
            _ => None,
        };
        let symbol_of = |scope| of_scope(scope).and_then(|id| symbol.get(&id)).copied().unwrap_or_default().to_owned();
        let place = |leads, name: &str, beside: String, date| Place { leads, name: name.to_owned(), beside, date };
        let mut places = Vec::new();
        for row in &delegations {
            let beside = row.record.decision_symbol.clone();
            places.push(place(Where::Delegation(row.id), &row.record.theme, beside, None));
        }
        for row in &visits {
            let unit = row.record.unit.and_then(|unit| unit_name.get(&unit)).copied().unwrap_or_default();
            places.push(place(Where::Visit(row.id), unit, symbol_of(row.scope), row.record.date));
        }
        for row in &units {
            let above = row.record.parent.and_then(|parent| unit_name.get(&parent)).copied().unwrap_or_default();
            places.push(place(Where::Unit(row.id), &row.record.name, above.to_owned(), None));
        }
        for row in self.all::<Member>()?.rows {
            let Some(delegation) = of_scope(row.scope) else { continue };
            let leads = Where::Member { delegation, member: row.id };
            places.push(place(leads, &row.record.name, symbol_of(row.scope), None));
        }
        // Whoever sat at many tables is listed once for each post, where they were last.
        let order: HashMap<RecordId, usize> = visits.iter().enumerate().map(|(at, row)| (row.id, at)).collect();
        let mut attendees = self.all::<Attendee>()?.rows;
        attendees.retain(|row| row.record.member.is_none());
        attendees.sort_by_key(|row| row.record.visit.and_then(|visit| order.get(&visit)).copied());
        let mut seen = HashSet::new();
        for row in attendees {
            let Some(visit) = row.record.visit.filter(|visit| order.contains_key(visit)) else { continue };
            if seen.insert((row.record.name.clone(), row.record.post.clone())) {
                let leads = Where::Attendee { visit, attendee: row.id };
                places.push(place(leads, &row.record.name, row.record.post, None));
            }
        }
        Ok(places)
    }
}
