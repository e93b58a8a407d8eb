//! A copy of the minutes without names, from the preview.

use crate::stage::{after_the_morning, hides, shows};

#[test]
fn a_copy_without_names_is_read_and_exported() {
    let mut stage = after_the_morning();
    let folder = stage.folder.path().join("bb");
    std::fs::create_dir(&folder).unwrap();
    stage.app.press("Esc").write("@\"Nguyễn Văn Kiên\" hỏi ông Trần Văn Ly");
    stage.app.press("Enter Esc p l");
    shows(&stage.app, &["BẢN LƯỢC BỎ", "Đây là bản lược bỏ"]);
    stage.app.press("x Ctrl+U").write(&folder.display().to_string()).press("Enter");
    shows(&stage.app, &["Đã xuất biên bản ra", "_luoc-bo.md"]);
    stage.app.press("l");
    hides(&stage.app, "BẢN LƯỢC BỎ");
    let path = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let copy = std::fs::read_to_string(path).unwrap();
    for name in ["Kiên", "Trần Văn Ly"] {
        assert!(!copy.contains(name), "{name} in {copy}");
    }
    assert!(copy.contains("NHỮNG GÌ ĐÃ LƯỢC BỎ") && copy.contains("«Người"), "{copy}");
}
