//! From a key to a command, in a context: the table of commands, and over it what a person wrote in `keys.toml`.

mod own;

use std::collections::BTreeMap;
use std::fmt::Write;

pub use own::{KeyFault, KeyMistake, explain};

use super::command::{COMMANDS, Command, Context, Spec};
use super::keys::Chord;
use crate::i18n::Texts;

/// The keys in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    /// The keys of commands that were given other ones.
    own: BTreeMap<(Command, Context), Vec<Chord>>,
}

impl Keymap {
    /// Returns the command that a key means in a context.
    #[must_use]
    pub fn command(&self, context: Context, chord: Chord) -> Option<Command> {
        COMMANDS.iter().find(|spec| self.keys(spec, context).any(|key| key == chord)).map(|spec| spec.command)
    }

    /// Returns the keys of a command in a context, the one to show first.
    pub fn keys<'a>(&'a self, spec: &'a Spec, context: Context) -> impl Iterator<Item = Chord> + use<'a> {
        let own = self.own.get(&(spec.command, context));
        let shipped = own.is_none().then(|| shipped(spec, context)).into_iter().flatten();
        own.into_iter().flatten().copied().chain(shipped)
    }

    /// Writes the keys in force as a file `keys.toml` that would give just these.
    #[must_use]
    pub fn written(&self, texts: &Texts) -> String {
        let mut text = String::new();
        for context in Context::ALL {
            let (name, _) = context.name();
            let _ = writeln!(text, "{}[{name}]", if text.is_empty() { "" } else { "\n" });
            for spec in COMMANDS.iter().filter(|spec| shipped(spec, *context).next().is_some()) {
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

/// Returns the keys that a command has when nobody wrote others.
fn shipped(spec: &Spec, context: Context) -> impl Iterator<Item = Chord> + use<'_> {
    spec.bindings
        .iter()
        .filter(move |binding| binding.contexts.contains(&context))
        .flat_map(|binding| binding.keys.iter().copied())
        .filter(move |chord| !context.takes_text() || !is_text(*chord))
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
                for key in shipped(spec, *context) {
                    if let Some(other) = taken.insert(key.to_string(), spec.command.name()) {
                        panic!("{context:?}: {key} means {other} and {}", spec.command.name());
                    }
                }
            }
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
    fn names_are_unique_and_every_command_has_a_key() {
        let mut names: Vec<&str> = COMMANDS.iter().map(|spec| spec.command.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), COMMANDS.len());
        for spec in COMMANDS {
            assert!(
                Context::ALL.iter().any(|context| shipped(spec, *context).next().is_some()),
                "{}",
                spec.command.name()
            );
        }
    }
}
