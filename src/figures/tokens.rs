//! The words, numbers and marks of a text, with everything set aside that has digits and is no figure.

use std::ops::Range;

use super::number::{Number, read_number};
use crate::text::nfc;

/// A part of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) range: Range<usize>,
    pub(super) what: What,
}

/// What a part of a text is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    Number(Number),
    /// Letters, composed and in small ones.
    Word(String),
    Mark(char),
    /// Digits that are no figure: a date, a time, the symbol of a document, the number of a page.
    Other,
}

impl Token {
    pub(super) fn word(&self) -> Option<&str> {
        if let What::Word(word) = &self.what { Some(word) } else { None }
    }

    pub(super) fn number(&self) -> Option<Number> {
        if let What::Number(number) = self.what { Some(number) } else { None }
    }

    pub(super) fn whole(&self) -> Option<u64> {
        if let What::Number(Number::Whole(whole)) = self.what { Some(whole) } else { None }
    }

    pub(super) fn is_mark(&self, marks: &[char]) -> bool {
        matches!(self.what, What::Mark(mark) if marks.contains(&mark))
    }
}

/// Words that end the noun of a count: what follows them says something about it.
const BEHIND_A_NOUN: [&str; 50] = [
    "và", "hoặc", "nhưng", "đã", "đang", "sẽ", "có", "được", "là", "của", "cho", "với", "tại", "ở", "trong", "ngoài",
    "theo", "do", "bị", "thì", "mà", "từ", "đến", "tới", "trên", "dưới", "về", "như", "so", "chưa", "không", "đạt",
    "chiếm", "ghi", "bằng", "gồm", "tăng", "giảm", "còn", "để", "khi", "vào", "khóa", "khoá", "năm", "tháng", "ngày",
    "trước", "sau", "tổng",
];

pub(super) fn ends_noun(word: &str) -> bool {
    BEHIND_A_NOUN.contains(&word)
}

/// Words before the number of a place or a page: what follows counts nothing.
const BEFORE_A_REFERENCE: [&str; 22] = [
    "trang",
    "tr",
    "điều",
    "khoản",
    "điểm",
    "mục",
    "phần",
    "chương",
    "tiết",
    "biểu",
    "bảng",
    "khóa",
    "khoá",
    "quý",
    "thứ",
    "thôn",
    "xóm",
    "khu",
    "phố",
    "quận",
    "phường",
    "ấp",
];
/// Words before a day, with or without its month.
const BEFORE_A_DAY: [&str; 10] = ["ngày", "mùng", "hạn", "lễ", "dịp", "sáng", "chiều", "tối", "hôm", "tháng"];
/// Words before the number of a document, unless a noun follows: "chỉ thị 05 của", but "hướng dẫn 15 đơn vị".
const BEFORE_A_SYMBOL: [(&str, &str); 13] = [
    ("chỉ", "thị"),
    ("nghị", "quyết"),
    ("kết", "luận"),
    ("hướng", "dẫn"),
    ("kế", "hoạch"),
    ("quy", "định"),
    ("quyết", "định"),
    ("nghị", "định"),
    ("công", "văn"),
    ("thông", "tư"),
    ("phụ", "lục"),
    ("tiêu", "chí"),
    ("trung", "ương"),
];

/// Parts a text; white space is left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { text, at: 0, tokens: Vec::new() };
    while lexer.step() {}
    let mut tokens = lexer.tokens;
    set_times_aside(&mut tokens);
    set_references_aside(text, &mut tokens);
    tokens
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn step(&mut self) -> bool {
        let Some(first) = self.rest().chars().next() else { return false };
        if first.is_whitespace() {
            self.at += first.len_utf8();
        } else if first.is_ascii_digit() {
            self.digits();
        } else if is_letter(first) {
            let len = length_of(self.rest(), is_letter);
            let word = nfc(self.rest().get(..len).unwrap_or_default()).to_lowercase();
            self.push(len, What::Word(word));
            self.inside_a_name();
        } else {
            self.push(first.len_utf8(), What::Mark(first));
        }
        true
    }

    fn push(&mut self, len: usize, what: What) {
        self.tokens.push(Token { range: self.at..self.at + len, what });
        self.at += len;
    }

    /// Digits right behind letters belong to a name: "QH15", "I.5", "B-52".
    fn inside_a_name(&mut self) {
        let rest = self.rest();
        let joint = length_of(rest, |c| matches!(c, '.' | '-')).min(1);
        let digits = length_of(rest.get(joint..).unwrap_or_default(), |c| c.is_ascii_digit());
        if digits > 0 {
            self.push(joint + digits, What::Other);
        }
    }

    fn digits(&mut self) {
        let rest = self.rest();
        if let Some(len) = symbol(rest).or_else(|| date(rest)).or_else(|| clock(rest)).or_else(|| lettered(rest)) {
            self.push(len, What::Other);
            return;
        }
        let len = number(rest);
        let behind = rest.get(len..).unwrap_or_default().trim_start();
        let percent = behind.starts_with('%') || behind.starts_with("phần trăm");
        let number = read_number(rest.get(..len).unwrap_or_default(), percent);
        self.push(len, What::Number(number));
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c)
}

fn length_of(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_part(c)).unwrap_or(text.len())
}

/// Measures digits with single dots and commas between them.
fn number(text: &str) -> usize {
    let mut len = length_of(text, |c| c.is_ascii_digit());
    while let Some(rest) = text.get(len..).and_then(|rest| rest.strip_prefix(['.', ','])) {
        match length_of(rest, |c| c.is_ascii_digit()) {
            0 => break,
            more => len += 1 + more,
        }
    }
    len
}

/// Measures the symbol of a document: numbers, then a part that begins with a capital, as in `218-BC/HU`, `30/2020/NĐ-CP`.
fn symbol(text: &str) -> Option<usize> {
    let chunk = text.get(..length_of(text, |c| is_letter(c) || c.is_ascii_digit() || matches!(c, '-' | '/')))?;
    let chunk = chunk.trim_end_matches(['-', '/']);
    let mut parts = chunk.split(['-', '/']);
    parts.next().filter(|first| first.bytes().all(|c| c.is_ascii_digit()))?;
    let named = parts.find(|part| !part.bytes().all(|c| c.is_ascii_digit()))?;
    named.chars().next().is_some_and(char::is_uppercase).then_some(chunk.len())
}

/// Measures a date with its year: `19/7/2019`, `5-3-2026`, `5.3.2026`.
fn date(text: &str) -> Option<usize> {
    let mut len = 0;
    for (at, most) in [2, 2, 4].into_iter().enumerate() {
        let rest = text.get(len..)?;
        let digits = length_of(rest, |c| c.is_ascii_digit());
        if digits == 0 || digits > most || (most == 4 && digits < 4) {
            return None;
        }
        len += digits;
        if at < 2 {
            let joint = text.get(len..)?.chars().next().filter(|c| matches!(c, '/' | '.' | '-'))?;
            len += joint.len_utf8();
        }
    }
    Some(len)
}

/// Measures a time: `8:05`, `8h05`, `8g`.
fn clock(text: &str) -> Option<usize> {
    let hours = length_of(text, |c| c.is_ascii_digit());
    let rest = text.get(hours..)?;
    let joint = rest.chars().next().filter(|c| matches!(c, ':' | 'h' | 'g' | 'H'))?;
    let rest = rest.get(joint.len_utf8()..)?;
    let minutes = length_of(rest, |c| c.is_ascii_digit());
    let over = !rest.get(minutes..)?.starts_with(is_letter);
    (hours <= 2 && minutes <= 2 && over && (joint != ':' || minutes == 2)).then_some(hours + joint.len_utf8() + minutes)
}

/// Measures a number with one letter behind it, as in "mục 2b".
fn lettered(text: &str) -> Option<usize> {
    let digits = length_of(text, |c| c.is_ascii_digit());
    let rest = nfc(text.get(digits..)?.split(|c| !is_letter(c)).next()?);
    let letter = length_of(text.get(digits..)?, is_letter);
    (rest.chars().count() == 1).then_some(digits + letter)
}

/// "14 giờ 30 phút" is a time of day; "200 giờ" is a count of hours.
fn set_times_aside(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let hour = |token: &Token| token.whole().is_some_and(|hour| hour <= 24);
        let Some([first, second, ..]) = tokens.get(at..) else { return };
        if !hour(first) || second.word() != Some("giờ") {
            continue;
        }
        let minutes = tokens.get(at + 2).is_some_and(|token| token.whole().is_some_and(|minute| minute < 60));
        for token in tokens.iter_mut().skip(at).take(if minutes { 3 } else { 1 }) {
            if token.number().is_some() {
                token.what = What::Other;
            }
        }
    }
}

fn set_references_aside(text: &str, tokens: &mut [Token]) {
    let wholes = (0..tokens.len()).filter(|at| tokens.get(*at).is_some_and(|token| token.whole().is_some()));
    let aside: Vec<usize> = wholes
        .flat_map(|at| {
            let day = day(tokens, at).or_else(|| years(text, tokens, at)).unwrap_or_default();
            day.into_iter().chain(is_reference(text, tokens, at).then_some(at))
        })
        .collect();
    for at in aside {
        if let Some(token) = tokens.get_mut(at) {
            token.what = What::Other;
        }
    }
}

/// Finds the numbers of a day: "ngày 5", "lễ 30/4", "tháng 3".
fn day(tokens: &[Token], at: usize) -> Option<Vec<usize>> {
    let before = tokens.get(at.checked_sub(1)?)?.word()?;
    let month = tokens.get(at + 1).is_some_and(|token| token.is_mark(&['/']));
    BEFORE_A_DAY.contains(&before).then(|| if month { vec![at, at + 2] } else { vec![at] })
}

fn is_reference(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = |count: usize| at.checked_sub(count).and_then(|at| tokens.get(at));
    let word = |count: usize| before(count).and_then(Token::word).unwrap_or_default();
    let after = tokens.get(at + 1);
    let noun_follows = after.and_then(Token::word).is_some_and(|word| !ends_noun(word));
    let measured = after.is_some_and(|token| token.is_mark(&['/', '%']));
    let numbered_line = after.is_some_and(|token| token.is_mark(&[')']))
        && (at == 0 || before(1).is_some_and(|token| token.is_mark(&['('])));
    let first_of_a_list = at == 0
        && after.is_some_and(|dot| dot.is_mark(&['.']) && tokens.get(at + 2).is_some_and(|next| next.word().is_some()));
    numbered_line
        || first_of_a_list
        || (!measured && BEFORE_A_REFERENCE.contains(&word(1)))
        || (word(1) == "số" && !measured && !matches!(word(2), "tổng" | "trong"))
        || (word(1) == "năm" && is_year(text, tokens.get(at)))
        || (!noun_follows && !measured && BEFORE_A_SYMBOL.contains(&(word(2), word(1))))
}

/// Finds years: one without a noun, or the first and last of a span.
fn years(text: &str, tokens: &[Token], at: usize) -> Option<Vec<usize>> {
    let year = |at: usize| is_year(text, tokens.get(at));
    if !year(at) {
        return None;
    }
    let after = tokens.get(at + 1);
    let dash = after.is_some_and(|token| token.is_mark(&['-', '–', '—']) || token.word() == Some("đến"));
    if dash && year(at + 2) {
        return Some(vec![at, at + 2]);
    }
    let counts = after.is_some_and(|token| {
        token.is_mark(&['/', '%', '-', '–'])
            || token.word().is_some_and(|word| !ends_noun(word))
            || token.number().is_some()
    });
    let measured = at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_mark(&['/', '-', '–']));
    (!counts && !measured).then(|| vec![at])
}

fn is_year(text: &str, token: Option<&Token>) -> bool {
    let is_year = |token: &Token| {
        let plain = text.get(token.range.clone()).is_some_and(|typed| typed.len() == 4);
        plain && token.whole().is_some_and(|year| (1900..=2100).contains(&year))
    };
    token.is_some_and(is_year)
}
