//! Answers to questions, put together from the store's records.

mod checks;
mod delegation;
mod followed;
mod found;
mod home;
mod past;
mod visit;
