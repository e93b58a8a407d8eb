//! `bienban add`: lines into the open visit.

use std::io;

use super::lines::{Lines, Notebook, Read};
use super::{Failure, Run, exit};

pub(super) fn run(run: &Run, reference: Option<&str>, line: Option<&str>, json: bool) -> Result<u8, Failure> {
    let mut notebook = Notebook::open(run, reference, json)?;
    let outcome = match line {
        Some(line) => notebook.take(line).map(|()| exit::DONE),
        None => many(&mut notebook),
    };
    notebook.session.close()?;
    outcome
}

/// Stores the lines of standard input; one that fails is told with its number and does not stop the others.
fn many(notebook: &mut Notebook<'_>) -> Result<u8, Failure> {
    let mut failed = false;
    let mut lines = Lines::of(io::stdin().lock());
    while let Some(Read { number, line, broken }) = lines.next()? {
        let stored = match broken {
            Some(error) => Err(Failure::Input(error)),
            None if line.is_empty() => Ok(()),
            None => notebook.take(&line),
        };
        if let Err(failure) = stored {
            failed = true;
            let texts = notebook.run.texts;
            eprintln!("{}", (texts.cli.line_failed)(number, &failure.sentence(texts)));
        }
    }
    if failed { Err(Failure::LinesFailed) } else { Ok(exit::DONE) }
}
