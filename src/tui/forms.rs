//! The forms: for each record its fields, and the actions that save what was typed.

pub mod answers;
pub mod attendee;
pub mod basis;
pub mod checklist;
pub mod closing;
pub mod delegation;
pub mod details;
pub mod diary;
pub mod export;
pub mod field;
pub mod filter;
pub mod follow;
pub mod import;
pub mod issue;
pub mod material;
pub mod member;
pub mod outside;
pub mod over;
pub mod reason;
pub mod unit;
pub mod verdict;
pub mod visit;
pub mod waiver;

use std::fmt::Debug;
use std::path::PathBuf;

use crate::i18n::Texts;
use crate::session::{Action, Error, Filter, ImportWhat, Over};

use answers::{Answers, Wrong};
use field::Field;

/// What a form is for: turns what was typed into actions.
pub trait Purpose: Debug + Send {
    /// Returns what to do, one after the other, when the form is saved.
    ///
    /// # Errors
    /// With the first field that is wrong.
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong>;

    /// Returns what comes next, of the form that saves nothing but asks for that.
    ///
    /// # Errors
    /// With the first field that is wrong.
    fn next(&self, _answers: &Answers<'_>) -> Result<Option<Next>, Wrong> {
        Ok(None)
    }

    /// Returns what could be done about an action that was refused.
    fn offer(&self, _error: &Error, _answers: &Answers<'_>) -> Option<Offer> {
        None
    }
}

/// What a person is asked after an action was refused, and what to do on yes.
#[derive(Debug)]
pub struct Offer {
    /// The question.
    pub question: String,
    /// What to do, one after the other.
    pub actions: Vec<Action>,
}

/// What a form that saves nothing leads to.
#[derive(Debug)]
pub enum Next {
    /// The register shows this.
    Filter(Filter),
    /// The figures are made of these visits.
    Over(Over),
    /// What importing this file would do is shown.
    Import(ImportWhat, PathBuf),
}

/// A form ready to be shown.
#[derive(Debug)]
pub struct FormSpec {
    /// Its title.
    pub title: String,
    /// Key of its unfinished contents, without `form:`.
    pub key: String,
    /// Its fields in order.
    pub fields: Vec<Field>,
    /// What saving does.
    pub purpose: Box<dyn Purpose>,
}

/// Names a field as the terms of the trade do.
fn label(name: &'static str, texts: &Texts) -> String {
    (texts.terms.field)(name).to_owned()
}
