//! The house keeps its shape: rooms import only downwards, and a few things are named in one place alone.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms it may import, as the picture in `docs/architecture.md` has them.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("clock", &[]),
    ("domain", &["text"]),
    ("figures", &["domain", "text"]),
    ("capture", &["domain", "figures", "text"]),
    ("minutes", &["domain", "figures", "text"]),
    ("i18n", &["domain", "capture"]),
    ("store", &["clock", "domain"]),
    ("session", &["capture", "clock", "domain", "figures", "i18n", "minutes", "store", "text"]),
    ("demo", &["clock", "domain", "session"]),
    ("tui", &["capture", "clock", "domain", "figures", "i18n", "session", "text"]),
    ("cli", &["clock", "demo", "domain", "figures", "i18n", "session", "tui"]),
    ("main", &["cli"]),
];

/// Words that only the rooms named beside them may use.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("sled::", &["store"]),
    ("bincode::", &["store"]),
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
            if line.contains(word) && !rooms.contains(&room.as_str()) {
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
}

/// Every line of code outside comments and test modules, with its room.
fn code() -> Vec<(String, PathBuf, usize, String)> {
    let mut lines = Vec::new();
    for path in files(Path::new("src")) {
        let room = path.strip_prefix("src").unwrap().components().next().unwrap();
        let room = room.as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned();
        if room == "lib" {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let shipped = text.lines().take_while(|line| !line.contains("#[cfg(test)]"));
        for (at, line) in shipped.enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            lines.push((room.clone(), path.clone(), at + 1, line.to_owned()));
        }
    }
    assert!(lines.len() > 1_000, "the sources were not found");
    lines
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The rooms that a line names behind `crate::`, one by one or in braces.
fn imports(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (_, rest) in line.match_indices("crate::").map(|(at, word)| line.split_at(at + word.len())) {
        let names = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').collect(),
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
