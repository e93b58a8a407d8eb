//! What is said of writing a text in an editor of the person's own.

use super::both::both;

both! {
    /// Sentences about an editor of the person's own.
    struct Editing;
    words {
        taken: "Đã lấy lại chữ từ trình soạn thảo.", "The text is back from the editor.";
        unchanged: "Trình soạn thảo không đổi chữ nào.", "Nothing was changed in the editor.";
    }
    sentences {
        no_editor(editor: &str):
            format!("Không mở được trình soạn thảo “{editor}”; chữ trong ô vẫn như cũ. Hãy đặt biến VISUAL hoặc EDITOR thành một trình soạn thảo có trên máy, ví dụ nano, rồi mở lại bienban."),
            format!("The editor “{editor}” cannot be started; the text is as it was. Set the variable VISUAL or EDITOR to an editor of this machine, as nano, and start bienban again.");
        failed(editor: &str, code: &str, kept: &str):
            format!("Trình soạn thảo “{editor}” kết thúc với lỗi{code}, nên chữ trong ô vẫn như cũ.{kept}"),
            format!("The editor “{editor}” ended with an error{code}, so the text is as it was.{kept}");
        kept(path: &str):
            format!(" Phần đã soạn còn ở {path}: mở lại trình soạn thảo ở ô này để soạn tiếp."),
            format!(" What was written there is kept in {path}: open the editor on this text again to go on with it.");
        not_text(path: &str):
            format!("Trình soạn thảo ghi tệp không phải UTF-8, nên chữ trong ô vẫn như cũ; tệp còn ở {path}. Hãy lưu lại bằng UTF-8 rồi mở lại trình soạn thảo ở ô này."),
            format!("The editor wrote a file that is not UTF-8, so the text is as it was; the file is kept in {path}. Save it as UTF-8 and open the editor on this text again.");
        left(path: &str):
            format!("Lần trước chương trình dừng khi đang soạn bằng trình soạn thảo riêng; phần đã soạn còn ở {path}. Mở lại trình soạn thảo ở đúng ô đó là thấy lại, hoặc chép ra rồi xóa tệp."),
            format!("The program stopped while a text was in an editor of your own; what was written is kept in {path}. Open the editor on the same text again to find it there, or copy it and delete the file.");
    }
    lists {}
}
