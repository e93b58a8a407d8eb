//! Sections II to V: every entry in the place that its kind gives it, with what it is linked to.

mod carried;
mod checklist;
mod details;
mod faults;
mod figures;
mod issues;
mod lines;

use chrono::NaiveDate;

use super::outline::{Item, Part, Table};
use super::people::Directory;
use super::{Answered, Held, Source, materials};
use crate::domain::{
    CarriedItem, Entry, EntryKind, FollowUp, Material, Numbering, PromptedIssue, RecordId, Recurrence,
};
use crate::figures::Cap;
use faults::Faults;

/// The entries of a visit, ready to be put into parts.
pub(super) struct Sections<'a> {
    directory: &'a Directory,
    entries: Vec<(RecordId, &'a Entry)>,
    materials: Vec<(RecordId, &'a Material)>,
    faults: Faults,
    carried: Vec<&'a CarriedItem>,
    recurring: Vec<(RecordId, &'a Recurrence)>,
    replies: Vec<(RecordId, &'a FollowUp)>,
    /// How many may stand at the top level of a ranking.
    cap: Cap,
    /// The day of the visit, when it is known.
    day: Option<NaiveDate>,
    /// How lists count.
    numbering: Numbering,
    answers: &'a [Answered<'a>],
    checklist: Option<Held<'a>>,
    /// Prompted issues in order.
    issues: Vec<(RecordId, &'a PromptedIssue)>,
    /// What is said of the unit's own reports.
    self_reports: Vec<Item>,
}

impl<'a> Sections<'a> {
    /// Takes the entries that have words.
    pub(super) fn of(source: &'a Source<'a>, directory: &'a Directory) -> Self {
        let entries: Vec<(RecordId, &Entry)> =
            source.entries.iter().filter(|(_, entry)| !super::norm(&entry.text).is_empty()).copied().collect();
        Self {
            directory,
            faults: Faults::number(&entries),
            entries,
            materials: source.materials.clone(),
            carried: source.carried.clone(),
            recurring: source.recurring.clone(),
            replies: source.replies.clone(),
            cap: source.cap,
            day: source.visit.date,
            numbering: source.delegation.numbering,
            answers: &source.answers,
            checklist: source.checklist,
            issues: source.issues.iter().filter(|(_, issue)| !super::norm(&issue.text).is_empty()).copied().collect(),
            self_reports: materials::self_reports(source),
        }
    }

    /// II: what happened.
    pub(super) fn proceedings(&self) -> Vec<Part> {
        let listing = |key, title, kind| Part::listing(key, title, self.items(kind, Self::spoken));
        let reported = self.self_reports.iter().cloned().chain(self.items(EntryKind::Report, Self::spoken));
        let parts = [
            listing("purpose", "Mục đích, yêu cầu", EntryKind::Purpose),
            Part::listing("report", "Đơn vị báo cáo", reported.collect()),
            self.questions(),
            listing("statements", "Ý kiến phát biểu", EntryKind::Statement),
            listing("explanations", "Giải trình, tiếp thu", EntryKind::Explanation),
        ];
        numbered("", parts.into_iter().filter(|part| !part.empty))
    }

    /// Prompted issues stand before what else was asked, but only where there are any.
    fn questions(&self) -> Part {
        let (key, title) = ("questions", "Trao đổi, thẩm tra, xác minh");
        let asked = self.items(EntryKind::Question, Self::spoken);
        if self.issues.is_empty() {
            return Part::listing(key, title, asked);
        }
        let parts = [
            Part::tabled("prompted_issues", "Vấn đề gợi ý", self.prompted_issues()),
            Part::listing("exchanges", "Nội dung trao đổi", asked),
        ];
        Part::divided(key, title, parts.into_iter().filter(|part| !part.empty).collect())
    }

    /// III: what was found. What earlier visits left open stands after the causes.
    pub(super) fn findings(&self) -> Vec<Part> {
        let obligatory = [
            Part::listing("strengths", "Ưu điểm", self.items(EntryKind::Strength, Self::found)),
            self.shortcomings(),
            self.causes(),
        ];
        let optional = [
            Part::tabled("carried", "Kết quả khắc phục kỳ trước", self.carried()),
            Part::tabled("figures", "Số liệu", self.figures()),
            self.answered(),
            Part::tabled("rankings", "Xếp loại", self.rankings()),
            Part::tabled("commitments", "Cam kết", self.commitments()),
            self.good_practices_and_lessons(),
        ];
        numbered("", obligatory.into_iter().chain(optional.into_iter().filter(|part| !part.empty)))
    }

    /// IV: recommendations both ways.
    pub(super) fn proposals(&self) -> Vec<Part> {
        let words = self.directory.words;
        let down = format!("{} {} đơn vị", words.delegation, words.ask);
        let parts = [
            Part::listing("up", "Đơn vị kiến nghị cấp trên", self.asked_above()),
            Part::tabled("down", &down, self.asked_of_unit()),
            Part::listing(
                "supplements",
                "Tài liệu, giải trình phải bổ sung",
                self.items(EntryKind::Supplement, Self::owed),
            ),
            Part::listing("reserved", "Ý kiến khác, bảo lưu", self.items(EntryKind::ReservedOpinion, Self::said)),
        ];
        numbered("", parts.into_iter().filter(|part| !part.empty))
    }

    /// V: what the chair said in closing.
    pub(super) fn conclusion(&self) -> Vec<Item> {
        self.items(EntryKind::Conclusion, Self::said)
    }

    /// V: what the unit answered.
    pub(super) fn acceptance(&self) -> Vec<Item> {
        self.items(EntryKind::Acceptance, Self::said)
    }

    /// Signs of violation stand apart from shortcomings, but only where there are any.
    fn shortcomings(&self) -> Part {
        let title = "Hạn chế, khuyết điểm";
        let shortcomings = self.items(EntryKind::Shortcoming, Self::fault);
        let signs = self.items(EntryKind::ViolationSign, Self::fault);
        if signs.is_empty() {
            return Part::listing("shortcomings", title, shortcomings);
        }
        let parts = [
            Part::listing("current", "Hạn chế, khuyết điểm kỳ này", shortcomings),
            Part::listing("violation_signs", "Dấu hiệu vi phạm", signs),
        ];
        Part::divided("shortcomings", title, parts.into())
    }

    fn causes(&self) -> Part {
        let parts = [
            ("objective", "Nguyên nhân khách quan", EntryKind::ObjectiveCause),
            ("subjective", "Nguyên nhân chủ quan", EntryKind::SubjectiveCause),
            ("responsibility", "Trách nhiệm", EntryKind::Responsibility),
        ];
        let parts = parts.map(|(key, title, kind)| Part::listing(key, title, self.items(kind, Self::found)));
        let parts = parts.into_iter().filter(|part| !part.empty).collect();
        Part::divided("causes", "Nguyên nhân, trách nhiệm", parts)
    }

    fn good_practices_and_lessons(&self) -> Part {
        let practices = Part::listing("good_practices", "Mô hình, cách làm hay", self.good_practices());
        let lessons = Part::listing("lessons", "Bài học kinh nghiệm", self.lessons());
        match (practices.empty, lessons.empty) {
            (false, false) => {
                let title = "Mô hình, cách làm hay; bài học kinh nghiệm";
                Part::divided("practices_and_lessons", title, vec![practices, lessons])
            }
            (true, _) => lessons,
            (false, true) => practices,
        }
    }

    fn of_kind(&self, kind: EntryKind) -> impl Iterator<Item = (RecordId, &'a Entry)> {
        self.entries.iter().copied().filter(move |(_, entry)| entry.kind == kind)
    }

    fn items(&self, kind: EntryKind, write: impl Fn(&Self, RecordId, &Entry) -> Item) -> Vec<Item> {
        self.of_kind(kind).map(|(id, entry)| write(self, id, entry)).collect()
    }
}

impl Part {
    fn listing(key: &'static str, title: &str, items: Vec<Item>) -> Self {
        let empty = items.is_empty();
        Self { items, empty, ..Self::divided(key, title, Vec::new()) }
    }

    fn tabled(key: &'static str, title: &str, table: Table) -> Self {
        let empty = table.rows.is_empty();
        Self { table: (!empty).then_some(table), empty, ..Self::divided(key, title, Vec::new()) }
    }

    fn divided(key: &'static str, title: &str, parts: Vec<Self>) -> Self {
        let empty = parts.is_empty();
        Self { key, number: String::new(), title: title.to_owned(), items: Vec::new(), table: None, parts, empty }
    }
}

/// Numbers parts without gaps: 1, 2; inside the second 2.1, 2.2.
fn numbered(above: &str, parts: impl IntoIterator<Item = Part>) -> Vec<Part> {
    let number = |(at, part): (usize, Part)| {
        let number = format!("{above}{}", at + 1);
        let parts = numbered_below(&number, part.parts);
        Part { parts, number, ..part }
    };
    parts.into_iter().enumerate().map(number).collect()
}

fn numbered_below(number: &str, parts: Vec<Part>) -> Vec<Part> {
    numbered(&format!("{number}."), parts)
}
