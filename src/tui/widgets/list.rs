//! A list with one selected row; only the rows on screen are built.

use std::cell::Cell;

use super::super::command::Command;

/// So many rows above and below the selected one stay in sight, where there are any and there is room for them.
const AROUND: usize = 3;

/// Which row stands at the top of a list.
///
/// The rows stand still while the selected one moves among them, so that they can be read; when it comes near the end of the
/// window, they move by a quarter of it, and when it goes farther, by as much as brings it to the middle. Only drawing knows how
/// many rows fit, so it is drawing that keeps the place; drawing the same again draws the same.
#[derive(Clone, Debug, Default)]
pub struct Scroll {
    top: Cell<usize>,
}

impl Scroll {
    /// Returns the first row to show of `count` rows of one line each, so that the selected one is among `height`.
    pub fn first(&self, selected: usize, count: usize, height: usize) -> usize {
        let most = count.saturating_sub(height);
        let around = AROUND.min(height.saturating_sub(1) / 2);
        // So far that the rows around the selected one are in sight wherever it goes next.
        let step = (height / 4).min(height.saturating_sub(2 * around + 1));
        let top = self.top.get().min(most);
        let (lowest, highest) = ((selected + around + 1).saturating_sub(height), selected.saturating_sub(around));
        let first = if !(top..top + height).contains(&selected) {
            selected.saturating_sub(height / 2)
        } else if top < lowest {
            lowest + step
        } else if top > highest {
            highest.saturating_sub(step)
        } else {
            top
        };
        let first = first.min(most);
        self.top.set(first);
        first
    }
}

/// Which row is selected, and which stands at the top.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    at: usize,
    /// Which row stands at the top.
    pub scroll: Scroll,
}

impl Selection {
    /// Returns the selected row, kept within `count` rows.
    #[must_use]
    pub fn within(&self, count: usize) -> usize {
        self.at.min(count.saturating_sub(1))
    }

    /// Returns the first row to show of `count` rows, so that `row`, the selected one as it is drawn, is among `height`.
    pub fn first(&self, row: usize, count: usize, height: usize) -> usize {
        self.scroll.first(row, count, height)
    }

    /// Selects a row.
    pub fn set(&mut self, at: usize) {
        self.at = at;
    }

    /// Follows a command that moves; says whether it was one.
    pub fn follow(&mut self, command: Command, count: usize, page: usize) -> bool {
        let at = self.within(count);
        let last = count.saturating_sub(1);
        self.at = match command {
            Command::Up => at.saturating_sub(1),
            Command::Down => at.saturating_add(1).min(last),
            Command::PageUp => at.saturating_sub(page.max(1)),
            Command::PageDown => at.saturating_add(page.max(1)).min(last),
            Command::First => 0,
            Command::Last => last,
            _ => return false,
        };
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_row_is_always_in_sight_wherever_it_comes_from() {
        for count in 0..24 {
            for height in 1..9 {
                let scroll = Scroll::default();
                // Every step from row to row, far ones too.
                let steps = (0..count).flat_map(|from| (0..count).flat_map(move |to| [from, to]));
                for selected in steps {
                    let first = scroll.first(selected, count, height);
                    assert!((first..first + height).contains(&selected), "{selected} of {count} in {height}");
                    assert!(first == 0 || first + height <= count, "no empty row while there is more above");
                    assert_eq!(scroll.first(selected, count, height), first, "drawn again, all stays as it is");
                    let around = AROUND.min((height - 1) / 2);
                    assert!(first == 0 || selected >= first + around, "{selected} of {count} in {height}");
                    assert!(first + height >= count || selected + around < first + height);
                }
            }
        }
    }

    #[test]
    fn rows_stand_still_while_the_selected_one_moves_among_them() {
        let scroll = Scroll::default();
        let down: Vec<usize> = (0..40).map(|selected| scroll.first(selected, 100, 20)).collect();
        assert!(down[..17].iter().all(|first| *first == 0) && down[17..23].iter().all(|first| *first == 6), "{down:?}");
        let mut back = (31..40).rev().map(|selected| scroll.first(selected, 100, 20));
        assert!(back.all(|first| first == down[39]), "turning back moves nothing");
    }

    #[test]
    fn moving_stops_at_the_ends() {
        let mut selection = Selection::default();
        selection.follow(Command::Up, 3, 2);
        assert_eq!(selection.within(3), 0);
        selection.follow(Command::Last, 3, 2);
        selection.follow(Command::Down, 3, 2);
        assert_eq!(selection.within(3), 2);
        assert_eq!(selection.within(1), 0, "rows that went away are not selected");
    }
}
