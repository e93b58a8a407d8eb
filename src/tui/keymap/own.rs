//! A person's own keys: read against the table of commands, every mistake told, the rest taken.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crossterm::event::{KeyCode, KeyModifiers};

use super::{Keymap, has, is_text, shipped_in};
use crate::i18n::Texts;
use crate::session::KeyLine;
use crate::text::nearest;
use crate::tui::command::{COMMANDS, Command, Context, Spec};
use crate::tui::keys::Chord;

/// Keys that stay with their commands whatever is written: the ways on, back and out must never be lost.
const KEPT: [Chord; 6] = [
    Chord::plain(KeyCode::Enter),
    Chord::plain(KeyCode::Esc),
    Chord::plain(KeyCode::Backspace),
    Chord::plain(KeyCode::F(1)),
    Chord::ctrl('q'),
    Chord::ctrl('c'),
];

/// A mistake in the keys that a person wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyMistake {
    /// The line, counted from 1.
    pub line: usize,
    /// The command as written.
    pub command: String,
    /// What is wrong.
    pub what: KeyFault,
}

/// What is wrong with a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// No screen has this name; perhaps another was meant.
    UnknownScreen(String, Option<&'static str>),
    /// No command has this name; perhaps another was meant.
    UnknownCommand(Option<&'static str>),
    /// The screen does not have the command; these do.
    NotHere(Context, Vec<Context>),
    /// The text names no key.
    NoKey(String),
    /// Terminals send another key for it.
    SameAs(Chord, Chord),
    /// The sign is typed with an input method, which may compose it.
    Composed(Chord),
    /// Where text is typed the key writes itself.
    Writes(Chord, Context),
    /// The key always stays with another command.
    Stays(Chord, Context, Command),
    /// The key means another command there.
    Taken(Chord, Context, Command),
    /// The command was given keys for the same screen before.
    Again(usize),
}

/// Keys given to a command in a context, and the line that gave them.
struct Given {
    line: usize,
    /// Whether the line names the screen.
    named: bool,
    keys: Vec<Chord>,
}

impl Keymap {
    /// Takes what a person wrote; a line with a mistake is left out where it is wrong.
    #[must_use]
    pub fn read(lines: &[KeyLine]) -> (Self, Vec<KeyMistake>) {
        let mut mistakes = Vec::new();
        let mut given = BTreeMap::new();
        for line in lines {
            if let Err(what) = take(line, &mut given, &mut mistakes) {
                mistakes.push(KeyMistake { line: line.line, command: line.command.clone(), what });
            }
        }
        while let Some(((command, context), what)) = clash(&given) {
            let Some(dropped) = given.remove(&(command, context)) else { break };
            mistakes.push(KeyMistake { line: dropped.line, command: command.name().to_owned(), what });
        }
        // A line that holds on many screens may be wrong on several: it is told once.
        let mut told = BTreeSet::new();
        mistakes.sort_by_key(|mistake| mistake.line);
        mistakes.retain(|mistake| match &mistake.what {
            KeyFault::Taken(chord, ..) | KeyFault::Stays(chord, ..) => told.insert((mistake.line, chord.to_string())),
            _ => true,
        });
        (Self::with(given.into_iter().map(|(at, given)| (at, given.keys))), mistakes)
    }
}

type Table = BTreeMap<(Command, Context), Given>;

fn take(line: &KeyLine, given: &mut Table, mistakes: &mut Vec<KeyMistake>) -> Result<(), KeyFault> {
    let screen = line.screen.as_deref().map(context_named).transpose()?;
    let Some(spec) = COMMANDS.iter().find(|spec| spec.command.name() == line.command) else {
        return Err(KeyFault::UnknownCommand(nearest(&line.command, COMMANDS.iter().map(|spec| spec.command.name()))));
    };
    let contexts: Vec<Context> = contexts(spec).collect();
    if let Some(screen) = screen.filter(|screen| !contexts.contains(screen)) {
        return Err(KeyFault::NotHere(screen, contexts));
    }
    let mut keys = Vec::new();
    for name in &line.keys {
        match key_named(name, screen) {
            Ok(key) => keys.push(key),
            Err(what) => mistakes.push(KeyMistake { line: line.line, command: line.command.clone(), what }),
        }
    }
    if keys.is_empty() && !line.keys.is_empty() {
        return Ok(());
    }
    for context in contexts.into_iter().filter(|context| screen.is_none_or(|screen| screen == *context)) {
        let mut fitting: Vec<Chord> =
            keys.iter().copied().filter(|key| !context.takes_text() || !is_text(*key)).collect();
        if fitting.is_empty() && !keys.is_empty() {
            // Letters are text here: the command keeps the keys it has.
            continue;
        }
        fitting.extend(shipped_in(spec, context).filter(|key| KEPT.contains(key) && !keys.contains(key)));
        let now = Given { line: line.line, named: screen.is_some(), keys: fitting };
        match given.get(&(spec.command, context)) {
            Some(before) if before.named == now.named => return Err(KeyFault::Again(before.line)),
            // The line that names the screen holds there, wherever it stands.
            Some(before) if before.named => {}
            _ => drop(given.insert((spec.command, context), now)),
        }
    }
    Ok(())
}

fn context_named(name: &str) -> Result<Context, KeyFault> {
    let names = || Context::ALL.iter().map(|context| context.name().0);
    let found = Context::ALL.iter().copied().find(|context| context.name().0 == name);
    found.ok_or_else(|| KeyFault::UnknownScreen(name.to_owned(), nearest(name, names())))
}

fn key_named(name: &str, screen: Option<Context>) -> Result<Chord, KeyFault> {
    let chord: Chord = name.parse().map_err(|_| KeyFault::NoKey(name.to_owned()))?;
    if let KeyCode::Char(letter) = chord.code {
        let sent = match (chord.modifiers, letter) {
            (KeyModifiers::CONTROL, 'h') => Some(KeyCode::Backspace),
            (KeyModifiers::CONTROL, 'i') => Some(KeyCode::Tab),
            (KeyModifiers::CONTROL, 'm') => Some(KeyCode::Enter),
            (KeyModifiers::CONTROL, '[') => Some(KeyCode::Esc),
            _ => None,
        };
        if let Some(code) = sent {
            return Err(KeyFault::SameAs(chord, Chord::plain(code)));
        }
        if !letter.is_ascii() {
            return Err(KeyFault::Composed(chord));
        }
    }
    match screen.filter(|screen| screen.takes_text() && is_text(chord)) {
        Some(screen) => Err(KeyFault::Writes(chord, screen)),
        None => Ok(chord),
    }
}

/// Finds a command whose own keys must be dropped somewhere because another command has one of them.
fn clash(given: &Table) -> Option<((Command, Context), KeyFault)> {
    // The keys that are shipped do not clash among themselves.
    let contexts: BTreeSet<Context> = given.keys().map(|(_, context)| *context).collect();
    for context in contexts {
        let mut holders: HashMap<Chord, Command> = HashMap::new();
        let own = |spec: &&Spec| given.get(&(spec.command, context)).map(|given| given.line);
        let mut specs: Vec<&Spec> = COMMANDS.iter().collect();
        // Those who keep what was shipped come first, then line by line: the later one is told.
        specs.sort_by_key(own);
        for spec in specs {
            let keys = match given.get(&(spec.command, context)) {
                Some(given) => given.keys.clone(),
                None => shipped_in(spec, context).collect(),
            };
            for key in keys {
                let Some(other) = holders.insert(key, spec.command).filter(|other| *other != spec.command) else {
                    continue;
                };
                let at = (spec.command, context);
                let what = if KEPT.contains(&key) { KeyFault::Stays } else { KeyFault::Taken };
                return Some((at, what(key, context, other)));
            }
        }
    }
    None
}

fn contexts(spec: &Spec) -> impl Iterator<Item = Context> + use<'_> {
    Context::ALL.iter().copied().filter(|context| has(spec, *context))
}

/// Says what is wrong in a file of keys.
#[must_use]
pub fn explain(path: &str, mistake: &KeyMistake, texts: &Texts) -> String {
    let say = &texts.keys;
    let named = |command: &Command| command.label(&texts.commands).name;
    let meant = |name: &Option<&str>| name.map(say.meant).unwrap_or_default();
    let what = match &mistake.what {
        KeyFault::UnknownScreen(name, like) => (say.unknown_screen)(name) + &meant(like),
        KeyFault::UnknownCommand(like) => say.unknown_command.to_owned() + &meant(like),
        KeyFault::NotHere(screen, others) => {
            let others: Vec<&str> = others.iter().map(|context| context.name().0).collect();
            (say.not_here)(screen.name().0, &others.join(", "))
        }
        KeyFault::NoKey(name) => (say.no_key)(name),
        KeyFault::SameAs(key, sent) => (say.same_as)(&key.named(texts, false), &sent.named(texts, false)),
        KeyFault::Composed(key) => (say.composed)(&key.named(texts, false)),
        KeyFault::Writes(key, screen) => (say.writes)(&key.named(texts, false), screen.name().0),
        KeyFault::Stays(key, screen, other) => (say.stays)(&key.named(texts, false), screen.name().0, named(other)),
        KeyFault::Taken(key, screen, other) => {
            (say.taken)(&key.named(texts, false), screen.name().0, named(other), other.name())
        }
        KeyFault::Again(line) => (say.again)(*line),
    };
    (say.mistake)(path, mistake.line, &mistake.command, &what)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::session::KeyFile;

    fn read(text: &str) -> (Keymap, Vec<String>) {
        let file = KeyFile::parse("keys.toml".into(), text);
        assert_eq!(file.mistakes, []);
        let (keymap, mistakes) = Keymap::read(&file.lines);
        let texts = Language::English.texts();
        (keymap, mistakes.iter().map(|mistake| explain("keys.toml", mistake, texts)).collect())
    }

    fn key(name: &str) -> Chord {
        name.parse().unwrap()
    }

    #[test]
    fn a_command_gets_other_keys_everywhere_or_on_one_screen() {
        let (keymap, mistakes) =
            read("undo = \"z\"\nhelp = [\"F2\", \"?\"]\n[entries]\nundo = [\"Ctrl+T\"]\n[register]\nsort = []\n");
        assert_eq!(mistakes, Vec::<String>::new());
        assert_eq!(keymap.command(Context::Home, key("z")), Some(Command::Undo));
        assert_eq!(keymap.command(Context::Home, key("u")), None);
        assert_eq!(keymap.command(Context::Entries, key("Ctrl+T")), Some(Command::Undo));
        assert_eq!(keymap.command(Context::Entries, key("z")), None);
        assert_eq!(keymap.command(Context::Register, key("s")), None);
        for (context, name) in [(Context::Capture, "F2"), (Context::Home, "?"), (Context::Form, "F1")] {
            assert_eq!(keymap.command(context, key(name)), Some(Command::Help), "{name}");
        }
        assert_eq!(keymap.command(Context::Form, key("?")), None, "a letter is text where text is typed");
    }

    #[test]
    fn two_commands_may_change_places() {
        let (keymap, mistakes) = read("[entries]\npreview = \"a\"\nattendance = \"p\"\n");
        assert_eq!(mistakes, Vec::<String>::new());
        assert_eq!(keymap.command(Context::Entries, key("a")), Some(Command::Preview));
        assert_eq!(keymap.command(Context::Entries, key("p")), Some(Command::Attendance));
    }

    #[test]
    fn the_ways_on_back_and_out_stay() {
        let (keymap, mistakes) = read("back = \"b\"\nquit = []\n[register]\nopen = []\n");
        assert_eq!(mistakes.len(), 1, "{mistakes:?}");
        for (context, name, command) in [
            (Context::Units, "b", Command::Back),
            (Context::Units, "Esc", Command::Back),
            (Context::Form, "Esc", Command::Back),
            (Context::Form, "Ctrl+Q", Command::Quit),
            (Context::Register, "Enter", Command::Open),
        ] {
            assert_eq!(keymap.command(context, key(name)), Some(command), "{name}");
        }
        assert_eq!(keymap.command(Context::Home, key("q")), None);
    }

    #[test]
    fn every_mistake_is_told_with_its_line_and_the_rest_holds() {
        let text = "\
undoo = \"z\"
redo = \"Ctrl+H\"
trash = \"ư\"
history = [\"F5\", \"Hyper+x\"]
[entires]
undo = \"z\"
[entries]
sort = \"z\"
preview = \"Esc\"
checks = \"a\"
close-visit = \"F5\"
[capture]
phrases = \"f\"
store-line = \"Ctrl+Enter\"
";
        let (keymap, mistakes) = read(text);
        let expected = [
            "keys.toml, line 1, “undoo”: there is no such command; perhaps “undo” is meant.",
            "keys.toml, line 2, “redo”: terminals send Ctrl+H as Backspace.",
            "keys.toml, line 3, “trash”: “ư” is typed with an input method; take a key without marks.",
            "keys.toml, line 4, “history”: “Hyper+x” names no key; as: a, A, F5, Ctrl+P, Alt+Enter, Space, PgDn.",
            "keys.toml, line 6, “undo”: there is no screen “entires”; perhaps “entries” is meant.",
            "keys.toml, line 8, “sort”: the screen “entries” does not have this command; these do: register, statistics.",
            "keys.toml, line 9, “preview”: in “entries”, Esc always stays with “Back”.",
            "keys.toml, line 10, “checks”: in “entries”, a already means “Attendance” (attendance); give that one another key first.",
            "keys.toml, line 11, “close-visit”: in “entries”, F5 already means “History” (history); give that one another key first.",
            "keys.toml, line 13, “phrases”: in “capture”, f is text; take a key with Ctrl or Alt, or F2 to F12.",
        ];
        assert_eq!(mistakes, expected);
        assert_eq!(keymap.command(Context::Entries, key("F5")), Some(Command::History));
        assert_eq!(keymap.command(Context::Entries, key("c")), Some(Command::CloseVisit));
        assert_eq!(keymap.command(Context::Capture, key("Ctrl+Enter")), Some(Command::StoreLine));
        assert_eq!(keymap.command(Context::Capture, key("Enter")), Some(Command::StoreLine));
    }

    #[test]
    fn the_keys_in_force_written_down_are_read_as_the_same() {
        let texts = Language::Vietnamese.texts();
        for text in ["", "undo = \"z\"\nback = \"b\"\n[entries]\npreview = [\"\\\"\", \"\\\\\"]\nsuspend = []\n"] {
            let (keymap, _) = read(text);
            let written = keymap.written(texts);
            let (again, mistakes) = read(&written);
            assert_eq!(mistakes, Vec::<String>::new());
            assert_eq!(again.written(texts), written);
        }
    }
}
