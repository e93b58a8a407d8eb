//! The form that asks where the minutes are to be written.

use std::path::PathBuf;

use crate::domain::RecordId;
use crate::session::Action;

use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind};
use super::{FormSpec, Purpose};

#[derive(Debug)]
struct Export(RecordId);

/// Makes the form that exports the minutes of a visit.
#[must_use]
pub fn of(visit: RecordId, shared: &Shared) -> FormSpec {
    let words = &shared.texts.screens;
    FormSpec {
        title: words.export_title.to_owned(),
        key: format!("export:{visit}"),
        fields: vec![Field::typed("folder", words.folder.to_owned(), FieldKind::Text, &shared.export_folder)],
        purpose: Box::new(Export(visit)),
    }
}

impl Purpose for Export {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let folder = PathBuf::from(answers.needed("folder")?);
        Ok(vec![Action::Export { visit: self.0, folder }])
    }
}
