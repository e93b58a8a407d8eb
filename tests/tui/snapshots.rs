//! Each screen as it looks at 80×24 and at 120×40, with Vietnamese content.

use super::follow_up::{with_an_outside_item, with_carried_items, with_the_register, with_verdicts};
use super::stage::{Stage, after_the_morning, empty, with_a_visit, with_an_open_visit};

/// A screen's name, and how to get there.
type Given = (&'static str, fn() -> Stage);

/// Every screen.
pub(crate) fn screens() -> Vec<Given> {
    fn pressed(mut stage: Stage, keys: &str) -> Stage {
        stage.app.press(keys);
        stage
    }
    vec![
        ("home-empty", empty),
        ("home", || pressed(with_a_visit(), "q")),
        ("home-now", super::home::with_the_demonstration),
        ("statistics-topics", super::statistics::with_figures),
        ("statistics-causes", || super::statistics::part("Tab")),
        ("statistics-units", || super::statistics::part("Tab Tab")),
        ("statistics-units-table", || super::statistics::part("Tab Tab b")),
        ("statistics-time", || super::statistics::part("BackTab BackTab")),
        ("statistics-checklist", || super::statistics::part("BackTab")),
        ("form-over", || super::statistics::part("/")),
        ("delegation", with_a_visit),
        ("palette", || pressed(after_the_morning(), "Ctrl+P")),
        ("palette-found", || {
            let mut stage = pressed(after_the_morning(), "Ctrl+P");
            stage.app.write("giang");
            stage
        }),
        ("search", || pressed(after_the_morning(), "Ctrl+G")),
        ("search-kept", || {
            let mut stage = after_the_morning();
            stage.app.keep_searches("\"Hạn chế ở Thạch Khê\" = \"loai:hc don-vi:khe\"\nqua-han = \"qua-han\"\n");
            pressed(stage, "Ctrl+G Down")
        }),
        ("search-naming", || {
            let mut stage = pressed(after_the_morning(), "Ctrl+G");
            stage.app.write("loai:hc").press("Ctrl+S");
            stage
        }),
        ("search-found", || {
            let mut stage = pressed(after_the_morning(), "Ctrl+G");
            stage.app.write("kiem diem");
            stage
        }),
        ("search-narrowed", || {
            let mut stage = pressed(after_the_morning(), "Ctrl+G");
            stage.app.write("loai:hc mau:xanh phe binh").press("Home").write("xếp ");
            stage
        }),
        ("search-by-kind", || {
            let mut stage = pressed(after_the_morning(), "Ctrl+G");
            stage.app.write("don-vi:\"Thạch Khê\" tu:2025").press("Down Down");
            stage
        }),
        ("units", || pressed(with_a_visit(), "v")),
        ("bases-picking", || pressed(with_a_visit(), "b")),
        ("paste", || {
            let mut stage = pressed(with_a_visit(), "b p");
            stage.app.paste(super::preparation::CITATIONS);
            stage
        }),
        ("form-delegation", || pressed(with_a_visit(), "E")),
        ("form-visit", || pressed(with_a_visit(), "g e")),
        ("form-wrong", || {
            let mut stage = empty();
            stage.app.press("n").write("BTV").press("Tab Tab").write("31/2/2026").press("Ctrl+S");
            stage
        }),
        ("visit-planned", || pressed(with_a_visit(), "g Enter")),
        ("visit-typing", || {
            let mut stage = after_the_morning();
            stage.app.write("-- xếp loại chạy theo thành tích, tỷ lệ xuất sắc cao @Dũng #II.4 !9 ^");
            stage
        }),
        ("figure-typing", || {
            let mut stage = after_the_morning();
            stage.app.write("## 39/3.204 đảng viên không hoàn thành nhiệm vụ, báo cáo ghi 1,21% @8:44");
            stage
        }),
        ("ranking-typing", || {
            let mut stage = after_the_morning();
            stage.app.write("## xếp loại tổ chức cơ sở đảng: 12 xuất sắc, 29 tốt, 4 hoàn thành, 1 không hoàn thành, ");
            stage.app.write("tổng 46");
            stage
        }),
        ("visit-pasted", super::pasting::just_pasted),
        ("visit-list", || pressed(after_the_morning(), "Esc k k k")),
        ("visit-editing", || pressed(after_the_morning(), "Esc e")),
        ("kinds", || pressed(after_the_morning(), "Esc t")),
        ("details", || pressed(super::chain::at_the_shortcoming(), "D Tab Tab")),
        ("chain", || pressed(super::chain::at_the_shortcoming(), "l Down")),
        ("chain-writing", || {
            let mut stage = pressed(super::chain::at_the_shortcoming(), "l Down n");
            stage.app.write("tập thể Ban Thường vụ Huyện ủy");
            stage
        }),
        ("chain-of-a-cause", || pressed(super::chain::at_the_shortcoming(), "l Enter")),
        ("chain-linking", || pressed(super::chain::at_the_shortcoming(), "l a")),
        ("phrases", || {
            let mut stage = after_the_morning();
            stage.app.write("~c ki @Hải").press("Ctrl+F");
            stage
        }),
        ("attendance", || pressed(with_an_open_visit(), "Esc a")),
        ("checklist", || {
            let mut stage = after_the_morning();
            stage.app.press("Esc L Enter").write("một số").press("Tab").write("3 chi bộ chưa học").press("Tab Tab");
            stage.app.write("3").press("Tab Tab").write("cá biệt").press("Ctrl+S");
            stage
        }),
        ("checklist-unseen", || pressed(after_the_morning(), "Esc L o")),
        ("form-answer", || pressed(after_the_morning(), "Esc L Enter")),
        ("checklists", || pressed(with_a_visit(), "q c")),
        ("criteria", || pressed(with_a_visit(), "q c Enter j")),
        ("form-import", || pressed(with_a_visit(), "q I")),
        ("import", super::import::with_units_shown),
        ("import-wrong", || pressed(super::import::with_wrong_units(), "j j")),
        ("import-members", super::import::with_members_shown),
        ("import-outside", super::import::with_outside_items_shown),
        ("split", super::parting::about_to_split),
        ("form-import-outside", || pressed(with_a_visit(), "q f I")),
        ("materials", || super::preparation::with_materials()),
        ("issues", || super::preparation::with_issues()),
        ("closing", || pressed(after_the_morning(), "Esc c Enter")),
        ("checks", || {
            let mut stage = pressed(after_the_morning(), "Esc w j x");
            stage.app.write("sẽ ghi ở buổi sau").press("Enter");
            stage
        }),
        ("checks-before-export", || pressed(after_the_morning(), "Esc x")),
        ("preview", || pressed(after_the_morning(), "Esc p")),
        ("preview-results", || pressed(after_the_morning(), "Esc p PageDown PageDown PageDown")),
        ("reading", || pressed(after_the_morning(), &format!("Esc R{}", " Right".repeat(27)))),
        ("reading-correcting", || pressed(after_the_morning(), &format!("Esc R{} e", " Right".repeat(27)))),
        ("export", || pressed(after_the_morning(), "Esc p x Enter Ctrl+U")),
        ("history", || pressed(after_the_morning(), "Esc h")),
        ("timeline", || pressed(after_the_morning(), "Esc H")),
        ("trash", || pressed(after_the_morning(), "Esc d Enter T")),
        ("confirm", || {
            let mut stage = empty();
            stage.app.press("n").write("Ban").press("Esc");
            stage
        }),
        ("help-capture", || pressed(with_an_open_visit(), "F1")),
        ("carried", with_carried_items),
        ("carried-verdicts", with_verdicts),
        ("carried-form", || pressed(with_carried_items(), "G 2")),
        ("visit-carried", || {
            let mut stage = with_carried_items();
            stage.app.press("Esc").write("-- 3 chi bộ vẫn chưa sinh hoạt chuyên đề #I.3").press("Enter");
            stage
        }),
        ("register", with_an_outside_item),
        ("register-filtered", || pressed(with_an_outside_item(), "o x A s")),
        ("register-models", || {
            let mut stage = with_carried_items();
            stage.app.press("Esc").write("** duy trì “Ngày thứ Bảy vì dân” tại 9/11 xã").press("Enter Esc q q f m");
            stage
        }),
        ("register-empty", || pressed(empty(), "f")),
        ("form-filter", || pressed(with_an_outside_item(), "/")),
        ("form-outside", || pressed(with_an_outside_item(), "n Tab Tab Tab Tab Tab Tab Tab")),
        ("form-follow", || pressed(with_the_register(), "g t Tab Tab Tab Tab Right")),
        ("item", || {
            let mut stage = with_the_register();
            stage.app.press("g Enter n Right Tab Tab").write("Lê Minh Châu").press("Tab");
            stage.app.write("đã nhắc bằng văn bản").press("Tab").write("đang").press("Tab").write("30/6/2026");
            stage.app.press("Ctrl+S");
            stage
        }),
        ("help-home", || pressed(empty(), "F1")),
    ]
}

#[test]
fn screens_look_as_they_did() {
    for (name, given) in screens() {
        let mut stage = given();
        stage.app.wait(60_000);
        for (columns, rows) in [(80, 24), (120, 40)] {
            stage.app.resize(columns, rows);
            insta::assert_snapshot!(format!("{name}-{columns}x{rows}"), stage.app.screen());
        }
    }
}

#[test]
fn a_low_window_keeps_the_entries_and_the_line() {
    let mut stage = after_the_morning();
    stage.app.write("-- xếp loại chạy theo thành tích, tỷ lệ xuất sắc cao @Dũng #II.4 !2").wait(60_000);
    for (columns, rows) in [(40, 10), (60, 14), (200, 12)] {
        stage.app.resize(columns, rows);
        insta::assert_snapshot!(format!("visit-low-{columns}x{rows}"), stage.app.screen());
    }
}
