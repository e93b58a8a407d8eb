//! `bienban signing-key`: the public key of this device, as a line that others check its signatures by.

use clap::ArgMatches;
use serde_json::json;

use super::output::say;
use super::{Failure, Run, exit};
use crate::session::{Signers, is_identity};

/// Prints the line on standard output and what people should know of it on standard error.
pub(super) fn run(run: &Run, matches: &ArgMatches, json: bool) -> Result<u8, Failure> {
    let words = &run.texts.signatures;
    let given = matches.get_one::<String>("identity");
    if given.is_some_and(|name| !is_identity(name)) {
        return Err(Failure::Usage(words.wrong_identity.to_owned()));
    }
    let session = run.open()?;
    let is_new = matches.get_flag("renew");
    let key = if is_new { session.renew_device_key()? } else { session.device()? };
    let identity = given.cloned().unwrap_or_else(|| session.device_name());
    let (line, fingerprint) = (Signers::line(&identity, &key), key.fingerprint());
    session.close()?;
    if json {
        let key = key.to_string();
        say(json!({ "identity": identity, "key": key, "fingerprint": fingerprint, "line": line, "renewed": is_new }));
    } else {
        say(line);
        eprintln!("{}", (words.key)(&identity, &fingerprint));
        if is_new {
            eprintln!("{}", words.renewed);
        }
    }
    Ok(exit::DONE)
}
