//! Rows that only moved: a terminal moves them by itself when it is told to, which is far shorter than writing them again.

use std::ops::Range;

/// To move fewer rows than this takes more than to write them.
const WORTH: usize = 3;

/// Rows of which most stand higher or lower than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    /// All rows that the move touches: those that go, those that come in their place, and those that are left empty.
    pub rows: Range<u16>,
    /// So many rows higher or lower.
    pub by: u16,
    /// Whether they stand higher now.
    pub up: bool,
}

impl Shift {
    /// Finds the move that leaves the fewest rows to be written, if any is worth while.
    pub(super) fn find<T: PartialEq>(before: &[T], now: &[T]) -> Option<Self> {
        let mut pairs = before.iter().zip(now);
        let first = pairs.position(|(before, now)| before != now)?;
        let last = first + 1 + pairs.rposition(|(before, now)| before != now)?;
        let (before, now) = (before.get(first..=last)?, now.get(first..=last)?);
        let still: Vec<bool> = before.iter().zip(now).map(|(before, now)| before == now).collect();
        let ways = (1..now.len()).flat_map(|by| [(by, true), (by, false)]);
        let (saved, rows, by, up) = ways
            .filter_map(|(by, up)| {
                let (from, to) = if up { (before, now) } else { (now, before) };
                let moved = || from.iter().skip(by).zip(to).enumerate().filter(|(_, (from, to))| from == to);
                let rows = moved().next()?.0..moved().last()?.0 + by + 1;
                let spoilt = still.get(rows.clone())?.iter().filter(|still| **still).count();
                Some((moved().count().checked_sub(spoilt)?, rows, by, up))
            })
            .max_by_key(|(saved, ..)| *saved)?;
        let row = |at: usize| u16::try_from(at).ok();
        (saved >= WORTH).then_some(())?;
        Some(Self { rows: row(first + rows.start)?..row(first + rows.end)?, by: row(by)?, up })
    }

    /// The rows that are left empty.
    pub(super) fn emptied(&self) -> Range<u16> {
        let Range { start, end } = self.rows;
        if self.up { end.saturating_sub(self.by)..end } else { start..start.saturating_add(self.by) }
    }

    /// Moves rows as the terminal does; what it leaves empty is as `T` is by itself.
    pub(super) fn follow<T: Default>(&self, rows: &mut [T]) {
        let Some(rows) = rows.get_mut(usize::from(self.rows.start)..usize::from(self.rows.end)) else { return };
        let (by, left) = (usize::from(self.by), rows.len().saturating_sub(self.by.into()));
        let emptied = if self.up {
            rows.rotate_left(by.min(rows.len()));
            rows.get_mut(left..)
        } else {
            rows.rotate_right(by.min(rows.len()));
            rows.get_mut(..by)
        };
        emptied.into_iter().flatten().for_each(|row| *row = T::default());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(before: &str, now: &str) -> Option<(Range<u16>, u16, bool)> {
        let rows = |text: &str| text.chars().collect::<Vec<char>>();
        Shift::find(&rows(before), &rows(now)).map(|shift| (shift.rows, shift.by, shift.up))
    }

    #[test]
    fn a_list_that_moves_within_what_stands_still_is_found() {
        assert_eq!(found("=abcdefgh=", "=cdefghij="), Some((1..9, 2, true)));
        assert_eq!(found("=cdefghij=", "=abcdefgh="), Some((1..9, 2, false)));
        // Its selected row looks otherwise.
        assert_eq!(found("=abcdeFgh=", "=cdefgHij="), Some((1..8, 2, true)));
        assert_eq!(found("1abcdefgh=", "2cdefghij="), Some((1..9, 2, true)));
    }

    #[test]
    fn what_is_shorter_to_write_is_not_moved() {
        assert_eq!(found("=abc=", "=abc="), None);
        assert_eq!(found("=aBcdef=", "=abCdef="), None, "another row is selected");
        assert_eq!(found("abcdefgh", "ijklmnop"), None);
        assert_eq!(found("abc", "bcd"), None, "two rows");
        assert_eq!(found("abXcdYef", "XabcYdef"), None, "rows that stand still would be spoilt");
        assert_eq!(found("", ""), None);
    }

    proptest! {
        #[test]
        fn a_move_leaves_fewer_rows_to_write(before in "[a-d]{0,12}", now in "[a-d]{0,12}") {
            let mut rows: Vec<Option<char>> = before.chars().map(Some).collect();
            let now: Vec<Option<char>> = now.chars().map(Some).collect();
            let to_write = |rows: &[Option<char>]| rows.iter().zip(&now).filter(|(row, now)| row != now).count();
            let before = to_write(&rows);
            if let Some(shift) = Shift::find(&rows, &now) {
                shift.follow(&mut rows);
                prop_assert!(to_write(&rows) + WORTH <= before);
                let emptied = usize::from(shift.emptied().start)..usize::from(shift.emptied().end);
                prop_assert!(rows.get(emptied).is_some_and(|rows| rows.iter().all(Option::is_none)));
            }
        }
    }
}
