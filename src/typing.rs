//! Vietnamese by Telex and VNI: keys in, what to take back and what to put in out.
//!
//! ```text
//!   key ──► Typist ──► compose ──► vi (letters and marks)
//!             │           ├──► syllable      what can be Vietnamese at all
//!             │           ├──► abbreviation  HĐND, QĐi
//!             │           └──► foreign       office, test
//!             └──► encode   a word on the screen ──► the keys that type it
//! ```
//!
//! Works as an input method outside the program does: a key takes back some letters before the caret and puts others in
//! their place. Pure: it knows a word and the keys that typed it, no screen and no file. The engine underneath sees only
//! lower-case ASCII of words that still can become Vietnamese, so that nothing typed can upset it; whatever is not
//! Vietnamese stays as it was typed.

mod abbreviation;
mod compose;
mod encode;
mod foreign;
mod letter;
mod switch;
mod syllable;
mod typist;

pub use switch::{Choice, Switch};
pub use typist::{Change, Typist};

/// Which keys make which marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Method {
    /// Marks are letters: `tieengs`.
    #[default]
    Telex,
    /// Marks are digits: `tie61ng`.
    Vni,
}

/// Where the tone stands in oa, oe, uy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Placement {
    /// hóa, thủy.
    #[default]
    Old,
    /// hoá, thuỷ.
    New,
}

/// How keys become letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Style {
    /// Which keys make which marks.
    pub method: Method,
    /// Where the tone stands.
    pub placement: Placement,
}
