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
        materials_title: "Tài liệu", "Documents";
        no_materials: "Chưa có tài liệu nào. Nhấn n để ghi tài liệu đơn vị phải gửi.", "No document yet. n adds one that the unit is to send.";
        new_material: "Thêm tài liệu", "New document";
        edit_material: "Sửa tài liệu", "Edit the document";
        due_day: "Hạn gửi", "Due";
        not_received: "chưa nhận", "not received";
        late: "⚠ chậm", "⚠ late";
        issues_title: "Vấn đề gợi ý", "Prompted issues";
        no_issues: "Chưa có vấn đề gợi ý nào. Nhấn n để thêm, c để chép từ buổi trước của Đoàn.", "No prompted issue yet. n adds one, c copies those of the delegation's visit before.";
        new_issue: "Thêm vấn đề gợi ý", "New prompted issue";
        edit_issue: "Sửa vấn đề gợi ý", "Edit the prompted issue";
        issue: "Vấn đề gợi ý", "Issue";
        issue_answer: "Đơn vị trả lời", "Answer";
        drop_paste: "Bỏ những gì vừa dán?", "Drop what was pasted?";
    }
    sentences {
        due(date: &str): format!("hạn {date}"), format!("due {date}");
        received(date: &str): format!("nhận {date}"), format!("received {date}");
        too_close(date: &str): format!("⚠ chậm: tính theo ngày làm việc, hạn là {date}"), format!("⚠ late: counted in working days, due {date}");
        unanswered(reference: &str): format!("○ chưa được trả lời · gõ ^{reference} trong dòng giải trình để trả lời"), format!("○ unanswered · ^{reference} in a line answers it");
        papers_of(received: usize, all: usize, late: usize): if late > 0 { format!("tài liệu {received}/{all} ⚠ chậm {late}") } else { format!("tài liệu {received}/{all}") }, if late > 0 { format!("documents {received}/{all} ⚠ {late} late") } else { format!("documents {received}/{all}") };
        answers_issue(text: &str): format!("vấn đề gợi ý “{text}”"), format!("prompted issue “{text}”");
        issues_of(answered: usize, all: usize): format!("gợi ý đã trả lời {answered}/{all}"), format!("issues answered {answered}/{all}");
        paste_unnamed(text: &str): format!("Chưa rõ số, ký hiệu của “{text}”. Hãy sửa dòng đó rồi lưu lại; chưa có gì bị mất."), format!("No symbol was found in “{text}”. Correct that line and save again; nothing is lost.");
    }
    lists {}
}
