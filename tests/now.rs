//! What waits now: visits, documents, open recommendations.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod support;

use bienban::domain::{Edit, Material, RecordId, ScopeId, Unit, Visit};
use bienban::session::{Action, Filter, NowView, Query, View, When};
use chrono::{DateTime, FixedOffset, NaiveTime};
use support::{Office, day, song_lam};

struct Province {
    office: Office,
    delegation: RecordId,
    units: Vec<RecordId>,
}

/// An office with a delegation and three units, on 19/3/2026, a Thursday.
fn province() -> Province {
    let mut office = Office::new();
    let names = ["Huyện ủy Thạch Khê", "Đảng ủy xã Hòa Phong", "Đảng ủy Sở Nội vụ"];
    let units =
        names.map(|name| office.create(ScopeId::Office, &Unit { name: name.into(), ..Unit::default() })).to_vec();
    let delegation = office.session.fresh_id();
    let scope = ScopeId::Delegation(delegation);
    office.act(Action::Save { scope, edits: vec![Edit::create(delegation, &song_lam())] }).unwrap();
    Province { office, delegation, units }
}

impl Province {
    fn plan(&mut self, unit: usize, date: &str, start: Option<&str>) -> RecordId {
        let start: Option<NaiveTime> = start.map(|time| time.parse().unwrap());
        let visit = Visit {
            delegation: Some(self.delegation),
            unit: Some(self.units[unit]),
            date: Some(day(date)),
            start,
            ..Visit::default()
        };
        self.office.create(ScopeId::Delegation(self.delegation), &visit)
    }

    /// Holds a visit on its day; says nothing of it afterwards.
    fn hold(&mut self, unit: usize, date: &str, lines: &[&str]) -> RecordId {
        let visit = self.plan(unit, date, None);
        self.office.act(Action::OpenVisit(visit)).unwrap();
        for line in lines {
            self.office.capture(visit, line);
        }
        self.end(visit);
        visit
    }

    /// Opens and closes a visit that was planned.
    fn close(&mut self, visit: RecordId) {
        self.office.act(Action::OpenVisit(visit)).unwrap();
        self.end(visit);
    }

    fn end(&mut self, visit: RecordId) {
        let end = NaiveTime::from_hms_opt(11, 0, 0);
        self.office.act(Action::CloseVisit { visit, end, facts: None }).unwrap();
    }

    fn material(&mut self, visit: RecordId, symbol: &str, due: Option<&str>, received: Option<&str>) {
        let material = Material {
            visit: Some(visit),
            form: "Báo cáo".into(),
            symbol: symbol.into(),
            due: due.map(day),
            received: received.map(day),
            ..Material::default()
        };
        self.office.create(ScopeId::Delegation(self.delegation), &material);
    }

    fn now(&self) -> NowView {
        match self.office.session.ask(&Query::Home).unwrap() {
            View::Home(view) => view.now,
            other => panic!("{other:?}"),
        }
    }

    /// The same once all records were read.
    fn known(&self) -> NowView {
        self.office.session.ask(&Query::Register(Filter::default())).unwrap();
        self.now()
    }
}

#[test]
fn visits_are_shown_in_the_order_in_which_one_thinks_of_them() {
    let mut province = province();
    let missed = province.plan(1, "2026-03-12", None);
    let next_week = province.plan(1, "2026-03-24", Some("14:00:00"));
    let afternoon = province.plan(2, "2026-03-19", Some("14:00:00"));
    let morning = province.plan(1, "2026-03-19", Some("08:30:00"));
    let under_way = province.plan(0, "2026-03-18", None);
    province.office.act(Action::OpenVisit(under_way)).unwrap();
    let over = province.hold(0, "2026-03-19", &[]);
    province.hold(0, "2026-03-18", &[]);
    let cancelled = province.plan(0, "2026-03-19", None);
    province.office.act(Action::CancelVisit { visit: cancelled, reason: "mưa lũ".into() }).unwrap();

    let now = province.now();
    let found: Vec<(RecordId, When)> = now.visits.iter().map(|visit| (visit.visit, visit.when)).collect();
    assert_eq!(
        found,
        [
            (under_way, When::UnderWay),
            (morning, When::Today),
            (afternoon, When::Today),
            (over, When::Over),
            (missed, When::Missed),
            (next_week, When::Next),
        ]
    );
    assert_eq!(now.today, day("2026-03-19"));
    let first = &now.visits[0];
    assert_eq!((first.unit.as_str(), first.decision.as_str()), ("Huyện ủy Thạch Khê", "412-QĐ/TU"));
}

#[test]
fn of_the_visits_to_come_only_the_next_are_shown_and_a_removed_delegation_has_none() {
    let mut province = province();
    for date in 20..30 {
        province.plan(0, &format!("2026-03-{date}"), None);
    }
    let found = province.now().visits;
    assert_eq!((found.len(), found[0].date, found[4].date), (5, Some(day("2026-03-20")), Some(day("2026-03-24"))));
    let (kind, id) = (bienban::domain::Kind::DELEGATION, province.delegation);
    province.office.act(Action::Remove { kind, id, reason: String::new() }).unwrap();
    assert_eq!(province.now().visits, []);
}

/// Papers must come three working days before the meeting; what must come within three working days from now is pressing.
#[test]
fn documents_are_told_when_they_are_late_or_pressing() {
    let mut province = province();
    let monday = province.plan(0, "2026-03-23", None);
    province.material(monday, "218-BC/HU", None, None);
    province.material(monday, "219-BC/HU", Some("2026-03-13"), None);
    province.material(monday, "220-BC/HU", None, Some("2026-03-16"));
    let later = province.plan(1, "2026-03-30", None);
    province.material(later, "31-BC/ĐU", None, None);
    province.material(later, "32-BC/ĐU", Some("2026-03-23"), None);
    let far = province.plan(2, "2026-04-28", None);
    province.material(far, "1-BC/ĐU", None, None);
    let held = province.plan(2, "2026-03-10", None);
    province.material(held, "2-BC/ĐU", None, None);
    province.close(held);

    let awaited = province.now().awaited;
    let figures: Vec<_> =
        awaited.iter().map(|row| (row.visit, row.late, row.soon, row.first_due.to_string())).collect();
    assert_eq!(figures, [(monday, 2, 0, "2026-03-13".to_owned()), (later, 0, 2, "2026-03-23".to_owned())]);
    assert_eq!(awaited[0].names, ["Báo cáo 219-BC/HU", "Báo cáo 218-BC/HU"]);
}

#[test]
fn open_recommendations_are_counted_by_unit_once_all_records_were_read() {
    let mut province = province();
    province.hold(
        0,
        "2026-01-12",
        &[
            ">> bổ sung quy chế @\"Ban Thường vụ\" <30/1",
            ">> kiểm điểm trách nhiệm @\"Ban Thường vụ\" <28/2",
            ">> rà soát hồ sơ @\"Ban Tổ chức\" <30/4",
            "<< sớm hướng dẫn @\"Tỉnh ủy\"",
            "-- tự phê bình còn nể nang",
        ],
    );
    province.hold(1, "2026-01-13", &[">> lập sổ theo dõi @\"Đảng ủy\" <30/1"]);
    province.hold(2, "2026-01-14", &[">> lập sổ theo dõi @\"Đảng ủy\" <30/1"]);
    let reopened = Province { office: province.office.reopen(), ..province };
    assert_eq!(reopened.now().open, None, "nothing is read for the first frame");

    let open = reopened.known().open.unwrap();
    let figures: Vec<_> = open.iter().map(|unit| (unit.name.as_str(), unit.open, unit.overdue)).collect();
    let expected = [("Huyện ủy Thạch Khê", 4, 2), ("Đảng ủy Sở Nội vụ", 1, 1), ("Đảng ủy xã Hòa Phong", 1, 1)];
    assert_eq!(figures, expected, "units with equal figures come by name");
    assert_eq!(open[0].since, Some(day("2026-01-30")));
}

#[test]
fn the_register_of_one_unit_alone_leaves_out_those_below_it() {
    let mut province = province();
    let above = province.units[0];
    let below = Unit { name: "Chi bộ Yên Thủy".into(), parent: Some(above), ..Unit::default() };
    let below = province.office.create(ScopeId::Office, &below);
    province.units.push(below);
    province.hold(0, "2026-01-12", &[">> rà soát hồ sơ <30/4"]);
    province.hold(3, "2026-01-13", &[">> lập sổ theo dõi <30/4"]);
    let count = |alone| {
        let filter = Filter { unit: Some(above), alone, ..Filter::default() };
        match province.office.session.ask(&Query::Register(filter)).unwrap() {
            View::Register(view) => view.rows.len(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!((count(false), count(true)), (2, 1));
    let open = province.known().open.unwrap();
    assert!(open.iter().all(|unit| unit.open == 1), "{open:?}");
}

#[test]
fn tomorrow_is_another_day() {
    let mut province = province();
    let visit = province.plan(0, "2026-03-19", None);
    let tomorrow: DateTime<FixedOffset> = "2026-03-20T00:05:00+07:00".parse().unwrap();
    province.office.clock.set(tomorrow);
    let found = province.now().visits;
    assert_eq!((found[0].visit, found[0].when), (visit, When::Missed));
}
