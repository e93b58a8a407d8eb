//! One typed line of the record ↔ a draft entry. `docs/capture.md` describes the grammar to people.
//!
//! A mark at the start of the line gives the kind, marks inside give people, time, due date, criteria, severity and
//! links; everything else is text. What looks like a mark but is not understood stays text, with a [`Notice`]. No visible
//! character is ever lost: it is in the text of the draft, or part of a mark that was understood, or the one backslash
//! that made a mark ordinary text.
//!
//! Works on the line as given, with exact byte ranges: whoever calls it brings the line into [NFC](crate::text::nfc)
//! first. Reads no clock and no store, and prints no sentence.

mod citation;
mod complete;
mod draft;
mod format;
mod inside;
mod marks;
mod offers;
mod parse;
mod person;
mod phrases;

#[cfg(test)]
mod citation_tests;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod tables;

pub use citation::citations;
pub use complete::{Completion, Offer, OfferKind, complete};
pub use draft::{Context, Doubt, Draft, Link, Notice, Parsed, Span, SpanRole};
pub use format::format;
pub use marks::{Mark, mark_of, marks};
pub use offers::Offers;
pub use parse::parse;
pub use person::{PersonMatch, resolve_person, unquoted_name};
pub use phrases::{Phrase, Sought, propose};
