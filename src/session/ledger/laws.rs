//! Whatever is done, what is kept up to date, followed items and texts, is what would be read anew.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;

use crate::clock::ScriptedClock;
use crate::domain::{
    Delegation, Edit, Entry, EntryKind, FollowUp, Kind, OutsideItem, Record, RecordId, ScopeId, Standing, Unit,
    Verdict, VerdictLevel, Visit,
};
use crate::session::{Action, Outcome, Session};

/// What a person does; which records it is about is chosen among those there are.
#[derive(Clone, Copy, Debug)]
enum What {
    Plan,
    Open,
    Close,
    Cancel,
    PlanAgain,
    Capture(&'static str),
    ChangeKind(EntryKind),
    Flag,
    Remove,
    Restore,
    Outside,
    Judge(VerdictLevel),
    Follow(Option<Standing>),
    Redate,
    MoveToUnit,
    Rename,
    Decide,
    Undo,
    Redo,
}

/// One thing done: what, to which records, on which day of March.
type Deed = (What, Index, Index, u32);

const LINES: [&str; 6] = [
    "-- còn nể nang #I.5",
    "!! giao đất thiếu hồ sơ",
    "~c kiểm tra chưa thường xuyên ^",
    ">> rà soát hồ sơ <30/4/2026",
    "<< bố trí kinh phí",
    "++ ban hành sớm",
];

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let what = prop_oneof![
        3 => Just(What::Plan),
        4 => Just(What::Open),
        1 => Just(What::Close),
        1 => Just(What::Cancel),
        1 => Just(What::PlanAgain),
        8 => select(LINES.to_vec()).prop_map(What::Capture),
        2 => select(EntryKind::ALL.to_vec()).prop_map(What::ChangeKind),
        1 => Just(What::Flag),
        2 => Just(What::Remove),
        1 => Just(What::Restore),
        1 => Just(What::Outside),
        8 => select(VerdictLevel::ALL.to_vec()).prop_map(What::Judge),
        8 => proptest::option::of(select(Standing::ALL.to_vec())).prop_map(What::Follow),
        1 => Just(What::Redate),
        1 => Just(What::MoveToUnit),
        1 => Just(What::Rename),
        1 => Just(What::Decide),
        3 => Just(What::Undo),
        2 => Just(What::Redo),
    ];
    proptest::collection::vec((what, any::<Index>(), any::<Index>(), 1..28u32), 20..50)
}

/// An office with what its people made so far; removed records stay in the lists.
struct Office {
    session: Session,
    units: Vec<RecordId>,
    delegations: Vec<RecordId>,
    visits: Vec<RecordId>,
    entries: Vec<RecordId>,
    outside: Vec<RecordId>,
    _folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(ScriptedClock::new("2026-03-30T08:05:00+07:00".parse().unwrap()));
        let (session, _) = Session::open(&folder.path().join("data"), clock).unwrap();
        let nothing = || Vec::new();
        let mut office = Self {
            session,
            units: nothing(),
            delegations: nothing(),
            visits: nothing(),
            entries: nothing(),
            outside: nothing(),
            _folder: folder,
        };
        for name in ["Huyện ủy", "Đảng ủy xã"] {
            let unit = office.create(ScopeId::Office, &Unit { name: name.into(), ..Unit::default() });
            office.units.extend(unit);
            let id = office.session.fresh_id();
            let record = Delegation { authority: "Tỉnh ủy".into(), theme: name.into(), ..Delegation::default() };
            office.act(Action::Save { scope: ScopeId::Delegation(id), edits: vec![Edit::create(id, &record)] });
            office.delegations.push(id);
        }
        // Two visits of two delegations to one unit, so that there is something to carry.
        for (delegation, date) in office.delegations.clone().into_iter().zip(["2026-03-01", "2026-03-20"]) {
            let (unit, date) = (office.units.first().copied(), date.parse().ok());
            let record = Visit { delegation: Some(delegation), unit, date, ..Visit::default() };
            let visit = office.create(ScopeId::Delegation(delegation), &record).unwrap();
            office.act(Action::OpenVisit(visit)).unwrap();
            for line in LINES {
                let made = office.act(Action::Capture { visit, line: line.into() });
                office.entries.extend(made);
            }
            office.visits.push(visit);
        }
        office
    }

    /// Does something; what the rules refuse is not done, which is as good a test.
    fn act(&mut self, action: Action) -> Option<RecordId> {
        match self.session.act(&action, &mut || {}) {
            Ok(Outcome::Saved(id)) => Some(id),
            _ => None,
        }
    }

    fn create<R: Record>(&mut self, scope: ScopeId, record: &R) -> Option<RecordId> {
        let id = self.session.fresh_id();
        self.act(Action::Save { scope, edits: vec![Edit::create(id, record)] })
    }

    fn change<R: Record>(&mut self, id: RecordId, change: impl FnOnce(&mut R)) {
        let row = self.session.row::<R>(id).unwrap();
        let mut after = row.record.clone();
        change(&mut after);
        self.act(Action::Save { scope: row.scope, edits: vec![Edit::change(id, &row.record, &after)] });
    }

    /// Records of every kind that can be removed.
    fn removable(&self) -> Vec<(Kind, RecordId)> {
        let of = |kind: Kind, ids: &[RecordId]| ids.iter().map(|id| (kind.clone(), *id)).collect::<Vec<_>>();
        let mut all = of(Kind::ENTRY, &self.entries);
        all.extend(of(Kind::VISIT, &self.visits));
        all.extend(of(Kind::DELEGATION, &self.delegations));
        all.extend(of(Kind::OUTSIDE_ITEM, &self.outside));
        for kind in [Kind::FOLLOW_UP, Kind::VERDICT] {
            self.session.store.shown(&kind, |shown| all.push((kind.clone(), shown.id))).unwrap();
        }
        all
    }

    fn live(&mut self, (what, one, other, on): &Deed) {
        let pick = |ids: &[RecordId], at: &Index| (!ids.is_empty()).then(|| *at.get(ids));
        let date = NaiveDate::from_ymd_opt(2026, 3, *on);
        let (unit, delegation) = (pick(&self.units, other), pick(&self.delegations, one));
        let (visit, entry) = (pick(&self.visits, one), pick(&self.entries, one));
        let followed: Vec<RecordId> = self.entries.iter().chain(&self.outside).copied().collect();
        let item = pick(&followed, other);
        let scopes = [ScopeId::Office].into_iter().chain(self.delegations.iter().map(|id| ScopeId::Delegation(*id)));
        let scope = *one.get(&scopes.collect::<Vec<_>>());
        let at_visit = |made: fn(RecordId) -> Action| visit.map(made);
        let action = match *what {
            What::Plan => {
                let record = Visit { delegation, unit, date, ..Visit::default() };
                let made = self.create(ScopeId::Delegation(delegation.unwrap()), &record);
                self.visits.extend(made);
                None
            }
            What::Outside => {
                let record =
                    OutsideItem {
                        unit, date, source: "Kiểm toán".into(), text: "a".into(), ..OutsideItem::default()
                    };
                let made = self.create(ScopeId::Office, &record);
                self.outside.extend(made);
                None
            }
            What::Capture(line) => {
                let made = visit.and_then(|visit| self.act(Action::Capture { visit, line: line.into() }));
                self.entries.extend(made);
                None
            }
            What::Flag => {
                entry.into_iter().for_each(|id| self.change(id, |entry: &mut Entry| entry.deep_review ^= true));
                None
            }
            What::Redate => {
                visit.into_iter().for_each(|id| self.change(id, |visit: &mut Visit| visit.date = date));
                None
            }
            What::MoveToUnit => {
                visit.into_iter().for_each(|id| self.change(id, |visit: &mut Visit| visit.unit = unit));
                None
            }
            What::Rename => {
                let name = format!("Đảng ủy số {on}");
                unit.into_iter().for_each(|id| self.change(id, |unit: &mut Unit| unit.name = name.clone()));
                None
            }
            What::Decide => {
                let symbol = format!("{on}-QĐ/TU");
                self.change(delegation.unwrap(), |delegation: &mut Delegation| delegation.decision_symbol = symbol);
                None
            }
            What::Open => at_visit(Action::OpenVisit),
            What::Close => at_visit(|visit| Action::CloseVisit { visit, end: None, facts: None }),
            What::Cancel => at_visit(|visit| Action::CancelVisit { visit, reason: "hoãn".into() }),
            What::PlanAgain => at_visit(Action::PlanVisitAgain),
            What::ChangeKind(kind) => entry.map(|entry| Action::ChangeKind { entry, kind }),
            What::Remove => {
                let (kind, id) = one.get(&self.removable()).clone();
                Some(Action::Remove { kind, id, reason: String::new() })
            }
            What::Restore => {
                let (kind, id) = one.get(&self.removable()).clone();
                Some(Action::Restore { kind, id })
            }
            What::Judge(level) => {
                let words = "đã xem".to_owned();
                Some(Action::GiveVerdict(Verdict { visit, item, level: Some(level), words, due: date }))
            }
            What::Follow(standing) => Some(Action::Follow {
                items: item.into_iter().collect(),
                follow_up: FollowUp {
                    date, by: "An".into(), standing, evidence: "ảnh".into(), ..FollowUp::default()
                },
            }),
            What::Undo => Some(Action::Undo(scope)),
            What::Redo => Some(Action::Redo(scope)),
        };
        if let Some(action) = action {
            self.act(action);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_up_to_date_is_what_is_read_anew(deeds in deeds()) {
        let mut office = Office::new();
        office.session.known().unwrap();
        for deed in &deeds {
            office.live(deed);
            prop_assert!(office.session.known.get().is_some(), "kept, not read again");
            prop_assert_eq!(office.session.known().unwrap(), &office.session.read_known().unwrap(), "{:?}", deed);
        }
    }

    #[test]
    fn what_is_read_a_little_at_a_time_is_what_is_read_at_once(deeds in deeds()) {
        let mut office = Office::new();
        for deed in &deeds {
            office.session.read_ahead().unwrap();
            office.live(deed);
        }
        while office.session.read_ahead().unwrap() {}
        prop_assert_eq!(office.session.known().unwrap(), &office.session.read_known().unwrap());
    }
}

#[test]
fn random_deeds_reach_what_matters() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut items, mut steps, mut causes) = (0, 0, 0);
    for _ in 0..12 {
        let mut office = Office::new();
        for deed in &deeds().new_tree(&mut runner).unwrap().current() {
            office.live(deed);
        }
        let ledger = office.session.ledger().unwrap();
        items += ledger.items.iter().filter(|item| item.counts).count();
        steps += ledger.steps.len();
        causes += ledger.causes.len();
    }
    assert!(items > 50 && steps > 20 && causes > 10, "{items} items, {steps} steps, {causes} causes");
}
