//! Vietnamese numbers, dates and times, in and out, by exact integer arithmetic.

mod date;
mod print;
mod time;

pub use date::{DateError, parse_date};
pub use print::{print_count, print_date, print_date_in_words, print_time};
pub use time::{TimeError, parse_time};
