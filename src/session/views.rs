//! Answers to questions, put together from the store's records.

mod checks;
mod delegation;
mod home;
mod past;
mod visit;
