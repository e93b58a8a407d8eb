//! `bienban verify`: whether a file is what was sealed.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::output::say;
use super::{Failure, Run, exit};
use crate::session::{self, Part, Sealed, Verified, explain};

pub(super) fn run(run: &Run, file: &Path, json: bool) -> Result<u8, Failure> {
    let bytes = fs::read(file).map_err(|source| session::Error::ImportFile { path: file.to_owned(), source })?;
    let session = run.open()?;
    let verified = session.verify(&bytes)?;
    if json {
        say(as_json(&verified));
    } else {
        explain::verified(&verified, run.texts).into_iter().for_each(say);
    }
    session.close()?;
    Ok(match &verified {
        Verified::Sealed(sealed, _) if sealed.is_superseded() => exit::SUPERSEDED,
        Verified::Sealed(..) => exit::DONE,
        Verified::Altered(..) => exit::ALTERED,
        Verified::Draft => exit::DRAFT,
        Verified::Elsewhere { .. } | Verified::Unknown => exit::NOT_FOUND,
    })
}

fn as_json(verified: &Verified) -> Value {
    match verified {
        Verified::Sealed(sealed, part) => {
            let part = match part {
                Part::Minutes => "minutes",
                Part::Export => "export",
                Part::Manifest => "manifest",
            };
            json!({ "is": "sealed", "part": part, "seal": seal(sealed) })
        }
        Verified::Altered(sealed, first) => json!({
            "is": "altered",
            "line": first.line,
            "column": first.column,
            "sealed": first.sealed,
            "found": first.found,
            "seal": seal(sealed),
        }),
        Verified::Draft => json!({ "is": "draft" }),
        Verified::Elsewhere { code } => json!({ "is": "elsewhere", "code": code }),
        Verified::Unknown => json!({ "is": "unknown" }),
    }
}

fn seal(sealed: &Sealed) -> Value {
    let seal = &sealed.seal;
    json!({
        "visit": seal.visit.map(|visit| visit.reference()),
        "unit": sealed.unit,
        "version": seal.version,
        "newest": sealed.newest,
        "superseded": sealed.is_superseded(),
        "reopened": sealed.is_reopened(),
        "at": seal.at,
        "by": seal.by,
        "author": seal.author,
        "reason": seal.reason,
        "code": seal.code(),
        "minutes": seal.minutes,
        "export": seal.export,
        "previous": seal.previous,
    })
}
