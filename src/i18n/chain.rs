//! What is said of an entry's details, of what it is linked to, and of phrases used before.

use super::both::both;

both! {
    /// The words around an entry's details and links.
    struct Chain;
    words {
        list_hint: "Nhiều mục thì cách nhau bằng dấu chấm phẩy. Có thể bỏ trống.", "Several are parted by semicolons. May stay empty.";
        unsaid: "(chưa nêu)", "(not said)";
        who_speaks: "Người nêu", "Who says it";
        who_acts: "Người thực hiện", "Who must act";
        who_is_asked: "Nơi nhận kiến nghị", "Who is asked";
        who_bears: "Ai chịu trách nhiệm", "Who bears it";
        who_owns: "Đơn vị, người có mô hình", "Whose practice";
    }
    sentences {
        private_list(names: &str): format!("⊘ danh sách riêng (không in): {names}"), format!("⊘ private list (not printed): {names}");
        page(page: &str): format!("trang {page}"), format!("page {page}");
        details_title(kind: &str): format!("Chi tiết: {}", kind.to_lowercase()), format!("Details: {}", kind.to_lowercase());
    }
    lists {
    }
}
