//! A store of any size to measure with: invented delegations whose records hang together as real ones do.
//!
//! The same seed makes the same store, except for the key that each signs its seals with. One change holds a whole visit, so that a large store is made in minutes.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use fastrand::Rng;

use crate::clock::ScriptedClock;
use crate::domain::{
    Attendee, Bearer, Delegation, Edit, Entry, EntryKind, FollowAct, FollowUp, Member, Post, RecordId, Role, ScopeId,
    Secrecy, Severity, Side, Standing, Unit, Verdict, VerdictLevel, Visit, VisitStatus,
};
use crate::session::{self, Action, Long, Pulse, Session};

/// How much to make, in hundredths of an office of many years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// 100 makes 50 delegations, 400 visits, 60,000 entries and 20,000 recommendations; 1 to 1,000.
    pub percent: u32,
    /// Seed of everything that is drawn by lot.
    pub seed: u64,
}

/// What was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Delegations.
    pub delegations: usize,
    /// Visits; the last one, the longest, is still going on, so that typing can be measured on any day.
    pub visits: usize,
    /// Entries other than recommendations.
    pub entries: usize,
    /// Recommendations, both ways.
    pub recommendations: usize,
}

static THEMES: [&str; 3] = [
    "việc thực hiện Nghị quyết Trung ương 4 khóa XII gắn với các quy định nêu gương",
    "công tác kê khai, kiểm soát tài sản, thu nhập",
    "việc lãnh đạo, chỉ đạo công tác quản lý đất đai",
];
static WHAT: [&str; 8] = [
    "công tác tự phê bình và phê bình",
    "sinh hoạt chuyên đề của chi bộ",
    "đánh giá, xếp loại đảng viên",
    "quản lý hồ sơ giao đất",
    "kê khai tài sản, thu nhập",
    "tiếp công dân, giải quyết đơn thư",
    "kiểm tra, giám sát của cấp ủy",
    "thu, nộp và quản lý đảng phí",
];
static HOW: [&str; 5] =
    ["còn nể nang, né tránh", "chưa thường xuyên", "được duy trì nền nếp", "chưa đúng quy trình", "còn chậm"];
/// Kinds of lines in about the measure that a session has them.
static KINDS: [EntryKind; 12] = [
    EntryKind::Statement,
    EntryKind::Statement,
    EntryKind::Question,
    EntryKind::Explanation,
    EntryKind::Strength,
    EntryKind::Strength,
    EntryKind::Shortcoming,
    EntryKind::SubjectiveCause,
    EntryKind::Responsibility,
    EntryKind::Figure,
    EntryKind::Figure,
    EntryKind::Commitment,
];

const VISITS_OF_DELEGATION: usize = 8;
const ENTRIES_OF_VISIT: usize = 150;
const RECOMMENDATIONS_OF_VISIT: usize = 50;
/// The last visit of all has twice as many entries: the one to measure a long visit by.
const LONG_VISIT: usize = 2;

/// Makes a data folder, telling the pulse how far it is. What is cut off leaves nothing under that name, and is begun anew.
///
/// # Errors
/// When there is one already, the store fails, or it was stopped.
pub fn fill(folder: &Path, scale: Scale, today: DateTime<FixedOffset>, pulse: &Pulse) -> Result<Made, session::Error> {
    let clock = Arc::new(ScriptedClock::new(today));
    let failed = |source| session::Error::Export { path: folder.to_owned(), source };
    if folder.exists() {
        return Err(failed(std::io::ErrorKind::AlreadyExists.into()));
    }
    let unfinished = super::cleared_beside(folder)?;
    let (session, _) = Session::open(&unfinished, clock.clone())?;
    let delegations = (usize::try_from(scale.percent).unwrap_or(usize::MAX) / 2).max(1);
    let mut maker = Maker {
        session,
        clock,
        rng: Rng::with_seed(scale.seed),
        first: today - TimeDelta::days(40 * i64::try_from(delegations).unwrap_or_default()),
        units: Vec::new(),
        open: Vec::new(),
        made: Made::default(),
        pulse,
        last_visit: delegations * VISITS_OF_DELEGATION,
    };
    maker.units(delegations)?;
    for number in 0..delegations {
        maker.delegation(number)?;
    }
    let made = maker.made;
    maker.session.close()?;
    pulse.over();
    std::fs::rename(&unfinished, folder).map_err(failed)?;
    Ok(made)
}

struct Maker<'a> {
    session: Session,
    clock: Arc<ScriptedClock>,
    rng: Rng,
    first: DateTime<FixedOffset>,
    units: Vec<RecordId>,
    /// What is open, by the place of its unit.
    open: Vec<Vec<RecordId>>,
    made: Made,
    pulse: &'a Pulse,
    /// Number of the last visit, counted from one.
    last_visit: usize,
}

impl Maker<'_> {
    fn units(&mut self, delegations: usize) -> Result<(), session::Error> {
        let province = Unit { name: "Tỉnh ủy Sông Lam".into(), ..Unit::default() };
        let above = self.session.fresh_id();
        let mut edits = vec![Edit::create(above, &province)];
        // Every unit is visited some five times.
        for number in 0..(delegations * VISITS_OF_DELEGATION / 5).max(1) {
            let name = format!("{} số {}", self.one_of(&["Đảng ủy xã", "Huyện ủy", "Đảng ủy Sở"]), number + 1);
            let id = self.session.fresh_id();
            edits.push(Edit::create(id, &Unit { name, parent: Some(above), ..Unit::default() }));
            self.units.push(id);
            self.open.push(Vec::new());
        }
        self.save(ScopeId::Office, edits)
    }

    fn delegation(&mut self, number: usize) -> Result<(), session::Error> {
        let begins = self.first + TimeDelta::days(40 * i64::try_from(number).unwrap_or_default());
        self.clock.set(begins);
        let id = self.session.fresh_id();
        let scope = ScopeId::Delegation(id);
        let delegation = Delegation {
            authority: "Ban Thường vụ Tỉnh ủy Sông Lam".into(),
            decision_symbol: format!("{}-QĐ/TU", 100 + number),
            decision_date: Some(begins.date_naive()),
            theme: self.one_of(&THEMES).into(),
            period_from: NaiveDate::from_ymd_opt(2020, 1, 1),
            period_to: Some(begins.date_naive()),
            place_name: "Sông Lam".into(),
            ..Delegation::default()
        };
        let mut edits = vec![Edit::create(id, &delegation)];
        let mut people = Vec::new();
        for (role, post) in [
            (Role::Head, "Phó Bí thư Tỉnh ủy"),
            (Role::Deputy, "Phó Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy"),
            (Role::Secretary, "Kiểm tra viên"),
            (Role::Member, "Phó Ban Tổ chức Tỉnh ủy"),
        ] {
            let posts = vec![Post { title: post.into(), from: None, until: None }];
            let name = self.person();
            let member = Member { delegation: Some(id), name: name.clone(), posts, role, ..Member::default() };
            let member_id = self.session.fresh_id();
            edits.push(Edit::create(member_id, &member));
            people.push((member_id, name));
        }
        self.save(scope, edits)?;
        self.made.delegations += 1;
        for visit in 0..VISITS_OF_DELEGATION {
            let day = begins + TimeDelta::days(4 * i64::try_from(visit).unwrap_or_default());
            self.visit((id, scope), (number * VISITS_OF_DELEGATION + visit) % self.units.len(), day, &people)?;
        }
        Ok(())
    }

    fn visit(
        &mut self,
        (delegation, scope): (RecordId, ScopeId),
        unit: usize,
        day: DateTime<FixedOffset>,
        people: &[(RecordId, String)],
    ) -> Result<(), session::Error> {
        let done = self.made.visits;
        self.pulse.step(Long::Making, done as u64, self.last_visit as u64)?;
        let is_last = done + 1 == self.last_visit;
        let times = if is_last { LONG_VISIT } else { 1 };
        self.clock.set(day);
        let id = self.session.fresh_id();
        let member = |at: usize| people.get(at).map(|(id, _)| *id);
        let visit = Visit {
            delegation: Some(delegation),
            unit: self.units.get(unit).copied(),
            status: VisitStatus::Open,
            date: Some(day.date_naive()),
            start: NaiveTime::from_hms_opt(8, 0, 0),
            place: "Hội trường".into(),
            chair: member(0),
            recorder: member(2),
            secrecy: Secrecy::Open,
            ..Visit::default()
        };
        let mut edits = vec![Edit::create(id, &visit)];
        for (side, count) in [(Side::Delegation, people.len()), (Side::Unit, 5)] {
            for at in 0..count {
                let name = match side {
                    Side::Delegation => people.get(at).map(|(_, name)| name.clone()).unwrap_or_default(),
                    _ => self.person(),
                };
                let attendee = Attendee { visit: Some(id), side, name, ..Attendee::default() };
                edits.push(Edit::create(self.session.fresh_id(), &attendee));
            }
        }
        self.save(scope, edits)?;
        let verdicts = self.verdicts(id, unit);
        self.save(scope, verdicts)?;
        self.entries(id, scope, unit, day, times)?;
        let end = NaiveTime::from_hms_opt(11, 30, 0);
        if !is_last {
            self.session.act(&Action::CloseVisit { visit: id, end, facts: None }, &mut || {})?;
        }
        self.made.visits += 1;
        Ok(())
    }

    /// Closes most of what is open at the unit; the rest is carried on.
    fn verdicts(&mut self, visit: RecordId, unit: usize) -> Vec<Edit> {
        let open = self.open.get_mut(unit).map(std::mem::take).unwrap_or_default();
        let mut edits = Vec::new();
        let mut left = Vec::new();
        for item in open {
            let level = match self.rng.u8(0..10) {
                0..=6 => VerdictLevel::Done,
                7 => VerdictLevel::Partly,
                8 => VerdictLevel::Not,
                _ => VerdictLevel::Unverifiable,
            };
            if level != VerdictLevel::Done {
                left.push(item);
            }
            let words = "theo báo cáo và hồ sơ của đơn vị".into();
            let verdict = Verdict { visit: Some(visit), item: Some(item), level: Some(level), words, due: None };
            edits.push(Edit::create(self.session.fresh_id(), &verdict));
        }
        if let Some(open) = self.open.get_mut(unit) {
            *open = left;
        }
        edits
    }

    fn entries(
        &mut self,
        visit: RecordId,
        scope: ScopeId,
        unit: usize,
        day: DateTime<FixedOffset>,
        times: usize,
    ) -> Result<(), session::Error> {
        let mut edits = Vec::new();
        let mut acts = Vec::new();
        let mut followed = Vec::new();
        let mut faults: Vec<RecordId> = Vec::new();
        let count = (ENTRIES_OF_VISIT + RECOMMENDATIONS_OF_VISIT) * times;
        let mut orders = session::order::sequence(count).into_iter();
        for at in 0..count {
            let is_recommendation = at % 4 == 3;
            let kind = if is_recommendation {
                if self.rng.u8(0..5) == 0 { EntryKind::RecommendationUp } else { EntryKind::RecommendationDown }
            } else {
                self.one_of(&KINDS)
            };
            let id = self.session.fresh_id();
            let minute = i64::try_from(at * 200 / count).unwrap_or_default();
            let entry = Entry {
                visit: Some(visit),
                kind,
                text: self.words(kind),
                noted_at: Some(day.date_naive().and_hms_opt(8, 0, 0).unwrap_or_default() + TimeDelta::minutes(minute)),
                people: self.rng.bool().then(|| self.person()).into_iter().collect(),
                due: kind.names_doers().then(|| day.date_naive() + TimeDelta::days(self.rng.i64(20..400))),
                criteria: if kind.is_fault() { vec![self.criterion()] } else { Vec::new() },
                severity: kind.is_fault().then(|| self.one_of(&Severity::ALL)),
                bearer: (kind == EntryKind::Responsibility).then(|| self.one_of(&Bearer::ALL)),
                links: if kind.attaches_to_fault() { faults.last().copied().into_iter().collect() } else { Vec::new() },
                order: orders.next().unwrap_or_default(),
                ..Entry::default()
            };
            edits.push(Edit::create(id, &entry));
            if kind.is_fault() {
                faults.push(id);
            }
            if kind.is_followed() {
                followed.push(id);
            }
            if is_recommendation {
                self.made.recommendations += 1;
                acts.extend(self.followed_up(id, day));
            } else {
                self.made.entries += 1;
            }
        }
        if let Some(open) = self.open.get_mut(unit) {
            open.extend(followed);
        }
        // Changes as small as those of people who type, or the database would be unlike theirs.
        edits.chunks(4).try_for_each(|edits| self.save(scope, edits.to_vec()))?;
        self.save(scope, acts)
    }

    /// A third of the recommendations were asked after.
    fn followed_up(&mut self, item: RecordId, day: DateTime<FixedOffset>) -> Option<Edit> {
        (self.rng.u8(0..3) == 0).then(|| {
            let follow_up = FollowUp {
                item: Some(item),
                act: self.one_of(&[FollowAct::Watch, FollowAct::Urge, FollowAct::Check]),
                date: Some(day.date_naive()),
                by: self.person(),
                result: "đơn vị đang triển khai".into(),
                standing: Some(self.one_of(&[Standing::Assigned, Standing::InProgress, Standing::PartlyDone])),
                ..FollowUp::default()
            };
            Edit::create(self.session.fresh_id(), &follow_up)
        })
    }

    fn words(&mut self, kind: EntryKind) -> String {
        let (what, how, number) = (self.one_of(&WHAT), self.one_of(&HOW), self.rng.u32(2..400));
        match kind {
            EntryKind::Figure => {
                format!("{what}: {number}/{} đảng viên được quán triệt", number + self.rng.u32(0..50))
            }
            EntryKind::RecommendationDown | EntryKind::RecommendationUp | EntryKind::Commitment => {
                format!("rà soát, chấn chỉnh {what}; báo cáo kết quả đối với {number} hồ sơ")
            }
            _ => format!("{what} {how} tại {number} hồ sơ, cuộc họp được kiểm tra"),
        }
    }

    fn criterion(&mut self) -> String {
        format!("{}.{}", self.one_of(&["I", "II", "III"]), self.rng.u8(1..10))
    }

    fn person(&mut self) -> String {
        let (family, middle, given) =
            (self.one_of(&["Nguyễn", "Trần", "Lê", "Phạm"]), self.one_of(&["Văn", "Thị"]), self.rng.char('A'..='Z'));
        format!("{family} {middle} {given}")
    }

    #[allow(clippy::indexing_slicing, reason = "the place drawn lies within the list")]
    fn one_of<T: Copy, const N: usize>(&mut self, values: &[T; N]) -> T {
        values[self.rng.usize(..N)]
    }

    fn save(&mut self, scope: ScopeId, edits: Vec<Edit>) -> Result<(), session::Error> {
        self.session.act(&Action::Save { scope, edits }, &mut || {}).map(drop)
    }
}
