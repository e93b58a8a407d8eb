//! From a key to a command, in a context.

use super::command::{COMMANDS, Command, Context, Spec};
use super::keys::Chord;

/// Returns the command that a key means in a context.
#[must_use]
pub fn command(context: Context, chord: Chord) -> Option<Command> {
    COMMANDS.iter().find(|spec| keys(spec, context).any(|key| key == chord)).map(|spec| spec.command)
}

/// Returns the keys of a command in a context, the one to show first.
pub fn keys(spec: &Spec, context: Context) -> impl Iterator<Item = Chord> + use<'_> {
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
                for key in keys(spec, context) {
                    if let Some(other) = taken.insert(key.to_string(), spec.name) {
                        panic!("{context:?}: {key} means {other} and {}", spec.name);
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
        let mut names: Vec<&str> = COMMANDS.iter().map(|spec| spec.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), COMMANDS.len());
        for spec in COMMANDS {
            assert!(Context::ALL.iter().any(|context| keys(spec, *context).next().is_some()), "{}", spec.name);
        }
    }
}
