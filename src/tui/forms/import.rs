//! The form that asks which file to import.

use std::path::PathBuf;

use crate::session::{Action, ImportWhat};

use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Field, FieldKind};
use super::{FormSpec, Next, Purpose};

#[derive(Debug)]
struct Import(ImportWhat);

/// Makes the form that names the file to import.
#[must_use]
pub fn of(what: ImportWhat, shared: &Shared) -> FormSpec {
    let words = &shared.texts.imports;
    FormSpec {
        title: title(what, shared).to_owned(),
        key: "import".to_owned(),
        fields: vec![Field::typed("file", words.path.to_owned(), FieldKind::Text, &shared.import_path)],
        purpose: Box::new(Import(what)),
    }
}

/// Says what is being imported.
#[must_use]
pub fn title(what: ImportWhat, shared: &Shared) -> &'static str {
    let words = &shared.texts.imports;
    match what {
        ImportWhat::Checklist => words.checklist_title,
        ImportWhat::Units => words.units_title,
        ImportWhat::People(_) => words.people_title,
    }
}

impl Purpose for Import {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        answers.needed("file").map(|_| Vec::new())
    }

    fn next(&self, answers: &Answers<'_>) -> Option<Next> {
        Some(Next::Import(self.0, PathBuf::from(answers.text("file"))))
    }
}
