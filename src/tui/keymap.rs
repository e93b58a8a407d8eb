//! From a key to a command, in a context: the table of commands, and over it what a person wrote in `keys.toml`.

mod named;
mod own;

use std::collections::BTreeMap;
use std::fmt::Write;

pub use own::{KeyFault, KeyMistake, explain};

use super::command::{Binding, COMMANDS, Command, Context, Spec};
use super::keys::Chord;
use crate::i18n::Texts;

/// The keys in force.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// What means something in each context, in the order of the table of commands.
    keys: BTreeMap<Context, Vec<(&'static Spec, Chord)>>,
}

impl Default for Keymap {
    fn default() -> Self {
        let mut keys: BTreeMap<Context, Vec<(&Spec, Chord)>> = BTreeMap::new();
        for spec in COMMANDS {
            for (context, chord) in shipped(spec) {
                keys.entry(context).or_default().push((spec, chord));
            }
        }
        Self { keys }
    }
}

impl Keymap {
    /// The keys in force when commands were given other ones than those shipped.
    fn with(own: impl IntoIterator<Item = ((Command, Context), Vec<Chord>)>) -> Self {
        let mut keymap = Self::default();
        for ((command, context), chords) in own {
            let keys = keymap.keys.entry(context).or_default();
            keys.retain(|(spec, _)| spec.command != command);
            let at = keys.partition_point(|(spec, _)| spec.command < command);
            let spec = COMMANDS.iter().filter(|spec| spec.command == command);
            let given = spec.flat_map(|spec| chords.iter().map(move |chord| (spec, *chord)));
            drop(keys.splice(at..at, given.collect::<Vec<_>>()));
        }
        keymap
    }

    /// Returns what means something in a context, with its keys one by one, in the order of the table of commands.
    #[must_use]
    pub fn of(&self, context: Context) -> &[(&'static Spec, Chord)] {
        self.keys.get(&context).map_or(&[], Vec::as_slice)
    }

    /// Returns the command that a key means in a context.
    #[must_use]
    pub fn command(&self, context: Context, chord: Chord) -> Option<Command> {
        self.of(context).iter().find(|(_, key)| *key == chord).map(|(spec, _)| spec.command)
    }

    /// Returns the keys of a command in a context, the one to show first.
    pub fn keys<'a>(&'a self, spec: &Spec, context: Context) -> impl Iterator<Item = Chord> + use<'a> {
        let command = spec.command;
        self.of(context).iter().filter(move |(spec, _)| spec.command == command).map(|(_, key)| *key)
    }

    /// Writes the keys in force as a file `keys.toml` that would give just these.
    #[must_use]
    pub fn written(&self, texts: &Texts) -> String {
        let mut text = String::new();
        for context in Context::ALL {
            let (name, _) = context.name();
            let _ = writeln!(text, "{}[{name}]", if text.is_empty() { "" } else { "\n" });
            for spec in COMMANDS.iter().filter(|spec| has(spec, *context)) {
                let keys: Vec<String> = self.keys(spec, *context).map(|key| quoted(&key.to_string())).collect();
                let written = format!("{} = [{}]", spec.command.name(), keys.join(", "));
                let _ = writeln!(text, "{written:<40} # {}", spec.command.label(&texts.commands).summary);
            }
        }
        text
    }
}

fn quoted(key: &str) -> String {
    format!("\"{}\"", key.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether a context has a command, by a key or without one.
#[must_use]
pub fn has(spec: &Spec, context: Context) -> bool {
    spec.bindings.iter().any(|binding| binding.contexts.contains(&context))
}

/// Returns the keys that a command has when nobody wrote others, each with where it means the command.
fn shipped(spec: &Spec) -> impl Iterator<Item = (Context, Chord)> + use<'_> {
    let of_binding = |binding: &'static Binding| {
        binding.contexts.iter().flat_map(|context| binding.keys.iter().map(move |chord| (*context, *chord)))
    };
    spec.bindings.iter().flat_map(of_binding).filter(|(context, chord)| !context.takes_text() || !is_text(*chord))
}

/// Returns those of them that mean the command in a context.
fn shipped_in(spec: &Spec, context: Context) -> impl Iterator<Item = Chord> + use<'_> {
    shipped(spec).filter(move |(of, _)| *of == context).map(|(_, chord)| chord)
}

fn is_text(chord: Chord) -> bool {
    chord.modifiers.is_empty() && chord.types().is_some()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crossterm::event::KeyCode;

    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_context() {
        for context in Context::ALL {
            let mut taken: BTreeMap<String, &str> = BTreeMap::new();
            for spec in COMMANDS {
                for key in shipped_in(spec, *context) {
                    if let Some(other) = taken.insert(key.to_string(), spec.command.name()) {
                        panic!("{context:?}: {key} means {other} and {}", spec.command.name());
                    }
                }
            }
        }
    }

    /// What the common keys mean wherever they mean anything; where text is typed letters are text and Home and End move
    /// within it.
    const COMMON: &[(&str, &[Command])] = &[
        ("↑", &[Command::Up]),
        ("↓", &[Command::Down]),
        ("k", &[Command::Up]),
        ("j", &[Command::Down]),
        ("PgUp", &[Command::PageUp]),
        ("PgDn", &[Command::PageDown]),
        ("Home", &[Command::First, Command::LineStart]),
        ("End", &[Command::Last, Command::LineEnd]),
        ("g", &[Command::First]),
        ("G", &[Command::Last]),
        ("Esc", &[Command::Back, Command::No, Command::Interrupt, Command::KeepLines]),
        ("q", &[Command::Back, Command::Quit]),
        ("F1", &[Command::Help]),
        ("?", &[Command::Help]),
        ("Ctrl+Q", &[Command::Quit]),
        ("Ctrl+L", &[Command::Redraw]),
        ("n", &[Command::New, Command::NewVisit, Command::Follow, Command::No]),
        ("e", &[Command::Edit, Command::Answer]),
        ("E", &[Command::EditFacts]),
        ("D", &[Command::Details]),
        ("d", &[Command::Remove, Command::Unlink]),
        ("Del", &[Command::Remove, Command::Unlink, Command::DeleteForward]),
        ("u", &[Command::Undo]),
        ("Ctrl+R", &[Command::Redo]),
        ("h", &[Command::History]),
        ("T", &[Command::Trash]),
        ("t", &[Command::Follow, Command::ChangeKind, Command::Statistics]),
        ("f", &[Command::Register]),
        ("/", &[Command::Filter, Command::Search]),
        ("I", &[Command::ImportFile]),
        ("y", &[Command::Yes, Command::Proceed, Command::Diary]),
        ("w", &[Command::Checks, Command::Review]),
        ("Ctrl+S", &[Command::Save, Command::KeepSearch]),
    ];

    #[test]
    fn the_common_keys_mean_the_same_everywhere() {
        let keymap = Keymap::default();
        for (name, commands) in COMMON {
            let key: Chord = name.parse().unwrap();
            let meant: Vec<_> = Context::ALL.iter().filter_map(|context| keymap.command(*context, key)).collect();
            assert!(meant.iter().all(|command| commands.contains(command)), "{name} means {meant:?}");
            assert!(commands.iter().all(|command| meant.contains(command)), "{name} means only {meant:?}");
        }
        // The other way round: who is told a common key on one screen finds the command under it on every other.
        for spec in COMMANDS {
            let Some((name, _)) = COMMON.iter().find(|(_, commands)| commands.first() == Some(&spec.command)) else {
                continue;
            };
            for context in Context::ALL.iter().filter(|context| !context.takes_text()) {
                let keys: Vec<String> = keymap.keys(spec, *context).map(|key| key.to_string()).collect();
                assert!(keys.is_empty() || keys.iter().any(|key| key == name), "{context:?}: {name} is not {keys:?}");
            }
        }
    }

    #[test]
    fn lists_are_moved_through_alike_and_every_screen_can_be_left() {
        let keymap = Keymap::default();
        for context in Context::ALL.iter().filter(|context| !context.takes_text() && **context != Context::Confirm) {
            for (name, command) in [
                ("↑", Command::Up),
                ("j", Command::Down),
                ("PgDn", Command::PageDown),
                ("g", Command::First),
                ("End", Command::Last),
                ("?", Command::Help),
            ] {
                assert_eq!(keymap.command(*context, name.parse().unwrap()), Some(command), "{context:?}: {name}");
            }
        }
        for context in Context::ALL {
            assert_eq!(keymap.command(*context, "F1".parse().unwrap()), Some(Command::Help), "{context:?}");
            let out = keymap.command(*context, "Esc".parse().unwrap());
            assert!(
                matches!(out, Some(Command::Back | Command::No | Command::Interrupt | Command::KeepLines)),
                "{context:?}"
            );
        }
    }

    #[test]
    fn no_command_needs_a_letter_that_an_input_method_composes() {
        let keys = COMMANDS.iter().flat_map(|spec| spec.bindings).flat_map(|binding| binding.keys);
        for key in keys {
            assert!(!matches!(key.code, KeyCode::Char(letter) if !letter.is_ascii()), "{key}");
            assert_ne!(*key, Chord::ctrl('h'), "some terminals send it for Backspace");
        }
    }

    #[test]
    fn names_are_unique_and_every_command_belongs_somewhere() {
        let mut names: Vec<&str> = COMMANDS.iter().map(|spec| spec.command.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), COMMANDS.len());
        for spec in COMMANDS {
            assert!(Context::ALL.iter().any(|context| has(spec, *context)), "{}", spec.command.name());
        }
    }
}
