//! A text in an editor of the person's own: a private file that comes back, or stays and is told.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::stage::{Stage, empty, hides, shows, with_an_open_visit};

/// Makes an editor of a few lines of shell; `$1` is the file.
fn editor(stage: &mut Stage, script: &str) {
    let path = stage.folder.path().join("editor");
    std::fs::write(&path, script).unwrap();
    stage.app.edit_with(&format!("sh '{}'", path.display()));
}

fn lent(stage: &Stage) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(stage.data().join("editing")).into_iter().flatten().flatten();
    folders.flat_map(|folder| std::fs::read_dir(folder.path()).unwrap().flatten()).map(|file| file.path()).collect()
}

fn mode(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o777
}

/// Asserts that a sentence is on the screen, over however many rows.
#[track_caller]
fn says(stage: &Stage, sentence: &str) {
    let screen = stage.app.screen();
    let words: Vec<&str> = screen.split_whitespace().collect();
    assert!(words.join(" ").contains(sentence), "no {sentence:?} in\n{screen}");
}

#[test]
fn the_capture_line_goes_out_and_comes_back_composed_with_its_lines() {
    let mut stage = with_an_open_visit();
    editor(
        &mut stage,
        "cp \"$1\" \"$0.seen\"; printf '%s\\n' '-- Tie\u{302}\u{301}ng Vie\u{323}\u{302}t' 'dòng hai' > \"$1\"",
    );
    stage.app.write("-- tự phê bình").press("F4");
    shows(&stage.app, &["› -- Tiếng Việt⏎", "dòng hai", "Đã lấy lại chữ từ trình soạn thảo."]);
    assert_eq!(std::fs::read_to_string(stage.folder.path().join("editor.seen")).unwrap(), "-- tự phê bình\n");
    stage.app.write(" thêm").press("Enter");
    shows(&stage.app, &["Đã lưu.", "Tiếng Việt", "dòng hai thêm"]);
    assert_eq!(lent(&stage), Vec::<PathBuf>::new());
}

#[test]
fn a_field_of_a_form_takes_what_was_written_as_one_paragraph() {
    let mut stage = empty();
    editor(&mut stage, "printf 'Tỉnh ủy\\r\\n\\r\\nSông Lam\\n\\n' > \"$1\"");
    stage.app.press("n").write("cũ").press("F4");
    shows(&stage.app, &["Tỉnh ủy Sông Lam"]);
    editor(&mut stage, "true");
    stage.app.press("F4");
    shows(&stage.app, &["Tỉnh ủy Sông Lam", "Trình soạn thảo không đổi chữ nào."]);
    // A choice is no text.
    stage.app.press("Ctrl+S Enter n F4");
    hides(&stage.app, "trình soạn thảo.");
}

#[test]
fn nobody_else_can_read_the_text_while_it_is_out_and_nothing_of_it_stays() {
    let mut stage = with_an_open_visit();
    editor(
        &mut stage,
        "cp -p \"$1\" \"$(dirname \"$1\")/.bienban.txt.swp\"; stat -c '%a' \"$1\" \"$(dirname \"$1\")\" > \"$0.modes\"; pwd >> \"$1\"",
    );
    stage.app.write("bí mật").press("F4");
    assert_eq!(std::fs::read_to_string(stage.folder.path().join("editor.modes")).unwrap(), "600\n700\n");
    assert_eq!(mode(&stage.data().join("editing")), 0o700);
    assert_eq!(lent(&stage), Vec::<PathBuf>::new());
}

#[test]
fn an_editor_that_fails_leaves_the_text_as_it_was_and_is_told() {
    for (script, said) in [
        ("exit 3", "kết thúc với lỗi 3, nên chữ trong ô vẫn như cũ."),
        ("kill -9 $$", "kết thúc với lỗi"),
        ("exit 127", "Không mở được trình soạn thảo"),
    ] {
        let mut stage = with_an_open_visit();
        editor(&mut stage, script);
        stage.app.write("-- nể nang").press("F4");
        says(&stage, "› -- nể nang");
        says(&stage, said);
        assert_eq!(lent(&stage), Vec::<PathBuf>::new(), "{script}");
    }
    let mut stage = with_an_open_visit();
    stage.app.edit_with("/không/có/trình/nào").write("-- nể nang").press("F4");
    says(&stage, "Không mở được trình soạn thảo “/không/có/trình/nào”; chữ trong ô vẫn như cũ.");
}

#[test]
fn what_was_written_before_a_failure_is_kept_and_found_again_at_the_same_place() {
    for (script, said) in [
        ("printf 'soạn dở' > \"$1\"; exit 1", "Phần đã soạn còn ở"),
        ("printf 'so\\341n d\\356' > \"$1\"", "không phải UTF-8"),
    ] {
        let mut stage = with_an_open_visit();
        editor(&mut stage, script);
        stage.app.write("-- nể nang").press("F4");
        says(&stage, "› -- nể nang");
        says(&stage, said);
        assert_eq!(lent(&stage).len(), 1, "{script}");
    }
    let mut stage = with_an_open_visit();
    editor(&mut stage, "printf 'soạn dở' > \"$1\"; exit 1");
    stage.app.write("-- nể nang").press("F4");
    let mut stage = stage.killed_and_started_again();
    says(&stage, "phần đã soạn còn ở");
    stage.app.press("r");
    // Looked at and left alone, it is neither taken nor lost.
    editor(&mut stage, "true");
    stage.app.press("F4");
    shows(&stage.app, &["› -- nể nang", "không đổi chữ nào"]);
    editor(&mut stage, "cp \"$1\" \"$0.seen\"; printf 'xong' > \"$1\"");
    stage.app.press("F4");
    shows(&stage.app, &["› xong"]);
    assert_eq!(std::fs::read_to_string(stage.folder.path().join("editor.seen")).unwrap(), "soạn dở\n\n-- nể nang\n");
    assert_eq!(lent(&stage), Vec::<PathBuf>::new());
}
