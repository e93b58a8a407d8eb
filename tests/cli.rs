//! The command line as a person or a script uses it, in an environment of its own.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::path::Path;
use std::sync::Arc;

use assert_cmd::Command;
use bienban::cli;
use bienban::clock::SystemClock;
use bienban::domain::{Edit, Entry, Material, PromptedIssue, ScopeId, Unit, Visit};
use bienban::i18n::Language;
use bienban::session::{Action, Session};
use serde_json::Value;
use support::{Office, day, opened, planned};

/// A command in a clean environment: nothing of the machine's own settings reaches it.
fn bienban(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bienban"));
    command.env_clear().env("HOME", home).env("XDG_CONFIG_HOME", home.join("config")).env("TZ", "UTC");
    command.env("BIENBAN_DATA_DIR", home.join("data")).current_dir(home);
    command
}

struct Said {
    code: i32,
    out: String,
    err: String,
}

fn run(home: &Path, arguments: &[&str], input: &str) -> Said {
    let output = bienban(home).args(arguments).write_stdin(input).output().unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A home whose data folder holds one open visit; gives the visit's reference.
fn at_work() -> (tempfile::TempDir, String) {
    let mut office = Office::new();
    let place = opened(&mut office);
    office.session.close().unwrap();
    (office.folder, place.visit.reference())
}

#[test]
fn a_line_is_added_listed_shown_and_exported() {
    let (home, visit) = at_work();
    let added = run(home.path(), &["add", "-- tự phê bình còn nể nang #I.5"], "");
    assert_eq!((added.code, added.err.as_str()), (0, ""));
    let reference = added.out.strip_prefix("Đã lưu ").unwrap().get(..5).unwrap().to_owned();
    assert!(added.out.contains("Hạn chế, khuyết điểm"), "{}", added.out);

    let listed = run(home.path(), &["list", "entries"], "");
    assert!(listed.out.starts_with(&format!("{reference}  -- tự phê bình còn nể nang")), "{}", listed.out);
    let shown = run(home.path(), &["show", &reference.to_lowercase(), "--json"], "");
    let shown: Value = serde_json::from_str(&shown.out).unwrap();
    assert_eq!(shown["fields"]["kind"], "shortcoming");
    assert_eq!(shown["fields"]["criteria"][0], "I.5");

    let visits = run(home.path(), &["list", "--json"], "");
    let visits: Value = serde_json::from_str(&visits.out).unwrap();
    assert_eq!((visits[0]["reference"].as_str(), visits[0]["entries"].as_u64()), (Some(visit.as_str()), Some(1)));

    let exported = run(home.path(), &["export", &visit, "--json"], "");
    let exported: Value = serde_json::from_str(&exported.out).unwrap();
    let minutes = std::fs::read_to_string(exported["path"].as_str().unwrap()).unwrap();
    assert!(minutes.contains("tự phê bình còn nể nang"));
}

#[test]
fn a_copy_without_names_is_exported_beside_the_minutes() {
    let (home, visit) = at_work();
    run(home.path(), &["add", "-- hồ sơ do ông Trần Văn Ly giữ"], "");
    let exported = run(home.path(), &["export", &visit, "--redacted", "--json"], "");
    let exported: Value = serde_json::from_str(&exported.out).unwrap();
    let path = exported["path"].as_str().unwrap();
    let copy = std::fs::read_to_string(path).unwrap();
    assert!(path.ends_with("_luoc-bo.md") && copy.contains("hồ sơ do ông «Người"), "{copy}");
    assert!(!copy.contains("Trần Văn Ly"), "{copy}");
    assert_eq!(run(home.path(), &["export", &visit, "--redacted", "--built-in"], "").code, 2);
}

#[test]
fn a_signature_is_written_beside_sealed_minutes_and_verified_with_them() {
    let (home, visit) = at_work();
    let home = home.path();
    let run = |arguments: &[&str]| run(home, arguments, "");
    assert_eq!(run(&["seal", &visit]).code, 0);
    let export = || -> Value { serde_json::from_str(&run(&["export", &visit, "--json"]).out).unwrap() };
    let exported = export();
    let minutes = exported["path"].as_str().unwrap();
    let signature = Path::new(minutes).with_extension("manifest.sig").display().to_string();
    assert_eq!(exported["signature"], *signature);

    let own = run(&["signing-key", "--identity", "máy-1"]);
    assert!(own.out.starts_with("máy-1 namespaces=\"bienban\" ssh-ed25519 AAAA"), "{}", own.out);
    assert!(own.err.contains(exported["key"].as_str().unwrap()), "{}", own.err);
    assert_eq!(run(&["signing-key", "--identity", "hai từ"]).code, 2);
    for file in [minutes, &signature] {
        let said = run(&["verify", file]);
        assert_eq!(said.code, 0, "{}{}", said.out, said.err);
        assert!(said.out.contains("CHỮ KÝ ĐÚNG, ký bằng khóa của máy này (SHA256:"), "{}", said.out);
    }
    let said = run(&["verify", minutes, "--lang", "en"]);
    assert!(said.out.contains("SIGNATURE GOOD, made with the key of this device (SHA256:"), "{}", said.out);
    assert!(run(&["versions", &visit]).out.contains("ký: máy này, SHA256:"));

    // Another key from now on: the seal keeps its signature, and what is exported under a second name is signed by the new key.
    assert!(run(&["signing-key", "--renew"]).err.contains("Đã lập khóa mới"));
    assert!(run(&["verify", minutes]).out.contains("khóa của máy đã niêm phong phiên bản này"));
    let second = export();
    let (second, second_key) = (second["path"].as_str().unwrap(), &second["key"]);
    assert_ne!(*second_key, exported["key"]);
    let line = run(&["signing-key", "--identity", "máy-2"]).out;
    std::fs::write(home.join("signers"), format!("# các máy của đoàn\n{line}")).unwrap();
    run(&["signing-key", "--renew"]);
    let said = run(&["verify", second]);
    assert_eq!(said.code, 13, "{}", said.out);
    assert!(said.out.contains("CHƯA RÕ AI KÝ") && said.out.contains("--signers TỆP"), "{}", said.out);
    let said = run(&["verify", second, "--signers", "signers", "--json"]);
    let told: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        (said.code, &told["signature"]["identity"], &told["signature"]["key"]),
        (0, &"máy-2".into(), second_key)
    );
    std::fs::write(home.join("signers"), format!("{line}máy-3 valid-before=\"20300101\" {line}")).unwrap();
    let said = run(&["verify", second, "--signers", "signers"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("dòng 2 của signers"), "{}", said.err);

    std::fs::remove_file(Path::new(second).with_extension("manifest")).unwrap();
    let said = run(&["verify", second]);
    assert_eq!((said.code, said.out.contains("thiếu tệp .manifest")), (12, true), "{}", said.out);
    std::fs::write(&signature, "không phải").unwrap();
    let said = run(&["verify", minutes]);
    assert_eq!((said.code, said.out.contains("CHỮ KÝ HỎNG")), (12, true), "{}", said.out);
    std::fs::remove_file(&signature).unwrap();
    let said = run(&["verify", minutes]);
    assert_eq!((said.code, said.out.contains("Không có tệp chữ ký")), (0, true), "{}", said.out);
}

#[test]
fn what_is_left_to_look_at_is_told_and_holds_no_export_back() {
    let (home, visit) = at_work();
    let fault = run(home.path(), &["add", "-- một số chi bộ còn nể nang"], "");
    let fault = fault.out.strip_prefix("Đã lưu ").unwrap().get(..5).unwrap().to_owned();
    let said = run(home.path(), &["check"], "");
    assert_eq!((said.code, said.err.as_str()), (7, ""));
    for line in
        ["việc cần xem lại:", "Chưa ghi giờ kết thúc\n", &format!("“một số” · {fault} một số chi bộ còn nể nang\n")]
    {
        assert!(said.out.contains(line), "no {line:?} in {}", said.out);
    }

    let said = run(home.path(), &["check", "--visit", &visit, "--json"], "");
    let checks: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((said.code, checks["visit"].as_str()), (7, Some(visit.as_str())));
    let vague = checks["open"].as_array().unwrap().iter().find(|row| row["check"] == "vague-subject").unwrap();
    assert_eq!((vague["weight"].as_str(), vague["reference"].as_str()), (Some("medium"), Some(fault.as_str())));
    assert_eq!(vague["mend"]["field"], "private_names");

    let exported = run(home.path(), &["export", "--json"], "");
    assert_eq!(exported.code, 0);
    assert!(exported.err.contains("Còn") && exported.err.contains("Chưa ghi giờ kết thúc"), "{}", exported.err);
    let exported: Value = serde_json::from_str(&exported.out).unwrap();
    assert!(std::fs::read_to_string(exported["path"].as_str().unwrap()).unwrap().contains("một số chi bộ còn nể nang"));
}

#[test]
fn private_names_are_shown_only_to_who_asks_for_them() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let id = office.capture(place.visit, "-- một số chi bộ còn nể nang");
    let row = office.entry(place.visit, id);
    let named = Entry { private_names: vec!["chi bộ Trạm Y tế".into()], ..row.record.clone() };
    office.act(Action::ChangeEntry(Edit::change(id, &row.record, &named))).unwrap();
    office.session.close().unwrap();
    let home = office.folder.path();
    let reference = id.reference();
    for arguments in [
        vec!["show", &reference],
        vec!["show", &reference, "--json"],
        vec!["list", "entries"],
        vec!["list", "entries", "--json"],
        vec!["register"],
        vec!["register", "--json"],
        vec!["search", "Trạm Y tế"],
        vec!["search", "nể nang", "--json"],
        vec!["check"],
        vec!["check", "--json"],
        vec!["carried", "--json"],
        vec!["export"],
    ] {
        let said = run(home, &arguments, "");
        assert!(!said.out.contains("Trạm Y tế") && !said.err.contains("Trạm Y tế"), "{arguments:?}: {}", said.out);
    }
    assert!(run(home, &["show", &reference], "").out.contains("có 1 tên, xem bằng --private"));
    assert!(run(home, &["show", &reference, "--private"], "").out.contains("chi bộ Trạm Y tế"));
    assert!(run(home, &["show", &reference, "--private", "--json"], "").out.contains("chi bộ Trạm Y tế"));
}

#[test]
fn a_visit_with_nothing_left_to_look_at_has_the_code_of_success() {
    let mut office = Office::new();
    let place = opened(&mut office);
    office.act(bienban::session::Action::CancelVisit { visit: place.visit, reason: "mưa lũ".into() }).unwrap();
    office.session.close().unwrap();
    let said = run(office.folder.path(), &["check", "--visit", &place.visit.reference()], "");
    assert_eq!((said.code, said.out.trim()), (0, "Không còn việc nào cần xem lại."));
}

#[test]
fn lines_from_a_pipe_are_saved_one_by_one() {
    let (home, _) = at_work();
    let said = run(home.path(), &["add"], "++ một\n\n-- hai\n- gạch đầu dòng là chữ thường\n");
    assert_eq!((said.code, said.out.lines().count()), (0, 3));
    let listed = run(home.path(), &["list", "entries", "--json"], "");
    let entries: Value = serde_json::from_str(&listed.out).unwrap();
    let texts: Vec<_> = entries.as_array().unwrap().iter().map(|row| row["entry"]["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["một", "hai", "- gạch đầu dòng là chữ thường"]);
}

#[test]
fn the_line_mode_takes_lines_and_commands_from_a_pipe() {
    let (home, visit) = at_work();
    let lines =
        "++ một #I.5\n\n-- hai @Nam ^ZZZZZ\n~c ba ^\n/xem 2\n/hoantac\n/het giờ nghỉ\n/list\n/end\nkhông đọc đến\n";
    let said = run(home.path(), &["note"], lines);
    assert_eq!(said.code, 0, "{}", said.err);
    let out: Vec<&str> = said.out.lines().collect();
    assert!(out[0].starts_with("Đã lưu ") && out[0].ends_with(" · Ưu điểm · tiêu chí I.5"), "{}", said.out);
    let fault = out[1].strip_prefix("Đã lưu ").unwrap().get(..5).unwrap();
    assert!(out[2].ends_with(&format!("Nguyên nhân chủ quan · ↳ {fault}: hai ^ZZZZZ")), "{}", said.out);
    assert!(out[3].contains("-- hai \\^ZZZZZ @Nam"), "{}", said.out);
    assert!(out[4].contains("~c ba"), "{}", said.out);
    assert!(out[5].starts_with("Đã hoàn tác: ba ("), "{}", said.out);
    assert!(out[6].contains("Ý kiến"), "a line that is more than a command is noted: {}", said.out);
    assert!(out[9].contains("/het giờ nghỉ") && out.len() == 10, "{}", said.out);
    assert!(said.err.contains("^ZZZZZ") && said.err.contains("@Nam: chưa có trong thành phần"), "{}", said.err);
    assert!(!said.err.contains('>'), "a pipe gets no prompt: {}", said.err);
    let listed = run(home.path(), &["list", "entries", "--visit", &visit], "");
    assert_eq!(listed.out.lines().count(), 3);
}

#[test]
fn the_line_mode_keeps_a_line_that_was_not_saved_and_goes_on() {
    let (home, visit) = at_work();
    let lines = &b"m\xe1\xbb\x99t\n## 5/4 h\xe1\xbb\x93 s\xc6\xa1\nxu \xff\nhai"[..];
    let output = bienban(home.path()).arg("note").write_stdin(lines).output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(err.contains("Dòng 2: ") && err.contains("Dòng 3: ") && err.contains("được giữ trong ô gõ"), "{err}");
    let listed = run(home.path(), &["list", "entries"], "");
    assert_eq!(listed.out.lines().count(), 2, "{}", listed.out);
    let (session, _) = Session::open(&home.path().join("data"), Arc::new(SystemClock)).unwrap();
    let drafts = session.drafts().unwrap();
    let kept: Vec<&str> = drafts.iter().map(|draft| draft.text.as_str()).collect();
    assert_eq!(kept, ["## 5/4 hồ sơ\nxu \u{fffd}"], "the interface opens the visit {visit} with them");
}

#[test]
fn the_line_mode_reads_nothing_when_no_visit_takes_lines() {
    let mut office = Office::new();
    let place = planned(&mut office);
    office.session.close().unwrap();
    let home = office.folder.path();
    assert_eq!(run(home, &["note"], "một\n").code, 3);
    let said = run(home, &["note", "--visit", &place.visit.reference()], "một\n");
    assert!(said.code == 1 && said.err.contains("Dự kiến"), "{}", said.err);
}

#[test]
fn what_cannot_be_done_is_said_with_the_documented_code() {
    let (home, _) = at_work();
    let empty = tempfile::tempdir().unwrap();
    for (home, arguments, code, words) in [
        (home.path(), ["show", "ZZZZZ"].as_slice(), 3, "ZZZZZ"),
        (home.path(), &["export", "ZZZZZ"], 3, "ZZZZZ"),
        (home.path(), &["export", "--to", "khong-co"], 1, "khong-co"),
        (home.path(), &["lsit"], 2, "lsit"),
        (home.path(), &["list", "--jsno"], 2, "--jsno"),
        (empty.path(), &["add", "một"], 3, "--visit"),
        (empty.path(), &["list"], 0, "Chưa có gì"),
    ] {
        let said = run(home, arguments, "");
        assert_eq!(said.code, code, "{arguments:?}: {}{}", said.out, said.err);
        assert!(said.err.contains(words), "{arguments:?}: {}", said.err);
    }
}

#[test]
fn a_planned_visit_takes_no_line_and_says_why() {
    let mut office = Office::new();
    let place = planned(&mut office);
    office.session.close().unwrap();
    let reference = place.visit.reference();
    let said = run(office.folder.path(), &["add", "--visit", &reference, "một"], "");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("Dự kiến"), "{}", said.err);
}

#[test]
fn what_was_not_understood_is_said_and_kept() {
    let (home, _) = at_work();
    let said = run(home.path(), &["add", "nể nang @25:10 <31/2"], "");
    assert_eq!(said.code, 0);
    assert!(said.err.contains("@25:10, <31/2"), "{}", said.err);
    assert!(run(home.path(), &["list", "entries"], "").out.contains("nể nang"));
}

#[test]
fn an_unquoted_mark_is_not_lost_in_silence() {
    let (home, _) = at_work();
    let said = run(home.path(), &["add", "--", "tự", "phê", "bình"], "");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("'-- tự phê bình còn nể nang'"), "{}", said.err);
    assert_eq!(run(home.path(), &["add", "--", "-- tự phê bình"], "").code, 0);
}

#[test]
fn bytes_that_are_no_text_fail_their_own_line_alone() {
    let (home, _) = at_work();
    let output = bienban(home.path()).arg("add").write_stdin(b"one\n\xff\xfe\nthree\n".to_vec()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("Dòng 2"));
    let listed = run(home.path(), &["list", "entries"], "").out;
    assert!(listed.contains("one") && listed.contains("three"), "{listed}");
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let (home, _) = at_work();
    let lines: String = (0..30).map(|number| format!("dòng {number}\n")).collect();
    run(home.path(), &["add"], &lines);
    let program = env!("CARGO_BIN_EXE_bienban");
    let mut shell = Command::new("sh");
    let script = format!("('{program}' list entries; echo $? >&2) | true");
    shell.args(["-c", &script]).env_clear().env("HOME", home.path()).env("BIENBAN_DATA_DIR", home.path().join("data"));
    let output = shell.output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "0\n");
}

#[test]
fn show_speaks_to_people() {
    let (home, visit) = at_work();
    let said = run(home.path(), &["show", &visit], "");
    for words in ["Trạng thái: Đang diễn ra", "Ngày: 19/3/2026", "Địa điểm: Hội trường Huyện ủy"]
    {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    assert!(!said.out.contains("0199"), "{}", said.out);
}

#[test]
fn show_names_what_belongs_to_a_shortcoming() {
    let (home, visit) = at_work();
    let reference = |line: &str| {
        let added = run(home.path(), &["add", line], "");
        added.out.strip_prefix("Đã lưu ").unwrap().get(..5).unwrap().to_owned()
    };
    let fault = reference("-- xếp loại chạy theo thành tích");
    let cause = reference("~c kiểm tra chưa thường xuyên ^");
    let said = run(home.path(), &["show", &fault], "").out;
    assert!(said.contains(&format!("Nguyên nhân: kiểm tra chưa thường xuyên ({cause})")), "{said}");
    assert!(said.contains("Trách nhiệm: ⚠ chưa có"), "{said}");
    let said = run(home.path(), &["show", &cause], "").out;
    assert!(said.contains(&format!("Liên quan: xếp loại chạy theo thành tích ({fault})")), "{said}");
    assert!(said.contains(&format!("({visit})")), "the visit is named: {said}");
}

#[test]
fn the_demonstration_stays_apart_from_configured_data() {
    let (home, _) = at_work();
    let config = home.path().join("config/bienban");
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(config.join("config.toml"), format!("data_dir = {:?}\n", home.path().join("data"))).unwrap();
    // Without a terminal the interface does not open, but the store is prepared before.
    let mut command = bienban(home.path());
    command.env("XDG_DATA_HOME", home.path().join("own")).arg("demo");
    command.output().unwrap();
    assert_eq!(run(home.path(), &["list"], "").out.lines().count(), 1, "the real data has its one visit");
    if cfg!(target_os = "linux") {
        assert!(home.path().join("own/bienban/demo/journal").exists());
    }
}

#[test]
fn a_second_instance_is_told_who_holds_the_data() {
    let mut office = Office::new();
    opened(&mut office);
    let said = run(office.folder.path(), &["list"], "");
    assert_eq!(said.code, 4);
    assert!(said.err.contains(&std::process::id().to_string()), "{}", said.err);
    assert!(said.err.contains("--data-dir"), "{}", said.err);
}

#[test]
fn doctor_finds_a_healthy_store_whole_and_mends_a_damaged_one() {
    let (home, _) = at_work();
    let said = run(home.path(), &["doctor"], "");
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert!(said.out.contains("nguyên vẹn"), "{}", said.out);

    std::fs::remove_dir_all(home.path().join("data/db")).unwrap();
    let said = run(home.path(), &["doctor", "--json"], "");
    assert_eq!(said.code, 5, "{}{}", said.out, said.err);
    let report: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(report["sound"], false);
    assert_eq!(run(home.path(), &["doctor"], "").code, 0);
    assert!(run(home.path(), &["list"], "").out.contains("Huyện ủy Thạch Khê"));
}

#[test]
fn the_language_and_the_config_file_are_obeyed() {
    let home = tempfile::tempdir().unwrap();
    assert!(run(home.path(), &["--help"], "").out.contains("Cách dùng: bienban"));
    assert!(run(home.path(), &["--lang", "en", "--help"], "").out.contains("Usage: bienban"));
    std::fs::create_dir_all(home.path().join("config/bienban")).unwrap();
    std::fs::write(home.path().join("config/bienban/config.toml"), "language = \"en\"\n").unwrap();
    if cfg!(target_os = "linux") {
        assert!(run(home.path(), &["--help"], "").out.contains("Usage: bienban"));
        std::fs::write(home.path().join("config/bienban/config.toml"), "ngon_ngu = 1\n").unwrap();
        let said = run(home.path(), &["list"], "");
        assert_eq!(said.code, 2);
        assert!(said.err.contains("config.toml") && said.err.contains("line 1"), "{}", said.err);
    }
}

/// `BIENBAN_UPDATE_GOLDEN=1 cargo test --test cli` writes the file anew.
#[test]
fn the_reference_of_the_command_line_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/cli.md");
    let written = reference();
    if std::env::var_os("BIENBAN_UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), written, "docs/cli.md is stale");
}

#[test]
fn a_template_is_copied_edited_checked_and_used() {
    let (home, visit) = at_work();
    let home = home.path();
    let copied = run(home, &["template", "copy", "bien-ban-dang", "mẫu tỉnh", "--json"], "");
    assert_eq!((copied.code, copied.err.as_str()), (0, ""));
    let copied: Value = serde_json::from_str(&copied.out).unwrap();
    let path = std::path::PathBuf::from(copied["path"].as_str().unwrap());
    assert!(path.ends_with("templates/mẫu tỉnh.md.j2"), "{path:?}");
    let again = run(home, &["template", "copy", "bien-ban-dang", "mẫu tỉnh"], "");
    assert!(again.code == 1 && again.err.contains("bản cũ được giữ nguyên"), "{}", again.err);
    let bad = run(home, &["template", "copy", "bien-ban-dang", "../x"], "");
    assert!(bad.err.contains("không dùng làm tên mẫu được"), "{}", bad.err);
    assert!(run(home, &["template", "list"], "").out.contains("mẫu tỉnh  "));
    let whole = run(home, &["template", "check"], "");
    assert!(whole.code == 0 && whole.out.contains("không có lỗi"), "{}", whole.out);
    assert_eq!(
        run(home, &["template", "show", "mẫu tỉnh"], "").out,
        run(home, &["template", "show", "bien-ban-dang"], "").out
    );

    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("{{ title.place | sentence }}", "{{ title.palce | sentence }}")).unwrap();
    let wrong = run(home, &["template", "check", "mẫu tỉnh"], "");
    assert_eq!(wrong.code, 2);
    for said in ["mẫu tỉnh.md.j2, dòng ", "cột ", "không có trường “title.palce”; có phải “title.place”?"]
    {
        assert!(wrong.out.contains(said), "no {said:?} in {}", wrong.out);
    }
    let wrong = run(home, &["template", "check", path.to_str().unwrap(), "--json"], "");
    let wrong: Value = serde_json::from_str(&wrong.out).unwrap();
    assert_eq!((&wrong["sound"], wrong["mistakes"].as_array().unwrap().len()), (&Value::from(false), 1));
    assert_eq!(run(home, &["template", "show", "không có"], "").code, 3);
    assert!(run(home, &["export", &visit, "--built-in"], "").code == 0);
}

fn reference() -> String {
    let mut page = String::from("# Dòng lệnh · Command line\n\nGenerated from the program's own definition.\n");
    for (title, language) in [("Tiếng Việt", Language::Vietnamese), ("English", Language::English)] {
        let mut root = cli::command(language.texts()).term_width(100);
        root.build();
        page.push_str(&format!("\n## {title}\n\n```text\n{}```\n", root.render_long_help()));
        for command in root.get_subcommands_mut() {
            let help = command.render_long_help();
            page.push_str(&format!("\n### {}\n\n```text\n{help}```\n", command.get_name()));
            let name = command.get_name().to_owned();
            for inner in command.get_subcommands_mut() {
                let help = inner.render_long_help();
                page.push_str(&format!("\n### {name} {}\n\n```text\n{help}```\n", inner.get_name()));
            }
        }
    }
    page.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n"
}

/// A limit on the size of files stands for a full disk: a write that would pass it fails half-way.
#[cfg(unix)]
#[test]
fn on_a_full_disk_what_was_said_to_be_saved_is_there() {
    let (home, visit) = at_work();
    let long = "tự phê bình và phê bình còn nể nang, né tránh; ".repeat(60);
    let lines: String = (0..300).map(|number| format!("dòng thứ {number}: {long}\n")).collect();
    let program = env!("CARGO_BIN_EXE_bienban");
    let script = format!("trap '' XFSZ; ulimit -f 2400; exec '{program}' add --json --visit {visit}");
    let mut shell = Command::new("sh");
    shell.args(["-c", &script]).env_clear().env("HOME", home.path()).env("BIENBAN_DATA_DIR", home.path().join("data"));
    let output = shell.write_stdin(lines).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let failed = String::from_utf8(output.stderr).unwrap();
    assert!(!said.is_empty() && !failed.is_empty(), "the limit cut nothing: {failed}");
    assert!(failed.contains("đã đầy"), "{failed}");

    let listed = run(home.path(), &["list", "entries", "--visit", &visit, "--json"], "");
    assert_eq!(listed.code, 0, "{}", listed.err);
    let listed: Value = serde_json::from_str(&listed.out).unwrap();
    let there: Vec<&str> = listed.as_array().unwrap().iter().map(|row| row["reference"].as_str().unwrap()).collect();
    for line in said.lines() {
        let saved: Value = serde_json::from_str(line).unwrap();
        let reference = saved["reference"].as_str().unwrap();
        assert!(there.contains(&reference), "{reference} was said to be saved");
    }
}

#[test]
fn pasted_citations_become_documents_and_known_ones_are_reused() {
    let mut office = Office::new();
    let place = planned(&mut office);
    office.session.close().unwrap();
    let (home, delegation) = (office.folder.path(), place.delegation.reference());
    let text =
        "Căn cứ Nghị quyết số 04-nq/tw; Căn cứ Quy định số 08-QĐi/TW, ngày 25/10/2018 của Trung ương về nêu gương";
    let added = run(home, &["add-basis", "--delegation", &delegation, "--json", text], "");
    let rows: Vec<Value> = added.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((added.code, rows.len()), (0, 2), "{}", added.err);
    assert_eq!((&rows[0]["new"], &rows[0]["legal_basis"]["symbol"]), (&Value::Bool(false), &Value::from("04-NQ/TW")));
    assert_eq!((&rows[1]["new"], &rows[1]["legal_basis"]["title"]), (&Value::Bool(true), &Value::from("nêu gương")));

    let again = run(home, &["add-basis"], text);
    assert_eq!(again.out.matches("đã có trong sổ").count(), 2, "{}", again.out);
    let unnamed = run(home, &["add-basis", "Chỉ thị"], "");
    assert_eq!(unnamed.code, 2);
    assert!(unnamed.err.contains("“Chỉ thị”"), "{}", unnamed.err);
}

/// A home with two visits to one unit: the first left a recommendation and a fault, the second is open.
fn after_an_earlier_visit() -> (tempfile::TempDir, [String; 3]) {
    let mut office = Office::new();
    let place = opened(&mut office);
    let asked = office.capture(place.visit, r#">> rà soát hồ sơ @"Ban Tổ chức" <30/4/2024"#);
    let fault = office.capture(place.visit, "-- còn nể nang #I.5");
    office.capture(place.visit, "~c chưa tự giác");
    let next = Visit {
        delegation: Some(place.delegation),
        unit: Some(place.unit),
        date: Some(day("2026-09-10")),
        ..Visit::default()
    };
    let next = office.create(place.scope, &next);
    office.act(Action::OpenVisit(next)).unwrap();
    office.capture(next, "-- vẫn nể nang #I.5");
    office.session.close().unwrap();
    (office.folder, [asked, fault, next].map(|id| id.reference()))
}

#[test]
fn open_items_are_listed_followed_and_carried() {
    let (home, [asked, fault, next]) = after_an_earlier_visit();
    let listed = run(home.path(), &["register", "--doer", "to chuc"], "");
    assert!(listed.out.starts_with(&format!("{asked}   30/4/2024  Mới, quá hạn  ·  Đề nghị")), "{}", listed.out);
    assert!(listed.out.ends_with("Còn mở 1 (quá hạn 1), đã xong 0, tất cả 1.\n"), "{}", listed.out);

    let act = ["follow", &asked, &fault, "--act", "check", "--date", "1/6/2024", "--by", "Lê Minh Châu"];
    let refused = run(home.path(), &[&act[..], &["--standing", "done"]].concat(), "");
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("minh chứng") && refused.err.contains(&asked), "{}", refused.err);
    let done = run(home.path(), &[&act[..], &["--standing", "done", "--evidence", "Báo cáo số 12"]].concat(), "");
    assert_eq!((done.code, done.out), (0, format!("Đã ghi vào nhật ký theo dõi: {asked}, {fault}\n")));
    let closed = run(home.path(), &["register", "--closed", "--json"], "");
    let closed: Value = serde_json::from_str(&closed.out).unwrap();
    assert_eq!((closed["items"].as_array().unwrap().len(), &closed["counts"]["closed"]), (2, &Value::from(2)));

    let back =
        run(home.path(), &["follow", &fault, "--date", "2/6/2024", "--by", "Châu", "--standing", "assigned"], "");
    assert_eq!(back.code, 1);
    assert!(back.err.contains("Chuyển được sang: Đang thực hiện"), "{}", back.err);
    let back = ["follow", &fault, "--date", "2/6/2024", "--by", "Châu", "--standing", "not_done"];
    assert_eq!(run(home.path(), &back, "").code, 0);
    let carried = run(home.path(), &["carried", "--visit", &next], "");
    let lines: Vec<&str> = carried.out.lines().collect();
    assert_eq!(lines.len(), 2, "{}", carried.out);
    assert!(lines[0].starts_with(&fault) && lines[0].contains("chuyển lần thứ 1"), "{}", lines[0]);
    assert!(lines[1].contains("Tiêu chí I.5 đã nêu lần thứ 2"), "{}", lines[1]);
    let carried = run(home.path(), &["carried", "--visit", &next, "--json"], "");
    let carried: Value = serde_json::from_str(&carried.out).unwrap();
    assert_eq!((&carried["items"][0]["standing"], &carried["items"][0]["times"]), (&"not_done".into(), &1.into()));

    let causes = run(home.path(), &["statistics"], "");
    assert!(causes.out.starts_with("khách quan 0, chủ quan 1\n"), "{}", causes.out);
}

#[test]
fn figures_are_printed_as_tables_as_csv_and_for_scripts() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let unit = Unit { name: "=HYPERLINK(\"http://x\");A".into(), ..Unit::default() };
    let unit = office.create(ScopeId::Office, &unit);
    let other = Visit {
        delegation: Some(place.delegation),
        unit: Some(unit),
        date: Some(day("2026-01-12")),
        ..Visit::default()
    };
    let other = office.create(place.scope, &other);
    office.act(Action::OpenVisit(other)).unwrap();
    office.capture(place.visit, "++ ban hành chương trình sớm");
    let vague = office.capture(place.visit, "-- một số chi bộ còn nể nang");
    let before = office.entry(place.visit, vague).record;
    let after = Entry { private_names: vec!["chi bộ Trạm Y tế".into()], ..before.clone() };
    office.act(Action::ChangeEntry(Edit::change(vague, &before, &after))).unwrap();
    office.capture(other, ">> rà soát hồ sơ <30/1");
    office.session.close().unwrap();
    let home = office.folder;

    let units = run(home.path(), &["statistics", "--by", "unit"], "");
    let lines: Vec<&str> = units.out.lines().filter(|line| !line.is_empty()).collect();
    assert!(lines[0].starts_with("Đơn vị") && lines[1].starts_with("Huyện ủy Thạch Khê"), "{}", units.out);
    assert!(lines[3].starts_with("Tổng cộng") && lines.len() == 4, "{}", units.out);

    let csv = run(home.path(), &["statistics", "--csv"], "");
    let rows: Vec<&str> = csv.out.split("\r\n").collect();
    assert!(rows[0].starts_with("\u{feff}Đơn vị;Buổi;Ưu điểm;"), "{}", csv.out);
    assert_eq!(rows[1], "Huyện ủy Thạch Khê;1;1;1;0;0;0;0;0;0");
    assert_eq!(rows[2], "\"'=HYPERLINK(\"\"http://x\"\");A\";1;0;0;0;0;0;1;1;0", "a name is no formula");

    let all = run(home.path(), &["statistics", "--json", "--from", "1/3/2026"], "");
    let all: Value = serde_json::from_str(&all.out).unwrap();
    assert_eq!((&all["visits"], &all["shortcomings"], &all["without_cause"]), (&1.into(), &1.into(), &1.into()));
    assert_eq!(all["by_unit"][0]["name"], "Huyện ủy Thạch Khê");
    assert_eq!(all["checklists"][0]["visits"], 1);

    for arguments in [["statistics"].as_slice(), &["statistics", "--csv", "--by", "topic"], &["statistics", "--json"]] {
        assert!(!run(home.path(), arguments, "").out.contains("Trạm Y tế"), "{arguments:?}");
    }
    for wrong in [
        ["statistics", "--by", "xxx"].as_slice(),
        &["statistics", "--csv", "--json"],
        &["statistics", "--from", "31/2"],
    ] {
        assert_eq!(run(home.path(), wrong, "").code, 2, "{wrong:?}");
    }
    let english = run(home.path(), &["--lang", "en", "statistics", "--by", "time"], "");
    assert!(english.out.contains("Month 1/2026") && english.out.contains("Open at its end"), "{}", english.out);
}

#[test]
fn everything_is_searched_by_words_and_filters() {
    let (home, [asked, fault, _]) = after_an_earlier_visit();
    let found = run(home.path(), &["search", "ra soat"], "");
    assert_eq!((found.code, found.err.as_str()), (0, ""));
    assert!(
        found.out.starts_with(&format!("{asked}  Đề nghị  ·  Huyện ủy Thạch Khê  ·  19/3/2026  ·  rà soát hồ sơ")),
        "{}",
        found.out
    );
    // What the shell took the quotes off is a phrase all the same.
    let found = run(home.path(), &["search", "loai:hc", "don-vi:Thạch Khê", "nể nang", "den:5/2026", "--json"], "");
    let found: Value = serde_json::from_str(&found.out).unwrap();
    assert_eq!((&found["total"], &found["found"][0]["reference"]), (&Value::from(1), &Value::from(fault)));
    let words = &found["found"][0]["words"];
    let place = |at: usize| usize::try_from(words["places"][0][at].as_u64().unwrap()).unwrap();
    assert_eq!(words["text"].as_str().unwrap().get(place(0)..place(1)), Some("nể nang"));
    let nothing = run(home.path(), &["search", "mau:xanh"], "");
    assert_eq!((nothing.code, nothing.out.as_str()), (0, ""));
    assert!(nothing.err.contains("Không có bộ lọc “mau”") && nothing.err.contains("Không tìm thấy"), "{}", nothing.err);
}

#[test]
fn a_wrong_word_about_what_is_followed_is_told() {
    let (home, [asked, ..]) = after_an_earlier_visit();
    for (words, code) in [
        (vec!["register", "--kind", "gì"], 2),
        (vec!["register", "--due-to", "mai"], 2),
        (vec!["register", "--open", "--all"], 2),
        (vec!["register", "--unit", &asked], 3),
        (vec!["follow", &asked], 2),
        (vec!["follow", "ZZZZZ", "--by", "An"], 3),
        (vec!["follow", &asked, "--by", "An", "--act", "gì"], 2),
        (vec!["carried", "--visit", &asked], 3),
    ] {
        let said = run(home.path(), &words, "");
        assert_eq!((said.code, said.err.is_empty()), (code, false), "{words:?}: {}", said.err);
    }
}
#[test]
fn documents_and_prompted_issues_are_listed() {
    let mut office = Office::new();
    let place = opened(&mut office);
    let visit = Some(place.visit);
    let paper = Material { visit, form: "Báo cáo".into(), symbol: "218-BC/HU".into(), ..Material::default() };
    office.create(place.scope, &Material { due: Some(day("2026-03-13")), received: Some(day("2026-03-17")), ..paper });
    let issue =
        office.create(place.scope, &PromptedIssue { visit, text: "xếp loại".into(), ..PromptedIssue::default() });
    office.capture(place.visit, &format!("/gt theo hướng dẫn cũ ^{}", issue.reference()));
    office.session.close().unwrap();
    let home = office.folder.path();
    let papers = run(home, &["list", "materials"], "");
    assert!(papers.out.contains("Báo cáo 218-BC/HU · hạn 13/3/2026 · nhận 17/3/2026 · ⚠ chậm"), "{}", papers.out);
    let issues: Value = serde_json::from_str(&run(home, &["list", "issues", "--json"], "").out).unwrap();
    assert_eq!(
        (&issues[0]["issue"]["text"], &issues[0]["answers"][0]),
        (&"xếp loại".into(), &"theo hướng dẫn cũ".into())
    );
}

#[test]
fn an_added_figure_is_told_as_it_was_understood() {
    let (home, _) = at_work();
    let added = run(home.path(), &["add", "## 39/3.204 đảng viên không hoàn thành nhiệm vụ, báo cáo ghi 1,21%"], "");
    assert_eq!((added.code, added.err.as_str()), (0, "⚠ 39/3.204 = 1,22% – báo cáo ghi 1,21%: lệch\n"));
    let lines = "## xếp loại: 12 xuất sắc, 29 tốt, tổng 42\n## 5/4 đơn\n## nhận trên 180 đơn\n";
    let added = run(home.path(), &["--lang", "en", "add"], lines);
    assert_eq!(added.out.lines().count(), 2, "{}", added.out);
    for said in [
        "⚠ 12 + 29 = 41 – total given as 42: does not agree",
        "⚠ excellent 12/29 ranked good = 41,38%; the cap of 20% is 5: over the cap",
        "Line 2: 5/4: the part is more than the whole",
        "\ntrên 180 đơn\n",
    ] {
        assert!(added.err.contains(said), "{said}\n{}", added.err);
    }
}

#[test]
fn the_office_keeps_its_own_calendar_and_rules() {
    let (home, _) = at_work();
    let shown = run(home.path(), &["calendar"], "");
    assert_eq!(shown.code, 0, "{}", shown.err);
    for said in
        ["Tỷ lệ trần mức xuất sắc: 20%", "(papers): 3 ngày làm việc trước buổi làm việc", "2/9/2026", "cần đối chiếu"]
    {
        assert!(shown.out.contains(said), "{said}\n{}", shown.out);
    }
    let copied = run(home.path(), &["calendar", "copy"], "");
    assert_eq!(copied.out.matches("Đã sao").count(), 2, "{}", copied.out);
    let again = run(home.path(), &["calendar", "copy"], "");
    assert_eq!(again.out.matches("giữ nguyên").count(), 2, "{}", again.out);

    let files: Vec<Value> = serde_json::from_str(&run(home.path(), &["calendar", "copy", "--json"], "").out).unwrap();
    let rules = files[1]["path"].as_str().unwrap();
    let text = std::fs::read_to_string(rules).unwrap();
    std::fs::write(rules, text.replace("percent = 20", "percent = 50")).unwrap();
    assert!(run(home.path(), &["calendar", "check"], "").out.contains("Các tệp đều đúng."));
    let added = run(home.path(), &["add", "## xếp loại: 12 xuất sắc, 29 tốt"], "");
    assert!(added.err.contains("trần 50% là 14: trong mức trần"), "{}", added.err);

    std::fs::write(rules, text.replace("percent = 20", "percent = \"nhiều\"")).unwrap();
    let line = text.lines().position(|line| line == "percent = 20").unwrap() + 1;
    for arguments in [&["calendar", "check"][..], &["list"][..]] {
        let wrong = run(home.path(), arguments, "");
        assert_eq!(wrong.code, 2, "{arguments:?}");
        assert!(wrong.err.contains(&format!("rules.toml, dòng {line}, mục “percent”: cần phần trăm")), "{}", wrong.err);
    }
    let wrong = run(home.path(), &["calendar", "check", "--json"], "");
    let wrong: Value = serde_json::from_str(&wrong.out).unwrap();
    assert_eq!((&wrong["sound"], &wrong["mistakes"][0]["line"]), (&false.into(), &line.into()));
}

#[test]
fn the_diary_is_listed_and_added_to() {
    let mut office = Office::new();
    let place = planned(&mut office);
    office.session.close().unwrap();
    let (home, reference) = (office.folder.path(), place.delegation.reference());
    let added = run(home, &["diary", &reference, "công bố quyết định"], "");
    assert_eq!(added.code, 0, "{}", added.err);
    assert!(added.out.ends_with("công bố quyết định\n"), "{}", added.out);
    let listed: Value = serde_json::from_str(&run(home, &["diary", &reference, "--json"], "").out).unwrap();
    assert_eq!(listed[0]["diary_entry"]["text"], "công bố quyết định");
    assert_eq!(run(home, &["diary", &place.unit.reference()], "").code, 3);
}

#[test]
fn a_missing_folder_is_told_and_made_when_asked_for() {
    let mut office = Office::new();
    let place = planned(&mut office);
    office.session.close().unwrap();
    let home = office.folder;
    let visit = place.visit.reference();
    let export = ["export", &visit, "--to", "bien-ban/thang-3"];
    let said = run(home.path(), &export, "");
    assert!(said.code != 0 && said.err.contains("--make-folder"), "{} {}", said.code, said.err);
    assert!(!home.path().join("bien-ban").exists());
    let said = run(home.path(), &[&export[..], &["--make-folder"]].concat(), "");
    assert!(said.out.contains("thang-3"), "{}{}", said.out, said.err);
    assert_eq!(std::fs::read_dir(home.path().join("bien-ban/thang-3")).unwrap().count(), 1);
}

#[test]
fn units_and_members_are_imported_once_and_shown_before() {
    let mut office = Office::new();
    let place = planned(&mut office);
    office.session.close().unwrap();
    let home = office.folder;
    let units =
        |home: &Path| -> Value { serde_json::from_str(&run(home, &["list", "units", "--json"], "").out).unwrap() };
    let before = units(home.path());
    let text = "\u{feff}Tên đơn vị;Cấp trên\r\nChi bộ thôn Đông;Đảng ủy xã Bình Lộc\r\nĐảng ủy xã Bình Lộc;\r\n";
    std::fs::write(home.path().join("don-vi.csv"), text).unwrap();

    let said = run(home.path(), &["import", "units", "don-vi.csv", "--dry-run"], "");
    let shown =
        "dòng 2 · mới · Chi bộ thôn Đông\ndòng 3 · mới · Đảng ủy xã Bình Lộc\n2 mới · 0 thay đổi · 0 đã có · 0 lỗi\n";
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, shown, ""));
    assert_eq!(units(home.path()), before);
    let said = run(home.path(), &["import", "units", "don-vi.csv"], "");
    assert_eq!((said.code, said.out), (0, format!("{shown}Đã nhập: 2 mới, 0 thay đổi.\n")));
    let after = units(home.path());
    assert_eq!(after.as_array().unwrap().len(), before.as_array().unwrap().len() + 2);
    let said = run(home.path(), &["import", "units", "don-vi.csv"], "");
    assert!(said.code == 0 && said.out.contains("0 mới · 0 thay đổi · 2 đã có · 0 lỗi"), "{}", said.out);
    assert_eq!(units(home.path()), after);

    std::fs::write(home.path().join("sai.csv"), "tên,cấp trên\nĐảng ủy xã Tốt,\nChi bộ X,Không có\n").unwrap();
    let said = run(home.path(), &["import", "units", "sai.csv", "--json"], "");
    let told: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((said.code, told["imported"].as_bool(), told["wrong"].as_u64()), (1, Some(false), Some(1)));
    assert_eq!((told["rows"][1]["line"].as_u64(), told["rows"][1]["fate"].as_str()), (Some(3), Some("wrong")));
    let said = run(home.path(), &["import", "units", "sai.csv"], "");
    assert!(said.err.contains("dòng 3 · lỗi · Chi bộ X · không thấy cấp trên “Không có”"), "{}", said.err);
    assert!(said.err.contains("chưa nhập gì"), "{}", said.err);
    assert_eq!(units(home.path()), after);

    std::fs::write(home.path().join("doan.csv"), "họ tên,chức vụ\nĐỗ Thị Ngọc Ánh,Chuyên viên từ 5/3/2024\n").unwrap();
    let said = run(home.path(), &["import", "people", "doan.csv"], "");
    assert!(said.code == 2 && said.err.contains("--delegation"), "{}", said.err);
    let delegation = place.delegation.reference();
    let said = run(home.path(), &["import", "people", "doan.csv", "--delegation", &delegation], "");
    assert!(said.code == 0 && said.out.contains("Đã nhập: 1 mới"), "{}{}", said.out, said.err);
    std::fs::write(home.path().join("viec.csv"), "nội dung,nguồn,hạn,kết quả\nThu hồi,Kiểm toán,30/6/2024,x\n")
        .unwrap();
    let said = run(home.path(), &["import", "outside-items", "viec.csv"], "");
    assert!(said.code == 1 && said.err.contains("dòng 2 · lỗi · Thu hồi · chưa ghi “Đơn vị”"), "{}", said.err);
    let unit = place.unit.reference();
    let said = run(home.path(), &["import", "outside-items", "viec.csv", "--unit", &unit], "");
    assert!(said.code == 0 && said.out.contains("Đã nhập: 1 mới"), "{}{}", said.out, said.err);
    assert_eq!(said.err, "Cột không được nhập: kết quả.\n");
    assert!(run(home.path(), &["register"], "").out.contains("Thu hồi"));
    let said = run(home.path(), &["import", "units", "khong-co.csv"], "");
    assert!(said.code == 1 && said.err.contains("không có tệp hoặc thư mục này"), "{}", said.err);
}

#[test]
fn the_keys_in_force_are_a_file_of_keys_and_mistakes_in_one_are_told_all_at_once() {
    let (home, _) = at_work();
    let config = home.path().join("config/bienban");
    std::fs::create_dir_all(&config).unwrap();
    let shown = run(home.path(), &["keys"], "");
    assert_eq!((shown.code, shown.err.as_str()), (0, ""));
    std::fs::write(config.join("keys.toml"), &shown.out).unwrap();
    assert_eq!(run(home.path(), &["keys"], "").out, shown.out);
    let checked = run(home.path(), &["keys", "check"], "");
    assert_eq!((checked.code, checked.out.ends_with("keys.toml: không có lỗi.\n")), (0, true), "{}", checked.out);

    std::fs::write(
        config.join("keys.toml"),
        "undoo = \"z\"\nredo = 5\n[entries]\npreview = \"Ctrl+H\"\nundo = \"z\"\n",
    )
    .unwrap();
    let checked = run(home.path(), &["keys", "check"], "");
    let lines: Vec<&str> = checked.out.lines().map(|line| line.split("keys.toml, ").nth(1).unwrap()).collect();
    assert_eq!((checked.code, lines.len()), (2, 3), "{}", checked.out);
    assert!(lines[0].starts_with("dòng 1, “undoo”: không có lệnh này; có lẽ là “undo”"), "{}", lines[0]);
    assert!(lines[1].starts_with("dòng 2, mục “redo”: cần tên một phím"), "{}", lines[1]);
    assert!(lines[2].starts_with("dòng 4, “preview”: cửa sổ lệnh gửi Ctrl+H như Backspace"), "{}", lines[2]);
    let shown = run(home.path(), &["keys", "--json"], "");
    assert_eq!((shown.code, shown.err.lines().count()), (0, 3));
    let rows: Value = serde_json::from_str(&shown.out).unwrap();
    let keys = |screen: &str| {
        let of = |row: &&Value| row["screen"] == screen && row["command"] == "undo";
        rows.as_array().unwrap().iter().find(of).unwrap()["keys"].clone()
    };
    assert_eq!((keys("entries"), keys("units")), (serde_json::json!(["z"]), serde_json::json!(["u"])));
}

#[test]
fn everything_is_backed_up_and_restored_into_another_folder_with_the_same_content() {
    let (home, _) = at_work();
    run(home.path(), &["add", "-- tự phê bình còn nể nang"], "");
    let made = run(home.path(), &["backup", "--json"], "");
    assert_eq!((made.code, made.err.as_str()), (0, ""));
    let made: Value = serde_json::from_str(&made.out).unwrap();
    let (path, content) = (made["path"].as_str().unwrap(), made["content"].as_str().unwrap());
    let checked = run(home.path(), &["restore", path, "--check"], "");
    assert!(checked.out.contains("nguyên vẹn") && checked.out.contains(content), "{}", checked.out);

    let other = ["--data-dir", "khac"];
    let restored = run(home.path(), &[&other[..], &["restore", path, "--json"]].concat(), "");
    assert_eq!((restored.code, restored.err.as_str()), (0, ""));
    let restored: Value = serde_json::from_str(&restored.out).unwrap();
    assert_eq!((&restored["content"], &restored["content_here"]), (&made["content"], &made["content"]));
    assert_eq!(restored["new"], made["changes"]);
    let [here, there] = [&[][..], &other[..]].map(|at| run(home.path(), &[at, &["list", "entries"]].concat(), "").out);
    assert_eq!(here, there);
    let again = run(home.path(), &[&other[..], &["restore", path]].concat(), "");
    assert!(again.out.contains("đều đã có ở đây") && again.out.contains(content), "{}", again.out);
    let doctor = run(home.path(), &["doctor", "--json"], "");
    assert_eq!(serde_json::from_str::<Value>(&doctor.out).unwrap()["content"], content);

    let refused = run(home.path(), &["backup", path], "");
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("không ghi đè"), "{}", refused.err);
    let file = home.path().join(path);
    let bytes = std::fs::read(&file).unwrap();
    std::fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    let refused = run(home.path(), &[&other[..], &["restore", path]].concat(), "");
    assert!(refused.code == 1 && refused.err.contains("bị cụt ở dòng"), "{}", refused.err);
}

#[test]
fn a_backup_with_a_passphrase_opens_with_it_alone() {
    let (home, _) = at_work();
    let secret = |name: &str, text: &str| std::fs::write(home.path().join(name), format!("{text}\n")).unwrap();
    secret("đúng", "một câu đủ dài");
    secret("sai", "một câu khác");
    let made = run(home.path(), &["backup", "b.age", "--secret-file", "đúng"], "");
    assert_eq!((made.code, made.err.as_str()), (0, ""));
    let restore = |more: &[&str]| run(home.path(), &[&["--data-dir", "khac", "restore", "b.age"], more].concat(), "");
    assert!(restore(&[]).err.contains("được mã hóa bằng mật khẩu"));
    assert!(restore(&["--secret-file", "sai"]).err.contains("không mở được tệp"));
    let restored = restore(&["--secret-file", "đúng"]);
    assert_eq!((restored.code, restored.err.as_str()), (0, ""));
    let both = run(home.path(), &["backup", "c.age", "--secret-file", "đúng", "--recipient", "age1x"], "");
    assert_eq!(both.code, 2);
}

#[test]
fn what_is_damaged_in_both_copies_is_filled_from_a_backup() {
    let (home, _) = at_work();
    for line in ["+ một", "-- hai", "+ ba"] {
        run(home.path(), &["add", line], "");
    }
    run(home.path(), &["backup", "b.jsonl.gz"], "");
    let before = run(home.path(), &["list", "entries"], "").out;
    let data = home.path().join("data");
    for file in std::fs::read_dir(data.join("journal")).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let left: String = text.split_inclusive('\n').skip(1).collect();
        std::fs::write(&path, left).unwrap();
    }
    std::fs::remove_dir_all(data.join("db")).unwrap();
    assert_eq!(run(home.path(), &["list", "entries"], "").code, 6);
    let restored = run(home.path(), &["restore", "b.jsonl.gz"], "");
    assert!(restored.code == 0 && restored.err.contains("lấp bằng bản sao lưu, không mất gì"), "{}", restored.err);
    let after = run(home.path(), &["list", "entries"], "");
    assert_eq!((after.out, after.err.as_str()), (before, ""));
}
