//! What is said of the templates of the minutes, and while the minutes are read back.

use super::both::both;

both! {
    /// The words of templates.
    struct Templates;
    words {
        about: "Mẫu biên bản: xem, sao ra để sửa, kiểm tra", "Templates of the minutes: list, show, copy to edit, check";
        list_about: "Liệt kê các mẫu có sẵn và các mẫu của cơ quan", "List the templates shipped and the office's own";
        show_about: "In nội dung của một mẫu", "Print a template";
        copy_about: "Sao một mẫu vào thư mục mẫu của cơ quan để sửa; không bao giờ ghi đè", "Copy a template into the office's folder to edit; never over a file that is there";
        check_about: "Kiểm tra mẫu trên một biên bản đủ mọi phần và một biên bản trống; báo từng lỗi kèm dòng, cột", "Try a template on minutes with every part and on empty ones; tell each mistake with line and column";
        name: "Tên mẫu (xem bằng bienban template list)", "Name of the template (bienban template list shows them)";
        new_name: "Tên mới (mặc định: tên cũ thêm “-rieng”)", "New name (default: the old one with \"-rieng\")";
        checked: "Tệp hoặc tên mẫu (mặc định: mọi mẫu của cơ quan)", "File or name of a template (default: all of the office's own)";
        built_in: "In theo mẫu có sẵn, dù Đoàn đã chọn mẫu khác", "Print by the template shipped, whatever the delegation chose";
        shipped: "có sẵn", "shipped";
        by_regime: "Mẫu có sẵn (theo khối)", "As shipped (by regime)";
        nothing_to_check: "Cơ quan chưa có mẫu riêng nào để kiểm tra.", "The office has no templates of its own to check.";
        print_by: "In theo mẫu", "Print by";
        print_built_in: "Mẫu có sẵn, chỉ lần này", "The template shipped, this time only";
        offer_built_in: "Nhấn ⟨preview/built-in-template⟩ để xem và xuất theo mẫu có sẵn, chỉ lần này. Mẫu Đoàn đã chọn vẫn giữ nguyên.", "⟨preview/built-in-template⟩ shows and exports them by the template shipped, this time only. The delegation's choice stays.";
        shown_redacted: "Đây là bản lược bỏ, không thay cho biên bản. Những gì đã bỏ ghi ở cuối; hãy đọc lại trước khi đưa ra ngoài.", "This is the copy without names; it does not replace the minutes. What was left out is told at its end; read it again before it leaves.";
        redacted: "Xuất bản lược bỏ: không có họ tên, chức vụ, chi tiết riêng; cuối bản ghi những gì đã bỏ", "Write the copy without names, posts and private detail, with the list of what was left out";
        export_redacted: "Xuất bản lược bỏ", "Export the copy without names";
        shown_built_in: "Đang xem theo mẫu có sẵn, không phải mẫu Đoàn đã chọn.", "Shown by the template shipped, not by the one the delegation chose.";
        other_file: "mẫu không lấy được nội dung từ tệp khác; hãy chép vào cùng một tệp", "a template cannot take from another file; copy the text into one file";
        too_slow: "mẫu chạy quá lâu; xem lại các vòng lặp lồng nhau", "the template takes too long; look at loops inside loops";
        too_deep: "khối macro tự gọi lại chính nó không dừng", "a macro calls itself without end";
        not_text: "tệp không phải là chữ mã UTF-8; hãy lưu lại bằng mã UTF-8", "the file is not UTF-8 text; save it as UTF-8";
        reading_title: "Đọc lại biên bản", "Reading the minutes back";
        nothing_to_read: "Biên bản chưa có gì để đọc.", "There is nothing to read yet.";
        layout_words: "Đây là chữ của mẫu biên bản, không sửa ở đây được; nhấn ⟨reading/edit-facts⟩ để sửa thông tin buổi làm việc.", "These words are the template's; ⟨reading/edit-facts⟩ edits the facts of the visit.";
        details_only_of_entries: "Chỉ mục ghi tại buổi làm việc mới có chi tiết.", "Only entries of the visit have details.";
        all_read: "Đã đọc hết biên bản.", "Everything is read.";
        read_already: "đã đọc", "read";
        read_only: "Chỉ đọc: buổi làm việc không mở; quay lại rồi nhấn ⟨entries/open-visit⟩ để mở.", "Read only: the visit is not open; go back, ⟨entries/open-visit⟩ opens it.";
    }
    sentences {
        unknown_field(name: &str): format!("không có trường “{name}”"), format!("there is no field “{name}”");
        unknown_helper(name: &str): format!("không có bộ lọc hay hàm “{name}”"), format!("there is no filter or function “{name}”");
        meant(nearest: &str): format!("; có phải “{nearest}”?"), format!("; did you mean “{nearest}”?");
        syntax(found: &str, expected: &str): if expected.is_empty() { format!("viết chưa đúng cú pháp: {found}") } else { format!("viết chưa đúng cú pháp: gặp {found}, cần {expected}") }, if expected.is_empty() { format!("this does not read: {found}") } else { format!("this does not read: {found} stands where {expected} is needed") };
        too_large(size: usize, limit: usize): format!("tệp dài {size} byte, quá {limit} byte"), format!("the file has {size} bytes, more than {limit}");
        other(what: &str): format!("không dùng được ({what})"), format!("it does not work ({what})");
        mistake(path: &str, line: usize, column: usize, what: &str): match (line, column) { (0, _) => format!("{path}: {what}"), (_, 0) => format!("{path}, dòng {line}: {what}"), _ => format!("{path}, dòng {line}, cột {column}: {what}") }, match (line, column) { (0, _) => format!("{path}: {what}"), (_, 0) => format!("{path}, line {line}: {what}"), _ => format!("{path}, line {line}, column {column}: {what}") };
        wrong(mistake: &str): format!("Mẫu biên bản có lỗi: {mistake}. Sửa tệp ấy rồi thử lại (bienban template check báo mọi lỗi), hoặc in theo mẫu có sẵn."), format!("The template has a mistake: {mistake}. Mend the file and try again (bienban template check tells every mistake), or print by the template shipped.");
        missing(name: &str, folder: &str): format!("Không có mẫu biên bản “{name}” trong {folder}. Đặt lại tệp {name}.md.j2 vào đó, chọn mẫu khác trong thông tin Đoàn, hoặc in theo mẫu có sẵn."), format!("There is no template “{name}” in {folder}. Put {name}.md.j2 there, choose another one in the delegation's facts, or print by the template shipped.");
        bad_name(name: &str): format!("“{name}” không dùng làm tên mẫu được: chỉ gồm chữ, số, dấu cách, - và _, và khác tên các mẫu có sẵn."), format!("“{name}” cannot name a template: letters, digits, spaces, - and _ only, and not the name of one that is shipped.");
        taken(path: &str): format!("Đã có {path}; bản cũ được giữ nguyên. Hãy đặt tên khác."), format!("{path} is there already and was kept. Choose another name.");
        file(path: &str, cause: &str): format!("Không đọc hoặc ghi được {path}: {cause}."), format!("{path} cannot be read or written: {cause}.");
        copied(path: &str, name: &str): format!("Đã sao ra {path}. Sửa xong, kiểm tra bằng bienban template check \"{name}\", rồi chọn mẫu trong thông tin Đoàn."), format!("Copied to {path}. When it is edited, try it with bienban template check \"{name}\", then choose it in the delegation's facts.");
        sound(path: &str): format!("{path}: không có lỗi."), format!("{path}: no mistakes.");
        no_longer_there(name: &str): format!("{name} (không còn tệp)"), format!("{name} (the file is gone)");
        place(at: usize, count: usize, read: usize): format!("{at}/{count} · đã đọc {read}"), format!("{at}/{count} · {read} read");
        left_unread(count: usize): format!("Còn {count} mục chưa đọc; đang ở mục chưa đọc đầu tiên."), format!("{count} not read yet; this is the first of them.");
    }
    lists {
        tokens: &'static [(&'static str, &'static str)] = &[
            ("end of input", "hết tệp"),
            ("end of block", "dấu “%}”"),
            ("end of variable block", "dấu “}}”"),
            ("identifier", "một tên"),
            ("unknown statement ", "lệnh không có "),
            (" or ", " hoặc "),
            ("in", "“in”"),
        ], &[];
    }
}
