//! Places in a list that can always be split: fractional indexes.

use fractional_index::FractionalIndex;
use serde_json::Value;

use super::{Error, Session};
use crate::domain::Edit;

impl Session {
    /// Puts a new member or attendee after those who are there, unless the edit says where it stands.
    pub(super) fn placed(&self, edit: &Edit) -> Result<Edit, Error> {
        let mut edit = edit.clone();
        let list = match edit.kind.as_str() {
            "member" => "delegation",
            "attendee" => "visit",
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
