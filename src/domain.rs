//! What an inspection is made of, and the rules of the trade that hold for it.
//!
//! Records, the changes that make them, and the fold from one to the other. No clock, no disk, no screen.

mod chain;
mod change;
mod checklist;
mod course;
mod delegation;
mod edit;
mod entry;
mod finding;
mod follow_up;
mod ids;
mod joining;
mod people;
mod preparation;
mod record;
mod register;
mod seal;
mod shown;
mod unit;
mod visit;

pub use chain::ChainPart;
pub use change::{Address, Change, Logged, Stamp, Write};
pub use checklist::{Answer, Checklist, Criterion, code_key};
pub use course::{Course, Step};
pub use delegation::{Citation, Delegation, DelegationKind, LegalBasis, Numbering, Regime};
pub use edit::Edit;
pub use entry::{Entry, EntryKind, Severity};
pub use finding::{Bearer, Extent, Position, Proposal, Provenance};
pub use follow_up::{
    CarriedItem, FollowAct, FollowUp, FollowedItem, ItemKind, OutsideItem, Recurrence, Standing, Verdict, VerdictLevel,
};
pub use ids::{ChangeHash, PersonId, RecordId, ScopeId, StreamId};
pub use people::{Attendee, Member, Post, Presence, Role, Side};
pub use preparation::{Arrival, DiaryEntry, Material, PromptedIssue, Waiver};
pub use record::{Kind, Record, RecordState, Removal, Unreadable, reference_fields};
pub use register::{Register, Version};
pub use seal::{Seal, SealedTexts};
pub use shown::{Shown, ShownField};
pub use unit::Unit;
pub use visit::{Secrecy, Visit, VisitStatus, VisitTimeError};
