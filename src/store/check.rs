//! Reads everything in both copies and compares: the only way to know that nothing is wrong or missing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::batch::toggle;
use super::database::Database;
use super::envelope::Content;
use super::frozen;
use super::journal::{self, Lines};
use super::tip::{Tip, Totals};
use super::tree::{self, Tree};
use super::{Error, Long, Pulse};
use crate::domain::StreamId;

/// More findings than this tell nothing new.
const MOST_FINDINGS: usize = 20;

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

/// Checks both copies.
pub(super) fn run(folder: &Path, database: &Database, pulse: &Pulse) -> Result<Report, Error> {
    let mut report = Report::default();
    let totals = database.totals().ok().flatten().unwrap_or_default();
    // Every change is read twice: beside the journal, and with the entries of the database.
    let mut steps = Steps { pulse, done: 0, of: totals.changes * 2 + totals.records };
    if let Some(tips) = sound(database.tips(), &mut report.database)? {
        let tips: BTreeMap<StreamId, Tip> = tips.into_iter().collect();
        let mut streams: BTreeSet<StreamId> = journal::streams_in(folder)?.into_iter().collect();
        streams.extend(tips.keys());
        for stream in streams {
            check_log(folder, database, stream, tips.get(&stream), &mut report, &mut steps)?;
        }
    }
    check_entries(database, &mut report, &mut steps)?;
    if let Some(totals) = sound(database.totals(), &mut report.database)?
        && totals.unwrap_or_default() != report.counted
    {
        report.database.push("entries are missing, surplus or exchanged".to_owned());
    }
    Ok(report)
}

/// Counts what is read.
struct Steps<'a> {
    pulse: &'a Pulse,
    done: u64,
    of: u64,
}

impl Steps<'_> {
    fn next(&mut self) -> Result<(), Error> {
        self.done += 1;
        self.pulse.step(Long::Checking, self.done, self.of)
    }
}

/// Takes damage of the database as a finding and passes other errors on.
fn sound<T>(outcome: Result<T, Error>, findings: &mut Vec<String>) -> Result<Option<T>, Error> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(Error::Database { why, .. }) => {
            findings.push(why);
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

fn check_log(
    folder: &Path,
    database: &Database,
    stream: StreamId,
    folded: Option<&Tip>,
    report: &mut Report,
    steps: &mut Steps<'_>,
) -> Result<(), Error> {
    let path = journal::file_of(folder, stream);
    let (folded_to, folded_length) = folded.map_or((0, 0), |tip| (tip.seq, tip.length));
    let mut tip: Option<Tip> = None;
    for (number, found) in (1_u64..).zip(Lines::read(&path, 0, journal::length_of(&path)?)?) {
        steps.next()?;
        let logged = found?.change().filter(|logged| logged.change.stream == stream);
        let Some(logged) = logged else {
            report.journal.push(format!("{}: line {number} is damaged", path.display()));
            return Ok(());
        };
        let tip = tip.get_or_insert_with(|| Tip::new(logged.change.scope));
        if !tip.is_followed_by(&logged) {
            report.journal.push(format!("{}: line {number} does not follow the one before it", path.display()));
            return Ok(());
        }
        tip.advance(&logged);
        if logged.change.seq > folded_to || report.database.len() > MOST_FINDINGS {
            continue;
        }
        let stored = sound(database.change(stream, logged.change.seq), &mut report.database)?;
        if stored.is_some_and(|raw| raw.as_deref() != Some(&logged.raw)) {
            report.database.push(format!("change {} of {stream} is missing or another", logged.change.seq));
        }
    }
    let (reached, length) = tip.map_or((0, 0), |tip| (tip.seq, tip.length));
    if reached < folded_to || length < folded_length {
        report.journal.push(format!("{}: ends after change {reached} of {folded_to}", path.display()));
    }
    Ok(())
}

fn check_entries(database: &Database, report: &mut Report, steps: &mut Steps<'_>) -> Result<(), Error> {
    for tree in Tree::ALL.into_iter().filter(|tree| *tree != Tree::Meta) {
        let mut findings = Vec::new();
        let counted = &mut report.counted;
        let outcome = database.each(tree, &[], |key, value| {
            if matches!(tree, Tree::Records | Tree::Changes) {
                steps.next()?;
            }
            toggle(&mut counted.set_hash, tree, key, value);
            counted.records += u64::from(tree == Tree::Records);
            counted.changes += u64::from(tree == Tree::Changes);
            sound(check_entry(database, tree, key, value), &mut findings)?;
            Ok(findings.len() <= MOST_FINDINGS)
        });
        report.database.append(&mut findings);
        sound(outcome, &mut report.database)?;
    }
    Ok(())
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
