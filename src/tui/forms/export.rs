//! The forms that ask where minutes or a table are to be written.

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
    let mut fields = vec![folder(shared)];
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

#[derive(Debug)]
struct ExportRedacted(RecordId);

/// Makes the form that exports a copy of the minutes without names.
#[must_use]
pub fn of_redacted(visit: RecordId, shared: &Shared) -> FormSpec {
    FormSpec {
        title: shared.texts.templates.export_redacted.to_owned(),
        key: format!("export-redacted:{visit}"),
        fields: vec![folder(shared)],
        purpose: Box::new(ExportRedacted(visit)),
    }
}

fn folder(shared: &Shared) -> Field {
    Field::typed("folder", shared.texts.screens.folder.to_owned(), FieldKind::Text, &shared.export_folder)
}

impl Purpose for ExportRedacted {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let folder = PathBuf::from(answers.needed("folder")?);
        Ok(vec![Action::ExportRedacted { visit: self.0, folder }])
    }

    fn offer(&self, error: &Error, answers: &Answers<'_>) -> Option<Offer> {
        offer_folder(error, self.actions(answers).ok()?, answers)
    }
}

#[derive(Debug)]
struct ExportTable {
    name: String,
    rows: Vec<Vec<String>>,
}

/// Makes the form that writes a table as a file.
#[must_use]
pub fn of_table(name: String, rows: Vec<Vec<String>>, shared: &Shared) -> FormSpec {
    FormSpec {
        title: shared.texts.statistics.export_title.to_owned(),
        key: "export:table".to_owned(),
        fields: vec![folder(shared)],
        purpose: Box::new(ExportTable { name, rows }),
    }
}

#[derive(Debug)]
struct BackUp;

/// Makes the form that backs everything up.
#[must_use]
pub fn of_everything(shared: &Shared) -> FormSpec {
    let words = &shared.texts.screens;
    FormSpec {
        title: shared.texts.backup.title.to_owned(),
        key: "back-up".to_owned(),
        fields: vec![Field::typed("folder", words.folder.to_owned(), FieldKind::Text, &shared.export_folder)],
        purpose: Box::new(BackUp),
    }
}

impl Purpose for BackUp {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        Ok(vec![Action::BackUp(PathBuf::from(answers.needed("folder")?))])
    }

    fn offer(&self, error: &Error, answers: &Answers<'_>) -> Option<Offer> {
        offer_folder(error, self.actions(answers).ok()?, answers)
    }
}

impl Purpose for ExportTable {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let folder = PathBuf::from(answers.needed("folder")?);
        Ok(vec![Action::ExportTable { folder, name: self.name.clone(), rows: self.rows.clone() }])
    }

    fn offer(&self, error: &Error, answers: &Answers<'_>) -> Option<Offer> {
        offer_folder(error, self.actions(answers).ok()?, answers)
    }
}

/// Offers to make the folder that is not there, and to export then.
fn offer_folder(error: &Error, export: Vec<Action>, answers: &Answers<'_>) -> Option<Offer> {
    let Error::Export { path, source } = error else { return None };
    let actions = std::iter::once(Action::MakeFolder(path.clone())).chain(export).collect();
    let question = (answers.texts().screens.make_folder)(&path.display().to_string());
    (source.kind() == ErrorKind::NotFound).then_some(Offer { question, actions })
}

impl Purpose for Export {
    fn actions(&self, answers: &Answers<'_>) -> Result<Vec<Action>, Wrong> {
        let folder = PathBuf::from(answers.needed("folder")?);
        Ok(vec![Action::Export { visit: self.0, folder, built_in: answers.flag("built_in") }])
    }

    fn offer(&self, error: &Error, answers: &Answers<'_>) -> Option<Offer> {
        offer_folder(error, self.actions(answers).ok()?, answers)
    }
}
