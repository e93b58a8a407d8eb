//! `bienban add-basis`: pasted citations into the register of legal documents.

use std::io::{self, Read};

use serde_json::json;

use super::output::say;
use super::{Failure, Run, exit, visits};
use crate::capture::citations;
use crate::domain::{Delegation, LegalBasis};
use crate::figures::print_date;
use crate::session::{Action, Query, Session, View};

pub(super) fn run(run: &Run, delegation: Option<&str>, text: Option<&str>, json: bool) -> Result<u8, Failure> {
    let text = match text {
        Some(text) => text.to_owned(),
        None => {
            let mut read = String::new();
            io::stdin().read_to_string(&mut read).map_err(Failure::Input)?;
            read
        }
    };
    let bases = citations(&text);
    if let Some(unnamed) = bases.iter().find(|basis| !basis.is_named()) {
        return Err(Failure::Usage((run.texts.preparation.paste_unnamed)(&printed(unnamed))));
    }
    let mut session = run.open()?;
    let delegation = delegation.map(|reference| visits::of_kind::<Delegation>(&session, reference)).transpose()?;
    let before: Vec<LegalBasis> = register(&session)?.into_iter().map(|(_, basis)| basis).collect();
    session.act(&Action::AddBases(bases.clone()), &mut || {})?;
    if let Some(delegation) = delegation {
        session.act(&Action::CiteBases { delegation, bases: bases.clone() }, &mut || {})?;
    }
    let after = register(&session)?;
    for basis in &bases {
        let Some((id, stored)) = after.iter().find(|(_, other)| other.is_same_document(basis)) else { continue };
        let is_new = !before.iter().any(|other| other.is_same_document(basis));
        if json {
            say(json!({ "reference": id.reference(), "id": id, "new": is_new, "legal_basis": stored }));
        } else {
            let words = &run.texts.preparation;
            let state = if is_new { words.basis_new } else { words.basis_known };
            say(format!("{}  {} ({state})", id.reference(), printed(stored)));
        }
    }
    session.close()?;
    Ok(exit::DONE)
}

fn register(session: &Session) -> Result<Vec<(crate::domain::RecordId, LegalBasis)>, Failure> {
    let View::LegalBases(view) = session.ask(&Query::LegalBases)? else { return Ok(Vec::new()) };
    Ok(view.bases.into_iter().map(|row| (row.id, row.record)).collect())
}

fn printed(basis: &LegalBasis) -> String {
    let date = basis.date.map(print_date).unwrap_or_default();
    let parts = [&basis.form, &basis.symbol, &date, &basis.issuer, &basis.title];
    parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
}
