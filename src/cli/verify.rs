//! `bienban verify`: whether a file is what was sealed, and whose signature lies beside it.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::output::say;
use super::{Failure, Run, exit};
use crate::session::{self, Beside, Broken, Flaw, Part, Sealed, Signed, Signer, Signers, Verified, explain};

pub(super) fn run(run: &Run, file: &Path, signers: Option<&Path>, json: bool) -> Result<u8, Failure> {
    // Whoever names the signature means what it is of.
    let file = if file.extension() == Some(OsStr::new("sig")) { file.with_extension("") } else { file.to_owned() };
    let signers = signers.map(known).transpose()?.unwrap_or_default();
    let bytes = read(&file)?;
    let beside = beside(&file)?;
    let session = run.open()?;
    let verified = session.verify(&bytes)?;
    let seal = match &verified {
        Verified::Sealed(sealed, _) | Verified::Altered(sealed, _) => Some(&sealed.seal),
        _ => None,
    };
    let signed = beside.map(|beside| session.verify_signature(&bytes, &beside, seal, &signers)).transpose()?;
    if json {
        let mut told = as_json(&verified);
        if let Some(told) = told.as_object_mut() {
            told.insert("signature".into(), signed.as_ref().map(signature).into());
        }
        say(told);
    } else {
        explain::verified(&verified, run.texts).into_iter().for_each(say);
        match &signed {
            Some(signed) => say(explain::signed(signed, run.texts)),
            None if seal.is_some() => say(run.texts.signatures.no_signature),
            None => {}
        }
    }
    session.close()?;
    Ok(match (&verified, signed) {
        (Verified::Altered(..), _) => exit::ALTERED,
        (Verified::Draft, _) => exit::DRAFT,
        (Verified::Elsewhere { .. } | Verified::Unknown, _) => exit::NOT_FOUND,
        (Verified::Sealed(..), Some(Signed::Broken(_))) => exit::NOT_SIGNED,
        (Verified::Sealed(..), Some(Signed::Holds { by: Signer::Unknown, .. })) => exit::UNKNOWN_SIGNER,
        (Verified::Sealed(sealed, _), _) if sealed.is_superseded() => exit::SUPERSEDED,
        (Verified::Sealed(..), _) => exit::DONE,
    })
}

fn read(path: &Path) -> Result<Vec<u8>, session::Error> {
    fs::read(path).map_err(|source| session::Error::ImportFile { path: path.to_owned(), source })
}

/// Reads a list of signers.
fn known(path: &Path) -> Result<Signers, session::Error> {
    let wrong = |line| session::Error::Signers { path: path.to_owned(), line };
    Signers::read(&String::from_utf8_lossy(&read(path)?)).map_err(wrong)
}

/// Reads the signature beside a file, if there is one, and the manifest that it is of.
fn beside(file: &Path) -> Result<Option<Beside>, session::Error> {
    let manifest = file.with_extension("manifest");
    let signature: PathBuf = file.with_extension("manifest.sig");
    let if_there = |path: &Path| match read(path) {
        Err(session::Error::ImportFile { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        found => found.map(Some),
    };
    let Some(signature) = if_there(&signature)? else { return Ok(None) };
    Ok(Some(Beside { manifest: if_there(&manifest)?, signature }))
}

/// What a signature is worth, for scripts.
pub(super) fn signature(signed: &Signed) -> Value {
    match signed {
        Signed::Holds { by, key } => {
            let (by, name) = match by {
                Signer::ThisDevice => ("this_device", None),
                Signer::Listed(name) => ("listed", Some(name)),
                Signer::Sealer => ("sealer", None),
                Signer::Unknown => ("unknown", None),
            };
            json!({ "is": "good", "by": by, "identity": name, "key": key })
        }
        Signed::Broken(broken) => {
            let why = match broken {
                Broken::NoManifest => "no_manifest",
                Broken::OtherFile { .. } => "other_file",
                Broken::Flaw(Flaw::Unreadable) => "unreadable",
                Broken::Flaw(Flaw::Namespace(_)) => "namespace",
                Broken::Flaw(Flaw::Algorithm(_)) => "algorithm",
                Broken::Flaw(Flaw::Mismatch) => "mismatch",
            };
            json!({ "is": "not_good", "why": why })
        }
    }
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
