//! What is said of an entry that is parted in two, and of two that become one.

use super::both::both;

both! {
    /// The words around splitting and merging entries.
    struct Parting;
    words {
        where_to_cut: "Đưa con trỏ đến chỗ tách rồi nhấn ⟨capture/split⟩. Esc để thôi.", "Move the caret to where the second part begins, then ⟨capture/split⟩. Esc gives up.";
        open_first: "Chỉ tách được mục đã lưu: về danh sách, chọn mục rồi nhấn ⟨entries/split⟩.", "Only a saved entry can be split: select it in the list, then ⟨entries/split⟩.";
        no_cut: "Chưa tách: con trỏ phải ở giữa lời văn, có chữ ở cả hai bên, không ở trong một dấu như @tên.", "Not split: the caret must stand within the words, with words on both sides, and not in a mark such as @name.";
        nothing_below: "Không có mục nào bên dưới để gộp. Chọn mục đứng trên, hoặc dùng ⟨entries/move-up⟩, ⟨entries/move-down⟩ để xếp hai mục liền nhau.", "There is no entry below to merge. Select the upper one, or put the two together with ⟨entries/move-up⟩ and ⟨entries/move-down⟩.";
        split: "Đã tách. Cả hai phần giữ người, tiêu chí, liên kết, chi tiết.", "Split. Both parts keep people, criteria, links and details.";
    }
    sentences {
        links_stay(count: usize): format!("{count} mục nối đến nó nay nối với phần đầu."), format!("{count} entries linked to it are linked to the first part.");
        merged(count: usize): if count == 0 { "Đã gộp hai mục thành một.".to_owned() } else { format!("Đã gộp hai mục thành một; {count} mục nối với mục dưới nay nối với mục này.") }, if count == 0 { "Two entries became one.".to_owned() } else { format!("Two entries became one; {count} linked to the lower one are linked to this one now.") };
        differ(fields: &str): format!("Chưa gộp: hai mục ghi khác nhau ở {fields}. Sửa cho giống nhau (⟨entries/change-kind⟩, ⟨entries/edit⟩, ⟨entries/details⟩) rồi gộp, hoặc để riêng."), format!("Not merged: the two entries differ in {fields}. Make them alike (⟨entries/change-kind⟩, ⟨entries/edit⟩, ⟨entries/details⟩) first, or leave them apart.");
        followed(reference: &str): format!("Chưa gộp: mục dưới ({reference}) đã được theo dõi hoặc buổi khác đã nhắc lại. Đưa mục ấy lên trên (⟨entries/move-up⟩) rồi gộp mục kia vào nó."), format!("Not merged: the lower entry ({reference}) is followed by now or repeated at another visit. Move it up (⟨entries/move-up⟩) and merge the other one into it.");
    }
    lists {
    }
}
