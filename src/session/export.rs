//! Minutes and tables as files: complete or not there at all, and never over another file.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Error, Outcome, PreviewView, Session};
use crate::domain::RecordId;

/// How many names are tried before giving up: `name.md`, `name-2.md` …
const NAMES: u32 = 1_000;

impl Session {
    pub(super) fn export(&self, visit: RecordId, folder: &Path, built_in: bool) -> Result<Outcome, Error> {
        match self.in_force(visit)? {
            Some(sealed) => self.export_sealed(&sealed, folder),
            None => write_minutes(folder, &self.preview(visit, built_in)?).map(Outcome::Exported),
        }
    }

    pub(super) fn export_redacted(&self, visit: RecordId, folder: &Path) -> Result<PathBuf, Error> {
        write_minutes(folder, &self.redacted(visit)?)
    }
}

fn write_minutes(folder: &Path, minutes: &PreviewView) -> Result<PathBuf, Error> {
    write_new(folder, &minutes.file_name, minutes.markdown.as_bytes())
        .map_err(|source| Error::Export { path: folder.to_owned(), source })
}

/// Writes a table as a file for spreadsheets.
pub(super) fn table(folder: &Path, name: &str, rows: &[Vec<String>]) -> Result<Outcome, Error> {
    let written = write_new(folder, name, &crate::tables::csv(rows));
    written.map(Outcome::Exported).map_err(|source| Error::Export { path: folder.to_owned(), source })
}

/// Makes a folder, and those above it; one that is there stays as it is.
pub(super) fn make_folder(folder: &Path) -> Result<Outcome, Error> {
    fs::create_dir_all(at_home(folder)).map_err(|source| Error::Export { path: folder.to_owned(), source })?;
    Ok(Outcome::Unchanged)
}

/// Writes a new file into `folder`, under `name` or the first free `name-2`, `name-3` …; readable by its owner alone.
fn write_new(folder: &Path, name: &str, content: &[u8]) -> io::Result<PathBuf> {
    let folder = fs::canonicalize(at_home(folder))?;
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "md"));
    let mut file = tempfile::Builder::new().prefix(".bienban-").tempfile_in(&folder)?;
    file.write_all(content)?;
    // Errors of the last write may be reported only here, and a rename must not arrive on disk before the text.
    file.as_file().sync_all()?;
    for number in 1..=NAMES {
        let name = if number == 1 { format!("{stem}.{extension}") } else { format!("{stem}-{number}.{extension}") };
        let path = folder.join(name);
        match file.persist_noclobber(&path) {
            Ok(_) => {
                sync_folder(&folder)?;
                return Ok(path);
            }
            Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => file = refused.file,
            Err(refused) => return Err(refused.error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Files of one name, each with what it ends in.
pub(super) type Together = Vec<(&'static str, Vec<u8>)>;

/// Writes new files that belong together under one name, or the first `name-2`, `name-3` … that is free for all of them;
/// returns the first.
pub(super) fn write_together(
    folder: &Path,
    stem: &str,
    files: &mut dyn FnMut(&str) -> io::Result<Together>,
) -> io::Result<PathBuf> {
    let folder = fs::canonicalize(at_home(folder))?;
    for number in 1..=NAMES {
        let stem = if number == 1 { stem.to_owned() } else { format!("{stem}-{number}") };
        let files = files(&stem)?;
        let path = |extension: &str| folder.join(format!("{stem}.{extension}"));
        if files.iter().any(|(extension, _)| path(extension).exists()) {
            continue;
        }
        let mut written: Vec<PathBuf> = Vec::new();
        let outcome = files.iter().try_for_each(|(extension, content)| {
            let mut file = tempfile::Builder::new().prefix(".bienban-").tempfile_in(&folder)?;
            file.write_all(content)?;
            file.as_file().sync_all()?;
            file.persist_noclobber(path(extension)).map_err(|refused| refused.error)?;
            written.push(path(extension));
            Ok::<(), io::Error>(())
        });
        match outcome {
            Ok(()) => {
                sync_folder(&folder)?;
                return written.into_iter().next().ok_or_else(|| io::ErrorKind::NotFound.into());
            }
            Err(error) => {
                // These were made a moment ago, by nobody else.
                for path in &written {
                    fs::remove_file(path)?;
                }
                if error.kind() != io::ErrorKind::AlreadyExists {
                    return Err(error);
                }
            }
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Takes `~` for the home folder, as people type it; no shell did so before.
pub(super) fn at_home(folder: &Path) -> PathBuf {
    let home = std::env::home_dir();
    folder.strip_prefix("~").ok().zip(home).map_or_else(|| folder.to_owned(), |(rest, home)| home.join(rest))
}

/// Makes the new name durable; Windows has no such call and needs none.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let first = write_new(folder.path(), "a.md", b"1").unwrap();
        let second = write_new(folder.path(), "a.md", b"2").unwrap();
        assert_eq!(second.file_name().unwrap(), "a-2.md");
        assert_eq!((fs::read(first).unwrap(), fs::read(second).unwrap()), (b"1".to_vec(), b"2".to_vec()));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_missing_folder_is_an_error_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write_new(&folder.path().join("x"), "a.md", b"1").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
