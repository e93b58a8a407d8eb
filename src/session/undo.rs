//! Undo and redo: a change is taken back by a change that restores what it replaced.
//!
//! What can be taken back is read from the log, so it outlives the program. Each scope has its own order.

use std::collections::BTreeMap;

use serde_json::Value;

use super::sealing::{is_of_seal, without_texts};
use super::{Error, Outcome, Session, Touched};
use crate::domain::{ChangeHash, Edit, FollowUp, Kind, Logged, RecordId, ScopeId};

/// How many of a scope's newest changes are looked at first; more when they are all taken back.
const REACH: usize = 500;

/// What can be taken back, and what can be made again; the newest last.
#[derive(Default)]
pub(super) struct Stacks {
    undo: Vec<Logged>,
    redo: Vec<Logged>,
    /// How many changes were asked for, and whether the log has no more.
    reach: usize,
    complete: bool,
}

impl Stacks {
    fn remember(&mut self, logged: &Logged) {
        // What takes something back passed over the lines of the diary that stood before it.
        while logged.change.undoes.is_some() && self.undo.last().is_some_and(is_diary) {
            self.undo.pop();
        }
        let takes_back = |stack: &[Logged]| stack.last().is_some_and(|last| logged.change.undoes == Some(last.hash));
        if takes_back(&self.undo) {
            self.undo.pop();
            self.redo.push(without_texts(logged));
        } else if takes_back(&self.redo) {
            self.redo.pop();
            self.undo.push(without_texts(logged));
        } else if logged.change.undoes.is_none() {
            self.redo.clear();
            self.undo.push(without_texts(logged));
        }
        // What is left takes back a change beyond the reach of this reading: it is done with, both ways.
    }
}

impl Session {
    pub(super) fn undo(&mut self, scope: ScopeId, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        self.load_stacks(scope)?;
        while self.stacks.get(&scope).is_some_and(|stacks| stacks.undo.is_empty() && !stacks.complete) {
            let reach = self.stacks.get(&scope).map_or(REACH, |stacks| stacks.reach).saturating_mul(8);
            self.read_stacks(scope, reach)?;
        }
        let newest = self.stacks.get(&scope).and_then(|stacks| stacks.undo.last()).cloned();
        self.take_back(scope, newest, durable)
    }

    pub(super) fn redo(&mut self, scope: ScopeId, durable: &mut dyn FnMut()) -> Result<Outcome, Error> {
        self.load_stacks(scope)?;
        let newest = self.stacks.get(&scope).and_then(|stacks| stacks.redo.last()).cloned();
        self.take_back(scope, newest, durable)
    }

    /// Reads what can be taken back in a scope, once.
    pub(super) fn load_stacks(&mut self, scope: ScopeId) -> Result<(), Error> {
        if self.stacks.contains_key(&scope) { Ok(()) } else { self.read_stacks(scope, REACH) }
    }

    fn read_stacks(&mut self, scope: ScopeId, reach: usize) -> Result<(), Error> {
        let changes = self.store.own_changes(scope, reach)?;
        let mut stacks = Stacks { reach, complete: changes.len() < reach, ..Stacks::default() };
        for logged in &changes {
            stacks.remember(logged);
        }
        self.stacks.insert(scope, stacks);
        Ok(())
    }

    pub(super) fn remember(&mut self, logged: &Logged) {
        self.stacks.entry(logged.change.scope).or_default().remember(logged);
    }

    fn take_back(
        &mut self,
        scope: ScopeId,
        change: Option<Logged>,
        durable: &mut dyn FnMut(),
    ) -> Result<Outcome, Error> {
        let change = change.ok_or(Error::NothingToUndo)?;
        if is_diary(&change) {
            // Said once; what was done before the line can still be taken back.
            self.stacks.entry(scope).or_default().undo.pop();
            return Err(Error::DiaryIsWritten);
        }
        if is_of_seal(&change) {
            self.stacks.entry(scope).or_default().undo.pop();
            return Err(Error::SealStays);
        }
        let edits = self.inverse(&change)?;
        if let Err(Error::Sealed { visit, version }) = self.must_be_unsealed(&edits) {
            self.pass_over(scope, visit)?;
            return Err(Error::Sealed { visit, version });
        }
        let touched = edits
            .iter()
            .map(|edit| {
                let act = (edit.kind == Kind::FOLLOW_UP).then(|| self.row::<FollowUp>(edit.id)).transpose()?;
                Ok(Touched { kind: edit.kind.clone(), id: edit.id, act: act.map(|row| row.record) })
            })
            .collect::<Result<_, Error>>()?;
        let writes = self.writes(scope, &edits, false)?;
        self.write(scope, Some(change.hash), writes, durable)?;
        Ok(Outcome::TakenBack(touched))
    }

    /// Drops the newest changes that touch a sealed visit: what was done elsewhere before them can still be taken back.
    fn pass_over(&mut self, scope: ScopeId, visit: RecordId) -> Result<(), Error> {
        let mut stacks = self.stacks.remove(&scope).unwrap_or_default();
        for stack in [&mut stacks.undo, &mut stacks.redo] {
            while stack.last().map(|last| self.is_of_visit(last, visit)).transpose()? == Some(true) {
                stack.pop();
            }
        }
        self.stacks.insert(scope, stacks);
        Ok(())
    }

    /// Finds the edits that restore what a change replaced; a record that it created is removed.
    fn inverse(&self, target: &Logged) -> Result<Vec<Edit>, Error> {
        let mut by_record: BTreeMap<(Kind, RecordId), BTreeMap<String, Value>> = BTreeMap::new();
        for write in &target.change.writes {
            let history = self.store.history(write.at.id)?;
            let restored = by_record.entry((write.at.kind.clone(), write.at.id)).or_default();
            if history.first().is_some_and(|first| first.hash == target.hash) {
                restored.extend(Edit::remove(write.at.kind.clone(), write.at.id, "").fields);
            } else {
                restored.insert(write.at.field.clone(), replaced_value(&history, write));
            }
        }
        Ok(by_record.into_iter().map(|((kind, id), fields)| Edit::set(kind, id, fields)).collect())
    }
}

/// Whether a change wrote a line of the diary, which stays.
fn is_diary(logged: &Logged) -> bool {
    logged.change.writes.iter().any(|write| write.at.kind == Kind::DIARY_ENTRY)
}

/// The value that was on display before `write`: of those it replaced, the last in display order.
fn replaced_value(history: &[Logged], write: &crate::domain::Write) -> Value {
    let order = |logged: &&Logged| (logged.change.stamp.lamport, logged.change.stream, logged.hash);
    let is_replaced = |hash: &ChangeHash| write.over.contains(hash);
    history
        .iter()
        .filter(|logged| is_replaced(&logged.hash))
        .max_by_key(order)
        .and_then(|logged| logged.change.writes.iter().find(|earlier| earlier.at == write.at))
        .map_or(Value::Null, |earlier| earlier.value.clone())
}
