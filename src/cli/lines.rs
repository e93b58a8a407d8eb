//! Lines on their way into an open visit: what `bienban add` and `bienban note` have in common.

use std::io::{self, BufRead};

use serde_json::{Value, json};

use super::output::say;
use super::{Failure, Run, visits};
use crate::capture::{self, Context};
use crate::domain::{Entry, Record, RecordId, VisitStatus};
use crate::session::{self, Action, Draft, Outcome, Session, VisitView, capture_key, explain};
use crate::text::nfc;

/// An open visit that lines are written into.
pub(super) struct Notebook<'a> {
    pub(super) run: &'a Run,
    pub(super) session: Session,
    pub(super) visit: RecordId,
    json: bool,
}

impl<'a> Notebook<'a> {
    /// Opens the visit of a reference, or the only open one.
    pub(super) fn open(run: &'a Run, reference: Option<&str>, json: bool) -> Result<Self, Failure> {
        let session = run.open()?;
        let visit = visits::visit(&session, reference)?;
        Ok(Self { run, session, visit, json })
    }

    /// Reads the visit; refuses one that takes no lines, before any is read.
    pub(super) fn view(&self) -> Result<VisitView, Failure> {
        let view = self.session.at_work(self.visit)?;
        if let Some(version) = view.visit.record.sealed {
            return Err(session::Error::Sealed { visit: self.visit, version }.into());
        }
        match view.visit.record.status {
            VisitStatus::Open => Ok(view),
            status => Err(session::Error::VisitNotOpen(status).into()),
        }
    }

    /// Stores a line and says what it became; what of it stayed open goes to standard error.
    pub(super) fn take(&mut self, line: &str) -> Result<(), Failure> {
        let view = self.view()?;
        let action = Action::Capture { visit: self.visit, line: line.to_owned() };
        let Outcome::Saved(id) = self.session.act(&action, &mut || {})? else { return Ok(()) };
        self.tell(line, id, &view)?;
        if let Some(open) = explain::left_open(&view, line, None, self.run.texts) {
            eprintln!("{open}");
        }
        self.tell_figures(id)
    }

    /// Says that an entry is saved, at once: a pipe that feeds lines may wait for it.
    fn tell(&self, line: &str, id: RecordId, view: &VisitView) -> Result<(), Failure> {
        if self.json {
            let fields = self.session.fields(&Entry::KIND, id)?;
            let (kind, text) = (fields.get("kind"), fields.get("text"));
            say(json!({ "reference": id.reference(), "id": id, "kind": kind, "text": text }));
        } else {
            let draft = capture::parse(&nfc(line), &Context { date: view.visit.record.date }).draft;
            let said = explain::line(&draft, view, None, self.run.texts);
            say((self.run.texts.cli.saved)(&id.reference(), &said.join(" · ")));
        }
        Ok(())
    }

    /// Says how the figures of a line were understood; apart from the output, which scripts read.
    fn tell_figures(&self, id: RecordId) -> Result<(), Failure> {
        let fields = self.session.fields(&Entry::KIND, id)?;
        if fields.get("kind").and_then(Value::as_str) == Some("figure") {
            let text = fields.get("text").and_then(Value::as_str).unwrap_or_default();
            for figure in explain::figures(text, self.session.settings().cap, self.run.texts) {
                eprintln!("{}{}", if figure.is_wrong { "⚠ " } else { "" }, figure.text);
            }
        }
        Ok(())
    }

    /// Lays a line that could not be stored behind what is unfinished in the visit's capture line.
    pub(super) fn keep(&self, line: &str) -> Result<(), Failure> {
        let key = capture_key(self.visit);
        let kept = self.session.drafts()?.into_iter().find(|draft| draft.key == key);
        let lines = kept.map(|draft| draft.text).into_iter().chain([line.to_owned()]);
        let text = lines.collect::<Vec<String>>().join("\n");
        Ok(self.session.keep_draft(&Draft { key, text })?)
    }
}

/// A line of standard input.
pub(super) struct Read {
    /// Its number, counted from one.
    pub(super) number: usize,
    /// What it says, without white space at either end.
    pub(super) line: String,
    /// Why some of its bytes are no text.
    pub(super) broken: Option<io::Error>,
}

/// The lines of standard input, one at a time: a person or a pipe may wait for the answer to each.
pub(super) struct Lines<R> {
    input: R,
    number: usize,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn of(input: R) -> Self {
        Self { input, number: 0 }
    }

    /// Waits for the next line; none at the end of the input.
    pub(super) fn next(&mut self) -> Result<Option<Read>, Failure> {
        let mut bytes = Vec::new();
        if self.input.read_until(b'\n', &mut bytes).map_err(Failure::Input)? == 0 {
            return Ok(None);
        }
        self.number += 1;
        let broken = str::from_utf8(&bytes).err().map(io::Error::other);
        let line = String::from_utf8_lossy(&bytes);
        // Some editors begin a file with a mark that says how it is encoded.
        let line = line.trim_start_matches('\u{feff}').trim().to_owned();
        Ok(Some(Read { number: self.number, line, broken }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn every_line_of_an_input_is_read_also_the_last_and_the_broken_one() {
        let mut lines = Lines::of(&b"\xef\xbb\xbfm\xe1\xbb\x99t \r\n\nhai \xff\n  ba"[..]);
        let mut read = Vec::new();
        while let Some(Read { number, line, broken }) = lines.next().unwrap() {
            read.push((number, line, broken.is_some()));
        }
        let expected = [(1, "một", false), (2, "", false), (3, "hai \u{fffd}", true), (4, "ba", false)];
        assert_eq!(read, expected.map(|(number, line, broken)| (number, line.to_owned(), broken)));
    }
}
