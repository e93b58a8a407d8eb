//! What is said of the capture line beyond what it means: pastes, completion, re-marking, the stopwatch.

use super::both::both;

both! {
    /// The words around the capture line.
    struct Line;
    words {
        pasted_heading: "Chưa lưu: các dòng vừa dán", "Not saved: the lines just pasted";
        nothing_just_typed: "Chưa có mục nào vừa gõ để đánh dấu lại.", "No entry was typed just now to mark anew.";
        none_earlier: "Trong một phút vừa qua không còn mục nào trước mục này; mục cũ hơn thì sửa trong danh sách: ⟨capture/back⟩ rồi chọn mục.", "No entry of the last minute stands before this one; an older one is changed in the list: ⟨capture/back⟩, then choose it.";
        none_later: "Đây là mục vừa gõ cuối cùng; nhấn phím đánh dấu để đánh dấu lại mục này.", "This is the last entry typed; press a key of marking to mark it anew.";
        no_fault_above: "Phía trên chưa có hạn chế nào để liên kết.", "There is no shortcoming above to link to.";
    }
    sentences {
        marks_now(words: &str): format!("Phím đánh dấu lại nay dùng cho mục “{words}”."), format!("The keys of marking now mean the entry “{words}”.");
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
