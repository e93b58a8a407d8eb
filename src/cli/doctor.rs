//! `bienban doctor`: is everything there, and whole?

use serde_json::json;

use super::output::say;
use super::{Failure, Run, exit};
use crate::session::{Notice, Verdict, explain};

pub(super) fn run(run: &Run, json: bool) -> Result<u8, Failure> {
    let (mut session, mut mended) = super::locking::open(run)?;
    let (verdict, repaired) = session.check()?;
    mended.extend(repaired);
    let content = session.content();
    session.close()?;
    let found: Vec<String> = match &verdict {
        Verdict::Damaged(what) => what.clone(),
        Verdict::Sound { .. } => Vec::new(),
    };
    let notices: Vec<String> = mended.iter().map(|notice| explain::notice(notice, run.texts)).collect();
    let harmed = !found.is_empty() || mended.iter().any(is_damage);
    if json {
        let (changes, records) = match verdict {
            Verdict::Sound { changes, records } => (Some(changes), Some(records)),
            Verdict::Damaged(_) => (None, None),
        };
        say(json!({
            "sound": !harmed, "changes": changes, "records": records, "content": content.hash,
            "found": found, "mended": notices,
        }));
    } else {
        for notice in &notices {
            say(notice);
        }
        if !found.is_empty() {
            say((run.texts.cli.damage)(&found.join("; ")));
            say(run.texts.cli.mended);
        }
        if let Verdict::Sound { changes, records } = verdict {
            say((run.texts.cli.sound)(changes, records, &run.folder.display().to_string()));
            say((run.texts.backup.content)(&content.hash));
        }
    }
    Ok(if harmed { exit::MENDED } else { exit::DONE })
}

/// Whether a notice speaks of damage, rather than of a sudden stop that the journal was made for.
fn is_damage(notice: &Notice) -> bool {
    !matches!(
        notice,
        Notice::Replayed { .. }
            | Notice::TornLineSetAside { .. }
            | Notice::Upgraded { .. }
            | Notice::TextLeft { .. }
            | Notice::EncryptionChanged { .. }
    )
}
