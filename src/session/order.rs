//! Places in a list that can always be split: fractional indexes.

use fractional_index::FractionalIndex;
use serde_json::Value;

use super::{Direction, Error, Row, Session};
use crate::domain::{Edit, Record, RecordId};

impl Session {
    /// Puts a new member, attendee, document or issue after those that are there, unless the edit says where it stands.
    pub(super) fn placed(&self, edit: &Edit) -> Result<Edit, Error> {
        let mut edit = edit.clone();
        let list = match edit.kind.as_str() {
            "member" => "delegation",
            "attendee" | "material" | "prompted_issue" => "visit",
            _ => return Ok(edit),
        };
        let list = edit.fields.get(list).and_then(Value::as_str).and_then(|id| id.parse().ok());
        if let Some(list) = list
            && !edit.fields.contains_key("order")
            && self.store.get(&edit.kind, edit.id)?.is_none()
        {
            let there = self.store.referrers(&edit.kind, list)?.records;
            let last = there.iter().filter_map(|state| state.value("order").as_str()).max();
            edit.fields.insert("order".into(), after(last).into());
        }
        Ok(edit)
    }
}

/// Finds the edits that move a row one place, in a list in its order; none at either end.
pub(super) fn moved<R: Record>(
    rows: &[Row<R>],
    id: RecordId,
    direction: Direction,
    order_of: fn(&R) -> &str,
    ordered: fn(&R, String) -> R,
) -> Vec<Edit> {
    let Some(at) = rows.iter().position(|row| row.id == id) else { return Vec::new() };
    let place = |index: Option<usize>| index.and_then(|index| rows.get(index)).map(|row| order_of(&row.record));
    let (target, left, right) = match direction {
        Direction::Up => (at.checked_sub(1), place(at.checked_sub(2)), place(at.checked_sub(1))),
        Direction::Down => (Some(at + 1), place(Some(at + 1)), place(Some(at + 2))),
    };
    let Some(target) = target.filter(|target| *target < rows.len()) else { return Vec::new() };
    let reordered = |row: &Row<R>, order| Edit::change(row.id, &row.record, &ordered(&row.record, order));
    match (between(left, right), rows.get(at)) {
        (Some(order), Some(row)) => vec![reordered(row, order)],
        _ => {
            let mut rows: Vec<&Row<R>> = rows.iter().collect();
            rows.swap(at, target);
            // The row that was asked for stands first: the change is about it.
            let mut edits: Vec<Edit> =
                rows.iter().zip(sequence(rows.len())).map(|(row, order)| reordered(row, order)).collect();
            edits.sort_by_key(|edit| edit.id != id);
            edits
        }
    }
}

/// Makes an index after `last`, or the first one of an empty list.
pub(super) fn after(last: Option<&str>) -> String {
    match last.and_then(|text| FractionalIndex::from_string(text).ok()) {
        Some(last) => FractionalIndex::new_after(&last).to_string(),
        None => FractionalIndex::default().to_string(),
    }
}

/// Makes an index between two neighbours; none when they leave no room (two laptops may have made the same index).
pub(super) fn between(left: Option<&str>, right: Option<&str>) -> Option<String> {
    let parse = |text: &str| FractionalIndex::from_string(text).ok();
    let (left, right) = match (left, right) {
        (None, None) => return Some(after(None)),
        (left, right) => (left.map(parse), right.map(parse)),
    };
    match (left, right) {
        (Some(None), _) | (_, Some(None)) => None,
        (left, right) => {
            FractionalIndex::new(left.flatten().as_ref(), right.flatten().as_ref()).map(|index| index.to_string())
        }
    }
}

/// Makes `count` indexes in rising order, for a list whose own indexes have run out.
pub(crate) fn sequence(count: usize) -> Vec<String> {
    let mut indexes: Vec<String> = Vec::with_capacity(count);
    for _ in 0..count {
        indexes.push(after(indexes.last().map(String::as_str)));
    }
    indexes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_can_be_split_again_and_again() {
        let mut left = after(None);
        let right = after(Some(&left));
        for _ in 0..200 {
            let middle = between(Some(&left), Some(&right)).unwrap();
            assert!(left < middle && middle < right, "{left} {middle} {right}");
            left = middle;
        }
        assert!(between(None, Some(&left)).unwrap() < left);
        assert_eq!(between(Some(&left), Some(&left)), None);
        assert_eq!(between(Some("?"), None), None);
    }

    #[test]
    fn a_sequence_rises() {
        let sequence = sequence(300);
        assert!(sequence.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
