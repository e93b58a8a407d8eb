//! `bienban export`: the minutes of a visit as a file.

use std::path::PathBuf;

use serde_json::json;

use super::output::say;
use super::{Failure, Run, check, exit, visits};
use crate::session::{Action, Outcome};

pub(super) fn run(
    run: &Run,
    reference: Option<&str>,
    folder: PathBuf,
    built_in: bool,
    json: bool,
) -> Result<u8, Failure> {
    let mut session = run.open()?;
    let visit = visits::visit(&session, reference)?;
    if let Outcome::Exported(path) = session.act(&Action::Export { visit, folder, built_in }, &mut || {})? {
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
