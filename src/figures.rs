//! Vietnamese numbers, dates and times, in and out, by exact integer arithmetic.

mod print;

pub use print::{print_count, print_date, print_date_in_words, print_time};
