//! Signatures over what was sealed: anybody can check them with a stock program, and the key stays on its device.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_STANDARD_NO_PAD};
use bienban::clock::ScriptedClock;
use bienban::domain::{RecordId, Seal};
use bienban::session::{
    Action, Beside, Broken, Flaw, Key, Notice, Outcome, Passphrase, Pulse, Query, Secrecy, Session, Signed, Signer,
    Signers, Verified, Version, View,
};
use bienban::store::{Cost, Store};
use chrono::{NaiveTime, TimeDelta};
use support::{Office, files, morning, opened};

/// The seed of the key in `tests/golden/signature.sig`.
const SEED: [u8; 32] = [7; 32];
const ITS_KEY: &str = "SHA256:z/fSv0Z0RZS+Lccbc6ZoOWwt/fbj1VFJGSBKQbo4icE";

/// An office whose device has the key of a seed.
fn with_key(seed: &[u8; 32]) -> Office {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(ScriptedClock::new(morning()));
    let data = folder.path().join("data");
    let (store, _) = Store::open(&data, clock.clone()).unwrap();
    store.keep("device-key", seed).unwrap();
    store.keep("device-key-copy", seed).unwrap();
    store.close().unwrap();
    let (session, notices) = Session::open(&data, clock.clone()).unwrap();
    assert_eq!(notices, []);
    Office { folder, clock, session }
}

/// Seals a visit with two lines.
fn seal(office: &mut Office) -> RecordId {
    office.clock.set(morning());
    let place = opened(office);
    office.capture(place.visit, "++ Duy trì nền nếp sinh hoạt");
    office.capture(place.visit, "-- Tự phê bình còn nể nang");
    office.clock.set(morning() + TimeDelta::hours(3));
    let end = NaiveTime::from_hms_opt(11, 5, 0);
    office.act(Action::CloseVisit { visit: place.visit, end, facts: None }).unwrap();
    place.visit
}

/// Exports a sealed visit; the manifest, and the key that signed it.
fn export(office: &mut Office, visit: RecordId, folder: &Path) -> (PathBuf, String) {
    let folder = folder.to_owned();
    match office.act(Action::Export { visit, folder, built_in: false }).unwrap() {
        Outcome::ExportedSealed { path, key } => (path.with_extension("manifest"), key),
        other => panic!("{other:?}"),
    }
}

fn signature_of(manifest: &Path) -> PathBuf {
    manifest.with_extension("manifest.sig")
}

/// Reads what lies beside a file, as `bienban verify` does.
fn beside(manifest: &Path) -> Beside {
    Beside { manifest: fs::read(manifest).ok(), signature: fs::read(signature_of(manifest)).unwrap() }
}

/// Says what the signature beside one of the files is worth on a device.
fn judged(office: &Office, file: &Path, beside: &Beside, signers: &str) -> Signed {
    let bytes = fs::read(file).unwrap();
    let seal: Option<Seal> = match office.session.verify(&bytes).unwrap() {
        Verified::Sealed(sealed, _) | Verified::Altered(sealed, _) => Some(sealed.seal),
        _ => None,
    };
    office.session.verify_signature(&bytes, beside, seal.as_ref(), &Signers::read(signers).unwrap()).unwrap()
}

/// What another device knows after it received everything of this one.
fn received_by_another(office: &mut Office) -> Office {
    let file = office.folder.path().join("all.jsonl");
    office.session.back_up(&file, &Secrecy::Plain).unwrap();
    let mut other = Office::new();
    other.session.restore(&file, &Key::None).unwrap();
    other
}

fn at_sealing(office: &Office, visit: RecordId) -> Option<Signed> {
    match office.session.ask(&Query::Versions(visit)).unwrap() {
        View::Versions(view) => view.versions.into_iter().map(|Version { signed, .. }| signed).next_back().unwrap(),
        other => panic!("{other:?}"),
    }
}

/// Runs `ssh-keygen -Y`; nothing where it is not installed, and says so.
fn ssh_keygen(arguments: &[&str], input: &Path) -> Option<bool> {
    let mut program = Command::new("ssh-keygen");
    program.args(arguments).stdin(fs::File::open(input).unwrap()).stdout(Stdio::null()).stderr(Stdio::null());
    match program.status() {
        Ok(status) => Some(status.success()),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "SKIPPED: NOT CHECKED with ssh-keygen, which is not here: {error}");
            None
        }
    }
}

#[test]
fn a_signature_is_checked_by_a_stock_program() {
    let mut office = Office::new();
    let visit = seal(&mut office);
    let folder = tempfile::tempdir().unwrap();
    let (manifest, _) = export(&mut office, visit, folder.path());
    let signature = signature_of(&manifest).display().to_string();
    let list = |name: &str, line: String| {
        let path = folder.path().join(name);
        fs::write(&path, line + "\n").unwrap();
        path.display().to_string()
    };
    let identity = office.session.device_name();
    let own = list("own", Signers::line(&identity, &office.session.device().unwrap()));
    let other = list("other", Signers::line(&identity, &Office::new().session.device().unwrap()));
    let verify = |signers: &str, name: &str, purpose: &str| {
        let arguments = ["-Y", "verify", "-f", signers, "-I", name, "-n", purpose, "-s", &signature];
        ssh_keygen(&arguments, &manifest)
    };
    assert_ne!(verify(&own, &identity, "bienban"), Some(false));
    let no_list = ["-Y", "check-novalidate", "-n", "bienban", "-s", &signature];
    assert_ne!(ssh_keygen(&no_list, &manifest), Some(false));
    let who = ["-Y", "find-principals", "-f", &own, "-s", &signature];
    assert_ne!(ssh_keygen(&who, &manifest), Some(false));
    assert_ne!(verify(&own, &identity, "file"), Some(true), "another purpose");
    assert_ne!(verify(&other, &identity, "bienban"), Some(true), "another key");
    assert_ne!(verify(&own, "somebody", "bienban"), Some(true), "another name");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text.replacen("phiên bản 1", "phiên bản 2", 1)).unwrap();
    assert_ne!(verify(&own, &identity, "bienban"), Some(true), "another text");
    assert_ne!(ssh_keygen(&no_list, &manifest), Some(true));
}

#[test]
fn what_a_stock_program_signed_is_understood() {
    let mut office = Office::new();
    let visit = seal(&mut office);
    let folder = tempfile::tempdir().unwrap();
    let (manifest, _) = export(&mut office, visit, folder.path());
    let key = folder.path().join("key").display().to_string();
    let quiet = ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key.as_str()];
    if ssh_keygen(&quiet, &manifest).is_none() {
        return;
    }
    let sign = |purpose: &str| {
        fs::remove_file(signature_of(&manifest)).unwrap();
        let path = manifest.display().to_string();
        assert_eq!(ssh_keygen(&["-Y", "sign", "-q", "-f", &key, "-n", purpose, &path], &manifest), Some(true));
    };
    sign("bienban");
    let public = fs::read_to_string(format!("{key}.pub")).unwrap();
    let listed = judged(&office, &manifest, &beside(&manifest), &format!("thư-ký {public}"));
    assert!(matches!(listed, Signed::Holds { by: Signer::Listed(name), .. } if name == "thư-ký"));
    sign("file");
    let wrong = Signed::Broken(Broken::Flaw(Flaw::Namespace("file".into())));
    assert_eq!(judged(&office, &manifest, &beside(&manifest), ""), wrong);
}

#[test]
fn the_same_key_and_manifest_give_the_same_signature_for_ever() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let signatures = folders.each_ref().map(|folder| {
        let mut office = with_key(&SEED);
        let visit = seal(&mut office);
        let (manifest, key) = export(&mut office, visit, folder.path());
        assert_eq!((key.as_str(), office.session.device().unwrap().fingerprint().as_str()), (ITS_KEY, ITS_KEY));
        fs::read_to_string(signature_of(&manifest)).unwrap()
    });
    assert_eq!(signatures[0], signatures[1]);
    assert!(signatures[0].starts_with("-----BEGIN SSH SIGNATURE-----\n") && signatures[0].ends_with("-----\n"));
}

#[test]
fn a_version_keeps_the_signature_of_who_sealed_it_wherever_it_is_exported() {
    let mut office = Office::new();
    let visit = seal(&mut office);
    let key = office.session.device().unwrap().fingerprint();
    assert_eq!(at_sealing(&office, visit), Some(Signed::Holds { by: Signer::ThisDevice, key: key.clone() }));
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let (here, signed_by) = export(&mut office, visit, folders[0].path());
    assert_eq!(signed_by, key);
    let mut other = received_by_another(&mut office);
    assert_eq!(at_sealing(&other, visit), Some(Signed::Holds { by: Signer::Sealer, key: key.clone() }));
    let (there, signed_by) = export(&mut other, visit, folders[1].path());
    assert_eq!(signed_by, key);
    assert_eq!(fs::read(signature_of(&here)).unwrap(), fs::read(signature_of(&there)).unwrap());

    // Under another name the manifest is another text, so who exports signs it.
    let (second, signed_by) = export(&mut other, visit, folders[1].path());
    assert_eq!(signed_by, other.session.device().unwrap().fingerprint());
    assert!(matches!(judged(&other, &second, &beside(&second), ""), Signed::Holds { by: Signer::ThisDevice, .. }));
    assert!(matches!(judged(&office, &second, &beside(&second), ""), Signed::Holds { by: Signer::Unknown, .. }));
    let line = Signers::line("máy-2", &other.session.device().unwrap());
    let listed = judged(&office, &second, &beside(&second), &line);
    assert!(matches!(listed, Signed::Holds { by: Signer::Listed(name), .. } if name == "máy-2"));
}

#[test]
fn a_signature_speaks_for_the_files_of_its_manifest_alone() {
    let mut office = Office::new();
    let visit = seal(&mut office);
    let folder = tempfile::tempdir().unwrap();
    let (manifest, key) = export(&mut office, visit, folder.path());
    let whole = beside(&manifest);
    let good = Signed::Holds { by: Signer::ThisDevice, key: key.clone() };
    let minutes = manifest.with_extension("md");
    for file in [&minutes, &manifest.with_extension("jsonl"), &manifest] {
        assert_eq!(judged(&office, file, &whole, ""), good, "{}", file.display());
    }
    let judge = |beside: &Beside| judged(&office, &minutes, beside, "");
    let flaw = |flaw| Signed::Broken(Broken::Flaw(flaw));
    assert_eq!(judge(&Beside { manifest: None, ..whole.clone() }), Signed::Broken(Broken::NoManifest));
    assert_eq!(judge(&Beside { signature: b"x".to_vec(), ..whole.clone() }), flaw(Flaw::Unreadable));
    let mut bytes = whole.manifest.clone().unwrap();
    bytes.push(b'\n');
    assert_eq!(judge(&Beside { manifest: Some(bytes), ..whole.clone() }), flaw(Flaw::Mismatch));
    let text = fs::read_to_string(&minutes).unwrap();
    fs::write(&minutes, text.replace("nể nang", "nghiêm túc")).unwrap();
    assert_eq!(judged(&office, &minutes, &whole, ""), Signed::Broken(Broken::OtherFile { key }));
}

#[test]
fn every_byte_of_a_signature_counts() {
    let mut office = Office::new();
    let visit = seal(&mut office);
    let folder = tempfile::tempdir().unwrap();
    let (manifest, _) = export(&mut office, visit, folder.path());
    let whole = beside(&manifest);
    for at in 0..whole.signature.len() {
        let mut changed = whole.clone();
        if let Some(byte) = changed.signature.get_mut(at).filter(|byte| !byte.is_ascii_whitespace()) {
            *byte ^= 1;
            let signed = judged(&office, &manifest, &changed, "");
            assert!(matches!(signed, Signed::Broken(Broken::Flaw(_))), "byte {at}: {signed:?}");
        }
    }
}

/// The two files that the key of an office is kept in.
fn kept(office: &Office) -> [PathBuf; 2] {
    ["device-key", "device-key-copy"].map(|name| office.data().join("kept").join(format!("{name}.kept")))
}

/// Closes the store, does something to the folder, and opens the store again.
fn after(office: Office, what: impl FnOnce()) -> (Office, Vec<Notice>) {
    let Office { folder, clock, session } = office;
    session.close().unwrap();
    what();
    let (session, notices) = Session::open(&folder.path().join("data"), clock.clone()).unwrap();
    (Office { folder, clock, session }, notices)
}

#[test]
fn a_device_has_a_key_from_its_first_start_and_one_damaged_file_does_not_cost_it() {
    let office = Office::new();
    let key = office.session.device().unwrap();
    assert_ne!(Office::new().session.device().unwrap(), key);
    let mut office = office.reopen();
    assert_eq!(office.session.device().unwrap(), key);
    for at in 0..2 {
        let file = kept(&office)[at].clone();
        let (opened, notices) = after(office, || fs::remove_file(&file).unwrap());
        assert_eq!((notices, opened.session.device().unwrap()), (vec![Notice::SigningKeyRestored], key.clone()));
        let (opened, notices) = after(opened, || fs::write(&file, "x").unwrap());
        assert_eq!((notices, opened.session.device().unwrap()), (vec![Notice::SigningKeyRestored], key.clone()));
        office = opened.reopen();
    }
}

#[test]
fn a_lost_key_is_told_and_what_it_signed_stays_signed() {
    let mut office = Office::new();
    let visit = seal(&mut office);
    let key = office.session.device().unwrap();
    let [first, second] = kept(&office);
    let (office, notices) = after(office, || {
        fs::remove_file(&first).unwrap();
        fs::remove_file(&second).unwrap();
    });
    assert_eq!(notices, [Notice::SigningKeyRenewed { set_aside: vec![] }]);
    assert_ne!(office.session.device().unwrap(), key);
    let signed = Signed::Holds { by: Signer::Sealer, key: key.fingerprint() };
    assert_eq!(at_sealing(&office, visit), Some(signed.clone()));
    let (office, notices) = after(office, || {
        fs::write(&first, "x").unwrap();
        fs::write(&second, "y").unwrap();
    });
    let [Notice::SigningKeyRenewed { set_aside }] = notices.as_slice() else { panic!("{notices:?}") };
    let aside: Vec<String> = set_aside.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    assert_eq!(aside, ["x", "y"], "nothing is deleted because it is damaged");
    assert_eq!(at_sealing(&office, visit), Some(signed));
    let office = office.reopen();
    let key = office.session.device().unwrap();
    assert_ne!(office.session.renew_device_key().unwrap(), key);
    assert_ne!(office.reopen().session.device().unwrap(), key);
}

/// Every way in which the bytes of a key may lie on a disk.
fn spellings(seed: &[u8]) -> [Vec<u8>; 5] {
    let hex: String = seed.iter().map(|byte| format!("{byte:02x}")).collect();
    let middle = |shift: usize| BASE64_STANDARD.encode(seed.get(shift..).unwrap()).as_bytes()[..36].to_vec();
    let whole = BASE64_STANDARD_NO_PAD.encode(seed).into_bytes();
    [seed.to_vec(), hex.into_bytes(), whole, middle(1), middle(2)]
}

fn lies_in(seed: &[u8], folder: &Path) -> Vec<PathBuf> {
    let found = files(folder)
        .into_iter()
        .filter(|(_, bytes)| spellings(seed).iter().any(|spelling| memchr::memmem::find(bytes, spelling).is_some()));
    found.map(|(path, _)| path).collect()
}

#[test]
fn the_key_is_encrypted_with_the_store_and_is_in_no_backup() {
    let seed: [u8; 32] = std::array::from_fn(|at| (at as u8).wrapping_mul(37).wrapping_add(11));
    let mut office = with_key(&seed);
    let visit = seal(&mut office);
    let key = office.session.device().unwrap();
    let mut plain = kept(&office);
    plain.sort();
    assert_eq!(lies_in(&seed, office.folder.path()), plain, "in a plain folder it is where it is kept alone");
    let outside = tempfile::tempdir().unwrap();
    let backup = outside.path().join("all.jsonl");
    office.session.back_up(&backup, &Secrecy::Plain).unwrap();
    export(&mut office, visit, outside.path());
    assert_eq!(lies_in(&seed, outside.path()), [] as [PathBuf; 0]);

    let Office { folder, clock, session } = office;
    let data = folder.path().join("data");
    let passphrase = Passphrase::typed("mật khẩu của đoàn");
    session.encrypt(&passphrase, Some(Cost { memory_kib: 64, passes: 1 })).unwrap();
    assert_eq!(lies_in(&seed, folder.path()), [] as [PathBuf; 0]);
    let unlock = || Session::unlock(&data, clock.clone(), Pulse::default(), &passphrase).unwrap();
    let (session, notices) = unlock();
    assert_eq!((notices, session.device().unwrap()), (vec![], key.clone()));
    let mut office = Office { folder, clock: clock.clone(), session };
    let again = seal(&mut office);
    let (manifest, signed_by) = export(&mut office, again, outside.path());
    assert_eq!(signed_by, key.fingerprint());
    assert!(matches!(judged(&office, &manifest, &beside(&manifest), ""), Signed::Holds { by: Signer::ThisDevice, .. }));
    assert_eq!(lies_in(&seed, office.folder.path()), [] as [PathBuf; 0]);

    let renewed = office.session.renew_device_key().unwrap();
    let Office { folder, session, .. } = office;
    session.close().unwrap();
    let (session, notices) = unlock();
    assert_eq!((notices, session.device().unwrap()), (vec![], renewed.clone()));
    session.decrypt().unwrap();
    let (session, notices) = Session::open(&data, clock).unwrap();
    assert_eq!((notices, session.device().unwrap()), (vec![], renewed));
    session.close().unwrap();
    drop(folder);
}

#[test]
fn a_device_that_received_everything_has_a_key_of_its_own() {
    let mut office = Office::new();
    seal(&mut office);
    let key = office.session.device().unwrap();
    let other = received_by_another(&mut office);
    assert_ne!(other.session.device().unwrap(), key);
    // A copied folder is the same installation, so it has the same key until it is given another.
    let copy = tempfile::tempdir().unwrap();
    let from = office.data();
    let Office { folder, clock, session } = office;
    session.close().unwrap();
    for (path, bytes) in files(&from) {
        let to = copy.path().join(path.strip_prefix(&from).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, bytes).unwrap();
    }
    let (session, _) = Session::open(copy.path(), clock).unwrap();
    assert_eq!(session.device().unwrap(), key);
    assert_ne!(session.renew_device_key().unwrap(), key);
    drop(folder);
}
