//! What is said of typing Vietnamese.

use super::both::both;

both! {
    /// The words of typing.
    struct Typing;
    words {
        telex: "Gõ: Telex", "Typing: Telex";
        vni: "Gõ: VNI", "Typing: VNI";
        off: "Gõ: tắt", "Typing: off";
        aside: "Gõ: bộ gõ ngoài", "Typing: outside";
        telex_on: "Gõ tiếng Việt kiểu Telex: aa â, dd đ, s sắc. Ctrl+Z lấy lại phím đã gõ của từ vừa chuyển.", "Vietnamese by Telex: aa â, dd đ, s for the tone. Ctrl+Z gives the keys of the last word back.";
        vni_on: "Gõ tiếng Việt kiểu VNI: a6 â, d9 đ, 1 sắc. Ctrl+Z lấy lại phím đã gõ của từ vừa chuyển.", "Vietnamese by VNI: a6 â, d9 đ, 1 for the tone. Ctrl+Z gives the keys of the last word back.";
        switched_off: "Đã tắt bộ gõ của chương trình; chữ vào đúng như bàn phím gửi.", "The program's typing is off; letters come as the keyboard sends them.";
        stepped_aside: "Đang có bộ gõ ngoài, nên bộ gõ của chương trình nghỉ đến hết phiên này.", "An input method is at work, so the program's own typing rests until the program ends.";
    }
    sentences {
        switch_back(key: &str): format!("{key} bật lại."), format!("{key} switches it on again.");
    }
    lists {}
}
