//! Both languages say the same: no sentence is missing, left untranslated, or told past the table of texts.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use bienban::i18n::Language;
use bienban::tui::command::{COMMANDS, Context};
use bienban::tui::keymap::has;
use sources::files;

/// Words that are the same in both languages, and why.
const SAME: &[(&str, &str)] = &[];

/// Vietnamese letters in English texts outside quotation marks, and why.
const VIETNAMESE_IN_ENGLISH: &[(&str, &str)] = &[
    (".cli.quote_the_line", "an example of a line, as it is typed"),
    ("quote_the_line", "an example of a line, as it is typed"),
    ("doubt_name", "an example of a name, as it is typed"),
    (".screens.posts_hint", "the dates of posts are typed with these words"),
    (".imports.dates_of_several", "the dates of posts are typed with these words"),
    (".preparation.place_hint", "an example of a place"),
    (".typing.telex_on", "what the keys become"),
    (".typing.vni_on", "what the keys become"),
    (".search.words", "examples of what is sought in Vietnamese texts"),
    (".search.example", "an example of what is sought in Vietnamese texts"),
];

/// Files of shipped code whose literals hold Vietnamese letters or an English sentence outside `i18n`, and why.
const UNTRANSLATED: &[(&str, &str)] = &[
    ("src/tui/command.rs", "about the screens, for docs/keys.md, which is written in both languages"),
    ("src/tui/reference.rs", "docs/keys.md itself"),
    ("src/tui/screens/visit/hints.rs", "words of a typed line that wait for a date"),
    ("src/session/imports", "headings of columns as people write them"),
    ("src/session/ledger/notes.rs", "names a delegation as its minutes do"),
    ("src/store/check.rs", "what exactly is damaged, for whoever mends it by hand, as docs/storage.md names it"),
    ("src/store/reconcile.rs", "the same"),
    ("src/store/batch.rs", "the same"),
    ("src/store/database.rs", "the same"),
    ("src/store/envelope.rs", "the same"),
    ("src/store/journal.rs", "the same"),
    ("src/store/drafts.rs", "the same"),
    ("src/store/backup.rs", "the same"),
    ("src/store/backup", "the same"),
    ("src/store/cipher.rs", "the same"),
    ("src/store/kept.rs", "the same"),
    ("src/store/locking.rs", "the same"),
    ("src/store/key.rs", "names what a key is for, in its derivation"),
    ("src/cli/locking.rs", "an answer as people type it"),
    ("src/store/quiet.rs", "told to the programmer, should it ever be"),
    ("src/session/faults.rs", "compiled into tests only"),
    ("src/store/disk/fault.rs", "the same"),
];

fn is_vietnamese(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_ascii() && !matches!(letter, 'µ' | '×')
}

/// Every word, in the order of the table: name of its field and what it says.
fn words(language: Language) -> Vec<(String, String)> {
    let told = format!("{:#?}", language.texts());
    let mut found = Vec::new();
    let mut path: Vec<String> = Vec::new();
    for line in told.lines() {
        let line = line.trim().trim_end_matches(',');
        match line.split_once(": ") {
            Some((name, value)) if value.starts_with('"') => {
                found.push((format!("{}.{name}", path.join(".")), value.trim_matches('"').to_owned()));
            }
            Some((name, value)) if value.ends_with(['{', '[', '(']) => path.push(name.to_owned()),
            _ if line.ends_with(['{', '[', '(']) => path.push(String::new()),
            _ if line.starts_with(['}', ']', ')']) => drop(path.pop()),
            _ => {}
        }
    }
    assert!(found.len() > 500, "{}", found.len());
    found
}

/// The literals of a piece of source without its comments, each with the byte where it begins.
fn literals(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut rest = source.char_indices().peekable();
    while let Some((at, letter)) = rest.next() {
        match letter {
            '/' if rest.peek().is_some_and(|(_, next)| *next == '/') => {
                for (_, letter) in rest.by_ref() {
                    if letter == '\n' {
                        break;
                    }
                }
            }
            // A character, not the beginning of a lifetime.
            '\'' => {
                let ahead: Vec<char> = rest.clone().take(3).map(|(_, letter)| letter).collect();
                let length = match ahead.as_slice() {
                    ['\\', _, '\''] => 3,
                    [_, '\'', ..] => 2,
                    _ => 0,
                };
                for _ in 0..length {
                    rest.next();
                }
            }
            '"' => {
                let mut text = String::new();
                while let Some((_, letter)) = rest.next() {
                    match letter {
                        '"' => break,
                        '\\' => text
                            .extend(rest.next().filter(|(_, escaped)| matches!(escaped, '"' | '\\')).map(|(_, e)| e)),
                        other => text.push(other),
                    }
                }
                found.push((at, text));
            }
            _ => {}
        }
    }
    found
}

/// Which of its arguments a sentence uses, by their place.
fn used(head: &str, body: &str) -> Vec<bool> {
    let (arguments, body) = match body.trim_start().strip_prefix('|') {
        Some(closure) => closure.split_once('|').unwrap(),
        None => (head, body),
    };
    let is_in_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let names = arguments.split(',').map(|argument| argument.split(':').next().unwrap().trim());
    let words: BTreeSet<&str> = body.split(|letter| !is_in_name(letter)).collect();
    names.filter(|name| !name.is_empty()).map(|name| words.contains(name)).collect()
}

/// The keys named in a text, as `⟨units/new⟩`.
fn keys(text: &str) -> BTreeSet<String> {
    text.split('⟨').skip(1).filter_map(|part| part.split_once('⟩')).map(|(key, _)| key.to_owned()).collect()
}

/// A sentence as its source has it.
struct Sentence {
    name: String,
    arguments: String,
    vietnamese: String,
    english: String,
}

/// The sentences of a file of texts.
fn sentences(source: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    if let Some((_, declared)) = source.split_once("sentences {") {
        let declared = declared.split("\n    lists").next().unwrap();
        for item in top_level(declared, ';') {
            let Some((head, bodies)) = item.split_once("):") else { continue };
            let (name, arguments) = head.trim().split_once('(').unwrap();
            let bodies = top_level(bodies, ',');
            let [vietnamese, english] = bodies.as_slice() else { panic!("{name}: {} parts", bodies.len()) };
            let (vietnamese, english) = (vietnamese.clone(), english.clone());
            found.push(Sentence { name: name.to_owned(), arguments: arguments.to_owned(), vietnamese, english });
        }
    }
    let of = |language: &str| -> BTreeMap<String, String> {
        let Some((_, body)) = source.split_once(&format!("const {language}: ")) else { return BTreeMap::new() };
        let body = body.split_once('{').unwrap().1.split("\n};").next().unwrap();
        let items = top_level(body, ',').into_iter();
        items
            .filter_map(|item| item.split_once(':').map(|(name, body)| (name.trim().to_owned(), body.to_owned())))
            .collect()
    };
    let english = of("ENGLISH");
    // What a macro makes is in no file.
    let own = of("VIETNAMESE").into_iter().filter(|(name, _)| !name.starts_with('$'));
    found.extend(own.map(|(name, vietnamese)| {
        let english = english.get(&name).unwrap_or_else(|| panic!("{name} is not in English")).clone();
        Sentence { name, arguments: String::new(), vietnamese, english }
    }));
    found
}

/// Cuts source where `mark` stands outside of brackets and literals.
fn top_level(source: &str, mark: char) -> Vec<String> {
    let literals: Vec<(usize, usize)> = literals_with_ends(source);
    let (mut depth, mut begin, mut parts, mut pipes) = (0_i32, 0, Vec::new(), false);
    for (at, letter) in source.char_indices() {
        if literals.iter().any(|(start, end)| (*start..*end).contains(&at)) {
            continue;
        }
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            '|' => pipes = !pipes,
            _ if letter == mark && depth == 0 && !pipes => {
                parts.push(source.get(begin..at).unwrap().to_owned());
                begin = at + 1;
            }
            _ => {}
        }
    }
    let last = source.get(begin..).unwrap();
    if mark == ',' && !last.trim().is_empty() {
        parts.push(last.to_owned());
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

fn literals_with_ends(source: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let starts: Vec<usize> = literals(source).into_iter().map(|(at, _)| at).collect();
    for start in starts {
        let mut escaped = false;
        let rest = source.get(start + 1..).unwrap();
        let end = rest.char_indices().find(|(_, letter)| {
            let ends = *letter == '"' && !escaped;
            escaped = *letter == '\\' && !escaped;
            ends
        });
        found.push((start, start + 2 + end.map_or(rest.len(), |(at, _)| at)));
    }
    found
}

fn without_quotations(text: &str) -> String {
    let mut kept = String::new();
    let mut quoted = false;
    for letter in text.chars() {
        match letter {
            '“' | '`' if !quoted => quoted = true,
            '”' | '`' => quoted = false,
            other if !quoted => kept.push(other),
            _ => {}
        }
    }
    kept
}

#[test]
fn every_word_is_said_in_both_languages_and_differently() {
    let (vietnamese, english) = (words(Language::Vietnamese), words(Language::English));
    let names = |words: &[(String, String)]| words.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    let (of_vi, of_en) = (names(&vietnamese), names(&english));
    let other = of_vi.iter().zip(&of_en).find(|(vi, en)| vi != en);
    assert!(other.is_none() && of_vi.len() == of_en.len(), "{other:?}, {} and {}", of_vi.len(), of_en.len());
    let mut wrong = Vec::new();
    for ((name, vi), (_, en)) in vietnamese.iter().zip(&english) {
        if vi.trim().is_empty() != en.trim().is_empty() {
            wrong.push(format!("{name}: said in one language only: {vi:?} {en:?}"));
        }
        let is_word = vi.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
        if vi == en && is_word && !SAME.iter().any(|(known, _)| known == name) {
            wrong.push(format!("{name}: the same in both: {vi:?}"));
        }
        let strays = without_quotations(en).chars().any(is_vietnamese);
        if strays && !VIETNAMESE_IN_ENGLISH.iter().any(|(known, _)| known == name) {
            wrong.push(format!("{name}: Vietnamese letters in English: {en:?}"));
        }
        let (of_vi, of_en) = (keys(vi), keys(en));
        if of_vi != of_en {
            wrong.push(format!("{name}: names {of_vi:?} in one language and {of_en:?} in the other"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_sentence_says_the_same_things_in_both_languages() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for path in files(Path::new("src/i18n")) {
        let source = fs::read_to_string(&path).unwrap();
        for Sentence { name, arguments, vietnamese, english } in sentences(&source) {
            count += 1;
            let said = |body: &str| literals(body).into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" ");
            let (vi_said, en_said) = (said(&vietnamese), said(&english));
            let place = format!("{}: {name}", path.display());
            let (of_vi, of_en) = (used(&arguments, &vietnamese), used(&arguments, &english));
            if of_vi != of_en {
                wrong.push(format!("{place}: of its arguments they use {of_vi:?} and {of_en:?}"));
            }
            let strays = without_quotations(&en_said).chars().any(is_vietnamese);
            if strays && !VIETNAMESE_IN_ENGLISH.iter().any(|(known, _)| *known == name) {
                wrong.push(format!("{place}: Vietnamese letters in English: {en_said:?}"));
            }
            let (of_vi, of_en) = (keys(&vi_said), keys(&en_said));
            if of_vi != of_en {
                wrong.push(format!("{place}: names {of_vi:?} in one language and {of_en:?} in the other"));
            }
        }
    }
    assert!(count > 350, "{count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_key_named_in_a_text_is_a_command_of_its_screen() {
    let mut wrong = Vec::new();
    for path in files(Path::new("src/i18n")) {
        for (_, text) in literals(&fs::read_to_string(&path).unwrap()) {
            for key in keys(&text) {
                let Some((context, command)) = key.split_once('/').filter(|_| !key.contains('{')) else { continue };
                let context = Context::ALL.iter().find(|known| known.name().0 == context);
                let is_there = COMMANDS
                    .iter()
                    .any(|spec| spec.command.name() == command && context.is_some_and(|context| has(spec, *context)));
                if !is_there {
                    wrong.push(format!("{}: {key}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_is_said_past_the_table_of_texts() {
    let mut wrong = Vec::new();
    // The minutes and their phrases are Vietnamese whatever the interface speaks, and so are the words that are read there.
    for room in ["src/tui", "src/cli", "src/session", "src/store"] {
        for path in files(Path::new(room)).into_iter().filter(|path| !path.ends_with("laws.rs")) {
            let source = fs::read_to_string(&path).unwrap();
            let shipped = source.split("#[cfg(test)]").next().unwrap();
            for (at, text) in literals(shipped) {
                let line_start = shipped.get(..at).unwrap().rfind('\n').map_or(0, |end| end + 1);
                let before = shipped.get(line_start..at).unwrap();
                let number = shipped.get(..at).unwrap().lines().count();
                let is_told_by_the_library = before.contains("#[error(") || before.contains("reason = ");
                let words = text
                    .split(' ')
                    .filter(|word| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_lowercase()));
                let is_sentence = words.count() >= 3;
                let is_told = text.chars().any(is_vietnamese) || is_sentence;
                let known = UNTRANSLATED.iter().any(|(known, _)| path.starts_with(known));
                if is_told && !is_told_by_the_library && !known {
                    wrong.push(format!("{}:{number}: {text:?}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
