//! Words of searching.

use super::both::both;
use super::screens::counted;

both! {
    /// Words of searching.
    struct Search;
    words {
        about: "Tìm trong mọi thứ đã ghi: mục, kiến nghị, đơn vị, người, đoàn, văn bản, tài liệu",
            "Search everything that is kept: entries, recommendations, units, people, delegations, documents, materials";
        words: "Chữ cần tìm và bộ lọc: đất \"Thạch Khê\" loai:hc don-vi:\"Thạch Khê\" doan:120 nguoi:\"Nguyễn Văn A\" linh-vuc:… tu:2025 den:3/2026 muc:3 qua-han con-mo da-xong",
            "Words and filters: đất \"Thạch Khê\" type:shortcoming unit:\"Thạch Khê\" delegation:120 person:\"Nguyễn Văn A\" topic:… from:2025 to:3/2026 severity:3 overdue still-open is:closed";
        nothing: "Không tìm thấy gì. Gõ không dấu thì tìm mọi cách viết có dấu; bớt một chữ hoặc một bộ lọc rồi thử lại.",
            "Nothing found. Words typed without accents find every accented form; try again with one word or filter less.";
        invitation: "Gõ chữ cần tìm…", "Type what to look for…";
        how: "Tìm trong mọi mục, kiến nghị, đơn vị, người, Đoàn, văn bản, tài liệu. Gõ không dấu thì tìm mọi cách viết có dấu; chữ trong ngoặc kép phải đứng liền nhau.",
            "Searches every entry, recommendation, unit, person, delegation, document and material. Words without accents find every accented form; words in quotes stand together.";
        filters: "Bộ lọc: loai:hc (dn, kn, vp, ck, nguoi…) · don-vi: · doan: · nguoi: · linh-vuc: · tu:2025 den:3/2026 · muc:3 · qua-han · con-mo · da-xong",
            "Filters: type:shortcoming (downward, upward, person…) · unit: · delegation: · person: · topic: · from:2025 to:3/2026 · severity:3 · overdue · still-open · is:closed";
        example: "Ví dụ: loai:hc don-vi:\"Thạch Khê\" qua-han", "Example: type:shortcoming unit:\"Thạch Khê\" overdue";
        name: "Tên bộ lọc:", "Name:";
        kept: "Bộ lọc đã giữ", "Kept searches";
        nothing_kept: "Ctrl+S giữ bộ lọc đang gõ dưới một tên.", "Ctrl+S keeps what is typed under a name.";
        only_kept: "Chỉ bỏ được bộ lọc đã giữ: xóa hết chữ đang gõ (Ctrl+U), chọn một bộ lọc rồi nhấn lại.", "Only kept searches are dropped: clear the line (Ctrl+U), select one and press it again.";
        nowhere: "Mục này không thuộc buổi hay Đoàn nào còn xem được.", "This belongs to no visit or delegation that can be shown.";
    }
    sentences {
        found(count: usize): format!("{count} kết quả."), format!("{}.", counted(count, "result"));
        shown(shown: usize, total: &str): format!("{shown} trong {total} kết quả; gõ thêm chữ để thu hẹp."), format!("{shown} of {total} results; more words narrow it down.");
        was_kept(name: &str): format!("Đã giữ bộ lọc “{name}”; lần sau chọn ở ô tìm còn trống."), format!("Kept “{name}”; choose it where nothing is typed yet.");
        was_dropped(name: &str): format!("Đã bỏ bộ lọc “{name}”. Chữ của nó còn trong ô tìm."), format!("Dropped “{name}”. Its words stand in the line.");
        unknown_filter(name: &str): format!("Không có bộ lọc “{name}”, nên tìm nguyên chữ đã gõ. Các bộ lọc: loai, don-vi, doan, nguoi, linh-vuc, tu, den, muc, tinh-trang, qua-han."),
            format!("There is no filter “{name}”, so the words were sought as typed. Filters: type, unit, delegation, person, topic, from, to, severity, is, overdue.");
        unknown_value(filter: &str, value: &str): format!("Bộ lọc “{filter}” không hiểu “{value}”, nên tìm nguyên chữ đã gõ."),
            format!("The filter “{filter}” does not know “{value}”, so the words were sought as typed.");
    }
    lists {}
}
