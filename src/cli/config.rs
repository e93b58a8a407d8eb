//! The user's settings and the platform's own places for settings and data.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::Failure;
use crate::i18n::Language;
use crate::session::{Choices, Keep, KeyFile, SearchFile, Settings};
use crate::tui::theme::{Colours, Theme};
use crate::typing::{Choice, Placement, Switch};

/// Settings from `config.toml`; all optional.
#[derive(Debug, Default)]
pub(super) struct Config {
    pub(super) language: Option<Language>,
    pub(super) data_dir: Option<PathBuf>,
    pub(super) colours: Option<Colours>,
    pub(super) ascii: bool,
    pub(super) mouse: bool,
    pub(super) typing: Choice,
    pub(super) tone_placement: Placement,
    pub(super) lock_after: Option<u32>,
    pub(super) keep: Keep,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    language: Option<Code>,
    data_dir: Option<PathBuf>,
    #[serde(default, deserialize_with = "colours")]
    theme: Option<Colours>,
    #[serde(default)]
    ascii: bool,
    #[serde(default)]
    mouse: bool,
    #[serde(default, deserialize_with = "typing")]
    typing: Choice,
    #[serde(default)]
    tone_placement: TonePlacement,
    lock_after: Option<u32>,
    #[serde(default)]
    backup: Backup,
}

/// What a person settled for the automatic backups.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Backup {
    folder: Option<PathBuf>,
    keep: Option<usize>,
    megabytes: Option<u64>,
}

impl Backup {
    fn keep(self, path: &Path) -> Keep {
        let shipped = Keep::default();
        Keep {
            folder: self.folder.map(|folder| absolute(&folder, path)),
            most: self.keep.unwrap_or(shipped.most),
            bytes: self.megabytes.map_or(shipped.bytes, |megabytes| megabytes.saturating_mul(1 << 20)),
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum TonePlacement {
    #[default]
    Old,
    New,
}

fn typing<'de, D: Deserializer<'de>>(value: D) -> Result<Choice, D::Error> {
    let name = String::deserialize(value)?;
    let names = || Choice::ALL.map(Choice::code).join(", ");
    Choice::from_code(&name).ok_or_else(|| D::Error::custom(format!("typing: {}", names())))
}

fn colours<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Colours>, D::Error> {
    let name = String::deserialize(value)?;
    let names = || Colours::ALL.map(|(name, _)| name).join(", ");
    Colours::named(&name).map(Some).ok_or_else(|| D::Error::custom(format!("theme: {}", names())))
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Code {
    Vi,
    En,
}

impl Config {
    /// Reads the file in the platform's own place; none means no settings.
    pub(super) fn load() -> Result<Self, Failure> {
        match folder() {
            Some(folder) => Self::read(&folder.join(Choices::FILE)),
            None => Ok(Self::default()),
        }
    }

    fn read(path: &Path) -> Result<Self, Failure> {
        let bad = |what: String| Failure::Config { path: path.to_owned(), what };
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(bad(error.to_string())),
        };
        let file: File = toml::from_str(&text).map_err(|error| bad(error.to_string()))?;
        let language = file.language.map(|code| match code {
            Code::Vi => Language::Vietnamese,
            Code::En => Language::English,
        });
        let data_dir = file.data_dir.map(|folder| absolute(&folder, path));
        let tone_placement = match file.tone_placement {
            TonePlacement::Old => Placement::Old,
            TonePlacement::New => Placement::New,
        };
        let (colours, ascii, mouse, typing) = (file.theme, file.ascii, file.mouse, file.typing);
        let lock_after = file.lock_after;
        let keep = file.backup.keep(path);
        Ok(Self { language, data_dir, colours, ascii, mouse, typing, tone_placement, lock_after, keep })
    }

    /// How Vietnamese is typed.
    pub(super) fn typing(&self) -> Switch {
        Switch::new(self.typing, self.tone_placement)
    }

    /// How the interface looks; colours that the person chose stand above `NO_COLOR`.
    pub(super) fn theme(&self) -> Theme {
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let otherwise = if unwanted { Colours::None } else { Colours::default() };
        Theme { colours: self.colours.unwrap_or(otherwise), ascii: self.ascii }
    }
}

/// Resolves a folder named in the config file: `~` is the home folder, and a relative path starts beside the file, so that
/// the data does not move with the folder the program is started in.
fn absolute(folder: &Path, config: &Path) -> PathBuf {
    let home = directories::BaseDirs::new().map(|base| base.home_dir().to_owned());
    match (folder.strip_prefix("~"), home, config.parent()) {
        (Ok(rest), Some(home), _) => home.join(rest),
        (_, _, Some(beside)) => beside.join(folder),
        _ => folder.to_owned(),
    }
}

/// The platform's own place for application data; `name` is "data", or "demo" for the separate demonstration store.
pub(super) fn default_folder(name: &str) -> Result<PathBuf, Failure> {
    project().map(|project| project.data_dir().join(name)).ok_or(Failure::NoHome)
}

/// The folder of the user's settings, when the platform has one.
pub(super) fn folder() -> Option<PathBuf> {
    project().map(|project| project.config_dir().to_owned())
}

/// Reads what the office settled for itself; as shipped where it wrote nothing.
pub(super) fn settings() -> Result<Settings, Failure> {
    folder().map_or_else(|| Ok(Settings::default()), |folder| Settings::read(&folder).map_err(Failure::Settings))
}

/// Reads the keys that the person wrote; none where there is no file.
pub(super) fn keys() -> KeyFile {
    folder().map(|folder| KeyFile::read(&folder)).unwrap_or_default()
}

/// Reads the searches that the person keeps; none where there is no file.
pub(super) fn searches() -> SearchFile {
    folder().map(|folder| SearchFile::read(&folder)).unwrap_or_default()
}

fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "bienban")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_and_mistakes_are_told_with_their_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        assert!(Config::read(&path).unwrap().language.is_none());

        fs::write(&path, "language = \"en\"\ndata_dir = \"d\"\n").unwrap();
        let config = Config::read(&path).unwrap();
        assert_eq!((config.language, config.data_dir), (Some(Language::English), Some(folder.path().join("d"))));

        fs::write(&path, "data_dir = \"~/x\"\n").unwrap();
        let from_home = Config::read(&path).unwrap().data_dir.unwrap();
        assert!(from_home.is_absolute() && from_home.ends_with("x") && !from_home.starts_with(folder.path()));

        fs::write(&path, "typing = \"vni\"\ntone_placement = \"new\"\n").unwrap();
        let config = Config::read(&path).unwrap();
        assert_eq!((config.typing, config.tone_placement), (Choice::Vni, Placement::New));
        fs::write(&path, "\ntyping = \"viqr\"\n").unwrap();
        let Err(Failure::Config { what, .. }) = Config::read(&path) else { panic!("a mistake was taken") };
        assert!(what.contains("line 2") && what.contains("off, telex, vni"), "{what}");

        assert_eq!(config.keep, Keep::default());
        fs::write(&path, "[backup]\nfolder = \"../b\"\nkeep = 3\nmegabytes = 20\n").unwrap();
        let keep = Keep { folder: Some(folder.path().join("../b")), most: 3, bytes: 20 << 20 };
        assert_eq!(Config::read(&path).unwrap().keep, keep);

        fs::write(&path, "theme = \"high-contrast\"\nascii = true\nmouse = true\n").unwrap();
        let config = Config::read(&path).unwrap();
        assert!(config.mouse);
        assert_eq!(config.theme(), Theme { colours: Colours::HighContrast, ascii: true });
        fs::write(&path, "\ntheme = \"pink\"\n").unwrap();
        let Err(Failure::Config { what, .. }) = Config::read(&path) else { panic!("a mistake was taken") };
        assert!(what.contains("line 2") && what.contains("light, dark"), "{what}");

        fs::write(&path, "language = \"en\"\nlangauge = \"vi\"\n").unwrap();
        let Err(Failure::Config { what, .. }) = Config::read(&path) else { panic!("a mistake was taken") };
        assert!(what.contains("line 2") && what.contains("langauge"), "{what}");
    }
}
