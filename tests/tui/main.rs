//! The interface by its keys, on a real store, through the production path from key to frame.
//!
//! Read a test as: given what stands on the screen, these keys, then this.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod careful;
mod chain;
mod checklist;
mod checks;
mod completing;
mod editing;
mod first_run;
mod follow_up;
mod hiding;
mod home;
mod import;
mod input_methods;
mod keys_page;
mod mouse;
mod moving_rows;
mod own_keys;
mod palette;
mod parting;
mod past;
mod pasting;
mod pictures;
mod preparation;
mod progress;
mod reading;
mod recorded_input;
#[path = "../recordings/mod.rs"]
mod recordings;
mod recovery;
mod redacted;
mod remarking;
mod scenario;
mod sealing;
mod searching;
mod sizes;
mod small_things;
mod snapshots;
mod stage;
mod statistics;
mod svg;
mod telex;
mod telling;
mod themes;
mod tour;
mod typing;
mod whole_example;
mod wrong_input;
