//! Minutes in Markdown, laid out to be read in a terminal: the parts of Markdown that the minutes use, and no others.

use std::ops::Range;

use ratatui::style::{Modifier, Style};

use crate::text::{pad, width, wrap};

use super::super::theme::Theme;

/// One row of the screen: pieces of text with their styles.
pub type Row = Vec<(String, Style)>;

/// Lays a document out in rows of at most `cells` cells.
#[must_use]
pub fn rows(document: &str, cells: usize, theme: Theme) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut table: Vec<&str> = Vec::new();
    for line in body(document) {
        let trimmed = line.trim();
        if trimmed.starts_with('|') {
            table.push(trimmed);
            continue;
        }
        if !table.is_empty() {
            rows.extend(lay_out_table(&table, cells));
            table.clear();
        }
        if trimmed.starts_with("<!--") && trimmed.ends_with("-->") {
            continue;
        }
        if trimmed.is_empty() {
            if rows.last().is_some_and(|row| !row.is_empty()) {
                rows.push(Row::new());
            }
            continue;
        }
        lay_out_line(line, cells, theme, &mut rows);
    }
    if !table.is_empty() {
        rows.extend(lay_out_table(&table, cells));
    }
    rows
}

/// The lines after the front matter.
fn body(document: &str) -> impl Iterator<Item = &str> {
    let after = document.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map(|(_, body)| body);
    after.unwrap_or(document).lines()
}

fn lay_out_line(line: &str, cells: usize, theme: Theme, rows: &mut Vec<Row>) {
    let trimmed = line.trim_start();
    let level = trimmed.bytes().take_while(|byte| *byte == b'#').count();
    let (lead, rest, style) = if (1..=6).contains(&level) && trimmed.as_bytes().get(level) == Some(&b' ') {
        (String::new(), trimmed.get(level + 1..).unwrap_or_default(), theme.title())
    } else if let Some(item) = trimmed.strip_prefix("- ") {
        let indent = " ".repeat(line.len() - trimmed.len());
        (format!("{indent}• "), item, Style::new())
    } else if let Some((number, item)) = numbered(trimmed) {
        (format!("{number}. "), item, Style::new())
    } else {
        (String::new(), trimmed, Style::new())
    };
    let hanging = width(&lead).min(cells / 2);
    for (at, mut row) in styled_rows(rest, cells.saturating_sub(hanging), style).into_iter().enumerate() {
        let lead = if at == 0 { lead.clone() } else { " ".repeat(hanging) };
        row.insert(0, (lead, style));
        rows.push(row);
    }
}

fn numbered(text: &str) -> Option<(&str, &str)> {
    let (number, rest) = text.split_once(". ")?;
    let is_number = !number.is_empty() && number.len() < 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some((number, rest))
}

/// Text without its Markdown signs, and where which style holds.
struct Styled {
    text: String,
    runs: Vec<(Range<usize>, Style)>,
}

fn inline(source: &str, base: Style) -> Styled {
    let mut styled = Styled { text: String::new(), runs: Vec::new() };
    let (mut bold, mut italic, mut start) = (false, false, 0);
    let mut letters = source.char_indices().peekable();
    let close = |styled: &mut Styled, start: &mut usize, bold: bool, italic: bool| {
        let mut style = base;
        if bold {
            style = style.add_modifier(Modifier::BOLD);
        }
        if italic {
            style = style.add_modifier(Modifier::ITALIC);
        }
        if *start < styled.text.len() {
            styled.runs.push((*start..styled.text.len(), style));
        }
        *start = styled.text.len();
    };
    while let Some((_, letter)) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some((_, escaped)) if escaped.is_ascii_punctuation() => styled.text.push(escaped),
                Some((_, other)) => styled.text.extend(['\\', other]),
                None => styled.text.push('\\'),
            },
            '*' if letters.next_if(|(_, next)| *next == '*').is_some() => {
                close(&mut styled, &mut start, bold, italic);
                bold = !bold;
            }
            '*' => {
                close(&mut styled, &mut start, bold, italic);
                italic = !italic;
            }
            other => styled.text.push(other),
        }
    }
    close(&mut styled, &mut start, bold, italic);
    styled
}

fn styled_rows(source: &str, cells: usize, base: Style) -> Vec<Row> {
    let styled = inline(source, base);
    wrap(&styled.text, cells)
        .into_iter()
        .map(|range| {
            // White space at a break may hang over the edge, where it would be drawn as a cut.
            let shown = styled.text.get(range.clone()).unwrap_or_default().trim_end().len();
            let range = range.start..range.start.saturating_add(shown);
            let runs = styled.runs.iter().filter(|(run, _)| run.start < range.end && run.end > range.start);
            runs.map(|(run, style)| {
                let part = run.start.max(range.start)..run.end.min(range.end);
                (styled.text.get(part).unwrap_or_default().to_owned(), *style)
            })
            .collect()
        })
        .collect()
}

fn cells_of_row(row: &str) -> Vec<String> {
    let inner = row.strip_prefix('|').unwrap_or(row);
    let mut cells = vec![String::new()];
    let mut letters = inner.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                let mut escaped = String::from('\\');
                escaped.extend(letters.next());
                cells.last_mut().iter_mut().for_each(|cell| cell.push_str(&escaped));
            }
            '|' if letters.peek().is_some() => cells.push(String::new()),
            '|' => {}
            other => cells.last_mut().iter_mut().for_each(|cell| cell.push(other)),
        }
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

fn is_delimiter(row: &[String]) -> bool {
    row.iter().all(|cell| !cell.is_empty() && cell.bytes().all(|byte| matches!(byte, b'-' | b':')))
}

const GAP: usize = 3;

fn lay_out_table(source: &[&str], cells: usize) -> Vec<Row> {
    let parsed: Vec<Vec<String>> = source.iter().map(|row| cells_of_row(row)).collect();
    let columns = parsed.iter().map(Vec::len).max().unwrap_or(0);
    if columns == 0 {
        return Vec::new();
    }
    let natural: Vec<usize> = (0..columns)
        .map(|column| {
            let content = parsed.iter().filter(|row| !is_delimiter(row)).filter_map(|row| row.get(column));
            content.map(|cell| width(&inline(cell, Style::new()).text)).max().unwrap_or(0).max(1)
        })
        .collect();
    let delimiter = parsed.iter().find(|row| is_delimiter(row));
    let is_centred = |cell: &String| cell.len() > 1 && cell.starts_with(':') && cell.ends_with(':');
    let centred: Vec<bool> = delimiter.map(|row| row.iter().map(is_centred).collect()).unwrap_or_default();
    let widths = share(&natural, cells.saturating_sub(GAP * (columns - 1)));
    let mut rows = Vec::new();
    for row in &parsed {
        if is_delimiter(row) {
            let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
            rows.push(vec![(rule.join("─┼─"), Style::new().add_modifier(Modifier::DIM))]);
            continue;
        }
        rows.extend(table_row(row, &widths, &centred));
    }
    rows.push(Row::new());
    rows
}

fn table_row(row: &[String], widths: &[usize], centred: &[bool]) -> Vec<Row> {
    let wrapped: Vec<Vec<Row>> = widths
        .iter()
        .enumerate()
        .map(|(column, width)| styled_rows(row.get(column).map_or("", String::as_str), *width, Style::new()))
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(1);
    (0..height)
        .map(|at| {
            let mut parts = Row::new();
            for (column, (cell, cells)) in wrapped.iter().zip(widths).enumerate() {
                if column > 0 {
                    parts.push((" │ ".to_owned(), Style::new().add_modifier(Modifier::DIM)));
                }
                let pieces = cell.get(at).cloned().unwrap_or_default();
                let used: usize = pieces.iter().map(|(text, _)| width(text)).sum();
                let mut pieces = if used > *cells { cut(&pieces, *cells) } else { pieces };
                let spare = cells.saturating_sub(used);
                let before = if centred.get(column) == Some(&true) { spare / 2 } else { 0 };
                pieces.insert(0, (" ".repeat(before), Style::new()));
                pieces.push((" ".repeat(spare - before), Style::new()));
                parts.extend(pieces);
            }
            parts
        })
        .collect()
}

/// A wide letter may not fit a cell of one column; nothing else is wider than its cell.
fn cut(pieces: &Row, cells: usize) -> Row {
    let mut room = cells;
    let mut kept = Row::new();
    for (text, style) in pieces {
        let shown = if width(text) > room { pad(text.trim_end(), room) } else { text.clone() };
        room = room.saturating_sub(width(&shown));
        kept.push((shown, *style));
    }
    kept
}

/// Gives each column its natural width, or, when they do not fit, narrow ones theirs and the rest an equal share.
fn share(natural: &[usize], room: usize) -> Vec<usize> {
    let mut widths = vec![0; natural.len()];
    let mut left = room;
    let mut open: Vec<usize> = (0..natural.len()).collect();
    open.sort_by_key(|column| natural.get(*column).copied());
    let mut count = open.len();
    for column in open {
        let wanted = natural.get(column).copied().unwrap_or(1);
        let given = wanted.min(left / count.max(1)).max(1);
        if let Some(slot) = widths.get_mut(column) {
            *slot = given;
        }
        left = left.saturating_sub(given);
        count -= 1;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(document: &str, cells: usize) -> Vec<String> {
        let text = |row: &Row| row.iter().map(|(text, _)| text.as_str()).collect::<String>();
        rows(document, cells, Theme::default()).iter().map(|row| text(row).trim_end().to_owned()).collect()
    }

    #[test]
    fn a_document_loses_its_signs_and_keeps_its_text() {
        let long = plain("một hai ba bốn năm sáu", 7);
        assert_eq!(long, ["một hai", "ba bốn", "năm sáu"]);
        let document = "---\nloai: \"x\"\n---\n\n<!-- kt:x -->\n\n# BIÊN BẢN\n\n**của** Đoàn \\*số\\* 1\\. *nghiêng*\n- mục dài hơn một dòng\n";
        assert_eq!(plain(document, 16), ["BIÊN BẢN", "", "của Đoàn *số* 1.", "nghiêng", "• mục dài hơn", "  một dòng"]);
    }

    #[test]
    fn a_table_is_aligned_and_wrapped_within_the_width() {
        let document = "| STT | Nội dung |\n|---|---|\n| 1 | a\\|b |\n| 2 | rà soát hồ sơ đất |\n";
        let shown = plain(document, 18);
        assert_eq!(
            shown,
            ["STT │ Nội dung", "────┼─────────────", "1   │ a|b", "2   │ rà soát hồ", "    │ sơ đất", ""]
        );
        assert!(shown.iter().all(|row| width(row) <= 18));
    }

    #[test]
    fn no_width_is_too_small() {
        let document = "| a | b | c |\n|---|---|---|\n| Đảng ủy xã Hòa Phong | 漢字 | 👩‍🌾 |\n\n- x\n";
        for cells in 0..40 {
            assert!(!plain(document, cells).is_empty());
        }
    }
}
