//! Figures over many visits, with the checklists that they were held against.

use super::super::checklists::Level;
use super::super::{Covered, CoveredCriterion, Error, Over, Session, StatisticsView};
use crate::domain::code_key;

impl Session {
    pub(in crate::session) fn statistics(&self, over: Over) -> Result<StatisticsView, Error> {
        let ledger = self.ledger()?;
        let mut view = ledger.statistics(over, self.clock.now().date_naive());
        let lists = self.checklists()?.lists;
        for (key, visits) in ledger.looked_at(over) {
            let list = lists.iter().find(|list| code_key(&list.checklist.code) == key);
            let Some(list) = list else { continue };
            let nodes = self.criteria(&list.checklist.code)?;
            let mut counts = vec![0; nodes.len()];
            for seen in visits.values().filter(|seen| !seen.is_empty()) {
                // From the last row up: what was looked at below an item counts for it.
                let mut below = vec![false; nodes.iter().map(|node| node.depth + 2).max().unwrap_or_default()];
                for (node, count) in nodes.iter().zip(&mut counts).rev() {
                    let any = below.get_mut(node.depth + 1).is_some_and(std::mem::take);
                    let looked_at = any || seen.contains(&code_key(&node.criterion.code));
                    *count += usize::from(looked_at);
                    if let Some(here) = below.get_mut(node.depth) {
                        *here |= looked_at;
                    }
                }
            }
            let criteria = nodes.into_iter().zip(counts).map(|(node, visits)| CoveredCriterion {
                code: node.criterion.code,
                title: node.criterion.title,
                level: node.level,
                visits,
            });
            let (code, title) = (list.checklist.code.clone(), list.checklist.title.clone());
            view.checklists.push(Covered { code, title, visits: visits.len(), criteria: criteria.collect() });
        }
        view.checklists.sort_by_key(|list| std::cmp::Reverse(list.visits));
        Ok(view)
    }
}

impl Covered {
    /// How many of the items somebody looked at, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let items = || self.criteria.iter().filter(|criterion| criterion.level == Level::Item);
        (items().filter(|criterion| criterion.visits > 0).count(), items().count())
    }
}
