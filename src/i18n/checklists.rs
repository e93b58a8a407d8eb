//! What the screens of checklists say.

use super::both::both;

both! {
    /// The words of checklists and their answers.
    struct Checklists;
    words {
        title: "Danh mục đối chiếu", "Checklists";
        of_visit: "Đối chiếu danh mục", "Checklist";
        answer_title: "Kết quả đối chiếu", "Answer";
        no_criteria: "Danh mục này chưa có tiêu chí nào.", "This checklist has no criteria yet.";
        not_compared: "chưa đối chiếu lời văn", "wording not verified";
        own_words: "tiêu chí của cơ quan", "the office's own";
        not_said: "(chưa nêu)", "(not said)";
        nobody_looked: "chưa xem", "not looked at";
        has_entry: "có mục ghi", "has an entry";
        seen_below: "đã xem tiểu mục", "items below seen";
        all_looked_at: "Không còn tiêu chí nào chưa xem.", "Every criterion was looked at.";
        only_unseen: "Chỉ hiện tiêu chí chưa xem; ⟨checklist/only-unseen⟩ để hiện tất cả.", "Only what nobody looked at; ⟨checklist/only-unseen⟩ shows everything.";
        answer_hint: "Chỉ nêu mức độ là chung chung: ghi rõ việc gì, ở đâu, bao nhiêu người.", "Say what, where, how many people and bodies: a level alone is a bare yes or no.";
        group_takes_none: "Đây là tên nhóm; hãy chọn một tiêu chí bên dưới.", "This is a group; choose a criterion below it.";
        choose_title: "Đoàn đối chiếu theo danh mục nào?", "Which checklist does the delegation hold against?";
        built_in: "có sẵn", "built in";
        imported: "cơ quan nhập", "brought in";
        strays: "Kết quả của tiêu chí không có trong danh mục này", "Answers on criteria that are not in this list";
        delegation_found: "Đoàn", "Delegation";
        unit_says: "Đơn vị", "Unit";
        cited_by: "Mục ghi", "Entry";
        two_records: "nhập hai lần, nội dung khác nhau; đang dùng bản nhập trước", "brought in twice, differing; the older one is shown";
        over: "Buổi làm việc đã kết thúc hoặc đã hủy: kết quả đối chiếu chỉ để xem.", "The visit is over: its answers can only be read.";
        resume_answer: "Mở buổi làm việc, nhấn ⟨entries/checklist⟩, chọn đúng tiêu chí đó rồi Enter để nhập tiếp.", "Open the visit, then ⟨entries/checklist⟩, select the criterion; Enter goes on with it.";
        short_unit: "ĐV", "unit";
    }
    sentences {
        answered_already(code: &str): format!("Tiêu chí {code} đã có kết quả đối chiếu. Thoát biểu mẫu rồi mở lại tiêu chí đó để sửa."), format!("Criterion {code} is answered already. Leave the form and open the criterion again to change it.");
        looked_at(seen: usize, all: usize): format!("Đã xem {seen}/{all}"), format!("Looked at {seen}/{all}");
        sub_items_looked_at(seen: usize, all: usize): format!("tiểu mục {seen}/{all}"), format!("local items {seen}/{all}");
        self_assessed(count: usize, all: usize): format!("đơn vị tự đánh giá {count}/{all}"), format!("self-assessed {count}/{all}");
        scores(count: usize, score: u64, own: u64, gap: &str): format!("điểm ({count} tiêu chí): Đoàn {score}, đơn vị {own}, chênh {gap}"), format!("scores ({count}): delegation {score}, unit {own}, gap {gap}");
        counts(groups: usize, items: usize, sub_items: usize, verified: usize): format!("{groups} nhóm, {items} tiêu chí, {sub_items} tiểu mục; {verified}/{items} đã đối chiếu lời văn"), format!("{groups} groups, {items} criteria, {sub_items} local items; wording of {verified}/{items} verified");
        people(count: u32): format!("{count} người"), format!("{count} people");
        bodies(count: u32): format!("{count} tổ chức"), format!("{count} bodies");
        score(score: u32): format!("điểm {score}"), format!("score {score}");
        version(version: &str): format!("phiên bản {version}"), format!("version {version}");
        unknown_list(code: &str): format!("Máy này chưa có danh mục “{code}” của Đoàn. Nhấn ⟨checklist/choose-checklist⟩ để chọn danh mục khác, hoặc nhập danh mục ở màn hình đầu (⟨home/checklists⟩, rồi ⟨checklists/import-file⟩)."), format!("This machine has no checklist “{code}”. ⟨checklist/choose-checklist⟩ chooses another one; ⟨home/checklists⟩ on the first screen, then ⟨checklists/import-file⟩, brings one in.");
        two_answers(count: usize): format!("{count} kết quả cho cùng tiêu chí: giữ một, xóa (⟨checklist/remove⟩) phần còn lại"), format!("{count} answers on one criterion: keep one, remove (⟨checklist/remove⟩) the rest");
        contested(fields: &str): format!("hai máy ghi khác nhau: {fields}; mở ra và lưu lại để chọn"), format!("written differently on two machines: {fields}; open and save to choose");
        differing(count: usize): format!("⚠ {count} tiêu chí được nhập hai lần với nội dung khác nhau"), format!("⚠ {count} criteria were brought in twice, differing");
    }
    lists {}
}
