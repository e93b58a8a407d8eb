//! What a person chose in the interface and finds again the next time: lines of `config.toml`, searches in `searches.toml`.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::settings::searches::with_search;
use super::{Error, SearchFile, Session};

/// Where a person's choices are kept; nowhere when the platform has no place for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    file: Option<PathBuf>,
}

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// One of several words.
    Word(&'static str),
    /// On or off.
    Flag(bool),
}

impl Choices {
    /// Name of the file in the configuration folder.
    pub const FILE: &str = "config.toml";

    /// The choices of a configuration folder, which need not exist.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        Self { file: Some(folder.join(Self::FILE)) }
    }

    /// Writes a choice down; everything else in the file stays as it is, comments too.
    ///
    /// # Errors
    /// With the file and the cause.
    pub fn keep(&self, name: &str, chosen: Chosen) -> Result<(), Error> {
        let Some(path) = &self.file else { return Ok(()) };
        written(path, |text| with(text, name, chosen)).map_err(|source| Error::NotKept { path: path.clone(), source })
    }

    /// Writes a search down under a name, or drops the one of that name; everything else in the file stays as it is.
    ///
    /// # Errors
    /// With the file and the cause.
    pub fn keep_search(&self, name: &str, typed: Option<&str>) -> Result<(), Error> {
        let Some(path) = self.file.as_ref().map(|_| self.search_file()) else { return Ok(()) };
        written(&path, |text| with_search(text, name, typed)).map_err(|source| Error::NotKept { path, source })
    }
}

impl Choices {
    /// The file of the searches.
    pub(super) fn search_file(&self) -> PathBuf {
        self.file.as_deref().unwrap_or(Path::new(Self::FILE)).with_file_name(SearchFile::NAME)
    }

    /// Reads the file of the searches as it is; nothing when there is none.
    pub(super) fn search_text(&self) -> Result<Option<String>, Error> {
        let Some(path) = self.file.as_ref().map(|_| self.search_file()) else { return Ok(None) };
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(source) => Err(Error::NotKept { path, source }),
        }
    }

    /// Does away with the file of the searches: they are kept elsewhere now.
    pub(super) fn drop_searches(&self) -> Result<(), Error> {
        let path = self.search_file();
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(Error::NotKept { path, source: error }),
            _ => Ok(()),
        }
    }
}

/// Writes a file with a change of its text.
fn written(path: &Path, change: impl Fn(&str) -> String) -> io::Result<()> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    let changed = change(&text);
    // A file that is no TOML, or that a line cannot simply be put into, is left alone.
    toml::from_str::<toml::Table>(&changed).map_err(|error| io::Error::new(ErrorKind::InvalidData, error.message()))?;
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    // Through a link the file that is meant is replaced, not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut file = tempfile::NamedTempFile::new_in(target.parent().unwrap_or(folder))?;
    file.write_all(changed.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(&target).map(drop).map_err(|failed| failed.error)
}

/// Puts the line of a choice into the text of the file: over the one that is there, or before everything else.
fn with(text: &str, name: &str, chosen: Chosen) -> String {
    let value = match chosen {
        Chosen::Word(word) => format!("\"{word}\""),
        Chosen::Flag(flag) => flag.to_string(),
    };
    let line = format!("{name} = {value}");
    let is_its_own = |line: &str| line.split_once('=').is_some_and(|(before, _)| before.trim() == name);
    let lines: Vec<&str> = text.lines().collect();
    let top = lines.iter().position(|line| line.trim_start().starts_with('[')).unwrap_or(lines.len());
    let Some((at, old)) = lines.iter().copied().enumerate().take(top).find(|(_, line)| is_its_own(line)) else {
        return format!("{line}\n{text}");
    };
    // A comment behind the value stays; the values themselves hold no such sign.
    let comment = old.split_once('#').map(|(_, comment)| format!(" #{comment}")).unwrap_or_default();
    let new = format!("{line}{comment}");
    let lines = lines.into_iter().enumerate().map(|(place, line)| if place == at { &new } else { line });
    lines.flat_map(|line| [line, "\n"]).collect()
}

impl Session {
    /// Writes down what a person chose in the interface.
    pub(super) fn keep_choice(&self, name: &str, chosen: Chosen) -> Result<(), Error> {
        self.settings.choices.keep(name, chosen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_one_line_and_the_rest_of_the_file_stays() {
        let dark = Chosen::Word("dark");
        assert_eq!(with("", "theme", dark), "theme = \"dark\"\n");
        let before = "# Của tôi\nlanguage = \"vi\"\ntheme=\"light\" # buổi trưa\n\n[khac]\ntheme = 1\n";
        let after = "# Của tôi\nlanguage = \"vi\"\ntheme = \"dark\" # buổi trưa\n\n[khac]\ntheme = 1\n";
        assert_eq!(with(before, "theme", dark), after);
        assert_eq!(with("[khac]\nascii = 1\n", "ascii", Chosen::Flag(true)), "ascii = true\n[khac]\nascii = 1\n");
    }

    #[test]
    fn a_choice_is_kept_in_a_file_made_for_it_and_a_file_that_is_no_toml_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let choices = Choices::of(&folder.path().join("bienban"));
        choices.keep("theme", Chosen::Word("dark")).unwrap();
        choices.keep("ascii", Chosen::Flag(true)).unwrap();
        let path = folder.path().join("bienban/config.toml");
        assert_eq!(fs::read_to_string(&path).unwrap(), "ascii = true\ntheme = \"dark\"\n");
        fs::write(&path, "language = \n").unwrap();
        assert!(matches!(choices.keep("theme", Chosen::Word("dark")), Err(Error::NotKept { .. })));
        assert_eq!(fs::read_to_string(&path).unwrap(), "language = \n");
        assert!(Choices::default().keep("theme", Chosen::Word("dark")).is_ok());
    }
}
