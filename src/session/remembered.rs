//! What this installation remembers of how its person works; no record, and nothing is lost with it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::typing::Choice;

/// What is remembered from one run to the next.
#[derive(Clone, Debug, Default)]
pub struct Remembered {
    /// The file; nothing is remembered without one.
    path: Option<PathBuf>,
    /// How Vietnamese is typed.
    pub typing: Choice,
}

impl Remembered {
    /// The file's name in the configuration folder.
    pub const NAME: &str = "remembered.toml";

    /// Reads the file of a configuration folder; what it does not say is as in the beginning.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        let path = folder.join(Self::NAME);
        let text = fs::read_to_string(&path).unwrap_or_default();
        let table: toml::Table = toml::from_str(&text).unwrap_or_default();
        let typing = table.get("typing").and_then(toml::Value::as_str).and_then(Choice::from_code).unwrap_or_default();
        Self { path: Some(path), typing }
    }

    /// Remembers how Vietnamese is typed.
    ///
    /// # Errors
    /// When the file cannot be written; it is as before then.
    pub fn keep_typing(&mut self, typing: Choice) -> io::Result<()> {
        self.typing = typing;
        let Some(path) = &self.path else { return Ok(()) };
        let folder = path.parent().unwrap_or(path);
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        writeln!(file, "# Written by the program.\ntyping = \"{}\"", typing.code())?;
        file.persist(path)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_is_known_the_next_time() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("new");
        let mut remembered = Remembered::read(&below);
        assert_eq!(remembered.typing, Choice::Telex);
        for choice in Choice::ALL {
            remembered.keep_typing(choice).unwrap();
            assert_eq!(Remembered::read(&below).typing, choice);
        }
        fs::write(below.join(Remembered::NAME), "typing = 1").unwrap();
        assert_eq!(Remembered::read(&below).typing, Choice::Telex);
    }
}
