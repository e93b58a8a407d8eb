//! What the screens say about preparing a visit: citations, documents, prompted issues, the diary, the work split.

use super::both::both;

both! {
    /// The words of preparation.
    struct Preparation;
    words {
        paste_title: "Dán căn cứ", "Paste citations";
        paste_invitation: "Dán hoặc gõ các căn cứ vào đây, mỗi căn cứ một dòng hoặc cách nhau bằng dấu chấm phẩy.", "Paste or type citations here, one a line or parted by semicolons.";
        paste_understood: "Hiểu là", "Understood as";
        paste_nothing: "Chưa có căn cứ nào.", "No citation yet.";
        basis_new: "mới", "new";
        basis_known: "đã có trong sổ", "in the register";
        basis_unnamed: "chưa rõ số, ký hiệu", "no symbol found";
        drop_paste: "Bỏ những gì vừa dán?", "Drop what was pasted?";
    }
    sentences {
        paste_unnamed(text: &str): format!("Chưa rõ số, ký hiệu của “{text}”. Hãy sửa dòng đó rồi lưu lại; chưa có gì bị mất."), format!("No symbol was found in “{text}”. Correct that line and save again; nothing is lost.");
    }
    lists {}
}
