//! What a person wrote in `keys.toml`, line by line; which commands and keys there are is known to the interface alone.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeString, DeValue};

use super::table::File;
use super::{SettingsError, SettingsMistake, Wanted};

/// A person's own keys as written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyFile {
    /// The file, where it exists.
    pub path: PathBuf,
    /// What it says, in the order of its lines.
    pub lines: Vec<KeyLine>,
    /// What could not be read; the rest holds.
    pub mistakes: Vec<SettingsError>,
}

/// One command and the keys it is to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyLine {
    /// The line, counted from 1.
    pub line: usize,
    /// The screen that is meant; none for every screen that has the command.
    pub screen: Option<String>,
    /// The command.
    pub command: String,
    /// Its keys.
    pub keys: Vec<String>,
}

impl KeyFile {
    /// The file's name in the configuration folder.
    pub const NAME: &str = "keys.toml";

    /// Reads the file of a configuration folder; without one the keys are those shipped.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        let path = folder.join(Self::NAME);
        match fs::read_to_string(&path) {
            Ok(text) => Self::parse(path, &text),
            Err(error) if error.kind() == ErrorKind::NotFound => Self { path, ..Self::default() },
            Err(error) => {
                let what = SettingsMistake::Unreadable(error.to_string());
                let mistake = SettingsError { path: path.clone(), line: 0, field: String::new(), what };
                Self { path, lines: Vec::new(), mistakes: vec![mistake] }
            }
        }
    }

    /// Reads the text of such a file.
    #[must_use]
    pub fn parse(path: PathBuf, text: &str) -> Self {
        let mut file = File::new(&path, text);
        let table = file.what_reads();
        let unread: BTreeSet<usize> = file.mistakes.iter().map(|mistake| mistake.line).collect();
        let mut lines = Vec::new();
        for (name, value) in table {
            match value.get_ref() {
                DeValue::Table(commands) => {
                    let screen = Some(name.get_ref().as_ref());
                    lines.extend(commands.iter().filter_map(|(name, value)| line(screen, name, value, &mut file)));
                }
                _ => lines.extend(line(None, &name, &value, &mut file)),
            }
        }
        let mut mistakes = file.mistakes;
        // What stands on a line that is no TOML was guessed by its reader.
        lines.retain(|line| !unread.contains(&line.line));
        mistakes.retain(|found| matches!(found.what, SettingsMistake::Syntax(_)) || !unread.contains(&found.line));
        lines.sort_by_key(|line| line.line);
        mistakes.sort_by_key(|mistake| mistake.line);
        // Behind the first thing on a line that is no TOML the reader only guesses.
        mistakes.dedup_by(|later, first| later.line == first.line && matches!(first.what, SettingsMistake::Syntax(_)));
        Self { path, lines, mistakes }
    }
}

fn line(
    screen: Option<&str>,
    command: &Spanned<DeString<'_>>,
    value: &Spanned<DeValue<'_>>,
    file: &mut File<'_>,
) -> Option<KeyLine> {
    let keys = match value.get_ref() {
        DeValue::String(key) => Some(vec![key.trim().to_owned()]),
        DeValue::Array(keys) => keys.iter().map(|key| Some(key.get_ref().as_str()?.trim().to_owned())).collect(),
        _ => None,
    };
    let (line, name) = (file.line(&command.span()), command.get_ref().to_string());
    match keys {
        Some(keys) => Some(KeyLine { line, screen: screen.map(str::to_owned), command: name, keys }),
        None => {
            file.mistake(&command.span(), &name, SettingsMistake::Wanted(Wanted::Keys));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<(usize, String, SettingsMistake)>) {
        let file = KeyFile::parse(PathBuf::from("k"), text);
        let shown = |line: KeyLine| {
            format!("{} {} {} = {}", line.line, line.screen.unwrap_or_default(), line.command, line.keys.join(" "))
        };
        let mistakes = file.mistakes.into_iter().map(|found| (found.line, found.field, found.what));
        (file.lines.into_iter().map(shown).collect(), mistakes.collect())
    }

    #[test]
    fn one_key_several_or_none_everywhere_or_on_one_screen() {
        let text = "undo = \"z\"\n\n[register]\nsort = []\nmark = [\"Space\", \" m \"]\n";
        let expected = ["1  undo = z", "4 register sort = ", "5 register mark = Space m"];
        assert_eq!(read(text), (expected.map(str::to_owned).to_vec(), vec![]));
    }

    #[test]
    fn what_is_wrong_is_told_all_at_once_and_the_rest_holds() {
        let text = "undo = 3\nredo = \nhelp = \"F2\"\n[home]\nnew = [\"a\", 1]\nnew = \"b\"\nopen = \"o\"\n";
        let (lines, mistakes) = read(text);
        assert_eq!(lines.first().map(String::as_str), Some("3  help = F2"));
        assert_eq!(lines.last().map(String::as_str), Some("7 home open = o"));
        let told: Vec<usize> = mistakes.iter().map(|(line, ..)| *line).collect();
        assert_eq!(told, [1, 2, 5, 6], "{mistakes:?}");
        let (_, mistakes) = read("\nredo = \n");
        assert!(matches!(mistakes.as_slice(), [(2, _, SettingsMistake::Syntax(_))]), "{mistakes:?}");
    }

    #[test]
    fn a_file_that_is_not_there_says_nothing_and_one_that_cannot_be_read_says_so() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(KeyFile::read(folder.path()).mistakes, []);
        fs::create_dir(folder.path().join(KeyFile::NAME)).unwrap();
        let file = KeyFile::read(folder.path());
        assert!(matches!(file.mistakes[0].what, SettingsMistake::Unreadable(_)), "{file:?}");
    }
}
