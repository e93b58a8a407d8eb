//! Answers to questions, put together from the store's records.

mod checks;
mod delegation;
mod followed;
mod found;
mod home;
mod now;
mod past;
mod statistics;
mod timeline;
mod visit;
