//! What a line being typed may go on with: people, bodies, criteria, documents, phrases.
//!
//! Proposes only; nothing here changes a line. Words without accents find accented ones, words with accents only themselves.

use std::ops::Range;

use super::marks::marks;
use super::offers::Offers;
use super::person::{PersonMatch, resolve_person, unquoted_name};
use crate::domain::EntryKind;
use crate::text::fold;

/// What can be proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferKind {
    /// Somebody at the table, or of the delegation.
    Person,
    /// A unit.
    Body,
    /// A criterion, by its code or the words of its title.
    Criterion,
    /// The symbol of a legal document.
    Document,
    /// Words typed before for an entry of this kind.
    Phrase(EntryKind),
}

/// Something that a line may go on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    kind: OfferKind,
    text: String,
    title: String,
    lower: String,
    plain: String,
    plain_title: String,
}

impl Offer {
    /// Offers a text.
    #[must_use]
    pub fn of(kind: OfferKind, text: &str) -> Self {
        let text: String = text.split_whitespace().collect::<Vec<&str>>().join(" ");
        let (lower, plain) = (text.to_lowercase(), fold(&text));
        Self { kind, text, lower, plain, title: String::new(), plain_title: String::new() }
    }

    /// Offers a criterion that is found by its title as well.
    #[must_use]
    pub fn criterion(code: &str, title: &str) -> Self {
        let (title, plain_title) = (title.to_owned(), fold(title));
        Self { title, plain_title, ..Self::of(OfferKind::Criterion, code) }
    }

    /// Its words without accents.
    pub(super) fn plain(&self) -> &str {
        &self.plain
    }

    /// Whether the text goes on where `typed` ends.
    fn goes_on(&self, typed: &Typed) -> bool {
        self.plain.len() > typed.plain.len()
            && self.plain.starts_with(&typed.plain)
            && (typed.is_plain() || agrees(&typed.lower, &self.lower))
    }

    /// Whether a word of the text begins like that.
    fn has_word(&self, typed: &Typed) -> bool {
        let mut words = self.lower.split(' ').zip(self.plain.split(' '));
        words.any(|(lower, plain)| plain.starts_with(&typed.plain) && (typed.is_plain() || agrees(&typed.lower, lower)))
    }
}

/// How a line may go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What of the line it takes the place of, in bytes; always up to the end.
    pub range: Range<usize>,
    /// What stands there instead.
    pub text: String,
    /// What it is, for a person to choose by.
    pub shown: String,
}

/// A part of the line as it was typed, and what it is compared by.
struct Typed {
    lower: String,
    plain: String,
}

impl Typed {
    fn of(text: &str) -> Self {
        let ends_in_space = text.ends_with(char::is_whitespace);
        let mut text = text.split_whitespace().collect::<Vec<&str>>().join(" ");
        if ends_in_space && !text.is_empty() {
            text.push(' ');
        }
        Self { lower: text.to_lowercase(), plain: fold(&text) }
    }

    /// The same without its first word, where there is another one.
    fn behind_first_word(mut self) -> Option<Self> {
        let behind = |text: &str| text.find(' ').map(|at| at + 1);
        drop(self.lower.drain(..behind(&self.lower)?));
        drop(self.plain.drain(..behind(&self.plain)?));
        Some(self)
    }

    fn is_plain(&self) -> bool {
        self.lower == self.plain
    }

    fn letters(&self) -> usize {
        self.plain.chars().filter(|letter| letter.is_alphanumeric()).count()
    }
}

/// Fewer letters than these of a name, and of a phrase, say too little to guess by.
const NAME_LETTERS: usize = 3;
const PHRASE_LETTERS: usize = 4;
/// A name is looked for in at most so many words at the end of the line.
const NAME_WORDS: usize = 6;

/// Proposes how a line may go on, given what stands before the caret; at most `most`, the likeliest first.
///
/// `offers` come in the order of how near they are: this visit, then this delegation and the newest.
#[must_use]
pub fn complete(line: &str, offers: &[&Offers], most: usize) -> Vec<Completion> {
    let mut found = Found { most, all: Vec::new() };
    let word = line.rfind(char::is_whitespace).map_or(0, |at| at + line.get(at..).map_or(1, first_letter));
    let token = line.get(word..).unwrap_or_default();
    if let Some((at, typed)) = open_quote(line).or_else(|| Some((word, token.strip_prefix('@')?))) {
        people(line.len(), at, typed, offers, &mut found);
    } else if let Some(typed) = token.strip_prefix('#') {
        criteria(line.len(), word, typed, offers, &mut found);
    } else if !token.starts_with(['<', '!', '^', '~', '/', '\\', '@']) {
        unquoted(line, offers, &mut found);
        documents(word, token, line.len(), offers, &mut found);
        names(line, offers, &mut found);
        phrases(line, offers, &mut found);
    }
    // What goes on with more of the line is likelier than what goes on with its last word.
    found.all.sort_by_key(|completion| completion.range.start);
    let mut distinct = Found { most, all: Vec::new() };
    distinct.add(found.all);
    distinct.all
}

/// What was found so far.
struct Found {
    most: usize,
    all: Vec<Completion>,
}

impl Found {
    /// Adds what one way of looking finds, the likeliest first; behind the most that are shown nothing is looked for any more.
    fn add(&mut self, completions: impl IntoIterator<Item = Completion>) {
        let before = self.all.len();
        for completion in completions {
            let of_this_way = self.all.get(before..).unwrap_or_default();
            if !of_this_way.iter().any(|other| other.text == completion.text) {
                self.all.push(completion);
            }
            if self.all.len() - before >= self.most {
                return;
            }
        }
    }
}

fn first_letter(text: &str) -> usize {
    text.chars().next().map_or(1, char::len_utf8)
}

/// Finds a name whose quote is still open: where its `@` stands, and what was typed of it.
fn open_quote(line: &str) -> Option<(usize, &str)> {
    let at = line.rfind("@\"").max(line.rfind("@“"))?;
    let typed = line.get(at..)?.trim_start_matches('@');
    let typed = typed.get(first_letter(typed)..)?;
    let stands_alone = line.get(..at)?.chars().next_back().is_none_or(char::is_whitespace);
    (stands_alone && !typed.contains(['"', '”', '\n'])).then_some((at, typed))
}

/// Puts a name of several words into quotes that was typed without them, as long as its first word is nobody's name.
fn unquoted(line: &str, offers: &[&Offers], found: &mut Found) {
    let Some(at) = line.rfind('@').filter(|at| line.get(..*at).is_some_and(|before| !before.ends_with(is_word))) else {
        return;
    };
    let Some(name) = unquoted_name(line, at).filter(|name| line.trim_end().ends_with(name)) else { return };
    let known = all(offers).filter(|offer| offer.kind == OfferKind::Person);
    let known: Vec<&str> = known.map(|offer| offer.text.as_str()).collect();
    let first = name.split(' ').next().unwrap_or_default();
    if resolve_person(first, &known) == PersonMatch::None {
        people(line.len(), at, &name, offers, found);
        found.add([Completion { range: at..line.len(), text: format!("@\"{name}\""), shown: name }]);
    }
}

fn is_word(letter: char) -> bool {
    !letter.is_whitespace()
}

fn people(end: usize, at: usize, typed: &str, offers: &[&Offers], found: &mut Found) {
    if typed.is_empty() || typed.starts_with(|first: char| first.is_ascii_digit()) {
        return;
    }
    let typed = Typed::of(typed);
    let named = all(offers).filter(|offer| matches!(offer.kind, OfferKind::Person | OfferKind::Body));
    let named = named.filter(|offer| offer.goes_on(&typed) || offer.plain == typed.plain || offer.has_word(&typed));
    found.add(named.map(|offer| {
        let text = format!("@\"{}\"", offer.text.replace('"', "\"\""));
        Completion { range: at..end, text, shown: offer.text.clone() }
    }));
}

fn criteria(end: usize, at: usize, typed: &str, offers: &[&Offers], found: &mut Found) {
    if typed.is_empty() {
        return;
    }
    let typed = Typed::of(typed);
    let by_title =
        |offer: &Offer| typed.letters() > 1 && offer.plain_title.split(' ').any(|word| word.starts_with(&typed.plain));
    let listed = all(offers).filter(|offer| offer.kind == OfferKind::Criterion && offer.plain != typed.plain);
    let listed = listed.filter(|offer| offer.plain.starts_with(&typed.plain) || by_title(offer));
    found.add(listed.map(|offer| {
        let shown = format!("{} {}", offer.text, offer.title).trim().to_owned();
        Completion { range: at..end, text: format!("#{}", offer.text), shown }
    }));
}

fn documents(at: usize, token: &str, end: usize, offers: &[&Offers], found: &mut Found) {
    if !token.starts_with(|first: char| first.is_ascii_digit()) {
        return;
    }
    let typed = Typed::of(token);
    if typed.letters() < 2 {
        return;
    }
    let listed = going_on(offers, &typed).filter(|offer| offer.kind == OfferKind::Document);
    found.add(listed.map(|offer| Completion { range: at..end, text: offer.text.clone(), shown: offer.text.clone() }));
}

/// Looks for names that the last words of the line begin, the most words first.
fn names(line: &str, offers: &[&Offers], found: &mut Found) {
    let mut starts: Vec<usize> = Vec::new();
    let mut before = ' ';
    for (at, letter) in line.char_indices() {
        if before.is_whitespace() && !letter.is_whitespace() {
            starts.push(at);
        }
        before = letter;
    }
    let first = starts.len().saturating_sub(NAME_WORDS);
    let starts = starts.get(first..).unwrap_or_default();
    let mut rest = starts.first().map(|at| Typed::of(line.get(*at..).unwrap_or_default()));
    for at in starts {
        let Some(typed) = rest.take_if(|typed| typed.letters() >= NAME_LETTERS) else { break };
        let named = going_on(offers, &typed).filter(|offer| matches!(offer.kind, OfferKind::Person | OfferKind::Body));
        found.add(named.map(|offer| Completion {
            range: *at..line.len(),
            text: offer.text.clone(),
            shown: offer.text.clone(),
        }));
        rest = typed.behind_first_word();
    }
}

/// Looks for phrases that the whole of the line begins, those of its own kind first.
fn phrases(line: &str, offers: &[&Offers], found: &mut Found) {
    let start = line.len() - line.trim_start().len();
    let rest = line.get(start..).unwrap_or_default();
    let first = rest.split_whitespace().next().unwrap_or_default();
    let mark = marks().iter().find(|mark| !mark.mark.is_empty() && mark.mark.eq_ignore_ascii_case(first));
    let kind = mark.map_or(EntryKind::Statement, |mark| mark.kind);
    let words = rest.get(mark.map_or(0, |_| first.len())..).unwrap_or_default();
    let at = line.len() - words.trim_start().len();
    let typed = Typed::of(words);
    if typed.letters() < PHRASE_LETTERS {
        return;
    }
    let own = going_on(offers, &typed).filter(|offer| offer.kind == OfferKind::Phrase(kind));
    let of_another_kind = |offer: &&Offer| matches!(offer.kind, OfferKind::Phrase(of) if of != kind);
    found.add(own.chain(going_on(offers, &typed).filter(of_another_kind)).map(|offer| Completion {
        range: at..line.len(),
        text: offer.text.clone(),
        shown: offer.text.clone(),
    }));
}

fn all<'a>(offers: &[&'a Offers]) -> impl Iterator<Item = &'a Offer> {
    offers.iter().flat_map(|offers| offers.iter())
}

/// Lists what goes on where `typed` ends.
fn going_on<'a>(offers: &[&'a Offers], typed: &Typed) -> impl Iterator<Item = &'a Offer> {
    offers.iter().flat_map(|offers| offers.beginning(&typed.plain)).filter(|offer| offer.goes_on(typed))
}

/// Whether every letter typed with an accent stands so in what is offered; both begin alike without accents.
fn agrees(typed: &str, offered: &str) -> bool {
    let mut buffer = [0; 4];
    typed.chars().zip(offered.chars()).all(|(typed, offered)| {
        typed == offered || typed.is_ascii() || fold(typed.encode_utf8(&mut buffer)).chars().eq(std::iter::once(typed))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offers() -> Offers {
        use EntryKind::{Shortcoming, SubjectiveCause};
        [
            Offer::of(OfferKind::Person, "Hoàng Văn Em"),
            Offer::of(OfferKind::Person, "Đỗ Khắc Hải"),
            Offer::of(OfferKind::Body, "Huyện ủy Thạch Khê"),
            Offer::of(OfferKind::Body, "Huyện ủy Thạch Sơn"),
            Offer::criterion("I.5", "Nể nang, né tránh"),
            Offer::criterion("I.6", "Dương tính"),
            Offer::of(OfferKind::Document, "04-NQ/TW"),
            Offer::of(OfferKind::Phrase(SubjectiveCause), "kiểm tra, giám sát chưa thường xuyên"),
            Offer::of(OfferKind::Phrase(Shortcoming), "kiểm tra chưa có trọng tâm"),
            Offer::of(OfferKind::Phrase(Shortcoming), "đường giao thông xuống cấp"),
        ]
        .into_iter()
        .collect()
    }

    fn completed(line: &str) -> Vec<String> {
        let offers = offers();
        let found = complete(line, &[&offers], 5);
        found
            .into_iter()
            .map(|one| format!("{}{}", line.get(..one.range.start).unwrap_or_default(), one.text))
            .collect()
    }

    #[test]
    fn what_is_typed_is_completed_by_what_it_begins() {
        for (line, whole) in [
            ("báo cáo @em", vec!["báo cáo @\"Hoàng Văn Em\""]),
            ("@hai", vec!["@\"Đỗ Khắc Hải\""]),
            ("@\"huyện ủy thạch s", vec!["@\"Huyện ủy Thạch Sơn\""]),
            ("@Nguyễn Văn A", vec!["@\"Nguyễn Văn A\""]),
            ("hỏi @Nguyễn Văn ", vec!["hỏi @\"Nguyễn Văn\""]),
            ("@Hoàng Văn", vec!["@\"Hoàng Văn Em\"", "@\"Hoàng Văn\""]),
            ("@“do k", vec!["@\"Đỗ Khắc Hải\""]),
            ("-- tự phê bình #i", vec!["-- tự phê bình #I.5", "-- tự phê bình #I.6"]),
            ("-- tự phê bình #ne", vec!["-- tự phê bình #I.5"]),
            ("theo 04", vec!["theo 04-NQ/TW"]),
            ("theo 04-nq", vec!["theo 04-NQ/TW"]),
            ("làm việc với huyen uy ", vec!["làm việc với Huyện ủy Thạch Khê", "làm việc với Huyện ủy Thạch Sơn"]),
            ("đồng chí hoang", vec!["đồng chí Hoàng Văn Em"]),
            ("~c kiem tra", vec!["~c kiểm tra, giám sát chưa thường xuyên", "~c kiểm tra chưa có trọng tâm"]),
            ("-- kiểm tra", vec!["-- kiểm tra chưa có trọng tâm", "-- kiểm tra, giám sát chưa thường xuyên"]),
            ("--  duong", vec!["--  đường giao thông xuống cấp"]),
            ("-- đường g", vec!["-- đường giao thông xuống cấp"]),
        ] {
            assert_eq!(completed(line), whole, "{line:?}");
        }
    }

    #[test]
    fn nothing_is_proposed_where_there_is_nothing_to_go_on_with() {
        for line in [
            "",
            " ",
            "@",
            "@8",
            "@Em Hội",
            "@Nguyễn Văn A hỏi",
            "x@Nguyễn Văn",
            "#",
            "#I.5x",
            "h",
            "hu",
            "-- dương g",
            "@êm",
            "<30/4",
            "!1",
            "^",
            "/bc",
            "04-NQ/TW",
            "\\@em",
            "kiểm tra chưa có trọng tâm",
            "x@em",
            "đã kiểm tra",
            "@\"Hoàng Văn Em\" ",
        ] {
            assert_eq!(completed(line), Vec::<String>::new(), "{line:?}");
        }
    }

    #[test]
    fn every_completion_keeps_what_stands_before_it() {
        let offers = offers();
        for line in ["một\nhai @em", "漢字 👩‍🌾 huyen", "e\u{323} @h", "@\"", "#\u{301}", "\u{a0}kiem tra"] {
            for one in complete(line, &[&offers], 5) {
                assert!(line.is_char_boundary(one.range.start) && one.range.end == line.len(), "{line:?}");
            }
        }
    }
}
