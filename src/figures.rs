//! Vietnamese numbers, dates and times, in and out, by exact integer arithmetic; working days and deadlines.

mod calendar;
mod cap;
mod classes;
mod date;
mod deadline;
#[cfg(test)]
mod laws;
mod mismatch;
mod number;
mod percent;
mod posts;
mod print;
mod ranking;
mod read;
mod reading;
mod time;
mod tokens;

pub use calendar::{Calendar, Holiday};
pub use cap::{Cap, CapBase};
pub use date::{DateError, parse_date};
pub use deadline::{DayKind, Deadline, Extension, StartEvent};
pub use mismatch::{Mismatch, impossible, mismatches};
pub use number::Decimal;
pub use percent::Percent;
pub use posts::{PostsError, parse_posts, print_posts};
pub use print::{print_count, print_date, print_date_in_words, print_time};
pub use ranking::{CapCheck, Level, RankedObject, Ranking};
pub use read::read_figures;
pub use reading::{Amount, Classes, Count, Figure, FigureDoubt, Impossible, Nearness, Ratio, Reading, print_figure};
pub use time::{TimeError, parse_time};
