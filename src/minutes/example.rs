//! Minutes of an invented visit with everything in them, and of one with nothing: what templates are tried on.

use chrono::{NaiveDate, NaiveTime};
use uuid::Uuid;

use super::outline::{Outline, outline};
use super::{Answered, Held, Source};
use crate::domain::{
    Answer, Attendee, Bearer, CarriedItem, Delegation, Entry, EntryKind, Extent, FollowedItem, ItemKind, LegalBasis,
    Material, Member, Numbering, Position, Post, Presence, PromptedIssue, Proposal, Provenance, RecordId, Role,
    ScopeId, Secrecy, Severity, Side, Standing, Verdict, VerdictLevel, Visit, VisitStatus,
};

/// Minutes of which nothing is known.
#[must_use]
pub fn empty() -> Outline {
    outline(&Source::bare(&Delegation::default(), &Visit::default()))
}

/// Minutes in which every field says something; a draft, or those of a closed visit.
#[must_use]
pub fn full(is_draft: bool) -> Outline {
    let (delegation, visit) = (delegation(), visit(is_draft));
    let basis = LegalBasis {
        form: "Nghị quyết".into(),
        symbol: "04-NQ/TW".into(),
        date: day(2016, 10, 30),
        issuer: "Ban Chấp hành Trung ương".into(),
        title: "tăng cường xây dựng, chỉnh đốn Đảng".into(),
    };
    let members = [(id(1), member("Nguyễn Văn An", Role::Head)), (id(2), member("Lê Minh Châu", Role::Secretary))];
    let attendees = attendees();
    let entries = entries();
    let material = Material {
        form: "Báo cáo".into(),
        symbol: "218-BC/HU".into(),
        date: day(2026, 3, 16),
        title: "kết quả thực hiện".into(),
        self_report: true,
        due: day(2026, 3, 13),
        received: day(2026, 3, 17),
        note: "nhận bản giấy".into(),
        ..Material::default()
    };
    let issue = PromptedIssue {
        text: "công tác đánh giá, xếp loại".into(),
        answer: "thực hiện theo hướng dẫn".into(),
        ..PromptedIssue::default()
    };
    let carried = carried();
    let answer = answer();
    outline(&Source {
        unit: "Huyện ủy Thạch Khê",
        parent_unit: Some("Tỉnh ủy Sông Lam"),
        bases: vec![&basis],
        members: members.iter().map(|(id, member)| (*id, member)).collect(),
        attendees: attendees.iter().collect(),
        entries: (100..).map(id).zip(&entries).collect(),
        materials: vec![(id(3), &material)],
        issues: vec![(id(4), &issue)],
        carried: vec![&carried],
        answers: vec![Answered { id: id(7), title: "Tự phê bình và phê bình", verified: true, answer: &answer }],
        checklist: Some(Held {
            title: "Danh mục biểu hiện",
            source: "Nghị quyết số 04-NQ/TW",
            looked_at: 1,
            items: 27,
        }),
        ..Source::bare(&delegation, &visit)
    })
}

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn delegation() -> Delegation {
    Delegation {
        authority: "Ban Thường vụ Tỉnh ủy Sông Lam".into(),
        decision_symbol: "412-QĐ/TU".into(),
        decision_date: day(2026, 3, 3),
        plan_symbol: "57-KH/ĐKT".into(),
        plan_date: day(2026, 3, 10),
        theme: "việc thực hiện các quy định nêu gương".into(),
        period_from: day(2023, 1, 1),
        period_to: day(2025, 12, 31),
        place_name: "Sông Lam".into(),
        numbering: Numbering::First,
        ..Delegation::default()
    }
}

fn visit(is_draft: bool) -> Visit {
    Visit {
        status: if is_draft { VisitStatus::Open } else { VisitStatus::Closed },
        date: day(2026, 3, 19),
        start: NaiveTime::from_hms_opt(8, 5, 0),
        end: NaiveTime::from_hms_opt(11, 5, 0),
        place: "Hội trường Huyện ủy".into(),
        chair: Some(id(1)),
        recorder: Some(id(2)),
        materials: "Sổ chi bộ năm 2025".into(),
        other_information: "có phiên dịch".into(),
        secrecy: Secrecy::Secret,
        copies: Some(6),
        copies_each: Some(3),
        recipients: "Huyện ủy Thạch Khê".into(),
        ..Visit::default()
    }
}

fn member(name: &str, role: Role) -> Member {
    let posts = vec![Post { title: "Phó Bí thư Tỉnh ủy".into(), from: None, until: None }];
    Member { name: name.into(), posts, role, ..Member::default() }
}

fn attendees() -> Vec<Attendee> {
    let seat =
        |side, name: &str, post: &str| Attendee { side, name: name.into(), post: post.into(), ..Attendee::default() };
    let absent = |side, name: &str| Attendee {
        presence: Presence::Absent,
        reason: "đi công tác".into(),
        ..seat(side, name, "Chuyên viên")
    };
    vec![
        Attendee { member: Some(id(1)), ..seat(Side::Delegation, "Nguyễn Văn An", "") },
        absent(Side::Delegation, "Trần Văn Giáp"),
        seat(Side::Unit, "Hoàng Văn Em", "Bí thư Huyện ủy"),
        absent(Side::Unit, "Bùi Văn Ích"),
        seat(Side::Invited, "đại diện Đảng ủy xã Hòa Phong", ""),
        absent(Side::Invited, "Phan Thị Khánh"),
    ]
}

/// Two entries of every kind with every field filled.
fn entries() -> Vec<Entry> {
    let shortcoming = EntryKind::ALL.iter().position(|kind| *kind == EntryKind::Shortcoming).unwrap_or(0);
    let of_kind = |kind: EntryKind| Entry {
        kind,
        text: match kind {
            EntryKind::Figure => "39/3.204 đảng viên, báo cáo ghi 1,21%".into(),
            _ => "nội dung thứ nhất\nnội dung thứ hai".into(),
        },
        noted_at: day(2026, 3, 19).and_then(|day| day.and_hms_opt(8, 40, 0)),
        people: vec!["Hoàng Văn Em".into()],
        due: day(2026, 4, 30),
        criteria: vec!["I.5".into()],
        severity: Some(Severity::Serious),
        links: vec![id(100 + shortcoming as u128 * 2)],
        topic: "xây dựng Đảng".into(),
        locality: "xã Hòa Phong".into(),
        extent: Some(Extent::Some),
        private_names: vec!["chi bộ Trạm Y tế".into()],
        bearer: Some(Bearer::Collective),
        provenance: Some(Provenance::Document),
        material: Some(id(3)),
        document: "Báo cáo".into(),
        page: "7".into(),
        position: Some(Position::Explains),
        category: "kiểm điểm".into(),
        remedy: "tổ chức kiểm điểm".into(),
        measure: "biên bản kiểm điểm".into(),
        model_name: "Ngày thứ Bảy vì dân".into(),
        result: "9/11 xã thực hiện".into(),
        proposal: Some(Proposal::Replicate),
        deep_review: true,
        ..Entry::default()
    };
    let ranking = Entry {
        text: "xếp loại tổ chức cơ sở đảng: 12 xuất sắc, 29 tốt, 4 hoàn thành, 1 không hoàn thành, tổng 46".into(),
        ..of_kind(EntryKind::Figure)
    };
    EntryKind::ALL.into_iter().flat_map(|kind| [of_kind(kind), of_kind(kind)]).chain([ranking]).collect()
}

fn carried() -> CarriedItem {
    let item = FollowedItem {
        id: id(5),
        scope: ScopeId::Office,
        kind: ItemKind::Entry(EntryKind::RecommendationDown),
        deep_review: false,
        unit: None,
        delegation: None,
        visit: None,
        raised: day(2024, 9, 14),
        source: "Đoàn kiểm tra theo QĐ số 120-QĐ/TU".into(),
        text: "rà soát hồ sơ kê khai tài sản".into(),
        doers: ["Ban Tổ chức".into()].into(),
        criteria: ["II.4".into()].into(),
        first_due: day(2024, 12, 31),
        due: day(2025, 6, 30),
        standing: Standing::NotDone,
        class: "kê khai tài sản".into(),
    };
    let verdict = Verdict {
        level: Some(VerdictLevel::Partly),
        words: "còn 2 chi bộ".into(),
        due: day(2026, 6, 30),
        ..Verdict::default()
    };
    CarriedItem { item, times: 2, verdict: Some((id(6), verdict)) }
}

fn answer() -> Answer {
    Answer {
        criterion: "I.5".into(),
        level: Some(Extent::Some),
        note: "còn nể nang".into(),
        people_count: Some(3),
        body_count: Some(2),
        score: Some(7),
        self_level: Some(Extent::Isolated),
        self_note: "có nơi chưa tốt".into(),
        self_score: Some(9),
        ..Answer::default()
    }
}
