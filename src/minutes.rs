//! A visit on paper: its records become an [`Outline`] (plain data), and the outline becomes Markdown by a template.
//!
//! Pure: whoever calls brings the records and writes the file. Minutes record, they do not conclude; what nobody wrote down
//! prints as dots to be filled by hand, never as a guess.

mod attendance;
mod escape;
mod facts;
mod file_name;
mod front_matter;
mod materials;
mod outline;
mod people;
mod phrases;
mod sections;
mod source;
mod template;
mod words;

pub use escape::{inline, lines, norm};
pub use file_name::file_stem;
pub use outline::{Attendance, Closing, Head, Item, Origin, Outline, Part, Signature, Summary, Table, Title, outline};
pub use source::{Answered, Held, Source};
pub use template::{Error, Layout, SIZE_LIMIT, render, render_with};
pub use words::Words;
