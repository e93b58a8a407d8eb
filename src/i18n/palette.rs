//! What is said of how the interface looks, and of finding commands and records by name.

use super::both::both;

both! {
    /// The words of looks and of finding by name.
    struct Palette;
    words {
        invitation: "Gõ vài chữ: lệnh, Đoàn, đơn vị, người, điều đã ghi…", "Type some letters: a command, delegation, unit, person, words written…";
        nothing_found: "Không có lệnh, tên hay nội dung nào như vậy.", "No command, no name and no record is like that.";
        not_now: "Chưa dùng được lúc này.", "Not now.";
        mouse_on: "Đã bật chuột: nhấp để chọn, lăn để cuộn. Muốn bôi chọn chữ để sao chép thì giữ Shift, hoặc tắt chuột.", "The mouse is on: click to select, turn the wheel to scroll. To mark text for copying hold Shift, or turn it off.";
        mouse_off: "Đã tắt chuột: bôi chọn và sao chép chữ bằng cửa sổ lệnh như thường.", "The mouse is off: mark and copy text with the terminal as usual.";
        ascii_on: "Khung và dấu vẽ bằng ký tự ASCII.", "Rules and signs are drawn with ASCII.";
        ascii_off: "Khung và dấu vẽ đầy đủ.", "Rules and signs are drawn in full.";
    }
    sentences {
        looks(name: &str): format!("Đã đổi: {name}."), format!("Now: {name}.");
        not_kept(path: &str, cause: &str): format!("Đã đổi cho lần này, nhưng không ghi được vào {path}: {cause}."), format!("Changed for now, but {path} cannot be written: {cause}.");
    }
    lists {}
}
