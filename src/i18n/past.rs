//! What is said of what records and visits went through.

use super::both::both;

both! {
    /// The words of histories and timelines.
    struct Past;
    words {
        timeline: "Diễn biến", "Timeline";
        made: "thêm", "added";
        removed: "xóa", "removed";
        restored: "khôi phục", "restored";
        moved: "đổi chỗ", "moved";
        this_visit: "buổi làm việc", "the visit";
        no_value_here: "Chọn một dòng có giá trị để lấy lại.", "Select a line with a value to take back.";
        value_restored: "Đã lấy lại giá trị cũ. Về danh sách, ⟨entries/undo⟩ hoàn tác.", "The value that it had is back. In the list, ⟨entries/undo⟩ undoes it.";
        is_so_now: "Trường này đang có đúng giá trị ấy.", "The field holds that value already.";
    }
    sentences {
        changed(fields: &str): format!("sửa {fields}"), format!("changed {fields}");
    }
    lists {}
}
