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
        telex_on: "Telex: aa â, dd đ, s sắc; ⟨capture/undo-typing⟩ trả lại phím đã gõ của từ.", "Telex: aa â, dd đ, s acute; ⟨capture/undo-typing⟩ gives a word’s keys back.";
        vni_on: "VNI: a6 â, d9 đ, 1 sắc; ⟨capture/undo-typing⟩ trả lại phím đã gõ của từ.", "VNI: a6 â, d9 đ, 1 acute; ⟨capture/undo-typing⟩ gives a word’s keys back.";
        switched_off: "Đã tắt bộ gõ của chương trình; chữ vào đúng như đã gõ.", "The program’s typing is off; letters come as typed.";
        stepped_aside: "Đang có bộ gõ ngoài: bộ gõ của chương trình nghỉ.", "An input method is at work: the program’s own typing rests.";
    }
    sentences {
        switch_back(key: &str): format!("{key} bật lại."), format!("{key} switches it on again.");
    }
    lists {}
}
