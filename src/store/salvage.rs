//! Reads changes out of a database that sled refuses to open, when nothing else has them.
//!
//! sled's own small files (a snapshot of its page table, its settings) are worked out anew when they are gone. This is tried
//! on a copy, and nothing it gives is believed without its checksum, its hash and its place in the chain.

use std::path::Path;

use super::database::Database;
use super::opening::Site;
use super::{Error, disk, files};

/// The copy that is worked on.
pub(super) const FOLDER: &str = "db.salvage";

/// Offers `take` the database without its snapshot, then without its settings too; returns what it first made of one.
pub(super) fn attempt<T>(site: &Site, take: impl Fn(&Database) -> Result<T, Error>) -> Option<T> {
    let copy = site.folder.join(FOLDER);
    let found = [false, true].into_iter().find_map(|also_settings| {
        let _ = disk::remove_folder_all(&copy);
        files::copy_folder(&site.database(), &copy, &mut |_| Ok(())).ok()?;
        strip(&copy, also_settings).ok()?;
        take(&Database::open(&copy, &site.cipher).ok()?).ok()
    });
    let _ = disk::remove_folder_all(&copy);
    found
}

fn strip(database: &Path, also_settings: bool) -> Result<(), Error> {
    use files::At;
    for name in files::names_in(database)? {
        if name.starts_with("snap.") || (also_settings && name == "conf") {
            let path = database.join(name);
            disk::remove_file(&path).at(&path)?;
        }
    }
    Ok(())
}
