//! Vietnamese numbers, dates and times, in and out, by exact integer arithmetic.

mod date;
mod posts;
mod print;
mod time;

pub use date::{DateError, parse_date};
pub use posts::{PostsError, parse_posts, print_posts};
pub use print::{print_count, print_date, print_date_in_words, print_time};
pub use time::{TimeError, parse_time};
