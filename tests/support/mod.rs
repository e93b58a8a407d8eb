//! A delegation at work in a temporary folder, on a clock that moves only when told.

#![allow(dead_code, unreachable_pub, missing_docs, reason = "each test file uses the part it needs")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;
use std::sync::Arc;

use bienban::clock::ScriptedClock;
use bienban::domain::{
    Delegation, Edit, Entry, LegalBasis, Member, Post, Record, RecordId, Role, ScopeId, Unit, Visit,
};
use bienban::session::{Action, Error, Outcome, Query, Row, Session, View, VisitView};
use chrono::{DateTime, FixedOffset, NaiveDate};
use tempfile::TempDir;

/// 19/3/2026, 8:05 in Viet Nam.
pub fn morning() -> DateTime<FixedOffset> {
    "2026-03-19T08:05:00+07:00".parse().unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub struct Office {
    pub folder: TempDir,
    pub clock: Arc<ScriptedClock>,
    pub session: Session,
}

impl Office {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(ScriptedClock::new(morning()));
        let (session, notices) = Session::open(&folder.path().join("data"), clock.clone()).unwrap();
        assert_eq!(notices, []);
        Self { folder, clock, session }
    }

    pub fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    /// Closes the store and opens it again, as the next start of the program does.
    pub fn reopen(self) -> Self {
        let Self { folder, clock, session } = self;
        session.close().unwrap();
        let (session, notices) = Session::open(&folder.path().join("data"), clock.clone()).unwrap();
        assert_eq!(notices, []);
        Self { folder, clock, session }
    }

    pub fn act(&mut self, action: Action) -> Result<Outcome, Error> {
        self.session.act(&action, &mut || {})
    }

    pub fn create<R: Record>(&mut self, scope: ScopeId, record: &R) -> RecordId {
        let id = self.session.fresh_id();
        let saved = self.act(Action::Save { scope, edits: vec![Edit::create(id, record)] }).unwrap();
        assert_eq!(saved, Outcome::Saved(id));
        id
    }

    pub fn capture(&mut self, visit: RecordId, line: &str) -> RecordId {
        match self.act(Action::Capture { visit, line: line.into() }).unwrap() {
            Outcome::Saved(id) => id,
            other => panic!("{line}: {other:?}"),
        }
    }

    pub fn visit(&self, id: RecordId) -> VisitView {
        match self.session.ask(&Query::Visit(id)).unwrap() {
            View::Visit(view) => *view,
            other => panic!("{other:?}"),
        }
    }

    pub fn entry(&self, visit: RecordId, id: RecordId) -> Row<Entry> {
        self.visit(visit).entries.into_iter().find(|row| row.id == id).expect("the entry is listed")
    }

    /// Texts of the entries in order.
    pub fn texts(&self, visit: RecordId) -> Vec<String> {
        self.visit(visit).entries.into_iter().map(|row| row.record.text).collect()
    }

    pub fn preview(&self, visit: RecordId) -> String {
        match self.session.ask(&Query::Preview(visit)).unwrap() {
            View::Preview(view) => view.markdown,
            other => panic!("{other:?}"),
        }
    }
}

/// What a delegation at Thạch Khê has on its first morning.
pub struct Thachkhe {
    pub delegation: RecordId,
    pub scope: ScopeId,
    pub unit: RecordId,
    pub visit: RecordId,
}

/// The delegation of the Sông Lam province.
pub fn song_lam() -> Delegation {
    Delegation {
        authority: "Ban Thường vụ Tỉnh ủy Sông Lam".into(),
        decision_symbol: "412-QĐ/TU".into(),
        decision_date: Some(day("2026-03-03")),
        plan_symbol: "57-KH/ĐKT".into(),
        plan_date: Some(day("2026-03-10")),
        theme: "việc thực hiện Nghị quyết Trung ương 4 khóa XII gắn với các quy định nêu gương".into(),
        period_from: Some(day("2023-01-01")),
        period_to: Some(day("2025-12-31")),
        place_name: "Sông Lam".into(),
        ..Delegation::default()
    }
}

/// Sets up the delegation, the unit and a planned visit.
pub fn planned(office: &mut Office) -> Thachkhe {
    let unit = office.create(ScopeId::Office, &Unit { name: "Huyện ủy Thạch Khê".into(), ..Unit::default() });
    let basis = LegalBasis {
        form: "Nghị quyết".into(),
        symbol: "04-NQ/TW".into(),
        date: Some(day("2016-10-30")),
        issuer: "Ban Chấp hành Trung ương".into(),
        title: String::new(),
    };
    let basis = office.create(ScopeId::Office, &basis);
    let delegation = office.session.fresh_id();
    let scope = ScopeId::Delegation(delegation);
    let record = song_lam();
    office.act(Action::Save { scope, edits: vec![Edit::create(delegation, &record)] }).unwrap();
    office.act(Action::ToggleCitation { delegation, basis }).unwrap();
    let mut chair = None;
    for (name, post, role) in
        [("Nguyễn Văn An", "Phó Bí thư Tỉnh ủy", Role::Head), ("Lê Minh Châu", "Kiểm tra viên", Role::Secretary)]
    {
        let posts = vec![Post { title: post.into(), from: None, until: None }];
        let member = Member { delegation: Some(delegation), name: name.into(), posts, role, ..Member::default() };
        let id = office.create(scope, &member);
        chair = chair.or(Some(id));
    }
    let visit = Visit {
        delegation: Some(delegation),
        unit: Some(unit),
        date: Some(day("2026-03-19")),
        place: "Hội trường Huyện ủy".into(),
        chair,
        ..Visit::default()
    };
    let visit = office.create(scope, &visit);
    Thachkhe { delegation, scope, unit, visit }
}

/// Sets up the same and opens the visit.
pub fn opened(office: &mut Office) -> Thachkhe {
    let place = planned(office);
    office.act(Action::OpenVisit(place.visit)).unwrap();
    place
}

/// Every file below a folder with its content.
pub fn files(folder: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let content = std::fs::read(&path).unwrap();
            found.push((path, content));
        }
    }
    found.sort();
    found
}
