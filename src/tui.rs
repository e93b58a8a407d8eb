//! The terminal interface.
//!
//! ```text
//!  Huyện ủy Thạch Khê, 19/3/2026 · ● Đang diễn ra          bienban   draw (title bar)
//!  Từ 8:05 (đã 35 phút) · Hội trường Huyện ủy · Chủ trì: …           screens::visit::head
//!  Đoàn kiểm tra 4/4 · Đơn vị 3/4 · vắng: Bùi Văn Ích
//!  ────────────────────────────────────────────────────────────────
//!   9:26 Hạn chế       7K2QX  tự phê bình và phê bình còn nể nang    screens::visit::entries
//!   9:48 NN chủ quan   9M4TB  kiểm tra chưa thường xuyên  ↳
//!  ── Dòng ghi ────────────────────────────────────────────────────
//!  › >> kiểm điểm trách nhiệm @"Ban Thường vụ" <30/4 ^               screens::visit::line, widgets::editor
//!  Đề nghị, yêu cầu của Đoàn · hạn 30/4/2026 · ↳ …                   screens::visit::hints
//!  · Đã lưu.                                                         draw (status line)
//!  Enter Ghi  Esc Quay lại  F1 Trợ giúp                              draw (hints), from command
//!
//!   keys, paste, resize, signals, storage ─► events ─► update ─► effects ─► events::perform
//!                                                        │
//!                                                        └─► state ─► draw ─► terminal
//! ```
//!
//! `update` changes the state and says what is to be done; it does no I/O and reads no clock. `draw` is a function of the
//! state. Dialogs are screens on the stack. Nothing here names the database, files, or the time of day.

pub mod canvas;
pub mod command;
mod curtain;
pub mod draw;
pub mod effect;
mod events;
pub mod forms;
pub mod glass;
mod hearing;
mod hidden;
pub mod input;
pub mod keymap;
pub mod keys;
mod mouse;
pub mod reference;
pub mod screen;
pub mod screens;

mod shift;
pub mod state;
pub mod terminal;
pub mod testing;
pub mod theme;
mod tour;
mod turns;
mod typing;
pub mod update;
pub mod widgets;

pub use events::{Error, Options, run};
pub use hidden::ask_hidden;
