//! `bienban versions` and `bienban compare`: what was sealed of a visit, and what changed between two versions.

use serde_json::json;

use super::output::say;
use super::verify::signature;
use super::{Failure, Run, exit, visits};
use crate::session::{CompareView, Query, View, explain};
use crate::text::{Fate, Words};

pub(super) fn list(run: &Run, reference: Option<&str>, json: bool) -> Result<u8, Failure> {
    let session = run.open()?;
    let visit = visits::visit(&session, reference)?;
    if let View::Versions(view) = session.ask(&Query::Versions(visit))? {
        let words = &run.texts.sealing;
        if view.versions.is_empty() && !json {
            say(words.no_versions);
        }
        for version in &view.versions {
            let (seal, signed) = (&version.seal, version.signed.as_ref());
            if json {
                say(json!({
                    "version": seal.version, "at": seal.at, "by": seal.by, "reason": seal.reason, "code": seal.code(),
                    "minutes": seal.minutes, "export": seal.export, "previous": seal.previous,
                    "in_force": view.visit.record.sealed == Some(seal.version), "signature": signed.map(signature),
                }));
                continue;
            }
            let at = seal.at.map(|at| at.format("%-H:%M %-d/%-m/%Y").to_string()).unwrap_or_default();
            let by = explain::signed_briefly(signed, run.texts);
            let parts = [(words.version)(seal.version), at, seal.by.clone(), seal.code(), by, seal.reason.clone()];
            say(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "));
        }
    }
    session.close()?;
    Ok(exit::DONE)
}

/// Compares two versions; without numbers, the newest with the one before it, or a draft with the newest.
pub(super) fn compare(run: &Run, reference: &str, from: Option<u32>, to: Option<u32>) -> Result<u8, Failure> {
    let session = run.open()?;
    let visit = visits::visit(&session, Some(reference))?;
    if let View::Versions(view) = session.ask(&Query::Versions(visit))? {
        let to = to.or(view.visit.record.sealed);
        let newest = view.versions.last().map_or(0, |newest| newest.seal.version);
        let from = from.unwrap_or(to.map_or(newest, |to| to.saturating_sub(1)));
        if let View::Compare(found) = session.ask(&Query::Compare { visit, from, to })? {
            markdown(&found, run).into_iter().for_each(say);
        }
    }
    session.close()?;
    Ok(exit::DONE)
}

/// Writes a comparison as Markdown: what was removed struck out, what was added bold.
fn markdown(view: &CompareView, run: &Run) -> Vec<String> {
    let words = &run.texts.sealing;
    let to = view.to.map_or_else(|| words.draft_now.to_owned(), words.version);
    let mut lines = vec![format!("# {}", (words.from_to)(&(words.version)(view.from), &to)), String::new()];
    if view.lines.is_empty() {
        lines.push(words.no_difference.to_owned());
    }
    for line in &view.lines {
        let marked = line.iter().map(|part| match part.fate {
            Fate::Same => part.text.clone(),
            Fate::Removed => around(part, "~~"),
            Fate::Added => around(part, "**"),
        });
        lines.extend([marked.collect(), String::new()]);
    }
    lines
}

/// Puts a mark around words; space at either end stays outside, or no reader would take it for a mark.
fn around(part: &Words, mark: &str) -> String {
    let inner = part.text.trim();
    let start = part.text.len() - part.text.trim_start().len();
    let (before, rest) = part.text.split_at_checked(start).unwrap_or(("", &part.text));
    let after = rest.strip_prefix(inner).unwrap_or_default();
    if inner.is_empty() { part.text.clone() } else { format!("{before}{mark}{inner}{mark}{after}") }
}
