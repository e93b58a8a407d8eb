//! What the outline makes of a visit's records: names, numbers, links, and what is left out.

#![expect(clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use bienban::domain::{
    Attendee, Delegation, Entry, EntryKind, LegalBasis, Member, Numbering, Position, Post, Presence, RecordId, Regime,
    Role, Secrecy, Severity, Side, Visit,
};
use bienban::minutes::{self, Outline, Part, Source};
use chrono::NaiveDate;
use uuid::Uuid;

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// A visit to be filled by each test.
#[derive(Clone, Default)]
struct Case {
    delegation: Delegation,
    visit: Visit,
    bases: Vec<LegalBasis>,
    members: Vec<Member>,
    attendees: Vec<Attendee>,
    entries: Vec<Entry>,
}

impl Case {
    /// Outlines the case; members have the ids 1, 2, …, entries 101, 102, ….
    fn outline(&self) -> Outline {
        minutes::outline(&Source {
            unit: "Huyện ủy Thạch Khê",
            bases: self.bases.iter().collect(),
            members: (1..).map(id).zip(&self.members).collect(),
            attendees: self.attendees.iter().collect(),
            entries: (101..).map(id).zip(&self.entries).collect(),
            ..Source::bare(&self.delegation, &self.visit)
        })
    }

    /// Outlines one statement by somebody and returns how that person is named.
    fn named(mut self, who: &str) -> String {
        self.entries = vec![Entry { people: vec![who.into()], ..entry(EntryKind::Statement, "nói") }];
        self.outline().proceedings[0].items[0].label.clone().unwrap_or_default()
    }
}

fn entry(kind: EntryKind, text: &str) -> Entry {
    Entry { kind, text: text.into(), ..Entry::default() }
}

fn guest(name: &str, post: &str) -> Attendee {
    Attendee { side: Side::Unit, name: name.into(), post: post.into(), ..Attendee::default() }
}

fn member(name: &str, role: Role) -> Member {
    let post = |title: &str, from, until| Post { title: title.into(), from, until };
    let posts = vec![
        post("Trưởng phòng", date(2020, 1, 1), date(2025, 12, 31)),
        post("Phó Chủ nhiệm", date(2026, 1, 1), None),
        post("Tỉnh ủy viên", None, None),
    ];
    Member { name: name.into(), role, posts, ..Member::default() }
}

fn two_of_the_unit() -> Case {
    let attendees = vec![guest("Hoàng Văn Em", "Bí thư Huyện ủy"), guest("Đỗ Khắc Hải", "Chủ nhiệm")];
    Case { attendees, ..Case::default() }
}

fn titles(parts: &[Part]) -> Vec<String> {
    parts.iter().flat_map(|part| [part.title.clone()].into_iter().chain(titles(&part.parts))).collect()
}

fn numbers(parts: &[Part]) -> Vec<String> {
    parts.iter().flat_map(|part| [part.number.clone()].into_iter().chain(numbers(&part.parts))).collect()
}

#[test]
fn a_speaker_is_named_in_full_when_the_attendance_knows_whom() {
    for typed in ["Hoàng Văn Em", "Văn Em", "Em", "em", "đồng chí Em", "đ/c Hoàng Văn Em", "HOÀNG VĂN EM"] {
        assert_eq!(two_of_the_unit().named(typed), "Đồng chí Hoàng Văn Em, Bí thư Huyện ủy:", "{typed}");
    }
    assert_eq!(two_of_the_unit().named("Lan"), "Lan:");
    assert_eq!(two_of_the_unit().named("Văn"), "Văn:");
}

#[test]
fn a_name_that_two_people_share_stays_as_typed() {
    let mut case = two_of_the_unit();
    case.attendees.push(guest("Lê Thị Em", "Phó Bí thư"));
    case.attendees.push(guest("Đỗ Khắc Hải", "Văn phòng"));
    assert_eq!(case.clone().named("Em"), "Em:");
    assert_eq!(case.named("Đỗ Khắc Hải"), "Đỗ Khắc Hải:");
}

#[test]
fn a_body_is_not_addressed_as_a_person() {
    let mut case = Case::default();
    case.attendees.push(Attendee { side: Side::Invited, ..guest("đại diện Đảng ủy xã Hòa Phong", "") });
    assert_eq!(case.outline().attendance[0].people, ["Đại diện Đảng ủy xã Hòa Phong."]);
    assert_eq!(case.named("Hòa Phong"), "Hòa Phong:");
}

#[test]
fn the_state_addresses_people_as_typed_or_both_ways() {
    let delegation = Delegation { regime: Regime::State, ..Delegation::default() };
    let attendees = vec![guest("Hoàng Văn Em", "Chủ tịch"), guest("bà Vũ Thị Giang", "Chánh Văn phòng")];
    let case = Case { delegation, attendees, ..Case::default() };
    let outline = case.outline();
    assert_eq!(outline.attendance[0].people, ["Ông (bà) Hoàng Văn Em, Chủ tịch;", "Bà Vũ Thị Giang, Chánh Văn phòng."]);
    assert_eq!(case.named("Giang"), "Bà Vũ Thị Giang, Chánh Văn phòng:");
}

#[test]
fn posts_are_those_of_the_day() {
    let members = vec![member("Trần Thị Bình", Role::Deputy)];
    let on = |date| Case { members: members.clone(), visit: Visit { date, ..Visit::default() }, ..Case::default() };
    assert_eq!(
        on(date(2025, 6, 1)).named("Bình"),
        "Đồng chí Trần Thị Bình, Trưởng phòng, Tỉnh ủy viên, Phó Trưởng đoàn:"
    );
    assert_eq!(
        on(date(2026, 6, 1)).named("Bình"),
        "Đồng chí Trần Thị Bình, Phó Chủ nhiệm, Tỉnh ủy viên, Phó Trưởng đoàn:"
    );
    assert_eq!(on(None).named("Bình"), "Đồng chí Trần Thị Bình, Tỉnh ủy viên, Phó Trưởng đoàn:");
}

#[test]
fn attendance_counts_both_those_who_came_and_those_who_did_not() {
    let mut case = two_of_the_unit();
    case.attendees.push(Attendee { presence: Presence::Absent, ..guest("Bùi Văn Ích", "Chủ tịch") });
    let unit = &case.outline().attendance[0];
    assert_eq!((unit.present.as_str(), unit.expected.as_str(), unit.absent.as_deref()), ("02", "03", Some("01")));
    assert_eq!(unit.people[2], "Vắng: đồng chí Bùi Văn Ích, Chủ tịch; lý do: …");
}

#[test]
fn whoever_presides_instead_of_the_head_signs_as_such() {
    let members = vec![member("Nguyễn Văn An", Role::Head), member("Trần Thị Bình", Role::Deputy)];
    let chaired = |chair: Option<u128>| {
        let visit = Visit { chair: chair.map(id), ..Visit::default() };
        let outline = Case { members: members.clone(), visit, ..Case::default() }.outline();
        let signature = outline.signatures.last().unwrap();
        (signature.title, signature.name.clone().unwrap_or_default())
    };
    assert_eq!(chaired(Some(1)), ("TRƯỞNG ĐOÀN", "Nguyễn Văn An".into()));
    assert_eq!(chaired(Some(2)), ("NGƯỜI CHỦ TRÌ", "Trần Thị Bình".into()));
    assert_eq!(chaired(None), ("TRƯỞNG ĐOÀN", "Nguyễn Văn An".into()));
}

#[test]
fn lists_count_as_the_delegation_counts_and_one_alone_does_not() {
    use EntryKind::{GoodPractice, Lesson, RecommendationDown, RecommendationUp};
    let asked = |kind, who: &str, text| Entry { people: vec![who.into()], ..entry(kind, text) };
    let entries = vec![
        asked(RecommendationUp, "Tỉnh ủy", "ban hành hướng dẫn"),
        entry(RecommendationUp, "bố trí kinh phí"),
        entry(RecommendationDown, "kiểm điểm"),
        entry(RecommendationDown, "rà soát"),
        entry(Lesson, "chủ động"),
        entry(Lesson, "kiên trì"),
        entry(GoodPractice, "ngày thứ Bảy vì dân"),
        asked(GoodPractice, "Hoàng Văn Em", "tổ tự quản"),
    ];
    let written = |numbering, few: bool| {
        let mut case = Case { entries: entries.clone(), ..two_of_the_unit() };
        case.delegation.numbering = numbering;
        if few {
            case.entries = case.entries.into_iter().step_by(2).collect();
        }
        let outline = case.outline();
        let item = |item: &minutes::Item| {
            let label = item.label.as_ref().map(|label| format!("{label} ")).unwrap_or_default();
            format!("{label}{}", item.lines[0])
        };
        let up = outline.proposals[0].items.iter().map(item);
        let table = outline.proposals[1].table.as_ref().unwrap();
        let down = table.rows.iter().map(|row| row[0].clone().unwrap());
        let found = outline.findings.last().unwrap();
        let rest = found.parts.iter().flat_map(|part| part.items.iter().map(item));
        (table.columns[0], up.chain(down).chain(rest).collect::<Vec<_>>())
    };
    let (column, lines) = written(Numbering::OneIs, false);
    assert_eq!(column, "Thứ tự");
    assert_eq!(
        lines,
        [
            "Một là, đối với Tỉnh ủy: ban hành hướng dẫn.",
            "Hai là, bố trí kinh phí.",
            "Một là",
            "Hai là",
            "Một là, ngày thứ Bảy vì dân.",
            "Hai là, đồng chí Hoàng Văn Em, Bí thư Huyện ủy: tổ tự quản.",
            "Một là, chủ động.",
            "Hai là, kiên trì.",
        ]
    );
    let (_, lines) = written(Numbering::First, false);
    assert_eq!(lines[..3], ["Thứ nhất, đối với Tỉnh ủy: ban hành hướng dẫn.", "Thứ hai, bố trí kinh phí.", "Thứ nhất"]);
    let (column, lines) = written(Numbering::Digits, false);
    assert_eq!(column, "STT");
    assert_eq!(lines[..3], ["1. Đối với Tỉnh ủy: ban hành hướng dẫn.", "2. Bố trí kinh phí.", "1"]);
    assert_eq!(lines[5], "2. Đồng chí Hoàng Văn Em, Bí thư Huyện ủy: tổ tự quản.");
    let (column, lines) = written(Numbering::OneIs, true);
    assert_eq!(column, "Nội dung");
    assert_eq!(lines, ["Đối với Tỉnh ủy: ban hành hướng dẫn.", "Kiểm điểm", "Ngày thứ Bảy vì dân.", "Chủ động."]);
}

#[test]
fn causes_and_recommendations_say_which_faults_they_answer() {
    let answering =
        |kind, links: &[u128]| Entry { links: links.iter().copied().map(id).collect(), ..entry(kind, "nội dung") };
    let case = Case {
        entries: vec![
            entry(EntryKind::Shortcoming, "một"),
            entry(EntryKind::Shortcoming, "hai"),
            entry(EntryKind::ViolationSign, "ba"),
            answering(EntryKind::SubjectiveCause, &[102]),
            answering(EntryKind::RecommendationDown, &[101, 102, 103]),
            answering(EntryKind::Strength, &[999]),
        ],
        ..Case::default()
    };
    let outline = case.outline();
    assert_eq!(outline.findings[2].parts[0].items[0].lines, ["Nội dung (đối với hạn chế 2)."]);
    let asked = outline.proposals[0].table.as_ref().unwrap();
    assert_eq!(asked.rows[0][0].as_deref(), Some("Nội dung (đối với hạn chế 1, 2 và dấu hiệu vi phạm 1)"));
    assert_eq!(asked.rows[0][1..], [None, None]);
    assert_eq!(outline.findings[0].items[0].lines, ["Nội dung."]);
}

#[test]
fn what_begins_a_sentence_on_paper_takes_a_capital() {
    let said = Entry { people: vec!["Đảng ủy".into()], ..entry(EntryKind::Strength, "đã làm tốt") };
    let case = Case { entries: vec![entry(EntryKind::Strength, "đã làm tốt"), said], ..Case::default() };
    let lines: Vec<String> = case.outline().findings[0].items.iter().map(|item| item.lines[0].clone()).collect();
    assert_eq!(lines, ["Đã làm tốt.", "đã làm tốt."], "behind a name the sentence goes on");
}

#[test]
fn a_fault_ends_in_its_criteria_and_severity() {
    let fault = Entry {
        criteria: vec!["I.5".into(), "II.4".into()],
        severity: Some(Severity::Serious),
        ..entry(EntryKind::Shortcoming, "còn nể nang")
    };
    let outline = Case { entries: vec![fault], ..Case::default() }.outline();
    let item = &outline.findings[1].items[0];
    assert_eq!(item.label.as_deref(), Some("Hạn chế 1:"));
    assert_eq!(item.lines, ["còn nể nang (tiêu chí I.5, II.4; mức độ: nghiêm trọng)."]);
}

#[test]
fn what_the_unit_says_of_a_fault_is_printed_with_it_whether_its_position_was_chosen_or_not() {
    let said = |position, text: &str| Entry { links: vec![id(101)], position, ..entry(EntryKind::Explanation, text) };
    let entries = vec![
        entry(EntryKind::Shortcoming, "còn nể nang"),
        said(None, "sẽ kiểm điểm trong quý II"),
        said(Some(Position::Objects), "số liệu chưa đúng"),
    ];
    let outline = Case { entries, ..Case::default() }.outline();
    assert_eq!(
        outline.findings[1].items[0].lines,
        [
            "còn nể nang.",
            "Ý kiến của đơn vị: sẽ kiểm điểm trong quý II.",
            "Ý kiến của đơn vị: không đồng ý – số liệu chưa đúng."
        ]
    );
}

#[test]
fn optional_parts_are_left_out_and_numbers_close_up() {
    let entries = [
        EntryKind::Report,
        EntryKind::Explanation,
        EntryKind::Responsibility,
        EntryKind::Lesson,
        EntryKind::Supplement,
    ];
    let outline = Case { entries: entries.map(|kind| entry(kind, "x")).into(), ..Case::default() }.outline();
    assert_eq!(titles(&outline.proceedings), ["Đơn vị báo cáo", "Giải trình, tiếp thu"]);
    assert_eq!(numbers(&outline.proceedings), ["1", "2"]);
    let found = ["Ưu điểm", "Hạn chế, khuyết điểm", "Nguyên nhân, trách nhiệm", "Trách nhiệm", "Bài học kinh nghiệm"];
    assert_eq!(titles(&outline.findings), found);
    assert_eq!(numbers(&outline.findings), ["1", "2", "3", "3.1", "4"]);
    assert_eq!(titles(&outline.proposals), ["Tài liệu, giải trình phải bổ sung"]);
}

#[test]
fn every_kind_of_entry_is_printed_somewhere() {
    let entries = EntryKind::ALL.map(|kind| entry(kind, &format!("nội dung {kind:?} đây")));
    let outline = Case { entries: entries.into(), ..Case::default() }.outline();
    let markdown = minutes::Template::BuiltIn(minutes::Layout::Party).render(&outline).unwrap();
    for kind in EntryKind::ALL {
        assert_eq!(markdown.matches(&format!("ội dung {kind:?} đây")).count(), 1, "{kind:?}");
    }
}

#[test]
fn an_entry_without_a_visible_letter_is_not_printed() {
    let outline = Case { entries: vec![entry(EntryKind::Shortcoming, " \u{200b}\n")], ..Case::default() }.outline();
    assert!(outline.findings[1].empty);
}

#[test]
fn a_legal_document_is_cited_by_what_is_known_of_it() {
    let basis = |form: &str, symbol: &str, date, issuer: &str, title: &str| LegalBasis {
        form: form.into(),
        symbol: symbol.into(),
        date,
        issuer: issuer.into(),
        title: title.into(),
    };
    let bases = vec![
        basis("Quy định", "08-QĐi/TW", date(2018, 10, 25), "Ban Chấp hành Trung ương", "về trách nhiệm nêu gương"),
        basis("Điều lệ Đảng", "", None, "", ""),
        basis("", "101-QĐ/TW", None, "", ""),
    ];
    let cited = Case { bases, ..Case::default() }.outline().title.bases;
    assert_eq!(
        cited[1],
        "Quy định số 08-QĐi/TW, ngày 25/10/2018 của Ban Chấp hành Trung ương về trách nhiệm nêu gương;"
    );
    assert_eq!(cited[2..], ["Điều lệ Đảng;", "Văn bản số 101-QĐ/TW, ngày …"]);
}

#[test]
fn the_head_tells_only_what_was_decided() {
    let marked =
        |secrecy| Case { visit: Visit { secrecy, ..Visit::default() }, ..Case::default() }.outline().head.secrecy;
    assert_eq!(
        Secrecy::ALL.map(|secrecy| marked(secrecy).unwrap_or_default()),
        ["", "", "MẬT", "TỐI MẬT", "TUYỆT MẬT"]
    );
}

#[test]
fn recipients_stand_one_to_a_line_and_the_file_is_kept_once() {
    let listed = |recipients: &str| {
        let visit = Visit { recipients: recipients.into(), ..Visit::default() };
        Case { visit, ..Case::default() }.outline().recipients
    };
    assert_eq!(listed(""), ["…;", "Lưu hồ sơ Đoàn."]);
    assert_eq!(listed("Huyện ủy;\nTỉnh ủy."), ["Huyện ủy;", "Tỉnh ủy.", "Lưu hồ sơ Đoàn."]);
    assert_eq!(listed("Huyện ủy; Lưu: VT, UBKT"), ["Huyện ủy;", "Lưu: VT, UBKT."]);
}

/// The table of a part of III, by its key.
fn findings_table(outline: &Outline, key: &str) -> Vec<Vec<String>> {
    let part = outline.findings.iter().find(|part| part.key == key);
    let rows = part.and_then(|part| part.table.as_ref()).map(|table| table.rows.clone()).unwrap_or_default();
    rows.into_iter().map(|row| row.into_iter().map(|cell| cell.unwrap_or_else(|| "…".into())).collect()).collect()
}

#[test]
fn what_the_report_states_stays_and_what_was_computed_stands_beside_it() {
    let figures = [
        "39/3.204 đảng viên không hoàn thành nhiệm vụ, báo cáo ghi 1,21%",
        "44/8.147 (0,53%)",
        "1.204/1.250 đảng viên, đạt 96,32%",
        "phiếu: 12 đồng ý, 2 không đồng ý, tổng 15",
    ];
    let entries = figures.map(|text| entry(EntryKind::Figure, text)).into();
    let outline = Case { entries, ..Case::default() }.outline();
    let cells: Vec<String> = findings_table(&outline, "figures").into_iter().map(|row| row[1].clone()).collect();
    assert_eq!(
        cells,
        [
            "39/3.204 đảng viên không hoàn thành nhiệm vụ, báo cáo ghi 1,21% (tính lại: 1,22%)",
            "44/8.147 (0,53%) (tính lại: 0,54%)",
            "1.204/1.250 đảng viên, đạt 96,32%",
            "Phiếu: 12 đồng ý, 2 không đồng ý, tổng 15 (cộng lại: 14)",
        ]
    );
}

#[test]
fn rankings_have_a_table_of_their_own() {
    let entries = vec![
        entry(EntryKind::Figure, "xếp loại đảng viên: 5 xuất sắc, 29 tốt, tổng 34."),
        entry(EntryKind::Figure, "12 xuất sắc, 29 tốt, 4 hoàn thành, 1 không hoàn thành, tổng 47"),
        entry(EntryKind::Figure, "xếp loại chi bộ: 1 xuất sắc, 9 tốt; tăng 2 chi bộ so với năm 2023"),
    ];
    let outline = Case { entries, ..Case::default() }.outline();
    assert_eq!(
        findings_table(&outline, "rankings"),
        [
            ["1", "Đảng viên", "5", "29", "…", "…", "34", "5/29 số hoàn thành tốt = 17,24%, không vượt trần 20%"],
            ["2", "…", "12", "29", "4", "1", "47 (cộng lại: 46)", "12/29 số hoàn thành tốt = 41,38%, vượt trần 20%"],
            ["3", "Chi bộ", "1", "9", "…", "…", "10", "1/9 số hoàn thành tốt = 11,11%, không vượt trần 20%"],
        ]
    );
    let rest = findings_table(&outline, "figures");
    assert_eq!(rest, [["1", "Xếp loại chi bộ: 1 xuất sắc, 9 tốt; tăng 2 chi bộ so với năm 2023"]], "no word is lost");
}
