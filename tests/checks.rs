//! Every check on its own: a visit that lacks nothing, and what it takes for each check to speak up.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use bienban::checks::{CHECKS, Check, Detail, Facts, Mend, Rules, Warning, Weight, review};
use bienban::domain::{
    Answer, Attendee, CarriedItem, Entry, EntryKind, Extent, FollowedItem, ItemKind, Kind, Material, Presence,
    PromptedIssue, RecordId, ScopeId, Secrecy, Side, Standing, Verdict, VerdictLevel, Visit, VisitStatus,
};
use bienban::figures::{Calendar, Cap, CapCheck, DayKind, Deadline, Decimal, Holiday, Mismatch, Percent, StartEvent};
use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;
use uuid::Uuid;

/// The records of one visit.
#[derive(Clone, Debug)]
struct Given {
    today: NaiveDate,
    calendar: Calendar,
    papers: Option<Deadline>,
    visit: Visit,
    attendees: Vec<Attendee>,
    entries: Vec<Entry>,
    materials: Vec<Material>,
    issues: Vec<PromptedIssue>,
    answers: Vec<Answer>,
    carried: Vec<CarriedItem>,
}

const VISIT: u128 = 1;
const ATTENDEES: u128 = 100;
const ENTRIES: u128 = 1_000;
const MATERIALS: u128 = 2_000;
const ISSUES: u128 = 3_000;
const ANSWERS: u128 = 4_000;
const CARRIED: u128 = 5_000;

/// Places of some entries of the visit that lacks nothing.
const FAULT: usize = 0;
const CAUSE: usize = 1;
const RESPONSIBILITY: usize = 2;
const ASKED: usize = 3;
const POSITION: usize = 4;
const CONCLUSION: usize = 5;

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn entry_id(at: usize) -> RecordId {
    id(ENTRIES + at as u128)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn holiday(date: &str) -> Holiday {
    Holiday { name: "Ngày nghỉ".into(), first: day(date), last: day(date), checked: true }
}

fn entry(kind: EntryKind, text: &str) -> Entry {
    Entry { kind, text: text.into(), ..Entry::default() }
}

fn linked(kind: EntryKind, text: &str, to: usize) -> Entry {
    Entry { links: vec![entry_id(to)], ..entry(kind, text) }
}

fn attendee(side: Side) -> Attendee {
    Attendee { side, name: "Nguyễn Văn A".into(), ..Attendee::default() }
}

impl Given {
    /// A visit of which every check is silent.
    fn complete() -> Self {
        let visit = Visit {
            status: VisitStatus::Closed,
            date: Some(day("2026-03-19")),
            start: NaiveTime::from_hms_opt(8, 5, 0),
            end: NaiveTime::from_hms_opt(11, 5, 0),
            chair: Some(id(7)),
            recorder: Some(id(8)),
            secrecy: Secrecy::Open,
            copies: Some(6),
            copies_each: Some(3),
            ..Visit::default()
        };
        let asked = Entry {
            people: vec!["Ban Thường vụ".into()],
            due: Some(day("2026-04-30")),
            ..linked(EntryKind::RecommendationDown, "kiểm điểm trách nhiệm", FAULT)
        };
        let item = FollowedItem {
            id: id(CARRIED),
            scope: ScopeId::Office,
            kind: ItemKind::Entry(EntryKind::RecommendationDown),
            deep_review: false,
            unit: None,
            delegation: None,
            visit: None,
            raised: None,
            source: "".into(),
            text: "ban hành quy chế".into(),
            doers: [].into(),
            criteria: [].into(),
            first_due: None,
            due: None,
            standing: Standing::New,
            class: "".into(),
        };
        let verdict = Verdict { level: Some(VerdictLevel::Done), ..Verdict::default() };
        Self {
            today: day("2026-03-20"),
            calendar: Calendar::default(),
            papers: Some(Deadline {
                code: Deadline::PAPERS.into(),
                name: "Gửi tài liệu".into(),
                days: 3,
                kind: DayKind::Working,
                event: StartEvent::BeforeMeeting,
                extension: None,
                checked: true,
            }),
            visit,
            attendees: vec![attendee(Side::Delegation), attendee(Side::Unit)],
            entries: vec![
                entry(EntryKind::Shortcoming, "tự phê bình và phê bình còn nể nang, né tránh"),
                linked(EntryKind::SubjectiveCause, "kiểm tra chưa thường xuyên", FAULT),
                linked(EntryKind::Responsibility, "tập thể Ban Thường vụ", FAULT),
                asked,
                linked(EntryKind::Explanation, "tiếp thu", FAULT),
                entry(EntryKind::Conclusion, "ghi nhận kết quả"),
            ],
            materials: vec![Material {
                symbol: "218-BC/HU".into(),
                due: Some(day("2026-03-13")),
                received: Some(day("2026-03-13")),
                ..Material::default()
            }],
            issues: vec![PromptedIssue {
                text: "đánh giá".into(), answer: "đã nêu".into(), ..Default::default()
            }],
            answers: vec![Answer {
                criterion: "I.5".into(),
                level: Some(Extent::Some),
                note: "còn nể nang".into(),
                ..Answer::default()
            }],
            carried: vec![CarriedItem { item, times: 2, verdict: Some((id(9), verdict)) }],
        }
    }

    fn facts(&self) -> Facts<'_> {
        fn numbered<R>(first: u128, records: &[R]) -> Vec<(RecordId, &R)> {
            records.iter().enumerate().map(|(at, record)| (id(first + at as u128), record)).collect()
        }
        let rules = Rules { calendar: &self.calendar, papers: self.papers.as_ref(), cap: Cap::default() };
        Facts {
            attendees: numbered(ATTENDEES, &self.attendees),
            entries: numbered(ENTRIES, &self.entries),
            materials: numbered(MATERIALS, &self.materials),
            issues: numbered(ISSUES, &self.issues),
            answers: numbered(ANSWERS, &self.answers),
            carried: &self.carried,
            ..Facts::bare(self.today, rules, id(VISIT), &self.visit)
        }
    }

    fn warnings(&self) -> Vec<Warning> {
        review(&self.facts())
    }

    fn found(&self) -> Vec<(Check, RecordId, Mend, Detail)> {
        let warnings = self.warnings().into_iter();
        warnings.map(|warning| (warning.check, warning.place.id, warning.place.mend, warning.detail)).collect()
    }
}

/// Changes a visit that lacks nothing.
type Spoil = fn(&mut Given);

/// For each check: what makes it speak, and where it points.
fn spoiled() -> Vec<(Check, Spoil, RecordId, Mend, Detail)> {
    use Check::*;
    let visit = id(VISIT);
    let fault = entry_id(FAULT);
    let asked = entry_id(ASKED);
    vec![
        (ChairMissing, |given| given.visit.chair = None, visit, Mend::Field("chair"), Detail::Nothing),
        (RecorderMissing, |given| given.visit.recorder = None, visit, Mend::Field("recorder"), Detail::Nothing),
        (StartMissing, |given| given.visit.start = None, visit, Mend::Field("start"), Detail::Nothing),
        (EndMissing, |given| given.visit.end = None, visit, Mend::Field("end"), Detail::Nothing),
        (
            NoDelegation,
            |given| given.attendees[0].presence = Presence::Absent,
            visit,
            Mend::Attendance(Side::Delegation),
            Detail::Nothing,
        ),
        (NoUnit, |given| given.attendees[1].side = Side::Invited, visit, Mend::Attendance(Side::Unit), Detail::Nothing),
        (
            NoShortcoming,
            |given| given.entries[FAULT].kind = EntryKind::Strength,
            visit,
            Mend::NewEntry(EntryKind::Shortcoming),
            Detail::Nothing,
        ),
        (
            NoConclusion,
            |given| given.entries[CONCLUSION].text = " ".into(),
            visit,
            Mend::NewEntry(EntryKind::Conclusion),
            Detail::Nothing,
        ),
        (NoVerdict, |given| given.carried[0].verdict = None, id(CARRIED), Mend::Verdict, Detail::Times(2)),
        (
            NoCause,
            |given| given.entries[CAUSE].links.clear(),
            fault,
            Mend::LinkedEntry(EntryKind::SubjectiveCause),
            Detail::Nothing,
        ),
        (
            NoResponsibility,
            |given| given.entries[RESPONSIBILITY].kind = EntryKind::Statement,
            fault,
            Mend::LinkedEntry(EntryKind::Responsibility),
            Detail::Nothing,
        ),
        (
            NoRecommendation,
            |given| given.entries[ASKED].links = vec![entry_id(CONCLUSION)],
            fault,
            Mend::LinkedEntry(EntryKind::RecommendationDown),
            Detail::Nothing,
        ),
        (
            NoPosition,
            |given| given.entries[POSITION].kind = EntryKind::Question,
            fault,
            Mend::LinkedEntry(EntryKind::Explanation),
            Detail::Nothing,
        ),
        (
            VagueSubject,
            |given| given.entries[FAULT].text = "Một số chi bộ còn nể nang".into(),
            fault,
            Mend::Field("private_names"),
            Detail::Words("Một số".into()),
        ),
        (
            GroupOfOne,
            |given| {
                given.entries[FAULT].text = "một số chi bộ còn nể nang".into();
                given.entries[FAULT].private_names = vec!["chi bộ Trạm Y tế".into()];
            },
            fault,
            Mend::Field("private_names"),
            Detail::Words("một số".into()),
        ),
        (NoDoer, |given| given.entries[ASKED].people.clear(), asked, Mend::Field("people"), Detail::Nothing),
        (NoDue, |given| given.entries[ASKED].due = None, asked, Mend::Field("due"), Detail::Nothing),
        (
            DueBeforeVisit,
            |given| given.entries[ASKED].due = Some(day("2025-04-30")),
            asked,
            Mend::Field("due"),
            Detail::Due(day("2025-04-30")),
        ),
        (
            IssueUnanswered,
            |given| given.issues[0].answer = "\n".into(),
            id(ISSUES),
            Mend::Field("answer"),
            Detail::Nothing,
        ),
        (
            MaterialMissing,
            |given| given.materials[0].received = None,
            id(MATERIALS),
            Mend::Field("received"),
            Detail::Due(day("2026-03-13")),
        ),
        (
            MaterialLate,
            |given| given.materials[0].due = Some(day("2026-03-12")),
            id(MATERIALS),
            Mend::Field("received"),
            Detail::Late { last: day("2026-03-12"), received: day("2026-03-13"), left: None },
        ),
        (
            MaterialLate,
            |given| given.materials[0].received = Some(day("2026-03-17")),
            id(MATERIALS),
            Mend::Field("received"),
            Detail::Late { last: day("2026-03-13"), received: day("2026-03-17"), left: Some((1, 3)) },
        ),
        (
            MaterialLate,
            |given| given.calendar = Calendar::new(vec![holiday("2026-03-16")], []),
            id(MATERIALS),
            Mend::Field("received"),
            Detail::Late { last: day("2026-03-12"), received: day("2026-03-13"), left: Some((2, 3)) },
        ),
        (
            PercentMismatch,
            |given| {
                let text = "39/3.204 đảng viên không hoàn thành nhiệm vụ, báo cáo ghi 1,21%";
                given.entries.push(entry(EntryKind::Figure, text));
            },
            entry_id(CONCLUSION + 1),
            Mend::Field("text"),
            Detail::Figures(Mismatch::Percent {
                part: 39,
                whole: 3_204,
                stated: Decimal::new(121, 2).unwrap(),
                computed: Percent::hundredths(122),
            }),
        ),
        (
            SumMismatch,
            |given| {
                let text = "xếp loại tổ chức đảng: 2 xuất sắc, 29 tốt, 4 hoàn thành, 1 không hoàn thành, tổng 46";
                given.entries.push(entry(EntryKind::Statement, text));
            },
            entry_id(CONCLUSION + 1),
            Mend::Field("text"),
            Detail::Figures(Mismatch::Sum { sum: Some(36), total: 46, terms: vec![2, 29, 4, 1] }),
        ),
        (
            CapExceeded,
            |given| {
                let text = "xếp loại tổ chức đảng: 12 xuất sắc, 29 tốt, 4 hoàn thành, 1 không hoàn thành, tổng 46";
                given.entries.push(entry(EntryKind::Figure, text));
            },
            entry_id(CONCLUSION + 1),
            Mend::Field("text"),
            Detail::Figures(Mismatch::Cap(CapCheck {
                top: 12,
                base: 29,
                share: Some(Percent::hundredths(4_138)),
                most: 5,
                cap: Cap::default(),
            })),
        ),
        (BareAnswer, |given| given.answers[0].note.clear(), id(ANSWERS), Mend::Field("note"), Detail::Nothing),
        (SecrecyUnset, |given| given.visit.secrecy = Secrecy::Unset, visit, Mend::Field("secrecy"), Detail::Nothing),
        (
            FewCopies,
            |given| given.visit.copies = Some(5),
            visit,
            Mend::Field("copies"),
            Detail::Copies { all: 5, each: 3 },
        ),
    ]
}

/// What looks like a gap and is none.
fn allowed() -> Vec<(&'static str, Spoil)> {
    vec![
        ("an objective cause is a cause", |given| given.entries[CAUSE].kind = EntryKind::ObjectiveCause),
        ("a recommendation to those above answers a fault, and its doer is not asked for", |given| {
            let asked = &mut given.entries[ASKED];
            *asked = Entry { links: asked.links.clone(), ..entry(EntryKind::RecommendationUp, "sớm hướng dẫn") };
        }),
        ("the unit may accept instead of explaining", |given| given.entries[POSITION].kind = EntryKind::Acceptance),
        ("a sign of violation asks for neither cause nor responsibility", |given| {
            given.entries[FAULT].kind = EntryKind::ViolationSign;
            given.entries[CAUSE].links.clear();
            given.entries[RESPONSIBILITY].links.clear();
        }),
        ("one cause may serve two shortcomings", |given| {
            given.entries.push(entry(EntryKind::Shortcoming, "xếp loại chạy theo thành tích"));
            let second = entry_id(given.entries.len() - 1);
            for at in [CAUSE, RESPONSIBILITY, ASKED, POSITION] {
                given.entries[at].links.push(second);
            }
        }),
        ("a vague group that is listed", |given| {
            given.entries[FAULT].text = "một số chi bộ còn nể nang".into();
            given.entries[FAULT].private_names = vec!["chi bộ Trạm Y tế".into(), "chi bộ Trường".into()];
        }),
        ("vague words where nothing is found fault with", |given| {
            given.entries.push(entry(EntryKind::Strength, "một số chi bộ làm tốt"));
        }),
        ("one name for words that mean no group", |given| {
            given.entries[FAULT].text = "có nơi còn nể nang".into();
            given.entries[FAULT].private_names = vec!["chi bộ Trạm Y tế".into()];
        }),
        ("an entry answers an issue", |given| {
            given.issues[0].answer.clear();
            given.entries[POSITION].links.push(id(ISSUES));
        }),
        ("a paper that was not due is there", |given| given.materials[0].due = None),
        ("two counts are no ratio, and a right percent is right", |given| {
            given.entries.push(entry(EntryKind::Figure, "tiếp 214 lượt/163 vụ việc; nhận trên 180 đơn"));
            let text = "quán triệt nghị quyết 3.118/3.204 đảng viên, báo cáo ghi đạt 97,32%";
            given.entries.push(entry(EntryKind::Figure, text));
        }),
        ("an office without a deadline for papers", |given| {
            given.papers = None;
            given.materials[0].due = None;
            given.materials[0].received = given.visit.date;
        }),
        ("a number is more than a bare yes", |given| {
            given.answers[0].note.clear();
            given.answers[0].body_count = Some(2);
        }),
        ("a criterion that only the unit spoke of", |given| {
            given.answers[0] = Answer { self_level: Some(Extent::Some), ..Answer::default() };
        }),
        ("copies beyond those of the sides go to the files", |given| given.visit.copies = Some(7)),
        ("copies that nobody counted", |given| given.visit.copies_each = None),
        ("what is due on the day itself", |given| given.entries[ASKED].due = given.visit.date),
        ("a verdict that nothing could be verified", |given| {
            given.carried[0].verdict.as_mut().unwrap().1.level = Some(VerdictLevel::Unverifiable);
        }),
        ("a cancelled visit has no minutes", |given| {
            given.visit = Visit { status: VisitStatus::Cancelled, ..Visit::default() };
            given.attendees.clear();
        }),
    ]
}

#[test]
fn a_visit_that_lacks_nothing_is_not_warned_about() {
    assert_eq!(Given::complete().warnings(), []);
}

#[test]
fn each_check_speaks_up_alone_and_points_at_what_mends_it() {
    for (check, spoil, id, mend, detail) in spoiled() {
        let mut given = Given::complete();
        spoil(&mut given);
        let mut found = given.found();
        if check == Check::NoShortcoming {
            // What was linked to the shortcoming hangs in the air, which no check asks about.
            found.retain(|(check, ..)| *check == Check::NoShortcoming);
        }
        assert_eq!(found, [(check, id, mend, detail)], "{}", check.code());
    }
}

#[test]
fn every_check_has_its_case() {
    let tried: BTreeSet<Check> = spoiled().into_iter().map(|(check, ..)| check).collect();
    let all: BTreeSet<Check> = CHECKS.iter().map(|rule| rule.check).collect();
    assert_eq!(tried, all);
}

#[test]
fn what_only_looks_like_a_gap_is_not_warned_about() {
    for (what, change) in allowed() {
        let mut given = Given::complete();
        change(&mut given);
        assert_eq!(given.found(), [], "{what}");
    }
}

#[test]
fn a_planned_visit_is_asked_only_what_can_be_settled_before_it() {
    let mut given = Given::complete();
    given.visit = Visit { status: VisitStatus::Planned, date: given.visit.date, ..Visit::default() };
    given.entries.clear();
    given.attendees.clear();
    given.materials[0].received = None;
    given.materials[0].due = Some(day("2026-03-13"));
    let checks = |given: &Given| given.found().into_iter().map(|(check, ..)| check).collect::<Vec<_>>();
    given.today = day("2026-03-13");
    assert_eq!(checks(&given), [Check::ChairMissing, Check::RecorderMissing]);
    given.today = day("2026-03-14");
    assert_eq!(checks(&given), [Check::ChairMissing, Check::RecorderMissing, Check::MaterialMissing]);
}

#[test]
fn codes_are_unique_and_read_back_and_the_weightiest_come_first() {
    let codes: BTreeSet<&str> = CHECKS.iter().map(|rule| rule.check.code()).collect();
    assert_eq!(codes.len(), CHECKS.len());
    for rule in CHECKS {
        assert_eq!(Check::from_code(rule.check.code()), Some(rule.check));
        assert_eq!(rule.check.weight(), rule.weight);
    }
    assert_eq!(Check::from_code("no-such-check"), None);
    assert!(CHECKS.is_sorted_by_key(|rule| rule.weight));
    assert_eq!(BTreeSet::from_iter(CHECKS.iter().map(|rule| rule.weight)), BTreeSet::from(Weight::ALL));
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let kind = prop::sample::select(EntryKind::ALL.to_vec());
    let text = prop_oneof![any::<String>(), "(một số|có nơi|12/29|97,32%|1\\.204|tổng| |,|đảng viên){0,12}"];
    let links = prop::collection::vec((0usize..8).prop_map(entry_id), 0..3);
    let due = prop::option::of((0i64..900).prop_map(|days| day("2025-01-01") + chrono::TimeDelta::days(days)));
    let names = prop::collection::vec(any::<String>(), 0..3);
    (kind, text, links, due, names).prop_map(|(kind, text, links, due, private_names)| Entry {
        links,
        due,
        private_names,
        ..entry(kind, &text)
    })
}

fn any_given() -> impl Strategy<Value = Given> {
    let entries = prop::collection::vec(any_entry(), 0..8);
    let status = prop::sample::select(VisitStatus::ALL.to_vec());
    (entries, status, any::<[bool; 6]>(), any::<Option<u32>>(), any::<Option<u32>>()).prop_map(
        |(entries, status, has, copies, copies_each)| {
            let mut given = Given::complete();
            given.entries = entries;
            given.visit.status = status;
            (given.visit.copies, given.visit.copies_each) = (copies, copies_each);
            if has[0] {
                given.attendees.clear();
            }
            if has[1] {
                given.visit.date = None;
            }
            if has[2] {
                given.materials[0].received = None;
            }
            if has[3] {
                given.carried[0].verdict = None;
                given.carried[0].item.kind = ItemKind::Outside;
            }
            if has[4] {
                given.issues[0].answer.clear();
            }
            if has[5] {
                given.answers[0].note.clear();
            }
            given
        },
    )
}

proptest! {
    #[test]
    fn warnings_only_name_records_that_are_there(given in any_given()) {
        let there: BTreeSet<(Kind, RecordId)> = {
            let facts = given.facts();
            let visit = [(Kind::VISIT, facts.visit.0)].into_iter();
            let entries = facts.entries.iter().map(|(id, _)| (Kind::ENTRY, *id));
            let materials = facts.materials.iter().map(|(id, _)| (Kind::MATERIAL, *id));
            let issues = facts.issues.iter().map(|(id, _)| (Kind::PROMPTED_ISSUE, *id));
            let answers = facts.answers.iter().map(|(id, _)| (Kind::ANSWER, *id));
            let carried = facts.carried.iter().map(|carried| {
                let is_outside = carried.item.kind == ItemKind::Outside;
                (if is_outside { Kind::OUTSIDE_ITEM } else { Kind::ENTRY }, carried.item.id)
            });
            visit.chain(entries).chain(materials).chain(issues).chain(answers).chain(carried).collect()
        };
        for warning in given.warnings() {
            prop_assert!(there.contains(&(warning.place.kind.clone(), warning.place.id)), "{warning:?}");
        }
    }

    #[test]
    fn the_same_facts_give_the_same_warnings_in_the_order_of_the_table(given in any_given()) {
        let warnings = given.warnings();
        prop_assert_eq!(&given.warnings(), &warnings);
        let at = |warning: &Warning| CHECKS.iter().position(|rule| rule.check == warning.check);
        prop_assert!(warnings.is_sorted_by_key(at));
    }
}
