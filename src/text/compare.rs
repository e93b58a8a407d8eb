//! What differs between two texts, word by word.

use std::time::Duration;

use similar::{ChangeTag, DiffTag, TextDiff};

/// After this long the difference is told more coarsely, never wrongly.
const PATIENCE: Duration = Duration::from_millis(500);

/// What became of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// They stand in both texts.
    Same,
    /// They stand in the first one only.
    Removed,
    /// They stand in the second one only.
    Added,
}

/// Words that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What became of them.
    pub fate: Fate,
    /// The words.
    pub text: String,
}

/// Compares two texts; what was removed stands before what was added in its place. Line by line, an empty line has no words.
///
/// Only the lines that differ are compared by words, so that a long text takes little of the patience.
#[must_use]
pub fn compare(before: &str, after: &str) -> Vec<Vec<Words>> {
    let lines = TextDiff::configure().timeout(PATIENCE).diff_lines(before, after);
    let mut page = Page::default();
    for stretch in lines.ops() {
        let but = |side: ChangeTag| -> String {
            lines.iter_changes(stretch).filter(|line| line.tag() != side).map(|line| line.value()).collect()
        };
        if stretch.tag() == DiffTag::Equal {
            page.same(&but(ChangeTag::Insert));
        } else {
            page.compare_words(&but(ChangeTag::Insert), &but(ChangeTag::Delete));
        }
    }
    page.finish()
}

#[derive(Default)]
struct Page {
    lines: Vec<Vec<Words>>,
    line: Vec<Words>,
    removed: String,
    added: String,
    /// Space within words that changed, which would tear them apart.
    space: String,
}

impl Page {
    fn compare_words(&mut self, before: &str, after: &str) {
        for change in TextDiff::configure().timeout(PATIENCE).diff_words(before, after).iter_all_changes() {
            match change.tag() {
                ChangeTag::Equal => self.same(change.value()),
                ChangeTag::Delete => self.removed(change.value()),
                ChangeTag::Insert => self.added(change.value()),
            }
        }
    }

    fn removed(&mut self, text: &str) {
        self.join();
        self.removed.push_str(text);
    }

    fn added(&mut self, text: &str) {
        self.join();
        self.added.push_str(text);
    }

    fn same(&mut self, text: &str) {
        let changing = !(self.removed.is_empty() && self.added.is_empty());
        if changing && self.space.is_empty() && text.chars().all(|letter| letter == ' ') {
            self.space.push_str(text);
            return;
        }
        self.settle();
        self.put(Fate::Same, text);
    }

    fn join(&mut self) {
        let space = std::mem::take(&mut self.space);
        for side in [&mut self.removed, &mut self.added] {
            if !side.is_empty() {
                side.push_str(&space);
            }
        }
    }

    fn settle(&mut self) {
        let (removed, added) = (std::mem::take(&mut self.removed), std::mem::take(&mut self.added));
        self.put(Fate::Removed, &removed);
        self.put(Fate::Added, &added);
        let space = std::mem::take(&mut self.space);
        self.put(Fate::Same, &space);
    }

    /// Puts words on the page, beginning a new line at each end of one.
    fn put(&mut self, fate: Fate, text: &str) {
        for part in text.split_inclusive('\n') {
            let words = part.strip_suffix('\n').unwrap_or(part);
            match self.line.last_mut() {
                Some(last) if last.fate == fate => last.text.push_str(words),
                _ if words.is_empty() => {}
                _ => self.line.push(Words { fate, text: words.to_owned() }),
            }
            if part.ends_with('\n') {
                self.lines.push(std::mem::take(&mut self.line));
            }
        }
    }

    fn finish(mut self) -> Vec<Vec<Words>> {
        self.settle();
        if !self.line.is_empty() {
            self.lines.push(self.line);
        }
        self.lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, after: &str) -> Vec<String> {
        let words = |words: &Words| match words.fate {
            Fate::Same => words.text.clone(),
            Fate::Removed => format!("[-{}-]", words.text),
            Fate::Added => format!("{{+{}+}}", words.text),
        };
        compare(before, after).iter().map(|line| line.iter().map(words).collect()).collect()
    }

    #[test]
    fn words_that_changed_stand_together_within_their_line() {
        assert_eq!(
            shown("một\n- 12 chi bộ còn nể nang\nba\n", "một\n- 3 chi bộ rất hay né tránh\nba\n"),
            ["một", "- [-12-]{+3+} chi bộ [-còn nể nang-]{+rất hay né tránh+}", "ba"]
        );
        assert_eq!(shown("một\nba\n", "một\nhai\nba\n"), ["một", "{+hai+}", "ba"]);
        assert_eq!(shown("như nhau", "như nhau"), ["như nhau"]);
        assert_eq!(shown("", "mới"), ["{+mới+}"]);
    }
}
