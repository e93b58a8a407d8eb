//! What differs between two texts, word by word.

use similar::{ChangeTag, DiffTag, TextDiff};

/// Texts of more lines than this, both counted, are told as removed and added from the first line that differs. A count and
/// not a time, so that every machine tells the same difference, however busy it is.
const MOST_LINES: usize = 20_000;

/// A stretch of more words and spaces than this, both texts counted, is told as removed and added whole.
const MOST_WORDS: usize = 8_000;

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
/// Only the lines that differ are compared by words: a line that stands in both texts is never torn apart.
#[must_use]
pub fn compare(before: &str, after: &str) -> Vec<Vec<Words>> {
    let mut page = Page::default();
    if before.lines().count() + after.lines().count() > MOST_LINES {
        page.compare_whole(before, after);
        return page.finish();
    }
    let lines = TextDiff::from_lines(before, after);
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
    /// Without a look inside: only what both begin with is the same.
    fn compare_whole(&mut self, before: &str, after: &str) {
        let alike =
            before.split_inclusive('\n').zip(after.split_inclusive('\n')).take_while(|(one, other)| one == other);
        let length: usize = alike.map(|(line, _)| line.len()).sum();
        self.same(before.get(..length).unwrap_or_default());
        self.removed(before.get(length..).unwrap_or_default());
        self.added(after.get(length..).unwrap_or_default());
    }

    fn compare_words(&mut self, before: &str, after: &str) {
        // Between two words stands white space, which is a piece as well.
        if 2 * (before.split_whitespace().count() + after.split_whitespace().count()) > MOST_WORDS {
            self.removed(before);
            return self.added(after);
        }
        for change in TextDiff::from_words(before, after).iter_all_changes() {
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

    /// Compared by words alone, the five words would be held to be the same ones, moved up past the heading.
    #[test]
    fn a_line_that_stayed_is_never_torn_apart_for_words_of_other_lines() {
        assert_eq!(
            shown("Hạn chế\ncòn nể nang, né tránh nhau\n", "còn nể nang, né tránh nhau mãi\nHạn chế\n"),
            ["{+còn nể nang, né tránh nhau mãi+}", "Hạn chế", "[-còn nể nang, né tránh nhau-]"]
        );
    }

    #[test]
    fn how_closely_two_texts_are_compared_depends_on_their_length_alone() {
        let words = |count: usize| vec!["lời"; count].join(" ");
        let (few, many) = (words(MOST_WORDS / 4 - 1), words(MOST_WORDS / 4));
        assert_eq!(shown(&few, &format!("{few} thêm")), [format!("{few}{{+ thêm+}}")]);
        assert_eq!(shown(&many, &format!("{many} thêm")), [format!("[-{many}-]{{+{many} thêm+}}")]);
        let lines = |count: usize, last: &str| format!("{}{last}\n", "chi bộ\n".repeat(count - 1));
        let half = MOST_LINES / 2;
        assert_eq!(shown(&lines(half, "3 lần"), &lines(half, "4 lần")).last().unwrap(), "[-3-]{+4+} lần");
        let long = shown(&lines(half + 1, "3 lần"), &lines(half + 1, "4 lần"));
        assert_eq!(long.get(half - 1..).unwrap(), ["chi bộ", "[-3 lần-]", "{+4 lần+}"]);
    }
}
