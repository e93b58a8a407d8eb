//! Encryption by the command line, as a script uses it: nothing in the clear afterwards, files for their owner alone.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "store/traces.rs"]
mod traces;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use traces::assert_no_trace;

/// Words that stand nowhere in the program.
const WORDS: [&str; 4] = ["Hồ Đắc Nghẽo", "ruộng rộc đuôi đình", "quỹ khuyến nông bặt tăm", "vịnh Ngọc Vừng thượng"];

struct Said {
    code: i32,
    out: String,
    err: String,
}

/// Runs the program with everything it could write to below one folder.
fn run(home: &Path, arguments: &[&str], input: &str) -> Said {
    fs::create_dir_all(home.join("tmp")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_bienban"));
    command.env_clear().env("HOME", home).env("XDG_CONFIG_HOME", home.join("config")).env("TZ", "UTC");
    command.env("TMPDIR", home.join("tmp")).env("BIENBAN_DATA_DIR", home.join("data")).current_dir(home);
    let output = command.env("BIENBAN_LANG", "en").args(arguments).write_stdin(input).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn done(home: &Path, arguments: &[&str], input: &str) -> String {
    let said = run(home, arguments, input);
    assert_eq!(said.code, 0, "{arguments:?}: {}{}", said.out, said.err);
    said.out
}

/// A home with words in the record and in a kept search, and files with passphrases beside it.
fn at_home() -> (tempfile::TempDir, tempfile::TempDir) {
    let (home, keys) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for (name, text) in [("old", "mật khẩu thứ nhất\n"), ("new", "mật khẩu thứ hai\n"), ("short", "ngắn\n")]
    {
        fs::write(keys.path().join(name), text).unwrap();
    }
    let units = format!("name\n{}\n{}\n", WORDS[0], WORDS[1]);
    fs::write(home.path().join("units.csv"), units).unwrap();
    done(home.path(), &["import", "units", "units.csv"], "");
    fs::remove_file(home.path().join("units.csv")).unwrap();
    fs::create_dir_all(home.path().join("config/bienban")).unwrap();
    fs::write(home.path().join("config/bienban/searches.toml"), format!("\"{}\" = \"don-vi:x\"\nb = 3\n", WORDS[2]))
        .unwrap();
    (home, keys)
}

fn of(keys: &tempfile::TempDir, name: &str) -> String {
    keys.path().join(name).display().to_string()
}

/// The secret key that signs, as it lies in a plain folder.
fn signing_key(home: &Path) -> String {
    let kept = fs::read_to_string(home.join("data/kept/device-key.kept")).unwrap();
    let secret = kept.split('"').nth(3).unwrap().to_owned();
    assert_eq!(secret.len(), 43, "32 bytes in base 64");
    secret
}

#[test]
fn a_script_encrypts_uses_and_decrypts_and_nothing_lies_in_the_clear_meanwhile() {
    let (home, keys) = at_home();
    let home = home.path();
    let (old, new) = (of(&keys, "old"), of(&keys, "new"));
    let (line, secret) = (done(home, &["signing-key"], ""), signing_key(home));
    let words: Vec<&str> = WORDS.into_iter().chain([secret.as_str()]).collect();
    let said = done(home, &["lock-store", "--new-passphrase-file", &old], "");
    assert!(said.contains("All data is encrypted"), "{said}");
    assert_no_trace(home, &words);
    assert_eq!(done(home, &["signing-key", "--passphrase-file", &old], ""), line);

    let said = run(home, &["list", "units"], "");
    assert_eq!(said.code, 11);
    assert!(said.err.contains("--passphrase-file"), "{}", said.err);
    let said = run(home, &["list", "units", "--passphrase-file", &new], "");
    assert_eq!(said.code, 11);
    assert!(said.err.contains("not the passphrase"), "{}", said.err);
    let units = done(home, &["list", "units", "--passphrase-file", &old], "");
    assert!(units.contains(WORDS[0]) && units.contains(WORDS[1]), "{units}");
    done(home, &["doctor", "--passphrase-file", &old], "");

    let more = keys.path().join("more.csv");
    fs::write(&more, format!("name\n{}\n", WORDS[3])).unwrap();
    done(home, &["import", "units", &more.display().to_string(), "--passphrase-file", &old], "");
    assert_no_trace(home, &WORDS);

    let code = done(home, &["recovery-code", "--passphrase-file", &old], "");
    assert_eq!(code.trim().split('-').count(), 7, "{code}");
    fs::write(keys.path().join("code"), &code).unwrap();
    done(home, &["passphrase", "--passphrase-file", &of(&keys, "code"), "--new-passphrase-file", &new], "");
    assert_eq!(run(home, &["list", "units", "--passphrase-file", &old], "").code, 11);
    let units = done(home, &["list", "units", "--passphrase-file", &new], "");
    assert!(units.contains(WORDS[3]), "{units}");
    assert_no_trace(home, &words);

    done(home, &["unlock-store", "--passphrase-file", &new], "");
    assert_eq!((done(home, &["signing-key"], ""), signing_key(home)), (line, secret));
    assert!(done(home, &["list", "units"], "").contains(WORDS[0]));
    let searches = fs::read_to_string(home.join("config/bienban/searches.toml")).unwrap();
    assert!(searches.contains(WORDS[2]), "{searches}");
}

#[test]
fn what_makes_no_sense_is_refused_with_a_word_and_changes_nothing() {
    let (home, keys) = at_home();
    let home = home.path();
    let said = run(home, &["lock-store", "--new-passphrase-file", &of(&keys, "short")], "");
    assert_eq!((said.code, said.err.contains("at least 8 signs")), (2, true), "{}", said.err);
    for command in ["unlock-store", "passphrase", "recovery-code"] {
        let said = run(home, &[command], "");
        assert_eq!((said.code, said.err.contains("not encrypted")), (2, true), "{command}: {}", said.err);
    }
    let said = run(home, &["lock-store"], "");
    assert_eq!(said.code, 11, "nobody is there to type a passphrase: {}", said.err);
    let left = home.join("data/journal/x.jsonl.torn-20260101T000000");
    fs::write(&left, WORDS[0]).unwrap();
    let said = run(home, &["lock-store", "--new-passphrase-file", &of(&keys, "old")], "");
    assert_eq!(said.code, 1);
    assert!(said.out.contains("x.jsonl.torn-") && said.err.contains("--remove-leftovers"), "{}{}", said.out, said.err);
    assert!(done(home, &["list", "units"], "").contains(WORDS[0]) && left.exists());
    let arguments = ["lock-store", "--remove-leftovers", "--new-passphrase-file", &of(&keys, "old")];
    done(home, &arguments, "");
    assert_no_trace(home, &WORDS);
    let said = run(home, &["lock-store", "--passphrase-file", &of(&keys, "old")], "");
    assert_eq!((said.code, said.err.contains("already")), (2, true), "{}", said.err);
}

/// Every file and folder that the program makes, whatever the umask it is started with.
#[cfg(unix)]
#[test]
fn every_file_is_for_its_owner_alone_from_the_start() {
    use std::os::unix::fs::PermissionsExt;
    let (home, keys) = at_home();
    let home = home.path();
    let own = home.join("own");
    fs::create_dir(&own).unwrap();
    let folder = own.display().to_string();
    let at = |arguments: &[&str]| {
        let all: Vec<&str> = ["--data-dir", &folder]
            .into_iter()
            .filter(|_| !arguments.contains(&"--data-dir"))
            .chain(arguments.iter().copied())
            .collect();
        let program = env!("CARGO_BIN_EXE_bienban");
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", r#"umask 000; exec "$0" "$@""#, program]).args(&all).env_clear().env("HOME", &own);
        shell
            .env("XDG_CONFIG_HOME", own.join("config"))
            .env("TMPDIR", &own)
            .env("BIENBAN_LANG", "en")
            .current_dir(&own);
        let output = shell.output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    at(&["doctor"]);
    let units = keys.path().join("units.csv");
    fs::write(&units, format!("name\n{}\n", WORDS[0])).unwrap();
    at(&["import", "units", &units.display().to_string()]);
    at(&["calendar", "copy"]);
    at(&["template", "copy", "bien-ban-dang"]);
    at(&["lock-store", "--new-passphrase-file", &of(&keys, "old")]);
    at(&["doctor", "--passphrase-file", &of(&keys, "old")]);
    at(&["unlock-store", "--passphrase-file", &of(&keys, "old")]);
    at(&["demo", "--scale", "1"]);
    let large = own.join("demo-1").display().to_string();
    let visits = at(&["list", "visits", "--data-dir", &large]);
    let visit = visits.split_whitespace().next().unwrap();
    at(&["export", visit, "--to", "minutes/made", "--make-folder", "--data-dir", &large]);
    let mut folders = vec![own.clone()];
    let mut seen = 0;
    while let Some(below) = folders.pop() {
        for item in fs::read_dir(&below).unwrap() {
            let path = item.unwrap().path();
            let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o077;
            assert_eq!(mode, 0, "{} is open to others", path.display());
            seen += 1;
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    assert!(seen > 10);
}

#[test]
fn an_encrypted_folder_whose_copies_are_both_damaged_is_helped_by_its_backup() {
    let (home, keys) = at_home();
    let home = home.path();
    let old = of(&keys, "old");
    done(home, &["lock-store", "--new-passphrase-file", &old], "");
    fs::write(home.join("more.csv"), format!("name\n{}\n", WORDS[3])).unwrap();
    done(home, &["import", "units", "more.csv", "--passphrase-file", &old], "");
    fs::remove_file(home.join("more.csv")).unwrap();
    let backup = home.join("all.jsonl.gz.age").display().to_string();
    done(home, &["backup", &backup, "--secret-file", &of(&keys, "new"), "--passphrase-file", &old], "");
    let journal = home.join("data/journal");
    for log in fs::read_dir(&journal).unwrap().map(|log| log.unwrap().path()) {
        let text = fs::read_to_string(&log).unwrap();
        fs::write(&log, text.split_inclusive('\n').skip(1).collect::<String>()).unwrap();
    }
    fs::remove_dir_all(home.join("data/db")).unwrap();

    let said = run(home, &["list", "units", "--passphrase-file", &old], "");
    assert!(said.code != 0 && said.err.contains("damaged"), "{}", said.err);
    let restore = ["restore", &backup, "--secret-file", &of(&keys, "new")];
    assert_eq!(run(home, &restore, "").code, 11, "the folder asks for its passphrase");
    let wrong = run(home, &[&restore[..], &["--passphrase-file", &of(&keys, "short")]].concat(), "");
    assert_eq!((wrong.code, wrong.err.contains("not the passphrase")), (11, true), "{}", wrong.err);
    let said = run(home, &[&restore[..], &["--passphrase-file", &old]].concat(), "");
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    let units = done(home, &["list", "units", "--passphrase-file", &old], "");
    assert!(units.contains(WORDS[0]) && units.contains(WORDS[3]), "{units}");
    assert_no_trace(home, &WORDS);
}
