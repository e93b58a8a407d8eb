//! The key reference, written from the command table.

use std::fmt::Write;

use crate::i18n::Language;

use super::command::{COMMANDS, Context, Group, Spec};
use super::keymap::Keymap;

/// Writes `docs/keys.md`.
#[must_use]
pub fn keys_page() -> String {
    let texts = Language::English.texts();
    let vietnamese = Language::Vietnamese.texts();
    let mut page = String::from(
        "# Keys\n\nMade from the table of commands in `src/tui/command.rs`; a test fails when this page is not up to date.\n\
         In the program, F1 shows the keys of the screen at hand. Headings and commands are the names to use in `keys.toml`;\n\
         `bienban keys` prints the keys in force.\n",
    );
    let keymap = Keymap::default();
    for context in Context::ALL {
        let (name, about) = context.name();
        let _ = write!(page, "\n## {name}\n\n{about}\n\n| Key | Command | What it does | Việc |\n|---|---|---|---|\n");
        for group in Group::ALL {
            for spec in COMMANDS.iter().filter(|spec| spec.group == group) {
                let keys: Vec<String> = keymap.keys(spec, *context).map(|key| format!("`{key}`")).collect();
                if keys.is_empty() {
                    continue;
                }
                let command = spec.command;
                let (english, own) =
                    (command.label(&texts.commands).summary, command.label(&vietnamese.commands).summary);
                let _ = writeln!(page, "| {} | `{}` | {english} | {own} |", keys.join(" "), command.name());
            }
        }
    }
    let keyless = |spec: &&Spec| Context::ALL.iter().all(|context| keymap.keys(spec, *context).next().is_none());
    page.push_str("\n## Without a key\n\nFound by name (`Ctrl+P`); `keys.toml` can give them keys.\n\n");
    page.push_str("| Command | What it does | Việc |\n|---|---|---|\n");
    for command in COMMANDS.iter().filter(keyless).map(|spec| spec.command) {
        let (english, own) = (command.label(&texts.commands).summary, command.label(&vietnamese.commands).summary);
        let _ = writeln!(page, "| `{}` | {english} | {own} |", command.name());
    }
    page
}
