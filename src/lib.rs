//! Minutes of inspection delegations (biên bản), kept offline and never lost.
//!
//! ```text
//!   tui ──┐ ◄─ typing       keys, paste, resize, hangup come in here
//!         ├──► session ──► store      journal (append-only truth) + sled (what screens read)
//!   cli ──┘        │          │
//!                  ▼          ▼
//!   tables · capture · checks · search · figures · minutes · signing ──► domain ──► text
//! ```
//!
//! Every arrow points down; `tests/architecture.rs` fails on one that does not.

pub mod capture;
pub mod checks;
pub mod cli;
pub mod clock;
pub mod demo;
pub mod domain;
pub mod figures;
pub mod i18n;
pub mod minutes;
pub mod search;
pub mod session;
pub mod signing;
pub mod store;
pub mod tables;
pub mod text;
pub mod tui;
pub mod typing;
