//! The one place that knows how text is made of code points, graphemes and terminal cells.
//!
//! Everything that comes in passes [`nfc`] once; everything that is drawn is measured, cut and wrapped here. Pure: no
//! terminal, no screen, and no knowledge of what the text is about.

mod accents;
mod alike;
mod compare;
mod corpus;
mod find;
mod form;
mod measure;
mod order;
mod wrap;

pub use alike::nearest;
pub use compare::{Fate, Words, compare};
pub use corpus::{Corpus, Hit};
pub use find::{Needle, pieces, unquoted};
pub use form::{fold, nfc};
pub use measure::{column, graphemes, pad, plain_width, truncate, width};
pub use order::{SortKey, sort_key};
pub use wrap::wrap;
