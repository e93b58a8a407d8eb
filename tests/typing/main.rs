//! The built-in Vietnamese typing, key by key, against words spelled without it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

mod hand;
mod laws;
mod tables;
mod words;
