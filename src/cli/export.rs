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

/// What is printed of the minutes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Print {
    /// All, by the template that the delegation chose.
    AsChosen,
    /// All, by the template shipped.
    BuiltIn,
    /// A copy without names and private detail.
    Redacted,
    /// One sealed version, whether it is in force or not.
    Sealed(u32),
}

pub(super) fn run(run: &Run, reference: Option<&str>, folder: Folder, print: Print, json: bool) -> Result<u8, Failure> {
    let mut session = run.open()?;
    let visit = visits::visit(&session, reference)?;
    let Folder { path: folder, make } = folder;
    if make {
        session.act(&Action::MakeFolder(folder.clone()), &mut || {})?;
    }
    let action = match print {
        Print::Redacted => Action::ExportRedacted { visit, folder },
        Print::Sealed(version) => Action::ExportVersion { visit, version, folder },
        whole => Action::Export { visit, folder, built_in: whole == Print::BuiltIn },
    };
    let (path, key) = match session.act(&action, &mut || {})? {
        Outcome::Exported(path) => (Some(path), None),
        Outcome::ExportedSealed { path, key } => (Some(path), Some(key)),
        _ => (None, None),
    };
    if let Some(path) = path {
        if json {
            let signature = key.as_ref().map(|_| path.with_extension("manifest.sig"));
            say(json!({ "visit": visit.reference(), "path": path, "signature": signature, "key": key }));
        } else {
            say((run.texts.cli.exported)(&path.display().to_string()));
            key.iter().for_each(|key| say((run.texts.signatures.written)(key)));
        }
    }
    if print != Print::Redacted {
        check::remind(&session, visit, run.texts)?;
    }
    session.close()?;
    Ok(exit::DONE)
}
