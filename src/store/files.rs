//! Small file operations that the rest of the store is built from: private from birth, durable when they return.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::Error;
use super::disk::{self, Unfinished, Writing};

/// Puts the path into an I/O error.
pub(super) trait At<T> {
    /// Names the file or folder that the operation was about.
    fn at(self, path: &Path) -> Result<T, Error>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, Error> {
        self.map_err(|source| Error::Io { path: path.to_owned(), source })
    }
}

/// Starts the opening of a file that only its owner may read, should it have to be created.
pub(super) fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Creates a folder, and those above it, that only its owner may enter; one that exists stays as it is.
pub(super) fn create_private_folder(path: &Path) -> Result<(), Error> {
    if path.is_dir() {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let new: Vec<&Path> = path.ancestors().take_while(|folder| !folder.exists()).collect();
    disk::create_folder(&builder, path).at(path)?;
    // A file is only as durable as the names of the folders above it.
    for parent in new.iter().filter_map(|folder| folder.parent()) {
        sync_folder(if parent.as_os_str().is_empty() { Path::new(".") } else { parent })?;
    }
    Ok(())
}

/// Makes creations, renames and removals in a folder durable.
pub(super) fn sync_folder(path: &Path) -> Result<(), Error> {
    disk::sync_folder(path).at(path)
}

/// Prefix of files that are being written and not yet in their place; a leftover is worthless.
pub(super) const UNFINISHED: &str = ".new-";

/// Writes a file as a whole: after a crash there is either the old content or the new.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write_whole_with(path, |file| file.write_all(bytes))
}

/// Does the same with content that is produced piece by piece.
pub(super) fn write_whole_with(
    path: &Path,
    fill: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut writer = io::BufWriter::new(Unfinished::begin(UNFINISHED, folder).at(folder)?);
    fill(&mut writer).at(path)?;
    let file = writer.into_inner().map_err(io::IntoInnerError::into_error).at(path)?;
    // Errors of the last write are sometimes reported only here; `close` would swallow them.
    file.sync().at(path)?;
    file.put_in_place(path).at(path)?;
    sync_folder(folder)
}

/// Removes files that a crash left half written by [`write_whole`].
pub(super) fn remove_unfinished(folder: &Path) -> Result<(), Error> {
    for name in names_in(folder)? {
        if name.starts_with(UNFINISHED) {
            let path = folder.join(name);
            disk::remove_file(&path).at(&path)?;
        }
    }
    Ok(())
}

/// Names everything in a folder, in order; nothing when the folder does not exist.
pub(super) fn names_in(folder: &Path) -> Result<Vec<String>, Error> {
    let listing = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listing => listing.at(folder)?,
    };
    let mut names = Vec::new();
    for item in listing {
        names.push(item.at(folder)?.file_name().to_string_lossy().into_owned());
    }
    names.sort_unstable();
    Ok(names)
}

/// Reads a file, or nothing when there is none.
pub(super) fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::Io { path: path.to_owned(), source }),
    }
}

/// Finds a free name beside `path` that says what happened to it and when: `db.damaged-20260131T080000`.
pub(super) fn name_beside(path: &Path, what: &str, when: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let first = path.with_file_name(format!("{name}.{what}-{when}"));
    let others = (2..).map(|n: u32| path.with_file_name(format!("{name}.{what}-{when}-{n}")));
    std::iter::once(first.clone()).chain(others).find(|candidate| !candidate.exists()).unwrap_or(first)
}

/// Renames a file or folder out of the way; nothing is ever deleted because it is damaged.
pub(super) fn set_aside(path: &Path, when: &str) -> Result<PathBuf, Error> {
    let aside = name_beside(path, "damaged", when);
    disk::rename(path, &aside).at(path)?;
    sync_folder(path.parent().unwrap_or(Path::new(".")))?;
    Ok(aside)
}

/// Keeps a second name (or, where the file system has no links, a copy) of a file that is about to be replaced.
pub(super) fn keep_beside(path: &Path, when: &str) -> Result<PathBuf, Error> {
    let aside = name_beside(path, "damaged", when);
    if disk::hard_link(path, &aside).is_err() {
        disk::copy(path, &aside).at(path)?;
    }
    Ok(aside)
}

/// Brings a folder with everything in it to the disk.
pub(super) fn sync_everything(folder: &Path) -> Result<(), Error> {
    for name in names_in(folder)? {
        let path = folder.join(name);
        if path.is_dir() {
            sync_everything(&path)?;
        } else {
            File::open(&path).and_then(|file| disk::sync_all(&file)).at(&path)?;
        }
    }
    sync_folder(folder)
}

/// Copies a folder with everything in it; `step` hears how many pieces are copied, and may stop it.
pub(super) fn copy_folder(from: &Path, to: &Path, step: &mut dyn FnMut(u64) -> Result<(), Error>) -> Result<(), Error> {
    fn copy(
        from: &Path,
        to: &Path,
        pieces: &mut u64,
        step: &mut dyn FnMut(u64) -> Result<(), Error>,
    ) -> Result<(), Error> {
        create_private_folder(to)?;
        for name in names_in(from)? {
            let (source, target) = (from.join(&name), to.join(&name));
            if source.is_dir() {
                copy(&source, &target, pieces, step)?;
            } else {
                copy_file(&source, &target, &mut || {
                    *pieces += 1;
                    step(*pieces)
                })?;
            }
        }
        Ok(())
    }
    copy(from, to, &mut 0, step)
}

/// Bytes of a file that are copied at once.
const PIECE: u64 = 1 << 20;

fn copy_file(from: &Path, to: &Path, step: &mut dyn FnMut() -> Result<(), Error>) -> Result<(), Error> {
    let mut source = File::open(from).at(from)?;
    let target = disk::open(private_file().write(true).create(true).truncate(true), to).at(to)?;
    let mut target = Writing(target);
    while io::copy(&mut io::Read::take(&mut source, PIECE), &mut target).at(to)? > 0 {
        step()?;
    }
    Ok(())
}
