//! `bienban backup` and `bienban restore`: everything with its history into a file, and from one.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::json;

use super::output::say;
use super::{Failure, Run, exit, output};
use crate::i18n::Texts;
use crate::session::{Error, Key, Refusal, Secrecy, Session, StoreError, explain};

/// Describes both commands.
pub(super) fn commands(texts: &Texts) -> [Command; 2] {
    let say = &texts.backup;
    let path =
        |name: &'static str, value: &'static str| Arg::new(name).value_name(value).value_parser(value_parser!(PathBuf));
    let json = || Arg::new("json").long("json").action(ArgAction::SetTrue).help(texts.cli.json);
    let secret = || path("secret-file", "FILE").long("secret-file").help(say.secret_file);
    [
        Command::new("backup")
            .about(say.about)
            .arg(path("file", "FILE").help(say.file))
            .arg(Arg::new("encrypt").long("encrypt").action(ArgAction::SetTrue).help(say.encrypt))
            .arg(secret())
            .arg(
                Arg::new("recipient")
                    .long("recipient")
                    .value_name("age1…")
                    .action(ArgAction::Append)
                    .help(say.recipient),
            )
            .arg(Arg::new("plain").long("plain").action(ArgAction::SetTrue).help(say.plain))
            .arg(json()),
        Command::new("restore")
            .about(say.restore_about)
            .arg(path("file", "FILE").required(true).help(say.restore_file))
            .arg(secret())
            .arg(path("identity", "FILE").long("identity").help(say.identity))
            .arg(Arg::new("check").long("check").action(ArgAction::SetTrue).help(say.check_only))
            .arg(json()),
    ]
}

/// Makes a backup.
pub(super) fn back_up(run: &Run, matches: &ArgMatches) -> Result<u8, Failure> {
    let words = &run.texts.backup;
    let secrecy = secrecy(matches, run.texts)?;
    let mut session = run.open()?;
    if session.is_encrypted() && matches!(secrecy, Secrecy::Plain) && !matches.get_flag("plain") {
        return Err(Failure::Usage(words.choose.to_owned()));
    }
    let target = matches.get_one::<PathBuf>("file").cloned().unwrap_or_else(|| PathBuf::from("."));
    let made = session.back_up(&target, &secrecy)?;
    session.close()?;
    let (path, changes) = (made.path.display().to_string(), made.content.changes);
    if matches.get_flag("json") {
        say(json!({ "path": made.path, "bytes": made.bytes, "changes": changes, "content": made.content.hash }));
        return Ok(exit::DONE);
    }
    let size = explain::size(made.bytes);
    if matches!(secrecy, Secrecy::Recipients(_)) {
        say((words.made_sealed)(&path, changes, &size));
        say(words.unchecked);
    } else {
        say((words.made)(&path, changes, &size));
    }
    say((words.content)(&made.content.hash));
    Ok(exit::DONE)
}

/// Takes from a backup what is not here, or only reads it.
pub(super) fn restore(run: &Run, matches: &ArgMatches) -> Result<u8, Failure> {
    let words = &run.texts.backup;
    let json = matches.get_flag("json");
    let path = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let given = key(matches)?;
    let shown = path.display().to_string();
    if matches.get_flag("check") {
        let pulse = output::pulse(run.texts);
        let content = asking(given, run.texts, |key| Ok(Session::look_at_backup(&path, key, &pulse)?))?;
        if json {
            say(json!({ "whole": true, "changes": content.changes, "content": content.hash }));
        } else {
            say((words.whole)(&shown, content.changes));
            say((words.content)(&content.hash));
        }
        return Ok(exit::DONE);
    }
    let mut session = asking(given.clone(), run.texts, |key| run.open_helped(&path, key))?;
    let received = asking(given, run.texts, |key| Ok(session.restore(&path, key)?))?;
    let here = session.content();
    session.close()?;
    if json {
        say(json!({
            "new": received.new, "changes": received.content.changes, "content": received.content.hash,
            "content_here": here.hash, "drafts": received.drafts, "drafts_left": received.drafts_left,
        }));
        return Ok(exit::DONE);
    }
    match received.new {
        0 => say(words.nothing_new),
        new => say((words.restored)(new, received.content.changes)),
    }
    if received.drafts + received.drafts_left > 0 {
        say((words.drafts)(received.drafts, received.drafts_left));
    }
    say((words.content)(&received.content.hash));
    say((words.content_here)(&here.hash));
    Ok(exit::DONE)
}

/// Tries what was given, and asks for the passphrase where the file turns out to need one.
fn asking<T>(
    given: Option<Key>,
    texts: &Texts,
    mut attempt: impl FnMut(&Key) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let wants = |failure: &Failure| {
        let Failure::Session(Error::Store(StoreError::Backup { why, .. })) = failure else {
            return false;
        };
        *why == Refusal::NeedsPassphrase
    };
    match (attempt(given.as_ref().unwrap_or(&Key::None)), given) {
        (Err(failure), None) if wants(&failure) && io::stdin().is_terminal() => {
            attempt(&Key::Passphrase(ask(texts.backup.ask)?.into()))
        }
        (outcome, _) => outcome,
    }
}

fn key(matches: &ArgMatches) -> Result<Option<Key>, Failure> {
    let file = |name| matches.get_one::<PathBuf>(name).map(|path| read(path)).transpose();
    let passphrase = file("secret-file")?.map(|text| Key::Passphrase(first_line(&text).into()));
    Ok(passphrase.or(file("identity")?.map(|text| Key::Identities(text.into()))))
}

fn secrecy(matches: &ArgMatches, texts: &Texts) -> Result<Secrecy, Failure> {
    let words = &texts.backup;
    let recipients: Vec<String> = matches.get_many("recipient").into_iter().flatten().cloned().collect();
    let secret = matches.get_one::<PathBuf>("secret-file");
    match (matches.get_flag("encrypt") || secret.is_some(), recipients.is_empty()) {
        (false, true) => Ok(Secrecy::Plain),
        (false, false) => Ok(Secrecy::Recipients(recipients)),
        (true, false) => Err(Failure::Usage(words.one_way.to_owned())),
        (true, true) => {
            let passphrase = match secret {
                Some(path) => first_line(&read(path)?),
                None => {
                    let first = ask(words.ask)?;
                    if first != ask(words.ask_again)? {
                        return Err(Failure::Usage(words.differ.to_owned()));
                    }
                    first
                }
            };
            if passphrase.is_empty() {
                return Err(Failure::Usage(words.empty.to_owned()));
            }
            Ok(Secrecy::Passphrase(passphrase.into()))
        }
    }
}

/// Asks for a passphrase at the terminal, without showing it.
fn ask(words: &str) -> Result<String, Failure> {
    rpassword::prompt_password(words).map_err(Failure::Input)
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|source| Error::Store(StoreError::Io { path: path.to_owned(), source }).into())
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}
