//! Answers to questions, put together from the store's records.

mod checks;
mod delegation;
mod followed;
mod home;
mod past;
mod visit;
