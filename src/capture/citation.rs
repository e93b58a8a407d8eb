//! A pasted list of citations → legal documents: "Chỉ thị số 50-CT/TW, ngày 07/12/2015 của Bộ Chính trị về tăng cường …".
//!
//! No visible character is lost: it is in a field of a document, or part of a number, a date or a word that only connects
//! ("Căn cứ", "số", "ngày", "của", "về", list marks, marks at the end). What is not understood stays in the title.

use std::ops::Range;

use chrono::NaiveDate;

use crate::domain::LegalBasis;
use crate::figures::parse_date;
use crate::text::nfc;

/// What a citation begins with, before the document is named.
const OPENINGS: [&str; 6] = ["căn cứ vào", "căn cứ", "theo", "thực hiện", "và", "cùng với"];
/// Words after which a line cannot end a citation: the next one goes on with it.
const UNFINISHED: [&str; 9] = ["thực", "hiện", "về", "theo", "và", "của", "số", "việc", "ngày"];
/// Words that begin a title without "về": they are part of it.
const TITLE_VERBS: [&str; 10] = [
    "quy định",
    "hướng dẫn",
    "sửa đổi",
    "ban hành",
    "phê duyệt",
    "thi hành",
    "công bố",
    "tăng cường",
    "triển khai",
    "thực hiện",
];
/// A body whose own name goes on with "về": "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng".
const NAMED_BY_TASK: &str = "ban chỉ đạo";
/// The most words that a date takes: "ngày 30 tháng 10 năm 2016", with room for a stray space.
const LONGEST_DATE: usize = 8;

/// Reads the citations of a paste, in order.
///
/// They are parted by semicolons, by line breaks before what begins a new one, and by "Căn cứ".
#[must_use]
pub fn citations(pasted: &str) -> Vec<LegalBasis> {
    let text = nfc(pasted);
    let read = parted(&text).iter().map(|piece| citation(piece)).collect::<Vec<_>>();
    read.into_iter().filter(|basis| *basis != LegalBasis::default()).collect()
}

/// Parts a paste into citations; a part that cannot begin one goes on with the one before it.
fn parted(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut between = "";
    for line in text.lines() {
        for (at, fragment) in line.split(';').flat_map(at_openings).enumerate() {
            let fragment = fragment.trim();
            let joins = if at == 0 { between } else { ";" };
            if fragment.is_empty() {
                continue;
            }
            match pieces.last_mut().filter(|piece| !begins(fragment) || (joins == " " && is_unfinished(piece))) {
                Some(piece) => {
                    piece.push_str(if joins == " " { " " } else { "; " });
                    piece.push_str(fragment);
                }
                None => pieces.push(fragment.to_owned()),
            }
        }
        between = if line.trim_end().ends_with(';') { ";" } else { " " };
    }
    pieces
}

/// Parts a fragment before every "căn cứ" that begins a new citation.
fn at_openings(fragment: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let found = ["Căn cứ ", "căn cứ ", "CĂN CỨ "].iter().flat_map(|word| fragment.match_indices(word));
    let mut places: Vec<usize> = found.map(|(at, _)| at).collect();
    places.sort_unstable();
    for at in places {
        let (before, after) = fragment.split_at_checked(at).unwrap_or((fragment, ""));
        let is_word = before.ends_with(|sign: char| sign.is_whitespace() || ",.:".contains(sign));
        let is_parted = after.starts_with('C') || before.trim_end().ends_with([',', '.', ':']);
        let is_more_than_a_mark =
            !without_list_mark(&format!("{} ", before.get(start..).unwrap_or_default())).is_empty();
        if is_word && is_parted && is_more_than_a_mark && begins(after) {
            parts.push(fragment.get(start..at).unwrap_or_default());
            start = at;
        }
    }
    parts.push(fragment.get(start..).unwrap_or_default());
    parts
}

/// Whether a text begins a citation: with the form of a document or with its number.
fn begins(text: &str) -> bool {
    let body = without_openings(text);
    let words = Words::of(body);
    LegalBasis::form_of(body).is_some()
        || (words.number(0).is_some() || body.len() < text.trim().len()) && !body.is_empty()
}

fn is_unfinished(piece: &str) -> bool {
    let last = piece.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    UNFINISHED.contains(&last.as_str()) || last.ends_with(',')
}

/// Takes away list marks and the words before the document is named.
fn without_openings(text: &str) -> &str {
    let mut rest = text.trim();
    loop {
        let shorter = without_opening(without_list_mark(rest));
        if shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter;
    }
}

fn without_list_mark(text: &str) -> &str {
    let rest = text.trim_start_matches(['-', '+', '•', '*', '–', '—']).trim_start();
    let (mark, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let counted = mark.strip_suffix(['.', ')']).unwrap_or_default();
    let is_mark = counted.len() <= 2 && !counted.is_empty() && counted.chars().all(|sign| sign.is_ascii_alphanumeric());
    if is_mark { after.trim_start() } else { rest }
}

fn without_opening(text: &str) -> &str {
    for opening in OPENINGS {
        let count = opening.split(' ').count();
        let words = Words::of(text);
        let said = (0..count).map(|at| words.word(at).to_lowercase()).collect::<Vec<_>>().join(" ");
        let Some(next) = words.places.get(count) else { continue };
        let rest = text.get(next.start..).unwrap_or_default().trim_start_matches([':', ',']).trim_start();
        let names = LegalBasis::form_of(rest).is_some() || Words::of(rest).number(0).is_some();
        if said.trim_end_matches(':') == opening && (names || opening.starts_with("căn cứ")) {
            return rest;
        }
    }
    text
}

/// Reads one citation.
fn citation(piece: &str) -> LegalBasis {
    let text = without_openings(piece);
    let words = Words::of(text);
    let count = words.places.len();
    let head = (0..count).find(|at| words.ends_form(*at)).unwrap_or(count);
    let mut basis = LegalBasis { form: words.text(0..head), ..LegalBasis::default() };
    let mut left: Vec<String> = Vec::new();
    let mut at = head;
    while at < count {
        if words.word(at) == "," {
            at += 1;
        } else if let Some((symbol, taken)) = words.number(at).filter(|_| basis.symbol.is_empty()) {
            basis.symbol = symbol;
            at += taken;
        } else if let Some((date, taken)) = words.date(at).filter(|_| basis.date.is_none()) {
            basis.date = Some(date);
            at += taken;
        } else if words.is(at, "của") && basis.issuer.is_empty() {
            let end = words.end_of_issuer(at + 1, basis.date.is_none());
            basis.issuer = words.text(at + 1..end);
            at = end;
        } else if words.begins_title(at) {
            let from = if words.is_about(at) && at + 1 < count { at + 1 } else { at };
            left.push(words.text(from..count));
            at = count;
        } else {
            let end = (at + 1..count).find(|next| words.ends_rest(*next)).unwrap_or(count);
            let rest = words.text(at..end);
            let is_body = rest.chars().next().is_some_and(char::is_uppercase);
            if is_body && end < count && words.begins_title(end) && basis.issuer.is_empty() {
                basis.issuer = rest;
            } else {
                left.push(rest);
            }
            at = end;
        }
    }
    if basis.symbol.is_empty() && basis.date.is_none() && LegalBasis::form_of(&basis.form).is_none() {
        // Nothing says that this is a document: it stays whole.
        return LegalBasis { title: words.text(0..count), ..LegalBasis::default() };
    }
    basis.title = left.join(" ");
    basis
}

/// The words of a citation, a comma being one of them.
struct Words<'a> {
    text: &'a str,
    places: Vec<Range<usize>>,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Self {
        let mut places: Vec<Range<usize>> = Vec::new();
        let mut in_word = false;
        for (at, letter) in text.char_indices() {
            let end = at + letter.len_utf8();
            if letter.is_whitespace() {
                in_word = false;
            } else if letter == ',' {
                places.push(at..end);
                in_word = false;
            } else if let Some(last) = places.last_mut().filter(|_| in_word) {
                last.end = end;
            } else {
                places.push(at..end);
                in_word = true;
            }
        }
        Self { text, places }
    }

    fn word(&self, at: usize) -> &'a str {
        self.places.get(at).and_then(|place| self.text.get(place.clone())).unwrap_or_default()
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).to_lowercase() == word
    }

    /// Returns the words of a range as they stand, with single spaces, without the marks that end a part.
    fn text(&self, range: Range<usize>) -> String {
        let places = self.places.get(range).unwrap_or_default();
        let (Some(first), Some(last)) = (places.first(), places.last()) else { return String::new() };
        let part = self.text.get(first.start..last.end).unwrap_or_default();
        let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
        part.trim_end_matches([',', ';', '.', ':', ' ']).trim_start_matches([',', ' ']).to_owned()
    }

    /// Reads the number of a document, with "số" or without; returns it and how many words it takes.
    fn number(&self, at: usize) -> Option<(String, usize)> {
        let word = self.word(at);
        let said = word.to_lowercase();
        let glued = said
            .strip_prefix("số:")
            .filter(|rest| !rest.is_empty())
            .and_then(|rest| word.get(word.len() - rest.len()..));
        let (first, mut taken) = match glued {
            Some(rest) => (rest, 1),
            None if matches!(said.as_str(), "số" | "số:") => (self.word(at + 1), 2),
            None => return self.symbol(word).map(|symbol| (symbol, 1)),
        };
        if !first.starts_with(|sign: char| sign.is_ascii_digit()) {
            return None;
        }
        // A paste may part a number: "50 -CT/TW".
        let mut number = first.to_owned();
        while let Some(next) = Some(self.word(at + taken))
            .filter(|next| next.starts_with(['-', '/']) || !next.is_empty() && number.ends_with(['-', '/']))
        {
            number.push_str(next);
            taken += 1;
        }
        let number = number.trim_end_matches(['.', ':']).to_owned();
        number.chars().all(is_sign).then_some((number, taken))
    }

    /// Reads a word that can only be the number of a document.
    fn symbol(&self, word: &str) -> Option<String> {
        let word = word.trim_end_matches(['.', ':']);
        let is_symbol = word.starts_with(|sign: char| sign.is_ascii_digit())
            && word.contains(['-', '/', '–'])
            && word.chars().any(char::is_alphabetic)
            && word.chars().all(is_sign);
        is_symbol.then(|| word.to_owned())
    }

    /// Reads a date, with "ngày" or without; returns it and how many words it takes.
    fn date(&self, at: usize) -> Option<(NaiveDate, usize)> {
        let named = usize::from(self.is(at, "ngày"));
        (1..=LONGEST_DATE).rev().find_map(|taken| {
            let end = at + taken;
            let (first, last) = (self.places.get(at + named)?, self.places.get(end.checked_sub(1)?)?);
            let part = self.text.get(first.start..last.end)?;
            let date = parse_date(part.trim_end_matches(['.', ':']), None).ok()?;
            Some((date, taken))
        })
    }

    fn is_about(&self, at: usize) -> bool {
        matches!(self.word(at).to_lowercase().as_str(), "về" | "v/v")
    }

    fn begins_title(&self, at: usize) -> bool {
        let two = format!("{} {}", self.word(at), self.word(at + 1));
        self.is_about(at) || self.word(at).starts_with(['“', '"', '«']) || TITLE_VERBS.contains(&two.as_str())
    }

    fn ends_form(&self, at: usize) -> bool {
        self.is_about(at) || self.is(at, "của") || self.number(at).is_some() || self.date(at).is_some()
    }

    fn ends_rest(&self, at: usize) -> bool {
        self.begins_title(at) || self.ends_form(at)
    }

    fn end_of_issuer(&self, from: usize, undated: bool) -> usize {
        let count = self.places.len();
        let ends = |at: &usize| self.begins_title(*at) || undated && self.date(*at).is_some();
        let mut ends = (from + 1..count).filter(ends);
        let first = ends.next().unwrap_or(count);
        // Of two "về" the first belongs to the name of a steering committee.
        let named_by_task = self.is_about(first) && self.text(from..first).to_lowercase().starts_with(NAMED_BY_TASK);
        if named_by_task { ends.find(|at| self.is_about(*at)).unwrap_or(first) } else { first }
    }
}

fn is_sign(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '-' | '/' | '–' | '.' | '&' | '+')
}
