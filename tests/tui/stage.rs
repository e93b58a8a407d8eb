//! What the tests begin with: a data folder, a clock that stands still, and a delegation with a visit.

use std::path::Path;
use std::sync::Arc;

use bienban::clock::ScriptedClock;
use bienban::tui::testing::App;
use chrono::DateTime;
use tempfile::TempDir;

/// An interface on a folder of its own.
pub(crate) struct Stage {
    pub(crate) app: App,
    pub(crate) clock: Arc<ScriptedClock>,
    pub(crate) folder: TempDir,
}

/// Starts on an empty folder at 8:05 on 19/3/2026, in a window of 80×24.
pub(crate) fn empty() -> Stage {
    let folder = TempDir::new().unwrap();
    let clock = Arc::new(ScriptedClock::new(DateTime::parse_from_rfc3339("2026-03-19T08:05:00+07:00").unwrap()));
    let app = App::open(&folder.path().join("data"), clock.clone(), (80, 24)).unwrap();
    Stage { app, clock, folder }
}

impl Stage {
    pub(crate) fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    /// Moves the clock to a time of the day of the visit.
    pub(crate) fn at(&mut self, time: &str) -> &mut App {
        self.clock.set(DateTime::parse_from_rfc3339(&format!("2026-03-19T{time}:00+07:00")).unwrap());
        &mut self.app
    }

    /// Ends the program without warning and starts it again.
    pub(crate) fn killed_and_started_again(self) -> Self {
        let Self { app, clock, folder } = self;
        // The lock goes with the process; here the store must be closed for that.
        app.close().unwrap();
        let app = App::open(&folder.path().join("data"), clock.clone(), (80, 24)).unwrap();
        Self { app, clock, folder }
    }
}

/// Types a delegation with members, a unit with its parent, and a planned visit; ends on the delegation's screen.
pub(crate) fn with_a_visit() -> Stage {
    let mut stage = empty();
    let app = &mut stage.app;
    app.press("n")
        .write("Ban Thường vụ Tỉnh ủy Sông Lam")
        .press("Tab")
        .write("412-QĐ/TU")
        .press("Tab")
        .write("3/3/2026");
    app.press("Tab").write("57-KH/ĐKT").press("Tab").write("10/3/2026").press("Tab");
    app.write("việc thực hiện Nghị quyết Trung ương 4 khóa XII gắn với các quy định nêu gương");
    app.press("Tab Tab Tab").write("1/1/2023").press("Tab").write("31/12/2025").press("Tab").write("Thạch Khê");
    app.press("Ctrl+S Enter");
    for (name, posts, role) in [
        ("Nguyễn Văn An", "Phó Bí thư Tỉnh ủy", "trưởng"),
        ("Trần Thị Bình", "Phó Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy", "phó"),
        ("Lê Minh Châu", "Kiểm tra viên", "thư"),
        ("Phạm Quốc Dũng", "Phó Ban Tổ chức Tỉnh ủy", "thành"),
    ] {
        app.press("m").write(name).press("Tab").write(posts).press("Tab").write(role).press("Ctrl+S");
    }
    app.press("v n").write("Tỉnh ủy Sông Lam").press("Ctrl+S N").write("Huyện ủy Thạch Khê").press("Ctrl+S q");
    app.press("b n").write("Nghị quyết").press("Tab").write("04-NQ/TW").press("Tab").write("30/10/2016");
    app.press("Ctrl+S q");
    app.press("n").write("thach khe").press("Tab Tab").write("Hội trường Huyện ủy").press("Ctrl+S");
    stage
}

/// The same with people at the table and the visit open, the caret in the capture line.
pub(crate) fn with_an_open_visit() -> Stage {
    let mut stage = with_a_visit();
    let app = &mut stage.app;
    app.press("g Enter a A");
    for (name, post) in [
        ("Hoàng Văn Em", "Bí thư Huyện ủy"),
        ("Vũ Thị Giang", "Phó Bí thư Thường trực"),
        ("Đỗ Khắc Hải", "Chủ nhiệm UBKT Huyện ủy"),
        ("Bùi Văn Ích", "Chủ tịch UBND huyện"),
    ] {
        app.press("n").write(name).press("Tab").write(post).press("Ctrl+S");
    }
    app.press("Space").write("họp Tỉnh").press("Enter q o");
    stage
}

/// The lines of the morning, each at its time.
pub(crate) const MORNING: &[(&str, &str)] = &[
    ("08:05", "/md nêu mục đích, yêu cầu; công bố quyết định và kế hoạch @An"),
    ("08:15", "/bc báo cáo kết quả thực hiện (218-BC/HU) @Em"),
    ("08:40", "## quán triệt nghị quyết 3.118/3.204 đảng viên, báo cáo ghi đạt 97,32%"),
    ("08:58", "/hoi tiêu chí xếp loại; làm rõ vì sao 12 tổ chức xuất sắc @Dũng"),
    ("09:05", "/gt áp dụng theo hướng dẫn năm 2023, chưa cập nhật @Giang"),
    ("09:12", "++ ban hành chương trình hành động sớm, phân công cấp ủy viên phụ trách từng chi bộ"),
    ("09:26", "-- tự phê bình và phê bình còn nể nang, né tránh #I.5 !2"),
    ("09:48", "~c kiểm tra, giám sát chưa thường xuyên ^ @Em"),
    ("10:05", "<< sớm ban hành hướng dẫn xếp loại thống nhất @\"Tỉnh ủy\""),
    ("10:20", ">> kiểm điểm trách nhiệm về xếp loại @\"Ban Thường vụ\" <30/4 ^"),
];

/// The open visit with the whole morning typed.
pub(crate) fn after_the_morning() -> Stage {
    let mut stage = with_an_open_visit();
    for (time, line) in MORNING {
        stage.at(time).write(line).press("Enter");
    }
    stage
}

/// Asserts that every text is on the screen.
#[track_caller]
pub(crate) fn shows(app: &App, texts: &[&str]) {
    let screen = app.screen();
    for text in texts {
        assert!(screen.contains(text), "no {text:?} in\n{screen}");
    }
}

/// Asserts that a text is not on the screen.
#[track_caller]
pub(crate) fn hides(app: &App, text: &str) {
    let screen = app.screen();
    assert!(!screen.contains(text), "{text:?} in\n{screen}");
}

/// Reads the only Markdown file in a folder.
pub(crate) fn only_markdown(folder: &Path) -> String {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    assert_eq!(files.len(), 1, "{files:?}");
    std::fs::read_to_string(files.pop().unwrap()).unwrap()
}
