//! Names of people in what was typed, and the number that stands in place of each.

use std::collections::BTreeMap;

use super::super::norm;
use super::super::people::{Directory, without_address};
use super::super::phrases::norm_key;
use crate::domain::RecordId;

/// The most words that a name is taken to have.
const LONGEST: usize = 6;

/// Forms of address that a name follows.
const ADDRESSES: [&str; 8] = ["đồng chí", "đ/c", "ông", "bà", "(bà)", "ông/bà", "anh", "chị"];

/// Family names that are seldom anything else.
const FAMILIES: [&str; 18] = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "ngô", "dương", "đinh",
    "đào", "trịnh", "trương",
];

/// Family names that are the beginning of many other names too: only a name of three words is taken for a person's.
const OTHER_FAMILIES: [&str; 16] = [
    "hồ", "hà", "cao", "lý", "mai", "tô", "lâm", "thái", "châu", "chu", "tạ", "lương", "đoàn", "quách", "kiều", "tống",
];

/// Words before what is called after a person.
const PLACES: [&str; 21] = [
    "đường",
    "phố",
    "trường",
    "xã",
    "phường",
    "huyện",
    "quận",
    "tỉnh",
    "thôn",
    "bản",
    "khu",
    "ty",
    "chùa",
    "cầu",
    "chợ",
    "học",
    "thpt",
    "thcs",
    "ấp",
    "buôn",
    "làng",
];

/// How posts begin, that stand where a name might.
const POSTS: [&str; 22] = [
    "bí thư",
    "phó bí",
    "phó chủ",
    "phó trưởng",
    "phó giám",
    "phó chánh",
    "chủ tịch",
    "chủ nhiệm",
    "trưởng đoàn",
    "trưởng ban",
    "trưởng phòng",
    "trưởng thôn",
    "trưởng công",
    "giám đốc",
    "thư ký",
    "ủy viên",
    "thường trực",
    "chánh văn",
    "chánh thanh",
    "tổ trưởng",
    "đại diện",
    "thành viên",
];

/// Whose name it is though no living person is meant.
const LEADER: &str = "hồ chí minh";

/// Everybody who was found so far, each with a number.
pub(super) struct Names {
    /// The number of each person listed, in the order of the directory; none of bodies.
    listed: Vec<Option<usize>>,
    members: BTreeMap<RecordId, usize>,
    /// Names in small letters, with everybody who has them.
    keys: BTreeMap<String, Vec<usize>>,
    /// People whom nobody listed, by name.
    others: BTreeMap<String, usize>,
    people: usize,
    found: usize,
}

impl Names {
    pub(super) fn of(directory: &Directory) -> Self {
        let mut names = Self {
            listed: Vec::new(),
            members: BTreeMap::new(),
            keys: BTreeMap::new(),
            others: BTreeMap::new(),
            people: 0,
            found: 0,
        };
        for person in directory.people() {
            let number = person.is_human().then(|| {
                names.people += 1;
                names.keys.entry(norm_key(person.bare_name())).or_default().push(names.people);
                names.people
            });
            names.members.extend(person.member.zip(number));
            names.listed.push(number);
        }
        names
    }

    /// How many people there are, and how many of them nobody listed.
    pub(super) fn people(&self) -> (usize, usize) {
        (self.people, self.others.len())
    }

    /// How many names were found until now.
    pub(super) fn found(&self) -> usize {
        self.found
    }

    /// What stands in place of the name of somebody listed, by the place in the attendance; nothing of a body.
    pub(super) fn listed(&self, at: usize) -> Option<String> {
        self.listed.get(at).copied().flatten().map(shown)
    }

    /// What stands in place of a member's name.
    pub(super) fn member(&self, id: RecordId) -> String {
        self.members.get(&id).copied().map_or_else(String::new, shown)
    }

    /// What stands in place of a name that was typed as one: a body stays, with the names in its words taken out.
    pub(super) fn person(&mut self, typed: &str) -> String {
        let clean = norm(typed);
        let bare = without_address(&clean);
        let words: Vec<&str> = bare.split(' ').collect();
        let is_name = bare.len() < clean.len() || words.iter().all(|word| is_capital(word) && !is_acronym(word));
        let number = self.meant(&words).or_else(|| (is_name && !bare.is_empty()).then(|| self.other(&words)));
        match number {
            Some(number) => {
                self.found += 1;
                shown(number)
            }
            None => self.text(typed),
        }
    }

    /// Puts a number in place of every name in a text.
    pub(super) fn text(&mut self, text: &str) -> String {
        let words: Vec<Word<'_>> = text.split_inclusive(char::is_whitespace).map(Word::of).collect();
        let mut written = String::with_capacity(text.len());
        let mut rest = words.as_slice();
        while let Some((first, behind)) = rest.split_first() {
            let before = words.get(..words.len() - rest.len()).unwrap_or_default();
            let Some((length, number)) = self.name_at(before, rest) else {
                written.push_str(first.whole);
                rest = behind;
                continue;
            };
            self.found += 1;
            let last = rest.get(length - 1).unwrap_or(first);
            written.extend([first.before, &shown(number), last.behind]);
            rest = rest.get(length..).unwrap_or_default();
        }
        written
    }

    /// Finds a name at the beginning of some words: of how many it is, and whose.
    fn name_at(&mut self, before: &[Word<'_>], words: &[Word<'_>]) -> Option<(usize, usize)> {
        let run = run_of_capitals(words);
        if run.is_empty() {
            return None;
        }
        let begun = |length: usize| run.get(..length).unwrap_or_default();
        for length in (1..=run.len()).rev() {
            if let Some(number) = self.full(begun(length)) {
                return Some((length, number));
            }
        }
        let previous = before.last().map(|word| word.core.to_lowercase()).unwrap_or_default();
        let two = before.iter().rev().nth(1).map(|word| format!("{} {previous}", word.core.to_lowercase()));
        if [Some(&previous), two.as_ref()].into_iter().flatten().any(|words| ADDRESSES.contains(&words.as_str())) {
            let known = (1..=run.len()).rev().find_map(|length| Some((length, self.meant(begun(length))?)));
            return Some(known.unwrap_or_else(|| (run.len(), self.other(&run))));
        }
        let family = run.first().map(|first| first.to_lowercase()).unwrap_or_default();
        let is_person = match run.len() {
            0 | 1 => false,
            2 => FAMILIES.contains(&family.as_str()),
            _ => FAMILIES.contains(&family.as_str()) || OTHER_FAMILIES.contains(&family.as_str()),
        };
        let is_called_after = PLACES.contains(&previous.as_str()) || key(&run).starts_with(LEADER);
        (is_person && !is_called_after).then(|| (run.len(), self.other(&run)))
    }

    /// Finds who has exactly this name; of namesakes nobody can tell which, so they are told apart from both.
    fn full(&mut self, words: &[&str]) -> Option<usize> {
        let key = key(words);
        match self.keys.get(&key).map(Vec::as_slice) {
            Some([one]) => Some(*one),
            Some(_) => Some(self.other(words)),
            None => self.others.get(&key).copied(),
        }
    }

    /// Finds who is meant by a name or its last words.
    fn meant(&mut self, words: &[&str]) -> Option<usize> {
        let tail = format!(" {}", key(words));
        self.full(words).or_else(|| {
            let mut ending = self.keys.iter().filter(|(name, _)| name.ends_with(&tail)).flat_map(|(_, people)| people);
            let one = ending.next()?;
            ending.next().is_none().then_some(*one)
        })
    }

    fn other(&mut self, words: &[&str]) -> usize {
        let next = self.people + 1;
        let number = *self.others.entry(key(words)).or_insert(next);
        self.people = self.people.max(number);
        number
    }
}

fn shown(number: usize) -> String {
    format!("«Người {number}»")
}

fn key(words: &[&str]) -> String {
    norm_key(&words.join(" "))
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// UBND, TW: a body, not a name.
fn is_acronym(word: &str) -> bool {
    word.chars().count() > 1 && !word.chars().any(char::is_lowercase)
}

/// A word of a text with what stands around it.
struct Word<'a> {
    whole: &'a str,
    before: &'a str,
    core: &'a str,
    behind: &'a str,
}

impl<'a> Word<'a> {
    fn of(whole: &'a str) -> Self {
        let is_outside = |letter: char| !letter.is_alphanumeric();
        // Of an address, the slash and the brackets are a part.
        let core = match whole.trim_end().to_lowercase().as_str() {
            "đ/c" | "(bà)" | "ông/bà" => whole.trim_end(),
            _ => whole.trim_matches(is_outside),
        };
        let starts = whole.find(core).unwrap_or_default();
        let (before, rest) = whole.split_at_checked(starts).unwrap_or(("", whole));
        let behind = rest.get(core.len()..).unwrap_or_default();
        Self { whole, before, core, behind }
    }
}

/// Lists the words with a capital letter that some words begin with, as far as they can be one name.
fn run_of_capitals<'a>(words: &[Word<'a>]) -> Vec<&'a str> {
    let mut run: Vec<&str> = Vec::new();
    for (at, word) in words.iter().enumerate().take(LONGEST) {
        let next = words.get(at + 1).map_or("", |next| next.core);
        let post = format!("{} {next}", word.core).to_lowercase();
        let goes_on = run.is_empty() || word.before.is_empty();
        if !is_capital(word.core) || POSTS.contains(&post.as_str()) || !goes_on {
            break;
        }
        run.push(word.core);
        if !word.behind.chars().all(char::is_whitespace) {
            break;
        }
    }
    run
}

#[cfg(test)]
mod tests {
    use super::super::super::Source;
    use super::super::super::words::Words;
    use super::*;
    use crate::domain::{Attendee, Delegation, Side, Visit};

    fn names() -> Names {
        let (delegation, visit) = (Delegation::default(), Visit::default());
        let sitting = |name: &str, post: &str| Attendee {
            name: name.to_owned(),
            post: post.to_owned(),
            side: Side::Unit,
            ..Attendee::default()
        };
        let attendees = [
            sitting("Hoàng Văn Em", "Bí thư"),
            sitting("Đại diện Đảng ủy xã", ""),
            sitting("Lê Thị Hoa", "Kế toán"),
            sitting("Trần Thị Hoa", "Thủ quỹ"),
        ];
        let source = Source { attendees: attendees.iter().collect(), ..Source::bare(&delegation, &visit) };
        Names::of(&Directory::of(&source, Words::of(&delegation)))
    }

    #[test]
    fn a_number_stands_in_place_of_every_name() {
        for (text, without) in [
            ("hồ sơ do Hoàng Văn Em ký.", "hồ sơ do «Người 1» ký."),
            ("Ông Em, Bí thư, trả lời", "Ông «Người 1», Bí thư, trả lời"),
            ("đồng chí Em Bí thư trả lời", "đồng chí «Người 1» Bí thư trả lời"),
            ("đồng chí HOÀNG VĂN EM;", "đồng chí «Người 1»;"),
            // Two of them bear the name.
            ("bà Hoa nói, Lê Thị Hoa ghi", "bà «Người 4» nói, «Người 2» ghi"),
            ("ông Trần Văn K và ông Trần Văn K", "ông «Người 4» và ông «Người 4»"),
            ("(Nguyễn Thị L)", "(«Người 4»)"),
            ("đ/c Phúc báo cáo", "đ/c «Người 4» báo cáo"),
            ("ông (bà) Phúc báo cáo", "ông (bà) «Người 4» báo cáo"),
            ("Tô Hiến Thành ký", "«Người 4» ký"),
        ] {
            assert_eq!(names().text(text), without);
        }
    }

    #[test]
    fn what_is_no_name_of_a_person_stays() {
        for text in [
            "Đảng ủy xã Hòa Phong, Huyện ủy Thạch Khê",
            "đồng chí Bí thư Đảng ủy xã",
            "đồng chí Phó Chủ tịch Ủy ban nhân dân",
            "Trường THPT Nguyễn Trãi, đường Lê Lợi",
            "tư tưởng, đạo đức, phong cách Hồ Chí Minh",
            "UBND tỉnh Hà Tĩnh và Thái Bình",
            "shortcoming 2026-03-19  hai\nba",
            "",
        ] {
            assert_eq!(names().text(text), text);
        }
    }

    #[test]
    fn somebody_typed_as_a_person_gets_a_number_and_a_body_does_not() {
        for (typed, without) in [
            ("Em", "«Người 1»"),
            ("Kiên", "«Người 4»"),
            ("đồng chí kiên", "«Người 4»"),
            ("Ban Thường vụ", "Ban Thường vụ"),
            ("UBND", "UBND"),
            ("", ""),
        ] {
            assert_eq!(names().person(typed), without, "{typed}");
        }
    }
}
