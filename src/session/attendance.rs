//! Who sits at the table, and which documents the delegation stands on.

use super::{Error, Outcome, Row, Session, order};
use crate::domain::{Attendee, Citation, Edit, Member, Presence, Record, RecordId, Side, Visit};

impl Session {
    /// Adds the members who are not on the list yet, present, with the posts they hold on the day of the visit.
    pub(super) fn add_delegation_to_attendance(
        &mut self,
        visit: RecordId,
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let view = self.visit(visit)?;
        let day = view.visit.record.date.unwrap_or_else(|| self.clock.now().date_naive());
        let mut own_side = view.attendees.iter().filter(|row| row.record.side == Side::Delegation);
        let mut last = own_side.next_back().map(|row| row.record.order.clone());
        let mut edits = Vec::new();
        for member in &view.members {
            let is_member = |attendee: &Attendee| {
                let by_hand = attendee.side == Side::Delegation && attendee.name == member.record.name;
                attendee.member == Some(member.id) || by_hand
            };
            if view.attendees.iter().any(|row| is_member(&row.record)) {
                continue;
            }
            let order = order::after(last.as_deref());
            last = Some(order.clone());
            let attendee = Attendee {
                visit: Some(visit),
                side: Side::Delegation,
                name: member.record.name.clone(),
                post: member.record.posts_on(day),
                presence: Presence::Present,
                reason: String::new(),
                member: Some(member.id),
                order,
            };
            edits.push(Edit::create(self.fresh_id(), &attendee));
        }
        self.save(view.visit.scope, &edits, durable)
    }

    /// Finds what must change in the attendance of visits whose day changes: members sit there with the posts they hold on
    /// the day. A post that was typed by hand stays.
    pub(super) fn posts_of_the_new_day(&self, edits: &[Edit]) -> Result<Vec<Edit>, Error> {
        let mut changed = Vec::new();
        for edit in edits.iter().filter(|edit| edit.kind == Visit::KIND && edit.fields.contains_key("date")) {
            let Some(state) = self.store.get(&edit.kind, edit.id)? else { continue };
            let days = (state.read::<Visit>()?.date, state.read_with::<Visit>(&edit.fields)?.date);
            let (Some(old), Some(new)) = days else { continue };
            for seat in self.of::<Attendee>(edit.id)?.rows {
                let Some(member) = seat.record.member else { continue };
                let member: Row<Member> = self.row(member)?;
                if seat.record.post == member.record.posts_on(old) {
                    let after = Attendee { post: member.record.posts_on(new), ..seat.record.clone() };
                    changed.push(Edit::change(seat.id, &seat.record, &after));
                }
            }
        }
        Ok(changed)
    }

    /// Picks a document for a delegation, or drops it when it is picked.
    pub(super) fn toggle_citation(
        &mut self,
        delegation: RecordId,
        basis: RecordId,
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let view = self.delegation(delegation)?;
        if let Some((picked, _)) = view.citations.iter().find(|(citation, _)| citation.record.basis == Some(basis)) {
            return self.save_one(Edit::remove(Citation::KIND, picked.id, ""), durable);
        }
        let last = view.citations.last().map(|(citation, _)| citation.record.order.as_str());
        let order = order::after(last);
        let citation = Citation { delegation: Some(delegation), basis: Some(basis), order };
        self.save(view.delegation.scope, &[Edit::create(self.fresh_id(), &citation)], durable)
    }
}
