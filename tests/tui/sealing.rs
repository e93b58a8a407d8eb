//! Sealing by keys: closed, opened again with a reason, sealed anew, compared.

use super::stage::{Stage, hides, shows, with_an_open_visit};

/// A visit with one line, sealed, opened again, changed and sealed anew; ends on its entries.
fn sealed_twice() -> Stage {
    let mut stage = with_an_open_visit();
    stage.app.write("-- tự phê bình còn nể nang").press("Enter Esc");
    stage.at("11:05").press("c Enter Ctrl+S");
    shows(&stage.app, &["niêm phong phiên bản 1", "o mở lại kèm lý do"]);
    stage.app.press("o");
    shows(&stage.app, &["Mở lại buổi làm việc đã niêm phong", "Lý do mở lại"]);
    stage.app.press("Ctrl+S");
    shows(&stage.app, &["Lý do mở lại"]);
    stage.app.write("thiếu số chi bộ").press("Ctrl+S");
    shows(&stage.app, &["Đang diễn ra"]);
    stage.app.write("-- 3 chi bộ chưa sinh hoạt chuyên đề").press("Enter Esc v");
    shows(&stage.app, &["Bản đang soạn", "Phiên bản 1 · 11:05 19/3/2026"]);
    stage.app.press("Enter");
    shows(&stage.app, &["So sánh · Phiên bản 1 → Bản đang soạn", "3 chi bộ chưa sinh hoạt chuyên đề"]);
    stage.app.press("q q c Enter Ctrl+S");
    shows(&stage.app, &["niêm phong phiên bản 2"]);
    stage
}

#[test]
fn a_visit_is_sealed_opened_again_with_a_reason_and_its_versions_compared() {
    let mut stage = sealed_twice();
    stage.app.press("v");
    shows(&stage.app, &["Phiên bản 2", "Phiên bản 1", "thiếu số chi bộ · ký: máy này, SHA256:"]);
    hides(&stage.app, "Bản đang soạn");
    stage.app.press("Space Down Enter");
    shows(&stage.app, &["So sánh · Phiên bản 1 → Phiên bản 2", "3 chi bộ chưa sinh hoạt chuyên đề"]);
    for size in [(20, 8), (40, 12), (200, 60)] {
        stage.app.resize(size.0, size.1).press("Down Up q Down Enter");
    }
}

#[test]
fn the_export_of_a_sealed_visit_says_that_it_is_signed_and_by_which_key() {
    let mut stage = with_an_open_visit();
    stage.app.press("Esc");
    stage.at("11:05").press("c Enter Ctrl+S x");
    let folder = stage.folder.path().join("x");
    std::fs::create_dir(&folder).unwrap();
    stage.app.write(&folder.display().to_string()).press("Enter");
    let said = stage.app.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("Đã xuất biên bản ra") && said.contains("Có chữ ký (khóa SHA256:"), "{said}");
    let names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".manifest.sig"))
        .collect();
    assert_eq!(names.len(), 1);
}

#[test]
fn a_single_version_has_nothing_to_be_compared_with() {
    let mut stage = with_an_open_visit();
    stage.app.press("Esc v");
    shows(&stage.app, &["Chưa có phiên bản nào được niêm phong."]);
    stage.app.press("q");
    stage.at("11:05").press("c Enter Ctrl+S v Enter");
    shows(&stage.app, &["Mới có một phiên bản, chưa có gì để so sánh."]);
}
