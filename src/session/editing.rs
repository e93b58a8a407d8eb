//! A text goes to an editor of the person's own and comes back, or stays as it was.

use std::path::Path;
use std::process::Command;

use super::{Error, asks_for_passphrase};
use crate::store::Lent;

/// Opened where no variable names an editor.
const USUAL: &str = if cfg!(windows) { "notepad" } else { "nano" };

/// What a shell says of a program that it does not find or may not start.
const NOT_STARTED: [i32; 2] = [126, 127];

/// An editor, as a command to which the name of a file is added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor(pub String);

impl Editor {
    /// The one that the person chose for all programs: `VISUAL`, or else `EDITOR`.
    #[must_use]
    pub fn of_person() -> Self {
        let named = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| std::env::var(name).ok());
        Self(named.map(|command| command.trim().to_owned()).find(|command| !command.is_empty()).unwrap_or(USUAL.into()))
    }

    fn on(&self, path: &Path) -> Command {
        if cfg!(windows) {
            let mut words = self.0.split_whitespace();
            let mut command = Command::new(words.next().unwrap_or(USUAL));
            command.args(words).arg(path);
            command
        } else {
            // As git does it: the variable may hold options and quotes.
            let mut command = Command::new("sh");
            command.arg("-c").arg(format!("{} \"$@\"", self.0)).arg(&self.0).arg(path);
            command
        }
    }
}

/// Lets a person write a text in an editor of their own, which has the terminal until it ends.
///
/// `place` says whose text it is: what a crash left of it is found again there. Returns nothing when the text is as it was.
///
/// # Errors
/// When the editor cannot be started or fails, or its file is no text. What was written is kept and named.
pub fn edit_outside(data: &Path, place: &str, text: &str, editor: &Editor) -> Result<Option<String>, Error> {
    if asks_for_passphrase(data) {
        // Such a file, and what the editor leaves beside it, would be all the plain text on the disk.
        return Err(Error::EditorInTheClear);
    }
    let lent = Lent::give(data, place, text)?;
    let ended = editor.on(&lent.path()).status();
    let written = lent.changed()?;
    let failed = match ended {
        Ok(status) if status.success() => None,
        Ok(status) if status.code().is_some_and(|code| NOT_STARTED.contains(&code)) => Some(None),
        Ok(status) => Some(Some(status)),
        Err(_) => Some(None),
    };
    if let Some(why) = failed {
        let (editor, kept) = (editor.0.clone(), written.is_some().then(|| lent.path()));
        if kept.is_none() {
            lent.drop_unchanged()?;
        }
        return Err(match why {
            None => Error::NoEditor { editor },
            Some(status) => Error::EditorFailed { editor, code: status.code(), kept },
        });
    }
    let Some(written) = written else { return lent.drop_unchanged().map(|()| None).map_err(Error::from) };
    let Ok(written) = String::from_utf8(written) else { return Err(Error::EditorText { path: lent.path() }) };
    // Some editors of Windows begin a file of UTF-8 with this mark.
    let written = written.trim_start_matches('\u{feff}').replace("\r\n", "\n").trim_end_matches('\n').to_owned();
    lent.end()?;
    Ok(Some(written).filter(|written| written != text))
}
