//! What the screens say about preparing a visit: citations, documents, prompted issues, the diary, the work split.

use super::both::both;

both! {
    /// The words of preparation.
    struct Preparation;
    words {
        part_hint: "Tổ", "Part";
        facts_hint: "Sửa Đoàn", "Edit it";
        paste_title: "Dán căn cứ", "Paste citations";
        paste_invitation: "Dán hoặc gõ các căn cứ, mỗi căn cứ một dòng hoặc cách nhau bằng dấu ;", "Paste or type citations here, one a line or parted by semicolons.";
        paste_understood: "Hiểu là", "Understood as";
        paste_nothing: "Chưa có căn cứ nào.", "No citation yet.";
        basis_new: "mới", "new";
        basis_known: "đã có trong sổ", "in the register";
        basis_unnamed: "chưa rõ số, ký hiệu", "no symbol found";
        materials_title: "Tài liệu", "Documents";
        no_materials: "Chưa có tài liệu nào. Nhấn ⟨materials/new⟩ để ghi tài liệu đơn vị phải gửi.", "No document yet. ⟨materials/new⟩ adds one that the unit is to send.";
        new_material: "Thêm tài liệu", "New document";
        edit_material: "Sửa tài liệu", "Edit the document";
        due_day: "Hạn gửi", "Due";
        date_of_paper: "Ngày văn bản", "Date of the document";
        form_hint: "Ví dụ: Báo cáo, Đề cương. Số, ngày, trích yếu có ô riêng bên dưới.", "As: report, outline. Symbol, date and title have fields of their own below.";
        self_report_hint: "← → để đổi. Có: biên bản nêu tài liệu này ở phần “Đơn vị báo cáo”.", "← → to change. Yes: the minutes name it where the unit reports.";
        answer_hint: "Ghi ngay tại đây, hoặc để trống rồi trả lời bằng một dòng ghi.", "Write it here, or leave it empty and answer by a line of the visit.";
        regime_hint: "← → để đổi. Quyết định thể thức biên bản và cách xưng hô.", "← → to change. Decides the layout of the minutes and the forms of address.";
        not_received: "chưa nhận", "not received";
        late: "⚠ chậm", "⚠ late";
        issues_title: "Vấn đề gợi ý", "Prompted issues";
        no_issues: "Chưa có vấn đề gợi ý nào. Nhấn ⟨issues/new⟩ để thêm, ⟨issues/copy-issues⟩ để chép từ buổi trước của Đoàn.", "No prompted issue yet. ⟨issues/new⟩ adds one, ⟨issues/copy-issues⟩ copies those of the delegation's visit before.";
        new_issue: "Thêm vấn đề gợi ý", "New prompted issue";
        edit_issue: "Sửa vấn đề gợi ý", "Edit the prompted issue";
        issue: "Vấn đề gợi ý", "Issue";
        issue_answer: "Đơn vị trả lời", "Answer";
        diary_title: "Nhật ký Đoàn", "Diary";
        no_diary: "Nhật ký còn trống. Nhấn ⟨diary/new⟩ để ghi một dòng; dòng đã ghi không sửa, không xóa được.", "The diary is empty. ⟨diary/new⟩ adds a line; a written line is not changed or removed.";
        new_diary: "Ghi nhật ký Đoàn", "New diary line";
        diary_done: "Việc đã làm", "What was done";
        diary_is_written: "Nhật ký chỉ ghi thêm: dòng đã ghi không sửa, xóa hay hoàn tác được. Hãy ghi dòng mới để đính chính; muốn hoàn tác việc trước đó thì hoàn tác lần nữa.", "The diary is only added to: a written line cannot be changed, removed or taken back. Correct it by a new line; undo once more to take back what was done before it.";
        delegation_cycle: "Một Đoàn không thể thuộc chính nó. Hãy chọn Đoàn khác hoặc bỏ trống.", "A delegation cannot be a part of itself. Choose another one, or none.";
        new_part: "Tổ, Đoàn trực thuộc mới", "New sub-delegation";
        parts: "Tổ, Đoàn trực thuộc", "Sub-delegations";
        authority_hint: "Cần có ô này và ô Nội dung; các ô khác điền sau cũng được.", "This and the theme are needed; the rest may follow later.";
        place_hint: "Nơi lập biên bản, in trước ngày tháng ở đầu trang. Ví dụ: Sông Lam", "Where the minutes are made, printed before the date. As: Sông Lam";
        theme_hint: "Kiểm tra việc gì, viết như trong quyết định; biên bản in lại nguyên văn.", "What is inspected, in the words of the decision; the minutes print them.";
        part_of_hint: "← → để chọn, nếu đây là một tổ của Đoàn khác.", "← → to choose, if this is part of another delegation.";
        pilot_hint: "← → để đổi. Có: đơn vị được chọn làm điểm.", "← → to change. Yes: a pilot unit.";
        subject_hint: "Nội dung riêng của buổi này; bỏ trống thì lấy nội dung của Đoàn.", "What this visit is about; left empty it is the theme of the delegation.";
        used_hint: "Tài liệu khác ngoài danh sách tài liệu đơn vị gửi. Có thể bỏ trống.", "Papers beside the documents listed. May stay empty.";
        recipients_hint: "Các nơi nhận biên bản, cách nhau bằng dấu ; Có thể bỏ trống.", "Who gets the minutes, parted by ; May stay empty.";
        units_hint: "Tên các đơn vị, cách nhau bằng dấu ;", "Names of units, parted by ;";
        area_hint: "Việc được phân công, ghi bằng lời. Có thể bỏ trống.", "What the member is in charge of, in words. May stay empty.";
        topics_hint: "Các lĩnh vực, cách nhau bằng dấu ; Có thể bỏ trống.", "Topics, parted by ; May stay empty.";
        template_hint: "← → để đổi. Mẫu riêng của cơ quan lập bằng lệnh bienban template.", "← → to change. The command bienban template makes templates of the office.";
        numbering_hint: "← → để đổi. Dùng cho kiến nghị, đề nghị, bài học, mô hình trong biên bản.", "← → to change. For recommendations, lessons and models in the minutes.";
        me: "bạn", "you";
        pilot: "làm điểm", "pilot";
        drop_paste: "Bỏ những gì vừa dán?", "Drop what was pasted?";
    }
    sentences {
        by(name: &str): format!("người ghi: {name}"), format!("typed by {name}");
        in_charge(names: &str): format!("phụ trách: {names}"), format!("in charge: {names}");
        no_such_unit(name: &str): format!("Không có đơn vị nào tên “{name}”, hoặc có nhiều đơn vị trùng tên. Hãy gõ đủ tên, cách nhau bằng dấu ;."), format!("No unit, or more than one, is named “{name}”. Type whole names, parted by ;.");
        part_of(symbol: &str): format!("thuộc Đoàn {symbol}"), format!("part of {symbol}");
        rolled_up(visits: usize, findings: &str, open: usize, overdue: usize): format!("Toàn Đoàn: {visits} buổi · {findings}kiến nghị còn mở {open}, quá hạn {overdue}"), format!("All together: {visits} visits · {findings}recommendations open {open}, overdue {overdue}");
        due(date: &str): format!("hạn {date}"), format!("due {date}");
        received(date: &str): format!("nhận {date}"), format!("received {date}");
        too_close(date: &str): format!("⚠ chậm: tính theo ngày làm việc, hạn là {date}"), format!("⚠ late: counted in working days, due {date}");
        unanswered(reference: &str): format!("○ chưa được trả lời · gõ ^{reference} trong dòng giải trình để trả lời"), format!("○ unanswered · ^{reference} in a line answers it");
        papers_of(received: usize, all: usize, late: usize): if late > 0 { format!("tài liệu {received}/{all} ⚠ chậm {late}") } else { format!("tài liệu {received}/{all}") }, if late > 0 { format!("documents {received}/{all} ⚠ {late} late") } else { format!("documents {received}/{all}") };
        answers_issue(text: &str): format!("vấn đề gợi ý “{text}”"), format!("prompted issue “{text}”");
        issues_of(answered: usize, all: usize): format!("gợi ý {answered}/{all}"), format!("issues {answered}/{all}");
        paste_unnamed(text: &str): format!("Chưa rõ số, ký hiệu của “{text}”. Hãy sửa dòng đó rồi lưu lại; chưa có gì bị mất."), format!("No symbol was found in “{text}”. Correct that line and save again; nothing is lost.");
    }
    lists {}
}
