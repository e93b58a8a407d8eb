//! Figures over many visits: by topic, cause, unit and delegation, over time, and how much of a checklist was looked at.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod support;

use bienban::domain::{
    Answer, Delegation, Edit, Entry, Extent, FollowAct, FollowUp, RecordId, ScopeId, Standing, Unit, Visit,
};
use bienban::i18n::Language;
use bienban::session::{
    Action, BUILT_IN, Figures, Outcome, Over, Query, Span, StatisticsView, Step, Tallied, Tally, View, sheet, span_name,
};
use chrono::NaiveTime;
use support::{Office, day, song_lam};

struct Province {
    office: Office,
    whole: RecordId,
    part: RecordId,
    thach_khe: RecordId,
    hoa_phong: RecordId,
    /// Recommendations by their words.
    asked: Vec<(&'static str, RecordId)>,
}

/// A delegation and a part of it, which held three visits to two units until 19/3/2026.
fn province() -> Province {
    let mut office = Office::new();
    let unit = |office: &mut Office, name: &str| {
        office.create(ScopeId::Office, &Unit { name: name.into(), ..Unit::default() })
    };
    let thach_khe = unit(&mut office, "Huyện ủy Thạch Khê");
    let hoa_phong = unit(&mut office, "Đảng ủy xã Hòa Phong");
    let delegation = |office: &mut Office, symbol: &str, part_of| {
        let id = office.session.fresh_id();
        let record = Delegation { decision_symbol: symbol.into(), part_of, ..song_lam() };
        let scope = ScopeId::Delegation(id);
        office.act(Action::Save { scope, edits: vec![Edit::create(id, &record)] }).unwrap();
        id
    };
    let whole = delegation(&mut office, "412-QĐ/TU", None);
    let part = delegation(&mut office, "413-QĐ/TU", Some(whole));
    let mut province = Province { office, whole, part, thach_khe, hoa_phong, asked: Vec::new() };

    let first = province.hold(whole, thach_khe, "2025-11-12");
    province.find(first, "++ ban hành chương trình sớm", "Tổ chức");
    province.find(first, "++ phân công rõ", "Tổ chức");
    province.find(first, "-- tự phê bình còn nể nang #I.5", "Tổ chức");
    province.office.capture(first, "~c kiểm tra chưa thường xuyên ^");
    province.find(first, "-- quản lý đất đai lỏng lẻo", "Đất đai");
    province.ask(first, ">> bổ sung quy chế <31/12/2025");
    province.ask(first, ">> kiểm điểm trách nhiệm <30/4/2026");
    province.close(first);

    let second = province.hold(part, hoa_phong, "2026-01-14");
    province.find(second, "++ duy trì sinh hoạt", "Đảng viên");
    province.find(second, "!! thu sai đảng phí", "Đảng viên");
    province.office.capture(second, "~k sáp nhập thôn ^");
    province.ask(second, "<< sớm hướng dẫn");
    province.close(second);

    let third = province.hold(part, thach_khe, "2026-03-10");
    province.office.capture(third, "-- chưa niêm yết công khai #I.5");
    province.office.capture(third, "nghe đọc báo cáo #I.2");
    province.close(third);
    province
}

impl Province {
    fn hold(&mut self, delegation: RecordId, unit: RecordId, date: &str) -> RecordId {
        let visit = Visit { delegation: Some(delegation), unit: Some(unit), date: Some(day(date)), ..Visit::default() };
        let visit = self.office.create(ScopeId::Delegation(delegation), &visit);
        self.office.act(Action::OpenVisit(visit)).unwrap();
        visit
    }

    fn close(&mut self, visit: RecordId) {
        let end = NaiveTime::from_hms_opt(11, 0, 0);
        self.office.act(Action::CloseVisit { visit, end, facts: None }).unwrap();
    }

    fn find(&mut self, visit: RecordId, line: &str, topic: &str) -> RecordId {
        let id = self.office.capture(visit, line);
        let before = self.office.entry(visit, id).record;
        let after = Entry { topic: topic.into(), ..before.clone() };
        self.office.act(Action::ChangeEntry(Edit::change(id, &before, &after))).unwrap();
        id
    }

    fn ask(&mut self, visit: RecordId, line: &'static str) {
        let id = self.office.capture(visit, line);
        self.asked.push((line, id));
    }

    /// Says on a day where a recommendation stands.
    fn follow(&mut self, words: &str, date: &str, standing: Standing) {
        let (_, item) = self.asked.iter().find(|(line, _)| line.contains(words)).unwrap();
        let follow_up = FollowUp {
            act: FollowAct::Check,
            date: Some(day(date)),
            by: "Lê Minh Châu".into(),
            standing: Some(standing),
            evidence: "Báo cáo số 12".into(),
            ..FollowUp::default()
        };
        let done = self.office.act(Action::Follow { items: vec![*item], follow_up }).unwrap();
        assert!(matches!(done, Outcome::Saved(_)));
    }

    fn over(&self, over: Over) -> StatisticsView {
        match self.office.session.ask(&Query::Statistics(over)).unwrap() {
            View::Statistics(view) => *view,
            other => panic!("{other:?}"),
        }
    }

    fn all(&self) -> StatisticsView {
        self.over(Over::default())
    }
}

fn figures(rows: &[Tallied], of: fn(&Tally) -> [usize; 3]) -> Vec<(&str, [usize; 3])> {
    rows.iter().map(|row| (row.name.as_str(), of(&row.tally))).collect()
}

#[test]
fn findings_are_counted_by_topic_and_by_unit() {
    let view = province().all();
    assert_eq!(
        figures(&view.by_topic, |tally| [tally.strengths, tally.shortcomings, tally.signs]),
        [("Tổ chức", [2, 1, 0]), ("Đảng viên", [1, 0, 1]), ("Đất đai", [0, 1, 0]), ("", [0, 1, 0])],
        "what has no topic stands last"
    );
    assert_eq!(
        figures(&view.by_unit, |tally| [tally.visits, tally.strengths, tally.faults()]),
        [("Huyện ủy Thạch Khê", [2, 2, 3]), ("Đảng ủy xã Hòa Phong", [1, 1, 1])]
    );
    assert_eq!(
        figures(&view.by_unit, |tally| [tally.open, tally.overdue, tally.closed]),
        [("Huyện ủy Thạch Khê", [2, 1, 0]), ("Đảng ủy xã Hòa Phong", [1, 0, 0])]
    );
    let Tally { visits, strengths, shortcomings, signs, open, .. } = view.total;
    assert_eq!((visits, strengths, shortcomings, signs, open), (3, 3, 3, 1, 3));
}

#[test]
fn causes_are_counted_with_the_faults_that_have_none() {
    let view = province().all();
    assert_eq!(
        figures(&view.by_topic, |tally| [tally.causes.objective, tally.causes.subjective, tally.unexplained]),
        [("Tổ chức", [0, 1, 0]), ("Đảng viên", [1, 0, 0]), ("Đất đai", [0, 0, 1]), ("", [0, 0, 1])],
        "a cause without a topic has that of its fault"
    );
    assert_eq!(view.total.unexplained, 2);
}

#[test]
fn a_part_is_counted_with_the_whole_and_compared_with_it() {
    let province = province();
    let whole = province.over(Over { delegation: Some(province.whole), ..Over::default() });
    assert_eq!(whole.total, province.all().total);
    let names: Vec<&str> = whole.by_delegation.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Đoàn kiểm tra theo QĐ số 412-QĐ/TU", "Đoàn kiểm tra theo QĐ số 413-QĐ/TU"]);
    let part = province.over(Over { delegation: Some(province.part), ..Over::default() });
    assert_eq!((part.total.visits, part.total.strengths, part.by_delegation.len()), (2, 1, 1));
    assert_eq!(part.delegation, "Đoàn kiểm tra theo QĐ số 413-QĐ/TU");
}

#[test]
fn a_unit_and_a_period_narrow_what_is_counted() {
    let province = province();
    let (unit, from, to) = (Some(province.thach_khe), Some(day("2026-01-01")), Some(day("2026-01-31")));
    let counted = |over: Over| (province.over(over).total.visits, province.over(over).total.faults());
    assert_eq!(counted(Over { unit, ..Over::default() }), (2, 3));
    assert_eq!(counted(Over { from, ..Over::default() }), (2, 2));
    assert_eq!(counted(Over { to, ..Over::default() }), (2, 3));
    assert_eq!(counted(Over { from, to, ..Over::default() }), (1, 1));
    assert_eq!(counted(Over { unit, from, to, ..Over::default() }), (0, 0));
    assert_eq!(province.over(Over { unit: Some(province.hoa_phong), ..Over::default() }).unit, "Đảng ủy xã Hòa Phong");
}

fn told(spans: &[Span]) -> Vec<(String, [isize; 4])> {
    let number = |count: usize| isize::try_from(count).unwrap();
    let row = |span: &Span| [number(span.raised), span.closed, number(span.open_at_end), number(span.closed_by_end)];
    spans.iter().map(|span| (span.first.to_string(), row(span))).collect()
}

#[test]
fn recommendations_are_told_month_by_month_with_what_was_closed_and_opened_again() {
    let mut province = province();
    province.follow("bổ sung quy chế", "2025-12-20", Standing::Done);
    province.follow("sớm hướng dẫn", "2026-02-02", Standing::Done);
    province.follow("bổ sung quy chế", "2026-02-10", Standing::NotDone);
    let view = province.all();
    let month = |first: &str, counts| (first.to_owned(), counts);
    assert_eq!(view.step, Step::Month);
    assert_eq!(
        told(&view.spans),
        [
            month("2025-11-01", [2, 0, 2, 0]),
            month("2025-12-01", [0, 1, 1, 1]),
            month("2026-01-01", [1, 0, 2, 1]),
            month("2026-02-01", [0, 0, 2, 1]),
            month("2026-03-01", [0, 0, 2, 1]),
        ]
    );
    let until = province.over(Over { to: Some(day("2025-12-31")), ..Over::default() });
    assert_eq!(told(&until.spans).last(), Some(&month("2025-12-01", [0, 1, 1, 1])), "as it stood then");
}

#[test]
fn a_long_time_is_told_in_quarters_and_a_very_long_one_in_years() {
    let mut province = province();
    let (whole, unit) = (province.whole, province.thach_khe);
    for (date, step, first, name) in
        [("2023-02-20", Step::Quarter, "2023-01-01", "Quý 1/2023"), ("2009-08-01", Step::Year, "2009-01-01", "2009")]
    {
        let visit = province.hold(whole, unit, date);
        province.office.capture(visit, ">> rà soát hồ sơ");
        let view = province.all();
        let span = &view.spans[0];
        assert_eq!((view.step, span.first.to_string().as_str()), (step, first));
        assert_eq!(span_name(span, view.step, Language::Vietnamese.texts()), name);
        assert!(view.spans.len() <= 18);
        assert_eq!(view.spans.last().unwrap().open_at_end, view.total.open);
    }
}

#[test]
fn a_criterion_is_covered_by_entries_and_answers_and_by_what_is_below_it() {
    let mut province = province();
    let visit = province.hold(province.whole, province.hoa_phong, "2026-03-19");
    let answer = |criterion: &str, level| Answer {
        visit: Some(visit),
        checklist: BUILT_IN.into(),
        criterion: criterion.into(),
        level,
        ..Answer::default()
    };
    let scope = ScopeId::Delegation(province.whole);
    province.office.create(scope, &answer("I.1", Some(Extent::Some)));
    province.office.create(scope, &Answer { self_note: "đã làm".into(), ..answer("I.3", None) });
    let view = province.all();
    let [list] = view.checklists.as_slice() else { panic!("{:?}", view.checklists) };
    let visits = |code: &str| list.criteria.iter().find(|criterion| criterion.code == code).unwrap().visits;
    assert_eq!((list.visits, visits("I.5"), visits("I.2"), visits("I.1"), visits("I.3")), (4, 2, 1, 1, 0));
    assert_eq!(visits("I"), 3, "a group is looked at with any of its items");
    assert_eq!(list.progress(), (3, 27));
}

#[test]
fn what_did_not_take_place_or_was_removed_does_not_count() {
    let mut province = province();
    let before = province.all();
    let planned = Visit {
        delegation: Some(province.whole),
        unit: Some(province.thach_khe),
        date: Some(day("2026-03-18")),
        ..Visit::default()
    };
    province.office.create(ScopeId::Delegation(province.whole), &planned);
    assert_eq!(province.all().total, before.total);
    let (kind, id) = (bienban::domain::Kind::DELEGATION, province.part);
    province.office.act(Action::Remove { kind, id, reason: String::new() }).unwrap();
    let after = province.all();
    assert_eq!((after.total.visits, after.total.strengths, after.total.signs), (1, 2, 0));
    assert_eq!(after.by_delegation.len(), 1);
}

#[test]
fn figures_as_csv_are_as_they_were() {
    let view = province().all();
    for figures in Figures::ALL {
        let csv = String::from_utf8(sheet(&view, figures, Language::Vietnamese.texts()).csv()).unwrap();
        assert!(csv.starts_with('\u{feff}') && csv.ends_with("\r\n"));
        let readable = csv.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        // The list is long, and another test has its figures.
        let shown: String = readable.split_inclusive('\n').take(8).collect();
        insta::assert_snapshot!(format!("csv-{}", figures.code()), shown);
    }
}

#[test]
fn a_table_is_written_for_its_owner_alone_and_never_over_another() {
    let mut province = province();
    let folder = province.office.folder.path().join("ra");
    std::fs::create_dir(&folder).unwrap();
    let rows = sheet(&province.all(), Figures::Units, Language::Vietnamese.texts()).records();
    let export = Action::ExportTable { folder: folder.clone(), name: "thong-ke.csv".into(), rows };
    let mut names = Vec::new();
    for _ in 0..2 {
        let Outcome::Exported(path) = province.office.act(export.clone()).unwrap() else { panic!() };
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        names.push(path.file_name().unwrap().to_str().unwrap().to_owned());
    }
    assert_eq!(names, ["thong-ke.csv", "thong-ke-2.csv"]);
}
