//! What an office settles for itself: holidays, deadlines, the cap on the top level of a ranking.
//!
//! Two files in the configuration folder; where one is missing, the one shipped with the program holds.

mod keys;
pub(in crate::session) mod searches;
mod table;

use std::collections::HashSet;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use toml::de::DeValue;

use super::{Choices, Keep, Templates};
pub use keys::{KeyFile, KeyLine};
pub use searches::{SavedSearch, SearchFile};
pub use table::{SettingsError, SettingsMistake, Wanted};

use crate::figures::{Calendar, Cap, CapBase, DayKind, Deadline, Extension, Holiday, Percent, StartEvent};
use table::{File, Table, date, number, text};

/// What an office settles for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Working days.
    pub calendar: Calendar,
    /// Deadlines, in the order of the file.
    pub deadlines: Vec<Deadline>,
    /// How many may stand at the top level of a ranking.
    pub cap: Cap,
    /// Where the office keeps its own templates of the minutes.
    pub templates: Templates,
    /// Where a person's choices are kept.
    pub choices: Choices,
    /// How many automatic backups are kept, and where.
    pub keep: Keep,
}

impl Default for Settings {
    fn default() -> Self {
        let holidays = (Path::new(HOLIDAYS.name), HOLIDAYS.text);
        let rules = (Path::new(RULES.name), RULES.text);
        let (settings, _) = Self::parse(holidays, rules);
        settings
    }
}

/// A settings file as shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettingsFile {
    /// Its name in the configuration folder.
    pub name: &'static str,
    /// What it holds.
    pub text: &'static str,
}

const HOLIDAYS: SettingsFile = SettingsFile { name: "holidays.toml", text: include_str!("settings/holidays.toml") };
const RULES: SettingsFile = SettingsFile { name: "rules.toml", text: include_str!("settings/rules.toml") };

impl Settings {
    /// The files as shipped.
    pub const SHIPPED: [SettingsFile; 2] = [HOLIDAYS, RULES];

    /// Reads the files of a configuration folder; what is missing there holds as shipped.
    ///
    /// # Errors
    /// With every mistake found in them.
    pub fn read(folder: &Path) -> Result<Self, Vec<SettingsError>> {
        let [holidays, rules] = Self::SHIPPED.map(|file| own_or_shipped(folder, file));
        let (mut unreadable, mut texts) = (Vec::new(), Vec::new());
        for read in [holidays, rules] {
            match read {
                Ok(text) => texts.push(text),
                Err(error) => unreadable.push(error),
            }
        }
        let [(holidays_path, holidays), (rules_path, rules)] = texts.as_slice() else { return Err(unreadable) };
        let (settings, mistakes) = Self::parse((holidays_path, holidays), (rules_path, rules));
        let templates = Templates::of(folder.join(Templates::FOLDER));
        let settings = Self { templates, choices: Choices::of(folder), ..settings };
        if mistakes.is_empty() { Ok(settings) } else { Err(mistakes) }
    }

    /// Writes the shipped files into a folder to be edited, never over a file that is there; says which were written.
    ///
    /// # Errors
    /// With the path that could not be written.
    pub fn copy_shipped(folder: &Path) -> Result<Vec<(PathBuf, bool)>, (PathBuf, io::Error)> {
        fs::create_dir_all(folder).map_err(|error| (folder.to_owned(), error))?;
        let copy = |file: SettingsFile| {
            let path = folder.join(file.name);
            match write_new(&path, file.text) {
                Ok(()) => Ok((path, true)),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok((path, false)),
                Err(error) => Err((path, error)),
            }
        };
        Self::SHIPPED.into_iter().map(copy).collect()
    }

    /// Finds a deadline by its code.
    #[must_use]
    pub fn deadline(&self, code: &str) -> Option<&Deadline> {
        self.deadlines.iter().find(|deadline| deadline.code == code)
    }

    /// Finds the last day on which papers still reach a meeting in time; nothing when the office has no such deadline.
    #[must_use]
    pub fn papers_due(&self, meeting: NaiveDate) -> Option<NaiveDate> {
        self.deadline(Deadline::PAPERS)?.last_day(meeting, &self.calendar)
    }

    fn parse(holidays: (&Path, &str), rules: (&Path, &str)) -> (Self, Vec<SettingsError>) {
        let (calendar, mut mistakes) = parse_holidays(holidays.0, holidays.1);
        let (deadlines, cap, more) = parse_rules(rules.0, rules.1);
        mistakes.extend(more);
        let (templates, choices, keep) = (Templates::default(), Choices::default(), Keep::default());
        (Self { calendar, deadlines, cap, templates, choices, keep }, mistakes)
    }
}

fn own_or_shipped(folder: &Path, file: SettingsFile) -> Result<(PathBuf, String), SettingsError> {
    let path = folder.join(file.name);
    match fs::read_to_string(&path) {
        Ok(text) => Ok((path, text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok((path, file.text.to_owned())),
        Err(error) => {
            let what = SettingsMistake::Unreadable(error.to_string());
            Err(SettingsError { path, line: 0, field: String::new(), what })
        }
    }
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn parse_holidays(path: &Path, text: &str) -> (Calendar, Vec<SettingsError>) {
    let mut file = File::new(path, text);
    let Some(mut root) = file.root() else { return (Calendar::default(), file.mistakes) };
    let worked = root.optional("worked", Wanted::List, &mut file, |value| {
        value.as_array()?.iter().map(|value| date(value.get_ref())).collect::<Option<Vec<NaiveDate>>>()
    });
    let tables = root.tables("holiday", &mut file);
    let holidays: Vec<Holiday> = tables.into_iter().filter_map(|table| holiday(table, &mut file)).collect();
    root.finish(&mut file);
    (Calendar::new(holidays, worked.unwrap_or_default()), file.mistakes)
}

fn holiday(mut table: Table<'_>, file: &mut File<'_>) -> Option<Holiday> {
    let name = table.required("name", Wanted::Text, file, text);
    let first = table.required("first", Wanted::Date, file, date);
    let last = table.optional("last", Wanted::Date, file, date).or(first);
    let checked = flag(&mut table, file);
    let place = table.place();
    table.finish(file);
    let (name, first, last) = (name?, first?, last?);
    if last < first {
        file.mistake(&place, "last", SettingsMistake::Reversed);
    }
    Some(Holiday { name, first, last, checked })
}

fn parse_rules(path: &Path, text: &str) -> (Vec<Deadline>, Cap, Vec<SettingsError>) {
    let mut file = File::new(path, text);
    let Some(mut root) = file.root() else { return (Vec::new(), Cap::default(), file.mistakes) };
    let cap = root.table("cap", &mut file).and_then(|table| cap(table, &mut file)).unwrap_or_default();
    let tables = root.tables("deadline", &mut file);
    let mut codes = HashSet::new();
    let mut deadlines = Vec::new();
    for table in tables {
        let place = table.place();
        let Some(deadline) = deadline(table, &mut file) else { continue };
        if !codes.insert(deadline.code.clone()) {
            file.mistake(&place, "code", SettingsMistake::Twice);
        }
        deadlines.push(deadline);
    }
    root.finish(&mut file);
    (deadlines, cap, file.mistakes)
}

fn cap(mut table: Table<'_>, file: &mut File<'_>) -> Option<Cap> {
    let percent = table.required("percent", Wanted::Percent, file, percent);
    let bases = [CapBase::Good, CapBase::GoodOrBetter, CapBase::All];
    let base = table.word("of", &["good", "good_or_better", "all"], &bases, file);
    table.finish(file);
    Some(Cap { percent: percent?, base: base? })
}

fn deadline(mut table: Table<'_>, file: &mut File<'_>) -> Option<Deadline> {
    let code = table.required("code", Wanted::Text, file, text);
    let name = table.required("name", Wanted::Text, file, text);
    let days = table.required("days", Wanted::Days, file, number);
    let kind = table.word("count", &["calendar", "working"], &[DayKind::Calendar, DayKind::Working], file);
    let event = table.word("from", &["before_meeting", "decision", "announcement"], &StartEvent::ALL, file);
    let extension = table.optional("extension", Wanted::Extension, file, extension);
    let checked = flag(&mut table, file);
    table.finish(file);
    Some(Deadline { code: code?, name: name?, days: days?, kind: kind?, event: event?, extension, checked })
}

fn flag(table: &mut Table<'_>, file: &mut File<'_>) -> bool {
    table.optional("checked", Wanted::Flag, file, DeValue::as_bool).unwrap_or_default()
}

fn extension(value: &DeValue<'_>) -> Option<Extension> {
    if let Some(days) = number(value) {
        return Some(Extension::Days(days));
    }
    let parts = value.as_str()?.trim().strip_prefix("1/")?.parse().ok()?;
    (parts > 0).then_some(Extension::Part(parts))
}

/// Reads 20 or 12.5 without going through a fraction that only nearly is what was typed.
fn percent(value: &DeValue<'_>) -> Option<Percent> {
    if let Some(whole) = number(value) {
        return Some(Percent::whole(whole));
    }
    let (whole, fraction) = value.as_float()?.as_str().split_once('.')?;
    let hundredths = match fraction.len() {
        1 => fraction.parse::<u64>().ok()? * 10,
        2 => fraction.parse().ok()?,
        _ => return None,
    };
    Some(Percent::hundredths(u64::from(whole.parse::<u32>().ok()?) * 100 + hundredths))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes(holidays: &str, rules: &str) -> Vec<(String, usize, String, SettingsMistake)> {
        let (_, found) = Settings::parse((Path::new("h"), holidays), (Path::new("r"), rules));
        let said = |error: SettingsError| (error.path.display().to_string(), error.line, error.field, error.what);
        found.into_iter().map(said).collect()
    }

    #[test]
    fn what_is_shipped_reads_without_a_mistake_and_waits_to_be_checked() {
        assert_eq!(mistakes(HOLIDAYS.text, RULES.text), []);
        let settings = Settings::default();
        assert_eq!(settings.cap, Cap::default());
        assert_eq!(settings.deadlines.len(), 5);
        assert!(settings.deadlines.iter().all(|deadline| !deadline.checked));
        assert!(settings.calendar.holidays().iter().all(|holiday| !holiday.checked));
        for year in 2025..=2027 {
            assert!(settings.calendar.knows_year(year), "{year}");
        }
        let off = ["2025-04-07", "2026-02-17", "2026-04-27", "2026-09-02", "2027-02-08", "2027-04-16"];
        assert!(off.iter().all(|day| !settings.calendar.is_working_day(day.parse().unwrap())));
        assert_eq!(settings.papers_due("2026-03-19".parse().unwrap()), "2026-03-13".parse().ok());
    }

    #[test]
    fn an_office_writes_its_own() {
        let holidays =
            "worked = [2026-08-22]\n[[holiday]]\nname = \"Quốc khánh\"\nfirst = 2026-08-31\nlast = \"2/9/2026\"\n";
        let rules = "[cap]\npercent = 12.5\nof = \"all\"\n[[deadline]]\ncode = \"papers\"\nname = \"Gửi\"\ndays = 5\n\
            count = \"calendar\"\nfrom = \"before_meeting\"\nextension = \"1/2\"\nchecked = true\n";
        let (settings, mistakes) = Settings::parse((Path::new("h"), holidays), (Path::new("r"), rules));
        assert_eq!(mistakes, []);
        assert_eq!(settings.cap, Cap { percent: Percent::hundredths(1_250), base: CapBase::All });
        assert_eq!(settings.papers_due("2026-03-19".parse().unwrap()), "2026-03-13".parse().ok());
        assert_eq!(settings.deadlines[0].extension, Some(Extension::Part(2)));
        assert!(settings.calendar.is_working_day("2026-08-22".parse().unwrap()));
        assert!(!settings.calendar.is_working_day("2026-09-01".parse().unwrap()));
    }

    #[test]
    fn every_mistake_is_told_with_its_line_and_field() {
        let holidays = "wroked = []\n[[holiday]]\nname = \"Tết\"\nfirst = 2026-02-31\n";
        assert_eq!(mistakes(holidays, "").first().map(|found| found.1), Some(4), "no such day is no TOML");
        let holidays = "wroked = []\n\n[[holiday]]\nfirst = \"31/2/2026\"\n\n[[holiday]]\nname = \" \"\nfirst = 2026-01-02\nlast = 2026-01-01\n";
        let rules = "[cap]\npercent = 12.555\nof = \"best\"\n\n[[deadline]]\ncode = \"a\"\nname = \"A\"\ndays = -3\n\
            count = \"working\"\nfrom = \"decision\"\nextension = \"1/0\"\n";
        let words: &'static [&'static str] = &["good", "good_or_better", "all"];
        let expected: [(&str, usize, &str, SettingsMistake); 8] = [
            ("h", 3, "name", SettingsMistake::Missing),
            ("h", 4, "first", SettingsMistake::Wanted(Wanted::Date)),
            ("h", 7, "name", SettingsMistake::Wanted(Wanted::Text)),
            ("h", 1, "wroked", SettingsMistake::UnknownField),
            ("r", 2, "percent", SettingsMistake::Wanted(Wanted::Percent)),
            ("r", 3, "of", SettingsMistake::Wanted(Wanted::Word(words))),
            ("r", 8, "days", SettingsMistake::Wanted(Wanted::Days)),
            ("r", 11, "extension", SettingsMistake::Wanted(Wanted::Extension)),
        ];
        let expected = expected.map(|(path, line, field, what)| (path.to_owned(), line, field.to_owned(), what));
        assert_eq!(mistakes(holidays, rules), expected);
        assert!(matches!(mistakes("x = ", "").as_slice(), [(_, 1, _, SettingsMistake::Syntax(_))]));
    }

    #[test]
    fn a_holiday_must_not_end_before_it_begins_and_a_code_is_given_once() {
        let holidays = "[[holiday]]\nname = \"Tết\"\nfirst = 2026-01-02\nlast = 2026-01-01\n";
        let rule = "[[deadline]]\ncode = \"a\"\nname = \"A\"\ndays = 3\ncount = \"working\"\nfrom = \"decision\"\n";
        let found = mistakes(holidays, &format!("{rule}{rule}"));
        assert_eq!(found[0], ("h".into(), 1, "last".into(), SettingsMistake::Reversed));
        assert_eq!(found[1], ("r".into(), 7, "code".into(), SettingsMistake::Twice));
    }

    #[test]
    fn own_files_hold_and_are_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let templates = Templates::of(folder.path().join(Templates::FOLDER));
        assert_eq!(
            Settings::read(folder.path()),
            Ok(Settings { templates, choices: Choices::of(folder.path()), ..Settings::default() })
        );
        fs::write(folder.path().join("holidays.toml"), "worked = []\n").unwrap();
        let copied = Settings::copy_shipped(folder.path()).unwrap();
        assert_eq!(copied.iter().map(|(_, written)| *written).collect::<Vec<_>>(), [false, true]);
        let settings = Settings::read(folder.path()).unwrap();
        assert!(settings.calendar.holidays().is_empty());
        assert_eq!(settings.deadlines, Settings::default().deadlines);
        fs::remove_file(folder.path().join("holidays.toml")).unwrap();
        fs::create_dir(folder.path().join("holidays.toml")).unwrap();
        let unreadable = Settings::read(folder.path()).unwrap_err();
        assert!(matches!(unreadable[0].what, SettingsMistake::Unreadable(_)), "{unreadable:?}");
    }
}
