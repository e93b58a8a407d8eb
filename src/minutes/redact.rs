//! A copy of the minutes for readers who must not learn who is meant: the same records with a number in place of every person.
//!
//! Left out are names, wherever they stand, the posts of people who are named, reasons of absence and private lists. Bodies and
//! units stay. Names of people whom no list knows are found by how papers write them; since that cannot be certain, the copy
//! itself tells what was left out and asks to be read again.

mod names;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Source;
use super::people::Directory;
use super::words::Words;
use crate::domain::{
    Answer, Attendee, CarriedItem, Delegation, Entry, FollowUp, Kind, LegalBasis, Material, Member, PromptedIssue,
    Record, RecordId, Verdict, Visit,
};
use names::Names;

/// Printed where the reason of an absence stood.
const NO_REASON: &str = "đã lược bỏ";

/// The records of a visit without people.
#[derive(Clone, Debug)]
pub struct Redacted {
    delegation: Delegation,
    visit: Visit,
    bases: Vec<LegalBasis>,
    members: Vec<(RecordId, Member)>,
    attendees: Vec<Attendee>,
    entries: Vec<(RecordId, Entry)>,
    materials: Vec<(RecordId, Material)>,
    issues: Vec<(RecordId, PromptedIssue)>,
    carried: Vec<CarriedItem>,
    replies: Vec<(RecordId, FollowUp)>,
    answers: Vec<Answer>,
    left_out: LeftOut,
}

/// What a copy leaves out; tells no name itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct LeftOut {
    people: usize,
    /// Of those, people whom neither the delegation nor the attendance lists.
    unlisted: usize,
    /// Whose posts.
    posts: BTreeSet<String>,
    reasons: usize,
    private: usize,
    /// How many names stood in each record.
    names: BTreeMap<(Place, Option<RecordId>), usize>,
}

/// Where names stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Delegation,
    Attendance,
    Visit,
    Bases,
    Materials,
    Issues,
    Carried,
    Answers,
    Entry,
}

impl Redacted {
    /// Takes the people out of the records of a visit.
    #[must_use]
    pub fn of(full: &Source) -> Self {
        let directory = Directory::of(full, Words::of(full.delegation));
        let mut work = Work { names: Names::of(&directory), left_out: LeftOut::default() };
        let attendees = full.attendees.iter().enumerate().map(|(at, attendee)| work.attendee(at, attendee)).collect();
        let members = full.members.iter().map(|(id, member)| (*id, work.member(*id, member))).collect();
        let entries = full.entries.iter().map(|(id, entry)| (*id, work.entry(*id, entry))).collect();
        let carried = full.carried.iter().map(|item| work.carried(item)).collect();
        let mut redacted = Self {
            delegation: work.record(full.delegation, Place::Delegation),
            visit: work.record(full.visit, Place::Visit),
            bases: full.bases.iter().map(|basis| work.record(*basis, Place::Bases)).collect(),
            materials: work.records(&full.materials, Place::Materials),
            issues: work.records(&full.issues, Place::Issues),
            replies: work.records(&full.replies, Place::Carried),
            answers: full.answers.iter().map(|answered| work.record(answered.answer, Place::Answers)).collect(),
            members,
            attendees,
            entries,
            carried,
            left_out: LeftOut::default(),
        };
        redacted.left_out = work.left_out;
        (redacted.left_out.people, redacted.left_out.unlisted) = work.names.people();
        redacted
    }

    /// Returns what the minutes of the copy are made from; `full` is what the copy was made of.
    #[must_use]
    pub fn source<'a>(&'a self, full: &Source<'a>) -> Source<'a> {
        let mut source = full.clone();
        source.delegation = &self.delegation;
        source.visit = &self.visit;
        source.bases = self.bases.iter().collect();
        source.members = borrowed(&self.members);
        source.attendees = self.attendees.iter().collect();
        source.entries = borrowed(&self.entries);
        source.materials = borrowed(&self.materials);
        source.issues = borrowed(&self.issues);
        source.carried = self.carried.iter().collect();
        source.replies = borrowed(&self.replies);
        for (answered, answer) in source.answers.iter_mut().zip(&self.answers) {
            answered.answer = answer;
        }
        source
    }

    /// Marks minutes made from the copy: says at the top what they are, and at the end what was left out.
    #[must_use]
    pub fn marked(&self, markdown: &str) -> String {
        const ENDS: &str = "\n---\n\n";
        let (front, body) = match markdown.split_once(ENDS) {
            Some((front, body)) => ([front, ENDS].concat(), body),
            None => (String::new(), markdown),
        };
        format!("{front}{NOTICE}\n\n{}\n{}", body.trim_end_matches('\n').to_owned() + "\n", self.left_out.told())
    }
}

/// Stands at the top of the copy.
const NOTICE: &str = "> **BẢN LƯỢC BỎ**: họ tên và chi tiết riêng đã được bỏ ra; bản này không thay cho biên bản.";

fn borrowed<R>(records: &[(RecordId, R)]) -> Vec<(RecordId, &R)> {
    records.iter().map(|(id, record)| (*id, record)).collect()
}

struct Work {
    names: Names,
    left_out: LeftOut,
}

impl Work {
    fn attendee(&mut self, at: usize, full: &Attendee) -> Attendee {
        let mut attendee: Attendee = self.record(full, Place::Attendance);
        if let Some(person) = self.names.listed(at) {
            self.name(Place::Attendance, None);
            self.post_of(&person, full.post.trim().is_empty());
            (attendee.name, attendee.post) = (person, String::new());
        }
        if !full.reason.trim().is_empty() {
            self.left_out.reasons += 1;
            attendee.reason = NO_REASON.to_owned();
        }
        attendee
    }

    fn member(&mut self, id: RecordId, full: &Member) -> Member {
        let mut member: Member = self.record(full, Place::Delegation);
        (member.name, member.posts) = (self.names.member(id), Vec::new());
        self.post_of(&member.name, full.posts.is_empty());
        member
    }

    fn post_of(&mut self, person: &str, has_none: bool) {
        if !has_none {
            self.left_out.posts.insert(person.to_owned());
        }
    }

    fn entry(&mut self, id: RecordId, full: &Entry) -> Entry {
        let bare = Entry { people: Vec::new(), private_names: Vec::new(), ..full.clone() };
        let (before, mut entry) = (self.names.found(), self.rewritten(&bare));
        self.left_out.private += full.private_names.len();
        entry.people = full.people.iter().map(|typed| self.names.person(typed)).collect();
        self.note(Place::Entry, Some(id), before);
        entry
    }

    fn carried(&mut self, full: &CarriedItem) -> CarriedItem {
        let (before, mut carried) = (self.names.found(), full.clone());
        let item = &mut carried.item;
        item.text = self.names.text(&item.text).into();
        item.source = self.names.text(&item.source).into();
        item.doers = item.doers.iter().map(|typed| self.names.person(typed)).collect();
        if let Some((_, verdict)) = &mut carried.verdict {
            *verdict = self.rewritten::<Verdict>(verdict);
        }
        self.note(Place::Carried, None, before);
        carried
    }

    fn records<R: Record>(&mut self, full: &[(RecordId, &R)], place: Place) -> Vec<(RecordId, R)> {
        full.iter().map(|(id, record)| (*id, self.record(*record, place))).collect()
    }

    /// Looks for names in every text of a record.
    fn record<R: Record>(&mut self, full: &R, place: Place) -> R {
        let before = self.names.found();
        let record = self.rewritten(full);
        // The name of a member and an attendee is counted where it is replaced as a whole.
        if R::KIND == Kind::MEMBER || R::KIND == Kind::ATTENDEE {
            return record;
        }
        self.note(place, None, before);
        record
    }

    /// Every text goes through here, so that a field that a record gets one day is not forgotten. Codes, dates and ids are
    /// texts too, and none of them can be a name, which begins with a capital letter.
    fn rewritten<R: Record>(&mut self, full: &R) -> R {
        let mut value = serde_json::to_value(full).unwrap_or_default();
        self.rewrite(&mut value);
        // A record that did not come back would be a fault of the program; nothing of it may print then.
        serde_json::from_value(value).unwrap_or_default()
    }

    fn rewrite(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.names.text(text),
            Value::Array(list) => list.iter_mut().for_each(|value| self.rewrite(value)),
            Value::Object(fields) => fields.values_mut().for_each(|value| self.rewrite(value)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn name(&mut self, place: Place, record: Option<RecordId>) {
        *self.left_out.names.entry((place, record)).or_default() += 1;
    }

    fn note(&mut self, place: Place, record: Option<RecordId>, before: usize) {
        for _ in before..self.names.found() {
            self.name(place, record);
        }
    }
}

impl LeftOut {
    /// Tells what was left out, as the last part of the copy.
    fn told(&self) -> String {
        let all: usize = self.names.values().sum();
        let mut lines =
            vec![format!("Họ tên: {} người, ở {all} chỗ; mỗi người mang một số trong cả bản.", self.people)];
        if self.unlisted > 0 {
            lines.push(format!("Trong đó không có trong thành phần: {} người.", self.unlisted));
        }
        let more = [
            (self.posts.len(), "Chức vụ của {} người."),
            (self.reasons, "Lý do vắng mặt của {} người."),
            (self.private, "{} tên trong danh sách riêng, vốn không in trong biên bản."),
        ];
        let more = more.into_iter().filter(|(count, _)| *count > 0);
        lines.extend(more.map(|(count, words)| words.replace("{}", &count.to_string())));
        let (mut places, mut entries) = (Vec::new(), Vec::new());
        for ((place, record), count) in &self.names {
            match (place.title(), record) {
                (Some(title), _) => places.push(format!("{title}: {count}")),
                (None, Some(id)) => entries.push(format!("{}: {count}", id.reference())),
                (None, None) => {}
            }
        }
        if !places.is_empty() {
            lines.push(format!("Số chỗ có họ tên theo phần: {}.", places.join("; ")));
        }
        if !entries.is_empty() {
            lines.push(format!("Theo mã mục: {}.", entries.join("; ")));
        }
        let lines: String = lines.into_iter().map(|line| format!("- {line}\n")).collect();
        format!("## NHỮNG GÌ ĐÃ LƯỢC BỎ\n\n{lines}\n{READ_AGAIN}\n")
    }
}

/// Stands at the end of the copy.
const READ_AGAIN: &str = "Tên trong lời ghi được tìm theo thành phần, cách xưng hô và các họ thường gặp, nên có thể còn sót; \
cần đọc lại trước khi đưa ra ngoài.";

impl Place {
    /// What the list calls it; entries are told one by one.
    fn title(self) -> Option<&'static str> {
        Some(match self {
            Self::Delegation => "đoàn",
            Self::Attendance => "thành phần",
            Self::Visit => "buổi làm việc",
            Self::Bases => "văn bản căn cứ",
            Self::Materials => "tài liệu",
            Self::Issues => "vấn đề gợi ý",
            Self::Carried => "việc kỳ trước",
            Self::Answers => "kết quả đối chiếu",
            Self::Entry => return None,
        })
    }
}
