//! Use cases: everything a person does with the record, on one open store.
//!
//! Screens and command line both come here; neither sees the store. Draws nothing.

mod api;
mod error;

pub use api::{
    Action, DelegationRow, DelegationView, Direction, HistoryStep, HistoryView, HomeView, LegalBasesView, Outcome,
    PreviewView, Query, Row, TrashItem, TrashView, UnitRow, UnitsView, View, VisitRow, VisitView,
};
pub use error::Error;
