//! Figures found in free text. What can be read in more than one way is told as a doubt; nothing is guessed.

use super::classes::runs;
use super::number::{Decimal, Number};
use super::reading::{Amount, Count, Figure, FigureDoubt, Impossible, Nearness, Ratio, Reading};
use super::tokens::{Token, What, ends_noun, tokens};

/// A noun of a count has at most so many words.
const NOUN_WORDS: usize = 5;

/// Finds the figures of a text, in its order.
///
/// Dates, times, symbols of documents, pages, years and codes of criteria are not figures.
#[must_use]
pub fn read_figures(text: &str) -> Vec<Reading> {
    let tokens = tokens(text);
    let mut runs = runs(text, &tokens).into_iter().peekable();
    let mut reader = Reader { text, tokens: &tokens, readings: Vec::new(), at: 0 };
    while reader.at < tokens.len() {
        if let Some(run) = runs.next_if(|run| run.tokens.start <= reader.at) {
            reader.add(run.tokens.start, run.tokens.end, run.figure);
            continue;
        }
        let limit = runs.peek().map_or(tokens.len(), |run| run.tokens.start);
        reader.read(limit);
    }
    reader.readings
}

/// Whether a part may be more than its whole: of a target, which can be exceeded, or where a percent beyond 100 is stated.
fn may_exceed(noun: &str, stated: Option<Decimal>) -> bool {
    const TARGETS: [&str; 5] = ["chỉ tiêu", "kế hoạch", "dự toán", "mục tiêu", "định mức"];
    let noun = noun.to_lowercase();
    TARGETS.iter().any(|target| noun.contains(target)) || stated.is_some_and(Decimal::is_beyond_all)
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    readings: Vec<Reading>,
    at: usize,
}

impl Reader<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    fn word(&self, at: usize) -> &str {
        self.token(at).and_then(Token::word).unwrap_or_default()
    }

    fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.token(at).is_some_and(|token| token.is_mark(marks))
    }

    fn number(&self, at: usize) -> Option<Number> {
        self.token(at).and_then(Token::number)
    }

    /// Takes the tokens from `first` up to `end` as a figure.
    fn add(&mut self, first: usize, end: usize, figure: Figure) {
        if let (Some(from), Some(to)) = (self.token(first), end.checked_sub(1).and_then(|last| self.token(last))) {
            let range = from.range.start..to.range.end;
            self.readings.push(Reading { range, figure });
        }
        self.at = end.max(self.at + 1);
    }

    /// Reads what begins at the present token, or passes it over.
    fn read(&mut self, limit: usize) {
        let at = self.at;
        let Some(number) = self.number(at) else {
            self.at += 1;
            return;
        };
        if let Some(end) = self.spaced_digits(at) {
            return self.add(at, end, Figure::Doubt(FigureDoubt::Grouping));
        }
        if let Some(end) = self.percent_sign(at + 1) {
            return match number {
                Number::Whole(whole) => self.percent(at, end, Decimal::new(whole, 0)),
                Number::Decimal(decimal) => self.percent(at, end, Some(decimal)),
                Number::Odd => self.add(at, end, Figure::Doubt(FigureDoubt::Grouping)),
            };
        }
        match number {
            Number::Odd => self.add(at, at + 1, Figure::Doubt(FigureDoubt::Grouping)),
            Number::Decimal(measure) => {
                let (end, noun) = self.noun(at + 1, limit);
                self.add(at, end, Figure::Count(Count { amount: Amount::Measure(measure), noun }));
            }
            Number::Whole(whole) => self.whole(at, whole, limit),
        }
    }

    fn percent(&mut self, at: usize, end: usize, percent: Option<Decimal>) {
        let figure = percent.map_or(Figure::Doubt(FigureDoubt::Grouping), Figure::Percent);
        self.add(at, end, figure);
    }

    /// "1 204": a space may part thousands, or two numbers.
    fn spaced_digits(&self, at: usize) -> Option<usize> {
        let three = |at: usize| {
            let (before, token) = (self.token(at.checked_sub(1)?)?, self.token(at)?);
            let gap = self.text.get(before.range.end..token.range.start)?;
            (token.whole().is_some() && token.range.len() == 3 && !gap.is_empty()).then_some(())
        };
        let short = self.token(at)?.range.len() <= 3;
        let more = (at + 1..).take_while(|at| three(*at).is_some()).count();
        (short && more > 0).then_some(at + 1 + more)
    }

    fn percent_sign(&self, at: usize) -> Option<usize> {
        if self.is_mark(at, &['%']) {
            Some(at + 1)
        } else {
            (self.word(at) == "phần" && self.word(at + 1) == "trăm").then_some(at + 2)
        }
    }

    fn whole(&mut self, at: usize, whole: u64, limit: usize) {
        if self.is_mark(at + 1, &['/']) && self.number(at + 2).is_some() {
            return self.ratio(at, whole, limit);
        }
        if let Some((most, end)) = self.range(at) {
            if self.percent_sign(end).is_some() {
                // A range of percents can be compared with nothing.
                self.at = end;
                return;
            }
            if most <= whole {
                return self.add(at, end, Figure::Doubt(FigureDoubt::Range));
            }
            let (end, noun) = self.noun(end, limit);
            return self.add(at, end, Figure::Count(Count { amount: Amount::Between(whole, most), noun }));
        }
        let before = at.checked_sub(1).filter(|before| !self.taken(*before));
        let nearness = before.and_then(|before| Nearness::of(self.word(before)));
        let amount = nearness.map_or(Amount::Exact(whole), |nearness| Amount::About(nearness, whole));
        let first = if nearness.is_some() { at - 1 } else { at };
        let (end, noun) = self.noun(at + 1, limit);
        let count = Count { amount, noun };
        if !count.noun.is_empty() && self.is_mark(end, &['/']) && end + 1 < limit {
            return self.pair(first, end + 1, count, limit);
        }
        self.add(first, end, Figure::Count(count));
    }

    fn taken(&self, at: usize) -> bool {
        let place = self.token(at).map_or(0, |token| token.range.start);
        self.readings.last().is_some_and(|reading| place < reading.range.end)
    }

    /// Reads "3–5", "1 đến 2" behind its first number: the second number, and where it ends.
    fn range(&self, at: usize) -> Option<(u64, usize)> {
        let joint = self.is_mark(at + 1, &['-', '–', '—']) || matches!(self.word(at + 1), "đến" | "tới");
        let most = self.token(at + 2)?.whole()?;
        joint.then_some((most, at + 3))
    }

    /// Two numbers without a noun that are a day and a month and cannot be a part of a whole, or a month and a year.
    fn is_day(&self, at: usize, first: u64, second: u64) -> bool {
        let digits = |at: usize| self.token(at).map_or(0, |token| token.range.len());
        let day = (1..=31).contains(&first) && (1..=12).contains(&second) && first > second;
        let year = (1..=12).contains(&first) && (1900..=2100).contains(&second) && digits(at + 2) == 4;
        (day || year) && digits(at) <= 2
    }

    fn ratio(&mut self, at: usize, part: u64, limit: usize) {
        if self.is_mark(at + 3, &['/']) && self.number(at + 4).is_some() {
            return self.add(at, at + 5, Figure::Doubt(FigureDoubt::Slashes));
        }
        let Some(whole) = self.token(at + 2).and_then(Token::whole) else {
            return self.add(at, at + 3, Figure::Doubt(FigureDoubt::Grouping));
        };
        let (end, noun) = self.noun(at + 3, limit);
        let stated = self.stated_behind(end).or_else(|| self.stated_before(at));
        if stated.is_none() && noun.is_empty() && self.is_day(at, part, whole) {
            self.at = at + 3;
            return;
        }
        let impossible = match whole {
            0 => Some(Impossible::WholeIsZero { part }),
            _ if part > whole && !may_exceed(&noun, stated.map(|(_, _, stated)| stated)) => {
                Some(Impossible::PartOverWhole { part, whole })
            }
            _ => None,
        };
        if let Some(impossible) = impossible {
            return self.add(at, end, Figure::Impossible(impossible));
        }
        let (first, end, stated) = match stated {
            Some((first, last, stated)) => (first.min(at), last.max(end), Some(stated)),
            None => (at, end, None),
        };
        if first < at {
            // The percent before the bracket is this ratio's own.
            self.readings.pop();
        }
        self.add(first, end, Figure::Ratio(Ratio { part, whole, noun, stated }));
    }

    /// Finds the percent stated behind a ratio: where it begins and ends, and what it is.
    ///
    /// It must be tied to the ratio: in brackets, after a word such as "đạt" or "ghi", or right behind with nothing after it.
    fn stated_behind(&self, from: usize) -> Option<(usize, usize, Decimal)> {
        const TIES: [&str; 11] = ["đạt", "ghi", "là", "bằng", "chiếm", "lệ", "đương", "tức", "nêu", "cáo", "được"];
        let stops = |token: &&Token| token.is_mark(&[';', '.', '/']) || token.number().is_some();
        let gap = self.tokens.get(from..)?.iter().take_while(|token| !stops(token)).count();
        let at = from + gap;
        let (end, stated) = self.stated(at)?;
        let before = at.checked_sub(1)?;
        let tied = self.is_mark(before, &['(', '=']) || TIES.contains(&self.word(before));
        let bare = (from..at).all(|at| self.is_mark(at, &[',', ':', '-', '–']));
        let alone = || self.token(end).is_none_or(|next| next.word().is_none_or(ends_noun));
        let closed = if self.is_mark(before, &['(']) && self.is_mark(end, &[')']) { end + 1 } else { end };
        (tied || (bare && alone())).then_some((from, closed, stated))
    }

    /// Finds the percent in front of a ratio in brackets: "đạt 96,32% (1.204/1.250 đảng viên)".
    fn stated_before(&self, at: usize) -> Option<(usize, usize, Decimal)> {
        let bracket = at.checked_sub(1).filter(|at| self.is_mark(*at, &['(']))?;
        let before = self.token(bracket.checked_sub(1)?)?;
        let reading = self.readings.last().filter(|reading| reading.range.end == before.range.end)?;
        let Figure::Percent(stated) = reading.figure else { return None };
        let first = self.tokens.iter().position(|token| token.range.start == reading.range.start)?;
        Some((first, at, stated))
    }

    fn stated(&self, at: usize) -> Option<(usize, Decimal)> {
        let stated = match self.number(at)? {
            Number::Whole(whole) => Decimal::new(whole, 0)?,
            Number::Decimal(decimal) => decimal,
            Number::Odd => return None,
        };
        Some((self.percent_sign(at + 1)?, stated))
    }

    /// Reads two counts with a slash between them: a ratio when they count the same.
    fn pair(&mut self, first: usize, at: usize, count: Count, limit: usize) {
        let Some(other) = self.token(at).and_then(Token::whole) else {
            return self.add(first, at - 1, Figure::Count(count));
        };
        let (end, noun) = self.noun(at + 1, limit);
        let same = noun.is_empty() || noun.to_lowercase() == count.noun.to_lowercase();
        let Amount::Exact(part) = count.amount else {
            let other = Count { amount: Amount::Exact(other), noun };
            return self.add(first, end, Figure::Pair(count, other, None));
        };
        let behind = self.stated_behind(end);
        let stated = behind.map(|(_, _, stated)| stated);
        let figure = match other {
            _ if !same => {
                let end = behind.map_or(end, |(_, end, _)| end);
                let other = Count { amount: Amount::Exact(other), noun };
                return self.add(first, end, Figure::Pair(count, other, stated));
            }
            0 => Figure::Impossible(Impossible::WholeIsZero { part }),
            whole if part > whole && !may_exceed(&count.noun, stated) => {
                Figure::Impossible(Impossible::PartOverWhole { part, whole })
            }
            whole => {
                let end = behind.map_or(end, |(_, end, _)| end);
                return self.add(first, end, Figure::Ratio(Ratio { part, whole, noun: count.noun, stated }));
            }
        };
        self.add(first, end, figure);
    }

    /// Reads the noun that begins at a token: where it ends, and its words as typed.
    fn noun(&self, at: usize, limit: usize) -> (usize, String) {
        let words = self.tokens.get(at..limit.max(at)).unwrap_or_default();
        let is_noun = |token: &&Token| matches!(&token.what, What::Word(word) if !ends_noun(word));
        let mut end = at + words.iter().take(NOUN_WORDS).take_while(is_noun).count();
        // The word before the next number belongs to that one: "12 đơn trên 3 xã".
        if end > at && self.number(end).is_some() && Nearness::of(self.word(end - 1)).is_some() {
            end -= 1;
        }
        let text = match (self.token(at), end.checked_sub(1).and_then(|last| self.token(last))) {
            (Some(first), Some(last)) if end > at => self.text.get(first.range.start..last.range.end),
            _ => None,
        };
        (end, text.unwrap_or_default().to_owned())
    }
}
