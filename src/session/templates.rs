//! Templates of the minutes: those shipped, and the office's own in a folder beside its settings.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::{Error, Session};
use crate::domain::Delegation;
use crate::minutes::{Layout, Mistake, Template, What};
use crate::text::nfc;

/// What a template's file is called after its name.
const ENDING: &str = ".md.j2";

/// Where the office keeps its own templates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Templates {
    folder: Option<PathBuf>,
}

/// A template in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateRow {
    /// Its name.
    pub name: String,
    /// Its file; nothing for those shipped.
    pub path: Option<PathBuf>,
}

impl Templates {
    /// Name of the folder, in the configuration folder.
    pub const FOLDER: &'static str = "templates";

    /// The templates of a folder, which need not exist.
    #[must_use]
    pub fn of(folder: PathBuf) -> Self {
        Self { folder: Some(folder) }
    }

    /// Returns the folder of the office's own templates, when it is known.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Lists the templates shipped, then the office's own by name.
    ///
    /// # Errors
    /// When the folder is there and cannot be read.
    pub fn list(&self) -> Result<Vec<TemplateRow>, Error> {
        let shipped = Layout::ALL.map(|layout| TemplateRow { name: layout.name().to_owned(), path: None });
        let own = self.files()?.into_iter().map(|(name, path)| TemplateRow { name, path: Some(path) });
        Ok(shipped.into_iter().chain(own).collect())
    }

    /// Names the office's own templates.
    ///
    /// # Errors
    /// When the folder is there and cannot be read.
    pub fn own(&self) -> Result<Vec<String>, Error> {
        Ok(self.files()?.into_iter().map(|(name, _)| name).collect())
    }

    /// Reads a template by its name: the office's own, or one that is shipped.
    ///
    /// # Errors
    /// When there is none of this name, or its file cannot be read.
    pub fn template(&self, name: &str) -> Result<Template, Error> {
        if let Some((name, path)) = self.files()?.into_iter().find(|(own, _)| *own == nfc(name)) {
            return Ok(Template::Edited { name, text: text_of(&path)? });
        }
        let shipped = Layout::ALL.into_iter().find(|layout| layout.name() == name);
        shipped.map(Template::BuiltIn).ok_or_else(|| self.missing(name))
    }

    /// Finds every mistake of a template; `named` is a file, or the name of a template.
    ///
    /// # Errors
    /// When there is no such template, or its file cannot be read.
    pub fn check(&self, named: &str) -> Result<(PathBuf, Vec<Mistake>), Error> {
        let own = self.files()?.into_iter().find(|(own, _)| *own == nfc(named)).map(|(_, path)| path);
        let file = Some(PathBuf::from(named)).filter(|path| path.is_file());
        let Some(path) = own.or(file) else {
            let template = self.template(named)?;
            return Ok((PathBuf::from(template.name()), template.check()));
        };
        let mistakes = match text_of(&path) {
            Ok(text) => Template::Edited { name: named.to_owned(), text }.check(),
            Err(Error::Template { mistake, .. }) => vec![mistake],
            Err(error) => return Err(error),
        };
        Ok((path, mistakes))
    }

    /// Copies a template to be edited, under another name; never over a file that is there.
    ///
    /// # Errors
    /// When there is no such template, the new name is none or taken, or the file cannot be written.
    pub fn copy(&self, name: &str, new: &str) -> Result<PathBuf, Error> {
        let new = nfc(new.trim());
        let fits = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | ' ');
        if new.is_empty() || !new.chars().all(fits) || Layout::ALL.iter().any(|layout| layout.name() == new) {
            return Err(Error::TemplateName(new));
        }
        let template = self.template(name)?;
        let folder = self.folder().ok_or_else(|| self.missing(name))?;
        if let Some((_, path)) = self.files()?.into_iter().find(|(own, _)| *own == new) {
            return Err(Error::TemplateFile { path, source: ErrorKind::AlreadyExists.into() });
        }
        let path = folder.join(format!("{new}{ENDING}"));
        fs::create_dir_all(folder)
            .and_then(|()| write_new(&path, template.text()))
            .map_err(|source| Error::TemplateFile { path: path.clone(), source })?;
        Ok(path)
    }

    fn missing(&self, name: &str) -> Error {
        Error::NoTemplate { name: name.to_owned(), folder: self.folder.clone() }
    }

    /// Lists the files of the office's own templates with their names, which some systems store with letters taken apart.
    fn files(&self) -> Result<Vec<(String, PathBuf)>, Error> {
        let Some(folder) = &self.folder else { return Ok(Vec::new()) };
        let failed = |source| Error::TemplateFile { path: folder.clone(), source };
        let listed = match fs::read_dir(folder) {
            Ok(listed) => listed,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(failed(error)),
        };
        let mut files = Vec::new();
        for entry in listed {
            let path = entry.map_err(failed)?.path();
            let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(ENDING));
            if let Some(name) = name.filter(|name| !name.is_empty() && !name.starts_with('.')) {
                files.push((nfc(name), path));
            }
        }
        files.sort();
        Ok(files)
    }
}

impl Session {
    /// Returns the template of a delegation, or the built-in layout of its regime when that is wanted or nothing was chosen.
    pub(super) fn template_of(&self, delegation: &Delegation, built_in: bool) -> Result<Template, Error> {
        let name = delegation.template.trim();
        if built_in || name.is_empty() {
            return Ok(Template::BuiltIn(Layout::for_regime(delegation.regime)));
        }
        self.settings.templates.template(name)
    }

    /// Says what is wrong with a template, by its file where it has one.
    pub(super) fn template_error(&self, error: crate::minutes::Error) -> Error {
        let files = self.settings.templates.files().unwrap_or_default();
        let path = files.into_iter().find(|(name, _)| *name == error.template).map(|(_, path)| path);
        Error::Template { path: path.unwrap_or_else(|| PathBuf::from(&error.template)), mistake: error.mistake }
    }
}

fn text_of(path: &Path) -> Result<String, Error> {
    let bytes = fs::read(path).map_err(|source| Error::TemplateFile { path: path.to_owned(), source })?;
    String::from_utf8(bytes).map_err(|error| {
        let sound = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
        let line = sound.filter(|byte| **byte == b'\n').count() + 1;
        Error::Template { path: path.to_owned(), mistake: Mistake { line, column: 0, what: What::NotText } }
    })
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
