//! The house keeps its shape: rooms import only downwards, and a few things are named in one place alone.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod sources;

use std::fs;
use std::path::{Path, PathBuf};

use sources::files;

/// Each room and the rooms it may import, as the picture in `docs/architecture.md` has them.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("typing", &[]),
    ("clock", &[]),
    ("domain", &["text"]),
    ("figures", &["domain", "text"]),
    ("capture", &["domain", "figures", "text"]),
    ("checks", &["domain", "figures", "text"]),
    ("minutes", &["domain", "figures", "text"]),
    ("search", &["domain", "figures", "text"]),
    ("signing", &[]),
    ("i18n", &["domain", "capture", "checks", "search"]),
    ("store", &["clock", "domain"]),
    ("tables", &["text"]),
    (
        "session",
        &[
            "capture", "checks", "clock", "domain", "figures", "i18n", "minutes", "search", "signing", "store",
            "tables", "text",
        ],
    ),
    ("demo", &["clock", "domain", "session"]),
    ("tui", &["capture", "checks", "clock", "domain", "figures", "i18n", "search", "session", "text", "typing"]),
    (
        "cli",
        &[
            "capture", "checks", "clock", "demo", "domain", "figures", "i18n", "search", "session", "text", "tui",
            "typing",
        ],
    ),
    ("main", &["cli"]),
];

/// Words that only the rooms named beside them may use.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("sled::", &["store"]),
    ("bincode::", &["store"]),
    ("age::secrecy", &["store"]),
    ("flate2::", &["store", "session"]),
    ("rpassword::", &["cli"]),
    ("Utc::now", &["clock"]),
    ("Local::now", &["clock"]),
    ("SystemTime::now", &["clock"]),
    ("now_v7", &["clock"]),
    ("new_v4", &["clock"]),
    ("std::fs", &["store", "session", "demo", "cli"]),
    ("ratatui", &["tui"]),
    ("crossterm", &["tui"]),
    ("clap::", &["cli"]),
    ("minijinja", &["minutes"]),
    ("calamine", &["tables"]),
    ("csv::", &["tables"]),
    ("chacha20poly1305::", &["store"]),
    ("argon2::", &["store"]),
    ("ssh_key::", &["signing"]),
    ("ed25519_dalek", &[]),
    ("memchr::", &["text"]),
    ("similar::", &["text"]),
    ("vi::", &["typing"]),
];

#[test]
fn rooms_import_only_downwards() {
    let mut wrong = Vec::new();
    for (room, path, line_number, line) in code() {
        let allowed = MAY_IMPORT.iter().find(|(name, _)| *name == room).map(|(_, allowed)| *allowed);
        let Some(allowed) = allowed else {
            wrong.push(format!("{}: the room {room} is not in the picture", path.display()));
            continue;
        };
        for imported in imports(&line) {
            let known = MAY_IMPORT.iter().any(|(name, _)| *name == imported);
            if known && imported != room && !allowed.contains(&imported.as_str()) {
                wrong.push(format!("{}:{line_number}: {room} must not import {imported}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn some_things_are_named_in_one_room_alone() {
    let mut wrong = Vec::new();
    for (room, path, line_number, line) in code() {
        for (word, rooms) in ONLY_IN {
            if names(&line, word) && !rooms.contains(&room.as_str()) {
                wrong.push(format!("{}:{line_number}: {word} belongs to {}", path.display(), rooms.join(", ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_check_itself_sees_a_wrong_import() {
    assert_eq!(imports("use crate::store::{Error, Store};"), ["store"]);
    assert_eq!(imports("use crate::{demo, tui};"), ["demo", "tui"]);
    assert_eq!(imports("    let x = crate::session::Error::from(crate::store::y());"), ["session", "store"]);
    assert_eq!(imports("use bienban::cli;"), Vec::<String>::new());
    let source = "use crate::{\n    demo,\n    tui,\n};\n#[cfg(test)]\nmod laws;\nuse std::{fs, io};\n#[cfg(test)]\nmod tests {\nuse crate::store;\n}\n";
    let statements: Vec<String> = shipped(source).into_iter().map(|(_, statement)| statement).collect();
    assert_eq!(statements, ["use crate::{demo,tui,};", "use std::{fs, io};"]);
    assert_eq!(imports(&statements[0]), ["demo", "tui"]);
    assert!(names(&statements[1], "std::fs") && !names(&statements[1], "std::env"));
}

/// Every statement of shipped code, brought onto one line, with its room and the line it begins on.
fn code() -> Vec<(String, PathBuf, usize, String)> {
    let mut statements = Vec::new();
    for path in files(Path::new("src")) {
        let inner = path.strip_prefix("src").unwrap();
        let room = inner.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned();
        if room == "lib" {
            continue;
        }
        let is_root = inner.components().count() == 1;
        for (line, statement) in shipped(&fs::read_to_string(&path).unwrap()) {
            // In the file that is the room itself, the parent is the crate.
            let statement = if is_root { statement.replace("super::", "crate::") } else { statement };
            statements.push((room.clone(), path.clone(), line, statement));
        }
    }
    assert!(statements.len() > 1_000, "the sources were not found");
    statements
}

/// Leaves out comments and test modules, and joins `use` statements that span lines.
fn shipped(text: &str) -> Vec<(usize, String)> {
    let mut statements: Vec<(usize, String)> = Vec::new();
    let mut lines = text.lines().enumerate().peekable();
    let mut is_open = false;
    while let Some((at, line)) = lines.next() {
        let trimmed = line.trim();
        if trimmed == "#[cfg(test)]" {
            let is_module = lines.peek().is_some_and(|(_, next)| next.starts_with("mod ") && next.ends_with('{'));
            if is_module {
                break;
            }
            lines.next();
        } else if is_open {
            let (_, statement) = statements.last_mut().unwrap();
            statement.push_str(trimmed);
            is_open = !trimmed.ends_with(';');
        } else if !trimmed.starts_with("//") {
            is_open = (trimmed.starts_with("use ") || trimmed.starts_with("pub use ")) && !trimmed.ends_with(';');
            statements.push((at + 1, trimmed.to_owned()));
        }
    }
    statements
}

/// The rooms that a statement names behind `crate::`, one by one or in braces.
fn imports(statement: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (_, rest) in statement.match_indices("crate::").map(|(at, word)| statement.split_at(at + word.len())) {
        let names = match rest.strip_prefix('{') {
            Some(list) => list.trim_end_matches(['}', ';']).split(',').collect(),
            None => vec![rest],
        };
        for name in names {
            let name: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if !name.is_empty() {
                found.push(name);
            }
        }
    }
    found
}

/// Whether a statement names `word`, also as one of several behind a common path: `std::{fs, io}`.
fn names(statement: &str, word: &str) -> bool {
    let grouped = word.split_once("::").filter(|(_, name)| !name.is_empty()).is_some_and(|(path, name)| {
        let group = statement.split_once(&format!("{path}::{{")).map(|(_, rest)| rest);
        group.is_some_and(|names| {
            names.split([',', '}', ' ']).any(|found| found == name || found.starts_with(&format!("{name}::")))
        })
    });
    statement.contains(word) || grouped
}
