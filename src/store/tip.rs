//! Where a log stands, and what the database holds altogether.

use super::cipher::Cipher;
use super::line;
use crate::domain::{ChangeHash, Logged, ScopeId};

/// How many heads of other logs a tip remembers to have named; more only means naming one again.
const NAMED: usize = 64;

/// The last change of a log and the journal bytes up to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tip {
    /// Scope of the log.
    pub(super) scope: ScopeId,
    /// Number of the last change; 0 before the first.
    pub(super) seq: u64,
    /// Name of the last change.
    pub(super) head: Option<ChangeHash>,
    /// Bytes of the journal file up to the end of the last change's line.
    pub(super) length: u64,
    /// Lamport counter of the last change.
    pub(super) lamport: u64,
    /// Heads of other logs already named in `saw`, newest last.
    pub(super) named: Vec<ChangeHash>,
}

impl Tip {
    /// Makes the tip of a log without changes.
    pub(super) fn new(scope: ScopeId) -> Self {
        Self { scope, seq: 0, head: None, length: 0, lamport: 0, named: Vec::new() }
    }

    /// Whether `logged` is the change that comes next.
    pub(super) fn is_followed_by(&self, logged: &Logged) -> bool {
        logged.change.seq == self.seq + 1 && logged.change.prev == self.head && logged.change.scope == self.scope
    }

    /// Moves on to the change that comes next.
    pub(super) fn advance(&mut self, logged: &Logged, cipher: &Cipher) {
        self.seq = logged.change.seq;
        self.head = Some(logged.hash);
        self.length += line::length_of_change(logged, cipher);
        self.lamport = self.lamport.max(logged.change.stamp.lamport);
        self.named.extend(logged.change.saw.iter().copied());
        let surplus = self.named.len().saturating_sub(NAMED);
        self.named.drain(..surplus);
    }
}

/// What the database must hold to be complete; kept in the transaction of every change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Totals {
    /// Number of changes.
    pub(super) changes: u64,
    /// Number of records, removed ones included.
    pub(super) records: u64,
    /// XOR of a hash of each entry of all trees but `meta`: the same in any order, different when one is missing.
    pub(super) set_hash: [u8; 32],
}
