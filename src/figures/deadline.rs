//! Deadlines as an office writes them down: a number of days, counted from an event, with an extension.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::Calendar;

/// Which days a deadline counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Every day.
    Calendar,
    /// Days on which offices work.
    Working,
}

/// What a deadline is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StartEvent {
    /// Back from the meeting with the unit.
    BeforeMeeting,
    /// On from the day of the decision to inspect.
    Decision,
    /// On from the day the decision is announced to the unit.
    Announcement,
}

impl StartEvent {
    /// Every event.
    pub const ALL: [Self; 3] = [Self::BeforeMeeting, Self::Decision, Self::Announcement];
}

/// By how much a deadline may be put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extension {
    /// By so many days.
    Days(u32),
    /// By one part in so many: 3 is a third.
    Part(u32),
}

/// A deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What the program knows it by: "papers".
    pub code: String,
    /// What people call it.
    pub name: String,
    /// How many days.
    pub days: u32,
    /// Which days count.
    pub kind: DayKind,
    /// What it is counted from.
    pub event: StartEvent,
    /// By how much it may be put off.
    pub extension: Option<Extension>,
    /// Whether somebody compared it with the regulation in force.
    pub checked: bool,
}

impl Deadline {
    /// Code of the deadline for papers to reach those who take part in a meeting.
    pub const PAPERS: &str = "papers";

    /// Days in all when it is extended; a part of a day does not count.
    #[must_use]
    pub fn extended_days(&self) -> u32 {
        let more = match self.extension {
            Some(Extension::Days(days)) => days,
            Some(Extension::Part(parts)) => self.days.checked_div(parts).unwrap_or_default(),
            None => 0,
        };
        self.days.saturating_add(more)
    }

    /// Finds the last day in time, from the day of the event; nothing beyond the calendar.
    ///
    /// Before a meeting, whole days are left: neither the day something came nor that of the meeting counts.
    #[must_use]
    pub fn last_day(&self, event: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
        match (self.event, self.kind) {
            (StartEvent::BeforeMeeting, DayKind::Working) => calendar.working_days_before(event, self.days),
            (StartEvent::BeforeMeeting, DayKind::Calendar) => {
                event.pred_opt()?.checked_sub_days(Days::new(self.days.into()))
            }
            (_, DayKind::Working) => calendar.working_days_after(event, self.days),
            (_, DayKind::Calendar) => event.checked_add_days(Days::new(self.days.into())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deadline(days: u32, kind: DayKind, event: StartEvent, extension: Option<Extension>) -> Deadline {
        Deadline { code: "x".into(), name: "x".into(), days, kind, event, extension, checked: true }
    }

    #[test]
    fn a_deadline_ends_on_a_day() {
        let calendar = Calendar::default();
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        for (days, kind, event, from, last) in [
            (3, DayKind::Working, StartEvent::BeforeMeeting, "2026-03-19", "2026-03-13"),
            (3, DayKind::Calendar, StartEvent::BeforeMeeting, "2026-03-19", "2026-03-15"),
            (60, DayKind::Calendar, StartEvent::Announcement, "2026-03-19", "2026-05-18"),
            (5, DayKind::Working, StartEvent::Decision, "2026-03-19", "2026-03-26"),
        ] {
            assert_eq!(deadline(days, kind, event, None).last_day(day(from), &calendar), Some(day(last)), "{days}");
        }
    }

    #[test]
    fn an_extension_adds_days_or_a_part_of_them() {
        let extended =
            |days, extension| deadline(days, DayKind::Calendar, StartEvent::Decision, extension).extended_days();
        assert_eq!(extended(180, Some(Extension::Days(60))), 240);
        assert_eq!(extended(60, Some(Extension::Part(3))), 80);
        assert_eq!(extended(20, Some(Extension::Part(3))), 26);
        assert_eq!(extended(20, Some(Extension::Part(0))), 20);
        assert_eq!(extended(20, None), 20);
        assert_eq!(extended(u32::MAX, Some(Extension::Days(1))), u32::MAX);
    }
}
