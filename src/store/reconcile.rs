//! The long way of opening: reads every change of both copies, and rewrites the copy that is not whole.
//!
//! One rule decides: for each log, the valid changes of both copies together must be 1, 2, 3 … up to the highest number
//! that anything knows of, each naming the one before it. If so, nothing is lost; if not, nothing is touched.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::backup::Item;
use super::cipher::Cipher;
use super::database::Database;
use super::files;
use super::journal::{self, Lines};
use super::opening::{Copies, Help, Site, replay};
use super::tip::Tip;
use super::tree::{self, Tree};
use super::{Error, Long, Notice, Pulse, backup, line, salvage};
use crate::domain::{ChangeHash, Logged, StreamId};

/// Everything known about one log.
#[derive(Debug, Default)]
struct Evidence {
    /// Valid changes by number: their names, their bytes and where they were found.
    changes: BTreeMap<u64, BTreeMap<ChangeHash, Found>>,
    /// The highest number that anything knows of, and what that is.
    highest: u64,
    witness: String,
    /// Lines that hold no change, as they are shown to people.
    bad_lines: Vec<String>,
}

#[derive(Debug)]
struct Found {
    raw: Vec<u8>,
    in_journal: bool,
    in_database: bool,
}

impl Evidence {
    fn known_to(&mut self, witness: &str, seq: u64) {
        if seq > self.highest {
            self.highest = seq;
            witness.clone_into(&mut self.witness);
        }
    }

    /// Takes a change of a backup where neither copy has one.
    fn fill(&mut self, logged: Logged) {
        let same = self.changes.entry(logged.change.seq).or_default();
        if same.is_empty() {
            same.insert(logged.hash, Found { raw: logged.raw, in_journal: false, in_database: false });
        }
    }

    fn add(&mut self, logged: Logged, in_journal: bool) {
        self.known_to(if in_journal { "the journal" } else { "the database" }, logged.change.seq);
        let same = self.changes.entry(logged.change.seq).or_default();
        let found = same.entry(logged.hash).or_insert(Found { raw: logged.raw, in_journal: false, in_database: false });
        found.in_journal |= in_journal;
        found.in_database |= !in_journal;
    }
}

type Logs = BTreeMap<StreamId, Evidence>;

/// A log put together again.
#[derive(Debug)]
struct Whole {
    tip: Tip,
    changes: Vec<Found>,
}

/// How far a database that could be read is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// Not at all: something in it is known to be wrong.
    None,
    /// If it has every change: it was closed with all of them.
    IfComplete,
    /// If it has the first changes of every log: a crash may have taken the last ones from it.
    IfBehind,
}

/// Makes both copies whole, or refuses without touching either.
pub(super) fn mend(
    site: &Site,
    database: Option<Database>,
    trust: Trust,
    notices: &mut Vec<Notice>,
) -> Result<Copies, Error> {
    let (logs, readable) = gather(site, database.as_ref())?;
    let wholes = match put_together(site, logs).into_wholes(site) {
        // sled may refuse a folder for the sake of a small file in it; its changes can still fill the gap.
        Err(refusal @ Error::BothDamaged { .. }) if database.is_none() => {
            let together = |salvaged: &_| put_together(site, gather(site, Some(salvaged))?.0).into_wholes(site);
            salvage::attempt(site, together).ok_or(refusal)
        }
        outcome => outcome,
    };
    let wholes = match (wholes, &site.help) {
        (Err(Error::BothDamaged { .. }), Some(help)) => mend_by(help, site, database.as_ref(), notices)?,
        (wholes, _) => wholes?,
    };
    restore_journal(site, &wholes, notices)?;
    let tips = wholes.iter().map(|(stream, whole)| (*stream, whole.tip.clone())).collect();
    let believed = |database: &Database| match trust {
        Trust::None => false,
        Trust::IfComplete => readable && is_behind(database, &wholes) && missing_in_database(&wholes) == 0,
        Trust::IfBehind => readable && is_behind(database, &wholes),
    };
    let database = match database {
        Some(database) if believed(&database) => {
            let behind = missing_in_database(&wholes);
            if behind > 0 {
                replay(&database, changes_of(&wholes, &site.pulse))?;
                notices.push(Notice::Replayed { changes: behind });
            }
            database
        }
        damaged => rebuild_database(site, damaged, &wholes, notices)?,
    };
    Ok(Copies { database, tips })
}

/// Fills with the changes of a backup what both copies lack; what cannot even so be followed is left out, and said.
fn mend_by(
    help: &Help,
    site: &Site,
    database: Option<&Database>,
    notices: &mut Vec<Notice>,
) -> Result<BTreeMap<StreamId, Whole>, Error> {
    let (mut logs, _) = gather(site, database)?;
    let mut reader = help.reader(&site.cipher)?;
    while let Some(item) = reader.next()? {
        if let Item::Change(logged) = item {
            logs.entry(logged.change.stream).or_default().fill(*logged);
        }
    }
    let Together { wholes, missing } = put_together(site, logs);
    let from_backup = |found: &&Found| !found.in_journal && !found.in_database;
    let changes = wholes.values().map(|whole| whole.changes.iter().filter(from_backup).count() as u64).sum();
    notices.push(Notice::MendedFromBackup { changes, missing });
    Ok(wholes)
}

/// Collects what both copies and the mark of a clean stop know, and says whether the database could be read whole.
fn gather(site: &Site, database: Option<&Database>) -> Result<(Logs, bool), Error> {
    let mut logs = Logs::new();
    let mut read = 0;
    let mut step = || {
        read += 1;
        site.pulse.step(Long::Mending, read, 0)
    };
    read_journal(site, &mut logs, &mut step)?;
    let readable = match database {
        Some(database) => read_database(database, &mut logs, &mut step)?,
        None => false,
    };
    if let Some(clean) = &site.clean {
        for stream in clean.streams() {
            let end = clean.end(stream).map_or(0, |end| end.seq);
            logs.entry(stream).or_default().known_to("the mark of the last clean stop", end);
        }
    }
    Ok((logs, readable))
}

fn read_journal(site: &Site, logs: &mut Logs, step: &mut dyn FnMut() -> Result<(), Error>) -> Result<(), Error> {
    let folder = site.journal();
    for stream in journal::streams_in(&folder)? {
        let path = journal::file_of(&folder, stream);
        let mut number = 0_u64;
        let mut bad_at_end = 0;
        for found in Lines::read(&path, 0, u64::MAX)? {
            step()?;
            number += 1;
            match found?.change(&site.cipher) {
                // A file under a wrong name still gives what it holds.
                Some(logged) => {
                    bad_at_end = 0;
                    logs.entry(logged.change.stream).or_default().add(logged, true);
                }
                None => {
                    bad_at_end += 1;
                    let bad = format!("{}: line {number}", path.display());
                    logs.entry(stream).or_default().bad_lines.push(bad);
                }
            }
        }
        if bad_at_end > 1 {
            // A crash tears one line; of several bad ones all but the last were saved.
            let log = logs.entry(stream).or_default();
            let highest = log.changes.keys().next_back().copied().unwrap_or_default();
            log.known_to("the journal", highest + bad_at_end - 1);
        }
    }
    Ok(())
}

/// Reads every change of the database; false when one of them, or a tip, cannot be read.
fn read_database(
    database: &Database,
    logs: &mut Logs,
    step: &mut dyn FnMut() -> Result<(), Error>,
) -> Result<bool, Error> {
    let mut readable = true;
    match database.tips() {
        Ok(tips) => {
            for (stream, tip) in tips {
                logs.entry(stream).or_default().known_to("the database", tip.seq);
            }
        }
        Err(Error::Database { .. }) => readable = false,
        Err(other) => return Err(other),
    }
    let keys = match database.keys(Tree::Changes, &[]) {
        Ok(keys) => keys,
        Err(Error::Database { .. }) => return Ok(false),
        Err(other) => return Err(other),
    };
    for key in keys {
        step()?;
        let Some((stream, seq)) = tree::change_in(&key) else { continue };
        let raw = match database.change(stream, seq) {
            Ok(raw) => raw,
            Err(Error::Database { .. }) => None,
            Err(other) => return Err(other),
        };
        let logged = raw.and_then(|raw| Logged::decode(raw).ok());
        match logged.filter(|logged| (logged.change.stream, logged.change.seq) == (stream, seq)) {
            Some(logged) => logs.entry(stream).or_default().add(logged, false),
            None => {
                readable = false;
                logs.entry(stream).or_default().known_to("the database", seq);
            }
        }
    }
    Ok(readable)
}

/// The logs as far as they can be followed from their first change, and every place where one cannot.
struct Together {
    wholes: BTreeMap<StreamId, Whole>,
    missing: Vec<String>,
}

impl Together {
    fn into_wholes(self, site: &Site) -> Result<BTreeMap<StreamId, Whole>, Error> {
        if self.missing.is_empty() {
            return Ok(self.wholes);
        }
        let (folder, backup) = (site.folder.clone(), backup::newest(&site.folder));
        Err(Error::BothDamaged { folder, what: self.missing, backup })
    }
}

fn put_together(site: &Site, logs: Logs) -> Together {
    let mut together = Together { wholes: BTreeMap::new(), missing: Vec::new() };
    for (stream, log) in logs {
        let highest = log.highest;
        let (witness, bad_lines) = (log.witness.clone(), log.bad_lines.clone());
        let (whole, problem) = follow(log, &site.cipher);
        if let Some(problem) = problem {
            let file = journal::file_of(&site.journal(), stream);
            together.missing.push(format!("{}: {problem} ({witness} knows of {highest})", file.display()));
            together.missing.extend(bad_lines);
        }
        together.wholes.extend(whole.map(|whole| (stream, whole)));
    }
    together
}

fn follow(mut log: Evidence, cipher: &Cipher) -> (Option<Whole>, Option<String>) {
    let mut whole: Option<Whole> = None;
    let last = log.changes.last_key_value().map_or(0, |(seq, _)| *seq);
    for seq in 1..=log.highest.max(last) {
        let mut candidates = log.changes.remove(&seq).unwrap_or_default();
        let Some((name, found)) = candidates.pop_first() else {
            return (whole, Some(format!("change {seq} is missing")));
        };
        if !candidates.is_empty() {
            return (whole, Some(format!("change {seq} differs between the copies")));
        }
        let Some(logged) = Logged::decode(found.raw.clone()).ok().filter(|logged| logged.hash == name) else {
            return (whole, Some(format!("change {seq} cannot be read")));
        };
        let whole = whole.get_or_insert_with(|| Whole { tip: Tip::new(logged.change.scope), changes: Vec::new() });
        if !whole.tip.is_followed_by(&logged) {
            let whole = Some(Whole { tip: whole.tip.clone(), changes: std::mem::take(&mut whole.changes) });
            return (whole, Some(format!("change {seq} does not follow the one before it")));
        }
        whole.tip.advance(&logged, cipher);
        whole.changes.push(found);
    }
    (whole, None)
}

/// Rewrites every journal file that is not exactly its log.
fn restore_journal(site: &Site, wholes: &BTreeMap<StreamId, Whole>, notices: &mut Vec<Notice>) -> Result<(), Error> {
    let folder = site.journal();
    let mut aside = None;
    let mut restored = 0;
    let mut rewritten = false;
    for (stream, whole) in wholes {
        let path = journal::file_of(&folder, *stream);
        match compare(&path, whole, &site.cipher)? {
            Likeness::Same => continue,
            Likeness::TornAfter(offset) => {
                let torn = super::opening::cut_torn_line(&path, offset, &site.when)?;
                notices.push(Notice::TornLineSetAside { set_aside: torn });
                continue;
            }
            Likeness::Different => {}
        }
        rewritten = true;
        restored += whole.changes.iter().filter(|found| !found.in_journal).count() as u64;
        if path.exists() {
            aside = Some(files::keep_beside(&path, &site.when)?);
        }
        files::write_whole_with(&path, |file| {
            whole.changes.iter().try_for_each(|found| {
                let logged = Logged::decode(found.raw.clone())?;
                file.write_all(&line::of_change(&logged, &site.cipher)?)
            })
        })?;
    }
    let expected: BTreeSet<StreamId> = wholes.keys().copied().collect();
    for stream in journal::streams_in(&folder)? {
        let path = journal::file_of(&folder, stream);
        if !expected.contains(&stream) && journal::length_of(&path)? > 0 {
            aside = Some(files::set_aside(&path, &site.when)?);
            rewritten = true;
        }
    }
    if rewritten {
        notices.push(Notice::JournalRestored { changes: restored, set_aside: aside });
    }
    Ok(())
}

enum Likeness {
    Same,
    /// The log, then one torn line from this byte on.
    TornAfter(u64),
    Different,
}

fn compare(path: &Path, whole: &Whole, cipher: &Cipher) -> Result<Likeness, Error> {
    let mut lines = Lines::read(path, 0, u64::MAX)?;
    for found in &whole.changes {
        let line = lines.next().transpose()?;
        // Sealed lines are never the same twice, so what they say is compared.
        if line.and_then(|line| line.change(cipher)).is_none_or(|logged| logged.raw != found.raw) {
            return Ok(Likeness::Different);
        }
    }
    let beyond = lines.collect::<Result<Vec<_>, Error>>()?;
    Ok(match beyond.len() {
        0 => Likeness::Same,
        1 => Likeness::TornAfter(whole.tip.length),
        _ => Likeness::Different,
    })
}

/// Whether the database is at the same or an earlier point of the same logs.
fn is_behind(database: &Database, wholes: &BTreeMap<StreamId, Whole>) -> bool {
    let Ok(tips) = database.tips() else { return false };
    let Ok(Some(totals)) = database.totals() else { return false };
    totals.changes == tips.iter().map(|(_, tip)| tip.seq).sum::<u64>()
        && tips.iter().all(|(stream, tip)| {
            wholes.get(stream).is_some_and(|whole| {
                let folded = usize::try_from(tip.seq).unwrap_or(usize::MAX);
                let (before, after) = whole.changes.split_at_checked(folded).unwrap_or((&[], &[]));
                let last = before.last().map(|found| ChangeHash::of(&found.raw));
                tip.head == last
                    && before.iter().all(|found| found.in_database)
                    && after.iter().all(|found| !found.in_database)
            })
        })
}

/// Number of changes that the database does not have.
fn missing_in_database(wholes: &BTreeMap<StreamId, Whole>) -> u64 {
    wholes.values().map(|whole| whole.changes.iter().filter(|found| !found.in_database).count() as u64).sum()
}

fn changes_of(wholes: &BTreeMap<StreamId, Whole>, pulse: &Pulse) -> impl Iterator<Item = Result<Logged, Error>> {
    let all = wholes.values().map(|whole| whole.changes.len() as u64).sum();
    (1..).zip(wholes.values().flat_map(|whole| &whole.changes)).map(move |(at, found)| {
        pulse.step(Long::Mending, at, all)?;
        Logged::decode(found.raw.clone()).map_err(|why| Error::Io { path: PathBuf::new(), source: why.into() })
    })
}

fn rebuild_database(
    site: &Site,
    damaged: Option<Database>,
    wholes: &BTreeMap<StreamId, Whole>,
    notices: &mut Vec<Notice>,
) -> Result<Database, Error> {
    let path = site.database();
    let (database, aside) = match damaged {
        Some(new) if site.database_was_absent => (new, None),
        damaged => {
            drop(damaged);
            let aside = if path.exists() { Some(files::set_aside(&path, &site.when)?) } else { None };
            (Database::open(&path, &site.cipher)?, aside)
        }
    };
    let changes = replay(&database, changes_of(wholes, &site.pulse))?;
    database.sync()?;
    notices.push(Notice::DatabaseRebuilt { changes, set_aside: aside });
    Ok(database)
}
