//! The large office that what follows is measured on.

use std::path::PathBuf;

use bienban::clock::{Clock, SystemClock};
use bienban::demo::scale::{Scale, fill};
use bienban::session::Pulse;

/// Size of the store when nothing else is asked for.
const PERCENT: u32 = 10;

/// Makes a large office, or takes one that was made before.
pub(crate) fn office() -> (PathBuf, Option<tempfile::TempDir>) {
    if let Some(folder) = std::env::var_os("BIENBAN_BENCH_DATA") {
        return (folder.into(), None);
    }
    let percent = std::env::var("BIENBAN_BENCH_PERCENT").ok().and_then(|text| text.parse().ok()).unwrap_or(PERCENT);
    let temp = tempfile::tempdir_in(".").unwrap();
    let folder = temp.path().join("data");
    fill(&folder, Scale { percent, seed: 1 }, SystemClock.now(), &Pulse::default()).unwrap();
    (folder, Some(temp))
}
