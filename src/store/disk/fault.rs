//! A disk that fails when told to: one step or all from one on, a write that ends half way, or a power cut after which
//! what was not synced is partly there and partly not, in no order.
//!
//! One plan for each thread, so that tests do not meet; sled works on threads of its own and is not reached by it, only
//! what is handed to sled. A power cut may take from a database all that came since it was last brought to the disk.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// What happens at the step that is hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It fails, and the ones after it succeed.
    Once(ErrorKind),
    /// It fails, and so does every later one.
    FromThenOn(ErrorKind),
    /// As much as half of a write is done when it fails; other steps fail as a whole.
    Short,
    /// Nothing is done any more, and each thing that was not synced is lost or not, by lot.
    PowerCut(u64),
}

/// A thing done that a power cut may undo.
enum Pending {
    Created(PathBuf),
    Renamed { from: PathBuf, to: PathBuf, replaced: Option<Vec<u8>> },
    Removed { path: PathBuf, content: Vec<u8> },
    Written { file: u64, at: u64, length: u64 },
    Cut { file: u64, at: u64, rest: Vec<u8> },
}

struct Plan {
    below: PathBuf,
    fault: Fault,
    left: u64,
    hit: Option<String>,
    pending: Vec<Pending>,
    /// Databases as they were when they were last brought to the disk; no files when there was none.
    databases: BTreeMap<PathBuf, Vec<(PathBuf, Vec<u8>)>>,
}

thread_local! {
    static PLAN: RefCell<Option<Plan>> = const { RefCell::new(None) };
}

/// Lets a fault come after so many steps, taken by this thread below a folder.
pub(crate) fn plan(below: &Path, fault: Fault, after: u64) {
    let new = Plan {
        below: below.to_owned(),
        fault,
        left: after,
        hit: None,
        pending: Vec::new(),
        databases: BTreeMap::new(),
    };
    PLAN.set(Some(new));
}

/// Ends the plan, and says which step was hit; after a power cut, what is lost is lost now.
pub(crate) fn over() -> Option<String> {
    let mut plan = PLAN.take()?;
    if let (Fault::PowerCut(seed), Some(_)) = (plan.fault, &plan.hit) {
        plan.lose(seed);
    }
    plan.hit
}

/// What is to become of a step.
enum Fate {
    Done,
    Half,
    Refused(io::Error),
}

fn ask(what: impl FnOnce() -> String, pending: impl FnOnce() -> Option<Pending>) -> Fate {
    PLAN.with_borrow_mut(|plan| {
        let Some(plan) = plan else { return Fate::Done };
        let is_first = plan.left == 0 && plan.hit.is_none();
        if is_first {
            plan.hit = Some(what());
        } else if plan.hit.is_none() {
            plan.left -= 1;
        }
        let kind = match (plan.fault, is_first, plan.hit.is_some()) {
            (Fault::Once(kind), true, _) | (Fault::FromThenOn(kind), _, true) => Some(kind),
            (Fault::Short, true, _) => return Fate::Half,
            (Fault::PowerCut(_), _, true) => Some(ErrorKind::Other),
            _ => None,
        };
        match kind {
            Some(kind) => Fate::Refused(kind.into()),
            None => {
                plan.pending.extend(pending());
                Fate::Done
            }
        }
    })
}

fn step(what: impl FnOnce() -> String, pending: impl FnOnce() -> Option<Pending>) -> io::Result<()> {
    match ask(what, pending) {
        Fate::Done => Ok(()),
        Fate::Half => Err(ErrorKind::Other.into()),
        Fate::Refused(error) => Err(error),
    }
}

/// Takes out of what is pending whatever a sync brought to the disk.
fn settle(is_settled: impl Fn(&Pending) -> bool) {
    PLAN.with_borrow_mut(|plan| {
        if let Some(plan) = plan {
            plan.pending.retain(|pending| !is_settled(pending));
        }
    });
}

pub(super) fn creating(path: &Path) -> io::Result<()> {
    let created = || (!path.exists()).then(|| Pending::Created(path.to_owned()));
    step(|| format!("creating {}", path.display()), created)
}

pub(super) fn created(path: &Path) {
    PLAN.with_borrow_mut(|plan| {
        if let Some(plan) = plan {
            plan.pending.push(Pending::Created(path.to_owned()));
        }
    });
}

pub(super) fn writing(mut file: &File, bytes: &[u8]) -> io::Result<()> {
    let at = file.metadata()?.len();
    let written = || Some(Pending::Written { file: identity(file), at, length: bytes.len() as u64 });
    match ask(|| format!("writing {} bytes behind {at}", bytes.len()), written) {
        Fate::Done => Ok(()),
        Fate::Refused(error) => Err(error),
        Fate::Half => {
            file.write_all(bytes.get(..bytes.len() / 2).unwrap_or_default())?;
            Err(ErrorKind::StorageFull.into())
        }
    }
}

pub(super) fn cutting(file: &File, length: u64) -> io::Result<()> {
    let cut = || Some(Pending::Cut { file: identity(file), at: length, rest: rest_of(file, length)? });
    step(|| format!("cutting at {length}"), cut)
}

pub(super) fn syncing(file: &File) -> io::Result<()> {
    step(|| "syncing a file".to_owned(), || None)?;
    let id = identity(file);
    settle(|pending| matches!(pending, Pending::Written { file, .. } | Pending::Cut { file, .. } if *file == id));
    Ok(())
}

pub(super) fn syncing_folder(path: &Path) -> io::Result<()> {
    step(|| format!("syncing {}", path.display()), || None)?;
    settle(|pending| match pending {
        Pending::Created(name) | Pending::Renamed { to: name, .. } | Pending::Removed { path: name, .. } => {
            name.parent() == Some(path)
        }
        Pending::Written { .. } | Pending::Cut { .. } => false,
    });
    Ok(())
}

pub(super) fn renaming(from: &Path, to: &Path) -> io::Result<()> {
    let renamed = || Some(Pending::Renamed { from: from.into(), to: to.into(), replaced: fs::read(to).ok() });
    step(|| format!("renaming to {}", to.display()), renamed)?;
    with_databases(|databases| databases.retain(|path, _| !path.starts_with(from) && !path.starts_with(to)));
    Ok(())
}

pub(super) fn removing(path: &Path) -> io::Result<()> {
    let removed = || fs::read(path).ok().map(|content| Pending::Removed { path: path.to_owned(), content });
    step(|| format!("removing {}", path.display()), removed)
}

pub(super) fn database(path: &Path) -> io::Result<()> {
    with_databases(|databases| {
        databases.entry(path.to_owned()).or_insert_with(|| files_in(path));
    });
    step(|| "something that sled does".to_owned(), || None)
}

pub(super) fn synced_database(path: &Path) {
    with_databases(|databases| drop(databases.insert(path.to_owned(), files_in(path))));
}

/// Does something with what is known of databases, where that matters.
fn with_databases(work: impl FnOnce(&mut BTreeMap<PathBuf, Vec<(PathBuf, Vec<u8>)>>)) {
    PLAN.with_borrow_mut(|plan| {
        if let Some(plan) = plan.as_mut().filter(|plan| matches!(plan.fault, Fault::PowerCut(_)) && plan.hit.is_none())
        {
            work(&mut plan.databases);
        }
    });
}

fn files_in(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|item| item.path());
    names.filter_map(|path| fs::read(&path).ok().map(|content| (path, content))).collect()
}

impl Plan {
    /// Undoes some of what was not synced, the last first.
    fn lose(&mut self, seed: u64) {
        let mut lots = fastrand::Rng::with_seed(seed);
        for (path, files) in std::mem::take(&mut self.databases) {
            // One that was moved is where it is since it was on the disk.
            if lots.bool() && fs::remove_dir_all(&path).is_ok() && !files.is_empty() {
                let _ = fs::create_dir(&path);
                files.iter().for_each(|(file, content)| drop(fs::write(file, content)));
            }
        }
        while let Some(pending) = self.pending.pop() {
            if lots.bool() {
                // What has another name or is gone by now cannot be undone, and need not.
                let _ = self.undo(pending);
            }
        }
    }

    fn undo(&self, pending: Pending) -> io::Result<()> {
        match pending {
            Pending::Created(path) if path.is_dir() => fs::remove_dir_all(path),
            Pending::Created(path) => fs::remove_file(path),
            Pending::Renamed { from, to, replaced } => {
                fs::rename(&to, from)?;
                replaced.map_or(Ok(()), |content| fs::write(to, content))
            }
            Pending::Removed { path, content } => File::create_new(path)?.write_all(&content),
            Pending::Written { file, at, length } => {
                let file = self.find(file)?;
                match file.metadata()?.len() <= at + length {
                    true => file.set_len(at.min(file.metadata()?.len())),
                    // What came after it is there: it reads as zeros, as blocks do that were never written.
                    false => put(&file, at, &vec![0; usize::try_from(length).unwrap_or_default()]),
                }
            }
            Pending::Cut { file, at, rest } => put(&self.find(file)?, at, &rest),
        }
    }

    /// Opens a file whatever it is called now.
    fn find(&self, id: u64) -> io::Result<File> {
        let mut folders = vec![self.below.clone()];
        while let Some(folder) = folders.pop() {
            for item in fs::read_dir(folder)? {
                let path = item?.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let file = OpenOptions::new().read(true).write(true).open(path)?;
                    if identity(&file) == id {
                        return Ok(file);
                    }
                }
            }
        }
        Err(ErrorKind::NotFound.into())
    }
}

fn put(mut file: &File, at: u64, bytes: &[u8]) -> io::Result<()> {
    file.seek(SeekFrom::Start(at))?;
    file.write_all(bytes)
}

/// What a file has from a byte on; nothing where it cannot be read.
fn rest_of(mut file: &File, at: u64) -> Option<Vec<u8>> {
    let before = file.stream_position().ok()?;
    let mut rest = Vec::new();
    let read = file.seek(SeekFrom::Start(at)).and_then(|_| file.read_to_end(&mut rest));
    file.seek(SeekFrom::Start(before)).ok()?;
    read.ok().map(|_| rest)
}

/// What a file is known by, whatever it is called.
fn identity(file: &File) -> u64 {
    #[cfg(unix)]
    return file.metadata().map_or(0, |about| std::os::unix::fs::MetadataExt::ino(&about));
    #[cfg(not(unix))]
    return 0;
}

/// The faults that are of interest, at every step.
pub(crate) const FAULTS: [Fault; 7] = [
    Fault::Once(ErrorKind::Other),
    Fault::Once(ErrorKind::StorageFull),
    Fault::FromThenOn(ErrorKind::StorageFull),
    Fault::Short,
    Fault::PowerCut(1),
    Fault::PowerCut(2),
    Fault::PowerCut(3),
];
