//! The form that asks where the minutes are to be written.

use std::io::ErrorKind;
use std::path::PathBuf;

use crate::domain::RecordId;
use crate::session::{Action, Error};

use super::super::state::Shared;
use super::answers::{Answers, Wrong};
use super::field::{Choice, Field, FieldKind};
use super::{FormSpec, Offer, Purpose};

#[derive(Debug)]
struct Export(RecordId);

/// Makes the form that exports the minutes of a visit. Where the delegation chose a template, the one shipped is offered too.
#[must_use]
pub fn of(visit: RecordId, template: &str, built_in: bool, shared: &Shared) -> FormSpec {
    let words = &shared.texts.screens;
    let mut fields = vec![Field::typed("folder", words.folder.to_owned(), FieldKind::Text, &shared.export_folder)];
    if !template.is_empty() {
        let say = &shared.texts.templates;
        let choice = |code: bool, label: &str| Choice { code: code.to_string(), label: label.to_owned() };
        let choices = vec![choice(false, template), choice(true, say.print_built_in)];
        fields.push(Field::choice("built_in", say.print_by.to_owned(), choices, &built_in.to_string()));
    }
    FormSpec {
        title: words.export_title.to_owned(),
        key: format!("export:{visit}"),
        fields,
        purpose: Box::new(Export(visit)),
    }
}

impl Purpose for Export {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let folder = PathBuf::from(answers.needed("folder")?);
        Ok(vec![Action::Export { visit: self.0, folder, built_in: answers.flag("built_in") }])
    }

    fn offer(&self, error: &Error, answers: &Answers<'_>) -> Option<Offer> {
        let Error::Export { path, source } = error else { return None };
        let mut actions = vec![Action::MakeFolder(path.clone())];
        actions.extend(self.actions(answers).ok()?);
        let question = (answers.texts().screens.make_folder)(&path.display().to_string());
        (source.kind() == ErrorKind::NotFound).then_some(Offer { question, actions })
    }
}
