//! Minutes as they are read aloud: the document as it will print, taken apart item by item, whatever template wrote it.

use super::engine::body;
use super::marks::Marks;
use super::mistakes::Mistake;
use super::outline::{Origin, Outline};

/// Something read in one go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ReadItem {
    /// The headings above it, outermost first.
    pub path: Vec<String>,
    /// Its words, one string for each paragraph.
    pub lines: Vec<String>,
    /// Where its words can be put right.
    pub origin: Option<Origin>,
}

/// Lays minutes out by a template and takes them apart.
pub(super) fn reading(outline: &Outline, template: &str, fuel: Option<u64>) -> Result<Vec<ReadItem>, Mistake> {
    let (outline, marks) = Marks::on(outline);
    let body = body(&outline, template, fuel)?;
    let mut reader = Reader { marks, headings: Vec::new(), block: Block::None, boxed: false, items: Vec::new() };
    body.lines().for_each(|line| reader.line(line));
    reader.finish();
    Ok(reader.items)
}

/// Lines of Markdown that belong together.
#[derive(Debug, Default)]
enum Block {
    #[default]
    None,
    /// One paragraph, broken over lines.
    Text(String),
    /// An item of a list with its paragraphs.
    Listed(Vec<String>),
    /// The rows of a table.
    Table(Vec<Vec<String>>),
}

struct Reader {
    marks: Marks,
    /// Level and words of the headings above.
    headings: Vec<(usize, String)>,
    block: Block,
    /// Whether the next table only lays out what belongs together, as the head and the signatures.
    boxed: bool,
    items: Vec<ReadItem>,
}

impl Reader {
    fn line(&mut self, line: &str) {
        let text = line.trim();
        let level = text.bytes().take_while(|byte| *byte == b'#').count();
        if text.is_empty() {
            if !matches!(self.block, Block::Listed(_)) {
                self.finish();
            }
        } else if text.starts_with("<!--") {
            self.finish();
            // A frame of the document stands under its title, not under the last heading.
            self.boxed = text.starts_with("<!-- bienban:");
            self.headings.retain(|(level, _)| *level == 1);
        } else if (1..=6).contains(&level) && text.as_bytes().get(level) == Some(&b' ') {
            self.finish();
            self.headings.retain(|(above, _)| *above < level);
            let (words, _) = self.marks.taken_from(&plain(text.get(level..).unwrap_or_default()));
            self.headings.push((level, words.trim().to_owned()));
        } else if text.starts_with('|') {
            match &mut self.block {
                Block::Table(rows) => rows.push(cells(text)),
                _ => {
                    self.finish();
                    self.block = Block::Table(vec![cells(text)]);
                }
            }
        } else if let Some(item) = text.strip_prefix("- ").or_else(|| text.strip_prefix("* ")) {
            self.finish();
            self.block = Block::Listed(vec![plain(item)]);
        } else {
            match &mut self.block {
                Block::Listed(lines) if line.starts_with(' ') => lines.push(plain(text)),
                Block::Text(words) => {
                    words.push(' ');
                    words.push_str(&plain(text));
                }
                _ => {
                    self.finish();
                    self.block = Block::Text(plain(text));
                }
            }
        }
    }

    fn finish(&mut self) {
        match std::mem::take(&mut self.block) {
            Block::None => {}
            Block::Listed(lines) => self.item(lines),
            Block::Text(words) => self.sentences(&words),
            Block::Table(rows) if std::mem::take(&mut self.boxed) => self.frame(&rows),
            Block::Table(rows) => self.rows(&rows),
        }
    }

    /// A paragraph is one item, but sentences that are put right in different places are read one by one.
    fn sentences(&mut self, words: &str) {
        if self.marks.taken_from(words).1.len() > 1 {
            words.split_inclusive(". ").for_each(|sentence| self.item(vec![sentence.trim().to_owned()]));
        } else {
            self.item(vec![words.to_owned()]);
        }
    }

    /// The head and the signatures are read as a whole, one column after the other.
    fn frame(&mut self, rows: &[Vec<String>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut lines = Vec::new();
        for column in 0..columns {
            let column = rows.iter().filter(|row| !is_rule(row)).filter_map(|row| row.get(column));
            lines.extend(column.filter(|cell| !cell.is_empty()).cloned());
        }
        self.item(lines);
    }

    /// Each row of a table is read with the names of its columns; the number and the words need none.
    fn rows(&mut self, rows: &[Vec<String>]) {
        let Some((columns, rows)) = rows.split_first() else { return };
        let numbered = columns.first().is_some_and(|column| ["STT", "Thứ tự"].contains(&column.as_str()));
        for row in rows.iter().filter(|row| !is_rule(row)) {
            let mut lines: Vec<String> = Vec::new();
            let mut number = None;
            for (at, (cell, column)) in row.iter().zip(columns).enumerate().filter(|(_, (cell, _))| !cell.is_empty()) {
                match (at, numbered) {
                    (0, true) => number = Some(cell),
                    (0, false) | (1, true) => lines.push(cell.clone()),
                    _ => lines.push(format!("{column}: {cell}")),
                }
            }
            if let (Some(number), Some(first)) = (number, lines.first_mut()) {
                let end = if number.ends_with(|last: char| last.is_ascii_digit()) { "." } else { ":" };
                *first = format!("{number}{end} {first}");
            }
            self.item(lines);
        }
    }

    fn item(&mut self, lines: Vec<String>) {
        let mut origin = None;
        let mut clean = Vec::new();
        for line in lines {
            let (words, origins) = self.marks.taken_from(&line);
            origin = origin.or_else(|| origins.first().map(|origin| (*origin).clone()));
            clean.extend(Some(words.trim().to_owned()).filter(|words| !words.is_empty()));
        }
        // The title of the document goes without saying below its other headings.
        let deep = self.headings.len() > 1;
        let path = self.headings.iter().filter(|(level, _)| !deep || *level > 1).map(|(_, words)| words.clone());
        if !clean.is_empty() {
            self.items.push(ReadItem { path: path.collect(), lines: clean, origin });
        }
    }
}

/// Text without its Markdown signs.
fn plain(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    let mut letters = source.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some(escaped) if escaped.is_ascii_punctuation() => text.push(escaped),
                Some(other) => text.extend(['\\', other]),
                None => text.push('\\'),
            },
            '*' => {}
            other => text.push(other),
        }
    }
    text
}

fn cells(row: &str) -> Vec<String> {
    let inner = row.strip_prefix('|').unwrap_or(row);
    let inner = inner.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(inner);
    let mut cells = vec![String::new()];
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        match (letter, cells.last_mut()) {
            ('\\', Some(cell)) => {
                cell.push('\\');
                cell.extend(letters.next());
            }
            ('|', _) => cells.push(String::new()),
            (other, Some(cell)) => cell.push(other),
            (_, None) => {}
        }
    }
    cells.iter().map(|cell| plain(cell.trim())).collect()
}

/// Whether a row only parts the head of a table from its body.
fn is_rule(row: &[String]) -> bool {
    row.iter().all(|cell| !cell.is_empty() && cell.bytes().all(|byte| matches!(byte, b'-' | b':')))
}
