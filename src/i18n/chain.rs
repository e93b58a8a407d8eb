//! What is said of an entry's details, of what it is linked to, and of phrases used before.

use super::both::both;
use crate::domain::ChainPart;

both! {
    /// The words around an entry's details and links.
    struct Chain;
    words {
        list_hint: "Nhiều mục thì cách nhau bằng dấu chấm phẩy. Có thể bỏ trống.", "Several are parted by semicolons. May stay empty.";
        deep_review_hint: "← → để đổi. Có: buổi làm việc sau ở đơn vị này sẽ nhắc lại.", "← → to change. Yes: the next visit to the unit finds it again.";
        unsaid: "(chưa nêu)", "(not said)";
        who_speaks: "Người nêu", "Who says it";
        who_acts: "Người thực hiện", "Who must act";
        who_is_asked: "Nơi nhận kiến nghị", "Who is asked";
        who_bears: "Ai chịu trách nhiệm", "Who bears it";
        who_owns: "Đơn vị, người có mô hình", "Whose practice";
        phrases_title: "Câu đã dùng", "Phrases typed before";
        no_phrases: "Chưa có câu nào đã dùng khớp với các chữ đang gõ. Esc để gõ tiếp.", "No phrase typed before has these words. Esc types on.";
        phrases_hint: "Enter đưa câu vào dòng ghi, giữ các dấu đã gõ; Esc để nguyên.", "Enter puts it into the line and keeps the marks; Esc leaves the line.";
        chain_title: "Liên kết", "Links";
        shortcoming: "Hạn chế", "Shortcoming";
        repeats: "Nhắc lại việc kỳ trước, vấn đề gợi ý", "Repeats from before, or answers an issue";
        belongs_to: "Thuộc về", "Belongs to";
        missing: "chưa có", "missing";
        missing_here: "chưa có: ⟨chain/new⟩ để ghi ngay, ⟨chain/link⟩ để nối mục đã ghi", "missing: ⟨chain/new⟩ writes one, ⟨chain/link⟩ links an entry";
        nothing_linked_closed: "Chưa nối với mục nào.", "Linked to nothing.";
        nothing_linked: "Chưa nối với mục nào. Nhấn ⟨chain/link⟩ để chọn.", "Linked to nothing yet. ⟨chain/link⟩ chooses.";
        objective: "khách quan", "objective";
        subjective: "chủ quan", "subjective";
        open: "(chưa rõ)", "(not said)";
        say_bearer: "⟨chain/details⟩: tập thể, cá nhân hay người đứng đầu", "⟨chain/details⟩: collective, individual or head";
        say_position: "⟨chain/position⟩: tiếp thu, giải trình hay không đồng ý", "⟨chain/position⟩: agrees, explains or objects";
        earlier: "Kỳ trước", "From before";
        link_title: "Nối với", "Link";
        link_hint: "Enter để nối hoặc bỏ nối; Esc khi xong.", "Enter links or takes the link away; Esc when done.";
        nothing_to_link: "Chưa có mục nào để nối: hãy ghi mục đó trước.", "There is no entry to link yet.";
        write_at_fault: "Hãy sang hạn chế hoặc dấu hiệu vi phạm (Enter) rồi nhấn ⟨chain/new⟩.", "Go to the shortcoming (Enter) first, then ⟨chain/new⟩.";
        select_position: "Hãy chọn một ý kiến của đơn vị rồi nhấn ⟨chain/position⟩.", "Select what the unit said, then ⟨chain/position⟩.";
        next_alike: "Mục sau", "Next";
        to_chain: "Liên kết", "The links";
        not_open: "Buổi làm việc không mở nên không sửa được liên kết.", "The visit is not open, so links cannot be changed.";
    }
    sentences {
        numbered(word: &str, number: usize): format!("{word} {number}"), format!("{word} {number}");
        also_of(faults: &str): format!("cũng của {faults}"), format!("also of {faults}");
        part(part: ChainPart): part_vi(part).to_owned(), part_en(part).to_owned();
        no_link(reference: &str): format!("Không nối được với mục {reference}: chỉ nối với mục của cùng buổi làm việc, hoặc việc kỳ trước của cùng đơn vị."), format!("{reference} cannot be linked: only entries of the same visit, or earlier items of the same unit.");
        private_list(names: &str): format!("⊘ danh sách riêng (không in): {names}"), format!("⊘ private list (not printed): {names}");
        page(page: &str): format!("trang {page}"), format!("page {page}");
        details_title(kind: &str): format!("Chi tiết: {}", kind.to_lowercase()), format!("Details: {}", kind.to_lowercase());
    }
    lists {
    }
}

fn part_vi(part: ChainPart) -> &'static str {
    match part {
        ChainPart::Cause => "Nguyên nhân",
        ChainPart::Responsibility => "Trách nhiệm",
        ChainPart::Recommendation => "Đề nghị, kiến nghị",
        ChainPart::Position => "Ý kiến của đơn vị",
        ChainPart::Commitment => "Cam kết",
        ChainPart::Other => "Liên quan khác",
    }
}

fn part_en(part: ChainPart) -> &'static str {
    match part {
        ChainPart::Cause => "Causes",
        ChainPart::Responsibility => "Responsible",
        ChainPart::Recommendation => "Recommendations",
        ChainPart::Position => "Unit's position",
        ChainPart::Commitment => "Commitments",
        ChainPart::Other => "Other",
    }
}
