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
    let columns = match what {
        ImportWhat::Checklist => words.checklist_columns,
        ImportWhat::Outside(_) => words.outside_columns,
        ImportWhat::Units => words.units_columns,
        ImportWhat::People(_) => words.people_columns,
    };
    let file = Field::typed("file", words.path.to_owned(), FieldKind::Text, &shared.import_path).hinted(columns);
    FormSpec {
        title: title(what, shared).to_owned(),
        key: key(what),
        fields: vec![file],
        purpose: Box::new(Import(what)),
    }
}

/// Keeps what is typed for one kind of import apart from that for another.
fn key(what: ImportWhat) -> String {
    match what {
        ImportWhat::Checklist => "import:checklist".to_owned(),
        ImportWhat::Units => "import:units".to_owned(),
        ImportWhat::Outside(_) => "import:outside".to_owned(),
        ImportWhat::People(delegation) => format!("import:{delegation}"),
    }
}

/// Says what is being imported.
#[must_use]
pub fn title(what: ImportWhat, shared: &Shared) -> &'static str {
    let words = &shared.texts.imports;
    match what {
        ImportWhat::Checklist => words.checklist_title,
        ImportWhat::Units => words.units_title,
        ImportWhat::Outside(_) => words.outside_title,
        ImportWhat::People(_) => words.people_title,
    }
}

impl Purpose for Import {
    fn actions(&self, _answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        Ok(Vec::new())
    }

    fn next(&self, answers: &Answers<'_>) -> Result<Option<Next>, Wrong> {
        Ok(Some(Next::Import(self.0, PathBuf::from(answers.needed("file")?))))
    }
}
