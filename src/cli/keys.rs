//! `bienban keys`: the keys in force, and what is wrong with those that the person wrote.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::output::say;
use super::{Failure, config, exit};
use crate::i18n::Texts;
use crate::session::{KeyFile, explain};
use crate::tui::command::{COMMANDS, Context};
use crate::tui::keymap::{self, Keymap};

pub(super) fn run(matches: &ArgMatches, texts: &Texts) -> Result<u8, Failure> {
    let json = matches.get_flag("json");
    let file = config::keys();
    let (keymap, mistakes) = Keymap::read(&file.lines);
    let path = file.path.display().to_string();
    let unread = file.mistakes.iter().map(|mistake| (mistake.line, explain::settings(mistake, texts)));
    let wrong = mistakes.iter().map(|mistake| (mistake.line, keymap::explain(&path, mistake, texts)));
    let mut told: Vec<(usize, String)> = unread.chain(wrong).collect();
    told.sort();
    match matches.get_one::<String>("what").map_or("show", String::as_str) {
        "check" => Ok(check(&file, &told, json, texts)),
        _ => {
            for (_, mistake) in &told {
                eprintln!("{mistake}");
            }
            show(&keymap, json, texts);
            Ok(exit::DONE)
        }
    }
}

fn check(file: &KeyFile, told: &[(usize, String)], json: bool, texts: &Texts) -> u8 {
    if json {
        let mistakes = told.iter().map(|(line, says)| json!({ "path": file.path, "line": line, "says": says }));
        say(json!({ "sound": told.is_empty(), "mistakes": mistakes.collect::<Value>() }));
    } else {
        for (_, mistake) in told {
            say(mistake);
        }
        if told.is_empty() {
            let path = file.path.display().to_string();
            let sound = if file.lines.is_empty() { texts.keys.shipped.to_owned() } else { (texts.keys.sound)(&path) };
            say(sound);
        }
    }
    if told.is_empty() { exit::DONE } else { exit::USAGE }
}

fn show(keymap: &Keymap, json: bool, texts: &Texts) {
    if !json {
        return say(keymap.written(texts).trim_end());
    }
    let rows = Context::ALL.iter().flat_map(|context| {
        COMMANDS.iter().filter_map(move |spec| {
            let keys: Vec<String> = keymap.keys(spec, *context).map(|key| key.to_string()).collect();
            let name = spec.command.label(&texts.commands).name;
            let row = json!({ "screen": context.name().0, "command": spec.command.name(), "name": name, "keys": keys });
            (!keys.is_empty()).then_some(row)
        })
    });
    say(rows.collect::<Value>());
}
