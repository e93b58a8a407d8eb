//! What stays open after a visit: carried to the next one, judged there, followed in between.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod support;

use bienban::domain::{
    Delegation, Edit, Entry, EntryKind, FollowAct, FollowUp, ItemKind, Kind, OutsideItem, RecordId, ScopeId, Standing,
    Unit, Verdict, VerdictLevel, Visit,
};
use bienban::session::{
    Action, BUILT_IN, CarriedView, Error, Filter, ItemView, LogStep, Outcome, Over, Query, RegisterView, Stage,
    Tallied, View,
};
use support::{Office, day, song_lam};

impl Office {
    fn carried(&self, visit: RecordId) -> CarriedView {
        match self.session.ask(&Query::Carried(visit)).unwrap() {
            View::Carried(view) => *view,
            other => panic!("{other:?}"),
        }
    }

    fn register(&self, filter: Filter) -> RegisterView {
        match self.session.ask(&Query::Register(filter)).unwrap() {
            View::Register(view) => *view,
            other => panic!("{other:?}"),
        }
    }

    fn item(&self, id: RecordId) -> ItemView {
        match self.session.ask(&Query::Item(id)).unwrap() {
            View::Item(view) => *view,
            other => panic!("{other:?}"),
        }
    }

    fn on(&mut self, date: &str) {
        self.clock.set(format!("{date}T08:00:00+07:00").parse().unwrap());
    }

    fn delegation(&mut self, symbol: &str, part_of: Option<RecordId>) -> (RecordId, ScopeId) {
        let id = self.session.fresh_id();
        let scope = ScopeId::Delegation(id);
        let record = Delegation { decision_symbol: symbol.into(), part_of, ..song_lam() };
        self.act(Action::Save { scope, edits: vec![Edit::create(id, &record)] }).unwrap();
        (id, scope)
    }

    /// Plans a visit and opens it.
    fn visit_to(&mut self, unit: RecordId, delegation: RecordId, date: &str) -> RecordId {
        self.on(date);
        let record =
            Visit { delegation: Some(delegation), unit: Some(unit), date: Some(day(date)), ..Visit::default() };
        let visit = self.create(ScopeId::Delegation(delegation), &record);
        self.act(Action::OpenVisit(visit)).unwrap();
        visit
    }

    fn judge(&mut self, visit: RecordId, item: RecordId, level: VerdictLevel, words: &str) -> Result<Outcome, Error> {
        let verdict =
            Verdict { visit: Some(visit), item: Some(item), level: Some(level), words: words.into(), due: None };
        self.act(Action::GiveVerdict(verdict))
    }

    fn follow(&mut self, items: &[RecordId], date: &str, standing: Standing, evidence: &str) -> Result<Outcome, Error> {
        let follow_up = FollowUp {
            act: FollowAct::Check,
            date: Some(day(date)),
            by: "Lê Minh Châu".into(),
            result: "đã xem hồ sơ".into(),
            standing: Some(standing),
            evidence: evidence.into(),
            ..FollowUp::default()
        };
        self.act(Action::Follow { items: items.into(), follow_up })
    }
}

fn texts(view: &CarriedView) -> Vec<&str> {
    view.items.iter().map(|carried| &*carried.item.text).collect()
}

struct Place {
    office: Office,
    unit: RecordId,
    /// The delegation of 2024, its first visit, and what that left open.
    first: RecordId,
    first_visit: RecordId,
    rules: RecordId,
    fault: RecordId,
    files: RecordId,
}

/// The first visit of the example: two recommendations and a shortcoming.
fn after_the_first_visit() -> Place {
    let mut office = Office::new();
    let unit = office.create(ScopeId::Office, &Unit { name: "Huyện ủy Thạch Khê".into(), ..Unit::default() });
    let (first, _) = office.delegation("120-QĐ/TU", None);
    let first_visit = office.visit_to(unit, first, "2024-09-14");
    let rules = office.capture(first_visit, ">> ban hành quy chế chất vấn trong Đảng <31/12/2024");
    let fault = office.capture(first_visit, "-- 7 chi bộ chưa sinh hoạt chuyên đề đủ mỗi quý #I.5");
    let files = office.capture(first_visit, r#">> rà soát hồ sơ kê khai tài sản @"Ban Tổ chức" <30/6/2025"#);
    office.capture(first_visit, "++ ban hành chương trình hành động sớm");
    Place { office, unit, first, first_visit, rules, fault, files }
}

#[test]
fn three_visits_by_two_delegations() {
    let Place { mut office, unit, first, first_visit, rules, fault, files } = after_the_first_visit();
    assert_eq!(texts(&office.carried(first_visit)), [""; 0], "nothing came before the first visit");

    let second_visit = office.visit_to(unit, first, "2025-07-10");
    let carried = office.carried(second_visit);
    assert_eq!(carried.items.iter().map(|it| it.item.id).collect::<Vec<_>>(), [rules, fault, files], "oldest first");
    assert!(carried.items.iter().all(|it| it.times == 1 && it.verdict.is_none()));
    assert_eq!(*carried.items[0].item.source, *"Đoàn kiểm tra theo QĐ số 120-QĐ/TU");
    assert_eq!(*carried.items[2].item.doers, ["Ban Tổ chức"]);
    office.judge(second_visit, rules, VerdictLevel::Done, "Quy chế số 02-QC/HU").unwrap();
    office.judge(second_visit, fault, VerdictLevel::Partly, "còn 2 chi bộ").unwrap();
    let put_off = Verdict {
        visit: Some(second_visit),
        item: Some(files),
        level: Some(VerdictLevel::Not),
        words: String::new(),
        due: Some(day("2025-12-31")),
    };
    office.act(Action::GiveVerdict(put_off)).unwrap();
    let carried = office.carried(second_visit);
    assert_eq!(carried.items.len(), 3, "what got its verdict here still comes");
    assert_eq!(carried.items[0].item.standing, Standing::New, "as it stood before this visit");
    assert_eq!(carried.items[2].item.due, Some(day("2025-06-30")));

    // Another delegation sees what the first one left.
    let (second, scope) = office.delegation("412-QĐ/TU", None);
    let third_visit = office.visit_to(unit, second, "2026-03-19");
    let carried = office.carried(third_visit);
    assert_eq!(carried.items.iter().map(|it| it.item.id).collect::<Vec<_>>(), [fault, files]);
    assert_eq!(carried.items[0].item.standing, Standing::PartlyDone);
    assert_eq!((carried.items[1].times, carried.items[1].item.due), (2, Some(day("2025-12-31"))));
    assert_eq!(carried.items[1].item.first_due, Some(day("2025-06-30")));

    // A verdict is one per visit and item: given again, it changes; taken back, it is as before.
    office.judge(third_visit, fault, VerdictLevel::Partly, "còn 1 chi bộ").unwrap();
    office.judge(third_visit, fault, VerdictLevel::Done, "sổ của 7 chi bộ").unwrap();
    let given =
        |office: &Office| office.carried(third_visit).items[0].verdict.clone().map(|(_, verdict)| verdict.level);
    assert_eq!(given(&office), Some(Some(VerdictLevel::Done)));
    assert_eq!(office.item(fault).item.standing, Standing::Done);
    office.act(Action::Undo(scope)).unwrap();
    assert_eq!(given(&office), Some(Some(VerdictLevel::Partly)));
    office.act(Action::Undo(scope)).unwrap();
    assert_eq!(given(&office), None);
    office.act(Action::Redo(scope)).unwrap();
    assert_eq!(office.item(fault).item.standing, Standing::PartlyDone);

    let item = office.item(files);
    assert_eq!((item.times, item.overdue, item.unit.as_str()), (2, true, "Huyện ủy Thạch Khê"));
    assert_eq!(item.log.len(), 1);
    let LogStep::Verdict { date, source, .. } = &item.log[0] else { panic!("{:?}", item.log) };
    assert_eq!((*date, source.as_str()), (Some(day("2025-07-10")), "Đoàn kiểm tra theo QĐ số 120-QĐ/TU"));
}

#[test]
fn what_was_cancelled_or_removed_is_carried_nowhere() {
    let Place { mut office, unit, first, first_visit, rules, .. } = after_the_first_visit();
    let (second, _) = office.delegation("412-QĐ/TU", None);
    let cancelled = office.visit_to(unit, second, "2025-01-10");
    let idle = office.capture(cancelled, "-- nêu ở buổi bị hủy");
    office.act(Action::CancelVisit { visit: cancelled, reason: "hoãn".into() }).unwrap();
    let visit = office.visit_to(unit, second, "2025-07-10");
    let carried = office.carried(visit);
    assert_eq!(carried.items.len(), 3);
    assert_eq!(carried.items[0].times, 1, "a visit that did not take place carries nothing");
    assert!(matches!(office.session.ask(&Query::Item(idle)), Err(Error::NotFollowed { .. })));
    office.act(Action::PlanVisitAgain(cancelled)).unwrap();
    office.act(Action::OpenVisit(cancelled)).unwrap();
    assert_eq!((office.carried(visit).items.len(), office.carried(visit).items[0].times), (4, 2));

    office.act(Action::Remove { kind: Kind::ENTRY, id: rules, reason: String::new() }).unwrap();
    assert_eq!(office.carried(visit).items.len(), 3);
    office.act(Action::Remove { kind: Kind::VISIT, id: first_visit, reason: String::new() }).unwrap();
    assert_eq!(texts(&office.carried(visit)), ["nêu ở buổi bị hủy"]);
    office.act(Action::Restore { kind: Kind::VISIT, id: first_visit }).unwrap();
    office.act(Action::Remove { kind: Kind::DELEGATION, id: first, reason: String::new() }).unwrap();
    assert_eq!(texts(&office.carried(visit)), ["nêu ở buổi bị hủy"]);
}

#[test]
fn every_kind_of_open_item_is_carried() {
    let mut office = Office::new();
    let unit = office.create(ScopeId::Office, &Unit { name: "Huyện ủy Thạch Khê".into(), ..Unit::default() });
    let (delegation, scope) = office.delegation("120-QĐ/TU", None);
    let visit = office.visit_to(unit, delegation, "2024-09-14");
    for line in ["-- hạn chế", "!! dấu hiệu", "<< kiến nghị", ">> đề nghị", "~c nguyên nhân", "++ ưu điểm"]
    {
        office.capture(visit, line);
    }
    office.capture(visit, "/ck kiểm tra 100% chi bộ");
    let low = office.capture(visit, "Đảng bộ xã Yên Thủy xếp loại thấp");
    let row = office.entry(visit, low);
    let mut flagged = row.record.clone();
    flagged.deep_review = true;
    office.act(Action::Save { scope, edits: vec![Edit::change(low, &row.record, &flagged)] }).unwrap();
    let fault = office.visit(visit).entries.swap_remove(0);
    let flagged = Entry { deep_review: true, ..fault.record.clone() };
    office.act(Action::Save { scope, edits: vec![Edit::change(fault.id, &fault.record, &flagged)] }).unwrap();
    let audit = OutsideItem {
        unit: Some(unit),
        source: "Kiểm toán nhà nước khu vực II".into(),
        document: "Kết luận số 15".into(),
        date: Some(day("2023-05-01")),
        text: "thu hồi tạm ứng".into(),
        carried: 1,
        ..OutsideItem::default()
    };
    office.create(ScopeId::Office, &audit);
    let next = office.visit_to(unit, delegation, "2026-03-19");
    let carried = office.carried(next);
    let kinds: Vec<ItemKind> = carried.items.iter().map(|it| it.item.kind).collect();
    assert_eq!(
        kinds,
        [
            ItemKind::Outside,
            ItemKind::Entry(EntryKind::Shortcoming),
            ItemKind::Entry(EntryKind::ViolationSign),
            ItemKind::Entry(EntryKind::RecommendationUp),
            ItemKind::Entry(EntryKind::RecommendationDown),
            ItemKind::Entry(EntryKind::Commitment),
            ItemKind::DeepReview,
        ]
    );
    let tagged: Vec<bool> = carried.items.iter().map(|it| it.item.is_tagged_for_review()).collect();
    assert_eq!(tagged, [false, true, false, false, false, false, false], "what is only a suggestion says so itself");
    let minutes = office.preview(next);
    assert!(minutes.contains("Hạn chế, khuyết điểm (gợi ý kiểm điểm sâu): Hạn chế"), "{minutes}");
    assert_eq!(carried.items[0].times, 3, "once on paper, to two visits here");
    assert_eq!(*carried.items[0].item.source, *"Kiểm toán nhà nước khu vực II (Kết luận số 15)");
    assert_eq!(carried.items[3].item.standing, Standing::Noted);
    let other = office.create(ScopeId::Office, &Unit { name: "Đảng ủy xã Hòa Phong".into(), ..Unit::default() });
    let elsewhere = office.visit_to(other, delegation, "2026-03-20");
    assert_eq!(office.carried(elsewhere).items, []);
}

/// An item from outside, of which nobody said when it was raised.
fn undated(unit: RecordId) -> OutsideItem {
    OutsideItem {
        unit: Some(unit),
        source: "Thanh tra tỉnh".into(),
        text: "nộp lại tiền".into(),
        ..OutsideItem::default()
    }
}

#[test]
fn an_outside_item_without_a_date_counts_from_when_it_was_entered() {
    let Place { mut office, unit, first, first_visit, .. } = after_the_first_visit();
    let end = chrono::NaiveTime::from_hms_opt(11, 0, 0);
    office.act(Action::CloseVisit { visit: first_visit, end, facts: None }).unwrap();
    office.on("2025-07-01");
    let audit = office.create(ScopeId::Office, &undated(unit));
    let times = |office: &Office, visit| {
        let found = office.carried(visit).items.into_iter().find(|it| it.item.id == audit);
        found.map(|carried| carried.times)
    };
    assert_eq!(times(&office, first_visit), None, "what that visit found is on paper");
    assert_eq!(office.item(audit).times, 0);
    let second = office.visit_to(unit, first, "2025-07-10");
    assert_eq!(times(&office, second), Some(1), "the visit before did not know of it");
    // A visit of an earlier day that is only typed now can answer it all the same, and keeps its answer on paper.
    let typed_late = office.visit_to(unit, first, "2025-06-01");
    assert_eq!(times(&office, typed_late), Some(1));
    office.judge(typed_late, audit, VerdictLevel::Not, "").unwrap();
    office.act(Action::CloseVisit { visit: typed_late, end, facts: None }).unwrap();
    assert_eq!(times(&office, typed_late), Some(1));
    let third = office.visit_to(unit, first, "2026-03-19");
    assert_eq!((times(&office, third), office.item(audit).times), (Some(3), 3));
}

#[test]
fn a_visit_without_a_day_is_still_to_come_and_its_verdict_is_the_newest() {
    let Place { mut office, unit, first, fault, .. } = after_the_first_visit();
    let visit = office.visit_to(unit, first, "2025-07-10");
    office.judge(visit, fault, VerdictLevel::Partly, "còn 2 chi bộ").unwrap();
    office.follow(&[fault], "2025-07-10", Standing::InProgress, "").unwrap();
    let open = office.visit(visit).visit.record;
    let dateless = Visit { date: None, ..open.clone() };
    let edits = vec![Edit::change(visit, &open, &dateless)];
    office.act(Action::Save { scope: ScopeId::Delegation(first), edits }).unwrap();
    let item = office.item(fault);
    assert_eq!(item.item.standing, Standing::PartlyDone);
    assert!(matches!(item.log.last(), Some(LogStep::Verdict { date: None, .. })), "{:?}", item.log);
    // The visit itself still shows the item as it stood before, and a later one does not take it for said before.
    assert_eq!(office.carried(visit).items.iter().filter(|it| it.item.id == fault).count(), 1);
    let dated = office.visit_to(unit, first, "2026-03-19");
    let found = office.carried(dated).items.into_iter().find(|it| it.item.id == fault).unwrap();
    assert_eq!(found.item.standing, Standing::InProgress);
}

#[test]
fn a_visit_that_found_an_item_closed_did_not_carry_it() {
    let Place { mut office, unit, first, rules, .. } = after_the_first_visit();
    let second = office.visit_to(unit, first, "2025-07-10");
    office.judge(second, rules, VerdictLevel::Done, "Quy chế số 02-QC/HU").unwrap();
    office.visit_to(unit, first, "2025-12-10");
    assert_eq!(office.item(rules).times, 1, "it was done before the last visit");
    office.on("2026-01-15");
    office.follow(&[rules], "2026-01-15", Standing::NotDone, "").unwrap();
    let last = office.visit_to(unit, first, "2026-03-19");
    let times = |office: &Office| office.carried(last).items.iter().find(|it| it.item.id == rules).map(|it| it.times);
    assert_eq!((times(&office), office.item(rules).times), (Some(2), 2));
}

#[test]
fn the_built_in_checklist_is_the_same_whether_it_is_named_or_not() {
    let Place { mut office, unit, .. } = after_the_first_visit();
    let id = office.session.fresh_id();
    let named = Delegation { checklist: BUILT_IN.into(), ..song_lam() };
    office.act(Action::Save { scope: ScopeId::Delegation(id), edits: vec![Edit::create(id, &named)] }).unwrap();
    let visit = office.visit_to(unit, id, "2025-07-10");
    let again = office.capture(visit, "-- còn nể nang #I.5");
    let found: Vec<_> = office.carried(visit).recurring.iter().map(|(id, it)| (*id, it.times)).collect();
    assert_eq!(found, [(again, 2)]);
}

#[test]
fn what_was_closed_between_two_visits_does_not_come() {
    let Place { mut office, unit, first, rules, fault, files, .. } = after_the_first_visit();
    office.on("2025-07-01");
    office.follow(&[rules], "2025-01-15", Standing::Done, "Quy chế số 02-QC/HU").unwrap();
    let visit = office.visit_to(unit, first, "2025-07-10");
    let ids = |office: &Office| office.carried(visit).items.iter().map(|it| it.item.id).collect::<Vec<_>>();
    assert_eq!(ids(&office), [fault, files]);
    // What is followed on the day of the visit was not known when it began.
    office.follow(&[files], "2025-07-10", Standing::Done, "biên bản rà soát").unwrap();
    assert_eq!(ids(&office), [fault, files]);
    assert_eq!(office.carried(visit).items[1].item.standing, Standing::New);
    assert!(matches!(
        office.judge(visit, rules, VerdictLevel::Not, ""),
        Err(Error::NotCarried { item }) if item.contains("quy chế chất vấn") && item.contains(&rules.reference())
    ));
}

#[test]
fn a_verdict_needs_an_open_visit_a_level_and_words_where_it_closes() {
    let Place { mut office, unit, first, rules, fault, .. } = after_the_first_visit();
    let visit = office.visit_to(unit, first, "2025-07-10");
    assert!(matches!(office.judge(visit, rules, VerdictLevel::Done, "  "), Err(Error::NoProof { field: "words", .. })));
    let none = Verdict { visit: Some(visit), item: Some(rules), ..Verdict::default() };
    assert!(matches!(office.act(Action::GiveVerdict(none)), Err(Error::EmptyField("level"))));
    office.judge(visit, rules, VerdictLevel::Unverifiable, "").unwrap();
    assert_eq!(office.item(rules).item.standing, Standing::New, "it says nothing of where the item stands");
    let (verdict, _) = office.carried(visit).items[0].verdict.clone().unwrap();
    let end = chrono::NaiveTime::from_hms_opt(11, 0, 0);
    office.act(Action::CloseVisit { visit, end, facts: None }).unwrap();
    assert!(matches!(office.judge(visit, fault, VerdictLevel::Not, ""), Err(Error::Sealed { .. })));
    let remove = Action::Remove { kind: Kind::VERDICT, id: verdict, reason: String::new() };
    assert!(matches!(office.act(remove), Err(Error::Sealed { .. })), "it is part of the minutes");
}

#[test]
fn an_act_on_several_items_is_saved_whole_or_not_at_all() {
    let Place { mut office, unit, rules, fault, files, .. } = after_the_first_visit();
    office.on("2025-07-01");
    let audit = office.create(ScopeId::Office, &undated(unit));
    office.follow(&[rules], "2025-01-15", Standing::Obsolete, "").unwrap();
    let all = [audit, fault, files, rules];
    let refused = office.follow(&all, "2025-02-01", Standing::InProgress, "");
    assert!(matches!(
        &refused,
        Err(Error::Move { from: Standing::Obsolete, to: Standing::InProgress, item }) if item.contains("quy chế")
    ));
    for id in [audit, fault, files] {
        assert_eq!((office.item(id).log.len(), office.item(id).item.standing), (0, Standing::New));
    }
    office.follow(&[audit, fault, files, fault], "2025-02-01", Standing::InProgress, "").unwrap();
    for id in [audit, fault, files] {
        assert_eq!((office.item(id).log.len(), office.item(id).item.standing), (1, Standing::InProgress));
    }
    assert!(matches!(
        office.follow(&[fault], "2025-03-01", Standing::Done, ""),
        Err(Error::NoProof { field: "evidence", .. })
    ));
    assert!(matches!(
        office.follow(&[fault], "2025-07-02", Standing::Done, "ảnh"),
        Err(Error::Future { date, today }) if (date, today) == (day("2025-07-02"), day("2025-07-01"))
    ));
    let nameless = FollowUp { date: Some(day("2025-03-01")), ..FollowUp::default() };
    let nameless = Action::Follow { items: vec![fault], follow_up: nameless };
    assert!(matches!(office.act(nameless), Err(Error::EmptyField("by"))));
    // An act that comes to light late is held against where the item stood on its day.
    office.follow(&[fault], "2025-06-01", Standing::Done, "ảnh").unwrap();
    office.follow(&[fault], "2025-05-01", Standing::ReportedDone, "").unwrap();
    assert_eq!(office.item(fault).item.standing, Standing::Done);
    assert!(matches!(office.follow(&[fault], "2025-06-15", Standing::Assigned, ""), Err(Error::Move { .. })));
}

#[test]
fn two_laptops_both_give_a_verdict_and_neither_is_lost() {
    let Place { mut office, unit, first, fault, .. } = after_the_first_visit();
    let visit = office.visit_to(unit, first, "2025-07-10");
    office.judge(visit, fault, VerdictLevel::Partly, "còn 2 chi bộ").unwrap();
    let scope = ScopeId::Delegation(first);
    let other = Verdict {
        visit: Some(visit),
        item: Some(fault),
        level: Some(VerdictLevel::Not),
        words: "chưa chi bộ nào".into(),
        due: None,
    };
    // As it would arrive from the other laptop: a record of its own.
    let theirs = office.create(scope, &other);
    let carried = office.carried(visit);
    assert_eq!(carried.contested, [fault]);
    let shown = carried.items.iter().find(|it| it.item.id == fault).unwrap().verdict.clone().unwrap();
    assert_eq!(shown, (theirs, other), "the newest is shown");
    assert_eq!(office.item(fault).log.len(), 2);
    office.judge(visit, fault, VerdictLevel::Partly, "còn 2 chi bộ, hai bên đã thống nhất").unwrap();
    let carried = office.carried(visit);
    assert_eq!((carried.contested.len(), office.item(fault).log.len()), (0, 1), "giving it again settles it");
    office.act(Action::Undo(scope)).unwrap();
    assert_eq!(office.carried(visit).contested, [fault]);
}

#[test]
fn the_register_sifts_counts_and_sorts() {
    let Place { mut office, unit, first, rules, fault, files, .. } = after_the_first_visit();
    let below =
        office.create(ScopeId::Office, &Unit { name: "Đảng ủy xã".into(), parent: Some(unit), ..Unit::default() });
    let (part, _) = office.delegation("121-QĐ/TU", Some(first));
    let visit = office.visit_to(below, part, "2025-01-10");
    let model = office.capture(visit, "** “Ngày thứ Bảy vì dân”");
    let deed = office.capture(visit, "/ck kiểm tra mọi chi bộ");
    let case = OutsideItem {
        unit: Some(unit),
        source: "Ủy ban Kiểm tra Trung ương".into(),
        text: "vụ việc tại Hòa Phong".into(),
        class: "Theo dõi đặc biệt".into(),
        ..OutsideItem::default()
    };
    let case = office.create(ScopeId::Office, &case);
    office.on("2025-07-01");
    office.follow(&[rules], "2025-01-15", Standing::Done, "Quy chế").unwrap();

    let ids = |view: &RegisterView| view.rows.iter().map(|row| row.item.id).collect::<Vec<_>>();
    let all = office.register(Filter::default());
    assert_eq!(ids(&all), [files, case, fault, deed], "by due date, then by the day it was raised");
    let counts = all.counts;
    assert_eq!((counts.open, counts.overdue, counts.closed, counts.total()), (4, 1, 1, 5));
    assert_eq!((counts.commitments, counts.commitments_with_result), (1, 0));
    assert_eq!(all.classes, ["Theo dõi đặc biệt"]);
    assert_eq!((all.rows.get(3).unwrap().unit, all.rows.get(0).unwrap().overdue), ("Đảng ủy xã", true));

    let kinds = |kind| Filter { kinds: vec![kind], ..Filter::default() };
    for (filter, wanted) in [
        (Filter { unit: Some(below), ..Filter::default() }, vec![deed]),
        (Filter { unit: Some(unit), stage: Stage::All, ..Filter::default() }, vec![rules, files, case, fault, deed]),
        (Filter { delegation: Some(part), ..Filter::default() }, vec![deed]),
        (Filter { delegation: Some(first), ..Filter::default() }, vec![files, fault, deed]),
        (Filter { doer: "to chuc".into(), ..Filter::default() }, vec![files]),
        (Filter { stage: Stage::Overdue, ..Filter::default() }, vec![files]),
        (Filter { stage: Stage::Closed, ..Filter::default() }, vec![rules]),
        (Filter { due_to: Some(day("2024-12-31")), stage: Stage::All, ..Filter::default() }, vec![rules]),
        (Filter { due_from: Some(day("2025-01-01")), ..Filter::default() }, vec![files]),
        (Filter { class: "theo doi dac biet".into(), ..Filter::default() }, vec![case]),
        (Filter { text: "chi bo".into(), ..Filter::default() }, vec![fault, deed]),
        (Filter { text: "chỉ bộ".into(), ..Filter::default() }, vec![]),
        (Filter { text: "trung ương hòa".into(), ..Filter::default() }, vec![case]),
        (Filter { standings: vec![Standing::Done], stage: Stage::All, ..Filter::default() }, vec![rules]),
        (kinds(ItemKind::Entry(EntryKind::GoodPractice)), vec![model]),
        (kinds(ItemKind::Outside), vec![case]),
    ] {
        assert_eq!(ids(&office.register(filter.clone())), wanted, "{filter:?}");
    }
    let models = office.register(kinds(ItemKind::Entry(EntryKind::GoodPractice)));
    assert!(models.rows.get(0).unwrap().model.is_some());
    office.follow(&[deed], "2025-02-01", Standing::PartlyDone, "").unwrap();
    assert_eq!(office.register(Filter::default()).counts.commitments_with_result, 1);
}

#[test]
fn the_same_criterion_at_the_same_unit_is_counted() {
    let Place { mut office, unit, first, .. } = after_the_first_visit();
    let (second, _) = office.delegation("412-QĐ/TU", None);
    let visit = office.visit_to(unit, second, "2025-07-10");
    let again = office.capture(visit, "-- còn nể nang #I.5 #II.4");
    office.capture(visit, "-- việc khác #II.7");
    let carried = office.carried(visit);
    let found: Vec<_> = carried.recurring.iter().map(|(id, it)| (*id, it.criterion.as_str(), it.times)).collect();
    assert_eq!(found, [(again, "I.5", 2)]);
    let third = office.visit_to(unit, first, "2026-03-19");
    office.capture(third, "-- xếp loại #II.4");
    let last = office.capture(third, "-- vẫn nể nang #I.5");
    let found: Vec<_> = office.carried(third).recurring.iter().map(|(id, it)| (*id, it.times)).collect();
    assert_eq!(found.iter().find(|(id, _)| *id == last).map(|(_, times)| *times), Some(3));
    assert_eq!(found.len(), 2);
    assert_eq!(office.carried(visit).recurring.len(), 1, "later visits do not count back");
}

#[test]
fn causes_are_counted_over_visits() {
    let Place { mut office, unit, first, first_visit, .. } = after_the_first_visit();
    office.capture(first_visit, "~c kiểm tra chưa thường xuyên");
    let other = office.create(ScopeId::Office, &Unit { name: "Đảng ủy xã".into(), ..Unit::default() });
    let visit = office.visit_to(other, first, "2025-07-10");
    office.capture(visit, "~c chưa tự giác");
    office.capture(visit, "~k sáp nhập thôn");
    let statistics = |unit, delegation| match office
        .session
        .ask(&Query::Statistics(Over { unit, delegation, ..Over::default() }))
        .unwrap()
    {
        View::Statistics(view) => view,
        other => panic!("{other:?}"),
    };
    let all = statistics(None, Some(first));
    assert_eq!((all.total.causes.objective, all.total.causes.subjective), (1, 2));
    assert_eq!(all.by_topic.len(), 1);
    let causes = |row: &Tallied| row.tally.causes.objective + row.tally.causes.subjective;
    let by_unit: Vec<_> = all.by_unit.iter().map(|row| (row.name.as_str(), causes(row))).collect();
    assert_eq!(by_unit, [("Huyện ủy Thạch Khê", 1), ("Đảng ủy xã", 2)]);
    assert_eq!(statistics(Some(unit), None).total.causes.subjective, 1);
}
