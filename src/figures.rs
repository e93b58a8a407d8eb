//! Vietnamese numbers, dates and times, in and out, by exact integer arithmetic; working days and deadlines.

mod calendar;
mod cap;
mod date;
mod deadline;
mod percent;
mod posts;
mod print;
mod time;

pub use calendar::{Calendar, Holiday};
pub use cap::{Cap, CapBase};
pub use date::{DateError, parse_date};
pub use deadline::{DayKind, Deadline, Extension, StartEvent};
pub use percent::Percent;
pub use posts::{PostsError, parse_posts, print_posts};
pub use print::{print_count, print_date, print_date_in_words, print_time};
pub use time::{TimeError, parse_time};
