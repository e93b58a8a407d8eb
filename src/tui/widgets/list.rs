//! A list with one selected row; only the rows on screen are built.

use super::super::command::Command;

/// Which row is selected.
#[derive(Clone, Copy, Debug, Default)]
pub struct Selection {
    at: usize,
}

impl Selection {
    /// Returns the selected row, kept within `count` rows.
    #[must_use]
    pub fn within(self, count: usize) -> usize {
        self.at.min(count.saturating_sub(1))
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

/// Returns the first row to show of `count` rows of one line each, so that the selected one is among `height`.
#[must_use]
pub fn first_visible(selected: usize, count: usize, height: usize) -> usize {
    let centred = selected.saturating_sub(height / 2);
    centred.min(count.saturating_sub(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_row_is_always_visible() {
        for count in 0..12 {
            for height in 1..6 {
                for selected in 0..count {
                    let first = first_visible(selected, count, height);
                    assert!((first..first + height).contains(&selected), "{selected} of {count} in {height}");
                    assert!(first == 0 || first + height <= count, "no empty row while there is more above");
                }
            }
        }
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
