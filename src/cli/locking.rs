//! `bienban lock-store`, `unlock-store`, `passphrase`, `recovery-code`; and the passphrase that every command may need.

use std::fs;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use zeroize::Zeroizing;

use super::output::{self, say};
use super::{Failure, Run, exit};
use crate::i18n::Texts;
use crate::session::{Error, Key, Notice, Passphrase, Pulse, Session, StoreError, asks_for_passphrase, explain};
use crate::tui;

/// What opening comes to.
type Opened = Result<(Session, Vec<Notice>), Error>;

/// Opens the store; an encrypted one by the passphrase from its file, or asked for as often as it is wrong.
pub(super) fn open(run: &Run) -> Result<(Session, Vec<Notice>), Failure> {
    let pulse = output::pulse(run.texts);
    by_passphrase(run, |typed| plainly(run, &pulse, typed))
}

/// Does the same, and where both copies are damaged, with what a backup has.
pub(super) fn open_helped(run: &Run, backup: &Path, key: &Key) -> Result<(Session, Vec<Notice>), Failure> {
    let pulse = output::pulse(run.texts);
    by_passphrase(run, |typed| match plainly(run, &pulse, typed) {
        Err(Error::Store(StoreError::BothDamaged { .. })) => {
            Session::open_helped(&run.folder, run.clock.clone(), pulse.clone(), typed, backup, key)
        }
        opened => opened,
    })
}

fn plainly(run: &Run, pulse: &Pulse, typed: Option<&Passphrase>) -> Opened {
    match typed {
        Some(typed) => Session::unlock(&run.folder, run.clock.clone(), pulse.clone(), typed),
        None => Session::open_telling(&run.folder, run.clock.clone(), pulse.clone()),
    }
}

fn by_passphrase(
    run: &Run,
    attempt: impl Fn(Option<&Passphrase>) -> Opened,
) -> Result<(Session, Vec<Notice>), Failure> {
    match attempt(None) {
        Err(Error::Store(StoreError::Locked { .. })) => {}
        opened => return Ok(opened?),
    }
    if let Some(file) = &run.passphrase_file {
        return Ok(attempt(Some(&from_file(file, run.texts)?))?);
    }
    loop {
        match attempt(Some(&asked(run, run.texts.locking.ask)?)) {
            Err(Error::Store(StoreError::WrongPassphrase { .. })) => eprintln!("{}", run.texts.locking.try_again),
            opened => return Ok(opened?),
        }
    }
}

/// Reads the passphrase that the interface is to begin with: from its file, where the folder asks for one.
pub(super) fn given(folder: &Path, file: Option<&PathBuf>, texts: &Texts) -> Result<Option<Passphrase>, Failure> {
    file.filter(|_| asks_for_passphrase(folder)).map(|file| from_file(file, texts)).transpose()
}

/// Runs one of the commands about encryption.
pub(super) fn run(run: &Run, name: &str, matches: &ArgMatches) -> Result<u8, Failure> {
    let new = matches.try_get_one::<PathBuf>("new-passphrase-file").ok().flatten();
    match name {
        "lock-store" => lock(run, new, matches.get_flag("remove-leftovers")),
        "unlock-store" => unlock(run),
        "passphrase" => change(run, new),
        _ => recovery_code(run),
    }
}

fn lock(run: &Run, new: Option<&PathBuf>, agreed: bool) -> Result<u8, Failure> {
    let words = &run.texts.locking;
    let mut session = run.open()?;
    if session.is_encrypted() {
        session.close()?;
        return Err(Failure::Usage(words.already.to_owned()));
    }
    // What is written anew is read from both copies, which must agree.
    let (_, mended) = session.check()?;
    mended.iter().for_each(|notice| eprintln!("{}", explain::notice(notice, run.texts)));
    let leftovers = session.plain_leftovers()?;
    if !leftovers.is_empty() {
        say(words.leftovers);
        leftovers.iter().for_each(|path| say(format!("  {}", path.display())));
        if !agreed && !agrees(words.leftovers_ask).map_err(Failure::Input)? {
            session.close()?;
            return Err(Failure::Refused(words.leftovers_refused));
        }
    }
    let passphrase = chosen(run, new.or(run.passphrase_file.as_ref()))?;
    session.encrypt(&passphrase, None)?;
    let pulse = output::pulse(run.texts);
    let (session, _) = Session::unlock(&run.folder, run.clock.clone(), pulse, &passphrase)?;
    let session = session.with_settings(run.settings.clone());
    session.settle_searches()?;
    session.close()?;
    say(words.locked_now);
    say(words.forgotten);
    Ok(exit::DONE)
}

fn unlock(run: &Run) -> Result<u8, Failure> {
    let mut session = encrypted(run)?;
    let (_, mended) = session.check()?;
    mended.iter().for_each(|notice| eprintln!("{}", explain::notice(notice, run.texts)));
    session.decrypt()?;
    let session = run.open()?;
    session.settle_searches()?;
    session.close()?;
    say(run.texts.locking.unlocked_now);
    Ok(exit::DONE)
}

fn change(run: &Run, new: Option<&PathBuf>) -> Result<u8, Failure> {
    let session = encrypted(run)?;
    let passphrase = chosen(run, new)?;
    session.change_passphrase(&passphrase, None)?;
    session.close()?;
    say(run.texts.locking.changed_now);
    Ok(exit::DONE)
}

fn recovery_code(run: &Run) -> Result<u8, Failure> {
    let words = &run.texts.locking;
    let session = encrypted(run)?;
    let replaces = session.has_recovery_code()?;
    let code = session.renew_recovery_code()?;
    session.close()?;
    eprintln!("{}", words.code_below);
    say(&code);
    if replaces {
        eprintln!("{}", words.code_replaces);
    }
    Ok(exit::DONE)
}

/// Opens a store that must be encrypted.
fn encrypted(run: &Run) -> Result<Session, Failure> {
    let session = run.open()?;
    if session.is_encrypted() {
        return Ok(session);
    }
    session.close()?;
    Err(Failure::Usage(run.texts.locking.not_encrypted.to_owned()))
}

/// A new passphrase: from a file, or typed twice alike.
fn chosen(run: &Run, file: Option<&PathBuf>) -> Result<Passphrase, Failure> {
    let words = &run.texts.locking;
    let too_short = || (words.too_short)(Passphrase::FEWEST);
    if let Some(file) = file {
        let passphrase = from_file(file, run.texts)?;
        return if passphrase.is_too_short() { Err(Failure::Usage(too_short())) } else { Ok(passphrase) };
    }
    loop {
        let first = asked(run, words.ask_new)?;
        if first.is_too_short() {
            eprintln!("{}", too_short());
        } else if first == asked(run, words.ask_again)? {
            return Ok(first);
        } else {
            eprintln!("{}", words.differ);
        }
    }
}

fn asked(run: &Run, question: &str) -> Result<Passphrase, Failure> {
    match tui::ask_hidden(question) {
        Ok(Some(typed)) => Ok(Passphrase::typed(&typed)),
        Ok(None) => Err(Failure::Refused(run.texts.locking.given_up)),
        Err(_) => Err(Error::from(StoreError::Locked { folder: run.folder.clone() }).into()),
    }
}

/// Reads the first line of a file.
fn from_file(path: &Path, texts: &Texts) -> Result<Passphrase, Failure> {
    let text = fs::read_to_string(path).map(Zeroizing::new);
    let text = text.map_err(|source| Failure::Session(StoreError::Io { path: path.to_owned(), source }.into()))?;
    match text.lines().next().filter(|line| !line.is_empty()) {
        Some(line) => Ok(Passphrase::typed(line)),
        None => Err(Failure::Usage(texts.locking.empty_file.to_owned())),
    }
}

/// Asks a person; nobody at the terminal is a no.
fn agrees(question: &str) -> io::Result<bool> {
    if !io::stdin().is_terminal() {
        return Ok(false);
    }
    let mut out = io::stderr().lock();
    write!(out, "{question}").and_then(|()| out.flush())?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "c" | "có" | "co" | "y" | "yes"))
}
