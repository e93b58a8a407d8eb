//! Reads everything in both copies and compares: the only way to know that nothing is wrong or missing.
//!
//! A check goes on a little at a time, so that the store can be used meanwhile, and every write in between is followed.

use std::collections::{BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

use super::batch::toggle;
use super::database::{Database, Operation};
use super::envelope::Content;
use super::error::sound;
use super::frozen;
use super::journal::{self, Lines};
use super::tip::{Tip, Totals};
use super::tree::{self, Tree};
use super::{Error, Long, Pulse};
use crate::domain::StreamId;

/// More findings than this tell nothing new.
const MOST_FINDINGS: usize = 20;
/// So much is read between two looks at whether to go on.
const AT_ONCE: usize = 100;
/// What a tip tells of a log in which nothing was saved yet.
const NOTHING: (u64, u64) = (0, 0);

/// What a check found.
#[derive(Debug, Default)]
pub(super) struct Report {
    /// What is wrong with the journal.
    pub(super) journal: Vec<String>,
    /// What is wrong with the database.
    pub(super) database: Vec<String>,
    /// What was counted.
    pub(super) counted: Totals,
}

/// A check that goes on.
#[derive(Debug)]
pub(super) struct Checking {
    /// Folder of the journal.
    folder: PathBuf,
    /// Logs that were not compared yet.
    logs: VecDeque<StreamId>,
    log: Option<Log>,
    /// Trees of the database that were not read to their end.
    trees: VecDeque<Tree>,
    /// The last key that was read of the first of them.
    last: Option<Vec<u8>>,
    /// Findings in the tree that is being read.
    findings: Vec<String>,
    report: Report,
    /// Lines, changes and records read.
    read: u64,
}

/// A log that is being compared.
#[derive(Debug)]
struct Log {
    stream: StreamId,
    path: PathBuf,
    lines: Lines,
    number: u64,
    tip: Option<Tip>,
    /// Number of the last change in the database, and the length of the file up to there.
    folded: (u64, u64),
}

/// Checks both copies in one go.
pub(super) fn run(folder: &Path, database: &Database, pulse: &Pulse) -> Result<Report, Error> {
    let totals = database.totals().ok().flatten().unwrap_or_default();
    // Every change is read twice: beside the journal, and with the entries of the database.
    let of = totals.changes * 2 + totals.records;
    let mut checking = Checking::begin(folder, database)?;
    while !checking.go_on(database, AT_ONCE)? {
        pulse.step(Long::Checking, checking.read, of)?;
    }
    Ok(checking.report)
}

impl Checking {
    /// Begins a check of the journal in a folder and of the database.
    pub(super) fn begin(folder: &Path, database: &Database) -> Result<Self, Error> {
        let mut report = Report::default();
        let mut logs = BTreeSet::new();
        if let Some(tips) = sound(database.tips(), &mut report.database)? {
            logs.extend(journal::streams_in(folder)?);
            logs.extend(tips.into_iter().map(|(stream, _)| stream));
        }
        Ok(Self {
            folder: folder.to_owned(),
            logs: logs.into_iter().collect(),
            log: None,
            trees: Tree::ALL.into_iter().filter(|tree| *tree != Tree::Meta).collect(),
            last: None,
            findings: Vec::new(),
            report,
            read: 0,
        })
    }

    /// Reads at most `limit` lines or entries more; says whether that was all, and the report is complete.
    pub(super) fn go_on(&mut self, database: &Database, limit: usize) -> Result<bool, Error> {
        if let Some(log) = &mut self.log {
            let before = log.number;
            let is_done = log.go_on(database, limit, &mut self.report)?;
            self.read += log.number - before;
            if is_done {
                self.log = None;
            }
        } else if let Some(stream) = self.logs.pop_front() {
            self.log = Log::begin(&self.folder, database, stream, &mut self.report)?;
        } else if let Some(tree) = self.trees.front().copied() {
            self.read_entries(database, tree, limit)?;
        } else {
            if let Some(totals) = sound(database.totals(), &mut self.report.database)?
                && totals.unwrap_or_default() != self.report.counted
            {
                self.report.database.push("entries are missing, surplus or exchanged".to_owned());
            }
            return Ok(true);
        }
        Ok(false)
    }

    /// Gives out what was found.
    pub(super) fn into_report(self) -> Report {
        self.report
    }

    /// Follows what was written meanwhile where it was read already; what is still to be read will be read as it then is.
    pub(super) fn follow(&mut self, written: &[Operation]) {
        for Operation { tree, key, before, value } in written {
            let behind = match self.trees.front() {
                Some(reading) if reading == tree => self.last.as_ref().is_some_and(|last| key <= last),
                _ => !self.trees.contains(tree),
            };
            if *tree == Tree::Meta || !behind {
                continue;
            }
            for value in before.iter().chain(value) {
                toggle(&mut self.report.counted.set_hash, *tree, key, value);
            }
            let counted = match tree {
                Tree::Records => &mut self.report.counted.records,
                Tree::Changes => &mut self.report.counted.changes,
                _ => continue,
            };
            *counted = *counted + u64::from(value.is_some()) - u64::from(before.is_some());
        }
    }

    fn read_entries(&mut self, database: &Database, tree: Tree, limit: usize) -> Result<(), Error> {
        let Self { last, findings, report, read, .. } = self;
        let (counted, after) = (&mut report.counted, last.take());
        let mut left = limit;
        let outcome = database.each_in_passing(tree, &[], after.as_deref(), |key, value| {
            toggle(&mut counted.set_hash, tree, key, value);
            counted.records += u64::from(tree == Tree::Records);
            counted.changes += u64::from(tree == Tree::Changes);
            *read += u64::from(matches!(tree, Tree::Records | Tree::Changes));
            sound(check_entry(database, tree, key, value), findings)?;
            left -= 1;
            if left == 0 {
                *last = Some(key.to_vec());
            }
            Ok(left > 0 && findings.len() <= MOST_FINDINGS)
        });
        let is_readable = sound(outcome, &mut report.database)?.is_some();
        if left > 0 || !is_readable || findings.len() > MOST_FINDINGS {
            report.database.append(findings);
            *last = None;
            self.trees.pop_front();
        }
        Ok(())
    }
}

impl Log {
    /// Begins with a log as it stands now; what is saved later need not be read back. Nothing where the database cannot
    /// tell how far it is folded.
    fn begin(folder: &Path, database: &Database, stream: StreamId, report: &mut Report) -> Result<Option<Self>, Error> {
        let Some(folded) = sound(database.tip(stream), &mut report.database)? else { return Ok(None) };
        let path = journal::file_of(folder, stream);
        let lines = Lines::read(&path, 0, journal::length_of(&path)?)?;
        let folded = folded.map_or(NOTHING, |tip| (tip.seq, tip.length));
        Ok(Some(Self { stream, path, lines, number: 0, tip: None, folded }))
    }

    /// Compares at most `limit` lines more; says whether the log is done with.
    fn go_on(&mut self, database: &Database, limit: usize, report: &mut Report) -> Result<bool, Error> {
        let (stream, (folded_to, _)) = (self.stream, self.folded);
        for _ in 0..limit {
            let Some(found) = self.lines.next() else {
                self.look_at_end(report);
                return Ok(true);
            };
            self.number += 1;
            let logged = found?.change(database.cipher()).filter(|logged| logged.change.stream == stream);
            let Some(logged) = logged else {
                report.journal.push(format!("{}: line {} is damaged", self.path.display(), self.number));
                return Ok(true);
            };
            let tip = self.tip.get_or_insert_with(|| Tip::new(logged.change.scope));
            if !tip.is_followed_by(&logged) {
                let (path, number) = (self.path.display(), self.number);
                report.journal.push(format!("{path}: line {number} does not follow the one before it"));
                return Ok(true);
            }
            tip.advance(&logged, database.cipher());
            if logged.change.seq > folded_to || report.database.len() > MOST_FINDINGS {
                continue;
            }
            let stored = sound(database.change_in_passing(stream, logged.change.seq), &mut report.database)?;
            if stored.is_some_and(|raw| raw.as_deref() != Some(&logged.raw)) {
                report.database.push(format!("change {} of {stream} is missing or another", logged.change.seq));
            }
        }
        Ok(false)
    }

    /// Notes a log that ends before what the database has of it.
    fn look_at_end(&self, report: &mut Report) {
        let (reached, length) = self.tip.as_ref().map_or(NOTHING, |tip| (tip.seq, tip.length));
        let (folded_to, folded_length) = self.folded;
        if reached < folded_to || length < folded_length {
            report.journal.push(format!("{}: ends after change {reached} of {folded_to}", self.path.display()));
        }
    }
}

fn check_entry(database: &Database, tree: Tree, key: &[u8], value: &[u8]) -> Result<(), Error> {
    match tree {
        Tree::Records => {
            let payload = database.unwrap(tree, key, Content::Record, value)?;
            let state = frozen::decode_record(&payload).map_err(|why| database.broken(tree, key, &why))?;
            if tree::record(&state.kind, state.id) != key {
                return Err(database.broken(tree, key, "another record"));
            }
        }
        Tree::Chunks => drop(database.unwrap(tree, key, Content::Chunk, value)?),
        // Changes were read beside the journal; the others are keys without values, which the set hash covers.
        Tree::Changes | Tree::References | Tree::History | Tree::Meta => {}
    }
    Ok(())
}
