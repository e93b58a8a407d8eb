//! Items from outside sources from a table: found again by unit, source, document and words, or by their reference.

use super::columns::{Columns, Names, date, has_reference, is_new, note};
use super::{Fate, Fault, ImportRow, Judged, Stop, key};
use crate::domain::{Edit, OutsideItem, RecordId, Unit};
use crate::figures::print_date;
use crate::session::{Row, Session};
use crate::tables::Table;

pub(super) const NAMES: Names = &[
    ("text", &["noi dung", "noi dung kien nghi", "kien nghi", "de nghi", "text", "content", "recommendation"]),
    ("unit", &["don vi", "don vi duoc kiem tra", "ten don vi", "unit", "unit name"]),
    ("source", &["nguon", "co quan kien nghi", "don vi kien nghi", "source", "raised by"]),
    ("document", &["van ban", "so van ban", "so, ky hieu", "ket luan", "document"]),
    ("date", &["ngay", "ngay van ban", "ngay neu", "date", "raised on"]),
    ("doers", &["nguoi thuc hien", "don vi thuc hien", "chu the thuc hien", "doers", "doer"]),
    ("due", &["han", "thoi han", "han thuc hien", "thoi han thuc hien", "due", "due date"]),
    ("class", &["phan loai", "loai", "class"]),
    ("criteria", &["tieu chi", "criteria", "criterion"]),
    ("carried", &["so lan da chuyen", "so lan chuyen", "da chuyen", "so lan da chuyen ky", "carried", "times carried"]),
    ("reference", &["ma", "reference", "ref", "code"]),
];

/// What tells items apart where no reference does.
#[derive(PartialEq)]
struct Identity(Option<RecordId>, [String; 3]);

impl Identity {
    fn of(item: &OutsideItem) -> Self {
        Self(item.unit, [key(&item.source), key(&item.document), key(&item.text)])
    }
}

/// Judges the rows; those that name no unit are about `at`.
pub(super) fn judge(table: &Table, at: Option<RecordId>, session: &Session) -> Result<Vec<Judged>, Stop> {
    let columns = Columns::of(table, NAMES)?;
    let units = session.all::<Unit>()?.rows;
    let stored = session.all::<OutsideItem>()?.rows;
    let known: Vec<Identity> = stored.iter().map(|row| Identity::of(&row.record)).collect();
    let mut earlier: Vec<(usize, RecordId, Identity)> = Vec::new();
    let mut judged = Vec::with_capacity(table.rows.len());
    for (number, row) in (1..).zip(&table.rows) {
        session.row_of_import(number, table)?;
        let cell = |field| columns.cell(row, field);
        let told = |fate| ImportRow { line: row.line, name: cell("text").to_owned(), fate };
        let settled = by_reference(cell("reference"), &stored).and_then(|named| {
            let before = named.map(|row| row.record.clone()).unwrap_or_default();
            let after = said(&cell, &before, at, &units)?;
            let identity = Identity::of(&after);
            let target = match named {
                Some(row) => Some(row),
                None => only(&identity, cell("text"), &stored, &known)?,
            };
            let id = target.map_or_else(|| session.fresh_id(), |row| row.id);
            if let Some((line, ..)) = earlier.iter().find(|(_, other, was)| *other == id || *was == identity) {
                return Err(Fault::Twice(*line));
            }
            earlier.push((row.line, id, identity));
            let after = match target {
                Some(row) => said(&cell, &row.record, at, &units)?,
                None => after,
            };
            Ok((id, target, after))
        });
        judged.push(match settled {
            Err(fault) => (told(Fate::Wrong(fault)), None),
            Ok((id, None, after)) => (told(Fate::New), Some(Edit::create(id, &after))),
            Ok((_, Some(row), after)) if row.record == after => (told(Fate::Same), None),
            Ok((id, Some(row), after)) => {
                let fate = Fate::Changed(changes(&row.record, &after, &units));
                (told(fate), Some(Edit::change(id, &row.record, &after)))
            }
        });
    }
    Ok(judged)
}

/// Reads what a row says of an item; an empty cell leaves it as it is.
fn said<'a>(
    cell: &impl Fn(&'static str) -> &'a str,
    before: &OutsideItem,
    at: Option<RecordId>,
    units: &[Row<Unit>],
) -> Result<OutsideItem, Fault> {
    let text = |field, before: &str| if cell(field).is_empty() { before.to_owned() } else { cell(field).to_owned() };
    let list = |field, marks: &[char], before: &[String]| {
        let said: Vec<String> = cell(field).split(marks).map(str::trim).map(str::to_owned).collect();
        if cell(field).is_empty() { before.to_vec() } else { said.into_iter().filter(|one| !one.is_empty()).collect() }
    };
    let carried = match cell("carried") {
        "" => before.carried,
        typed => typed.parse().map_err(|_| Fault::Number(typed.to_owned()))?,
    };
    let unit = match cell("unit") {
        "" => before.unit.or(at).ok_or(Fault::Empty("unit"))?,
        name => unit(name, before.unit, units)?,
    };
    let after = OutsideItem {
        unit: Some(unit),
        source: text("source", &before.source),
        document: text("document", &before.document),
        date: date(cell("date"))?.or(before.date),
        text: text("text", &before.text),
        doers: list("doers", &[';'], &before.doers),
        due: date(cell("due"))?.or(before.due),
        class: text("class", &before.class),
        carried,
        criteria: list("criteria", &[';', ','], &before.criteria),
    };
    match (after.text.is_empty(), after.source.is_empty()) {
        (true, _) => Err(Fault::Empty("text")),
        (_, true) => Err(Fault::Empty("source")),
        _ => Ok(after),
    }
}

/// Finds the unit that a row names; of several with that name, the one where the item is.
fn unit(name: &str, own: Option<RecordId>, units: &[Row<Unit>]) -> Result<RecordId, Fault> {
    let mut found: Vec<RecordId> =
        units.iter().filter(|row| key(&row.record.name) == key(name)).map(|row| row.id).collect();
    if found.is_empty() {
        found.extend(units.iter().find(|row| has_reference(row.id, name)).map(|row| row.id));
    }
    match found.as_slice() {
        [] => Err(Fault::NoUnit(name.to_owned())),
        [only] => Ok(*only),
        several => own.filter(|own| several.contains(own)).ok_or_else(|| {
            let which = several.iter().map(|id| id.reference()).collect::<Vec<_>>().join(", ");
            Fault::SeveralUnits(name.to_owned(), which)
        }),
    }
}

fn by_reference<'a>(reference: &str, stored: &'a [Row<OutsideItem>]) -> Result<Option<&'a Row<OutsideItem>>, Fault> {
    if reference.is_empty() || is_new(reference) {
        return Ok(None);
    }
    let found = stored.iter().find(|row| has_reference(row.id, reference));
    found.map(Some).ok_or_else(|| Fault::NoReference(reference.to_owned()))
}

/// Finds the stored item that is the same; two of them are asked about, never guessed.
fn only<'a>(
    identity: &Identity,
    text: &str,
    stored: &'a [Row<OutsideItem>],
    known: &[Identity],
) -> Result<Option<&'a Row<OutsideItem>>, Fault> {
    let same = stored.iter().zip(known).filter(|(_, known)| *known == identity);
    let same: Vec<&Row<OutsideItem>> = same.map(|(row, _)| row).collect();
    if same.len() > 1 {
        let which = same.iter().map(|row| row.id.reference()).collect::<Vec<_>>().join(", ");
        return Err(Fault::Several(text.to_owned(), which));
    }
    Ok(same.first().copied())
}

fn changes(before: &OutsideItem, after: &OutsideItem, units: &[Row<Unit>]) -> Vec<(&'static str, String, String)> {
    let day = |date: Option<_>| date.map(print_date).unwrap_or_default();
    let named = |unit: Option<RecordId>| {
        let row = units.iter().find(|row| Some(row.id) == unit);
        row.map(|row| row.record.name.clone()).unwrap_or_default()
    };
    let mut changes = Vec::new();
    note(&mut changes, "unit", named(before.unit), named(after.unit));
    note(&mut changes, "source", before.source.clone(), after.source.clone());
    note(&mut changes, "document", before.document.clone(), after.document.clone());
    note(&mut changes, "date", day(before.date), day(after.date));
    note(&mut changes, "text", before.text.clone(), after.text.clone());
    note(&mut changes, "doers", before.doers.join("; "), after.doers.join("; "));
    note(&mut changes, "due", day(before.due), day(after.due));
    note(&mut changes, "class", before.class.clone(), after.class.clone());
    note(&mut changes, "criteria", before.criteria.join("; "), after.criteria.join("; "));
    note(&mut changes, "carried", before.carried.to_string(), after.carried.to_string());
    changes
}
