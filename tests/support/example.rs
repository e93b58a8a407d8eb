//! A morning at an invented unit, as records: every kind of entry occurs.

use bienban::domain::{
    Answer, Attendee, Bearer, CarriedItem, Delegation, DelegationKind, Entry, EntryKind, Extent, FollowAct, FollowUp,
    FollowedItem, ItemKind, LegalBasis, Material, Member, Position, Post, Presence, PromptedIssue, Proposal,
    Provenance, RecordId, Recurrence, Regime, Role, ScopeId, Secrecy, Severity, Side, Standing, Verdict, VerdictLevel,
    Visit, VisitStatus,
};
use bienban::minutes::{Answered, Held, Source};
use chrono::{NaiveDate, NaiveTime};
use uuid::Uuid;

/// The records of one visit.
pub(crate) struct Example {
    /// The delegation.
    pub(crate) delegation: Delegation,
    /// The visit.
    pub(crate) visit: Visit,
    unit: &'static str,
    parent_unit: &'static str,
    bases: Vec<LegalBasis>,
    members: Vec<(RecordId, Member)>,
    attendees: Vec<Attendee>,
    entries: Vec<(RecordId, Entry)>,
    answers: Vec<(&'static str, bool, Answer)>,
    materials: Vec<(RecordId, Material)>,
    issues: Vec<(RecordId, PromptedIssue)>,
    carried: Vec<CarriedItem>,
    recurring: Vec<(RecordId, Recurrence)>,
    replies: Vec<(RecordId, FollowUp)>,
}

const AN: u128 = 1;
const BINH: u128 = 2;
const CHAU: u128 = 3;
const DUNG: u128 = 4;
const FIRST_ENTRY: u128 = 100;
const FIRST_MATERIAL: u128 = 1_000;
const FIRST_ISSUE: u128 = 2_000;
/// An earlier recommendation of the unit that was answered.
const NOTED: u128 = 804;

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

impl Example {
    /// A Party delegation at a district committee.
    pub(crate) fn party() -> Self {
        let entries = entries();
        let nagging = entries.iter().find(|(_, entry)| entry.criteria == ["I.5"]).map(|(id, _)| *id);
        let twice = Recurrence { criterion: "I.5".into(), times: 2 };
        let reply = |text: &str| FollowUp {
            act: FollowAct::Reply,
            date: Some(date(2025, 4, 12)),
            by: "Ban Tổ chức Tỉnh ủy".into(),
            result: text.into(),
            ..FollowUp::default()
        };
        Self {
            recurring: nagging.into_iter().map(|fault| (fault, twice.clone())).collect(),
            carried: carried(),
            replies: vec![(id(NOTED), reply("đã đưa vào kế hoạch năm 2026"))],
            delegation: delegation(),
            visit: visit(),
            unit: "Huyện ủy Thạch Khê",
            parent_unit: "Tỉnh ủy Sông Lam",
            bases: bases(),
            members: members(),
            attendees: attendees(),
            entries,
            answers: answers(),
            materials: materials(),
            issues: issues(),
        }
    }

    /// A State delegation in its own words, at a people's committee.
    pub(crate) fn state() -> Self {
        let mut example = Self::party();
        example.delegation = Delegation {
            authority: "Chánh Thanh tra tỉnh Sông Lam".into(),
            decision_symbol: "88/QĐ-TTr".into(),
            plan_symbol: "15/KH-ĐTTr".into(),
            theme: "việc chấp hành pháp luật về quản lý đất đai và tiếp công dân".into(),
            regime: Regime::State,
            kind: DelegationKind::StateInspection,
            ..example.delegation
        };
        example.bases = vec![LegalBasis {
            form: "Luật Thanh tra".into(),
            symbol: "84/2025/QH15".into(),
            date: Some(date(2025, 6, 25)),
            issuer: "Quốc hội".into(),
            title: String::new(),
        }];
        example.unit = "Ủy ban nhân dân huyện Thạch Khê";
        example.parent_unit = "Ủy ban nhân dân tỉnh Sông Lam";
        example.visit.place = "Hội trường Ủy ban nhân dân huyện".into();
        example.visit.secrecy = Secrecy::Open;
        example.visit.materials = "Sổ theo dõi tiếp công dân".into();
        example.materials.first_mut().unwrap().1.symbol = "218/BC-UBND".into();
        example.visit.recipients = "Ủy ban nhân dân huyện Thạch Khê; Thanh tra tỉnh Sông Lam".into();
        example.members = vec![
            member(AN, "ông Nguyễn Văn An", "Phó Chánh Thanh tra tỉnh", Role::Head, ""),
            member(CHAU, "bà Lê Minh Châu", "Thanh tra viên", Role::Secretary, ""),
        ];
        example.attendees = vec![
            present(Side::Delegation, AN),
            present(Side::Delegation, CHAU),
            guest(Side::Unit, "ông Hoàng Văn Em", "Chủ tịch Ủy ban nhân dân huyện"),
            guest(Side::Unit, "Vũ Thị Giang", "Chánh Văn phòng"),
            guest(Side::Invited, "Đại diện Ủy ban nhân dân xã Hòa Phong", ""),
        ];
        example.entries = state_entries();
        example.issues.first_mut().unwrap().1.answer = "đã nêu tại trang 12 của báo cáo".into();
        example.recurring.clear();
        example.replies.clear();
        example.carried.retain(|carried| carried.item.kind == ItemKind::Outside);
        example
    }

    /// Borrows the records as minutes take them.
    pub(crate) fn source(&self) -> Source<'_> {
        Source {
            unit: self.unit,
            parent_unit: Some(self.parent_unit),
            bases: self.bases.iter().collect(),
            members: self.members.iter().map(|(id, member)| (*id, member)).collect(),
            attendees: self.attendees.iter().collect(),
            entries: self.entries.iter().map(|(id, entry)| (*id, entry)).collect(),
            answers: (500..).map(id).zip(&self.answers).map(answered).collect(),
            checklist: Some(Held {
                title: "27 biểu hiện suy thoái, \"tự diễn biến\", \"tự chuyển hóa\"",
                source: "Nghị quyết 04-NQ/TW, ngày 30/10/2016",
                looked_at: 4,
                items: 27,
            }),
            materials: self.materials.iter().map(|(id, material)| (*id, material)).collect(),
            issues: self.issues.iter().map(|(id, issue)| (*id, issue)).collect(),
            papers_due: Some(date(2026, 3, 13)),
            carried: self.carried.iter().collect(),
            recurring: self.recurring.iter().map(|(id, recurrence)| (*id, recurrence)).collect(),
            replies: self.replies.iter().map(|(id, reply)| (*id, reply)).collect(),
            ..Source::bare(&self.delegation, &self.visit)
        }
    }
}

/// A self-inspection report that came late, a plan that came in time, and minutes that never came.
fn materials() -> Vec<(RecordId, Material)> {
    let paper = |form: &str, symbol: &str, title: &str, day, received, self_report| Material {
        form: form.into(),
        symbol: symbol.into(),
        title: title.into(),
        date: Some(day),
        received,
        self_report,
        ..Material::default()
    };
    let report = paper("Báo cáo", "218-BC/HU", "", date(2026, 3, 16), Some(date(2026, 3, 17)), true);
    let plan = "thực hiện Nghị quyết Trung ương 4";
    let plan = paper("Kế hoạch", "12-KH/HU", plan, date(2023, 2, 6), Some(date(2026, 3, 12)), false);
    let missing = paper("Biên bản", "", "họp xét 3 hồ sơ giao đất", date(2025, 6, 2), None, false);
    vec![(id(FIRST_MATERIAL), report), (id(FIRST_MATERIAL + 1), plan), (id(FIRST_MATERIAL + 2), missing)]
}

/// Two prompted issues; an entry answers the first.
fn issues() -> Vec<(RecordId, PromptedIssue)> {
    let issue = |text: &str| PromptedIssue { text: text.into(), ..PromptedIssue::default() };
    vec![
        (id(FIRST_ISSUE), issue("công tác đánh giá, xếp loại")),
        (id(FIRST_ISSUE + 1), issue("quản lý đất đai tại xã Hòa Phong")),
    ]
}

/// What the visit of 14/9/2024 left open, and what came from outside; what this visit found of the first three.
fn carried() -> Vec<CarriedItem> {
    let verdict = |level, words: &str, due| {
        let verdict = Verdict { level: Some(level), words: words.into(), due, ..Verdict::default() };
        Some((id(900), verdict))
    };
    let item = |number, kind, text: &str, doers: &[&str], due, times, verdict| CarriedItem {
        item: FollowedItem {
            id: id(number),
            scope: ScopeId::Office,
            kind,
            deep_review: false,
            unit: None,
            delegation: None,
            visit: None,
            raised: Some(date(2024, 9, 14)),
            source: "Đoàn kiểm tra theo QĐ số 120-QĐ/TU".into(),
            text: text.into(),
            doers: doers.iter().map(|doer| (*doer).to_owned()).collect(),
            criteria: [].into(),
            first_due: due,
            due,
            standing: Standing::New,
            class: "".into(),
        },
        times,
        verdict,
    };
    let entry = ItemKind::Entry;
    let mut audit = item(
        806,
        ItemKind::Outside,
        "nộp ngân sách 12,5 triệu đồng chi sai chế độ",
        &["Văn phòng Huyện ủy"],
        Some(date(2023, 12, 31)),
        3,
        None,
    );
    audit.item.source = "Kiểm toán nhà nước khu vực II (Thông báo số 15/TB-KV II)".into();
    audit.item.raised = Some(date(2023, 5, 4));
    audit.item.due = Some(date(2025, 12, 31));
    vec![
        audit,
        item(
            801,
            entry(EntryKind::RecommendationDown),
            "ban hành quy chế chất vấn trong Đảng",
            &["Ban Thường vụ Huyện ủy"],
            Some(date(2024, 12, 31)),
            1,
            verdict(VerdictLevel::Done, "Quy chế số 02-QC/HU, ngày 20/12/2024", None),
        ),
        item(
            802,
            entry(EntryKind::Shortcoming),
            "7 chi bộ chưa sinh hoạt chuyên đề đủ mỗi quý",
            &[],
            None,
            1,
            verdict(VerdictLevel::Partly, "còn 2 chi bộ.", Some(date(2026, 6, 30))),
        ),
        item(
            803,
            entry(EntryKind::RecommendationDown),
            "rà soát hồ sơ kê khai tài sản của 46 cán bộ",
            &["Ban Tổ chức Huyện ủy"],
            Some(date(2025, 6, 30)),
            2,
            verdict(VerdictLevel::Not, "", Some(date(2026, 6, 30))),
        ),
        item(
            NOTED,
            entry(EntryKind::RecommendationUp),
            "bổ sung biên chế cho Ủy ban Kiểm tra Huyện ủy",
            &["Ban Tổ chức Tỉnh ủy"],
            None,
            1,
            verdict(VerdictLevel::Unverifiable, "", None),
        ),
        item(
            805,
            entry(EntryKind::Commitment),
            "họp dân định kỳ mỗi quý tại 11 xã",
            &["Hoàng Văn Em"],
            Some(date(2025, 3, 31)),
            1,
            None,
        ),
    ]
}

fn delegation() -> Delegation {
    Delegation {
        authority: "Ban Thường vụ Tỉnh ủy Sông Lam".into(),
        decision_symbol: "412-QĐ/TU".into(),
        decision_date: Some(date(2026, 3, 3)),
        plan_symbol: "57-KH/ĐKT".into(),
        plan_date: Some(date(2026, 3, 10)),
        theme: "việc thực hiện Nghị quyết Trung ương 4 khóa XII gắn với các quy định nêu gương".into(),
        regime: Regime::Party,
        kind: DelegationKind::ComplianceInspection,
        period_from: Some(date(2023, 1, 1)),
        period_to: Some(date(2025, 12, 31)),
        place_name: "Sông Lam".into(),
        ..Delegation::default()
    }
}

fn visit() -> Visit {
    Visit {
        status: VisitStatus::Closed,
        date: Some(date(2026, 3, 19)),
        start: Some(time(8, 5)),
        end: Some(time(11, 5)),
        place: "Hội trường Huyện ủy".into(),
        chair: Some(id(AN)),
        recorder: Some(id(CHAU)),
        materials: "sổ nghị quyết của 5 chi bộ".into(),
        secrecy: Secrecy::Secret,
        copies: Some(6),
        copies_each: Some(3),
        recipients: "Ban Thường vụ Tỉnh ủy (báo cáo)\nHuyện ủy Thạch Khê".into(),
        ..Visit::default()
    }
}

fn bases() -> Vec<LegalBasis> {
    let basis = |form: &str, symbol: &str, date, issuer: &str, title: &str| LegalBasis {
        form: form.into(),
        symbol: symbol.into(),
        date: Some(date),
        issuer: issuer.into(),
        title: title.into(),
    };
    vec![
        basis(
            "Nghị quyết",
            "04-NQ/TW",
            date(2016, 10, 30),
            "Ban Chấp hành Trung ương Đảng khóa XII",
            "tăng cường xây dựng, chỉnh đốn Đảng",
        ),
        basis(
            "Quy định",
            "08-QĐi/TW",
            date(2018, 10, 25),
            "Ban Chấp hành Trung ương Đảng khóa XII",
            "trách nhiệm nêu gương",
        ),
        basis("Quy định", "101-QĐ/TW", date(2012, 6, 7), "", ""),
    ]
}

fn member(number: u128, name: &str, post: &str, role: Role, area: &str) -> (RecordId, Member) {
    let posts = vec![
        Post { title: "chức vụ cũ, đã thôi giữ".into(), from: None, until: Some(date(2025, 12, 31)) },
        Post { title: post.into(), from: Some(date(2026, 1, 1)), until: None },
    ];
    let member = Member { name: name.into(), posts, role, area: area.into(), ..Member::default() };
    (id(number), member)
}

fn members() -> Vec<(RecordId, Member)> {
    vec![
        member(AN, "Nguyễn Văn An", "Phó Bí thư Tỉnh ủy", Role::Head, ""),
        member(BINH, "Trần Thị Bình", "Phó Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy", Role::Deputy, ""),
        member(CHAU, "Lê Minh Châu", "Kiểm tra viên", Role::Secretary, ""),
        member(DUNG, "Phạm Quốc Dũng", "Phó Ban Tổ chức Tỉnh ủy", Role::Member, "đánh giá, xếp loại"),
    ]
}

fn present(side: Side, member: u128) -> Attendee {
    Attendee { side, member: Some(id(member)), ..Attendee::default() }
}

fn guest(side: Side, name: &str, post: &str) -> Attendee {
    Attendee { side, name: name.into(), post: post.into(), ..Attendee::default() }
}

fn attendees() -> Vec<Attendee> {
    let absent = Attendee {
        presence: Presence::Absent,
        reason: "họp tại tỉnh".into(),
        ..guest(Side::Unit, "Bùi Văn Ích", "Chủ tịch Ủy ban nhân dân huyện")
    };
    vec![
        present(Side::Delegation, AN),
        present(Side::Delegation, BINH),
        present(Side::Delegation, CHAU),
        present(Side::Delegation, DUNG),
        guest(Side::Unit, "Hoàng Văn Em", "Bí thư Huyện ủy"),
        guest(Side::Unit, "Vũ Thị Giang", "Phó Bí thư Thường trực Huyện ủy"),
        guest(Side::Unit, "Đỗ Khắc Hải", "Chủ nhiệm Ủy ban Kiểm tra Huyện ủy"),
        absent,
        guest(Side::Invited, "Đại diện Đảng ủy xã Hòa Phong", ""),
        guest(Side::Invited, "Đại diện Đảng ủy xã Yên Thủy", ""),
    ]
}

/// Entries in the order in which they were noted.
struct Notes(Vec<(RecordId, Entry)>);

impl Notes {
    fn add(&mut self, hour: u32, minute: u32, kind: EntryKind, who: &str, text: &str) -> &mut Entry {
        let number = FIRST_ENTRY + self.0.len() as u128;
        let entry = Entry {
            kind,
            text: text.into(),
            noted_at: Some(date(2026, 3, 19).and_time(time(hour, minute))),
            people: who.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            ..Entry::default()
        };
        self.0.push((id(number), entry));
        &mut self.0.last_mut().unwrap().1
    }

    fn newest(&self) -> RecordId {
        self.0.last().unwrap().0
    }
}

fn entries() -> Vec<(RecordId, Entry)> {
    use EntryKind::*;
    let mut n = Notes(vec![]);
    n.add(8, 5, Purpose, "An", "nêu mục đích, yêu cầu buổi làm việc; công bố quyết định và kế hoạch kiểm tra");
    n.add(8, 15, Report, "Em", "báo cáo kết quả thực hiện của Huyện ủy (Báo cáo số 218-BC/HU)");
    n.add(8, 40, Figure, "Em", "Quán triệt nghị quyết cho 3.118/3.204 đảng viên, đạt 97,32%");
    n.add(8, 41, Figure, "", "Tổ chức 46 lớp; 512 quần chúng tham gia");
    n.add(8, 44, Figure, "", "39/3.204 đảng viên không hoàn thành nhiệm vụ, báo cáo ghi 1,21%");
    n.add(8, 46, Figure, "", "Tiếp công dân 214 lượt/163 vụ việc; nhận trên 180 đơn");
    n.add(
        8,
        50,
        Figure,
        "",
        "Xếp loại tổ chức cơ sở đảng: 12 hoàn thành xuất sắc, 29 hoàn thành tốt, 4 hoàn thành, 1 không hoàn thành nhiệm vụ; tổng số 46",
    );
    n.add(
        8,
        58,
        Question,
        "Dũng",
        "hỏi về tiêu chí xếp loại; đề nghị làm rõ vì sao có 12 tổ chức được xếp loại xuất sắc",
    );
    n.add(9, 5, Explanation, "Giang", "việc xếp loại áp dụng theo hướng dẫn năm 2023, chưa cập nhật hướng dẫn mới")
        .links = vec![id(FIRST_ISSUE)];
    {
        let strength = n.add(
            9,
            12,
            Strength,
            "Châu",
            "Ban hành chương trình hành động sớm, phân công cấp ủy viên phụ trách từng chi bộ",
        );
        strength.provenance = Some(Provenance::Document);
        strength.document = "Báo cáo số 218-BC/HU".into();
        strength.page = "7".into();
    }
    n.add(9, 15, Strength, "Châu", "Duy trì “Ngày thứ Bảy vì dân” tại 9/11 xã");
    {
        let model =
            n.add(9, 15, GoodPractice, "Đảng ủy 9 xã", "cán bộ xã làm việc thứ Bảy để giải quyết hồ sơ cho dân");
        model.model_name = "Ngày thứ Bảy vì dân".into();
        model.result = "duy trì tại 9/11 xã".into();
        model.proposal = Some(Proposal::Replicate);
    }
    {
        let fault = n.add(
            9,
            20,
            Shortcoming,
            "Bình",
            "một số chi bộ sinh hoạt còn nặng về chuyên môn, chưa bàn công tác xây dựng Đảng",
        );
        fault.extent = Some(Extent::Some);
        fault.topic = "sinh hoạt chi bộ".into();
        fault.private_names = vec!["chi bộ Trạm Y tế".into(), "chi bộ Trường THCS Yên Thủy".into()];
    }
    n.add(9, 26, Shortcoming, "Bình", "tự phê bình và phê bình còn nể nang, né tránh").criteria = vec!["I.5".into()];
    let ranking = {
        let fault = n.add(9, 31, Shortcoming, "Dũng", "xếp loại chạy theo thành tích, tỷ lệ xuất sắc cao");
        fault.criteria = vec!["II.4".into()];
        fault.severity = Some(Severity::Serious);
        n.newest()
    };
    for (bearer, who, text) in [
        (Bearer::Collective, "Ban Thường vụ Huyện ủy", "quyết định tỷ lệ xuất sắc vượt hướng dẫn"),
        (Bearer::Individual, "Trưởng Ban Tổ chức Huyện ủy", "tham mưu chưa đúng hướng dẫn hiện hành"),
    ] {
        let borne = n.add(9, 33, Responsibility, who, text);
        borne.links = vec![ranking];
        borne.bearer = Some(bearer);
        borne.deep_review = bearer == Bearer::Individual;
    }
    {
        let sign = n.add(9, 40, ViolationSign, "Châu", "3 hồ sơ giao đất tại xã Hòa Phong không có biên bản họp xét");
        sign.provenance = Some(Provenance::Observed);
        sign.locality = "xã Hòa Phong".into();
    }
    let land = n.newest();
    n.add(9, 48, ObjectiveCause, "Em", "sáp nhập thôn, cán bộ phải kiêm nhiệm");
    n.add(9, 48, SubjectiveCause, "Em", "công tác kiểm tra, giám sát chưa thường xuyên").links = vec![ranking];
    for (minute, position, fault, text) in [
        (55, Position::Agrees, ranking, "tiếp thu ý kiến của Đoàn về xếp loại"),
        (56, Position::Explains, land, "hồ sơ đang lưu ở xã, xin được bổ sung trước ngày 31/3/2026"),
    ] {
        let answer = n.add(9, minute, Explanation, "Em", text);
        answer.links = vec![fault];
        answer.position = Some(position);
    }
    {
        let owed = n.add(9, 57, Supplement, "Em", "Biên bản họp xét của 3 hồ sơ giao đất tại xã Hòa Phong");
        owed.due = Some(date(2026, 3, 31));
        owed.links = vec![land];
    }
    n.add(10, 5, RecommendationUp, "Tỉnh ủy", "sớm ban hành hướng dẫn xếp loại thống nhất");
    n.add(10, 5, RecommendationUp, "Tỉnh ủy", "bố trí kinh phí số hóa hồ sơ đảng viên");
    n.add(
        10,
        8,
        Statement,
        "Đại diện Đảng ủy xã Hòa Phong",
        "nhất trí với ý kiến của Đoàn; sẽ phối hợp cung cấp hồ sơ",
    );
    {
        let promised = n.add(10, 12, Commitment, "Hải", "Kiểm tra 100% chi bộ có khuyết điểm");
        promised.due = Some(date(2026, 9, 30));
        promised.measure = "danh sách chi bộ đã kiểm tra, báo cáo hằng quý".into();
    }
    {
        let asked = n.add(10, 20, RecommendationDown, "Ban Thường vụ Huyện ủy", "Kiểm điểm trách nhiệm về xếp loại");
        asked.due = Some(date(2026, 4, 30));
        asked.category = "kiểm điểm".into();
        asked.remedy = "họp kiểm điểm, báo cáo bằng văn bản".into();
        asked.links = vec![ranking];
    }
    {
        let asked =
            n.add(10, 20, RecommendationDown, "Ủy ban Kiểm tra Huyện ủy", "Rà soát hồ sơ giao đất tại xã Hòa Phong");
        asked.due = Some(date(2026, 5, 15));
        asked.links = vec![land];
    }
    n.add(10, 20, RecommendationDown, "Ban Tổ chức Huyện ủy", "Hoàn thành rà soát 46 hồ sơ kê khai tài sản").due =
        Some(date(2026, 6, 30));
    n.add(10, 35, ReservedOpinion, "Bình", "cần xem xét dấu hiệu vi phạm sớm hơn thời hạn trên");
    n.add(10, 40, Lesson, "", "cấp ủy chủ động thì việc khó cũng có cách làm");
    n.add(10, 41, Lesson, "", "xếp loại phải theo đúng hướng dẫn hiện hành");
    n.add(
        10,
        45,
        Conclusion,
        "An",
        "ghi nhận kết quả đạt được của Huyện ủy Thạch Khê.\nĐề nghị Huyện ủy khắc phục ba khuyết điểm đã nêu.\nGhi nhận hai kiến nghị của đơn vị.",
    );
    n.add(10, 55, Acceptance, "Em", "tiếp thu ý kiến của Đoàn, sẽ ban hành kế hoạch khắc phục").due =
        Some(date(2026, 4, 5));
    n.0
}

fn state_entries() -> Vec<(RecordId, Entry)> {
    use EntryKind::*;
    let mut n = Notes(vec![]);
    n.add(8, 5, Purpose, "An", "công bố quyết định thanh tra, nêu mục đích, yêu cầu buổi làm việc");
    n.add(8, 20, Report, "Em", "báo cáo kết quả quản lý đất đai, tiếp công dân giai đoạn 2023 – 2025");
    n.add(8, 50, Question, "Châu", "đề nghị cung cấp sổ tiếp công dân năm 2024");
    n.add(8, 55, Explanation, "Giang", "sổ đang lưu tại Ban Tiếp công dân, sẽ cung cấp trong ngày");
    n.add(9, 0, Statement, "Giang", "giải quyết đơn đúng hạn đạt 98,69% (151/153 đơn)");
    n.add(9, 10, Strength, "", "Công khai đầy đủ thủ tục hành chính tại 11/11 xã");
    n.add(9, 20, Shortcoming, "Châu", "lập hồ sơ giao đất chưa đầy đủ").severity = Some(Severity::Minor);
    let fault = n.newest();
    n.add(9, 25, SubjectiveCause, "Em", "cán bộ địa chính chưa được tập huấn").links = vec![fault];
    {
        let asked =
            n.add(9, 40, RecommendationDown, "Phòng Nông nghiệp và Môi trường", "Bổ sung hồ sơ giao đất còn thiếu");
        asked.due = Some(date(2026, 5, 15));
        asked.links = vec![fault];
    }
    n.add(9, 45, RecommendationDown, "", "Tập huấn cán bộ địa chính các xã");
    n.add(9, 50, RecommendationUp, "Ủy ban nhân dân tỉnh", "bố trí kinh phí đo đạc lại bản đồ địa chính");
    n.add(9, 55, Commitment, "Giang", "Cung cấp sổ tiếp công dân năm 2024").due = Some(date(2026, 3, 20));
    n.add(10, 45, Conclusion, "An", "đề nghị đơn vị thực hiện các yêu cầu nêu trên đúng thời hạn");
    n.add(10, 50, Acceptance, "Em", "thống nhất với nội dung biên bản");
    n.0
}

fn answered<'a>((id, (title, verified, answer)): (RecordId, &'a (&'static str, bool, Answer))) -> Answered<'a> {
    Answered { id, title, verified: *verified, answer }
}

/// A full answer, a bare one, and one that only the unit gave.
fn answers() -> Vec<(&'static str, bool, Answer)> {
    let answer = |criterion: &str, level| Answer { criterion: criterion.into(), level, ..Answer::default() };
    let learning = Answer {
        note: "chưa học nghị quyết đúng hạn | tại chi bộ thôn 3".into(),
        people_count: Some(12),
        body_count: Some(3),
        score: Some(6),
        self_level: Some(Extent::Isolated),
        self_note: "đã khắc phục".into(),
        self_score: Some(8),
        ..answer("I.3", Some(Extent::Some))
    };
    let own = Answer { self_level: Some(Extent::Absent), ..answer("II.7", None) };
    vec![
        ("Nhận thức sai lệch, lười học lý luận", true, learning),
        ("Giấu giếm khuyết điểm, nể nang trong phê bình", false, answer("I.5", Some(Extent::Widespread))),
        ("Tham ô, tham nhũng, lợi dụng chức quyền", false, own),
    ]
}
