//! A separate store with an invented delegation, to look around in.
//!
//! The story is told through the same session as a person's typing, so it is as real as any other record.

pub mod scale;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use serde::Deserialize;

use crate::clock::{Clock, ScriptedClock, SystemClock};
use crate::domain::{
    Attendee, Delegation, Edit, LegalBasis, Member, Post, Presence, RecordId, Role, ScopeId, Secrecy, Side, Unit,
    Visit, VisitStatus,
};
use crate::session::{self, Action, Session};

const STORY: &str = include_str!("demo/story.toml");

#[derive(Deserialize)]
struct Story {
    units: Vec<UnitTold>,
    bases: Vec<LegalBasis>,
    delegations: Vec<DelegationTold>,
}

#[derive(Deserialize)]
struct UnitTold {
    name: String,
    parent: Option<String>,
}

#[derive(Deserialize)]
struct DelegationTold {
    #[serde(flatten)]
    record: Delegation,
    cites: Vec<String>,
    members: Vec<MemberTold>,
    visits: Vec<VisitTold>,
}

#[derive(Deserialize)]
struct MemberTold {
    name: String,
    posts: Vec<String>,
    role: Role,
    #[serde(default)]
    area: String,
}

#[derive(Deserialize)]
struct VisitTold {
    unit: String,
    /// Days from the day the story is told; negative is in the past.
    day: i64,
    status: VisitStatus,
    start: Option<NaiveTime>,
    end: Option<NaiveTime>,
    place: String,
    #[serde(default)]
    subject: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    attendees: Vec<AttendeeTold>,
    #[serde(default)]
    lines: String,
}

#[derive(Deserialize)]
struct AttendeeTold {
    side: Side,
    name: String,
    post: String,
    #[serde(default)]
    absent: String,
}

/// Makes the demonstration store when there is none yet; one that is there is left as its user left it.
///
/// # Errors
/// When the folder cannot be made or the store fails. A store that was begun but not finished is begun again.
pub fn prepare(folder: &Path) -> Result<(), session::Error> {
    prepare_on(folder, SystemClock.now())
}

/// Makes the demonstration store as it is told at `today`; what it makes is the same on every run.
///
/// # Errors
/// As [`prepare`].
pub fn prepare_on(folder: &Path, today: DateTime<FixedOffset>) -> Result<(), session::Error> {
    if folder.exists() {
        return Ok(());
    }
    let unfinished = cleared_beside(folder)?;
    let clock = Arc::new(ScriptedClock::new(today));
    let (session, _) = Session::open(&unfinished, clock.clone())?;
    let mut teller = Teller { session, clock, today };
    teller.tell()?;
    teller.session.close()?;
    fs::rename(&unfinished, folder).map_err(|source| session::Error::Export { path: folder.to_owned(), source })
}

/// Names the folder beside another in which that one is made, without what was left there when it was cut off.
fn cleared_beside(folder: &Path) -> Result<PathBuf, session::Error> {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(".unfinished");
    let unfinished = folder.with_file_name(name);
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished)
            .map_err(|source| session::Error::Export { path: unfinished.clone(), source })?;
    }
    Ok(unfinished)
}

struct Teller {
    session: Session,
    clock: Arc<ScriptedClock>,
    today: DateTime<FixedOffset>,
}

impl Teller {
    fn tell(&mut self) -> Result<(), session::Error> {
        let story: Story = toml::from_str(STORY).map_err(|error| session::Error::Minutes(error.to_string()))?;
        self.clock.set(self.today - TimeDelta::days(400));
        let mut units: Vec<(String, RecordId)> = Vec::new();
        for told in story.units {
            let parent = told.parent.as_deref().and_then(|name| find(&units, name));
            let unit = Unit { name: told.name.clone(), parent, ..Unit::default() };
            units.push((told.name, self.create(ScopeId::Office, &unit)?));
        }
        let mut bases = Vec::new();
        for told in story.bases {
            bases.push((told.symbol.clone(), self.create(ScopeId::Office, &told)?));
        }
        for told in story.delegations {
            self.delegation(told, &units, &bases)?;
        }
        Ok(())
    }

    fn delegation(
        &mut self,
        told: DelegationTold,
        units: &[(String, RecordId)],
        bases: &[(String, RecordId)],
    ) -> Result<(), session::Error> {
        let id = self.session.fresh_id();
        let scope = ScopeId::Delegation(id);
        self.save(scope, vec![Edit::create(id, &told.record)])?;
        for basis in told.cites.iter().filter_map(|symbol| find(bases, symbol)) {
            self.act(Action::ToggleCitation { delegation: id, basis })?;
        }
        let mut members = Vec::new();
        for member in told.members {
            let posts = member.posts.into_iter().map(|title| Post { title, from: None, until: None }).collect();
            let record = Member {
                delegation: Some(id),
                name: member.name,
                posts,
                role: member.role,
                area: member.area,
                ..Member::default()
            };
            members.push((member.role, self.create(scope, &record)?));
        }
        let holder = |role| members.iter().find(|(held, _)| *held == role).map(|(_, id)| *id);
        let (chair, recorder) = (holder(Role::Head), holder(Role::Secretary));
        for visit in told.visits {
            let unit = find(units, &visit.unit);
            self.visit(scope, Visit { delegation: Some(id), unit, chair, recorder, ..Visit::default() }, visit)?;
        }
        Ok(())
    }

    fn visit(&mut self, scope: ScopeId, visit: Visit, told: VisitTold) -> Result<(), session::Error> {
        let day: NaiveDate = (self.today + TimeDelta::days(told.day)).date_naive();
        let planned = Visit {
            date: Some(day),
            start: told.start,
            place: told.place,
            subject: told.subject,
            secrecy: Secrecy::Secret,
            copies: Some(6),
            copies_each: Some(3),
            ..visit
        };
        self.clock.set(self.today + TimeDelta::days(told.day.min(0) - 3));
        let id = self.create(scope, &planned)?;
        self.clock.set(self.today + TimeDelta::days(told.day.min(0)));
        if told.status == VisitStatus::Cancelled {
            return self.act(Action::CancelVisit { visit: id, reason: told.reason });
        }
        if told.status == VisitStatus::Planned {
            return Ok(());
        }
        self.act(Action::AddDelegationToAttendance(id))?;
        for person in told.attendees {
            let presence = if person.absent.is_empty() { Presence::Present } else { Presence::Absent };
            let attendee = Attendee {
                visit: Some(id),
                side: person.side,
                name: person.name,
                post: person.post,
                presence,
                reason: person.absent,
                ..Attendee::default()
            };
            self.create(scope, &attendee)?;
        }
        self.act(Action::OpenVisit(id))?;
        for line in told.lines.lines().filter(|line| !line.trim().is_empty()) {
            self.act(Action::Capture { visit: id, line: line.to_owned() })?;
        }
        if told.status == VisitStatus::Closed {
            self.act(Action::CloseVisit { visit: id, end: told.end, facts: None })
        } else {
            Ok(())
        }
    }

    fn create<R: crate::domain::Record>(&mut self, scope: ScopeId, record: &R) -> Result<RecordId, session::Error> {
        let id = self.session.fresh_id();
        self.save(scope, vec![Edit::create(id, record)])?;
        Ok(id)
    }

    fn save(&mut self, scope: ScopeId, edits: Vec<Edit>) -> Result<(), session::Error> {
        self.act(Action::Save { scope, edits })
    }

    fn act(&mut self, action: Action) -> Result<(), session::Error> {
        self.session.act(&action, &mut || {}).map(drop)
    }
}

fn find(named: &[(String, RecordId)], name: &str) -> Option<RecordId> {
    named.iter().find(|(known, _)| known == name).map(|(_, id)| *id)
}
