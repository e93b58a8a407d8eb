//! Upgrades of a data folder that an older version wrote: steps in order, and a backup before the first.
//!
//! The journal never changes its format, so a step only ever makes the database anew from what is there. Each may be run
//! again without harm: a crash in the middle, or a folder whose format nobody knows any more, begins at the first.

use std::path::{Path, PathBuf};

use super::batch::Batch;
use super::database::Database;
use super::disk;
use super::files::{self, At};
use super::installation::{self, FORMAT};
use super::tree::{self, Tree};
use super::{Error, Long, Notice, Pulse, clean, key};
use crate::domain::{Kind, reference_fields};

/// One upgrade, from a format to the next one.
struct Step {
    from: u32,
    run: fn(&Database) -> Result<(), Error>,
}

/// Every upgrade, oldest first.
static STEPS: [Step; 1] = [Step { from: 1, run: index_lists }];

/// What the names of its backups begin with.
pub(super) const BACKUP: &str = "backup-of-format-";
/// A backup that is not whole yet.
pub(super) const UNFINISHED_BACKUP: &str = "backup.unfinished";

/// Records indexed in one transaction.
const TOGETHER: usize = 256;

/// Keeps a copy of the folder as the older version left it; one that is there is whole and stays.
pub(super) fn keep_backup(folder: &Path, format: u32, pulse: &Pulse) -> Result<PathBuf, Error> {
    let backup = folder.join(format!("{BACKUP}{format}"));
    if backup.exists() {
        return Ok(backup);
    }
    let unfinished = folder.join(UNFINISHED_BACKUP);
    match disk::remove_folder_all(&unfinished) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error).at(&unfinished),
        _ => {}
    }
    files::create_private_folder(&unfinished)?;
    for name in files::names_in(folder)? {
        let (source, target) = (folder.join(&name), unfinished.join(&name));
        if ["db", "journal", "drafts"].contains(&name.as_str()) {
            files::copy_folder(&source, &target, &mut |pieces| pulse.step(Long::Copying, pieces, 0))?;
        } else if [installation::NAME, clean::NAME, key::NAME, key::COPY].contains(&name.as_str()) {
            disk::copy(&source, &target).at(&source)?;
        }
    }
    files::sync_everything(&unfinished)?;
    disk::rename(&unfinished, &backup).at(&backup)?;
    files::sync_folder(folder)?;
    Ok(backup)
}

/// Runs every step from a format on; nothing known of the format means all of them.
pub(super) fn run(database: &Database, from: Option<u32>) -> Result<(), Error> {
    for step in STEPS.iter().filter(|step| from.is_none_or(|from| step.from >= from)) {
        (step.run)(database)?;
    }
    Ok(())
}

/// Says what was done.
pub(super) fn notice(from: u32, backup: PathBuf) -> Notice {
    Notice::Upgraded { from, to: FORMAT, backup }
}

/// Format 2 indexes references that stand in lists: what an entry is linked to.
fn index_lists(database: &Database) -> Result<(), Error> {
    for kind in Kind::ALL.iter().filter(|kind| !reference_fields(kind).is_empty()) {
        for keys in database.keys(Tree::Records, &tree::records_of(kind))?.chunks(TOGETHER) {
            let mut batch = Batch::new(database)?;
            for id in keys.iter().filter_map(|key| tree::id_in(key)) {
                // A record that cannot be read is told by whoever reads it; the full check mends it.
                if let Ok(Some(state)) = database.record(kind, id) {
                    batch.index_references(&state)?;
                }
            }
            batch.commit()?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_lead_one_by_one_to_the_format_of_today() {
        let from: Vec<u32> = STEPS.iter().map(|step| step.from).collect();
        assert_eq!(from, (1..FORMAT).collect::<Vec<u32>>());
    }
}
