//! A visit on paper: its records become an [`Outline`] (plain data), and the outline becomes Markdown by a template.
//!
//! Pure: whoever calls brings the records and writes the file. Minutes record, they do not conclude; what nobody wrote down
//! prints as dots to be filled by hand, never as a guess.

mod attendance;
mod engine;
mod escape;
mod example;
mod facts;
mod file_name;
mod front_matter;
mod manifest;
mod mark;
mod marks;
mod materials;
mod mistakes;
mod outline;
mod people;
mod phrases;
mod reading;
mod redact;
mod sections;
mod source;
mod template;
mod words;

pub use engine::SIZE_LIMIT;
pub use escape::{inline, lines, norm};
pub use example::{empty, full};
pub use file_name::file_stem;
pub use manifest::{EXPORT, MANIFEST, MINUTES, SIGNATURE, manifest};
pub use mark::{SealMark, are_minutes, body_of, codes_in};
pub use mistakes::{Mistake, What};
pub use outline::{Attendance, Closing, Head, Item, Origin, Outline, Part, Signature, Summary, Table, Title, outline};
pub use reading::ReadItem;
pub use redact::Redacted;
pub use source::{Answered, Held, Source};
pub use template::{Error, Layout, Template};
pub use words::Words;
