//! What a file turned out to be, in sentences.

use crate::figures::print_date;
use crate::i18n::Texts;
use crate::session::{Part, Sealed, Verified};
use crate::text::truncate;

/// Cells of the words that are shown of each side of a difference.
const SHOWN: usize = 60;

/// Says what a file is, line by line.
#[must_use]
pub fn verified(verified: &Verified, texts: &Texts) -> Vec<String> {
    let say = &texts.sealing;
    match verified {
        Verified::Sealed(sealed, part) => {
            let part = match part {
                Part::Minutes => say.is_minutes,
                Part::Export => say.is_export,
                Part::Manifest => say.is_manifest,
            };
            let mut lines = vec![(say.is_sealed)(part)];
            lines.extend(facts(sealed, texts));
            lines
        }
        Verified::Altered(sealed, first) => {
            let shown = |text: &str| match text.trim_end() {
                "" => say.end_of_line.to_owned(),
                words => truncate(words, SHOWN),
            };
            let mut lines = vec![
                (say.is_altered)(first.line, first.column),
                (say.was)(&shown(&first.sealed)),
                (say.is_now)(&shown(&first.found)),
            ];
            lines.extend(facts(sealed, texts));
            lines
        }
        Verified::Draft => vec![say.draft.to_owned()],
        Verified::Elsewhere { code } => vec![(say.elsewhere)(code)],
        Verified::Unknown => vec![say.unknown.to_owned()],
    }
}

/// Says which version it is, who sealed it when and why, and whether there is a newer one.
fn facts(sealed: &Sealed, texts: &Texts) -> Vec<String> {
    let (say, seal) = (&texts.sealing, &sealed.seal);
    let date = sealed.visit.as_ref().and_then(|row| row.record.date).map(print_date).unwrap_or_default();
    let reference = seal.visit.map(|visit| format!("({})", visit.reference())).unwrap_or_default();
    let what = [sealed.unit.as_str(), date.as_str(), reference.as_str()];
    let what: Vec<&str> = what.into_iter().filter(|part| !part.is_empty()).collect();
    let at = seal.at.map(|at| at.format("%-H:%M %-d/%-m/%Y").to_string()).unwrap_or_default();
    let mut lines = vec![(say.version_of)(seal.version, &what.join(" ")), (say.sealed_at)(&at, &seal.by, &seal.code())];
    if !seal.reason.is_empty() {
        lines.push((say.because)(&seal.reason));
    }
    if sealed.is_superseded() {
        lines.push((say.is_superseded)(sealed.newest));
    } else {
        lines.push(say.is_newest.to_owned());
        lines.extend(sealed.is_reopened().then(|| say.is_reopened.to_owned()));
    }
    lines
}
