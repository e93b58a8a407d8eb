//! What an inspection is made of, and the rules of the trade that hold for it.
//!
//! Records, the changes that make them, and the fold from one to the other. No clock, no disk, no screen.

mod change;
mod delegation;
mod edit;
mod entry;
mod ids;
mod people;
mod record;
mod register;
mod unit;
mod visit;

pub use change::{Address, Change, Logged, Stamp, Write};
pub use delegation::{Citation, Delegation, DelegationKind, LegalBasis, Regime};
pub use edit::Edit;
pub use entry::{Entry, EntryKind, Severity};
pub use ids::{ChangeHash, PersonId, RecordId, ScopeId, StreamId};
pub use people::{Attendee, Member, Post, Presence, Role, Side};
pub use record::{Kind, Record, RecordState, Removal, Unreadable, reference_fields};
pub use register::{Register, Version};
pub use unit::Unit;
pub use visit::{Secrecy, Visit, VisitStatus, VisitTimeError};
