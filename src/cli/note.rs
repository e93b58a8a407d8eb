//! `bienban note`: the capture line without a screen, for screen readers, pipes and dictation.

use std::io::{self, IsTerminal, Write};

use super::lines::{Lines, Notebook, Read};
use super::output::say;
use super::{Failure, Run, exit};
use crate::capture::marks;
use crate::figures::print_date;
use crate::session::{Action, Outcome, capture_key, line_of};

/// How many entries `/list` shows when no number is given: a voice must not read a whole morning.
const LISTED: usize = 10;

/// What a line asks for that is nothing to be noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    List(usize),
    Undo,
    Redo,
    Help,
    End,
}

impl Asked {
    /// Reads a line that consists of a command alone; anything else is noted.
    fn read(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let (command, number) = (words.next()?, words.next());
        let asked = match command.to_lowercase().as_str() {
            "/list" | "/xem" => {
                return match (number.map_or(Ok(LISTED), str::parse), words.next()) {
                    (Ok(count), None) => Some(Self::List(count)),
                    _ => None,
                };
            }
            "/undo" | "/hoantac" => Self::Undo,
            "/redo" | "/lamlai" => Self::Redo,
            "/help" | "/trogiup" => Self::Help,
            "/end" | "/het" => Self::End,
            _ => return None,
        };
        number.is_none().then_some(asked)
    }
}

pub(super) fn run(run: &Run, reference: Option<&str>, json: bool) -> Result<u8, Failure> {
    let mut notebook = Notebook::open(run, reference, json)?;
    let person = io::stdin().is_terminal();
    let outcome = notebook.view().and_then(|_| {
        if person {
            greet(&notebook)?;
        }
        notes(&mut notebook, person)
    });
    notebook.session.close()?;
    outcome
}

/// Says which visit the lines go to and how to stop, and what was left unfinished there.
fn greet(notebook: &Notebook<'_>) -> Result<(), Failure> {
    let (view, texts) = (notebook.view()?, notebook.run.texts);
    let unit = view.unit.as_ref().map_or(texts.screens.no_unit, |unit| unit.record.name.as_str());
    let date = view.visit.record.date.map_or_else(|| texts.screens.no_date.to_owned(), print_date);
    eprintln!("{}", (texts.note.greeting)(unit, &date, view.entries.len()));
    eprintln!("{}", texts.note.how);
    let key = capture_key(notebook.visit);
    for draft in notebook.session.drafts()?.iter().filter(|draft| draft.key == key) {
        eprintln!("{}", (texts.note.unfinished)(&draft.text));
    }
    Ok(())
}

/// Takes line after line until the end; one that fails is kept and does not stop the others.
fn notes(notebook: &mut Notebook<'_>, person: bool) -> Result<u8, Failure> {
    let words = &notebook.run.texts.note;
    let (mut saved, mut failed) = (0, 0);
    let mut lines = Lines::of(io::stdin().lock());
    loop {
        if person {
            prompt();
        }
        let Some(Read { number, line, broken }) = lines.next()? else { break };
        let asked = Asked::read(&line);
        let done = match (asked, broken) {
            (Some(Asked::End), _) => break,
            (Some(asked), _) => answer(notebook, asked),
            (None, Some(error)) => Err(Failure::Input(error)),
            (None, None) if line.is_empty() => Ok(()),
            (None, None) => notebook.take(&line).map(|()| saved += 1),
        };
        if let Err(failure) = done {
            failed += 1;
            let texts = notebook.run.texts;
            let kept = match asked {
                Some(_) => String::new(),
                None => keep(notebook, &line),
            };
            eprintln!("{}", (texts.cli.line_failed)(number, format!("{} {kept}", failure.sentence(texts)).trim_end()));
        }
    }
    if person {
        eprintln!("\n{}", (words.ended)(saved));
    }
    if failed > 0 { Err(Failure::LinesFailed) } else { Ok(exit::DONE) }
}

/// Lays a line aside that was not saved; says where it is, and where that fails too, says the line itself.
fn keep(notebook: &Notebook<'_>, line: &str) -> String {
    let texts = notebook.run.texts;
    match notebook.keep(line) {
        Ok(()) => texts.note.kept.to_owned(),
        Err(failure) => (texts.note.not_kept)(&failure.sentence(texts), line),
    }
}

fn prompt() {
    let mut out = io::stderr().lock();
    let _ = write!(out, "> ").and_then(|()| out.flush());
}

fn answer(notebook: &mut Notebook<'_>, asked: Asked) -> Result<(), Failure> {
    match asked {
        Asked::List(count) => list(notebook, count),
        Asked::Undo => take_back(notebook, true),
        Asked::Redo => take_back(notebook, false),
        Asked::Help => {
            help(notebook.run);
            Ok(())
        }
        Asked::End => Ok(()),
    }
}

fn list(notebook: &Notebook<'_>, count: usize) -> Result<(), Failure> {
    let view = notebook.view()?;
    if view.entries.is_empty() {
        say(notebook.run.texts.cli.nothing);
    }
    for row in view.entries.iter().skip(view.entries.len().saturating_sub(count)) {
        say(format!("{}  {}", row.id.reference(), line_of(&row.record)));
    }
    Ok(())
}

fn take_back(notebook: &mut Notebook<'_>, undo: bool) -> Result<(), Failure> {
    let scope = notebook.view()?.visit.scope;
    let action = if undo { Action::Undo(scope) } else { Action::Redo(scope) };
    let Outcome::TakenBack(records) = notebook.session.act(&action, &mut || {})? else { return Ok(()) };
    let mut names = Vec::new();
    for record in records {
        names.extend(notebook.session.name_of(record.id)?);
    }
    let words = &notebook.run.texts.note;
    say(if undo { words.taken_back } else { words.made_again }(&names.join("; ")));
    Ok(())
}

fn help(run: &Run) {
    let texts = run.texts;
    for line in texts.note.help {
        say(line);
    }
    for mark in marks().iter().filter(|mark| !mark.mark.is_empty()) {
        say(format!("{}  {}", mark.mark, (texts.terms.entry_kind)(mark.kind)));
    }
    for (mark, means) in texts.screens.inner_marks {
        say(format!("{mark}  {means}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_line_that_is_nothing_but_a_command_is_one() {
        for (line, asked) in [
            ("/list", Some(Asked::List(LISTED))),
            ("/xem 30", Some(Asked::List(30))),
            ("/Undo", Some(Asked::Undo)),
            ("/hoantac", Some(Asked::Undo)),
            ("/lamlai", Some(Asked::Redo)),
            ("/trogiup", Some(Asked::Help)),
            ("/het", Some(Asked::End)),
            ("/het giờ làm việc buổi sáng", None),
            ("/list hồ sơ", None),
            ("/list 3 hồ sơ", None),
            ("\\/list", None),
            ("list", None),
            ("", None),
        ] {
            assert_eq!(Asked::read(line), asked, "{line:?}");
        }
        for mark in marks() {
            assert_eq!(Asked::read(mark.mark), None, "a mark is no command");
        }
    }
}
