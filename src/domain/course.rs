//! The course of a followed item: what is said of it day by day, and what that adds up to.

use chrono::NaiveDate;

use super::{EntryKind, FollowUp, ItemKind, RecordId, Standing};

/// One thing said of an item, by a follow-up or by the verdict of a visit. Steps sort by day, then by the time they were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// On which day; one without a day comes first, because nobody knows what it follows.
    pub date: Option<NaiveDate>,
    /// The follow-up or verdict.
    pub id: RecordId,
    /// Where the item stands from here on, when the step says so.
    pub standing: Option<Standing>,
    /// By when it is due from here on, when the step says so.
    pub due: Option<NaiveDate>,
}

impl Step {
    /// Takes what a follow-up says.
    #[must_use]
    pub fn of_follow_up(id: RecordId, said: &FollowUp) -> Self {
        Self { date: said.date, id, standing: said.standing, due: said.due }
    }
}

/// Where an item stands and by when it is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// Where it stands.
    pub standing: Standing,
    /// By when it is due.
    pub due: Option<NaiveDate>,
}

impl Course {
    /// Where an item begins.
    #[must_use]
    pub fn begun(kind: ItemKind, due: Option<NaiveDate>) -> Self {
        let standing = match kind {
            ItemKind::Entry(kind) => Standing::of_new(kind),
            ItemKind::DeepReview | ItemKind::Outside => Standing::of_new(EntryKind::default()),
        };
        Self { standing, due }
    }

    /// Where the item is after some steps, given in any order: the newest that says something decides.
    #[must_use]
    pub fn after(mut self, steps: impl IntoIterator<Item = Step>) -> Self {
        let mut steps: Vec<Step> = steps.into_iter().collect();
        steps.sort_unstable();
        for step in steps {
            self.standing = step.standing.unwrap_or(self.standing);
            self.due = step.due.or(self.due);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn step(day: u32, number: u128, standing: Option<Standing>, due: Option<u32>) -> Step {
        let date = |day| NaiveDate::from_ymd_opt(2026, 3, day);
        Step { date: date(day), id: RecordId(Uuid::from_u128(number)), standing, due: due.and_then(date) }
    }

    #[test]
    fn an_item_begins_where_its_kind_says() {
        for (kind, standing) in [
            (ItemKind::Entry(EntryKind::RecommendationUp), Standing::Noted),
            (ItemKind::Entry(EntryKind::RecommendationDown), Standing::New),
            (ItemKind::Entry(EntryKind::Shortcoming), Standing::New),
            (ItemKind::DeepReview, Standing::New),
            (ItemKind::Outside, Standing::New),
        ] {
            assert_eq!(Course::begun(kind, None).standing, standing, "{kind:?}");
        }
    }

    #[test]
    fn the_newest_day_decides_and_on_one_day_what_was_made_last() {
        use Standing::{Assigned, Done, InProgress, NotDone};
        let begun = Course::begun(ItemKind::Outside, None);
        for (steps, standing, due) in [
            (vec![], Standing::New, None),
            (vec![step(1, 1, Some(Assigned), Some(9))], Assigned, Some(9)),
            // What says nothing of the standing or the date leaves them.
            (vec![step(1, 1, Some(Assigned), Some(9)), step(2, 2, None, None)], Assigned, Some(9)),
            // A day that was entered late still counts as that day.
            (vec![step(5, 1, Some(Done), None), step(3, 2, Some(InProgress), Some(7))], Done, Some(7)),
            (vec![step(5, 2, Some(NotDone), None), step(5, 1, Some(Done), None)], NotDone, None),
        ] {
            let course = begun.after(steps.clone());
            let due = due.and_then(|day| NaiveDate::from_ymd_opt(2026, 3, day));
            assert_eq!(course, Course { standing, due }, "{steps:?}");
            assert_eq!(begun.after(steps.into_iter().rev()), course, "the order of arrival does not matter");
        }
    }
}
