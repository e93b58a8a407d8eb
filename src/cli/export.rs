//! `bienban export`: the minutes of a visit as a file.

use std::path::PathBuf;

use serde_json::json;

use super::output::say;
use super::{Failure, Run, check, exit, visits};
use crate::session::{Action, Outcome};

/// Where the minutes go, and whether the folder is made when it is not there.
pub(super) struct Folder {
    pub(super) path: PathBuf,
    pub(super) make: bool,
}

/// Which minutes are wanted.
pub(super) struct Wanted {
    /// Those by the template shipped, whatever the delegation chose.
    pub(super) built_in: bool,
    /// Those of one sealed version, whether it is in force or not.
    pub(super) sealed: Option<u32>,
}

pub(super) fn run(
    run: &Run,
    reference: Option<&str>,
    folder: Folder,
    wanted: Wanted,
    json: bool,
) -> Result<u8, Failure> {
    let mut session = run.open()?;
    let visit = visits::visit(&session, reference)?;
    let Folder { path: folder, make } = folder;
    if make {
        session.act(&Action::MakeFolder(folder.clone()), &mut || {})?;
    }
    let action = match wanted.sealed {
        Some(version) => Action::ExportVersion { visit, version, folder },
        None => Action::Export { visit, folder, built_in: wanted.built_in },
    };
    if let Outcome::Exported(path) = session.act(&action, &mut || {})? {
        if json {
            say(json!({ "visit": visit.reference(), "path": path }));
        } else {
            say((run.texts.cli.exported)(&path.display().to_string()));
        }
    }
    check::remind(&session, visit, run.texts)?;
    session.close()?;
    Ok(exit::DONE)
}
