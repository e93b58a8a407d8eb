//! Recommendations over time: how many were raised and closed, and how many were left open.

use chrono::{Datelike, Months, NaiveDate};

use super::statistics::Scope;
use super::{Item, Ledger};
use crate::domain::{ItemKind, Step as Said};
use crate::session::{Over, Span, Step};

/// A row for each part of the time: more of them would be no picture.
const MOST: usize = 18;

/// What happened to one recommendation on a day.
struct Happened {
    day: NaiveDate,
    raised: isize,
    closed: isize,
}

impl Ledger {
    /// Tells how the recommendations of the visits went, until `today` or the last day that is asked for.
    pub(super) fn spans(&self, scope: &Scope<'_>, over: Over, today: NaiveDate) -> (Step, Vec<Span>) {
        let last = over.to.map_or(today, |to| to.min(today));
        let mut happened: Vec<Happened> = Vec::new();
        for (item, _) in scope.items() {
            let is_recommendation = matches!(item.followed.kind, ItemKind::Entry(kind) if kind.is_recommendation());
            if is_recommendation {
                self.happened(item, today, &mut happened);
            }
        }
        happened.retain(|step| step.day <= last);
        let Some(first) = happened.iter().map(|step| step.day).min() else { return (Step::Month, Vec::new()) };
        let step = [Step::Month, Step::Quarter].into_iter().find(|step| starts(first, last, *step).count() <= MOST);
        let step = step.unwrap_or(Step::Year);
        happened.sort_by_key(|step| step.day);
        let mut happened = happened.into_iter().peekable();
        let (mut open, mut closed): (isize, isize) = (0, 0);
        let spans = starts(first, last, step).map(|(first, after)| {
            let (mut raised, mut closed_now) = (0, 0);
            while let Some(step) = happened.next_if(|step| step.day < after) {
                raised += step.raised;
                closed_now += step.closed;
            }
            (open, closed) = (open + raised - closed_now, closed + closed_now);
            let number = |count: isize| usize::try_from(count).unwrap_or_default();
            let (open_at_end, closed_by_end) = (number(open), number(closed));
            Span { first, raised: number(raised), closed: closed_now, open_at_end, closed_by_end }
        });
        (step, spans.collect())
    }

    /// Lists on which days a recommendation was raised, closed and opened again; what has no day is told of today.
    fn happened(&self, item: &Item, today: NaiveDate, happened: &mut Vec<Happened>) {
        let raised = item.followed.raised.unwrap_or(today).min(today);
        happened.push(Happened { day: raised, raised: 1, closed: 0 });
        let mut steps: Vec<Said> = self.steps_of(item.followed.id).collect();
        steps.sort_unstable();
        let mut was_closed = false;
        for (day, standing) in steps.into_iter().filter_map(|step| Some((step.date, step.standing?))) {
            if standing.is_closed() != was_closed {
                was_closed = !was_closed;
                let day = day.unwrap_or(raised).clamp(raised, today);
                happened.push(Happened { day, raised: 0, closed: if was_closed { 1 } else { -1 } });
            }
        }
    }
}

/// Lists the first day of each part of the time, and the first day after it.
fn starts(first: NaiveDate, last: NaiveDate, step: Step) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
    let months = match step {
        Step::Month => 1,
        Step::Quarter => 3,
        Step::Year => 12,
    };
    let month = first.month0() - first.month0() % months;
    let begins = first.with_day(1).and_then(|day| day.with_month0(month)).unwrap_or(first);
    let next = move |day: NaiveDate| day.checked_add_months(Months::new(months));
    let begin = std::iter::successors(Some(begins), move |day| next(*day)).take_while(move |day| *day <= last);
    begin.map(move |day| (day, next(day).unwrap_or(NaiveDate::MAX)))
}
