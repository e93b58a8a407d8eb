//! Counts by class with their total, and rankings: a run of clauses with one number each.

use std::ops::Range;

use super::number::{Decimal, Number};
use super::reading::{Classes, Figure};
use super::tokens::{Token, What};
use super::{Level, Ranking};

/// A run of clauses read as one figure: which tokens it takes, and what it says.
pub(super) struct Run {
    pub(super) tokens: Range<usize>,
    pub(super) figure: Figure,
}

/// A part of a text between two commas.
struct Clause {
    tokens: Range<usize>,
    /// The percent in brackets behind it: "12 xuất sắc (26,09%)".
    share: Option<Decimal>,
    /// Where it ends, with those brackets.
    end: usize,
    /// The mark before it, or a space at the beginning.
    opened_by: char,
}

/// One count of a run.
struct Class<'a> {
    count: u64,
    share: Option<Decimal>,
    words: Vec<&'a str>,
    label: String,
    /// What stands before the count where its class follows: of the first class, what the run is about.
    lead: String,
}

/// Finds the runs of a text. Commas part the classes of a run; semicolons do where each class has its own.
pub(super) fn runs(text: &str, tokens: &[Token]) -> Vec<Run> {
    let clauses = clauses(tokens);
    let mut found: Vec<Run> = Vec::new();
    for separator in [',', ';'] {
        let mut at = 0;
        while at < clauses.len() {
            let len = run_length(tokens, &clauses, at, separator);
            let run = clauses.get(at..at + len).filter(|run| run.len() > 1);
            let free = |run: &&[Clause]| {
                let taken = run_tokens(run);
                found.iter().all(|other| other.tokens.end <= taken.start || taken.end <= other.tokens.start)
            };
            if let Some(figure) = run.filter(free).and_then(|run| figure(text, tokens, &clauses, at, run)) {
                found.push(figure);
            }
            at += len.max(1);
        }
    }
    found.sort_by_key(|run| run.tokens.start);
    found
}

fn clauses(tokens: &[Token]) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let (mut start, mut opened_by) = (0, ' ');
    for (at, token) in tokens.iter().enumerate() {
        if at < start {
            continue;
        }
        if let Some(share) = share(tokens, at).filter(|_| start < at) {
            clauses.push(Clause { tokens: start..at, share: Some(share), end: at + SHARE, opened_by });
            // Only a comma may be passed over behind it: what else follows opens the next clause.
            (start, opened_by) = (at + SHARE, ',');
            continue;
        }
        let joined = token.word() == Some("và") && tokens.get(at + 1).is_some_and(|next| next.number().is_some());
        let closes = match token.what {
            What::Mark(mark @ (',' | ';' | ':' | '.' | '(' | ')')) => Some(mark),
            _ if joined => Some(','),
            _ => None,
        };
        if let Some(mark) = closes {
            if start < at {
                clauses.push(Clause { tokens: start..at, share: None, end: at, opened_by });
                opened_by = mark;
            } else if mark != ',' {
                opened_by = mark;
            }
            start = at + 1;
        }
    }
    if start < tokens.len() {
        clauses.push(Clause { tokens: start..tokens.len(), share: None, end: tokens.len(), opened_by });
    }
    clauses
}

/// Tokens of a percent in brackets.
const SHARE: usize = 4;

/// Reads a percent in brackets that begins at a token.
fn share(tokens: &[Token], at: usize) -> Option<Decimal> {
    let [open, number, sign, close] = tokens.get(at..at + SHARE)? else { return None };
    let enclosed = open.is_mark(&['(']) && sign.is_mark(&['%']) && close.is_mark(&[')']);
    match number.number().filter(|_| enclosed)? {
        Number::Whole(whole) => Decimal::new(whole, 0),
        Number::Decimal(decimal) => Some(decimal),
        Number::Odd => None,
    }
}

fn run_length(tokens: &[Token], clauses: &[Clause], at: usize, separator: char) -> usize {
    let rest = clauses.get(at..).unwrap_or_default();
    let joined = |(place, clause): &(usize, &Clause)| {
        let follows = *place == 0 || clause.opened_by == separator || (clause.opened_by == ':' && *place == 1);
        follows && has_one_count(tokens, clause)
    };
    rest.iter().enumerate().take_while(joined).count()
}

fn has_one_count(tokens: &[Token], clause: &Clause) -> bool {
    let tokens = tokens.get(clause.tokens.clone()).unwrap_or_default();
    let plain = tokens.iter().all(|token| matches!(token.what, What::Number(_) | What::Word(_)));
    let mut numbers = tokens.iter().filter(|token| token.number().is_some());
    plain && numbers.next().is_some_and(|first| first.whole().is_some()) && numbers.next().is_none()
}

fn run_tokens(run: &[Clause]) -> Range<usize> {
    let start = run.first().map_or(0, |clause| clause.tokens.start);
    start..run.last().map_or(start, |clause| clause.end)
}

fn figure(text: &str, tokens: &[Token], clauses: &[Clause], at: usize, run: &[Clause]) -> Option<Run> {
    let (mut totals, mut classes) = (Vec::new(), Vec::new());
    for clause in run {
        let read = class(text, tokens.get(clause.tokens.clone()).unwrap_or_default())?;
        let class = Class { share: clause.share, ..read };
        if class.words.first() == Some(&"tổng") { totals.push(class) } else { classes.push(class) }
    }
    if totals.len() > 1 || classes.len() < 2 {
        return None;
    }
    let total = totals.pop();
    let mut taken = run_tokens(run);
    let mut head = head(text, tokens, clauses, at);
    if let (None, Some(first)) = (&head, classes.first_mut()) {
        head = first.take_lead().map(|lead| (taken.start, lead));
    }
    let levels: Option<Vec<(Level, &Class<'_>)>> =
        classes.iter().map(|class| Some((Level::read(&class.words)?, class))).collect();
    let (mut counts, mut shares) = ([None; 4], [None; 4]);
    let distinct = levels.iter().flatten().all(|(level, class)| {
        let place = Level::ALL.iter().position(|other| other == level);
        if let Some(share) = place.and_then(|place| shares.get_mut(place)) {
            *share = class.share;
        }
        let place = place.and_then(|place| counts.get_mut(place));
        place.is_some_and(|place| place.replace(class.count).is_none())
    });
    if let Some((from, _)) = &head {
        taken.start = *from;
    }
    let named = head.map(|(_, subject)| subject).unwrap_or_default();
    let figure = if levels.is_some() && distinct {
        let of_total = total.as_ref().map(|total| without(&total.label, &["tổng số", "tổng cộng", "tổng", "là", "có"]));
        let named = without(&named, &["kết quả", "đánh giá", "xếp loại", "chất lượng", "năm nay", "đối với"]);
        let subject = if named.is_empty() { of_total.unwrap_or_default() } else { named };
        Figure::Ranking(Ranking { subject, counts, total: total.map(|total| total.count), shares })
    } else {
        let total = total?.count;
        let shares = classes.iter().filter_map(|class| Some((class.count, class.share?))).collect();
        let classes = classes.into_iter().map(|class| (class.label, class.count)).collect();
        Figure::Classes(Classes { subject: named, classes, total, shares })
    };
    Some(Run { tokens: taken, figure })
}

fn class<'a>(text: &str, tokens: &'a [Token]) -> Option<Class<'a>> {
    let at = tokens.iter().position(|token| token.whole().is_some())?;
    let count = tokens.get(at)?.whole()?;
    let words: Vec<&str> = tokens.iter().filter_map(Token::word).collect();
    let label = |tokens: &[Token]| {
        let (first, last) = (tokens.first()?, tokens.last()?);
        text.get(first.range.start..last.range.end).map(str::to_owned)
    };
    let [before, behind] =
        [tokens.get(..at), tokens.get(at + 1..)].map(|part| part.and_then(label).unwrap_or_default());
    let label = format!("{before} {behind}").trim().to_owned();
    let lead = if behind.is_empty() { String::new() } else { before };
    (!words.is_empty()).then_some(Class { count, share: None, words, label, lead })
}

impl Class<'_> {
    /// Parts what the run is about from the class: "xếp loại đảng viên 12 xuất sắc", but not "đạt 12 xuất sắc".
    fn take_lead(&mut self) -> Option<String> {
        let count = self.lead.split_whitespace().count();
        if count < 2 {
            return None;
        }
        self.words.drain(..count.min(self.words.len()));
        self.label = self.label.get(self.lead.len()..).unwrap_or_default().trim_start().to_owned();
        Some(std::mem::take(&mut self.lead))
    }
}

/// Finds what stands before the colon in front of a run: where it begins, and its words.
fn head(text: &str, tokens: &[Token], clauses: &[Clause], at: usize) -> Option<(usize, String)> {
    let run = clauses.get(at).filter(|clause| clause.opened_by == ':')?;
    let mut first = at.checked_sub(1)?;
    // "tập thể lãnh đạo, quản lý: …" is one head of two clauses.
    while clauses.get(first).is_some_and(|clause| clause.opened_by == ',' && !has_number(tokens, clause)) {
        first = first.checked_sub(1)?;
    }
    let head = clauses.get(first)?;
    if clauses.get(first..at)?.iter().any(|clause| has_number(tokens, clause)) {
        return None;
    }
    let last = tokens.get(run.tokens.start.checked_sub(2)?)?;
    let words = text.get(tokens.get(head.tokens.start)?.range.start..last.range.end)?;
    Some((head.tokens.start, words.to_owned()))
}

fn has_number(tokens: &[Token], clause: &Clause) -> bool {
    tokens.get(clause.tokens.clone()).unwrap_or_default().iter().any(|token| token.number().is_some())
}

/// Takes words off the front of a text, whatever their case, as long as one of them stands there.
fn without(text: &str, words: &[&str]) -> String {
    let mut rest = text.trim();
    while let Some(shorter) = words.iter().find_map(|word| strip(rest, word)) {
        rest = shorter;
    }
    rest.to_owned()
}

fn strip<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text;
    for letter in word.chars() {
        let first = rest.chars().next()?;
        if !first.to_lowercase().eq(letter.to_lowercase()) {
            return None;
        }
        rest = rest.get(first.len_utf8()..)?;
    }
    let ends = rest.chars().next().is_none_or(|next| !next.is_alphanumeric());
    ends.then(|| rest.trim_start_matches([' ', ',']))
}
