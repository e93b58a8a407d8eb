//! The key reference, written from the command table.

use std::fmt::Write;

use crate::i18n::Language;

use super::command::{COMMANDS, Context, Group};
use super::keymap;

/// Writes `docs/keys.md`.
#[must_use]
pub fn keys_page() -> String {
    let texts = Language::English.texts();
    let vietnamese = Language::Vietnamese.texts();
    let mut page = String::from(
        "# Keys\n\nMade from the table of commands in `src/tui/command.rs`; a test fails when this page is not up to date.\n\
         In the program, F1 shows the keys of the screen at hand.\n",
    );
    for context in Context::ALL {
        let _ = write!(page, "\n## {context:?}\n\n| Key | Command | What it does | Việc |\n|---|---|---|---|\n");
        for group in Group::ALL {
            for spec in COMMANDS.iter().filter(|spec| spec.group == group) {
                let keys: Vec<String> = keymap::keys(spec, context).map(|key| format!("`{key}`")).collect();
                if keys.is_empty() {
                    continue;
                }
                let (english, own) = ((spec.label)(&texts.commands), (spec.label)(&vietnamese.commands));
                let _ =
                    writeln!(page, "| {} | `{}` | {} | {} |", keys.join(" "), spec.name, english.summary, own.summary);
            }
        }
    }
    page
}
