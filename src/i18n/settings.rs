//! What is said of the office's own settings: holidays, deadlines, the cap.

use super::both::both;

both! {
    /// The words of the office's own settings.
    struct Settings;
    words {
        about: "Ngày nghỉ lễ, thời hạn và tỷ lệ trần của cơ quan: xem, sao ra để sửa, kiểm tra", "The office's holidays, deadlines and cap: show, copy to edit, check";
        calendar_what: "show: xem các quy tắc và ngày nghỉ đang dùng; copy: sao các tệp mặc định vào thư mục cấu hình để sửa, không ghi đè; check: kiểm tra các tệp, báo từng lỗi", "show the rules and holidays in use; copy the shipped files into the configuration folder to edit, never over existing ones; check the files and tell each mistake";
        deadlines: "Thời hạn", "Deadlines";
        holidays: "Ngày nghỉ", "Holidays";
        worked: "Ngày cuối tuần đi làm bù", "Weekend days worked";
        working_days: "ngày làm việc", "working days";
        calendar_days: "ngày", "days";
        before_meeting: "trước buổi làm việc", "before the meeting";
        after_decision: "từ ngày ký quyết định", "from the day of the decision";
        after_announcement: "từ ngày công bố quyết định", "from the day the decision is announced";
        base_good: "số xếp loại hoàn thành tốt", "those ranked good";
        base_good_or_better: "số xếp loại hoàn thành tốt và xuất sắc", "those ranked good or excellent";
        base_all: "tổng số được xếp loại", "all that are ranked";
        to_be_checked: "cần đối chiếu", "to be checked";
        sound: "Các tệp đều đúng.", "The files are right.";
        unknown_field: "không có mục này; xem lại tên", "no such field; check its name";
        missing: "thiếu mục này", "this field is missing";
        reversed: "ngày cuối trước ngày đầu", "the last day is before the first one";
        twice: "trùng với một thời hạn khác", "another deadline has the same one";
        wants_text: "cần chữ trong dấu nháy, không để trống", "some text in quotes is needed";
        wants_days: "cần số ngày, ví dụ 3", "a number of days is needed, as 3";
        wants_flag: "cần true hoặc false", "true or false is needed";
        wants_keys: "cần tên một phím trong dấu nháy, hoặc danh sách phím, ví dụ \"F5\" hay [\"Ctrl+P\", \"p\"]; không muốn phím nào thì []", "a key in quotes is needed, or a list of keys, as \"F5\" or [\"Ctrl+P\", \"p\"]; [] for none";
        wants_date: "cần ngày có thật, ví dụ 2026-09-02 hoặc \"2/9/2026\"", "an existing date is needed, as 2026-09-02 or \"2/9/2026\"";
        wants_list: "cần danh sách trong ngoặc vuông; danh sách ngày thì như [2026-08-22]", "a list in square brackets is needed; of dates, as [2026-08-22]";
        wants_table: "cần một bảng, mở đầu bằng tên trong ngoặc vuông", "a table is needed, begun with its name in square brackets";
        wants_percent: "cần phần trăm với nhiều nhất hai số lẻ, ví dụ 20 hoặc 12.5", "a percent with at most two decimals is needed, as 20 or 12.5";
        wants_extension: "cần số ngày, ví dụ 60, hoặc một phần, ví dụ \"1/3\"", "a number of days is needed, as 60, or a part, as \"1/3\"";
    }
    sentences {
        wants_word(words: &str): format!("cần một trong các từ: {words}"), format!("one of these words is needed: {words}");
        mistake(path: &str, line: usize, field: &str, what: &str): format!("{path}, dòng {line}, mục “{field}”: {what}."), format!("{path}, line {line}, field “{field}”: {what}.");
        unreadable(path: &str, cause: &str): format!("Không đọc được {path}: {cause}. Sửa quyền của tệp, hoặc đổi tên tệp để dùng bản mặc định."), format!("{path} cannot be read: {cause}. Mend the file, or rename it to use what is shipped.");
        syntax(path: &str, line: usize, cause: &str): format!("{path}, dòng {line}: viết chưa đúng cách của tệp TOML ({cause})."), format!("{path}, line {line}: this is not TOML ({cause}).");
        not_copied(path: &str, cause: &str): format!("Không ghi được {path}: {cause}."), format!("{path} cannot be written: {cause}.");
        copied(path: &str): format!("Đã sao: {path}"), format!("Copied: {path}");
        kept(path: &str): format!("Đã có, giữ nguyên: {path}"), format!("Already there, kept: {path}");
        own(path: &str): format!("Tệp của cơ quan: {path}"), format!("The office's own: {path}");
        shipped(path: &str): format!("Bản mặc định của chương trình (chưa có {path})"), format!("As shipped (no {path})");
        cap(percent: &str, base: &str): format!("Tỷ lệ trần mức xuất sắc: {percent}% {base}"), format!("Cap of the top level: {percent}% of {base}");
        extension_days(days: u32): format!("gia hạn thêm {days} ngày"), format!("extended by {days} days");
        extension_part(parts: u32, days: u32): format!("gia hạn thêm 1/{parts}, tức tối đa {days} ngày"), format!("extended by 1/{parts}, up to {days} days");
    }
    lists {}
}
