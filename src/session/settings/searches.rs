//! The searches that a person keeps under a name, in `searches.toml`: one line each.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::table::File;
use super::{SettingsError, SettingsMistake, Wanted};

/// A search under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSearch {
    /// Its name.
    pub name: String,
    /// What is typed for it.
    pub typed: String,
}

/// The searches that a person keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchFile {
    /// What it says, in the order of its lines.
    pub searches: Vec<SavedSearch>,
    /// What could not be read; the rest holds.
    pub mistakes: Vec<SettingsError>,
}

impl SearchFile {
    /// The file's name in the configuration folder.
    pub const NAME: &str = "searches.toml";

    /// Reads the file of a configuration folder, which need not exist.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        let path = folder.join(Self::NAME);
        match fs::read_to_string(&path) {
            Ok(text) => Self::parse(&path, &text),
            Err(error) if error.kind() == ErrorKind::NotFound => Self::default(),
            Err(error) => {
                let what = SettingsMistake::Unreadable(error.to_string());
                Self {
                    searches: Vec::new(),
                    mistakes: vec![SettingsError { path, line: 0, field: String::new(), what }],
                }
            }
        }
    }

    /// Reads the text of such a file.
    #[must_use]
    pub fn parse(path: &Path, text: &str) -> Self {
        let mut file = File::new(path, text);
        let table = file.what_reads();
        let unread: BTreeSet<usize> = file.mistakes.iter().map(|mistake| mistake.line).collect();
        let mut searches = Vec::new();
        for (name, value) in table {
            let line = file.line(&name.span());
            match value.get_ref().as_str() {
                // What stands on a line that is no TOML was guessed by its reader.
                _ if unread.contains(&line) => {}
                Some(typed) => {
                    searches.push((line, SavedSearch { name: name.get_ref().to_string(), typed: typed.to_owned() }));
                }
                None => file.mistake(&name.span(), name.get_ref(), SettingsMistake::Wanted(Wanted::Text)),
            }
        }
        searches.sort_by_key(|(line, _)| *line);
        let mut mistakes = file.mistakes;
        mistakes.sort_by_key(|mistake| mistake.line);
        mistakes.dedup_by_key(|mistake| mistake.line);
        Self { searches: searches.into_iter().map(|(_, search)| search).collect(), mistakes }
    }
}

/// Puts the line of a search into the text of the file, over the one of that name or behind everything else; without
/// something to type the line goes.
pub(in crate::session) fn with_search(text: &str, name: &str, typed: Option<&str>) -> String {
    // What JSON writes as a text is one for TOML too, on one line.
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let new = typed.map(|typed| format!("{} = {}", quoted(name), quoted(typed)));
    let is_its_own = |line: &str| toml::from_str::<toml::Table>(line).is_ok_and(|table| table.contains_key(name));
    let mut lines: Vec<&str> = text.lines().collect();
    match (lines.iter().position(|line| is_its_own(line)), &new) {
        (Some(at), Some(new)) => drop(lines.splice(at..=at, [new.as_str()])),
        (Some(at), None) => drop(lines.remove(at)),
        (None, Some(new)) => lines.push(new),
        (None, None) => {}
    }
    lines.into_iter().flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> SearchFile {
        SearchFile::parse(Path::new("searches.toml"), text)
    }

    #[test]
    fn a_search_is_one_line_and_the_rest_of_the_file_stays() {
        let text = "# của tôi\n\"Quá hạn\" = \"qua-han\" # hằng tuần\n";
        let more = with_search(text, "Thạch Khê", Some("don-vi:\"Thạch Khê\""));
        assert_eq!(more, format!("{text}\"Thạch Khê\" = \"don-vi:\\\"Thạch Khê\\\"\"\n"));
        assert_eq!(with_search(&more, "Thạch Khê", None), text);
        assert_eq!(with_search(text, "khác", None), text);
        assert_eq!(with_search(text, "Quá hạn", Some("overdue")), "# của tôi\n\"Quá hạn\" = \"overdue\"\n");
    }

    #[test]
    fn what_is_kept_is_read_again_whatever_its_signs() {
        let mut text = String::new();
        let searches = [("a", "b"), ("\"'", "\\ \"x y\" '"), ("é # [x] = 1", "loai:hc"), ("tên dài", "")];
        for (name, typed) in searches {
            text = with_search(&text, name, Some(typed));
        }
        let file = read(&text);
        assert_eq!(file.mistakes, []);
        let read: Vec<(&str, &str)> =
            file.searches.iter().map(|search| (search.name.as_str(), search.typed.as_str())).collect();
        assert_eq!(read, searches);
    }

    #[test]
    fn every_mistake_is_told_with_its_line_and_the_rest_holds() {
        let file = read("a = \"qua-han\"\nb = 3\nc = \nd = \"con-mo\"\n");
        let lines: Vec<usize> = file.mistakes.iter().map(|mistake| mistake.line).collect();
        assert_eq!(lines, [2, 3], "{:?}", file.mistakes);
        let names: Vec<&str> = file.searches.iter().map(|search| search.name.as_str()).collect();
        assert_eq!(names, ["a", "d"]);
    }
}
