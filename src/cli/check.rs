//! `bienban check`: what should be looked at before the minutes of a visit leave.

use serde_json::{Value, json};

use super::output::say;
use super::{Failure, Run, exit, visits};
use crate::checks::{Mend, Warning};
use crate::domain::RecordId;
use crate::i18n::Texts;
use crate::session::{ChecksView, Query, Session, View, Waived, explain};

pub(super) fn run(run: &Run, reference: Option<&str>, json: bool) -> Result<u8, Failure> {
    let session = run.open()?;
    let visit = visits::visit(&session, reference)?;
    let mut code = exit::DONE;
    if let Some(view) = checks_of(&session, visit)? {
        if !view.open.is_empty() {
            code = exit::TO_REVIEW;
        }
        if json {
            say(as_json(visit, &view, run.texts));
        } else {
            lines(&view, run.texts).into_iter().for_each(say);
        }
    }
    session.close()?;
    Ok(code)
}

/// Tells on standard error what is left to look at, unless the minutes are sealed as they are; exporting goes on all the same.
pub(super) fn remind(session: &Session, visit: RecordId, texts: &Texts) -> Result<(), Failure> {
    if let Some(view) =
        checks_of(session, visit)?.filter(|view| !view.open.is_empty() && view.visit.visit.record.sealed.is_none())
    {
        for line in lines(&view, texts) {
            eprintln!("{line}");
        }
    }
    Ok(())
}

fn checks_of(session: &Session, visit: RecordId) -> Result<Option<ChecksView>, Failure> {
    Ok(match session.ask(&Query::Checks(visit))? {
        View::Checks(view) => Some(*view),
        _ => None,
    })
}

/// How many there are, then one line for each, then what was switched off.
fn lines(view: &ChecksView, texts: &Texts) -> Vec<String> {
    let words = &texts.checks;
    let mut lines = vec![match view.open.len() {
        0 => words.nothing.to_owned(),
        count => format!("{}:", (words.left)(count)),
    }];
    lines.extend(view.open.iter().map(|warning| format!("  {}", sentence(view, warning, texts))));
    if !view.waived.is_empty() {
        lines.push(format!("{}:", words.switched_off));
    }
    lines.extend(view.waived.iter().map(|waived| {
        let name = explain::check_name(&waived.waiver.record.check, texts);
        format!("  {name} · {}", (words.because)(&waived.waiver.record.reason))
    }));
    lines
}

fn sentence(view: &ChecksView, warning: &Warning, texts: &Texts) -> String {
    let said = explain::warning(warning, texts);
    match view.words_of(&warning.place) {
        words if words.is_empty() => said,
        words => format!("{said} · {} {}", warning.place.id.reference(), words.replace('\n', " ")),
    }
}

fn as_json(visit: RecordId, view: &ChecksView, texts: &Texts) -> Value {
    let warning = |warning: &Warning| {
        json!({
            "check": warning.check.code(),
            "weight": warning.check.weight().code(),
            "kind": warning.place.kind.as_str(),
            "reference": warning.place.id.reference(),
            "mend": mend(warning.place.mend),
            "sentence": explain::warning(warning, texts),
            "words": view.words_of(&warning.place),
        })
    };
    let waived = |waived: &Waived| {
        let record = &waived.waiver.record;
        json!({ "check": record.check, "reason": record.reason, "cases": waived.warnings.len() })
    };
    json!({
        "visit": visit.reference(),
        "open": view.open.iter().map(warning).collect::<Vec<Value>>(),
        "waived": view.waived.iter().map(waived).collect::<Vec<Value>>(),
    })
}

fn mend(mend: Mend) -> Value {
    match mend {
        Mend::Field(field) => json!({ "field": field }),
        Mend::NewEntry(kind) => json!({ "entry": kind }),
        Mend::LinkedEntry(kind) => json!({ "linked_entry": kind }),
        Mend::Attendance(side) => json!({ "attendance": side }),
        Mend::Verdict => json!("verdict"),
    }
}
