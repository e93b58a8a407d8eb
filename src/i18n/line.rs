//! What is said of the capture line beyond what it means: pastes, completion, re-marking, the stopwatch.

use super::both::both;

both! {
    /// The words around the capture line.
    struct Line;
    words {
        pasted_heading: "Chưa lưu: các dòng vừa dán", "Not saved: the lines just pasted";
    }
    sentences {
        pasted(lines: usize): format!("Lưu {lines} dòng vừa dán thành {lines} mục?"), format!("Store the {lines} lines just pasted as {lines} entries?");
        more_lines(lines: usize): format!("… và {lines} dòng nữa"), format!("… and {lines} more");
        saved_lines(entries: usize): format!("Đã lưu {entries} mục; hoàn tác một lần là lấy lại cả {entries}."), format!("Saved {entries} entries; one undo takes all of them back.");
        wrong_line(number: usize, line: &str, why: &str): format!("Chưa lưu dòng nào. Dòng {number} (“{line}”): {why}"), format!("No line is saved. Line {number} (“{line}”): {why}");
    }
    lists {
    }
}
