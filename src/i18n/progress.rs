//! What is said of what takes long.

use super::both::both;

both! {
    /// Sentences about what takes long.
    struct Progress;
    words {
        copying: "Đang sao giữ dữ liệu trước khi mở", "Copying the data before it is opened";
        mending: "Đang dựng lại dữ liệu sau lần dừng đột ngột", "Putting the data together again after a sudden stop";
        checking: "Đang kiểm tra toàn bộ dữ liệu", "Checking all data";
        reading: "Đang đọc toàn bộ dữ liệu", "Reading all data";
        importing: "Đang đối chiếu tệp với dữ liệu", "Comparing the file with the data";
        saving: "Đang kiểm tra trước khi lưu", "Checking before saving";
        making: "Đang tạo kho lớn (Ctrl+C dừng, lần sau làm lại từ đầu)", "Making the large store (Ctrl+C stops; the next time begins anew)";
        esc_stops: " · Esc dừng", " · Esc stops";
        too_long: "một lần lưu nhiều hơn 1 MB; hãy chia ra, ví dụ nhập tệp làm nhiều phần", "more than 1 MB is saved at once; divide it, for instance a file into parts";
        stopped: "Đã dừng theo yêu cầu; dữ liệu vẫn như trước. Muốn làm tiếp thì gọi lại lệnh đó.", "Stopped as asked; the data is as it was. To go on, give the command again.";
    }
    sentences {
        share(what: &str, percent: u64): format!("{what}: {percent} %"), format!("{what}: {percent}%");
        count(what: &str, done: u64): format!("{what}: {done}"), format!("{what}: {done}");
    }
    lists {}
}
