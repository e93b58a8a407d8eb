//! What can be asked about everything that is followed.

use chrono::NaiveDate;

use super::super::ledger::Rows;
use super::Row;
use crate::domain::{
    CarriedItem, Entry, FollowUp, FollowedItem, ItemKind, OutsideItem, Proposal, RecordId, Recurrence, Standing,
    Unreadable, Verdict,
};

/// What a visit finds waiting: the items carried over to it, and which of its faults come back.
#[derive(Clone, Debug, PartialEq)]
pub struct CarriedView {
    /// The visit.
    pub visit: RecordId,
    /// The items, oldest first.
    pub items: Vec<CarriedItem>,
    /// Items of which people wrote several verdicts at this visit without seeing each other; giving it again settles it.
    pub contested: Vec<RecordId>,
    /// Faults of this visit whose criterion was found at the unit before, each with the criterion found most often.
    pub recurring: Vec<(RecordId, Recurrence)>,
    /// What this visit raised itself, as it stands today.
    pub raised: Vec<FollowedItem>,
    /// Followed records that this version cannot read.
    pub unreadable: Vec<Unreadable>,
}

/// Which stage of the items is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Only what is open.
    #[default]
    Open,
    /// Only what is overdue.
    Overdue,
    /// Only what is closed.
    Closed,
    /// Everything.
    All,
}

impl Stage {
    /// Every stage, in the order screens offer them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Overdue, Self::Closed, Self::All];
}

/// Which followed items are wanted; an empty field asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Raised at this unit or one below it.
    pub unit: Option<RecordId>,
    /// Leaves out the units below it.
    pub alone: bool,
    /// Raised by this delegation or one that is part of it.
    pub delegation: Option<RecordId>,
    /// Words in the names of those who must act.
    pub doer: String,
    /// Due on this day or later.
    pub due_from: Option<NaiveDate>,
    /// Due on this day or earlier.
    pub due_to: Option<NaiveDate>,
    /// Open, overdue, closed or all.
    pub stage: Stage,
    /// Of one of these kinds; none asks for all but models, which are followed only as a register of their own.
    pub kinds: Vec<ItemKind>,
    /// Standing at one of these.
    pub standings: Vec<Standing>,
    /// The user's own class, in any case and with or without accents.
    pub class: String,
    /// Words in the item's text, doers, source or class.
    pub text: String,
}

/// Everything that is followed and wanted, by due date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegisterView {
    /// The items: those with a due date first, by that date, then by the day they were raised.
    pub rows: Rows,
    /// Numbers over all that the filter asks for, whatever its stage and standings.
    pub counts: Counts,
    /// Every class that is in use, to choose from.
    pub classes: Vec<String>,
    /// Followed records that this version cannot read.
    pub unreadable: Vec<Unreadable>,
}

/// What the register of models says of a good practice beside its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// Its name, without quotes.
    pub name: String,
    /// Its field (lĩnh vực).
    pub topic: String,
    /// What it brought about.
    pub result: String,
    /// What the delegation proposes.
    pub proposal: Option<Proposal>,
}

/// How many items there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open ones.
    pub open: usize,
    /// Of the open ones, those past their date.
    pub overdue: usize,
    /// Closed ones.
    pub closed: usize,
    /// Commitments among all of them.
    pub commitments: usize,
    /// Commitments of which somebody said what came of them.
    pub commitments_with_result: usize,
}

impl Counts {
    /// How many items there are in all.
    #[must_use]
    pub fn total(&self) -> usize {
        self.open + self.closed
    }
}

/// Everything about one followed item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemView {
    /// The item as it stands today.
    pub item: FollowedItem,
    /// Name of its unit, or empty.
    pub unit: String,
    /// The record itself, in its original words.
    pub original: Original,
    /// Whether its due date is past and it is open.
    pub overdue: bool,
    /// To how many visits it was carried, those before it was entered here included.
    pub times: u32,
    /// Where it may go from here.
    pub moves: &'static [Standing],
    /// What was said and done about it, oldest first.
    pub log: Vec<LogStep>,
    /// Followed records that this version cannot read.
    pub unreadable: Vec<Unreadable>,
}

/// The record that an item is.
#[derive(Clone, Debug, PartialEq)]
pub enum Original {
    /// An entry of a visit.
    Entry(Box<Row<Entry>>),
    /// Something from outside.
    Outside(Box<Row<OutsideItem>>),
}

/// One thing said or done about an item.
#[derive(Clone, Debug, PartialEq)]
pub enum LogStep {
    /// A dated act.
    FollowUp(Row<FollowUp>),
    /// What a visit found.
    Verdict {
        /// The verdict.
        verdict: Row<Verdict>,
        /// Day of the visit.
        date: Option<NaiveDate>,
        /// The delegation, as minutes name it.
        source: String,
    },
}
