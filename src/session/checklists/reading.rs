//! From records to the checklist of an office or of a visit.

use super::super::{Error, Row, Session};
use super::tree::{Level, Node, tree};
use super::{BUILT_IN, ChecklistInfo, ChecklistView, ChecklistsView, Coverage, CriterionRow, built_in};
use crate::domain::{Answer, Checklist, Criterion, Delegation, Entry, Kind, RecordId, VisitStatus, code_key};

impl Session {
    /// Lists every checklist of this machine.
    pub(in crate::session) fn checklists(&self) -> Result<ChecklistsView, Error> {
        let mut stored = self.all::<Checklist>()?;
        let criteria = self.all::<Criterion>()?;
        stored.unreadable.extend(criteria.unreadable);
        let mut lists = vec![info(built_in::checklist().clone(), true, &criteria.rows)];
        stored.rows.sort_by_key(|row| row.id);
        for row in stored.rows {
            // Two laptops may have brought in the same one.
            if !lists.iter().any(|list| code_key(&list.checklist.code) == code_key(&row.record.code)) {
                lists.push(info(row.record, false, &criteria.rows));
            }
        }
        Ok(ChecklistsView { lists, unreadable: stored.unreadable })
    }

    /// Reads the criteria of one checklist as a tree, whether or not this machine knows the checklist.
    pub(in crate::session) fn criteria(&self, code: &str) -> Result<Vec<Node>, Error> {
        Ok(nodes(code, &self.all::<Criterion>()?.rows))
    }

    /// Lists the codes of the checklist that a delegation holds against.
    pub(in crate::session) fn codes(&self, delegation: &Delegation) -> Result<Vec<String>, Error> {
        let nodes = self.criteria(checklist_of(&delegation.checklist))?;
        Ok(nodes.into_iter().map(|node| node.criterion.code).collect())
    }

    /// Reads the checklist of a visit with everything found on it.
    pub(in crate::session) fn checklist(&self, visit: RecordId) -> Result<ChecklistView, Error> {
        let view = self.at_work(visit)?;
        let mut unreadable = view.unreadable;
        let ChecklistsView { lists, unreadable: lost } = self.checklists()?;
        unreadable.extend(lost);
        let mut answers = self.of::<Answer>(visit)?;
        unreadable.append(&mut answers.unreadable);
        answers.rows.sort_by_key(|row| row.id);
        let code = checklist_of(&view.delegation.record.checklist);
        let info = lists.iter().find(|list| code_key(&list.checklist.code) == code_key(code)).cloned();
        let nodes = self.criteria(code)?;
        let (criteria, strays) = matched(nodes, code, answers.rows, &view.entries);
        Ok(ChecklistView {
            visit: view.visit,
            delegation: view.delegation,
            unit: view.unit,
            info,
            coverage: coverage(&criteria),
            criteria,
            strays,
            lists,
            unreadable,
        })
    }

    /// Refuses an answer that nobody could find again, a second one on a criterion, and any once the visit is over.
    pub(in crate::session) fn check_answer(&self, id: RecordId, answer: &Answer) -> Result<(), Error> {
        if answer.criterion.trim().is_empty() {
            return Err(Error::EmptyField("criterion"));
        }
        let visit = answer.visit.ok_or(Error::EmptyField("visit"))?;
        self.must_take_answers(visit)?;
        let is_new = self.store.get(&Kind::ANSWER, id)?.is_none();
        let same = |row: &Row<Answer>| row.id != id && is_about(&row.record, &answer.checklist, &answer.criterion);
        if is_new && self.of::<Answer>(visit)?.rows.iter().any(same) {
            return Err(Error::Answered(answer.criterion.clone()));
        }
        Ok(())
    }

    /// Refuses to touch the answers of a visit that is over. The unit's own answers may come before it begins.
    pub(in crate::session) fn must_take_answers(&self, visit: RecordId) -> Result<(), Error> {
        let record = self.row::<crate::domain::Visit>(visit)?.record;
        self.must_not_be_sealed(visit, &record)?;
        match record.status {
            VisitStatus::Planned | VisitStatus::Open => Ok(()),
            status => Err(Error::VisitNotOpen(status)),
        }
    }
}

/// Returns the code of the checklist that a delegation holds against.
fn checklist_of(chosen: &str) -> &str {
    if chosen.trim().is_empty() { BUILT_IN } else { chosen }
}

/// Returns what tells the checklist that a delegation holds against from others, whether it was left or typed as it is.
pub(in crate::session) fn checklist_key(chosen: &str) -> String {
    code_key(checklist_of(chosen))
}

fn is_about(answer: &Answer, checklist: &str, criterion: &str) -> bool {
    checklist_key(&answer.checklist) == checklist_key(checklist) && code_key(&answer.criterion) == code_key(criterion)
}

fn nodes(code: &str, stored: &[Row<Criterion>]) -> Vec<Node> {
    let is_own = |row: &&Row<Criterion>| checklist_key(&row.record.checklist) == code_key(code);
    let own: Vec<Row<Criterion>> = stored.iter().filter(is_own).cloned().collect();
    let of_program = (code_key(code) == code_key(BUILT_IN)).then(built_in::criteria);
    tree(of_program.into_iter().flatten(), &own)
}

fn info(checklist: Checklist, built_in: bool, stored: &[Row<Criterion>]) -> ChecklistInfo {
    let nodes = nodes(&checklist.code, stored);
    let of = |level| nodes.iter().filter(move |node| node.level == level);
    ChecklistInfo {
        built_in,
        groups: of(Level::Group).count(),
        items: of(Level::Item).count(),
        sub_items: of(Level::SubItem).count(),
        verified: of(Level::Item).filter(|node| node.criterion.official_text().is_some()).count(),
        differing: nodes.iter().filter(|node| node.differing).count(),
        checklist,
    }
}

/// Puts answers and citing entries beside their criteria; gives back the answers that have none.
fn matched(
    nodes: Vec<Node>,
    checklist: &str,
    answers: Vec<Row<Answer>>,
    entries: &[Row<Entry>],
) -> (Vec<CriterionRow>, Vec<Row<Answer>>) {
    let mut strays = answers;
    let mut rows: Vec<CriterionRow> = Vec::with_capacity(nodes.len());
    for node in nodes {
        let code = &node.criterion.code;
        let (own, others) = strays.into_iter().partition(|row| is_about(&row.record, checklist, code));
        strays = others;
        let cites = |row: &&Row<Entry>| row.record.criteria.iter().any(|cited| code_key(cited) == code_key(code));
        let cited_by: Vec<Row<Entry>> = entries.iter().filter(cites).cloned().collect();
        let answers: Vec<Row<Answer>> = own;
        let looked_at = !cited_by.is_empty() || answers.iter().any(|row| row.record.is_given());
        rows.push(CriterionRow { node, answers, cited_by, looked_at, progress: (0, 0) });
    }
    roll_up(&mut rows);
    (rows, strays)
}

/// What was looked at below an item counts for it, and items count for their group.
fn roll_up(rows: &mut [CriterionRow]) {
    // From the last row up, so that children are settled before their parents; per depth what the rows below add up to.
    let mut below: Vec<(bool, (usize, usize))> = Vec::new();
    for row in rows.iter_mut().rev() {
        let depth = row.node.depth;
        if below.len() < depth + 2 {
            below.resize(depth + 2, (false, (0, 0)));
        }
        let (any, progress) = below.get_mut(depth + 1).map(std::mem::take).unwrap_or_default();
        row.progress = progress;
        if row.node.level != Level::Group {
            row.looked_at |= any;
        }
        if let Some((any, (seen, all))) = below.get_mut(depth) {
            *any |= row.looked_at;
            *all += 1;
            *seen += usize::from(row.looked_at);
        }
    }
}

fn coverage(rows: &[CriterionRow]) -> Coverage {
    let mut coverage = Coverage::default();
    for row in rows {
        match row.node.level {
            Level::Group => continue,
            Level::Item => {
                coverage.items += 1;
                coverage.looked_at += usize::from(row.looked_at);
                let own = |row: &Row<Answer>| row.record.is_self_assessed();
                coverage.self_assessed += usize::from(row.answers.iter().any(own));
            }
            Level::SubItem => {
                coverage.sub_items += 1;
                coverage.sub_items_looked_at += usize::from(row.looked_at);
            }
        }
        // Where two laptops differ, nobody has said yet which score counts.
        if let [answer] = row.answers.as_slice()
            && let (Some(score), Some(self_score)) = (answer.record.score, answer.record.self_score)
        {
            coverage.scored += 1;
            coverage.score += u64::from(score);
            coverage.self_score += u64::from(self_score);
        }
    }
    coverage
}
