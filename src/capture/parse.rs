//! From a line to a draft.

use std::ops::Range;

use super::draft::{Context, Doubt, Draft, Notice, Parsed, Span, SpanRole};
use super::inside::{Reading, Value, looks_like_mark, read};
use super::marks::{Leading, read_leading};

/// Reads one typed line.
///
/// The line may hold newlines (a paste kept as one entry); they stay in the text. See `docs/capture.md` for the grammar
/// and the module for what is promised about characters.
#[must_use]
pub fn parse(line: &str, context: &Context) -> Parsed {
    let mut reader = Reader { line, context, draft: Draft::default(), notices: Vec::new() };
    let tokens = reader.tokens();
    let Reader { draft, notices, .. } = reader;
    let mut writer =
        Writer { line, text: String::with_capacity(line.len()), spans: Vec::with_capacity(8), gap: "", loose: None };
    for token in &tokens {
        writer.add(token);
    }
    let (text, spans) = writer.finish();
    Parsed { draft: Draft { text, ..draft }, spans, notices }
}

/// A word of the line, or a quoted name of several words, with the white space before it.
struct Token {
    gap: Range<usize>,
    range: Range<usize>,
    what: What,
}

enum What {
    Text,
    /// Text after a backslash that is not part of it.
    Escaped,
    Doubtful,
    /// A mark, up to the punctuation that begins at this byte.
    Mark(SpanRole, usize),
}

struct Reader<'a> {
    line: &'a str,
    context: &'a Context,
    draft: Draft,
    notices: Vec<Notice>,
}

impl Reader<'_> {
    fn tokens(&mut self) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(self.line.len() / 4);
        let mut end = 0;
        while let Some(token) = self.next_token(end, tokens.is_empty()) {
            end = token.range.end;
            tokens.push(token);
        }
        tokens
    }

    fn next_token(&mut self, from: usize, first: bool) -> Option<Token> {
        let rest = self.line.get(from..)?;
        let rest = rest.trim_start();
        let word = rest.split(char::is_whitespace).next().filter(|word| !word.is_empty())?;
        let start = self.line.len() - rest.len();
        let (what, len) = self.classify(word, rest, start, first);
        Some(Token { gap: from..start, range: start..start + len, what })
    }

    /// Tells what begins at `start` and how many bytes of the line it takes.
    fn classify(&mut self, word: &str, rest: &str, start: usize, first: bool) -> (What, usize) {
        if word.starts_with('\\') {
            let escaped = looks_like_mark(word.trim_start_matches('\\'), first);
            return (if escaped { What::Escaped } else { What::Text }, word.len());
        }
        if first {
            match read_leading(word) {
                Leading::Kind(kind) => {
                    self.draft.kind = kind;
                    return (What::Mark(SpanRole::Kind, start + word.len()), word.len());
                }
                Leading::Doubtful(why) => return self.doubt(why, word, start),
                Leading::Plain => {}
            }
        }
        match read(word, rest, self.context) {
            Reading::Plain => (What::Text, word.len()),
            Reading::Doubtful(why) => self.doubt(why, word, start),
            Reading::Mark { value, mark, punctuation } => {
                let role = value.role();
                if self.take(value) {
                    (What::Mark(role, start + mark), mark + punctuation)
                } else {
                    self.doubt(Doubt::SecondOne(role), word, start)
                }
            }
        }
    }

    fn doubt(&mut self, why: Doubt, word: &str, start: usize) -> (What, usize) {
        self.notices.push(Notice { range: start..start + word.len(), why });
        (What::Doubtful, word.len())
    }

    /// Puts a value into the draft, unless the draft has another one where only one can be.
    fn take(&mut self, value: Value) -> bool {
        let draft = &mut self.draft;
        match value {
            Value::Person(name) => add(&mut draft.people, name),
            Value::Criterion(code) => add(&mut draft.criteria, code),
            Value::Link(link) => add(&mut draft.links, link),
            Value::Time(time) => *draft.time.get_or_insert(time) == time,
            Value::Due(due) => *draft.due.get_or_insert(due) == due,
            Value::Severity(severity) => *draft.severity.get_or_insert(severity) == severity,
        }
    }
}

/// Adds what is not there yet; saying it twice says nothing more.
fn add<T: PartialEq>(all: &mut Vec<T>, one: T) -> bool {
    if !all.contains(&one) {
        all.push(one);
    }
    true
}

/// Puts together the text that is left when the marks are taken out, and the spans.
///
/// Where marks are taken out from between two words, the white space with the most line breaks stands in their place.
/// Punctuation right after a mark returns to the end of the text before it, as in "rà soát hồ sơ <30/4, báo cáo" (rà soát
/// hồ sơ, báo cáo). It stays with the mark where it only parts marks ("@Em, @Giang: …") or no text stands before.
struct Writer<'a> {
    line: &'a str,
    text: String,
    spans: Vec<Span>,
    /// White space to put before the next word.
    gap: &'a str,
    /// Punctuation after the last mark, not yet decided on.
    loose: Option<(Range<usize>, SpanRole)>,
}

impl Writer<'_> {
    fn add(&mut self, token: &Token) {
        if let What::Mark(role, end) = token.what {
            self.keep_loose_with_its_mark();
            self.widen_gap(&token.gap);
            self.span(token.gap.clone(), SpanRole::Text);
            self.span(token.range.start..end, role);
            self.loose = Some((end..token.range.end, role));
            return;
        }
        self.return_loose();
        self.widen_gap(&token.gap);
        if !self.text.is_empty() {
            self.text.push_str(self.gap);
        }
        self.gap = "";
        self.span(token.gap.clone(), SpanRole::Text);
        let mut words = token.range.clone();
        if matches!(token.what, What::Escaped) {
            words.start += '\\'.len_utf8();
            self.span(token.range.start..words.start, SpanRole::Escape);
        }
        self.text.push_str(self.line.get(words.clone()).unwrap_or_default());
        self.span(words, if matches!(token.what, What::Doubtful) { SpanRole::Doubtful } else { SpanRole::Text });
    }

    fn finish(mut self) -> (String, Vec<Span>) {
        self.return_loose();
        let end = self.spans.last().map_or(0, |span| span.range.end);
        self.span(end..self.line.len(), SpanRole::Text);
        (self.text, self.spans)
    }

    fn keep_loose_with_its_mark(&mut self) {
        if let Some((range, role)) = self.loose.take() {
            self.span(range, role);
        }
    }

    fn return_loose(&mut self) {
        if self.text.is_empty() {
            self.keep_loose_with_its_mark();
        } else if let Some((range, _)) = self.loose.take() {
            self.text.push_str(self.line.get(range.clone()).unwrap_or_default());
            self.span(range, SpanRole::Text);
        }
    }

    fn widen_gap(&mut self, gap: &Range<usize>) {
        let gap = self.line.get(gap.clone()).unwrap_or_default();
        let breaks = |white: &str| white.matches('\n').count();
        if self.gap.is_empty() || breaks(gap) > breaks(self.gap) {
            self.gap = gap;
        }
    }

    fn span(&mut self, range: Range<usize>, role: SpanRole) {
        match self.spans.last_mut() {
            _ if range.is_empty() => {}
            // A mark and the next one are never adjacent, so this joins text to text and punctuation to its mark.
            Some(last) if last.role == role => last.range.end = range.end,
            _ => self.spans.push(Span { range, role }),
        }
    }
}
