//! A checklist, or local items below one, from TOML or from a table.

use super::columns::{Columns, Names, flag, note};
use super::{Fate, Fault, ImportRow, Judged, Refusal};
use crate::domain::{Checklist, Criterion, Edit, code_key};
use crate::session::checklists::file::{ChecklistFile, Numbered, read_toml};
use crate::session::{BUILT_IN, Error, Node, Row, Session, order};
use crate::tables::Table;

pub(super) const NAMES: Names = &[
    ("code", &["ma", "ma tieu chi", "code"]),
    ("title", &["tieu de", "ten", "ten tieu chi", "tieu chi", "title", "name"]),
    ("parent", &["cap tren", "ma cap tren", "thuoc", "parent"]),
    ("text", &["loi van", "noi dung", "text", "wording"]),
    ("text_verified", &["da doi chieu", "da doi chieu loi van", "verified", "text verified"]),
    ("checklist", &["danh muc", "ma danh muc", "checklist"]),
];

/// A list goes three deep: groups, items, local items.
const DEEPEST: usize = 3;

/// What a file says, and the rows of a table that cannot be read.
pub(super) struct Read {
    file: ChecklistFile,
    wrong: Vec<(usize, String, Fault)>,
}

pub(super) fn of_toml(text: &str) -> Result<Read, Refusal> {
    let file = read_toml(text).map_err(|bad| (Some(bad.line), Fault::BadLine(bad.text)))?;
    Ok(Read { file, wrong: Vec::new() })
}

pub(super) fn of_table(table: &Table) -> Result<Read, Refusal> {
    let columns = Columns::of(table, NAMES)?;
    let code = table.rows.iter().map(|row| columns.cell(row, "checklist")).find(|code| !code.is_empty());
    let code = code.unwrap_or(BUILT_IN).to_owned();
    let mut read = Read { file: ChecklistFile::default(), wrong: Vec::new() };
    for row in &table.rows {
        let cell = |field| columns.cell(row, field).to_owned();
        let of = cell("checklist");
        if !of.is_empty() && code_key(&of) != code_key(&code) {
            read.wrong.push((row.line, cell("code"), Fault::NoChecklist(of)));
            continue;
        }
        match flag(&cell("text_verified")) {
            Err(fault) => read.wrong.push((row.line, cell("code"), fault)),
            Ok(verified) => {
                let criterion = Criterion {
                    checklist: code.clone(),
                    code: cell("code"),
                    parent: cell("parent"),
                    title: cell("title"),
                    text: cell("text"),
                    text_verified: verified.unwrap_or_default(),
                    order: String::new(),
                };
                read.file.criteria.push(Numbered { line: row.line, criterion });
            }
        }
    }
    read.file.checklist.code = code;
    Ok(read)
}

/// Compares what a file says with what is stored and what comes with the program.
pub(super) fn judge(read: Read, session: &Session) -> Result<Vec<Judged>, Error> {
    let Read { file, wrong } = read;
    let mut judged = Vec::with_capacity(file.criteria.len() + wrong.len());
    judged.extend(head(&file.checklist, session)?);
    let known = session.criteria(&file.checklist.code)?;
    let stored = session.all::<Criterion>()?.rows;
    let mut last = stored.iter().map(|row| row.record.order.clone()).max();
    for (at, Numbered { line, criterion }) in file.criteria.iter().enumerate() {
        let name = format!("{} {}", criterion.code, criterion.title).trim().to_owned();
        let row = |fate| ImportRow { line: *line, name: name.clone(), fate };
        let earlier = file.criteria.get(..at).unwrap_or_default();
        match said(criterion, earlier, &file.criteria, &known) {
            Err(fault) => judged.push((row(Fate::Wrong(fault)), None)),
            Ok(said) => {
                let node = find(&known, &said.code);
                let record = node.and_then(|node| node.records.first());
                let own = stored.iter().find(|row| Some(&row.id) == record);
                judged.push(settled(said, node, own, &mut last, session, &row));
            }
        }
    }
    let wrong = wrong.into_iter().map(|(line, name, fault)| (ImportRow { line, name, fate: Fate::Wrong(fault) }, None));
    judged.extend(wrong);
    judged.sort_by_key(|(row, _)| row.line);
    Ok(judged)
}

/// The list itself: added or changed when the file names one of its own, refused when nobody knows it.
fn head(own: &Checklist, session: &Session) -> Result<Option<Judged>, Error> {
    if code_key(&own.code) == code_key(BUILT_IN) {
        return Ok(None);
    }
    let rows = session.all::<Checklist>()?.rows;
    let before = rows.iter().find(|row| code_key(&row.record.code) == code_key(&own.code));
    let name = if own.title.is_empty() { own.code.clone() } else { own.title.clone() };
    let row = |fate| ImportRow { line: 1, name, fate };
    Ok(Some(match before {
        None if own.title.is_empty() => (row(Fate::Wrong(Fault::NoChecklist(own.code.clone()))), None),
        None => (row(Fate::New), Some(Edit::create(session.fresh_id(), own))),
        Some(found) => {
            let kept = |said: &String, stored: &String| if said.is_empty() { stored.clone() } else { said.clone() };
            let after = Checklist {
                code: found.record.code.clone(),
                title: kept(&own.title, &found.record.title),
                source: kept(&own.source, &found.record.source),
                version: kept(&own.version, &found.record.version),
            };
            let mut changes = Vec::new();
            note(&mut changes, "title", found.record.title.clone(), after.title.clone());
            note(&mut changes, "source", found.record.source.clone(), after.source.clone());
            note(&mut changes, "version", found.record.version.clone(), after.version.clone());
            match changes.is_empty() {
                true => (row(Fate::Same), None),
                false => (row(Fate::Changed(changes)), Some(Edit::change(found.id, &found.record, &after))),
            }
        }
    }))
}

fn find<'a>(nodes: &'a [Node], code: &str) -> Option<&'a Node> {
    nodes.iter().find(|node| code_key(&node.criterion.code) == code_key(code))
}

/// Checks what a row says by itself, and finds the criterion above it.
fn said(own: &Criterion, earlier: &[Numbered], all: &[Numbered], known: &[Node]) -> Result<Criterion, Fault> {
    if own.code.is_empty() {
        return Err(Fault::Empty("code"));
    }
    let node = find(known, &own.code);
    if own.title.is_empty() && node.is_none() {
        return Err(Fault::Empty("title"));
    }
    if let Some(other) = earlier.iter().find(|row| code_key(&row.criterion.code) == code_key(&own.code)) {
        return Err(Fault::Twice(other.line));
    }
    let parent = match (own.parent.as_str(), node) {
        ("", Some(node)) => node.criterion.parent.clone(),
        ("", None) => {
            // "I.5.a" stands below "I.5" where there is one.
            let above = own.code.rsplit_once(['.', '-']).map(|(above, _)| above).unwrap_or_default();
            if above_of(above, all, known).is_some() { above.to_owned() } else { String::new() }
        }
        (parent, _) => parent.to_owned(),
    };
    let mut climbed = vec![code_key(&own.code)];
    let mut at = parent.clone();
    while !at.is_empty() {
        if climbed.contains(&code_key(&at)) {
            return Err(Fault::Ring);
        }
        climbed.push(code_key(&at));
        if climbed.len() > DEEPEST {
            return Err(Fault::TooDeep);
        }
        at = above_of(&at, all, known).ok_or_else(|| Fault::NoParent(at.clone()))?;
    }
    Ok(Criterion { parent, ..own.clone() })
}

/// Returns the code above a criterion of the file or of the list; none when there is no such criterion.
fn above_of(code: &str, all: &[Numbered], known: &[Node]) -> Option<String> {
    let own = all.iter().find(|row| code_key(&row.criterion.code) == code_key(code));
    let stored = find(known, code).map(|node| node.criterion.parent.clone());
    match own {
        Some(row) if !row.criterion.parent.is_empty() => Some(row.criterion.parent.clone()),
        Some(_) => Some(stored.unwrap_or_default()),
        None => stored,
    }
}

/// Compares a row with the criterion it is about. What it leaves empty stays.
fn settled(
    said: Criterion,
    node: Option<&Node>,
    own: Option<&Row<Criterion>>,
    last: &mut Option<String>,
    session: &Session,
    row: &impl Fn(Fate) -> ImportRow,
) -> Judged {
    let before = node.map(|node| node.criterion.clone()).unwrap_or_default();
    let mut after = Criterion { checklist: said.checklist, parent: said.parent, ..before.clone() };
    if node.is_none() {
        after.code = said.code;
    }
    if !said.title.is_empty() {
        after.title = said.title;
    }
    if !said.text.is_empty() {
        (after.text, after.text_verified) = (said.text, said.text_verified);
    }
    let mut changes = Vec::new();
    note(&mut changes, "title", before.title.clone(), after.title.clone());
    note(&mut changes, "text", before.text.clone(), after.text.clone());
    note(&mut changes, "text_verified", before.text_verified.to_string(), after.text_verified.to_string());
    note(&mut changes, "parent", before.parent.clone(), after.parent.clone());
    if node.is_some() && changes.is_empty() {
        return (row(Fate::Same), None);
    }
    let fate = if node.is_some() { Fate::Changed(changes) } else { Fate::New };
    match own {
        Some(stored) => {
            after.order.clone_from(&stored.record.order);
            (row(fate), Some(Edit::change(stored.id, &stored.record, &after)))
        }
        None => {
            after.order = order::after(last.as_deref());
            *last = Some(after.order.clone());
            (row(fate), Some(Edit::create(session.fresh_id(), &after)))
        }
    }
}
