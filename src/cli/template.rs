//! `bienban template`: the templates of the minutes, shipped and the office's own.

use std::path::Path;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::output::say;
use super::{Failure, exit};
use crate::i18n::Texts;
use crate::session::{Error, Templates, explain};

pub(super) fn run(matches: &ArgMatches, templates: &Templates, texts: &Texts) -> Result<u8, Failure> {
    let Some((name, matches)) = matches.subcommand() else { return list(templates, texts, false) };
    let word = |id| matches.try_get_one::<String>(id).ok().flatten().map(String::as_str);
    let json = matches.try_get_one::<bool>("json").ok().flatten().copied().unwrap_or_default();
    match name {
        "show" => {
            let template = templates.template(word("name").unwrap_or_default())?;
            say(template.text().trim_end());
            Ok(exit::DONE)
        }
        "copy" => {
            let name = word("name").unwrap_or_default();
            let new = word("new").map_or_else(|| format!("{name}-rieng"), str::to_owned);
            let path = templates.copy(name, &new)?;
            if json {
                say(json!({ "name": new.trim(), "path": path }));
            } else {
                say((texts.templates.copied)(&path.display().to_string(), new.trim()));
            }
            Ok(exit::DONE)
        }
        "check" => check(word("template"), templates, texts, json),
        _ => list(templates, texts, json),
    }
}

fn list(templates: &Templates, texts: &Texts, json: bool) -> Result<u8, Failure> {
    let rows = templates.list()?;
    if json {
        let rows = rows.iter().map(|row| json!({ "name": row.name, "shipped": row.path.is_none(), "path": row.path }));
        say(rows.collect::<Value>());
        return Ok(exit::DONE);
    }
    for row in rows {
        let place = row.path.map_or_else(|| texts.templates.shipped.to_owned(), |path| path.display().to_string());
        say(format!("{}  {place}", row.name));
    }
    Ok(exit::DONE)
}

/// Checks one template, or all of the office's own.
fn check(named: Option<&str>, templates: &Templates, texts: &Texts, json: bool) -> Result<u8, Failure> {
    let named = match named {
        Some(named) => vec![named.to_owned()],
        None => templates.own()?,
    };
    if named.is_empty() && !json {
        say(texts.templates.nothing_to_check);
        return Ok(exit::DONE);
    }
    let checked: Vec<_> = named.iter().map(|named| templates.check(named)).collect::<Result<_, Error>>()?;
    let sound = checked.iter().all(|(_, mistakes)| mistakes.is_empty());
    if json {
        let mistakes = checked.iter().flat_map(|(path, mistakes)| {
            mistakes.iter().map(move |mistake| {
                let says = explain::template_mistake(path, mistake, texts);
                json!({ "path": path, "line": mistake.line, "column": mistake.column, "says": says })
            })
        });
        say(json!({ "sound": sound, "mistakes": mistakes.collect::<Value>() }));
    } else {
        for (path, mistakes) in &checked {
            tell(path, mistakes.iter().map(|mistake| explain::template_mistake(path, mistake, texts)), texts);
        }
    }
    Ok(if sound { exit::DONE } else { exit::USAGE })
}

fn tell(path: &Path, mistakes: impl Iterator<Item = String>, texts: &Texts) {
    let mut mistakes = mistakes.peekable();
    if mistakes.peek().is_none() {
        say((texts.templates.sound)(&path.display().to_string()));
    }
    mistakes.for_each(|mistake| say(format!("{mistake}.")));
}
