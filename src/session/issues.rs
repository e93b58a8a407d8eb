//! Prompted issues: moved, and copied from the visit before.

use super::{Direction, Error, Outcome, Row, Session, order};
use crate::domain::{Edit, PromptedIssue, RecordId, Visit};
use crate::text::fold;

impl Session {
    pub(super) fn move_issue(
        &mut self,
        issue: RecordId,
        direction: Direction,
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let row: Row<PromptedIssue> = self.row(issue)?;
        let view = self.at_work(row.record.visit.ok_or(Error::EmptyField("visit"))?)?;
        let ordered = |issue: &PromptedIssue, order| PromptedIssue { order, ..issue.clone() };
        let edits = order::moved(&view.issues, issue, direction, |issue| &issue.order, ordered);
        self.save(row.scope, &edits, durable)
    }

    /// Copies the issues of the delegation's latest visit that has any, those of earlier days before those of later ones.
    pub(super) fn copy_issues(&mut self, visit: RecordId, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        let view = self.at_work(visit)?;
        let mut others = self.of::<Visit>(view.delegation.id)?.rows;
        others.retain(|row| row.id != visit);
        let day = view.visit.record.date;
        others.sort_by_key(|row| {
            (day.is_none_or(|day| row.record.date.is_some_and(|other| other <= day)), row.record.date, row.id)
        });
        let mut edits = Vec::new();
        let mut there: Vec<String> = view.issues.iter().map(|row| fold(&row.record.text)).collect();
        let mut last = view.issues.last().map(|row| row.record.order.clone());
        for other in others.iter().rev() {
            let mut found = self.of::<PromptedIssue>(other.id)?.rows;
            found.sort_by(|a, b| (&a.record.order, a.id).cmp(&(&b.record.order, b.id)));
            let is_source = !found.is_empty();
            for row in found {
                if there.contains(&fold(&row.record.text)) {
                    continue;
                }
                there.push(fold(&row.record.text));
                let order = order::after(last.as_deref());
                last = Some(order.clone());
                let issue = PromptedIssue { visit: Some(visit), text: row.record.text, answer: String::new(), order };
                edits.push(Edit::create(self.fresh_id(), &issue));
            }
            if is_source {
                break;
            }
        }
        self.save(view.visit.scope, &edits, durable)
    }
}
