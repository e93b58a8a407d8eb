//! kill -9 while visits are closed, sealed, opened again and exported: a seal is whole or not there, and none is lost.
//! `BIENBAN_ROUNDS` plays more rounds, `BIENBAN_SEED` repeats them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "store/chance.rs"]
mod chance;
#[path = "store/kit.rs"]
mod kit;
mod support;
#[path = "store/writer.rs"]
mod writer;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use bienban::clock::SystemClock;
use bienban::domain::{RecordId, Seal, VisitStatus};
use bienban::session::{
    Action, Beside, Outcome, Part, Passphrase, Pulse, Query, Session, Signed, Signer, Signers, Verdict, Verified,
    VersionsView, View, VisitView,
};
use chance::{Chance, rounds};
use chrono::NaiveTime;
use kit::{CHEAP, How, PASSPHRASE};
use sha2::{Digest, Sha256};
use support::{Office, opened};
use writer::{Writer, say};

const VISIT: &str = "BIENBAN_WRITER_VISIT";
/// So many rounds are played with one folder: what is sealed grows with every version.
const ROUNDS_OF_A_FOLDER: u64 = 40;

/// What the entry of that number says; some are long.
fn words(number: usize) -> String {
    let text = format!("Tự phê bình còn nể nang, lần thứ {number}");
    if number.is_multiple_of(9) { [text.as_str(); 80].join(", ") } else { text }
}

fn unlock(data: &Path) -> Session {
    Session::unlock(data, Arc::new(SystemClock), Pulse::default(), &Passphrase::typed(PASSPHRASE)).unwrap().0
}

fn visit(session: &Session, id: RecordId) -> VisitView {
    let View::Visit(view) = session.ask(&Query::Visit(id)).unwrap() else { panic!("another view") };
    *view
}

fn versions(session: &Session, id: RecordId) -> VersionsView {
    let View::Versions(view) = session.ask(&Query::Versions(id)).unwrap() else { panic!("another view") };
    *view
}

/// Body of the process that is killed; does nothing in an ordinary run.
#[test]
fn writer() {
    let (Ok(folder), Ok(id)) = (std::env::var(writer::FOLDER), std::env::var(VISIT)) else { return };
    let (folder, id) = (PathBuf::from(folder), id.parse().unwrap());
    let mut session = unlock(&folder.join("data"));
    let reopen = || Action::ReopenVisit { visit: id, reason: "bổ sung".into() };
    let now = visit(&session, id);
    let mut lines = now.entries.len();
    let mut act = |action: Action| session.act(&action, &mut || {}).unwrap();
    if now.visit.record.status == VisitStatus::Closed {
        act(reopen());
    }
    for version in 1_u64.. {
        lines += 1;
        act(Action::Capture { visit: id, line: format!("-- {}", words(lines)) });
        say(&format!("ack line {lines}"));
        let end = NaiveTime::from_hms_opt(11, 5, 0);
        let sealed = act(Action::CloseVisit { visit: id, end, facts: None });
        let Outcome::Sealed { version: number, code, .. } = sealed else { panic!("{sealed:?}") };
        say(&format!("ack sealed {number} {code}"));
        let export = match version % 2 {
            0 => Action::Export { visit: id, folder: folder.join("out"), built_in: false },
            _ => Action::ExportVersion { visit: id, version: number, folder: folder.join("out") },
        };
        let exported = act(export);
        let Outcome::ExportedSealed { path, .. } = exported else { panic!("{exported:?}") };
        say(&format!("ack exported {}", path.display()));
        act(reopen());
        say(&format!("ack opened {number}"));
    }
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A folder with an open visit, plain or encrypted.
fn begun(how: How) -> (tempfile::TempDir, RecordId) {
    let mut office = Office::new();
    let place = opened(&mut office);
    let Office { folder, session, .. } = office;
    match how {
        How::Plain => session.close().unwrap(),
        How::Encrypted => session.encrypt(&Passphrase::typed(PASSPHRASE), Some(CHEAP)).unwrap(),
    }
    fs::create_dir(folder.path().join("out")).unwrap();
    (folder, place.visit)
}

/// What was acknowledged so far.
#[derive(Default)]
struct Acknowledged {
    lines: usize,
    sealed: BTreeSet<(u32, String)>,
    opened: u32,
    exported: BTreeSet<PathBuf>,
}

impl Acknowledged {
    fn hear(&mut self, said: &[String]) {
        for line in said.iter().filter_map(|line| line.strip_prefix("ack ")) {
            let (what, rest) = line.split_once(' ').unwrap();
            match what {
                "line" => self.lines = rest.parse().unwrap(),
                "sealed" => {
                    let (version, code) = rest.split_once(' ').unwrap();
                    self.sealed.insert((version.parse().unwrap(), code.to_owned()));
                }
                "opened" => self.opened = rest.parse().unwrap(),
                _ => drop(self.exported.insert(PathBuf::from(rest))),
            }
        }
    }
}

/// Asserts that the versions of the visit follow each other without a gap and say what they were sealed as.
fn assert_chain(session: &mut Session, id: RecordId, acknowledged: &Acknowledged) -> Vec<Seal> {
    let seals: Vec<Seal> = versions(session, id).versions.into_iter().map(|version| version.seal).collect();
    let mut previous = String::new();
    for (number, seal) in (1..).zip(&seals) {
        assert_eq!((seal.version, &seal.previous), (number, &previous));
        previous.clone_from(&seal.export);
    }
    let there: BTreeSet<(u32, String)> = seals.iter().map(|seal| (seal.version, seal.code())).collect();
    assert!(there.is_superset(&acknowledged.sealed), "{there:?}, and {:?} acknowledged", acknowledged.sealed);
    // At most the one that was being made.
    assert!(there.len() <= acknowledged.sealed.len() + 1 || acknowledged.sealed.is_empty());
    for seal in seals.iter().rev().take(3) {
        let out = tempfile::tempdir().unwrap();
        let export = Action::ExportVersion { visit: id, version: seal.version, folder: out.path().to_owned() };
        let Outcome::ExportedSealed { path, .. } = session.act(&export, &mut || {}).unwrap() else {
            panic!("not exported")
        };
        let parts = [(Part::Minutes, "md", Some(&seal.minutes)), (Part::Export, "jsonl", Some(&seal.export))];
        for (part, extension, hash) in parts.into_iter().chain([(Part::Manifest, "manifest", None)]) {
            let bytes = fs::read(path.with_extension(extension)).unwrap();
            assert!(hash.is_none_or(|hash| *hash == sha256(&bytes)), "{extension} of {}", seal.version);
            let Verified::Sealed(found, as_part) = session.verify(&bytes).unwrap() else { panic!("not known") };
            assert_eq!((found.seal.version, as_part), (seal.version, part));
        }
    }
    seals
}

/// Asserts that files under their names are whole, and that a manifest is there only with what it names.
fn assert_exports(session: &Session, out: &Path, acknowledged: &Acknowledged) {
    for item in fs::read_dir(out).unwrap() {
        let path = item.unwrap().path();
        if path.file_name().unwrap().to_string_lossy().starts_with(".bienban-") {
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        if path.extension().is_some_and(|extension| extension == "sig") {
            let manifest = fs::read(path.with_extension("")).unwrap();
            let beside = Beside { manifest: Some(manifest.clone()), signature: bytes };
            let signed = session.verify_signature(&manifest, &beside, None, &Signers::default()).unwrap();
            assert!(matches!(signed, Signed::Holds { by: Signer::ThisDevice, .. }), "{}: {signed:?}", path.display());
            continue;
        }
        assert!(matches!(session.verify(&bytes).unwrap(), Verified::Sealed(..)), "{}", path.display());
        if path.extension().is_some_and(|extension| extension == "manifest") {
            let text = String::from_utf8(bytes).unwrap();
            for (hash, name) in text.lines().filter_map(|line| line.split_once("  ")) {
                assert_eq!(sha256(&fs::read(out.join(name)).unwrap()), hash, "{name}");
            }
        }
    }
    for path in &acknowledged.exported {
        for extension in ["md", "jsonl", "manifest", "manifest.sig"] {
            assert!(path.with_extension(extension).exists(), "{}.{extension}", path.display());
        }
    }
}

#[test]
fn a_seal_is_whole_or_not_there_when_the_process_is_killed() {
    How::BOTH.into_iter().for_each(kill_while_sealing);
}

fn kill_while_sealing(how: How) {
    let mut chance = Chance::new("kill sealing");
    let (mut folder, mut id) = begun(how);
    let mut acknowledged = Acknowledged::default();
    let (mut sealed, mut exported, mut unheard, mut closed) = (0, 0, 0, 0);
    let rounds = rounds(10);
    for round in 0..rounds {
        if round > 0 && round % ROUNDS_OF_A_FOLDER == 0 {
            sealed += acknowledged.sealed.len();
            exported += acknowledged.exported.len();
            (folder, id) = begun(how);
            acknowledged = Acknowledged::default();
        }
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.env(VISIT, id.to_string());
        let mut writer = Writer::spawn(&mut command, folder.path(), "seal");
        writer.await_acknowledgements(chance.below(9));
        std::thread::sleep(Duration::from_micros(chance.below(30_000)));
        writer.child.kill().unwrap();
        writer.hear_out();
        acknowledged.hear(&writer.said);

        let mut session = unlock(&folder.path().join("data"));
        assert!(matches!(session.check().unwrap().0, Verdict::Sound { .. }), "round {round}");
        let seals = assert_chain(&mut session, id, &acknowledged);
        let last = seals.last().map_or(0, |seal| seal.version);
        let view = visit(&session, id);
        let record = &view.visit.record;
        match record.status {
            VisitStatus::Closed => {
                closed += 1;
                assert_eq!(record.sealed, Some(last), "round {round}");
                assert!(last > acknowledged.opened, "round {round}");
            }
            status => assert_eq!((status, record.sealed), (VisitStatus::Open, None), "round {round}"),
        }
        assert!(view.entries.len() >= acknowledged.lines, "round {round}");
        for (number, row) in (1..).zip(&view.entries) {
            assert_eq!(row.record.text, words(number), "round {round}");
        }
        assert_exports(&session, &folder.path().join("out"), &acknowledged);
        // One that was sealed and not heard of counts from now on.
        let before = acknowledged.sealed.len();
        acknowledged.sealed = seals.iter().map(|seal| (seal.version, seal.code())).collect();
        unheard += acknowledged.sealed.len() - before;
        session.close().unwrap();
    }
    sealed += acknowledged.sealed.len();
    exported += acknowledged.exported.len();
    println!(
        "kill -9, sealing, {how:?}: {rounds} rounds, {sealed} sealed ({unheard} of them when the kill came), \
         {exported} exported, {closed} times found closed, 0 lost, 0 half"
    );
}
