//! What is said of the capture line beyond what it means: pastes, completion, re-marking, the stopwatch.

use super::both::both;

both! {
    /// The words around the capture line.
    struct Line;
    words {
        pasted_heading: "Chưa lưu: các dòng vừa dán", "Not saved: the lines just pasted";
        nothing_just_typed: "Chưa có mục nào vừa gõ để đánh dấu lại.", "No entry was typed just now to mark anew.";
        no_fault_above: "Phía trên chưa có hạn chế nào để liên kết.", "There is no shortcoming above to link to.";
    }
    sentences {
        remarked(words: &str, becomes: &str): format!("“{words}”: {becomes}."), format!("“{words}”: {becomes}.");
        last_entry(minutes: i64): format!("mục cuối {minutes} phút"), format!("{minutes} min since the last entry");
        last_entry_at(time: &str): format!("mục cuối {time}"), format!("last entry {time}");
        pasted(lines: usize): format!("Lưu {lines} dòng vừa dán thành {lines} mục?"), format!("Store the {lines} lines just pasted as {lines} entries?");
        more_lines(lines: usize): format!("… và {lines} dòng nữa"), format!("… and {lines} more");
        saved_lines(entries: usize): format!("Đã lưu {entries} mục; hoàn tác một lần là lấy lại cả {entries}."), format!("Saved {entries} entries; one undo takes all of them back.");
        wrong_line(number: usize, line: &str, why: &str): format!("Chưa lưu dòng nào. Dòng {number} (“{line}”): {why}"), format!("No line is saved. Line {number} (“{line}”): {why}");
    }
    lists {
    }
}
