//! The one gate between what people typed and Markdown: after it, text is only text, whatever it looks like.
//!
//! Works without knowing where the text will stand, so it treats its start as the start of a line. It escapes by
//! look-alike, not by character class, so that ordinary official prose ("12-HD/BTCTW", "98,69%") gets no backslash and the file
//! stays readable in a plain editor.

use unicode_normalization::UnicodeNormalization;

/// Cleans one run of text: NFC, without control and invisible characters, any white space as one space, trimmed.
#[must_use]
pub fn norm(text: &str) -> String {
    let kept = text.chars().filter_map(|letter| match letter {
        space if space.is_whitespace() => Some(' '),
        other => (!is_invisible(other)).then_some(other),
    });
    let mut clean = String::with_capacity(text.len());
    for letter in kept.nfc() {
        if letter != ' ' || !(clean.is_empty() || clean.ends_with(' ')) {
            clean.push(letter);
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// Splits text into its lines, each cleaned by [`norm`]; empty ones are left out.
#[must_use]
pub fn lines(text: &str) -> Vec<String> {
    let breaks = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    text.split(breaks).map(norm).filter(|line| !line.is_empty()).collect()
}

/// Writes text so that a Markdown reader gives it back as it is: one line, cleaned by [`norm`], marks escaped.
#[must_use]
pub fn inline(text: &str) -> String {
    let clean = norm(text);
    let list_mark = list_delimiter(&clean);
    let closing_hashes = clean.trim_end_matches('#').len();
    let mut written = String::with_capacity(clean.len() + 8);
    let mut before = None;
    let mut rest = clean.char_indices().peekable();
    while let Some((at, letter)) = rest.next() {
        let after = rest.peek().map(|(_, next)| *next);
        let first = before.is_none();
        let doubled = before == Some(letter) || after == Some(letter);
        let marks = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '^' | '{' | '}' | '@' => true,
            '#' => first || before == Some(' ') || at >= closing_hashes,
            '&' => after.is_some_and(|next| next == '#' || next.is_alphanumeric()),
            '-' | '+' => first,
            '=' | '%' => first || doubled,
            ':' => first || doubled || after == Some('/'),
            '.' => ends_in_www(clean.get(..at).unwrap_or_default()),
            _ => false,
        };
        if marks || list_mark == Some(at) {
            written.push('\\');
        }
        written.push(letter);
        before = Some(letter);
    }
    written
}

/// Finds the delimiter of what a reader may take for a list number at the start: `1.` `1)` `a)` `iv.` `(1)`.
fn list_delimiter(clean: &str) -> Option<usize> {
    let (body, opened) = clean.strip_prefix('(').map_or((clean, false), |body| (body, true));
    let length = body.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (number, rest) = body.split_at_checked(length)?;
    let roman = |letter: u8| b"ivxlcdm".contains(&letter.to_ascii_lowercase());
    let counts = number.bytes().all(|digit| digit.is_ascii_digit()) || length == 1 || number.bytes().all(roman);
    let rest = match rest.strip_prefix(')') {
        Some(rest) => rest,
        None if opened => return None,
        None => rest.strip_prefix('.')?,
    };
    let ends = rest.is_empty() || rest.starts_with(' ');
    (length > 0 && counts && ends).then_some(length + usize::from(opened))
}

fn ends_in_www(text: &str) -> bool {
    let tail = text.len().checked_sub(3).and_then(|from| text.get(from..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case("www"))
}

/// Control characters, bidirectional controls, zero-width characters, soft hyphens, tags and non-characters: nothing a reader
/// of the paper would see, and each able to make the paper differ from the screen.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}'
            | '\u{e0000}'..='\u{e007f}')
        || (letter as u32) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn official_prose_gets_no_backslash() {
        for prose in [
            "Hướng dẫn số 12-HD/BTCTW, ngày 06/7/2022",
            "đạt 98,69% (01 nghị quyết); 1.204/1.250 đảng viên",
            "“Ngày thứ Bảy vì dân” tại 9/11 xã – mô hình hay…",
            "Khoản 2, Điều 5; mục I.5: chưa rõ",
            "3–5 chi bộ, trên 180 đơn! Vì sao?",
        ] {
            assert_eq!(inline(prose), prose);
        }
    }

    #[test]
    fn only_what_a_reader_could_mistake_is_escaped() {
        for (typed, written) in [
            ("# C# và #1", r"\# C# và \#1"),
            ("C#", r"C\#"),
            ("- gạch", r"\- gạch"),
            ("1. một", r"1\. một"),
            ("1.204 đảng viên", "1.204 đảng viên"),
            ("a) một", r"a\) một"),
            ("(1) một", r"(1\) một"),
            ("(01 nghị quyết)", "(01 nghị quyết)"),
            ("iv. bốn", r"iv\. bốn"),
            ("Tp. Vinh", "Tp. Vinh"),
            ("R&D & Q&A;", r"R\&D & Q\&A;"),
            ("a|b||c", r"a\|b\|\|c"),
            ("www.x.vn http://x", r"www\.x.vn http\://x"),
            ("===", r"\=\=\="),
        ] {
            assert_eq!(inline(typed), written);
        }
    }

    #[test]
    fn cleaning_composes_and_drops_what_nobody_sees() {
        assert_eq!(norm("  De\u{323}\u{302}\u{200b}\t\r\nxuô\u{301}ng\u{7}\u{202e} "), "Dệ xuống");
        assert_eq!(lines("một\r\n\r\n hai \u{2028}ba"), ["một", "hai", "ba"]);
    }
}
