//! Units from a table: found again by name and the unit above; a name that several have is asked about, never guessed.

use std::collections::BTreeMap;

use super::columns::{Columns, Names, flag, has_reference, is_new, note};
use super::{Fate, Fault, ImportRow, Judged, Stop, key};
use crate::domain::{Edit, RecordId, Unit};
use crate::session::{Row, Session};
use crate::tables::Table;

pub(super) const NAMES: Names = &[
    ("name", &["ten", "ten don vi", "don vi", "name", "unit", "unit name"]),
    ("parent", &["cap tren", "don vi cap tren", "truc thuoc", "parent", "parent unit"]),
    ("note", &["ghi chu", "note", "notes"]),
    ("pilot", &["lam diem", "don vi lam diem", "pilot", "pilot unit"]),
    ("reference", &["ma", "ma don vi", "reference", "ref", "code"]),
];

/// A row on its way to a unit.
struct Line<'a> {
    line: usize,
    name: &'a str,
    parent: &'a str,
    note: &'a str,
    pilot: Option<bool>,
    id: RecordId,
    before: Option<&'a Row<Unit>>,
}

pub(super) fn judge(table: &Table, session: &Session) -> Result<Vec<Judged>, Stop> {
    let columns = Columns::of(table, NAMES)?;
    let stored = Stored::of(session.all::<Unit>()?.rows);
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut met: BTreeMap<RecordId, usize> = BTreeMap::new();
    let mut lines: Vec<Result<Line<'_>, (usize, &str, Fault)>> = Vec::new();
    for (number, row) in (1..).zip(&table.rows) {
        session.row_of_import(number, table)?;
        let cell = |field| columns.cell(row, field);
        let (name, parent) = (cell("name"), cell("parent"));
        let wrong = |fault| (row.line, name, fault);
        let found = flag(cell("pilot")).map_err(wrong).and_then(|pilot| {
            let before = target(name, parent, cell("reference"), columns.has("parent"), &stored).map_err(wrong)?;
            let id = before.map_or_else(|| session.fresh_id(), |row| row.id);
            let both = (key(name), key(parent));
            match met.get(&id).or(seen.get(&both)) {
                Some(other) => Err(wrong(Fault::Twice(*other))),
                None => {
                    met.insert(id, row.line);
                    seen.insert(both, row.line);
                    Ok(Line { line: row.line, name, parent, note: cell("note"), pilot, id, before })
                }
            }
        });
        lines.push(found);
    }
    let good: BTreeMap<RecordId, &Line<'_>> = lines.iter().flatten().map(|line| (line.id, line)).collect();
    let mut by_name: BTreeMap<String, Vec<RecordId>> = BTreeMap::new();
    for line in lines.iter().flatten() {
        by_name.entry(key(line.name)).or_default().push(line.id);
    }
    let parents: BTreeMap<RecordId, Result<Option<RecordId>, Fault>> =
        good.values().map(|line| (line.id, parent_of(line, &by_name, &stored))).collect();
    let above = |id: RecordId| match parents.get(&id) {
        Some(Ok(parent)) => *parent,
        _ => stored.get(id).and_then(|row| row.record.parent),
    };
    let name_of = |id: RecordId| {
        let new = good.get(&id).map(|line| line.name.to_owned());
        new.or_else(|| stored.get(id).map(|row| row.record.name.clone())).unwrap_or_default()
    };
    let judged = lines.iter().map(|line| match line {
        Err((line, name, fault)) => wrong(*line, name, fault.clone()),
        Ok(line) => match parents.get(&line.id) {
            Some(Err(fault)) => wrong(line.line, line.name, fault.clone()),
            _ if in_ring(line.id, &above) => wrong(line.line, line.name, Fault::Ring),
            parent => settled(line, parent.and_then(|parent| parent.clone().ok()).flatten(), &name_of),
        },
    });
    Ok(judged.collect())
}

/// The units that are stored, by id and by name.
struct Stored {
    rows: Vec<Row<Unit>>,
    by_id: BTreeMap<RecordId, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
}

impl Stored {
    fn of(rows: Vec<Row<Unit>>) -> Self {
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            by_name.entry(key(&row.record.name)).or_default().push(at);
        }
        let by_id = rows.iter().enumerate().map(|(at, row)| (row.id, at)).collect();
        Self { rows, by_id, by_name }
    }

    fn get(&self, id: RecordId) -> Option<&Row<Unit>> {
        self.rows.get(*self.by_id.get(&id)?)
    }

    fn named(&self, name: &str) -> impl Iterator<Item = &Row<Unit>> {
        self.by_name.get(&key(name)).into_iter().flatten().filter_map(|at| self.rows.get(*at))
    }
}

fn wrong(line: usize, name: &str, fault: Fault) -> Judged {
    (ImportRow { line, name: name.to_owned(), fate: Fate::Wrong(fault) }, None)
}

/// Compares a row with the unit it is about.
fn settled(line: &Line<'_>, parent: Option<RecordId>, name_of: &impl Fn(RecordId) -> String) -> Judged {
    let before = line.before.map(|row| row.record.clone()).unwrap_or_default();
    let after = Unit {
        name: line.name.to_owned(),
        parent,
        // An empty cell says nothing; it takes nothing away.
        note: if line.note.is_empty() { before.note.clone() } else { line.note.to_owned() },
        pilot: line.pilot.unwrap_or(before.pilot),
    };
    let row = |fate| ImportRow { line: line.line, name: line.name.to_owned(), fate };
    if line.before.is_none() {
        return (row(Fate::New), Some(Edit::create(line.id, &after)));
    }
    let mut changes = Vec::new();
    note(&mut changes, "name", before.name.clone(), after.name.clone());
    let named = |parent: Option<RecordId>| parent.map(name_of).unwrap_or_default();
    note(&mut changes, "parent", named(before.parent), named(after.parent));
    note(&mut changes, "note", before.note.clone(), after.note.clone());
    note(&mut changes, "pilot", before.pilot.to_string(), after.pilot.to_string());
    if before == after {
        return (row(Fate::Same), None);
    }
    (row(Fate::Changed(changes)), Some(Edit::change(line.id, &before, &after)))
}

/// Finds the stored unit that a row is about; none when it is a new one.
fn target<'a>(
    name: &str,
    parent: &str,
    reference: &str,
    has_parents: bool,
    stored: &'a Stored,
) -> Result<Option<&'a Row<Unit>>, Fault> {
    if name.is_empty() {
        return Err(Fault::Empty("name"));
    }
    if !is_new(reference) && !reference.is_empty() {
        return by_reference(reference, &stored.rows).map(Some).ok_or_else(|| Fault::NoReference(reference.to_owned()));
    }
    let same: Vec<&Row<Unit>> = stored.named(name).collect();
    let at_top: Vec<&Row<Unit>> = same.iter().filter(|row| row.record.parent.is_none()).copied().collect();
    let below: Vec<&Row<Unit>> = match parent {
        // Among several, an empty cell of that column means the one at the top; a new one is none of those below something.
        "" if is_new(reference) || (has_parents && !at_top.is_empty()) => at_top,
        "" => same.clone(),
        parent => {
            let stands = |row: &&&Row<Unit>| {
                let above = row.record.parent.and_then(|parent| stored.get(parent));
                above.is_some_and(|above| key(&above.record.name) == key(parent) || has_reference(above.id, parent))
            };
            let placed: Vec<&Row<Unit>> = same.iter().filter(stands).copied().collect();
            if placed.is_empty() && !is_new(reference) { at_top } else { placed }
        }
    };
    match (below.as_slice(), same.first()) {
        ([only], _) => Ok(Some(only)),
        ([], None) => Ok(None),
        ([], _) if is_new(reference) => Ok(None),
        ([], Some(other)) => Err(Fault::Elsewhere(name.to_owned(), other.id.reference())),
        (several, _) => Err(Fault::Several(name.to_owned(), references(several))),
    }
}

fn references(rows: &[&Row<Unit>]) -> String {
    rows.iter().map(|row| row.id.reference()).collect::<Vec<_>>().join(", ")
}

fn by_reference<'a>(reference: &str, stored: &'a [Row<Unit>]) -> Option<&'a Row<Unit>> {
    stored.iter().find(|row| has_reference(row.id, reference))
}

/// Finds the unit above a row, among those of the file, wherever they stand in it, and those stored.
fn parent_of(
    line: &Line<'_>,
    by_name: &BTreeMap<String, Vec<RecordId>>,
    stored: &Stored,
) -> Result<Option<RecordId>, Fault> {
    if line.parent.is_empty() {
        return Ok(line.before.and_then(|row| row.record.parent));
    }
    let mut found: Vec<RecordId> = by_name.get(&key(line.parent)).cloned().unwrap_or_default();
    found.extend(stored.named(line.parent).map(|row| row.id));
    found.sort_unstable();
    found.dedup();
    if found.is_empty() {
        found.extend(by_reference(line.parent, &stored.rows).map(|row| row.id));
    }
    match found.as_slice() {
        [only] => Ok(Some(*only)),
        [] => Err(Fault::NoParent(line.parent.to_owned())),
        several => {
            // The unit where it stands is what a second import of the same file means.
            let own = line.before.and_then(|row| row.record.parent).filter(|parent| several.contains(parent));
            let which = several.iter().map(|id| id.reference()).collect::<Vec<_>>().join(", ");
            own.map(Some).ok_or_else(|| Fault::SeveralParents(line.parent.to_owned(), which))
        }
    }
}

fn in_ring(start: RecordId, above: &impl Fn(RecordId) -> Option<RecordId>) -> bool {
    let mut climbed = vec![start];
    let mut at = start;
    while let Some(parent) = above(at) {
        if parent == start {
            return true;
        }
        if climbed.contains(&parent) {
            return false;
        }
        climbed.push(parent);
        at = parent;
    }
    false
}
